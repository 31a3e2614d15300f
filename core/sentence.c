/*
 * sentence.c - see sentence.h.
 *
 * One walk over the bytes: only full stops, exclamation and question marks and line breaks are looked at closely.
 */
#include "sentence.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* How an abbreviation's stop is read; any other word's stop ends the sentence. */
typedef enum StopRule {
    STOP_NEVER,          /* e.g. Cllr. Mr. */
    STOP_BEFORE_CAPITAL, /* ends it only where a capital follows: etc. Ltd. */
    STOP_UNLESS_NUMBER   /* ends it unless a number follows: No. para. p. Jan. */
} StopRule;

typedef struct Abbreviation {
    const char *word; /* lower case, without its stop */
    StopRule rule;
} Abbreviation;

static const Abbreviation abbreviations[] = {
    {"ald", STOP_NEVER},
    {"app", STOP_UNLESS_NUMBER},
    {"appx", STOP_NEVER},
    {"approx", STOP_NEVER},
    {"apr", STOP_UNLESS_NUMBER},
    {"art", STOP_UNLESS_NUMBER},
    {"aug", STOP_UNLESS_NUMBER},
    {"ave", STOP_BEFORE_CAPITAL},
    {"brig", STOP_NEVER},
    {"ca", STOP_NEVER},
    {"capt", STOP_NEVER},
    {"cdr", STOP_NEVER},
    {"cf", STOP_NEVER},
    {"ch", STOP_UNLESS_NUMBER},
    {"cl", STOP_UNLESS_NUMBER},
    {"clir", STOP_NEVER},
    {"cllr", STOP_NEVER},
    {"cllrs", STOP_NEVER},
    {"cmdr", STOP_NEVER},
    {"co", STOP_BEFORE_CAPITAL},
    {"col", STOP_NEVER},
    {"corp", STOP_BEFORE_CAPITAL},
    {"coun", STOP_NEVER},
    {"cpt", STOP_NEVER},
    {"dec", STOP_UNLESS_NUMBER},
    {"dept", STOP_BEFORE_CAPITAL},
    {"dr", STOP_NEVER},
    {"drs", STOP_NEVER},
    {"est", STOP_BEFORE_CAPITAL},
    {"etc", STOP_BEFORE_CAPITAL},
    {"excl", STOP_NEVER},
    {"feb", STOP_UNLESS_NUMBER},
    {"fig", STOP_UNLESS_NUMBER},
    {"figs", STOP_UNLESS_NUMBER},
    {"fr", STOP_NEVER},
    {"gen", STOP_NEVER},
    {"govt", STOP_BEFORE_CAPITAL},
    {"hon", STOP_NEVER},
    {"hrs", STOP_BEFORE_CAPITAL},
    {"inc", STOP_BEFORE_CAPITAL},
    {"incl", STOP_NEVER},
    {"insp", STOP_NEVER},
    {"jan", STOP_UNLESS_NUMBER},
    {"jr", STOP_BEFORE_CAPITAL},
    {"jul", STOP_UNLESS_NUMBER},
    {"lt", STOP_NEVER},
    {"ltd", STOP_BEFORE_CAPITAL},
    {"maj", STOP_NEVER},
    {"max", STOP_BEFORE_CAPITAL},
    {"messrs", STOP_NEVER},
    {"min", STOP_UNLESS_NUMBER},
    {"mins", STOP_BEFORE_CAPITAL},
    {"misc", STOP_NEVER},
    {"mr", STOP_NEVER},
    {"mrs", STOP_NEVER},
    {"ms", STOP_NEVER},
    {"mt", STOP_NEVER},
    {"mx", STOP_NEVER},
    {"no", STOP_UNLESS_NUMBER},
    {"nos", STOP_UNLESS_NUMBER},
    {"nov", STOP_UNLESS_NUMBER},
    {"oct", STOP_UNLESS_NUMBER},
    {"para", STOP_UNLESS_NUMBER},
    {"paras", STOP_UNLESS_NUMBER},
    {"pp", STOP_UNLESS_NUMBER},
    {"prof", STOP_NEVER},
    {"pt", STOP_UNLESS_NUMBER},
    {"rd", STOP_BEFORE_CAPITAL},
    {"ref", STOP_UNLESS_NUMBER},
    {"refs", STOP_UNLESS_NUMBER},
    {"reg", STOP_UNLESS_NUMBER},
    {"regs", STOP_UNLESS_NUMBER},
    {"rev", STOP_NEVER},
    {"revd", STOP_NEVER},
    {"rt", STOP_NEVER},
    {"sch", STOP_UNLESS_NUMBER},
    {"sec", STOP_UNLESS_NUMBER},
    {"sep", STOP_UNLESS_NUMBER},
    {"sept", STOP_UNLESS_NUMBER},
    {"sgt", STOP_NEVER},
    {"sr", STOP_NEVER},
    {"st", STOP_NEVER},
    {"sub", STOP_UNLESS_NUMBER},
    {"supt", STOP_NEVER},
    {"tel", STOP_NEVER},
    {"viz", STOP_NEVER},
    {"vol", STOP_UNLESS_NUMBER},
    {"vols", STOP_UNLESS_NUMBER},
    {"vs", STOP_NEVER},
    {"yr", STOP_BEFORE_CAPITAL},
    {"yrs", STOP_BEFORE_CAPITAL},
};

