/*
 * scope.h - which items a document keeps from the public: marks, headings, flags, resolutions, and the items' own words.
 */
#ifndef MINUTES_SCOPE_H
#define MINUTES_SCOPE_H

#include "model.h"

/*
 * Decides each item's restriction: sets restricted, sources, grounds, stated_grounds, regime, paragraphs and reason, and takes the
 * marks off the titles. Flags that the reader set in sources stay. An exclusion whose scope cannot be settled closes all
 * that follows and is reported as unsettled_exclusion.
 */
void scope_restrictions(Document *document);

#endif
