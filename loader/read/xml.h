/*
 * xml.h - XML read safely: nothing is loaded, no entity of the document's own is followed, names are compared without namespaces.
 */
#ifndef MINUTES_XML_H
#define MINUTES_XML_H

#include <libxml/tree.h>

#include "read.h"

/*
 * Parses decoded XML. NULL and *error ("malformed") where it is not well-formed or declares entities; `what` names it in the
 * message ("the file", "its word/document.xml"). The caller frees it with xmlFreeDoc.
 */
xmlDoc *xml_parse(MnText text, const char *what, ReadError *error);

/* Whether node is an element of that local name, whatever the case and the namespace. */
bool xml_is(const xmlNode *node, const char *name);

/* The first child element of that name; NULL where there is none. Never looks deeper: names repeat inside with another sense. */
xmlNode *xml_child(const xmlNode *parent, const char *name);

/* The next sibling element of that name after node. */
xmlNode *xml_next(const xmlNode *node, const char *name);

/* An attribute's value by local name, in the arena; NULL where it is not there. */
const char *xml_attribute(Arena *arena, const xmlNode *node, const char *name);

/* The text in a child element of that name, trimmed, in the arena; NULL where it is missing or blank. */
const char *xml_child_text(Arena *arena, const xmlNode *parent, const char *name);

/* Text that was escaped once too often ("&amp;", "&#39;" left after parsing) as it was meant. */
const char *xml_unescape(Arena *arena, const char *text);

#endif