/* A capital letter after one of these is a label, no initial: "Appendix B. The ...". */
static const char *const lettered[] = {
    "annex",      "annexe", "appendix", "band",    "block",  "category", "class",   "exhibit",
    "form",       "grade",  "group",    "motion",  "option", "part",     "phase",   "plan",
    "resolution", "route",  "schedule", "section", "site",   "table",    "vitamin", "zone",
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool is_word(MnText word, const char *lower)
{
    return word.len == strlen(lower) && mn_begins(word, (MnText){lower, word.len});
}

/* The byte behind the spaces (not line breaks) at `at`. */
static size_t skip_blanks(MnText text, size_t at)
{
    while (at < text.len) {
        size_t next = at;
        uint32_t c = mn_next(text, &next);

        if (c == '\n' || (!mn_is_space(c) && !mn_is_invisible(c))) {
            break;
        }
        at = next;
    }
    return at;
}

/* The byte behind white space of every kind at `at`. */
static size_t skip_space(MnText text, size_t at)
{
    while (at < text.len) {
        size_t next = at;
        uint32_t c = mn_next(text, &next);

        if (!mn_is_space(c) && !mn_is_invisible(c)) {
            break;
        }
        at = next;
    }
    return at;
}

static bool is_space_at(MnText text, size_t at)
{
    return at >= text.len || mn_is_space(mn_next(text, &at));
}

/* The letters that end before byte `end`. */
static MnText word_before(MnText text, size_t end)
{
    size_t start = end;

    while (start > 0 && mn_is_letter((unsigned char) text.data[start - 1]) && end - start < 16) {
        start--;
    }
    return (MnText){text.data + start, end - start};
}

/* Bytes of a bullet's mark with the blank behind it; 0 where there is none. */
static size_t bullet_length(MnText text, size_t at)
{
    size_t next = at;
    uint32_t c = mn_next(text, &next);
    bool glyph = c == 0x2022 || c == 0xB7 || c == 0x25AA || c == 0x25CF || c == 0x25A0 ||
                 c == 0x25E6 || c == 0x2023 || c == 0x25BA || c == 0x27A2 || c == 0x2043 ||
                 c == 0x2219 || c == 0x2713 || c == 0x2714 || (c >= 0xF000 && c <= 0xF0FF);

    if (glyph) {
        return skip_blanks(text, next) - at;
    }
    if ((c == '-' || c == '*' || c == '+' || c == 0x2013 || c == 0x2014 || c == 'o') &&
        next < text.len && text.data[next] != '\n' && is_space_at(text, next)) {
        /* A letter o is Word's second bullet only before a tab or a run of blanks. */
        size_t behind = skip_blanks(text, next);

        return c == 'o' && behind - next < 2 ? 0 : behind - at;
    }
    return 0;
}

static bool is_roman(MnText word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (strchr("ivxIVX", word.data[i]) == NULL) {
            return false;
        }
    }
    return word.len > 0 && word.len <= 5;
}

