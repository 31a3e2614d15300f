/*
 * lines.c - splitting text into lines, and the bullets and labels they begin with.
 */
#include "lines.h"

#include <string.h>

#include "texts.h"

static void add_line(Arena *arena, Lines *lines, MnText raw, int number, bool page_start)
{
    Line *line;
    size_t at = 0;

    lines->line = mn_grow(&arena->base, lines->line, sizeof(Line), lines->count, &lines->capacity);
    line = &lines->line[lines->count++];
    memset(line, 0, sizeof(*line));
    line->text = mn_trim(raw);
    line->raw = (MnText){raw.data, (size_t) (line->text.data - raw.data) + line->text.len};
    line->blank = line->text.len == 0;
    line->number = number;
    line->page_start = page_start;
    line->indent = (int) mn_characters(raw, (size_t) (line->text.data - raw.data));
    line->width = (int) mn_characters(line->text, line->text.len);
    if (line->blank) {
        return;
    }
    line->marker = line_marker(line->raw, &line->label_len, &at);
    if (line->marker) {
        size_t lead = (size_t) (line->text.data - raw.data);

        line->content_at = at > lead ? at - lead : 0;
    }
}

Lines lines_split(Arena *arena, MnText text)
{
    Lines lines = {0};
    int number = 1;
    bool page_start = false;
    size_t at = 0;

    while (at < text.len) {
        const char *feed = memchr(text.data + at, '\n', text.len - at);
        size_t end = feed == NULL ? text.len : (size_t) (feed - text.data);
        MnText rest = {text.data + at, end - at};

        for (;;) {
            const char *page = memchr(rest.data, '\f', rest.len);
            size_t len = page == NULL ? rest.len : (size_t) (page - rest.data);

            if (page == NULL || len > 0) {
                add_line(arena, &lines, text_upto(rest, len), number, page_start);
                page_start = false;
            }
            if (page == NULL) {
                break;
            }
            page_start = true;
            rest = text_after(rest, len + 1);
        }
        at = end + 1;
        number++;
    }
    return lines;
}

/* Glyphs that stand for bullets when white space follows. */
static bool is_bullet(uint32_t c)
{
    static const uint32_t glyphs[] = {
        '-',    '*',    0xB7,   0x2013, 0x2014, 0x2022, 0x2023, 0x2043, 0x204C, 0x2219, 0x25A0,
        0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25BA, 0x25C6, 0x25CB, 0x25CF, 0x25E6, 0x2666, 0x2713,
        0x2714, 0x27A2, 0x2794, 0x2212, 0x2192, 0xA7,   0xD8,   0xFC,   0x2756, 0x29BF};

    if ((c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD) {
        return true;
    }
    for (size_t i = 0; i < sizeof(glyphs) / sizeof(glyphs[0]); i++) {
        if (glyphs[i] == c) {
            return true;
        }
    }
    return false;
}

/* The end of a roman number, one lower-case letter or up to three digits at `at`; `at` where there is none. */
static size_t part_number(MnText text, size_t at, bool bracketed)
{
    size_t start = at;

    while (at < text.len && at - start < 4 && mn_is_digit((unsigned char) text.data[at])) {
        at++;
    }
    if (at > start) {
        /* "12A", "4bi" */
        size_t letters = at;

        while (letters < text.len && letters - at < 3 &&
               mn_is_letter((unsigned char) text.data[letters])) {
            letters++;
        }
        return letters;
    }
    while (
        at < text.len && at - start < 5 && strchr("ivxIVX", text.data[at]) != NULL &&
        (mn_lower((unsigned char) text.data[at]) == (unsigned char) text.data[at] || bracketed)) {
        at++;
    }
    if (at > start && (at == text.len || !mn_is_letter((unsigned char) text.data[at]))) {
        return at;
    }
    at = start;
    if (at < text.len && mn_is_letter((unsigned char) text.data[at]) &&
        (bracketed || text.data[at] >= 'a') &&
        (at + 1 == text.len || !mn_is_letter((unsigned char) text.data[at + 1]))) {
        return at + 1;
    }
    return start;
}

/* The label of a numbered part at `at`: "1.", "2)", "(a)", "(iv)", "b.", "29.1", "1.2.3"; its end, or `at`. */
static size_t numbered_label(MnText text, size_t at)
{
    size_t end;

    if (at < text.len && (text.data[at] == '(' || text.data[at] == '[')) {
        end = part_number(text, at + 1, true);
        return end > at + 1 && end < text.len && (text.data[end] == ')' || text.data[end] == ']')
                   ? end + 1
                   : at;
    }
    end = part_number(text, at, false);
    if (end == at || end == text.len) {
        return at;
    }
    if (text.data[end] == ')') {
        return end + 1;
    }
    if (text.data[end] == '.') {
        bool dotted = false;

        while (end + 1 < text.len && text.data[end] == '.' &&
               mn_is_digit((unsigned char) text.data[at]) &&
               mn_is_digit((unsigned char) text.data[end + 1])) {
            size_t next = end + 1;

            while (next < text.len && mn_is_digit((unsigned char) text.data[next])) {
                next++;
            }
            if (next - end > 4) {
                return at;
            }
            end = next;
            dotted = true;
        }
        if (!dotted) {
            return end + 1;
        }
        end += end < text.len && text.data[end] == '.';
        {
            /* "10.30 am" is a time and "2.5 million" a figure: a capital must follow a dotted number. */
            uint32_t first = text_first(text_after(text, end));

            return is_upper(first) || is_quote(first) || first == '(' || first == '*' ? end : at;
        }
    }
    return at;
}

bool line_marker(MnText text, size_t *label_len, size_t *content_at)
{
    size_t lead = 0;
    size_t hard = 0; /* no-break spaces before the text */
    size_t end;
    size_t after;
    uint32_t c;

    while (lead < text.len) {
        size_t next = lead;

        c = mn_next(text, &next);
        if (!mn_is_space(c)) {
            break;
        }
        hard += c == 0xA0;
        lead = next;
    }
    if (lead == text.len) {
        return false;
    }
    end = lead;
    c = mn_next(text, &end);
    if (!is_bullet(c) && !(c == 'o' && end < text.len && text.data[end] != ' ')) {
        end = numbered_label(text, lead);
    }
    if (end > lead && end < text.len) {
        size_t width = 0;

        after = end;
        while (after < text.len) {
            size_t next = after;

            if (!mn_is_space(mn_next(text, &next))) {
                break;
            }
            after = next;
            width++;
        }
        if (width > 0 && after < text.len) {
            *label_len = end - lead;
            *content_at = after;
            return true;
        }
        /* Private-use glyphs are bullets even where the text is glued to them. */
        if (c >= 0xE000 && c <= 0xF8FF && after < text.len) {
            *label_len = end - lead;
            *content_at = end;
            return true;
        }
    }
    if (hard >= 4) {
        *label_len = 0;
        *content_at = lead;
        return true;
    }
    return false;
}

bool label_is_numbered(MnText label)
{
    for (size_t i = 0; i < label.len; i++) {
        if (mn_is_digit((unsigned char) label.data[i]) ||
            (mn_is_letter((unsigned char) label.data[i]) && label.len > 1)) {
            return true;
        }
    }
    return false;
}
