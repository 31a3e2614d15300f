/*
 * furniture.c - page numbers, running headers and footers: what a page's layout put between the words.
 */
#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "texts.h"

/* A line that may be furniture is not longer than this many characters. */
#define FURNITURE_WIDTH 120

bool line_is_page_number(MnText text, bool *bare)
{
    MnText inner = text_strip(text, "-[]()|~_=\xE2\x80\x93\xE2\x80\x94");
    size_t at = 0;
    size_t numbers = 0;
    bool page = false;
    MnText word;

    *bare = false;
    while (text_next_word(inner, &at, &word)) {
        word = page ? text_strip(word, ".,:") : word;
        if (text_is(word, "page") || text_is(word, "pg") || text_is(word, "p") ||
            text_is(word, "tudalen")) {
            page = true;
        } else if (!text_is(word, "of") && !text_is(word, "o") && !text_is(word, "/")) {
            size_t digits = 0;

            while (digits < word.len && (mn_is_digit((unsigned char) word.data[digits]) ||
                                         (digits > 0 && word.data[digits] == '/' && page))) {
                digits++;
            }
            if (word.len == 0 || digits != word.len || word.len > 9) {
                return false;
            }
            numbers++;
        }
    }
    if (numbers == 0 || numbers > 2) {
        return false;
    }
    if (!page) {
        /* "12" or "- 12 -" stands alone; "3 of 9" needs its "of". */
        *bare = numbers == 1 && inner.len == mn_trim(text).len;
        return numbers == 1 ? inner.len <= 4 : text_has(inner, "of");
    }
    return true;
}

/* "... Page 3 of 9" or "Page 3" at an end of a short line. */
static bool has_page_of(MnText text)
{
    size_t at = text_find(text, 0, "page");
    MnText rest = text_after(text, at + 4);
    size_t digits = 0;

    if (at == text.len) {
        return false;
    }
    rest = mn_trim(rest);
    while (digits < rest.len && mn_is_digit((unsigned char) rest.data[digits])) {
        digits++;
    }
    if (digits == 0) {
        return false;
    }
    rest = mn_trim(text_after(rest, digits));
    return rest.len == 0 || text_begins(rest, "of");
}

typedef struct Repeated {
    uint64_t key; /* of the line with its digits masked */
    size_t line;
} Repeated;

static int by_key(const void *a, const void *b)
{
    const Repeated *x = a;
    const Repeated *y = b;

    if (x->key != y->key) {
        return x->key < y->key ? -1 : 1;
    }
    return x->line < y->line ? -1 : x->line > y->line;
}

/* A hash of the line in lower case, white space single, each number as one sign. */
static uint64_t masked(MnText text)
{
    uint64_t hash = 1469598103934665603u;
    uint32_t last = 0;
    size_t at = 0;

    while (at < text.len) {
        uint32_t c = mn_lower(mn_next(text, &at));

        c = mn_is_space(c) ? ' ' : mn_is_digit(c) ? '#' : c;
        if ((c == ' ' || c == '#') && c == last) {
            continue;
        }
        hash = (hash ^ c) * 1099511628211u;
        last = c;
    }
    return hash;
}

/* The nearest line with text before (step -1) or after (step 1), within a few lines; lines->count for none. */
static size_t neighbour(const Lines *lines, size_t at, int step, bool *page_end)
{
    *page_end = false;
    for (int i = 0; i < 8; i++) {
        if (step > 0 ? at + 1 >= lines->count : at == 0) {
            *page_end = step > 0;
            return lines->count;
        }
        if (step < 0 && lines->line[at].page_start) {
            *page_end = true;
        }
        at = step > 0 ? at + 1 : at - 1;
        if (step > 0 && lines->line[at].page_start) {
            *page_end = true;
        }
        if (!lines->line[at].blank) {
            return at;
        }
    }
    return lines->count;
}

