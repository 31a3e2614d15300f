/*
 * rederive.c - see rederive.h: a meeting at a time is read from the store, derived as a document would be, and compared row by row.
 */
#include "rederive.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rederive_rows.h"
#include "scope.h"

/* Sources that are no words of the item's own minute. */
#define OUTSIDE (~(unsigned) RESTRICTED_BY_TEXT)

bool rederive_changed(const RederiveCounts *counts)
{
    for (int kind = 0; kind < DERIVED_KINDS; kind++) {
        if (row_counts_any(&counts->rows[kind])) {
            return true;
        }
    }
    return counts->restricted + counts->regrounded + counts->would_open + counts->opened > 0;
}

/* What the store says of an item's restriction. */
typedef struct Stored {
    int64_t item_id;
    bool restricted;
    unsigned sources;
    MnRestriction grounds;
    MnRestriction stated;
    MnRegime regime;
    int paragraphs[MN_PARAGRAPHS_MAX];
    size_t paragraph_count;
    const char *reason;
    MnRestriction lifted; /* the grounds it had when somebody lifted them */
} Stored;

typedef struct Body {
    Writer *writer;
    StoreBody body;
    MnNation nation;
    bool open;
    bool show;
    RederiveCounts *counts;
    Buffer would_open; /* items, in an arena of its own */
} Body;

static const char items_sql[] =
    "select i.item_id, i.position, i.code_text, i.code is not null, i.number_as_printed, i.title,"
    " i.section, coalesce(o.agenda_text, r.agenda_text), coalesce(o.item_text, r.item_text),"
    " r.reason, i.is_restricted, i.restriction_sources, i.grounds::text, i.stated_grounds::text,"
    " i.regime, array_to_string(i.cited_paragraphs, ' '),"
    " (select v.former_grounds::text from minutes_store.overrides v where v.body_id = i.body_id"
    " and v.item_id = i.item_id and v.action = 'lift' and v.state = 'in_force')"
    " from minutes_store.agenda_items i"
    " left join minutes_store.item_text_open o on o.body_id = i.body_id and o.item_id = i.item_id"
    " left join minutes_store.item_text_restricted r"
    " on r.body_id = i.body_id and r.item_id = i.item_id"
    " where i.body_id = $1 and i.meeting_id = $2 order by i.position, i.item_id";

static const char *text_or_null(Arena *arena, const PGresult *result, int row, int column)
{
    return PQgetisnull(result, row, column) ? NULL
                                            : arena_string(arena, db_text(result, row, column));
}

static MnRestriction grounds_of(const char *text)
{
    MnRestriction grounds = 0;

    if (mn_restriction_parse((MnText){text, strlen(text)}, &grounds, NULL) != MN_OK) {
        grounds = 0;
    }
    return grounds;
}

static MnRegime regime_named(const char *name)
{
    MnRegime regime = MN_REGIME_ADMISSION_ACT;

    while (regime > MN_REGIME_NONE && strcmp(mn_regime_name(regime), name) != 0) {
        regime--;
    }
    return regime;
}

/* A mark was taken off the title when the document was read: it is put back for reading the title again. */
static const char *marked_title(Arena *arena, const Stored *stored, const char *title)
{
    if ((stored->sources & RESTRICTED_BY_TITLE) == 0) {
        return title;
    }
    return arena_printf(arena, "%s - %s",
                        (stored->stated & MN_GROUND_BIT(MN_CONFIDENTIAL)) != 0 ? "CONFIDENTIAL"
                                                                               : "RESTRICTED",
                        title == NULL ? "" : title);
}

