/*
 * doubts_periods.c - doubt_periods() of doubts.h: the months that a period names against the months it says it has.
 */
#include <string.h>
#include <strings.h>

#include "doubts.h"

static bool word_at(MnText text, size_t at, const char *word)
{
    size_t len = strlen(word);

    return at + len <= text.len && strncasecmp(text.data + at, word, len) == 0;
}

static const char *const number_words[] = {"one",   "two",   "three", "four", "five",   "six",
                                           "seven", "eight", "nine",  "ten",  "eleven", "twelve"};

/* The number of months that the words right before "month" name, 0 for none. */
static int months_before(MnText text, size_t end)
{
    size_t start;
    int value = 0;

    while (end > 0 && (text.data[end - 1] == ' ' || text.data[end - 1] == '-')) {
        end--;
    }
    start = end;
    while (start > 0 && (mn_is_digit((unsigned char) text.data[start - 1]) ||
                         mn_is_letter((unsigned char) text.data[start - 1]))) {
        start--;
    }
    for (size_t i = 0; i < 12; i++) {
        if (mn_same((MnText){text.data + start, end - start},
                    (MnText){number_words[i], strlen(number_words[i])})) {
            return (int) i + 1;
        }
    }
    for (size_t i = start; i < end; i++) {
        if (!mn_is_digit((unsigned char) text.data[i]) || value > 99) {
            return 0;
        }
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

/* "25", "'25" behind a month: the year it is short for, and where it ends; false for other figures, such as a day's. */
static bool short_year(MnText text, size_t at, int *year, size_t *end)
{
    if (at < text.len && text.data[at] == '\'') {
        at++;
    } else if (mn_begins((MnText){text.data + at, text.len - at}, MN_TEXT("\xe2\x80\x99"))) {
        at += 3;
    }
    if (at + 2 > text.len || !mn_is_digit((unsigned char) text.data[at]) ||
        !mn_is_digit((unsigned char) text.data[at + 1]) ||
        (at + 2 < text.len && (mn_is_digit((unsigned char) text.data[at + 2]) ||
                               mn_is_letter((unsigned char) text.data[at + 2])))) {
        return false;
    }
    *year = 2000 + (text.data[at] - '0') * 10 + (text.data[at + 1] - '0');
    *end = at + 2;
    return true;
}

/* A month and year, "February 2025", "Feb 25", "Feb '25", at or after *at but before limit; day is 0 where none stands before it. */
static bool next_month(MnText text, size_t *at, size_t limit, MnDate *date, MnSpan *matched)
{
    for (size_t i = *at; i < limit; i++) {
        size_t end = i;
        size_t year_at;
        size_t year_end;
        int month;

        if (!mn_is_letter((unsigned char) text.data[i]) ||
            (i > 0 && mn_is_letter((unsigned char) text.data[i - 1]))) {
            continue;
        }
        while (end < text.len && mn_is_letter((unsigned char) text.data[end])) {
            end++;
        }
        month = mn_month((MnText){text.data + i, end - i});
        year_at = end;
        while (year_at < text.len && (text.data[year_at] == ' ' || text.data[year_at] == ',')) {
            year_at++;
        }
        if (month > 0 && short_year(text, year_at, &date->year, &year_end)) {
            date->month = month;
            date->day = 0;
            *matched = (MnSpan){i, year_end - i};
            *at = year_end;
            return true;
        }
        if (month == 0 || year_at + 4 > text.len ||
            (memcmp(text.data + year_at, "20", 2) != 0 &&
             memcmp(text.data + year_at, "19", 2) != 0) ||
            !mn_is_digit((unsigned char) text.data[year_at + 2]) ||
            !mn_is_digit((unsigned char) text.data[year_at + 3])) {
            i = end - 1;
            continue;
        }
        date->month = month;
        date->year = (text.data[year_at] - '0') * 1000 + (text.data[year_at + 1] - '0') * 100 +
                     (text.data[year_at + 2] - '0') * 10 + (text.data[year_at + 3] - '0');
        date->day = 0;
        /* "1 April 2024", "31st March 2025". */
        for (size_t d = i; d > 0 && d + 6 > i; d--) {
            unsigned char c = (unsigned char) text.data[d - 1];

            if (mn_is_digit(c)) {
                date->day = c - '0';
                if (d > 1 && mn_is_digit((unsigned char) text.data[d - 2])) {
                    date->day += 10 * (text.data[d - 2] - '0');
                }
                break;
            }
            if (c != ' ' && !mn_is_letter(c)) {
                break;
            }
        }
        *matched = (MnSpan){i, year_at + 4 - i};
        *at = year_at + 4;
        return true;
    }
    return false;
}

/* Whole months that a period from the first date to the last covers, both included. */
static int months_covered(MnDate first, MnDate last)
{
    int months = (last.year - first.year) * 12 + last.month - first.month;

    if (first.day == 0 || last.day == 0) {
        return months + 1;
    }
    /* From the 1st to the 31st is one month, from the 5th to the 4th or 5th of the next one, too. */
    return last.day - first.day > 20 ? months + 1 : first.day - last.day > 20 ? months - 1 : months;
}

/* Whether the words between two months make a period of them: "to", "until", a dash. Months set against each other are none. */
static bool joins_period(MnText between)
{
    static const char *const words[] = {"to",      "until", "till",        "and end",
                                        "through", "-",     "\xe2\x80\x93"};

    between = mn_trim(between);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (mn_begins(between, (MnText){words[i], strlen(words[i])})) {
            return true;
        }
    }
    return false;
}

/* Reports a period whose months are not as many as are said. Short years may be days: then only what is near is believed. */
static void compare(const Place *place, MnText text, int said, const MnDate date[2],
                    const MnSpan at[2])
{
    int covered = months_covered(date[0], date[1]);
    bool is_short = !mn_is_digit((unsigned char) text.data[at[0].start + at[0].len - 3]) ||
                    !mn_is_digit((unsigned char) text.data[at[1].start + at[1].len - 3]);

    if (!joins_period(
            (MnText){text.data + at[0].start + at[0].len, at[1].start - at[0].start - at[0].len}) ||
        covered == said || covered <= 0 ||
        (is_short && (covered > said + 2 || covered < said - 2))) {
        return;
    }
    doubt_at(place, "period_length", "A period of %d months is named, but %.*s to %.*s are %d.",
             said, (int) at[0].len, text.data + at[0].start, (int) at[1].len,
             text.data + at[1].start, covered);
}

/* The last two months of the sentence before `end`, where hardly a word stands behind them: "April 2023 to April 2024, a 12-month ...". */
static bool months_named_before(MnText text, size_t end, MnDate date[2], MnSpan at[2])
{
    size_t from = end > 120 ? end - 120 : 0;
    size_t found = 0;

    for (size_t i = end; i > from; i--) {
        if (text.data[i - 1] == '.' || text.data[i - 1] == ';' || text.data[i - 1] == '\n') {
            from = i;
        }
    }
    for (;;) {
        MnDate next;
        MnSpan span;

        if (!next_month(text, &from, end, &next, &span) || span.start + span.len > end) {
            break;
        }
        date[0] = date[1];
        at[0] = at[1];
        date[1] = next;
        at[1] = span;
        found++;
    }
    return found >= 2 && end - at[1].start - at[1].len <= 12;
}

void doubt_periods(const Place *place, MnText text)
{
    for (size_t i = 1; i + 5 <= text.len; i++) {
        size_t at = i + 5;
        size_t limit = i + 120 < text.len ? i + 120 : text.len;
        MnDate date[2] = {MN_NO_DATE, MN_NO_DATE};
        MnSpan span[2] = {{0, 0}, {0, 0}};
        int said;

        if (!word_at(text, i, "month") || (text.data[i - 1] != ' ' && text.data[i - 1] != '-')) {
            continue;
        }
        said = months_before(text, i);
        if (said < 2) {
            continue;
        }
        for (size_t end = i; end < limit; end++) {
            if (text.data[end] == '.' || text.data[end] == ';' || text.data[end] == '\n') {
                limit = end;
            }
        }
        if ((next_month(text, &at, limit, &date[0], &span[0]) &&
             next_month(text, &at, limit, &date[1], &span[1])) ||
            months_named_before(text, i, date, span)) {
            compare(place, text, said, date, span);
        }
    }
}
