/*
 * context.c - see context.h.
 */
#include "context.h"

#include <string.h>

bool mn_kind_at(const Unit *unit, size_t i, WordKind kind)
{
    return i < unit->count && unit->words[i].kind == kind;
}

char mn_mark_at(const Unit *unit, size_t i)
{
    return i < unit->count ? unit->words[i].mark : '\0';
}

bool mn_word_at(const Unit *unit, size_t i, const char *lower)
{
    return i < unit->count && mn_word_is(unit->text, &unit->words[i], lower);
}

bool mn_is_subject_noun(WordKind kind)
{
    return kind == K_DOCUMENT || kind == K_MINUTES || kind == K_WEAK || kind == K_ORDER ||
           kind == K_PERSON || kind == K_MOTION || kind == K_PROPOSAL || kind == K_ROLE;
}

/* Whether what follows the verb at i names another day or another's act: "in March", "at its last meeting", "by officers". */
bool mn_done_elsewhere(const Unit *unit, size_t i)
{
    size_t k = i + 1;

    while (k < unit->count && (mn_is_adverb(unit, k) || unit->words[k].kind == K_AND ||
                               unit->words[k].kind == K_PART)) {
        k++;
    }
    if (mn_kind_at(unit, k, K_EARLIER)) {
        return true;
    }
    if (mn_word_at(unit, k, "by")) {
        bool ours = false;

        for (size_t end = k + 6; ++k < unit->count && k <= end;) {
            if (unit->words[k].kind == K_OFFICER || unit->words[k].kind == K_HIGHER) {
                return true;
            }
            if (unit->words[k].kind == K_BODY || mn_word_at(unit, k, "present") ||
                unit->words[k].kind == K_ROLE || mn_word_at(unit, k, "all") ||
                mn_word_at(unit, k, "show") || mn_word_at(unit, k, "majority") ||
                unit->words[k].mark == '0') {
                ours = true;
                break;
            }
        }
        return !ours;
    }
    if (mn_word_at(unit, k, "in") &&
        (mn_kind_at(unit, k + 1, K_MONTH) ||
         (mn_mark_at(unit, k + 1) == '0' && unit->words[k + 1].number > 1900))) {
        return true;
    }
    if (mn_word_at(unit, k, "on") && (mn_mark_at(unit, k + 1) == '0' ||
                                      (k + 2 < unit->count && mn_mark_at(unit, k + 2) == '0'))) {
        return true;
    }
    if (mn_word_at(unit, k, "at") || mn_word_at(unit, k, "within") || mn_word_at(unit, k, "in")) {
        for (size_t end = k + 5; ++k < unit->count && k < end;) {
            if (mn_kind_at(unit, k, K_EARLIER) || mn_kind_at(unit, k, K_HIGHER) ||
                mn_word_at(unit, k, "separate") || mn_word_at(unit, k, "its") ||
                mn_word_at(unit, k, "their")) {
                return true;
            }
        }
    }
    return false;
}

/* Whether "noted" at i closes its clause, as where a report is noted, and does not go on to tell something. */
bool mn_noted_and_done(const Unit *unit, size_t i)
{
    size_t k = i + 1;

    while (k < unit->count && mn_is_adverb(unit, k)) {
        k++;
    }
    if (k >= unit->count || strchr(".;:)(\"'|", unit->words[k].mark) != NULL) {
        return true;
    }
    if (unit->words[k].mark == ',') {
        return mn_kind_at(unit, k + 1, K_AND) || mn_word_at(unit, k + 1, "subject") ||
               mn_kind_at(unit, k + 1, K_SO) || mn_kind_at(unit, k + 1, K_PART);
    }
    return unit->words[k].kind == K_AND || unit->words[k].kind == K_SO ||
           mn_word_at(unit, k, "by") || mn_word_at(unit, k, "with") ||
           mn_word_at(unit, k, "without") || mn_word_at(unit, k, "for") ||
           mn_word_at(unit, k, "subject") || mn_word_at(unit, k, "as") || mn_word_at(unit, k, "at");
}

/* Whether what "noted" or "confirmed" at i takes is a thing that can be, and no remark: "noted that", "noted the increase". */
bool mn_notes_a_thing(const Unit *unit, size_t i)
{
    for (size_t k = i + 1; k < unit->count && k < i + 9; k++) {
        WordKind kind = (WordKind) unit->words[k].kind;

        if (kind == K_THAT || (kind == K_SUBORDINATE && k < i + 4)) {
            return false;
        }
        if (kind == K_WEAK) {
            return false;
        }
        if (kind == K_DOCUMENT || kind == K_MINUTES || strchr(".;,", unit->words[k].mark) != NULL) {
            break;
        }
    }
    return !mn_word_at(unit, i + 1, "with") || mn_word_at(unit, i + 2, "thanks");
}

