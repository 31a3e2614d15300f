/*
 * exclusion.h - the parts of a resolution to exclude the public: which items it is for.
 */
#ifndef MN_EXCLUSION_H
#define MN_EXCLUSION_H

#include "phrase.h"

/* Adds to exclusion what the resolution's own sentence says of its scope: items, the next ones, the remainder, this one. */
void mn_exclusion_scope(const Phrase *phrase, MnExclusion *exclusion);

/*
 * Adds a line of the list behind the resolution: "12. Land at Mill Lane (paragraph 3)", "5 | Lease | 1, 2 and 3". paragraph_column: a
 * table's last column is of paragraphs. Returns false where the line names no item.
 */
bool mn_exclusion_line(const Phrase *phrase, bool paragraph_column, MnExclusion *exclusion);

#endif
