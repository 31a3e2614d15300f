/*
 * section_changes.c - the first screen of a body: what went up, what went down, since when, and where it says so.
 */
#include "report.h"

#include <string.h>

/* The columns of latest.sql. */
enum {
    CHANGE_ID,
    ITEM_ID,
    MEETING_ID,
    DATE,
    HELD_ON,
    CODE,
    METRIC,
    CATEGORY,
    SIGN,
    SIZE,
    IN_POINTS,
    BASIS,
    QUALIFIER,
    LOW,
    HIGH,
    FROM_LEVEL,
    TO_LEVEL,
    BASELINE,
    PERIOD_START,
    PERIOD_END,
    MATCHED,
    SENTENCE,
    PLACE,
    RUN,
    REPORTS,
    RUN_SINCE,
    BEFORE_ON,
    BEFORE_SIGN,
    BEFORE_SIZE,
    IS_OLD,
    SERIES_SIGN
};

/* Which series a list has. */
typedef struct Group {
    int64_t sign;
    bool categories;
    bool old;
} Group;

static bool in_group(const PGresult *rows, int row, const Group *group)
{
    return db_number(rows, row, SERIES_SIGN) == group->sign &&
           (*db_text(rows, row, CATEGORY) != '\0') == group->categories &&
           db_true(rows, row, IS_OLD) == group->old;
}

static int count_series(const PGresult *rows, const Group *group)
{
    int count = 0;

    for (int row = 0; row < PQntuples(rows); row++) {
        count += db_number(rows, row, PLACE) == 1 && in_group(rows, row, group);
    }
    return count;
}

static const char *direction(int64_t sign)
{
    return sign < 0 ? "down" : sign > 0 ? "up" : "unchanged";
}

/* "up 2.1%" */
static void put_move(Page *page, int64_t sign, const char *size, bool in_points)
{
    if (sign == 0) {
        html(page, "unchanged");
    } else {
        html(page, "%s %s%s", direction(sign), size, in_points ? " points" : "%");
    }
}

/* Since when it goes this way: the run of reports, and what was reported before it. */
static void put_run(Page *page, const PGresult *rows, int row)
{
    int64_t sign = db_number(rows, row, SIGN);
    int64_t run = db_number(rows, row, RUN);
    bool in_points = db_true(rows, row, IN_POINTS);
    const char *since = db_text(rows, row, RUN_SINCE);

    if (db_number(rows, row, REPORTS) == 1) {
        /* Then all that is known is what the sentence itself says. */
        if (*db_text(rows, row, BASELINE) == '\0') {
            html(page, "not said; reported this once");
        } else {
            html(page, "\xE2\x80\x9C");
            put_short(page, db_text(rows, row, BASELINE), 120);
            html(page, "\xE2\x80\x9D; reported this once");
        }
    } else if (run == 1) {
        html(page, "%s", *since == '\0' ? "an undated meeting" : since);
    } else {
        html(page, "%s: %s in %lld reports in a row", *since == '\0' ? "an undated meeting" : since,
             direction(sign), (long long) run);
    }
    if (!PQgetisnull(rows, row, BEFORE_SIZE)) {
        html(page, "; before that ");
        put_move(page, db_number(rows, row, BEFORE_SIGN), db_text(rows, row, BEFORE_SIZE),
                 in_points);
        if (!PQgetisnull(rows, row, BEFORE_ON)) {
            html(page, " (%s)", db_text(rows, row, BEFORE_ON));
        }
    }
}

/* What the figure is compared with, as far as the sentence says so. */
static void put_comparison(Page *page, const PGresult *rows, int row)
{
    bool told = db_number(rows, row, REPORTS) == 1; /* by put_run */
    const char *baseline = told ? "" : db_text(rows, row, BASELINE);
    const char *start = db_text(rows, row, PERIOD_START);
    const char *end = db_text(rows, row, PERIOD_END);

    if (*baseline == '\0' && *start == '\0') {
        return;
    }
    html(page, "<div><dt>Compared</dt><dd>");
    if (*baseline != '\0') {
        html(page, "\xE2\x80\x9C");
        put_short(page, baseline, 120);
        html(page, "\xE2\x80\x9D");
    }
    if (*start != '\0') {
        html(page, "%sfigures for %s%s%s", *baseline == '\0' ? "" : "; ", start,
             *end == '\0' ? " onwards" : " to ", end);
    }
    html(page, "</dd></div>\n");
}

