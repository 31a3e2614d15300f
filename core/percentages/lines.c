/*
 * lines.c - what a line break means: the sentence goes on, or it ends; bullets; page furniture inside a sentence.
 */
#include "tokens.h"

/* How many lines a page's foot and head may take inside a sentence. */
#define FURNITURE_LINES 6
/* A line shorter than this was ended on purpose, not by the margin. */
#define SHORT_LINE 58

static size_t line_end(MnText text, size_t at)
{
    while (at < text.len && text.data[at] != '\n') {
        at++;
    }
    return at;
}

static MnText line_at(MnText text, size_t at)
{
    return mn_trim((MnText){text.data + at, line_end(text, at) - at});
}

/* "3", "- 3 -", "Page 3 of 12", "3 | P a g e": a page's number. */
static bool is_page_number(MnText line)
{
    size_t digits = 0;
    size_t letters = 0;
    size_t words = 0;

    if (line.len == 0 || line.len > 24) {
        return false;
    }
    for (size_t i = 0; i < line.len; i++) {
        unsigned char c = (unsigned char) line.data[i];

        if (mn_is_digit(c)) {
            digits++;
        } else if (mn_is_letter(c)) {
            letters++;
            words += i == 0 || !mn_is_letter((unsigned char) line.data[i - 1]);
        } else if (c == '%' || c == '+') {
            return false;
        }
    }
    if (digits == 0 || digits > 8) {
        return false;
    }
    if (letters == 0) {
        /* A lone signed figure of a flattened table is none. */
        return digits <= 3 && (mn_is_digit((unsigned char) line.data[line.len - 1]) ||
                               line.data[line.len - 1] == '-');
    }
    return mn_begins(line, MN_TEXT("page")) ||
           (letters <= 6 && words >= 4 && line.data[line.len - 1] == 'e');
}

/* Whether a line could go on with a sentence: it begins in lower case or with a figure. */
static bool goes_on(MnText line)
{
    unsigned char c = line.len > 0 ? (unsigned char) line.data[0] : 0;

    if (c >= 'a' && c <= 'z') {
        /* "o" as a bullet */
        return line.len < 2 || line.data[1] != ' ' || c == 'a';
    }
    return c == '(' || c == '%' || mn_is_digit(c) || c == '+';
}

/* Whether the words before the break leave the sentence open. */
static bool is_open(const Token *last)
{
    if (last == NULL) {
        return false;
    }
    if (last->kind == TOKEN_MARK) {
        return last->mark == ',' || last->mark == '(';
    }
    return last->kind == TOKEN_WORD && last->direction == 0 &&
           (last->is & (IS_PREPOSITION | IS_ARTICLE | IS_BE | IS_HAVE | IS_AND | IS_APPROXIMATE |
                        IS_MODAL | IS_COMPARER)) != 0;
}

static size_t bullet_len(MnText text, size_t at)
{
    size_t next = at;
    uint32_t c;

    if (at >= text.len) {
        return 0;
    }
    c = mn_next(text, &next);
    switch (c) {
    case '-':
    case '*':
    case 0x2013:
    case 0x2014:
    case 'o': {
        size_t after = next;

        if (next < text.len && mn_is_space(mn_next(text, &after)) && text.data[next] != '\n') {
            return next - at;
        }
        return 0;
    }
    case 0x2022:
    case 0x00B7:
    case 0x25CF:
    case 0x25CB:
    case 0x25AA:
    case 0x25A0:
    case 0x2023:
    case 0x2043:
    case 0x27A2:
    case 0x2713:
        return next - at;
    default:
        return c >= 0xE000 && c <= 0xF8FF ? next - at : 0; /* private-use glyphs of Word */
    }
}

