/*
 * escape.c - see escape.h.
 */
#include "escape.h"

#include <stdarg.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

/* What stands for a byte in markup; NULL for itself. */
static const char *escape(unsigned char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
        return NULL;
    case '\r':
        return "\n";
    default:
        return c < ' ' || c == 0x7F ? REPLACEMENT : NULL;
    }
}

/* U+0080 to U+009F in UTF-8: controls that HTML forbids, too. */
static bool is_control(const char *text, size_t left)
{
    return left > 1 && (unsigned char) text[0] == 0xC2 && (unsigned char) text[1] >= 0x80 &&
           (unsigned char) text[1] < 0xA0;
}

void html_escaped(Page *page, const char *text, size_t len)
{
    size_t done = 0;

    for (size_t at = 0; at < len; at++) {
        bool control = is_control(text + at, len - at);
        const char *instead = control ? REPLACEMENT : escape((unsigned char) text[at]);

        if (instead == NULL) {
            continue;
        }
        fwrite(text + done, 1, at - done, page->file);
        fputs(instead, page->file);
        at += control;
        done = at + 1;
    }
    if (done < len) {
        fwrite(text + done, 1, len - done, page->file);
    }
}

void html(Page *page, const char *format, ...)
{
    const char *plain = format;
    const char *text;
    va_list args;

    va_start(args, format);
    for (const char *c = strchr(format, '%'); c != NULL; c = strchr(plain, '%')) {
        fwrite(plain, 1, (size_t) (c - plain), page->file);
        c++;
        if (*c == 's') {
            text = va_arg(args, const char *);
            if (text != NULL) {
                html_escaped(page, text, strlen(text));
            }
        } else if (*c == 'd') {
            fprintf(page->file, "%d", va_arg(args, int));
        } else if (strncmp(c, "zu", 2) == 0) {
            fprintf(page->file, "%zu", va_arg(args, size_t));
            c++;
        } else if (strncmp(c, "lld", 3) == 0) {
            fprintf(page->file, "%lld", va_arg(args, long long));
            c += 2;
        } else {
            fputc('%', page->file);
        }
        plain = c + 1;
    }
    fputs(plain, page->file);
    va_end(args);
}

void html_json(Page *page, const char *text)
{
    fputc('"', page->file);
    for (const unsigned char *c = (const unsigned char *) text; *c != '\0'; c++) {
        /* U+2028 and U+2029 end a line of a script. */
        bool line_end = c[0] == 0xE2 && c[1] == 0x80 && (c[2] == 0xA8 || c[2] == 0xA9);

        if (line_end) {
            fprintf(page->file, "\\u20%02x", c[2] == 0xA8 ? 0x28 : 0x29);
            c += 2;
        } else if (*c < ' ' || strchr("\"\\<>&'", *c) != NULL) {
            fprintf(page->file, "\\u%04x", *c);
        } else {
            fputc(*c, page->file);
        }
    }
    fputc('"', page->file);
}
