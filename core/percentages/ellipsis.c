/*
 * ellipsis.c - figures that no word of their own governs: in brackets, in lists, after "compared with"; and ratio words.
 */
#include "roles.h"

#include <string.h>

#define AT(i) (&s->tokens[i])

/* ---- brackets ---- */

/* A figure alone in brackets gives a size to the change told before them. */
void pc_resolve_bracket(Sentence *s, Figure *f)
{
    size_t i = f->base;
    size_t head;

    f->role = ROLE_NONE;
    if (i < 2) {
        return;
    }
    head = pc_head_left(s, i - 2, false);
    if (head == NO_TOKEN || token_is(AT(i - 2), IS_LEVEL_NOUN)) {
        return; /* "a fall in pass rates (70%)" */
    }
    for (size_t k = head + 1; k + 1 < i && token_is(AT(head), IS_CHANGE_NOUN); k++) {
        if (token_is(AT(k), IS_VERB) && !token_is(AT(k), IS_LIGHT_VERB | IS_PREPOSITION) &&
            AT(k)->word[AT(k)->word_len - 1] == 'd' && head + 1 == k) {
            return; /* "the rise affected 1 in 10 households (10%)" */
        }
    }
    pc_take_head(s, f, head);
}

/* ---- taking over a direction ---- */

/* Whether the tokens between two figures let the second take over the first one's direction. */
static bool links(const Sentence *s, const Figure *last, Figure *f)
{
    bool separated = false;
    bool compared = false;

    if (f->token - last->token > 24) {
        return false;
    }
    for (size_t i = last->token + 1; i < f->token; i++) {
        const Token *t = AT(i);

        if (t->kind == TOKEN_MARK) {
            separated |= t->mark == ',' || t->mark == ';' || t->mark == '(' || t->mark == '/' ||
                         t->mark == ':';
            continue;
        }
        if (t->kind != TOKEN_WORD) {
            continue;
        }
        if (t->is & (IS_CHANGE_WORD) && !(i >= f->base) && !pc_is_attributive(s, i)) {
            return false;
        }
        if (t->is & (IS_BE | IS_HAVE | IS_MODAL | IS_GOAL | IS_AVERAGE | IS_MOVE_VERB | IS_SAY |
                     IS_NOT | IS_NEVER_SIZE | IS_LEVEL_VERB)) {
            if (!(t->is & IS_PAST) && !token_is(t, IS_PERIOD)) {
                return false;
            }
        }
        if ((t->is & IS_VERB) && !(t->is & (IS_COMPARER | IS_PREPOSITION | IS_PERIOD)) &&
            !pc_says(t, "reported")) {
            return false;
        }
        if ((t->is & IS_LEVEL_NOUN) &&
            (i + 1 >= f->base || pc_says(AT(i + 1), "of") || token_is(AT(i + 1), IS_BE))) {
            return false;
        }
        if (pc_says(t, "to") && !(i > 0 && token_is(AT(i - 1), IS_COMPARER)) && i + 1 >= f->base) {
            return false;
        }
        if (t->is & IS_COMPARER) {
            separated = true;
            compared = true;
        }
        if (t->is & (IS_AND | IS_CONTRAST)) {
            separated = true;
        }
        if ((t->is & IS_CONTRAST) &&
            (pc_says(t, "which") || pc_says(t, "who") || pc_says(t, "where") ||
             pc_says(t, "because") || pc_says(t, "so"))) {
            return false;
        }
    }
    f->by_comparison = compared;
    return separated;
}

/* What stands right of an elliptical figure may still make it a level: "6% forecast", "6% of". */
static bool is_level_behind(const Sentence *s, const Figure *f)
{
    size_t i = f->token + 1;

    if (pc_is_share(s, f)) {
        return true;
    }
    return i < s->count && AT(i)->kind == TOKEN_WORD &&
           (AT(i)->is & (IS_GOAL | IS_HOPE | IS_LEVEL_NOUN | IS_NEVER_SIZE | IS_BE | IS_HAVE |
                         IS_VERB | IS_LEVEL_VERB)) &&
           !pc_says(AT(i), "reported") && !pc_says(AT(i), "recorded") && !pc_says(AT(i), "seen");
}

void pc_take_over(Sentence *s, size_t index)
{
    Figure *f = &s->figures[index];
    size_t k = index;

    while (k > 0) {
        const Figure *last = &s->figures[--k];

        if (last->role == ROLE_MERGED) {
            continue;
        }
        if (last->role == ROLE_SIZE && last->direction != 0 &&
            (last->head != NO_TOKEN || last->source != NO_TOKEN) && last->form != FORM_RATIO &&
            !is_level_behind(s, f) && links(s, last, f)) {
            f->role = ROLE_SIZE;
            f->direction = last->direction;
            f->source = k;
        }
        return;
    }
}

