/*
 * roles.c - what each figure of a sentence is: the size of a change, a level, a target, or nothing.
 *
 * A figure is governed by what stands right of it ("5% fall", "5% more"), left of it ("fell by 5%", "fall of
 * 5%"), by its own sign, by brackets behind a change, or - where nothing of its own governs it - by the figure
 * before it, whose direction it takes over ("X fell 9%, Y 6%").
 */
#include "roles.h"

#include <string.h>

#define AT(i) (&s->tokens[i])

/* ---- stepping over what stands between a figure and its governor ---- */

/* "year on year", "month-on-month", "quarter to quarter": the tokens it takes at `at`, 0 for none. */
static size_t period_on_period(const Sentence *s, size_t at)
{
    if (at + 2 < s->count && token_is(AT(at), IS_PERIOD) && token_is(AT(at + 2), IS_PERIOD) &&
        (pc_says(AT(at + 1), "on") || pc_says(AT(at + 1), "to") || pc_says(AT(at + 1), "over"))) {
        return 3;
    }
    return 0;
}

/*
 * Steps left from a figure over approximators and articles ("by just under an average of 5%"): the place of the word
 * before them, NO_TOKEN at the sentence's start. Sets the figure's qualifier and base.
 */
size_t pc_step_left(const Sentence *s, Figure *figure)
{
    size_t i = figure->token;

    figure->base = i;
    while (i > 0) {
        const Token *t = AT(i - 1);
        const Token *u = i > 1 ? AT(i - 2) : NULL;
        MnQualifier qualifier = MN_QUALIFIER_NONE;
        size_t taken = 0;

        if (pc_says(t, "than") && u != NULL &&
            (pc_says(u, "more") || pc_says(u, "less") || pc_says(u, "fewer") ||
             pc_says(u, "greater") || pc_says(u, "bigger"))) {
            qualifier = u->direction > 0 ? MN_QUALIFIER_OVER : MN_QUALIFIER_UNDER;
            taken = 2;
        } else if (pc_says(t, "to") && u != NULL && (pc_says(u, "up")) &&
                   !(i > 2 && token_is(AT(i - 3), IS_BE | IS_MOVE_VERB | IS_COMPARER))) {
            qualifier = MN_QUALIFIER_UP_TO;
            taken = 2;
        } else if (pc_says(t, "to") && u != NULL && pc_says(u, "close")) {
            qualifier = MN_QUALIFIER_ABOUT;
            taken = 2;
        } else if (pc_says(t, "as") && u != NULL && (pc_says(u, "much") || pc_says(u, "many")) &&
                   i > 2 && pc_says(AT(i - 3), "as")) {
            qualifier = MN_QUALIFIER_UP_TO;
            taken = 3;
        } else if (pc_says(t, "least") && u != NULL && pc_says(u, "at")) {
            qualifier = MN_QUALIFIER_OVER;
            taken = 2;
        } else if (pc_says(t, "most") && u != NULL && pc_says(u, "at")) {
            qualifier = MN_QUALIFIER_UP_TO;
            taken = 2;
        } else if (pc_says(t, "of") && u != NULL && pc_says(u, "excess") && i > 2 &&
                   pc_says(AT(i - 3), "in")) {
            qualifier = MN_QUALIFIER_OVER;
            taken = 3;
        } else if (pc_says(t, "of") && u != NULL &&
                   (pc_says(u, "region") || pc_says(u, "order") || pc_says(u, "neighbourhood")) &&
                   i > 3) {
            qualifier = MN_QUALIFIER_ABOUT;
            taken =
                pc_says(AT(i - 3), "the") && (pc_says(AT(i - 4), "in") || pc_says(AT(i - 4), "of"))
                    ? 4
                    : 2;
        } else if (pc_says(t, "of") && u != NULL &&
                   (pc_says(u, "average") || pc_says(u, "total") || pc_says(u, "maximum")) &&
                   i > 3 && token_is(AT(i - 3), IS_ARTICLE) &&
                   (pc_says(AT(i - 4), "by") || pc_says(AT(i - 4), "of") ||
                    token_is(AT(i - 4), IS_CHANGE_VERB))) {
            taken = 3;
        } else if ((pc_says(t, "over") || pc_says(t, "exceeding")) &&
                   !(u != NULL && token_is(u, IS_CHANGE_NOUN | IS_PERIOD))) {
            qualifier = MN_QUALIFIER_OVER;
            taken = 1;
        } else if (figure->is_range && pc_says(t, "between")) {
            taken = 1;
        } else if (pc_says(t, "under") && u != NULL && token_is(u, IS_CHANGE_VERB) &&
                   !token_is(u, IS_CHANGE_NOUN)) {
            break; /* "dropped under 50%": a level */
        } else if (pc_says(t, "under") ||
                   (pc_says(t, "below") && u != NULL && pc_says(u, "just"))) {
            qualifier = MN_QUALIFIER_UNDER;
            taken = 1;
        } else if (token_is(t, IS_APPROXIMATE) && !pc_says(t, "over")) {
            qualifier = pc_says(t, "about") || pc_says(t, "around") || pc_says(t, "almost") ||
                                pc_says(t, "nearly") || pc_says(t, "roughly") ||
                                pc_says(t, "circa") || pc_says(t, "c") || pc_says(t, "ca") ||
                                pc_says(t, "approximately") || pc_says(t, "approx") ||
                                pc_says(t, "some") || pc_says(t, "virtually") ||
                                pc_says(t, "practically")
                            ? MN_QUALIFIER_ABOUT
                            : MN_QUALIFIER_NONE;
            taken = 1;
        } else if (pc_says(t, "that") && token_is(AT(i), IS_ARTICLE)) {
            break; /* the conjunction */
        } else if (token_is(t, IS_ARTICLE) || token_mark(t, '"') || token_mark(t, '\'') ||
                   token_mark(t, '=') || token_mark(t, '~') || token_mark(t, '<') ||
                   token_mark(t, '>')) {
            taken = 1;
        } else {
            break;
        }
        if (figure->qualifier == MN_QUALIFIER_NONE) {
            figure->qualifier = qualifier;
        }
        i -= taken;
    }
    figure->base = i;
    return i == 0 ? NO_TOKEN : i - 1;
}

