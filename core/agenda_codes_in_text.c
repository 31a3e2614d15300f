/*
 * agenda_codes_in_text.c - the agenda codes in running text; see agenda_code.h.
 *
 * A code is found from its last slash: the year to the right, then number, separator and prefix to the left. Where the
 * prefix is set off by white space alone, words and figures that merely stand side by side ("by 12/25") look the same,
 * so there the prefix must be written like one.
 */
#include "agenda_code.h"

#include <string.h>

#define NO_CHARACTER 0xFFFFFFFFu
#define MAX_PREFIX 8
#define MAX_DIGITS 4
#define LONGEST_WORD 11

/* Above a line that begins with a number, a longer word in capitals is a heading rather than a prefix. */
#define LONGEST_OVER_LINES 5

/* What stands to the left of a last slash. */
typedef struct Left {
    size_t start;        /* of the prefix */
    size_t end;          /* of the prefix */
    bool upper;          /* the prefix is upper case throughout */
    bool spaced;         /* white space in some separator */
    bool slashed;        /* a slash between prefix and number */
    int line_breaks;     /* in the separator behind the prefix */
    bool year_as_number; /* the number has four digits and reads as a year */
} Left;

/* The character before *at that is not invisible, fullwidth forms as ASCII; *at moves to its start. */
static uint32_t back(MnText text, size_t *at)
{
    while (*at > 0) {
        unsigned char byte = (unsigned char) text.data[*at - 1];
        uint32_t c;

        if (byte < 0x80) {
            *at -= 1;
            return byte;
        }
        c = mn_previous(text, at);
        if (!mn_is_invisible(c)) {
            return mn_narrow(c);
        }
    }
    return NO_CHARACTER;
}

/* The character at *at that is not invisible, fullwidth forms as ASCII; *at moves behind it. */
static uint32_t forth(MnText text, size_t *at)
{
    while (*at < text.len) {
        unsigned char byte = (unsigned char) text.data[*at];
        uint32_t c;

        if (byte < 0x80) {
            *at += 1;
            return byte;
        }
        c = mn_next(text, at);
        if (!mn_is_invisible(c)) {
            return mn_narrow(c);
        }
    }
    return NO_CHARACTER;
}

static bool is_blank(uint32_t c)
{
    return c != NO_CHARACTER && mn_is_space(c) && c != '\f';
}

/*
 * Letters of other scripts, marks, symbols and currency signs belong to what they touch; white space, quotes,
 * dashes, bullets and drawn lines part.
 */
static bool parts_words(uint32_t c)
{
    if (c == NO_CHARACTER) {
        return true;
    }
    if (c < 0x80) {
        return c <= ' ' || c == 0x7F || strchr("!\"'()*,-.:;<>?[]_`{|}#", (int) c) != NULL;
    }
    return c == 0x85 || c == 0xA0 || c == 0xAB || c == 0xB7 || c == 0xBB || mn_is_space(c) ||
           (c >= 0x2010 && c <= 0x202F) || (c >= 0x2039 && c <= 0x203D) ||
           (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2500 && c <= 0x27BF) ||
           (c >= 0x3000 && c <= 0x303F) || (c >= 0xE000 && c <= 0xF8FF) || c >= 0x1F000;
}

static bool is_word_character(uint32_t c)
{
    return c != NO_CHARACTER && (mn_is_letter(c) || mn_is_digit(c) || (c >= 0xC0 && c < 0x2000));
}

/* Whether what stands right before the prefix leaves it a word of its own. */
static bool starts_cleanly(MnText text, const Left *left)
{
    size_t at = left->start;
    uint32_t c = back(text, &at);
    uint32_t before;

    if (!parts_words(c)) {
        return false;
    }
    before = back(text, &at);
    switch (c) {
    case '-':
    case '_':
    case '\'':
    case 0x2010:
    case 0x2011:
    case 0x2019:
        /* "Co-op", "snake_case", "O'Neil": the rest of a longer word; a range's dash follows a digit. */
        return !is_word_character(before) || (mn_is_digit(before) && c != '\'');
    case '.':
        /* A host name is not a prefix ("www.example/3/25"); "Minute No.ABC/3/25" is only badly spaced. */
        return !is_word_character(before) || left->upper;
    case ':':
        /* A URN or a drive. */
        return !is_word_character(before) || left->upper;
    default:
        return true;
    }
}

