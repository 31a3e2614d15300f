/*
 * tokens.c - words, numbers and marks of a text, with the ends of its sentences.
 *
 * What scanning and printing did to the text is undone here: l and O for digits, spaces inside numbers, words
 * broken at a line's end or by a stray space. lines.c says what a line break means.
 */
#include "tokens.h"

#include <string.h>

Token *pc_add_token(Tokeniser *z, TokenKind kind, size_t start, size_t end)
{
    Token *tokens = mn_grow(z->arena, z->tokens, sizeof(Token), z->count, &z->capacity);
    Token *token;

    if (tokens == NULL) {
        z->failed = true;
        return NULL;
    }
    z->tokens = tokens;
    token = &tokens[z->count++];
    memset(token, 0, sizeof(*token));
    token->kind = (uint8_t) kind;
    token->start = start;
    token->end = end;
    token->spaced = z->spaced;
    token->new_line = z->new_line;
    z->spaced = false;
    z->new_line = false;
    return token;
}

static void add_mark(Tokeniser *z, char mark, size_t start, size_t end)
{
    Token *token = pc_add_token(z, TOKEN_MARK, start, end);

    if (token != NULL) {
        token->mark = mark;
    }
}

/* Two stops never follow each other; a blank line outweighs a full stop. */
static void add_stop(Tokeniser *z, char mark, size_t at)
{
    Token *token;

    if (z->count > 0 && z->tokens[z->count - 1].kind == TOKEN_STOP) {
        if (mark == '\n') {
            z->tokens[z->count - 1].new_line = true;
        }
        return;
    }
    token = pc_add_token(z, TOKEN_STOP, at, at);
    if (token != NULL) {
        token->mark = mark;
        token->new_line = mark == '\n';
    }
}

/* ---- words ---- */

static bool is_word_byte(unsigned char c)
{
    return mn_is_letter(c) || mn_is_digit(c);
}

