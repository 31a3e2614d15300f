/*
 * site.h - the folder that a report is: written beside its place and put there whole, or not at all.
 *
 * The file .minutes2pgsql-report marks a report and lists its files. A folder without it is only used where it is empty; a
 * report with a file that is not on its list is not replaced, since somebody has put that there.
 */
#ifndef MINUTES_SITE_H
#define MINUTES_SITE_H

#include "arena.h"
#include "escape.h"

typedef struct Site {
    const char *target; /* where it is to stand, with all links resolved */
    char *work;         /* the folder that is being written; NULL for none */
    FILE *list;         /* the mark */
    Arena *arena;       /* the caller's */
    long long pages;
    bool failed; /* told */
} Site;

/*
 * Begins a report that is to stand at `target`. False where something stands there that is no report, or where nothing can
 * be written, which was told in one sentence. Whoever begins a site ends it with site_finish or site_abandon.
 */
bool site_begin(Site *site, const char *target, Arena *arena);

/* Opens a page; its folder is made. False and told where it cannot be. `path` has to live as long as the page. */
bool site_page(Site *site, Page *page, const char *path);

/* Closes it; false and told where something of it could not be written. */
bool site_page_end(Site *site, Page *page);

/* Writes a file whole. */
bool site_file(Site *site, const char *path, const char *data, size_t len);

/* A copy of the file at `from`. */
bool site_copy(Site *site, const char *path, const char *from);

/* Puts the report in its place, where an earlier one is replaced at once. False and told where it cannot be. */
bool site_finish(Site *site);

/* Removes what was written. */
void site_abandon(Site *site);

#endif