/* Whether what stands right behind the year leaves it the end: no further component, decimal or range of years. */
static bool ends_cleanly(MnText text, size_t at)
{
    uint32_t c = forth(text, &at);
    uint32_t next;
    int digits = 0;

    if (!parts_words(c)) {
        return false;
    }
    if (c == '.' || c == ':' || c == '_') {
        next = forth(text, &at);
        return c == '_'
                   ? !is_word_character(next)
                   : !is_word_character(next) || (!mn_is_digit(next) && mn_upper(next) == next);
    }
    if (!mn_is_minus(c)) {
        return true;
    }
    /* "-26" makes it a pair of years or a part; "-SSP/70/25" and "-70/25" are the other end of a range. */
    while (mn_is_digit(next = forth(text, &at)) && digits <= MAX_DIGITS) {
        digits++;
    }
    if (digits == 0) {
        return c != '-' || !is_word_character(next) || mn_upper(next) == next;
    }
    return mn_is_slash(next);
}

/* Two or four digits of a year from *at on, which moves behind them. */
static bool read_year(MnText text, size_t *at, bool *spaced)
{
    size_t probe = *at;
    uint32_t c = forth(text, &probe);
    int digits = 0;

    while (is_blank(c)) {
        *spaced = true;
        *at = probe;
        c = forth(text, &probe);
    }
    for (; mn_is_digit(c); c = forth(text, &probe)) {
        if (++digits > MAX_DIGITS) {
            return false;
        }
        *at = probe;
    }
    return digits == 2 || digits == 4;
}

/* Number, separator and prefix that end at `at`. */
static bool read_left(MnText text, size_t at, Left *left)
{
    size_t probe = at;
    uint32_t c = back(text, &probe);
    int digits = 0;
    int letters = 0;
    int number = 0;
    int scale = 1;

    memset(left, 0, sizeof(*left));
    while (is_blank(c)) {
        left->spaced = true;
        c = back(text, &probe);
    }
    if (mn_is_letter(c)) {
        c = back(text, &probe);
    }
    for (; mn_is_digit(c); c = back(text, &probe)) {
        if (++digits > MAX_DIGITS) {
            return false;
        }
        number += (int) (c - '0') * scale;
        scale *= 10;
    }
    if (digits == 0) {
        return false;
    }
    left->year_as_number = digits == 4 && number >= 1990 && number <= 2099;

    for (;; c = back(text, &probe)) {
        if (is_blank(c)) {
            left->spaced = true;
            left->line_breaks += c == '\n';
        } else if (mn_is_slash(c) && !left->slashed) {
            left->slashed = true;
        } else {
            break;
        }
        left->end = probe;
    }
    if (left->end == 0) {
        return false;
    }
    left->upper = true;
    while (c != NO_CHARACTER && mn_is_letter(c)) {
        if (++letters > MAX_PREFIX) {
            return false;
        }
        left->upper &= mn_upper(c) == c;
        left->start = probe;
        c = back(text, &probe);
    }
    /* One letter is a series of its own only where a slash says so; a small one never. */
    return letters >= 2 || (letters == 1 && left->slashed && left->upper && !left->spaced);
}

/* Writes the letters of [start, end) in lower case, at most size - 1; returns how many there are. */
static size_t fold(MnText text, size_t start, size_t end, char *out, size_t size)
{
    MnText word = {text.data, end};
    size_t len = 0;

    while (start < end) {
        uint32_t c = forth(word, &start);

        if (c == NO_CHARACTER) {
            break;
        }
        if (len + 1 < size) {
            out[len] = c < 0x80 ? (char) mn_lower(c) : '?';
        }
        len++;
    }
    out[len < size ? len : size - 1] = '\0';
    return len;
}

static bool is_one_of(const char *word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, list[i]) == 0) {
            return true;
        }
    }
    return false;
}
#define IS_ONE_OF(word, list) is_one_of((word), (list), sizeof(list) / sizeof((list)[0]))

