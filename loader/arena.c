/*
 * arena.c - see arena.h.
 */
#include "arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE ((size_t) 256 * 1024)
#define ALIGNMENT ((size_t) 16)

typedef struct ArenaChunk {
    struct ArenaChunk *next;
    size_t size;
    size_t used;
    _Alignas(16) char data[];
} ArenaChunk;

static ArenaChunk *new_chunk(size_t size, ArenaChunk *next)
{
    ArenaChunk *chunk = malloc(sizeof(ArenaChunk) + size);

    if (chunk == NULL) {
        fputs("minutes2pgsql: out of memory\n", stderr);
        abort();
    }
    chunk->next = next;
    chunk->size = size;
    chunk->used = 0;
    return chunk;
}

static void *alloc_for_core(MnArena *base, size_t size)
{
    return arena_alloc((Arena *) base, size);
}

Arena *arena_new(void)
{
    Arena *arena = calloc(1, sizeof(Arena));

    if (arena == NULL) {
        fputs("minutes2pgsql: out of memory\n", stderr);
        abort();
    }
    arena->base.alloc = alloc_for_core;
    return arena;
}

void arena_reset(Arena *arena)
{
    ArenaChunk *keep = NULL;

    while (arena->chunks != NULL) {
        ArenaChunk *next = arena->chunks->next;

        if (keep == NULL && arena->chunks->size == CHUNK_SIZE) {
            keep = arena->chunks;
            keep->next = NULL;
            keep->used = 0;
        } else {
            free(arena->chunks);
        }
        arena->chunks = next;
    }
    arena->chunks = keep;
    arena->used = 0;
}

void arena_free(Arena *arena)
{
    if (arena == NULL) {
        return;
    }
    while (arena->chunks != NULL) {
        ArenaChunk *next = arena->chunks->next;

        free(arena->chunks);
        arena->chunks = next;
    }
    free(arena);
}

void *arena_alloc(Arena *arena, size_t size)
{
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ArenaChunk *chunk = arena->chunks;
    void *data;

    if (chunk == NULL || chunk->size - chunk->used < rounded) {
        if (rounded > CHUNK_SIZE / 4) {
            /* A large piece gets a chunk of its own, behind the one that is being filled. */
            ArenaChunk *own = new_chunk(rounded, chunk == NULL ? NULL : chunk->next);

            if (chunk == NULL) {
                arena->chunks = own;
            } else {
                chunk->next = own;
            }
            chunk = own;
        } else {
            chunk = arena->chunks = new_chunk(CHUNK_SIZE, chunk);
        }
    }
    data = chunk->data + chunk->used;
    chunk->used += rounded;
    arena->used += rounded;
    return memset(data, 0, rounded);
}

char *arena_string(Arena *arena, const char *string)
{
    return string == NULL ? NULL : arena_text(arena, (MnText){string, strlen(string)});
}

char *arena_text(Arena *arena, MnText text)
{
    return (char *) mn_copy(&arena->base, text).data;
}

char *arena_printf(Arena *arena, const char *format, ...)
{
    va_list args;
    va_list again;
    int len;
    char *out;

    va_start(args, format);
    va_copy(again, args);
    len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    out = arena_alloc(arena, (size_t) len + 1);
    vsnprintf(out, (size_t) len + 1, format, again);
    va_end(again);
    return out;
}

void buffer_add(Buffer *buffer, const char *data, size_t len)
{
    if (buffer->len + len + 1 > buffer->size) {
        size_t size = buffer->size == 0 ? 64 : buffer->size;
        char *moved;

        while (size < buffer->len + len + 1) {
            size *= 2;
        }
        moved = arena_alloc(buffer->arena, size);
        if (buffer->len > 0) {
            memcpy(moved, buffer->data, buffer->len);
        }
        buffer->data = moved;
        buffer->size = size;
    }
    if (len > 0) {
        memcpy(buffer->data + buffer->len, data, len);
    }
    buffer->len += len;
    buffer->data[buffer->len] = '\0';
}

void buffer_puts(Buffer *buffer, const char *string)
{
    buffer_add(buffer, string, strlen(string));
}

void buffer_putc(Buffer *buffer, char c)
{
    buffer_add(buffer, &c, 1);
}
