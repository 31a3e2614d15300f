/*
 * claims.c - clauses in which a change is only offered, asked for, made a condition, avoided or ordered.
 *
 * Each rule looks a few words to the left or right of the change, inside its own clause.
 */
#include "modality.h"

#include <string.h>

/* ---- what governs a noun of change ---- */

/* A word, or with * the beginning of words, and the one that must follow it; NULL for any. */
typedef struct Governor {
    const char *word;
    const char *next;
} Governor;

/* What makes a change that follows as its object one that nobody observed. */
static const Governor unreal[] = {
    {"offered", NULL},      {"offering", NULL},    {"offers", NULL},     {"suggested", NULL},
    {"suggesting", NULL},   {"urge*", NULL},       {"demand*", NULL},    {"advocat*", NULL},
    {"favours", NULL},      {"favoured", NULL},    {"submit*", NULL},    {"prevent*", NULL},
    {"avoid*", NULL},       {"avert*", NULL},      {"forestall*", NULL}, {"head", "off"},
    {"heading", "off"},     {"headed", "off"},     {"stave", "off"},     {"staved", "off"},
    {"guard", "against"},   {"provid*", "for"},    {"provision", "for"}, {"claim", "for"},
    {"claims", "for"},      {"bid", "for"},        {"bids", "for"},      {"application", "for"},
    {"case", "for"},        {"calling", "for"},    {"calls", "for"},     {"call", "for"},
    {"campaign*", "for"},   {"pushed", "for"},     {"pushing", "for"},   {"appeal", "for"},
    {"motion", "for"},      {"based", "on"},       {"predicated", "on"}, {"dependent", "on"},
    {"conditional", "on"},  {"contingent", "on"},  {"premised", "on"},   {"work", "towards"},
    {"working", "towards"}, {"worked", "towards"}, {"subject", "to"},    {"risk", "of"},
    {"threat", "of"},       {"danger", "of"},      {"prospect", "of"},   {"possibility", "of"},
    {"chance", "of"},       {"event", "of"},       {"fear", "of"},       {"fears", "of"},
    {"entitled", "to"},     {"eligible", "for"},   {"qualif*", "for"},   {"attract", NULL},
    {"attracts", NULL},     {"attracted", NULL},   {"earn", NULL},       {"earns", NULL},
    {"gets", NULL},         {"get", NULL},         {"receives", NULL},   {"receive", NULL},
    {"aspir*", "to"},       {"commitment", "to"},  {"opposed", NULL},    {"opposing", NULL},
    {"oppose", NULL},       {"pencilled", "in"},   {"build", "in"},      {"builds", "in"},
    {"built", "in"},        {"budgeting", "for"},  {"budgeted", "for"},  {"mandat*", NULL},
    {"stipulat*", NULL},    {"guarantee*", NULL},  {"threaten*", NULL},  {"includes", NULL},
    {"support", "for"},     {"appetite", "for"},   {"scope", "for"},     {"room", "for"},
    {"argument", "for"},    {"model", NULL},       {"modelling", NULL},  {"explore", NULL},
    {"exploring", NULL},    {"options", "for"},    {"request", "for"},   {"requests", "for"},
    {"envisages", NULL},    {"foresees", NULL},    {"cope", "with"},     {"looking", "at"},
    {"asking", "for"},      {"ask", "for"}};

static bool is_unreal(const Sentence *s, size_t i)
{
    const Token *t = AT(i);

    for (size_t k = 0; t->kind == TOKEN_WORD && k < COUNT(unreal); k++) {
        size_t len = strlen(unreal[k].word);
        bool begins = unreal[k].word[len - 1] == '*';

        len -= begins;
        if (t->word_len >= len && memcmp(t->word, unreal[k].word, len) == 0 &&
            (begins || t->word_len == len) &&
            (unreal[k].next == NULL || (i + 1 < s->count && pc_says(AT(i + 1), unreal[k].next)))) {
            return true;
        }
    }
    return false;
}

