/*
 * lines_blocks.c - from printed lines to blocks.
 */
#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "texts.h"

typedef struct Assembly {
    Arena *arena;
    Blocks *blocks;
    Setting setting;
    size_t open; /* the block that is being filled; SIZE_MAX for none */
    Buffer text;
    const Line *last;      /* the last line put into it */
    bool apart;            /* a blank line or furniture came after it */
    bool blank;            /* a blank line came since the last block */
    bool in_table;         /* the last block is a row of columns */
    bool titles_in_column; /* numbered titles in capitals have their text beside them */
} Assembly;

static void close_block(Assembly *assembly)
{
    if (assembly->open != SIZE_MAX) {
        assembly->blocks->block[assembly->open].text =
            text_one_line(assembly->arena, text_of(assembly->text.data)).data;
        assembly->open = SIZE_MAX;
    }
    assembly->last = NULL;
}

static Block *new_block(Assembly *assembly, BlockKind kind, const Line *line)
{
    Block *block = blocks_add(assembly->arena, assembly->blocks, kind, line->number);

    block->close_up = !assembly->blank && assembly->blocks->count > 1;
    assembly->blank = false;
    assembly->in_table = false;
    return block;
}

static void open_block(Assembly *assembly, BlockKind kind, const Line *line, MnText text)
{
    Block *block = new_block(assembly, kind, line);

    block->bold = line->bold;
    assembly->open = assembly->blocks->count - 1;
    assembly->text = (Buffer){.arena = assembly->arena};
    assembly->last = line;
    assembly->apart = false;
    buffer_add(&assembly->text, text.data, text.len);
    if (kind == BLOCK_HEADING) {
        block->level = line->level;
    }
}

/* ---- columns ---- */

/* The next gap of at least `wide` white characters (or a tab) in text; its start, and *end. text.len for none. */
static size_t find_gap(MnText text, size_t from, int wide, size_t *end)
{
    size_t at = from;

    while (at < text.len) {
        size_t start = at;
        int width = 0;

        while (at < text.len) {
            size_t next = at;
            uint32_t c = mn_next(text, &next);

            if (!mn_is_space(c)) {
                break;
            }
            width += c == '\t' ? wide : 1;
            at = next;
        }
        if (width >= wide && start > 0 && at < text.len) {
            *end = at;
            return start;
        }
        if (at == start) {
            mn_next(text, &at);
        }
    }
    return text.len;
}

/* "SSP" before a wide gap: the first half of a code that was set over two lines. */
static bool is_prefix(MnText text)
{
    if (text.len < 1 || text.len > 8) {
        return false;
    }
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < 'A' || text.data[i] > 'Z') {
            return false;
        }
    }
    return true;
}

static bool has_digit(MnText text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (mn_is_digit((unsigned char) text.data[i])) {
            return true;
        }
    }
    return false;
}

/* "|---|:--:|", "-----": lines that only rule. */
static bool is_ruling(MnText text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("|-:+=_ \t", text.data[i]) == NULL) {
            return false;
        }
    }
    return text.len >= 3;
}

/* The cells of a line as one text joined by " | ", or a NULL text where it has no columns. */
static MnText row_of(const Assembly *assembly, MnText text, bool piped, int wide)
{
    Buffer row = {.arena = assembly->arena};
    size_t at = 0;
    size_t cells = 0;

    while (at <= text.len) {
        size_t end;
        size_t cell_end;
        MnText cell;

        if (piped) {
            cell_end = text_search(text, at, "|");
            end = cell_end + 1;
        } else {
            cell_end = find_gap(text, at, wide, &end);
            end = cell_end == text.len ? text.len + 1 : end;
        }
        cell = mn_trim((MnText){text.data + at, cell_end - at});
        if (piped && cell.len == 0 && (at == 0 || cell_end == text.len)) {
            at = end; /* the border */
            continue;
        }
        if (cells++ > 0) {
            buffer_puts(&row, " | ");
        }
        buffer_add(&row, cell.data, cell.len);
        at = end;
    }
    return (MnText){row.data, row.len};
}

static size_t count_gaps(MnText text, int wide)
{
    size_t gaps = 0;
    size_t end = 0;

    while (find_gap(text, end, wide, &end) < text.len) {
        gaps++;
    }
    return gaps;
}

/* "C048/23   1.   Apologies": a number before a title, and no row of figures. */
static bool is_numbered_title(MnText text, size_t gap)
{
    MnText first = text_upto(text, gap);
    size_t last = text.len;

    if (!has_digit(first) || first.len > 14 || memchr(first.data, ' ', first.len) != NULL ||
        (memchr(first.data, '/', first.len) == NULL && first.data[first.len - 1] != '.')) {
        return false;
    }
    /* "25/00211/FUL": a reference in a list of applications */
    if (first.len > 2 && is_letter((unsigned char) first.data[first.len - 1]) &&
        is_letter((unsigned char) first.data[first.len - 2])) {
        return false;
    }
    while (last > 0 && text.data[last - 1] != ' ') {
        last--;
    }
    return is_letter(text_first(text_after(text, last)));
}

