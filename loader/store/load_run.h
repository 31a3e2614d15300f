/*
 * load_run.h - what the store remembers of a run: its counts, and the documents that did not load.
 */
#ifndef MINUTES_LOAD_RUN_H
#define MINUTES_LOAD_RUN_H

#include "write_pg.h"

/* Notes that a run begins; its id, 0 where the server refuses (told). */
int64_t run_start(PGconn *conn);

/* Notes its end: outcome is finished, interrupted or refused. */
bool run_finish(PGconn *conn, int64_t run_id, const char *outcome, const LoadCounts *counts);

/*
 * Notes a document that did not load. A detail that may quote the document is restricted. An older problem of the same document is over: this one stands for
 * it.
 */
bool run_problem(Writer *writer, Arena *arena, const char *uri, const char *reason,
                 const char *detail, bool restricted);

#endif
