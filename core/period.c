/*
 * period.c - see period.h: the words of a sentence from left to right; points of the calendar make ranges, ranges make the period.
 */
#include "period.h"

#include <string.h>

#include "words.h"

#define WORDS 400
#define FOUND 16

/* What words mean here. */
enum {
    COMPARE = 1, /* what follows is the baseline */
    END_COMPARE, /* another clause: the baseline is over */
    INTRODUCE,   /* in, during, over: a period may follow */
    SINCE,
    UNTIL,    /* to, until, and: between two points */
    ENDING,   /* ending, ended */
    STARTING, /* starting, beginning */
    UNIT,     /* month, quarter, year: value is its months */
    COUNT,    /* a number in words: value */
    FIGURE,   /* a figure in words */
    CHANGED,  /* a participle that reports a figure: no event of another day */
    FILLER    /* the, of, period, end: between the parts of a period */
};

static const MnVocabulary vocabulary[] = {
    {"against", COMPARE, 0},
    {"and", UNTIL, 0},
    {"before", COMPARE, 0},
    {"beginning", STARTING, 0},
    {"between", INTRODUCE, 0},
    {"but", END_COMPARE, 0},
    {"cent", FIGURE, 0},
    {"commencing", STARTING, 0},
    {"compared", COMPARE, 0},
    {"comparing", COMPARE, 0},
    {"comparison", COMPARE, 0},
    {"declined", CHANGED, 0},
    {"decreased", CHANGED, 0},
    {"doubled", FIGURE, 0},
    {"dropped", CHANGED, 0},
    {"during", INTRODUCE, 0},
    {"eighteen", COUNT, 18},
    {"end", FILLER, 0},
    {"ended", ENDING, 0},
    {"ending", ENDING, 0},
    {"fifth", FIGURE, 0},
    {"financial", FILLER, 0},
    {"five", COUNT, 5},
    {"for", INTRODUCE, 0},
    {"four", COUNT, 4},
    {"from", INTRODUCE, 0},
    {"half", UNIT, 6},
    {"halved", FIGURE, 0},
    {"in", INTRODUCE, 0},
    {"increased", CHANGED, 0},
    {"jumped", CHANGED, 0},
    {"month", UNIT, 1},
    {"months", UNIT, 1},
    {"municipal", FILLER, 0},
    {"nine", COUNT, 9},
    {"of", FILLER, 0},
    {"on", COMPARE, 0},
    {"over", INTRODUCE, 0},
    {"percent", FIGURE, 0},
    {"period", FILLER, 0},
    {"quadrupled", FIGURE, 0},
    {"quarter", UNIT, 3},
    {"quarters", UNIT, 3},
    {"recorded", CHANGED, 0},
    {"reduced", CHANGED, 0},
    {"reported", CHANGED, 0},
    {"since", SINCE, 0},
    {"six", COUNT, 6},
    {"starting", STARTING, 0},
    {"tenth", FIGURE, 0},
    {"than", COMPARE, 0},
    {"the", FILLER, 0},
    {"third", FIGURE, 0},
    {"thirds", FIGURE, 0},
    {"three", COUNT, 3},
    {"through", UNTIL, 0},
    {"throughout", INTRODUCE, 0},
    {"till", UNTIL, 0},
    {"to", UNTIL, 0},
    {"trebled", FIGURE, 0},
    {"tripled", FIGURE, 0},
    {"twelve", COUNT, 12},
    {"two", COUNT, 2},
    {"until", UNTIL, 0},
    {"versus", COMPARE, 0},
    {"vs", COMPARE, 0},
    {"whereas", END_COMPARE, 0},
    {"while", END_COMPARE, 0},
    {"whilst", END_COMPARE, 0},
    {"year", UNIT, 12},
    {"years", UNIT, 12},
};

/* A day, month, quarter or year of the calendar. */
typedef struct Point {
    MnDate first;
    MnDate last;
    size_t words; /* that it takes; 0 where there is none */
    bool day;     /* it is a single day */
    bool no_year; /* a month (and day) without its year, which the other end of a range gives */
} Point;

