/*
 * page_minutes.c - the minutes of a meeting: who came, and the items with their words, decisions, papers and doubts.
 *
 * The meetings and what belongs to them come as feeds in one order and are put together here.
 */
#include "report.h"

#include <string.h>

#include "minute_text.h"

/* The columns of meetings.sql. */
enum {
    MEETING_ID,
    DATE,
    DAY,
    START_TIME,
    VENUE,
    CONTACT,
    STATUS,
    WAS_HELD,
    ITEM_COUNT,
    RESTRICTED_COUNT,
    URI,
    BEFORE_ID,
    BEFORE_DATE,
    BEFORE_ON,
    AFTER_ID,
    AFTER_DATE,
    AFTER_ON,
    HELD_ON
};

typedef enum FeedKind {
    FEED_MEETINGS,
    FEED_PEOPLE,
    FEED_ITEMS,
    FEED_CHANGES,
    FEED_DECISIONS,
    FEED_ATTACHMENTS,
    FEED_DOUBTS,
    FEEDS
} FeedKind;

static const char *const feed_names[FEEDS] = {"meetings",     "people",         "items",
                                              "item_changes", "item_decisions", "item_attachments",
                                              "item_doubts"};

/* A row of what belongs to an item, kept while the meeting is written. */
typedef struct Part {
    int64_t item_id; /* 0: the meeting's */
    int64_t number[3];
    const char *text[4];
} Part;

typedef struct Parts {
    Part *rows;
    size_t count;
    size_t size;
} Parts;

typedef struct MeetingFeeds {
    Feed feeds[FEEDS];
    bool there[FEEDS]; /* the feed stands on a row */
    Parts parts[FEEDS];
} MeetingFeeds;

/* Takes the rows of this meeting out of a feed: the item in column 1, then numbers, then texts. */
static void collect(MeetingFeeds *m, Arena *arena, FeedKind kind, int64_t meeting_id, int numbers,
                    int texts)
{
    Feed *feed = &m->feeds[kind];
    Parts *parts = &m->parts[kind];

    *parts = (Parts){0};
    while (m->there[kind] && feed_number(feed, 0) < meeting_id) {
        m->there[kind] = feed_next(feed);
    }
    while (m->there[kind] && feed_number(feed, 0) == meeting_id) {
        Part *part;

        if (parts->count == parts->size) {
            size_t size = parts->size == 0 ? 16 : 2 * parts->size;

            parts->rows = parts->size == 0
                              ? arena_alloc(arena, size * sizeof(Part))
                              : arena_resize(arena, parts->rows, parts->size * sizeof(Part),
                                             size * sizeof(Part));
            parts->size = size;
        }
        part = &parts->rows[parts->count++];
        part->item_id = feed_number(feed, 1);
        for (int i = 0; i < numbers; i++) {
            part->number[i] = feed_number(feed, 2 + i);
        }
        for (int i = 0; i < texts; i++) {
            part->text[i] = feed_null(feed, 2 + numbers + i)
                                ? NULL
                                : arena_string(arena, feed_text(feed, 2 + numbers + i));
        }
        m->there[kind] = feed_next(feed);
    }
}

