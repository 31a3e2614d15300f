/*
 * narrative.h - where a sentence of a minute decides: its operative words among narration.
 */
#ifndef MN_NARRATIVE_H
#define MN_NARRATIVE_H

#include "clause.h"

typedef enum HeadKind {
    HEAD_NONE,
    HEAD_RESOLVED, /* "RESOLVED that", "Members agreed to": what decides follows */
    HEAD_BODY,     /* "The Committee:" before parts that bring their own verbs */
    HEAD_PROPOSAL, /* "RECOMMENDED:", "Motion:": what follows is not decided */
    HEAD_OTHERS    /* "RESOLVED to recommend to Council that:": what follows is for another body */
} HeadKind;

typedef struct Reading {
    Outcomes outcomes; /* decided by verbs of the sentence's own */
    Outcomes received; /* "Members received a report": counts only where nothing else is decided */
    HeadKind head;
    size_t behind; /* the word behind the head */
    bool moved;    /* a motion is put: what it would decide waits for the vote */
    bool amendment;
    bool carried;
    bool lost;
    bool agrees_motion; /* "this was agreed": what was moved is decided */
    bool recommends;    /* RECOMMENDED in capitals without an addressee */
} Reading;

/* Reads one sentence from word `from` on (behind its bullet or number). */
void mn_read_narrative(const Unit *unit, size_t from, bool in_resolution, Reading *reading);

#endif
