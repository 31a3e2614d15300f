/*
 * doubts.h - the parts of doubt_document() (read.h). Each adds a warning for what it doubts; none changes the document.
 *
 * A doubt that says something of an item's text carries the item, so that it is kept from whom the text is kept. A detail is
 * one sentence for people; it may quote an item's words, never another item's.
 */
#ifndef MINUTES_DOUBTS_H
#define MINUTES_DOUBTS_H

#include "read.h"

/* What a doubt is about. item may be NULL: the meeting itself. */
typedef struct Place {
    Document *document;
    int meeting;      /* index */
    const Item *item; /* NULL for the meeting */
} Place;

/* Adds a warning at a place, unless one with this code stands there already for the same line and words. */
void doubt_at(const Place *place, const char *code, const char *detail, ...)
    __attribute__((format(printf, 3, 4)));

/* How people name the item: its number, else its position. */
const char *doubt_item_name(Arena *arena, const Item *item);

/* code_gap, damaged_code, repeated_code: the numbers of a meeting's items against each other. */
void doubt_codes(Document *document, int meeting);

/* percentage_disagrees_with_counts, sign_conflict: printed figures of an item against what stands beside them. */
void doubt_figures(const Place *place, MnText text);

/* period_length: "12-month period" of 13 months. */
void doubt_periods(const Place *place, MnText text);

/* placeholder: xxx, TBC, [insert name]. */
void doubt_placeholders(const Place *place, MnText text);

/* near_duplicate_text: nearly the same text under two items of the document, stock one-liners apart. */
void doubt_duplicates(Document *document);

#endif
