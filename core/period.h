/*
 * period.h - the period that a sentence states for a figure in it.
 *
 * "in June 2023 versus June 2022" speaks of June 2023: what a figure is compared with is not its period. The rules stand in
 * docs/crime-trends.md.
 */
#ifndef MN_PERIOD_H
#define MN_PERIOD_H

#include "calendar.h"

/* First and last day; the last is MN_NO_DATE where only a beginning is stated ("since April 2025"). */
typedef struct MnPeriod {
    MnDate start;
    MnDate end;
} MnPeriod;

/*
 * The period that sentence states for the figure at `figure` (a span of sentence). False where it states none, where it names no year, and
 * where it names several and does not say which is meant. Linear in the sentence's length.
 */
bool mn_stated_period(MnText sentence, MnSpan figure, MnPeriod *period);

#endif