/* Letters beyond ASCII that belong to words: Latin, Greek, Cyrillic. */
static bool is_word_char(uint32_t c)
{
    return (c < 0x80 && is_word_byte((unsigned char) c)) ||
           (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

void pc_look_up(Token *token)
{
    const Word *word = pc_word(token->word, token->word_len);

    token->is = 0;
    token->direction = 0;
    token->value = 0;
    if (word != NULL) {
        token->is = word->is;
        token->direction = word->direction;
        token->value = word->value;
    }
}

/* Appends bytes [start, end) in lower case to the words' letters. */
void pc_put_lower(Tokeniser *z, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        z->lower[z->lower_len++] = (char) mn_lower(byte_at(z, i));
    }
}

/* The end of a word that begins at `at`: letters, digits, and hyphens and apostrophes between them. */
size_t pc_word_end(const Tokeniser *z, size_t at)
{
    size_t end = at;

    while (end < z->text.len) {
        size_t next;
        uint32_t c = peek(z, end, &next);

        if (!is_word_char(c)) {
            size_t after;
            bool joins = c == '-' || c == '\'' || c == 0x2019 || c == 0x2010 || c == 0x2011;

            if (!joins || end == at || !is_word_char(peek(z, next, &after))) {
                break;
            }
            /* "rate-9%" is a separator before a figure, not a word. */
            if (c != '\'' && c != 0x2019 && mn_is_digit(byte_at(z, next))) {
                size_t digits = next;

                while (mn_is_digit(byte_at(z, digits)) || byte_at(z, digits) == '.') {
                    digits++;
                }
                if (byte_at(z, digits) == '%') {
                    break;
                }
            }
        }
        end = next;
    }
    return end;
}

/* Whether the word [start, end) goes on behind a hyphen at its line's end; *resume is where. */
static bool is_broken_at_line_end(const Tokeniser *z, size_t end, size_t *resume)
{
    size_t at = end;

    if (byte_at(z, at) == 0xC2 && byte_at(z, at + 1) == 0xAD) {
        at += 2; /* a soft hyphen */
    } else if (byte_at(z, at) == '-') {
        at++;
    } else {
        return false;
    }
    while (byte_at(z, at) == ' ' || byte_at(z, at) == '\r') {
        at++;
    }
    if (byte_at(z, at) != '\n') {
        return false;
    }
    at++;
    while (byte_at(z, at) == ' ' || byte_at(z, at) == '\t') {
        at++;
    }
    *resume = at;
    return byte_at(z, at) >= 'a' && byte_at(z, at) <= 'z';
}

static void read_word(Tokeniser *z)
{
    size_t start = z->at;
    size_t end = pc_word_end(z, start);
    size_t resume;
    const char *letters = z->lower + z->lower_len;
    size_t letters_start = z->lower_len;
    uint32_t first;
    Token *token;

    first = (unsigned char) z->text.data[start];
    /* 3 p.p. */
    if (mn_lower(first) == 'p' && end == start + 1 && byte_at(z, end) == '.' &&
        mn_lower(byte_at(z, end + 1)) == 'p' && !is_word_byte(byte_at(z, end + 2))) {
        end += 2;
    }
    pc_put_lower(z, start, end);
    if (mn_is_letter(byte_at(z, end - 1)) && is_broken_at_line_end(z, end, &resume)) {
        size_t tail = pc_word_end(z, resume);

        pc_put_lower(z, resume, tail);
        /* "year-" + "on-year" keeps its hyphen. */
        if (pc_word(letters, z->lower_len - letters_start) == NULL && byte_at(z, end) == '-') {
            z->lower_len = letters_start;
            pc_put_lower(z, start, end + 1);
            pc_put_lower(z, resume, tail);
            if (pc_word(letters, z->lower_len - letters_start) == NULL) {
                z->lower_len = letters_start;
                pc_put_lower(z, start, end);
                pc_put_lower(z, resume, tail);
            }
        }
        end = tail;
    }
    token = pc_add_token(z, TOKEN_WORD, start, end);
    if (token != NULL) {
        size_t len = z->lower_len - letters_start;

        token->word = letters;
        token->word_len = len > UINT16_MAX ? UINT16_MAX : (uint16_t) len;
        token->hyphen = memchr(letters, '-', len) != NULL;
        token->capital = first >= 'A' && first <= 'Z';
        pc_look_up(token);
        /* The typographic apostrophe of "wasn’t". */
        if (token->is == 0 && len > 4 && len < 12 &&
            memcmp(letters + len - 4, "\xE2\x80\x99t", 4) == 0) {
            char plain[12];

            memcpy(plain, letters, len - 4);
            memcpy(plain + len - 4, "'t", 2);
            if (pc_word(plain, len - 2) != NULL) {
                token->is = pc_word(plain, len - 2)->is;
            }
        }
    }
    z->at = end;
}

/* A stray space inside a word of change: "decre ase", "in creased". */
static void join_broken_words(Tokeniser *z)
{
    size_t kept = 0;

    for (size_t i = 0; i < z->count; i++) {
        Token *token = &z->tokens[i];
        Token *last = kept > 0 ? &z->tokens[kept - 1] : NULL;

        if (last != NULL && token->kind == TOKEN_WORD && last->kind == TOKEN_WORD &&
            token->spaced && !(last->is != 0 && token->is != 0) &&
            last->word + last->word_len == token->word && last->word_len + token->word_len >= 6 &&
            last->word_len + token->word_len <= 14 && !token->capital) {
            const Word *whole = pc_word(last->word, last->word_len + (size_t) token->word_len);

            if (whole != NULL && (whole->is & (IS_CHANGE_WORD | IS_RATIO_VERB))) {
                last->word_len = (uint16_t) (last->word_len + token->word_len);
                last->end = token->end;
                pc_look_up(last);
                continue;
            }
        }
        z->tokens[kept++] = *token;
    }
    z->count = kept;
}

/* ---- marks ---- */

/* +1 for an arrow up, -1 for one down, 0 for neither. */
static int arrow_direction(uint32_t c)
{
    switch (c) {
    case 0x2191: /* arrows */
    case 0x21E7:
    case 0x21D1:
    case 0x2B06:
    case 0x2197:
    case 0x25B2: /* triangles */
    case 0x25B3:
    case 0x25B4:
    case 0x1F53A:
    case 0x1F53C:
        return 1;
    case 0x2193:
    case 0x21E9:
    case 0x21D3:
    case 0x2B07:
    case 0x2198:
    case 0x25BC:
    case 0x25BD:
    case 0x25BE:
    case 0x1F53B:
    case 0x1F53D:
        return -1;
    default:
        return 0;
    }
}

static bool is_abbreviation(const Token *token)
{
    static const char *const known[] = {
        "cllr", "cllrs", "mr",   "mrs", "ms",   "dr",  "no",  "nos",  "approx", "ca",  "c",   "vs",
        "v",    "st",    "e.g",  "i.e", "eg",   "ie",  "fig", "para", "incl",   "est", "avg", "ave",
        "rev",  "prof",  "jan",  "feb", "mar",  "apr", "aug", "sept", "oct",    "nov", "dec", "inc",
        "dept", "govt",  "insp", "sgt", "supt", "pc",  "ltd", "cf",   "p.a",    "hon", "etc"};

    if (token->kind != TOKEN_WORD) {
        return false;
    }
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (pc_says(token, known[i])) {
            return true;
        }
    }
    return token->word_len == 1 && token->capital;
}

