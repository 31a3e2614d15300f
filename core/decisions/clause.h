/*
 * clause.h - the grammar of a resolution: its vocabulary, and the outcomes that a clause decides.
 */
#ifndef MN_CLAUSE_H
#define MN_CLAUSE_H

#include "decisions.h"
#include "words.h"

typedef enum WordKind {
    K_NONE,
    K_PART,   /* past form or participle of a verb that decides: noted */
    K_BASE,   /* its base form: note */
    K_FINITE, /* its present: notes */
    K_WAS,
    K_IS,
    K_BE,
    K_BEEN,
    K_HAVE,
    K_WOULD,  /* would, will, can, could, may, might: what is not decided now */
    K_SHOULD, /* should, shall, must */
    K_NOT,
    K_TO,
    K_THAT,
    K_AND,
    K_SO, /* but, so, then, therefore */
    K_IT,
    K_SUBORDINATE, /* which, whether, if, when: opens a clause that decides nothing */
    K_THE,
    K_OF,
    K_BODY,     /* the meeting itself: members, the committee */
    K_HIGHER,   /* a body that may be another one: council, cabinet */
    K_OFFICER,  /* who attends but does not decide */
    K_DOCUMENT, /* report, update, item */
    K_MINUTES,
    K_ORDER, /* what is confirmed: an order, an appointment */
    K_WEAK,  /* what is only remarked: comments, an increase */
    K_PERSON,
    K_ROLE,
    K_MOTION,
    K_ADVERB,
    K_HAPPY,    /* were happy to, were content to */
    K_DELEGATE, /* what follows is left to somebody else */
    K_RECORD,
    K_TRUE,     /* correct, true, accurate */
    K_MOVED,    /* moved, proposed, seconded */
    K_HEADING,  /* decision, resolution */
    K_PROPOSAL, /* recommendation(s) */
    K_EARLIER,  /* previously, earlier, last: another day */
    K_MONTH,
    K_APPROVAL
} WordKind;

/* Values of a K_PART, K_BASE or K_FINITE that are no outcome by themselves. */
enum {
    V_DECIDED = MN_OUTCOMES, /* resolved, decided: the clause behind it says what */
    V_ADOPTED,               /* adopted, accepted, ratified: agreed, of minutes approved */
    V_CARRIED,
    V_LOST,
    V_SIGNED, /* signed off, signed as a record */
    V_MADE,   /* made Chair */
    V_GIVEN,  /* approval be given */
    V_VOTED
};

extern const MnVocabulary mn_decision_words[];
extern const size_t mn_decision_word_count;

/* One sentence or part as words. */
typedef struct Unit {
    MnText text;
    const MnWord *words;
    size_t count;
    bool shouting; /* capitals throughout: they single nothing out */
    bool record;   /* "... as a correct record" */
} Unit;

/* The outcomes found in a unit, in order, each once. */
typedef struct Outcomes {
    MnOutcome list[MN_OUTCOMES];
    size_t count;
    bool verb; /* a verb was found, though perhaps none of the outcomes */
} Outcomes;

void mn_outcomes_add(Outcomes *outcomes, MnOutcome outcome);
bool mn_outcomes_have(const Outcomes *outcomes, MnOutcome outcome);

/* Sets what a unit's fields say about its words. */
void mn_unit_prepare(Unit *unit);

/* Whether the word is in capitals where the rest is not. */
bool mn_stands_out(const Unit *unit, size_t i);

/* Whether it says how, not what: "unanimously", "formally". */
bool mn_is_adverb(const Unit *unit, size_t i);

/*
 * The outcome of the participle at word i, given what the minutes say around it (minutes: its subject is the minutes); -1 where it
 * is none of the twelve.
 */
int mn_participle_outcome(const Unit *unit, size_t i, bool minutes);

/* Whether "recommended" at word i speaks to another body ("to Council", "that Cabinet"). */
bool mn_recommends_to_another(const Unit *unit, size_t i);

/*
 * What the words [from, to) of a resolution decide ("that the report be noted and ..."), added to outcomes. Returns whether they
 * are more than marks, "that" and a count of votes.
 */
bool mn_clause_outcomes(const Unit *unit, size_t from, size_t to, Outcomes *outcomes);

#endif