/* ---- boundaries ---- */

/* Whether a clause begins at this token, so that nothing before it governs what follows. */
static bool begins_clause(const Sentence *s, size_t i)
{
    const Token *t = AT(i);

    if (t->kind == TOKEN_MARK) {
        return t->mark == ';' || t->mark == ':' || t->mark == '_' || t->mark == '.' ||
               (t->mark == '-' && t->spaced);
    }
    if (t->kind != TOKEN_WORD) {
        return false;
    }
    if (pc_says(t, "since") || pc_says(t, "following") || pc_says(t, "after") ||
        pc_says(t, "before") || pc_says(t, "until")) {
        return false;
    }
    return (t->is & IS_CONTRAST) != 0;
}

/* Whether a noun between a figure and its noun of change makes the whole something else: "5% reduction target". */
static bool is_goal_behind(const Sentence *s, size_t i)
{
    static const char *const words[] = {
        "target", "targets",   "goal",       "aim",        "ambition",    "plan",      "limit",
        "cap",    "threshold", "scenario",   "assumption", "requirement", "objective", "commitment",
        "pledge", "forecast",  "projection", "bid",        "claim",       "request"};

    for (size_t k = 0; i < s->count && k < sizeof(words) / sizeof(words[0]); k++) {
        if (pc_says(AT(i), words[k])) {
            return true;
        }
    }
    return false;
}

/* ---- right of the figure ---- */

/* Whether a word of change right of a figure is a verb there: "12% fall within", "5% drop out". */
static bool is_verb_there(const Sentence *s, size_t i)
{
    static const char *const words[] = {"within", "outside", "into", "out",    "under",
                                        "short",  "through", "off",  "behind", "foul"};

    for (size_t k = 0; i + 1 < s->count && k < sizeof(words) / sizeof(words[0]); k++) {
        if (pc_says(AT(i + 1), words[k])) {
            return true;
        }
    }
    /* "the remaining 5% increase the pressure", but "a 5% increase the year before" */
    return i + 2 < s->count && token_is(AT(i), IS_BASE_FORM) && pc_says(AT(i + 1), "the") &&
           AT(i + 2)->kind == TOKEN_WORD && !(AT(i + 2)->is & (IS_PAST | IS_PERIOD));
}

