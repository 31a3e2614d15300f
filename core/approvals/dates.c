/*
 * dates.c - the days of meetings as a sentence lists them, whole or with what the list shares left out.
 */
#include "words_of_approval.h"

/* The last such day before `bound`, or on it where `may_be`; none where there is no such day in the eight years before. */
static MnDate last_day_before(int day, int month, MnDate bound)
{
    for (int year = bound.year; year > bound.year - 8; year--) {
        MnDate date = {year, month, day};

        if (mn_date_is_valid(date) && mn_date_compare(date, bound) < 0) {
            return date;
        }
    }
    return MN_NO_DATE;
}

static void add_date(MnNamedDates *dates, MnDate date, bool whole, size_t start, MnDate held_on)
{
    if (dates->count == APPROVAL_DATES_MAX || !mn_date_is_valid(date)) {
        return;
    }
    if (mn_date_is_valid(held_on) && mn_date_compare(date, held_on) >= 0) {
        dates->later = true;
        return;
    }
    dates->date[dates->count] = date;
    dates->whole[dates->count] = whole;
    dates->start[dates->count++] = start;
}

/* Whether the word only joins the parts of a date or one date to the next: "th", "of", a comma, a weekday, "and". */
static bool joins(MnText text, const MnWord *word)
{
    static const char *const marks = ",&(";
    static const char *const words[] = {"st", "nd", "rd", "th", "of", "the", "on", "ac", "a"};

    if (word->mark != 'w') {
        for (const char *mark = marks; *mark != '\0'; mark++) {
            if (word->mark == *mark) {
                return true;
            }
        }
        return false;
    }
    if (word->kind == K_AND || word->kind == K_DAY) {
        return true;
    }
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (mn_word_is(text, word, words[i])) {
            return true;
        }
    }
    return false;
}

/*
 * The days without a year in the span, from its end to its beginning: each takes month and year from what it is listed with. `right` is the date that
 * follows the span, MN_NO_DATE for none.
 */
static void days_before(MnText text, MnSpan span, MnDate right, MnDate held_on, MnNamedDates *dates)
{
    MnWord words[APPROVAL_WORDS_MAX];
    size_t count = mn_approval_words(text, span, words);
    int month = right.month;  /* of the day that would come next, 0 for none */
    bool listed = month != 0; /* nothing but a list lies between it and the date on its right */
    bool whole = listed;      /* the date on its right was printed with its year */

    while (count-- > 0) {
        const MnWord *word = &words[count];
        int named = word->mark == 'w' && word->len > 2
                        ? mn_month((MnText){text.data + word->start, word->len})
                        : 0;

        if (named != 0) {
            month = named;
            whole = whole && listed;
        } else if (word->mark == '0' && word->number >= 1 && word->number <= 31 && word->len <= 2 &&
                   month != 0) {
            MnDate bound = listed ? right : held_on;
            MnDate date =
                mn_date_is_valid(bound) ? last_day_before(word->number, month, bound) : MN_NO_DATE;

            add_date(dates, date, whole && listed, word->start, held_on);
            whole = whole && listed;
            right = mn_date_is_valid(date) ? date : right;
            listed = mn_date_is_valid(date);
            month = listed ? month : 0;
        } else if (!joins(text, word)) {
            month = 0;
            listed = whole = false;
        }
    }
}

static void sort_by_place(MnNamedDates *dates)
{
    for (size_t i = 1; i < dates->count; i++) {
        MnDate date = dates->date[i];
        bool whole = dates->whole[i];
        size_t start = dates->start[i];
        size_t to = i;

        for (; to > 0 && dates->start[to - 1] > start; to--) {
            dates->date[to] = dates->date[to - 1];
            dates->whole[to] = dates->whole[to - 1];
            dates->start[to] = dates->start[to - 1];
        }
        dates->date[to] = date;
        dates->whole[to] = whole;
        dates->start[to] = start;
    }
}

void mn_named_dates(MnText text, MnSpan span, MnDate held_on, MnNamedDates *dates)
{
    MnText until = {text.data, span.start + span.len};
    size_t from = span.start;
    MnDate date;
    MnSpan matched;
    int weekday;

    dates->count = 0;
    dates->later = false;
    while (dates->count < APPROVAL_DATES_MAX &&
           mn_find_date(until, from, &date, &weekday, &matched)) {
        days_before(text, (MnSpan){from, matched.start - from}, date, held_on, dates);
        add_date(dates, date, true, matched.start, held_on);
        from = matched.start + matched.len;
    }
    if (from < until.len) {
        days_before(text, (MnSpan){from, until.len - from}, MN_NO_DATE, held_on, dates);
    }
    sort_by_place(dates);
}
