/*
 * connect.c - see connect.h.
 */
#include "connect.h"

#include <libpq-events.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>

#define PASSWORD_MAX 1024
#define PARAMETERS_MAX 16
#define STATE_MAX 6 /* an SQLSTATE and its end */

/* What a signal handler can reach: the only state outside the stack. */
static volatile sig_atomic_t interrupt_seen;
static PGcancel *volatile interrupt_cancel;

/* Asks on the terminal without echo; false where there is none. */
static bool ask_password(const char *user, char password[PASSWORD_MAX])
{
    FILE *terminal = fopen("/dev/tty", "r+");
    struct termios shown;
    struct termios hidden;
    char *got;

    if (terminal == NULL) {
        return false;
    }
    if (user != NULL) {
        fprintf(terminal, "Password for user %s: ", user);
    } else {
        fputs("Password: ", terminal);
    }
    fflush(terminal);
    tcgetattr(fileno(terminal), &shown);
    hidden = shown;
    hidden.c_lflag &= ~(tcflag_t) ECHO;
    tcsetattr(fileno(terminal), TCSAFLUSH, &hidden);
    got = fgets(password, PASSWORD_MAX, terminal);
    tcsetattr(fileno(terminal), TCSAFLUSH, &shown);
    fputs("\n", terminal);
    fclose(terminal);
    if (got == NULL) {
        return false;
    }
    password[strcspn(password, "\r\n")] = '\0';
    return true;
}

/* libpq's words without its line ends, which would make several lines of one sentence. */
static void tell_no_connection(PGconn *conn)
{
    char line[1024];

    snprintf(line, sizeof(line), "%s", conn == NULL ? "out of memory" : PQerrorMessage(conn));
    for (size_t len = strlen(line); len > 0 && strchr("\r\n\t ", line[len - 1]); len--) {
        line[len - 1] = '\0';
    }
    for (char *c = line; *c != '\0'; c++) {
        *c = *c == '\n' || *c == '\t' ? ' ' : *c;
    }
    message_error("no connection to the server: %s", line);
}

/* What to connect by, as libpq takes it: pairs of keywords and values, of which those without a value are left out. */
typedef struct Parameters {
    const char *keywords[PARAMETERS_MAX];
    const char *values[PARAMETERS_MAX];
} Parameters;

static Parameters parameters(const Options *options, const char *password)
{
    /* What comes later in the list wins, so a user's own application_name or a URI's host stands. */
    const char *keywords[] = {"fallback_application_name",
                              /* A server that vanished is noticed in minutes, not hours. */
                              "keepalives_idle", "keepalives_interval", "keepalives_count",
                              "dbname", options->host == NULL ? NULL : "host",
                              options->port == NULL ? NULL : "port",
                              options->user == NULL ? NULL : "user",
                              password == NULL ? NULL : "password", "client_encoding"};
    const char *values[] = {"minutes2pgsql", "60",          "10",          "6",
                            options->dbname, options->host, options->port, options->user,
                            password,        "UTF8"};
    Parameters given = {{NULL}, {NULL}};
    size_t count = 0;

    _Static_assert(sizeof(keywords) / sizeof(keywords[0]) < PARAMETERS_MAX, "too many parameters");

    for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++) {
        if (keywords[i] != NULL && values[i] != NULL) {
            given.keywords[count] = keywords[i];
            given.values[count++] = values[i];
        }
    }
    return given;
}

static PGconn *connect_with(const Options *options, const char *password)
{
    Parameters given = parameters(options, password);

    return PQconnectdbParams(given.keywords, given.values, 1);
}

/* Why there is no connection. A server that refused this one is asked whether it lets others in. */
static ErrorKind kind_of_failure(const Options *options, PGconn *conn)
{
    const char *words = conn == NULL ? "" : PQerrorMessage(conn);
    Parameters given = parameters(options, NULL);
    bool answers = strstr(words, "FATAL") != NULL &&
                   PQpingParams(given.keywords, given.values, 1) == PQPING_OK;

    return error_kind_of_connection(words, answers);
}

