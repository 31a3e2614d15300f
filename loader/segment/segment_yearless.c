/*
 * segment_yearless.c - "Wednesday 14th May": a day whose year is to be found by its weekday among the years a document speaks of.
 */
#include <stdlib.h>
#include <string.h>

#include "segment.h"
#include "texts.h"

/* A year is looked for in this many units from a meeting's first. */
#define YEARS_AMONG 200

/* The weekday that a word names, 0 for Monday; -1 for none. */
static int weekday_of(MnText word)
{
    static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday",    NULL};
    size_t which;

    return text_is_any(text_strip(word, ",.(:"), days, &which) ? (int) which : -1;
}

/* The day of the month that a word names ("14", "14th"), 0 for none. */
static int day_of(MnText word)
{
    char print[4] = "";
    size_t digits = 0;
    MnText ending;

    word = text_strip(word, ",.");
    while (digits < word.len && digits < 3 && mn_is_digit((unsigned char) word.data[digits])) {
        print[digits] = word.data[digits];
        digits++;
    }
    ending = text_after(word, digits);
    return digits >= 1 && digits <= 2 &&
                   (ending.len == 0 || text_is(ending, "st") || text_is(ending, "nd") ||
                    text_is(ending, "rd") || text_is(ending, "th"))
               ? whole_number(print)
               : 0;
}

/* The first "Wednesday 14th May" in text that no year follows: its day and month, and the byte behind it; false for none. */
static bool find_yearless(MnText text, MnDate *date, int *weekday, size_t *end)
{
    size_t at = 0;
    MnText word;

    while (text_next_word(text, &at, &word)) {
        size_t next = at;
        int day;
        int month;

        *weekday = weekday_of(word);
        if (*weekday < 0 || !text_next_word(text, &next, &word)) {
            continue;
        }
        if (text_is(word, "the") && !text_next_word(text, &next, &word)) {
            continue;
        }
        day = day_of(word);
        if (day == 0 || day > 31 || !text_next_word(text, &next, &word) ||
            (text_is(word, "of") && !text_next_word(text, &next, &word))) {
            continue;
        }
        month = mn_month(text_strip(word, ",.;:)"));
        if (month > 0) {
            MnDate full;
            MnSpan span;
            int other;

            *end = (size_t) (text_strip(word, ",.;:)").data - text.data) +
                   text_strip(word, ",.;:)").len;
            *date = (MnDate){0, month, day};
            /* with its year it is found by others */
            return !(mn_find_date(text,
                                  (size_t) (word.data - text.data) > 12
                                      ? (size_t) (word.data - text.data) - 12
                                      : 0,
                                  &full, &other, &span) &&
                     full.day == day && full.month == month && span.start < *end);
        }
    }
    return false;
}

/* Whether the day was that weekday in a year near one that the document speaks of; then the nearest such year. */
static int year_for(const Segmenter *segmenter, size_t first, size_t end, MnDate date, int weekday)
{
    int best = 0;
    int distance = 3;

    for (size_t at = first; at < end && at < first + YEARS_AMONG; at++) {
        MnText text = segmenter->units.unit[at].text;
        MnDate other;
        int day;
        MnSpan span;
        size_t from = 0;

        while (from < text.len && text.len < 2000 &&
               mn_find_date(text, from, &other, &day, &span)) {
            for (int year = other.year - 1; year <= other.year + 1; year++) {
                MnDate full = {year, date.month, date.day};

                if (abs(year - other.year) < distance && mn_date_is_valid(full) &&
                    mn_date_weekday(full) == weekday) {
                    distance = abs(year - other.year);
                    best = year;
                }
            }
            from = span.start + span.len;
        }
    }
    return best;
}

MnText text_with_year(Segmenter *segmenter, size_t first, size_t end, MnText text)
{
    MnDate date;
    int weekday;
    size_t at;
    int year;

    if (text.len > 600 || !find_yearless(text, &date, &weekday, &at)) {
        return text;
    }
    year = year_for(segmenter, first, end, date, weekday);
    return year == 0 ? text
                     : text_of(arena_printf(segmenter->arena, "%.*s %d%.*s", (int) at, text.data,
                                            year, (int) (text.len - at), text.data + at));
}
