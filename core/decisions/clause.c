/*
 * clause.c - see clause.h.
 */
#include "clause.h"

#include <string.h>

void mn_outcomes_add(Outcomes *outcomes, MnOutcome outcome)
{
    outcomes->verb = true;
    if (!mn_outcomes_have(outcomes, outcome)) {
        outcomes->list[outcomes->count++] = outcome;
    }
}

bool mn_outcomes_have(const Outcomes *outcomes, MnOutcome outcome)
{
    for (size_t i = 0; i < outcomes->count; i++) {
        if (outcomes->list[i] == outcome) {
            return true;
        }
    }
    return false;
}

void mn_unit_prepare(Unit *unit)
{
    size_t words = 0;
    size_t upper = 0;
    bool right = false;

    unit->record = false;
    for (size_t i = 0; i < unit->count; i++) {
        const MnWord *word = &unit->words[i];

        if (word->mark == 'w' && word->len > 1) {
            words++;
            upper += word->upper;
        }
        if (word->kind == K_TRUE) {
            right = true;
        } else if (word->kind == K_RECORD && right) {
            unit->record = true;
        }
    }
    unit->shouting = words > 3 && upper * 4 > words * 3;
}

bool mn_stands_out(const Unit *unit, size_t i)
{
    return unit->words[i].upper && !unit->shouting;
}

bool mn_is_adverb(const Unit *unit, size_t i)
{
    const MnWord *word = &unit->words[i];
    const char *letters = unit->text.data + word->start;

    return word->kind == K_ADVERB || (word->kind == K_NONE && word->mark == 'w' && word->len > 4 &&
                                      mn_lower((unsigned char) letters[word->len - 1]) == 'y' &&
                                      mn_lower((unsigned char) letters[word->len - 2]) == 'l');
}

/* Whether one of the next `reach` words is of the kind, before a semicolon. */
static bool ahead(const Unit *unit, size_t i, size_t reach, WordKind kind)
{
    for (size_t k = i + 1; k < unit->count && k <= i + reach && unit->words[k].mark != ';'; k++) {
        if (unit->words[k].kind == kind) {
            return true;
        }
    }
    return false;
}

int mn_participle_outcome(const Unit *unit, size_t i, bool minutes)
{
    const MnWord *word = &unit->words[i];
    bool approves_minutes = unit->record || minutes;

    switch (word->value) {
    case MN_AGREED:
    case MN_CONFIRMED:
        return approves_minutes ? MN_APPROVED : word->value;
    case V_ADOPTED:
        return approves_minutes ? MN_APPROVED : -1;
    case V_SIGNED:
        if (i + 1 < unit->count && mn_word_is(unit->text, &unit->words[i + 1], "off")) {
            return MN_APPROVED;
        }
        return approves_minutes ? MN_APPROVED : -1;
    case V_MADE:
        return ahead(unit, i, 6, K_ROLE) ? MN_APPOINTED : -1;
    case V_GIVEN:
        for (size_t k = i; k > 0 && k + 4 > i; k--) {
            if (unit->words[k - 1].kind == K_APPROVAL) {
                return MN_APPROVED;
            }
        }
        return i + 1 < unit->count && unit->words[i + 1].kind == K_APPROVAL ? MN_APPROVED : -1;
    case MN_REFERRED:
        if (i + 2 < unit->count && unit->words[i + 1].kind == K_TO &&
            mn_word_is(unit->text, &unit->words[i + 2], "as")) {
            return -1;
        }
        return MN_REFERRED;
    default:
        return word->value < MN_OUTCOMES ? word->value : -1;
    }
}

bool mn_recommends_to_another(const Unit *unit, size_t i)
{
    size_t k = i + 1;

    while (k < unit->count &&
           (unit->words[k].mark == ':' || unit->words[k].mark == '-' || mn_is_adverb(unit, k))) {
        k++;
    }
    if (k >= unit->count || (unit->words[k].kind != K_TO && unit->words[k].kind != K_THAT)) {
        return false;
    }
    for (size_t end = k + 6; k < unit->count && k < end; k++) {
        if (unit->words[k].kind == K_HIGHER) {
            return true;
        }
        if (unit->words[k].kind == K_BODY || unit->words[k].kind == K_BE) {
            return false;
        }
    }
    return false;
}

