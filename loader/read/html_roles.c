/*
 * html_roles.c - what an element's name, classes, id and role make of it (html_walk.h).
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "html_walk.h"
#include "texts.h"

typedef struct NamedRole {
    const char *name;
    HtmlRole role;
} NamedRole;

/* By name, in alphabetical order. What is not here is inline. */
static const NamedRole elements[] = {
    {"address", HTML_BLOCK},
    {"article", HTML_BLOCK},
    {"aside", HTML_FURNITURE},
    {"audio", HTML_DROPPED},
    {"b", HTML_BOLD},
    {"blockquote", HTML_BLOCK},
    {"body", HTML_BLOCK},
    {"br", HTML_BREAK},
    {"button", HTML_FURNITURE},
    {"canvas", HTML_DROPPED},
    {"caption", HTML_BLOCK},
    {"center", HTML_BLOCK},
    {"dd", HTML_BLOCK},
    {"details", HTML_BLOCK},
    {"dir", HTML_LIST},
    {"div", HTML_BLOCK},
    {"dl", HTML_BLOCK},
    {"dt", HTML_FIELD_LABEL},
    {"fieldset", HTML_BLOCK},
    {"figcaption", HTML_BLOCK},
    {"figure", HTML_BLOCK},
    {"footer", HTML_FURNITURE},
    {"form", HTML_BLOCK},
    {"h1", HTML_HEADING},
    {"h2", HTML_HEADING},
    {"h3", HTML_HEADING},
    {"h4", HTML_HEADING},
    {"h5", HTML_HEADING},
    {"h6", HTML_HEADING},
    {"head", HTML_DROPPED},
    {"header", HTML_BLOCK},
    {"hr", HTML_RULE},
    {"html", HTML_BLOCK},
    {"iframe", HTML_DROPPED},
    {"input", HTML_DROPPED},
    {"legend", HTML_BLOCK},
    {"li", HTML_LIST_ITEM},
    {"main", HTML_BLOCK},
    {"map", HTML_DROPPED},
    {"menu", HTML_LIST},
    {"nav", HTML_FURNITURE},
    {"noscript", HTML_FURNITURE},
    {"object", HTML_DROPPED},
    {"ol", HTML_LIST},
    {"option", HTML_FURNITURE},
    {"p", HTML_BLOCK},
    {"pre", HTML_PRE},
    {"script", HTML_DROPPED},
    {"section", HTML_BLOCK},
    {"select", HTML_FURNITURE},
    {"strong", HTML_BOLD},
    {"style", HTML_DROPPED},
    {"summary", HTML_BLOCK},
    {"svg", HTML_DROPPED},
    {"table", HTML_TABLE},
    {"tbody", HTML_BLOCK},
    {"td", HTML_BLOCK},
    {"template", HTML_DROPPED},
    {"textarea", HTML_FURNITURE},
    {"tfoot", HTML_BLOCK},
    {"th", HTML_BLOCK},
    {"thead", HTML_BLOCK},
    {"title", HTML_DROPPED},
    {"tr", HTML_BLOCK},
    {"u", HTML_BOLD}, /* a title underlined is set off as one in bold is */
    {"ul", HTML_LIST},
    {"video", HTML_DROPPED}};

/* ModernGov's classes say what is what; no other page has them. */
static const NamedRole moderngov[] = {
    {"mgAiTitleTxt", HTML_ITEM_TITLE}, {"mgSubItemTitleTxt", HTML_ITEM_LABEL},
    {"mgFileSize", HTML_FILE_SIZE},    {"mgHide", HTML_HIDDEN},
    {"mgActionList", HTML_FURNITURE},  {"mgLinks", HTML_FURNITURE},
    {"mgHelpLine", HTML_FURNITURE},    {"mgFooter", HTML_FURNITURE},
    {"DNNLabel", HTML_FIELD_LABEL}};

/* Classes and ids of what stands around a page's own content. Whole words of the class, not parts of words. */
static const char *const around[] = {"nav",
                                     "navbar",
                                     "navigation",
                                     "main-nav",
                                     "site-nav",
                                     "menu",
                                     "breadcrumb",
                                     "breadcrumbs",
                                     "cookie",
                                     "cookies",
                                     "cookie-bar",
                                     "cookie-banner",
                                     "footer",
                                     "site-footer",
                                     "page-footer",
                                     "banner",
                                     "site-header",
                                     "masthead",
                                     "skip",
                                     "skip-link",
                                     "skiplink",
                                     "sidebar",
                                     "side-nav",
                                     "search",
                                     "searchbox",
                                     "search-form",
                                     "social",
                                     "social-links",
                                     "share",
                                     "pagination",
                                     "pager",
                                     "error-banner",
                                     "alert-banner",
                                     "login",
                                     "feedback",
                                     "related-links",
                                     "skip-to-content",
                                     "govuk-skip-link",
                                     "govuk-breadcrumbs",
                                     "govuk-cookie-banner",
                                     "govuk-footer",
                                     "sr-only-nav",
                                     "back-to-top",
                                     "toolbar",
                                     "site-name"};

