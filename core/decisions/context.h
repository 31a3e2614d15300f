/*
 * context.h - what stands around a verb of a minute: its subject, its day, its object.
 */
#ifndef MN_CONTEXT_H
#define MN_CONTEXT_H

#include "narrative.h"

/* What a forward walk over a sentence knows at each word. */
typedef struct Walk {
    const Unit *unit;
    size_t from;
    Reading *reading;
    bool subordinate; /* within a clause that decides nothing */
    size_t subordinate_at;
    bool body;   /* the clause's subject is the meeting */
    bool higher; /* ... or a council or cabinet, which may be another body */
    size_t body_at;
    WordKind noun;   /* the first noun of the clause that says what it is about */
    size_t accepted; /* the last verb taken, +1: "received and noted" */
    bool passive;    /* ... was passive */
} Walk;

/* The kind, mark and letters of word i; false or '\0' behind the last one. */
bool mn_kind_at(const Unit *unit, size_t i, WordKind kind);
char mn_mark_at(const Unit *unit, size_t i);
bool mn_word_at(const Unit *unit, size_t i, const char *lower);

/* Whether such a noun says what a sentence is about. */
bool mn_is_subject_noun(WordKind kind);

/* Whether what follows the verb at i names another day or another's act: "in March", "at its last meeting", "by officers". */
bool mn_done_elsewhere(const Unit *unit, size_t i);

/* Whether "noted" at i closes its clause, as where a report is noted, and does not go on to tell something. */
bool mn_noted_and_done(const Unit *unit, size_t i);

/* Whether what "noted" at i takes is a thing, and no remark: "noted that", "noted the increase". */
bool mn_notes_a_thing(const Unit *unit, size_t i);

/* Whether what was "withdrawn" at i is the meeting's own business, of the kind noun, whoever withdrew it: "by the applicant", "by its mover". */
bool mn_withdrawn_by_another(const Unit *unit, size_t i, WordKind noun);

/* The word before i that is no adverb, and no "re-", "co-" of it; SIZE_MAX where there is none from `from` on. */
size_t mn_word_before(const Unit *unit, size_t i, size_t from);

/* The same past what may stand between subject and verb: "Members, by a majority, agreed", "(7 votes to 2)". */
size_t mn_subject_before(const Unit *unit, size_t i, size_t from);

/* Whether the meeting's name that ends at word i stands as the subject of a main clause; may end a subordinate one. */
bool mn_is_main_subject(Walk *walk, size_t i);

#endif