static void read_item(Arena *arena, const PGresult *result, int row, Item *item, Stored *stored)
{
    const char *at = db_text(result, row, 15);
    char *end;

    *stored = (Stored){.item_id = db_number(result, row, 0),
                       .reason = text_or_null(arena, result, row, 9),
                       .restricted = db_true(result, row, 10),
                       .sources = (unsigned) db_number(result, row, 11),
                       .grounds = grounds_of(db_text(result, row, 12)),
                       .stated = grounds_of(db_text(result, row, 13)),
                       .regime = regime_named(db_text(result, row, 14)),
                       .lifted = grounds_of(db_text(result, row, 16))};
    for (; *at != '\0' && stored->paragraph_count < MN_PARAGRAPHS_MAX; at = end) {
        stored->paragraphs[stored->paragraph_count++] = (int) strtol(at, &end, 10);
    }
    *item = (Item){.position = (int) db_number(result, row, 1),
                   .code = text_or_null(arena, result, row, 2),
                   .number = text_or_null(arena, result, row, 4),
                   .section = text_or_null(arena, result, row, 6),
                   .agenda_text = text_or_null(arena, result, row, 7),
                   .text = text_or_null(arena, result, row, 8),
                   .sources = stored->sources & RESTRICTED_BY_FLAG};
    item->title = marked_title(arena, stored, text_or_null(arena, result, row, 5));
    if (db_true(result, row, 3)) {
        item->has_agenda_code = mn_agenda_code_parse((MnText){item->code, strlen(item->code)},
                                                     &item->agenda_code, NULL) == MN_OK;
    }
}

static void add_paragraphs(Item *item, const int *paragraphs, size_t count)
{
    for (size_t i = 0; i < count && item->paragraph_count < MN_PARAGRAPHS_MAX; i++) {
        bool known = false;

        for (size_t k = 0; k < item->paragraph_count; k++) {
            known = known || item->paragraphs[k] == paragraphs[i];
        }
        if (!known) {
            item->paragraphs[item->paragraph_count++] = paragraphs[i];
        }
    }
}

/* Lays what was stated over what was derived: nothing that closed the item from outside its own words is lost. */
static void keep_stated(Item *item, const Stored *stored)
{
    Item derived = *item;
    unsigned outside = stored->sources & OUTSIDE;

    item->sources = outside | derived.sources;
    if (item->sources == 0 || !stored->restricted) {
        return;
    }
    item->restricted = true;
    if (derived.sources != item->sources) {
        /* What closed it is not in the text any more: grounds may come, not go. */
        MnRestriction all =
            stored->grounds | ((derived.sources & ~stored->sources) != 0 ? derived.grounds : 0);
        MnRestriction named = all & ~MN_GROUND_BIT(MN_UNSTATED);

        item->grounds = named != 0 ? named : all;
    }
    if (outside != 0) {
        MnRestriction all = stored->stated | derived.stated_grounds;
        MnRestriction named = all & ~MN_GROUND_BIT(MN_UNSTATED);

        item->stated_grounds = named != 0 ? named : all;
        item->regime = stored->regime != MN_REGIME_NONE ? stored->regime : derived.regime;
        item->paragraph_count = 0;
        add_paragraphs(item, stored->paragraphs, stored->paragraph_count);
        add_paragraphs(item, derived.paragraphs, derived.paragraph_count);
    }
}

/* A reason that stands in none of the item's texts was stated by the source. */
static void keep_reason(Item *item, const Stored *stored)
{
    if (item->reason == NULL && stored->reason != NULL &&
        (item->text == NULL || strstr(item->text, stored->reason) == NULL) &&
        (item->agenda_text == NULL || strstr(item->agenda_text, stored->reason) == NULL)) {
        item->reason = stored->reason;
    }
}

static bool same_text(const char *a, const char *b)
{
    return (a == NULL) == (b == NULL) && (a == NULL || strcmp(a, b) == 0);
}

static bool same_restriction(const Item *item, const Stored *stored)
{
    return item->restricted == stored->restricted && item->sources == stored->sources &&
           item->grounds == stored->grounds && item->stated_grounds == stored->stated &&
           item->regime == stored->regime && item->paragraph_count == stored->paragraph_count &&
           memcmp(item->paragraphs, stored->paragraphs, item->paragraph_count * sizeof(int)) == 0 &&
           same_text(item->reason, stored->reason);
}

