/*
 * markup.c - see markup.h.
 */
#include "markup.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define ATTRIBUTES_MAX 1000

/* So many make a tree of some 500 MB; minutes of a thousand pages have a tenth. */
#define ELEMENTS_MAX 500000

/* The end of a tag that begins at `at`, and how many attributes it has. Quoted values may hold anything. */
static size_t tag_end(MnText text, size_t at, size_t *attributes)
{
    char quote = '\0';

    *attributes = 0;
    for (; at < text.len; at++) {
        char c = text.data[at];

        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '>') {
            return at + 1;
        } else if (c == '=') {
            (*attributes)++;
            if (at + 1 < text.len && (text.data[at + 1] == '"' || text.data[at + 1] == '\'')) {
                quote = text.data[++at];
            }
        } else if (c == ' ' && at + 1 < text.len &&
                   mn_is_letter((unsigned char) text.data[at + 1])) {
            (*attributes)++; /* one without a value, or the name of one with: counted twice at most */
        }
    }
    return text.len;
}

/* Behind the program text of a script or style that begins at `at`. */
static size_t skip_program(MnText text, size_t at, const char *closing)
{
    size_t len = strlen(closing);

    while (at + len <= text.len) {
        const char *next = memchr(text.data + at, '<', text.len - at);

        if (next == NULL) {
            return text.len;
        }
        at = (size_t) (next - text.data);
        if (at + len <= text.len && strncasecmp(next, closing, len) == 0) {
            return at;
        }
        at++;
    }
    return text.len;
}

bool markup_is_bounded(MnText text, ReadError *error)
{
    size_t elements = 0;
    size_t at = 0;

    while (at + 1 < text.len) {
        const char *next = memchr(text.data + at, '<', text.len - at);
        size_t attributes;
        size_t start;

        if (next == NULL) {
            return true;
        }
        start = at = (size_t) (next - text.data) + 1;
        if (at == text.len || !mn_is_letter((unsigned char) text.data[at])) {
            continue;
        }
        if (++elements > ELEMENTS_MAX) {
            error->code = "too_large";
            snprintf(error->detail, sizeof(error->detail),
                     "has more than %d elements, as no minutes do; split it or leave it out",
                     ELEMENTS_MAX);
            return false;
        }
        at = tag_end(text, at, &attributes);
        if (attributes > 2 * ATTRIBUTES_MAX) {
            error->code = "malformed";
            snprintf(error->detail, sizeof(error->detail),
                     "has an element with more than %d attributes, as no minutes do; save it again "
                     "from its source",
                     ATTRIBUTES_MAX);
            return false;
        }
        if (mn_begins((MnText){text.data + start, text.len - start}, MN_TEXT("script"))) {
            at = skip_program(text, at, "</script");
        } else if (mn_begins((MnText){text.data + start, text.len - start}, MN_TEXT("style"))) {
            at = skip_program(text, at, "</style");
        }
    }
    return true;
}
