/*
 * modality.h - between modality.c (was a change observed) and claims.c, comparisons.c, denials.c, standing.c.
 */
#ifndef MN_PERCENTAGES_MODALITY_H
#define MN_PERCENTAGES_MODALITY_H

#include "reading.h"

/* What the rules beside a change have to know of it. */
typedef struct Change {
    size_t head;   /* the word of change, or the figure itself */
    size_t start;  /* the first token of the change's own phrase */
    size_t end;    /* the last */
    bool verb;     /* told by a verb, not by a noun phrase */
    bool definite; /* "the 5% fall": presupposed */
    bool aside;    /* set off by a comma or bracket: "X, up 7%," */
} Change;

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define AT(i) (&s->tokens[i])

/* Whether a token is one of the words. */
static inline bool one_of(const Token *t, const char *const *words, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (pc_says(t, words[k])) {
            return true;
        }
    }
    return false;
}

/* Whether a word begins with one of the stems. */
static inline bool has_stem(const Token *t, const char *const *stems, size_t count)
{
    for (size_t k = 0; t->kind == TOKEN_WORD && k < count; k++) {
        size_t len = strlen(stems[k]);

        if (t->word_len >= len && memcmp(t->word, stems[k], len) == 0) {
            return true;
        }
    }
    return false;
}

/* comparisons.c: whether a phrase of comparison ends at this token. */
bool pc_ends_phrase(const Token *t);

/* A boundary that a wish, a modal or a decision does not reach across. */
bool pc_is_boundary(const Sentence *s, size_t i);

/* Whether only nouns, adjectives and articles stand between tokens a and b: b is the object of a. */
bool pc_is_object(const Sentence *s, size_t a, size_t b);

/* "pleased to see", "continued to fall": what stands before the "to" at this token was observed. */
bool pc_is_observed_infinitive(const Sentence *s, size_t to);

/* claims.c: whether the clause only offers, conditions, decides or orders the change that the figure measures. */
bool pc_is_claimed(const Sentence *s, const Figure *f, const Change *c);

/* denials.c: whether "true position", "right figure" stands at token i: it tells of what was told before. */
bool pc_is_corrected_figure(const Sentence *s, size_t i);

/* denials.c: whether it is withdrawn, rejected, denied of all or corrected in the same breath. */
bool pc_is_rejected(const Sentence *s, const Change *c);

/* comparisons.c: a variance from a budget, or a comparison with another area or group, not with an earlier time. */
bool pc_is_variance(const Sentence *s, const Figure *f, const Change *c);

/* standing.c: what a scheme grants, a draft holds, a plan foresees, an option or quotation names: in force or put, not observed. */
bool pc_is_standing(const Sentence *s, const Figure *f, const Change *c);

#endif