/* Whether the "than" that belongs to a word of change before `at` leads elsewhere: "higher among men than women". */
static bool compares_elsewhere(const Sentence *s, size_t at)
{
    for (size_t i = at; i < s->count && i < at + 10; i++) {
        if (AT(i)->kind == TOKEN_STOP || AT(i)->kind == TOKEN_FIGURE || begins_clause(s, i) ||
            token_mark(AT(i), ',')) {
            break;
        }
        /* "fewer in the second quarter than in the first" */
        if (pc_says(AT(i), "than") && i + 3 < s->count && pc_says_all(s, i, "than in the") &&
            token_is(AT(i + 3), IS_ADJECTIVE | IS_PART_WORD) && pc_is_own_past(s, at)) {
            return false;
        }
        if (pc_says(AT(i), "than")) {
            return pc_is_elsewhere(s, i);
        }
    }
    return pc_is_elsewhere(s, at);
}

/* "LED lamps use 60% less energy", "are 20% more efficient": one thing with another, unless with an earlier time. */
static bool compares_products(const Sentence *s, const Figure *f, size_t i)
{
    static const char *const verbs[] = {"use",      "uses",    "hold", "holds", "cost",
                                        "costs",    "consume", "emit", "need",  "consumes",
                                        "requires", "emits",   "carry"};
    const Token *before = f->token > 0 ? AT(f->token - 1) : NULL;

    if (before == NULL || !(pc_says(AT(i), "more") || pc_says(AT(i), "less")) ||
        pc_is_own_past(s, i + 1)) {
        return false;
    }
    for (size_t k = 0; k < sizeof(verbs) / sizeof(verbs[0]); k++) {
        if (pc_says(before, verbs[k])) {
            return true;
        }
    }
    return (pc_says(before, "is") || pc_says(before, "are")) && f->token > 1 &&
           !pc_says(AT(f->token - 2), "there") && AT(i + 1)->kind == TOKEN_WORD &&
           AT(i + 1)->is == 0;
}

/* The head right of figure f; false where none stands there. */
bool pc_governed_from_right(Sentence *s, Figure *f)
{
    size_t i = f->token + 1;

    if (i < s->count && (token_mark(AT(i), '"') || token_mark(AT(i), '\''))) {
        i++;
    }
    if (i + 2 < s->count && pc_says_all(s, i, "ahead of")) {
        f->role = pc_is_own_past(s, i + 2) && !pc_is_elsewhere(s, i + 2) ? ROLE_SIZE : ROLE_LEVEL;
        f->head = f->role == ROLE_SIZE ? i : NO_TOKEN;
        f->direction = 1;
        return true;
    }
    if (i < s->count && AT(i)->kind == TOKEN_WORD && (AT(i)->is & IS_CHANGE_ADVERB) &&
        !AT(i)->new_line) {
        const Token *t = AT(i);
        const Token *next = i + 1 < s->count ? AT(i + 1) : NULL;

        if (pc_says(t, "above") || pc_says(t, "below")) {
            if (pc_is_own_past(s, i + 1) && !pc_is_elsewhere(s, i + 1)) {
                f->head = i;
            } else {
                f->role = ROLE_LEVEL;
            }
        } else if (next != NULL && pc_says(next, "likely")) {
            f->role = ROLE_LEVEL;
        } else if (compares_elsewhere(s, i + 1) || compares_products(s, f, i)) {
            f->role = ROLE_LEVEL;
        } else if (next != NULL && (pc_says(t, "up") || pc_says(t, "down")) &&
                   pc_says(next, "from") && i + 2 < s->count && AT(i + 2)->kind == TOKEN_FIGURE) {
            return false; /* "36% up from 31%": levels */
        } else if (next != NULL && pc_says(t, "less") && pc_says(next, "relief")) {
            return false;
        } else {
            f->head = i;
        }
        if (f->head != NO_TOKEN) {
            f->role = ROLE_SIZE;
            f->direction = t->direction;
        }
        return true;
    }
    if (i < s->count && AT(i)->kind == TOKEN_FIGURE &&
        s->figures[AT(i)->figure].form == FORM_RATIO) {
        return false;
    }
    for (size_t words = 0; i < s->count && words < 7; words++) {
        const Token *t = AT(i);
        size_t skip = period_on_period(s, i);

        if (skip > 0) {
            i += skip;
            continue;
        }
        if (t->kind != TOKEN_WORD) {
            return false;
        }
        if ((t->is & IS_CHANGE_NOUN) && !is_verb_there(s, i)) {
            if (is_goal_behind(s, i + 1)) {
                f->role = ROLE_GOAL;
                return true;
            }
            f->head = i;
            f->role = ROLE_SIZE;
            f->direction = t->direction;
            return true;
        }
        if (is_goal_behind(s, i)) {
            f->role = ROLE_GOAL;
            return true;
        }
        if ((t->is & (IS_BE | IS_HAVE | IS_MODAL | IS_PREPOSITION | IS_PRONOUN | IS_ARTICLE |
                      IS_CONTRAST | IS_AND)) &&
            !pc_says(t, "overall")) {
            return false;
        }
        if ((t->is & (IS_VERB | IS_LIGHT_VERB | IS_CHANGE_VERB | IS_LEVEL_VERB | IS_SAY)) &&
            !pc_says(t, "reported") && !pc_says(t, "recorded") && !pc_says(t, "reducing")) {
            return false;
        }
        i++;
    }
    return false;
}

