/*
 * clock.c - see clock.h.
 */
#include "clock.h"

double seconds_since(const struct timespec *from)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double) (now.tv_sec - from->tv_sec) + (double) (now.tv_nsec - from->tv_nsec) / 1e9;
}