/* "5% and 7% increases": a figure that stands in a list before the governed one. */
void pc_take_from_next(Sentence *s, size_t index)
{
    Figure *f = &s->figures[index];
    const Figure *next = index + 1 < s->figure_count ? &s->figures[index + 1] : NULL;
    size_t gap;

    if (next == NULL || next->role != ROLE_SIZE || next->head == NO_TOKEN ||
        next->head < next->token) {
        return;
    }
    gap = next->token - f->token;
    if (gap == 2 && (token_is(AT(f->token + 1), IS_AND) || token_mark(AT(f->token + 1), ',') ||
                     token_mark(AT(f->token + 1), '/'))) {
        f->role = ROLE_SIZE;
        f->direction = next->direction;
        f->head = next->head;
    } else if (gap == 3 && token_is(AT(f->token + 1), IS_AND) &&
               token_is(AT(f->token + 2), IS_ARTICLE)) {
        f->role = ROLE_SIZE;
        f->direction = next->direction;
        f->head = next->head;
    }
}

/* ---- ratios ---- */

/* "halved", "doubled as", "double the number of last year", "twice as many as a year ago". */
void pc_ratio_role(Sentence *s, Figure *f)
{
    size_t i = f->token;
    size_t next = i + 1;

    f->base = i;
    pc_step_left(s, f);
    if (f->form == FORM_RATIO) {
        const Token *t = AT(i);
        bool participle = t->word_len > 3 && (memchr("dg", t->word[t->word_len - 1], 2) != NULL);

        if (i > 0 && t->capital && next < s->count && AT(next)->capital &&
            AT(next)->kind == TOKEN_WORD) {
            f->role = ROLE_NONE; /* "the Halving Hall" */
            return;
        }
        if (next < s->count &&
            (pc_says(AT(next), "as") || pc_says(AT(next), "up") || pc_says(AT(next), "down")) &&
            !(next + 1 < s->count && (token_is(AT(next + 1), IS_PERIOD)))) {
            f->role = ROLE_NONE;
            return;
        }
        if (participle || (i > 0 && token_is(AT(i - 1), IS_MODAL | IS_NOT)) ||
            (i > 0 && pc_says(AT(i - 1), "to"))) {
            f->role = ROLE_SIZE;
            f->head = i;
            return;
        }
        /* double an earlier figure */
        if (pc_is_own_past(s, next) && !pc_is_elsewhere(s, next)) {
            f->role = ROLE_SIZE;
            f->head = i;
        }
        return;
    }
    if (f->form == FORM_MULTIPLE) {
        if (pc_governed_from_right(s, f) && f->role == ROLE_SIZE) {
            return;
        }
        f->role = ROLE_NONE;
        f->head = NO_TOKEN;
        if (pc_governed_from_left(s, f) && f->role == ROLE_SIZE) {
            return;
        }
        f->role = ROLE_NONE;
        f->head = NO_TOKEN;
        if (next + 1 < s->count && (token_is(AT(next), IS_PERIOD) ||
                                    (token_is(AT(next + 1), IS_PERIOD) &&
                                     (pc_says(AT(next), "a") || pc_says(AT(next), "per") ||
                                      pc_says(AT(next), "each") || pc_says(AT(next), "every"))))) {
            return; /* "twice a year" */
        }
        if (pc_is_own_past(s, next) && !pc_is_elsewhere(s, next) &&
            (pc_says_all(s, next, "as") || pc_says_all(s, next, "the") ||
             pc_says(AT(next), "what") ||
             token_is(AT(next), IS_PAST | IS_CHANGE_ADVERB | IS_ARTICLE))) {
            f->role = ROLE_SIZE;
            f->head = i;
            f->direction = 1;
        }
    }
}

/* "half as many as last year", "half the number of a year ago": -50. */
void pc_part_role(Sentence *s, Figure *f)
{
    size_t next = f->token + 1;

    if (f->token > 0 &&
        (pc_says(AT(f->token - 1), "same") || pc_says(AT(f->token - 1), "first") ||
         pc_says(AT(f->token - 1), "second") || pc_says(AT(f->token - 1), "latter"))) {
        f->role = ROLE_LEVEL; /* "fewer than in the same half of 2023": a time */
        return;
    }
    if ((f->role != ROLE_NONE && f->role != ROLE_LEVEL) || f->low != 50 * MN_PERCENT_SCALE ||
        next >= s->count) {
        return;
    }
    if ((pc_says(AT(next), "as") || token_is(AT(next), IS_ARTICLE | IS_PAST) ||
         pc_says(AT(next), "what")) &&
        pc_is_own_past(s, next) && !pc_is_elsewhere(s, next)) {
        f->role = ROLE_SIZE;
        f->head = f->token;
        f->direction = -1;
    }
}
