/*
 * text.h - stretches of UTF-8 text, the caller's arena, and classes of characters.
 *
 * Everything in core/ takes text as (pointer, length), never needs a NUL, does no I/O and holds no
 * state. Memory comes only from the caller's arena, so palloc, malloc and a fuzzer's buffer all serve.
 */
#ifndef MN_TEXT_H
#define MN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A stretch of UTF-8 bytes that somebody else owns. data may be NULL only where len is 0. */
typedef struct MnText {
    const char *data;
    size_t len;
} MnText;

/* A place in a text, in bytes. */
typedef struct MnSpan {
    size_t start;
    size_t len;
} MnSpan;

#define MN_TEXT(literal) ((MnText){(literal), sizeof(literal) - 1})

typedef enum MnStatus {
    MN_OK = 0,
    MN_BAD_SYNTAX,   /* the text is not one of these */
    MN_OUT_OF_RANGE, /* it is one, and does not fit */
    MN_NO_MEMORY     /* the arena gave nothing */
} MnStatus;

/* Why a text was refused: one sentence that lives forever, and the byte where it went wrong. */
typedef struct MnProblem {
    const char *detail;
    size_t at;
} MnProblem;

/*
 * Where core/ gets memory. alloc returns size bytes aligned for any type, or NULL; what it gave is
 * never freed by core/ but all at once by the arena's owner. (A server's palloc may also leave by ereport.)
 */
typedef struct MnArena {
    void *(*alloc)(struct MnArena *arena, size_t size);
    /*
     * Optional, may be NULL: makes a piece of old_size bytes that alloc gave one of size bytes, in place or moved, and keeps what
     * it held. The old piece is gone then.
     */
    void *(*resize)(struct MnArena *arena, void *piece, size_t old_size, size_t size);
} MnArena;

/* size bytes from the arena, NULL where it has none. */
void *mn_alloc(MnArena *arena, size_t size);

/*
 * Room for one more element of `size` bytes in an array of *capacity elements of which count are used:
 * returns the array (moved and doubled where it was full), NULL without memory. Start with NULL and 0.
 */
void *mn_grow(MnArena *arena, void *array, size_t size, size_t count, size_t *capacity);

/* A copy of the text in the arena; data is NULL without memory. */
MnText mn_copy(MnArena *arena, MnText text);

/* The stretch of text that span names. */
MnText mn_slice(MnText text, MnSpan span);

/* The text without white space at its ends. */
MnText mn_trim(MnText text);

/* mn_next() where the byte is no ASCII, and mn_is_space() where the character is none. */
uint32_t mn_next_wide(MnText text, size_t *at);
bool mn_is_space_wide(uint32_t code_point);

/*
 * The code point at byte *at, which moves behind it. A byte that begins no valid UTF-8 sequence counts as
 * U+FFFD and one byte. *at must be below text.len.
 */
static inline uint32_t mn_next(MnText text, size_t *at)
{
    unsigned char byte = (unsigned char) text.data[*at];

    return byte < 0x80 ? (++*at, byte) : mn_next_wide(text, at);
}

/* The code point that ends before byte *at, which moves to its start. *at must be above 0. */
uint32_t mn_previous(MnText text, size_t *at);

/* Writes one code point as UTF-8 and returns its number of bytes, 1 to 4. */
size_t mn_put(uint32_t code_point, char out[4]);

/* The number of characters in the first `bytes` bytes, as SQL counts them. */
size_t mn_characters(MnText text, size_t bytes);

/* White space: space, tab, CR, LF, NBSP, U+2000-200A, U+202F, U+3000, and the form feed. */
static inline bool mn_is_space(uint32_t c)
{
    return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r' && c != '\v') : mn_is_space_wide(c);
}

/* Characters without width that say nothing: U+200B, U+2060, U+FEFF, soft hyphen U+00AD. */
static inline bool mn_is_invisible(uint32_t c)
{
    return c >= 0xAD && (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF);
}

/* A minus sign where it is attached to a number: - U+2010 U+2011 en dash U+2212. */
bool mn_is_minus(uint32_t code_point);

/* A slash: / U+2044 U+2215 U+FF0F U+29F8. */
bool mn_is_slash(uint32_t code_point);

/* A fullwidth form as its ASCII character, anything else as it is. */
uint32_t mn_narrow(uint32_t code_point);

static inline bool mn_is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static inline bool mn_is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline uint32_t mn_lower(uint32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static inline uint32_t mn_upper(uint32_t c)
{
    return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
}

/* Whether text begins with the prefix, but for the case of ASCII letters. */
bool mn_begins(MnText text, MnText prefix);

/* Whether two texts are the same but for the case of ASCII letters. */
static inline bool mn_same(MnText a, MnText b)
{
    return a.len == b.len &&
           (a.len == 0 || (((a.data[0] ^ b.data[0]) & ~0x20) == 0 && mn_begins(a, b)));
}

#endif