/* How a figure came about that does not stand in the minutes as it is. */
static void put_basis(Page *page, const PGresult *rows, int row)
{
    const char *basis = db_text(rows, row, BASIS);
    const char *qualifier = db_text(rows, row, QUALIFIER);
    const char *unit = "%";

    if (strcmp(basis, "from_levels") == 0 && !PQgetisnull(rows, row, FROM_LEVEL) &&
        !PQgetisnull(rows, row, TO_LEVEL)) {
        html(page, "<p class=\"basis\">worked out from %s%s to %s%s</p>\n",
             db_text(rows, row, FROM_LEVEL), unit, db_text(rows, row, TO_LEVEL), unit);
    } else if (strcmp(basis, "ratio_words") == 0) {
        html(page, "<p class=\"basis\">from words, not a printed figure</p>\n");
    } else if (strcmp(basis, "midpoint") == 0 && !PQgetisnull(rows, row, LOW)) {
        html(page, "<p class=\"basis\">the middle of %s%s to %s%s</p>\n", db_text(rows, row, LOW),
             unit, db_text(rows, row, HIGH), unit);
    } else if (*qualifier != '\0') {
        html(page, "<p class=\"basis\">said to be \xE2\x80\x9C");
        put_words(page, qualifier);
        html(page, "\xE2\x80\x9D this</p>\n");
    }
}

static void put_link(Page *page, const Body *body, const PGresult *rows, int row)
{
    char href[HREF_MAX];
    const char *code = db_text(rows, row, CODE);

    minutes_href(href, body, db_number(rows, row, MEETING_ID), db_text(rows, row, DATE),
                 db_number(rows, row, ITEM_ID));
    html(page, "<a href=\"%s#change-%lld\">%s%s%s", href,
         (long long) db_number(rows, row, CHANGE_ID),
         *db_text(rows, row, HELD_ON) == '\0' ? "undated minutes" : db_text(rows, row, HELD_ON),
         *code == '\0' ? "" : ", item ", code);
}

static void put_name(Page *page, const PGresult *rows, int row)
{
    const char *category = db_text(rows, row, CATEGORY);

    if (*category != '\0') {
        html(page, "%s", category);
    } else {
        put_short(page, db_text(rows, row, METRIC), 140);
    }
}

/* One series: its latest figure, then others of the same minutes. */
static void put_series(Page *page, const Body *body, const PGresult *rows, int row)
{
    int64_t sign = db_number(rows, row, SIGN);
    const char *way = sign < 0 ? "down" : sign > 0 ? "up" : "same";

    html(page, "<li class=\"change %s\">\n<p class=\"size\">", way);
    put_figure(page, sign, db_text(rows, row, SIZE), db_true(rows, row, IN_POINTS));
    html(page, "</p>\n<div>\n<h4>");
    put_name(page, rows, row);
    html(page, "</h4>\n");
    put_basis(page, rows, row);
    html(page, "<dl>\n<div><dt>Since</dt><dd>");
    put_run(page, rows, row);
    html(page, "</dd></div>\n");
    put_comparison(page, rows, row);
    html(page, "<div><dt>Where</dt><dd>");
    put_link(page, body, rows, row);
    html(page, "<span class=\"hidden\">: where it says so of ");
    put_name(page, rows, row);
    html(page, "</span></a> <q class=\"says\">");
    put_quote(page, db_text(rows, row, SENTENCE), db_text(rows, row, MATCHED));
    html(page, "</q></dd></div>\n");
    for (int other = row + 1; other < PQntuples(rows) && db_number(rows, other, PLACE) > 1;
         other++) {
        html(page, "<div><dt>Also</dt><dd>");
        put_figure(page, db_number(rows, other, SIGN), db_text(rows, other, SIZE),
                   db_true(rows, other, IN_POINTS));
        html(page, ", ");
        put_link(page, body, rows, other);
        html(page, "</a> <q class=\"says\">");
        put_quote(page, db_text(rows, other, SENTENCE), db_text(rows, other, MATCHED));
        html(page, "</q></dd></div>\n");
    }
    html(page, "</dl>\n</div>\n</li>\n");
}

