/*
 * exclusion.c - the resolution that excludes the press and public: whether it was passed, why, and for which items.
 */
#include "phrase.h"

#include <string.h>

#include "sentence.h"

/* How surely a sentence excludes the public. */
typedef enum Excludes {
    EXCLUDES_NOT,
    EXCLUDES_PROPOSED, /* only recommended, moved or printed: needs a decision behind it */
    EXCLUDES_RESOLVED
} Excludes;

/* The word of a sentence that keeps the public out: "excluded", "leave", "private" (session); phrase->count for none. */
static size_t exclusion_word(const Phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++) {
        if ((mn_phrase_is(phrase, i, "withdrew") || mn_phrase_is(phrase, i, "left")) && i > 1 &&
            mn_phrase_public(phrase, i - 1) &&
            (mn_phrase_is(phrase, i - 2, "and") ||
             (mn_phrase_is(phrase, i - 2, "the") && !mn_phrase_is(phrase, i - 3, "of")) ||
             mn_phrase_is(phrase, i, "withdrew"))) {
            return i;
        }
        if (mn_phrase_is(phrase, i, "committee") && i > 1 &&
            ((mn_phrase_is(phrase, i - 1, "into") &&
              (mn_phrase_is(phrase, i - 2, "go") || mn_phrase_is(phrase, i - 2, "went") ||
               mn_phrase_is(phrase, i - 2, "move") || mn_phrase_is(phrase, i - 2, "moved") ||
               mn_phrase_is(phrase, i - 2, "goes") || mn_phrase_is(phrase, i - 2, "going"))) ||
             (mn_phrase_is(phrase, i - 1, "in") && phrase->words[i].capital &&
              (mn_phrase_is(phrase, i - 2, "discussed") ||
               mn_phrase_is(phrase, i - 2, "business") || mn_phrase_is(phrase, i - 2, "taken") ||
               mn_phrase_is(phrase, i - 2, "meet"))))) {
            return i;
        }
        bool leave = mn_phrase_is(phrase, i, "leave") || mn_phrase_is(phrase, i, "vacate") ||
                     mn_phrase_is(phrase, i, "withdraw");

        if (mn_phrase_kind(phrase, i, R_EXCLUDE)) {
            size_t from = i > 16 ? i - 16 : 0;
            bool asked = !leave;

            for (size_t k = from; leave && k < i; k++) {
                asked = asked || mn_phrase_is(phrase, k, "asked") ||
                        mn_phrase_is(phrase, k, "requested") ||
                        mn_phrase_is(phrase, k, "required") || mn_phrase_is(phrase, k, "invited") ||
                        mn_phrase_is(phrase, k, "be") || mn_phrase_is(phrase, k, "instructed") ||
                        mn_phrase_is(phrase, k, "agreed");
            }
            asked = asked || mn_phrase_find(phrase, 0, "resolved") < i;
            for (size_t k = from; asked && k < phrase->count && k < i + 8; k++) {
                if (mn_phrase_public(phrase, k)) {
                    return i;
                }
            }
        }
        if (mn_phrase_kind(phrase, i, R_MARK) &&
            (phrase->words[i].value == MARK_PRIVATE || phrase->words[i].value == MARK_CLOSED ||
             phrase->words[i].value == MARK_CONFIDENTIAL ||
             phrase->words[i].value == MARK_EXEMPT) &&
            mn_phrase_is(phrase, i + 1, "session") && i > 0 &&
            (mn_phrase_is(phrase, i - 1, "into") || mn_phrase_is(phrase, i - 1, "in") ||
             (i > 1 &&
              (mn_phrase_is(phrase, i - 2, "into") || mn_phrase_is(phrase, i - 2, "in"))))) {
            return i;
        }
        if (phrase->words[i].kind == R_MARK && phrase->words[i].value == MARK_CLOSED &&
            mn_phrase_is(phrase, i + 1, "to") &&
            (mn_phrase_public(phrase, i + 2) || mn_phrase_public(phrase, i + 3)) &&
            mn_phrase_find(phrase, 0, "meeting") < i) {
            return i;
        }
        if (mn_phrase_is(phrase, i, "camera") && i > 0 && mn_phrase_is(phrase, i - 1, "in")) {
            return i;
        }
    }
    return phrase->count;
}

