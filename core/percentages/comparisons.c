/*
 * comparisons.c - what a figure is compared with: the subject's own past, which makes a change, or a budget, a target,
 * another area or group, which makes none.
 */
#include "modality.h"

#include <string.h>

bool pc_ends_phrase(const Token *t)
{
    return t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE || t->kind == TOKEN_ARROW ||
           (t->kind == TOKEN_MARK && strchr(",;:()_", t->mark) != NULL);
}

static bool is_year(const Token *t)
{
    return t->kind == TOKEN_NUMBER && !t->has_point && t->number >= 1900 * MN_PERCENT_SCALE &&
           t->number < 2100 * MN_PERCENT_SCALE;
}

bool pc_is_own_past(const Sentence *s, size_t at)
{
    for (size_t i = at; i < s->count && i < at + 16 && !pc_ends_phrase(AT(i)); i++) {
        if (is_year(AT(i)) || token_is(AT(i), IS_PAST | IS_OWN_PAST) ||
            (token_is(AT(i), IS_PERIOD) && !(AT(i)->is & IS_MODAL && !AT(i)->capital)) ||
            pc_says_all(s, i, "it was") || pc_says_all(s, i, "they were")) {
            return true;
        }
        if (i > at && token_is(AT(i), IS_CONTRAST)) {
            return false;
        }
    }
    return false;
}

bool pc_is_elsewhere(const Sentence *s, size_t at)
{
    bool opened = false;
    bool past = false;
    bool content = false;

    for (size_t i = at; i < s->count && i < at + 12 && !pc_ends_phrase(AT(i)); i++) {
        const Token *t = AT(i);

        if (i == at && t->kind == TOKEN_WORD &&
            (pc_says(t, "than") || pc_says(t, "as") || pc_says(t, "that") || pc_says(t, "the") ||
             pc_says(t, "what") || pc_says(t, "target") || pc_says(t, "budget"))) {
            opened = true;
        }
        if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER) {
            continue;
        }
        past |= is_year(t) || (t->is & (IS_PAST | IS_OWN_PAST | IS_PERIOD)) != 0;
        if (token_is(t, IS_AVERAGE | IS_AREA | IS_GOAL)) {
            bool own = false;

            for (size_t k = at; k < i; k++) {
                own |= token_is(AT(k), IS_OWN_PAST | IS_PERIOD | IS_PAST) || is_year(AT(k));
            }
            /* "the average for the last three years" */
            if (token_is(t, IS_AVERAGE) && !own && i + 1 < s->count &&
                (pc_says(AT(i + 1), "for") || pc_says(AT(i + 1), "of") ||
                 pc_says(AT(i + 1), "over"))) {
                own = pc_is_own_past(s, i + 1);
            }
            if (token_is(t, IS_AVERAGE) && own) {
                continue;
            }
            return opened || i <= at + 4;
        }
        if (token_is(t, IS_CONTRAST | IS_AND)) {
            break;
        }
        content |= i > at;
    }
    return opened && content && !past && pc_says(AT(at), "than");
}

/* "the national average was 3% higher", "neighbouring parishes, where they were 10% more": of others, beside the own. */
static bool is_of_others(const Sentence *s, const Figure *f, const Change *c)
{
    static const char *const comparatives[] = {"higher", "lower", "more",   "less",
                                               "dearer", "fewer", "greater"};
    static const char *const others[] = {"neighbour", "adjoining",  "adjacent", "nearby",
                                         "other",     "comparable", "elsewhere"};
    bool average = false;
    static const char *const figures[] = {"figure", "rate", "level", "mean", "equivalent"};
    bool area = false;
    bool figure = false;

    if (f->head == NO_TOKEN || !token_is(AT(f->head), IS_CHANGE_ADVERB) ||
        !one_of(AT(f->head), comparatives, COUNT(comparatives))) {
        return false;
    }
    /* "higher than the family group average by 8%" */
    if (f->head < f->token) {
        return pc_says(AT(f->head + 1), "than") && pc_is_elsewhere(s, f->head + 1) &&
               !pc_is_own_past(s, f->head + 1);
    }
    if (pc_is_own_past(s, c->end + 1)) {
        return false;
    }
    for (size_t i = f->base, steps = 0; i > 0 && steps < 10; steps++) {
        const Token *t = AT(--i);

        if (pc_says(t, "where")) {
            for (size_t k = i, back = 0; k > 0 && back < 8; back++) {
                k--;
                if (token_is(AT(k), IS_AREA) || has_stem(AT(k), others, COUNT(others))) {
                    return true;
                }
            }
            return false;
        }
        if (pc_is_boundary(s, i) || t->kind == TOKEN_FIGURE || token_mark(t, ',') ||
            pc_says(t, "that") || token_is(t, IS_AND)) {
            break;
        }
        average |= token_is(t, IS_AVERAGE) && i + 1 != f->base;
        area |= token_is(t, IS_AREA);
        figure |= token_is(t, IS_AREA) && one_of(AT(i + 1), figures, COUNT(figures)) &&
                  i + 2 == f->base - token_is(AT(f->base - 1), IS_BE);
    }
    /* "the national figure was 2% higher" and no more: than here */
    return (average && area) ||
           (figure && (c->end + 1 >= s->count || AT(c->end + 1)->kind == TOKEN_STOP));
}