/* ---- a clause ---- */

typedef struct Clause {
    const Unit *unit;
    size_t to;
    Outcomes *outcomes;
    bool opening;    /* nothing but the subject was seen since the clause began */
    bool infinitive; /* its verb is an infinitive: "to note X and approve Y" */
    bool finite;     /* its verb is in the present or past: "notes X; approves Y" */
    bool passive;    /* "be noted" was seen: a bare participle may follow */
    bool delegated;  /* somebody else is to do what follows */
    bool subordinate;
    bool minutes; /* its subject is the minutes */
    bool closed;  /* what follows is content: "to recommend that ...", "be noted that ..." */
} Clause;

static void clause_begin(Clause *clause)
{
    clause->opening = true;
    clause->delegated = false;
    clause->subordinate = false;
    clause->minutes = false;
    clause->closed = false;
}

/* Adds the outcome of the verb at i; what another body is recommended, or what is noted "that ...", is content. */
static void clause_add(Clause *clause, size_t i, bool negated)
{
    const Unit *unit = clause->unit;
    int outcome = mn_participle_outcome(unit, i, clause->minutes);
    size_t next = i + 1;

    clause->outcomes->verb = true;
    clause->opening = false;
    if (negated) {
        if (outcome == MN_AGREED || outcome == MN_APPROVED || outcome == MN_ENDORSED) {
            mn_outcomes_add(clause->outcomes, MN_REJECTED);
        }
        return;
    }
    if (outcome >= 0) {
        mn_outcomes_add(clause->outcomes, (MnOutcome) outcome);
    }
    while (next < clause->to && mn_is_adverb(unit, next)) {
        next++;
    }
    if (outcome == MN_RECOMMENDED ||
        (next < clause->to && unit->words[next].kind == K_THAT && outcome != MN_AGREED)) {
        clause->closed = true;
    }
}

/* "be [duly] received, noted and approved": reads on from the word behind the auxiliary; returns the word behind. */
static size_t participles(Clause *clause, size_t i, bool negated)
{
    const Unit *unit = clause->unit;
    bool first = true;

    for (;;) {
        size_t k = i;

        while (k < clause->to && (mn_is_adverb(unit, k) || unit->words[k].kind == K_AND ||
                                  unit->words[k].kind == K_NOT || unit->words[k].kind == K_IS ||
                                  unit->words[k].kind == K_BE || unit->words[k].mark == ',' ||
                                  unit->words[k].mark == '/' || unit->words[k].mark == '-' ||
                                  mn_word_is(unit->text, &unit->words[k], "re") ||
                                  mn_word_is(unit->text, &unit->words[k], "co"))) {
            negated = negated || unit->words[k].kind == K_NOT;
            k++;
        }
        if (k >= clause->to || unit->words[k].kind != K_PART) {
            break;
        }
        if (!first && k > i && unit->words[k].value == MN_AGREED &&
            unit->words[k - 1].kind == K_THE) {
            break;
        }
        clause_add(clause, k, negated);
        first = false;
        i = k + 1;
        if (clause->closed) {
            break;
        }
    }
    if (first) {
        /* "be the Chair", "be Vice-Chair"; else some other verb */
        size_t k = i;

        while (k < clause->to && unit->words[k].kind == K_THE) {
            k++;
        }
        if (k < clause->to &&
            (unit->words[k].kind == K_ROLE ||
             (mn_word_is(unit->text, &unit->words[k], "vice") && ahead(unit, k, 2, K_ROLE)))) {
            mn_outcomes_add(clause->outcomes, MN_APPOINTED);
        }
        if (k < clause->to && unit->words[k].kind == K_DELEGATE) {
            clause->delegated = true;
        }
        clause->outcomes->verb = true;
    }
    clause->opening = false;
    return i;
}

