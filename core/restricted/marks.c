/*
 * marks.c - marks of restriction on titles, and headings that open private or public business.
 */
#include "phrase.h"

#include <string.h>

#define TITLE_WORDS PHRASE_WORDS

static bool is_paper(const Phrase *phrase, size_t i)
{
    static const char *const papers[] = {"report",   "reports",      "paper",   "papers",
                                         "item",     "minute",       "minutes", "update",
                                         "briefing", "presentation", "document"};

    for (size_t k = 0; k < sizeof(papers) / sizeof(papers[0]); k++) {
        if (mn_phrase_is(phrase, i, papers[k])) {
            return true;
        }
    }
    return false;
}

/* "part 2", "Part II", "PART TWO", "Part B" at word i: the words it takes, 0 for none; *second whether it is the second part. */
static size_t part_words(const Phrase *phrase, size_t i, bool *second)
{
    static const char *const firsts[] = {"i", "one", "a", "1"};
    static const char *const seconds[] = {"ii", "two", "b", "2"};

    if (!mn_phrase_is(phrase, i, "part") && !mn_phrase_is(phrase, i, "rhan") &&
        !mn_phrase_is(phrase, i, "section")) {
        return 0;
    }
    for (size_t k = 0; k < 4; k++) {
        if (mn_phrase_is(phrase, i + 1, firsts[k]) || mn_phrase_is(phrase, i + 1, seconds[k])) {
            *second = mn_phrase_is(phrase, i + 1, seconds[k]);
            return 2;
        }
    }
    return 0;
}

/* The words of the mark that stands at word i: "RESTRICTED", "Exempt item", "Not for publication", "Part 2"; 0 for none. */
static size_t mark_words(const Phrase *phrase, size_t i)
{
    bool second = false;
    size_t part = part_words(phrase, i, &second);

    if (part > 0 && !mn_phrase_is(phrase, i, "section")) {
        return second ? part : 0;
    }
    if (mn_phrase_is(phrase, i, "not") && mn_phrase_is(phrase, i + 1, "for") &&
        mn_phrase_is(phrase, i + 2, "publication")) {
        return 3;
    }
    if (mn_phrase_is(phrase, i, "in") &&
        (mn_phrase_is(phrase, i + 1, "camera") || mn_phrase_is(phrase, i + 1, "committee") ||
         mn_phrase_is(phrase, i + 1, "private"))) {
        return 2;
    }
    if (mn_phrase_is(phrase, i, "pink") &&
        (mn_phrase_is(phrase, i + 1, "paper") || mn_phrase_is(phrase, i + 1, "papers"))) {
        return 2;
    }
    if (mn_phrase_is(phrase, i, "official") && phrase->count > i + 2 &&
        (mn_phrase_is(phrase, i + 1, "sensitive") || mn_phrase_is(phrase, i + 2, "sensitive"))) {
        return mn_phrase_is(phrase, i + 1, "sensitive") ? 2 : 3;
    }
    /* Welsh: "Eitem Eithriedig", "Adroddiad Cyfrinachol" */
    if (mn_phrase_kind(phrase, i + 1, R_MARK) &&
        (mn_phrase_is(phrase, i, "eitem") || mn_phrase_is(phrase, i, "adroddiad") ||
         mn_phrase_is(phrase, i, "cofnodion"))) {
        return 2;
    }
    if (!mn_phrase_kind(phrase, i, R_MARK) ||
        (phrase->words[i].value == MARK_CLOSED && !mn_phrase_is(phrase, i + 1, "session"))) {
        return 0;
    }
    if (mn_phrase_is(phrase, i + 1, "item") || mn_phrase_is(phrase, i + 1, "report") ||
        mn_phrase_is(phrase, i + 1, "session") || mn_phrase_is(phrase, i + 1, "business")) {
        return 2;
    }
    if ((mn_phrase_is(phrase, i + 1, "and") || mn_phrase_is(phrase, i + 1, "/")) &&
        mn_phrase_kind(phrase, i + 2, R_MARK)) {
        return 3;
    }
    return 1;
}

static bool is_separator(const Phrase *phrase, size_t i)
{
    return i < phrase->count &&
           (phrase->words[i].mark == ':' || phrase->words[i].mark == '|' ||
            (phrase->words[i].mark == '-' &&
             (phrase->words[i].spaced || (i + 1 < phrase->count && phrase->words[i + 1].spaced))));
}

