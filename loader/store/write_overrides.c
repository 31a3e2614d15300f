/*
 * write_overrides.c - people's decisions on what is restricted, laid over what a document says when its meeting is loaded again.
 *
 * A decision holds for an item that is certainly the same as before: the same code with the same title or text, or a title or a text that no other
 * item of the meeting has. A restriction also holds for the same code alone where nothing else in the meeting has its title or text. What is not
 * certain leaves more restricted, never less: a lift, which is one of what the item said and of the grounds it had, falls with the first other word or
 * ground, and a restriction whose item cannot be told is laid on every item of the
 * meeting that is not certainly one of before. Each of those gets a restriction of its own, which somebody may lift.
 */
#include <inttypes.h>
#include <string.h>

#include "write_pg.h"

#define TITLE_CHARACTERS 1000

typedef struct Override {
    const char *id;
    const char *body_id;
    int64_t meeting_id;
    int64_t item_id;
    bool restricts; /* else it lifts */
    bool pending;
    const char *grounds;
    MnRestriction lifted; /* the grounds that a lift was one of */
} Override;

/* A meeting that is loaded again, beside what it was. */
typedef struct Again {
    Writer *writer;
    MeetingPlan *plan;
    Item *items; /* the plan's own copy */
    size_t count;
    const OldItem *old;
    size_t old_count;
    const char **titles; /* of the items, as keys */
    const char **digests;
} Again;

/* How sure it is that an item is the one of before. */
typedef enum Certainty { UNCERTAIN, SAME_PLACE, THE_SAME } Certainty;

static bool same(const char *a, const char *b)
{
    return *a != '\0' && strcmp(a, b) == 0;
}

/* How often a value stands among the meeting's items, and among those it had. */
static bool single(const Again *again, const char *value, bool of_titles)
{
    size_t ours = 0;
    size_t theirs = 0;

    for (size_t i = 0; i < again->count; i++) {
        ours += same(value, of_titles ? again->titles[i] : again->digests[i]);
    }
    for (size_t i = 0; i < again->old_count; i++) {
        theirs += same(value, of_titles ? again->old[i].title_key : again->old[i].digest);
    }
    return ours <= 1 && theirs <= 1;
}

static bool code_is_single(const Again *again, const char *code)
{
    size_t ours = 0;
    size_t theirs = 0;

    for (size_t i = 0; i < again->count; i++) {
        ours += again->items[i].has_agenda_code && same(code, again->items[i].code);
    }
    for (size_t i = 0; i < again->old_count; i++) {
        theirs += again->old[i].has_agenda_code && same(code, again->old[i].code);
    }
    return ours == 1 && theirs == 1;
}

static Certainty compare(const Again *again, const OldItem *old, size_t n)
{
    const Item *item = &again->items[n];
    bool same_title = same(old->title_key, again->titles[n]);
    bool same_text = same(old->digest, again->digests[n]);
    bool both_coded = old->has_agenda_code && item->has_agenda_code;

    if (both_coded && !same(old->code, item->code)) {
        return UNCERTAIN;
    }
    if (both_coded && code_is_single(again, old->code)) {
        if (same_title || same_text) {
            return THE_SAME;
        }
        /* Both were edited; unless the old ones turn up elsewhere, in items numbered anew. */
        for (size_t i = 0; i < again->count; i++) {
            if (same(old->title_key, again->titles[i]) || same(old->digest, again->digests[i])) {
                return UNCERTAIN;
            }
        }
        return SAME_PLACE;
    }
    return (same_title && single(again, old->title_key, true)) ||
                   (same_text && single(again, old->digest, false))
               ? THE_SAME
               : UNCERTAIN;
}

/* The item that an old one has become, by its id; -1 for none. */
static long item_of(const Again *again, int64_t id)
{
    for (size_t i = 0; i < again->count; i++) {
        if (again->plan->item_ids[i] == id) {
            return (long) i;
        }
    }
    return -1;
}

static const OldItem *old_item(const Again *again, int64_t id)
{
    for (size_t i = 0; i < again->old_count; i++) {
        if (again->old[i].item_id == id) {
            return &again->old[i];
        }
    }
    return NULL;
}

/* Lets the plan have items of its own, which may be changed. */
static Again again_of(Writer *writer, MeetingPlan *plan)
{
    Arena *arena = writer->arena;
    const Meeting *from = plan->meeting;
    Meeting *own = arena_alloc(arena, sizeof(Meeting));
    Again again = {.writer = writer, .plan = plan, .count = from->item_count};

    *own = *from;
    own->items = arena_alloc(arena, (from->item_count + 1) * sizeof(Item));
    again.titles = arena_alloc(arena, (from->item_count + 1) * sizeof(char *));
    again.digests = arena_alloc(arena, (from->item_count + 1) * sizeof(char *));
    for (size_t i = 0; i < from->item_count; i++) {
        own->items[i] = from->items[i];
        again.titles[i] = name_key(arena, from->items[i].title, TITLE_CHARACTERS);
        again.digests[i] = text_digest(arena, from->items[i].text);
    }
    plan->meeting = own;
    again.items = own->items;
    if (plan->replaces != NULL) {
        again.old = plan->replaces->items;
        again.old_count = plan->replaces->item_count;
    }
    return again;
}

