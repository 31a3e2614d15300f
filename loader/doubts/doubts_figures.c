/*
 * doubts_figures.c - doubt_figures() of doubts.h: printed figures against what stands beside them.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "doubts.h"
#include "sentence.h"

/* How far from a printed percentage, in bytes, the two counts may stand that it sums up. */
#define COUNTS_WITHIN 80

/* How far around it they are looked for. */
#define NEAR 300

/* A number in running text. */
typedef struct Figure {
    double value;
    int decimals;
    size_t start;
    size_t end;
    bool is_percent; /* a percent sign or word follows */
    bool is_signed;  /* a sign stands before it */
} Figure;

static bool word_at(MnText text, size_t at, const char *word)
{
    size_t len = strlen(word);

    return at + len <= text.len && strncasecmp(text.data + at, word, len) == 0;
}

static size_t skip_blanks(MnText text, size_t at)
{
    while (at < text.len) {
        size_t next = at;

        if (!mn_is_space(mn_next(text, &next)) || text.data[at] == '\n') {
            break;
        }
        at = next;
    }
    return at;
}

static bool is_percent_at(MnText text, size_t at)
{
    at = skip_blanks(text, at);
    return word_at(text, at, "%") || word_at(text, at, "per cent") ||
           word_at(text, at, "percent") || word_at(text, at, "per-cent") ||
           word_at(text, at, "pp") || word_at(text, at, "\xef\xbc\x85");
}

/* Behind a percent sign that follows, else `at`. */
static size_t skip_percent(MnText text, size_t at)
{
    size_t sign = skip_blanks(text, at);

    return word_at(text, sign, "%") ? sign + 1 : at;
}

/* The next number at or after *at, which moves behind it; a number within a word or code is none. */
static bool next_figure(MnText text, size_t *at, Figure *figure)
{
    for (size_t i = *at; i < text.len; i++) {
        double scale = 1;
        size_t end = i;

        if (!mn_is_digit((unsigned char) text.data[i])) {
            continue;
        }
        *figure = (Figure){0, 0, i, i, false, false};
        while (end < text.len && (mn_is_digit((unsigned char) text.data[end]) ||
                                  (text.data[end] == ',' && end + 1 < text.len &&
                                   mn_is_digit((unsigned char) text.data[end + 1])))) {
            if (text.data[end] != ',') {
                figure->value = figure->value * 10 + (text.data[end] - '0');
            }
            end++;
        }
        if (end + 1 < text.len && text.data[end] == '.' &&
            mn_is_digit((unsigned char) text.data[end + 1])) {
            for (end++; end < text.len && mn_is_digit((unsigned char) text.data[end]); end++) {
                scale /= 10;
                figure->value += (text.data[end] - '0') * scale;
                figure->decimals++;
            }
        }
        *at = end;
        figure->end = end;
        if (i > 0) {
            unsigned char before = (unsigned char) text.data[i - 1];

            figure->is_signed = before == '-' || before == '+' ||
                                (i > 2 && (memcmp(text.data + i - 3, "\xe2\x88\x92", 3) == 0 ||
                                           memcmp(text.data + i - 3, "\xe2\x80\x93", 3) == 0));
            if (mn_is_letter(before) || before == '/' || before == '.') {
                i = end;
                continue;
            }
        }
        if (end < text.len &&
            (text.data[end] == '/' || mn_is_letter((unsigned char) text.data[end])) &&
            !is_percent_at(text, end) && !word_at(text, end, "k") && !word_at(text, end, "m")) {
            i = end;
            continue;
        }
        figure->is_percent = is_percent_at(text, end);
        return true;
    }
    *at = text.len;
    return false;
}

static bool is_year(const Figure *figure)
{
    return figure->decimals == 0 && figure->value >= 1900 && figure->value <= 2100;
}

/* Whether a word of time or place stands behind a figure: "9 am", "12 June", "31 March". */
static bool is_calendar_figure(MnText text, const Figure *figure)
{
    size_t at = skip_blanks(text, figure->end);
    size_t end = at;

    while (end < text.len && mn_is_letter((unsigned char) text.data[end])) {
        end++;
    }
    if (is_year(figure) || mn_month((MnText){text.data + at, end - at}) != 0) {
        return true;
    }
    return word_at(text, at, "am") || word_at(text, at, "pm") || word_at(text, at, "a.m") ||
           word_at(text, at, "p.m") || word_at(text, at, "st ") || word_at(text, at, "nd ") ||
           word_at(text, at, "rd ") || word_at(text, at, "th ");
}