typedef struct Period {
    MnPeriod period;
    size_t from; /* its first word */
    size_t to;   /* behind its last */
    int segment; /* of the sentence, cut at semicolons */
} Period;

typedef struct Reading {
    MnText text;
    MnWord words[WORDS];
    size_t count;
    Period found[FOUND];
    size_t found_count;
} Reading;

static int month_length(int year, int month)
{
    int day = 31;

    while (!mn_date_is_valid((MnDate){year, month, day})) {
        day--;
    }
    return day;
}

/* The first day of the month that lies so many months further on. */
static MnDate month_on(MnDate from, int months)
{
    int month = from.year * 12 + from.month - 1 + months;

    return (MnDate){month / 12, month % 12 + 1, 1};
}

static MnDate month_end(MnDate first)
{
    return (MnDate){first.year, first.month, month_length(first.year, first.month)};
}

static MnDate day_after(MnDate date)
{
    date.day++;
    return mn_date_is_valid(date) ? date : month_on(date, 1);
}

static MnDate day_before(MnDate date)
{
    if (date.day > 1) {
        date.day--;
        return date;
    }
    return month_end(month_on(date, -1));
}

/* `months` months on from a day: the same day of the month, the last one where it has no such day. */
static MnDate months_on(MnDate date, int months)
{
    MnDate then = month_on(date, months);
    int last = month_length(then.year, then.month);

    then.day = date.day < last ? date.day : last;
    return then;
}

/* The word at i; one that is nothing behind the last. */
static const MnWord *word(const Reading *reading, size_t i)
{
    static const MnWord nothing = {.number = -1};

    return i < reading->count ? &reading->words[i] : &nothing;
}

static MnText letters(const Reading *reading, size_t i)
{
    return (MnText){reading->text.data + word(reading, i)->start, word(reading, i)->len};
}

/* Whether the number at i is a year of our time, and not part of a longer figure ("2,024", "2024.5", "2024%"). */
static bool is_year(const Reading *reading, size_t i)
{
    const MnWord *next = word(reading, i + 1);

    return word(reading, i)->mark == '0' && word(reading, i)->number >= 1990 &&
           word(reading, i)->number < 2100 && next->mark != '%' &&
           !((next->mark == ',' || next->mark == '.') && !next->spaced &&
             word(reading, i + 2)->mark == '0' && !word(reading, i + 2)->spaced);
}

/* "2024/25", "2024-2025" or "2024/2025" at i: words taken, 0 for none. */
static size_t municipal_year(const Reading *reading, size_t i)
{
    const MnWord *mark = word(reading, i + 1);
    const MnWord *second = word(reading, i + 2);
    int next = word(reading, i)->number + 1;

    if (!is_year(reading, i) || (mark->mark != '/' && mark->mark != '-') || mark->spaced ||
        second->mark != '0' || second->spaced) {
        return 0;
    }
    return (second->number == next && second->len == 4) ||
                   (second->number == next % 100 && second->len == 2)
               ? 3
               : 0;
}

/* A quarter of a municipal year at i, "Q2 2025/26", "quarter 2 of 2025/26"; without words where there is none. */
static Point quarter_at(const Reading *reading, size_t i)
{
    Point point = {.words = 0};
    size_t at = i + 1;
    int quarter;
    size_t taken;

    if (!mn_word_is(reading->text, word(reading, i), "q") &&
        !mn_word_is(reading->text, word(reading, i), "quarter")) {
        return point;
    }
    quarter = word(reading, at++)->number;
    if (quarter < 1 || quarter > 4) {
        return point;
    }
    while (word(reading, at)->kind == FILLER || word(reading, at)->mark == ',' ||
           word(reading, at)->mark == '(') {
        at++;
    }
    taken = municipal_year(reading, at);
    if (taken > 0) {
        point.first = month_on((MnDate){word(reading, at)->number, 4, 1}, 3 * (quarter - 1));
        point.last = month_end(month_on(point.first, 2));
        point.words = at + taken - i;
    }
    return point;
}

