/*
 * command_rederive.c - minutes2pgsql rederive: after an upgrade, what follows from stored text without the documents, a body a transaction.
 */
#include <inttypes.h>
#include <stdio.h>

#include <jansson.h>

#include "rederive.h"
#include "rederive_rows.h"
#include "store.h"

typedef struct Totals {
    RederiveCounts counts;
    int64_t bodies;
    int64_t changed; /* bodies */
} Totals;

static void count_phrase(const char *what, int64_t count)
{
    if (count > 0) {
        printf(" %s %" PRId64, what, count);
    }
}

static void print_counts(const RederiveCounts *counts)
{
    print_row_counts(" percentage changes", &counts->rows[DERIVED_CHANGES]);
    print_row_counts(" decisions", &counts->rows[DERIVED_DECISIONS]);
    print_row_counts(" approvals", &counts->rows[DERIVED_APPROVALS]);
    count_phrase("items restricted", counts->restricted);
    count_phrase("grounds altered", counts->regrounded);
    count_phrase("would open", counts->would_open);
    count_phrase("opened", counts->opened);
    putchar('\n');
}

static json_t *json_counts(const RowCounts *counts)
{
    return json_pack("{s:I,s:I,s:I}", "added", (json_int_t) counts->added, "altered",
                     (json_int_t) counts->altered, "removed", (json_int_t) counts->removed);
}

static void print_totals(const Options *options, const Totals *totals)
{
    const RederiveCounts *counts = &totals->counts;

    if (options->summary == SUMMARY_JSON) {
        json_t *root = json_pack(
            "{s:I,s:I,s:I,s:o,s:o,s:o,s:I,s:I,s:I,s:I}", "bodies", (json_int_t) totals->bodies,
            "bodies_changed", (json_int_t) totals->changed, "items", (json_int_t) counts->items,
            "percentage_changes", json_counts(&counts->rows[DERIVED_CHANGES]), "decisions",
            json_counts(&counts->rows[DERIVED_DECISIONS]), "approvals",
            json_counts(&counts->rows[DERIVED_APPROVALS]), "restricted",
            (json_int_t) counts->restricted, "grounds_altered", (json_int_t) counts->regrounded,
            "would_open", (json_int_t) counts->would_open, "opened", (json_int_t) counts->opened);

        json_dumpf(root, stdout, JSON_COMPACT);
        putchar('\n');
        json_decref(root);
        return;
    }
    printf("%" PRId64 " %s of %" PRId64 " %s derived again%s:", counts->items,
           counts->items == 1 ? "item" : "items", totals->bodies,
           totals->bodies == 1 ? "body" : "bodies", options->dry_run ? ", nothing written" : "");
    if (rederive_changed(counts)) {
        print_counts(counts);
    } else {
        puts(" nothing is different");
    }
}

static bool one_body(Writer *writer, const Options *options, const PGresult *bodies, int row,
                     Totals *totals)
{
    RederiveCounts counts = {0};
    int64_t body_id = db_number(bodies, row, 0);
    bool text = options->summary == SUMMARY_TEXT;
    char lock[128];

    snprintf(lock, sizeof(lock),
             "begin; set constraints all deferred;"
             " select pg_advisory_xact_lock(" BODY_LOCKS " + %" PRId64 ")",
             body_id);
    if (!db_run(writer->conn, "locking a body", lock) ||
        !rederive_body(writer, body_id, options->open, text && options->log_level >= LOG_DEBUG,
                       &counts) ||
        !db_run(writer->conn, "ending a body", options->dry_run ? "rollback" : "commit")) {
        if (writer->refused != NULL) {
            message_error("%s: %s", db_text(bodies, row, 1),
                          db_refusal(writer->arena, writer->conn, writer->refused));
        }
        db_run(writer->conn, NULL, "rollback");
        return false;
    }
    totals->bodies++;
    totals->changed += rederive_changed(&counts);
    totals->counts.items += counts.items;
    for (int kind = 0; kind < DERIVED_KINDS; kind++) {
        add_row_counts(&totals->counts.rows[kind], &counts.rows[kind]);
    }
    totals->counts.restricted += counts.restricted;
    totals->counts.regrounded += counts.regrounded;
    totals->counts.would_open += counts.would_open;
    totals->counts.opened += counts.opened;
    if (text && rederive_changed(&counts)) {
        printf("%s:", db_text(bodies, row, 1));
        print_counts(&counts);
    }
    return true;
}

static ExitCode run(PGconn *conn, const Options *options, Arena *arena)
{
    StoreState state;
    Totals totals = {0};
    PGresult *bodies;
    Writer *writer;
    bool done;

    if (!store_enter(conn, arena, &state)) {
        return EXIT_REFUSED;
    }
    bodies = db_query(conn, "reading the bodies",
                      "select body_id, name from minutes_store.bodies order by body_id");
    if (bodies == NULL) {
        return EXIT_REFUSED;
    }
    writer = writer_new(conn, options, 0);
    writer->arena = arena_new();
    done = true;
    for (int row = 0; done && row < PQntuples(bodies); row++) {
        done = one_body(writer, options, bodies, row, &totals);
    }
    PQclear(bodies);
    arena_free(writer->arena);
    writer_free(writer);
    if (done) {
        print_totals(options, &totals);
    }
    return done ? EXIT_DONE : EXIT_REFUSED;
}

int command_rederive(const Options *options)
{
    PGconn *conn = connect_open(options);
    Arena *arena;
    ExitCode code;

    if (conn == NULL) {
        return EXIT_NO_CONNECTION;
    }
    arena = arena_new();
    interrupt_watch(conn);
    code = run(conn, options, arena);
    connect_close(conn);
    arena_free(arena);
    return interrupted() ? EXIT_INTERRUPTED : code;
}