static MnRestriction parsed_grounds(const char *grounds)
{
    MnText text = {grounds, strlen(grounds)};
    MnRestriction given = 0;
    MnProblem problem;

    return text.len > 0 && mn_restriction_parse(text, &given, &problem) == MN_OK ? given : 0;
}

/* Whether the item says what it said when its restriction was lifted, and has no ground that it had not. That none is stated is no new ground. */
static bool lift_covers(const Override *lift, const OldItem *old, Arena *arena, const Item *item)
{
    MnRestriction now = item->restricted ? item->grounds & ~MN_GROUND_BIT(MN_UNSTATED) : 0;

    return strcmp(old->said, said_digest(arena, item->agenda_text, item->text)) == 0 &&
           (now & ~lift->lifted) == 0;
}

static void restrict_item(Item *item, const char *grounds)
{
    item->grounds |= parsed_grounds(grounds);
    item->restricted = true;
    item->sources |= RESTRICTED_BY_PERSON;
}

static void lift_item(Item *item)
{
    item->restricted = false;
    item->sources |= LIFTED_BY_PERSON;
}

/* ---- what is lost ---- */

static bool lose(Again *again, const Override *override)
{
    const char *values[] = {override->body_id, override->id};

    return db_run_params(again->writer->conn, "noting a decision that fell",
                         "update minutes_store.overrides set state = 'lost'"
                         " where body_id = $1::bigint and override_id = $2::bigint",
                         2, values);
}

/* A restriction of its own for an item that may be the one that somebody restricted. */
static bool restrict_instead(Again *again, size_t n, const Override *lost)
{
    static const char sql[] =
        "with o as (insert into minutes_store.overrides (body_id, override_id, meeting_id, item_id,"
        " action, grounds, held_on, code_text, title, decided_by, decided_at, takes_effect_on,"
        " carried_out_at, state, stands_for)"
        " select $1::bigint, $2::bigint, $3::bigint, $4::bigint, 'restrict', l.grounds,"
        " $5::date, $6, $7, session_user, $8::timestamptz, $8::timestamptz::date,"
        " $8::timestamptz, 'in_force', l.override_id from minutes_store.overrides l"
        " where l.body_id = $9::bigint and l.override_id = $10::bigint returning 1)"
        " insert into minutes_store.override_reason_restricted (body_id, override_id, reason)"
        " select $1::bigint, $2::bigint, 'An earlier restriction in this meeting could not be"
        " matched with certainty when the minutes were loaded again.' from o";
    Arena *arena = again->writer->arena;
    const MeetingPlan *plan = again->plan;
    const Item *item = &again->items[n];
    int64_t id = writer_id(again->writer);
    char now[64];
    const char *values[] = {arena_printf(arena, "%" PRId64, plan->body->body_id),
                            arena_printf(arena, "%" PRId64, id),
                            arena_printf(arena, "%" PRId64, plan->meeting_id),
                            arena_printf(arena, "%" PRId64, plan->item_ids[n]),
                            *plan->held_on == '\0' ? NULL : plan->held_on,
                            item->code,
                            item->title,
                            now,
                            lost->body_id,
                            lost->id};

    moment(now);
    return id != 0 && db_run_params(again->writer->conn, "keeping what is not certain restricted",
                                    sql, 10, values);
}

/* Restricts every item that is not certainly one of before. */
static bool close_uncertain(Again *again, const Override *lost)
{
    if (!lose(again, lost)) {
        return false;
    }
    for (size_t i = 0; i < again->count; i++) {
        const OldItem *old = old_item(again, again->plan->item_ids[i]);

        if ((old != NULL && compare(again, old, i) == THE_SAME) ||
            (again->items[i].sources & RESTRICTED_BY_PERSON) != 0) {
            continue;
        }
        restrict_item(&again->items[i], lost->grounds);
        if (!restrict_instead(again, i, lost)) {
            return false;
        }
    }
    return true;
}

/* ---- the decisions ---- */

/* Those that are certain come first, then lifts that fall, so that what is closed for want of certainty meets no decision in force. */
typedef enum Pass { CERTAIN_ONES, FALLING_LIFTS, LOST_RESTRICTIONS, PASSES } Pass;

static bool apply(Again *again, const Override *override, Pass pass)
{
    const OldItem *old = old_item(again, override->item_id);
    long n = old == NULL ? -1 : item_of(again, override->item_id);
    Certainty certainty = n < 0 ? UNCERTAIN : compare(again, old, (size_t) n);
    bool holds = override->restricts
                     ? certainty >= SAME_PLACE
                     : certainty == THE_SAME &&
                           lift_covers(override, old, again->writer->arena, &again->items[n]);

    if (!holds) {
        return override->restricts ? pass != LOST_RESTRICTIONS || close_uncertain(again, override)
                                   : pass != FALLING_LIFTS || lose(again, override);
    }
    if (pass == CERTAIN_ONES && override->restricts) {
        restrict_item(&again->items[n], override->grounds);
    } else if (pass == CERTAIN_ONES && !override->pending) {
        lift_item(&again->items[n]);
    }
    return true;
}