/* "5% of calls": a share of what follows. */
bool pc_is_share(const Sentence *s, const Figure *f)
{
    size_t i = f->token + 1;

    return i < s->count && pc_says(AT(i), "of") &&
           !(i + 1 < s->count && AT(i + 1)->kind == TOKEN_FIGURE);
}

/* ---- left of the figure ---- */

bool pc_is_attributive(const Sentence *s, size_t i)
{
    const Token *t = AT(i);

    return t->word_len > 5 && memcmp(t->word + t->word_len - 3, "ing", 3) == 0 && i > 1 &&
           i + 1 < s->count && AT(i - 1)->kind == TOKEN_WORD && AT(i - 1)->is == 0 &&
           token_is(AT(i - 2), IS_ARTICLE) && AT(i + 1)->kind == TOKEN_WORD && AT(i + 1)->is == 0;
}

/* The nearest word of change left of `from` (which counts) that can govern a figure; NO_TOKEN for none. */
size_t pc_head_left(const Sentence *s, size_t from, bool through_figures)
{
    size_t i = from;

    for (int steps = 0; steps < REACH; steps++) {
        const Token *t = AT(i);

        if (t->kind == TOKEN_FIGURE && s->figures[t->figure].form == FORM_RATIO) {
            return NO_TOKEN;
        }
        if (t->kind == TOKEN_FIGURE && !through_figures) {
            return NO_TOKEN;
        }
        if (t->kind == TOKEN_WORD) {
            if ((t->is & IS_CHANGE_WORD) && !pc_is_attributive(s, i) &&
                !(pc_says(t, "raised") && i < from && !token_is(AT(i + 1), IS_ARTICLE)) &&
                !(pc_says(t, "more") && i + 1 < s->count && pc_says(AT(i + 1), "than")) &&
                !(pc_says(t, "up") && i + 1 < s->count && pc_says(AT(i + 1), "to")) &&
                !((pc_says(t, "more") || pc_says(t, "less") || pc_says(t, "above") ||
                   pc_says(t, "below")) &&
                  i + 1 <= from && !token_is(AT(i + 1), IS_PREPOSITION) &&
                  !(i > 0 && AT(i - 1)->kind == TOKEN_NUMBER))) {
                return i;
            }
            if (t->is & (IS_NEVER_SIZE)) {
                return NO_TOKEN;
            }
        }
        if (begins_clause(s, i) || i == 0) {
            return NO_TOKEN;
        }
        i--;
    }
    return NO_TOKEN;
}

