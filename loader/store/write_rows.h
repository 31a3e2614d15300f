/*
 * write_rows.h - rows of the store's tables as COPY takes them, collected by table and sent a table at a time.
 */
#ifndef MINUTES_WRITE_ROWS_H
#define MINUTES_WRITE_ROWS_H

#include "connect.h"

/* The tables in the order in which they are filled. */
typedef enum StoreTable {
    TABLE_DOCUMENTS,
    TABLE_MEETINGS,
    TABLE_ITEMS,
    TABLE_ATTENDANCE,
    TABLE_ATTENDANCE_RESTRICTED,
    TABLE_TEXT_OPEN,
    TABLE_TEXT_RESTRICTED,
    TABLE_DECISIONS_OPEN,
    TABLE_DECISIONS_RESTRICTED,
    TABLE_APPROVALS_OPEN,
    TABLE_APPROVALS_RESTRICTED,
    TABLE_CHANGES_OPEN,
    TABLE_CHANGES_RESTRICTED,
    TABLE_ATTACHMENTS_OPEN,
    TABLE_ATTACHMENTS_RESTRICTED,
    TABLE_DOUBTS,
    TABLE_DOUBT_DETAIL_OPEN,
    TABLE_DOUBT_DETAIL_RESTRICTED,
    STORE_TABLES
} StoreTable;

/* Rows of one table; memory is the writer's own and is used again. */
typedef struct Rows {
    char *data;
    size_t len;
    size_t size;
    bool in_row;
} Rows;

/* One field after another; row_end() ends the row. NULL is null. */
void row_text(Rows *rows, const char *text);
void row_span(Rows *rows, MnText text);
/* At most `characters` characters, the last one an ellipsis where something was cut off. */
void row_clipped(Rows *rows, const char *text, size_t characters);
void row_number(Rows *rows, int64_t number);
/* Null where `given` is false. */
void row_number_if(Rows *rows, bool given, int64_t number);
/* Millionths as a decimal number. */
void row_millionths_if(Rows *rows, bool given, int64_t millionths);
void row_bool(Rows *rows, bool value);
void row_end(Rows *rows);

/* Sends the rows of all tables by COPY and empties them. False where the server refused; *refused is then its result, for the caller to clear. */
bool rows_send(PGconn *conn, Rows rows[STORE_TABLES], PGresult **refused);

void rows_forget(Rows rows[STORE_TABLES]);
void rows_free_one(Rows *rows);
void rows_free(Rows rows[STORE_TABLES]);

#endif