/* Whether word i is a "not", and no "No. 7". */
static bool is_negation(const Phrase *phrase, size_t i)
{
    return mn_phrase_kind(phrase, i, R_NOT) &&
           !(mn_phrase_is(phrase, i, "no") && i + 1 < phrase->count &&
             (phrase->words[i + 1].mark == '.' || phrase->words[i + 1].mark == '0'));
}

/* "The Committee, under section 50A(4), excluded the public": the meeting's own act, in the past. */
static bool excludes_itself(const Phrase *phrase, size_t at)
{
    if (!mn_phrase_is(phrase, at, "excluded") ||
        (at > 0 && (mn_phrase_is(phrase, at - 1, "had") || mn_phrase_is(phrase, at - 1, "been") ||
                    mn_phrase_is(phrase, at - 1, "has")))) {
        return false;
    }
    for (size_t k = at + 1; k < phrase->count && k < at + 6; k++) {
        if (mn_phrase_public(phrase, k)) {
            return true;
        }
    }
    return false;
}

/* "asked the press and public to leave": whether those asked at word i are the public. */
static bool asks_public(const Phrase *phrase, size_t i, size_t at)
{
    for (size_t k = i + 1; k < at && k < i + 7; k++) {
        if (mn_phrase_public(phrase, k)) {
            return !mn_phrase_is(phrase, at, "exclusion");
        }
    }
    return false;
}

/* Whether the public were excluded from another thing than the meeting: "from the pier". */
static bool excluded_from_elsewhere(const Phrase *phrase, size_t at)
{
    static const char *const places[] = {
        "meeting",  "remainder", "item",       "items",   "discussion",    "discussions",
        "session",  "room",      "business",   "debate",  "proceedings",   "deliberations",
        "part",     "rest",      "hall",       "chamber", "consideration", "hearing",
        "private",  "exempt",    "committee",  "panel",   "council",       "confidential",
        "board",    "matter",    "matters",    "report",  "reports",       "following",
        "meetings", "agenda",    "considering"};

    if (!mn_phrase_is(phrase, at, "excluded") || !mn_phrase_is(phrase, at + 1, "from")) {
        return false;
    }
    for (size_t k = at + 2; k < phrase->count && k < at + 8; k++) {
        for (size_t p = 0; p < sizeof(places) / sizeof(places[0]); p++) {
            if (mn_phrase_is(phrase, k, places[p])) {
                return false;
            }
        }
    }
    return true;
}

