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
#include "words.h"

#define NBSP "\xc2\xa0"

/* ---- text ---- */

static int line_of(const HtmlWalk *walk, const xmlNode *node)
{
    return walk->fixed_line > 0 ? walk->fixed_line : (int) xmlGetLineNo(node);
}

static void put_space(HtmlWalk *walk)
{
    if (walk->space_pending && walk->text.len > 0 && walk->text.data[walk->text.len - 1] != '\n') {
        buffer_putc(&walk->text, ' ');
    }
    walk->space_pending = false;
}

/* Adds running text: white space of the source is one space, no-break spaces stay (lists are set with them). */
static void add_text(HtmlWalk *walk, const char *text, const xmlNode *node)
{
    bool any = false;
    size_t before = walk->text.len;

    while (*text != '\0') {
        size_t run = strcspn(text, " \t\r\n\f");

        if (run > 0) {
            put_space(walk);
            buffer_add(&walk->text, text, run);
            any = any || strspn(text, NBSP) < run;
            text += run;
        }
        run = strspn(text, " \t\r\n\f");
        if (run > 0) {
            walk->space_pending = true;
            text += run;
        }
    }
    if (any) {
        if (walk->line == 0) {
            walk->line = line_of(walk, node);
        }
        if (walk->bold > 0) {
            walk->has_bold = true;
        } else {
            walk->has_plain = true;
        }
        if (walk->links > 0) {
            walk->linked += walk->text.len - before;
        }
    }
}

static void reset(HtmlWalk *walk)
{
    walk->text = (Buffer){.arena = walk->arena};
    walk->file_size = (Buffer){.arena = walk->arena};
    walk->hidden = (Buffer){.arena = walk->arena};
    walk->space_pending = false;
    walk->line = 0;
    walk->has_bold = walk->has_plain = false;
    walk->kind = BLOCK_PARAGRAPH;
    walk->level = 0;
    walk->url = NULL;
    walk->linked = 0;
    walk->truncated = false;
    walk->truncated_url = NULL;
    walk->is_anchor = false;
    walk->is_item_class = false;
    walk->restricted_flag = false;
}

/* ---- what a filled block is ---- */

bool html_is_number(const char *text)
{
    size_t len = strlen(text);
    size_t digits = 0;
    size_t letters = 0;
    size_t i = 0;

    if (len == 0 || len > 24) {
        return false;
    }
    if (text[0] == '*') {
        i++;
    }
    for (; i < len; i++) {
        unsigned char c = (unsigned char) text[i];

        if (isdigit(c)) {
            digits++;
        } else if (isalpha(c)) {
            letters++;
            /* Words have lower-case letters in a row; a sub-item's letter or numeral is short. */
            if (letters > 12) {
                return false;
            }
        } else if (strchr("./-() \n*", c) == NULL) {
            return false;
        }
    }
    if (digits == 0 || digits > 10) {
        return false;
    }
    /* "Item 5" and "No. 12" are numbers, "Appendix 1" and "12 March" are not. */
    if (strncasecmp(text, "item ", 5) == 0 || strncasecmp(text, "no. ", 4) == 0 ||
        strncasecmp(text, "minute ", 7) == 0) {
        return true;
    }
    for (i = 0; i + 1 < len; i++) {
        if (islower((unsigned char) text[i]) && isalpha((unsigned char) text[i + 1]) &&
            strspn(text + i, "ivx") < 2) {
            return false;
        }
    }
    return letters <= 8 && !(letters > 0 && digits == 4 && strchr(text, '/') == NULL);
}

/* ".pdf", ".docx" at the end of a link's path: the file's type in capitals; NULL for a page. */
static const char *file_type_of(Arena *arena, const char *url)
{
    static const char *const types[] = {"pdf",  "doc", "docx", "xls", "xlsx", "ppt",
                                        "pptx", "rtf", "odt",  "csv", "zip"};
    size_t len = url == NULL ? 0 : strcspn(url, "?#");

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        size_t type = strlen(types[i]);

        if (len > type + 1 && url[len - type - 1] == '.' &&
            strncasecmp(url + len - type, types[i], type) == 0) {
            char *name = arena_string(arena, types[i]);

            for (char *c = name; *c != '\0'; c++) {
                *c = (char) toupper((unsigned char) *c);
            }
            return name;
        }
    }
    return NULL;
}