/*
 * Bytes of a part's number with the blank behind it: "1." "2)" "(a)" "iv." "1.1"; 0 where there is none. Capitals need a bracket
 * ("A. Smith" is a person).
 */
static size_t label_length(MnText text, size_t at)
{
    bool bracket = at < text.len && (text.data[at] == '(' || text.data[at] == '[');
    size_t start = at + bracket;
    size_t end = start;
    MnText word;
    bool digits;

    while (end < text.len && end - start < 6 &&
           (mn_is_digit((unsigned char) text.data[end]) ||
            mn_is_letter((unsigned char) text.data[end]))) {
        end++;
    }
    word = (MnText){text.data + start, end - start};
    digits = word.len > 0 && mn_is_digit((unsigned char) word.data[0]);
    if (word.len == 0 || end >= text.len) {
        return 0;
    }
    if (digits) {
        for (size_t i = 1; i < word.len; i++) {
            /* "12a" is a number with its suffix, "3rd" none */
            if (!mn_is_digit((unsigned char) word.data[i]) && i + 1 < word.len) {
                return 0;
            }
        }
        if (word.len > 3) {
            return 0;
        }
    } else if (word.len > 1 && !is_roman(word)) {
        return 0;
    }
    if (bracket || text.data[end] == ')') {
        end++;
        if (bracket && text.data[end - 1] != ')' && text.data[end - 1] != ']') {
            return 0;
        }
    } else if (text.data[end] == '.' && (digits || word.data[0] >= 'a')) {
        size_t levels = 0;

        end++;
        while (digits && end < text.len && mn_is_digit((unsigned char) text.data[end])) {
            size_t from = end;

            while (end < text.len && mn_is_digit((unsigned char) text.data[end])) {
                end++;
            }
            if (end - from > 2) {
                return 0;
            }
            levels++;
            if (end < text.len && text.data[end] == '.') {
                end++;
            }
        }
        if (levels > 0) {
            /* "29.1 The officer ..." is a part, "3.2 per cent" and "9.00 am" none. */
            size_t behind = skip_blanks(text, end);

            if (behind == end || behind >= text.len ||
                !((text.data[behind] >= 'A' && text.data[behind] <= 'Z') ||
                  text.data[behind] == '(')) {
                return 0;
            }
        }
    } else {
        return 0;
    }
    if (end < text.len && (text.data[end] == '\n' || is_space_at(text, end))) {
        return skip_blanks(text, end) - at;
    }
    return 0;
}

/* Whether the line at `at` (its first printed byte) is a table row: a bar between blanks, or at its start and again. */
static bool is_row(MnText text, size_t at)
{
    const char *newline = memchr(text.data + at, '\n', text.len - at);
    size_t end = newline == NULL ? text.len : (size_t) (newline - text.data);
    const char *bar = memchr(text.data + at, '|', end - at);

    while (bar != NULL) {
        size_t place = (size_t) (bar - text.data);

        if (place == at) {
            return memchr(bar + 1, '|', end - place - 1) != NULL;
        }
        if (text.data[place - 1] == ' ' && (place + 1 >= end || text.data[place + 1] == ' ')) {
            return true;
        }
        bar = memchr(bar + 1, '|', end - place - 1);
    }
    return false;
}

/* Whether a line that begins at byte `at` (behind its line break) begins something new: blank, bullet, part or row. */
static bool line_is_new(MnText text, size_t at)
{
    size_t first = skip_blanks(text, at);

    if (first >= text.len || text.data[first] == '\n') {
        return true;
    }
    /* Bullets whose glyph was lost leave a run of no-break spaces. */
    if (first >= at + 4 && (unsigned char) text.data[at] == 0xC2 &&
        (unsigned char) text.data[at + 1] == 0xA0) {
        return true;
    }
    return bullet_length(text, first) > 0 || label_length(text, first) > 0 || is_row(text, first);
}

