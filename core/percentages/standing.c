/*
 * standing.c - sizes of change that are in force or on the table: what a scheme grants, a draft or a plan holds, an option
 * or a quotation names, an agreement brings every year. Nothing was observed.
 */
#include "modality.h"

#include <string.h>

/* What stands behind a change and makes it a benefit: "to pensioners", "for charities", "in the bill". */
static bool is_benefit_behind(const Sentence *s, const Change *c)
{
    static const char *const bills[] = {"bill",    "bills",   "charge",    "charges",   "fee",
                                        "fees",    "price",   "liability", "admission", "cost",
                                        "premium", "tariffs", "ticket",    "tickets",   "fares"};
    size_t i = c->end + 1;

    if (i + 1 >= s->count) {
        return false;
    }
    if (pc_says(AT(i), "to") || pc_says(AT(i), "for")) {
        return !token_is(AT(i + 1), IS_PERIOD | IS_PAST) && AT(i + 1)->kind == TOKEN_WORD;
    }
    for (size_t k = i; (pc_says(AT(i), "in") || pc_says(AT(i), "on")) && k < s->count && k < i + 5;
         k++) {
        if (token_is(AT(k), IS_PRICE) || one_of(AT(k), bills, COUNT(bills))) {
            return true;
        }
    }
    return false;
}

/* "gave a maximum reduction of 80% to working age households": what a scheme grants. */
static bool is_granted(const Sentence *s, const Change *c)
{
    static const char *const grants[] = {"allow",   "allows", "allowed", "give",     "gives",
                                         "gave",    "grants", "granted", "provides", "provided",
                                         "giving",  "offers", "awards",  "grant",    "provide",
                                         "receive", "enjoy",  "amounts"};
    static const char *const schemes[] = {
        "scheme",     "schemes", "policy",    "discount", "relief", "card",       "pass",
        "concession", "rebate",  "exemption", "rules",    "offer",  "membership", "discounts"};
    bool most = false;
    bool grant = false;

    for (size_t i = c->start, steps = 0; i > 0 && steps < 14; steps++) {
        const Token *t = AT(--i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_FIGURE || token_mark(t, ',') ||
            token_is(t, IS_HAVE)) {
            return false;
        }
        most |= pc_says(t, "maximum");
        /* "carers are given a 50% reduction on their council tax" */
        if ((pc_says(t, "given") || pc_says(t, "awarded")) && i > 0 &&
            token_is(AT(i - 1), IS_BE | IS_ADVERB)) {
            return pc_is_object(s, i, c->start) && is_benefit_behind(s, c);
        }
        if (!grant && one_of(t, grants, COUNT(grants))) {
            if (!pc_is_object(s, i, c->start)) {
                return false;
            }
            if (most) {
                return true;
            }
            grant = true;
        } else if (grant && one_of(t, schemes, COUNT(schemes))) {
            return is_benefit_behind(s, c);
        }
    }
    return false;
}

/* "remains available", "is payable", "remained in force": of a reduction that anyone may have. */
static bool is_available(const Sentence *s, const Change *c)
{
    static const char *const open[] = {"available", "payable", "applicable", "obtainable"};

    for (size_t i = c->end + 1; i + 2 < s->count && i < c->end + 20; i++) {
        if (pc_is_boundary(s, i) || AT(i)->kind == TOKEN_FIGURE || token_mark(AT(i), ',') ||
            token_is(AT(i), IS_HAVE)) {
            return false;
        }
        if (token_is(AT(i), IS_BE) || has_stem(AT(i), (const char *const[]){"remain"}, 1)) {
            size_t k = i + 1;

            while (k + 1 < s->count && token_is(AT(k), IS_ADVERB)) {
                k++;
            }
            return one_of(AT(k), open, COUNT(open)) ||
                   (pc_says(AT(k), "in") &&
                    (pc_says(AT(k + 1), "force") || pc_says(AT(k + 1), "place")));
        }
    }
    return false;
}

/* "the draft budget, including a 3% uplift", "the proposals include a rise of 2%". */
static bool is_in_draft(const Sentence *s, const Change *c)
{
    static const char *const holds[] = {"including", "includes", "include",   "included",
                                        "contains",  "with",     "containing"};
    static const char *const drafts[] = {"draft",     "drafts",   "proposal", "proposals",
                                         "estimates", "proposed", "options",  "package",
                                         "budget",    "budgets"};
    size_t i = c->start;

    if (c->verb || c->definite || i == 0 || !one_of(AT(i - 1), holds, COUNT(holds))) {
        return false;
    }
    i--;
    for (size_t steps = 0; i > 0 && steps < 12; steps++) {
        const Token *t = AT(--i);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE || token_mark(t, ';') ||
            token_is(t, IS_CHANGE_WORD)) {
            return false;
        }
        if (one_of(t, drafts, COUNT(drafts))) {
            return true;
        }
    }
    return false;
}

