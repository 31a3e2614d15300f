/*
 * read_docx.c - the reader of Word documents: paragraphs with their styles and automatic numbers, tables, lists.
 *
 * A block's line is the number of its paragraph. Insertions that were tracked count as accepted, deletions are gone; hidden text,
 * fields' instructions and comments are no text; a text box's text follows the paragraph it hangs on; headers, footers, footnotes
 * and endnotes are furniture.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "docx.h"
#include "html_walk.h"
#include "lines.h"
#include "texts.h"
#include "xml.h"

#define DEPTH_MAX 200
/* A cell with more text than this, in several paragraphs, is a part of the page and no datum. */
#define DATUM_MAX 300
/* A table of items has no more columns than this. */
#define COLUMNS_NAMED 8

typedef struct DocxWalk {
    Document *document;
    Arena *arena;
    Styles styles;
    int paragraph; /* ordinal */
    bool furniture;
    bool title_next; /* a number stood in a cell of its own: what follows is its title */
} DocxWalk;

/* ---- runs ---- */

typedef struct RunText {
    Buffer text;
    bool has_bold;
    bool has_plain;
    int style_bold; /* of the paragraph's style */
} RunText;

static bool is_deleted(const xmlNode *node)
{
    return xml_is(node, "del") || xml_is(node, "moveFrom") || xml_is(node, "instrText") ||
           xml_is(node, "pPr") || xml_is(node, "rPr") || xml_is(node, "Fallback") ||
           xml_is(node, "commentRangeStart") || xml_is(node, "delText") || xml_is(node, "tbl") ||
           xml_is(node, "txbxContent") || xml_is(node, "pict") || xml_is(node, "drawing");
}

static void add_run(DocxWalk *walk, const xmlNode *run, RunText *out)
{
    const xmlNode *properties = xml_child(run, "rPr");
    int bold = word_switch(properties, "b", walk->arena);
    size_t before = out->text.len;
    bool any = false;

    if (word_switch(properties, "vanish", walk->arena) == 1) {
        return;
    }
    for (const xmlNode *node = run->children; node != NULL; node = node->next) {
        if (xml_is(node, "t")) {
            xmlChar *content = xmlNodeGetContent(node);

            buffer_puts(&out->text, (const char *) content);
            xmlFree(content);
        } else if (xml_is(node, "tab")) {
            buffer_putc(&out->text, '\t');
        } else if (xml_is(node, "br") || xml_is(node, "cr")) {
            const char *type = xml_attribute(walk->arena, node, "type");

            buffer_putc(&out->text, type == NULL || strcmp(type, "textWrapping") == 0 ? '\n' : ' ');
        } else if (xml_is(node, "noBreakHyphen")) {
            buffer_putc(&out->text, '-');
        }
    }
    for (size_t i = before; i < out->text.len; i++) {
        any = any || strchr(" \t\n", out->text.data[i]) == NULL;
    }
    if (any) {
        /* a title underlined is set off as one in bold is */
        if ((bold < 0 ? out->style_bold : bold) || word_switch(properties, "u", walk->arena) == 1) {
            out->has_bold = true;
        } else {
            out->has_plain = true;
        }
    }
}

/* The runs of a paragraph, through links, insertions, fields and content controls. */
static void add_runs(DocxWalk *walk, const xmlNode *parent, RunText *out, int depth)
{
    for (const xmlNode *node = parent->children; node != NULL && depth < DEPTH_MAX;
         node = node->next) {
        if (xml_is(node, "r")) {
            add_run(walk, node, out);
            /* A choice of drawings inside a run is no running text. */
        } else if (node->type == XML_ELEMENT_NODE && !is_deleted(node)) {
            add_runs(walk, node, out, depth + 1);
        }
    }
}

/* ---- paragraphs ---- */

typedef struct Numbering {
    int id;
    int level;
} Numbering;

static Numbering numbering_of(DocxWalk *walk, const xmlNode *properties, const Style *style)
{
    const xmlNode *own = properties == NULL ? NULL : xml_child(properties, "numPr");
    Numbering numbering = {style->num_id, style->num_level};
    const char *id = word_value(own, "numId", walk->arena);
    const char *level = word_value(own, "ilvl", walk->arena);

    if (id != NULL) {
        numbering.id = whole_number(id);
        numbering.level = 0;
    }
    if (level != NULL) {
        numbering.level = whole_number(level);
    }
    return numbering;
}

