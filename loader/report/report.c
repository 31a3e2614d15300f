/*
 * report.c - a report from its first body to its index; see report.h.
 */
#include "report.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "report_files.h"

/* A name for a folder: the words of the body's name in ASCII, and its key, which stays the same. */
static const char *folder_of(Arena *arena, const char *name, int64_t body_id)
{
    char slug[64];
    size_t len = 0;

    for (const char *c = name; *c != '\0' && len < sizeof(slug) - 2; c++) {
        if (isalnum((unsigned char) *c) && (unsigned char) *c < 0x80) {
            slug[len++] = (char) tolower((unsigned char) *c);
        } else if (len > 0 && slug[len - 1] != '-') {
            slug[len++] = '-';
        }
    }
    if (len > 0 && slug[len - 1] != '-') {
        slug[len++] = '-';
    }
    slug[len] = '\0';
    return arena_printf(arena, "%s%" PRId64, len == 0 ? "body-" : slug, body_id);
}

/* How much there is of the body, and which items stand on later pages of their minutes. */
static bool measure(Report *report, Body *body)
{
    char id[24];
    PGresult *rows;
    ItemPart *parts;

    snprintf(id, sizeof(id), "%" PRId64, body->id);
    rows = report_rows(report->conn, "counts", id);
    if (rows == NULL) {
        return false;
    }
    body->meetings = db_number(rows, 0, 0);
    body->changes = db_number(rows, 0, 1);
    body->decisions = db_number(rows, 0, 2);
    body->people = db_number(rows, 0, 3);
    body->restricted = db_number(rows, 0, 4);
    body->doubts = db_number(rows, 0, 5);
    PQclear(rows);
    rows = report_rows(report->conn, "parts", id);
    if (rows == NULL) {
        return false;
    }
    body->part_count = (size_t) PQntuples(rows);
    parts = arena_alloc(report->scratch, (body->part_count + 1) * sizeof(*parts));
    for (size_t i = 0; i < body->part_count; i++) {
        parts[i] = (ItemPart){db_number(rows, (int) i, 0), (int) db_number(rows, (int) i, 1)};
    }
    body->parts = parts;
    PQclear(rows);
    return true;
}

static bool write_body(Report *report, Body *body)
{
    bool ok;

    arena_reset(report->scratch);
    arena_reset(report->meeting);
    ok = measure(report, body) && body_page(report, body);
    for (ListKind kind = LIST_MEETINGS; ok && kind <= LIST_DOUBTS; kind++) {
        ok = list_pages(report, body, kind);
    }
    return ok && minutes_pages(report, body) && !interrupted();
}

int report_write(Report *report, const char *name)
{
    PGresult *rows = report_rows(report->conn, "bodies", name);
    size_t count = rows == NULL ? 0 : (size_t) PQntuples(rows);
    Body *bodies = arena_alloc(report->arena, (count + 1) * sizeof(*bodies));
    bool ok = rows != NULL && report_assets(report);

    for (size_t i = 0; ok && i < count; i++) {
        int row = (int) i;

        bodies[i] = (Body){.id = db_number(rows, row, 0),
                           .name = arena_string(report->arena, db_text(rows, row, 1)),
                           .authority = arena_string(report->arena, db_text(rows, row, 2)),
                           .first_held_on = arena_string(report->arena, db_text(rows, row, 4)),
                           .last_held_on = arena_string(report->arena, db_text(rows, row, 5))};
        bodies[i].folder = folder_of(report->arena, bodies[i].name, bodies[i].id);
        ok = write_body(report, &bodies[i]);
    }
    PQclear(rows);
    return ok && index_pages(report, bodies, count) ? (int) count : -1;
}
