/*
 * percentages.h - the percentage changes that a text reports: who changed, by how much, against what.
 *
 * A text reports a change where it says that something measurable moved, or now stands above or below where it
 * stood before, and by how much. Shares, levels, targets, plans, comparisons with elsewhere, denials and
 * hypotheticals are none. The rules stand in docs/percentage-changes.md.
 */
#ifndef MN_PERCENTAGES_H
#define MN_PERCENTAGES_H

#include "percent_change.h"

/* Where the figure comes from: whether it stands in the text or follows from it. */
typedef enum MnBasis {
    MN_BASIS_STATED,      /* the figure itself stands there */
    MN_BASIS_FROM_LEVELS, /* the difference of two levels, "from 31% to 36%" */
    MN_BASIS_RATIO_WORDS, /* "halved", "by a third", "twice as many" */
    MN_BASIS_MIDPOINT     /* the middle of a stated range */
} MnBasis;

/* What the text says of the figure's exactness; it does not alter the value. */
typedef enum MnQualifier {
    MN_QUALIFIER_NONE,
    MN_QUALIFIER_ABOUT, /* about, around, nearly, almost, approx., c. */
    MN_QUALIFIER_OVER,  /* over, more than, at least, in excess of */
    MN_QUALIFIER_UNDER, /* under, less than, just below */
    MN_QUALIFIER_UP_TO  /* up to, as much as */
} MnQualifier;

typedef struct MnChange {
    MnText
        metric; /* the subject's own noun phrase, in the arena, white space single; may be empty */
    MnPercentChange change; /* signed, with its unit */
    bool has_range; /* low and high are given, signed and in the change's unit, low <= high */
    bool has_from;  /* from_level is given */
    bool has_to;    /* to_level is given */
    int64_t low;    /* in millionths, as all four are */
    int64_t high;
    int64_t from_level; /* percent */
    int64_t to_level;
    MnText
        baseline; /* what it is compared with, as printed; data is NULL where the text names none */
    MnBasis basis;
    MnQualifier qualifier;
    MnSpan
        matched; /* the shortest stretch with figure, sign or direction, and unit; may be shared */
} MnChange;

/*
 * The changes that text reports, in reading order of the figure. Linear in the text's length; no text makes
 * it fail. MN_OK or MN_NO_MEMORY; array, metrics and baselines lie in the arena.
 */
MnStatus mn_percentage_changes(MnText text, MnArena *arena, MnChange **changes, size_t *count);

/* The SQL and JSON names: stated, from_levels, ratio_words, midpoint. */
const char *mn_basis_name(MnBasis basis);

/* about, over, under, up_to; NULL for none. */
const char *mn_qualifier_name(MnQualifier qualifier);

#endif
