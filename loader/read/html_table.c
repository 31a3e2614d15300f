/*
 * html_table.c - tables of a page: data becomes rows, frames that only set the page are walked through.
 */
#include <stdio.h>
#include <string.h>

#include "html_walk.h"
#include "texts.h"

/* A cell with more text than this, in several blocks, is a part of the page and no datum. */
#define DATUM_MAX 300

/* Past this a cell is not measured further: it is a long one. */
#define ENOUGH 5000
/* A number or a column's name is no longer than this, white space of the source included. */
#define SMALL 120
/* A cell beside a number with more text than this is an item, no figure. */
#define ITEM_MIN 60
/* A table of items has no more columns than this. */
#define COLUMNS_NAMED 8

typedef struct CellShape {
    size_t blocks; /* paragraphs, list items and the like */
    size_t len;    /* bytes of text */
    bool is_part;  /* holds a table, a heading, an item's title */
} CellShape;

static void measure(const xmlNode *node, CellShape *shape, int depth)
{
    for (const xmlNode *child = node->children;
         child != NULL && depth < HTML_DEPTH_MAX && shape->len <= ENOUGH; child = child->next) {
        if (child->type == XML_TEXT_NODE) {
            shape->len += strlen((const char *) child->content);
        } else if (child->type == XML_ELEMENT_NODE) {
            HtmlRole role = html_role(child);

            if (role == HTML_TABLE || role == HTML_HEADING || role == HTML_ITEM_TITLE ||
                role == HTML_ITEM_LABEL) {
                shape->is_part = true;
                return;
            }
            shape->blocks += role == HTML_BLOCK || role == HTML_LIST_ITEM;
            if (role != HTML_DROPPED) {
                measure(child, shape, depth + 1);
            }
        }
    }
}

/* The text of a small cell; that of a larger one is not asked for, so that nested tables cost no more than flat ones. */
static const char *small_text(HtmlWalk *walk, const xmlNode *cell)
{
    CellShape shape = {0};

    measure(cell, &shape, 0);
    return shape.is_part || shape.len > SMALL ? "..." : html_text(walk->arena, cell);
}

static bool is_cell(const xmlNode *node)
{
    return html_is(node, "td") || html_is(node, "th");
}

static bool is_section(const xmlNode *node)
{
    return html_is(node, "tbody") || html_is(node, "thead") || html_is(node, "tfoot");
}

static size_t cell_count(const xmlNode *row)
{
    size_t cells = 0;

    for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
        cells += is_cell(cell);
    }
    return cells;
}

/* The next row of a table at or after node: its own or its sections', never a nested table's. */
static const xmlNode *next_row(const xmlNode *table, const xmlNode *node)
{
    while (node != NULL && node != table) {
        if (html_is(node, "tr")) {
            return node;
        }
        /* "<thead><th>...": careless pages leave the row out */
        if (is_section(node) && cell_count(node) > 0) {
            return node;
        }
        if (is_section(node) && node->children != NULL) {
            node = node->children;
            continue;
        }
        while (node != table && node->next == NULL) {
            node = node->parent;
        }
        node = node == table ? NULL : node->next;
    }
    return NULL;
}

static const xmlNode *row_after(const xmlNode *table, const xmlNode *row)
{
    const xmlNode *node = row;

    if (is_section(row)) {
        return next_row(table, row->children);
    }
    while (node != table && node->next == NULL) {
        node = node->parent;
    }
    return node == table ? NULL : next_row(table, node->next);
}

/* Whether a table only sets the page: its cells are parts of it, most rows are a number and an item's text, or it has one column. */
static bool is_frame(HtmlWalk *walk, const xmlNode *table)
{
    size_t widest = 0;
    size_t rows = 0;
    size_t items = 0;

    if (html_has_class(table, "mgItemTable")) {
        return true;
    }
    for (const xmlNode *row = next_row(table, table->children); row != NULL;
         row = row_after(table, row)) {
        size_t cells = cell_count(row);
        size_t index = 0;
        bool numbered = false;

        widest = cells > widest ? cells : widest;
        rows++;
        for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
            CellShape shape = {0};

            if (!is_cell(cell)) {
                continue;
            }
            measure(cell, &shape, 0);
            numbered = numbered || (index == 0 && shape.len <= SMALL &&
                                    html_is_number(html_text(walk->arena, cell)));
            items += numbered && index == 1 && shape.len > ITEM_MIN;
            index++;
            if (shape.is_part || (shape.len > DATUM_MAX && shape.blocks > 1)) {
                return true;
            }
        }
    }
    return widest < 2 || (rows >= 2 && items * 2 > rows);
}

