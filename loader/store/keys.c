/*
 * keys.c - see keys.h.
 */
#include "keys.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/sha.h>
#include <utf8proc.h>

typedef struct KeyId {
    struct KeyId *next;
    int64_t id;
} KeyId;

typedef struct KeyEntry {
    struct KeyEntry *next;
    const char *key;
    size_t hash;
    KeyId *first;
    KeyId *last;
} KeyEntry;

/* Whether a folded character is part of a word. */
static bool in_word(utf8proc_int32_t c)
{
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

const char *name_key(Arena *arena, const char *name, size_t characters)
{
    Buffer out = {.arena = arena};
    utf8proc_uint8_t *folded = NULL;
    MnText text;
    size_t count = 0;
    bool gap = false;

    if (name == NULL ||
        utf8proc_map((const utf8proc_uint8_t *) name, 0, &folded,
                     UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                         UTF8PROC_CASEFOLD | UTF8PROC_IGNORE) < 0) {
        return "";
    }
    text = (MnText){(const char *) folded, strlen((const char *) folded)};
    for (size_t at = 0; at < text.len && count < characters;) {
        size_t from = at;
        uint32_t c = mn_next(text, &at);

        if (c == '&') {
            buffer_puts(&out, out.len > 0 ? " and" : "and");
            count += 4;
            gap = true;
        } else if (c == '\'' || c == 0x2019) {
            continue;
        } else if (!in_word((utf8proc_int32_t) c)) {
            gap = true;
        } else {
            if (gap && out.len > 0) {
                buffer_putc(&out, ' ');
                count++;
            }
            gap = false;
            buffer_add(&out, text.data + from, at - from);
            count++;
        }
    }
    free(folded);
    if (out.data == NULL) {
        return "";
    }
    return strncmp(out.data, "the ", 4) == 0 ? out.data + 4 : out.data;
}

const char *text_digest(Arena *arena, const char *text)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[SHA256_DIGEST_LENGTH];
    char *out;

    if (text == NULL) {
        return "";
    }
    SHA256((const unsigned char *) text, strlen(text), digest);
    out = arena_alloc(arena, 2 * sizeof(digest) + 1);
    for (size_t i = 0; i < sizeof(digest); i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    return out;
}

const char *said_digest(Arena *arena, const char *agenda_text, const char *text)
{
    return text_digest(arena,
                       arena_printf(arena, "%s\x1f%s", agenda_text == NULL ? "" : agenda_text,
                                    text == NULL ? "" : text));
}

/* FNV-1a. */
static size_t hash_of(const char *key)
{
    uint64_t hash = UINT64_C(14695981039346656037);

    for (; *key != '\0'; key++) {
        hash = (hash ^ (unsigned char) *key) * UINT64_C(1099511628211);
    }
    return (size_t) (hash ^ (hash >> 32));
}

static KeyEntry *find(const KeyMap *map, const char *key, size_t hash)
{
    KeyEntry *entry = map->slot_count == 0 ? NULL : map->slots[hash % map->slot_count];

    while (entry != NULL && (entry->hash != hash || strcmp(entry->key, key) != 0)) {
        entry = entry->next;
    }
    return entry;
}

static void grow(KeyMap *map)
{
    size_t slot_count = map->slot_count == 0 ? 64 : map->slot_count * 4;
    KeyEntry **slots = arena_alloc(map->arena, slot_count * sizeof(KeyEntry *));

    for (size_t i = 0; i < map->slot_count; i++) {
        KeyEntry *next;

        for (KeyEntry *entry = map->slots[i]; entry != NULL; entry = next) {
            next = entry->next;
            entry->next = slots[entry->hash % slot_count];
            slots[entry->hash % slot_count] = entry;
        }
    }
    map->slots = slots;
    map->slot_count = slot_count;
}

void key_put(KeyMap *map, const char *key, int64_t id)
{
    size_t hash = hash_of(key);
    KeyEntry *entry = find(map, key, hash);
    KeyId *element = arena_alloc(map->arena, sizeof(KeyId));

    element->id = id;
    if (entry == NULL) {
        if (map->count >= map->slot_count) {
            grow(map);
        }
        entry = arena_alloc(map->arena, sizeof(KeyEntry));
        entry->key = arena_string(map->arena, key);
        entry->hash = hash;
        entry->next = map->slots[hash % map->slot_count];
        map->slots[hash % map->slot_count] = entry;
        map->count++;
    }
    if (entry->first == NULL) {
        entry->first = element;
    } else {
        entry->last->next = element;
    }
    entry->last = element;
}

int64_t key_take(KeyMap *map, const char *key)
{
    KeyEntry *entry = find(map, key, hash_of(key));
    int64_t id;

    if (entry == NULL || entry->first == NULL) {
        return 0;
    }
    id = entry->first->id;
    entry->first = entry->first->next;
    return id;
}

size_t key_count(const KeyMap *map, const char *key)
{
    const KeyEntry *entry = find(map, key, hash_of(key));
    size_t count = 0;

    for (const KeyId *element = entry == NULL ? NULL : entry->first; element != NULL;
         element = element->next) {
        count++;
    }
    return count;
}
