/*
 * left_subjects.c - the subject that stands left of a verb, and the subject of the clause as a whole.
 */
#include "modality.h"
#include "phrases.h"

#include <string.h>

/* Steps left from a verb or noun of change over its auxiliaries: the token behind the subject. */
size_t pc_verb_group_start(const Sentence *s, size_t i)
{
    while (i > 0) {
        const Token *t = AT(i - 1);

        if (t->kind == TOKEN_MARK && t->mark == ',' && i >= 2 && token_is(AT(i - 2), IS_ADVERB)) {
            /* "Vehicle crime, however, fell" */
            i--;
            continue;
        }
        if (i >= 2 && pc_says(AT(i - 2), "in") &&
            (pc_says(t, "fact") || pc_says(t, "turn") || pc_says(t, "reality") ||
             pc_says(t, "total") || pc_says(t, "effect"))) {
            i -= 2; /* "visits had in fact gone down" */
            continue;
        }
        if (i >= 2 && pc_says(t, "far") && pc_says(AT(i - 2), "so")) {
            i -= 2; /* "had so far achieved a reduction" */
            continue;
        }
        if (!token_is(t, IS_BE | IS_HAVE | IS_MODAL | IS_ADVERB | IS_BEGUN | IS_ARTICLE |
                             IS_LIGHT_VERB | IS_APPROXIMATE | IS_ADJECTIVE | IS_CHANGE_ADVERB |
                             IS_NOT | IS_MOVE_VERB) &&
            !pc_says(t, "to") && !pc_says(t, "also")) {
            break;
        }
        if (pc_says(t, "overall") && i >= 2 && AT(i - 2)->kind == TOKEN_WORD &&
            !token_is(AT(i - 2), IS_BE | IS_HAVE)) {
            break; /* "Robbery overall had": part of the name */
        }
        if (pc_says(t, "that") || pc_says(t, "this") || pc_says(t, "these") ||
            pc_says(t, "those") || pc_says(t, "overall") || pc_is_participle(s, i - 1)) {
            if (!(pc_says(t, "overall") && i >= 2 && AT(i - 2)->kind == TOKEN_WORD)) {
                break;
            }
        }
        i--;
    }
    return i;
}

/* Whether the clause's subject is a pronoun or missing; then what stands before tells it. */
bool pc_is_pronoun_before(const Sentence *s, size_t i)
{
    return i > 0 && token_is(AT(i - 1), IS_PRONOUN);
}

/* A time phrase or clause that stands between a subject and its verb is stepped over: "Burglary, over the year, fell". */
static size_t over_aside(const Sentence *s, size_t i)
{
    if (i > 0 && token_mark(AT(i - 1), ',')) {
        for (size_t k = i - 1; k > 0 && i - k < 12; k--) {
            if (token_mark(AT(k - 1), ',')) {
                size_t inner = k;

                if (pc_opens_time(s, inner) ||
                    token_is(AT(inner), IS_COMPARER | IS_CONTRAST | IS_PREPOSITION)) {
                    return k - 1;
                }
                break;
            }
        }
        return i - 1;
    }
    return i;
}

/*
 * "Violence: 412 offences, -3.5%", "Loans totalled 1.4 million, up 6%", "Landings were 900 tonnes, 5% down": a count is not
 * the subject, what stands before its mark or verb is.
 */
static Phrase behind_count(const Sentence *s, Phrase p)
{
    static const char *const counting[] = {"totalled", "numbered", "reached", "totalling"};
    size_t end = p.first;
    Phrase named;

    if (pc_is_empty(p) || AT(p.first)->kind != TOKEN_NUMBER || end == 0) {
        return p;
    }
    if (AT(end - 1)->kind == TOKEN_MARK) {
        named = pc_phrase_left(s, end - 1);
        return pc_is_empty(named) ? p : named;
    }
    while (end > 0 && (token_is(AT(end - 1), IS_BE | IS_HAVE | IS_LEVEL_VERB | IS_APPROXIMATE) ||
                       one_of(AT(end - 1), counting, COUNT(counting)))) {
        end--;
    }
    if (end == p.first || end == 0 || AT(end - 1)->kind != TOKEN_WORD ||
        token_is(AT(end - 1), IS_PRONOUN)) {
        return p; /* "there were 340 calls, 5% down" */
    }
    named = pc_phrase_left(s, end);
    return pc_is_empty(named) || pc_is_time(s, named.first, named.end) ? p : named;
}

/* "reported occupancy at 88%, up 2 points": the noun before the level. */
static Phrase before_level(const Sentence *s, size_t end)
{
    Phrase p;

    if (end < 4 || !token_mark(AT(end - 1), ',') || AT(end - 2)->kind != TOKEN_FIGURE ||
        !pc_says(AT(end - 3), "at")) {
        return NO_PHRASE;
    }
    p = pc_phrase_left(s, end - 3);
    if (pc_is_empty(p) || p.first == 0 || !token_is(AT(p.first - 1), IS_LIGHT_VERB | IS_ARTICLE)) {
        return NO_PHRASE;
    }
    return p;
}