/* What the words before the exclusion at `at` make of it. resolved: a head before this sentence says that what follows is resolved. */
static Excludes how_sure(const Phrase *phrase, size_t at, bool resolved, bool proposed)
{
    bool decides = resolved;
    bool recommends = false;
    bool passive = false;
    bool bare_that = false;
    size_t i = 0;

    while (i < phrase->count && (phrase->words[i].mark != 'w')) {
        i++;
    }
    bare_that = mn_phrase_is(phrase, i, "that");
    if (!resolved && mn_phrase_is(phrase, i, "to")) {
        return EXCLUDES_NOT;
    }
    for (; i < at; i++) {
        const MnWord *word = &phrase->words[i];

        if (is_negation(phrase, i) && at - i < 12 && !mn_phrase_is(phrase, i + 1, "for")) {
            return EXCLUDES_NOT;
        }
        if (word->kind == R_RESOLVE && !(i > 0 && mn_phrase_is(phrase, i - 1, "as"))) {
            bool asked = i > 0 && mn_phrase_is(phrase, i - 1, "to") && !resolved;

            if (i > 0 && mn_phrase_is(phrase, i - 1, "had")) {
                return EXCLUDES_NOT;
            }
            decides = decides || !asked;
            if (asked && i > 1 &&
                (mn_phrase_is(phrase, i - 2, "asked") || mn_phrase_is(phrase, i - 2, "invited") ||
                 mn_phrase_is(phrase, i - 2, "recommended"))) {
                recommends = true;
            }
        } else if (mn_phrase_is(phrase, i, "recommended") ||
                   mn_phrase_is(phrase, i, "recommendation") ||
                   mn_phrase_is(phrase, i, "recommend") ||
                   (mn_phrase_is(phrase, i, "asked") && i + 2 < at &&
                    !asks_public(phrase, i, at))) {
            recommends = true;
        } else if ((word->kind == R_IF && !mn_phrase_is(phrase, i, "until") &&
                    !mn_phrase_is(phrase, i, "when")) ||
                   (word->kind == R_WOULD && !mn_phrase_is(phrase, i, "will") &&
                    !mn_phrase_is(phrase, i, "shall"))) {
            return decides && word->kind == R_WOULD ? EXCLUDES_RESOLVED : EXCLUDES_NOT;
        } else if ((mn_phrase_is(phrase, i, "consider") || mn_phrase_is(phrase, i, "considered") ||
                    mn_phrase_is(phrase, i, "power") || mn_phrase_is(phrase, i, "right")) &&
                   !decides && at - i < 10) {
            return EXCLUDES_NOT;
        } else if (mn_phrase_is(phrase, i, "previous") ||
                   (mn_phrase_is(phrase, i, "last") && mn_phrase_is(phrase, i + 1, "meeting"))) {
            return EXCLUDES_NOT;
        }
        passive =
            passive || (mn_phrase_is(phrase, i, "asked") && asks_public(phrase, i, at)) ||
            ((mn_phrase_is(phrase, i, "was") || mn_phrase_is(phrase, i, "were")) && at - i < 5) ||
            (mn_phrase_is(phrase, i, "went") || mn_phrase_is(phrase, i, "moved") ||
             mn_phrase_is(phrase, i, "entered")) ||
            (mn_phrase_is(phrase, i, "been") && at - i < 3) ||
            (mn_phrase_is(phrase, i, "will") && at - i < 5);
    }
    if (mn_phrase_is(phrase, at, "exclusion") && !decides) {
        return EXCLUDES_NOT;
    }
    if (decides && !(recommends && !mn_phrase_has(phrase, "resolved", 1) &&
                     !mn_phrase_has(phrase, "agreed", 1) && !mn_phrase_has(phrase, "carried", 1))) {
        return EXCLUDES_RESOLVED;
    }
    if (recommends || proposed) {
        return EXCLUDES_PROPOSED;
    }
    if ((passive && !excluded_from_elsewhere(phrase, at)) || bare_that ||
        mn_phrase_is(phrase, at, "withdrew") || mn_phrase_is(phrase, at, "left") ||
        excludes_itself(phrase, at)) {
        return EXCLUDES_RESOLVED;
    }
    return mn_phrase_has(phrase, "be excluded", 2) || mn_phrase_is(phrase, at, "gwahardd") ||
                   mn_phrase_is(phrase, at, "gwaharddwyd")
               ? EXCLUDES_RESOLVED
               : EXCLUDES_NOT;
}

/* Whether a sentence says that the exclusion was not needed or not passed. */
static bool cancels(const Phrase *phrase)
{
    bool about = false;

    if (mn_phrase_has(phrase, "no exempt", 2) || mn_phrase_has(phrase, "no confidential", 2) ||
        mn_phrase_has(phrase, "no private", 1) || mn_phrase_has(phrase, "no restricted", 1) ||
        mn_phrase_has(phrase, "no part 2", 1) || mn_phrase_has(phrase, "remained in public", 1) ||
        mn_phrase_has(phrase, "remained in open", 1) ||
        mn_phrase_has(phrase, "remain in public", 1)) {
        return true;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        about = about || mn_phrase_kind(phrase, i, R_EXCLUDE) ||
                mn_phrase_kind(phrase, i, R_MARK) || mn_phrase_is(phrase, i, "resolution") ||
                mn_phrase_is(phrase, i, "motion") || mn_phrase_is(phrase, i, "this") ||
                mn_phrase_is(phrase, i, "it");
        if (is_negation(phrase, i) && i + 1 < phrase->count) {
            for (size_t k = i + 1; k < phrase->count && k < i + 5; k++) {
                if ((about || phrase->count < 8) &&
                    (mn_phrase_is(phrase, k, "required") || mn_phrase_is(phrase, k, "needed") ||
                     mn_phrase_is(phrase, k, "necessary") || mn_phrase_is(phrase, k, "passed") ||
                     mn_phrase_is(phrase, k, "resolve") || mn_phrase_is(phrase, k, "resolved") ||
                     mn_phrase_is(phrase, k, "exclude") || mn_phrase_is(phrase, k, "moved") ||
                     mn_phrase_is(phrase, k, "carried") || mn_phrase_is(phrase, k, "applicable") ||
                     mn_phrase_is(phrase, k, "invoked") || mn_phrase_is(phrase, k, "used") ||
                     mn_phrase_is(phrase, k, "agreed") || mn_phrase_is(phrase, k, "need") ||
                     mn_phrase_is(phrase, k, "pass"))) {
                    return true;
                }
            }
        }
        if (mn_phrase_is(phrase, i, "lost") && mn_phrase_has(phrase, "motion", 1)) {
            return true;
        }
    }
    return (mn_phrase_is(phrase, 0, "none") && phrase->count <= 4) ||
           (mn_phrase_has(phrase, "there were none", 1) && phrase->count <= 6) ||
           (mn_phrase_is(phrase, 0, "not") && phrase->count <= 4);
}

