/*
 * modality.c - whether a change was observed: not wished, forecast, asked, denied, decided or compared with elsewhere.
 */
#include "modality.h"

#include <string.h>

/* ---- walking left ---- */

/* A boundary that a wish, a modal or a decision does not reach across. */
bool pc_is_boundary(const Sentence *s, size_t i)
{
    static const char *const words[] = {"after", "following", "because", "since",
                                        "as",    "despite",   "given",   "though"};
    const Token *t = AT(i);

    if (t->kind == TOKEN_MARK) {
        return t->mark == ';' || t->mark == ':' || t->mark == '_' ||
               (t->mark == '-' && t->spaced) || t->mark == '.';
    }
    if (t->kind != TOKEN_WORD) {
        return false;
    }
    /* "aimed to reduce X and had achieved": another verb begins */
    if (token_is(t, IS_AND) && i + 1 < s->count && pc_says(AT(i + 1), "had")) {
        return true;
    }
    if ((t->is & IS_CONTRAST) && !pc_says(t, "until")) {
        return true;
    }
    for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
        if (pc_says(t, words[k])) {
            return true;
        }
    }
    return false;
}

/* Whether a word of wish or forecast at i governs what follows: the nouns only with "to", "of", "is" behind them. */
static bool is_wish(const Sentence *s, size_t i)
{
    static const char *const nouns[] = {
        "plan",      "plans",       "target",       "targets",     "aim",        "aims",
        "forecast",  "forecasts",   "projection",   "projections", "goal",       "goals",
        "ambition",  "ambitions",   "proposal",     "proposals",   "assumption", "assumptions",
        "objective", "objectives",  "scenario",     "scenarios",   "prediction", "predictions",
        "need",      "expectation", "expectations", "planning"};
    const Token *t = AT(i);

    /* the budget allowed for a rise; the case relied on a fall */
    if (t->kind == TOKEN_WORD && i + 1 < s->count && t->word_len > 4 &&
        ((memcmp(t->word, "allow", 5) == 0 && pc_says(AT(i + 1), "for")) ||
         ((pc_says(t, "asked") || pc_says(t, "called") || pc_says(t, "pressed") ||
           pc_says(t, "lobbied") || pc_says(t, "argued")) &&
          pc_says(AT(i + 1), "for")) ||
         (memcmp(t->word, "reli", 4) == 0 && pc_says(AT(i + 1), "on")) ||
         (memcmp(t->word, "depen", 5) == 0 && pc_says(AT(i + 1), "on")))) {
        return true;
    }
    if (!token_is(t, IS_HOPE) ||
        (i > 0 && (pc_says(AT(i - 1), "as") || pc_says(AT(i - 1), "than")))) {
        return false;
    }
    if (pc_says(t, "want") && i + 1 < s->count && pc_says(AT(i + 1), "of")) {
        return false; /* "for want of materials" */
    }
    /* "child protection plans were 4% lower": things counted, not a wish */
    if (pc_says(t, "plans") && i > 0 && AT(i - 1)->kind == TOKEN_WORD && AT(i - 1)->is == 0 &&
        i + 2 < s->count && token_is(AT(i + 1), IS_BE) && !pc_says(AT(i + 2), "to")) {
        return false;
    }
    if (pc_says(t, "need") && i > 0 && pc_says(AT(i - 1), "in")) {
        return false; /* "children in need" */
    }
    for (size_t k = 0; k < sizeof(nouns) / sizeof(nouns[0]); k++) {
        if (pc_says(t, nouns[k])) {
            return i + 1 < s->count &&
                   (pc_says(AT(i + 1), "to") || pc_says(AT(i + 1), "of") ||
                    pc_says(AT(i + 1), "for") || pc_says(AT(i + 1), "that") ||
                    token_is(AT(i + 1), IS_BE | IS_LEVEL_VERB) || token_mark(AT(i + 1), ':') ||
                    AT(i + 1)->kind == TOKEN_FIGURE ||
                    token_is(AT(i + 1), IS_ARTICLE | IS_CHANGE_NOUN));
        }
    }
    return true;
}

