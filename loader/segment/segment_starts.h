/*
 * segment_starts.h - between the parts of the segmenter that find where items begin.
 */
#ifndef MINUTES_SEGMENT_STARTS_H
#define MINUTES_SEGMENT_STARTS_H

#include "segment.h"

/* A place where an item may begin because a number stands there. */
typedef struct Candidate {
    Start start;
    int score;     /* how much its words look like a title */
    bool alone;    /* the number stands by itself */
    bool untitled; /* and no title follows it */
    bool heading;
    bool bold;
    bool capitals;
    bool accepted;
    bool reversed; /* year before number: 23/5 */
    bool stated;   /* the format itself says that an item begins here */
    int level;
} Candidate;

typedef struct Candidates {
    Candidate *candidate;
    size_t count;
    size_t capacity;
} Candidates;

/* A title without what is printed of its attachments. */
MnText title_of(const Segmenter *segmenter, MnText text);

Start *segment_add_start(Segmenter *segmenter, const Start *start);

/* ---- segment_chain.c ---- */

/*
 * Accepts the candidates of the kinds from `from` to `to` whose numbers count the items up, and not the numbered parts of a
 * resolution among them; returns how many.
 */
size_t segment_chain(Candidates *candidates, NumberKind from, NumberKind to);

/* ---- segment_position.c ---- */

/* Finds items that have no numbers: by headings, by bold titles, or by where their titles stand. */
void segment_untitled_starts(Segmenter *segmenter, size_t first, size_t end);

/* Among numbered items (the starts from `known`), finds section headings and items without a number. */
void segment_sections(Segmenter *segmenter, size_t known, size_t first, size_t end);

#endif
