/*
 * html_walk.h - what the parts of the HTML walker share; only html*.c include it.
 */
#ifndef MINUTES_HTML_WALK_H
#define MINUTES_HTML_WALK_H

#include "html.h"

/* What is known of the block that is being filled. */
typedef struct HtmlWalk {
    Document *document;
    Arena *arena;
    const xmlNode *content; /* only what stands under it is no furniture; NULL: everything */
    int fixed_line;         /* for fragments; 0: the nodes' own */

    Buffer text;        /* white space single but for no-break spaces; \n for <br> */
    bool space_pending; /* white space was read and not yet put */
    int line;
    bool has_bold;
    bool has_plain;
    BlockKind kind;
    int level;
    const char *label; /* of a bullet that waits for its text */
    Buffer file_size;  /* "PDF 99 KB", apart from the text it stands in */
    Buffer hidden;     /* ", item 59.": printed for screen readers only */
    const char *url;   /* of the link in it */
    size_t linked;     /* bytes of text that stand in links */
    bool truncated;
    const char *truncated_url;
    bool is_anchor;       /* begins with the anchor of an agenda item */
    bool is_item_class;   /* bears the class of an item's number or title */
    bool document_flag;   /* links to the reasons why a document of it is restricted */
    bool restricted_flag; /* links to the reasons why it is restricted */
    const char *prefix;   /* a label that stood in a block of its own before the value */

    int bold;          /* depth of elements in bold */
    int furniture;     /* depth of elements that are furniture */
    int links;         /* depth of links */
    int lists;         /* nesting of lists */
    bool title_next;   /* a number was just put: what comes next is its title */
    bool title_is_set; /* the title of this row or item was put */
} HtmlWalk;

/* What an element's name, classes and role make of it. */
typedef enum HtmlRole {
    HTML_INLINE,
    HTML_BLOCK,
    HTML_DROPPED,   /* no text: scripts, styles */
    HTML_FURNITURE, /* text that is no part of the document */
    HTML_HEADING,
    HTML_BREAK, /* <br> */
    HTML_RULE,  /* <hr> */
    HTML_LIST,
    HTML_LIST_ITEM,
    HTML_TABLE,
    HTML_PRE,
    HTML_BOLD,
    HTML_LINK,
    HTML_ITEM_TITLE,  /* an agenda item's number or title */
    HTML_ITEM_LABEL,  /* "Minutes:", "Decision:" */
    HTML_FIELD_LABEL, /* "Venue": the value follows */
    HTML_FILE_SIZE,
    HTML_HIDDEN,
    HTML_EXPORT_TAG /* <AI1> of a printed export */
} HtmlRole;

HtmlRole html_role(const xmlNode *node);

/* Walks one node and all under it. */
void html_walk(HtmlWalk *walk, const xmlNode *node, int depth);
void html_walk_children(HtmlWalk *walk, const xmlNode *node, int depth);

/* Forgets the block that is being filled. */
void html_reset(HtmlWalk *walk);

/* Adds running text to it: white space of the source is one space, no-break spaces stay. node says the line. */
void html_add_text(HtmlWalk *walk, const char *text, const xmlNode *node);

/* The line of a node in the source. */
int html_line(const HtmlWalk *walk, const xmlNode *node);

/* Ends the block that is being filled and adds it, if it has any text. */
void html_flush(HtmlWalk *walk);

/* A table: rows of data, or a frame whose cells are walked like any other part (html_table.c). */
void html_walk_table(HtmlWalk *walk, const xmlNode *table, int depth);

/* Whether a table's row only names its columns: "Item", "Minute", "Action by" (cells one after another, NULL at the end). */
bool html_names_columns(const char *const *cells);

/* Whether a text that stands behind a number may be its title: short, and no sentence. */
bool html_may_be_title(const char *text);

/* Whether a text is nothing but an item's number: "54.", "SSP/12/25", "45/24", "3 (a)", "C048/23". */
bool html_is_number(const char *text);

#endif
