/*
 * calendar.c - see calendar.h.
 */
#include "calendar.h"

#include <string.h>

/* A word's meaning; tables of them are searched without regard to case. */
typedef struct Word {
    const char *word;
    int value;
} Word;

/* English and Welsh, in full, short and (Welsh) as they look after a soft mutation. */
static const Word months[] = {
    {"january", 1},  {"jan", 1},       {"ionawr", 1},     {"ion", 1},       {"february", 2},
    {"feb", 2},      {"chwefror", 2},  {"chwe", 2},       {"march", 3},     {"mar", 3},
    {"mawrth", 3},   {"fawrth", 3},    {"maw", 3},        {"april", 4},     {"apr", 4},
    {"ebrill", 4},   {"ebr", 4},       {"may", 5},        {"mai", 5},       {"fai", 5},
    {"june", 6},     {"jun", 6},       {"mehefin", 6},    {"fehefin", 6},   {"meh", 6},
    {"july", 7},     {"jul", 7},       {"gorffennaf", 7}, {"orffennaf", 7}, {"gor", 7},
    {"august", 8},   {"aug", 8},       {"awst", 8},       {"aws", 8},       {"september", 9},
    {"sept", 9},     {"sep", 9},       {"medi", 9},       {"fedi", 9},      {"med", 9},
    {"october", 10}, {"oct", 10},      {"hydref", 10},    {"hyd", 10},      {"november", 11},
    {"nov", 11},     {"tachwedd", 11}, {"dachwedd", 11},  {"tach", 11},     {"december", 12},
    {"dec", 12},     {"rhagfyr", 12},  {"ragfyr", 12},    {"rhag", 12},
};

static const Word weekdays[] = {
    {"monday", 0},  {"mon", 0},      {"llun", 0},      {"tuesday", 1}, {"tues", 1},
    {"tue", 1},     {"mawrth", 1},   {"wednesday", 2}, {"weds", 2},    {"wed", 2},
    {"mercher", 2}, {"thursday", 3}, {"thurs", 3},     {"thur", 3},    {"thu", 3},
    {"iau", 3},     {"friday", 4},   {"fri", 4},       {"gwener", 4},  {"saturday", 5},
    {"sat", 5},     {"sadwrn", 5},   {"sunday", 6},    {"sun", 6},     {"sul", 6},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int find_word(const Word *words, size_t count, MnText word)
{
    char first = word.len == 0 ? '\0' : (char) mn_lower((unsigned char) word.data[0]);

    for (size_t i = 0; i < count; i++) {
        if (words[i].word[0] == first &&
            mn_same(word, (MnText){words[i].word, strlen(words[i].word)})) {
            return words[i].value;
        }
    }
    return -1;
}

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool mn_date_is_valid(MnDate date)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1) {
        return false;
    }
    return date.day <= days[date.month - 1] + (date.month == 2 && leap(date.year));
}

