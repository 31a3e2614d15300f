/*
 * fuzz.h - the harness of the fuzz drivers. A driver defines fuzz_one, which must hold for every text; LLVM's fuzzer can call
 * it (-DWITH_LIBFUZZER -fsanitize=fuzzer), and the harness' own main calls it with texts made from the lines of the files
 * named: each as it is, then spliced, cut and salted at random, the same in every run.
 *   fuzz_NAME TIMES FILE...
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* What must hold of any text; a failure ends the program. */
#define MUST(condition)                                                                            \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);         \
            fuzz_show();                                                                           \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

static void fuzz_one(MnText text, MnArena *arena);

static MnText fuzz_text;

static void fuzz_show(void)
{
    fwrite(fuzz_text.data, 1, fuzz_text.len, stderr);
    fputc('\n', stderr);
}

/* Every piece by itself, so that AddressSanitizer sees its bounds. */
typedef struct FuzzArena {
    MnArena base;
    void *pieces[100000];
    size_t count;
} FuzzArena;

static void *fuzz_alloc(MnArena *base, size_t size)
{
    FuzzArena *arena = (FuzzArena *) base;

    if (arena->count == sizeof(arena->pieces) / sizeof(arena->pieces[0])) {
        return NULL;
    }
    return arena->pieces[arena->count++] = malloc(size == 0 ? 1 : size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FuzzArena arena = {{fuzz_alloc}, {NULL}, 0};
    /* A block of just its size. */
    char *copy = malloc(size == 0 ? 1 : size);

    if (size > 0) {
        memcpy(copy, data, size);
    }
    fuzz_text = (MnText){copy, size};
    fuzz_one(fuzz_text, &arena.base);
    for (size_t i = 0; i < arena.count; i++) {
        free(arena.pieces[i]);
    }
    arena.count = 0;
    free(copy);
    return 0;
}

/* A stretch that a function named must lie in the text, on the borders of characters where the text is valid. */
__attribute__((unused)) static void fuzz_span(MnText text, MnSpan span)
{
    MUST(span.start <= text.len && span.len <= text.len - span.start);
}

#ifndef WITH_LIBFUZZER

#define FUZZ_MAX 4096

static uint64_t fuzz_state = 20250401;

static uint32_t fuzz_random(uint32_t below)
{
    fuzz_state = fuzz_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t) (fuzz_state >> 33) % below;
}

/* What breaks careless readers, put in at random places. */
static const char *const fuzz_salt[] = {
    "%",
    "/",
    "\n",
    " ",
    "\t",
    "-",
    "(",
    ")",
    "+",
    "|",
    ".",
    ",",
    "0",
    "99999",
    "1",
    "and",
    "A",
    "zz",
    "{",
    "}",
    "\"",
    "\\",
    "\xC2\xA0",
    "\xC2\xAD",
    "\xE2\x80\x8B",
    "\xE2\x88\x92",
    "\xEF\xBC\x8F",
    "\xE2",
    "\xFF",
    "\xC2",
    "per cent",
    "fell",
    "from",
    "to",
    "**",
    "RESOLVED",
    "exempt",
};

static size_t fuzz_mutate(char *text, size_t len, char *const *lines, size_t count)
{
    for (uint32_t turns = 1 + fuzz_random(4); turns > 0; turns--) {
        size_t at = fuzz_random((uint32_t) len + 1);
        const char *put;
        size_t put_len;

        switch (fuzz_random(5)) {
        case 0: /* one byte */
            if (at < len) {
                text[at] = (char) fuzz_random(256);
            }
            continue;
        case 1: /* a stretch out */
            put_len = fuzz_random((uint32_t) (len - at) + 1);
            memmove(text + at, text + at + put_len, len - at - put_len);
            len -= put_len;
            continue;
        case 2: /* another line in */
            put = lines[fuzz_random((uint32_t) count)];
            break;
        default:
            put = fuzz_salt[fuzz_random(sizeof(fuzz_salt) / sizeof(fuzz_salt[0]))];
            break;
        }
        put_len = strlen(put);
        if (len + put_len <= FUZZ_MAX) {
            memmove(text + at + put_len, text + at, len - at);
            memcpy(text + at, put, put_len);
            len += put_len;
        }
    }
    return len;
}

int main(int argc, char **argv)
{
    long times = argc > 1 ? atol(argv[1]) : 0;
    static char line[FUZZ_MAX];
    char **lines = NULL;
    size_t count = 0;

    for (int i = 2; i < argc; i++) {
        FILE *file = fopen(argv[i], "r");

        while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
            lines = realloc(lines, (count + 1) * sizeof(char *));
            lines[count++] = strdup(line);
        }
        if (file != NULL) {
            fclose(file);
        }
    }
    if (count == 0) {
        fprintf(stderr, "no lines to begin with\n");
        return 1;
    }
    LLVMFuzzerTestOneInput((const uint8_t *) "", 0);
    for (size_t i = 0; i < count; i++) {
        LLVMFuzzerTestOneInput((const uint8_t *) lines[i], strcspn(lines[i], "\n"));
    }
    for (long i = 0; i < times; i++) {
        const char *start = lines[fuzz_random((uint32_t) count)];
        size_t len = strlen(start);

        memcpy(line, start, len);
        len = fuzz_mutate(line, len, lines, count);
        LLVMFuzzerTestOneInput((const uint8_t *) line, len);
    }
    printf("%zu lines and %ld texts made of them\n", count, times);
    for (size_t i = 0; i < count; i++) {
        free(lines[i]);
    }
    free(lines);
    return 0;
}

#endif

#endif