/* Whether a noun of change heads the subject of the verb at i: "the increase in X was 5%". */
static size_t noun_subject(const Sentence *s, size_t i)
{
    for (int steps = 0; steps < 20 && i > 0; steps++) {
        const Token *t = AT(--i);

        if (t->kind == TOKEN_FIGURE || begins_clause(s, i) || token_mark(t, ',')) {
            return NO_TOKEN;
        }
        if (t->kind == TOKEN_WORD && (t->is & IS_CHANGE_NOUN)) {
            size_t k = i;

            /* it heads the subject: no noun behind it, no preposition before it */
            while (k > 0 && token_is(AT(k - 1), IS_ARTICLE | IS_ADJECTIVE | IS_ADVERB)) {
                k--;
            }
            if (AT(i + 1)->kind == TOKEN_WORD &&
                (AT(i + 1)->is == 0 || token_is(AT(i + 1), IS_GOAL | IS_HOPE))) {
                return NO_TOKEN;
            }
            if (k > 0 && token_is(AT(k - 1), IS_PREPOSITION)) {
                return NO_TOKEN;
            }
            return (t->is & IS_CHANGE_VERB) && i > 0 &&
                           !token_is(AT(i - 1), IS_ARTICLE | IS_CHANGE_ADVERB | IS_ADVERB) &&
                           AT(i - 1)->kind == TOKEN_WORD &&
                           (AT(i - 1)->is & (IS_BE | IS_HAVE | IS_MODAL))
                       ? NO_TOKEN
                       : i;
        }
        if (t->is & (IS_VERB | IS_LIGHT_VERB) && !(t->is & (IS_PERIOD))) {
            if (!pc_says(t, "recorded") && !pc_says(t, "reported") && !pc_says(t, "seen")) {
                return NO_TOKEN;
            }
        }
    }
    return NO_TOKEN;
}

bool pc_take_head(const Sentence *s, Figure *f, size_t head)
{
    if (head == NO_TOKEN) {
        return false;
    }
    f->head = head;
    f->role = ROLE_SIZE;
    f->direction = AT(head)->direction;
    return true;
}

/* "makes up 54%", "took up 5%": up and down that belong to another verb. */
static bool is_particle(const Sentence *s, size_t i)
{
    static const char *const verbs[] = {
        "make",  "made",  "making", "take",   "took",  "taken",  "sign",  "pick", "follow",
        "end",   "open",  "catch",  "caught", "clean", "built",  "build", "kept", "keep",
        "stand", "stood", "turn",   "break",  "broke", "broken", "count", "use",  "used"};
    const Token *verb = i > 0 ? AT(i - 1) : NULL;

    if (verb == NULL || verb->kind != TOKEN_WORD ||
        !(pc_says(AT(i), "up") || pc_says(AT(i), "down"))) {
        return false;
    }
    for (size_t k = 0; k < sizeof(verbs) / sizeof(verbs[0]); k++) {
        size_t len = strlen(verbs[k]);

        if (verb->word_len >= len && verb->word_len <= len + 3 &&
            memcmp(verb->word, verbs[k], len) == 0) {
            return true;
        }
    }
    return false;
}

