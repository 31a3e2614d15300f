/*
 * elliptic_subjects.c - the metric where the sentence tells it once for several figures, or only the part that differs.
 */
#include "phrases.h"

#include <string.h>

#define AT(i) (&s->tokens[i])

Phrase pc_elliptic_subject(const Sentence *s, const Figure *f, bool *adds)
{
    const Figure *source = &s->figures[f->source];
    size_t end = f->base;
    size_t first;
    Phrase p;

    *adds = false;
    while (end > source->token + 1 &&
           (token_mark(AT(end - 1), '(') || token_mark(AT(end - 1), ':') ||
            token_mark(AT(end - 1), '['))) {
        end--;
    }
    first = end;
    while (first > source->token + 1) {
        const Token *t = AT(first - 1);
        bool comma = token_mark(t, ',');

        if ((t->kind == TOKEN_MARK && strchr(",;(:/", t->mark) != NULL &&
             !(comma && pc_is_list_comma(s, first - 1, end)) &&
             !(comma && pc_is_empty(pc_trim_phrase(s, (Phrase){first, end})))) ||
            token_is(t, IS_COMPARER | IS_CONTRAST)) {
            break;
        }
        first--;
    }
    p = (Phrase){first, end};
    /* ", and Y 6%" keeps what stands behind the last "and" that follows the source's own words */
    for (size_t i = first; i < end; i++) {
        if (token_is(AT(i), IS_AND) &&
            (i == first || i == source->token + 1 ||
             token_is(AT(first), IS_PREPOSITION | IS_AREA | IS_ADVERB | IS_PERIOD))) {
            p.first = i + 1;
        }
    }
    p = pc_trim_phrase(s, p);
    if (!pc_is_empty(p) && !pc_is_time(s, p.first, p.end)) {
        *adds = f->by_comparison && token_is(AT(p.end - 1), IS_AREA);
        return p;
    }
    if (f->token + 1 < s->count) {
        const Token *next = AT(f->token + 1);

        if (token_is(next, IS_PREPOSITION) && !pc_opens_time(s, f->token + 1)) {
            p = pc_phrase_right(s, f->token + 2);
            if (!pc_is_empty(p) && !pc_is_time(s, p.first, p.end)) {
                bool noun = source->head != NO_TOKEN && token_is(AT(source->head), IS_CHANGE_NOUN);

                *adds = f->by_comparison || (!noun && !pc_says(next, "for"));
                return p;
            }
        }
        if (f->by_comparison && token_is(next, IS_AREA)) {
            *adds = true;
            return (Phrase){f->token + 1, f->token + 2};
        }
    }
    return NO_PHRASE;
}

MnText pc_joined(MnArena *arena, MnText a, MnText b)
{
    char *data = mn_alloc(arena, a.len + b.len + 2);

    if (data == NULL) {
        return (MnText){NULL, 0};
    }
    memcpy(data, a.data, a.len);
    data[a.len] = ' ';
    memcpy(data + a.len + 1, b.data, b.len);
    data[a.len + 1 + b.len] = '\0';
    return (MnText){data, a.len + 1 + b.len};
}

bool pc_names_one_each(const Sentence *s, size_t index)
{
    const Figure *f = &s->figures[index];
    const Figure *next = index + 1 < s->figure_count ? &s->figures[index + 1] : NULL;

    return next != NULL && next->source == index && next->token + 1 < s->count &&
           pc_says(AT(f->token + 1), "for") && pc_says(AT(next->token + 1), "for") &&
           !pc_opens_time(s, f->token + 1);
}

/* The phrase with its preposition right behind figure f that tells where: "at Weston", "in the town centre". */
static Phrase place_behind(const Sentence *s, const Figure *f)
{
    size_t i = f->token + 1;
    Phrase p;

    if (i + 1 >= s->count || pc_opens_time(s, i) ||
        !(pc_says(AT(i), "at") || pc_says(AT(i), "in") || pc_says(AT(i), "on") ||
          pc_says(AT(i), "among") || pc_says(AT(i), "across"))) {
        return NO_PHRASE;
    }
    p = pc_phrase_right(s, i + 1);
    if (pc_is_empty(p) || pc_is_time(s, p.first, p.end)) {
        return NO_PHRASE;
    }
    p.first = i;
    return p;
}

Phrase pc_area_of(const Sentence *s, size_t index)
{
    const Figure *f = &s->figures[index];
    const Figure *next = index + 1 < s->figure_count ? &s->figures[index + 1] : NULL;
    const Figure *root = f;
    bool several = next != NULL && next->source == index && !pc_is_empty(place_behind(s, next));

    for (int steps = 0; root->source != NO_TOKEN && steps < 12; steps++) {
        if (pc_is_empty(place_behind(s, &s->figures[root->source]))) {
            return NO_PHRASE;
        }
        several = true;
        root = &s->figures[root->source];
    }
    /* behind a noun of change the phrase names the subject itself: "a rise of 3% in theft" */
    if (!several || f->role != ROLE_SIZE || f->by_comparison || root->head == NO_TOKEN ||
        token_is(AT(root->head), IS_CHANGE_NOUN)) {
        return NO_PHRASE;
    }
    return place_behind(s, f);
}

Phrase pc_second_pair_subject(const Sentence *s, size_t index)
{
    const Figure *to = &s->figures[index];
    const Figure *from;
    size_t first;
    Phrase p;

    if (to->role != ROLE_TO || to->partner == NO_TOKEN || to->partner == 0) {
        return NO_PHRASE;
    }
    from = &s->figures[to->partner];
    first = s->figures[to->partner - 1].token + 1;
    if (from->token > to->token || first >= from->base || to->head == NO_TOKEN ||
        to->head >= first || !pc_says(AT(from->base - 1), "from")) {
        return NO_PHRASE;
    }
    p = pc_phrase_left(s, from->base - 1);
    if (!pc_is_empty(p) && p.first >= first && !pc_is_time(s, p.first, p.end)) {
        return p;
    }
    return NO_PHRASE;
}
