/*
 * run_end.c - see run_end.h.
 */
#include "run_end.h"

#include <inttypes.h>
#include <stdio.h>

bool run_lift_due(PGconn *conn, const Options *options)
{
    PGresult *result = db_query(conn, "lifting what is due", "select minutes.lift_due()");
    int64_t count = result == NULL ? 0 : db_number(result, 0, 0);

    if (count > 0) {
        message(options->log_level, LOG_INFO,
                "%" PRId64 " item%s opened: the lift of the restriction was due", count,
                count == 1 ? " was" : "s were");
    }
    PQclear(result);
    return result != NULL;
}

ExitCode run_exit_code(const LoadShared *shared)
{
    if (interrupted()) {
        return EXIT_INTERRUPTED;
    }
    if (shared->lost) {
        return EXIT_NO_CONNECTION;
    }
    if (shared->refused) {
        return EXIT_REFUSED;
    }
    if (shared->missing) {
        return EXIT_NO_DOCUMENT;
    }
    return shared->rejected > 0 ? EXIT_REJECTED : EXIT_DONE;
}

LoadCounts run_counts(const LoadShared *shared)
{
    return (LoadCounts){shared->read, shared->inserted, shared->updated, shared->unchanged,
                        shared->rejected};
}

const char *run_outcome(ExitCode code)
{
    switch (code) {
    case EXIT_INTERRUPTED:
        return "interrupted";
    case EXIT_REFUSED:
    case EXIT_NO_CONNECTION:
        return "refused";
    default:
        return "finished";
    }
}

void run_note_end(PGconn *conn, int64_t run_id, const LoadShared *shared, ExitCode code)
{
    LoadCounts counts = run_counts(shared);
    char error_code[20];
    RunErrors errors = load_errors(shared, error_code);

    if (db_alive(conn) && run_errors(conn, run_id, &errors)) {
        run_finish(conn, run_id, run_outcome(code), &counts);
    }
}

/* The members that say what went wrong. */
static void print_errors_json(const RunErrors *errors)
{
    ErrorKind gravest;
    bool any = run_gravest(errors, &gravest);

    printf(", \"errors\": {");
    for (int kind = 0; kind < ERROR_KINDS; kind++) {
        printf("%s\"%s\": %" PRId64, kind == 0 ? "" : ", ", error_kind_name((ErrorKind) kind),
               errors->count[kind]);
    }
    printf("}, \"error_kind\": %s%s%s, \"error_code\": %s%s%s, \"retries\": %" PRId64,
           any ? "\"" : "", any ? error_kind_name(gravest) : "null", any ? "\"" : "",
           errors->code != NULL ? "\"" : "", errors->code != NULL ? errors->code : "null",
           errors->code != NULL ? "\"" : "", errors->retries);
}

/* A line a kind, with what to do about it. */
static void print_errors(const RunErrors *errors)
{
    for (int kind = 0; kind < ERROR_KINDS; kind++) {
        int64_t count = errors->count[kind];

        if (count > 0) {
            printf("%" PRId64 " %s error%s: %s\n", count, error_kind_name((ErrorKind) kind),
                   count == 1 ? "" : "s", error_kind_advice((ErrorKind) kind));
        }
    }
    if (errors->retries > 0) {
        printf("%" PRId64 " batch%s tried again after a transient error\n", errors->retries,
               errors->retries == 1 ? " was" : "es were");
    }
}

void run_print_summary(const Options *options, const LoadShared *shared, const RunSummary *summary)
{
    const LoadCounts c = run_counts(shared);
    char code[20];
    RunErrors errors = load_errors(shared, code);

    if (options->summary == SUMMARY_JSON) {
        printf("{\"run_id\": %" PRId64 ", \"read\": %" PRId64 ", \"inserted\": %" PRId64
               ", \"updated\": %" PRId64 ", \"unchanged\": %" PRId64 ", \"rejected\": %" PRId64
               "%s, \"dry_run\": %s, \"seconds\": %.3f",
               summary->run_id, c.read, c.inserted, c.updated, c.unchanged, c.rejected,
               summary->more_json == NULL ? "" : summary->more_json,
               options->dry_run ? "true" : "false", summary->seconds);
        print_errors_json(&errors);
        printf("}\n");
    } else {
        printf("%" PRId64 " document%s read: %" PRId64 " inserted, %" PRId64 " updated, %" PRId64
               " unchanged, %" PRId64 " rejected%s%s (%.1f s)\n",
               c.read, c.read == 1 ? "" : "s", c.inserted, c.updated, c.unchanged, c.rejected,
               summary->more_text == NULL ? "" : summary->more_text,
               options->dry_run ? "; a dry run, nothing was loaded" : "", summary->seconds);
        print_errors(&errors);
    }
    fflush(stdout);
}