/* The governor left of figure f; false where none stands there and the role stays open. */
bool pc_governed_from_left(Sentence *s, Figure *f)
{
    size_t i = pc_step_left(s, f);
    const Token *t;
    size_t head;

    if (i == NO_TOKEN) {
        return false;
    }
    t = AT(i);
    if (pc_says(t, "by") || (f->form == FORM_PART && pc_says(t, "in"))) {
        size_t from = i;

        /* "rose, mainly because of overtime, by 6%" */
        if (i > 2 && token_mark(AT(i - 1), ',')) {
            for (size_t k = i - 1; k > 0 && i - k < 12; k--) {
                if (token_mark(AT(k - 1), ',')) {
                    from = k > 1 && token_is(AT(k - 2), IS_CHANGE_WORD) ? k - 1 : from;
                    break;
                }
            }
        }
        /* "had not dropped by a tenth but by 4%" */
        if (i > 1 && pc_says(AT(i - 1), "but") && AT(i - 2)->kind == TOKEN_FIGURE &&
            AT(i - 2)->figure < (size_t) (f - s->figures)) {
            return pc_take_head(s, f, s->figures[AT(i - 2)->figure].head);
        }
        head = from == 0 ? NO_TOKEN : pc_head_left(s, from - 1, false);
        /* "overstated the increase by 3%" */
        if (head != NO_TOKEN && head > 1 && token_is(AT(head), IS_CHANGE_NOUN) &&
            token_is(AT(head - 1), IS_ARTICLE) && token_is(AT(head - 2), IS_NEVER_SIZE)) {
            return false;
        }
        if (head != NO_TOKEN && begins_clause(s, head) && head + 1 < i) {
            head = NO_TOKEN;
        }
        return pc_take_head(s, f, head);
    }
    if (pc_says(t, "of") || pc_says(t, "o")) {
        head = i == 0 ? NO_TOKEN : pc_head_left(s, i - 1, false);
        /* The nearest noun before "of" is what the figure measures, unless it stands inside the change's own phrase. */
        if (head != NO_TOKEN && (AT(head)->is & IS_CHANGE_NOUN)) {
            for (size_t k = head + 1; k < i; k++) {
                if (token_is(AT(k), IS_HOPE | IS_GOAL | IS_COMPARER) ||
                    token_is(AT(k), IS_AVERAGE)) {
                    f->role = ROLE_GOAL;
                    return true;
                }
                if (k == head + 1 && is_goal_behind(s, k)) {
                    f->role = ROLE_GOAL;
                    return true;
                }
                if (token_is(AT(k), IS_BE | IS_HAVE | IS_LEVEL_VERB)) {
                    return false;
                }
            }
            return pc_take_head(s, f, head);
        }
        if (i > 0 && token_is(AT(i - 1), IS_GOAL | IS_HOPE)) {
            f->role = ROLE_GOAL;
            return true;
        }
        if (i > 0 && token_is(AT(i - 1), IS_LEVEL_NOUN | IS_AVERAGE)) {
            f->role = ROLE_LEVEL;
            return true;
        }
        return false;
    }
    if (pc_says(t, "to")) {
        if (i > 0 && (pc_says(AT(i - 1), "amounted") || pc_says(AT(i - 1), "equated") ||
                      pc_says(AT(i - 1), "amounting") || pc_says(AT(i - 1), "equivalent") ||
                      pc_says(AT(i - 1), "equal") || pc_says(AT(i - 1), "equating"))) {
            return pc_take_head(s, f, pc_head_left(s, i - 1, false));
        }
        if (i > 0 && token_is(AT(i - 1), IS_COMPARER)) {
            return false;
        }
        f->role = ROLE_TO;
        return true;
    }
    if (pc_says(t, "from")) {
        f->role = ROLE_FROM;
        return true;
    }
    /* "the largest increase was in shoplifting, at 15%" */
    if (pc_says(t, "at") && i > 1 && token_mark(AT(i - 1), ',')) {
        head = pc_head_left(s, i - 2, false);
        if (head != NO_TOKEN && token_is(AT(head), IS_CHANGE_NOUN) &&
            (token_is(AT(head + 1), IS_BE) ||
             (pc_says(AT(head + 1), "in") && head > 0 && pc_says(AT(head - 1), "the")))) {
            return pc_take_head(s, f, head);
        }
    }
    if (pc_says(t, "at") || pc_says(t, "under") || pc_says(t, "below") || pc_says(t, "above") ||
        pc_says(t, "beyond") || pc_says(t, "past") || pc_says(t, "than") ||
        pc_says(t, "reaching") || pc_says(t, "reached")) {
        f->role = pc_says(t, "than") && f->source == NO_TOKEN && i > 0 &&
                          !token_is(AT(i - 1), IS_CHANGE_ADVERB)
                      ? ROLE_NONE
                      : ROLE_LEVEL;
        return f->role != ROLE_NONE;
    }
    if (t->kind == TOKEN_WORD && (t->is & (IS_CHANGE_WORD)) && !pc_says(t, "above") &&
        !pc_says(t, "below") && !is_particle(s, i)) {
        return pc_take_head(s, f, i);
    }
    if (token_is(t, IS_BE | IS_LEVEL_VERB)) {
        head = noun_subject(s, i);
        if (head != NO_TOKEN && !pc_is_share(s, f)) {
            return pc_take_head(s, f, head);
        }
        f->role = ROLE_LEVEL;
        return true;
    }
    if (token_mark(t, '(') || token_mark(t, '[') || pc_says(t, "or")) {
        f->role = ROLE_BRACKET;
        return true;
    }
    if (token_mark(t, ',') && i > 0) {
        const Token *u = AT(i - 1);

        if (u->kind == TOKEN_WORD && (u->is & IS_CHANGE_WORD) && !(u->capital && i > 1) &&
            !pc_says(u, "above") && !pc_says(u, "below")) {
            return pc_take_head(s, f, i - 1);
        }
    }
    if (token_mark(t, ':') && i > 0 && token_is(AT(i - 1), IS_CHANGE_NOUN)) {
        return pc_take_head(s, f, i - 1);
    }
    /* An adverb or a phrase of time between the verb and its size: "rose sharply 5%", "rose over the year 5%" */
    if (t->kind == TOKEN_WORD && (t->is & (IS_ADVERB | IS_PERIOD)) && !(t->is & IS_AND)) {
        size_t k = i;

        for (int steps = 0; steps < 5 && k > 0; steps++) {
            if (!token_is(AT(k), IS_ADVERB | IS_PERIOD | IS_TIME_LINK | IS_ARTICLE | IS_PAST)) {
                break;
            }
            k--;
        }
        if (AT(k)->kind == TOKEN_WORD && (AT(k)->is & (IS_CHANGE_VERB | IS_CHANGE_ADVERB)) &&
            !(AT(k)->is & IS_CHANGE_NOUN)) {
            return pc_take_head(s, f, k);
        }
    }
    return false;
}

