/*
 * connect.h - the connection to the server: opened as psql opens it, cancelled by SIGINT, and how its refusals are told.
 */
#ifndef MINUTES_CONNECT_H
#define MINUTES_CONNECT_H

#include <libpq-fe.h>

#include "arena.h"
#include "error_kind.h"
#include "options.h"

/*
 * Connects as the options, libpq's environment variables, services and ~/.pgpass say, with client_encoding UTF8 and a search_path of
 * pg_catalog alone. The caller ends it with connect_close(). NULL where there is no connection, which was told in one sentence; the
 * program then ends with EXIT_NO_CONNECTION.
 */
PGconn *connect_open(const Options *options);

/* The same, and in *kind (may be NULL) the kind of the error where there is no connection. */
PGconn *connect_open_or(const Options *options, ErrorKind *kind);

/* A further connection like that one, for another process; nothing is asked again. NULL and told as above. */
PGconn *connect_again(const Options *options, const PGconn *like);

void connect_close(PGconn *conn);

/*
 * From here on SIGINT and SIGTERM set a flag and cancel the statement that runs on conn (NULL: from here on nothing is cancelled). The
 * transaction is then rolled back by whoever sees it fail.
 */
void interrupt_watch(PGconn *conn);

/* Whether one came. */
bool interrupted(void);

/*
 * Runs statements without parameters, or one with `count` parameters as text (NULL for null). NULL where the server refused, which was
 * told on stderr as "doing: the server's words"; doing NULL tells nothing. The caller clears the result.
 */
PGresult *db_query(PGconn *conn, const char *doing, const char *sql);
PGresult *db_query_params(PGconn *conn, const char *doing, const char *sql, int count,
                          const char *const *values);

/* The same where the rows do not matter. */
bool db_run(PGconn *conn, const char *doing, const char *sql);
bool db_run_params(PGconn *conn, const char *doing, const char *sql, int count,
                   const char *const *values);

/*
 * A refusal in one sentence for people, in the arena. Where the server may quote data in it (SQLSTATE classes 22 and 23) only the SQLSTATE and
 * the names of table, column and constraint are told: the data may be restricted.
 */
const char *db_refusal(Arena *arena, PGconn *conn, const PGresult *result);

/* Whether it is that a text has more words than a tsvector holds. */
bool db_too_many_words(const PGresult *result);

/* Whether the server still answers. */
bool db_alive(PGconn *conn);

/* SQLSTATE of the last refusal on this connection, "" where it said none: the connection was lost. */
const char *db_last_state(PGconn *conn);

/* The kind of that refusal: transient where the connection is lost, whatever the server said last. */
ErrorKind db_error_kind(PGconn *conn);

/* The value as text, "" for null; and as a number. */
const char *db_text(const PGresult *result, int row, int column);
int64_t db_number(const PGresult *result, int row, int column);
bool db_true(const PGresult *result, int row, int column);

/* An identifier or a literal as SQL writes it, in the arena. */
const char *db_identifier(Arena *arena, PGconn *conn, const char *name);
const char *db_literal(Arena *arena, PGconn *conn, const char *value);

#endif