static bool is_modal(const Token *t)
{
    return token_is(t, IS_MODAL) && !(t->capital && (t->is & IS_PERIOD));
}

static bool is_base(const Token *t)
{
    return token_is(t, IS_BASE_FORM);
}

static Change change_of(const Sentence *s, const Figure *f)
{
    Change c;
    size_t start = f->base < f->token ? f->base : f->token;
    const Token *before;

    c.head = f->head == NO_TOKEN ? f->token : f->head;
    c.start = c.head < start ? c.head : start;
    c.end = c.head > f->token ? c.head : f->token;
    /* the adjectives and articles before the head's noun phrase */
    while (c.start > 0 &&
           !(pc_says(AT(c.start - 1), "that") && token_is(AT(c.start), IS_ARTICLE)) &&
           token_is(AT(c.start - 1), IS_ARTICLE | IS_ADVERB | IS_APPROXIMATE) &&
           !token_is(AT(c.start - 1), IS_NOT)) {
        c.start--;
    }
    c.verb = token_is(AT(c.head), IS_CHANGE_VERB | IS_RATIO_VERB) && c.head < f->token;
    if (c.verb && token_is(AT(c.head), IS_CHANGE_NOUN)) {
        size_t k = c.head;

        /* a noun where an article, adjective or light verb stands before it */
        while (k > 0 && token_is(AT(k - 1), IS_ADVERB)) {
            k--;
        }
        c.verb =
            !(k > 0 && (token_is(AT(k - 1), IS_ARTICLE | IS_LIGHT_VERB | IS_PREPOSITION | IS_NOT) &&
                        !pc_says(AT(k - 1), "to")));
        if (c.verb && c.head + 1 < s->count &&
            (pc_says(AT(c.head + 1), "of") || pc_says(AT(c.head + 1), "in"))) {
            c.verb = k > 0 && pc_says(AT(k - 1), "to");
        }
    }
    c.definite = false;
    for (size_t k = c.start; k <= c.head && k <= c.end; k++) {
        c.definite |= pc_says(AT(k), "the") || pc_says(AT(k), "this") || pc_says(AT(k), "that") ||
                      pc_says(AT(k), "these") || pc_says(AT(k), "its") || pc_says(AT(k), "their");
        if (k == f->token) {
            break;
        }
    }
    if (!c.definite && !c.verb && c.head < f->token && !token_is(AT(c.head), IS_CHANGE_ADVERB)) {
        for (size_t k = c.head, steps = 0; k > 0 && steps < 5; steps++) {
            const Token *t = AT(--k);

            if (pc_says(t, "the") || pc_says(t, "this") || pc_says(t, "that")) {
                c.definite = true;
            }
            if (t->kind != TOKEN_WORD ||
                (t->is & (IS_ARTICLE | IS_PREPOSITION | IS_LIGHT_VERB | IS_BE | IS_VERB))) {
                break;
            }
        }
    }
    if (c.verb) {
        c.definite = false;
    }
    before = c.start > 0 ? AT(c.start - 1) : NULL;
    c.aside = before != NULL && (token_mark(before, ',') || token_mark(before, '('));
    return c;
}