/* A server's notices ("relation exists, skipping") are no news. */
static void ignore_notice(void *unused, const PGresult *result)
{
    (void) unused;
    (void) result;
}

/* Keeps the SQLSTATE of a connection's last refusal beside the connection. */
static int keep_state(PGEventId event, void *info, void *unused)
{
    char *state;

    (void) unused;
    if (event == PGEVT_REGISTER) {
        state = calloc(1, STATE_MAX);
        return state != NULL &&
               PQsetInstanceData(((PGEventRegister *) info)->conn, keep_state, state);
    }
    if (event == PGEVT_RESULTCREATE) {
        const PGEventResultCreate *created = info;
        const char *given = PQresultErrorField(created->result, PG_DIAG_SQLSTATE);

        state = PQinstanceData(created->conn, keep_state);
        if (PQresultStatus(created->result) == PGRES_FATAL_ERROR && state != NULL) {
            snprintf(state, STATE_MAX, "%s", given == NULL ? "" : given);
        }
    }
    if (event == PGEVT_CONNDESTROY) {
        free(PQinstanceData(((PGEventConnDestroy *) info)->conn, keep_state));
    }
    return 1;
}

const char *db_last_state(PGconn *conn)
{
    const char *state = PQinstanceData(conn, keep_state);

    return state == NULL || PQstatus(conn) != CONNECTION_OK ? "" : state;
}

ErrorKind db_error_kind(PGconn *conn)
{
    return error_kind_of_sqlstate(db_last_state(conn));
}

/* The connection made ready, or NULL and told why there is none. */
static PGconn *prepared(const Options *options, PGconn *conn, ErrorKind *kind)
{
    if (PQstatus(conn) != CONNECTION_OK) {
        tell_no_connection(conn);
        if (kind != NULL) {
            *kind = kind_of_failure(options, conn);
        }
        PQfinish(conn);
        return NULL;
    }
    PQsetNoticeReceiver(conn, ignore_notice, NULL);
    if (!PQregisterEventProc(conn, keep_state, "minutes2pgsql", NULL) ||
        !db_run(
            conn, "preparing the connection",
            "set search_path = pg_catalog, pg_temp; set datestyle = iso;"
            "set standard_conforming_strings = on;"
            /* A loader that the network cut off without the server's knowing does not hold its locks for ever. */
            "set idle_in_transaction_session_timeout = '10min'")) {
        if (kind != NULL) {
            *kind = ERROR_TRANSIENT;
        }
        PQfinish(conn);
        return NULL;
    }
    return conn;
}

PGconn *connect_open_or(const Options *options, ErrorKind *kind)
{
    char password[PASSWORD_MAX];
    bool asked = options->password == PASSWORD_ALWAYS && ask_password(options->user, password);
    PGconn *conn = connect_with(options, asked ? password : NULL);

    if (PQstatus(conn) != CONNECTION_OK && PQconnectionNeedsPassword(conn) && !asked &&
        options->password != PASSWORD_NEVER && ask_password(PQuser(conn), password)) {
        PQfinish(conn);
        conn = connect_with(options, password);
    }
    explicit_bzero(password, sizeof(password));
    return prepared(options, conn, kind);
}

PGconn *connect_open(const Options *options)
{
    return connect_open_or(options, NULL);
}

PGconn *connect_again(const Options *options, const PGconn *like)
{
    const char *password = PQpass(like);

    return prepared(options,
                    connect_with(options, password == NULL || *password == '\0' ? NULL : password),
                    NULL);
}

void connect_close(PGconn *conn)
{
    interrupt_watch(NULL);
    PQfinish(conn);
}

static void on_interrupt(int signal)
{
    char unused[256];
    PGcancel *cancel = interrupt_cancel;

    (void) signal;
    interrupt_seen = 1;
    if (cancel != NULL) {
        PQcancel(cancel, unused, sizeof(unused));
    }
}

