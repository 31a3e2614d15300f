/*
 * page_lists.c - meetings, changes, decisions, people, restricted items and doubts as tables: the first rows on the body's
 * page, all on pages of their own.
 */
#include "report.h"

#define ROWS_A_PAGE 300

typedef struct List {
    const char *query;
    const char *file;  /* its pages are file-1.html, ... */
    const char *title; /* of its pages, and of the way to them */
    const char *head;  /* the cells of its heading */
    const char *none;
    int first_rows; /* shown on the body's page */
    void (*row)(Page *page, const Body *body, const Feed *feed);
} List;

static void put_item_link(Page *page, const Body *body, const Feed *feed, int column_of_item)
{
    char href[HREF_MAX];
    int64_t item_id = feed_number(feed, column_of_item);

    minutes_href(href, body, feed_number(feed, 0), feed_text(feed, 1), item_id);
    if (item_id == 0) {
        html(page, "<a href=\"%s\">", href);
    } else {
        html(page, "<a href=\"%s#item-%lld\">", href, (long long) item_id);
    }
}

/* The date, which leads to the item. */
static void put_item_date(Page *page, const Body *body, const Feed *feed, int column_of_item)
{
    html(page, "<th scope=\"row\" class=\"date\">");
    put_item_link(page, body, feed, column_of_item);
    put_date(page, feed_text(feed, 1), feed_text(feed, 2));
    html(page, "</a></th>");
}

static void put_meeting(Page *page, const Body *body, const Feed *feed)
{
    char href[HREF_MAX];

    minutes_href(href, body, feed_number(feed, 0), feed_text(feed, 1), 0);
    html(page, "<th scope=\"row\" class=\"date\"><a href=\"%s\">", href);
    put_date(page, feed_text(feed, 1), feed_text(feed, 2));
    html(page, "</a></th><td>");
    put_short(page, feed_text(feed, 3), 160);
    html(page, "%s%s</td>", feed_true(feed, 5) ? "" : " (not held)",
         *feed_text(feed, 4) == 'd' ? " (draft)" : "");
    html(
        page,
        "<td class=\"number\">%lld</td><td class=\"number\">%lld</td><td class=\"number\">%lld</td>"
        "<td class=\"number\">%lld</td>",
        (long long) feed_number(feed, 6), (long long) feed_number(feed, 8),
        (long long) feed_number(feed, 9), (long long) feed_number(feed, 7));
}

static void put_change(Page *page, const Body *body, const Feed *feed)
{
    char href[HREF_MAX];
    int64_t sign = feed_number(feed, 7);

    minutes_href(href, body, feed_number(feed, 0), feed_text(feed, 1), feed_number(feed, 3));
    html(page, "<th scope=\"row\" class=\"date\"><a href=\"%s#change-%lld\">", href,
         (long long) feed_number(feed, 5));
    put_date(page, feed_text(feed, 1), feed_text(feed, 2));
    html(page, "%s%s</a></th><td class=\"number %s\">",
         *feed_text(feed, 4) == '\0' ? "" : ", item ", feed_text(feed, 4),
         sign < 0   ? "down"
         : sign > 0 ? "up"
                    : "same");
    put_figure(page, sign, feed_text(feed, 8), feed_true(feed, 9));
    html(page, "</td><td>");
    put_short(page, feed_text(feed, 6), 160);
    html(page, "</td><td class=\"says\">");
    put_quote(page, feed_text(feed, 12), feed_text(feed, 13));
    html(page, "</td>");
}

static void put_decision(Page *page, const Body *body, const Feed *feed)
{
    put_item_date(page, body, feed, 3);
    html(page, "<td>%s</td><td>%s ", feed_text(feed, 6), feed_text(feed, 4));
    put_short(page, feed_text(feed, 5), 160);
    html(page, "</td><td class=\"says\">");
    put_short(page, feed_text(feed, 7), 320);
    html(page, "</td>");
}

