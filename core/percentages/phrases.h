/*
 * phrases.h - noun phrases and phrases of time among a sentence's tokens.
 */
#ifndef MN_PERCENTAGES_PHRASES_H
#define MN_PERCENTAGES_PHRASES_H

#include "reading.h"

/* A noun phrase: tokens [first, end). */
typedef struct Phrase {
    size_t first;
    size_t end;
} Phrase;

#define NO_PHRASE ((Phrase){0, 0})

static inline bool pc_is_empty(Phrase p)
{
    return p.first >= p.end;
}

/* Whether tokens [i, end) are only words of time. */
bool pc_is_time(const Sentence *s, size_t i, size_t end);

/* Whether a phrase of time begins at i ("in the last year", "during 2023"). */
bool pc_opens_time(const Sentence *s, size_t i);

/* The phrase without articles, conjunctions, adverbs and phrases of time at its ends. */
Phrase pc_trim_phrase(const Sentence *s, Phrase p);

/* Whether a token can be a verb other than one of change. */
bool pc_is_verb(const Token *t);

/* Whether a verb's form at i is an adjective there: "recorded crime", "Publicly reported offences". */
bool pc_is_participle(const Sentence *s, size_t i);

/* Whether the comma at i stands inside a list of nouns, "a, b and c", before token end. */
bool pc_is_list_comma(const Sentence *s, size_t i, size_t end);

/* The noun phrase that ends before token `end`, inside its clause. */
Phrase pc_phrase_left(const Sentence *s, size_t end);

/* The noun phrase that begins at token `at`. */
Phrase pc_phrase_right(const Sentence *s, size_t at);

/* The noun phrase of the first "in X", "of X", "for X" from `at` on that is no time; of "in" and "for" only where only_for. */
Phrase pc_prepositional(const Sentence *s, size_t at, bool only_for);

/* ---- left_subjects.c ---- */

/* Steps left from a verb or noun of change over its auxiliaries: the token behind the subject. */
size_t pc_verb_group_start(const Sentence *s, size_t i);

/* Whether a pronoun stands before token i: what was told before is the subject. */
bool pc_is_pronoun_before(const Sentence *s, size_t i);

/* The subject left of the verb or figure at token `verb`; empty for none. */
Phrase pc_subject_left(const Sentence *s, size_t verb);

/* The subject of the clause before token `end`, else of the clauses before it in the sentence. */
Phrase pc_clause_subject(const Sentence *s, size_t end);

/* ---- elliptic_subjects.c ---- */

/*
 * The noun phrase of a figure that takes over a direction: ", Y 6%"; "and 6% for Y"; empty where there is none. *adds says
 * that it only adds a place to the subject told before.
 */
Phrase pc_elliptic_subject(const Sentence *s, const Figure *f, bool *adds);

/* "down 7% for arson and 12% for fraud": each figure names its own. */
bool pc_names_one_each(const Sentence *s, size_t index);

/* "3% at A, 5% at B and 8% at C" behind one verb: the figure's place with its preposition; empty for others. */
Phrase pc_area_of(const Sentence *s, size_t index);

/* "X went from 9% to 7% and Y from 12% to 10%": the second pair's own subject; empty for others. */
Phrase pc_second_pair_subject(const Sentence *s, size_t index);

/* Both texts with a space between, in the arena; data is NULL without memory. */
MnText pc_joined(MnArena *arena, MnText a, MnText b);

#endif