/* "from 8 to 11" at or after *at, counts and not levels or dates; *at moves behind it. */
static bool next_counts(MnText text, size_t *at, Figure *first, Figure *second)
{
    while (*at + 5 < text.len) {
        size_t i = *at;
        size_t between;

        if (!(word_at(text, i, "from ") &&
              (i == 0 || !mn_is_letter((unsigned char) text.data[i - 1])))) {
            (*at)++;
            continue;
        }
        *at = i + 5;
        between = *at;
        if (!next_figure(text, &between, first) || first->start > i + 7 || first->is_percent ||
            is_calendar_figure(text, first)) {
            continue;
        }
        /* " to ", perhaps with the noun between: "from 8 offences to 11". */
        for (size_t to = first->end; to + 4 < text.len && to < first->end + 30; to++) {
            if (text.data[to] == '.' || text.data[to] == ';' || text.data[to] == '\n') {
                break;
            }
            if (word_at(text, to, " to ")) {
                size_t behind = to + 4;

                if (next_figure(text, &behind, second) && second->start <= to + 6 &&
                    !second->is_percent && !is_calendar_figure(text, second)) {
                    *at = second->end;
                    return true;
                }
                break;
            }
        }
    }
    return false;
}

static bool has_figure(MnText text, size_t from, size_t to)
{
    Figure figure;

    return next_figure((MnText){text.data, to}, &from, &figure);
}

/*
 * "180 offences compared with 150", "(85 against 110)" at or after *at: the later count stands first; *at moves behind the
 * earlier one.
 */
static bool next_compared(MnText text, size_t *at, Figure *from, Figure *to)
{
    static const char *const words[] = {"compared with ", "compared to ", "against ",
                                        "as opposed to "};

    for (; *at < text.len; (*at)++) {
        size_t len = 0;
        size_t behind;
        size_t before;
        bool found = false;

        for (size_t w = 0; w < sizeof(words) / sizeof(words[0]) && len == 0; w++) {
            len = word_at(text, *at, words[w]) ? strlen(words[w]) : 0;
        }
        if (len == 0 || *at == 0 || text.data[*at - 1] != ' ') {
            continue;
        }
        behind = *at + len;
        if (!next_figure(text, &behind, from) || from->start != *at + len || from->is_percent ||
            is_calendar_figure(text, from)) {
            continue;
        }
        /* The last figure before, with only its noun between. */
        before = *at > 30 ? *at - 30 : 0;
        while (next_figure(text, &before, to) && to->end < *at) {
            found = true;
            if (!has_figure(text, to->end, *at)) {
                break;
            }
        }
        if (!found || to->end >= *at || to->is_percent || to->is_signed ||
            is_calendar_figure(text, to) ||
            memchr(text.data + to->end, '.', *at - to->end) != NULL) {
            continue;
        }
        *at = from->end;
        return true;
    }
    return false;
}

/* How many decimals the percentage of a change is printed with. */
static int printed_decimals(MnText matched)
{
    size_t at = 0;
    Figure figure;

    while (next_figure(matched, &at, &figure)) {
        if (figure.is_percent) {
            return figure.decimals;
        }
    }
    return 0;
}

/* Whether a printed percentage sums up two counts, as far as its decimals and its "about" go. */
static bool agrees(double printed, int decimals, MnQualifier qualifier, double from, double to)
{
    double real = (to - from) / from * 100;
    double slack = pow(10, -decimals);

    if (qualifier != MN_QUALIFIER_NONE) {
        slack = fmax(slack, 2 + fabs(real) * 0.1);
    }
    return fabs(real - printed) <= slack * 1.001;
}

static void report_counts(const Place *place, MnText matched, const Figure *from, const Figure *to)
{
    double real = (to->value - from->value) / from->value * 100;

    doubt_at(place, "percentage_disagrees_with_counts",
             "\"%.*s\" is printed, but from %.15g to %.15g is a change of %+.1f%%.",
             (int) (matched.len < 80 ? matched.len : 80), matched.data, from->value, to->value,
             real);
}

/* Whether the words between a figure and two counts begin another clause: then they speak of another thing. */
static bool parts_clauses(MnText between)
{
    static const char *const words[] = {" and ",  " while ",    " but ", " whereas ",
                                        " with ", " although ", "; ",    " which "};

    for (size_t i = 0; i < between.len; i++) {
        for (size_t w = 0; w < sizeof(words) / sizeof(words[0]); w++) {
            if (word_at(between, i, words[w])) {
                return true;
            }
        }
    }
    return false;
}

/*
 * Whether a percentage sums up counts that are set against each other: it follows them in apposition ("180 compared with 150
 * last year, an increase of 20%"), or they follow it in brackets ("down 15% (85 against 110)").
 */
