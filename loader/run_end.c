/*
 * run_end.c - see run_end.h.
 */
#include "run_end.h"

#include <inttypes.h>
#include <stdio.h>

#define REFUSED_ITEM "concat_ws(' ', 'item', o.item_id, '(' || o.code_text || ')')"
#define REFUSED_FROM "from minutes_store.overrides o"
#define REFUSED_WHERE                                                                              \
    "o.state = 'pending' and o.takes_effect_on <= current_date order by o.override_id"

/* Lifts that are due after minutes.lift_due() were refused: the item, and the document it is from where that is asked for. */
static PGresult *refused_lifts(PGconn *conn, bool with_document)
{
    /* Who carries lifts out may be kept from documents. */
    return db_query(conn, "looking for lifts that were refused",
                    with_document
                        ? "select " REFUSED_ITEM ", d.uri " REFUSED_FROM
                          " join minutes_store.meetings m"
                          " on m.body_id = o.body_id and m.meeting_id = o.meeting_id"
                          " join minutes_store.documents d on d.document_id = m.document_id"
                          " where " REFUSED_WHERE
                        : "select " REFUSED_ITEM " " REFUSED_FROM " where " REFUSED_WHERE);
}

#define REFUSED_LIFT                                                                               \
    "%s: the lift of its restriction is due and the server refuses it, so it stays restricted: "   \
    "its text is too long or has a value that no open item may have"

int64_t run_tell_refused_lifts(PGconn *conn)
{
    PGresult *rows = refused_lifts(conn, false);
    int64_t count = rows == NULL ? -1 : PQntuples(rows);

    for (int row = 0; row < count; row++) {
        message_error(REFUSED_LIFT, db_text(rows, row, 0));
    }
    PQclear(rows);
    return count;
}

/* The problems that refused lifts are, those of the last run and no more being over. */
static bool note_refused_lifts(Load *load)
{
    PGresult *rows = refused_lifts(load->conn, true);
    char now[64];
    const char *values[] = {now};
    bool noted;

    moment(now);
    noted = rows != NULL &&
            db_run_params(load->conn, "resolving problems",
                          "update minutes_store.load_problems set resolved_at = $1::timestamptz"
                          " where reason = 'lift_refused' and resolved_at is null",
                          1, values);
    for (int row = 0; noted && row < PQntuples(rows); row++) {
        const char *words = arena_printf(load->batch, REFUSED_LIFT, db_text(rows, row, 0));

        noted =
            run_problem(load->writer, load->batch, arena_string(load->batch, db_text(rows, row, 1)),
                        ERROR_PERMANENT, "lift_refused", words, false);
        if (noted) {
            message_error("%s", words);
        }
    }
    if (noted) {
        atomic_fetch_add(&load->shared->errors[ERROR_PERMANENT], PQntuples(rows));
    }
    PQclear(rows);
    return noted;
}

static bool lift_due(Load *load)
{
    PGresult *result = db_query(load->conn, "lifting what is due", "select minutes.lift_due()");
    int64_t count = result == NULL ? 0 : db_number(result, 0, 0);

    if (count > 0) {
        message(load->options->log_level, LOG_INFO,
                "%" PRId64 " item%s opened: the lift of the restriction was due", count,
                count == 1 ? " was" : "s were");
    }
    PQclear(result);
    return result != NULL && note_refused_lifts(load);
}

bool run_begin(Load *load)
{
    Writer *writer = load->writer;

    if (load->options->dry_run) {
        return true;
    }
    while ((writer->run_id == 0 &&
            (writer->run_id = run_start(load->conn, command_name(load->options->command))) == 0) ||
           !lift_due(load)) {
        if (!load_try_again(load)) {
            load_refuse(load->shared, load->conn);
            load->shared->lost = !interrupted() && !db_alive(load->conn);
            return false;
        }
    }
    load->attempts = 0;
    arena_reset(load->batch);
    return true;
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
