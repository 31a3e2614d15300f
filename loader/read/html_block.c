/*
 * html_block.c - the block that the HTML walker fills: its text as it comes, and what it is once it is full (html_walk.h).
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "html_walk.h"
#include "lines.h"
#include "texts.h"

#define NBSP "\xc2\xa0"

/* ---- text ---- */

int html_line(const HtmlWalk *walk, const xmlNode *node)
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
void html_add_text(HtmlWalk *walk, const char *text, const xmlNode *node)
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
            walk->line = html_line(walk, node);
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

void html_reset(HtmlWalk *walk)
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
    walk->document_flag = false;
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

bool html_may_be_title(const char *text)
{
    size_t len = strlen(text);

    return len > 0 && len <= 200 && !(len > 60 && strchr(".!?;", text[len - 1]) != NULL);
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
    block->restricted_flag = walk->restricted_flag || walk->document_flag;
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
    } else if (walk->title_next && walk->kind == BLOCK_PARAGRAPH && walk->label == NULL &&
               html_may_be_title(text)) {
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
        html_reset(walk);
        return;
    }
    if (walk->hidden.len > 0 &&
        text_begins(mn_trim((MnText){walk->hidden.data, walk->hidden.len}), ", item")) {
        buffer_puts(&walk->text, walk->hidden.data);
        raw = (MnText){walk->text.data, walk->text.len};
    }
    set_item_kind(walk, raw);
    titled = walk->kind == BLOCK_HEADING;
    if (titled && !walk->is_item_class) {
        walk->title_is_set = false; /* below another heading begins another item */
    }
    if (!titled && walk->furniture == 0 && is_file_link(walk)) {
        add_attachment(walk, text_one_line(walk->arena, raw).data);
        walk->label = NULL;
    } else {
        add_running(walk, raw);
        if (titled && walk->file_size.len > 0) {
            add_attachment(walk, text_one_line(walk->arena, raw).data);
        }
    }
    html_reset(walk);
}