/* The item's rows: where they begin, and how many. */
static const Part *parts_of(const Parts *parts, int64_t item_id, size_t *count)
{
    size_t low = 0;
    size_t high = parts->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (parts->rows[middle].item_id < item_id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (*count = 0; low + *count < parts->count && parts->rows[low + *count].item_id == item_id;) {
        ++*count;
    }
    return parts->rows + low;
}

static bool starts_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* A link where the address is one that a browser may follow; else the words alone. */
static void put_address(Page *page, const char *address, const char *words)
{
    if (starts_with(address, "https://") || starts_with(address, "http://") ||
        starts_with(address, "file:///")) {
        html(page, "<a href=\"%s\" rel=\"noreferrer\">%s</a>", address, words);
    } else {
        html(page, "%s", words);
    }
}

/* The last part of an address's path, as words for a link. */
static const char *file_name(const char *uri)
{
    const char *slash = strrchr(uri, '/');

    return starts_with(uri, "file:") && slash != NULL && slash[1] != '\0' ? slash + 1 : uri;
}

static void put_way(Page *page, const Feed *feed, int id, int date, int held_on, const char *rel,
                    const char *words)
{
    char href[HREF_MAX];

    if (feed_null(feed, id)) {
        return;
    }
    minutes_part_href(href, feed_number(feed, id), feed_text(feed, date), 1);
    html(page, "<a rel=\"%s\" href=\"../%s\">%s: %s</a> ", rel, href, words,
         feed_null(feed, held_on) ? "undated" : feed_text(feed, held_on));
}

static void put_fact(Page *page, const char *name, const char *value)
{
    if (*value != '\0') {
        html(page, "<div><dt>%s</dt><dd>%s</dd></div>\n", name, value);
    }
}

static void put_header(Page *page, const Body *body, const Feed *feed)
{
    html(page, "<h1><span class=\"over\">%s</span> ", body->name);
    html(page, "%s</h1>\n", feed_null(feed, DAY) ? "Undated minutes" : feed_text(feed, DAY));
    if (!feed_true(feed, WAS_HELD)) {
        html(page, "<p class=\"note\">This meeting was not held: it was cancelled, or abandoned "
                   "for want of a quorum.</p>\n");
    }
    html(page, "<dl class=\"facts\">\n");
    put_fact(page, "Began", feed_text(feed, START_TIME));
    put_fact(page, "Where", feed_text(feed, VENUE));
    put_fact(page, "Contact", feed_text(feed, CONTACT));
    put_fact(page, "Status", *feed_text(feed, STATUS) == 'd' ? "draft minutes" : "final minutes");
    if (!feed_null(feed, URI)) {
        html(page, "<div><dt>Source</dt><dd>");
        put_address(page, feed_text(feed, URI), file_name(feed_text(feed, URI)));
        html(page, "</dd></div>\n");
    }
    html(page, "</dl>\n<nav class=\"pages\" aria-label=\"Meetings before and after\">");
    put_way(page, feed, BEFORE_ID, BEFORE_DATE, BEFORE_ON, "prev", "Before");
    put_way(page, feed, AFTER_ID, AFTER_DATE, AFTER_ON, "next", "After");
    html(page, "</nav>\n");
}

/* The columns of people.sql, behind the meeting's. */
enum { CAPACITY = 1, NAME, HONORIFIC, POST_NOMINALS, ROLE, ORGANISATION, SUBSTITUTE_FOR };

static void put_person(Page *page, const Feed *feed)
{
    html(page, "<li>%s%s%s", feed_text(feed, HONORIFIC), feed_null(feed, HONORIFIC) ? "" : " ",
         feed_text(feed, NAME));
    html(page, "%s%s", feed_null(feed, POST_NOMINALS) ? "" : " ", feed_text(feed, POST_NOMINALS));
    html(page, "%s%s", feed_null(feed, ROLE) ? "" : ", ", feed_text(feed, ROLE));
    html(page, "%s%s", feed_null(feed, ORGANISATION) ? "" : ", ", feed_text(feed, ORGANISATION));
    if (!feed_null(feed, SUBSTITUTE_FOR)) {
        html(page, " (for %s)", feed_text(feed, SUBSTITUTE_FOR));
    }
    html(page, "</li>\n");
}

static void put_people(Page *page, MeetingFeeds *m, int64_t meeting_id)
{
    static const char *const capacities[][2] = {{"present", "Present"},
                                                {"apologies", "Apologies"},
                                                {"officer", "Officers"},
                                                {"in_attendance", "In attendance"}};
    Feed *feed = &m->feeds[FEED_PEOPLE];
    bool any = false;

    while (m->there[FEED_PEOPLE] && feed_number(feed, 0) < meeting_id) {
        m->there[FEED_PEOPLE] = feed_next(feed);
    }
    for (size_t i = 0; i < 4; i++) {
        bool open = false;

        while (m->there[FEED_PEOPLE] && feed_number(feed, 0) == meeting_id &&
               strcmp(feed_text(feed, CAPACITY), capacities[i][0]) == 0) {
            if (!any) {
                html(page, "<section class=\"people\" aria-labelledby=\"people-title\">\n"
                           "<h2 id=\"people-title\">People</h2>\n<div class=\"columns\">\n");
                any = true;
            }
            if (!open) {
                html(page, "<div><h3>%s</h3>\n<ul>\n", capacities[i][1]);
                open = true;
            }
            put_person(page, feed);
            m->there[FEED_PEOPLE] = feed_next(feed);
        }
        if (open) {
            html(page, "</ul></div>\n");
        }
    }
    if (any) {
        html(page, "</div>\n</section>\n");
    }
}

/* The columns of items.sql. */
enum {
    ITEM_ID = 1,
    ITEM_CODE,
    ITEM_TITLE,
    ITEM_SECTION,
    ITEM_RESTRICTED,
    ITEM_GROUNDS,
    ITEM_TRUNCATED,
    ITEM_TEXT,
    ITEM_PART
};

static void put_item_text(Report *report, Page *page, const MeetingFeeds *m, const Feed *feed)
{
    const char *text = feed_text(feed, ITEM_TEXT);
    size_t len = strlen(text);
    size_t count;
    const Part *parts = parts_of(&m->parts[FEED_CHANGES], feed_number(feed, ITEM_ID), &count);
    TextChange *changes = arena_alloc(report->meeting, (count + 1) * sizeof(*changes));
    TextPlace place = {1, 0};

    for (size_t i = 0; i < count; i++) {
        changes[i] = text_change_at(&place, text, len, parts[i].number[0], parts[i].number[1],
                                    parts[i].number[2], parts[i].text[0]);
    }
    html(page, "<div class=\"words\">\n");
    put_minute_text(page, report->meeting, text, len, changes, count);
    html(page, "</div>\n");
}

static void put_item_parts(Page *page, const MeetingFeeds *m, int64_t item_id)
{
    size_t count;
    const Part *parts = parts_of(&m->parts[FEED_DECISIONS], item_id, &count);

    if (count > 0) {
        html(page, "<p class=\"outcomes\"><span class=\"label\">Decided</span>");
        for (size_t i = 0; i < count; i++) {
            html(page, " <span class=\"outcome\">%s</span>", parts[i].text[0]);
        }
        html(page, "</p>\n");
    }
    parts = parts_of(&m->parts[FEED_ATTACHMENTS], item_id, &count);
    if (count > 0) {
        html(page, "<p class=\"papers\"><span class=\"label\">Papers</span>");
        for (size_t i = 0; i < count; i++) {
            html(page, "%s ", i == 0 ? "" : ";");
            put_address(page, parts[i].text[3] == NULL ? "" : parts[i].text[3],
                        parts[i].text[0] == NULL ? "untitled" : parts[i].text[0]);
            html(page, "%s%s%s%s", parts[i].text[1] == NULL ? "" : ", ", parts[i].text[1],
                 parts[i].text[2] == NULL ? "" : ", ", parts[i].text[2]);
        }
        html(page, "</p>\n");
    }
}

static void put_doubts(Page *page, const MeetingFeeds *m, int64_t item_id)
{
    size_t count;
    const Part *parts = parts_of(&m->parts[FEED_DOUBTS], item_id, &count);

    if (count == 0) {
        return;
    }
    html(page, "<div class=\"doubts\"><p class=\"label\">Doubtful</p>\n<ul>\n");
    for (size_t i = 0; i < count; i++) {
        html(page, "<li>%s</li>\n",
             parts[i].text[1] == NULL ? "It concerns what is restricted, and is not told here."
                                      : parts[i].text[1]);
    }
    html(page, "</ul></div>\n");
}

static void put_item(Report *report, Page *page, const MeetingFeeds *m, const Feed *feed)
{
    int64_t item_id = feed_number(feed, ITEM_ID);
    const char *title = feed_text(feed, ITEM_TITLE);

    html(page,
         "<article class=\"item\" id=\"item-%lld\" aria-labelledby=\"title-%lld\">\n"
         "<h3 id=\"title-%lld\">",
         (long long) item_id, (long long) item_id, (long long) item_id);
    if (!feed_null(feed, ITEM_CODE)) {
        html(page, "<span class=\"code\">%s</span> ", feed_text(feed, ITEM_CODE));
    }
    html(page, "%s</h3>\n", *title == '\0' ? "Untitled item" : title);
    if (feed_true(feed, ITEM_RESTRICTED)) {
        html(page, "<p class=\"restricted\">Restricted: ");
        put_words(page, feed_null(feed, ITEM_GROUNDS) ? "unstated" : feed_text(feed, ITEM_GROUNDS));
        html(page, ". What was minuted is not open.</p>\n");
    } else {
        put_item_text(report, page, m, feed);
        if (feed_true(feed, ITEM_TRUNCATED)) {
            html(page, "<p class=\"note\">The source cut this text short.</p>\n");
        }
    }
    put_item_parts(page, m, item_id);
    put_doubts(page, m, item_id);
    html(page, "</article>\n");
}

/* The items of a part of the minutes; the next part, 0 for none. */
static int put_items(Report *report, Page *page, MeetingFeeds *m, int64_t meeting_id, int part)
{
    Feed *feed = &m->feeds[FEED_ITEMS];
    char section[512] = "";

    html(page, "<section aria-labelledby=\"items-title\">\n<h2 id=\"items-title\">Minutes%s</h2>\n",
         part > 1 ? ", continued" : "");
    while (m->there[FEED_ITEMS] && feed_number(feed, 0) == meeting_id &&
           feed_number(feed, ITEM_PART) == part) {
        if (*feed_text(feed, ITEM_SECTION) != '\0' &&
            strncmp(section, feed_text(feed, ITEM_SECTION), sizeof(section) - 1) != 0) {
            snprintf(section, sizeof(section), "%s", feed_text(feed, ITEM_SECTION));
            html(page, "<p class=\"heading\">%s</p>\n", feed_text(feed, ITEM_SECTION));
        }
        put_item(report, page, m, feed);
        m->there[FEED_ITEMS] = feed_next(feed);
    }
    html(page, "</section>\n");
    return m->there[FEED_ITEMS] && feed_number(feed, 0) == meeting_id
               ? (int) feed_number(feed, ITEM_PART)
               : 0;
}

static void put_parts(Page *page, const Feed *feed, int before, int next)
{
    char href[HREF_MAX];

    if (before == 0 && next == 0) {
        return;
    }
    html(page, "<nav class=\"pages\" aria-label=\"Pages of these minutes\">");
    if (before > 0) {
        minutes_part_href(href, feed_number(feed, MEETING_ID), feed_text(feed, DATE), before);
        html(page, "<a href=\"../%s\" rel=\"prev\">Earlier items</a> ", href);
    }
    if (next > 0) {
        minutes_part_href(href, feed_number(feed, MEETING_ID), feed_text(feed, DATE), next);
        html(page, "<a href=\"../%s\" rel=\"next\">Later items</a>", href);
    }
    html(page, "</nav>\n");
}

/* One page of a meeting's minutes; before and next are the parts beside it, 0 for none. */
static bool meeting_page(Report *report, const Body *body, MeetingFeeds *m, int before, int part,
                         int *next)
{
    const Feed *feed = &m->feeds[FEED_MEETINGS];
    int64_t meeting_id = feed_number(feed, MEETING_ID);
    const char *home = arena_printf(report->meeting, "%s/index.html", body->folder);
    const char *name = feed_null(feed, HELD_ON) ? "Undated minutes" : feed_text(feed, HELD_ON);
    Crumb crumbs[] = {{"All bodies", "index.html"}, {body->name, home}, {name, NULL}, {0}};
    char href[HREF_MAX];
    Page page;

    minutes_part_href(href, meeting_id, feed_text(feed, DATE), part);
    if (!site_page(&report->site, &page,
                   arena_printf(report->meeting, "%s/%s", body->folder, href))) {
        return false;
    }
    page_begin(report, &page, arena_printf(report->meeting, "%s, %s", body->name, name), crumbs);
    put_header(&page, body, feed);
    if (part == 1) {
        put_doubts(&page, m, 0);
        put_people(&page, m, meeting_id);
    }
    *next = put_items(report, &page, m, meeting_id, part);
    put_parts(&page, feed, before, *next);
    page_end(report, &page);
    return site_page_end(&report->site, &page);
}

static bool one_meeting(Report *report, const Body *body, MeetingFeeds *m)
{
    int64_t meeting_id = feed_number(&m->feeds[FEED_MEETINGS], MEETING_ID);
    int before = 0;
    int next = 0;

    arena_reset(report->meeting);
    collect(m, report->meeting, FEED_CHANGES, meeting_id, 3, 1);
    collect(m, report->meeting, FEED_DECISIONS, meeting_id, 1, 1);
    collect(m, report->meeting, FEED_ATTACHMENTS, meeting_id, 0, 4);
    collect(m, report->meeting, FEED_DOUBTS, meeting_id, 0, 2);
    for (int part = 1; part > 0; before = part, part = next) {
        if (interrupted() || !meeting_page(report, body, m, before, part, &next)) {
            return false;
        }
    }
    report->meeting_count++;
    return true;
}

bool minutes_pages(Report *report, const Body *body)
{
    MeetingFeeds m = {0};
    bool ok = true;

    for (FeedKind kind = 0; ok && kind < FEEDS; kind++) {
        ok = feed_open(&m.feeds[kind], report->conn, feed_names[kind], body->id);
        m.there[kind] = ok && kind != FEED_MEETINGS && feed_next(&m.feeds[kind]);
    }
    while (ok && feed_next(&m.feeds[FEED_MEETINGS])) {
        ok = one_meeting(report, body, &m);
    }
    for (FeedKind kind = 0; kind < FEEDS; kind++) {
        ok = ok && !m.feeds[kind].failed;
        feed_close(&m.feeds[kind]);
    }
    return ok;
}