/* ---- the whole ---- */

/* A sign of its own next to a subject. */
static void sign_role(const Sentence *s, Figure *f)
{
    (void) s;
    if (f->sign != 0 && !f->tolerance && f->role != ROLE_GOAL) {
        f->role = ROLE_SIZE;
        f->direction = f->sign;
    }
}

static void own_role(Sentence *s, Figure *f)
{
    if (f->tolerance) {
        pc_step_left(s, f);
        return;
    }
    if (f->form == FORM_RATIO || f->form == FORM_MULTIPLE) {
        pc_ratio_role(s, f);
        return;
    }
    if (pc_governed_from_right(s, f)) {
        MnQualifier kept = f->qualifier;
        size_t left = pc_step_left(s, f);

        (void) kept;
        if (left != NO_TOKEN && pc_says(AT(left), "by") && f->head != NO_TOKEN &&
            f->head > f->token && (AT(f->head)->is & IS_CHANGE_ADVERB)) {
            /* "fell by 5% more than" keeps its verb */
            size_t head = left == 0 ? NO_TOKEN : pc_head_left(s, left - 1, false);

            if (head != NO_TOKEN) {
                pc_take_head(s, f, head);
            }
        }
        return;
    }
    if (pc_governed_from_left(s, f)) {
        if (f->role == ROLE_LEVEL && f->sign != 0) {
            sign_role(s, f);
        }
        return;
    }
    sign_role(s, f);
}

/* Zero given as a change: "a 0% change", "no change (0.0%)". */
static void zero_role(Sentence *s, Figure *f)
{
    if (f->low != 0 || f->high != 0 || f->role == ROLE_SIZE) {
        return;
    }
    for (size_t i = f->token > 5 ? f->token - 5 : 0; i < s->count && i < f->token + 4; i++) {
        if (pc_says(AT(i), "change") || pc_says(AT(i), "changed") || pc_says(AT(i), "unchanged")) {
            f->role = ROLE_SIZE;
            f->head = i;
            f->direction = 0;
            return;
        }
    }
}

/* "a -4% change": the sign is the direction, the noun the head. */
static void signed_change(const Sentence *s, Figure *f)
{
    size_t i = f->token + 1;

    if (f->role == ROLE_SIZE && f->head == NO_TOKEN && i < s->count && pc_says(AT(i), "change")) {
        f->head = i;
    }
}

void pc_find_roles(Sentence *s)
{
    for (size_t i = 0; i < s->figure_count; i++) {
        own_role(s, &s->figures[i]);
    }
    for (size_t i = s->figure_count; i-- > 0;) {
        if (s->figures[i].role == ROLE_NONE && s->figures[i].form != FORM_RATIO) {
            pc_take_from_next(s, i);
        }
    }
    for (size_t i = 0; i < s->figure_count; i++) {
        Figure *f = &s->figures[i];

        if (f->role == ROLE_BRACKET) {
            if (pc_is_share(s, f)) {
                f->role = ROLE_LEVEL;
            } else {
                pc_resolve_bracket(s, f);
                if (f->role == ROLE_NONE) {
                    sign_role(s, f);
                }
            }
        }
        if (f->role == ROLE_NONE && f->form != FORM_RATIO && f->form != FORM_MULTIPLE &&
            !f->tolerance) {
            pc_take_over(s, i);
        }
        if (f->form == FORM_PART) {
            pc_part_role(s, f);
        }
        zero_role(s, f);
        signed_change(s, f);
        if (f->role == ROLE_SIZE && f->head == NO_TOKEN && f->source == NO_TOKEN &&
            pc_is_share(s, f) && f->sign == 0) {
            f->role = ROLE_LEVEL;
        }
    }
}
