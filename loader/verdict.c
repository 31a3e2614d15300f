/*
 * verdict.c - see verdict.h.
 */
#include "verdict.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load_run.h"

/*
 * The last run of each command, the latest first. Ids tell the order: a clock may jump. A run that says it is running and holds no lock broke off.
 */
static const char runs_sql[] =
    "select to_char(started_at, 'YYYY-MM-DD HH24:MI:SS'), command,"
    " extract(epoch from $1::timestamptz - started_at) / 3600.0,"
    " case when outcome = 'running' and not exists (select from pg_locks l"
    "  where l.locktype = 'advisory' and l.objsubid = 1 and l.granted"
    "  and l.database = (select oid from pg_database where datname = current_database())"
    "  and (l.classid::bigint << 32) | l.objid::bigint = " RUN_LOCKS " + run_id)"
    " then 'broken_off' else outcome end,"
    " error_kind, error_code, read, inserted, updated, unchanged, rejected"
    " from (select distinct on (command) * from minutes_store.load_runs"
    " order by command, run_id desc) r order by run_id desc";

enum {
    COLUMN_BEGAN,
    COLUMN_COMMAND,
    COLUMN_HOURS,
    COLUMN_OUTCOME,
    COLUMN_KIND,
    COLUMN_CODE,
    COLUMN_READ,
    COLUMN_REJECTED = COLUMN_READ + 4
};

/* Adds a clause of that level. */
__attribute__((format(printf, 3, 4))) static void add(Verdict *verdict, VerdictLevel level,
                                                      const char *format, ...)
{
    size_t len = strlen(verdict->words);
    va_list args;

    if (level > verdict->level) {
        verdict->level = level;
    }
    if (len > 0) {
        snprintf(verdict->words + len, sizeof(verdict->words) - len, "; ");
        len = strlen(verdict->words);
    }
    va_start(args, format);
    vsnprintf(verdict->words + len, sizeof(verdict->words) - len, format, args);
    va_end(args);
}

/* "5 minutes", "7 hours", "3 days" */
static const char *span_text(double hours, char out[40])
{
    int64_t minutes = (int64_t) (hours * 60);
    int64_t count = minutes < 120 ? minutes : minutes < 2880 ? minutes / 60 : minutes / 1440;

    snprintf(out, 40, "%" PRId64 " %s%s", count,
             minutes < 120    ? "minute"
             : minutes < 2880 ? "hour"
                              : "day",
             count == 1 ? "" : "s");
    return out;
}

static ErrorKind kind_of(const char *name)
{
    for (int kind = 0; kind < ERROR_KINDS; kind++) {
        if (strcmp(error_kind_name((ErrorKind) kind), name) == 0) {
            return (ErrorKind) kind;
        }
    }
    return ERROR_CRITICAL;
}

/* What is to be said of the errors that a run met. The kind is its gravest: others may stand beside it. */
static void judge_errors(Verdict *verdict, const PGresult *runs, int row, const char *which)
{
    const char *kind = db_text(runs, row, COLUMN_KIND);
    int64_t rejected = db_number(runs, row, COLUMN_REJECTED);
    /* What sync could not have is no document always. */
    bool site = strcmp(db_text(runs, row, COLUMN_COMMAND), "sync") == 0;
    const char *what = rejected == 1 ? (site ? "document or list of the site" : "document")
                       : site        ? "documents or lists of the site"
                                     : "documents";
    bool finished = strcmp(db_text(runs, row, COLUMN_OUTCOME), "finished") == 0;
    bool documents_alone = *kind == '\0' || kind_of(kind) == ERROR_PERMANENT;
    bool told = *kind != '\0' && finished && (rejected == 0 || !documents_alone);

    if (told) {
        add(verdict, kind_of(kind) == ERROR_CRITICAL ? VERDICT_CRITICAL : VERDICT_WARNING,
            "%s met a %s error: %s", which, kind, error_kind_advice(kind_of(kind)));
    }
    if (rejected > 0) {
        add(verdict, VERDICT_WARNING, "%s %s %" PRId64 " %s%s%s", which,
            documents_alone || !site ? "rejected" : "could not have", rejected, what,
            *kind == '\0' || told ? "" : ": ",
            *kind == '\0' || told ? "" : error_kind_advice(kind_of(kind)));
    }
}

