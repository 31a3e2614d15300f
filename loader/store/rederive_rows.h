/*
 * rederive_rows.h - stored rows of decisions, approvals and percentage changes beside those derived again.
 */
#ifndef MINUTES_REDERIVE_ROWS_H
#define MINUTES_REDERIVE_ROWS_H

#include "rederive.h"

typedef struct StoredRow {
    int64_t id;
    int64_t item_id;
    DerivedKind kind;
    const char *line; /* as COPY takes it */
    size_t len;
    bool found; /* derived again, perhaps with other words */
    bool stays; /* the same */
} StoredRow;

/* Those of a meeting, by id. */
typedef struct StoredRows {
    StoredRow *row;
    size_t count;
    KeyMap ids;
} StoredRows;

/* Reads them; values are body_id and meeting_id. */
bool fetch_rows(Writer *writer, const char *const *values, StoredRows *rows);

/* Derives the item's rows into the writer's, leaves those out that are stored just so, and counts the others. */
bool compare_rows(Writer *writer, const MeetingPlan *meeting, const Item *item, int64_t item_id,
                  StoredRows *rows, RowCounts counts[DERIVED_KINDS]);

/* Deletes stored rows that do not stay as they are. */
bool delete_rows(Writer *writer, const char *body_id, const StoredRows *rows);

void add_row_counts(RowCounts *to, const RowCounts *from);
bool row_counts_any(const RowCounts *counts);
/* "what 1 added 2 removed", nothing where nothing is. */
void print_row_counts(const char *what, const RowCounts *counts);

#endif
