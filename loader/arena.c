/*
 * arena.c - see arena.h.
 */
#include "arena.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE ((size_t) 256 * 1024)
#define ALIGNMENT ((size_t) 16)

/* A larger piece has a chunk of its own. */
#define OWN_CHUNK (CHUNK_SIZE / 4)

typedef struct ArenaChunk {
    struct ArenaChunk *next;
    struct ArenaChunk *previous;
    size_t size;
    size_t used;
    _Alignas(16) char data[];
} ArenaChunk;

static void *have(void *memory)
{
    if (memory == NULL) {
        fputs("minutes2pgsql: out of memory\n", stderr);
        abort();
    }
    return memory;
}

static size_t rounded_up(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Puts a new chunk behind `after`, before all where that is NULL. */
static ArenaChunk *add_chunk(Arena *arena, size_t size, ArenaChunk *after)
{
    ArenaChunk *chunk = have(malloc(sizeof(ArenaChunk) + size));

    chunk->size = size;
    chunk->used = 0;
    chunk->previous = after;
    chunk->next = after == NULL ? arena->chunks : after->next;
    if (chunk->next != NULL) {
        chunk->next->previous = chunk;
    }
    if (after == NULL) {
        arena->chunks = chunk;
    } else {
        after->next = chunk;
    }
    return chunk;
}

/* The chunk that a piece of more than OWN_CHUNK bytes has for itself. */
static ArenaChunk *own_chunk(void *piece)
{
    return (ArenaChunk *) (void *) ((char *) piece - offsetof(ArenaChunk, data));
}

static void *alloc_for_core(MnArena *base, size_t size)
{
    return arena_alloc((Arena *) base, size);
}

static void *resize_for_core(MnArena *base, void *piece, size_t old_size, size_t size)
{
    return arena_resize((Arena *) base, piece, old_size, size);
}

Arena *arena_new(void)
{
    Arena *arena = have(calloc(1, sizeof(Arena)));

    arena->base.alloc = alloc_for_core;
    arena->base.resize = resize_for_core;
    return arena;
}

void arena_reset(Arena *arena)
{
    ArenaChunk *keep = NULL;

    while (arena->chunks != NULL) {
        ArenaChunk *next = arena->chunks->next;

        if (keep == NULL && arena->chunks->size == CHUNK_SIZE) {
            keep = arena->chunks;
            keep->next = keep->previous = NULL;
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
    size_t rounded = rounded_up(size);
    ArenaChunk *chunk = arena->chunks;
    void *data;

    if (rounded > OWN_CHUNK) {
        /* Behind the one that is being filled. */
        chunk = add_chunk(arena, rounded, chunk);
    } else if (chunk == NULL || chunk->size - chunk->used < rounded) {
        chunk = add_chunk(arena, CHUNK_SIZE, NULL);
    }
    data = chunk->data + chunk->used;
    chunk->used += rounded;
    arena->used += rounded;
    return memset(data, 0, rounded);
}

void *arena_resize(Arena *arena, void *piece, size_t old_size, size_t size)
{
    size_t old_rounded = rounded_up(old_size);
    size_t rounded = rounded_up(size);
    ArenaChunk *chunk = arena->chunks;
    size_t kept = old_size < size ? old_size : size;
    void *moved;

    if (old_rounded > OWN_CHUNK && rounded > OWN_CHUNK) {
        chunk = have(realloc(own_chunk(piece), sizeof(ArenaChunk) + rounded));
        chunk->size = chunk->used = rounded;
        *(chunk->previous == NULL ? &arena->chunks : &chunk->previous->next) = chunk;
        if (chunk->next != NULL) {
            chunk->next->previous = chunk;
        }
        arena->used += rounded - old_rounded;
        memset(chunk->data + kept, 0, rounded - kept);
        return chunk->data;
    }
    if (old_rounded <= OWN_CHUNK && rounded <= OWN_CHUNK && piece != NULL &&
        (char *) piece + old_rounded == chunk->data + chunk->used &&
        (size_t) ((char *) piece - chunk->data) + rounded <= chunk->size) {
        chunk->used += rounded - old_rounded;
        arena->used += rounded - old_rounded;
        memset((char *) piece + kept, 0, rounded - kept);
        return piece;
    }
    moved = arena_alloc(arena, size);
    if (kept > 0) {
        memcpy(moved, piece, kept);
    }
    arena_release(arena, piece, old_size);
    return moved;
}

void arena_release(Arena *arena, void *piece, size_t size)
{
    size_t rounded = rounded_up(size);

    if (piece == NULL) {
        return;
    }
    if (rounded > OWN_CHUNK) {
        ArenaChunk *chunk = own_chunk(piece);

        *(chunk->previous == NULL ? &arena->chunks : &chunk->previous->next) = chunk->next;
        if (chunk->next != NULL) {
            chunk->next->previous = chunk->previous;
        }
        free(chunk);
        arena->used -= rounded;
    } else if ((char *) piece + rounded == arena->chunks->data + arena->chunks->used) {
        arena->chunks->used -= rounded;
        arena->used -= rounded;
    }
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

/* Whether the buffer's memory is the arena's last piece, so that it grows as it is filled and needs nothing in store. */
static bool grows_in_place(const Buffer *buffer)
{
    const ArenaChunk *chunk = buffer->arena->chunks;

    return buffer->size > 0 && rounded_up(buffer->size) <= OWN_CHUNK &&
           buffer->data + rounded_up(buffer->size) == chunk->data + chunk->used;
}

static void make_room(Buffer *buffer, size_t size)
{
    buffer->data = arena_resize(buffer->arena, buffer->data, buffer->size, size);
    buffer->size = size;
}

void buffer_reserve(Buffer *buffer, size_t len)
{
    if (buffer->len + len + 1 > buffer->size) {
        make_room(buffer, buffer->len + len + 1);
    }
}

void buffer_add(Buffer *buffer, const char *data, size_t len)
{
    size_t needed = buffer->len + len + 1;

    if (needed > buffer->size) {
        size_t size = buffer->size == 0 ? 64 : buffer->size;

        while (size < needed) {
            size *= 2;
        }
        if (grows_in_place(buffer) && needed + 64 < size) {
            size = (needed + 63) / 64 * 64;
        }
        make_room(buffer, size);
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
