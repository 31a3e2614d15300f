/*
 * escape.h - writing a page: whatever comes from the minutes is escaped by the one function that puts it there.
 */
#ifndef MINUTES_ESCAPE_H
#define MINUTES_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A file that is being written. What fails is found out at its end (site_page_end). */
typedef struct Page {
    FILE *file;
    const char *path; /* within the site */
    const char *up;   /* from it to the site's root: "", "../" ... */
    bool charts;      /* it loads the library and the script that draw */
} Page;

/*
 * Writes markup: `format` is ours and goes out as it stands; each %s is text of others and is escaped so that it is text
 * in an element and in a quoted attribute alike (NULL is empty). %d, %zu and %lld write numbers; there is nothing else.
 */
void html(Page *page, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The bytes as text, escaped. Characters that HTML forbids become U+FFFD. */
void html_escaped(Page *page, const char *text, size_t len);

/* The text as a JSON string, with its quotes, that cannot end the script element it stands in ("<" is \u003c). */
void html_json(Page *page, const char *text);

#endif
