/*
 * html_walk.c - from elements to blocks (html.h).
 */
#include "html_walk.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lines.h"
#include "texts.h"

/* ---- elements ---- */

/* "a", "iv", "12" as the list's type has it. */
static const char *list_number(Arena *arena, int number, char type)
{
    static const char *const roman[] = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                        "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                        "xv",   "xvi", "xvii", "xviii", "xix", "xx"};

    if ((type == 'a' || type == 'A') && number >= 1 && number <= 26) {
        return arena_printf(arena, "%c.", type + number - 1);
    }
    if ((type == 'i' || type == 'I') && number >= 1 && number <= 20) {
        return arena_printf(arena, "%s.", roman[number - 1]);
    }
    return arena_printf(arena, "%d.", number);
}

static void walk_list(HtmlWalk *walk, const xmlNode *list, int depth)
{
    bool ordered = html_is(list, "ol");
    const char *start = html_attribute(walk->arena, list, "start");
    const char *type = html_attribute(walk->arena, list, "type");
    const char *style = html_attribute(walk->arena, list, "style");
    char kind = type != NULL && type[0] != '\0' ? type[0] : '1';
    int number = start != NULL ? whole_number(start) : 1;

    if (style != NULL && strcasestr(style, "lower-alpha") != NULL) {
        kind = 'a';
    } else if (style != NULL && strcasestr(style, "lower-roman") != NULL) {
        kind = 'i';
    }
    html_flush(walk);
    walk->lists++;
    for (const xmlNode *child = list->children; child != NULL; child = child->next) {
        if (html_is(child, "li")) {
            const char *value = html_attribute(walk->arena, child, "value");

            if (value != NULL && whole_number(value) > 0) {
                number = whole_number(value);
            }
            html_flush(walk);
            walk->label = ordered ? list_number(walk->arena, number++, kind) : "-";
            html_walk_children(walk, child, depth + 1);
            html_flush(walk);
            walk->label = NULL;
        } else {
            html_walk(walk, child, depth + 1);
        }
    }
    walk->lists--;
}

/* Preformatted text: its lines are lines. */
static void walk_pre(HtmlWalk *walk, const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    Blocks *blocks = &walk->document->blocks;
    size_t before;
    Lines lines;

    html_flush(walk);
    before = blocks->count;
    lines = lines_split(walk->arena, (MnText){arena_string(walk->arena, (const char *) content),
                                              strlen((const char *) content)});
    xmlFree(content);
    lines_mark_furniture(walk->arena, &lines);
    lines_to_blocks(walk->arena, &lines, blocks);
    for (size_t i = before; i < blocks->count; i++) {
        blocks->block[i].line += html_line(walk, node) - 1;
        if (walk->furniture > 0) {
            blocks->block[i].place = PLACE_FURNITURE;
        }
    }
}

/* A link to the rest of a text that the page cut short. */
static bool is_rest_link(const char *href, const char *text)
{
    return href != NULL && strcasestr(href, "mgAi.aspx") != NULL &&
           (text_has(text_of(text), "full") || text_has(text_of(text), "llawn") ||
            text_begins(text_of(text), "view the"));
}

