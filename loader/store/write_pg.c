/*
 * write_pg.c - runs a batch; see write_pg.h.
 */
#include "write_pg.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* As the store's sequence counts. */
#define ID_BLOCK 1000

Writer *writer_new(PGconn *conn, const Options *options, int64_t run_id)
{
    Writer *writer = calloc(1, sizeof(Writer));

    if (writer == NULL) {
        message_error("out of memory");
        abort();
    }
    writer->conn = conn;
    writer->options = options;
    writer->run_id = run_id;
    return writer;
}

void writer_free(Writer *writer)
{
    forget_bodies(writer);
    rows_free(writer->rows);
    PQclear(writer->refused);
    free(writer);
}

int64_t writer_id(Writer *writer)
{
    if (writer->ids_left == 0) {
        PGresult *result =
            db_query(writer->conn, "allotting ids", "select nextval('minutes_store.id_blocks')");

        if (result == NULL) {
            return 0;
        }
        writer->next_id = db_number(result, 0, 0);
        writer->ids_left = ID_BLOCK;
        PQclear(result);
    }
    writer->ids_left--;
    return writer->next_id++;
}

void list_add(Buffer *list, const char *value)
{
    buffer_putc(list, list->len == 0 ? '{' : ',');
    buffer_putc(list, '"');
    for (; *value != '\0'; value++) {
        if (*value == '"' || *value == '\\') {
            buffer_putc(list, '\\');
        }
        buffer_putc(list, *value);
    }
    buffer_putc(list, '"');
}

void list_add_number(Buffer *list, int64_t value)
{
    char digits[24];

    snprintf(digits, sizeof(digits), "%" PRId64, value);
    buffer_putc(list, list->len == 0 ? '{' : ',');
    buffer_puts(list, digits);
}

const char *list_end(Buffer *list)
{
    if (list->len == 0) {
        return "{}";
    }
    if (list->data[list->len - 1] != '}' || list->len == 1) {
        buffer_putc(list, '}');
    }
    return list->data;
}

static const char *day_text(Arena *arena, MnDate date)
{
    return mn_date_is_valid(date)
               ? arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day)
               : "";
}

void moment(char out[64])
{
    struct timespec now;
    struct tm utc;
    char seconds[32];

    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &utc);
    strftime(seconds, sizeof(seconds), "%Y-%m-%d %H:%M:%S", &utc);
    snprintf(out, 64, "%s.%06ld+00", seconds, now.tv_nsec / 1000);
}

static void start_plans(Writer *writer, DocumentPlan *plans, size_t count)
{
    for (size_t d = 0; d < count; d++) {
        const Document *document = plans[d].document;

        plans[d].meetings =
            arena_alloc(writer->arena, (document->meeting_count + 1) * sizeof(MeetingPlan));
        plans[d].document_id = plans[d].superseded_by = 0;
        plans[d].superseded_reason = NULL;
        plans[d].inserted = plans[d].updated = 0;
        for (size_t m = 0; m < document->meeting_count; m++) {
            plans[d].meetings[m].meeting = &document->meetings[m];
            plans[d].meetings[m].ordinal = (int) m + 1;
            plans[d].meetings[m].held_on = day_text(writer->arena, document->meetings[m].date);
        }
    }
}

static void document_row(Writer *writer, const DocumentPlan *plan, const char *now)
{
    Rows *rows = &writer->rows[TABLE_DOCUMENTS];
    const Document *document = plan->document;
    /* Some of its meetings may be in force though others are not: then it is. */
    bool superseded = plan->superseded_by != 0 && plan->inserted + plan->updated == 0;

    row_number(rows, plan->document_id);
    row_text(rows, document->uri);
    row_text(rows, document->sha256);
    row_clipped(rows, document->format, 30);
    row_number(rows, document->byte_count);
    row_text(rows, now);
    row_text(rows, PG_MINUTES_VERSION);
    row_number(rows, writer->run_id);
    row_bool(rows, true);
    row_text(rows, superseded ? now : NULL);
    row_number_if(rows, superseded, plan->superseded_by);
    row_text(rows, superseded ? plan->superseded_reason : NULL);
    row_end(rows);
}

