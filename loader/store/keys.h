/*
 * keys.h - names made comparable, and a map from such keys to ids.
 */
#ifndef MINUTES_KEYS_H
#define MINUTES_KEYS_H

#include "arena.h"

/*
 * A name as a key: case folded, compatibility forms mapped, "&" as "and", a leading "the" dropped, everything but letters and digits as single
 * spaces; at most `characters` characters. "" for NULL.
 */
const char *name_key(Arena *arena, const char *name, size_t characters);

/* The SHA-256 of a string, hexadecimal; "" for NULL. */
const char *text_digest(Arena *arena, const char *text);

/* The same of all that an item says, its agenda text and its text, each NULL for none. */
const char *said_digest(Arena *arena, const char *agenda_text, const char *text);

/* From keys to ids, several to a key; what is taken comes in the order it was put in. */
typedef struct KeyMap {
    Arena *arena;
    struct KeyEntry **slots;
    size_t slot_count;
    size_t count;
} KeyMap;

void key_put(KeyMap *map, const char *key, int64_t id);

/* Takes the first id of the key out of the map; 0 where there is none. */
int64_t key_take(KeyMap *map, const char *key);

/* How many ids the key has. */
size_t key_count(const KeyMap *map, const char *key);

#endif
