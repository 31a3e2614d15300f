/*
 * command_status.c - minutes2pgsql status: one screen that says what is loaded, how the last runs went, and what is open.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "store.h"
#include "verdict.h"

#define RUNS_SHOWN "5"
#define PROBLEMS_SHOWN "10"

/* What is counted; the order is that of the query's columns. */
typedef enum Count {
    COUNT_BODIES,
    COUNT_MEETINGS,
    COUNT_ITEMS,
    COUNT_RESTRICTED,
    COUNT_CHANGES,
    COUNT_DECISIONS,
    COUNT_DOCUMENTS,
    COUNT_SUPERSEDED,
    COUNT_OLDER_PARSER,
    COUNT_DOUBTS,
    COUNT_PROBLEMS,
    COUNT_VANISHED,
    COUNTS
} Count;

static const char *const count_names[COUNTS] = {
    "bodies",        "meetings",         "items",      "restricted_items",     "percentage_changes",
    "decisions",     "documents",        "superseded", "read_by_older_parser", "doubts",
    "open_problems", "vanished_meetings"};

static const char counts_sql[] =
    "select (select count(distinct body_id) from minutes_store.meetings),"
    " (select count(*) from minutes_store.meetings),"
    " (select count(*) from minutes_store.agenda_items),"
    " (select count(*) from minutes_store.agenda_items where is_restricted),"
    " (select count(*) from minutes_store.changes_open)"
    " + (select count(*) from minutes_store.changes_restricted),"
    " (select count(*) from minutes_store.decisions_open)"
    " + (select count(*) from minutes_store.decisions_restricted),"
    " (select count(*) from minutes_store.documents),"
    " (select count(*) from minutes_store.documents where superseded_at is not null),"
    " (select count(*) from minutes_store.documents where superseded_at is null"
    " and string_to_array(parser_version, '.')::int[] < string_to_array('" PG_MINUTES_VERSION
    "', '.')::int[]),"
    " (select count(*) from minutes_store.data_doubts),"
    " (select count(*) from minutes_store.load_problems where resolved_at is null),"
    " (select count(*) from minutes_store.meetings where vanished_at is not null),"
    " (select min(held_on) from minutes_store.meetings),"
    " (select max(held_on) from minutes_store.meetings)";

static const char runs_sql[] =
    "select run_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS'), outcome, read, inserted, updated,"
    " unchanged, rejected, extract(epoch from finished_at - started_at)::bigint,"
    " command, error_kind, error_code, retries"
    " from minutes_store.load_runs order by run_id desc limit " RUNS_SHOWN;

static const char problems_sql[] =
    "select to_char(p.reported_at, 'YYYY-MM-DD HH24:MI:SS'), p.uri, p.reason,"
    " coalesce(d.detail, 'the server refused a value of it'), p.kind"
    " from minutes_store.load_problems p"
    " left join minutes_store.load_problem_detail_open d on d.problem_id = p.problem_id"
    " where p.resolved_at is null order by p.reported_at desc, p.problem_id desc"
    " limit " PROBLEMS_SHOWN;

typedef struct Status {
    const char *database;
    PGresult *counts;
    PGresult *runs;
    PGresult *problems;
    Verdict verdict;
} Status;

/* "1 body", "2 bodies" into one of a few buffers of the caller's. */
static const char *counted(char out[40], int64_t count, const char *one, const char *many)
{
    snprintf(out, 40, "%" PRId64 " %s", count, count == 1 ? one : many);
    return out;
}

static void print_text(const Status *status)
{
    int64_t n[COUNTS];
    char a[40];
    char b[40];
    char c[40];

    for (int i = 0; i < COUNTS; i++) {
        n[i] = db_number(status->counts, 0, i);
    }
    verdict_print(&status->verdict);
    printf("\nStore in database \"%s\", pg_minutes %s\n\n", status->database, PG_MINUTES_VERSION);
    printf("  %s, %s", counted(a, n[COUNT_BODIES], "body", "bodies"),
           counted(b, n[COUNT_MEETINGS], "meeting", "meetings"));
    if (!PQgetisnull(status->counts, 0, COUNTS)) {
        printf(" from %s to %s", db_text(status->counts, 0, COUNTS),
               db_text(status->counts, 0, COUNTS + 1));
    }
    printf("\n  %s, %" PRId64 " of them restricted; %s, %s\n",
           counted(a, n[COUNT_ITEMS], "item", "items"), n[COUNT_RESTRICTED],
           counted(b, n[COUNT_CHANGES], "percentage change", "percentage changes"),
           counted(c, n[COUNT_DECISIONS], "decision", "decisions"));
    printf("  %s, %" PRId64 " superseded, %" PRId64 " read by an older parser%s\n",
           counted(a, n[COUNT_DOCUMENTS], "document", "documents"), n[COUNT_SUPERSEDED],
           n[COUNT_OLDER_PARSER],
           n[COUNT_OLDER_PARSER] > 0 ? " (load --reparse reads them again)" : "");
    printf("  %s about what documents say (minutes.data_quality)\n",
           counted(a, n[COUNT_DOUBTS], "doubt", "doubts"));
    if (n[COUNT_VANISHED] > 0) {
        printf("  %s vanished from the list of the site (minutes.meetings, vanished_at)\n",
               counted(a, n[COUNT_VANISHED], "meeting", "meetings"));
    }
    printf("\nLast runs\n");
    if (PQntuples(status->runs) == 0) {
        printf("  none\n");
    } else {
        printf("  %-19s  %-8s %-11s %-10s %8s %8s %8s %9s %8s %6s\n", "started", "command",
               "outcome", "errors", "read", "inserted", "updated", "unchanged", "rejected", "s");
    }
    for (int row = 0; row < PQntuples(status->runs); row++) {
        printf("  %-19s  %-8s %-11s %-10s %8s %8s %8s %9s %8s %6s\n", db_text(status->runs, row, 1),
               db_text(status->runs, row, 9), db_text(status->runs, row, 2),
               db_text(status->runs, row, 10), db_text(status->runs, row, 3),
               db_text(status->runs, row, 4), db_text(status->runs, row, 5),
               db_text(status->runs, row, 6), db_text(status->runs, row, 7),
               db_text(status->runs, row, 8));
    }
    printf("\nOpen problems: %" PRId64 "\n", n[COUNT_PROBLEMS]);
    for (int row = 0; row < PQntuples(status->problems); row++) {
        printf("  %s  %s\n    %s, %s: %s\n", db_text(status->problems, row, 0),
               db_text(status->problems, row, 1), db_text(status->problems, row, 4),
               db_text(status->problems, row, 2), db_text(status->problems, row, 3));
    }
    if (n[COUNT_PROBLEMS] > PQntuples(status->problems)) {
        printf("  ... and %" PRId64 " more in minutes.load_problems\n",
               n[COUNT_PROBLEMS] - PQntuples(status->problems));
    }
}