static bool ends_clause(const Unit *unit, size_t i, size_t to)
{
    if (i >= to) {
        return true;
    }
    return strchr(".;,:(", unit->words[i].mark) != NULL || unit->words[i].kind == K_AND ||
           mn_word_is(unit->text, &unit->words[i], "subject") ||
           mn_word_is(unit->text, &unit->words[i], "as");
}

/* "to note", "note" where an infinitive may stand; returns the word behind. */
static size_t infinitive(Clause *clause, size_t i, bool negated)
{
    const Unit *unit = clause->unit;
    const MnWord *word = &unit->words[i];

    clause->infinitive = true;
    clause->outcomes->verb = true;
    clause->opening = false;
    if (word->kind == K_BASE) {
        clause_add(clause, i, negated);
    } else if (word->kind == K_DELEGATE) {
        clause->delegated = true;
    } else if (mn_word_is(unit->text, word, "take") && i + 1 < clause->to &&
               mn_word_is(unit->text, &unit->words[i + 1], "note")) {
        mn_outcomes_add(clause->outcomes, MN_NOTED);
        return i + 2;
    }
    return i + 1;
}

/* Whether word i stands where a coordinated verb may: behind and, a comma or a semicolon. */
static bool coordinated(const Unit *unit, size_t i, size_t from)
{
    while (i > from && (mn_is_adverb(unit, i - 1) || unit->words[i - 1].kind == K_NOT)) {
        i--;
    }
    return i > from && (unit->words[i - 1].kind == K_AND || unit->words[i - 1].mark == ',' ||
                        unit->words[i - 1].mark == ';');
}

/* Welsh "i nodi", "cael ei nodi": to note, be noted. */
static bool is_welsh_to(const Unit *unit, size_t i)
{
    return mn_word_is(unit->text, &unit->words[i], "i") ||
           mn_word_is(unit->text, &unit->words[i], "ei") ||
           mn_word_is(unit->text, &unit->words[i], "eu");
}

/* One verb or mark of the clause; returns the word to go on with. */
static size_t clause_step(Clause *clause, size_t from, size_t i)
{
    const Unit *unit = clause->unit;
    const MnWord *word = &unit->words[i];
    bool negated = i > from && unit->words[i - 1].kind == K_NOT;
    bool may_open = clause->opening || (coordinated(unit, i, from) && !clause->delegated);

    if (clause->closed) {
        return i + 1;
    }
    switch ((WordKind) word->kind) {
    case K_MINUTES:
        clause->minutes = clause->minutes || clause->opening;
        break;
    case K_SUBORDINATE:
        clause->subordinate = true;
        break;
    case K_TO: {
        size_t k = i + 1;

        while (k < clause->to && mn_is_adverb(unit, k)) {
            k++;
        }
        if (may_open && k < clause->to &&
            (unit->words[k].kind == K_BASE || unit->words[k].kind == K_DELEGATE ||
             clause->opening)) {
            return infinitive(clause, k, negated);
        }
        break;
    }
    case K_BASE:
    case K_FINITE:
        if (word->kind == K_BASE && i > from && is_welsh_to(unit, i - 1)) {
            return infinitive(clause, i, negated);
        }
        if (may_open && (clause->opening || clause->infinitive || clause->finite)) {
            clause->finite = clause->finite || !clause->infinitive;
            clause_add(clause, i, negated);
        }
        break;
    case K_DELEGATE:
        clause->delegated = clause->opening || clause->delegated;
        break;
    case K_BE:
        if (i > from && (unit->words[i - 1].kind == K_WOULD || unit->words[i - 1].kind == K_TO)) {
            clause->opening = false;
            clause->outcomes->verb = true;
            break;
        }
        clause->passive = true;
        return participles(clause, i + 1, negated);
    case K_WAS:
    case K_IS:
        if (!clause->subordinate && !clause->passive && !clause->infinitive && !clause->finite) {
            return participles(clause, i + 1, false);
        }
        break;
    case K_PART:
        if (clause->opening) {
            /* "NOTED the report", "Approved." */
            clause->finite = true;
            clause_add(clause, i, negated);
        } else if (clause->finite && may_open && !clause->subordinate) {
            clause_add(clause, i, negated);
        } else if (clause->passive && word->value < MN_OUTCOMES && word->value != MN_AGREED &&
                   ends_clause(unit, i + 1, clause->to) && i > from &&
                   unit->words[i - 1].kind != K_SUBORDINATE && unit->words[i - 1].kind != K_THE &&
                   unit->words[i - 1].kind != K_EARLIER && unit->words[i - 1].kind != K_BEEN &&
                   unit->words[i - 1].kind != K_WAS) {
            /* "be noted and the budget approved" */
            clause_add(clause, i, negated);
        }
        break;
    default:
        break;
    }
    return i + 1;
}