/* "not", "no", "never" right before the change, over auxiliaries and articles. */
static bool is_denied(const Sentence *s, const Figure *f, const Change *c)
{
    size_t i = c->start;

    if (f->base > 1 && pc_says(AT(f->base - 1), "by") && pc_says(AT(f->base - 2), "but")) {
        return false; /* "had not dropped by a tenth but by 4%" */
    }
    if (f->base > 0 && token_is(AT(f->base - 1), IS_NOT)) {
        return true;
    }
    if (f->base > 1 && token_is(AT(f->base - 1), IS_PREPOSITION) &&
        pc_says(AT(f->base - 2), "not")) {
        return true;
    }
    while (i > 0) {
        const Token *t = AT(i - 1);

        if (token_is(t, IS_NOT)) {
            return !(i < s->count && (pc_says(AT(i), "only") || pc_says(AT(i), "just")));
        }
        /* "not, as reported, up by 8%" */
        if (token_mark(t, ',') && i > 3 && c->start - i < 2) {
            size_t k = i - 1;

            while (k > 0 && i - k < 5 && !token_mark(AT(k - 1), ',')) {
                k--;
            }
            if (k > 0 && token_mark(AT(k - 1), ',') && pc_says(AT(k), "as")) {
                i = k - 1;
                continue;
            }
        }
        if (t->kind == TOKEN_FIGURE ||
            !token_is(t, IS_BE | IS_HAVE | IS_ADVERB | IS_ARTICLE | IS_MOVE_VERB | IS_LIGHT_VERB |
                             IS_APPROXIMATE | IS_MODAL | IS_BEGUN) ||
            c->start - i > 8) {
            break;
        }
        i--;
    }
    return false;
}

/* "pleased to see", "continued to fall": what stands before "to" was observed. */
bool pc_is_observed_infinitive(const Sentence *s, size_t to)
{
    static const char *const pleased[] = {
        "pleased",   "delighted",   "happy", "glad", "concerned", "disappointed", "encouraged",
        "surprised", "encouraging", "good",  "able", "sorry",     "reassured"};

    for (size_t i = to, steps = 0; i > 0 && steps < 12; steps++) {
        const Token *t = AT(--i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_FIGURE) {
            return false;
        }
        if (token_is(t, IS_HOPE)) {
            return false;
        }
        if (token_is(t, IS_BEGUN)) {
            return true;
        }
        for (size_t k = 0; k < sizeof(pleased) / sizeof(pleased[0]); k++) {
            if (pc_says(t, pleased[k])) {
                return true;
            }
        }
    }
    return false;
}

/* "to reduce X by 5%", "to achieve a 5% cut": a purpose, unless it was observed. */
static bool is_purpose(const Sentence *s, const Change *c)
{
    static const char *const deliver[] = {"achieve", "deliver", "secure",  "make",  "produce",
                                          "reach",   "ensure",  "realise", "bring", "effect"};
    size_t i = c->verb ? c->head : c->start;

    while (i > 0 && token_is(AT(i - 1), IS_ADVERB)) {
        i--;
    }
    if (c->verb) {
        return is_base(AT(c->head)) && i > 0 && pc_says(AT(i - 1), "to") &&
               !pc_is_observed_infinitive(s, i - 1);
    }
    for (size_t k = 0; i > 1 && k < sizeof(deliver) / sizeof(deliver[0]); k++) {
        if (pc_says(AT(i - 1), deliver[k])) {
            return pc_says(AT(i - 2), "to") && !pc_is_observed_infinitive(s, i - 2);
        }
    }
    return false;
}

/* Whether only nouns, adjectives and articles stand between tokens a and b: b is the object of a. */
bool pc_is_object(const Sentence *s, size_t a, size_t b)
{
    for (size_t i = a + 1; i < b; i++) {
        const Token *t = AT(i);

        if (t->kind == TOKEN_MARK && t->mark == ',') {
            return false;
        }
        if (t->kind == TOKEN_WORD &&
            (t->is & (IS_BE | IS_HAVE | IS_MODAL | IS_LIGHT_VERB | IS_CONTRAST | IS_PRONOUN)) &&
            !(t->is & IS_ARTICLE)) {
            return false;
        }
    }
    return true;
}

/* "be increased", "the precept increase by 3%": decided or wished, without a modal. */
static bool is_subjunctive(const Sentence *s, const Figure *f, const Change *c)
{
    size_t i = c->head;

    /* a ratio is its own verb: "was to be halved by 2026" */
    if (!c->verb && !(f->form == FORM_RATIO && c->head == f->token)) {
        return false;
    }
    while (i > 0 && token_is(AT(i - 1), IS_ADVERB)) {
        i--;
    }
    /* "be frozen or cut by 5%" */
    if (i > 2 && token_is(AT(i - 1), IS_AND) && pc_says(AT(i - 3), "be")) {
        return true;
    }
    return i > 0 && pc_says(AT(i - 1), "be");
}

