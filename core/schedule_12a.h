/*
 * schedule_12a.h - the paragraphs of the Acts under which business is exempt, by nation and date.
 *
 * England and Wales: Local Government Act 1972, Schedule 12A (Part 1; in Wales Part 4 from 21 April 2007). Scotland: Local
 * Government (Scotland) Act 1973, Schedule 7A. Northern Ireland: Local Government Act (Northern Ireland) 2014, Schedule 6.
 * The meaning of a number changes with the nation and the day: paragraph 7 meant financial affairs in England before
 * 1 March 2006 and crime since (docs/restricted-items.md).
 */
#ifndef MN_SCHEDULE_12A_H
#define MN_SCHEDULE_12A_H

#include "calendar.h"
#include "restriction.h"

typedef enum MnNation {
    MN_ENGLAND,
    MN_WALES,
    MN_SCOTLAND,
    MN_NORTHERN_IRELAND,
    MN_NATIONS /* how many there are; also "none of these" */
} MnNation;

/* The most paragraphs that any schedule has. */
#define MN_PARAGRAPHS_MAX 20

/* england, wales, scotland, northern-ireland (case, hyphens, spaces and underscores alike); MN_NATIONS for none. */
MnNation mn_nation_named(MnText name);
const char *mn_nation_name(MnNation nation);

/* The grounds that the cited paragraphs meant there and then; a number without a meaning adds unstated. MN_NO_DATE: today's law. */
MnRestriction mn_paragraph_grounds(const int *paragraphs, size_t count, MnNation nation, MnDate on);

/* The paragraphs that cover such grounds there and then, ascending; returns how many. */
size_t mn_statutory_paragraphs(MnRestriction grounds, MnNation nation, MnDate on,
                               int paragraphs[MN_PARAGRAPHS_MAX]);

#endif