static Block *add_block(DocxWalk *walk, BlockKind kind, const char *text)
{
    Block *block = blocks_add(walk->arena, &walk->document->blocks, kind, walk->paragraph);

    block->text = text;
    if (walk->furniture) {
        block->kind = BLOCK_PARAGRAPH;
        block->place = PLACE_FURNITURE;
    }
    return block;
}

/* Whether an automatic label is a code or item number rather than a list's mark: "SSP/12/25", "54.", "Item 3". */
static bool is_item_label(const char *label)
{
    return strchr(label, '/') != NULL && html_is_number(label);
}

static void add_heading(DocxWalk *walk, const char *label, const char *text, int level,
                        bool guessed)
{
    Block *block;

    if (label != NULL && strcmp(label, "-") != 0) {
        add_block(walk, BLOCK_CODE, label);
    }
    block = add_block(walk, BLOCK_HEADING, text);
    block->level = level;
    block->by_position = guessed;
}

/* Text without a bullet or number that was typed, which goes to *label. */
static MnText take_label(Arena *arena, MnText raw, const char **label)
{
    size_t label_len;
    size_t content_at;

    if (*label == NULL && line_marker(raw, &label_len, &content_at)) {
        MnText print = text_upto(raw, label_len);

        *label = label_is_numbered(print) ? arena_text(arena, print) : "-";
        return text_after(raw, content_at);
    }
    return raw;
}

static void walk_paragraph(DocxWalk *walk, const xmlNode *node)
{
    const xmlNode *properties = xml_child(node, "pPr");
    const char *style_id = word_value(properties, "pStyle", walk->arena);
    Style style = style_resolved(&walk->styles, style_id == NULL ? "Normal" : style_id);
    const char *outline = word_value(properties, "outlineLvl", walk->arena);
    RunText runs = {.text = {.arena = walk->arena}, .style_bold = style.bold};
    Numbering numbering = numbering_of(walk, properties, &style);
    const char *label = NULL;
    const char *text;
    MnText raw;
    Block *block;

    walk->paragraph++;
    add_runs(walk, node, &runs, 0);
    raw = mn_trim((MnText){runs.text.data, runs.text.len});
    if (raw.len == 0) {
        return; /* an empty numbered paragraph prints its number, but Word's own lists skip it when saved */
    }
    raw = (MnText){runs.text.data, runs.text.len};
    if (numbering.id > 0 && !walk->furniture) {
        label = list_label(&walk->styles, walk->arena, numbering.id, numbering.level);
    }
    if (style.outline == 0 && outline != NULL && whole_number(outline) < 6) {
        style.outline = whole_number(outline) + 1;
    }
    text = text_squeeze(walk->arena, raw).data;
    if (walk->furniture) {
        add_block(walk, BLOCK_PARAGRAPH, text);
    } else if (style.outline > 0) {
        add_heading(walk, label, text, style.outline, false);
        walk->title_next = false;
    } else if (label != NULL && is_item_label(label)) {
        add_heading(walk, label, text, 3, true);
        walk->title_next = false;
    } else if (walk->title_next && html_may_be_title(text)) {
        add_heading(walk, label, text, 3, true);
        walk->title_next = false;
    } else {
        walk->title_next = false;
        raw = take_label(walk->arena, raw, &label);
        text = text_squeeze(walk->arena, raw).data;
        block = add_block(walk, label == NULL ? BLOCK_PARAGRAPH : BLOCK_BULLET, text);
        block->label = label;
        block->level = label == NULL ? 0 : numbering.level + 1;
        block->bold = runs.has_bold && !runs.has_plain;
    }
}

/* ---- tables ---- */

static void walk_part(DocxWalk *walk, const xmlNode *parent, int depth);

/* The text of a cell as one line. */
static const char *cell_text(DocxWalk *walk, const xmlNode *cell, size_t *paragraphs, bool *nested,
                             bool *heading)
{
    RunText runs = {.text = {.arena = walk->arena}};

    for (const xmlNode *node = cell->children; node != NULL; node = node->next) {
        size_t before = runs.text.len;

        if (xml_is(node, "tbl")) {
            *nested = true;
        } else if (xml_is(node, "p")) {
            const char *style = word_value(xml_child(node, "pPr"), "pStyle", walk->arena);

            buffer_putc(&runs.text, ' ');
            add_runs(walk, node, &runs, 0);
            *paragraphs +=
                mn_trim((MnText){runs.text.data + before, runs.text.len - before}).len > 0;
            *heading = *heading || style_resolved(&walk->styles, style).outline > 0;
        } else if (node->type == XML_ELEMENT_NODE && !is_deleted(node)) {
            add_runs(walk, node, &runs, 0);
        }
    }
    return text_one_line(walk->arena, (MnText){runs.text.data, runs.text.len}).data;
}