/* ---- which items ---- */

/* Reads one number, code or suffix ("12", "12a", "SSP/12/25", "C048/23") at word *i, which moves behind it. */
static bool read_reference(const Phrase *phrase, size_t *i, MnText *reference)
{
    size_t k = *i;
    size_t end;
    bool digits = false;

    if (k >= phrase->count ||
        (phrase->words[k].mark != '0' &&
         !(phrase->words[k].mark == 'w' && phrase->words[k].upper && phrase->words[k].len <= 8 &&
           k + 1 < phrase->count && phrase->words[k + 1].mark == '/'))) {
        return false;
    }
    do {
        digits = digits || phrase->words[k].mark == '0';
        end = phrase->words[k].start + phrase->words[k].len;
        k++;
    } while (k < phrase->count && !phrase->words[k].spaced &&
             (phrase->words[k].mark == '0' || phrase->words[k].mark == '/' ||
              (phrase->words[k].mark == 'w' && phrase->words[k].len <= 2) ||
              (phrase->words[k].mark == '.' && k + 1 < phrase->count &&
               phrase->words[k + 1].mark == '0' && !phrase->words[k + 1].spaced)));
    if (!digits) {
        return false;
    }
    *reference =
        (MnText){phrase->text.data + phrase->words[*i].start, end - phrase->words[*i].start};
    *i = k;
    return true;
}

static MnItemsNamed *add_item(MnExclusion *exclusion, MnText first, MnText last)
{
    MnItemsNamed *named;

    if (exclusion->item_count == MN_ITEMS_NAMED_MAX) {
        /* More than can be told apart: all that follows. */
        exclusion->remainder = true;
        return NULL;
    }
    named = &exclusion->items[exclusion->item_count++];
    memset(named, 0, sizeof(*named));
    named->first = first;
    named->last = last;
    return named;
}

/* "items 12 and 14 to 16", "Minute Nos. 23-28" from the word behind the noun; returns the word behind the list. */
static size_t read_list(const Phrase *phrase, size_t i, MnExclusion *exclusion)
{
    bool range = false;

    while (i < phrase->count) {
        const MnWord *word = &phrase->words[i];
        MnText reference;

        if (read_reference(phrase, &i, &reference)) {
            if (range && exclusion->item_count > 0) {
                exclusion->items[exclusion->item_count - 1].last = reference;
            } else {
                add_item(exclusion, reference, reference);
            }
            range = false;
        } else if ((word->mark == '-' || mn_phrase_is(phrase, i, "to")) &&
                   exclusion->item_count > 0 && i + 1 < phrase->count &&
                   (phrase->words[i + 1].mark == '0' || phrase->words[i + 1].upper)) {
            range = true;
            i++;
        } else if (word->mark == '(' && !(mn_phrase_is(phrase, i + 1, "s"))) {
            while (i < phrase->count && phrase->words[i].mark != ')') {
                i++;
            }
            i++;
        } else if ((word->mark != 'w' && word->mark != '0' && word->mark != '|' &&
                    word->mark != ';') ||
                   mn_phrase_is(phrase, i, "and") || mn_phrase_is(phrase, i, "s") ||
                   mn_phrase_is(phrase, i, "no") || mn_phrase_is(phrase, i, "inclusive") ||
                   mn_phrase_kind(phrase, i, R_SCOPE)) {
            if (word->mark == '.' && word->spaced) {
                break;
            }
            i++;
        } else {
            break;
        }
    }
    return i;
}