static void put_person(Page *page, const Body *body, const Feed *feed)
{
    (void) body;
    html(page, "<th scope=\"row\">");
    put_short(page, feed_text(feed, 0), 120);
    html(page, "</th><td>");
    put_short(page, feed_text(feed, 2), 120);
    html(page, "%s", *feed_text(feed, 2) != '\0' && *feed_text(feed, 1) != '\0' ? ", " : "");
    put_short(page, feed_text(feed, 1), 120);
    html(page,
         "</td><td class=\"number\">%lld</td><td class=\"number\">%lld</td><td>%s</td><td>%s</td>",
         (long long) feed_number(feed, 3), (long long) feed_number(feed, 4), feed_text(feed, 5),
         feed_text(feed, 6));
}

static void put_restricted(Page *page, const Body *body, const Feed *feed)
{
    put_item_date(page, body, feed, 3);
    html(page, "<td>%s ", feed_text(feed, 4));
    put_short(page, feed_text(feed, 5), 300);
    html(page, "</td><td>");
    put_words(page, feed_text(feed, 6));
    html(page, "</td><td>%s</td>", feed_text(feed, 7));
}

static void put_doubt(Page *page, const Body *body, const Feed *feed)
{
    put_item_date(page, body, feed, 3);
    html(page, "<td>%s</td><td>", feed_text(feed, 4));
    put_words(page, feed_text(feed, 5));
    html(page, "</td><td class=\"says\">");
    if (feed_null(feed, 6)) {
        html(page, "not told: it concerns what is restricted");
    } else {
        put_short(page, feed_text(feed, 6), 320);
    }
    html(page, "</td>");
}

static const List lists[] = {
    [LIST_MEETINGS] = {"list_meetings", "meetings", "All meetings",
                       "<th scope=\"col\">Date</th><th scope=\"col\">Where</th>"
                       "<th scope=\"col\" class=\"number\">Items</th>"
                       "<th scope=\"col\" class=\"number\">Changes reported</th>"
                       "<th scope=\"col\" class=\"number\">Decisions</th>"
                       "<th scope=\"col\" class=\"number\">Restricted items</th>",
                       "There is no meeting.", 12, put_meeting},
    [LIST_CHANGES] =
        {"list_changes", "changes", "All reported changes",
         "<th scope=\"col\">Reported on</th><th scope=\"col\" class=\"number\">Change</th>"
         "<th scope=\"col\">Of what</th><th scope=\"col\">In the words of the minutes</th>",
         "These minutes report no percentage change.", 0, put_change},
    [LIST_DECISIONS] =
        {"list_decisions", "decisions", "All decisions",
         "<th scope=\"col\">Date</th><th scope=\"col\">Outcome</th>"
         "<th scope=\"col\">Item</th><th scope=\"col\">In the words of the minutes</th>",
         "These minutes record no decision.", 12, put_decision},
    [LIST_PEOPLE] = {"list_people", "people", "All people",
                     "<th scope=\"col\">Name</th><th scope=\"col\">Role and organisation</th>"
                     "<th scope=\"col\" class=\"number\">Came</th>"
                     "<th scope=\"col\" class=\"number\">Apologies</th><th scope=\"col\">First</th>"
                     "<th scope=\"col\">Last</th>",
                     "These minutes name nobody.", 0, put_person},
    [LIST_RESTRICTED] = {"list_restricted", "restricted", "All restricted items",
                         "<th scope=\"col\">Date</th><th scope=\"col\">Item</th>"
                         "<th scope=\"col\">Grounds</th><th scope=\"col\">Paragraphs cited</th>",
                         "No item of these minutes is restricted.", 20, put_restricted},
    [LIST_DOUBTS] =
        {"list_doubts", "doubts", "All doubts",
         "<th scope=\"col\">Date</th><th scope=\"col\">Item</th><th scope=\"col\">Check</th>"
         "<th scope=\"col\">What is doubtful</th>",
         "There is no doubt about these minutes.", 20, put_doubt},
};

