/*
 * verdict.h - whether the last runs were all right, in one line: for people who look in the morning, and for monitoring.
 */
#ifndef MINUTES_VERDICT_H
#define MINUTES_VERDICT_H

#include "connect.h"

/* The worst that was found. In this order and with these values monitoring programs take it as a plugin's exit status. */
typedef enum VerdictLevel {
    VERDICT_RIGHT = 0,
    VERDICT_WARNING = 1,  /* it went through, but something wants looking at */
    VERDICT_CRITICAL = 2, /* it did not go through, or is long ago */
    VERDICT_UNKNOWN = 3   /* the store cannot be asked */
} VerdictLevel;

#define VERDICT_HOURS 26 /* a night and some slack: how old the last run of a nightly load may be */

typedef struct Verdict {
    VerdictLevel level;
    char words
        [1024]; /* "3 documents were rejected (permanent errors: mend ...); ..." or "12 documents read, ..." */
    bool any_run;
    char began[32];    /* of the last run, in the session's time zone */
    char command[24];  /* of that run */
    double hours;      /* since then, by this machine's clock; negative where it lies ahead */
    int64_t counts[5]; /* of that run: read, inserted, updated, unchanged, rejected */
} Verdict;

/*
 * Judges the last run, and the last ones of the other commands that load and began not long before it. `max_hours` above 0: a run that began longer ago than
 * that is too old. False where the server refuses (told).
 */
bool verdict_find(PGconn *conn, int64_t max_hours, Verdict *verdict);

/* "Last run 2026-03-18 02:10:11 (7 hours ago): all right: ..." */
void verdict_print(const Verdict *verdict);

/* One line as monitoring plugins print it: MINUTES OK|WARNING|CRITICAL - words | performance data. */
void verdict_print_check(const Verdict *verdict, int64_t max_hours);

/* The word that JSON has for a level: all_right, needs_a_look, failed, unknown. */
const char *verdict_name(VerdictLevel level);

#endif