/* A line of the list behind the resolution: "12. Land at Mill Lane (paragraph 3)", "5 | Lease | 1, 2 and 3". */
static bool read_line(const Phrase *phrase, bool paragraph_column, MnExclusion *exclusion)
{
    size_t i = 0;
    MnText reference = {NULL, 0};
    MnItemsNamed *named;
    bool row = memchr(phrase->text.data, '|', phrase->text.len) != NULL;

    while (i < phrase->count &&
           (strchr("-+|(", phrase->words[i].mark) != NULL || mn_phrase_kind(phrase, i, R_SCOPE) ||
            mn_phrase_is(phrase, i, "no") || mn_phrase_is(phrase, i, "agenda") ||
            (phrase->words[i].mark == '.' && i > 0))) {
        i++;
    }
    if (!read_reference(phrase, &i, &reference)) {
        return false;
    }
    named = add_item(exclusion, reference, reference);
    if (i < phrase->count && (phrase->words[i].mark == '-' || mn_phrase_is(phrase, i, "to"))) {
        size_t k = i + 1;

        if (read_reference(phrase, &k, &reference) && named != NULL) {
            named->last = reference;
            i = k;
        }
    }
    if (named == NULL) {
        return true;
    }
    named->paragraph_count = mn_phrase_paragraphs(phrase, i, phrase->count, named->paragraphs, 0);
    if (named->paragraph_count == 0 && row && paragraph_column) {
        size_t last = phrase->count;

        /* the last cell with anything in it */
        while (last > i && phrase->words[last - 1].mark == '|') {
            last--;
        }
        for (size_t k = last; k > i && phrase->words[k - 1].mark != '|'; k--) {
            int number = phrase->words[k - 1].mark == '0' ? phrase->words[k - 1].number : 0;

            if (number > 0 && number < 100 && named->paragraph_count < MN_PARAGRAPHS_MAX) {
                named->paragraphs[named->paragraph_count++] = number;
            }
        }
        for (size_t a = 0, b = named->paragraph_count; a + 1 < b; a++, b--) {
            int number = named->paragraphs[a];

            named->paragraphs[a] = named->paragraphs[b - 1];
            named->paragraphs[b - 1] = number;
        }
    }
    return true;
}

/* Whether word i is the "of" of "during consideration of": not of "the heading of the item". */
static bool names_consideration(const Phrase *phrase, size_t i)
{
    static const char *const acts[] = {"consideration", "discussion", "discussions",  "debate",
                                       "determination", "hearing",    "presentation", "duration",
                                       "remainder",     "rest",       "purpose",      "purposes"};

    for (size_t k = 0; i > 0 && mn_phrase_is(phrase, i, "of") && k < sizeof(acts) / sizeof(acts[0]);
         k++) {
        if (mn_phrase_is(phrase, i - 1, acts[k])) {
            return true;
        }
    }
    return false;
}

/* Whether numbers of items stand behind the noun at i: "Minutes JB/14/24 and JB/15/24", "reports 7 and 8". */
static bool names_numbers(const Phrase *phrase, size_t i)
{
    size_t next = i + 1;
    MnText reference;

    if (!mn_phrase_is(phrase, i, "minutes") && !mn_phrase_is(phrase, i, "reports") &&
        !mn_phrase_is(phrase, i, "report") && !mn_phrase_is(phrase, i, "matters")) {
        return false;
    }
    return mn_phrase_kind(phrase, next, R_SCOPE) || mn_phrase_is(phrase, next, "no") ||
           read_reference(phrase, &next, &reference);
}

/* The number in "the following two items", "the next 3 reports"; 0 where there is none before the noun at i. */
static int counted(const Phrase *phrase, size_t i)
{
    static const char *const numbers[] = {"one", "two",   "three", "four", "five",
                                          "six", "seven", "eight", "nine", "ten"};

    for (size_t k = i; k > 0 && i - k < 4; k--) {
        if (mn_phrase_is(phrase, k - 1, "following") || mn_phrase_is(phrase, k - 1, "next")) {
            for (size_t at = k; at < i; at++) {
                for (size_t n = 0; n < sizeof(numbers) / sizeof(numbers[0]); n++) {
                    if (mn_phrase_is(phrase, at, numbers[n])) {
                        return (int) n + 1;
                    }
                }
                if (phrase->words[at].mark == '0' && phrase->words[at].number > 0 &&
                    phrase->words[at].number < 20) {
                    return phrase->words[at].number;
                }
            }
        }
    }
    return 0;
}

