/*
 * substitutions.h - who stood in for whom, as minutes say it in lists and in sentences.
 */
#ifndef MINUTES_SUBSTITUTIONS_H
#define MINUTES_SUBSTITUTIONS_H

#include "people.h"

/* What kind of text is searched: bits. */
enum {
    SUBSTITUTIONS_PAIRS = 1, /* a list of substitutions, in which "B for A" is one */
    SUBSTITUTIONS_ABSENT = 2 /* it tells of people who are absent: "A (sub: B)" says that B came */
};

/*
 * Adds the substitutes that a list or sentence says came ("B substituting for A", "A (substituted by B)", "A, for whom B attended",
 * "B and D as substitutes for A and C"): each present, with the name of the member he stood in for. A substitute who is listed
 * already is not listed again. before: what was said before text, so that "B attended in his place" can be understood.
 */
void substitutions_take(Arena *arena, People *people, MnText before, MnText text, int line,
                        unsigned kind);

/* Whether a bracket behind a name tells who came instead of its bearer ("substituted by Cllr B", "Cllr B substituting"). */
bool substitution_is_of_bearer(Arena *arena, MnText bracket);

/* A family name alone becomes the name in full of the only person of that family in the list of that capacity. */
void person_name_in_full(const People *people, Capacity capacity, Person *person);

#endif
