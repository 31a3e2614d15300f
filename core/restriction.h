/*
 * restriction.h - the grounds on which an item is kept from the public, as a set.
 */
#ifndef MN_RESTRICTION_H
#define MN_RESTRICTION_H

#include "text.h"

/*
 * The vocabulary, in order of precedence. The first seven are the substance of Schedule 12A (England), paragraphs 1
 * to 7; other nations' paragraphs map onto them. A bit is never used again for something else.
 */
typedef enum MnGround {
    MN_INDIVIDUAL,
    MN_IDENTITY,
    MN_FINANCIAL,
    MN_LABOUR_RELATIONS,
    MN_LEGAL_PRIVILEGE,
    MN_NOTICE_OR_ORDER,
    MN_CRIME_PREVENTION,
    MN_CONFIDENTIAL, /* Local Government Act 1972, section 100A(3) */
    MN_POLICE_INVESTIGATION,
    MN_EMBARGOED_STATISTICS,
    MN_VICTIM,
    MN_INTELLIGENCE,
    MN_UNSTATED,
    MN_GROUNDS /* how many there are */
} MnGround;

/* A set of grounds: bit g for ground g. */
typedef uint32_t MnRestriction;

#define MN_GROUND_BIT(ground) ((MnRestriction) 1 << (ground))
#define MN_RESTRICTION_ALL (MN_GROUND_BIT(MN_GROUNDS) - 1)

/* Bytes that hold any set as text with its NUL. */
#define MN_RESTRICTION_MAX 192

/* The name of a ground: individual, identity, financial, ... */
const char *mn_ground_name(MnGround ground);

/* The ground of that name (case ignored), MN_GROUNDS for none. */
MnGround mn_ground_named(MnText name);

/*
 * The one word for a set: its first ground in the vocabulary's order, identity as individual; NULL for the empty set.
 */
const char *mn_restriction_category(MnRestriction grounds);

/* Reads "{crime_prevention,victim}"; MN_BAD_SYNTAX and *problem (may be NULL). "{}" is the empty set. */
MnStatus mn_restriction_parse(MnText text, MnRestriction *grounds, MnProblem *problem);

/* Writes "{crime_prevention,victim}" in the vocabulary's order and the NUL; returns the length without it. */
size_t mn_restriction_format(MnRestriction grounds, char out[MN_RESTRICTION_MAX]);

#endif