/* What the resolution's own sentence says of its scope. */
static void read_scope(const Phrase *phrase, MnExclusion *exclusion)
{
    bool plural = false;

    for (size_t i = 0; i < phrase->count; i++) {
        bool noun = mn_phrase_kind(phrase, i, R_SCOPE) || mn_phrase_kind(phrase, i, R_THING);

        if (mn_phrase_kind(phrase, i, R_SCOPE) || names_numbers(phrase, i)) {
            size_t before = exclusion->item_count;
            size_t behind = read_list(phrase, i + 1, exclusion);

            if (exclusion->item_count > before) {
                i = behind - 1;
                continue;
            }
        }
        if (mn_phrase_kind(phrase, i, R_REST)) {
            exclusion->remainder = true;
        }
        if (mn_phrase_is(phrase, i, "following") || mn_phrase_is(phrase, i, "next") ||
            mn_phrase_is(phrase, i, "below") || mn_phrase_is(phrase, i, "canlynol")) {
            for (size_t k = i > 3 ? i - 3 : 0; k < phrase->count && k < i + 6; k++) {
                if (mn_phrase_is(phrase, k, "item") || mn_phrase_is(phrase, k, "items") ||
                    mn_phrase_is(phrase, k, "business") || mn_phrase_is(phrase, k, "matter") ||
                    mn_phrase_is(phrase, k, "report") || mn_phrase_is(phrase, k, "reports") ||
                    mn_phrase_is(phrase, k, "matters") || mn_phrase_is(phrase, k, "eitem") ||
                    mn_phrase_is(phrase, k, "eitemau") || mn_phrase_is(phrase, k, "minute")) {
                    exclusion->names_next = true;
                    if (exclusion->next_count == 0) {
                        exclusion->next_count = counted(phrase, k);
                    }
                    plural = plural || mn_phrase_is(phrase, k, "items") ||
                             mn_phrase_is(phrase, k, "reports") ||
                             mn_phrase_is(phrase, k, "matters") ||
                             mn_phrase_is(phrase, k, "eitemau") ||
                             (mn_phrase_is(phrase, k, "business") &&
                              !mn_phrase_has(phrase, "item of business", 1)) ||
                             (mn_phrase_is(phrase, k, "item") && k + 1 < phrase->count &&
                              phrase->words[k + 1].mark == '(');
                }
            }
        }
        if (noun && !mn_phrase_is(phrase, i, "items") && i > 0 &&
            mn_phrase_is(phrase, i - 1, "this")) {
            exclusion->names_this = true;
        }
        if ((mn_phrase_is(phrase, i, "which") && i > 0 &&
             (mn_phrase_is(phrase, i - 1, "during") || mn_phrase_is(phrase, i - 1, "for"))) ||
            (i + 1 < phrase->count && mn_phrase_is(phrase, i, "item") &&
             mn_phrase_is(phrase, i + 1, "taken"))) {
            /* "An item taken in accordance with ... during which the public were excluded" */
            exclusion->names_this = true;
        }
        if (mn_phrase_is(phrase, i, "this") &&
            (mn_phrase_is(phrase, i + 1, "agenda") || mn_phrase_is(phrase, i + 1, "exempt") ||
             mn_phrase_is(phrase, i + 1, "confidential") ||
             mn_phrase_is(phrase, i + 1, "application"))) {
            exclusion->names_this = true;
        }
        if (noun && i > 1 && mn_phrase_is(phrase, i - 1, "the") &&
            (mn_phrase_is(phrase, i, "item") || mn_phrase_is(phrase, i, "report") ||
             mn_phrase_is(phrase, i, "matter")) &&
            (names_consideration(phrase, i - 2) || mn_phrase_is(phrase, i - 2, "for") ||
             mn_phrase_is(phrase, i - 2, "during")) &&
            !mn_phrase_is(phrase, i + 1, "below")) {
            exclusion->names_this = true;
        }
    }
    if (mn_phrase_has(phrase, "part 2", 1) || mn_phrase_has(phrase, "part ii", 1) ||
        mn_phrase_has(phrase, "part b", 1) || mn_phrase_has(phrase, "exempt items", 1) ||
        mn_phrase_has(phrase, "confidential items", 1) ||
        mn_phrase_has(phrase, "private part", 1)) {
        exclusion->remainder = exclusion->remainder || exclusion->item_count == 0;
    }
    if (!exclusion->names_next && exclusion->item_count == 0 && !exclusion->remainder &&
        (mn_phrase_has(phrase, "session to consider", 0) ||
         mn_phrase_has(phrase, "session to hear", 0) ||
         mn_phrase_has(phrase, "session to discuss", 0) ||
         mn_phrase_has(phrase, "session to determine", 0) ||
         mn_phrase_has(phrase, "session to receive", 0) ||
         mn_phrase_has(phrase, "session to debate", 0))) {
        exclusion->names_this = true;
        exclusion->remainder = true;
    }
    if (mn_phrase_has(phrase, "item was in private", 3) ||
        mn_phrase_has(phrase, "report was in private", 3) ||
        mn_phrase_has(phrase, "matter was in private", 3)) {
        exclusion->names_this = true;
    }
    if (exclusion->names_next && plural && exclusion->next_count == 0) {
        exclusion->remainder = true;
    }
}

