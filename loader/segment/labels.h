/*
 * labels.h - the words that pages and clerks put before things: "Minutes:", "Venue:", "Present:", "Also in attendance:".
 */
#ifndef MINUTES_LABELS_H
#define MINUTES_LABELS_H

#include "model.h"

typedef enum LabelKind {
    LABEL_NONE,
    LABEL_MINUTES,
    LABEL_DECISION,
    LABEL_DOCUMENTS,
    LABEL_VENUE,
    LABEL_CONTACT,
    LABEL_DATE,
    LABEL_TIME,
    LABEL_BODY,
    LABEL_NOTE, /* links, notes, media: about the page */
    LABEL_PRESENT,
    LABEL_CHAIR,
    LABEL_VICE_CHAIR,
    LABEL_OFFICERS,
    LABEL_IN_ATTENDANCE,
    LABEL_APOLOGIES,
    LABEL_ABSENT
} LabelKind;

/*
 * The label that text begins with, and in *len the bytes up to what follows it (colon and white space included). A label ends
 * with a colon or a dash, or (those that may) is the whole text.
 */
LabelKind label_at(MnText text, size_t *len);

/* Whether a label opens a list of people. */
bool label_is_of_people(LabelKind kind);

#endif