/* Takes a line that is a row of cells, or the halves of "SSP    Title"; false where it is plain text. */
static bool add_columns(Assembly *assembly, const Line *line, MnText text)
{
    bool piped = text.data[0] == '|' || text_search(text, 0, " | ") < text.len;
    size_t behind = 0;
    size_t gap;
    MnText row;

    /* within a table two spaces part the cells */
    int wide = assembly->in_table && !assembly->blank ? 2 : 3;

    if (!piped) {
        gap = find_gap(text, 0, wide, &behind);
        if (gap == text.len) {
            return false;
        }
        if (is_prefix(text_upto(text, gap))) {
            close_block(assembly);
            open_block(assembly, BLOCK_CODE, line, text_upto(text, gap));
            close_block(assembly);
            open_block(assembly, line->heading ? BLOCK_HEADING : BLOCK_PARAGRAPH, line,
                       text_after(text, behind));
            return true;
        }
        if (is_numbered_title(text, gap)) {
            return false;
        }
        if (line->heading ||
            (wide == 3 && count_gaps(text, 3) < 2 &&
             (has_digit(text_upto(text, gap)) || count_gaps(text, 4) == 0 ||
              (assembly->setting.width > 0 && line->width * 10 > assembly->setting.width * 9)))) {
            return false;
        }
    }
    row = row_of(assembly, text, piped, wide);
    close_block(assembly);
    if (row.len > 0) {
        Block *block = new_block(assembly, BLOCK_ROW, line);

        block->text = text_one_line(assembly->arena, row).data;
        block->bold = line->bold;
        assembly->in_table = !piped;
    }
    return true;
}

/* "1.  APOLOGIES FOR ABSENCE    Cllr Ince (holiday)": where a gap of at least `wide` parts title and text; false for other lines. */
static bool title_beside_text(const Line *line, int wide, size_t *gap, size_t *behind)
{
    MnText content;

    if (line->blank || line->furniture || line->heading || !line->marker ||
        !mn_is_digit((unsigned char) text_first(line->text))) {
        return false;
    }
    content = text_after(line->text, line->content_at);
    *gap = find_gap(content, 0, wide, behind);
    return *gap < content.len && text_is_capitals(text_upto(content, *gap)) && *gap >= 4 &&
           !text_is_capitals(text_after(content, *behind));
}

/* ---- the tags of a printed export: <AI1> ... </AI1>, <TRAILER_SECTION> ---- */

/* The length of the tag at the beginning of text, 0 for none. */
static size_t tag_length(MnText text)
{
    size_t at = 1;

    if (text.len < 3 || text.data[0] != '<') {
        return 0;
    }
    at += text.data[1] == '/';
    if (!is_upper((unsigned char) text.data[at])) {
        return 0;
    }
    while (at < text.len && (is_upper((unsigned char) text.data[at]) || text.data[at] == '_' ||
                             mn_is_digit((unsigned char) text.data[at]))) {
        at++;
    }
    return at < text.len && text.data[at] == '>' ? at + 1 : 0;
}

static void add_break(Assembly *assembly, const Line *line, MnText tag)
{
    Block *block;

    close_block(assembly);
    block = new_block(assembly, BLOCK_BREAK, line);
    block->label = tag.len > 0 ? arena_text(assembly->arena, text_strip(tag, "<>")) : NULL;
    assembly->blank = true;
}

/* ---- lines ---- */

static void add_furniture(Assembly *assembly, const Line *line)
{
    Block *block = blocks_add(assembly->arena, assembly->blocks, BLOCK_PARAGRAPH, line->number);

    block->text = text_one_line(assembly->arena, line->text).data;
    block->place = PLACE_FURNITURE;
    assembly->apart = true;
}

