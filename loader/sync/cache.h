/*
 * cache.h - what a site answered, kept as it came: each answer once, under the SHA-256 of its bytes, and for each address the last answer's.
 *
 *   answers/ab/abcdef...     the bytes
 *   addresses/01/0123...     (named by the SHA-256 of the address) three lines: the answer's SHA-256, when it was fetched, the address
 *
 * Only its owner may read it. A file is written beside its place, flushed and then moved there, so that whatever ends the program there is either
 * all of it or nothing; what was left beside is removed the next time. A file whose bytes are not those of its name counts as missing.
 */
#ifndef MINUTES_CACHE_H
#define MINUTES_CACHE_H

#include "arena.h"

typedef struct Cache Cache;

/*
 * Opens the cache in a directory, which is made. NULL for dir: $XDG_CACHE_HOME/minutes2pgsql, else $HOME/.cache/minutes2pgsql. NULL where it
 * cannot be made or written, or there is no such place, which was told.
 */
Cache *cache_open(const char *dir);

/* Keeps an answer. Nothing is written where the address's last answer was the same. False where it cannot be written (told once). */
bool cache_keep(Cache *cache, const char *url, const char *data, size_t len, const char *sha256);

/* The address's last answer, in the arena; false where there is none, or none that is whole. */
bool cache_find(Cache *cache, Arena *arena, const char *url, const char **data, size_t *len);

void cache_close(Cache *cache);

#endif