int64_t mn_date_days(MnDate date)
{
    /* Years that begin in March, so that the leap day is the last. */
    int64_t year = date.year - (date.month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int mn_date_weekday(MnDate date)
{
    /* 1 January 1970 was a Thursday. */
    return (int) (((mn_date_days(date) + 3) % 7 + 7) % 7);
}

int mn_date_compare(MnDate a, MnDate b)
{
    int64_t difference = mn_date_days(a) - mn_date_days(b);

    return difference < 0 ? -1 : difference > 0;
}

int mn_month(MnText word)
{
    int month = word.len < 3 ? -1 : find_word(months, COUNT(months), word);

    return month < 0 ? 0 : month;
}

const char *mn_month_name(int month)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

    return names[month - 1];
}

/* ---- small steps over text: each returns where it stopped ---- */

static uint32_t peek(MnText text, size_t at)
{
    return at < text.len ? mn_next(text, &at) : 0;
}

static size_t skip_spaces(MnText text, size_t at)
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

/* White space with at most one comma and full stop in it. */
static size_t skip_separators(MnText text, size_t at)
{
    at = skip_spaces(text, at);
    if (peek(text, at) == '.') {
        at = skip_spaces(text, at + 1);
    }
    if (peek(text, at) == ',') {
        at = skip_spaces(text, at + 1);
    }
    return at;
}

static size_t skip_letters(MnText text, size_t at)
{
    while (at < text.len && mn_is_letter((unsigned char) text.data[at])) {
        at++;
    }
    return at;
}

/* Up to `most` digits; *value is theirs. */
static size_t read_digits(MnText text, size_t at, int most, int *value)
{
    *value = 0;
    for (int i = 0; i < most && at < text.len && mn_is_digit((unsigned char) text.data[at]); i++) {
        *value = *value * 10 + (text.data[at++] - '0');
    }
    return at;
}

static MnText word_at(MnText text, size_t at)
{
    return (MnText){text.data + at, skip_letters(text, at) - at};
}

/* The word ends behind it if it stands at `at`, else `at`. */
static size_t skip_word(MnText text, size_t at, const char *word)
{
    MnText found = word_at(text, at);

    return mn_same(found, (MnText){word, strlen(word)}) ? at + found.len : at;
}

static bool is_word_character(uint32_t c)
{
    return mn_is_digit(c) || mn_is_letter(c) || (c >= 0xC0 && c < 0x2000);
}

/* ---- dates ---- */

static int full_year(int year, size_t digits)
{
    return digits == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

static bool accept_date(int year, int month, int day, MnDate *date)
{
    *date = (MnDate){year, month, day};
    return year >= 1800 && year <= 2199 && mn_date_is_valid(*date);
}

/* A four-digit year, or two digits after an apostrophe (or, short, where a hyphen led to it); 0 where there is none. */
static size_t read_year(MnText text, size_t at, bool may_be_short, int *year)
{
    size_t end;
    uint32_t c = peek(text, at);

    if (c == '\'' || c == 0x2019) {
        mn_next(text, &at);
        may_be_short = true;
    }
    end = read_digits(text, at, 4, year);
    if (mn_is_digit(peek(text, end)) || (end - at != 4 && !(may_be_short && end - at == 2))) {
        return 0;
    }
    *year = full_year(*year, end - at);
    return end;
}

/* An ordinal's ending: st, nd, rd, th; Welsh af, ail, il, ydd, ed, fed, eg, ain. */
static size_t skip_ordinal(MnText text, size_t at)
{
    static const char *const endings[] = {"st", "nd",  "rd", "th",  "af", "ail",
                                          "il", "ydd", "ed", "fed", "eg", "ain"};
    size_t after = skip_spaces(text, at);

    for (size_t i = 0; i < COUNT(endings); i++) {
        size_t end = skip_word(text, at, endings[i]);

        /* A superscript ending may have come away from its number ("23 rd"). */
        end = end == at && after != at && i < 4 ? skip_word(text, after, endings[i]) : end;
        if (end != at && end != after) {
            return end;
        }
    }
    return at;
}

/* "18th [day] [of] March[,] 2026", "18-Mar-26"; `at` is behind the day's digits. 0 where it is none. */
static size_t day_month_year(MnText text, size_t at, int day, MnDate *date)
{
    int month;
    int year;
    bool hyphen;
    MnText word;

    at = skip_ordinal(text, at);
    hyphen = peek(text, at) == '-';
    at = hyphen ? at + 1 : skip_separators(text, at);
    at = skip_spaces(text, skip_word(text, at, "day"));
    at = skip_spaces(text, skip_word(text, at, "of"));
    at = skip_spaces(text, skip_word(text, at, "o"));
    word = word_at(text, at);
    month = mn_month(word);
    if (month == 0) {
        return 0;
    }
    at += word.len;
    at = peek(text, at) == '-' ? at + 1 : skip_separators(text, at);
    at = read_year(text, at, hyphen, &year);
    return at != 0 && accept_date(year, month, day, date) ? at : 0;
}

/* "18/03/2026", "18.3.26", "18-03-2026"; `at` is behind the first number. */
static size_t numeric_date(MnText text, size_t at, int day, MnDate *date)
{
    char separator = at < text.len ? text.data[at] : '\0';
    int month;
    int year;
    size_t end;

    if (separator != '/' && separator != '.' && separator != '-') {
        return 0;
    }
    end = read_digits(text, at + 1, 2, &month);
    if (end == at + 1 || peek(text, end) != (uint32_t) separator) {
        return 0;
    }
    at = end + 1;
    end = read_digits(text, at, 4, &year);
    if (end - at != 4 && end - at != 2) {
        return 0;
    }
    if (is_word_character(peek(text, end)) || peek(text, end) == '/' ||
        ((peek(text, end) == '.' || peek(text, end) == '-') &&
         is_word_character(peek(text, end + 1)))) {
        return 0;
    }
    return accept_date(full_year(year, end - at), month, day, date) ? end : 0;
}

/* "2026-03-18"; `at` is behind the year. */
static size_t iso_date(MnText text, size_t at, int year, MnDate *date)
{
    int month;
    int day;
    size_t end;

    if (peek(text, at) != '-') {
        return 0;
    }
    end = read_digits(text, at + 1, 2, &month);
    if (end != at + 3 || peek(text, end) != '-') {
        return 0;
    }
    at = end;
    end = read_digits(text, at + 1, 2, &day);
    if (end != at + 3 || mn_is_digit(peek(text, end))) {
        return 0;
    }
    return accept_date(year, month, day, date) ? end : 0;
}

/* "March 18[th][,] 2026"; `at` is behind the month. */
static size_t month_day_year(MnText text, size_t at, int month, MnDate *date)
{
    int day;
    int year;
    size_t end;

    at = skip_separators(text, at);
    end = read_digits(text, at, 2, &day);
    if (end == at || mn_is_digit(peek(text, end))) {
        return 0;
    }
    at = skip_separators(text, skip_ordinal(text, end));
    at = read_year(text, at, false, &year);
    return at != 0 && accept_date(year, month, day, date) ? at : 0;
}

/* The weekday printed before `start` (not before `from`), and where it begins; -1 for none. */
static int weekday_before(MnText text, size_t from, size_t start, size_t *begins)
{
    static const char *const between[] = {"the", "dydd"};
    size_t at = start;

    for (int words = 0; words < 3; words++) {
        size_t end;
        size_t word_end;
        MnText word;
        int weekday;

        for (end = at; end > from; end = at) {
            uint32_t c = mn_previous(text, &at);

            if (!mn_is_space(c) && c != ',' && c != '.' && c != '(' && c != '-' && c != 0x2013) {
                at = end;
                break;
            }
        }
        word_end = end;
        while (at > from && mn_is_letter((unsigned char) text.data[at - 1])) {
            at--;
        }
        word = (MnText){text.data + at, word_end - at};
        weekday = find_word(weekdays, COUNT(weekdays), word);
        if (weekday >= 0) {
            *begins = at;
            return weekday;
        }
        if (!mn_same(word, (MnText){between[0], 3}) && !mn_same(word, (MnText){between[1], 4})) {
            break;
        }
    }
    return -1;
}

bool mn_find_date(MnText text, size_t from, MnDate *date, int *weekday, MnSpan *matched)
{
    size_t at = from;
    uint32_t before = 0;

    if (from > 0 && from <= text.len) {
        size_t previous = from;

        before = mn_previous(text, &previous);
    }
    while (at < text.len) {
        size_t start = at;
        size_t end = 0;
        uint32_t c = mn_next(text, &at);

        if (mn_is_digit(c) && !is_word_character(before) && before != '/' && before != 0xA3) {
            int number;
            size_t digits_end = read_digits(text, start, 5, &number);
            size_t digits = digits_end - start;

            if (digits <= 2 && before != '.') {
                end = day_month_year(text, digits_end, number, date);
                end = end != 0 ? end : numeric_date(text, digits_end, number, date);
            } else if (digits == 4) {
                end = iso_date(text, digits_end, number, date);
            }
            at = digits_end;
        } else if (mn_is_letter(c) && !is_word_character(before)) {
            MnText word = word_at(text, start);
            size_t after = start + word.len;

            /* A month is looked up only where a day's number follows. */
            if (mn_is_digit(peek(text, skip_separators(text, after)))) {
                int month = mn_month(word);

                end = month == 0 ? 0 : month_day_year(text, after, month, date);
            }
            at = after;
        }
        if (end != 0) {
            size_t begins = start;

            *weekday = weekday_before(text, from, start, &begins);
            *matched = (MnSpan){begins, end - begins};
            return true;
        }
        start = at;
        before = mn_previous(text, &start);
    }
    return false;
}

/* ---- times of day ---- */

typedef enum HalfDay { HALF_NONE, HALF_AM, HALF_PM, HALF_CLOCK, HALF_HOURS, HALF_NOON } HalfDay;

/* What follows a number of hours: am, p.m., o'clock, hours, noon and their Welsh forms; *end behind it. */
static HalfDay half_day_at(MnText text, size_t at, bool has_minutes, size_t *end)
{
    static const struct {
        const char *print;
        HalfDay half;
        bool glues; /* a scan or an export may glue the next word to it */
    } forms[] = {
        {"a.m", HALF_AM, true},
        {"am", HALF_AM, true},
        {"p.m", HALF_PM, true},
        {"pm", HALF_PM, true},
        {"a. m", HALF_AM, true},
        {"p. m", HALF_PM, true},
        {"noon", HALF_NOON, false},
        {"midday", HALF_NOON, false},
        {"o'clock", HALF_CLOCK, false},
        {"o\xE2\x80\x99"
         "clock",
         HALF_CLOCK, false},
        {"hours", HALF_HOURS, false},
        {"hrs", HALF_HOURS, false},
        {"y.b", HALF_AM, false},
        {"yb", HALF_AM, false},
        {"y bore", HALF_AM, false},
        {"y.p", HALF_PM, false},
        {"yp", HALF_PM, false},
        {"y prynhawn", HALF_PM, false},
        {"y.h", HALF_PM, false},
        {"yh", HALF_PM, false},
        {"yr hwyr", HALF_PM, false},
    };
    MnText rest;

    at = skip_spaces(text, at);
    rest = (MnText){text.data + at, text.len - at};
    for (size_t i = 0; i < COUNT(forms); i++) {
        MnText print = {forms[i].print, strlen(forms[i].print)};

        if (mn_begins(rest, print) &&
            ((forms[i].glues && has_minutes) || !is_word_character(peek(text, at + print.len)))) {
            *end = at + print.len;
            if (peek(text, *end) == '.' && memchr(print.data, '.', print.len) != NULL) {
                (*end)++;
            }
            return forms[i].half;
        }
    }
    *end = at;
    return HALF_NONE;
}

/* "in the afternoon", "yn y prynhawn" after "2 o'clock". */
static bool says_afternoon(MnText text, size_t at)
{
    MnText rest = {text.data + skip_spaces(text, at), text.len - skip_spaces(text, at)};

    return mn_begins(rest, MN_TEXT("in the afternoon")) ||
           mn_begins(rest, MN_TEXT("in the evening")) || mn_begins(rest, MN_TEXT("yn y prynhawn"));
}

static bool time_of(int hour, int minute, HalfDay half, int *minutes)
{
    if (minute > 59 || hour > 23 || ((half == HALF_AM || half == HALF_PM) && hour == 0)) {
        return false;
    }
    if (half == HALF_NOON) {
        if (hour != 12) {
            return false;
        }
    } else if (half == HALF_AM && hour == 12) {
        hour = 0;
    } else if (half == HALF_PM && hour < 12) {
        hour += 12;
    }
    *minutes = hour * 60 + minute;
    return true;
}

/* Behind the sign of a range, " - " or " to ", at `at`; 0 where there is none. */
static size_t behind_range(MnText text, size_t at)
{
    size_t to;
    uint32_t c;

    at = skip_spaces(text, at);
    to = skip_word(text, at, "to");
    c = peek(text, at);
    if (to != at) {
        return skip_spaces(text, to);
    }
    if (c != '-' && c != 0x2013 && c != 0x2014) {
        return 0;
    }
    mn_next(text, &at);
    return skip_spaces(text, at);
}

static size_t time_at(MnText text, size_t start, int *minutes, bool first);

/*
 * "2.00 - 4.15 pm": the half of the day of a range's end is that of its beginning, unless the range then began after its end.
 * Returns whether such an end stands at `at`; *minutes then is the beginning's.
 */
static bool range_ends(MnText text, size_t at, int *minutes)
{
    size_t behind = behind_range(text, at);
    size_t end;
    int later;
    int hour;

    if (behind == 0 || !mn_is_digit(peek(text, behind)) ||
        read_digits(text, behind, 5, &hour) == behind || hour > 12) {
        return false;
    }
    end = time_at(text, behind, &later, false);
    if (end == 0 || strchr("mMnN.", text.data[end - 1]) == NULL) {
        return false;
    }
    *minutes += *minutes + 12 * 60 <= later ? 12 * 60 : 0;
    return true;
}

/* A time that begins with the digits at `start`, perhaps the first of a range; returns its end, 0 for none. */
static size_t time_at(MnText text, size_t start, int *minutes, bool first)
{
    int hour;
    int minute = 0;
    size_t end;
    size_t after;
    size_t digits;
    bool has_minutes = false;
    uint32_t c;
    HalfDay half;

    end = read_digits(text, start, 5, &hour);
    digits = end - start;
    c = peek(text, end);
    if (digits == 4 && hour / 100 < 24) {
        minute = hour % 100;
        hour /= 100;
        half = half_day_at(text, end, true, &after);
        return half == HALF_HOURS && time_of(hour, minute, half, minutes) ? after : 0;
    }
    if (digits > 2) {
        return 0;
    }
    if (c == '.' || c == ':' || c == 0xB7 || c == ';') {
        size_t first = end;
        int value;
        size_t minutes_end;

        mn_next(text, &first);
        if (c != '.' || mn_is_space(peek(text, first))) {
            first = skip_spaces(text, first);
        }
        minutes_end = read_digits(text, first, 3, &value);
        if (minutes_end - first == 2) {
            minute = value;
            end = minutes_end;
            has_minutes = true;
        } else if (minutes_end != first) {
            return 0;
        }
    }
    half = half_day_at(text, end, has_minutes, &after);
    if (half == HALF_CLOCK && hour >= 1 && hour < 12 && says_afternoon(text, after)) {
        half = HALF_PM;
    }
    if (half == HALF_NONE && first && hour >= 1 && hour <= 12 && minute < 60) {
        int from = hour % 12 * 60 + minute;

        if (range_ends(text, end, &from)) {
            *minutes = hour == 12 && from < 12 * 60 ? from + 12 * 60 : from;
            return end;
        }
    }
    if (half == HALF_NONE) {
        uint32_t next = peek(text, end);
        uint32_t beyond = peek(text, skip_spaces(text, end));

        /* A bare number is a time only as "14.00" or "14:00", and neither a price, a share nor a part number. */
        if (!has_minutes || is_word_character(next) || beyond == '%' || beyond == 0xFF05 ||
            next == '/' || ((next == '.' || next == ':') && mn_is_digit(peek(text, end + 1))) ||
            skip_word(text, skip_spaces(text, end), "per") != skip_spaces(text, end)) {
            return 0;
        }
        after = end;
    }
    return time_of(hour, minute, half, minutes) ? after : 0;
}

bool mn_find_time(MnText text, size_t from, int *minutes, MnSpan *matched)
{
    size_t at = from;
    uint32_t before = 0;

    while (at < text.len) {
        size_t start = at;
        uint32_t c = mn_next(text, &at);

        if (mn_is_digit(c)) {
            int ignored;
            size_t digits_end = start;

            while (mn_is_digit(peek(text, digits_end))) {
                digits_end = read_digits(text, digits_end, 8, &ignored);
            }
            at = digits_end;
            if (!is_word_character(before) && before != '/' && before != '.' && before != 0xA3 &&
                before != '$') {
                size_t end = time_at(text, start, minutes, true);

                if (end != 0) {
                    *matched = (MnSpan){start, end - start};
                    return true;
                }
            }
        } else if (mn_is_letter(c)) {
            MnText word = word_at(text, start);

            if (!is_word_character(before) &&
                (mn_same(word, MN_TEXT("noon")) || mn_same(word, MN_TEXT("midday")) ||
                 mn_same(word, MN_TEXT("midnight")))) {
                *minutes = mn_same(word, MN_TEXT("midnight")) ? 0 : 12 * 60;
                *matched = (MnSpan){start, word.len};
                return true;
            }
            at = start + word.len;
        }
        start = at;
        before = mn_previous(text, &start);
    }
    return false;
}
