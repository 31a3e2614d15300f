/*
 * page_index.c - the index: every body with what its minutes last reported.
 */
#include "report.h"

#include <string.h>

#define BODIES_A_PAGE 400

static void put_count(Page *page, const char *way, const char *arrow, const char *words, int count)
{
    if (count > 0) {
        html(page, "<span class=\"%s\"><span aria-hidden=\"true\">%s</span> %d %s</span> ", way,
             arrow, count, words);
    }
}

static void put_body(Page *page, const Body *body)
{
    html(page, "<li class=\"body\"><h3><a href=\"%s/index.html\">%s</a></h3>\n<p class=\"ups\">",
         body->folder, body->name);
    put_count(page, "up", "\xE2\x96\xB2", "up", body->up);
    put_count(page, "down", "\xE2\x96\xBC", "down", body->down);
    put_count(page, "same", "\xE2\x97\x8F", "unchanged", body->same);
    if (body->up + body->down + body->same == 0) {
        html(page, "no change reported");
    }
    html(page, "</p>\n<p class=\"meta\">%lld meeting%s%s%s</p></li>\n", (long long) body->meetings,
         body->meetings == 1 ? "" : "s", *body->last_held_on == '\0' ? "" : ", the last on ",
         body->last_held_on);
}

static const char *index_name(Report *report, size_t number)
{
    return number == 1 ? "index.html" : arena_printf(report->meeting, "index-%zu.html", number);
}

static void put_bodies(Page *page, const Body *bodies, size_t count)
{
    const char *authority = NULL;
    int heading = 0;

    for (size_t i = 0; i < count; i++) {
        if (authority == NULL || strcmp(authority, bodies[i].authority) != 0) {
            if (authority != NULL) {
                html(page, "</ul>\n</section>\n");
            }
            authority = bodies[i].authority;
            heading++;
            html(page,
                 "<section aria-labelledby=\"authority-%d\">\n<h2 id=\"authority-%d\">%s</h2>\n"
                 "<ul class=\"bodies\">\n",
                 heading, heading, *authority == '\0' ? "Bodies" : authority);
        }
        put_body(page, &bodies[i]);
    }
    html(page, count > 0 ? "</ul>\n</section>\n" : "<p>Nothing is loaded yet.</p>\n");
}

static bool index_page(Report *report, const Body *bodies, size_t count, size_t number)
{
    size_t from = (number - 1) * BODIES_A_PAGE;
    size_t some = count - from < BODIES_A_PAGE ? count - from : BODIES_A_PAGE;
    size_t pages = count == 0 ? 1 : (count + BODIES_A_PAGE - 1) / BODIES_A_PAGE;
    Crumb crumbs[] = {{"All bodies", NULL}, {0}};
    Page page;

    if (!site_page(&report->site, &page, index_name(report, number))) {
        return false;
    }
    page_begin(report, &page, "What the minutes say", crumbs);
    html(&page, "<h1>What the minutes say</h1>\n<p class=\"lead\">What went up, what went down, "
                "since when, and where it says so: choose a body.</p>\n");
    put_bodies(&page, bodies + from, some);
    if (pages > 1) {
        html(&page, "<nav class=\"pages\" aria-label=\"Pages of this index\">");
        if (number > 1) {
            html(&page, "<a rel=\"prev\" href=\"%s\">Before</a> ", index_name(report, number - 1));
        }
        html(&page, "Page %zu of %zu ", number, pages);
        if (number < pages) {
            html(&page, "<a rel=\"next\" href=\"%s\">After</a>", index_name(report, number + 1));
        }
        html(&page, "</nav>\n");
    }
    page_end(report, &page);
    return site_page_end(&report->site, &page);
}

bool index_pages(Report *report, const Body *bodies, size_t count)
{
    size_t number = 1;

    do {
        if (!index_page(report, bodies, count, number)) {
            return false;
        }
    } while (number++ * BODIES_A_PAGE < count);
    return true;
}
