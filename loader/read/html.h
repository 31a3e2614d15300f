/*
 * html.h - HTML into blocks: whole pages and the fragments that other formats carry.
 *
 * Parsing follows no link, loads nothing and is bounded in depth. Scripts and styles are no text. Navigation, banners and footers
 * become blocks in PLACE_FURNITURE, so that nothing that a reader sees is dropped without a trace.
 */
#ifndef MINUTES_HTML_H
#define MINUTES_HTML_H

#include <libxml/HTMLparser.h>

#include "read.h"

/* Elements within elements. Careless pages never close what is bold and nest ever deeper; beyond this nobody wrote it. */
#define HTML_DEPTH_MAX 1000

/* Parses decoded text. NULL and *error ("malformed") where it nests too deep; the caller frees it with xmlFreeDoc. */
xmlDoc *html_parse(MnText text, ReadError *error);

/* Adds the blocks of what stands under root (the element itself included). What stands outside `content`, if given, is furniture. */
void html_to_blocks(Document *document, xmlNode *root, const xmlNode *content);

/*
 * Parses a fragment (an XML element's escaped HTML) and adds its blocks, all with `line`. Plain text will do, too. False and
 * *error as for html_parse.
 */
bool html_fragment_to_blocks(Document *document, const char *fragment, int line, ReadError *error);

/* ---- small questions about elements ---- */

/* Whether an element has that name, or (NULL) is one at all. */
bool html_is(const xmlNode *node, const char *name);

/* An attribute's value in the arena; NULL where it has none. */
const char *html_attribute(Arena *arena, const xmlNode *node, const char *name);

/* Whether class is one of the element's classes. */
bool html_has_class(const xmlNode *node, const char *name);

/* The first element under root (root included), in document order, that `wanted` accepts; NULL where there is none. */
xmlNode *html_find(xmlNode *root, bool (*wanted)(const xmlNode *node));

/* The text under a node as one line in the arena, white space single; "" for none. Scripts and styles are no text. */
const char *html_text(Arena *arena, const xmlNode *node);

/* Notes when the page says it was published or last changed: Dublin Core, Open Graph and schema.org elements of its head. */
void html_state_published(Document *document, xmlNode *root);

#endif