static void put_group(Page *page, const Body *body, const PGresult *rows, Group group)
{
    if (count_series(rows, &group) == 0) {
        return;
    }
    html(page, "<ul class=\"changes\">\n");
    for (int row = 0; row < PQntuples(rows); row++) {
        if (db_number(rows, row, PLACE) == 1 && in_group(rows, row, &group)) {
            put_series(page, body, rows, row);
        }
    }
    html(page, "</ul>\n");
}

/* "Up" or "Down" as one of two columns. */
static int put_direction(Page *page, const Body *body, const PGresult *rows, int64_t sign)
{
    Group categories = {sign, true, false};
    Group others = {sign, false, false};
    int of_categories = count_series(rows, &categories);
    int of_others = count_series(rows, &others);
    const char *way = sign < 0 ? "down" : sign > 0 ? "up" : "same";

    if (sign == 0 && of_categories + of_others == 0) {
        return 0;
    }
    html(page, "<section class=\"way %s\" aria-labelledby=\"went-%s\">\n<h3 id=\"went-%s\">", way,
         way, way);
    html(page,
         "<span class=\"arrow\" aria-hidden=\"true\">%s</span> %s <span class=\"count\">%d"
         "</span></h3>\n",
         sign < 0   ? "\xE2\x96\xBC"
         : sign > 0 ? "\xE2\x96\xB2"
                    : "\xE2\x97\x8F",
         sign < 0   ? "Down"
         : sign > 0 ? "Up"
                    : "Unchanged",
         of_categories + of_others);
    if (of_categories + of_others == 0) {
        html(page, "<p>Nothing is reported to have gone %s.</p>\n", way);
    }
    put_group(page, body, rows, categories);
    if (of_categories > 0 && of_others > 0) {
        html(page, "<p class=\"other\">Other figures</p>\n");
    }
    put_group(page, body, rows, others);
    html(page, "</section>\n");
    return of_categories + of_others;
}

static void put_old(Page *page, const Body *body, const PGresult *rows)
{
    static const int64_t signs[] = {1, -1, 0};
    int count = 0;

    for (int i = 0; i < 3; i++) {
        count += count_series(rows, &(Group){signs[i], true, true});
    }
    if (count == 0) {
        return;
    }
    html(page,
         "<details class=\"old\"><summary>%d categor%s last reported more than a year before"
         "</summary>\n",
         count, count == 1 ? "y" : "ies");
    for (int i = 0; i < 3; i++) {
        put_group(page, body, rows, (Group){signs[i], true, true});
    }
    html(page, "</details>\n");
}

bool section_changes(Report *report, Page *page, Body *body)
{
    char id[24];
    PGresult *rows;

    snprintf(id, sizeof(id), "%lld", (long long) body->id);
    rows = report_rows(report->conn, "latest", id);
    if (rows == NULL) {
        return false;
    }
    html(page,
         "<section id=\"changes\" aria-labelledby=\"changes-title\">\n"
         "<h2 id=\"changes-title\">What went up, what went down, since when, and where it says "
         "so</h2>\n");
    if (PQntuples(rows) == 0) {
        html(page, "<p>These minutes report no percentage change.</p>\n</section>\n");
        PQclear(rows);
        return true;
    }
    html(page, "<p class=\"lead\">The latest change that the minutes report of each thing, the "
               "largest first. Follow a date to the sentence in the minutes.</p>\n"
               "<div class=\"ways\">\n");
    body->up = put_direction(page, body, rows, 1);
    body->down = put_direction(page, body, rows, -1);
    html(page, "</div>\n");
    body->same = put_direction(page, body, rows, 0);
    put_old(page, body, rows);
    PQclear(rows);
    html(page,
         "<p class=\"more\"><a href=\"changes-1.html\">All %lld reported changes</a></p>\n"
         "</section>\n",
         (long long) body->changes);
    return true;
}