/* Whether the line stands at a page's edge, beside other furniture, or in the middle of a sentence. */
static bool is_at_an_edge(const Lines *lines, size_t at)
{
    bool before_page;
    bool after_page;
    size_t before = neighbour(lines, at, -1, &before_page);
    size_t after = neighbour(lines, at, 1, &after_page);

    if (before_page || (after_page && after != lines->count)) {
        return true;
    }
    if (before == lines->count || after == lines->count) {
        return false;
    }
    if (lines->line[before].furniture || lines->line[after].furniture) {
        return true;
    }
    return !text_is_closed(lines->line[before].text) && lines->line[before].width > 40 &&
           is_lower(text_first(lines->line[after].text));
}

/* The bare number on the line right above or below, -1 for none; its line in *at. */
static int number_beside(const Lines *lines, size_t line, size_t *at)
{
    for (int step = 1; step >= -1; step -= 2) {
        size_t beside = line + (size_t) step;
        bool bare;

        if (beside < lines->count && !lines->line[beside].blank &&
            line_is_page_number(lines->line[beside].text, &bare) && bare) {
            *at = beside;
            return whole_number(lines->line[beside].text.data);
        }
    }
    return -1;
}

/* Running headers with their page numbers on the next line: the numbers count up from one to the next. */
static bool counts_pages(const Repeated *same, size_t count, Lines *lines, bool mark)
{
    int last = -1;
    size_t steps = 0;

    for (size_t i = 0; i < count; i++) {
        size_t at;
        int number;

        if (lines->line[same[i].line].width < 12 ||
            text_is_closed(lines->line[same[i].line].text)) {
            return false;
        }
        number = number_beside(lines, same[i].line, &at);
        if (number < 0) {
            continue;
        }
        if (mark) {
            lines->line[at].furniture = lines->line[same[i].line].furniture = true;
        }
        steps += number == last + 1;
        last = number;
    }
    return steps > 0;
}

/* Of lines that are the same but for their numbers, those at pages' edges show that all are furniture. */
static void mark_repeated(const Repeated *same, size_t count, Lines *lines)
{
    size_t edges = 0;

    if (counts_pages(same, count, lines, false)) {
        counts_pages(same, count, lines, true);
    }
    for (size_t i = 0; i < count; i++) {
        edges += is_at_an_edge(lines, same[i].line);
    }
    if (edges == 0 || edges * 2 < count - 1) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        /* The first may be the document's own heading. */
        if (i > 0 || is_at_an_edge(lines, same[i].line)) {
            lines->line[same[i].line].furniture = true;
        }
    }
}

/* Whether a bare number interrupts a sentence, so that it counts pages and not items. */
static bool interrupts(const Lines *lines, size_t at)
{
    bool page;
    size_t before = neighbour(lines, at, -1, &page);
    bool edge = page;
    size_t after = neighbour(lines, at, 1, &page);

    edge |= page && after != lines->count;
    if (edge) {
        return true;
    }
    return before != lines->count && after != lines->count &&
           !text_is_closed(lines->line[before].text) && lines->line[before].width > 40 &&
           is_lower(text_first(lines->line[after].text));
}

void lines_mark_furniture(Arena *arena, Lines *lines)
{
    Repeated *repeated = arena_alloc(arena, (lines->count + 1) * sizeof(Repeated));
    size_t count = 0;

    for (size_t i = 0; i < lines->count; i++) {
        Line *line = &lines->line[i];
        bool bare;

        if (line->blank || line->width > FURNITURE_WIDTH) {
            continue;
        }
        if (line_is_page_number(line->text, &bare)) {
            line->furniture = !bare || interrupts(lines, i);
        } else if (has_page_of(line->text)) {
            line->furniture = true;
        } else if (line->width >= 4 && !(line->marker && line->label_len == 0)) {
            repeated[count++] = (Repeated){masked(line->text), i};
        }
    }
    qsort(repeated, count, sizeof(Repeated), by_key);
    /* Once more: a header of two lines is at an edge line by line. */
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count;) {
            size_t end = i + 1;

            while (end < count && repeated[end].key == repeated[i].key) {
                end++;
            }
            if (end - i >= 2) {
                mark_repeated(repeated + i, end - i, lines);
            }
            i = end;
        }
    }
}