/* "PDF 99 KB" into the block's type and size; the words of an icon's alternative text do not count. */
static void set_file(Arena *arena, Block *block, const char *print)
{
    MnText text = mn_trim((MnText){print, strlen(print)});
    size_t at = 0;

    while (at < text.len && !mn_is_digit((unsigned char) text.data[at])) {
        at++;
    }
    if (at < text.len) {
        block->file_size = text_one_line(arena, text_after(text, at)).data;
    }
    text = mn_trim(text_upto(text, at));
    while (at > 0 && text.len > 0) {
        size_t start = text.len;

        while (start > 0 && text.data[start - 1] != ' ') {
            start--;
        }
        block->file_type = arena_text(arena, text_after(text, start));
        break;
    }
}

static void add_attachment(HtmlWalk *walk, const char *text)
{
    Block *block = blocks_add(walk->arena, &walk->document->blocks, BLOCK_ATTACHMENT, walk->line);

    block->text = text;
    block->url = walk->url;
    block->file_type = file_type_of(walk->arena, walk->url);
    block->restricted_flag = walk->restricted_flag;
    if (walk->file_size.len > 0) {
        set_file(walk->arena, block, walk->file_size.data);
    }
    if (walk->furniture > 0) {
        block->place = PLACE_FURNITURE;
    }
}

/* Whether the block is nothing but a link to a file. */
static bool is_file_link(const HtmlWalk *walk)
{
    return walk->file_size.len > 0 || (walk->linked > 0 && walk->linked + 12 >= walk->text.len &&
                                       file_type_of(walk->arena, walk->url) != NULL);
}

/* Takes the dots off that stand where a text was cut. */
static MnText without_dots(MnText text)
{
    for (;;) {
        text = mn_trim(text);
        if (text.len > 0 && text.data[text.len - 1] == '.' && text.len > 2 &&
            text.data[text.len - 2] == '.') {
            while (text.len > 0 && text.data[text.len - 1] == '.') {
                text.len--;
            }
        } else if (text.len >= 3 && memcmp(text.data + text.len - 3, "\xe2\x80\xa6", 3) == 0) {
            text.len -= 3;
        } else {
            return text;
        }
    }
}

/* The last block that holds text of the document, for a link that stands by itself behind it. */
static Block *last_text(HtmlWalk *walk)
{
    Blocks *blocks = &walk->document->blocks;

    return blocks->count > 0 && blocks->block[blocks->count - 1].place != PLACE_FURNITURE
               ? &blocks->block[blocks->count - 1]
               : NULL;
}

static void set_truncated(Block *block, const HtmlWalk *walk)
{
    block->truncated = true;
    block->url = walk->truncated_url;
}

/* A block of running text: a paragraph, a bullet, a number, a title. */
static void add_running(HtmlWalk *walk, MnText raw)
{
    Document *document = walk->document;
    Block *block = blocks_add(walk->arena, &document->blocks, walk->kind, walk->line);
    size_t label_len;
    size_t content_at;

    block->level = walk->level;
    block->bold = walk->has_bold && !walk->has_plain;
    block->restricted_flag = walk->restricted_flag;
    block->stated = walk->kind == BLOCK_CODE && (walk->is_anchor || walk->is_item_class);
    if (walk->truncated) {
        set_truncated(block, walk);
    }
    if (walk->furniture > 0) {
        block->kind = BLOCK_PARAGRAPH;
        block->place = PLACE_FURNITURE;
    } else if (walk->kind == BLOCK_PARAGRAPH && walk->label != NULL) {
        block->kind = BLOCK_BULLET;
        block->label = walk->label;
        block->level = walk->lists;
        walk->label = NULL;
    } else if (walk->kind == BLOCK_PARAGRAPH && line_marker(raw, &label_len, &content_at)) {
        MnText label = text_upto(raw, label_len);

        block->kind = BLOCK_BULLET;
        block->label = label_is_numbered(label) ? arena_text(walk->arena, label) : "-";
        raw = text_after(raw, content_at);
    }
    if (walk->prefix != NULL && walk->furniture == 0) {
        block->text =
            arena_printf(walk->arena, "%s %s", walk->prefix, text_squeeze(walk->arena, raw).data);
        walk->prefix = NULL;
    } else {
        block->text = text_squeeze(walk->arena, raw).data;
    }
}

