/*
 * feed.c - see feed.h.
 */
#include "feed.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "report_files.h"

#define ROWS_AT_ONCE "256"

const ReportFile *report_file(const char *name)
{
    for (const ReportFile *file = report_files; file->name != NULL; file++) {
        if (strcmp(file->name, name) == 0) {
            return file;
        }
    }
    return NULL;
}

const char *report_query(const char *name)
{
    char file[64];
    const ReportFile *query;

    snprintf(file, sizeof(file), "%s.sql", name);
    query = report_file(file);
    return query == NULL ? "" : query->text;
}

PGresult *report_rows(PGconn *conn, const char *name, const char *parameter)
{
    const char *values[] = {parameter};

    return db_query_params(conn, "reading the views", report_query(name), 1, values);
}

bool feed_open(Feed *feed, PGconn *conn, const char *name, int64_t body_id)
{
    char sql[16384];
    char body[24];
    const char *values[] = {body};
    PGresult *result;

    *feed = (Feed){.conn = conn, .name = name, .row = -1};
    snprintf(body, sizeof(body), "%" PRId64, body_id);
    snprintf(sql, sizeof(sql), "declare report_%s no scroll cursor for\n%s", name,
             report_query(name));
    result = db_query_params(conn, "reading the views", sql, 1, values);
    feed->failed = result == NULL;
    PQclear(result);
    return !feed->failed;
}

bool feed_next(Feed *feed)
{
    char sql[128];

    if (feed->failed || feed->ended) {
        return false;
    }
    if (feed->rows != NULL && ++feed->row < PQntuples(feed->rows)) {
        return true;
    }
    PQclear(feed->rows);
    snprintf(sql, sizeof(sql), "fetch " ROWS_AT_ONCE " from report_%s", feed->name);
    feed->rows = db_query(feed->conn, "reading the views", sql);
    feed->failed = feed->rows == NULL;
    feed->ended = feed->failed || PQntuples(feed->rows) == 0;
    feed->row = 0;
    return !feed->ended;
}

void feed_close(Feed *feed)
{
    char sql[128];

    PQclear(feed->rows);
    feed->rows = NULL;
    if (feed->conn != NULL && !feed->failed) {
        snprintf(sql, sizeof(sql), "close report_%s", feed->name);
        feed->failed = !db_run(feed->conn, "reading the views", sql);
    }
    feed->conn = NULL;
}

const char *feed_text(const Feed *feed, int column)
{
    return db_text(feed->rows, feed->row, column);
}

int64_t feed_number(const Feed *feed, int column)
{
    return db_number(feed->rows, feed->row, column);
}

bool feed_true(const Feed *feed, int column)
{
    return db_true(feed->rows, feed->row, column);
}

bool feed_null(const Feed *feed, int column)
{
    return PQgetisnull(feed->rows, feed->row, column);
}
