/*
 * words_of_approval.h - the words in which minutes are approved, and the dates of the meetings that they name; between the files of this folder.
 */
#ifndef MN_WORDS_OF_APPROVAL_H
#define MN_WORDS_OF_APPROVAL_H

#include "approvals.h"
#include "words.h"

/* Kinds of words. */
enum {
    K_NONE,
    K_MINUTES,  /* what is approved */
    K_VERB,     /* approves by itself */
    K_WEAK,     /* approves only "as a correct record" */
    K_RECORD,   /* record */
    K_TRUE,     /* true, correct, accurate */
    K_NOT,      /* denies */
    K_DEFER,    /* puts off */
    K_LATER,    /* tells what is to come */
    K_ASK,      /* asks, or makes it depend */
    K_BLOCK,    /* what stands between belongs to something else */
    K_PREVIOUS, /* previous, last */
    K_SUBJECT,  /* subject (to), provided (that) */
    K_WITH,     /* with (the following amendment) */
    K_AMEND,    /* amendment, corrected */
    K_BODY,     /* committee, board: names no body by itself */
    K_PLAIN,    /* says nothing of whose meeting it is */
    K_DAY,      /* a weekday */
    K_AND,      /* joins dates */
    K_THAT
};

#define APPROVAL_WORDS_MAX 400 /* of a sentence; what is beyond is not looked at */

/* Reads the words of the span. */
size_t mn_approval_words(MnText text, MnSpan span, MnWord words[APPROVAL_WORDS_MAX]);

#define APPROVAL_DATES_MAX 16

typedef struct MnNamedDates {
    MnDate date[APPROVAL_DATES_MAX];
    bool whole[APPROVAL_DATES_MAX]; /* with its year */
    size_t start[APPROVAL_DATES_MAX];
    size_t count;
    bool later; /* days from held_on on are named, too */
} MnNamedDates;

/*
 * The dates in the span, in its order: "4 March 2025", "4 and 18 March 2025", "4 March and 8 April", the last ones without a year only where held_on is
 * known. Only days before held_on.
 */
void mn_named_dates(MnText text, MnSpan span, MnDate held_on, MnNamedDates *dates);

#endif
