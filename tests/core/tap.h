/*
 * tap.h - what the unit tests say, as TAP: one line a check, with the place where it failed.
 */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

static int tap_count;
static int tap_failed;

/* One check with a name (a printf format). */
#define OK(condition, ...) tap_ok((condition), __FILE__, __LINE__, __VA_ARGS__)

__attribute__((format(printf, 4, 5), unused)) static int tap_ok(int condition, const char *file,
                                                                int line, const char *name, ...)
{
    va_list args;

    printf("%sok %d - ", condition ? "" : "not ", ++tap_count);
    va_start(args, name);
    vprintf(name, args);
    va_end(args);
    putchar('\n');
    if (!condition) {
        tap_failed++;
        printf("#   at %s:%d\n", file, line);
    }
    return condition;
}

/* The end of a test program: the plan and the exit status. */
__attribute__((unused)) static int tap_done(void)
{
    printf("1..%d\n", tap_count);
    return tap_failed != 0;
}

/* An arena of plain mallocs, so that AddressSanitizer sees every piece by itself. */
typedef struct TapArena {
    MnArena base;
    void **pieces;
    size_t count;
    size_t capacity;
} TapArena;

__attribute__((unused)) static void *tap_alloc(MnArena *base, size_t size)
{
    TapArena *arena = (TapArena *) base;

    if (arena->count == arena->capacity) {
        arena->capacity = arena->capacity * 2 + 16;
        arena->pieces = realloc(arena->pieces, arena->capacity * sizeof(void *));
    }
    return arena->pieces[arena->count++] = malloc(size == 0 ? 1 : size);
}

__attribute__((unused)) static void tap_free(TapArena *arena)
{
    for (size_t i = 0; i < arena->count; i++) {
        free(arena->pieces[i]);
    }
    free(arena->pieces);
    memset(arena, 0, sizeof(*arena));
    arena->base.alloc = tap_alloc;
}

#define TAP_ARENA                                                                                  \
    {                                                                                              \
        {.alloc = tap_alloc}, NULL, 0, 0                                                           \
    }

/* A C string in a heap block of just its size, so that a read past its end is seen. */
__attribute__((unused)) static MnText tap_text(TapArena *arena, const char *string)
{
    size_t len = strlen(string);
    char *data = tap_alloc(&arena->base, len);

    memcpy(data, string, len);
    return (MnText){data, len};
}

#endif