/*
 * Whether a table only sets the page: a cell holds parts of it (headings, tables, several paragraphs of text), most rows are a number
 * and the text of an item, or there is but one column.
 */
static bool is_frame(DocxWalk *walk, const xmlNode *table)
{
    size_t widest = 0;
    size_t rows = 0;
    size_t items = 0;

    for (const xmlNode *row = xml_child(table, "tr"); row != NULL; row = xml_next(row, "tr")) {
        size_t cells = 0;
        bool numbered = false;
        bool worded = false;

        for (const xmlNode *cell = xml_child(row, "tc"); cell != NULL;
             cell = xml_next(cell, "tc")) {
            size_t paragraphs = 0;
            bool nested = false;
            bool heading = false;
            const char *text = cell_text(walk, cell, &paragraphs, &nested, &heading);

            if (nested || heading || (paragraphs > 1 && strlen(text) > DATUM_MAX)) {
                return true;
            }
            numbered = numbered || (cells == 0 && html_is_number(text));
            worded = worded || (cells == 1 && strlen(text) > 60);
            cells++;
        }
        rows++;
        items += numbered && worded;
        widest = cells > widest ? cells : widest;
    }
    return widest < 2 || (rows >= 2 && items * 2 > rows);
}

/* The text boxes that hang on a paragraph or a row. Word writes them twice, the second time as a Fallback for old programs. */
static void walk_text_boxes(DocxWalk *walk, const xmlNode *parent, int depth)
{
    for (const xmlNode *node = parent->children; node != NULL && depth < DEPTH_MAX;
         node = node->next) {
        if (xml_is(node, "txbxContent")) {
            walk_part(walk, node, depth + 1);
        } else if (node->type == XML_ELEMENT_NODE && !xml_is(node, "Fallback") &&
                   !xml_is(node, "del") && !xml_is(node, "moveFrom")) {
            walk_text_boxes(walk, node, depth + 1);
        }
    }
}

static void add_row(DocxWalk *walk, const xmlNode *row)
{
    Buffer text = {.arena = walk->arena};
    size_t cells = 0;
    bool any = false;

    for (const xmlNode *cell = xml_child(row, "tc"); cell != NULL; cell = xml_next(cell, "tc")) {
        size_t paragraphs = 0;
        bool ignored = false;
        const char *content = cell_text(walk, cell, &paragraphs, &ignored, &ignored);

        if (cells++ > 0) {
            buffer_puts(&text, " | ");
        }
        buffer_puts(&text, content);
        any = any || content[0] != '\0';
    }
    if (any) {
        walk->paragraph++;
        add_block(walk, BLOCK_ROW, text_one_line(walk->arena, (MnText){text.data, text.len}).data);
    }
}

static void walk_frame_row(DocxWalk *walk, const xmlNode *row, int depth)
{
    const char *cells[COLUMNS_NAMED + 1] = {NULL};
    size_t count = 0;

    for (const xmlNode *cell = xml_child(row, "tc"); cell != NULL && count < COLUMNS_NAMED;
         cell = xml_next(cell, "tc")) {
        size_t paragraphs = 0;
        bool ignored = false;

        cells[count++] = cell_text(walk, cell, &paragraphs, &ignored, &ignored);
    }
    if (html_names_columns(cells)) {
        walk->furniture = true;
        add_row(walk, row);
        walk->furniture = false;
        return;
    }
    for (const xmlNode *cell = xml_child(row, "tc"); cell != NULL; cell = xml_next(cell, "tc")) {
        size_t paragraphs = 0;
        bool ignored = false;
        const char *text = cell_text(walk, cell, &paragraphs, &ignored, &ignored);

        if (html_is_number(text) && xml_next(cell, "tc") != NULL) {
            walk->paragraph++;
            add_block(walk, BLOCK_CODE, text);
            walk->title_next = true;
        } else {
            walk_part(walk, cell, depth + 1);
        }
    }
    walk->title_next = false;
}