/* The point of the calendar that begins at word i. */
static Point point_at(const Reading *reading, size_t i)
{
    Point point = quarter_at(reading, i);
    size_t at = i;
    int day = 0;
    int month;

    if (point.words > 0) {
        return point;
    }
    point.words = municipal_year(reading, i);
    if (point.words > 0) {
        point.first = (MnDate){word(reading, i)->number, 4, 1};
        point.last = (MnDate){word(reading, i)->number + 1, 3, 31};
        return point;
    }
    if (is_year(reading, i)) {
        point.first = (MnDate){word(reading, i)->number, 1, 1};
        point.last = (MnDate){word(reading, i)->number, 12, 31};
        point.words = 1;
        return point;
    }
    if (word(reading, at)->number >= 1 && word(reading, at)->number <= 31) {
        day = word(reading, at++)->number;
        /* 1st, 22nd */
        if (word(reading, at)->mark == 'w' && !word(reading, at)->spaced &&
            word(reading, at)->len == 2) {
            at++;
        }
        at += mn_word_is(reading->text, word(reading, at), "of");
    }
    month = word(reading, at)->mark == 'w' && word(reading, at)->capital
                ? mn_month(letters(reading, at))
                : 0;
    if (month == 0) {
        return point;
    }
    at++;
    at += word(reading, at)->mark == '.' || word(reading, at)->mark == ',';
    point.no_year = !is_year(reading, at);
    if (point.no_year) {
        at -= word(reading, at - 1)->mark != 'w';
    }
    point.first = (MnDate){point.no_year ? 2000 : word(reading, at)->number, month, 1};
    point.last = month_end(point.first);
    point.day = day > 0;
    if (point.day) {
        point.first.day = day;
        point.last = point.first;
        if (!mn_date_is_valid(point.first)) {
            return (Point){.words = 0};
        }
    }
    point.words = at + !point.no_year - i;
    return point;
}

/* Gives a point without a year the one that makes it the last before `end`. */
static void lend_year(Point *point, const Point *end)
{
    int year = end->last.year;

    if (point->first.month > end->last.month ||
        (point->first.month == end->last.month && point->day && point->first.day > end->last.day)) {
        year--;
    }
    point->first.year = point->last.year = year;
    if (!point->day) {
        point->last.day = month_length(year, point->last.month);
    } else if (!mn_date_is_valid(point->first)) {
        point->words = 0;
    }
    point->no_year = false;
}

/* Two points joined by to, until, and, or a dash at i, as one point; the first alone where no second follows. */
static Point range_at(const Reading *reading, size_t i, bool may_join)
{
    Point first = point_at(reading, i);
    size_t at = i + first.words;
    Point second;

    if (first.words == 0 || !may_join ||
        (word(reading, at)->kind != UNTIL && word(reading, at)->mark != '-')) {
        return first;
    }
    at++;
    while (word(reading, at)->kind == FILLER) {
        at++;
    }
    second = point_at(reading, at);
    if (second.words == 0 || second.no_year) {
        return first;
    }
    if (first.no_year) {
        lend_year(&first, &second);
    }
    if (first.words == 0 || mn_date_compare(first.first, second.last) > 0) {
        return (Point){.words = 0};
    }
    first.last = second.last;
    first.words = at + second.words - i;
    first.day = false;
    return first;
}

static void add(Reading *reading, MnPeriod period, size_t from, size_t to, int segment)
{
    if (reading->found_count < FOUND) {
        Period *found = &reading->found[reading->found_count++];

        found->period = period;
        found->from = from;
        found->to = to;
        found->segment = segment;
    }
}

/*
 * "12 months to March 2025", "year ending 31 March 2025", "12-month period starting in May 2023 to May 2024" at i: a length and where it
 * ends or begins. Words taken, 0 where this is none.
 */
