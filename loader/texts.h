/*
 * texts.h - small questions about stretches of text: does it begin with, hold, end with these words?
 *
 * Words are compared without regard to the case of ASCII letters; "word" means bounded by anything but letters and digits.
 */
#ifndef MINUTES_TEXTS_H
#define MINUTES_TEXTS_H

#include "arena.h"

/* The whole number that a string begins with, from 0 to a million; 0 where it begins with none. For what documents say. */
int whole_number(const char *string);

/* The text of a string; empty for NULL. */
MnText text_of(const char *string);

/* text without its first `bytes` bytes. */
MnText text_after(MnText text, size_t bytes);

/* The first `bytes` bytes of text. */
MnText text_upto(MnText text, size_t bytes);

/* Whether text is just this string, but for case. */
bool text_is(MnText text, const char *string);

/* Whether text begins with the words and ends or goes on with no letter or digit. */
bool text_begins(MnText text, const char *words);

/* Whether text ends with the words, with no letter or digit before them. */
bool text_ends(MnText text, const char *words);

/* Where the words stand in text as whole words, at or after `from`; text.len where they do not. */
size_t text_find(MnText text, size_t from, const char *words);

/* Whether the words stand in text as whole words. */
bool text_has(MnText text, const char *words);

/* Whether text begins with, is or has one of the strings of a list that ends with NULL; the one it has in *which (may be NULL). */
bool text_begins_any(MnText text, const char *const *list, size_t *which);
bool text_is_any(MnText text, const char *const *list, size_t *which);
bool text_has_any(MnText text, const char *const *list, size_t *which);

/* How many of the words the text has, each counted once. */
size_t text_count_of(MnText text, const char *const *list);

/* Where the string stands in text, at or after `from`, case counting; text.len where it does not. */
size_t text_search(MnText text, size_t from, const char *string);

/* The next run of non-white characters at or after *at, which moves behind it; false at the end. */
bool text_next_word(MnText text, size_t *at, MnText *word);

size_t text_words(MnText text);

/* The first and the last character that is not white space; 0 in an empty text. */
uint32_t text_first(MnText text);
uint32_t text_last(MnText text);

/* Letters of all scripts that minutes use: ASCII, Latin-1 and Latin Extended. */
bool is_letter(uint32_t c);
bool is_upper(uint32_t c);
bool is_lower(uint32_t c);
bool is_quote(uint32_t c);

/* Whether there are letters and all are capitals ("RECORDED CRIME (Q3)"). */
bool text_is_capitals(MnText text);

/* Whether the last sentence is complete: . ! ? (perhaps in quotes or brackets) or : ; at the end. */
bool text_is_closed(MnText text);

/* A copy without white space at the ends, each run inside as one space (a line break stays one), without invisible characters. */
MnText text_squeeze(Arena *arena, MnText text);

/* The same of a string, which is itself returned where nothing of it would change. */
MnText text_squeezed(Arena *arena, const char *string);

/* As text_squeeze, but line breaks become spaces too. */
MnText text_one_line(Arena *arena, MnText text);

/* text without the given characters and white space at its ends. */
MnText text_strip(MnText text, const char *characters);

#endif