/* Whether taxes, rents, pay or the like stand in or right behind the change's phrase. */
static bool is_about_price(const Sentence *s, const Change *c)
{
    for (size_t i = c->start; i < s->count && i < c->end + 6; i++) {
        if (token_is(AT(i), IS_PRICE)) {
            return true;
        }
        if (i > c->end && pc_ends_phrase(AT(i))) {
            break;
        }
    }
    return false;
}

/* "did not believe that", "no evidence of", "doubted that": what follows is denied. */
static bool denies_what_follows(const Sentence *s, size_t i)
{
    static const char *const words[] = {"believe",    "case",    "true",  "think",    "accept",
                                        "agree",      "correct", "right", "evidence", "truth",
                                        "suggestion", "proof",   "show",  "indicate", "mean",
                                        "suggest",    "record",  "sign",  "question"};
    const Token *t = AT(i);

    if (t->kind != TOKEN_WORD) {
        return false;
    }
    if (t->word_len > 5 && memcmp(t->word, "doubt", 5) == 0) {
        return true;
    }
    for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
        if (pc_says(t, words[k])) {
            return (i > 0 && token_is(AT(i - 1), IS_NOT)) ||
                   (i > 1 && token_is(AT(i - 1), IS_ARTICLE) && token_is(AT(i - 2), IS_NOT));
        }
    }
    return false;
}

/* "35% said that", "half of those asked thought": a share of people who tell a change. */
static bool is_told_by_share(const Sentence *s, size_t say)
{
    for (size_t i = say, steps = 0; i > 0 && steps < 8; steps++) {
        const Token *t = AT(--i);

        if (t->kind == TOKEN_FIGURE) {
            FigureRole role = s->figures[t->figure].role;

            return role == ROLE_NONE || role == ROLE_LEVEL;
        }
        if (pc_is_boundary(s, i) || token_mark(t, ',')) {
            return false;
        }
    }
    return false;
}

/* What stands left of the change in its clause makes it no observation. */
static bool is_wished_or_asked(const Sentence *s, const Change *c)
{
    bool that = false;
    bool comma = false;
    size_t i = c->start;

    for (int steps = 0; i > 0 && steps < REACH; steps++) {
        const Token *t = AT(--i);

        if (!comma && t->kind == TOKEN_WORD && (pc_says(t, "instead") || pc_says(t, "rather")) &&
            i + 1 < s->count && (pc_says(AT(i + 1), "of") || pc_says(AT(i + 1), "than"))) {
            return true;
        }
        if (t->kind == TOKEN_MARK && t->mark == ':' && i > 0 && is_wish(s, i - 1)) {
            return true;
        }
        if (pc_is_boundary(s, i)) {
            return false;
        }
        /* "the request followed a 15% rise" */
        if (pc_says(t, "followed") && !pc_says(AT(i + 1), "by")) {
            return false;
        }
        if (token_mark(t, ',')) {
            comma = true;
        }
        if (pc_says(t, "that") && !(i + 1 < s->count && token_is(AT(i + 1), IS_BE | IS_HAVE))) {
            that = true;
        }
        if ((!comma && denies_what_follows(s, i)) ||
            (!comma && token_is(t, IS_SAY) && is_told_by_share(s, i))) {
            return true;
        }
        if (token_is(t, IS_WHETHER)) {
            return !c->definite && !c->aside;
        }
        if (token_is(t, IS_NOT) &&
            (pc_says(t, "denied") || pc_says(t, "denies") || pc_says(t, "disputed") ||
             pc_says(t, "disputes") || pc_says(t, "refuted"))) {
            return true;
        }
        if (is_modal(t) && !that && !c->definite && !c->aside) {
            return true;
        }
        if (is_wish(s, i) && !comma && !(pc_says(t, "asked") && c->definite) &&
            !(that && !c->verb) && !(that && c->verb && !is_base(AT(c->head)))) {
            return true;
        }
        if ((pc_says(t, "considered") || pc_says(t, "considering") || pc_says(t, "debated") ||
             pc_says(t, "discussed") || pc_says(t, "consider")) &&
            !that && !comma && !c->verb && is_about_price(s, c)) {
            return true;
        }
        if (token_is(t, IS_DECISION) && !pc_says(AT(i + 1), "out") && !that && !comma && !c->verb &&
            pc_is_object(s, i, c->start)) {
            return true;
        }
        if (token_is(t, IS_DECISION) && that && c->verb && is_base(AT(c->head)) &&
            !token_is(AT(c->head), IS_HAVE)) {
            return c->head > 0 && !pc_says(AT(c->head - 1), "to") && !pc_says(AT(c->head), "cut") &&
                   token_is(AT(c->head), IS_BASE_FORM);
        }
    }
    return false;
}

