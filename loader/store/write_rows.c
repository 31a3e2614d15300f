/*
 * write_rows.c - see write_rows.h.
 */
#include "write_rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libpq buffers what the socket does not take at once; pieces of this size keep that small. */
#define PIECE ((size_t) 256 * 1024)

static const char *const copy_statements[STORE_TABLES] = {
    [TABLE_DOCUMENTS] = "documents (document_id, uri, sha256, format, byte_count, loaded_at,"
                        " parser_version, run_id, is_latest, superseded_at, superseded_by,"
                        " superseded_reason)",
    [TABLE_MEETINGS] = "meetings (body_id, meeting_id, document_id, ordinal, meeting_key, held_on,"
                       " start_time, venue, contact_name, status, was_held, cms_id, source_line,"
                       " published_on, published_basis)",
    [TABLE_ITEMS] = "agenda_items (body_id, item_id, meeting_id, position, code, code_text,"
                    " code_sort, number_as_printed, title, section, is_truncated, is_restricted,"
                    " grounds, stated_grounds, restriction_sources, regime, cited_paragraphs,"
                    " source_line)",
    [TABLE_ATTENDANCE] = "attendance (body_id, attendance_id, meeting_id, ordinal, capacity, name,"
                         " honorific, post_nominals, role, organisation, substitute_for,"
                         " as_printed, source_line, item_id, filled)",
    [TABLE_ATTENDANCE_RESTRICTED] =
        "attendance_restricted (body_id, attendance_id, meeting_id, ordinal, capacity, name,"
        " honorific, post_nominals, role, organisation, substitute_for, as_printed, source_line,"
        " item_id, filled, fills)",
    [TABLE_TEXT_OPEN] = "item_text_open (body_id, item_id, meeting_id, agenda_text, item_text)",
    [TABLE_TEXT_RESTRICTED] =
        "item_text_restricted (body_id, item_id, meeting_id, agenda_text, item_text, reason)",
    [TABLE_DECISIONS_OPEN] = "decisions_open (body_id, decision_id, meeting_id, item_id, ordinal,"
                             " outcome, decision_text)",
    [TABLE_DECISIONS_RESTRICTED] = "decisions_restricted (body_id, decision_id, meeting_id,"
                                   " item_id, ordinal, outcome, decision_text)",
    [TABLE_APPROVALS_OPEN] =
        "approvals_open (body_id, approval_id, meeting_id, item_id, ordinal, decision, basis,"
        " minutes_held_on, minutes_body, minutes_body_key, approval_text, subject_to)",
    [TABLE_APPROVALS_RESTRICTED] =
        "approvals_restricted (body_id, approval_id, meeting_id, item_id, ordinal, decision, basis,"
        " minutes_held_on, minutes_body, minutes_body_key, approval_text, subject_to)",
    [TABLE_CHANGES_OPEN] =
        "changes_open (body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis,"
        " qualifier, low, high, from_level, to_level, baseline, matched, start_at, length,"
        " sentence, period_start, period_end)",
    [TABLE_CHANGES_RESTRICTED] =
        "changes_restricted (body_id, change_id, meeting_id, item_id, ordinal, metric, change,"
        " basis, qualifier, low, high, from_level, to_level, baseline, matched, start_at, length,"
        " sentence, period_start, period_end)",
    [TABLE_ATTACHMENTS_OPEN] = "attachments_open (body_id, attachment_id, meeting_id, item_id,"
                               " ordinal, title, file_type, size_as_printed, size_bytes, url)",
    [TABLE_ATTACHMENTS_RESTRICTED] =
        "attachments_restricted (body_id, attachment_id, meeting_id, item_id, ordinal, title,"
        " file_type, size_as_printed, size_bytes, url, of_its_own)",
    [TABLE_DOUBTS] = "data_doubts (body_id, doubt_id, meeting_id, item_id, check_name, severity,"
                     " source_line)",
    [TABLE_DOUBT_DETAIL_OPEN] = "doubt_detail_open (body_id, doubt_id, meeting_id, item_id,"
                                " detail)",
    [TABLE_DOUBT_DETAIL_RESTRICTED] =
        "doubt_detail_restricted (body_id, doubt_id, meeting_id, item_id, detail)",
};

static char *room(Rows *rows, size_t len)
{
    if (rows->len + len > rows->size) {
        size_t size = rows->size == 0 ? 4096 : rows->size;

        while (size < rows->len + len) {
            size *= 2;
        }
        rows->data = realloc(rows->data, size);
        if (rows->data == NULL) {
            message_error("out of memory");
            abort();
        }
        rows->size = size;
    }
    return rows->data + rows->len;
}

static void put(Rows *rows, const char *data, size_t len)
{
    memcpy(room(rows, len), data, len);
    rows->len += len;
}