/* The decisions on meetings that are replaced or go; NULL where the server refuses. */
static PGresult *fetch_overrides(Writer *writer, const char *meetings, const char *documents)
{
    const char *values[] = {meetings, documents};

    return db_query_params(
        writer->conn, "looking for people's decisions",
        "select o.override_id, o.body_id, o.meeting_id, o.item_id, o.action = 'restrict',"
        " o.state = 'pending', o.grounds::text, m.document_id, o.former_grounds::text from "
        "minutes_store.overrides o"
        " left join minutes_store.meetings m"
        " on m.body_id = o.body_id and m.meeting_id = o.meeting_id"
        " where o.state in ('in_force', 'pending')"
        " and (o.meeting_id = any($1::bigint[]) or m.document_id = any($2::bigint[]))"
        " order by o.override_id",
        2, values);
}

static Override override_of(Arena *arena, const PGresult *result, int row)
{
    return (Override){.id = arena_string(arena, db_text(result, row, 0)),
                      .body_id = arena_string(arena, db_text(result, row, 1)),
                      .meeting_id = db_number(result, row, 2),
                      .item_id = db_number(result, row, 3),
                      .restricts = db_true(result, row, 4),
                      .pending = db_true(result, row, 5),
                      .grounds = arena_string(arena, db_text(result, row, 6)),
                      .lifted = parsed_grounds(db_text(result, row, 8))};
}

/* The meeting's decisions: those on what it replaces, and for a new one restrictions of meetings that its document no longer has. */
static bool apply_to_meeting(Writer *writer, const DocumentPlan *document, MeetingPlan *plan,
                             const PGresult *result, const KeyMap *replaced)
{
    Again again = {.writer = NULL};

    for (Pass pass = CERTAIN_ONES; pass < PASSES; pass++) {
        for (int row = 0; row < PQntuples(result); row++) {
            Override override = override_of(writer->arena, result, row);
            bool gone = document->same_bytes && !PQgetisnull(result, row, 7) &&
                        db_number(result, row, 7) == document->previous_id &&
                        key_count(replaced, db_text(result, row, 2)) == 0;

            if (plan->replaces != NULL ? override.meeting_id != plan->replaces->meeting_id
                                       : !(gone && override.restricts)) {
                continue;
            }
            if (again.writer == NULL) {
                again = again_of(writer, plan);
            }
            if (!apply(&again, &override, pass)) {
                return false;
            }
        }
    }
    return true;
}

/* Decisions follow their meeting to another body, which is found where somebody says later whose minutes these are. */
static bool move_overrides(Writer *writer, const char *meetings, const char *bodies)
{
    const char *values[] = {meetings, bodies};

    return db_run_params(
        writer->conn, "moving people's decisions",
        "with k as (select * from unnest($1::bigint[], $2::bigint[]) k(m, b)),"
        " o as (update minutes_store.overrides o set body_id = k.b from k"
        " where o.meeting_id = k.m and o.body_id <> k.b returning o.override_id, k.b)"
        " update minutes_store.override_reason_restricted r set body_id = o.b from o"
        " where r.override_id = o.override_id",
        2, values);
}

bool apply_overrides(Writer *writer, DocumentPlan *plans, size_t from, size_t to)
{
    Arena *arena = writer->arena;
    Buffer meetings = {.arena = arena};
    Buffer documents = {.arena = arena};
    Buffer moved = {.arena = arena};
    Buffer bodies = {.arena = arena};
    KeyMap replaced = {.arena = arena};
    PGresult *result;
    bool applied = true;

    for (size_t d = from; d < to; d++) {
        for (size_t m = 0; m < plans[d].document->meeting_count; m++) {
            const MeetingPlan *plan = &plans[d].meetings[m];

            if (plan->replaces == NULL || plan->left_out) {
                continue;
            }
            list_add_number(&meetings, plan->meeting_id);
            key_put(&replaced, arena_printf(arena, "%" PRId64, plan->meeting_id), 1);
            if (plan->replaces->body_id != plan->body->body_id) {
                list_add_number(&moved, plan->meeting_id);
                list_add_number(&bodies, plan->body->body_id);
            }
        }
        if (plans[d].same_bytes) {
            list_add_number(&documents, plans[d].previous_id);
        }
    }
    if (meetings.len == 0 && documents.len == 0) {
        return true;
    }
    result = fetch_overrides(writer, list_end(&meetings), list_end(&documents));
    for (size_t d = from; result != NULL && PQntuples(result) > 0 && d < to; d++) {
        for (size_t m = 0; applied && m < plans[d].document->meeting_count; m++) {
            if (!plans[d].meetings[m].left_out) {
                applied =
                    apply_to_meeting(writer, &plans[d], &plans[d].meetings[m], result, &replaced);
            }
        }
    }
    applied = applied && result != NULL;
    PQclear(result);
    return applied &&
           (moved.len == 0 || move_overrides(writer, list_end(&moved), list_end(&bodies)));
}