/* "no beat saw", "none of the wards", "neither": the clause's subject denies it. */
static bool has_denying_subject(const Sentence *s, const Change *c)
{
    size_t i = c->aside ? 0 : c->start; /* "neither theft, down 3%, nor fraud was a concern" */
    int verbs = 0;

    for (int steps = 0; i > 0 && steps < REACH; steps++) {
        const Token *t = AT(--i);

        verbs += token_is(t, IS_BE | IS_HAVE) && !token_is(AT(i + 1), IS_BE | IS_HAVE);
        /* "homes in which nobody had an alarm had doubled": a clause of its own */
        if (verbs > 1 && pc_says(t, "nobody") && i > 0 && token_is(AT(i - 1), IS_PRONOUN)) {
            return false;
        }
        if (pc_says(t, "no") || pc_says(t, "none") || pc_says(t, "neither") ||
            pc_says(t, "nobody") || pc_says(t, "nor")) {
            bool opens = i == 0 || pc_is_boundary(s, i - 1) || token_mark(AT(i - 1), ',') ||
                         pc_says(AT(i - 1), "that") || AT(i - 1)->kind == TOKEN_STOP ||
                         token_is(AT(i - 1), IS_AND);

            return opens && !(i + 1 < s->count &&
                              (pc_says(AT(i + 1), "longer") || token_mark(AT(i + 1), ',')));
        }
        if (pc_is_boundary(s, i)) {
            return false;
        }
    }
    return false;
}

/* "5% or more": a threshold. */
static bool is_threshold(const Sentence *s, const Figure *f)
{
    size_t i = f->token + 1;

    return i + 1 < s->count && pc_says(AT(i), "or") &&
           (pc_says(AT(i + 1), "more") || pc_says(AT(i + 1), "less") ||
            pc_says(AT(i + 1), "above") || pc_says(AT(i + 1), "over") ||
            pc_says(AT(i + 1), "below") || pc_says(AT(i + 1), "greater") ||
            pc_says(AT(i + 1), "higher"));
}

/* "the rise was expected to be 4%": a wish between the change and its size. */
static bool is_wished_between(const Sentence *s, const Figure *f)
{
    if (f->head == NO_TOKEN || f->head >= f->token) {
        return false;
    }
    for (size_t i = f->head + 1; i < f->token && i < f->head + 16; i++) {
        bool verbal = i > 0 && token_is(AT(i - 1), IS_BE | IS_HAVE);

        if (verbal && token_is(AT(i), IS_HOPE) && i + 1 < f->token) {
            return true;
        }
        if (is_modal(AT(i)) && i + 1 < s->count && token_is(AT(i + 1), IS_BE)) {
            return true;
        }
    }
    return false;
}

/* "rises by 5% next April": still to come. */
static bool is_to_come(const Sentence *s, const Change *c)
{
    for (size_t i = c->end + 1; i + 1 < s->count && i < c->end + 6; i++) {
        if (pc_says(AT(i), "next") && token_is(AT(i + 1), IS_PERIOD)) {
            return true;
        }
        /* "goes up by 3% on 1 January next" */
        if (i > c->end + 1 && pc_says(AT(i), "next") && token_is(AT(i - 1), IS_PERIOD)) {
            return true;
        }
        if (pc_ends_phrase(AT(i))) {
            break;
        }
    }
    return false;
}

