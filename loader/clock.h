/*
 * clock.h - how long something took.
 */
#ifndef MINUTES_CLOCK_H
#define MINUTES_CLOCK_H

#include <time.h>

/* Seconds since a moment of CLOCK_MONOTONIC, the clock that nobody sets. */
double seconds_since(const struct timespec *from);

#endif
