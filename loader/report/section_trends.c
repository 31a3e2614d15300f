/*
 * section_trends.c - charts of a body's series, each with its figures as a table and as data for the script that draws.
 */
#include "report.h"

#include <string.h>

/* The columns of trends.sql. */
enum {
    CHART,
    NAME,
    IN_POINTS,
    CHANGE_ID,
    ITEM_ID,
    MEETING_ID,
    DATE,
    HELD_ON,
    SIGN,
    SIZE,
    METRIC,
    REPORTS,
    FIRST_DATE, /* of all charts, which have one axis of time */
    LAST_DATE
};

static void put_point_href(Page *page, const Body *body, const PGresult *rows, int row, bool json)
{
    char href[HREF_MAX + 32]; /* with the change behind it */

    minutes_href(href, body, db_number(rows, row, MEETING_ID), db_text(rows, row, DATE),
                 db_number(rows, row, ITEM_ID));
    snprintf(href + strlen(href), sizeof(href) - strlen(href), "#change-%lld",
             (long long) db_number(rows, row, CHANGE_ID));
    if (json) {
        html_json(page, href);
    } else {
        html(page, "%s", href);
    }
}

static void put_data(Page *page, const Body *body, const PGresult *rows, int from, int to)
{
    html(page, "<script type=\"application/json\">{\"kind\":\"trend\",\"unit\":");
    html_json(page, db_true(rows, from, IN_POINTS) ? " points" : "%");
    html(page, ",\"from\":");
    html_json(page, db_text(rows, from, FIRST_DATE));
    html(page, ",\"to\":");
    html_json(page, db_text(rows, from, LAST_DATE));
    html(page, ",\"points\":[");
    for (int row = from; row < to; row++) {
        html(page, "%s[", row == from ? "" : ",");
        html_json(page, db_text(rows, row, DATE));
        html(page, ",%s%s,", db_number(rows, row, SIGN) < 0 ? "-" : "", db_text(rows, row, SIZE));
        html_json(page, db_text(rows, row, HELD_ON));
        html(page, ",");
        put_point_href(page, body, rows, row, true);
        html(page, "]");
    }
    html(page, "]}</script>\n");
}

static void put_table(Page *page, const Body *body, const PGresult *rows, int from, int to)
{
    html(page, "<details open><summary>Figures as a table<span class=\"hidden\">: ");
    put_short(page, db_text(rows, from, NAME), 140);
    html(page,
         "</span></summary>\n<table>\n<thead><tr><th scope=\"col\">Reported on</th>"
         "<th scope=\"col\">Change</th><th scope=\"col\">Of what</th></tr></thead>\n<tbody>\n");
    for (int row = to - 1; row >= from; row--) {
        html(page, "<tr><th scope=\"row\"><a href=\"");
        put_point_href(page, body, rows, row, false);
        html(page, "\">%s</a></th><td class=\"number\">", db_text(rows, row, HELD_ON));
        put_figure(page, db_number(rows, row, SIGN), db_text(rows, row, SIZE),
                   db_true(rows, row, IN_POINTS));
        html(page, "</td><td>");
        put_short(page, db_text(rows, row, METRIC), 140);
        html(page, "</td></tr>\n");
    }
    html(page, "</tbody>\n</table>\n</details>\n");
}

static void put_chart(Page *page, const Body *body, const PGresult *rows, int from, int to)
{
    int last = to - 1;

    html(page, "<figure class=\"chart\">\n<figcaption><h3>");
    put_short(page, db_text(rows, from, NAME), 140);
    html(page, "</h3><p>%lld reports%s, latest ", (long long) db_number(rows, from, REPORTS),
         db_number(rows, from, REPORTS) > to - from ? ", the last forty here" : "");
    put_figure(page, db_number(rows, last, SIGN), db_text(rows, last, SIZE),
               db_true(rows, last, IN_POINTS));
    html(page,
         " on %s</p></figcaption>\n<div class=\"plot\" role=\"img\" aria-label=\"Chart of the "
         "changes reported of ",
         db_text(rows, last, HELD_ON));
    put_short(page, db_text(rows, from, NAME), 140);
    html(page, ", %s to %s; the table after it has the same figures.\" hidden></div>\n",
         db_text(rows, from, HELD_ON), db_text(rows, last, HELD_ON));
    put_data(page, body, rows, from, to);
    put_table(page, body, rows, from, to);
    html(page, "</figure>\n");
}

bool section_trends(Report *report, Page *page, const Body *body)
{
    char id[24];
    PGresult *rows;
    int from = 0;

    snprintf(id, sizeof(id), "%lld", (long long) body->id);
    rows = report_rows(report->conn, "trends", id);
    if (rows == NULL) {
        return false;
    }
    html(page, "<section id=\"trends\" aria-labelledby=\"trends-title\">\n"
               "<h2 id=\"trends-title\">Trends</h2>\n");
    if (PQntuples(rows) == 0) {
        html(page, "<p>Nothing is reported at two meetings, so there is no trend to show.</p>\n");
    } else {
        html(page, "<p class=\"lead\">Each bar is a change that a meeting was told of, up or down "
                   "against an earlier period. Bars cannot be added up: periods may overlap.</p>\n"
                   "<div class=\"charts\">\n");
    }
    for (int row = 1; row <= PQntuples(rows); row++) {
        if (row == PQntuples(rows) || db_number(rows, row, CHART) != db_number(rows, from, CHART)) {
            put_chart(page, body, rows, from, row);
            from = row;
        }
    }
    html(page, PQntuples(rows) == 0 ? "</section>\n" : "</div>\n</section>\n");
    PQclear(rows);
    return true;
}
