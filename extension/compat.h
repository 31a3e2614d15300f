/*
 * compat.h - what differs between the server's versions; nothing else asks for the version.
 */
#ifndef MINUTES_COMPAT_H
#define MINUTES_COMPAT_H

#include "postgres.h"
#include "fmgr.h"

#if PG_VERSION_NUM < 150000
#error "pg_minutes needs PostgreSQL 15 or later"
#endif

/* From 16 on an input function may hand its error to a caller that asked for that. */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#include "varatt.h"
#define SOFT_ERRORS(fcinfo) ((fcinfo)->context)
#else
#define SOFT_ERRORS(fcinfo) NULL
#define ereturn(context, dummy, ...)                                                               \
    do {                                                                                           \
        (void) (context);                                                                          \
        ereport(ERROR, __VA_ARGS__);                                                               \
        return (dummy);                                                                            \
    } while (0)
#endif

#endif
