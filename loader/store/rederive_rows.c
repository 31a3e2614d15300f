/*
 * rederive_rows.c - see rederive_rows.h.
 */
#include "rederive_rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The columns that COPY takes, and before them what makes the key that a row keeps its id by. */
#define CHANGE_COLUMNS                                                                             \
    "body_id, change_id, meeting_id, item_id, ordinal, metric, change::text, basis, qualifier,"    \
    " low, high, from_level, to_level, baseline, matched, start_at, length, sentence,"             \
    " to_char(period_start, 'YYYY-MM-DD'), to_char(period_end, 'YYYY-MM-DD')"
#define DECISION_COLUMNS                                                                           \
    "body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text"

#define APPROVAL_COLUMNS                                                                           \
    "body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on,"        \
    " minutes_body, minutes_body_key, approval_text, subject_to"

/* A kind's rows of a meeting, of both sides: the key that a row keeps its id by, and what COPY takes. */
#define STORED_SQL(key, columns, table, id)                                                        \
    "select * from (select " key ", " columns " from minutes_store." table "_open"                 \
    " where body_id = $1 and item_id in (select item_id from minutes_store.agenda_items"           \
    " where body_id = $1 and meeting_id = $2)"                                                     \
    " union all select " key ", " columns " from minutes_store." table "_restricted"               \
    " where body_id = $1 and item_id in (select item_id from minutes_store.agenda_items"           \
    " where body_id = $1 and meeting_id = $2)) t order by item_id, ordinal, " id

typedef struct Derived {
    char key_kind; /* as fetch_old_ids() has it */
    const char *stored_sql;
    const char *delete_sql[2];
    StoreTable open;
    StoreTable restricted;
} Derived;

#define DELETE_SQL(table, id)                                                                      \
    {                                                                                              \
        "delete from minutes_store." table "_open where body_id = $1 and " id " = any($2)",        \
            "delete from minutes_store." table "_restricted where body_id = $1 and " id            \
            " = any($2)"                                                                           \
    }

static const Derived derived[DERIVED_KINDS] = {
    [DERIVED_DECISIONS] = {'d',
                           STORED_SQL("concat(outcome, chr(31), decision_text)", DECISION_COLUMNS,
                                      "decisions", "decision_id"),
                           DELETE_SQL("decisions", "decision_id"), TABLE_DECISIONS_OPEN,
                           TABLE_DECISIONS_RESTRICTED},
    [DERIVED_APPROVALS] = {'v',
                           STORED_SQL("concat(minutes_held_on, chr(31), minutes_body)",
                                      APPROVAL_COLUMNS, "approvals", "approval_id"),
                           DELETE_SQL("approvals", "approval_id"), TABLE_APPROVALS_OPEN,
                           TABLE_APPROVALS_RESTRICTED},
    [DERIVED_CHANGES] = {'c',
                         STORED_SQL("concat(change::text, chr(31), matched)", CHANGE_COLUMNS,
                                    "changes", "change_id"),
                         DELETE_SQL("changes", "change_id"), TABLE_CHANGES_OPEN,
                         TABLE_CHANGES_RESTRICTED},
};

static int by_id(const void *a, const void *b)
{
    int64_t of_a = ((const StoredRow *) a)->id;
    int64_t of_b = ((const StoredRow *) b)->id;

    return of_a < of_b ? -1 : of_a > of_b;
}

static void keep_line(Writer *writer, const PGresult *result, int row, StoredRow *out)
{
    Rows line = {0};
    char *copy;

    for (int column = 1; column < PQnfields(result); column++) {
        row_text(&line, PQgetisnull(result, row, column) ? NULL : db_text(result, row, column));
    }
    row_end(&line);
    copy = arena_alloc(writer->arena, line.len);
    memcpy(copy, line.data, line.len);
    out->line = copy;
    out->len = line.len;
    rows_free_one(&line);
}