/* Writes the restriction, and moves what the item says to the twin tables of its side where that is another now. */
static bool update_item(Body *body, const Item *item, int64_t item_id, bool moves)
{
    Arena *arena = body->writer->arena;
    char grounds[MN_RESTRICTION_MAX];
    char stated[MN_RESTRICTION_MAX];
    Buffer list = {.arena = arena};
    const char *values[8];
    const char *moved[5];

    mn_restriction_format(item->grounds, grounds);
    mn_restriction_format(item->stated_grounds, stated);
    for (size_t i = 0; i < item->paragraph_count; i++) {
        list_add_number(&list, item->paragraphs[i]);
    }
    values[0] = arena_printf(arena, "%" PRId64, body->body.body_id);
    values[1] = arena_printf(arena, "%" PRId64, item_id);
    values[2] = item->restricted ? "t" : "f";
    values[3] = item->restricted ? grounds : NULL;
    values[4] = item->restricted ? stated : NULL;
    values[5] = arena_printf(arena, "%u", item->restricted ? item->sources : 0);
    values[6] = item->restricted ? mn_regime_name(item->regime) : NULL;
    values[7] = item->restricted && item->paragraph_count > 0 ? list_end(&list) : NULL;
    memcpy(moved, (const char *[]){values[0], values[1], values[3], values[6], values[5]},
           sizeof(moved));
    if (moves &&
        !db_run_params(body->writer->conn, "moving an item",
                       item->restricted ? "select minutes_store.close_item($1, $2, $3, $4, $5)"
                                        : "select minutes_store.open_item($1, $2, 0)",
                       item->restricted ? 5 : 2, moved)) {
        return false;
    }
    if (!db_run_params(body->writer->conn, "restricting an item",
                       "update minutes_store.agenda_items set is_restricted = $3, grounds = $4,"
                       " stated_grounds = $5, restriction_sources = $6, regime = $7,"
                       " cited_paragraphs = $8 where body_id = $1 and item_id = $2",
                       8, values)) {
        return false;
    }
    values[2] = item->reason;
    return !item->restricted ||
           db_run_params(body->writer->conn, "noting a reason",
                         "update minutes_store.item_text_restricted set reason = $3"
                         " where body_id = $1 and item_id = $2",
                         3, values);
}

/* That the item would be open now is a doubt about it, told to those who may read it. */
static bool doubt_closing(Body *body, const Item *item, const Stored *stored, int64_t meeting_id,
                          bool *noted)
{
    Writer *writer = body->writer;
    Arena *arena = writer->arena;
    int64_t doubt_id = writer_id(writer);
    const char *values[4] = {arena_printf(arena, "%" PRId64, body->body.body_id),
                             arena_printf(arena, "%" PRId64, stored->item_id),
                             arena_printf(arena, "%" PRId64, meeting_id),
                             arena_printf(arena, "%" PRId64, doubt_id)};
    PGresult *result;

    (void) item;
    list_add_number(&body->would_open, stored->item_id);
    if (doubt_id == 0) {
        return false;
    }
    result = db_query_params(
        writer->conn, "noting a doubt",
        "with d as (insert into minutes_store.data_doubts"
        " (body_id, doubt_id, meeting_id, item_id, check_name, severity)"
        " select $1, $4, $3, $2, 'would_open', 'warning' where not exists (select from"
        " minutes_store.data_doubts where body_id = $1 and item_id = $2 and"
        " check_name = 'would_open') returning body_id, doubt_id, meeting_id, item_id)"
        " insert into minutes_store.doubt_detail_restricted"
        " (body_id, doubt_id, meeting_id, item_id, detail) select body_id, doubt_id, meeting_id,"
        " item_id, 'Only its own words restricted this item, and this version does not find that"
        " they do; it stays restricted until minutes2pgsql rederive --open.' from d returning 1",
        4, values);
    *noted = result != NULL && PQntuples(result) > 0;
    PQclear(result);
    return result != NULL;
}

/* Lays down a lift of grounds that the item has more of now: it is restricted again, as it was then and as it says now. */
static bool lift_falls(Body *body, Item *item, const Stored *stored)
{
    Arena *arena = body->writer->arena;
    Stored then = *stored;
    const char *values[] = {arena_printf(arena, "%" PRId64, body->body.body_id),
                            arena_printf(arena, "%" PRId64, stored->item_id)};

    then.sources &= ~(unsigned) LIFTED_BY_PERSON;
    then.restricted = true;
    then.grounds = stored->lifted;
    keep_stated(item, &then);
    body->counts->restricted++;
    return db_run_params(body->writer->conn, "noting a decision that fell",
                         "update minutes_store.overrides set state = 'lost' where body_id = $1"
                         " and item_id = $2 and action = 'lift' and state = 'in_force'",
                         2, values) &&
           update_item(body, item, stored->item_id, true);
}