static size_t length_at(const Reading *reading, size_t i, MnPeriod *period)
{
    size_t at = i;
    int months = 1;
    bool starting;
    Point point;

    if (word(reading, at)->number > 0 || word(reading, at)->kind == COUNT) {
        months =
            word(reading, at)->kind == COUNT ? word(reading, at)->value : word(reading, at)->number;
        at++;
        at += word(reading, at)->mark == '-';
    }
    if (word(reading, at)->kind != UNIT || months > 120) {
        return 0;
    }
    months *= word(reading, at)->value;
    at++;
    while (word(reading, at)->kind == FILLER) {
        at++;
    }
    starting =
        word(reading, at)->kind == STARTING || mn_word_is(reading->text, word(reading, at), "from");
    if (!starting && word(reading, at)->kind != ENDING &&
        !(word(reading, at)->kind == UNTIL &&
          !mn_word_is(reading->text, word(reading, at), "and")) &&
        !mn_word_is(reading->text, word(reading, at), "up")) {
        return 0;
    }
    at++;
    while (word(reading, at)->kind == FILLER || word(reading, at)->kind == UNTIL ||
           word(reading, at)->kind == INTRODUCE || word(reading, at)->kind == COMPARE) {
        at++;
    }
    point = range_at(reading, at, starting);
    if (point.words == 0 || point.no_year) {
        return 0;
    }
    if (!starting) {
        MnDate after = day_after(point.last);

        period->end = point.last;
        period->start = months_on(after, -months);
    } else {
        bool both =
            point.last.year * 12 + point.last.month > point.first.year * 12 + point.first.month;

        period->start = point.first;
        period->end = both ? point.last : day_before(months_on(point.first, months));
    }
    return at + point.words - i;
}

/* Whether the word before an "in" tells of an event of that day ("launched in May 2024"), not of the figure. */
static bool is_event(const Reading *reading, size_t before)
{
    MnText last = letters(reading, before);

    if (word(reading, before)->mark != 'w') {
        return false;
    }
    return (word(reading, before)->kind != CHANGED && last.len > 3 &&
            mn_same((MnText){last.data + last.len - 2, 2}, MN_TEXT("ed"))) ||
           mn_same(last, MN_TEXT("meeting")) || mn_same(last, MN_TEXT("held")) ||
           mn_same(last, MN_TEXT("began")) || mn_same(last, MN_TEXT("begun")) ||
           mn_same(last, MN_TEXT("launch")) || mn_same(last, MN_TEXT("met")) ||
           mn_same(last, MN_TEXT("due")) || mn_same(last, MN_TEXT("report")) ||
           mn_same(last, MN_TEXT("introduction")) || mn_same(last, MN_TEXT("place"));
}

/* A range, or a point that a preposition introduces, at i. Words taken. */
static size_t plain_at(const Reading *reading, size_t i, MnPeriod *period, bool *given)
{
    size_t at = i;
    const MnWord *first = word(reading, i);
    Point point;
    bool joined;

    *given = false;
    if (first->kind != INTRODUCE && first->kind != SINCE) {
        point = range_at(reading, i, true);
        /* Without a preposition only what has two ends, or is a quarter or a municipal year, is a period. */
        *given = point.words > 2 && !point.no_year && !point.day &&
                 !(word(reading, i)->mark == 'w' && mn_month(letters(reading, i)) > 0 &&
                   point.last.month == point.first.month && point.last.year == point.first.year);
        *period = (MnPeriod){point.first, point.last};
        return point.words;
    }
    at++;
    while (word(reading, at)->kind == FILLER || word(reading, at)->kind == UNIT) {
        if (quarter_at(reading, at).words > 0) {
            break;
        }
        at++;
    }
    point = range_at(reading, at, first->kind != SINCE);
    if (point.words == 0) {
        return 0;
    }
    joined = !point.day && point.words > 3;
    *period = (MnPeriod){point.first, first->kind == SINCE ? MN_NO_DATE : point.last};
    *given = !point.no_year && (first->kind == SINCE || !point.day) &&
             (joined || i == 0 || !is_event(reading, i - 1)) &&
             (joined || !mn_word_is(reading->text, first, "from"));
    return at + point.words - i;
}

