/*
 * read_markdown.c - the reader of Markdown: the mark-up is taken off each line and remembered, then lines become blocks as in
 * plain text.
 */
#include <ctype.h>
#include <string.h>

#include "lines.h"
#include "read.h"
#include "texts.h"

/* "## Title": the level, 0 for none; *text is what follows without closing signs. */
static int heading_level(MnText line, MnText *text)
{
    int level = 0;

    while ((size_t) level < line.len && line.data[level] == '#') {
        level++;
    }
    if (level == 0 || level > 6 || (size_t) level == line.len || line.data[level] != ' ') {
        return 0;
    }
    *text = mn_trim(text_after(line, (size_t) level));
    while (text->len > 0 && text->data[text->len - 1] == '#') {
        text->len--;
    }
    *text = mn_trim(*text);
    return level;
}

static int recognises(MnText text)
{
    size_t at = 0;
    size_t headings = 0;
    size_t bold = 0;
    size_t lines = 0;

    while (at < text.len && lines < 2000) {
        const char *feed = memchr(text.data + at, '\n', text.len - at);
        size_t end = feed == NULL ? text.len : (size_t) (feed - text.data);
        MnText line = mn_trim((MnText){text.data + at, end - at});
        MnText rest;

        headings += heading_level(line, &rest) > 0;
        bold += line.len > 4 && memcmp(line.data, "**", 2) == 0 &&
                text_search(line, 2, "**") < line.len;
        lines++;
        at = end + 1;
    }
    if (headings >= 2 || (headings >= 1 && bold >= 1) || bold >= 3) {
        return 60;
    }
    return 0;
}

/* ---- inline mark-up ---- */

typedef struct Inline {
    Buffer out;
    bool strong;     /* inside ** or __, which may run over lines of one paragraph */
    bool emphasised; /* inside a single * or _ */
    bool all_strong; /* everything put out since the line began was strong */
} Inline;

static bool has_at(MnText text, size_t at, const char *string)
{
    size_t len = strlen(string);

    return at + len <= text.len && memcmp(text.data + at, string, len) == 0;
}

static void put(Inline *state, const char *data, size_t len)
{
    if (mn_trim((MnText){data, len}).len > 0) {
        state->all_strong &= state->strong;
    }
    buffer_add(&state->out, data, len);
}

/* "&amp;" and its kind; returns its length, 0 for none. */
static size_t put_entity(Inline *state, MnText text, size_t at)
{
    static const struct {
        const char *entity;
        const char *print;
    } entities[] = {{"&amp;", "&"},          {"&lt;", "<"},
                    {"&gt;", ">"},           {"&quot;", "\""},
                    {"&#39;", "'"},          {"&nbsp;", "\xC2\xA0"},
                    {"&pound;", "\xC2\xA3"}, {"&ndash;", "\xE2\x80\x93"}};

    for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++) {
        if (has_at(text, at, entities[i].entity)) {
            put(state, entities[i].print, strlen(entities[i].print));
            return strlen(entities[i].entity);
        }
    }
    return 0;
}

/* "<br>", "<u>", "</sup>", "<!-- page 2 -->": its length, 0 for anything else in angle brackets. */
static size_t html_tag(MnText text, size_t at)
{
    static const char *const tags[] = {
        "<br",  "<u>",   "</u>",  "<b>",    "</b>",    "<i>",      "</i>",     "<sup", "</sup",
        "<sub", "</sub", "<span", "</span", "<!--",    "<strong",  "</strong", "<em",  "</em",
        "<p>",  "</p>",  "<div",  "</div",  "<center", "</center", "<a ",      "</a>", NULL};
    size_t end;

    for (size_t i = 0; tags[i] != NULL; i++) {
        if (mn_begins(text_after(text, at), text_of(tags[i]))) {
            end = text_search(text, at, ">");
            return end < text.len ? end + 1 - at : 0;
        }
    }
    return 0;
}

/* "[text](url)" or "![alt](url)": puts the text and returns the whole length, 0 where it is none. */
static size_t put_link(Inline *state, MnText text, size_t at)
{
    size_t start = at + (text.data[at] == '!');
    size_t close;
    size_t end;

    if (!has_at(text, start, "[")) {
        return 0;
    }
    close = text_search(text, start, "](");
    end = text_search(text, close, ")");
    if (close == text.len || end == text.len ||
        memchr(text.data + start + 1, '[', close - start - 1) != NULL) {
        return 0;
    }
    put(state, text.data + start + 1, close - start - 1);
    return end + 1 - at;
}

/* Whether a single * or _ at `at` is emphasis: bound to a word on one side, not in the middle of one. */
static bool is_emphasis(MnText text, size_t at)
{
    bool space_before = at == 0 || text.data[at - 1] == ' ' || strchr("(*_\"'", text.data[at - 1]);
    bool space_after =
        at + 1 >= text.len || text.data[at + 1] == ' ' || strchr(").,;:*_\"'", text.data[at + 1]);

    return space_before != space_after;
}

