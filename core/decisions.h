/*
 * decisions.h - what a minute decides: the operative outcomes of an item.
 *
 * Recommendations to be considered, narration ("it was noted that ...") and what another body decided are
 * none. The rules stand in docs/decisions.md.
 */
#ifndef MN_DECISIONS_H
#define MN_DECISIONS_H

#include "text.h"

typedef enum MnOutcome {
    MN_AGREED,
    MN_NOTED,
    MN_APPROVED,
    MN_DEFERRED,
    MN_RECEIVED,
    MN_ENDORSED,
    MN_REJECTED,
    MN_WITHDRAWN,
    MN_REFERRED,
    MN_RECOMMENDED,
    MN_CONFIRMED,
    MN_APPOINTED,
    MN_OUTCOMES /* how many there are */
} MnOutcome;

typedef struct MnDecision {
    MnOutcome outcome;
    MnSpan matched; /* the sentence or numbered part of a resolution that decides it */
} MnDecision;

/*
 * The decisions of one item's text, in reading order, one entry an outcome of a sentence or numbered part.
 * MN_OK or MN_NO_MEMORY; the array lies in the arena.
 */
MnStatus mn_minute_decisions(MnText text, MnArena *arena, MnDecision **decisions, size_t *count);

/* The SQL and JSON name: agreed, noted, ... */
const char *mn_outcome_name(MnOutcome outcome);

#endif