static void read_periods(Reading *reading)
{
    bool compared = false;
    int segment = 0;

    for (size_t i = 0; i < reading->count;) {
        const MnWord *here = word(reading, i);
        MnPeriod period;
        bool given = false;
        size_t taken = length_at(reading, i, &period);

        if (taken > 0) {
            given = true;
        } else {
            taken = plain_at(reading, i, &period, &given);
        }
        if (given && !compared) {
            add(reading, period, i, i + taken, segment);
        }
        if (taken > 0) {
            i += taken;
            continue;
        }
        if (here->kind == COMPARE) {
            compared = true;
        } else if (here->kind == END_COMPARE || here->mark == ',' || here->mark == ';' ||
                   here->mark == ')' || here->mark == '|') {
            compared = false;
        }
        segment += here->mark == ';';
        i++;
    }
}

/* The first word at or behind a byte. */
static size_t word_behind(const Reading *reading, size_t byte)
{
    size_t i = 0;

    while (i < reading->count && word(reading, i)->start < byte) {
        i++;
    }
    return i;
}

static bool is_figure(const Reading *reading, size_t i)
{
    const MnWord *here = word(reading, i);

    return here->mark == '%' || here->kind == FIGURE ||
           (i > 0 && mn_word_is(reading->text, here, "quarter") &&
            mn_word_is(reading->text, word(reading, i - 1), "a"));
}

/*
 * Whether the period may be that of the figure between the words `first` and `last`: not where another figure has it. That is one before a period
 * that stands in a clause of its own before ours, or one between ours and a period in a clause behind it.
 */
static bool may_be_of(const Reading *reading, const Period *found, size_t first, size_t last)
{
    bool before = found->from < first;
    size_t from = before ? found->to : last;
    size_t to = before ? first : found->from;
    bool apart = false;
    bool other = false;

    for (size_t i = from; i < to; i++) {
        char mark = word(reading, i)->mark;

        apart = apart || mark == ',' || mark == ';' || mark == '|';
    }
    if (!apart) {
        return true;
    }
    for (size_t i = before ? 0 : last; i < found->from; i++) {
        other = other || is_figure(reading, i);
    }
    return !other;
}

static int segment_of(const Reading *reading, size_t before)
{
    int segment = 0;

    for (size_t i = 0; i < reading->count && i < before; i++) {
        segment += word(reading, i)->mark == ';';
    }
    return segment;
}

static bool same(const MnPeriod *a, const MnPeriod *b)
{
    return mn_date_compare(a->start, b->start) == 0 && mn_date_compare(a->end, b->end) == 0;
}

bool mn_stated_period(MnText sentence, MnSpan figure, MnPeriod *period)
{
    Reading reading = {.text = sentence};
    const Period *chosen = NULL;
    size_t at = 0;
    size_t first;
    size_t last;
    int segment;

    /* Of a long sentence (a flattened table) the words around the figure. */
    if (figure.start > 2000) {
        at = figure.start - 2000;
        while (at < sentence.len && ((unsigned char) sentence.data[at] & 0xC0) == 0x80) {
            at++;
        }
    }
    reading.count = mn_words(sentence, &at, vocabulary, sizeof(vocabulary) / sizeof(vocabulary[0]),
                             reading.words, WORDS);
    read_periods(&reading);
    first = word_behind(&reading, figure.start);
    last = word_behind(&reading, figure.start + figure.len);
    segment = segment_of(&reading, first);
    for (size_t i = 0; i < reading.found_count; i++) {
        const Period *found = &reading.found[i];

        if ((reading.found_count > 1 && found->segment != segment) ||
            !may_be_of(&reading, found, first, last)) {
            continue;
        }
        if (chosen != NULL && !same(&chosen->period, &found->period)) {
            return false;
        }
        chosen = found;
    }
    if (chosen == NULL) {
        return false;
    }
    *period = chosen->period;
    return true;
}
