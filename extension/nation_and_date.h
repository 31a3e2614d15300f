/*
 * nation_and_date.h - the arguments nation and on_date of the functions that look into the Acts.
 */
#ifndef MINUTES_NATION_AND_DATE_H
#define MINUTES_NATION_AND_DATE_H

#include "postgres.h"
#include "utils/date.h"

#include "schedule_12a.h"

/* The nation of that name; 22023 for any other word. */
MnNation nation_of(struct varlena *name);

/* A date as the core has it: infinity is today's law, days before the year 1 its first. */
MnDate day_of(DateADT date);

#endif
