/*
 * minute_text.c - see minute_text.h.
 */
#include "minute_text.h"

#include <string.h>

typedef struct Span {
    size_t start;
    size_t end;
} Span;

/* What is written, and how far: marks and figures are passed in order. */
typedef struct Writing {
    Page *page;
    const char *text;
    const Span *marks; /* sentences, disjoint and in order */
    size_t mark_count;
    const TextChange *changes;
    size_t change_count;
    size_t next_change; /* whose target is not written yet */
} Writing;

/* Goes on to the character (from 1), and returns the byte where it begins. */
static size_t go_to(TextPlace *place, const char *text, size_t len, int64_t character)
{
    for (; place->character < character && place->byte < len; place->character++) {
        place->byte++;
        while (place->byte < len && ((unsigned char) text[place->byte] & 0xC0) == 0x80) {
            place->byte++;
        }
    }
    return place->byte;
}

TextChange text_change_at(TextPlace *place, const char *text, size_t len, int64_t change_id,
                          int64_t start, int64_t length, const char *sentence)
{
    size_t from = go_to(place, text, len, start);
    TextPlace behind = *place;
    size_t to = go_to(&behind, text, len, start + length);
    size_t words = strlen(sentence);
    TextChange change = {change_id, from, to, from, to};

    /* The sentence begins at its figure or before. */
    for (size_t at = from + 1; words > 0 && at-- > 0 && at + words >= to;) {
        if (at + words <= len && memcmp(text + at, sentence, words) == 0) {
            change.sentence_start = at;
            change.sentence_end = at + words;
            break;
        }
    }
    return change;
}

/* The sentences of the changes without overlaps. */
static Span *marks_of(Arena *arena, const TextChange *changes, size_t count, size_t *mark_count)
{
    Span *marks = arena_alloc(arena, (count + 1) * sizeof(*marks));
    size_t n = 0;

    for (size_t i = 0; i < count; i++) {
        Span span = {changes[i].sentence_start, changes[i].sentence_end};

        while (n > 0 && marks[n - 1].end > span.start) {
            n--;
            span.start = marks[n].start < span.start ? marks[n].start : span.start;
            span.end = marks[n].end > span.end ? marks[n].end : span.end;
        }
        marks[n++] = span;
    }
    *mark_count = n;
    return marks;
}

/* Text within one mark or outside all, with the figures that begin in it. */
static void put_stretch(Writing *w, size_t from, size_t to)
{
    while (from < to) {
        const TextChange *change =
            w->next_change < w->change_count ? &w->changes[w->next_change] : NULL;
        size_t end;

        if (change == NULL || change->figure_start >= to) {
            html_escaped(w->page, w->text + from, to - from);
            return;
        }
        w->next_change++;
        if (change->figure_start > from) {
            html_escaped(w->page, w->text + from, change->figure_start - from);
            from = change->figure_start;
        }
        /* Several changes may share their words, and figures may reach into the next cell. */
        end = change->figure_end < to ? change->figure_end : to;
        if (w->next_change < w->change_count && w->changes[w->next_change].figure_start < end) {
            end = w->changes[w->next_change].figure_start;
        }
        html(w->page, "<span class=\"figure\" id=\"change-%lld\">", (long long) change->change_id);
        if (end > from) {
            html_escaped(w->page, w->text + from, end - from);
            from = end;
        }
        html(w->page, "</span>");
    }
}

/* A stretch of one line, its marks opened and closed within it. */
static void put_marked(Writing *w, size_t from, size_t to)
{
    size_t low = 0;
    size_t high = w->mark_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (w->marks[middle].end <= from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < w->mark_count && w->marks[low].start < to; low++) {
        size_t start = w->marks[low].start > from ? w->marks[low].start : from;
        size_t end = w->marks[low].end < to ? w->marks[low].end : to;

        put_stretch(w, from, start);
        html(w->page, "<mark>");
        put_stretch(w, start, end);
        html(w->page, "</mark>");
        from = end;
    }
    put_stretch(w, from, to);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static Span trimmed(const char *text, Span span)
{
    while (span.start < span.end && is_space(text[span.start])) {
        span.start++;
    }
    while (span.end > span.start && is_space(text[span.end - 1])) {
        span.end--;
    }
    return span;
}

/* The bytes of a bullet and the space behind it at the start of the line; 0 for none. */
static size_t bullet(const char *text, Span line)
{
    static const char *const signs[] = {
        "-", "*", "\xE2\x80\xA2", "\xC2\xB7", "\xE2\x97\xA6", "\xE2\x96\xAA"};

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        size_t len = strlen(signs[i]);

        if (line.end - line.start > len + 1 && memcmp(text + line.start, signs[i], len) == 0 &&
            is_space(text[line.start + len])) {
            return len + 1;
        }
    }
    return 0;
}