/* Takes the inline mark-up off one line. */
static MnText plain(Inline *state, MnText line)
{
    size_t at = 0;

    state->all_strong = true;
    while (at < line.len) {
        char c = line.data[at];
        size_t len = 0;

        if (c == '\\' && at + 1 < line.len && ispunct((unsigned char) line.data[at + 1])) {
            put(state, line.data + at + 1, 1);
            at += 2;
            continue;
        }
        if (has_at(line, at, "**") || has_at(line, at, "__")) {
            size_t run = 2;

            if (c == '_' && at + 2 < line.len && line.data[at + 2] == '_') {
                /* a line to sign on */
                while (at + run < line.len && line.data[at + run] == '_') {
                    run++;
                }
                put(state, line.data + at, run);
            } else {
                state->strong = !state->strong;
                if (at + run < line.len && line.data[at + run] == c) {
                    run++; /* ***strong and emphasised*** */
                }
            }
            at += run;
            continue;
        }
        if ((c == '*' || c == '_') && is_emphasis(line, at)) {
            at++;
            continue;
        }
        if (c == '`') {
            at++;
            continue;
        }
        if (c == '&') {
            len = put_entity(state, line, at);
        } else if (c == '<') {
            len = html_tag(line, at);
            if (len > 0 && mn_begins(text_after(line, at), MN_TEXT("<br"))) {
                put(state, " ", 1);
            }
        } else if (c == '[' || c == '!') {
            len = put_link(state, line, at);
        }
        if (len == 0) {
            put(state, line.data + at, 1);
            len = 1;
        }
        at += len;
    }
    return (MnText){state->out.data == NULL ? "" : state->out.data, state->out.len};
}

/* ---- lines ---- */

static bool is_rule(MnText text)
{
    size_t signs = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] != ' ' && text.data[i] != text.data[0]) {
            return false;
        }
        signs += text.data[i] != ' ';
    }
    return signs >= 3 && strchr("-*_=", text.data[0]) != NULL;
}

/* A list's marker, so that its sign is not taken for emphasis: "- ", "* ", "+ ". */
static size_t list_marker(MnText text)
{
    return text.len > 2 && strchr("-*+", text.data[0]) != NULL && text.data[1] == ' ' ? 2 : 0;
}

static void read_line(Arena *arena, Line *line, Inline *state)
{
    MnText text = line->text;
    MnText rest;
    size_t marker;
    size_t at = 0;
    int level;

    while (text.len > 0 && text.data[0] == '>') {
        text = mn_trim(text_after(text, 1));
    }
    level = heading_level(text, &rest);
    if (level > 0) {
        line->heading = true;
        line->level = level;
        text = rest;
        state->strong = false;
    } else if (is_rule(text)) {
        line->rule = true;
        return;
    }
    if (text.len > 0 && text.data[text.len - 1] == '\\') {
        line->hard_break = true;
        text.len--;
    }
    marker = list_marker(text);
    state->out = (Buffer){.arena = arena};
    if (marker > 0) {
        buffer_puts(&state->out, "- ");
    }
    text = plain(state, text_after(text, marker));
    line->text = mn_trim(text);
    line->raw = line->text;
    line->bold = state->all_strong && line->text.len > 0;
    line->blank = line->text.len == 0;
    line->width = (int) mn_characters(line->text, line->text.len);
    line->marker = !line->blank && line_marker(line->text, &line->label_len, &at);
    line->content_at = at;
}

/* Two spaces or a <br> at a line's end mean the break. */
static bool ends_hard(MnText source, const Line *line)
{
    size_t end = (size_t) (line->text.data + line->text.len - source.data);

    return (end + 2 <= source.len && memcmp(source.data + end, "  ", 2) == 0) ||
           text_ends(line->text, "<br>") || text_ends(line->text, "<br/>");
}

/* "Title" over "=====" or "-----". */
static void mark_underlined(Lines *lines)
{
    for (size_t i = 0; i + 1 < lines->count; i++) {
        Line *line = &lines->line[i];
        Line *under = &lines->line[i + 1];

        if (!line->blank && !under->blank && !line->heading && !line->rule && under->rule &&
            line->width < 100 && line->text.data[0] != '|' &&
            (under->text.data[0] == '=' || under->text.data[0] == '-') &&
            (i == 0 || lines->line[i - 1].blank)) {
            line->heading = true;
            line->level = under->text.data[0] == '=' ? 1 : 2;
        }
    }
}

static bool read(MnText text, Document *document, ReadError *error)
{
    Arena *scratch = arena_new();
    Lines lines = lines_split(scratch, text);
    Inline state = {{.arena = scratch}, false, false, true};

    (void) error;
    for (size_t i = 0; i < lines.count; i++) {
        Line *line = &lines.line[i];

        if (line->blank) {
            state.strong = false;
            continue;
        }
        line->hard_break = ends_hard(text, line);
        read_line(scratch, line, &state);
    }
    mark_underlined(&lines);
    lines_mark_furniture(scratch, &lines);
    lines_to_blocks(document->arena, &lines, &document->blocks);
    arena_free(scratch);
    return true;
}

const Reader reader_markdown = {"markdown", false, recognises, read};