/* Whether the words of a bracket (from, to) are a mark: "(Exempt)", "(Restricted - paragraph 3)"; not "(exempt appendix)". */
static bool bracket_marks(const Phrase *phrase, size_t from, size_t to)
{
    size_t mark = mark_words(phrase, from);
    size_t next = from + mark;

    if (mark == 0) {
        return false;
    }
    for (size_t i = from; i < to; i++) {
        if (mn_phrase_kind(phrase, i, R_PIECE)) {
            return false;
        }
    }
    if (next >= to) {
        return true;
    }
    if (mn_phrase_is(phrase, from, "part")) {
        return !mn_phrase_is(phrase, next, "of");
    }
    return phrase->words[next].mark != 'w' || is_paper(phrase, next) ||
           mn_phrase_kind(phrase, next, R_CAUSE) || mn_phrase_kind(phrase, next, R_PARAGRAPH) ||
           mn_phrase_is(phrase, next, "until") || mn_phrase_is(phrase, next, "pending") ||
           mn_phrase_is(phrase, next, "circulation") || mn_phrase_is(phrase, next, "for") ||
           mn_phrase_kind(phrase, next, R_MARK) || mn_phrase_is(phrase, next, "by") ||
           mn_phrase_is(phrase, next, "information") || mn_phrase_is(phrase, next, "items");
}

/* Whether all words but those of [from, to) are in capitals: then those say nothing more by theirs. */
static bool rest_is_upper(const Phrase *phrase, size_t from, size_t to)
{
    size_t words = 0;
    size_t upper = 0;

    for (size_t i = 0; i < phrase->count; i++) {
        if ((i < from || i >= to) && phrase->words[i].mark == 'w' && phrase->words[i].len > 1) {
            words++;
            upper += phrase->words[i].upper;
        }
    }
    return upper * 2 > words;
}

/* The words of the mark that the title begins with, its separator too; 0 for none. */
static size_t leading_mark(const Phrase *phrase)
{
    size_t mark;

    if (phrase->count > 2 && (phrase->words[0].mark == '(' || phrase->words[0].mark == '[')) {
        for (size_t i = 1; i < phrase->count; i++) {
            if (phrase->words[i].mark == ')' || phrase->words[i].mark == ']') {
                return bracket_marks(phrase, 1, i) ? i + 1 + is_separator(phrase, i + 1) : 0;
            }
        }
        return 0;
    }
    mark = mark_words(phrase, 0);
    if (mark == 0) {
        return 0;
    }
    /* "Exempt Item 12: Lease" */
    if (mark == 2 && mark + 1 < phrase->count && phrase->words[mark].mark == '0' &&
        is_separator(phrase, mark + 1) && mark + 2 < phrase->count) {
        return mark + 2;
    }
    if (is_separator(phrase, mark) && mark + 1 < phrase->count) {
        return mark + 1;
    }
    if (mark < phrase->count && phrase->words[0].upper && !rest_is_upper(phrase, 0, mark) &&
        mn_phrase_kind(phrase, 0, R_MARK) && !mn_phrase_kind(phrase, mark, R_PIECE) &&
        !mn_phrase_is(phrase, mark, "minutes")) {
        return mark;
    }
    return 0;
}

/* The first word of the mark that the title ends with; phrase->count for none. */
static size_t trailing_mark(const Phrase *phrase)
{
    size_t n = phrase->count;
    char last = n > 0 ? phrase->words[n - 1].mark : '\0';

    if (last == ')' || last == ']') {
        for (size_t i = n - 1; i-- > 0;) {
            if (phrase->words[i].mark == '(' || phrase->words[i].mark == '[') {
                if (i > 0 && mn_phrase_kind(phrase, i + 1, R_PARAGRAPH)) {
                    /* "Lease - Exempt Report (Paragraph 3)" */
                    n = i;
                    break;
                }
                return i > 0 && bracket_marks(phrase, i + 1, n - 1) ? i : n;
            }
        }
        if (n == phrase->count) {
            return n;
        }
    }
    for (size_t i = 1; i < n; i++) {
        size_t mark = mark_words(phrase, i);

        if (mark == 0) {
            continue;
        }
        if (mn_phrase_is(phrase, i, "restricted") && mn_phrase_is(phrase, i + 1, "enclosure")) {
            return i;
        }
        if (is_separator(phrase, i - 1) && !mn_phrase_is(phrase, i, "part") &&
            (i + mark == n || (is_paper(phrase, i + mark) && i + mark + 1 == n) ||
             (mn_phrase_is(phrase, i + mark, "circulation") && i + mark + 1 == n) ||
             mn_phrase_kind(phrase, i + mark, R_PARAGRAPH) ||
             mn_phrase_kind(phrase, i + mark, R_CAUSE) ||
             (mn_phrase_is(phrase, i + mark, "by") &&
              mn_phrase_is(phrase, i + mark + 1, "virtue")))) {
            return i - 1;
        }
        if (i + mark == n && phrase->words[i].upper && !rest_is_upper(phrase, i, n) &&
            (i < 2 || phrase->words[i - 1].mark != '-')) {
            return i;
        }
        if (mark == 3 && mn_phrase_is(phrase, i, "not") && i + mark == n) {
            return i;
        }
    }
    return phrase->count;
}