static void add_text(Assembly *assembly, const Line *line, MnText text)
{
    Line view = *line;
    size_t gap;
    size_t behind;

    view.text = text;
    if (assembly->open != SIZE_MAX && assembly->last != NULL && !line->heading &&
        !assembly->last->heading && !assembly->last->hard_break &&
        lines_are_joined(&assembly->setting, assembly->last, &view, assembly->apart)) {
        lines_append(&assembly->setting, &assembly->text, text);
        if (!line->bold) {
            assembly->blocks->block[assembly->open].bold = false;
        }
        assembly->last = line;
        assembly->apart = false;
        assembly->blank = false;
        return;
    }
    if (assembly->titles_in_column && title_beside_text(line, 2, &gap, &behind)) {
        MnText content = text_after(text, line->content_at);

        close_block(assembly);
        open_block(assembly, BLOCK_BULLET, line, text_upto(content, gap));
        assembly->blocks->block[assembly->open].label =
            arena_text(assembly->arena, text_upto(text, line->label_len));
        close_block(assembly);
        open_block(assembly, BLOCK_PARAGRAPH, line, text_after(content, behind));
        return;
    }
    if (add_columns(assembly, line, line->marker ? text_after(text, line->content_at) : text) &&
        !line->marker) {
        return;
    }
    close_block(assembly);
    if (line->marker && !line->heading) {
        MnText label = text_upto(text, line->label_len);

        open_block(assembly, BLOCK_BULLET, line, text_after(text, line->content_at));
        assembly->blocks->block[assembly->open].label =
            label_is_numbered(label) ? arena_text(assembly->arena, label) : "-";
        return;
    }
    open_block(assembly, line->heading ? BLOCK_HEADING : BLOCK_PARAGRAPH, line, text);
}

static void add_line(Assembly *assembly, const Line *line)
{
    MnText text = line->text;
    MnText closing = {"", 0};
    Line view = *line;
    size_t tag;

    while ((tag = tag_length(text)) > 0) {
        add_break(assembly, line, text_upto(text, tag));
        text = mn_trim(text_after(text, tag));
    }
    if (text.len > 0 && text.data[text.len - 1] == '>') {
        size_t at = text.len;

        while (at > 0 && text.data[at - 1] != '<') {
            at--;
        }
        if (at > 0 && tag_length(text_after(text, at - 1)) > 0) {
            closing = text_after(text, at - 1);
            text = mn_trim(text_upto(text, at - 1));
        }
    }
    if (text.len > 0) {
        if (text.len != line->text.len) {
            view.text = view.raw = text;
            view.marker = line_marker(text, &view.label_len, &view.content_at);
        }
        add_text(assembly, &view, text);
        if (assembly->last == &view) {
            assembly->last = line;
        }
    }
    if (closing.len > 0) {
        add_break(assembly, line, closing);
    }
}

/* A rule across the page parts what stands above from what stands below; the ruling of a table does not. */
static void add_ruling(Assembly *assembly, const Line *line)
{
    if (text_search(line->text, 0, "|") < line->text.len ||
        text_search(line->text, 0, "+") < line->text.len) {
        close_block(assembly);
        add_furniture(assembly, line);
    } else {
        add_break(assembly, line, (MnText){"", 0});
    }
}

/* Whether line `at` underlines the line above it, which then is a heading: "Highways" over "--------". */
static bool underlines(const Lines *lines, size_t at)
{
    const Line *line = &lines->line[at];
    const Line *above;
    size_t end;

    if (at == 0 || line->text.len < 3 || (line->text.data[0] != '-' && line->text.data[0] != '=')) {
        return false;
    }
    for (size_t i = 1; i < line->text.len; i++) {
        if (line->text.data[i] != line->text.data[0]) {
            return false;
        }
    }
    above = &lines->line[at - 1];
    return !above->blank && !above->furniture && !above->marker && above->width < 80 &&
           abs(above->width - line->width) <= 2 + above->width / 8 &&
           (at == 1 || lines->line[at - 2].blank || lines->line[at - 2].furniture) &&
           is_letter(text_first(above->text)) &&
           find_gap(above->text, 0, 3, &end) == above->text.len;
}

void lines_to_blocks(Arena *arena, const Lines *lines, Blocks *blocks)
{
    Assembly assembly = {
        arena, blocks, lines_setting(arena, lines), SIZE_MAX, {.arena = arena}, NULL, false, true,
        false, false};
    size_t beside = 0;

    for (size_t i = 0; i < lines->count; i++) {
        size_t gap;
        size_t behind;

        beside += title_beside_text(&lines->line[i], 3, &gap, &behind);
    }
    assembly.titles_in_column = beside >= 3;
    for (size_t i = 0; i < lines->count; i++) {
        Line *line = &lines->line[i];

        if (!line->blank && i + 1 < lines->count && underlines(lines, i + 1)) {
            line->heading = true;
            line->level = lines->line[i + 1].text.data[0] == '=' ? 1 : 2;
        }
        if (line->blank) {
            assembly.apart = assembly.blank = true;
        } else if (line->furniture) {
            add_furniture(&assembly, line);
        } else if (underlines(lines, i)) {
            close_block(&assembly);
            add_furniture(&assembly, line);
        } else if (line->rule || is_ruling(line->text)) {
            add_ruling(&assembly, line);
        } else {
            add_line(&assembly, line);
        }
    }
    close_block(&assembly);
    lines_setting_free(arena, &assembly.setting);
}