static void walk_table(DocxWalk *walk, const xmlNode *table, int depth)
{
    bool frame = is_frame(walk, table);

    for (const xmlNode *row = xml_child(table, "tr"); row != NULL; row = xml_next(row, "tr")) {
        if (frame) {
            walk_frame_row(walk, row, depth);
        } else {
            add_row(walk, row);
            walk_text_boxes(walk, row, depth + 1);
        }
    }
}

/* Paragraphs and tables under a body, a cell, a content control. */
static void walk_part(DocxWalk *walk, const xmlNode *parent, int depth)
{
    for (const xmlNode *node = parent->children; node != NULL && depth < DEPTH_MAX;
         node = node->next) {
        if (xml_is(node, "p")) {
            walk_paragraph(walk, node);
            walk_text_boxes(walk, node, depth + 1);
        } else if (xml_is(node, "tbl")) {
            walk_table(walk, node, depth + 1);
        } else if (node->type == XML_ELEMENT_NODE && !is_deleted(node)) {
            walk_part(walk, node, depth + 1);
        }
    }
}

/* ---- the package ---- */

static bool has(MnText bytes, const char *mark)
{
    return memmem(bytes.data, bytes.len, mark, strlen(mark)) != NULL;
}

static int recognises(MnText bytes)
{
    if (bytes.len < 30 || memcmp(bytes.data, "PK\x03\x04", 4) != 0) {
        return 0;
    }
    return has(bytes, "word/") && has(bytes, "[Content_Types].xml") ? 95 : 0;
}

/* Reads a part of the package as furniture, so that nothing of it vanishes without a trace; *found is false where there is none. */
static bool read_furniture_part(DocxWalk *walk, Package *package, const char *name, bool *found,
                                ReadError *error)
{
    int paragraph = walk->paragraph;
    xmlDoc *part;

    if (!package_part(package, walk->arena, name, &part, error)) {
        return false;
    }
    *found = part != NULL;
    if (*found) {
        walk->furniture = true;
        walk_part(walk, xmlDocGetRootElement(part), 0);
        walk->furniture = false;
        walk->paragraph = paragraph;
        xmlFreeDoc(part);
    }
    return true;
}

static bool read_headers_and_footers(DocxWalk *walk, Package *package, ReadError *error)
{
    for (size_t i = 0; i < 2; i++) {
        bool found = true;

        for (int number = 1; number <= 9 && found; number++) {
            char name[32];

            snprintf(name, sizeof(name), i == 0 ? "word/header%d.xml" : "word/footer%d.xml",
                     number);
            if (!read_furniture_part(walk, package, name, &found, error)) {
                return false;
            }
        }
    }
    return true;
}

static bool read_notes(DocxWalk *walk, Package *package, ReadError *error)
{
    bool found;

    return read_furniture_part(walk, package, "word/footnotes.xml", &found, error) &&
           read_furniture_part(walk, package, "word/endnotes.xml", &found, error);
}

static bool read_parts(DocxWalk *walk, Package *package, ReadError *error)
{
    const char *name = package_target(package, walk->arena, "_rels/.rels", "officeDocument");
    xmlDoc *styles = NULL;
    xmlDoc *numbering = NULL;
    xmlDoc *main_part = NULL;
    const xmlNode *body;
    bool done;

    done = package_part(package, walk->arena, "word/styles.xml", &styles, error) &&
           package_part(package, walk->arena, "word/numbering.xml", &numbering, error) &&
           package_part(package, walk->arena, name == NULL ? "word/document.xml" : name, &main_part,
                        error);
    if (done && main_part == NULL) {
        error->code = "malformed";
        snprintf(error->detail, sizeof(error->detail),
                 "is a damaged Word document: its main part is missing; save it again from Word");
        done = false;
    }
    if (done) {
        styles_read(walk->arena, styles, numbering, &walk->styles);
        done = read_headers_and_footers(walk, package, error);
    }
    if (done) {
        body = xml_child(xmlDocGetRootElement(main_part), "body");
        walk_part(walk, body == NULL ? xmlDocGetRootElement(main_part) : body, 0);
        done = read_notes(walk, package, error);
    }
    xmlFreeDoc(styles);
    xmlFreeDoc(numbering);
    xmlFreeDoc(main_part);
    return done;
}

static bool read(MnText bytes, Document *document, ReadError *error)
{
    DocxWalk walk = {.document = document, .arena = document->arena};
    Package *package = package_open(bytes, error);
    bool done;

    if (package == NULL) {
        return false;
    }
    done = read_parts(&walk, package, error);
    package_close(package);
    return done;
}

const Reader reader_docx = {"docx", true, recognises, read};