static HtmlRole by_name(const char *name)
{
    size_t low = 0;
    size_t high = sizeof(elements) / sizeof(elements[0]);

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcasecmp(name, elements[middle].name);

        if (order == 0) {
            return elements[middle].role;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return HTML_INLINE;
}

/* <ai1>, <trailer_section>: a tag of a printed export that its HTML copy kept. */
static bool is_export_tag(const char *name)
{
    size_t len = strlen(name);

    if (strncasecmp(name, "ai", 2) == 0 && len > 2 && strspn(name + 2, "0123456789") == len - 2) {
        return true;
    }
    return len > 8 && strcasecmp(name + len - 8, "_section") == 0;
}

static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        if (strcasecmp((const char *) a->name, name) == 0) {
            return a->children == NULL || a->children->content == NULL
                       ? ""
                       : (const char *) a->children->content;
        }
    }
    return NULL;
}

static bool is_one_of(const char *word, size_t len)
{
    for (size_t i = 0; i < sizeof(around) / sizeof(around[0]); i++) {
        if (strlen(around[i]) == len && strncasecmp(around[i], word, len) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether id, a class or the ARIA role says that the element stands around the content. */
static bool is_around(const xmlNode *node)
{
    const char *role = attribute(node, "role");
    const char *id = attribute(node, "id");
    const char *classes = attribute(node, "class");

    if (role != NULL && (strcasecmp(role, "navigation") == 0 || strcasecmp(role, "banner") == 0 ||
                         strcasecmp(role, "contentinfo") == 0 || strcasecmp(role, "search") == 0 ||
                         strcasecmp(role, "alert") == 0)) {
        return true;
    }
    if (id != NULL && is_one_of(id, strlen(id))) {
        return true;
    }
    while (classes != NULL && *classes != '\0') {
        size_t word = strcspn(classes, " \t\r\n\f");

        if (is_one_of(classes, word)) {
            return true;
        }
        classes += word;
        classes += strspn(classes, " \t\r\n\f");
    }
    return false;
}

/* Whether nobody sees the element. */
static bool is_invisible(const xmlNode *node)
{
    const char *style = attribute(node, "style");
    const char *at = style == NULL ? NULL : strcasestr(style, "display");

    if (attribute(node, "hidden") != NULL) {
        return true;
    }
    if (at == NULL) {
        return false;
    }
    at += strlen("display");
    at += strspn(at, " :");
    return strncasecmp(at, "none", 4) == 0;
}

/* The page's own <header> is its banner; that of an article or of the main part is not. */
static bool is_page_header(const xmlNode *node)
{
    for (const xmlNode *up = node->parent; up != NULL; up = up->parent) {
        if (html_is(up, "main") || html_is(up, "article") || html_is(up, "section")) {
            return false;
        }
    }
    return true;
}

static bool has_nav(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (html_is(child, "nav") || (child->type == XML_ELEMENT_NODE && is_around(child))) {
            return true;
        }
    }
    return false;
}

HtmlRole html_role(const xmlNode *node)
{
    const char *name = (const char *) node->name;
    HtmlRole role = by_name(name);

    if (role == HTML_DROPPED) {
        return role;
    }
    if (node->properties != NULL) {
        for (size_t i = 0; i < sizeof(moderngov) / sizeof(moderngov[0]); i++) {
            if (html_has_class(node, moderngov[i].name)) {
                return moderngov[i].role;
            }
        }
        if (html_is(node, "a") && attribute(node, "href") != NULL) {
            return HTML_LINK;
        }
        if (role != HTML_TABLE && role != HTML_HEADING && strcasecmp(name, "body") != 0 &&
            strcasecmp(name, "html") != 0 && (is_around(node) || is_invisible(node))) {
            return HTML_FURNITURE;
        }
        /* Old pages set what is bold by style. */
        if (role == HTML_INLINE) {
            const char *style = attribute(node, "style");
            const char *weight = style == NULL ? NULL : strcasestr(style, "font-weight");

            if (weight != NULL &&
                (strncasecmp(weight + 11 + strspn(weight + 11, " :"), "bold", 4) == 0 ||
                 whole_number(weight + 11 + strspn(weight + 11, " :")) >= 600)) {
                return HTML_BOLD;
            }
            if (style != NULL && strcasestr(style, "text-decoration") != NULL &&
                strcasestr(style, "underline") != NULL) {
                return HTML_BOLD;
            }
        }
    }
    if (strcasecmp(name, "header") == 0 && is_page_header(node) && has_nav(node)) {
        return HTML_FURNITURE;
    }
    if (role == HTML_INLINE && is_export_tag(name)) {
        return HTML_EXPORT_TAG;
    }
    return role;
}
