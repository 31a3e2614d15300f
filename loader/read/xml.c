/*
 * xml.c - see xml.h.
 */
#include "xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "markup.h"
#include "texts.h"

/* HUGE lifts the parser's own bounds on long texts; files are bounded already, and entities are refused before. */
#define OPTIONS                                                                                    \
    (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT |               \
     XML_PARSE_HUGE | XML_PARSE_BIG_LINES)

/* Whether a document type with declarations of its own stands before the root element. */
static bool declares_entities(MnText text)
{
    size_t at = 0;

    while (at + 1 < text.len) {
        if (text.data[at] == '<') {
            if (mn_is_letter((unsigned char) text.data[at + 1]) || text.data[at + 1] == '_') {
                return false;
            }
            if (mn_begins(text_after(text, at), MN_TEXT("<!--"))) {
                size_t end = text_search(text, at + 4, "-->");

                at = end;
            } else if (mn_begins(text_after(text, at), MN_TEXT("<!DOCTYPE"))) {
                size_t end = text_search(text, at, ">");
                size_t subset = text_search(text, at, "[");

                if (subset < end) {
                    return true;
                }
                at = end;
            }
        }
        at++;
    }
    return false;
}

xmlDoc *xml_parse(MnText text, const char *what, ReadError *error)
{
    xmlParserCtxt *parser;
    xmlDoc *document;

    error->code = "malformed";
    if (declares_entities(text)) {
        snprintf(error->detail, sizeof(error->detail),
                 "declares XML entities of its own (%s), which are not followed; save it again "
                 "without a document type",
                 what);
        return NULL;
    }
    if (!markup_is_bounded(text, error)) {
        return NULL;
    }
    parser = xmlNewParserCtxt();
    if (parser == NULL) {
        fputs("minutes2pgsql: out of memory\n", stderr);
        abort();
    }
    document = xmlCtxtReadMemory(parser, text.data, (int) text.len, NULL, "UTF-8", OPTIONS);
    if (document == NULL) {
        const xmlError *problem = xmlCtxtGetLastError(parser);

        snprintf(error->detail, sizeof(error->detail),
                 "cannot be read: %s is not well-formed XML (line %d); fetch or save it again",
                 what, problem == NULL ? 0 : problem->line);
    }
    xmlFreeParserCtxt(parser);
    return document;
}

bool xml_is(const xmlNode *node, const char *name)
{
    return node != NULL && node->type == XML_ELEMENT_NODE &&
           strcasecmp((const char *) node->name, name) == 0;
}

xmlNode *xml_next(const xmlNode *node, const char *name)
{
    for (xmlNode *next = node->next; next != NULL; next = next->next) {
        if (xml_is(next, name)) {
            return next;
        }
    }
    return NULL;
}

xmlNode *xml_child(const xmlNode *parent, const char *name)
{
    if (parent == NULL || parent->children == NULL) {
        return NULL;
    }
    return xml_is(parent->children, name) ? parent->children : xml_next(parent->children, name);
}

const char *xml_attribute(Arena *arena, const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute != NULL;
         attribute = attribute->next) {
        if (strcasecmp((const char *) attribute->name, name) == 0) {
            xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
            const char *copy = value == NULL ? "" : arena_string(arena, (const char *) value);

            xmlFree(value);
            return copy;
        }
    }
    return NULL;
}

const char *xml_child_text(Arena *arena, const xmlNode *parent, const char *name)
{
    xmlNode *child = xml_child(parent, name);
    xmlChar *content = child == NULL ? NULL : xmlNodeGetContent(child);
    MnText text = mn_trim(text_of((const char *) content));
    const char *copy = text.len == 0 ? NULL : arena_text(arena, text);

    xmlFree(content);
    return copy;
}

/* The character that an entity at the start of text stands for, and its length; 0 where none stands there. */
static uint32_t entity_at(const char *text, size_t *len)
{
    const char *end = strchr(text, ';');
    char name[16];
    size_t size;

    if (text[0] != '&' || end == NULL || (size = (size_t) (end - text - 1)) == 0 ||
        size >= sizeof(name)) {
        return 0;
    }
    memcpy(name, text + 1, size);
    name[size] = '\0';
    *len = size + 2;
    if (name[0] == '#') {
        bool hex = name[1] == 'x' || name[1] == 'X';
        char *stop;
        unsigned long value = strtoul(name + (hex ? 2 : 1), &stop, hex ? 16 : 10);

        return *stop == '\0' && value >= 0x20 && value < 0x110000 &&
                       !(value >= 0xD800 && value < 0xE000)
                   ? (uint32_t) value
                   : 0;
    }
    if (strcmp(name, "apos") == 0) {
        return '\'';
    }
    {
        const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *) name);

        return entity == NULL ? 0 : entity->value;
    }
}

const char *xml_unescape(Arena *arena, const char *text)
{
    Buffer out = {.arena = arena};

    if (text == NULL || strchr(text, '&') == NULL) {
        return text;
    }
    while (*text != '\0') {
        size_t len;
        uint32_t c = entity_at(text, &len);

        if (c != 0) {
            char utf8[4];

            buffer_add(&out, utf8, mn_put(c, utf8));
            text += len;
        } else {
            buffer_putc(&out, *text++);
        }
    }
    return out.data;
}
