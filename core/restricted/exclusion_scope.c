/*
 * exclusion_scope.c - which items a resolution to exclude the public names.
 */
#include "exclusion.h"

#include <string.h>

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

/* Gives the paragraphs cited between two words to the items of the list from `first_item` on that cite none yet. */
static void cite_for(const Phrase *phrase, size_t from, size_t to, MnExclusion *exclusion,
                     size_t first_item)
{
    int paragraphs[MN_PARAGRAPHS_MAX];
    size_t count = mn_phrase_paragraphs(phrase, from, to, paragraphs, 0);

    for (size_t n = first_item; count > 0 && n < exclusion->item_count; n++) {
        MnItemsNamed *named = &exclusion->items[n];

        if (named->paragraph_count == 0) {
            memcpy(named->paragraphs, paragraphs, count * sizeof(paragraphs[0]));
            named->paragraph_count = count;
        }
    }
}

/*
 * "items 12 and 14 to 16", "Minute Nos. 23-28", "items 4 (paragraph 3) and 5 (paragraph 1)" from the word behind the noun; returns the word
 * behind the list.
 */
static size_t read_list(const Phrase *phrase, size_t i, MnExclusion *exclusion)
{
    bool range = false;
    size_t uncited = exclusion->item_count;

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
            size_t open = i;

            while (i < phrase->count && phrase->words[i].mark != ')') {
                i++;
            }
            cite_for(phrase, open, i, exclusion, uncited);
            uncited = exclusion->item_count;
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

/*
 * "paragraphs 3 (item 49) and 5 (items 51 and 52)": behind a paragraph's number the brackets say for which items it is cited. open is the
 * word of the bracket. Returns the word behind the bracket, or open where it is none of these.
 */
static size_t read_items_of_paragraph(const Phrase *phrase, size_t open, MnExclusion *exclusion)
{
    MnExclusion inner = {.item_count = 0};
    Phrase inside = *phrase;
    size_t close = open + 1;
    size_t first = open;
    size_t noun = open;
    int paragraphs[MN_PARAGRAPHS_MAX];
    size_t count = 0;

    while (close < phrase->count && phrase->words[close].mark != ')') {
        close++;
    }
    /* the numbers before the bracket, back to the noun or the bracket before */
    while (first > 0 &&
           (phrase->words[first - 1].mark == '0' || phrase->words[first - 1].mark == ',' ||
            phrase->words[first - 1].mark == '&' || mn_phrase_is(phrase, first - 1, "and") ||
            mn_phrase_is(phrase, first - 1, "or"))) {
        first--;
    }
    while (noun > 0 && !mn_phrase_kind(phrase, noun - 1, R_PARAGRAPH) &&
           !mn_phrase_kind(phrase, noun - 1, R_RESOLVE)) {
        noun--;
    }
    if (close >= phrase->count || noun == 0 || first == open ||
        !mn_phrase_kind(phrase, noun - 1, R_PARAGRAPH) ||
        (first != noun && phrase->words[first - 1].mark != ')')) {
        return open;
    }
    for (size_t k = first; k < open && count < MN_PARAGRAPHS_MAX; k++) {
        if (phrase->words[k].mark == '0' && phrase->words[k].number > 0 &&
            phrase->words[k].number < 100) {
            paragraphs[count++] = phrase->words[k].number;
        }
    }
    inside.count = close;
    read_list(&inside, open + 2, &inner);
    if (count == 0 || inner.item_count == 0) {
        return open;
    }
    for (size_t n = 0; n < inner.item_count; n++) {
        MnItemsNamed *named = NULL;

        for (size_t k = 0; k < exclusion->item_count && named == NULL; k++) {
            if (mn_same(exclusion->items[k].first, inner.items[n].first) &&
                mn_same(exclusion->items[k].last, inner.items[n].last)) {
                named = &exclusion->items[k];
            }
        }
        if (named == NULL) {
            named = add_item(exclusion, inner.items[n].first, inner.items[n].last);
        }
        for (size_t k = 0; named != NULL && k < count && named->paragraph_count < MN_PARAGRAPHS_MAX;
             k++) {
            named->paragraphs[named->paragraph_count++] = paragraphs[k];
        }
    }
    return close + 1;
}

bool mn_exclusion_line(const Phrase *phrase, bool paragraph_column, MnExclusion *exclusion)
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

void mn_exclusion_scope(const Phrase *phrase, MnExclusion *exclusion)
{
    bool plural = false;

    for (size_t i = 0; i < phrase->count; i++) {
        bool noun = mn_phrase_kind(phrase, i, R_SCOPE) || mn_phrase_kind(phrase, i, R_THING);

        if (phrase->words[i].mark == '(' && mn_phrase_kind(phrase, i + 1, R_SCOPE)) {
            size_t behind = read_items_of_paragraph(phrase, i, exclusion);

            if (behind > i) {
                i = behind - 1;
                continue;
            }
        }
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
        if (mn_phrase_is(phrase, i, "eitem") && mn_phrase_is(phrase, i + 1, "hon")) {
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
