/*
 * rederive.h - what follows from stored text, derived again: decisions, percentage changes and restrictions of one body.
 */
#ifndef MINUTES_REDERIVE_H
#define MINUTES_REDERIVE_H

#include "write_pg.h"

typedef struct RowCounts {
    int64_t added;
    int64_t altered; /* the same figure or outcome, told otherwise */
    int64_t removed;
} RowCounts;

/* What is derived from an item's text, in rows. */
typedef enum DerivedKind { DERIVED_DECISIONS, DERIVED_APPROVALS, DERIVED_CHANGES } DerivedKind;

#define DERIVED_KINDS 3

typedef struct RederiveCounts {
    int64_t items; /* looked at */
    RowCounts rows[DERIVED_KINDS];
    int64_t restricted; /* items that were open */
    int64_t
        regrounded; /* restricted items whose grounds, sources, paragraphs or reason are others */
    int64_t
        would_open; /* restricted by their own words alone, which do not say so any more; newly noticed */
    int64_t opened; /* the same with --open */
} RederiveCounts;

/* Whether anything is different. */
bool rederive_changed(const RederiveCounts *counts);

/*
 * Derives the body's items again, within the caller's transaction and behind the body's lock, and adds to counts. No row that is the same is touched,
 * none that stays loses its id. What was closed by a mark, a heading, a resolution, a flag or a person stays closed, and what a person opened stays
 * open unless it has a ground now that was not lifted. `show` tells each item that is different on stdout, without a word of its content. False where the server refuses (told) or at an interrupt.
 */
bool rederive_body(Writer *writer, int64_t body_id, bool open, bool show, RederiveCounts *counts);

#endif