/* Whether the digits at `at` are a percentage's decimals, torn from their point: "4. 1%". */
static bool torn_decimals(MnText text, size_t at)
{
    size_t end = at;

    while (end < text.len && mn_is_digit((unsigned char) text.data[end])) {
        end++;
    }
    if (end == at || end - at > 2) {
        return false;
    }
    end = skip_blanks(text, end);
    return end < text.len &&
           (text.data[end] == '%' ||
            mn_begins((MnText){text.data + end, text.len - end}, MN_TEXT("per cent")));
}

static bool is_weekday_or_month(MnText text, size_t at)
{
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun",
                                        "jan", "feb", "mar", "apr", "may", "jun", "jul",
                                        "aug", "sep", "oct", "nov", "dec"};

    for (size_t i = 0; i < COUNT(names); i++) {
        if (mn_begins((MnText){text.data + at, text.len - at}, (MnText){names[i], 3})) {
            return true;
        }
    }
    return false;
}

/* Whether a single letter before the stop at `stop` leaves the sentence open: an initial, a.m., e.g., i.e. */
static bool letter_goes_on(MnText text, size_t stop, size_t next)
{
    char letter = text.data[stop - 1];
    bool capital_follows = next < text.len && text.data[next] >= 'A' && text.data[next] <= 'Z';

    if (stop >= 3 && text.data[stop - 2] == '.') {
        char before = (char) mn_lower((unsigned char) text.data[stop - 3]);
        char last = (char) mn_lower((unsigned char) letter);

        if ((before == 'e' && last == 'g') || (before == 'i' && last == 'e')) {
            return true;
        }
        if ((before == 'a' || before == 'p') && last == 'm') {
            return !capital_follows || is_weekday_or_month(text, next);
        }
        /* U.K. and O.B.E. may end a sentence; the initials of a name are told by the capital and the stop alone. */
        return letter >= 'A' && letter <= 'Z'
                   ? !capital_follows || (stop < 5 || text.data[stop - 4] != '.')
                   : true;
    }
    if (letter >= 'A' && letter <= 'Z') {
        size_t end = stop - 1;
        MnText word;

        while (end > 0 && text.data[end - 1] == ' ') {
            end--;
        }
        word = word_before(text, end);
        for (size_t i = 0; i < COUNT(lettered); i++) {
            if (is_word(word, lettered[i])) {
                return false;
            }
        }
        return true;
    }
    return letter == 'c' || letter == 'v' || letter == 'p' || letter == 's' || !capital_follows;
}

/* Whether the full stop at `stop`, before the printed byte `next`, leaves the sentence open. */
static bool stop_goes_on(MnText text, size_t start, size_t stop, size_t next)
{
    char follows = next < text.len ? text.data[next] : '\0';
    char first;
    MnText word;

    if (stop == start) {
        return false;
    }
    if (mn_is_digit((unsigned char) text.data[stop - 1])) {
        size_t from = stop;
        size_t before;

        while (from > start && mn_is_digit((unsigned char) text.data[from - 1])) {
            from--;
        }
        if (stop - from <= 3 && torn_decimals(text, next)) {
            return true;
        }
        /* The number of a part within the line: "that:- 1. The report ...; 2. The fees ..." */
        before = from;
        while (before > start && text.data[before - 1] == ' ') {
            before--;
        }
        return stop - from <= 2 && before > start && before < from &&
               strchr(":;-", text.data[before - 1]) != NULL;
    }
    if (text.data[stop - 1] == '.') {
        return follows >= 'a' && follows <= 'z';
    }
    word = word_before(text, stop);
    if (word.len == 1) {
        return letter_goes_on(text, stop, next);
    }
    first = word.len > 0 ? (char) mn_lower((unsigned char) word.data[0]) : '\0';
    for (size_t i = 0; word.len > 1 && word.len < 9 && i < COUNT(abbreviations); i++) {
        /* The list is sorted: most of it is settled by the first letter. */
        if (abbreviations[i].word[0] != first) {
            if (abbreviations[i].word[0] > first) {
                break;
            }
            continue;
        }
        if (is_word(word, abbreviations[i].word)) {
            switch (abbreviations[i].rule) {
            case STOP_NEVER:
                return next < text.len;
            case STOP_BEFORE_CAPITAL:
                return !(follows >= 'A' && follows <= 'Z') && next < text.len;
            case STOP_UNLESS_NUMBER:
                return mn_is_digit((unsigned char) follows) || follows == '(' ||
                       (follows >= 'a' && follows <= 'z');
            }
        }
    }
    return false;
}