/* "had offered a pay rise of 3%", "to avoid an increase of 2%", "based on a 12% fall". */
static bool is_object_of_unreal(const Sentence *s, const Change *c)
{
    if (c->verb || !token_is(AT(c->head), IS_CHANGE_NOUN)) {
        return false;
    }
    for (size_t i = c->start, steps = 0; i > 0 && steps < 10; steps++) {
        const Token *t = AT(--i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_FIGURE || token_mark(t, ',') ||
            pc_says(t, "that") || pc_says(t, "followed")) {
            return false;
        }
        if (is_unreal(s, i) && pc_is_object(s, i, c->start) &&
            (!c->definite || (t->word_len > 4 && memcmp(t->word, "claim", 5) != 0 &&
                              memcmp(t->word, "based", 5) != 0))) {
            /* "includes a 2% pay award": of plans, not of what happened */
            return !pc_says(t, "includes") || (i > 0 && token_is(AT(i - 1), IS_GOAL | IS_HOPE));
        }
    }
    return false;
}

/* "the threshold is a 20% rise", "the offer was an increase of 3%", "the worst case was a 9% drop". */
static bool is_defined_as(const Sentence *s, const Change *c)
{
    static const char *const words[] = {"threshold", "thresholds", "trigger",    "limit",
                                        "cap",       "ceiling",    "maximum",    "minimum",
                                        "tolerance", "offer",      "claim",      "requirement",
                                        "bid",       "request",    "suggestion", "option",
                                        "options",   "scenario",   "condition",  "recommendation"};
    static const char *const cases[] = {"worst", "best",       "central",    "pessimistic",
                                        "base",  "optimistic", "worst-case", "best-case"};
    size_t i = c->start;

    while (i > 0 && (token_is(AT(i - 1), IS_ADVERB | IS_ADJECTIVE | IS_ARTICLE) ||
                     pc_says(AT(i - 1), "for"))) {
        i--;
    }
    if (c->verb || i == 0 ||
        !(token_is(AT(i - 1), IS_BE | IS_LEVEL_VERB | IS_LIGHT_VERB) ||
          has_stem(AT(i - 1), (const char *const[]){"suggest"}, 1))) {
        return false;
    }
    for (int steps = 0; i > 0 && steps < 12; steps++) {
        const Token *t = AT(--i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_FIGURE || token_mark(t, ',') ||
            (pc_says(t, "that") && i > 0 && token_is(AT(i - 1), IS_SAY))) {
            /* "considered the recommendation and noted that ...": what was noted begins here */
            return false;
        }
        if ((one_of(t, words, COUNT(words)) ||
             (pc_says(t, "case") && i > 0 && one_of(AT(i - 1), cases, COUNT(cases))))) {
            return true;
        }
        /* "the forecast showed", "projections show" */
        if (has_stem(
                t,
                (const char *const[]){"forecast", "projection", "prediction", "model", "estimates"},
                5)) {
            return i + 1 < s->count &&
                   (token_is(AT(i + 1), IS_LIGHT_VERB | IS_BE) || pc_says(AT(i + 1), "suggest") ||
                    pc_says(AT(i + 1), "suggested") || pc_says(AT(i + 1), "suggests"));
        }
    }
    return false;
}