/* Whether somebody's lift is one of all grounds that the item has now. */
static bool lift_covers(const Item *item, const Stored *stored)
{
    return !item->restricted ||
           (item->grounds & ~MN_GROUND_BIT(MN_UNSTATED) & ~stored->lifted) == 0;
}

/* Decides and carries out what becomes of the item's restriction; item->restricted is then its side. */
static bool restrict_again(Body *body, Item *item, const Stored *stored, int64_t meeting_id,
                           const char **told)
{
    RederiveCounts *counts = body->counts;
    bool noted = false;

    *told = NULL;
    if ((stored->sources & LIFTED_BY_PERSON) != 0 && !lift_covers(item, stored)) {
        *told = "restricted";
        return lift_falls(body, item, stored);
    }
    if ((stored->sources & LIFTED_BY_PERSON) != 0) {
        item->restricted = stored->restricted;
        return true;
    }
    keep_stated(item, stored);
    keep_reason(item, stored);
    if (!item->restricted && stored->restricted && !body->open) {
        item->restricted = true;
        if (!doubt_closing(body, item, stored, meeting_id, &noted)) {
            return false;
        }
        counts->would_open += noted;
        *told = noted ? "would open" : NULL;
        return true;
    }
    if (same_restriction(item, stored) || (!item->restricted && !stored->restricted)) {
        return true;
    }
    if (item->restricted && item->grounds == 0) {
        item->grounds = MN_GROUND_BIT(MN_UNSTATED);
    }
    if (item->restricted == stored->restricted) {
        counts->regrounded++;
        *told = "grounds";
    } else if (item->restricted) {
        counts->restricted++;
        *told = "restricted";
    } else {
        counts->opened++;
        *told = "opened";
    }
    return update_item(body, item, stored->item_id, item->restricted != stored->restricted);
}

static bool rederive_item(Body *body, const MeetingPlan *meeting, Item *item, const Stored *stored,
                          StoredRows *rows)
{
    RowCounts counts[DERIVED_KINDS] = {{0}};
    bool different = false;
    const char *told;

    if (!restrict_again(body, item, stored, meeting->meeting_id, &told) ||
        !compare_rows(body->writer, meeting, item, stored->item_id, rows, counts)) {
        return false;
    }
    body->counts->items++;
    for (int kind = 0; kind < DERIVED_KINDS; kind++) {
        add_row_counts(&body->counts->rows[kind], &counts[kind]);
        different = different || row_counts_any(&counts[kind]);
    }
    if (body->show && (told != NULL || different)) {
        printf("  item %" PRId64 " %s:", stored->item_id, item->code == NULL ? "-" : item->code);
        printf("%s%s", told == NULL ? "" : " ", told == NULL ? "" : told);
        print_row_counts(" percentage changes", &counts[DERIVED_CHANGES]);
        print_row_counts(" decisions", &counts[DERIVED_DECISIONS]);
        print_row_counts(" approvals", &counts[DERIVED_APPROVALS]);
        putchar('\n');
    }
    return true;
}

static bool rederive_meeting(Body *body, int64_t meeting_id, MnDate date)
{
    Writer *writer = body->writer;
    Arena *arena = writer->arena;
    Meeting meeting = {.date = date};
    Document document = {.arena = arena, .nation = body->nation, .meetings = &meeting};
    MeetingPlan plan = {.meeting = &meeting, .body = &body->body, .meeting_id = meeting_id};
    StoredRows rows;
    const char *values[] = {arena_printf(arena, "%" PRId64, body->body.body_id),
                            arena_printf(arena, "%" PRId64, meeting_id)};
    PGresult *result = db_query_params(writer->conn, "reading items", items_sql, 2, values);
    Stored *stored;
    bool done;

    if (result == NULL) {
        return false;
    }
    document.meeting_count = 1;
    meeting.item_count = (size_t) PQntuples(result);
    meeting.items = arena_alloc(arena, (meeting.item_count + 1) * sizeof(Item));
    stored = arena_alloc(arena, (meeting.item_count + 1) * sizeof(Stored));
    for (size_t i = 0; i < meeting.item_count; i++) {
        read_item(arena, result, (int) i, &meeting.items[i], &stored[i]);
    }
    PQclear(result);
    scope_restrictions(&document);
    derive_document(&document);
    done = fetch_rows(writer, values, &rows);
    for (size_t i = 0; i < meeting.item_count && done; i++) {
        done = rederive_item(body, &plan, &meeting.items[i], &stored[i], &rows);
    }
    return done && delete_rows(writer, values[0], &rows) &&
           rows_send(writer->conn, writer->rows, &writer->refused);
}

