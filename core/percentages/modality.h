/*
 * modality.h - between modality.c (was a change observed) and claims.c (what the clause makes of it).
 */
#ifndef MN_PERCENTAGES_MODALITY_H
#define MN_PERCENTAGES_MODALITY_H

#include "reading.h"

/* What the rules beside a change have to know of it. */
typedef struct Change {
    size_t head;   /* the word of change, or the figure itself */
    size_t start;  /* the first token of the change's own phrase */
    size_t end;    /* the last */
    bool verb;     /* told by a verb, not by a noun phrase */
    bool definite; /* "the 5% fall": presupposed */
    bool aside;    /* set off by a comma or bracket: "X, up 7%," */
} Change;

/* A boundary that a wish, a modal or a decision does not reach across. */
bool pc_is_boundary(const Sentence *s, size_t i);

/* Whether only nouns, adjectives and articles stand between tokens a and b: b is the object of a. */
bool pc_is_object(const Sentence *s, size_t a, size_t b);

/* "pleased to see", "continued to fall": what stands before the "to" at this token was observed. */
bool pc_is_observed_infinitive(const Sentence *s, size_t to);

/* Whether the clause only offers, conditions, decides, orders or denies the change that the figure measures. */
bool pc_is_claimed(const Sentence *s, const Figure *f, const Change *c);

#endif
