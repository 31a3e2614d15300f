/*
 * calendar.h - dates and times of day as minutes print them.
 */
#ifndef MN_CALENDAR_H
#define MN_CALENDAR_H

#include "text.h"

/* A day of the Gregorian calendar; year 0 stands for "unknown". */
typedef struct MnDate {
    int year;
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
} MnDate;

#define MN_NO_DATE ((MnDate){0, 0, 0})

/* Whether the day exists, in the years 1 to 9999. */
bool mn_date_is_valid(MnDate date);

/* Days from 1 January 1970, negative before. */
int64_t mn_date_days(MnDate date);

/* 0 for Monday to 6 for Sunday. */
int mn_date_weekday(MnDate date);

/* -1, 0, 1 as a is before, on, after b. */
int mn_date_compare(MnDate a, MnDate b);

/*
 * The first date in text at or after byte `from`: "Wednesday 18th March 2026", "23rd March, 2022", "the 4th day of
 * May 2023", "March 18, 2026", "18/03/2026", "18.3.26", "2026-03-18", and their Welsh forms. Numeric dates are
 * day first. *weekday is the day that is printed with it (0 Monday to 6 Sunday), -1 for none; *matched covers
 * weekday and date. False where there is none.
 */
bool mn_find_date(MnText text, size_t from, MnDate *date, int *weekday, MnSpan *matched);

/*
 * The first time of day at or after byte `from`: "9.00 am", "7:30pm", "14.00", "1400 hours", "10 a.m.", "noon", "2 o'clock".
 * Minutes from midnight in *minutes. False where there is none.
 */
bool mn_find_time(MnText text, size_t from, int *minutes, MnSpan *matched);

/* A month's number (1 to 12) for its English or Welsh name or three-letter short form, 0 for any other word. */
int mn_month(MnText word);

/* The English name of a month, 1 to 12. */
const char *mn_month_name(int month);

#endif