/* The word before i that is no adverb, and no "re-", "co-" of it; SIZE_MAX where there is none from `from` on. */
size_t mn_word_before(const Unit *unit, size_t i, size_t from)
{
    while (i > from) {
        i--;
        if (mn_is_adverb(unit, i)) {
            continue;
        }
        if (unit->words[i].mark == '-' && !unit->words[i].spaced && i > from &&
            (mn_word_at(unit, i - 1, "re") || mn_word_at(unit, i - 1, "co"))) {
            i--;
            continue;
        }
        return i;
    }
    return SIZE_MAX;
}

/* Whether words may stand between a subject that ends before i and its verb: "Members, by a majority, agreed", "(7 votes to 2)". */
size_t mn_subject_before(const Unit *unit, size_t i, size_t from)
{
    size_t j = mn_word_before(unit, i, from);

    if (j == SIZE_MAX || (unit->words[j].mark != ',' && unit->words[j].mark != ')')) {
        return j;
    }
    for (size_t k = j; k > from && j - k < 14; k--) {
        char open = unit->words[j].mark == ',' ? ',' : '(';

        if (unit->words[k - 1].mark == open) {
            size_t subject = mn_word_before(unit, k - 1, from);

            if (subject != SIZE_MAX &&
                (unit->words[subject].kind == K_BODY || unit->words[subject].kind == K_HIGHER)) {
                return subject;
            }
            break;
        }
    }
    return j;
}

/* Whether the meeting's name that ends at word i stands as the subject of a main clause. */
bool mn_is_main_subject(Walk *walk, size_t i)
{
    const Unit *unit = walk->unit;
    size_t start = i;
    const MnWord *previous;

    /* "of the Committee": members of it are the meeting, its chair is not */
    for (;;) {
        const MnWord *word = start > walk->from ? &unit->words[start - 1] : NULL;

        if (word == NULL) {
            break;
        }
        if (word->kind == K_THE || word->kind == K_BODY || word->mark == '-' || word->mark == '&' ||
            (word->capital && word->kind != K_SUBORDINATE && word->kind != K_THAT &&
             word->kind != K_OFFICER && word->kind != K_SO)) {
            start--;
            continue;
        }
        if ((word->kind == K_AND || word->kind == K_OF) && start - 1 > walk->from &&
            start < unit->count &&
            (unit->words[start - 2].capital || unit->words[start - 2].kind == K_BODY) &&
            (unit->words[start].capital || unit->words[start].kind == K_THE)) {
            start--;
            continue;
        }
        break;
    }
    /* The chair, a member or an officer of the body is not the body. */
    for (size_t k = start; k < i; k++) {
        if (unit->words[k].kind == K_ROLE && !mn_kind_at(unit, k + 1, K_AND)) {
            return false;
        }
        if (unit->words[k].kind == K_OFFICER && unit->words[k + 1].kind == K_OF) {
            return false;
        }
        if (mn_word_at(unit, k, "county") || mn_word_at(unit, k, "district") ||
            mn_word_at(unit, k, "borough")) {
            if (unit->words[i].kind == K_HIGHER) {
                return false;
            }
        }
    }
    if (start == walk->from) {
        return true;
    }
    previous = &unit->words[start - 1];
    if (previous->kind == K_THAT || previous->kind == K_SUBORDINATE || previous->kind == K_OF ||
        previous->kind == K_TO) {
        return false;
    }
    if (strchr(",;:-).\"'|", previous->mark) != NULL || previous->kind == K_AND ||
        previous->kind == K_SO) {
        if (walk->subordinate && walk->subordinate_at > walk->from + 1 && previous->mark == ',') {
            return false;
        }
        walk->subordinate = false;
        return true;
    }
    return !walk->subordinate;
}

/* "The motion was withdrawn by its mover", "the application was withdrawn by the applicant": whoever did, nothing is before the meeting. */
bool mn_withdrawn_by_another(const Unit *unit, size_t i, WordKind noun)
{
    if (unit->words[i].value != MN_WITHDRAWN || !mn_word_at(unit, i + 1, "by") ||
        (noun != K_MOTION && noun != K_PROPOSAL && noun != K_DOCUMENT)) {
        return false;
    }
    for (size_t k = i + 2; k < unit->count; k++) {
        if (unit->words[k].kind == K_EARLIER || unit->words[k].kind == K_MONTH ||
            unit->words[k].mark == '0') {
            return false;
        }
    }
    return true;
}