/* Doubts of that name whose item would not open any more are over. */
static bool forget_doubts(Body *body)
{
    const char *values[] = {arena_printf(body->writer->arena, "%" PRId64, body->body.body_id),
                            list_end(&body->would_open)};

    static const char *const statements[] = {
        "delete from minutes_store.doubt_detail_restricted t using minutes_store.data_doubts d"
        " where d.body_id = $1 and d.check_name = 'would_open' and d.item_id <> all($2::bigint[])"
        " and t.body_id = d.body_id and t.doubt_id = d.doubt_id",
        /* It went with an item that was opened. */
        "delete from minutes_store.doubt_detail_open t using minutes_store.data_doubts d"
        " where d.body_id = $1 and d.check_name = 'would_open' and d.item_id <> all($2::bigint[])"
        " and t.body_id = d.body_id and t.doubt_id = d.doubt_id",
        "delete from minutes_store.data_doubts where body_id = $1 and check_name = 'would_open'"
        " and item_id <> all($2::bigint[])"};

    for (size_t i = 0; i < sizeof(statements) / sizeof(statements[0]); i++) {
        if (!db_run_params(body->writer->conn, "removing doubts", statements[i], 2, values)) {
            return false;
        }
    }
    return true;
}

/* Lifts that are not due yet fall where their items have got other grounds. */
static bool drop_pending_lifts(Body *body)
{
    const char *values[] = {arena_printf(body->writer->arena, "%" PRId64, body->body.body_id)};

    return db_run_params(body->writer->conn, "noting decisions that fell",
                         "update minutes_store.overrides o set state = 'lost'"
                         " from minutes_store.agenda_items i where o.body_id = $1"
                         " and o.state = 'pending' and i.body_id = o.body_id"
                         " and i.item_id = o.item_id"
                         " and not minutes_store.lift_covers(o.former_grounds, i.grounds)",
                         1, values);
}

bool rederive_body(Writer *writer, int64_t body_id, bool open, bool show, RederiveCounts *counts)
{
    Body body = {.writer = writer, .open = open, .show = show, .counts = counts};
    Arena *list = arena_new();
    char id[24];
    const char *values[] = {id};
    PGresult *meetings;
    bool done;

    snprintf(id, sizeof(id), "%" PRId64, body_id);
    body.body.body_id = body_id;
    body.would_open.arena = list;
    meetings = db_query_params(
        writer->conn, "reading meetings",
        "select m.meeting_id, extract(year from m.held_on), extract(month from m.held_on),"
        " extract(day from m.held_on), array_position(array['england', 'wales', 'scotland',"
        " 'northern-ireland'], a.nation::text) - 1 from minutes_store.meetings m"
        " join minutes_store.bodies b on b.body_id = m.body_id"
        " join minutes_store.authorities a on a.authority_id = b.authority_id"
        " where m.body_id = $1 order by m.meeting_id",
        1, values);
    done = meetings != NULL;
    for (int row = 0; done && row < PQntuples(meetings); row++) {
        MnDate date = {(int) db_number(meetings, row, 1), (int) db_number(meetings, row, 2),
                       (int) db_number(meetings, row, 3)};

        body.nation = (MnNation) db_number(meetings, row, 4);
        arena_reset(writer->arena);
        done = !interrupted() && rederive_meeting(&body, db_number(meetings, row, 0), date);
    }
    done = done && forget_doubts(&body) && drop_pending_lifts(&body);
    PQclear(meetings);
    arena_free(list);
    return done;
}
