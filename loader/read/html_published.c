/*
 * html_published.c - when a page says it was published or last changed, by the meta elements of its head.
 */
#include <strings.h>

#include "html.h"
#include "texts.h"

static bool is_head(const xmlNode *node)
{
    return html_is(node, "head");
}

/* A day as W3CDTF has it, with or without a time behind it: 2026-02-05, 2026-02-05T09:30Z. */
static MnDate w3c_day(const char *content)
{
    MnText text = mn_trim(text_of(content));
    MnSpan span;
    MnDate date;
    int weekday;

    if (text.len > 10 && text.data[10] == 'T') {
        text.len = 10;
    }
    return mn_find_date(text, 0, &date, &weekday, &span) && span.start == 0 ? date : MN_NO_DATE;
}

static bool is_one_of(const char *name, const char *const *names)
{
    while (*names != NULL && strcasecmp(*names, name) != 0) {
        names++;
    }
    return *names != NULL;
}

void html_state_published(Document *document, xmlNode *root)
{
    static const char *const published[] = {
        "article:published_time", "datePublished",     "DC.date.issued",    "DCTERMS.issued",
        "DC.date.available",      "DCTERMS.available", "DC.date.published", NULL};
    static const char *const changed[] = {"article:modified_time", "dateModified",
                                          "DC.date.modified", "DCTERMS.modified", NULL};
    static const char *const names[] = {"name", "property", "itemprop"};
    StatedMeeting *stated = &document->blocks.stated;
    xmlNode *head = html_find(root, is_head);

    for (xmlNode *node = head == NULL ? NULL : head->children; node != NULL; node = node->next) {
        const char *content =
            html_is(node, "meta") ? html_attribute(document->arena, node, "content") : NULL;

        for (size_t i = 0; content != NULL && i < sizeof(names) / sizeof(names[0]); i++) {
            const char *name = html_attribute(document->arena, node, names[i]);

            if (name != NULL && is_one_of(name, published)) {
                stated->published = w3c_day(content);
            } else if (name != NULL && is_one_of(name, changed)) {
                stated->changed = w3c_day(content);
            }
        }
    }
}
