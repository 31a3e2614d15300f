/*
 * section_tables.c - charts over a whole table: outcomes by municipal year, and who came to the last meetings.
 */
#include "report.h"

#include <string.h>

/* Colours of outcomes are given in this order, which is that of how much a decision settles. */
static const char *const outcomes[] = {"agreed",    "approved",    "endorsed",  "confirmed",
                                       "appointed", "recommended", "noted",     "received",
                                       "referred",  "deferred",    "withdrawn", "rejected"};
#define OUTCOMES (sizeof(outcomes) / sizeof(outcomes[0]))
#define YEARS_MOST 14

typedef struct Outcomes {
    const char *years[YEARS_MOST];
    int year_count;
    long long counts[OUTCOMES][YEARS_MOST];
    long long totals[OUTCOMES];
} Outcomes;

static void collect_outcomes(const PGresult *rows, Outcomes *all)
{
    *all = (Outcomes){0};
    for (int row = 0; row < PQntuples(rows); row++) {
        const char *year = db_text(rows, row, 0);

        if (all->year_count == 0 || strcmp(all->years[all->year_count - 1], year) != 0) {
            if (all->year_count == YEARS_MOST) {
                return;
            }
            all->years[all->year_count++] = year;
        }
        for (size_t i = 0; i < OUTCOMES; i++) {
            if (strcmp(db_text(rows, row, 1), outcomes[i]) == 0) {
                all->counts[i][all->year_count - 1] = db_number(rows, row, 2);
                all->totals[i] += db_number(rows, row, 2);
            }
        }
    }
}

static void put_outcome_data(Page *page, const Outcomes *all)
{
    const char *comma = "";

    html(page, "<script type=\"application/json\">{\"kind\":\"outcomes\",\"years\":[");
    for (int year = 0; year < all->year_count; year++) {
        html(page, "%s", year == 0 ? "" : ",");
        html_json(page, all->years[year]);
    }
    html(page, "],\"outcomes\":[");
    for (size_t i = 0; i < OUTCOMES; i++) {
        if (all->totals[i] == 0) {
            continue;
        }
        html(page, "%s{\"name\":", comma);
        html_json(page, outcomes[i]);
        html(page, ",\"counts\":[");
        for (int year = 0; year < all->year_count; year++) {
            html(page, "%s%lld", year == 0 ? "" : ",", all->counts[i][year]);
        }
        html(page, "]}");
        comma = ",";
    }
    html(page, "]}</script>\n");
}

static void put_outcome_table(Page *page, const Outcomes *all)
{
    html(page,
         "<details open><summary>Figures as a table<span class=\"hidden\">: outcomes by "
         "municipal year</span></summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
         "aria-label=\"Outcomes by municipal year\"><table>\n<thead><tr><th scope=\"col\">"
         "Outcome</th>");
    for (int year = 0; year < all->year_count; year++) {
        html(page, "<th scope=\"col\" class=\"number\">%s</th>", all->years[year]);
    }
    html(page, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < OUTCOMES; i++) {
        if (all->totals[i] == 0) {
            continue;
        }
        html(page, "<tr><th scope=\"row\">%s</th>", outcomes[i]);
        for (int year = 0; year < all->year_count; year++) {
            html(page, "<td class=\"number\">%lld</td>", all->counts[i][year]);
        }
        html(page, "</tr>\n");
    }
    html(page, "</tbody>\n</table></div>\n</details>\n");
}

bool section_outcomes(Report *report, Page *page, const Body *body)
{
    char id[24];
    PGresult *rows;
    Outcomes all;

    snprintf(id, sizeof(id), "%lld", (long long) body->id);
    rows = report_rows(report->conn, "outcomes", id);
    if (rows == NULL) {
        return false;
    }
    collect_outcomes(rows, &all);
    if (all.year_count > 0) {
        html(page,
             "<figure class=\"chart one\">\n<figcaption><h3>Outcomes by municipal year</h3>"
             "<p>A municipal year runs from May to April</p></figcaption>\n<div class=\"plot\" "
             "role=\"img\" "
             "aria-label=\"Chart of the number of outcomes by municipal year; the table after "
             "it has the same figures.\" hidden></div>\n");
        put_outcome_data(page, &all);
        put_outcome_table(page, &all);
        html(page, "</figure>\n");
    }
    PQclear(rows);
    return true;
}