/* "Urgent Exempt Item: Sea Wall", "Additional Confidential Report". */
static bool is_added_item(const Phrase *phrase)
{
    static const char *const added[] = {"urgent", "additional", "late", "further", "supplementary"};
    size_t mark = mark_words(phrase, 1);

    for (size_t i = 0; mark == 2 && i < sizeof(added) / sizeof(added[0]); i++) {
        if (mn_phrase_is(phrase, 0, added[i])) {
            return phrase->count == 3 || is_separator(phrase, 3);
        }
    }
    return false;
}

/* Whether the whole title is of a restricted paper: "Exempt Minutes", "Restricted Report", "Part Two Minutes", "Not for publication". */
static bool is_restricted_paper(const Phrase *phrase)
{
    size_t mark = mark_words(phrase, 0);
    size_t next = mark;

    if (mark == 0) {
        return is_added_item(phrase);
    }
    if (mark == phrase->count) {
        return !mn_phrase_is(phrase, 0, "part") && !mn_phrase_is(phrase, mark - 1, "business") &&
               !mn_phrase_is(phrase, mark - 1, "session");
    }
    if (mn_phrase_is(phrase, 0, "part")) {
        return mn_phrase_is(phrase, next, "minutes");
    }
    if (mark == 2 && mn_phrase_is(phrase, 1, "report")) {
        next = 1;
    } else if (!is_paper(phrase, next) && !mn_phrase_kind(phrase, next, R_PIECE)) {
        return false;
    }
    for (size_t i = next + 1; i < phrase->count; i++) {
        if (mn_phrase_is(phrase, i, "procedure") || mn_phrase_is(phrase, i, "policy") ||
            mn_phrase_is(phrase, i, "protocol") || mn_phrase_is(phrase, i, "review") ||
            mn_phrase_is(phrase, i, "writing")) {
            return false;
        }
    }
    return phrase->words[0].value != MARK_PRIVATE || mn_phrase_is(phrase, next, "minutes");
}

/* Whether a mark stands between separators: "Joint Board - Private Item: Chief Officer", "Estates: Exempt: Lease". */
static bool has_inner_mark(const Phrase *phrase)
{
    for (size_t i = 1; i < phrase->count; i++) {
        size_t mark = is_separator(phrase, i - 1) ? mark_words(phrase, i) : 0;

        if (mark > 0 && !mn_phrase_is(phrase, i, "part") && is_separator(phrase, i + mark) &&
            i + mark + 1 < phrase->count) {
            return true;
        }
    }
    return false;
}

MnText mn_title_without_mark(MnText title, bool *marked)
{
    MnWord words[TITLE_WORDS];

    *marked = false;
    title = mn_trim(title);
    for (int rounds = 0; rounds < 4; rounds++) {
        Phrase phrase = mn_phrase(title, words);
        size_t lead = leading_mark(&phrase);
        size_t trail;

        if (lead > 0 && lead < phrase.count) {
            size_t at = phrase.words[lead].start;

            *marked = true;
            title = mn_trim((MnText){title.data + at, title.len - at});
            continue;
        }
        trail = phrase.count < TITLE_WORDS ? trailing_mark(&phrase) : phrase.count;
        if (trail < phrase.count && trail > 0) {
            *marked = true;
            title = mn_trim((MnText){title.data, phrase.words[trail].start});
            continue;
        }
        *marked = *marked || lead > 0 || is_restricted_paper(&phrase) || has_inner_mark(&phrase);
        break;
    }
    return title;
}

/* ---- headings ---- */

/* Whether what stands behind "Part 2" is business of its own that need not be private: "Part 2 - Items for information". */
static bool is_open_business(const Phrase *phrase, size_t from)
{
    static const char *const words[] = {
        "information",   "decision",     "decisions",   "recommendation", "recommendations",
        "planning",      "applications", "delegated",   "noting",         "public",
        "open",          "scrutiny",     "performance", "discussion",     "approval",
        "consideration", "policy",       "resolved",    "routine"};

    for (size_t i = from; i < phrase->count; i++) {
        for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
            if (mn_phrase_is(phrase, i, words[k])) {
                return true;
            }
        }
    }
    return false;
}

