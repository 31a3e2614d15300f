/*
 * rows.h - the rows of a set-returning function, handed over all at once.
 *
 * Measured over texts of which few have anything to return: a function that finds nothing should make nothing. So the
 * row store and its descriptor come with the first row, and no row at all costs no allocation.
 */
#ifndef MINUTES_ROWS_H
#define MINUTES_ROWS_H

#include "postgres.h"
#include "fmgr.h"
#include "nodes/execnodes.h"

typedef struct Rows {
    ReturnSetInfo *info;
    Tuplestorestate *store; /* NULL until the first row */
} Rows;

/* Begins a result of no rows. Fails where the caller takes no sets. */
void rows_begin(Rows *rows, FunctionCallInfo fcinfo);

/* Adds a row of the function's columns. */
void rows_add(Rows *rows, Datum *values, bool *nulls);

#endif
