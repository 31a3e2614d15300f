/*
 * test_calendar.c - dates and times of day as minutes print them.
 */
#include "calendar.h"
#include "tap.h"

static void days(void)
{
    OK(mn_date_days((MnDate){1970, 1, 1}) == 0, "the epoch");
    OK(mn_date_days((MnDate){2000, 3, 1}) == 11017, "the first of March 2000");
    OK(mn_date_days((MnDate){1969, 12, 31}) == -1, "the day before the epoch");
    OK(mn_date_weekday((MnDate){2024, 2, 29}) == 3, "29 February 2024 was a Thursday");
    OK(mn_date_weekday((MnDate){1969, 12, 28}) == 6, "28 December 1969 was a Sunday");
    OK(mn_date_is_valid((MnDate){2024, 2, 29}) && !mn_date_is_valid((MnDate){2023, 2, 29}) &&
           !mn_date_is_valid((MnDate){1900, 2, 29}) && mn_date_is_valid((MnDate){2000, 2, 29}),
       "leap days");
    OK(!mn_date_is_valid(MN_NO_DATE), "no date is no day");
    OK(mn_date_compare((MnDate){2024, 5, 1}, (MnDate){2024, 4, 30}) == 1 &&
           mn_date_compare((MnDate){2024, 5, 1}, (MnDate){2024, 5, 1}) == 0 &&
           mn_date_compare((MnDate){2023, 12, 31}, (MnDate){2024, 1, 1}) == -1,
       "the order of dates");
    OK(mn_month(MN_TEXT("SEPT")) == 9 && mn_month(MN_TEXT("Rhagfyr")) == 12 &&
           mn_month(MN_TEXT("Marching")) == 0,
       "names of months");
}

static void dates(void)
{
    static const struct {
        const char *text;
        MnDate date; /* year 0: none */
        int weekday;
        const char *matched;
    } cases[] = {
        {"held on Tuesday 14th January 2025.", {2025, 1, 14}, 1, "Tuesday 14th January 2025"},
        {"on Wednesday, 9th April, 2025 at", {2025, 4, 9}, 2, "Wednesday, 9th April, 2025"},
        {"the 4th day of May 2023", {2023, 5, 4}, -1, "4th day of May 2023"},
        {"Monday the 7th of July 2025", {2025, 7, 7}, 0, "Monday the 7th of July 2025"},
        {"June 18, 2024", {2024, 6, 18}, -1, "June 18, 2024"},
        {"Date: 03/12/2024", {2024, 12, 3}, -1, "03/12/2024"},
        {"on 18.3.26 in", {2026, 3, 18}, -1, "18.3.26"},
        {"2025-11-02T10:00", {2025, 11, 2}, -1, "2025-11-02"},
        {"27-Nov-24", {2024, 11, 27}, -1, "27-Nov-24"},
        {"23 rd\nSeptember 2022", {2022, 9, 23}, -1, "23 rd\nSeptember 2022"},
        {"Thursday\xC2\xA0"
         "6 Feb. 2025",
         {2025, 2, 6},
         3,
         "Thursday\xC2\xA0"
         "6 Feb. 2025"},
        {"Dydd Iau, 12fed Mehefin 2025", {2025, 6, 12}, 3, "Iau, 12fed Mehefin 2025"},
        {"dydd Mawrth 4 Mawrth 2025", {2025, 3, 4}, 1, "Mawrth 4 Mawrth 2025"},
        {"31 February 2025 or 1 March 2025", {2025, 3, 1}, -1, "1 March 2025"},
        {"January 2025 to December 2025", {0, 0, 0}, -1, ""},
        {"reference 25/03195/FUL", {0, 0, 0}, -1, ""},
        {"KPI 1.1.2.2 and 24/7 in 2024/25", {0, 0, 0}, -1, ""},
        {"\xC2\xA3"
         "1.2.26",
         {0, 0, 0},
         -1,
         ""},
        {"page 118/03/2026", {0, 0, 0}, -1, ""},
        {"from 5 May 12 members", {0, 0, 0}, -1, ""},
        {"", {0, 0, 0}, -1, ""},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        TapArena arena = TAP_ARENA;
        MnText text = tap_text(&arena, cases[i].text);
        MnDate date = MN_NO_DATE;
        MnSpan matched = {0, 0};
        int weekday = -1;
        bool found = mn_find_date(text, 0, &date, &weekday, &matched);

        OK(found == (cases[i].date.year != 0) &&
               (!found || (mn_date_compare(date, cases[i].date) == 0 &&
                           weekday == cases[i].weekday && matched.len == strlen(cases[i].matched) &&
                           memcmp(text.data + matched.start, cases[i].matched, matched.len) == 0)),
           "date in \"%s\" (got %d-%d-%d, %d, %zu+%zu)", cases[i].text, date.year, date.month,
           date.day, weekday, matched.start, matched.len);
        tap_free(&arena);
    }
}

static void times(void)
{
    static const struct {
        const char *text;
        int minutes; /* -1: none */
    } cases[] = {
        {"Wednesday 9.00 am", 540},
        {"at 7:30pm in", 19 * 60 + 30},
        {"commencing at 6.30 p.m.", 18 * 60 + 30},
        {"10 a.m.", 600},
        {"10.00 amin the Hall", 600},
        {"12 noon", 720},
        {"at noon", 720},
        {"12.15 am", 15},
        {"12.15pm", 735},
        {"at 14.00", 840},
        {"2.00 \xE2\x80\x93 4.15 pm", 840},
        {"10.00 - 12.30 pm", 600},
        {"11.00 to 1.00pm", 660},
        {"7 to 9pm", 1140},
        {"9.00 - 11.00 am", 540},
        {"12.30 - 2.00 pm", 750},
        {"9.30 - 16.00", 570},
        {"18:05", 1085},
        {"1400 hours", 840},
        {"0930 hrs", 570},
        {"at 2 o'clock in the afternoon", 840},
        {"10 o\xE2\x80\x99"
         "clock",
         600},
        {"2.00 y.p.", 840},
        {"10.30 yb", 630},
        {"14.00%", -1},
        {"\xC2\xA3"
         "14.00",
         -1},
        {"24.10", -1},
        {"13 pm", 780},
        {"item 9 amended", -1},
        {"in 2025 there", -1},
        {"3.1.2 and 4:60", -1},
        {"25/14.00", -1},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        TapArena arena = TAP_ARENA;
        MnText text = tap_text(&arena, cases[i].text);
        int minutes = -1;
        MnSpan matched;
        bool found = mn_find_time(text, 0, &minutes, &matched);

        OK((found ? minutes : -1) == cases[i].minutes, "time in \"%s\" (got %d)", cases[i].text,
           minutes);
        tap_free(&arena);
    }
}

int main(void)
{
    days();
    dates();
    times();
    return tap_done();
}
