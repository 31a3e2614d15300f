/*
 * approvals.h - a meeting that approves the minutes of an earlier one: "The minutes of the meeting held on 4 March 2025 were agreed as a true record
 * subject to ..."
 *
 * Minutes that are noted, received or considered are not approved by that, nor are those that will be, or those of which somebody asks whether they
 * are. The rules stand in docs/approvals.md.
 */
#ifndef MN_APPROVALS_H
#define MN_APPROVALS_H

#include "calendar.h"

typedef enum MnApprovalDecision {
    MN_MINUTES_APPROVED,
    MN_MINUTES_NOT_APPROVED,
    MN_MINUTES_DEFERRED /* to a later meeting */
} MnApprovalDecision;

/* How it is known which meeting's minutes they are. */
typedef enum MnApprovalBasis {
    MN_BY_DATE,              /* its whole date is printed */
    MN_BY_DATE_WITHOUT_YEAR, /* day and month are: the last such day before the meeting that approves */
    MN_BY_BEING_PREVIOUS     /* "the previous meeting", or no date at all */
} MnApprovalBasis;

/* What of an item can tell; any text may be empty. */
typedef struct MnApprovalItem {
    MnText title;
    MnText agenda_text;
    MnText text;    /* what was minuted: only this approves */
    MnDate held_on; /* of the meeting, MN_NO_DATE unknown */
} MnApprovalItem;

typedef struct MnApproval {
    MnApprovalDecision decision;
    MnApprovalBasis basis;
    MnDate
        date; /* of the meeting whose minutes they are; MN_NO_DATE where it is the previous one */
    MnText
        body; /* whose meeting, as printed, a slice of one of the texts; empty where none but the body itself is named */
    MnText sentence;    /* that approves, a slice of text */
    MnText corrections; /* "subject to ..." as printed, a slice of text; empty for none */
} MnApproval;

/*
 * The approvals of one item in reading order, one a meeting that is approved; a date that is not before held_on is none. MN_OK or MN_NO_MEMORY; the
 * array lies in the arena, the slices in the item's texts.
 */
MnStatus mn_minute_approvals(const MnApprovalItem *item, MnArena *arena, MnApproval **approvals,
                             size_t *count);

/* approved, not_approved, deferred. */
const char *mn_approval_decision_name(MnApprovalDecision decision);

/* date, date_without_year, previous_meeting. */
const char *mn_approval_basis_name(MnApprovalBasis basis);

#endif