/* The rows as an array of objects. */
static json_t *json_rows(const PGresult *result, const char *const *names, const char *const *kinds)
{
    json_t *rows = json_array();

    for (int row = 0; row < PQntuples(result); row++) {
        json_t *object = json_object();

        for (int column = 0; names[column] != NULL; column++) {
            json_object_set_new(object, names[column],
                                PQgetisnull(result, row, column) ? json_null()
                                : *kinds[column] == 'n'
                                    ? json_integer(db_number(result, row, column))
                                    : json_string(db_text(result, row, column)));
        }
        json_array_append_new(rows, object);
    }
    return rows;
}

static void print_json(const Status *status)
{
    static const char *const run_names[] = {
        "run_id",   "started_at", "outcome", "read",       "inserted",   "updated", "unchanged",
        "rejected", "seconds",    "command", "error_kind", "error_code", "retries", NULL};
    static const char *const run_kinds[] = {"n", "t", "t", "n", "n", "n", "n",
                                            "n", "n", "t", "t", "t", "n"};
    static const char *const problem_names[] = {"reported_at", "uri",  "reason",
                                                "detail",      "kind", NULL};
    static const char *const problem_kinds[] = {"t", "t", "t", "t", "t"};
    json_t *root = json_object();

    json_object_set_new(root, "database", json_string(status->database));
    json_object_set_new(root, "verdict", json_string(verdict_name(status->verdict.level)));
    json_object_set_new(root, "verdict_words", json_string(status->verdict.words));
    json_object_set_new(root, "version", json_string(PG_MINUTES_VERSION));
    for (int i = 0; i < COUNTS; i++) {
        json_object_set_new(root, count_names[i], json_integer(db_number(status->counts, 0, i)));
    }
    json_object_set_new(root, "runs", json_rows(status->runs, run_names, run_kinds));
    json_object_set_new(root, "problems",
                        json_rows(status->problems, problem_names, problem_kinds));
    json_dumpf(root, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(root);
}

static ExitCode show(PGconn *conn, const Options *options)
{
    Arena *arena = arena_new();
    StoreState state;
    Status status = {0};
    ExitCode code = EXIT_REFUSED;

    if (store_enter(conn, arena, &state) &&
        verdict_find(conn, options->max_age_hours, &status.verdict)) {
        status.database = state.database;
        status.counts = db_query(conn, "counting", counts_sql);
        status.runs = db_query(conn, "reading the runs", runs_sql);
        status.problems = db_query(conn, "reading the problems", problems_sql);
    }
    if (status.counts != NULL && status.runs != NULL && status.problems != NULL) {
        if (options->summary == SUMMARY_JSON) {
            print_json(&status);
        } else {
            print_text(&status);
        }
        code = EXIT_DONE;
    }
    PQclear(status.counts);
    PQclear(status.runs);
    PQclear(status.problems);
    arena_free(arena);
    return code;
}

/* For monitoring: one line and a plugin's exit status. A reader may ask. */
static int check(PGconn *conn, const Options *options)
{
    int64_t max_hours = options->max_age_hours > 0 ? options->max_age_hours : VERDICT_HOURS;
    Arena *arena = arena_new();
    StoreState state;
    Verdict verdict = {.level = VERDICT_CRITICAL, .words = "no connection to the server"};

    if (conn != NULL &&
        (!store_visit(conn, arena, &state) || !verdict_find(conn, max_hours, &verdict))) {
        verdict = (Verdict){.level = VERDICT_UNKNOWN,
                            .words = "the store cannot be asked: stderr says why"};
    }
    verdict_print_check(&verdict, max_hours);
    arena_free(arena);
    return (int) verdict.level;
}

int command_status(const Options *options)
{
    PGconn *conn = connect_open(options);
    int code;

    if (conn == NULL) {
        return options->check ? check(NULL, options) : EXIT_NO_CONNECTION;
    }
    interrupt_watch(conn);
    code = options->check ? check(conn, options) : (int) show(conn, options);
    connect_close(conn);
    return interrupted() ? EXIT_INTERRUPTED : code;
}