bool fetch_rows(Writer *writer, const char *const *values, StoredRows *rows)
{
    PGresult *result[DERIVED_KINDS];
    size_t count = 0;

    *rows = (StoredRows){.ids = {.arena = writer->arena}};
    for (int kind = 0; kind < DERIVED_KINDS; kind++) {
        result[kind] = db_query_params(writer->conn, "reading what was derived",
                                       derived[kind].stored_sql, 2, values);
        count += result[kind] == NULL ? 0 : (size_t) PQntuples(result[kind]);
    }
    rows->row = arena_alloc(writer->arena, (count + 1) * sizeof(StoredRow));
    for (int kind = 0; kind < DERIVED_KINDS; kind++) {
        for (int row = 0; result[kind] != NULL && row < PQntuples(result[kind]); row++) {
            StoredRow *stored = &rows->row[rows->count++];

            stored->id = db_number(result[kind], row, 2);
            stored->item_id = db_number(result[kind], row, 4);
            stored->kind = (DerivedKind) kind;
            keep_line(writer, result[kind], row, stored);
            key_put(&rows->ids,
                    item_part_key(writer->arena, derived[kind].key_kind, stored->item_id,
                                  db_text(result[kind], row, 0)),
                    stored->id);
        }
    }
    qsort(rows->row, rows->count, sizeof(StoredRow), by_id);
    for (int kind = 0; kind < DERIVED_KINDS; kind++) {
        if (result[kind] == NULL) {
            count = SIZE_MAX;
        }
        PQclear(result[kind]);
    }
    return count != SIZE_MAX;
}

/* Of the lines that were added to a table's rows from `start` on those stay that are not stored just so. */
static void leave_out_stored(Rows *table, size_t start, StoredRows *rows, RowCounts *counts)
{
    size_t to = start;
    size_t next;

    for (size_t at = start; at < table->len; at = next) {
        const char *line = table->data + at;
        size_t len = (size_t) ((const char *) memchr(line, '\n', table->len - at) - line) + 1;
        StoredRow wanted = {.id = strtoll((const char *) memchr(line, '\t', len) + 1, NULL, 10)};
        StoredRow *stored = bsearch(&wanted, rows->row, rows->count, sizeof(StoredRow), by_id);

        next = at + len;
        if (stored != NULL) {
            stored->found = true;
            stored->stays = stored->len == len && memcmp(stored->line, line, len) == 0;
        }
        if (stored != NULL && stored->stays) {
            continue;
        }
        counts->altered += stored != NULL;
        counts->added += stored == NULL;
        memmove(table->data + to, line, len);
        to += len;
    }
    table->len = to;
}

bool compare_rows(Writer *writer, const MeetingPlan *meeting, const Item *item, int64_t item_id,
                  StoredRows *rows, RowCounts counts[DERIVED_KINDS])
{
    Rows *tables[DERIVED_KINDS];
    size_t before[DERIVED_KINDS];

    for (int kind = 0; kind < DERIVED_KINDS; kind++) {
        tables[kind] =
            &writer->rows[item->restricted ? derived[kind].restricted : derived[kind].open];
        before[kind] = tables[kind]->len;
    }
    if (!derived_rows(writer, meeting, item, item_id, &rows->ids)) {
        return false;
    }
    for (int kind = 0; kind < DERIVED_KINDS; kind++) {
        leave_out_stored(tables[kind], before[kind], rows, &counts[kind]);
    }
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->row[i].item_id == item_id && !rows->row[i].found) {
            counts[rows->row[i].kind].removed++;
        }
    }
    return true;
}

bool delete_rows(Writer *writer, const char *body_id, const StoredRows *rows)
{
    Buffer ids = {.arena = writer->arena};
    const char *values[2] = {body_id, NULL};

    for (size_t i = 0; i < rows->count; i++) {
        if (!rows->row[i].stays) {
            list_add_number(&ids, rows->row[i].id);
        }
    }
    if (ids.len == 0) {
        return true;
    }
    values[1] = list_end(&ids);
    for (int i = 0; i < 2 * DERIVED_KINDS; i++) {
        if (!db_run_params(writer->conn, "replacing what was derived",
                           derived[i / 2].delete_sql[i % 2], 2, values)) {
            return false;
        }
    }
    return true;
}

void add_row_counts(RowCounts *to, const RowCounts *from)
{
    to->added += from->added;
    to->altered += from->altered;
    to->removed += from->removed;
}

bool row_counts_any(const RowCounts *counts)
{
    return counts->added + counts->altered + counts->removed > 0;
}

void print_row_counts(const char *what, const RowCounts *counts)
{
    if (!row_counts_any(counts)) {
        return;
    }
    fputs(what, stdout);
    if (counts->added > 0) {
        printf(" %" PRId64 " added", counts->added);
    }
    if (counts->altered > 0) {
        printf(" %" PRId64 " altered", counts->altered);
    }
    if (counts->removed > 0) {
        printf(" %" PRId64 " removed", counts->removed);
    }
}