bool section_restricted(Report *report, Page *page, const Body *body)
{
    char id[24];
    PGresult *rows;

    snprintf(id, sizeof(id), "%lld", (long long) body->id);
    rows = report_rows(report->conn, "restricted_years", id);
    if (rows == NULL) {
        return false;
    }
    if (body->restricted > 0 && PQntuples(rows) > 0) {
        html(page, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Restricted "
                   "items by municipal year\"><table>\n<caption>By municipal "
                   "year</caption>\n<thead><tr><th scope=\"col\">Year"
                   "</th><th scope=\"col\" class=\"number\">Items</th><th scope=\"col\" "
                   "class=\"number\">Restricted</th><th scope=\"col\" class=\"number\">Share</th>"
                   "</tr></thead>\n<tbody>\n");
        for (int row = 0; row < PQntuples(rows); row++) {
            html(page,
                 "<tr><th scope=\"row\">%s</th><td class=\"number\">%s</td>"
                 "<td class=\"number\">%s</td><td class=\"number\">%s%%</td></tr>\n",
                 db_text(rows, row, 0), db_text(rows, row, 1), db_text(rows, row, 2),
                 db_text(rows, row, 3));
        }
        html(page, "</tbody>\n</table></div>\n");
    }
    PQclear(rows);
    return true;
}

/* The columns of attendance.sql. */
enum { PLACE, NAME, MEETING_ID, DATE, HELD_ON, SHORT_DATE, CAPACITY };

/* By the number that attendance.sql gives a capacity. */
static const char *const capacities[] = {"\xE2\x80\x93", "Present", "Officer", "Attending",
                                         "Apologies"};

static int64_t capacity_of(const PGresult *rows, int row)
{
    int64_t capacity = db_number(rows, row, CAPACITY);

    return capacity < 0 || capacity > 4 ? 0 : capacity;
}

static void put_attendance_data(Page *page, const PGresult *rows, int meetings, int people)
{
    html(page, "<script type=\"application/json\">{\"kind\":\"attendance\",\"meetings\":[");
    for (int m = 0; m < meetings; m++) {
        html(page, "%s", m == 0 ? "" : ",");
        html_json(page, db_text(rows, m, SHORT_DATE));
    }
    html(page, "],\"people\":[");
    for (int p = 0; p < people; p++) {
        html(page, "%s", p == 0 ? "" : ",");
        html_json(page, db_text(rows, p * meetings, NAME));
    }
    html(page, "],\"cells\":[");
    for (int row = 0; row < PQntuples(rows); row++) {
        html(page, "%s%lld", row == 0 ? "" : ",", (long long) capacity_of(rows, row));
    }
    html(page, "]}</script>\n");
}

static void put_attendance_table(Page *page, const Body *body, const PGresult *rows, int meetings,
                                 int people)
{
    html(page, "<details open><summary>Attendance as a table</summary>\n<div class=\"scroll\" "
               "tabindex=\"0\" role=\"group\" aria-label=\"Attendance\"><table>\n<thead><tr>"
               "<th scope=\"col\">Name</th>");
    for (int m = 0; m < meetings; m++) {
        char href[HREF_MAX];

        minutes_href(href, body, db_number(rows, m, MEETING_ID), db_text(rows, m, DATE), 0);
        html(page, "<th scope=\"col\"><a href=\"%s\">%s</a></th>", href,
             *db_text(rows, m, DATE) == '\0' ? "undated" : db_text(rows, m, SHORT_DATE));
    }
    html(page, "</tr></thead>\n<tbody>\n");
    for (int p = 0; p < people; p++) {
        html(page, "<tr><th scope=\"row\">%s</th>", db_text(rows, p * meetings, NAME));
        for (int m = 0; m < meetings; m++) {
            html(page, "<td>%s</td>", capacities[capacity_of(rows, p * meetings + m)]);
        }
        html(page, "</tr>\n");
    }
    html(page, "</tbody>\n</table></div>\n</details>\n");
}

bool section_attendance(Report *report, Page *page, const Body *body)
{
    char id[24];
    PGresult *rows;
    int meetings = 0;
    int people;

    snprintf(id, sizeof(id), "%lld", (long long) body->id);
    rows = report_rows(report->conn, "attendance", id);
    if (rows == NULL) {
        return false;
    }
    /* Each person has a row for each meeting. */
    while (meetings < PQntuples(rows) && db_number(rows, meetings, PLACE) == 1) {
        meetings++;
    }
    people = meetings == 0 ? 0 : PQntuples(rows) / meetings;
    if (people > 0) {
        html(page,
             "<figure class=\"chart one\">\n<figcaption><h3>Who came to the last %d meeting%s"
             "</h3><p>As the minutes record it%s</p></figcaption>\n<div class=\"plot tall\" "
             "role=\"img\" aria-label=\"Heat map of attendance, people by meetings; the table "
             "after it says the same.\" hidden></div>\n",
             meetings, meetings == 1 ? "" : "s",
             body->people > people ? "; the people who came most often" : "");
        put_attendance_data(page, rows, meetings, people);
        put_attendance_table(page, body, rows, meetings, people);
        html(page, "</figure>\n");
    }
    PQclear(rows);
    return true;
}