/* "A 3% increase generates £90,000", "a rise of 5% is classed as": any, not one that was. */
static bool is_generic_subject(const Sentence *s, const Change *c)
{
    static const char *const verbs[] = {"generates", "raises", "triggers", "costs",    "yields",
                                        "needs",     "buys",   "adds",     "produces", "generate",
                                        "trigger",   "cost",   "yield",    "counts",   "means"};
    static const char *const behind_be[] = {
        "classed",   "needed",     "treated",    "deemed",   "permitted",  "allowed",
        "defined",   "possible",   "classified", "regarded", "mandatory",  "compulsory",
        "necessary", "achievable", "unlikely",   "sought",   "acceptable", "allowable"};

    if (c->verb || c->definite) {
        return false;
    }
    for (size_t i = c->end + 1; i + 1 < s->count && i < c->end + 10; i++) {
        const Token *t = AT(i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_FIGURE || token_mark(t, ',') ||
            token_is(t, IS_HAVE)) {
            return false;
        }
        if (one_of(t, verbs, COUNT(verbs))) {
            size_t k = c->start;

            while (k > 0 && AT(k - 1)->kind == TOKEN_WORD && c->start - k < 6 &&
                   !(AT(k - 1)->is & (IS_BE | IS_HAVE | IS_VERB | IS_LIGHT_VERB | IS_SAY)) &&
                   !pc_says(AT(k - 1), "that")) {
                k--;
            }
            return k == 0 || AT(k - 1)->kind != TOKEN_WORD || pc_says(AT(k - 1), "that");
        }
        if ((pc_says(t, "is") || pc_says(t, "are")) &&
            one_of(AT(i + 1), behind_be, COUNT(behind_be))) {
            return true;
        }
        if (token_is(t, IS_BE)) {
            return false;
        }
    }
    return false;
}

/* "had been offered", "was put forward": what is said behind a noun of change. */
static bool is_put_forward(const Sentence *s, const Change *c)
{
    static const char *const words[] = {"offered", "suggested", "submitted", "tabled", "mooted",
                                        "floated", "demanded",  "awaited",   "sought", "avoided",
                                        "averted", "prevented", "deleted",   "struck", "put",
                                        "due",     "pencilled"};
    bool be = false;

    if (c->verb) {
        return false;
    }
    for (size_t i = c->end + 1; i + 1 < s->count && i < c->end + 12; i++) {
        const Token *t = AT(i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_FIGURE || token_mark(t, ',')) {
            return false;
        }
        if (be && one_of(t, words, COUNT(words))) {
            return pc_says(t, "put")
                       ? pc_says(AT(i + 1), "forward") || pc_says(AT(i + 1), "to")
                       : !pc_says(t, "due") || (!c->definite && !pc_says(AT(i + 1), "to"));
        }
        if (token_is(t, IS_BE)) {
            be = true;
        } else if (be && !token_is(t, IS_ADVERB | IS_HAVE)) {
            return false;
        }
    }
    return false;
}

/* ---- conditions ---- */

/* "any scheme that causes a rise of 10%", "where costs rise by 5%": whenever it should happen. */
static bool is_condition(const Sentence *s, const Change *c)
{
    static const char *const openers[] = {"where", "when", "whenever", "once", "wherever"};
    static const char *const leading[] = {"cause",   "causes",   "lead",    "leads",  "produce",
                                          "result",  "produces", "results", "bring",  "brings",
                                          "involve", "involves", "create",  "creates"};
    bool present = token_is(AT(c->head), IS_BASE_FORM) ||
                   (c->verb && AT(c->head)->word_len > 4 &&
                    AT(c->head)->word[AT(c->head)->word_len - 1] == 's');
    bool led = false;

    if (c->definite) {
        return false;
    }
    for (size_t i = c->start, steps = 0; i > 0 && steps < 16; steps++) {
        const Token *t = AT(--i);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE || token_mark(t, ',') ||
            token_mark(t, ';') || token_mark(t, ':')) {
            return false;
        }
        led |= one_of(t, leading, COUNT(leading));
        if (c->verb && present && one_of(t, openers, COUNT(openers))) {
            return true;
        }
        if ((pc_says(t, "that") || pc_says(t, "which")) && led) {
            /* the noun before the relative clause: any, a plural without article at the start */
            for (size_t k = i, back = 0; back < 5; back++) {
                if (k == 0) {
                    return true;
                }
                k--;
                if (pc_says(AT(k), "any") || pc_says(AT(k), "every") || pc_says(AT(k), "each")) {
                    return true;
                }
                if (AT(k)->kind != TOKEN_WORD ||
                    (AT(k)->is & (IS_BE | IS_HAVE | IS_SAY | IS_VERB)) != 0) {
                    return false;
                }
            }
        }
        if (token_is(t, IS_BE | IS_HAVE)) {
            return false;
        }
    }
    return false;
}

