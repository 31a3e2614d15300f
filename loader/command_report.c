/*
 * command_report.c - minutes2pgsql report: a static site of what minutes_reader may see.
 */
#include <stdio.h>
#include <string.h>

#include "report.h"
#include "store.h"

/*
 * Everything is read as of one moment, and by the reader's role: what is restricted does not come out of the server, whoever
 * is connected. False and told where the session may not become the reader, or where the reader would read what is restricted.
 */
static bool become_reader(PGconn *conn, Arena *arena, const StoreState *state)
{
    PGresult *result;
    bool cleared;

    if (!db_run(conn, "beginning to read",
                "begin transaction isolation level repeatable read read only") ||
        !db_run(conn, "becoming the reader's role (be a member of it)",
                arena_printf(arena, "set local role %s",
                             db_identifier(arena, conn, state->reader_role)))) {
        return false;
    }
    result = db_query(conn, "looking at the reader's role",
                      arena_printf(arena, "select pg_has_role(current_user, %s, 'USAGE')",
                                   db_literal(arena, conn, state->cleared_role)));
    if (result == NULL) {
        return false;
    }
    cleared = db_true(result, 0, 0);
    PQclear(result);
    if (cleared) {
        message_error(
            "role %s may read what is restricted, so nothing is written: revoke %s from it",
            state->reader_role, state->cleared_role);
    }
    return !cleared;
}

/* The bodies there are, for who named another. */
static void tell_no_body(PGconn *conn, const char *body)
{
    PGresult *rows = report_rows(conn, "bodies", "");
    char list[512] = "";

    for (int row = 0; rows != NULL && row < PQntuples(rows) && strlen(list) < 300; row++) {
        snprintf(list + strlen(list), sizeof(list) - strlen(list), "%s\"%.100s\"",
                 row == 0 ? "" : ", ", db_text(rows, row, 1));
    }
    message_error("there is no body \"%s\"; there is %s%s", body, *list == '\0' ? "none" : list,
                  rows != NULL && strlen(list) >= 300 ? " and others" : "");
    PQclear(rows);
}

static const char *today(PGconn *conn, Arena *arena)
{
    PGresult *result =
        db_query(conn, "asking for the day", "select to_char(current_date, 'FMDD FMMonth YYYY')");
    const char *day = result == NULL ? "" : arena_string(arena, db_text(result, 0, 0));

    PQclear(result);
    return day;
}

static ExitCode write_site(Report *report, const Options *options)
{
    const char *body = options->read.body == NULL ? "" : options->read.body;
    int bodies;

    report->made_on = today(report->conn, report->arena);
    bodies = report_write(report, body);
    if (bodies < 0 || interrupted()) {
        return report->site.failed ? EXIT_USAGE : EXIT_REFUSED;
    }
    if (bodies == 0 && *body != '\0') {
        tell_no_body(report->conn, body);
        return EXIT_USAGE;
    }
    if (!site_finish(&report->site)) {
        return EXIT_USAGE;
    }
    if (options->log_level >= LOG_INFO) {
        printf("%d %s, %lld %s: %lld %s in %s\n", bodies, bodies == 1 ? "body" : "bodies",
               (long long) report->meeting_count,
               report->meeting_count == 1 ? "meeting" : "meetings", report->site.pages,
               report->site.pages == 1 ? "page" : "pages", report->site.target);
    }
    return EXIT_DONE;
}

static ExitCode report_from(PGconn *conn, const Options *options)
{
    Report report = {
        .conn = conn, .arena = arena_new(), .scratch = arena_new(), .meeting = arena_new()};
    StoreState state;
    ExitCode code = EXIT_REFUSED;

    if (store_visit(conn, report.arena, &state) && become_reader(conn, report.arena, &state)) {
        code = EXIT_USAGE;
        if (site_begin(&report.site, options->output, report.arena)) {
            code = write_site(&report, options);
        }
        site_abandon(&report.site);
    }
    arena_free(report.meeting);
    arena_free(report.scratch);
    arena_free(report.arena);
    return code;
}

int command_report(const Options *options)
{
    PGconn *conn = connect_open(options);
    ExitCode code;

    if (conn == NULL) {
        return EXIT_NO_CONNECTION;
    }
    interrupt_watch(conn);
    code = report_from(conn, options);
    connect_close(conn);
    return interrupted() && code != EXIT_DONE ? EXIT_INTERRUPTED : code;
}
