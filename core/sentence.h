/*
 * sentence.h - where sentences and lines of a minute begin and end: one splitter for everything that needs one.
 */
#ifndef MN_SENTENCE_H
#define MN_SENTENCE_H

#include "text.h"

/*
 * The sentence, bullet or table row that begins at or after byte *at, without white space at its ends; *at moves behind
 * it. False at the end of the text. A sentence ends with . ! or ? before white space (not within a number, an
 * abbreviation such as "Cllr." or "No.", or an initial), with a blank line, or before a line that begins a bullet,
 * a numbered part or a table row. A single line break within running words does not end it.
 */
bool mn_next_sentence(MnText text, size_t *at, MnSpan *sentence);

/* The sentence that holds byte `at`; the whole text where none does. Linear in the text's length. */
MnSpan mn_sentence_at(MnText text, size_t at);

#endif
