/*
 * phrase.h - a sentence about restriction as words, and the phrases looked for in it.
 */
#ifndef MN_PHRASE_H
#define MN_PHRASE_H

#include "restricted.h"
#include "words.h"

typedef enum RestrictedKind {
    R_NONE,
    R_MARK,    /* restricted, exempt, confidential, private, closed: which one is the value */
    R_NOMINAL, /* restriction, confidentiality, embargo: a mark as a noun */
    R_THING,   /* report, item, document: what is restricted as a whole */
    R_PIECE,   /* appendix, annex: a restricted piece leaves the item open */
    R_NOT,
    R_BE,
    R_WOULD,
    R_IF,
    R_OTHER,  /* separate, another: a paper kept elsewhere */
    R_CAUSE,  /* due, because, virtue, grounds */
    R_PUBLIC, /* press, public */
    R_EXCLUDE,
    R_RESOLVE,
    R_TAKE,  /* presented, considered: what a meeting does with a report */
    R_THIS,  /* this, the */
    R_SCOPE, /* item(s), minute(s), number, nos: numbers follow */
    R_PARAGRAPH,
    R_REST,   /* remainder, remaining, rest */
    R_RETURN, /* returned, resumed, readmitted */
    R_OPEN    /* public, open: of a session; see R_PUBLIC */
} RestrictedKind;

enum {
    MARK_RESTRICTED = 1,
    MARK_EXEMPT,
    MARK_CONFIDENTIAL,
    MARK_PRIVATE,
    MARK_CLOSED,
    MARK_REDACTED
};

#define PHRASE_WORDS 320

typedef struct Phrase {
    MnText text;
    const MnWord *words;
    size_t count;
} Phrase;

extern const MnVocabulary mn_restricted_words[];
extern const size_t mn_restricted_word_count;

/* Reads a sentence (its first PHRASE_WORDS words) into words. */
Phrase mn_phrase(MnText sentence, MnWord words[PHRASE_WORDS]);

bool mn_phrase_is(const Phrase *phrase, size_t i, const char *lower);
bool mn_phrase_kind(const Phrase *phrase, size_t i, RestrictedKind kind);

/* Whether word i is the press or the public themselves, and no public transport or public question. */
bool mn_phrase_public(const Phrase *phrase, size_t i);

/* The first word from `from` on that is this one, or of this kind; phrase->count where there is none. */
size_t mn_phrase_find(const Phrase *phrase, size_t from, const char *lower);
size_t mn_phrase_find_kind(const Phrase *phrase, size_t from, RestrictedKind kind);

/* Whether the words stand in the phrase in this order, each at most `gap` words behind the one before; one string, blanks between. */
bool mn_phrase_has(const Phrase *phrase, const char *words, size_t gap);

/* The grounds that the words name, by their wording and by cited paragraphs; 0 where they name none. */
MnRestriction mn_phrase_grounds(const Phrase *phrase, MnNation nation, MnDate on);

/* The schedule's paragraphs cited in words [from, to), each once and at most MN_PARAGRAPHS_MAX in all; returns how many. */
size_t mn_phrase_paragraphs(const Phrase *phrase, size_t from, size_t to,
                            int paragraphs[MN_PARAGRAPHS_MAX], size_t count);

/* Which regime the words name. */
MnRegime mn_phrase_regime(const Phrase *phrase);

/* The nation whose schedule the words name, the one given where they name none. */
MnNation mn_phrase_nation(const Phrase *phrase, MnNation nation);

/* Whether text holds a word that a statement about restriction needs; one quick pass. */
bool mn_may_restrict(MnText text);

/* How the words of a body stand to its restriction. */
typedef enum Statement {
    STATES_NOTHING,
    STATES_TAKEN,     /* "were presented with a restricted report" */
    STATES_RESTRICTED /* "this item was restricted due to ..." */
} Statement;

/* What one sentence states of its own item; previous_is_other: the sentence before spoke of a paper kept elsewhere. */
Statement mn_statement(const Phrase *phrase, bool previous_is_other);

/* Whether the sentence says that its own item was taken in private, without the public, in confidence. */
bool mn_states_private(const Phrase *phrase);

/* Whether the sentence speaks of a paper kept elsewhere: "within a separate report". */
bool mn_speaks_of_other(const Phrase *phrase);

#endif
