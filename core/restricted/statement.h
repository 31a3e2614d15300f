/*
 * statement.h - the parts of a sentence that says something is restricted: of what it says so, and whether it says it at all.
 */
#ifndef MN_STATEMENT_H
#define MN_STATEMENT_H

#include "phrase.h"

/* Whose business the words of a subject or complement are. */
typedef enum Whose {
    WHOSE_NOBODY,  /* a pronoun, or no noun at all */
    WHOSE_OWN,     /* the item, its report, minute or discussion */
    WHOSE_PIECE,   /* an appendix: the item stays open */
    WHOSE_OTHER,   /* a paper kept elsewhere, another item */
    WHOSE_FOREIGN, /* none of the meeting's papers: "parking", "the helpline" */
} Whose;

/* Whether word i is one of the list. */
bool mn_one_of(const Phrase *phrase, size_t i, const char *const *words, size_t count);

#define ONE_OF(phrase, i, list) mn_one_of(phrase, i, list, sizeof(list) / sizeof((list)[0]))

/* Whether word i is the item, or a paper, record or debate of it. */
bool mn_is_thing(const Phrase *phrase, size_t i);

/* Whether word i begins like one of the letters given ("publish" for "published"). */
bool mn_word_begins(const Phrase *phrase, size_t i, const char *lower);

/* Whose the subject of the verb (or participle) at word `verb` is. */
Whose mn_subject_of(const Phrase *phrase, size_t verb);

/* Whose the noun phrase is that begins at word i: "the report", "this agenda item", "parking in the lane". */
Whose mn_noun_at(const Phrase *phrase, size_t i);

/* Whose the noun phrase is that ends before word `end`; reach: how many words back its noun may stand. */
Whose mn_noun_before(const Phrase *phrase, size_t end, size_t reach);

/* "this item", "this agenda item", "this report" right before the verb: the item's own, whatever else the sentence has named. */
bool mn_is_own(const Phrase *phrase, size_t verb, bool paper_too);

/* Whether the paper at i is named as one of another item: "the exempt report at item 12", "minute 40". */
bool mn_is_elsewhere(const Phrase *phrase, size_t i);

/* Whether what word i says is denied, or only supposed: "not restricted", "Non-Exempt", "whether the item was exempt". */
bool mn_is_denied(const Phrase *phrase, size_t i);

/* "whether the item was exempt", "once it is restricted"; not "Until the trial is over, this item is restricted". */
bool mn_is_supposed(const Phrase *phrase, size_t i);

/* Whether the sentence says that the restriction at word i is over: "lifted", "formerly exempt", "taken in public after all". */
bool mn_is_over(const Phrase *phrase, size_t i);

/* Whether the sentence only proposes the restriction at word i, or tells that it was not carried. */
bool mn_is_proposed(const Phrase *phrase, size_t i);

/* Whether what stands behind the mark at i leaves it one of reading: not "restricted to ten minutes". article: "a" stands before it. */
bool mn_tail_restricts(const Phrase *phrase, size_t i, bool article);

/* "restricted to ten minutes", "to procedural matters": how long or about what, and no purpose ("to protect") or readers. */
bool mn_limits_extent(const Phrase *phrase, size_t to);

/* Whether words [from, to) name what is restricted, exempt or private in an ordinary sense: parking, hours, dwellings. */
bool mn_is_ordinary(const Phrase *phrase, size_t from, size_t to);

/* Whether words [from, to) name a piece of business that may be confidential itself: the offer, the terms, the case. */
bool mn_is_business(const Phrase *phrase, size_t from, size_t to);

/* Whether word i begins readers: "members", "the Board", "partner agencies". */
bool mn_are_readers(const Phrase *phrase, size_t i);

/* Whether a reason begins at word i: "due to", ": contains intelligence", "on account of", "pending". */
bool mn_opens_reason(const Phrase *phrase, size_t i);

/* The ways of saying it; each of the sentence as a whole or of the word at i. previous_is_other: see mn_statement(). */
bool mn_says_restriction(const Phrase *phrase, size_t i, bool previous_is_other);
bool mn_says_unpublished(const Phrase *phrase, bool previous_is_other);
bool mn_says_readers(const Phrase *phrase, bool previous_is_other);
bool mn_says_private(const Phrase *phrase, bool previous_is_other);
bool mn_says_law(const Phrase *phrase, bool previous_is_other);
bool mn_says_kept(const Phrase *phrase, bool previous_is_other);

/* Whether the sentence counts cases or requests: "In 14 cases information was withheld under an exemption". */
bool mn_counts_cases(const Phrase *phrase);

#endif