Phrase pc_subject_left(const Sentence *s, size_t verb)
{
    size_t end = pc_verb_group_start(s, verb);
    Phrase p;

    for (bool marked = false; end > 0; end--) {
        /* "Business rates collection: 55.2% (down 1.1%)": the level between */
        if (marked && end > 2 && AT(end - 1)->kind == TOKEN_FIGURE &&
            (token_mark(AT(end - 2), ':') || token_mark(AT(end - 2), '='))) {
            continue;
        }
        if (AT(end - 1)->kind == TOKEN_MARK &&
            (strchr("([:-_", AT(end - 1)->mark) != NULL ||
             (AT(end - 1)->mark == ',' && end > 2 && AT(end - 2)->kind == TOKEN_NUMBER &&
              !token_is(AT(end - 3), IS_PREPOSITION)))) {
            marked = true;
        } else if (!(marked && AT(end - 1)->kind == TOKEN_NUMBER)) {
            break;
        }
    }
    if (end > 3 && token_mark(AT(end - 1), ',') && AT(end - 2)->kind == TOKEN_FIGURE &&
        token_mark(AT(end - 3), ',')) {
        end -= 3; /* "the share of homes with damp, 21%, was" */
    }
    p = before_level(s, end);
    if (!pc_is_empty(p)) {
        return p;
    }
    /* "were 12% above the average, having increased by 7%": the main clause's subject */
    if (end > 1 && end < verb && pc_says(AT(end), "having") && token_mark(AT(end - 1), ',')) {
        p = pc_clause_subject(s, end - 1);
        if (!pc_is_empty(p)) {
            return p;
        }
    }
    end = over_aside(s, end);
    if (end > 0 && token_is(AT(end - 1), IS_CHANGE_ADVERB | IS_BE | IS_HAVE)) {
        end = pc_verb_group_start(s, end); /* "has never been higher, up 5%" */
    }
    if (pc_is_pronoun_before(s, end)) {
        if (end >= 2 && (pc_says(AT(end - 1), "which") || pc_says(AT(end - 1), "that") ||
                         pc_says(AT(end - 1), "who"))) {
            size_t k = end - 1;

            if (k > 0 && token_mark(AT(k - 1), ',')) {
                k--;
            }
            return behind_count(s, pc_phrase_left(s, k));
        }
        return NO_PHRASE;
    }
    p = behind_count(s, pc_phrase_left(s, end));
    /* "is at its lowest, having dropped": a place, not the subject */
    for (size_t i = p.first, steps = 0; !pc_is_empty(p) && i > 0 && steps < 3; steps++) {
        i--;
        if (pc_says(AT(i), "at") && p.end < verb) {
            return pc_clause_subject(s, i);
        }
        /* "but in our area has dropped" */
        if (pc_says(AT(i), "in") && i > 0 && token_is(AT(i - 1), IS_CONTRAST) && p.end <= verb) {
            return pc_clause_subject(s, i);
        }
        if (!token_is(AT(i), IS_ARTICLE)) {
            break;
        }
    }
    /* only words of time, or one that says nothing */
    if (!pc_is_empty(p) && (pc_is_time(s, p.first, p.end))) {
        return NO_PHRASE;
    }
    return p;
}

/* The subject of the first verb among tokens [start, end) that is no verb of saying. */
static Phrase first_subject(const Sentence *s, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++) {
        Phrase p;

        if (!(pc_is_verb(AT(i)) && !pc_is_participle(s, i)) && !token_is(AT(i), IS_CHANGE_VERB)) {
            continue;
        }
        if (token_is(AT(i), IS_SAY) || token_is(AT(i - 1), IS_PRONOUN)) {
            continue;
        }
        p = pc_phrase_left(s, i);
        /* "the right figure was a rise of 3%": of what was told before */
        if (!pc_is_empty(p) && pc_says(AT(p.end - 1), "figure") && p.end - p.first < 3) {
            continue;
        }
        if (!pc_is_empty(p) && p.first >= start &&
            !token_is(AT(p.end - 1), IS_PEOPLE | IS_PRONOUN | IS_CHANGE_NOUN) &&
            !pc_is_time(s, p.first, p.end)) {
            return p;
        }
    }
    return NO_PHRASE;
}

/* The subject of the clause before token `end`, else of the clauses before it in the sentence. */
Phrase pc_clause_subject(const Sentence *s, size_t end)
{
    size_t start = end;
    size_t clause = NO_TOKEN;
    Phrase p = NO_PHRASE;

    for (int steps = 0; start > 0 && steps < REACH; steps++) {
        const Token *t = AT(start - 1);

        if (clause == NO_TOKEN &&
            ((t->kind == TOKEN_MARK && (t->mark == ';' || t->mark == ':')) ||
             (token_is(t, IS_CONTRAST) && !token_is(t, IS_PRONOUN | IS_PREPOSITION)))) {
            clause = start;
        }
        start--;
    }
    if (clause != NO_TOKEN) {
        p = first_subject(s, clause, end);
    }
    return pc_is_empty(p) ? first_subject(s, start, end) : p;
}