static int64_t total_of(const Body *body, ListKind kind)
{
    const int64_t totals[] = {body->meetings, body->changes,    body->decisions,
                              body->people,   body->restricted, body->doubts};

    return totals[kind];
}

static void begin_table(Page *page, const List *list)
{
    html(page,
         "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"%s\">"
         "<table class=\"list\">\n<thead><tr>",
         list->title);
    fputs(list->head, page->file);
    html(page, "</tr></thead>\n<tbody>\n");
}

static void put_row(Page *page, const Body *body, const List *list, const Feed *feed)
{
    html(page, "<tr>");
    list->row(page, body, feed);
    html(page, "</tr>\n");
}

bool list_first(Report *report, Page *page, const Body *body, ListKind kind)
{
    const List *list = &lists[kind];
    int64_t total = total_of(body, kind);
    Feed feed;
    bool ok;

    if (total == 0) {
        html(page, "<p>%s</p>\n", list->none);
        return true;
    }
    if (list->first_rows > 0) {
        if (!feed_open(&feed, report->conn, list->query, body->id)) {
            return false;
        }
        begin_table(page, list);
        for (int row = 0; row < list->first_rows && feed_next(&feed); row++) {
            put_row(page, body, list, &feed);
        }
        html(page, "</tbody>\n</table></div>\n");
        ok = !feed.failed;
        feed_close(&feed);
        if (!ok) {
            return false;
        }
    }
    if (total > list->first_rows) {
        html(page, "<p class=\"more\"><a href=\"%s-1.html\">%s (%lld)</a></p>\n", list->file,
             list->title, (long long) total);
    }
    return true;
}

/* The ways to the other pages of the list. */
static void put_pages(Page *page, const List *list, int64_t number, int64_t count)
{
    if (count == 1) {
        return;
    }
    html(page, "<nav class=\"pages\" aria-label=\"Pages of this list\">");
    if (number > 1) {
        html(page, "<a href=\"%s-%lld.html\" rel=\"prev\">Newer</a> ", list->file,
             (long long) (number - 1));
    }
    html(page, "Page %lld of %lld", (long long) number, (long long) count);
    if (number < count) {
        html(page, " <a href=\"%s-%lld.html\" rel=\"next\">Older</a>", list->file,
             (long long) (number + 1));
    }
    html(page, "</nav>\n");
}

static bool one_page(Report *report, const Body *body, const List *list, Feed *feed, int64_t number,
                     int64_t count)
{
    const char *home = arena_printf(report->meeting, "%s/index.html", body->folder);
    Crumb crumbs[] = {{"All bodies", "index.html"}, {body->name, home}, {list->title, NULL}, {0}};
    Page page;

    if (!site_page(&report->site, &page,
                   arena_printf(report->meeting, "%s/%s-%lld.html", body->folder, list->file,
                                (long long) number))) {
        return false;
    }
    page_begin(report, &page,
               arena_printf(report->meeting, "%s \xE2\x80\x93 %s", list->title, body->name),
               crumbs);
    html(&page, "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n", list->title, body->name);
    put_pages(&page, list, number, count);
    begin_table(&page, list);
    for (int row = 0; row < ROWS_A_PAGE && feed_next(feed); row++) {
        put_row(&page, body, list, feed);
    }
    html(&page, "</tbody>\n</table></div>\n");
    put_pages(&page, list, number, count);
    page_end(report, &page);
    return site_page_end(&report->site, &page) && !feed->failed;
}

bool list_pages(Report *report, const Body *body, ListKind kind)
{
    const List *list = &lists[kind];
    int64_t count = (total_of(body, kind) + ROWS_A_PAGE - 1) / ROWS_A_PAGE;
    bool ok = true;
    Feed feed;

    if (total_of(body, kind) <= list->first_rows) {
        return true;
    }
    if (!feed_open(&feed, report->conn, list->query, body->id)) {
        return false;
    }
    for (int64_t number = 1; ok && number <= count; number++) {
        arena_reset(report->meeting);
        ok = one_page(report, body, list, &feed, number, count);
    }
    feed_close(&feed);
    return ok;
}