/* The word behind what may stand before a resolution's first verb: marks, "that", votes in brackets. */
static size_t skip_preamble(const Unit *unit, size_t from, size_t to)
{
    while (from < to) {
        const MnWord *word = &unit->words[from];

        if (word->mark == '(' || word->mark == '[') {
            size_t k = from;

            while (k < to && unit->words[k].mark != ')' && unit->words[k].mark != ']') {
                k++;
            }
            from = k < to ? k + 1 : to;
        } else if (word->mark != 'w' && word->mark != '0') {
            from++;
        } else if (word->kind == K_THAT || mn_is_adverb(unit, from) || word->kind == K_SO) {
            from++;
        } else {
            break;
        }
    }
    return from;
}

/* Whether word i belongs to the meeting's name: "the Planning Sub-Committee". */
static bool names_body(const Unit *unit, size_t i, size_t to)
{
    for (size_t k = i; k < to && k < i + 5; k++) {
        if (unit->words[k].kind == K_BODY || unit->words[k].kind == K_HIGHER) {
            return k > i;
        }
        if (unit->words[k].mark != '-' && !unit->words[k].capital && unit->words[k].kind != K_AND) {
            return false;
        }
    }
    return false;
}

bool mn_clause_outcomes(const Unit *unit, size_t from, size_t to, Outcomes *outcomes)
{
    Clause clause = {.unit = unit, .to = to, .outcomes = outcomes};
    size_t start = skip_preamble(unit, from, to);
    size_t i = start;

    if (start >= to) {
        return false;
    }
    clause_begin(&clause);
    while (i < to) {
        const MnWord *word = &unit->words[i];

        if (word->mark == ';' || (word->mark == '.' && i + 1 < to && unit->words[i + 1].spaced)) {
            clause_begin(&clause);
            clause.passive = false;
            i = skip_preamble(unit, i + 1, to);
            if (i < to && unit->words[i].kind == K_AND) {
                i = skip_preamble(unit, i + 1, to);
            }
            continue;
        }
        if (clause.opening && (word->mark == 'w' || word->mark == '0') && word->kind == K_NONE &&
            !mn_is_adverb(unit, i) && i > start + 12) {
            clause.opening = false;
        }
        if (clause.opening && !names_body(unit, i, to) &&
            (word->kind == K_NONE || word->kind == K_DOCUMENT || word->kind == K_WEAK ||
             word->kind == K_MINUTES || word->kind == K_PROPOSAL || word->kind == K_PERSON) &&
            word->mark == 'w' &&
            !(i > start && unit->words[i - 1].kind == K_HIGHER &&
              mn_word_is(unit->text, word, "member"))) {
            /* A noun: the subject of a passive, no body that notes or approves. */
            clause.minutes = clause.minutes || word->kind == K_MINUTES;
            clause.opening = false;
        }
        i = clause_step(&clause, start, i);
    }
    return true;
}
