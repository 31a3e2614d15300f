/*
 * committees.c - which committee of a site somebody means; see sync.h.
 */
#include <stdio.h>
#include <string.h>

#include "keys.h"
#include "sync.h"
#include "texts.h"

#define TITLE_CHARACTERS 300
#define NEAR_MOST 5

/* How near a title comes to a name: words that both have, a common beginning of a word counting half. */
static int nearness(Arena *arena, const char *name, const char *title)
{
    MnText wanted = text_of(name_key(arena, name, TITLE_CHARACTERS));
    MnText has = text_of(name_key(arena, title, TITLE_CHARACTERS));
    MnText word;
    int near = 0;

    for (size_t at = 0; text_next_word(wanted, &at, &word);) {
        MnText other;
        int best = 0;

        for (size_t in = 0; best < 2 && text_next_word(has, &in, &other);) {
            size_t same = 0;

            while (same < word.len && same < other.len && word.data[same] == other.data[same]) {
                same++;
            }
            if (same == word.len && same == other.len) {
                best = 2;
            } else if (same >= 4 || (same >= 2 && same + 1 >= word.len)) {
                best = best < 1 ? 1 : best;
            }
        }
        near += best;
    }
    return near;
}

/* The titles that come nearest, as "A" (12), "B" (13). */
static const char *near_titles(Arena *arena, const Committees *committees, const char *name)
{
    bool *told = arena_alloc(arena, (committees->count + 1) * sizeof(bool));
    int *near = arena_alloc(arena, (committees->count + 1) * sizeof(int));
    Buffer list = {.arena = arena};

    for (size_t i = 0; i < committees->count; i++) {
        near[i] = nearness(arena, name, committees->committee[i].title);
    }
    for (int n = 0; n < NEAR_MOST; n++) {
        size_t best = committees->count;

        for (size_t i = 0; i < committees->count; i++) {
            if (!told[i] && near[i] > 0 && (best == committees->count || near[i] > near[best])) {
                best = i;
            }
        }
        if (best == committees->count) {
            break;
        }
        told[best] = true;
        buffer_puts(&list, arena_printf(arena, "%s\"%s\" (%s)", list.len == 0 ? "" : ", ",
                                        committees->committee[best].title,
                                        committees->committee[best].id));
    }
    return list.data;
}

const Committee *committee_named(Arena *arena, const Committees *committees, const char *name,
                                 const char **why)
{
    const char *key = name_key(arena, name, TITLE_CHARACTERS);
    const Committee *found = NULL;
    const char *near;
    size_t same = 0;
    size_t open = 0;
    Buffer numbers = {.arena = arena};

    for (size_t i = 0; i < committees->count; i++) {
        const Committee *committee = &committees->committee[i];

        if (strcmp(committee->id, name) == 0) {
            return committee;
        }
        if (strcmp(name_key(arena, committee->title, TITLE_CHARACTERS), key) == 0 && *key != '\0') {
            same++;
            open += !committee->closed;
            if (found == NULL || (found->closed && !committee->closed)) {
                found = committee;
            }
            buffer_puts(&numbers, same == 1 ? "" : ", ");
            buffer_puts(&numbers, committee->id);
        }
    }
    if (same == 1 || open == 1) {
        return found;
    }
    if (same > 1) {
        *why = arena_printf(arena,
                            "several committees of the site are called \"%s\"; give one by "
                            "its number: %s",
                            name, numbers.data);
        return NULL;
    }
    near = near_titles(arena, committees, name);
    *why = near != NULL
               ? arena_printf(arena, "the site has no committee \"%s\"; near are %s", name, near)
               : arena_printf(arena,
                              "the site has no committee \"%s\", nor one with a word of that among "
                              "its %zu",
                              name, committees->count);
    return NULL;
}