/* Adds what one sentence of the resolution says of ground and regime. */
static void read_grounds(const Phrase *phrase, MnNation nation, MnDate on, MnExclusion *exclusion)
{
    MnRegime regime = mn_phrase_regime(phrase);

    if (regime != MN_REGIME_NONE && exclusion->regime == MN_REGIME_NONE) {
        exclusion->regime = regime;
    }
    exclusion->grounds |= mn_phrase_grounds(phrase, nation, on);
    if (!mn_phrase_has(phrase, "categor*", 1) &&
        !mn_phrase_has(phrase, "access information procedure", 4)) {
        exclusion->paragraph_count = mn_phrase_paragraphs(
            phrase, 0, phrase->count, exclusion->paragraphs, exclusion->paragraph_count);
    }
}

/* Whether a sentence is only a head: "RESOLVED", "Resolved:", "It was agreed that:-". */
static bool is_head(const Phrase *phrase)
{
    size_t resolve = mn_phrase_find_kind(phrase, 0, R_RESOLVE);

    if (resolve >= phrase->count || mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count) {
        return false;
    }
    for (size_t i = resolve + 1; i < phrase->count; i++) {
        if (phrase->words[i].mark == 'w' && !mn_phrase_is(phrase, i, "that") &&
            !mn_phrase_is(phrase, i, "unanimously") && !mn_phrase_is(phrase, i, "to")) {
            return false;
        }
    }
    return resolve < 8;
}

/* Whether a later sentence decides what was proposed: "RESOLVED accordingly", "The motion was carried", "Agreed". */
static bool decides(const Phrase *phrase)
{
    size_t resolve = mn_phrase_find_kind(phrase, 0, R_RESOLVE);

    return resolve < phrase->count && !cancels(phrase) &&
           mn_phrase_find_kind(phrase, 0, R_NOT) >= phrase->count &&
           mn_phrase_find_kind(phrase, 0, R_WOULD) >= phrase->count;
}

/* What a walk over a body's sentences has found so far. */
typedef struct Search {
    MnText body;
    MnNation nation;
    MnDate on;
    MnExclusion *exclusion;
    Excludes found;
    bool resolved; /* a head is open */
    bool proposed; /* a recommendation's head is open */
    bool listing;  /* lines behind the resolution may name items */
    bool paragraph_column;
} Search;

