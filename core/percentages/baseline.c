/*
 * baseline.c - what a change is compared with, as printed: "compared with the previous 12 months".
 */
#include "reading.h"

#define AT(i) (&s->tokens[i])

/* Where a comparison begins behind a figure, NO_TOKEN for none. */
static size_t comparison_start(const Sentence *s, const Figure *f)
{
    size_t i = f->token + 1;

    for (int steps = 0; i < s->count && steps < 24; steps++, i++) {
        const Token *t = AT(i);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE || token_mark(t, ';')) {
            return NO_TOKEN;
        }
        if (t->kind != TOKEN_WORD) {
            continue;
        }
        if (pc_says(t, "compared") || pc_says(t, "comparison") || pc_says(t, "versus") ||
            pc_says(t, "vs") || pc_says(t, "comparing") || pc_says(t, "relative")) {
            return pc_says(t, "comparison") && i > 0 && pc_says(AT(i - 1), "in") ? i - 1 : i;
        }
        if ((pc_says(t, "than") || pc_says(t, "against") || pc_says(t, "on") ||
             pc_says(t, "since") || pc_says(t, "from") || pc_says(t, "over") ||
             pc_says(t, "above") || pc_says(t, "below")) &&
            pc_is_own_past(s, i + 1)) {
            return i;
        }
        if ((t->is & IS_CONTRAST) && !pc_says(t, "since") && !pc_says(t, "when")) {
            return NO_TOKEN;
        }
    }
    return NO_TOKEN;
}

MnText pc_baseline(const Sentence *s, size_t f, MnArena *arena)
{
    size_t first = comparison_start(s, &s->figures[f]);
    size_t last;

    if (first == NO_TOKEN && s->count > 1 &&
        (pc_says(AT(0), "compared") || pc_says(AT(1), "comparison"))) {
        first = 0; /* "Compared with last year, thefts rose" */
    }
    if (first == NO_TOKEN) {
        return (MnText){NULL, 0};
    }
    last = first;
    for (size_t i = first + 1; i < s->count && i < first + 18; i++) {
        const Token *t = AT(i);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE ||
            (t->kind == TOKEN_MARK && t->mark != '\'' && t->mark != '/' && t->mark != '-') ||
            (token_is(t, IS_CONTRAST) && !pc_says(t, "when")) || token_is(t, IS_AND) ||
            token_is(t, IS_HAVE | IS_MODAL)) {
            break;
        }
        last = i;
    }
    return pc_text_of(s, first, last, arena);
}