/* "With a 10% rise in fares, the line would pay". */
static bool is_supposed(const Sentence *s, const Change *c)
{
    bool comma = false;

    if (c->verb || c->definite || c->start == 0 ||
        !(pc_says(AT(c->start - 1), "with") || pc_says(AT(c->start - 1), "without")) ||
        !(c->start == 1 || AT(c->start - 2)->kind != TOKEN_WORD ||
          pc_says(AT(c->start - 2), "that"))) {
        return false;
    }
    for (size_t i = c->end + 1; i < s->count && i < c->end + 24; i++) {
        comma |= token_mark(AT(i), ',');
        if (comma &&
            (pc_says(AT(i), "would") || pc_says(AT(i), "could") || pc_says(AT(i), "might"))) {
            return true;
        }
        if (AT(i)->kind == TOKEN_FIGURE || token_mark(AT(i), ';')) {
            break;
        }
    }
    return false;
}

/* ---- orders and infinitives ---- */

/* Whether the token before i lets a clause without a subject begin there. */
static bool opens_clause(const Sentence *s, size_t i)
{
    const Token *t = i > 0 ? AT(i - 1) : NULL;

    return t == NULL || t->kind == TOKEN_STOP ||
           (t->kind == TOKEN_MARK && strchr(",;:_-.)", t->mark) != NULL) || token_is(t, IS_AND);
}

/* "Savings plan: reduce agency use by 15%; cut overtime by 20%": told to do, with an object and no subject. */
static bool is_order(const Sentence *s, const Figure *f, const Change *c)
{
    size_t i = c->head;
    const Token *next = i + 1 < s->count ? AT(i + 1) : NULL;

    if (!c->verb || !token_is(AT(i), IS_BASE_FORM) || i >= f->base || next == NULL ||
        next->kind != TOKEN_WORD ||
        (next->is & (IS_PREPOSITION | IS_APPROXIMATE | IS_ADVERB | IS_COMPARER | IS_AND | IS_BE |
                     IS_HAVE | IS_VERB | IS_LIGHT_VERB)) != 0) {
        return false;
    }
    while (i > 0 && token_is(AT(i - 1), IS_ADVERB)) {
        i--;
    }
    if (!opens_clause(s, i)) {
        return false;
    }
    /* "cut" may be the past: "had merged teams and cut posts by 5%" */
    return !pc_says(AT(c->head), "cut") || i == 0 ||
           (AT(i - 1)->kind == TOKEN_MARK && AT(i - 1)->mark != ',') ||
           AT(i - 1)->kind == TOKEN_STOP;
}

/* "that council tax go up by 5%", "due to go up by 12%", "to bring the figure down by 5%". */
static bool is_bare_phrasal(const Sentence *s, const Change *c)
{
    static const char *const verbs[] = {"go", "come", "bring", "push", "drive", "take", "move"};

    if (!pc_says(AT(c->head), "up") && !pc_says(AT(c->head), "down")) {
        return false;
    }
    for (size_t i = c->head, steps = 0; i > 0 && steps < 6; steps++) {
        const Token *t = AT(--i);

        if (t->kind != TOKEN_WORD || token_is(t, IS_CONTRAST | IS_AND)) {
            return false;
        }
        if (one_of(t, verbs, COUNT(verbs))) {
            size_t k = i;

            while (k > 0 && token_is(AT(k - 1), IS_ADVERB)) {
                k--;
            }
            if (k > 0 && pc_says(AT(k - 1), "to")) {
                return !pc_is_observed_infinitive(s, k - 1);
            }
            /* "had seen reports go up by 12%" */
            for (size_t see = k, back = 0; see > 0 && back < 8; back++) {
                if (has_stem(AT(--see), (const char *const[]){"saw", "seen", "seeing", "watched"},
                             4)) {
                    return false;
                }
            }
            return k > 0 && !token_is(AT(k - 1), IS_BE | IS_HAVE) && !pc_says(AT(k - 1), "did") &&
                   pc_says(t, "go");
        }
        /* "be put up by 8%" */
        if (t->word_len > 2 && i > 0 && pc_says(AT(i - 1), "be")) {
            return true;
        }
        if (token_is(t, IS_BE | IS_HAVE)) {
            return false;
        }
    }
    return false;
}