/* Words before a date or a pair of years, however they are joined to it. */
static const char *const date_words[] = {
    "jan",   "feb",    "mar",     "apr",      "may",     "jun",      "jul",      "aug",
    "sep",   "sept",   "oct",     "nov",      "dec",     "january",  "february", "march",
    "april", "june",   "july",    "august",   "october", "november", "december", "mon",
    "tue",   "tues",   "wed",     "thu",      "thur",    "thurs",    "fri",      "sat",
    "sun",   "monday", "tuesday", "thursday", "friday",  "saturday", "sunday",   "fy",
    "ay",    "year",   "years",   "yr",       "fye",     "dated",    "date",     "wc",
    "we",    "and",    "or",      "on",       "in",      "of",       "to",       "by",
    "from",  "for",    "the",     "until",    "till",    "since",    "at",
};

/* Words that are no prefix where only white space stands behind them: headings, labels, small words. */
static const char *const plain_words[] = {
    "action",   "actions",  "added",    "agenda",  "agreed",   "all",     "also",    "appendix",
    "apology",  "are",      "as",       "autumn",  "be",       "before",  "between", "budget",
    "business", "but",      "case",     "chair",   "chairman", "closed",  "closing", "code",
    "council",  "crime",    "decision", "during",  "end",      "ended",   "ending",  "financial",
    "flat",     "forward",  "grade",    "had",     "half",     "has",     "have",    "if",
    "is",       "issue",    "item",     "items",   "last",     "line",    "lot",     "meeting",
    "members",  "min",      "mins",     "minute",  "minutes",  "motion",  "new",     "next",
    "no",       "nos",      "not",      "note",    "noted",    "notes",   "number",  "open",
    "opened",   "page",     "pages",    "part",    "parts",    "per",     "period",  "phase",
    "plan",     "plot",     "present",  "private", "public",   "quarter", "ref",     "report",
    "reports",  "resolved", "resumed",  "review",  "room",     "rooms",   "school",  "score",
    "scored",   "season",   "section",  "see",     "site",     "spring",  "start",   "starts",
    "stage",    "started",  "summary",  "summer",  "table",    "than",    "that",    "then",
    "this",     "time",     "title",    "total",   "unit",     "update",  "updated", "venue",
    "version",  "vote",     "votes",    "was",     "week",     "welcome", "were",    "winter",
    "with",     "xmas",     "kpi",      "kpis",    "pi",       "pis",     "nhs",     "uk",
    "am",       "pm",       "gbp",      "vat",     "tax",      "mtfp",    "mtfs",    "mtp",
    "hra",      "capital",  "revenue",  "outturn", "data",     "target",  "targets", "actual",
    "received", "approved", "deferred", "confirm", "exempt",   "other",   "any",     "ward",
};

/* What a reference to something else than a minute is called. */
static const char *const other_papers[] = {
    "report",    "reports",  "paper",      "papers",    "application", "applications", "planning",
    "enclosure", "document", "documents",  "licence",   "license",     "contract",     "tender",
    "order",     "appeal",   "invoice",    "policy",    "petition",    "complaint",    "cheque",
    "permit",    "notice",   "regulation", "directive",
};

/* Words between such a name and its reference. */
static const char *const reference_words[] = {
    "no", "nos", "ref", "refs", "reference", "references", "number", "numbers", "numbered", "nr",
};

/* Upper-case words that may stand before a prefix on its line; others make it the end of a heading. */
static const char *const leading_words[] = {
    "minute", "minutes", "item",       "items",  "code",     "codes",  "ref", "no",
    "nos",    "see",     "and",        "or",     "to",       "from",   "of",  "in",
    "by",     "also",    "restricted", "exempt", "resolved", "agreed",
};

/* The word that ends before `at` on the same line, in lower case; false where there is none. */
static bool word_before(MnText text, size_t *at, char out[LONGEST_WORD + 2], bool *upper)
{
    size_t probe = *at;
    size_t end;
    size_t len = 0;
    uint32_t c = back(text, &probe);

    while (c == ' ' || c == '\t' || c == 0xA0 || c == '.' || c == ':' || c == '*') {
        *at = probe;
        c = back(text, &probe);
    }
    end = *at;
    *upper = true;
    while (c != NO_CHARACTER && mn_is_letter(c)) {
        if (++len > LONGEST_WORD + 1) {
            break;
        }
        *upper &= mn_upper(c) == c;
        *at = probe;
        c = back(text, &probe);
    }
    if (len == 0) {
        return false;
    }
    fold(text, *at, end, out, LONGEST_WORD + 2);
    return true;
}