static void next_field(Rows *rows)
{
    if (rows->in_row) {
        put(rows, "\t", 1);
    }
    rows->in_row = true;
}

static void put_null(Rows *rows)
{
    put(rows, "\\N", 2);
}

void row_span(Rows *rows, MnText text)
{
    char *out;
    size_t len = 0;

    next_field(rows);
    if (text.data == NULL) {
        put_null(rows);
        return;
    }
    out = room(rows, 2 * text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        switch (c) {
        case '\t':
            out[len++] = '\\';
            c = 't';
            break;
        case '\n':
            out[len++] = '\\';
            c = 'n';
            break;
        case '\r':
            out[len++] = '\\';
            c = 'r';
            break;
        case '\\':
            out[len++] = '\\';
            break;
        default:
            break;
        }
        out[len++] = c;
    }
    rows->len += len;
}

void row_text(Rows *rows, const char *text)
{
    row_span(rows, (MnText){text, text == NULL ? 0 : strlen(text)});
}

void row_clipped(Rows *rows, const char *text, size_t characters)
{
    MnText all = {text, text == NULL ? 0 : strlen(text)};
    size_t before_last = 0;
    size_t at = 0;

    /* No text of so few bytes has more characters. */
    if (all.len <= characters) {
        row_span(rows, all);
        return;
    }
    for (size_t count = 0; count < characters && at < all.len; count++) {
        before_last = at;
        mn_next(all, &at);
    }
    if (at == all.len) {
        row_span(rows, all);
        return;
    }
    row_span(rows, (MnText){text, before_last});
    put(rows, "\xE2\x80\xA6", 3);
}

void row_number(Rows *rows, int64_t number)
{
    char digits[24];

    next_field(rows);
    put(rows, digits, (size_t) snprintf(digits, sizeof(digits), "%" PRId64, number));
}

void row_number_if(Rows *rows, bool given, int64_t number)
{
    if (given) {
        row_number(rows, number);
    } else {
        row_text(rows, NULL);
    }
}

void row_millionths_if(Rows *rows, bool given, int64_t millionths)
{
    char digits[32];
    uint64_t size = millionths < 0 ? -(uint64_t) millionths : (uint64_t) millionths;

    next_field(rows);
    /* numeric(18, 6) ends at 10^12; nothing that is reported comes near. */
    if (!given || size >= UINT64_C(1000000000000000000)) {
        put_null(rows);
        return;
    }
    put(rows, digits,
        (size_t) snprintf(digits, sizeof(digits), "%s%" PRIu64 ".%06" PRIu64,
                          millionths < 0 ? "-" : "", size / 1000000, size % 1000000));
}

void row_bool(Rows *rows, bool value)
{
    next_field(rows);
    put(rows, value ? "t" : "f", 1);
}

void row_end(Rows *rows)
{
    put(rows, "\n", 1);
    rows->in_row = false;
}

static bool copy_in(PGconn *conn, const char *target, const Rows *rows, PGresult **refused)
{
    char statement[600];
    PGresult *result;
    PGresult *failure = NULL;
    bool sent = true;

    snprintf(statement, sizeof(statement), "copy minutes_store.%s from stdin", target);
    result = PQexec(conn, statement);
    if (PQresultStatus(result) != PGRES_COPY_IN) {
        *refused = result;
        return false;
    }
    PQclear(result);
    for (size_t at = 0; at < rows->len && sent; at += PIECE) {
        size_t len = rows->len - at < PIECE ? rows->len - at : PIECE;

        sent = PQputCopyData(conn, rows->data + at, (int) len) == 1;
    }
    if (sent) {
        PQputCopyEnd(conn, NULL);
    }
    while ((result = PQgetResult(conn)) != NULL) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK && failure == NULL) {
            failure = result;
        } else {
            PQclear(result);
        }
    }
    *refused = failure;
    return failure == NULL && sent;
}

bool rows_send(PGconn *conn, Rows rows[STORE_TABLES], PGresult **refused)
{
    bool sent = true;

    *refused = NULL;
    for (int table = 0; table < STORE_TABLES && sent; table++) {
        sent = rows[table].len == 0 || copy_in(conn, copy_statements[table], &rows[table], refused);
    }
    rows_forget(rows);
    return sent;
}

void rows_forget(Rows rows[STORE_TABLES])
{
    for (int table = 0; table < STORE_TABLES; table++) {
        rows[table].len = 0;
        rows[table].in_row = false;
    }
}

void rows_free_one(Rows *rows)
{
    free(rows->data);
    *rows = (Rows){0};
}

void rows_free(Rows rows[STORE_TABLES])
{
    for (int table = 0; table < STORE_TABLES; table++) {
        rows_free_one(&rows[table]);
    }
}
