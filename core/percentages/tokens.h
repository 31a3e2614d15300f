/*
 * tokens.h - between tokens.c (words and marks), numbers.c and lines.c (what a line break means).
 */
#ifndef MN_PERCENTAGES_TOKENS_H
#define MN_PERCENTAGES_TOKENS_H

#include "reading.h"

typedef struct Tokeniser {
    MnText text;
    MnArena *arena;
    size_t at;
    Token *tokens;
    size_t count;
    size_t capacity;
    char *lower; /* the words in lower case, one after another */
    size_t lower_len;
    bool spaced;
    bool new_line;
    bool failed;
} Tokeniser;

static inline unsigned char byte_at(const Tokeniser *z, size_t at)
{
    return at < z->text.len ? (unsigned char) z->text.data[at] : 0;
}

/* The code point at `at`, 0 behind the end; *next is where it ends. */
static inline uint32_t peek(const Tokeniser *z, size_t at, size_t *next)
{
    uint32_t c = 0;

    *next = at;
    if (at < z->text.len) {
        c = mn_next(z->text, next);
    }
    return c;
}

/* A new token over bytes [start, end), NULL without memory; it takes the white space noted before it. */
Token *pc_add_token(Tokeniser *z, TokenKind kind, size_t start, size_t end);

/* The end of a word that begins at `at`: letters, digits, and hyphens and apostrophes between them. */
size_t pc_word_end(const Tokeniser *z, size_t at);

/* Appends bytes [start, end) in lower case to the words' letters. */
void pc_put_lower(Tokeniser *z, size_t start, size_t end);

/* Fills in what the lexicon says of a word. */
void pc_look_up(Token *token);

/* numbers.c: a number with its sign, or a word that begins with one, at z->at; false where none begins there. */
bool pc_read_number(Tokeniser *z);

/* numbers.c: money at z->at, one token; false where none begins there. */
bool pc_read_money(Tokeniser *z);

typedef enum LineBreak {
    BREAK_SPACE, /* the sentence goes on */
    BREAK_STOP   /* it ends here */
} LineBreak;

/*
 * What the line break at *at (a LF) means; *at moves to where reading goes on: behind blank lines, page furniture
 * and the next line's bullet. last is the token before, NULL for none.
 */
LineBreak pc_line_break(MnText text, size_t *at, const Token *last);

/* Moves *at, a line's start, behind white space and a bullet or list number. */
void pc_line_start(MnText text, size_t *at);

#endif