/* "each 1% increase", "every 1% rise": any, not one that was. */
static bool is_any(const Sentence *s, const Figure *f)
{
    return f->head != NO_TOKEN && f->head > f->token && f->token > 0 &&
           (pc_says(AT(f->token - 1), "each") || pc_says(AT(f->token - 1), "every") ||
            pc_says(AT(f->token - 1), "any"));
}

/* What stands right of the change: "was expected", "was agreed", "was wrong", "forecast". */
static bool is_undone_behind(const Sentence *s, const Change *c)
{
    bool verb = false;

    for (size_t i = c->end + 1; i < s->count && i < c->end + 16; i++) {
        const Token *t = AT(i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE) {
            return false;
        }
        if (i == c->end + 1 && token_is(t, IS_HOPE | IS_GOAL) && !pc_says(t, "plan") &&
            !pc_says(t, "standard") && !pc_says(t, "allowance")) {
            return true;
        }
        if (token_mark(t, ',') || pc_says(t, "that")) {
            return false;
        }
        if (token_is(t, IS_BE | IS_HAVE)) {
            verb = true;
            continue;
        }
        if (verb && !c->verb && token_is(t, IS_HOPE | IS_DECISION)) {
            bool continues = i + 1 < s->count && pc_says(AT(i + 1), "to");

            return !(continues && c->definite) &&
                   !(pc_says(t, "supported") || pc_says(t, "confirmed"));
        }
        if (verb && !token_is(t, IS_ADVERB | IS_NOT | IS_ARTICLE)) {
            if (!c->definite || !token_is(t, IS_APPROXIMATE)) {
                return false;
            }
        }
        if (is_modal(t)) {
            return !c->verb && !c->definite && !c->aside && !verb;
        }
        if (token_is(t, IS_VERB | IS_LIGHT_VERB) && !verb) {
            return false;
        }
    }
    return false;
}

/* "the 5% increase reported last time was incorrect". */
static bool is_called_wrong(const Sentence *s, const Change *c)
{
    for (size_t i = c->end + 1; i + 1 < s->count && i < c->end + 14; i++) {
        const Token *t = AT(i);

        if (pc_is_boundary(s, i) || t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE ||
            token_mark(t, ',')) {
            return false;
        }
        if (token_is(t, IS_BE)) {
            for (size_t k = i + 1; k < s->count && k < i + 4; k++) {
                if (token_is(AT(k), IS_WRONG)) {
                    return true;
                }
                if (!token_is(AT(k), IS_BE | IS_ADVERB | IS_ARTICLE)) {
                    break;
                }
            }
        }
    }
    return false;
}

/* "Had X fallen by 5%?" asks; "Is the 5% fall ...?" presupposes. */
static bool is_asked_directly(const Sentence *s, const Change *c)
{
    return s->question && !c->definite && !c->aside && s->count > 0 &&
           token_is(AT(0), IS_BE | IS_HAVE | IS_MODAL);
}

bool pc_is_observed(const Sentence *s, const Figure *f)
{
    Change c = change_of(s, f);

    return !is_threshold(s, f) && !is_any(s, f) && !is_to_come(s, &c) && !is_wished_between(s, f) &&
           (!is_denied(s, f, &c) || f->high == 0) && !is_purpose(s, &c) &&
           !is_subjunctive(s, f, &c) && !is_wished_or_asked(s, &c) && !has_denying_subject(s, &c) &&
           !is_undone_behind(s, &c) && !is_called_wrong(s, &c) && !pc_is_variance(s, f, &c) &&
           !is_asked_directly(s, &c) && !pc_is_claimed(s, f, &c) && !pc_is_rejected(s, &c) &&
           !pc_is_standing(s, f, &c);
}