/* A number or a title by its class or its anchor. */
static void set_item_kind(HtmlWalk *walk, MnText raw)
{
    const char *text;

    if (walk->furniture > 0) {
        return;
    }
    text = text_squeeze(walk->arena, raw).data;
    if (walk->kind == BLOCK_HEADING || walk->kind == BLOCK_LABEL) {
        if (walk->kind == BLOCK_HEADING && html_is_number(text) &&
            (walk->is_anchor || !walk->title_next)) {
            walk->kind = BLOCK_CODE;
        }
    } else if (walk->is_anchor) {
        walk->kind = html_is_number(text) ? BLOCK_CODE : BLOCK_HEADING;
        walk->level = 3;
    } else if (walk->title_next && walk->kind == BLOCK_PARAGRAPH && walk->label == NULL) {
        walk->kind = BLOCK_HEADING;
        walk->level = 3;
    }
    if (walk->kind == BLOCK_CODE) {
        walk->level = 0;
        walk->title_next = true;
        walk->title_is_set = false;
    } else {
        walk->title_next = false;
    }
}

void html_flush(HtmlWalk *walk)
{
    MnText raw = {walk->text.data, walk->text.len};
    bool titled;

    if (walk->truncated) {
        raw = without_dots(raw);
    }
    /* No-break spaces alone are an empty paragraph of Word's; before text they may be a bullet. */
    if (mn_trim(raw).len == 0) {
        Block *last = last_text(walk);

        if (walk->truncated && last != NULL) {
            set_truncated(last, walk);
            last->text = arena_text(walk->arena, without_dots(text_of(last->text)));
        }
        reset(walk);
        return;
    }
    if (walk->hidden.len > 0 &&
        text_begins(mn_trim((MnText){walk->hidden.data, walk->hidden.len}), ", item")) {
        buffer_puts(&walk->text, walk->hidden.data);
        raw = (MnText){walk->text.data, walk->text.len};
    }
    set_item_kind(walk, raw);
    titled = walk->kind == BLOCK_HEADING;
    if (!titled && walk->furniture == 0 && is_file_link(walk)) {
        add_attachment(walk, text_one_line(walk->arena, raw).data);
        walk->label = NULL;
    } else {
        add_running(walk, raw);
        if (titled && walk->file_size.len > 0) {
            add_attachment(walk, text_one_line(walk->arena, raw).data);
        }
    }
    reset(walk);
}

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
    int number = start != NULL ? atoi(start) : 1;

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

            if (value != NULL && atoi(value) > 0) {
                number = atoi(value);
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
        blocks->block[i].line += line_of(walk, node) - 1;
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
                                        "mgMeetingAttendance",    "mgCalendarEvent"};

    for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
        if (strcasestr(href, pages[i]) != NULL) {
            return true;
        }
    }
    return false;
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
        walk->restricted_flag = true;
    }
    /* "View directions", "View Recorded Vote", "View the background": links of the page, no words of the minutes. */
    if (href != NULL && walk->furniture == 0 && is_page_link(href)) {
        html_flush(walk);
        walk->furniture++;
        html_walk_children(walk, node, depth + 1);
        html_flush(walk);
        walk->furniture--;
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
        add_text(walk, text, node);
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
        blocks_add(walk->arena, &walk->document->blocks, BLOCK_BREAK, line_of(walk, node));
        break;
    case HTML_EXPORT_TAG: {
        const char *name = (const char *) node->name;
        char *upper = arena_string(walk->arena, name);

        for (char *c = upper; *c != '\0'; c++) {
            *c = (char) toupper((unsigned char) *c);
        }
        html_flush(walk);
        blocks_add(walk->arena, &walk->document->blocks, BLOCK_BREAK, line_of(walk, node))->label =
            upper;
        html_walk_children(walk, node, depth + 1);
        html_flush(walk);
        blocks_add(walk->arena, &walk->document->blocks, BLOCK_BREAK, line_of(walk, node))->label =
            arena_printf(walk->arena, "/%s", upper);
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
        collect(walk, node, &walk->file_size);
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
        add_text(walk, (const char *) node->content, node);
    } else if (node->type == XML_ENTITY_REF_NODE) {
        add_text(walk, " ", node);
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

    reset(&walk);
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
    reset(&walk);
    if (xmlDocGetRootElement(page) != NULL) {
        html_walk(&walk, xmlDocGetRootElement(page), 0);
    }
    html_flush(&walk);
    xmlFreeDoc(page);
    return true;
}