/* A full stop: the end of a sentence, or part of an abbreviation. */
static void read_full_stop(Tokeniser *z)
{
    size_t next = z->at + 1;
    Token *last = z->count > 0 ? &z->tokens[z->count - 1] : NULL;
    size_t after;
    uint32_t c;

    /* A footnote's number behind a percent sign: 9.1%.4 */
    if (last != NULL && last->kind == TOKEN_PERCENT && !z->spaced) {
        while (mn_is_digit(byte_at(z, next))) {
            next++;
        }
    }
    c = peek(z, next, &after);
    while (c == '"' || c == '\'' || c == ')' || c == 0x201D || c == 0x2019) {
        next = after;
        c = peek(z, next, &after);
    }
    if (c != 0 && !mn_is_space(c) && c != '[' && c != '*' && c != '<') {
        add_mark(z, '.', z->at, next);
    } else if (last != NULL && is_abbreviation(last) && c != 0 && c != '\n') {
        z->spaced = false;
        z->at = next;
        return;
    } else {
        size_t begin = next;

        while (c != 0 && mn_is_space(c) && c != '\n') {
            begin = after;
            c = peek(z, begin, &after);
        }
        /* A sentence does not begin in lower case. */
        if (c >= 'a' && c <= 'z') {
            add_mark(z, '.', z->at, next);
        } else {
            add_stop(z, '.', z->at);
        }
    }
    z->at = next;
}

/* A note's number in square brackets, a superscript digit: says nothing. */
static bool skip_note(Tokeniser *z)
{
    size_t at = z->at;

    if (byte_at(z, at) == '[' && !z->spaced) {
        at++;
        while (mn_is_digit(byte_at(z, at))) {
            at++;
        }
        if (at > z->at + 1 && byte_at(z, at) == ']') {
            z->at = at + 1;
            return true;
        }
    }
    return false;
}

static char mark_of(uint32_t c)
{
    switch (c) {
    case 0x2013:
    case 0x2212:
    case 0x2010:
    case 0x2011:
        return '-';
    case 0x2014:
        return '_'; /* the long dash always separates */
    case 0x2018:
    case 0x2019:
        return '\'';
    case 0x201C:
    case 0x201D:
        return '"';
    case 0xB1:
        return '~';
    case 0x2026:
        return ';';
    default:
        return c < 0x80 ? (char) c : '?' + 0x20;
    }
}

static void read_mark(Tokeniser *z)
{
    size_t start = z->at;
    size_t next;
    uint32_t c = peek(z, start, &next);
    int arrow = arrow_direction(c);
    Token *token;

    if (arrow != 0) {
        token = pc_add_token(z, TOKEN_ARROW, start, next);
        if (token != NULL) {
            token->direction = (int8_t) arrow;
        }
        z->at = next;
        return;
    }
    if (c == '%' || c == 0xFF05) {
        pc_add_token(z, TOKEN_PERCENT, start, next);
    } else if (c == '+' && (byte_at(z, next) == '/' || byte_at(z, next) == '-')) {
        while (byte_at(z, next) == '/' || byte_at(z, next) == '-') {
            next++;
        }
        add_mark(z, '~', start, next);
    } else if (c == '.' && byte_at(z, next) == '.') {
        while (byte_at(z, next) == '.') {
            next++;
        }
        add_mark(z, ';', start, next);
    } else if (c == '&') {
        token = pc_add_token(z, TOKEN_WORD, start, next);
        if (token != NULL) {
            token->word = "&";
            token->word_len = 1;
            token->is = IS_AND;
        }
    } else if (c == '.') {
        read_full_stop(z);
        return;
    } else if (c == '?' || c == '!') {
        add_stop(z, (char) c, start);
    } else if (c == '*' || c == '_' || c == '#' || c == '`' || c == 0xB9 || c == 0xB2 ||
               c == 0xB3) {
        /* mark-up and superscripts say nothing */
    } else {
        add_mark(z, mark_of(c), start, next);
    }
    z->at = next;
}

/* ---- the whole ---- */

static void read_break(Tokeniser *z)
{
    const Token *last = z->count > 0 ? &z->tokens[z->count - 1] : NULL;
    size_t at = z->at;
    LineBreak kind = pc_line_break(z->text, &z->at, last);

    if (kind == BREAK_STOP) {
        add_stop(z, '\n', at);
    }
    z->spaced = true;
    z->new_line = true;
}

bool pc_tokenise(MnText text, MnArena *arena, Token **tokens, size_t *count)
{
    Tokeniser z = {.text = text, .arena = arena};

    z.lower = mn_alloc(arena, text.len + 1);
    if (z.lower == NULL) {
        return false;
    }
    pc_line_start(text, &z.at);
    while (z.at < text.len && !z.failed) {
        size_t next;
        uint32_t c = peek(&z, z.at, &next);

        if (c == '\n') {
            read_break(&z);
        } else if (mn_is_space(c)) {
            z.spaced = true;
            z.at = next;
        } else if (mn_is_invisible(c)) {
            z.at = next;
        } else if (skip_note(&z) || pc_read_money(&z) || pc_read_number(&z)) {
            continue;
        } else if (is_word_char(c)) {
            read_word(&z);
        } else {
            read_mark(&z);
        }
    }
    add_stop(&z, '\n', text.len);
    join_broken_words(&z);
    *tokens = z.tokens;
    *count = z.count;
    return !z.failed;
}