bool html_names_columns(const char *const *cells)
{
    static const char *const names[] = {
        "no",        "no.",       "item",        "item no",     "item no.",  "number",
        "minute",    "minutes",   "minute no",   "minute no.",  "action",    "actions",
        "action by", "by whom",   "who",         "title",       "subject",   "agenda item",
        "decision",  "decisions", "discussion",  "description", "lead",      "owner",
        "notes",     "details",   "responsible", "ref",         "agenda no", "agenda no.",
        "eitem",     "rhif",      "rhif.",       "rhif eitem",  "",          NULL};
    bool any = false;

    for (size_t i = 0; cells[i] != NULL; i++) {
        if (!text_is_any(text_strip(text_of(cells[i]), ":"), names, NULL)) {
            return false;
        }
        any = any || cells[i][0] != '\0';
    }
    return any;
}

static void add_row(HtmlWalk *walk, const xmlNode *row)
{
    Buffer text = {.arena = walk->arena};
    const char *first = NULL;
    const char *last = NULL;
    size_t cells = 0;
    bool any = false;
    bool first_is_head = false;
    Block *block;

    for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
        const char *content;

        if (!is_cell(cell)) {
            continue;
        }
        content = html_text(walk->arena, cell);
        if (cells++ > 0) {
            buffer_puts(&text, " | ");
        } else {
            first = content;
            first_is_head = html_is(cell, "th");
        }
        buffer_puts(&text, content);
        any = any || content[0] != '\0';
        last = content;
    }
    if (!any) {
        return;
    }
    block = blocks_add(walk->arena, &walk->document->blocks, BLOCK_ROW,
                       walk->fixed_line > 0 ? walk->fixed_line : (int) xmlGetLineNo(row));
    block->text = text_one_line(walk->arena, (MnText){text.data, text.len}).data;
    /* "Venue | Town Hall" is a field of the page's head. */
    if (cells == 2 && last[0] != '\0' && first[0] != '\0' && first[strlen(first) - 1] == ':') {
        block->kind = BLOCK_PARAGRAPH;
        block->text = arena_printf(walk->arena, "%s %s", first, last);
    }
    block->bold = first_is_head && html_is(row->children, "th");
    if (walk->furniture > 0) {
        block->place = PLACE_FURNITURE;
    }
}

/* The rows of a frame: what stands in a cell is walked; a cell that holds only a number is the number of what follows. */
static void walk_frame_row(HtmlWalk *walk, const xmlNode *row, int depth)
{
    const char *cells[COLUMNS_NAMED + 1] = {NULL};
    size_t count = 0;

    for (const xmlNode *cell = row->children; cell != NULL && count < COLUMNS_NAMED;
         cell = cell->next) {
        if (is_cell(cell)) {
            cells[count++] = small_text(walk, cell);
        }
    }
    if (html_names_columns(cells)) {
        walk->furniture++;
        add_row(walk, row);
        walk->furniture--;
        return;
    }
    walk->title_is_set = false;
    for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
        html_flush(walk);
        if (!is_cell(cell)) {
            html_walk(walk, cell, depth + 1);
            continue;
        }
        if (html_has_class(cell, "mgHide")) {
            continue; /* the column's name, for screen readers */
        }
        if (walk->furniture == 0 && cell_count(row) > 1 && html_is_number(small_text(walk, cell)) &&
            !html_has_class(cell, "mgItemNumberCell")) {
            walk->kind = BLOCK_HEADING; /* which a number turns into one of an item */
        }
        html_walk_children(walk, cell, depth + 1);
        html_flush(walk);
    }
    walk->title_next = false;
}

void html_walk_table(HtmlWalk *walk, const xmlNode *table, int depth)
{
    bool frame = is_frame(walk, table);
    bool title_is_set = walk->title_is_set;

    html_flush(walk);
    for (const xmlNode *child = table->children; child != NULL; child = child->next) {
        if (html_is(child, "caption")) {
            bool items = html_has_class(table, "mgItemTable");

            walk->furniture += items;
            html_walk_children(walk, child, depth + 1);
            html_flush(walk);
            walk->furniture -= items;
        }
    }
    for (const xmlNode *row = next_row(table, table->children); row != NULL;
         row = row_after(table, row)) {
        if (frame) {
            walk_frame_row(walk, row, depth + 1);
        } else {
            add_row(walk, row);
        }
    }
    /* What a broken table holds outside its rows is not lost. */
    for (const xmlNode *child = table->children; child != NULL; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && !html_is(child, "caption") &&
            !html_is(child, "tr") && !html_is(child, "tbody") && !html_is(child, "thead") &&
            !html_is(child, "tfoot") && !html_is(child, "colgroup") && !html_is(child, "col")) {
            html_walk(walk, child, depth + 1);
        }
    }
    html_flush(walk);
    walk->title_is_set = title_is_set;
}
