/*
 * read_html.c - the reader of web pages of any make.
 */
#include <string.h>
#include <strings.h>

#include "html.h"
#include "texts.h"

/* How far into a text its first elements are looked for. */
#define LOOK_INTO 4000

/* Whether text holds an opening tag of that name. */
static bool has_tag(MnText text, const char *name)
{
    size_t len = strlen(name);

    for (size_t i = 0; i + len + 1 < text.len; i++) {
        if (text.data[i] == '<' && strncasecmp(text.data + i + 1, name, len) == 0 &&
            strchr(" >\t\r\n/", text.data[i + 1 + len]) != NULL) {
            return true;
        }
    }
    return false;
}

static int recognises(MnText text)
{
    static const char *const tags[] = {"p",  "div", "table", "h1",   "h2",
                                       "h3", "ul",  "ol",    "span", "br"};
    MnText head = mn_trim(text);
    size_t found = 0;

    head.len = head.len < LOOK_INTO ? head.len : LOOK_INTO;
    if (head.len == 0) {
        return 0;
    }
    if (mn_begins(head, MN_TEXT("<!doctype html")) || mn_begins(head, MN_TEXT("<html")) ||
        has_tag(head, "html") || has_tag(head, "body")) {
        return 80;
    }
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        found += has_tag(head, tags[i]);
    }
    /* A piece of a page; a text with a stray tag in it is none. */
    return head.data[0] == '<' && found > 0 ? 75 : found >= 3 ? 70 : 0;
}

static bool is_main(const xmlNode *node)
{
    const xmlChar *role;

    if (html_is(node, "main")) {
        return true;
    }
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        role = a->children == NULL ? NULL : a->children->content;
        if (role != NULL && xmlStrcasecmp(a->name, (const xmlChar *) "role") == 0 &&
            xmlStrcasecmp(role, (const xmlChar *) "main") == 0) {
            return true;
        }
    }
    return false;
}

static bool read(MnText text, Document *document, ReadError *error)
{
    xmlDoc *page = html_parse(text, error);
    xmlNode *root;

    if (page == NULL) {
        return false;
    }
    root = xmlDocGetRootElement(page);
    if (root != NULL) {
        html_state_published(document, root);
        html_to_blocks(document, root, html_find(root, is_main));
    }
    xmlFreeDoc(page);
    return true;
}

const Reader reader_html = {"html", false, recognises, read};