/* "That fees rise by 4%": a resolution's paragraph; "that the increase be 2%". */
static bool is_resolved(const Sentence *s, const Figure *f, const Change *c)
{
    if (c->verb && token_is(AT(c->head), IS_BASE_FORM) && s->count > 2 && pc_says(AT(0), "that") &&
        AT(0)->capital) {
        bool finite = false;

        for (size_t i = 1; i < c->head; i++) {
            finite |= token_is(AT(i), IS_BE | IS_HAVE | IS_SAY);
        }
        return !finite;
    }
    for (size_t i = c->head + 1; i < f->token && i < c->head + 16; i++) {
        if (pc_says(AT(i), "be") && !token_is(AT(c->head), IS_CHANGE_ADVERB)) {
            return !(i > 1 && pc_says(AT(i - 1), "to") &&
                     token_is(AT(i - 2), IS_BEGUN | IS_LIGHT_VERB | IS_DECISION));
        }
    }
    return false;
}

/* "set its precept at £41,200, a rise of 5%", "agreed a budget of £4m, up 3%": the decision's own size. */
static bool is_size_of_decision(const Sentence *s, const Change *c)
{
    static const char *const verbs[] = {"set",     "fixed",    "agreed",  "approved", "levied",
                                        "settled", "resolved", "setting", "adopted",  "determined"};
    bool price = false;
    bool money = false;

    if (c->verb) {
        return false;
    }
    for (size_t i = c->start, steps = 0; i > 0 && steps < 24; steps++) {
        const Token *t = AT(--i);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE || token_mark(t, ';') ||
            pc_says(t, "note") || pc_says(t, "noted") || pc_says(t, "after")) {
            return false;
        }
        price |= token_is(t, IS_PRICE);
        money |= t->kind == TOKEN_MONEY;
        if (money && one_of(t, verbs, COUNT(verbs))) {
            for (size_t k = i; !price && k > 0 && i - k < 8 && AT(k - 1)->kind == TOKEN_WORD; k--) {
                price |= token_is(AT(k - 1), IS_PRICE);
            }
            return price;
        }
    }
    return false;
}

/* "options for increasing fees by 3%", "the cost of raising pay by 2%": a gerund nobody has done yet. */
static bool is_gerund(const Sentence *s, const Change *c)
{
    static const char *const prepositions[] = {"for", "of", "on", "about", "towards"};
    static const char *const done[] = {"thank",  "prais",  "commend", "congratulat",
                                       "credit", "result", "award"};
    const Token *t = AT(c->head);
    size_t i = c->head;

    if (!c->verb || t->word_len < 6 || memcmp(t->word + t->word_len - 3, "ing", 3) != 0) {
        return false;
    }
    while (i > 0 && token_is(AT(i - 1), IS_ADVERB)) {
        i--;
    }
    if (i == 0 || !one_of(AT(i - 1), prepositions, COUNT(prepositions))) {
        return false;
    }
    for (size_t back = 0; i > 0 && back < 8; back++) {
        if (has_stem(AT(--i), done, COUNT(done))) {
            return false;
        }
    }
    return true;
}

bool pc_is_claimed(const Sentence *s, const Figure *f, const Change *c)
{
    return is_object_of_unreal(s, c) || is_defined_as(s, c) || is_generic_subject(s, c) ||
           is_put_forward(s, c) || is_condition(s, c) || is_supposed(s, c) || is_order(s, f, c) ||
           is_bare_phrasal(s, c) || is_resolved(s, f, c) || is_size_of_decision(s, c) ||
           is_gerund(s, c);
}
