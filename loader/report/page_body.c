/*
 * page_body.c - a body's page: what changed first, then all else that its minutes say in short.
 */
#include "report.h"

#include <string.h>

static void put_contents(Page *page)
{
    html(page, "<nav class=\"contents\" aria-label=\"On this page\"><ul>\n"
               "<li><a href=\"#changes\">Changes</a></li>\n"
               "<li><a href=\"#trends\">Trends</a></li>\n"
               "<li><a href=\"#meetings\">Meetings</a></li>\n"
               "<li><a href=\"#decisions\">Decisions</a></li>\n"
               "<li><a href=\"#attendance\">Attendance</a></li>\n"
               "<li><a href=\"#restricted\">Restricted items</a></li>\n"
               "<li><a href=\"#doubts\">Data doubts</a></li>\n"
               "</ul></nav>\n");
}

static void begin_section(Page *page, const char *id, const char *title)
{
    html(page, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n",
         id, id, id, title);
}

static void put_title(Page *page, const Body *body)
{
    html(page, "<h1>%s</h1>\n<p class=\"lead\">%s%s%lld meeting%s", body->name, body->authority,
         *body->authority == '\0' ? "" : ". ", (long long) body->meetings,
         body->meetings == 1 ? "" : "s");
    if (*body->first_held_on != '\0') {
        html(page, strcmp(body->first_held_on, body->last_held_on) == 0 ? ", %s" : ", %s to ",
             body->first_held_on);
        if (strcmp(body->first_held_on, body->last_held_on) != 0) {
            html(page, "%s", body->last_held_on);
        }
    }
    html(page, ".</p>\n");
}

/* The rest of the page, below the changes; false where the server refused. */
static bool put_sections(Report *report, Page *page, const Body *body)
{
    bool ok = section_trends(report, page, body);

    begin_section(page, "meetings", "Meetings");
    ok = ok && list_first(report, page, body, LIST_MEETINGS);
    html(page, "</section>\n");
    begin_section(page, "decisions", "Decisions");
    ok = ok && section_outcomes(report, page, body) &&
         list_first(report, page, body, LIST_DECISIONS);
    html(page, "</section>\n");
    begin_section(page, "attendance", "Attendance");
    ok =
        ok && section_attendance(report, page, body) && list_first(report, page, body, LIST_PEOPLE);
    html(page, "</section>\n");
    begin_section(page, "restricted", "Restricted items");
    html(page, "<p class=\"lead\">Kept from the public: titles and grounds only.</p>\n");
    ok = ok && section_restricted(report, page, body) &&
         list_first(report, page, body, LIST_RESTRICTED);
    html(page, "</section>\n");
    begin_section(page, "doubts", "Data doubts");
    html(page, "<p class=\"lead\">What should not be taken at its word. Nothing was corrected on "
               "account of it.</p>\n");
    ok = ok && list_first(report, page, body, LIST_DOUBTS);
    html(page, "</section>\n");
    return ok;
}

bool body_page(Report *report, Body *body)
{
    Crumb crumbs[] = {{"All bodies", "index.html"}, {body->name, NULL}, {0}};
    Page page;
    bool ok;

    if (!site_page(&report->site, &page,
                   arena_printf(report->scratch, "%s/index.html", body->folder))) {
        return false;
    }
    page.charts = true;
    page_begin(report, &page, body->name, crumbs);
    put_title(&page, body);
    put_contents(&page);
    ok = section_changes(report, &page, body) && put_sections(report, &page, body);
    page_end(report, &page);
    return site_page_end(&report->site, &page) && ok;
}
