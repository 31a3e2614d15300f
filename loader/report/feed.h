/*
 * feed.h - the rows of one query of loader/report/queries/, some hundred at a time, so that memory does not grow with them.
 */
#ifndef MINUTES_FEED_H
#define MINUTES_FEED_H

#include "connect.h"

typedef struct Feed {
    PGconn *conn;
    const char *name; /* of the query and of its cursor */
    PGresult *rows;
    int row;
    bool ended;
    bool failed; /* the server refused, which was told */
} Feed;

/* The text of a query; the program is built with all of them. */
const char *report_query(const char *name);

/* Opens a query over one body within the transaction that is open; one feed of a name at a time. */
bool feed_open(Feed *feed, PGconn *conn, const char *name, int64_t body_id);

/* Moves to the next row; false at the end and where the server refuses. A feed stands before its first row. */
bool feed_next(Feed *feed);

void feed_close(Feed *feed);

/* Values of the row it stands on; text is "" for null and lives until the next row. */
const char *feed_text(const Feed *feed, int column);
int64_t feed_number(const Feed *feed, int column);
bool feed_true(const Feed *feed, int column);
bool feed_null(const Feed *feed, int column);

/* All rows of a query at once, where they are few. NULL and told where the server refuses. */
PGresult *report_rows(PGconn *conn, const char *name, const char *parameter);

#endif