/* A list's number "1." "2)" "(a)" "iv." before a blank; 0 for none. */
static size_t list_number_len(MnText text, size_t at)
{
    size_t end = at;
    bool open = end < text.len && text.data[end] == '(';
    size_t first;

    end += open;
    first = end;
    while (end < text.len && mn_is_digit((unsigned char) text.data[end])) {
        end++;
    }
    if (end == first) {
        while (end < text.len && end - first < 4 &&
               (text.data[end] == 'i' || text.data[end] == 'v' || text.data[end] == 'x')) {
            end++;
        }
    }
    if (end == first && end < text.len && mn_is_letter((unsigned char) text.data[end])) {
        end++;
    }
    if (end == first || end - first > 4 || end + 1 >= text.len) {
        return 0;
    }
    if ((text.data[end] == ')' || (text.data[end] == '.' && !open)) &&
        (text.data[end + 1] == ' ' || text.data[end + 1] == '\t')) {
        return end + 1 - at;
    }
    return 0;
}

static size_t skip_white(MnText text, size_t at)
{
    while (at < text.len && text.data[at] != '\n') {
        size_t next = at;

        if (!mn_is_space(mn_next(text, &next))) {
            break;
        }
        at = next;
    }
    return at;
}

void pc_line_start(MnText text, size_t *at)
{
    size_t len;

    *at = skip_white(text, *at);
    len = bullet_len(text, *at);
    if (len == 0) {
        len = list_number_len(text, *at);
    }
    *at = skip_white(text, *at + len);
}

/*
 * The line with which an open sentence goes on behind a page's foot and head, 0 where there is none: short lines
 * without a full stop, among them a page's number or set off by blank lines, then one that goes on.
 */
static size_t behind_furniture(MnText text, size_t at, bool open)
{
    bool page_number = false;
    bool blank = false;

    for (int lines = 0; lines < FURNITURE_LINES && at < text.len;) {
        MnText line = line_at(text, at);

        if (line.len == 0) {
            blank = true;
        } else if (is_page_number(line)) {
            page_number = true;
            lines++;
        } else if (goes_on(line)) {
            return page_number || (open && blank) ? at : 0;
        } else if (line.len > 90 || line.data[line.len - 1] == '.' ||
                   line.data[line.len - 1] == ':') {
            return 0;
        } else {
            lines++;
        }
        at = line_end(text, at) + 1;
    }
    return 0;
}

LineBreak pc_line_break(MnText text, size_t *at, const Token *last)
{
    size_t begin = *at;
    size_t next = *at + 1;
    size_t first;
    size_t blanks = 0;
    size_t started;
    bool open = is_open(last);
    bool ended = last == NULL || last->kind == TOKEN_STOP;
    MnText line;

    while (next < text.len && (first = skip_white(text, next)) < text.len &&
           text.data[first] == '\n') {
        blanks++;
        next = first + 1;
    }
    if (next >= text.len) {
        *at = text.len;
        return BREAK_STOP;
    }
    first = skip_white(text, next);
    line = line_at(text, next);
    started = first;
    pc_line_start(text, &started);
    if (!ended && started == first) {
        size_t resumed = 0;

        if (blanks > 0 || is_page_number(line)) {
            resumed = goes_on(line) && !is_page_number(line) ? (open ? next : 0)
                                                             : behind_furniture(text, next, open);
        }
        if (resumed > 0) {
            *at = skip_white(text, resumed);
            return BREAK_SPACE;
        }
    }
    *at = started;
    if (blanks > 0 || started != first) {
        return BREAK_STOP;
    }
    if (ended || open || goes_on(line)) {
        return ended ? BREAK_STOP : BREAK_SPACE;
    }
    if (last->kind == TOKEN_MARK && last->mark == ':') {
        return BREAK_STOP;
    }
    /* A line that stops short before a capital was meant to end. */
    for (started = begin;
         started > 0 && text.data[started - 1] != '\n' && begin - started < SHORT_LINE;) {
        started--;
    }
    return begin - started < SHORT_LINE ? BREAK_STOP : BREAK_SPACE;
}