/* Documents whose place others take: the versions before at their addresses, and those whose last meeting was replaced. */
static bool supersede(Writer *writer, const DocumentPlan *plans, size_t from, size_t to,
                      const char *now)
{
    static const char at_address[] =
        "update minutes_store.documents d set is_latest = false,"
        " superseded_at = coalesce(d.superseded_at, $3::timestamptz),"
        " superseded_by = coalesce(d.superseded_by, k.new),"
        " superseded_reason = coalesce(d.superseded_reason, 'changed')"
        " from unnest($1::bigint[], $2::bigint[]) k(old, new) where d.document_id = k.old";
    static const char elsewhere[] =
        "update minutes_store.documents d set superseded_at = $3::timestamptz,"
        " superseded_by = k.new, superseded_reason = k.reason"
        " from unnest($1::bigint[], $2::bigint[], $4::text[]) k(old, new, reason)"
        " where d.document_id = k.old and d.superseded_at is null"
        " and not exists (select from minutes_store.meetings m where m.document_id = k.old)";
    Arena *arena = writer->arena;
    Buffer lists[5] = {
        {.arena = arena}, {.arena = arena}, {.arena = arena}, {.arena = arena}, {.arena = arena}};
    const char *values[4] = {NULL, NULL, now, NULL};
    size_t changed = 0;
    size_t others = 0;

    for (size_t d = from; d < to; d++) {
        const DocumentPlan *plan = &plans[d];

        if (plan->previous_id != 0 && !plan->same_bytes) {
            list_add_number(&lists[0], plan->previous_id);
            list_add_number(&lists[1], plan->document_id);
            changed++;
        }
        for (size_t m = 0; m < plan->document->meeting_count; m++) {
            const MeetingPlan *meeting = &plan->meetings[m];

            if (meeting->replaces != NULL && !meeting->left_out &&
                meeting->replaces->document_id != plan->previous_id) {
                list_add_number(&lists[2], meeting->replaces->document_id);
                list_add_number(&lists[3], plan->document_id);
                list_add(&lists[4],
                         meeting->replaces->draft && !meeting->meeting->draft ? "final" : "newer");
                others++;
            }
        }
    }
    values[0] = list_end(&lists[0]);
    values[1] = list_end(&lists[1]);
    if (changed > 0 &&
        !db_run_params(writer->conn, "superseding documents", at_address, 3, values)) {
        return false;
    }
    values[0] = list_end(&lists[2]);
    values[1] = list_end(&lists[3]);
    values[3] = list_end(&lists[4]);
    return others == 0 ||
           db_run_params(writer->conn, "superseding documents", elsewhere, 4, values);
}

/* What is read again by a newer parser keeps its id: the row makes room for itself. */
static bool make_room(Writer *writer, const DocumentPlan *plans, size_t from, size_t to)
{
    Buffer list = {.arena = writer->arena};
    const char *values[1];
    size_t count = 0;

    for (size_t d = from; d < to; d++) {
        if (plans[d].same_bytes) {
            list_add_number(&list, plans[d].document_id);
            count++;
        }
    }
    values[0] = list_end(&list);
    return count == 0 || db_run_params(writer->conn, "replacing documents",
                                       "delete from minutes_store.documents"
                                       " where document_id = any($1::bigint[])",
                                       1, values);
}

/* Problems of documents that load now are over. */
static bool resolve_problems(Writer *writer, const DocumentPlan *plans, size_t count,
                             const char *now)
{
    Buffer list = {.arena = writer->arena};
    const char *values[2] = {NULL, now};

    for (size_t d = 0; d < count; d++) {
        list_add(&list, plans[d].document->uri);
    }
    values[0] = list_end(&list);
    return db_run_params(writer->conn, "resolving problems",
                         "update minutes_store.load_problems set resolved_at = $2::timestamptz"
                         " where uri = any($1::text[]) and resolved_at is null",
                         2, values);
}

/* Plans and writes documents until one meets what another of the batch brings; that one comes next, when the other is there. */
static bool write_some(Writer *writer, DocumentPlan *plans, size_t *from, size_t count,
                       const char *now)
{
    KeyMap old_ids = {.arena = writer->arena};
    size_t to = plan_meetings(writer, plans, *from, count);

    if (to == 0 || !apply_overrides(writer, plans, *from, to) ||
        !fetch_old_ids(writer, plans, *from, to, &old_ids)) {
        return false;
    }
    for (size_t d = *from; d < to; d++) {
        document_row(writer, &plans[d], now);
        if (!meeting_rows(writer, &plans[d], &old_ids)) {
            return false;
        }
    }
    if (!delete_meetings(writer, plans, *from, to) || !supersede(writer, plans, *from, to, now) ||
        !make_room(writer, plans, *from, to) ||
        !rows_send(writer->conn, writer->rows, &writer->refused) ||
        !write_listed(writer, plans, *from, to)) {
        return false;
    }
    *from = to;
    return true;
}

