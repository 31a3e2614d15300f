/*
 * report.h - a static site of what the views show to minutes_reader: an index, and for each body a page of what went up and
 * down, its trends, meetings, decisions, attendance, restricted items and doubts, with the minutes of each meeting beside it.
 *
 * Everything is read in one read-only transaction as the reader's role, whoever runs it; pages are bounded in size, memory
 * by one meeting and one page, time is linear in what is read.
 */
#ifndef MINUTES_REPORT_H
#define MINUTES_REPORT_H

#include "feed.h"
#include "site.h"

/* An item that does not stand on the first page of its meeting's minutes. */
typedef struct ItemPart {
    int64_t item_id;
    int part; /* from 2 */
} ItemPart;

typedef struct Body {
    int64_t id;
    const char *name;
    const char *authority;     /* "" where nobody has said it */
    const char *folder;        /* of its pages, within the site */
    const char *first_held_on; /* "6 May 2025", "" for unknown */
    const char *last_held_on;
    /* how many there are */
    int64_t meetings;
    int64_t changes;
    int64_t decisions;
    int64_t people;
    int64_t restricted;
    int64_t doubts;
    /* series by what was last reported of them, not long ago */
    int up;
    int down;
    int same;
    const ItemPart *parts; /* by item_id */
    size_t part_count;
} Body;

typedef struct Report {
    PGconn *conn;
    Site site;
    Arena *arena;        /* for the run */
    Arena *scratch;      /* for a body */
    Arena *meeting;      /* for a meeting */
    const char *made_on; /* "22 November 2026" */
    bool has_charts;
    int64_t meeting_count;
} Report;

/*
 * Writes the whole site into report->site, of the one body named or, with "", of all. The number of bodies; -1 where the
 * server refused or a file could not be written, which was told.
 */
int report_write(Report *report, const char *body);

/* ---- parts of pages ---- */

/* One step of the path from the index to a page; the last has no address. */
typedef struct Crumb {
    const char *name;
    const char *href;
} Crumb;

/* Everything before and after the content of a page. Crumbs end with a name of NULL. */
void page_begin(const Report *report, Page *page, const char *title, const Crumb *crumbs);
void page_end(const Report *report, Page *page);

#define HREF_MAX 96
/* Address of a meeting's minutes, or of the page of them that the item (0: none) stands on, from a page in the body's folder. */
void minutes_href(char href[HREF_MAX], const Body *body, int64_t meeting_id, const char *date,
                  int64_t item_id);
void minutes_part_href(char href[HREF_MAX], int64_t meeting_id, const char *date, int part);

/* "+4.8%", "−3 percentage points", "0%": absolute value as printed by the server, sign -1, 0 or 1. */
void put_figure(Page *page, int64_t sign, const char *size, bool in_points);

/* A sentence in quotation marks with the figure's words stressed, cut around them where it is long. */
void put_quote(Page *page, const char *sentence, const char *matched);

/* A text, cut at a word with an ellipsis where it is longer than `most` bytes. */
void put_short(Page *page, const char *text, size_t most);

/* "in_attendance" as "in attendance". */
void put_words(Page *page, const char *fixed_word);

/* A date that machines can read, too; "undated" where there is none. */
void put_date(Page *page, const char *date, const char *words);

/* ---- parts of a body's page; false where the server refused ---- */

bool section_changes(Report *report, Page *page, Body *body);
bool section_trends(Report *report, Page *page, const Body *body);
bool section_outcomes(Report *report, Page *page, const Body *body);
bool section_restricted(Report *report, Page *page, const Body *body);
bool section_attendance(Report *report, Page *page, const Body *body);

/* Lists of a body: its page shows the first rows of each, pages of their own all where there are more. */
typedef enum ListKind {
    LIST_MEETINGS,
    LIST_CHANGES,
    LIST_DECISIONS,
    LIST_PEOPLE,
    LIST_RESTRICTED,
    LIST_DOUBTS
} ListKind;

/* The first rows of a list as a table, and the way to the rest. */
bool list_first(Report *report, Page *page, const Body *body, ListKind kind);

/* The pages of a list, where the body's page does not show all of it. */
bool list_pages(Report *report, const Body *body, ListKind kind);

/* A body's page; it counts what went up and down. */
bool body_page(Report *report, Body *body);

/* The minutes of every meeting of the body. */
bool minutes_pages(Report *report, const Body *body);

/* The index of bodies. */
bool index_pages(Report *report, const Body *bodies, size_t count);

/* The style sheet, the scripts and their licences. False where one could not be written, which was told. */
bool report_assets(Report *report);

#endif
