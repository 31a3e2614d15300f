/*
 * load_run.h - what the store remembers of a run: its counts, and the documents that did not load.
 */
#ifndef MINUTES_LOAD_RUN_H
#define MINUTES_LOAD_RUN_H

#include "write_pg.h"

/* A run holds an advisory lock of its own while it lives: this and its id. */
#define RUN_LOCKS "5710440000000000"

/* Notes that a run of that command ("load") begins; its id, 0 where the server refuses (told). */
int64_t run_start(PGconn *conn, const char *command);

/* Notes its end: outcome is finished, interrupted or refused. */
bool run_finish(PGconn *conn, int64_t run_id, const char *outcome, const LoadCounts *counts);

/* What the run is judged by: the gravest kind of its errors, what the server ended it with (NULL: it did not), batches repeated. */
typedef struct RunErrors {
    int64_t count[ERROR_KINDS];
    const char *code;
    int64_t retries;
} RunErrors;

/* The gravest kind that there was; false where there was none. */
bool run_gravest(const RunErrors *errors, ErrorKind *kind);

/* Notes them; to be called before run_finish(). Where nothing went wrong there is nothing to note. */
bool run_errors(PGconn *conn, int64_t run_id, const RunErrors *errors);

/* Takes the run's own lock again on a new connection: who holds it is alive. */
bool run_resume(PGconn *conn, int64_t run_id);

/*
 * Notes a document that did not load. A detail that may quote the document is restricted. An older problem of the same document is over: this one stands for
 * it.
 */
bool run_problem(Writer *writer, Arena *arena, const char *uri, ErrorKind kind, const char *reason,
                 const char *detail, bool restricted);

#endif
