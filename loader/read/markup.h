/*
 * markup.h - what is refused of mark-up before a parser sees it.
 */
#ifndef MINUTES_MARKUP_H
#define MINUTES_MARKUP_H

#include "read.h"

/*
 * Whether no element has so many attributes that comparing them would take the parser minutes; linear. False and *error
 * ("malformed").
 */
bool markup_is_bounded(MnText text, ReadError *error);

#endif
