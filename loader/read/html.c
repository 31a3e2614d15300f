/*
 * html.c - parsing and the small questions of html.h.
 */
#include "html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "markup.h"
#include "texts.h"

/* Fed to the parser in pieces of this size, so that depth is seen before it costs anything. */
#define PIECE ((size_t) 16 * 1024)

#define OPTIONS                                                                                    \
    (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |           \
     HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC)

xmlDoc *html_parse(MnText text, ReadError *error)
{
    htmlParserCtxt *parser;
    xmlDoc *page;
    bool deep = false;

    if (!markup_is_bounded(text, error)) {
        return NULL;
    }
    parser = htmlCreatePushParserCtxt(NULL, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (parser == NULL) {
        fputs("minutes2pgsql: out of memory\n", stderr);
        abort();
    }
    htmlCtxtUseOptions(parser, OPTIONS);
    parser->linenumbers = 1;
    /* HUGE: the parser's own bound would silently end the page there. */
    parser->options |= XML_PARSE_BIG_LINES | XML_PARSE_HUGE;
    for (size_t at = 0; at < text.len && !deep; at += PIECE) {
        size_t len = text.len - at < PIECE ? text.len - at : PIECE;

        htmlParseChunk(parser, text.data + at, (int) len, 0);
        deep = parser->nodeNr > HTML_DEPTH_MAX;
    }
    if (!deep) {
        htmlParseChunk(parser, NULL, 0, 1);
    }
    page = parser->myDoc;
    htmlFreeParserCtxt(parser);
    if (deep || page == NULL) {
        xmlFreeDoc(page);
        error->code = "malformed";
        snprintf(error->detail, sizeof(error->detail),
                 deep ? "nests its elements more than %d deep, as no page of minutes does; save "
                        "the page again "
                        "from its source"
                      : "cannot be read as HTML%.0d; save the page again from its source",
                 HTML_DEPTH_MAX);
        return NULL;
    }
    return page;
}

bool html_is(const xmlNode *node, const char *name)
{
    return node != NULL && node->type == XML_ELEMENT_NODE &&
           (name == NULL || strcasecmp((const char *) node->name, name) == 0);
}

/* The attribute's value where it is one plain text (it nearly always is), without copying; NULL otherwise. */
static const char *plain_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute != NULL;
         attribute = attribute->next) {
        if (strcasecmp((const char *) attribute->name, name) == 0) {
            const xmlNode *value = attribute->children;

            if (value == NULL) {
                return "";
            }
            return value->type == XML_TEXT_NODE && value->next == NULL
                       ? (const char *) value->content
                       : NULL;
        }
    }
    return NULL;
}

const char *html_attribute(Arena *arena, const xmlNode *node, const char *name)
{
    const char *plain;
    xmlChar *value;
    char *copy;

    if (node->type != XML_ELEMENT_NODE) {
        return NULL;
    }
    plain = plain_attribute(node, name);
    if (plain != NULL) {
        return arena_string(arena, plain);
    }
    value = xmlGetProp(node, (const xmlChar *) name);
    copy = arena_string(arena, (const char *) value);
    xmlFree(value);
    return copy;
}

bool html_has_class(const xmlNode *node, const char *name)
{
    const char *classes = node->type == XML_ELEMENT_NODE ? plain_attribute(node, "class") : NULL;
    size_t len = strlen(name);

    while (classes != NULL && *classes != '\0') {
        size_t word = strcspn(classes, " \t\r\n\f");

        if (word == len && strncasecmp(classes, name, len) == 0) {
            return true;
        }
        classes += word;
        classes += strspn(classes, " \t\r\n\f");
    }
    return false;
}

/* The node after `node` in document order under root; NULL at the end. */
static xmlNode *next_node(const xmlNode *root, xmlNode *node)
{
    if (node->children != NULL && node->type == XML_ELEMENT_NODE) {
        return node->children;
    }
    while (node != root && node->next == NULL) {
        node = node->parent;
    }
    return node == root ? NULL : node->next;
}

xmlNode *html_find(xmlNode *root, bool (*wanted)(const xmlNode *node))
{
    for (xmlNode *node = root; node != NULL; node = next_node(root, node)) {
        if (node->type == XML_ELEMENT_NODE && wanted(node)) {
            return node;
        }
    }
    return NULL;
}

static bool is_program(const xmlNode *node)
{
    return html_is(node, "script") || html_is(node, "style") || html_is(node, "template");
}

/* Whether an element stands apart from the words before it. */
static bool parts_words(const xmlNode *node)
{
    static const char *const joined[] = {"a", "span", "b",   "i",     "strong", "em",
                                         "u", "sup",  "sub", "small", "font",   "mark"};

    for (size_t i = 0; i < sizeof(joined) / sizeof(joined[0]); i++) {
        if (html_is(node, joined[i])) {
            return false;
        }
    }
    return true;
}

const char *html_text(Arena *arena, const xmlNode *root)
{
    Buffer text = {.arena = arena};

    for (xmlNode *node = (xmlNode *) root; node != NULL; node = next_node(root, node)) {
        if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
            !is_program(node->parent)) {
            buffer_puts(&text, (const char *) node->content);
        } else if (node->type == XML_ELEMENT_NODE && parts_words(node)) {
            buffer_putc(&text, ' ');
        }
    }
    return text_one_line(arena, (MnText){text.data, text.len}).data;
}