/* "Pay (-1%) and supplies (+2%) variances against budget": the signed figures before the word. */
static bool is_listed_variance(const Sentence *s, const Figure *f)
{
    if (f->sign == 0 || f->head != NO_TOKEN) {
        return false;
    }
    for (size_t i = f->token + 1; i + 1 < s->count && i < f->token + 30; i++) {
        const Token *t = AT(i);

        if (t->kind == TOKEN_STOP || token_mark(t, ';') || token_is(t, IS_CONTRAST) ||
            token_is(t, IS_CHANGE_WORD)) {
            return false;
        }
        if (pc_says(t, "variance") || pc_says(t, "variances")) {
            return true;
        }
        if (pc_says(t, "against")) {
            for (size_t k = i + 1; k < s->count && k < i + 4; k++) {
                if (token_is(AT(k), IS_GOAL) || pc_says(AT(k), "profile")) {
                    return true;
                }
            }
        }
    }
    return false;
}

/* "up 5% on budget", "-4% against target": a variance, unless the target is itself a figure of change. */
bool pc_is_variance(const Sentence *s, const Figure *f, const Change *c)
{
    size_t i = c->end + 1;

    if (is_of_others(s, f, c) || is_listed_variance(s, f)) {
        return true;
    }
    if (f->head != NO_TOKEN && !token_is(AT(f->head), IS_CHANGE_ADVERB)) {
        return false;
    }
    if (f->head == NO_TOKEN) {
        for (size_t k = f->base, steps = 0; k > 0 && steps < 24; steps++) {
            if (pc_is_boundary(s, --k) && !token_mark(AT(k), ':') && !token_mark(AT(k), ';')) {
                break;
            }
            /* further off only a heading of the list: "Variances: pay -3%, premises +2%" */
            if (steps >= 8 && !token_mark(AT(k + 1), ':')) {
                continue;
            }
            if (pc_says(AT(k), "variance") || pc_says(AT(k), "variances") ||
                pc_says(AT(k), "target") || pc_says(AT(k), "budget") || pc_says(AT(k), "margin") ||
                pc_says(AT(k), "overspend") || pc_says(AT(k), "underspend")) {
                return true;
            }
        }
        if (i < s->count && token_is(AT(i), IS_NEVER_SIZE)) {
            return true;
        }
    }
    if (i + 1 >= s->count || AT(i)->kind != TOKEN_WORD ||
        !(AT(i)->is & (IS_COMPARER | IS_PREPOSITION))) {
        return false;
    }
    if (pc_says(AT(i), "in") || pc_says(AT(i), "for") || pc_says(AT(i), "by")) {
        return false;
    }
    for (size_t k = i; k < s->count && k < i + 6 && !pc_ends_phrase(AT(k)); k++) {
        if (token_is(AT(k), IS_GOAL)) {
            return !(k + 2 < s->count && pc_says(AT(k + 1), "of") &&
                     AT(k + 2)->kind == TOKEN_FIGURE);
        }
    }
    return pc_is_elsewhere(s, i) && !pc_is_own_past(s, i) && pc_says(AT(i), "than");
}
