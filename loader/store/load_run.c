/*
 * load_run.c - see load_run.h.
 */
#include "load_run.h"

#include <inttypes.h>
#include <stdio.h>

/* Runs that say they are running but hold no lock broke off. */
static bool note_broken_off(PGconn *conn)
{
    return db_run(conn, "noting runs that broke off",
                  "with open as materialized ("
                  " select run_id from minutes_store.load_runs where outcome = 'running')"
                  " update minutes_store.load_runs r set outcome = 'broken_off' from open"
                  " where r.run_id = open.run_id"
                  " and pg_try_advisory_xact_lock(" RUN_LOCKS " + open.run_id)");
}

int64_t run_start(PGconn *conn, const char *command)
{
    char now[64];
    const char *values[] = {PG_MINUTES_VERSION, now, command};
    PGresult *result;
    int64_t id;

    moment(now);
    if (!note_broken_off(conn)) {
        return 0;
    }
    result = db_query_params(
        conn, "noting the run",
        "insert into minutes_store.load_runs (run_id, program_version, started_at, outcome, "
        "command)"
        " values (nextval('minutes_store.id_blocks'), $1, $2::timestamptz, 'running', $3)"
        " returning run_id, pg_advisory_lock(" RUN_LOCKS " + run_id)",
        3, values);
    id = result == NULL ? 0 : db_number(result, 0, 0);
    PQclear(result);
    return id;
}

bool run_finish(PGconn *conn, int64_t run_id, const char *outcome, const LoadCounts *counts)
{
    char numbers[6][24];
    char now[64];
    const int64_t given[] = {run_id,          counts->read,      counts->inserted,
                             counts->updated, counts->unchanged, counts->rejected};
    const char *values[8];

    for (int i = 0; i < 6; i++) {
        snprintf(numbers[i], sizeof(numbers[i]), "%" PRId64, given[i]);
        values[i] = numbers[i];
    }
    moment(now);
    values[6] = outcome;
    values[7] = now;
    return db_run_params(conn, "noting the run's end",
                         "update minutes_store.load_runs set finished_at = $8::timestamptz,"
                         " outcome = $7, read = $2::bigint, inserted = $3::bigint,"
                         " updated = $4::bigint, unchanged = $5::bigint, rejected = $6::bigint"
                         " where run_id = $1::bigint",
                         8, values);
}

bool run_gravest(const RunErrors *errors, ErrorKind *kind)
{
    for (int i = ERROR_KINDS; i-- > 0;) {
        if (errors->count[i] > 0) {
            *kind = (ErrorKind) i;
            return true;
        }
    }
    return false;
}

bool run_errors(PGconn *conn, int64_t run_id, const RunErrors *errors)
{
    ErrorKind kind;
    char id[24];
    char retries[24];
    bool any = run_gravest(errors, &kind);
    const char *values[] = {id, any ? error_kind_name(kind) : NULL, errors->code, retries};

    snprintf(id, sizeof(id), "%" PRId64, run_id);
    snprintf(retries, sizeof(retries), "%" PRId64, errors->retries);
    return (!any && errors->retries == 0) ||
           db_run_params(conn, "noting the run's errors",
                         "update minutes_store.load_runs set error_kind = $2, error_code = $3,"
                         " retries = $4::bigint where run_id = $1::bigint",
                         4, values);
}

bool run_resume(PGconn *conn, int64_t run_id)
{
    char sql[128];

    /* The server may not have noticed yet that the connection before is gone: then that one holds it still. */
    snprintf(sql, sizeof(sql), "select pg_try_advisory_lock(" RUN_LOCKS " + %" PRId64 ")", run_id);
    return db_run(conn, "resuming the run", sql);
}

bool run_problem(Writer *writer, Arena *arena, const char *uri, ErrorKind kind, const char *reason,
                 const char *detail, bool restricted)
{
    char now[64];
    int64_t id = writer_id(writer);
    const char *values[] = {arena_printf(arena, "%" PRId64, id),
                            arena_printf(arena, "%" PRId64, writer->run_id),
                            uri,
                            reason,
                            detail,
                            now,
                            error_kind_name(kind)};
    const char *sql = arena_printf(
        arena,
        "with older as (update minutes_store.load_problems set resolved_at = $6::timestamptz"
        " where uri = $3 and resolved_at is null),"
        " problem as (insert into minutes_store.load_problems"
        " (problem_id, run_id, uri, reason, reported_at, kind)"
        " values ($1::bigint, $2::bigint, $3, $4, $6::timestamptz, $7))"
        " insert into minutes_store.load_problem_detail_%s (problem_id, detail)"
        " values ($1::bigint, $5)",
        restricted ? "restricted" : "open");

    moment(now);
    return id != 0 && db_run_params(writer->conn, "noting a problem", sql, 7, values);
}