/* Whether the heading speaks of private business in words: "Exempt items", "Items to be taken in private". */
static bool says_private(const Phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++) {
        size_t mark = mark_words(phrase, i);

        if (mark == 0 ||
            (i > 0 &&
             (mn_phrase_is(phrase, i - 1, "non") || mn_phrase_kind(phrase, i - 1, R_NOT))) ||
            (i > 1 && phrase->words[i - 1].mark == '-' && mn_phrase_is(phrase, i - 2, "non"))) {
            continue;
        }
        if (mn_phrase_is(phrase, i, "part")) {
            continue;
        }
        if (i + mark >= phrase->count || phrase->words[i + mark].mark != 'w' ||
            mn_phrase_is(phrase, i + mark, "items") || mn_phrase_is(phrase, i + mark, "business") ||
            is_paper(phrase, i + mark) || mn_phrase_is(phrase, i + mark, "session") ||
            mn_phrase_is(phrase, i + mark, "matters") || mn_phrase_is(phrase, i + mark, "agenda") ||
            mn_phrase_is(phrase, i + mark, "section") || mn_phrase_is(phrase, i + mark, "part") ||
            mn_phrase_is(phrase, i + mark, "information") ||
            mn_phrase_is(phrase, i + mark, "meeting") ||
            mn_phrase_is(phrase, i + mark, "decisions")) {
            return true;
        }
        if (mark == 2 && !mn_phrase_is(phrase, i + 1, "report") && !mn_phrase_is(phrase, i, "in")) {
            return true;
        }
    }
    return mn_phrase_has(phrase, "absence of press public", 3) ||
           mn_phrase_has(phrase, "in committee", 1) ||
           mn_phrase_has(phrase, "following exclusion public", 6) ||
           mn_phrase_has(phrase, "after exclusion public", 6) ||
           mn_phrase_has(phrase, "public excluded", 4) ||
           mn_phrase_has(phrase, "excluded public", 4) || mn_phrase_has(phrase, "in camera", 1);
}

bool mn_heading_is_private(MnText heading, bool *opens_public)
{
    MnWord words[PHRASE_WORDS];
    Phrase phrase = mn_phrase(mn_trim(heading), words);
    bool second = false;
    size_t part = part_words(&phrase, 0, &second);
    bool none = mn_phrase_is(&phrase, 0, "no") || mn_phrase_is(&phrase, phrase.count - 1, "none");

    *opens_public = false;
    if (phrase.count == 0 || phrase.count > 24) {
        return false;
    }
    if (!none &&
        (mn_phrase_has(&phrase, "closed to public", 3) ||
         mn_phrase_has(&phrase, "closed to press", 3) ||
         mn_phrase_has(&phrase, "not open public", 3) ||
         mn_phrase_has(&phrase, "not in public", 1) ||
         mn_phrase_has(&phrase, "public not admitted", 4) ||
         mn_phrase_has(&phrase, "not for publication", 0)) &&
        (part > 0 || mn_phrase_has(&phrase, "item*", 0) || mn_phrase_has(&phrase, "business", 0) ||
         mn_phrase_has(&phrase, "session", 0) || mn_phrase_has(&phrase, "meeting", 0) ||
         mn_phrase_has(&phrase, "matters", 0) ||
         mn_phrase_has(&phrase, "not for publication", 0))) {
        return true;
    }
    if (mn_phrase_has(&phrase, "open to public", 3) || mn_phrase_has(&phrase, "open to press", 3)) {
        *opens_public = true;
        return false;
    }
    if (mn_phrase_has(&phrase, "non exempt", 2) || mn_phrase_has(&phrase, "non confidential", 2) ||
        mn_phrase_has(&phrase, "open session", 1) || mn_phrase_has(&phrase, "open items", 1) ||
        mn_phrase_has(&phrase, "public session", 1) || mn_phrase_has(&phrase, "public items", 1) ||
        mn_phrase_has(&phrase, "public business", 1) ||
        mn_phrase_has(&phrase, "public agenda", 1) || mn_phrase_has(&phrase, "public part", 1) ||
        mn_phrase_has(&phrase, "public reports", 1) || mn_phrase_has(&phrase, "in public", 1) ||
        (phrase.count == 1 && mn_phrase_is(&phrase, 0, "public"))) {
        *opens_public = true;
        return false;
    }
    if (none) {
        return false;
    }
    if (part > 0 && !second) {
        *opens_public = !says_private(&phrase);
        return !*opens_public;
    }
    if (part > 0 && second) {
        return says_private(&phrase) || !is_open_business(&phrase, part);
    }
    return says_private(&phrase);
}
