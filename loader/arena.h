/*
 * arena.h - the loader's memory for one document: allotted in chunks, freed or reused all at once.
 */
#ifndef MINUTES_ARENA_H
#define MINUTES_ARENA_H

#include <stdarg.h>

#include "text.h"

typedef struct Arena {
    MnArena base; /* first: core/ sees only this */
    struct ArenaChunk *chunks;
    size_t used; /* bytes allotted since the last reset */
} Arena;

/* A new empty arena; the program ends with a message where there is no memory, here and in every allocation. */
Arena *arena_new(void);

/* Forgets everything allotted but keeps some memory for the next document. */
void arena_reset(Arena *arena);

void arena_free(Arena *arena);

/* size bytes, zeroed, never NULL. */
void *arena_alloc(Arena *arena, size_t size);

/*
 * A piece of the arena with another size, in place where it can be: the last piece grows and shrinks where it stands, a large one is
 * moved by the system. It keeps what it held; what is added is zeroed. The old piece is gone.
 */
void *arena_resize(Arena *arena, void *piece, size_t old_size, size_t size);

/* Gives a piece back that nothing points to any more, where that can be done at once; else the reset does it. */
void arena_release(Arena *arena, void *piece, size_t size);

/* A copy of the string; NULL for NULL. */
char *arena_string(Arena *arena, const char *string);

/* A NUL-terminated copy of a text. */
char *arena_text(Arena *arena, MnText text);

/* A formatted string. */
char *arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A text that grows; start with {arena}. */
typedef struct Buffer {
    Arena *arena;
    char *data; /* NUL-terminated once anything was added */
    size_t len;
    size_t size;
} Buffer;

/* Makes room for len more bytes in all, so that they are added without a copy. */
void buffer_reserve(Buffer *buffer, size_t len);

void buffer_add(Buffer *buffer, const char *data, size_t len);
void buffer_puts(Buffer *buffer, const char *string);
void buffer_putc(Buffer *buffer, char c);

#endif
