/*
 * roles.h - between roles.c (figures with a governor of their own) and ellipsis.c (those without).
 */
#ifndef MN_PERCENTAGES_ROLES_H
#define MN_PERCENTAGES_ROLES_H

#include "reading.h"

/*
 * Steps left from a figure over approximators and articles: the place of the word before them, NO_TOKEN at the
 * sentence's start. Sets the figure's qualifier and base.
 */
size_t pc_step_left(const Sentence *s, Figure *figure);

/* Whether a word right, or left, of the figure governs it; then its role, head and direction are set. */
bool pc_governed_from_right(Sentence *s, Figure *f);
bool pc_governed_from_left(Sentence *s, Figure *f);

/* "5% of calls": a share of what follows. */
bool pc_is_share(const Sentence *s, const Figure *f);

/* "the grass cutting contract": whether the word of change at i is a gerund inside a noun phrase. */
bool pc_is_attributive(const Sentence *s, size_t i);

/* The nearest word of change left of `from` (which counts) that can govern a figure; NO_TOKEN for none. */
size_t pc_head_left(const Sentence *s, size_t from, bool through_figures);

/* Makes the figure the size of the change that the head tells; false for NO_TOKEN. */
bool pc_take_head(const Sentence *s, Figure *f, size_t head);

/* A figure alone in brackets gives a size to the change told before them. */
void pc_resolve_bracket(Sentence *s, Figure *f);

/* A figure takes over the direction of the one before it, where what stands between lets it. */
void pc_take_over(Sentence *s, size_t index);

/* A figure in a list takes the head of the governed one behind it: "5% and 7% increases". */
void pc_take_from_next(Sentence *s, size_t index);

/* The role of a ratio word, and of "half" before an earlier figure. */
void pc_ratio_role(Sentence *s, Figure *f);
void pc_part_role(Sentence *s, Figure *f);

#endif