/* Where the next " | " stands; the line's end where none does. */
static size_t cell_end(const char *text, size_t from, size_t end)
{
    for (size_t at = from; at + 2 < end; at++) {
        if (text[at] == ' ' && text[at + 1] == '|' && text[at + 2] == ' ') {
            return at;
        }
    }
    return end;
}

static bool is_row(const char *text, Span line)
{
    return cell_end(text, line.start, line.end) < line.end;
}

/* A row heads its table where its last cell is in words. */
static bool is_heading(const char *text, Span line)
{
    size_t last = line.start;

    for (size_t at = cell_end(text, last, line.end); at < line.end;
         at = cell_end(text, last, line.end)) {
        last = at + 3;
    }
    for (size_t at = last; at < line.end; at++) {
        if (text[at] >= '0' && text[at] <= '9') {
            return false;
        }
    }
    return last < line.end;
}

static void put_row(Writing *w, Span line, bool heading)
{
    size_t from = line.start;
    bool first = true;

    html(w->page, "<tr>");
    for (;;) {
        size_t end = cell_end(w->text, from, line.end);

        html(w->page, heading ? "<th scope=\"col\">" : first ? "<th scope=\"row\">" : "<td>");
        put_marked(w, from, end);
        html(w->page, heading || first ? "</th>" : "</td>");
        if (end == line.end) {
            break;
        }
        /* What stands between cells is passed over, a figure that reaches over it included. */
        from = end + 3;
        first = false;
    }
    html(w->page, "</tr>\n");
}

typedef enum Block { BLOCK_NONE, BLOCK_LIST, BLOCK_TABLE } Block;

static void turn_to(Writing *w, Block *block, Block next)
{
    static const char *const begin[] = {"", "<ul>\n",
                                        "<div class=\"scroll\" tabindex=\"0\" role=\"group\""
                                        " aria-label=\"Table in the minute\">"
                                        "<table class=\"minute-table\">\n"};
    static const char *const end[] = {"", "</ul>\n", "</tbody></table></div>\n"};

    if (*block != next) {
        fputs(end[*block], w->page->file);
        fputs(begin[next], w->page->file);
        *block = next;
    }
}

void put_minute_text(Page *page, Arena *arena, const char *text, size_t len,
                     const TextChange *changes, size_t count)
{
    Writing w = {.page = page, .text = text, .changes = changes, .change_count = count};
    Block block = BLOCK_NONE;

    w.marks = marks_of(arena, changes, count, &w.mark_count);
    for (size_t at = 0; at < len;) {
        const char *end = memchr(text + at, '\n', len - at);
        Span line = {at, end == NULL ? len : (size_t) (end - text)};
        size_t sign;

        at = line.end + 1;
        line = trimmed(text, line);
        if (line.start == line.end) {
            continue;
        }
        sign = bullet(text, line);
        if (sign == 0 && is_row(text, line)) {
            bool first = block != BLOCK_TABLE;

            turn_to(&w, &block, BLOCK_TABLE);
            if (first && is_heading(text, line)) {
                html(page, "<thead>");
                put_row(&w, line, true);
                html(page, "</thead><tbody>\n");
            } else {
                html(page, first ? "<tbody>\n" : "");
                put_row(&w, line, false);
            }
            continue;
        }
        turn_to(&w, &block, sign > 0 ? BLOCK_LIST : BLOCK_NONE);
        html(page, sign > 0 ? "<li>" : "<p>");
        put_marked(&w, line.start + sign, line.end);
        html(page, sign > 0 ? "</li>\n" : "</p>\n");
    }
    turn_to(&w, &block, BLOCK_NONE);
    /* A figure that lies between the lines still is a place to go to. */
    while (w.next_change < w.change_count) {
        html(page, "<span id=\"change-%lld\"></span>",
             (long long) w.changes[w.next_change++].change_id);
    }
}