void interrupt_watch(PGconn *conn)
{
    struct sigaction action = {.sa_handler = on_interrupt};
    PGcancel *before = interrupt_cancel;

    interrupt_cancel = conn == NULL ? NULL : PQgetCancel(conn);
    PQfreeCancel(before);
    if (conn != NULL) {
        sigaction(SIGINT, &action, NULL);
        sigaction(SIGTERM, &action, NULL);
    }
}

bool interrupted(void)
{
    return interrupt_seen != 0;
}

/* Whether the result is a success; else tells it and clears it. */
static PGresult *checked(PGconn *conn, const char *doing, PGresult *result)
{
    Arena *arena;

    switch (PQresultStatus(result)) {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_COPY_IN:
        return result;
    default:
        break;
    }
    if (doing != NULL && !interrupted()) {
        arena = arena_new();
        message_error("%s: %s", doing, db_refusal(arena, conn, result));
        arena_free(arena);
    }
    PQclear(result);
    return NULL;
}

PGresult *db_query(PGconn *conn, const char *doing, const char *sql)
{
    return checked(conn, doing, PQexec(conn, sql));
}

PGresult *db_query_params(PGconn *conn, const char *doing, const char *sql, int count,
                          const char *const *values)
{
    return checked(conn, doing, PQexecParams(conn, sql, count, NULL, values, NULL, NULL, 0));
}

bool db_run(PGconn *conn, const char *doing, const char *sql)
{
    PGresult *result = db_query(conn, doing, sql);

    PQclear(result);
    return result != NULL;
}

bool db_run_params(PGconn *conn, const char *doing, const char *sql, int count,
                   const char *const *values)
{
    PGresult *result = db_query_params(conn, doing, sql, count, values);

    PQclear(result);
    return result != NULL;
}

const char *db_refusal(Arena *arena, PGconn *conn, const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *table = PQresultErrorField(result, PG_DIAG_TABLE_NAME);
    const char *column = PQresultErrorField(result, PG_DIAG_COLUMN_NAME);
    const char *constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
    MnText all;

    if (state == NULL || words == NULL) {
        words = PQerrorMessage(conn);
        all = mn_trim((MnText){words, strcspn(words, "\n")});
        return all.len == 0 ? "the connection was lost" : arena_text(arena, all);
    }
    if (strncmp(state, "22", 2) == 0 || strncmp(state, "23", 2) == 0) {
        return arena_printf(arena, "the server refused a value (SQLSTATE %s%s%s%s%s%s%s)", state,
                            table ? ", table " : "", table ? table : "", column ? ", column " : "",
                            column ? column : "", constraint ? ", constraint " : "",
                            constraint ? constraint : "");
    }
    return arena_printf(arena, "%s (SQLSTATE %s)", words, state);
}

bool db_too_many_words(const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *from = PQresultErrorField(result, PG_DIAG_SOURCE_FUNCTION);

    /* Its words are in the server's language. */
    return state != NULL && from != NULL && strcmp(state, "54000") == 0 &&
           strcmp(from, "make_tsvector") == 0;
}

bool db_alive(PGconn *conn)
{
    return PQstatus(conn) == CONNECTION_OK && db_run(conn, NULL, "select");
}

const char *db_text(const PGresult *result, int row, int column)
{
    return PQgetvalue(result, row, column);
}

int64_t db_number(const PGresult *result, int row, int column)
{
    return strtoll(PQgetvalue(result, row, column), NULL, 10);
}

bool db_true(const PGresult *result, int row, int column)
{
    return PQgetvalue(result, row, column)[0] == 't';
}

const char *db_identifier(Arena *arena, PGconn *conn, const char *name)
{
    char *quoted = PQescapeIdentifier(conn, name, strlen(name));
    const char *copy = arena_string(arena, quoted == NULL ? "\"\"" : quoted);

    PQfreemem(quoted);
    return copy;
}

const char *db_literal(Arena *arena, PGconn *conn, const char *value)
{
    char *quoted = PQescapeLiteral(conn, value, strlen(value));
    const char *copy = arena_string(arena, quoted == NULL ? "''" : quoted);

    PQfreemem(quoted);
    return copy;
}
