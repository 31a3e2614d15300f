/*
 * words.h - a stretch of text as words, numbers and marks, each with its place in a topic's vocabulary.
 */
#ifndef MN_WORDS_H
#define MN_WORDS_H

#include "text.h"

/* A word of a topic's vocabulary: tables of these are sorted by word. What kind and value mean is the topic's affair. */
typedef struct MnVocabulary {
    char word[16]; /* lower case, 15 letters at most */
    uint8_t kind;  /* not 0 */
    uint8_t value;
} MnVocabulary;

typedef struct MnWord {
    size_t start;
    uint16_t len;
    uint8_t kind; /* of the vocabulary, 0 for a word that is not in it, a number or a mark */
    uint8_t value;
    char
        mark; /* a mark as ASCII: every dash is '-', every quote '"' or '\''; 'w' a word, '0' a number */
    bool capital; /* begins with a capital */
    bool upper;   /* two letters or more, all of them capitals */
    bool spaced;  /* white space or the beginning before it */
    int number;   /* of a number below 10000, else -1 */
} MnWord;

/*
 * Reads at most max words of text from byte *at on, which moves behind the last one. Mark-up (* _ #) and invisible
 * characters are passed over; an apostrophe within a word belongs to it, a hyphen is a mark. Returns how many.
 */
size_t mn_words(MnText text, size_t *at, const MnVocabulary *vocabulary, size_t entries,
                MnWord *words, size_t max);

/* Whether the word is this one (lower case), whatever its own case. */
bool mn_word_is(MnText text, const MnWord *word, const char *lower);

#endif