/* The byte behind the quotes and brackets that close at `at`. */
static size_t skip_closers(MnText text, size_t at)
{
    while (at < text.len) {
        size_t next = at;
        uint32_t c = mn_next(text, &next);

        if (c != '"' && c != '\'' && c != ')' && c != ']' && c != '*' && c != '_' && c != 0x201D &&
            c != 0x2019 && c != 0xBB) {
            break;
        }
        at = next;
    }
    return at;
}

static bool is_mark(unsigned char c)
{
    return c == '.' || c == '\n' || c == '!' || c == '?';
}

/* The first byte from `at` on that may end a sentence: . ! ? or a line break. */
static size_t next_mark(MnText text, size_t at)
{
#ifdef __SSE2__
    while (at + 16 <= text.len) {
        __m128i bytes = _mm_loadu_si128((const __m128i *) (text.data + at));
        __m128i marks = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')),
                                                  _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'))),
                                     _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('!')),
                                                  _mm_cmpeq_epi8(bytes, _mm_set1_epi8('?'))));
        int found = _mm_movemask_epi8(marks);

        if (found != 0) {
            return at + (size_t) __builtin_ctz((unsigned) found);
        }
        at += 16;
    }
#endif
    while (at < text.len && !is_mark((unsigned char) text.data[at])) {
        at++;
    }
    return at;
}

/* Where the sentence that begins at `start` ends; *at is where the next one may begin. */
static size_t sentence_end(MnText text, size_t start, size_t from, size_t *at)
{
    size_t i = from;

    for (;;) {
        size_t end;
        size_t next;

        i = next_mark(text, i);
        if (i >= text.len) {
            return *at = text.len;
        }
        if (text.data[i] == '\n') {
            if (line_is_new(text, i + 1)) {
                *at = i + 1;
                return i;
            }
            i++;
            continue;
        }
        end = skip_closers(text, i + 1);
        if (!is_space_at(text, end)) {
            i++;
            continue;
        }
        next = skip_space(text, end);
        if (text.data[i] == '.' && end == i + 1 && stop_goes_on(text, start, i, next)) {
            i++;
            continue;
        }
        return *at = end;
    }
}

bool mn_next_sentence(MnText text, size_t *at, MnSpan *sentence)
{
    size_t start = skip_space(text, *at);
    size_t end;
    size_t line;
    size_t from;

    if (start >= text.len) {
        *at = text.len;
        return false;
    }
    /* Whether this begins a line: only blanks between it and the line break. */
    line = start;
    while (line > *at && text.data[line - 1] != '\n') {
        line--;
    }
    if ((line == 0 || text.data[line - 1] == '\n') && is_row(text, start)) {
        const char *newline = memchr(text.data + start, '\n', text.len - start);

        end = newline == NULL ? text.len : (size_t) (newline - text.data);
        *at = end;
    } else {
        from = start + bullet_length(text, start);
        from += from < text.len ? label_length(text, from) : 0;
        end = sentence_end(text, start, from, at);
    }
    sentence->start = start;
    sentence->len = mn_trim((MnText){text.data + start, end - start}).len;
    return true;
}

MnSpan mn_sentence_at(MnText text, size_t at)
{
    MnSpan sentence;
    size_t from = 0;

    while (mn_next_sentence(text, &from, &sentence) && sentence.start <= at) {
        if (at < sentence.start + sentence.len) {
            return sentence;
        }
    }
    return (MnSpan){0, text.len};
}