static bool is_page_link(const char *href)
{
    static const char *const pages[] = {"mgLocationDetails.aspx", "mgListRecordedVotes",
                                        "mgIssueHistory",         "ieDecisionDetails.aspx",
                                        "mgMeetingAttendance",    "mgCalendarEvent",
                                        "mgReasonsRestricted"};

    for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
        if (strcasestr(href, pages[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* The words of such a link: furniture that does not break the sentence it stands in. */
static void add_page_link(HtmlWalk *walk, const xmlNode *node)
{
    const char *text = html_text(walk->arena, node);
    Block *block;

    if (text[0] != '\0') {
        block = blocks_add(walk->arena, &walk->document->blocks, BLOCK_PARAGRAPH,
                           html_line(walk, node));
        block->text = text;
        block->place = PLACE_FURNITURE;
    }
}

static void walk_link(HtmlWalk *walk, const xmlNode *node, int depth)
{
    const char *href = html_attribute(walk->arena, node, "href");
    const char *title = html_attribute(walk->arena, node, "title");

    if (is_rest_link(href, html_text(walk->arena, node)) ||
        (title != NULL && strcasestr(title, "full item text") != NULL)) {
        walk->truncated = true;
        walk->truncated_url = href;
        return;
    }
    if (href != NULL && strcasestr(href, "mgReasonsRestricted.aspx") != NULL) {
        /* OT says whose reasons: an agenda item's (A) or a document's (D). */
        if (strcasestr(href, "OT=D") != NULL) {
            walk->document_flag = true;
        } else {
            walk->restricted_flag = true;
        }
    }
    /* "View directions", "View Recorded Vote", "View the background": links of the page, no words of the minutes. */
    if (href != NULL && is_page_link(href)) {
        add_page_link(walk, node);
        return;
    }
    if (walk->url == NULL) {
        walk->url = href;
    }
    walk->links++;
    html_walk_children(walk, node, depth + 1);
    walk->links--;
}

/* Text apart from the block it stands in: a file's size, words for screen readers. */
static void collect(HtmlWalk *walk, const xmlNode *node, Buffer *into)
{
    buffer_puts(into, html_text(walk->arena, node));
    buffer_putc(into, ' ');
}

/* The label of a field; its value is the next block, or what follows it here. */
static void walk_field_label(HtmlWalk *walk, const xmlNode *node)
{
    const char *text = html_text(walk->arena, node);
    MnText label = text_strip(text_of(text), ":");

    html_flush(walk);
    if (walk->furniture > 0 || label.len == 0 || label.len > 60) {
        html_add_text(walk, text, node);
        html_flush(walk);
        return;
    }
    walk->prefix = arena_printf(walk->arena, "%.*s:", (int) label.len, label.data);
}

static bool starts_agenda_item(HtmlWalk *walk, const xmlNode *node)
{
    const char *name = html_attribute(walk->arena, node, "name");

    if (name == NULL) {
        name = html_attribute(walk->arena, node, "id");
    }
    return name != NULL && strncmp(name, "AI", 2) == 0 && mn_is_digit((unsigned char) name[2]) &&
           strspn(name + 2, "0123456789") == strlen(name + 2);
}

static void walk_item_title(HtmlWalk *walk, const xmlNode *node, int depth)
{
    html_flush(walk);
    walk->kind = walk->title_is_set ? BLOCK_PARAGRAPH : BLOCK_HEADING;
    walk->level = 3;
    walk->is_item_class = true;
    html_walk_children(walk, node, depth + 1);
    if (mn_trim((MnText){walk->text.data, walk->text.len}).len > 0) {
        bool code = html_is_number(
            text_squeeze(walk->arena, (MnText){walk->text.data, walk->text.len}).data);

        html_flush(walk);
        walk->title_is_set = !code;
    }
}

static void walk_furniture(HtmlWalk *walk, const xmlNode *node, int depth)
{
    bool is_block = html_is(node, "div") || html_is(node, "nav") || html_is(node, "ul") ||
                    walk->text.len == 0 || html_is(node, "p");

    if (!is_block) {
        return; /* an inline piece: a button in a sentence */
    }
    html_flush(walk);
    walk->furniture++;
    if (html_is(node, "ul") || html_is(node, "ol")) {
        walk_list(walk, node, depth);
    } else {
        html_walk_children(walk, node, depth + 1);
    }
    html_flush(walk);
    walk->furniture--;
}

static void walk_element(HtmlWalk *walk, const xmlNode *node, int depth)
{
    switch (html_role(node)) {
    case HTML_DROPPED:
        break;
    case HTML_INLINE:
        if (html_is(node, "a") && starts_agenda_item(walk, node)) {
            if (walk->text.len > 0 && walk->kind == BLOCK_PARAGRAPH) {
                html_flush(walk);
            }
            walk->is_anchor = true;
        }
        html_walk_children(walk, node, depth + 1);
        break;
    case HTML_BOLD:
        walk->bold++;
        html_walk_children(walk, node, depth + 1);
        walk->bold--;
        break;
    case HTML_LINK:
        walk_link(walk, node, depth);
        break;
    case HTML_BREAK:
        if (walk->text.len > 0 && walk->text.data[walk->text.len - 1] == '\n') {
            html_flush(walk);
        } else if (walk->text.len > 0) {
            buffer_putc(&walk->text, '\n');
        }
        walk->space_pending = false;
        break;
    case HTML_RULE:
        html_flush(walk);
        blocks_add(walk->arena, &walk->document->blocks, BLOCK_BREAK, html_line(walk, node));
        break;
    case HTML_EXPORT_TAG: {
        const char *name = (const char *) node->name;
        char *upper = arena_string(walk->arena, name);

        for (char *c = upper; *c != '\0'; c++) {
            *c = (char) toupper((unsigned char) *c);
        }
        html_flush(walk);
        blocks_add(walk->arena, &walk->document->blocks, BLOCK_BREAK, html_line(walk, node))
            ->label = upper;
        html_walk_children(walk, node, depth + 1);
        html_flush(walk);
        blocks_add(walk->arena, &walk->document->blocks, BLOCK_BREAK, html_line(walk, node))
            ->label = arena_printf(walk->arena, "/%s", upper);
        break;
    }
    case HTML_FURNITURE:
        walk_furniture(walk, node, depth);
        break;
    case HTML_HEADING:
        html_flush(walk);
        walk->kind = BLOCK_HEADING;
        walk->level = node->name[1] - '0';
        html_walk_children(walk, node, depth + 1);
        html_flush(walk);
        break;
    case HTML_ITEM_LABEL:
        html_flush(walk);
        walk->kind = BLOCK_LABEL;
        html_walk_children(walk, node, depth + 1);
        html_flush(walk);
        break;
    case HTML_ITEM_TITLE:
        walk_item_title(walk, node, depth);
        break;
    case HTML_FIELD_LABEL:
        walk_field_label(walk, node);
        break;
    case HTML_LIST:
        walk_list(walk, node, depth);
        break;
    case HTML_TABLE:
        html_walk_table(walk, node, depth);
        break;
    case HTML_PRE:
        walk_pre(walk, node);
        break;
    case HTML_FILE_SIZE:
        if (walk->furniture > 0) {
            html_walk_children(walk, node, depth + 1); /* of a link of the page's own */
        } else {
            collect(walk, node, &walk->file_size);
        }
        break;
    case HTML_HIDDEN:
        collect(walk, node, &walk->hidden);
        break;
    case HTML_LIST_ITEM: /* a stray one, outside any list */
    case HTML_BLOCK:
        html_flush(walk);
        html_walk_children(walk, node, depth + 1);
        html_flush(walk);
        break;
    }
}

void html_walk_children(HtmlWalk *walk, const xmlNode *node, int depth)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        html_walk(walk, child, depth);
    }
}

/* Whether the node holds the content element, or stands in it. */
static bool touches(const xmlNode *node, const xmlNode *content)
{
    for (const xmlNode *up = content; up != NULL; up = up->parent) {
        if (up == node) {
            return true;
        }
    }
    return false;
}

void html_walk(HtmlWalk *walk, const xmlNode *node, int depth)
{
    if (depth > HTML_DEPTH_MAX) {
        return;
    }
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        html_add_text(walk, (const char *) node->content, node);
    } else if (node->type == XML_ENTITY_REF_NODE) {
        html_add_text(walk, " ", node);
    } else if (node->type == XML_ELEMENT_NODE) {
        if (node == walk->content) {
            /* From here on the page speaks. */
            const xmlNode *content = walk->content;
            int furniture = walk->furniture;

            html_flush(walk);
            walk->content = NULL;
            walk->furniture = 0;
            html_walk_children(walk, node, depth + 1);
            html_flush(walk);
            walk->furniture = furniture;
            walk->content = content;
        } else if (walk->content != NULL && !touches(node, walk->content)) {
            html_flush(walk);
            walk->furniture++;
            walk_element(walk, node, depth);
            html_flush(walk);
            walk->furniture--;
        } else if (walk->content != NULL) {
            html_walk_children(walk, node, depth + 1);
        } else {
            walk_element(walk, node, depth);
        }
    }
}

void html_to_blocks(Document *document, xmlNode *root, const xmlNode *content)
{
    HtmlWalk walk = {.document = document, .arena = document->arena, .content = content};

    html_reset(&walk);
    html_walk(&walk, root, 0);
    html_flush(&walk);
}

bool html_fragment_to_blocks(Document *document, const char *fragment, int line, ReadError *error)
{
    HtmlWalk walk = {.document = document, .arena = document->arena, .fixed_line = line};
    xmlDoc *page = html_parse((MnText){fragment, strlen(fragment)}, error);

    if (page == NULL) {
        return false;
    }
    html_reset(&walk);
    if (xmlDocGetRootElement(page) != NULL) {
        html_walk(&walk, xmlDocGetRootElement(page), 0);
    }
    html_flush(&walk);
    xmlFreeDoc(page);
    return true;
}
