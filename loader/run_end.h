/*
 * run_end.h - how a run that loads ends: lifts that are due, its record, its summary, its exit status. Shared by load and sync.
 */
#ifndef MINUTES_RUN_END_H
#define MINUTES_RUN_END_H

#include "load.h"

/*
 * Notes that a run began, in load->writer, and opens what somebody lifted from today on, telling how much; a lift that the server refuses is told and
 * noted as a problem of its document. What is transient is tried again. False where the run cannot go on, which is told and noted in load->shared;
 * load->writer->run_id is 0 if not even its beginning could be noted. Nothing to do in a dry run.
 */
bool run_begin(Load *load);

/* Tells each lift that is due and was not carried out, by item; how many there are, -1 where the server does not say (told). */
int64_t run_tell_refused_lifts(PGconn *conn);

/* The exit status that what the processes of a run met comes to. */
ExitCode run_exit_code(const LoadShared *shared);

/* The counts of all processes so far. */
LoadCounts run_counts(const LoadShared *shared);

/* The run's outcome as the store remembers it. */
const char *run_outcome(ExitCode code);

/* Notes the run's end in the store: counts, errors, outcome. Nothing where the server does not answer any more: the next run notes that it broke off. */
void run_note_end(PGconn *conn, int64_t run_id, const LoadShared *shared, ExitCode code);

/* What a summary says beside the counts. Strings may be NULL. */
typedef struct RunSummary {
    int64_t run_id; /* 0 in a dry run */
    double seconds;
    const char *more_text; /* behind the counts: ", 2 vanished" */
    const char *more_json; /* further members: ", \"vanished\": 2" */
} RunSummary;

/*
 * Prints on stdout what --summary asks for: one JSON object, or a line of counts and one for each kind of errors that there were, with what to do
 * about them.
 */
void run_print_summary(const Options *options, const LoadShared *shared, const RunSummary *summary);

#endif