static bool sums_up(MnText sentence, size_t start, size_t end, const Figure *from, const Figure *to)
{
    if (from->end <= start) {
        MnText between = {sentence.data + from->end, start - from->end};
        size_t last = between.len;
        MnText tail;

        while (last > 0 && between.data[last - 1] != ',' && between.data[last - 1] != '(') {
            last--;
        }
        tail = mn_trim((MnText){between.data + last, between.len - last});
        return last > 0 &&
               (tail.len == 0 || mn_same(tail, MN_TEXT("a")) || mn_same(tail, MN_TEXT("an")) ||
                mn_same(tail, MN_TEXT("or")) || mn_same(tail, MN_TEXT("representing a")) ||
                mn_same(tail, MN_TEXT("representing an")));
    }
    return to->start >= end &&
           mn_same(mn_trim((MnText){sentence.data + end, to->start - end}), MN_TEXT("("));
}

/* A change in running text against "from A to B", or "B compared with A", near it in its own sentence. */
static void doubt_prose(const Place *place, MnText sentence, MnText matched, size_t start,
                        const MnChange *change)
{
    double printed = (double) mn_percent_change_millionths(change->change) / 1e6;
    size_t nearest = COUNTS_WITHIN + 1;
    size_t at = 0;
    Figure first = {0};
    Figure second = {0};
    Figure from;
    Figure to;

    while (next_counts(sentence, &at, &from, &to)) {
        size_t end = start + matched.len;
        MnText between = from.start > end ? (MnText){sentence.data + end, from.start - end}
                                          : (MnText){sentence.data + to.end,
                                                     start > to.end ? start - to.end : 0};

        if (between.len < nearest && from.value > 0 && !parts_clauses(between)) {
            nearest = between.len;
            first = from;
            second = to;
        }
    }
    at = 0;
    while (nearest > COUNTS_WITHIN && next_compared(sentence, &at, &from, &to)) {
        size_t end = start + matched.len;
        MnText between = {sentence.data + from.end, start > from.end ? start - from.end : 0};

        if (between.len <= COUNTS_WITHIN && from.value > 0 && !parts_clauses(between) &&
            sums_up(sentence, start, end, &from, &to)) {
            nearest = between.len;
            first = from;
            second = to;
        }
    }
    if (nearest <= COUNTS_WITHIN &&
        !agrees(printed, printed_decimals(matched), change->qualifier, first.value, second.value)) {
        report_counts(place, matched, &first, &second);
    }
}

/* A table row "Burglary | 2,810 | 2,035 | -27.6%": two counts and one percentage. */
static void doubt_row(const Place *place, MnText row)
{
    Figure counts[3];
    Figure figure;
    Figure percent = {0};
    size_t count = 0;
    size_t percents = 0;
    size_t at = 0;
    double printed;

    if (memchr(row.data, '|', row.len) == NULL) {
        return;
    }
    /* The first cell names the row, whatever numbers its name holds. */
    while (at < row.len && row.data[at] != '|') {
        at++;
    }
    while (next_figure(row, &at, &figure)) {
        if (figure.is_percent) {
            percent = figure;
            percents++;
        } else if (count < 3) {
            counts[count++] = figure;
        } else {
            return;
        }
    }
    if (percents != 1 || count < 2 || counts[0].value <= 0 || counts[1].value <= 0 ||
        is_year(&counts[0]) || is_year(&counts[1])) {
        return;
    }
    /* A third figure can only be their difference. */
    if (count == 3 && fabs(fabs(counts[1].value - counts[0].value) - counts[2].value) > 0.5) {
        return;
    }
    printed = percent.value;
    if (percent.start > 0 && percent.is_signed && row.data[percent.start - 1] != '+') {
        printed = -printed;
    }
    if (!agrees(printed, percent.decimals, MN_QUALIFIER_NONE, counts[0].value, counts[1].value) &&
        !agrees(printed, percent.decimals, MN_QUALIFIER_NONE, counts[1].value, counts[0].value) &&
        !agrees(-printed, percent.decimals, MN_QUALIFIER_NONE, counts[0].value, counts[1].value)) {
        size_t start = percent.start - (percent.is_signed && percent.start > 0 ? 1 : 0);

        /* From a sign that takes three bytes, too. */
        start -= start >= 2 && (unsigned char) row.data[start] >= 0x80 ? 2 : 0;
        report_counts(place, (MnText){row.data + start, skip_percent(row, percent.end) - start},
                      &counts[0], &counts[1]);
    }
}