/*
 * Another loader may have loaded these very documents while this one was reading them: behind the bodies' locks that is seen. Leaves those out whose
 * bytes are there and returns how many are left, in front; they count as unchanged. count + 1 where the server refuses (told).
 */
static size_t leave_out_loaded(Writer *writer, DocumentPlan *plans, size_t count,
                               LoadCounts *counts)
{
    Buffer uris = {.arena = writer->arena};
    const char *values[1];
    PGresult *result;
    size_t left = 0;

    for (size_t d = 0; d < count; d++) {
        list_add(&uris, plans[d].document->uri);
    }
    values[0] = list_end(&uris);
    result = db_query_params(writer->conn, "looking for documents",
                             "select k.i, d.document_id, d.sha256"
                             " from unnest($1::text[]) with ordinality k(uri, i)"
                             " join minutes_store.documents d on d.uri = k.uri and d.is_latest",
                             1, values);
    if (result == NULL) {
        return count + 1;
    }
    for (int row = 0; row < PQntuples(result); row++) {
        DocumentPlan *plan = &plans[db_number(result, row, 0) - 1];

        if (plan->previous_id != db_number(result, row, 1)) {
            plan->previous_id = db_number(result, row, 1);
            plan->loaded_meanwhile = strcmp(plan->document->sha256, db_text(result, row, 2)) == 0;
        }
    }
    PQclear(result);
    for (size_t d = 0; d < count; d++) {
        if (plans[d].loaded_meanwhile) {
            counts->unchanged++;
        } else {
            plans[left++] = plans[d];
        }
    }
    return left;
}

/* Writes the plans, which are the writer's own copies, in one transaction. */
static bool write_all(Writer *writer, DocumentPlan *plans, size_t count, LoadCounts *counts)
{
    char now[64];
    size_t from = 0;
    size_t left;

    moment(now);
    start_plans(writer, plans, count);
    if (!db_run(writer->conn, "starting a batch", "begin") || !plan_bodies(writer, plans, count)) {
        return false;
    }
    left = leave_out_loaded(writer, plans, count, counts);
    if (left > count) {
        return false;
    }
    while (from < left) {
        if (!write_some(writer, plans, &from, left, now)) {
            return false;
        }
    }
    for (size_t d = 0; d < left; d++) {
        counts->updated += plans[d].updated > 0;
        counts->inserted += plans[d].updated == 0 && plans[d].inserted > 0;
        counts->unchanged += plans[d].updated == 0 && plans[d].inserted == 0;
    }
    return resolve_problems(writer, plans, left, now) &&
           db_run(writer->conn, "ending a batch", writer->options->dry_run ? "rollback" : "commit");
}

/* Whether the server refused a value of a document, and not the whole program. */
static bool because_of_data(const PGresult *refused)
{
    const char *state = refused == NULL ? NULL : PQresultErrorField(refused, PG_DIAG_SQLSTATE);

    return state != NULL && (strncmp(state, "22", 2) == 0 || strncmp(state, "23", 2) == 0 ||
                             strncmp(state, "54", 2) == 0);
}

WriteResult writer_write(Writer *writer, Arena *arena, const DocumentPlan *plans, size_t count,
                         LoadCounts *counts)
{
    DocumentPlan *own = arena_alloc(arena, (count + 1) * sizeof(DocumentPlan));
    LoadCounts written = {0};

    memcpy(own, plans, count * sizeof(DocumentPlan));
    writer->arena = arena;
    PQclear(writer->refused);
    writer->refused = NULL;
    if (!write_all(writer, own, count, &written)) {
        rows_forget(writer->rows);
        forget_bodies(writer);
        if (PQtransactionStatus(writer->conn) != PQTRANS_IDLE) {
            db_run(writer->conn, NULL, "rollback");
        }
        return because_of_data(writer->refused) ? WRITE_BAD_DATA : WRITE_REFUSED;
    }
    if (writer->options->dry_run) {
        /* The bodies that it made are gone again. */
        forget_bodies(writer);
    }
    counts->inserted += written.inserted;
    counts->updated += written.updated;
    counts->unchanged += written.unchanged;
    return WRITE_DONE;
}