/* Whether the words before a code say that it is the reference of a report, an application or the like. */
static bool refers_elsewhere(MnText text, size_t start)
{
    char word[LONGEST_WORD + 2];
    bool upper;

    for (int i = 0; i < 3 && word_before(text, &start, word, &upper); i++) {
        if (IS_ONE_OF(word, other_papers)) {
            return true;
        }
        if (!IS_ONE_OF(word, reference_words)) {
            return false;
        }
    }
    return false;
}

/* Whether the prefix is the last word of a heading in capitals. */
static bool ends_heading(MnText text, size_t start)
{
    char word[LONGEST_WORD + 2];
    bool upper;
    size_t at = start;
    uint32_t c = back(text, &at);

    if (c != ' ' && c != '\t' && c != 0xA0) {
        return false;
    }
    return word_before(text, &start, word, &upper) && upper && !IS_ONE_OF(word, leading_words);
}

/* The code around the slash at [slash, behind), if it is one. */
static bool read_code(MnText text, size_t slash, size_t behind, MnAgendaCodeFound *found)
{
    Left left;
    size_t end = behind;
    bool spaced = false;
    char prefix[MAX_PREFIX + 1];

    /* Cheapest first: most slashes in minutes are dates and alternatives. */
    if (!read_year(text, &end, &spaced) || !read_left(text, slash, &left)) {
        return false;
    }
    fold(text, left.start, left.end, prefix, sizeof(prefix));
    if (left.year_as_number || IS_ONE_OF(prefix, date_words) || left.line_breaks > 1 ||
        ((spaced || left.spaced) && !left.upper)) {
        return false;
    }
    if (!left.slashed && (IS_ONE_OF(prefix, plain_words) || ends_heading(text, left.start) ||
                          (left.line_breaks > 0 && strlen(prefix) > LONGEST_OVER_LINES))) {
        return false;
    }
    if (!starts_cleanly(text, &left) || !ends_cleanly(text, end) ||
        refers_elsewhere(text, left.start)) {
        return false;
    }
    found->matched = (MnSpan){left.start, end - left.start};
    return mn_agenda_code_parse(mn_slice(text, found->matched), &found->code, NULL) == MN_OK;
}

/* The first of a kind of byte at or after `from`, text.len for none. */
static size_t find_byte(MnText text, size_t from, int byte)
{
    const char *hit = from < text.len ? memchr(text.data + from, byte, text.len - from) : NULL;

    return hit == NULL ? text.len : (size_t) (hit - text.data);
}

MnStatus mn_agenda_codes(MnText text, MnArena *arena, MnAgendaCodeFound **found, size_t *count)
{
    /* The first bytes of / U+2044 U+2215 U+29F8 (E2) U+FF0F (EF). */
    static const int leads[] = {'/', 0xE2, 0xEF};
    size_t next[] = {0, 0, 0};
    size_t capacity = 0;
    size_t from = 0;

    *found = NULL;
    *count = 0;
    for (int i = 0; i < 3; i++) {
        next[i] = find_byte(text, 0, leads[i]);
    }
    for (;;) {
        int nearest = 0;
        size_t slash;
        size_t behind;
        MnAgendaCodeFound code;

        for (int i = 1; i < 3; i++) {
            if (next[i] < next[nearest]) {
                nearest = i;
            }
        }
        slash = behind = next[nearest];
        if (slash >= text.len) {
            return MN_OK;
        }
        /* Nothing before the end of the last code is looked at again. */
        if (mn_is_slash(mn_next(text, &behind)) && read_code(text, slash, behind, &code) &&
            code.matched.start >= from) {
            MnAgendaCodeFound *grown = mn_grow(arena, *found, sizeof(code), *count, &capacity);

            if (grown == NULL) {
                return MN_NO_MEMORY;
            }
            *found = grown;
            grown[(*count)++] = code;
            from = code.matched.start + code.matched.len;
            behind = from;
        }
        for (int i = 0; i < 3; i++) {
            if (next[i] < behind) {
                next[i] = find_byte(text, behind, leads[i]);
            }
        }
    }
}