/* "three options were put: no increase; a rise of 4%", "has two priorities: cut X by 5%": what follows the colon. */
static bool is_listed_option(const Sentence *s, const Change *c)
{
    static const char *const options[] = {"options",       "choices",   "alternatives",
                                          "possibilities", "scenarios", "proposals"};
    static const char *const goals[] = {
        "priorities", "aims",     "objectives", "goals",     "targets",  "commitments", "pledges",
        "ambitions",  "priority", "aim",        "objective", "outcomes", "promises"};

    for (size_t i = c->start, steps = 0; i > 1 && steps < 2 * REACH; steps++) {
        if (AT(--i)->kind == TOKEN_STOP) {
            return false;
        }
        /* "the options were a 2% rise or a cut of 1%", "Option B a 4% increase" */
        if ((one_of(AT(i), options, 3) && token_is(AT(i + 1), IS_BE)) ||
            (pc_says(AT(i), "option") && AT(i + 1)->kind != TOKEN_MARK &&
             AT(i + 1)->word_len < 2)) {
            return !c->verb;
        }
        if (!token_mark(AT(i), ':')) {
            continue;
        }
        for (size_t k = i, back = 0; k > 0 && back < 8; back++) {
            k--;
            if (AT(k)->kind == TOKEN_STOP) {
                return false;
            }
            if (one_of(AT(k), options, COUNT(options))) {
                return !c->verb || token_is(AT(c->head), IS_BASE_FORM);
            }
            if (one_of(AT(k), goals, COUNT(goals))) {
                return c->verb && token_is(AT(c->head), IS_BASE_FORM);
            }
        }
        return false;
    }
    return false;
}

/* "quoted at 8% above the current year": a price to come. */
static bool is_quoted(const Sentence *s, const Change *c)
{
    if (c->verb) {
        return false;
    }
    for (size_t i = c->start, steps = 0; i > 0 && steps < 6; steps++) {
        const Token *t = AT(--i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_FIGURE || token_mark(t, ',')) {
            return false;
        }
        if (one_of(t, (const char *const[]){"quoted", "quote", "quotes"}, 3)) {
            return token_is(AT(c->head), IS_CHANGE_ADVERB);
        }
        if (has_stem(t, (const char *const[]){"quotation"}, 1)) {
            return token_is(AT(c->head), IS_CHANGE_NOUN);
        }
    }
    return false;
}

/* "considered that a rise of 5% was reasonable and RESOLVED": judged, not seen. */
static bool is_judged(const Sentence *s, const Change *c)
{
    static const char *const words[] = {
        "reasonable",    "justified",    "appropriate",  "fair",       "affordable",
        "proportionate", "prudent",      "sufficient",   "preferable", "adequate",
        "excessive",     "unaffordable", "unacceptable", "warranted"};

    if (c->verb || c->definite) {
        return false;
    }
    for (size_t i = c->end + 1; i + 1 < s->count && i < c->end + 10; i++) {
        if (pc_is_boundary(s, i) || AT(i)->kind == TOKEN_FIGURE || token_mark(AT(i), ',')) {
            return false;
        }
        if (token_is(AT(i), IS_BE)) {
            size_t k = i + 1;

            while (k + 1 < s->count && token_is(AT(k), IS_ADVERB | IS_BE | IS_ARTICLE)) {
                k++;
            }
            return one_of(AT(k), words, COUNT(words)) || pc_says(AT(k - 1), "too");
        }
    }
    return false;
}

/* "The strategy sees car use dropping by 20%", "the plan has fares rising by 3%". */
static bool is_foreseen(const Sentence *s, const Change *c)
{
    static const char *const sees[] = {"sees", "has", "shows", "puts", "envisages", "foresees"};
    static const char *const plans[] = {
        "strategy", "plan",     "budget",    "forecast", "model",      "programme", "proposal",
        "vision",   "scenario", "agreement", "policy",   "projection", "trajectory"};
    const Token *t = AT(c->head);

    if (!(c->verb || token_is(t, IS_RATIO_VERB)) || t->word_len < 6 ||
        memcmp(t->word + t->word_len - 3, "ing", 3) != 0) {
        return false;
    }
    for (size_t i = c->head, steps = 0; i > 1 && steps < 10; steps++) {
        --i;
        if (pc_is_boundary(s, i) || AT(i)->kind != TOKEN_WORD) {
            return false;
        }
        if (one_of(AT(i), sees, COUNT(sees))) {
            return one_of(AT(i - 1), plans, COUNT(plans));
        }
    }
    return false;
}

/* "Fees increase by 2% each April under the agreement": a rule of every year, in the present. */
static bool is_recurrent(const Sentence *s, const Change *c)
{
    const Token *t = AT(c->head);
    size_t i = c->end + 1;

    if (!c->verb || i + 1 >= s->count ||
        !(token_is(t, IS_BASE_FORM) || (t->word_len > 4 && t->word[t->word_len - 1] == 's')) ||
        pc_says(t, "cut")) {
        return false;
    }
    if (pc_says(AT(i), "annually") || pc_says(AT(i), "yearly")) {
        return true;
    }
    return (pc_says(AT(i), "each") || pc_says(AT(i), "every")) && token_is(AT(i + 1), IS_PERIOD);
}

bool pc_is_standing(const Sentence *s, const Figure *f, const Change *c)
{
    bool less = !c->verb && f->direction < 0 && token_is(AT(c->head), IS_CHANGE_NOUN);

    return (less && (is_granted(s, c) || is_available(s, c))) || is_in_draft(s, c) ||
           is_listed_option(s, c) || is_quoted(s, c) || is_judged(s, c) || is_foreseen(s, c) ||
           is_recurrent(s, c);
}