/* What is to be said of one command's last run. It is named where it is not the last of all. */
static void judge_run(Verdict *verdict, const PGresult *runs, int row, int64_t max_hours)
{
    const char *outcome = db_text(runs, row, COLUMN_OUTCOME);
    const char *kind = db_text(runs, row, COLUMN_KIND);
    const char *code = db_text(runs, row, COLUMN_CODE);
    double hours = strtod(db_text(runs, row, COLUMN_HOURS), NULL);
    char which[96] = "it";
    char span[40];

    if (row > 0) {
        snprintf(which, sizeof(which), "the %s of %s", db_text(runs, row, COLUMN_COMMAND),
                 db_text(runs, row, COLUMN_BEGAN));
    }
    if (strcmp(outcome, "running") == 0) {
        if (max_hours > 0 && hours > (double) max_hours) {
            add(verdict, VERDICT_CRITICAL, "%s is still running after %s", which,
                span_text(hours, span));
        } else if (row == 0) {
            add(verdict, VERDICT_RIGHT, "%s is still running", which);
        }
        return;
    }
    if (strcmp(outcome, "finished") != 0) {
        const char *how = strcmp(outcome, "broken_off") == 0     ? "broke off without a word"
                          : strcmp(outcome, "interrupted") == 0  ? "was interrupted"
                          : strcmp(code, "connection_lost") == 0 ? "lost its connection"
                                                                 : "was stopped by the server";

        add(verdict, VERDICT_CRITICAL, "%s %s%s%s%s: %s", which, how,
            *code == '\0' || strcmp(code, "connection_lost") == 0 ? "" : " (SQLSTATE ",
            strcmp(code, "connection_lost") == 0 ? "" : code,
            *code == '\0' || strcmp(code, "connection_lost") == 0 ? "" : ")",
            error_kind_advice(*kind == '\0' ? ERROR_TRANSIENT : kind_of(kind)));
    }
    judge_errors(verdict, runs, row, which);
}

static void judge(Verdict *verdict, const PGresult *runs, int64_t max_hours)
{
    int64_t near = max_hours > 0 ? max_hours : VERDICT_HOURS;
    char span[40];

    verdict->any_run = PQntuples(runs) > 0;
    if (!verdict->any_run) {
        add(verdict, VERDICT_CRITICAL, "nothing was ever loaded");
        return;
    }
    snprintf(verdict->began, sizeof(verdict->began), "%s", db_text(runs, 0, COLUMN_BEGAN));
    snprintf(verdict->command, sizeof(verdict->command), "%s", db_text(runs, 0, COLUMN_COMMAND));
    verdict->hours = strtod(db_text(runs, 0, COLUMN_HOURS), NULL);
    for (int i = 0; i < 5; i++) {
        verdict->counts[i] = db_number(runs, 0, COLUMN_READ + i);
    }
    for (int row = 0; row < PQntuples(runs); row++) {
        double hours = strtod(db_text(runs, row, COLUMN_HOURS), NULL);

        if (row == 0 || hours - verdict->hours <= (double) near) {
            judge_run(verdict, runs, row, max_hours);
        }
    }
    if (max_hours > 0 && verdict->hours > (double) max_hours) {
        add(verdict, VERDICT_CRITICAL,
            "the last run is %s old, more than the %" PRId64 " hours allowed",
            span_text(verdict->hours, span), max_hours);
    }
    if (verdict->hours < -1.0 / 60) {
        add(verdict, VERDICT_WARNING, "it began in the future: look at the clocks");
    }
    if (verdict->words[0] == '\0') {
        snprintf(verdict->words, sizeof(verdict->words),
                 "%" PRId64 " document%s read, %" PRId64 " inserted, %" PRId64 " updated, %" PRId64
                 " unchanged, none rejected",
                 verdict->counts[0], verdict->counts[0] == 1 ? "" : "s", verdict->counts[1],
                 verdict->counts[2], verdict->counts[3]);
    }
}

bool verdict_find(PGconn *conn, int64_t max_hours, Verdict *verdict)
{
    char now[64];
    const char *values[] = {now};
    PGresult *runs;

    memset(verdict, 0, sizeof(*verdict));
    moment(now);
    runs = db_query_params(conn, "reading the runs", runs_sql, 1, values);
    if (runs == NULL) {
        return false;
    }
    judge(verdict, runs, max_hours);
    PQclear(runs);
    return true;
}

const char *verdict_name(VerdictLevel level)
{
    static const char *const names[] = {"all_right", "needs_a_look", "failed", "unknown"};

    return names[level];
}

void verdict_print(const Verdict *verdict)
{
    char span[40];

    if (!verdict->any_run) {
        printf("Last run: none; needs a look: %s\n", verdict->words);
        return;
    }
    printf("Last run %s (%s, %s ago): %s: %s\n", verdict->began, verdict->command,
           span_text(verdict->hours < 0 ? 0 : verdict->hours, span),
           verdict->level == VERDICT_RIGHT ? "all right" : "needs a look", verdict->words);
}

void verdict_print_check(const Verdict *verdict, int64_t max_hours)
{
    static const char *const words[] = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
    char span[40];

    printf("MINUTES %s - ", words[verdict->level]);
    if (verdict->any_run) {
        printf("last run %s (%s, %s ago): ", verdict->began, verdict->command,
               span_text(verdict->hours < 0 ? 0 : verdict->hours, span));
    }
    printf("%s", verdict->words);
    if (verdict->any_run) {
        printf(" | age=%.0fs;;%" PRId64 " read=%" PRId64 " inserted=%" PRId64 " updated=%" PRId64
               " unchanged=%" PRId64 " rejected=%" PRId64 ";0",
               verdict->hours * 3600, max_hours * 3600, verdict->counts[0], verdict->counts[1],
               verdict->counts[2], verdict->counts[3], verdict->counts[4]);
    }
    putchar('\n');
}