/* A sentence behind the resolution: a line of its list, more of its grounds, its cancellation. Returns false where it was cancelled. */
static bool read_behind(Search *search, const Phrase *phrase, MnSpan sentence)
{
    MnExclusion *exclusion = search->exclusion;
    bool row = memchr(phrase->text.data, '|', phrase->text.len) != NULL;

    if (cancels(phrase)) {
        return false;
    }
    if (search->found == EXCLUDES_PROPOSED && decides(phrase)) {
        search->found = EXCLUDES_RESOLVED;
    }
    if (!search->listing) {
        return true;
    }
    if (row && exclusion->item_count == 0 &&
        (mn_phrase_has(phrase, "item*", 1) || mn_phrase_has(phrase, "minute*", 1))) {
        search->paragraph_column = mn_phrase_has(phrase, "paragraph*", 1) ||
                                   mn_phrase_has(phrase, "schedule", 1) ||
                                   mn_phrase_has(phrase, "category", 1);
        if (mn_phrase_find_kind(phrase, 0, R_SCOPE) < 4 && mn_phrase_has(phrase, "no", 1)) {
            exclusion->matched.len = sentence.start + sentence.len - exclusion->matched.start;
            return true;
        }
    }
    if ((row || exclusion->names_next || exclusion->item_count > 0 || exclusion->matched.len > 0) &&
        read_line(phrase, search->paragraph_column, exclusion)) {
        exclusion->matched.len = sentence.start + sentence.len - exclusion->matched.start;
        return true;
    }
    if (mn_phrase_has(phrase, "paragraph*", 1) || mn_phrase_has(phrase, "schedule", 1) ||
        mn_phrase_has(phrase, "grounds", 1) || mn_phrase_has(phrase, "exempt information", 1)) {
        read_grounds(phrase, search->nation, search->on, exclusion);
        exclusion->matched.len = sentence.start + sentence.len - exclusion->matched.start;
        return true;
    }
    search->listing = row;
    return true;
}

bool mn_find_exclusion(MnText body, MnNation nation, MnDate on, MnExclusion *exclusion)
{
    Search search = {.body = body, .nation = nation, .on = on, .exclusion = exclusion};
    MnWord words[PHRASE_WORDS];
    MnSpan sentence;
    size_t at = 0;

    memset(exclusion, 0, sizeof(*exclusion));
    if (!mn_may_restrict(body)) {
        return false;
    }
    while (mn_next_sentence(body, &at, &sentence)) {
        Phrase phrase;
        size_t word;
        Excludes sure;

        /* Without such a word only a short head matters, or what stands behind the resolution. */
        if (search.found == EXCLUDES_NOT && sentence.len > 80 &&
            !mn_may_restrict(mn_slice(body, sentence))) {
            continue;
        }
        phrase = mn_phrase(mn_slice(body, sentence), words);
        word = exclusion_word(&phrase);
        sure = word < phrase.count ? how_sure(&phrase, word, search.resolved, search.proposed)
                                   : EXCLUDES_NOT;

        if (sure > search.found) {
            memset(exclusion, 0, sizeof(*exclusion));
            search.found = sure;
            search.listing = true;
            exclusion->matched = sentence;
            read_scope(&phrase, exclusion);
            read_grounds(&phrase, nation, on, exclusion);
        } else if (search.found != EXCLUDES_NOT) {
            if (!read_behind(&search, &phrase, sentence)) {
                search.found = EXCLUDES_NOT;
                search.listing = false;
                memset(exclusion, 0, sizeof(*exclusion));
                break;
            }
        } else if (cancels(&phrase) && mn_phrase_find_kind(&phrase, 0, R_MARK) < phrase.count) {
            break;
        }
        if (is_head(&phrase)) {
            search.resolved = true;
            search.proposed = false;
        } else if (mn_phrase_is(&phrase, 0, "recommended") ||
                   mn_phrase_is(&phrase, 0, "recommendation") ||
                   mn_phrase_is(&phrase, 0, "recommendations")) {
            search.proposed = true;
            search.resolved = false;
        }
    }
    if (search.found != EXCLUDES_RESOLVED) {
        memset(exclusion, 0, sizeof(*exclusion));
        return false;
    }
    if (exclusion->item_count > 0) {
        /* A list says which items "the following" are. */
        exclusion->remainder =
            exclusion->remainder &&
            (exclusion->item_count == MN_ITEMS_NAMED_MAX || !exclusion->names_next);
        exclusion->names_next = false;
        for (size_t i = 0; i < exclusion->item_count; i++) {
            exclusion->grounds |=
                exclusion->items[i].paragraph_count == 0
                    ? 0
                    : mn_paragraph_grounds(exclusion->items[i].paragraphs,
                                           exclusion->items[i].paragraph_count, nation, on);
        }
    }
    exclusion->remainder =
        exclusion->remainder ||
        (exclusion->item_count == 0 && !exclusion->names_next && !exclusion->names_this);
    if (exclusion->grounds == 0) {
        exclusion->grounds = MN_GROUND_BIT(MN_UNSTATED);
    }
    return true;
}