/* The way a word points: 1 up, -1 down, 0 neither. */
static int direction(MnText word)
{
    static const char *const up[] = {"increase", "increased", "increases", "rise",  "rose",
                                     "risen",    "growth",    "grew",      "grown", "up",
                                     "higher",   "more",      "climbed",   "uplift"};
    static const char *const down[] = {"decrease", "decreased", "reduction", "reduced", "fall",
                                       "fell",     "fallen",    "drop",      "dropped", "decline",
                                       "declined", "down",      "lower",     "fewer",   "less"};

    for (size_t i = 0; i < sizeof(up) / sizeof(up[0]); i++) {
        if (mn_same(word, (MnText){up[i], strlen(up[i])})) {
            return 1;
        }
    }
    for (size_t i = 0; i < sizeof(down) / sizeof(down[0]); i++) {
        if (mn_same(word, (MnText){down[i], strlen(down[i])})) {
            return -1;
        }
    }
    return 0;
}

/* The direction of the words that stand right before a figure: "increase of", "rose by", "(up". */
static int direction_before(MnText text, size_t end)
{
    int words = 0;

    while (end > 0 && words < 4) {
        size_t start;
        int way;

        while (end > 0 && !mn_is_letter((unsigned char) text.data[end - 1])) {
            char c = text.data[end - 1];

            if (c == '.' || c == ',' || c == ';' || c == ':' || mn_is_digit((unsigned char) c)) {
                return 0;
            }
            end--;
        }
        start = end;
        while (start > 0 && mn_is_letter((unsigned char) text.data[start - 1])) {
            start--;
        }
        way = direction((MnText){text.data + start, end - start});
        if (way != 0) {
            return way;
        }
        /* Only words that lead to a figure may stand between. */
        if (!mn_same((MnText){text.data + start, end - start}, MN_TEXT("of")) &&
            !mn_same((MnText){text.data + start, end - start}, MN_TEXT("by")) &&
            !mn_same((MnText){text.data + start, end - start}, MN_TEXT("a")) &&
            !mn_same((MnText){text.data + start, end - start}, MN_TEXT("about")) &&
            !mn_same((MnText){text.data + start, end - start}, MN_TEXT("overall"))) {
            return 0;
        }
        end = start;
        words++;
    }
    return 0;
}

/* "an increase of -4%", "a fall of +3%": word and sign contradict each other. A fall of -4% is a habit and none. */
static void doubt_sign(const Place *place, MnText text, const MnChange *change)
{
    size_t at = change->matched.start;
    size_t end = change->matched.start + change->matched.len;
    Figure figure;

    while (at < end && next_figure(text, &at, &figure) && figure.start < end) {
        char sign = figure.start > 0 ? text.data[figure.start - 1] : ' ';
        bool minus = figure.is_signed && sign != '+';
        size_t before = figure.start;
        int way;

        if (!figure.is_percent || !figure.is_signed) {
            continue;
        }
        /* A dash between two numbers, or one glued to a word, is no sign. */
        before -= sign == '+' || sign == '-' ? 1 : 3;
        if (before > 0 && text.data[before - 1] != ' ' && text.data[before - 1] != '(' &&
            text.data[before - 1] != '\n') {
            continue;
        }
        way = direction_before(text, before);
        if (way != 0 && (way > 0) == minus) {
            doubt_at(place, "sign_conflict", "\"%.*s\": the word says %s, the sign the contrary.",
                     (int) (figure.end - before + (word_at(text, figure.end, "%") ? 1 : 0)),
                     text.data + before, way > 0 ? "up" : "down");
        }
        return;
    }
}

void doubt_figures(const Place *place, MnText text)
{
    const Item *item = place->item;
    size_t at = 0;
    size_t next = 0;
    MnSpan sentence;

    /* Changes come in reading order, so they are met sentence by sentence. */
    while (mn_next_sentence(text, &at, &sentence)) {
        MnText words = mn_slice(text, sentence);

        doubt_row(place, words);
        while (next < item->change_count && item->changes[next].matched.start < at) {
            const MnChange *change = &item->changes[next++];

            if (change->basis != MN_BASIS_STATED || change->matched.start < sentence.start) {
                continue;
            }
            if (mn_percent_change_unit(change->change) == MN_PERCENT) {
                /* Only what stands near: a sentence may be as long as the item, with a figure in every line. */
                size_t start = change->matched.start - sentence.start;
                size_t from = start > NEAR ? start - NEAR : 0;
                size_t end = start + change->matched.len + NEAR;

                end = end < words.len ? end : words.len;
                doubt_prose(place, (MnText){words.data + from, end - from},
                            mn_slice(text, change->matched), start - from, change);
            }
            doubt_sign(place, text, change);
        }
    }
}
