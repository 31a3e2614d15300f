/*
 * write_bodies.c - whose documents these are: authorities and bodies.
 *
 * An authority is what --authority, else the document says, else one unknown authority a load root. A body is its authority and its normalised name.
 * Where the authority is unknown, a body of another authority is taken for the same when its name is, and the codes' prefix is too or it has these very minutes: a copy
 * of a document elsewhere is no other committee.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "write_pg.h"

/* Locks: one for making bodies, and one a body. */
#define MAKING_LOCK "5710420182"

/* Below the columns' 300, since a space and the last character may come on top. */
#define NAME_CHARACTERS 290

static char *copy(const char *string)
{
    char *out = strdup(string);

    if (out == NULL) {
        message_error("out of memory");
        abort();
    }
    return out;
}

void forget_bodies(Writer *writer)
{
    while (writer->bodies != NULL) {
        StoreBody *next = writer->bodies->next;

        free(writer->bodies->authority_key);
        free(writer->bodies->name_key);
        free(writer->bodies);
        writer->bodies = next;
    }
    writer->bodies_known = false;
}

static StoreBody *remember(Writer *writer, int64_t body_id, int64_t authority_id,
                           const char *authority_key, const char *key, const char *prefix)
{
    StoreBody *body = calloc(1, sizeof(StoreBody));

    if (body == NULL) {
        message_error("out of memory");
        abort();
    }
    body->body_id = body_id;
    body->authority_id = authority_id;
    body->authority_key = copy(authority_key);
    body->name_key = copy(key);
    snprintf(body->code_prefix, sizeof(body->code_prefix), "%s", prefix);
    body->next = writer->bodies;
    writer->bodies = body;
    return body;
}

static bool fetch_bodies(Writer *writer)
{
    PGresult *result =
        db_query(writer->conn, "reading the bodies",
                 "select b.body_id, b.authority_id, a.authority_key, b.name_key, b.code_prefix"
                 " from minutes_store.bodies b"
                 " join minutes_store.authorities a on a.authority_id = b.authority_id"
                 " order by b.body_id");

    if (result == NULL) {
        return false;
    }
    forget_bodies(writer);
    for (int row = 0; row < PQntuples(result); row++) {
        remember(writer, db_number(result, row, 0), db_number(result, row, 1),
                 db_text(result, row, 2), db_text(result, row, 3), db_text(result, row, 4));
    }
    PQclear(result);
    writer->bodies_known = true;
    return true;
}

/* The prefix of the first agenda code of the meeting, "" for none. */
static void first_prefix(const Meeting *meeting, char prefix[9])
{
    prefix[0] = '\0';
    for (size_t i = 0; i < meeting->item_count && prefix[0] == '\0'; i++) {
        if (meeting->items[i].has_agenda_code) {
            MnAgendaCodeParts parts;

            mn_agenda_code_unpack(meeting->items[i].agenda_code, &parts);
            memcpy(prefix, parts.prefix, sizeof(parts.prefix));
        }
    }
}

/* Whose it is: *name as told, NULL for an unknown authority, and the key. */
static const char *authority_key_of(Writer *writer, const DocumentPlan *plan,
                                    const Meeting *meeting, const char **name)
{
    const char *key;

    *name = writer->options->read.authority;
    if (*name == NULL) {
        *name = meeting->authority != NULL ? meeting->authority : plan->document->authority;
    }
    key = name_key(writer->arena, *name, NAME_CHARACTERS);
    if (*key != '\0') {
        return arena_printf(writer->arena, "name:%s", key);
    }
    *name = NULL;
    /* A root too long for its column is told apart by its digest. */
    return strlen(plan->root) < 300
               ? arena_printf(writer->arena, "root:%s", plan->root)
               : arena_printf(writer->arena, "root:%s", text_digest(writer->arena, plan->root));
}

static const char *body_name(const Meeting *meeting)
{
    return meeting->body == NULL || *meeting->body == '\0' ? "Unknown body" : meeting->body;
}

/* How many of the meeting's titles the body's meeting of that day has; -1 where the server refuses. */
static int64_t titles_shared(Writer *writer, int64_t body_id, const Meeting *meeting)
{
    Buffer titles = {.arena = writer->arena};
    const char *values[3];
    PGresult *result;
    int64_t shared;

    for (size_t i = 0; i < meeting->item_count; i++) {
        if (meeting->items[i].title != NULL) {
            list_add(&titles, meeting->items[i].title);
        }
    }
    values[0] = arena_printf(writer->arena, "%lld", (long long) body_id);
    values[1] = arena_printf(writer->arena, "%04d-%02d-%02d", meeting->date.year,
                             meeting->date.month, meeting->date.day);
    values[2] = list_end(&titles);
    result = db_query_params(
        writer->conn, "looking for the same minutes",
        "select count(distinct i.title) from minutes_store.meetings m"
        " join minutes_store.agenda_items i"
        " on i.body_id = m.body_id and i.meeting_id = m.meeting_id"
        " where m.body_id = $1::bigint and m.held_on = $2::date and i.title = any($3::text[])",
        3, values);
    shared = result == NULL ? -1 : db_number(result, 0, 0);
    PQclear(result);
    return shared;
}

/* A body of another authority that must be the same one; NULL for none. */
static StoreBody *same_elsewhere(Writer *writer, const char *key, const Meeting *meeting,
                                 bool *failed)
{
    StoreBody *found = NULL;
    char prefix[9];
    size_t candidates = 0;

    first_prefix(meeting, prefix);
    for (StoreBody *body = writer->bodies; body != NULL && !*failed; body = body->next) {
        bool same = false;

        if (strcmp(body->name_key, key) != 0) {
            continue;
        }
        if (prefix[0] != '\0') {
            same = strcmp(body->code_prefix, prefix) == 0;
        } else if (meeting->date.year != 0 && meeting->item_count > 0) {
            int64_t shared = titles_shared(writer, body->body_id, meeting);

            *failed = shared < 0;
            same = shared > 0 && shared * 2 >= (int64_t) meeting->item_count;
        }
        if (same) {
            found = body;
            candidates++;
        }
    }
    return candidates == 1 ? found : NULL;
}

static StoreBody *find_body(Writer *writer, const char *authority_key, const char *key,
                            const Meeting *meeting, bool authority_known, bool *failed)
{
    for (StoreBody *body = writer->bodies; body != NULL; body = body->next) {
        if (strcmp(body->name_key, key) == 0 && strcmp(body->authority_key, authority_key) == 0) {
            return body;
        }
    }
    return authority_known ? NULL : same_elsewhere(writer, key, meeting, failed);
}

/* The authority's id, made where it is not there; 0 where the server refuses (told). */
static int64_t make_authority(Writer *writer, const char *key, const char *name, MnNation nation)
{
    int64_t id = writer_id(writer);
    const char *values[] = {arena_printf(writer->arena, "%lld", (long long) id), key, name,
                            mn_nation_name(nation < MN_NATIONS ? nation : MN_ENGLAND),
                            writer->options->nation_given ? "t" : "f"};
    PGresult *result;

    if (id == 0) {
        return 0;
    }
    result = db_query_params(writer->conn, "making an authority",
                             "insert into minutes_store.authorities"
                             " (authority_id, authority_key, name, nation)"
                             " values ($1::bigint, $2, left($3, 300), $4)"
                             " on conflict (authority_key) do update set nation = case"
                             " when $5::boolean then excluded.nation else authorities.nation end"
                             " returning authority_id",
                             5, values);
    id = result == NULL ? 0 : db_number(result, 0, 0);
    PQclear(result);
    return id;
}

static StoreBody *make_body(Writer *writer, const DocumentPlan *plan, const Meeting *meeting,
                            const char *authority_key, const char *authority, const char *key)
{
    int64_t authority_id = make_authority(writer, authority_key, authority, plan->document->nation);
    int64_t body_id = authority_id == 0 ? 0 : writer_id(writer);
    char prefix[9];
    const char *values[5];

    if (body_id == 0) {
        return NULL;
    }
    first_prefix(meeting, prefix);
    values[0] = arena_printf(writer->arena, "%lld", (long long) body_id);
    values[1] = arena_printf(writer->arena, "%lld", (long long) authority_id);
    values[2] = body_name(meeting);
    values[3] = key;
    values[4] = prefix[0] == '\0' ? NULL : prefix;
    if (!db_run_params(writer->conn, "making a body",
                       "insert into minutes_store.bodies"
                       " (body_id, authority_id, name, name_key, code_prefix)"
                       " values ($1::bigint, $2::bigint, left($3, 300), $4, $5)",
                       5, values)) {
        return NULL;
    }
    return remember(writer, body_id, authority_id, authority_key, key, prefix);
}

/* A body gets its prefix from the first code that is seen. */
static bool learn_prefix(Writer *writer, StoreBody *body, const Meeting *meeting)
{
    char prefix[9];
    const char *values[2];

    if (body->code_prefix[0] != '\0') {
        return true;
    }
    first_prefix(meeting, prefix);
    if (prefix[0] == '\0') {
        return true;
    }
    memcpy(body->code_prefix, prefix, sizeof(prefix));
    values[0] = arena_printf(writer->arena, "%lld", (long long) body->body_id);
    values[1] = prefix;
    return db_run_params(writer->conn, "noting a body's prefix",
                         "update minutes_store.bodies set code_prefix = $2"
                         " where body_id = $1::bigint and code_prefix is null",
                         2, values);
}

static bool plan_body(Writer *writer, const DocumentPlan *plan, MeetingPlan *meeting, bool *making)
{
    const char *authority;
    const char *authority_key = authority_key_of(writer, plan, meeting->meeting, &authority);
    const char *key = name_key(writer->arena, body_name(meeting->meeting), NAME_CHARACTERS);
    bool failed = false;

    /* A name without a letter or digit is its own key. */
    key = *key == '\0' ? "unknown body" : key;
    meeting->body =
        find_body(writer, authority_key, key, meeting->meeting, authority != NULL, &failed);
    if (meeting->body == NULL && !failed && !*making) {
        /* Another loader may have made it meanwhile; from here on nobody else makes one. */
        *making = true;
        if (!db_run(writer->conn, "locking the bodies",
                    "select pg_advisory_xact_lock(" MAKING_LOCK ")") ||
            !fetch_bodies(writer)) {
            return false;
        }
        return true;
    }
    if (meeting->body == NULL && !failed) {
        meeting->body = make_body(writer, plan, meeting->meeting, authority_key, authority, key);
    }
    return meeting->body != NULL;
}

static int by_number(const void *a, const void *b)
{
    int64_t left = *(const int64_t *) a;
    int64_t right = *(const int64_t *) b;

    return left < right ? -1 : left > right;
}

/* Takes the locks of the bodies in the order of their ids, so that parallel loads wait and never block each other. */
static bool lock_bodies(Writer *writer, const DocumentPlan *plans, size_t count)
{
    Buffer sql = {.arena = writer->arena};
    size_t meetings = 0;
    size_t filled = 0;
    int64_t *ids;

    for (size_t d = 0; d < count; d++) {
        meetings += plans[d].document->meeting_count;
    }
    ids = arena_alloc(writer->arena, (meetings + 1) * sizeof(int64_t));
    for (size_t d = 0; d < count; d++) {
        for (size_t m = 0; m < plans[d].document->meeting_count; m++) {
            ids[filled++] = plans[d].meetings[m].body->body_id;
        }
    }
    qsort(ids, filled, sizeof(int64_t), by_number);
    for (size_t i = 0; i < filled; i++) {
        if (i == 0 || ids[i] != ids[i - 1]) {
            buffer_puts(&sql, arena_printf(writer->arena,
                                           "select pg_advisory_xact_lock(" BODY_LOCKS " + %lld);",
                                           (long long) ids[i]));
        }
    }
    return filled == 0 || db_run(writer->conn, "locking the bodies", sql.data);
}

bool plan_bodies(Writer *writer, DocumentPlan *plans, size_t count)
{
    bool making = false;
    bool again = true;

    if (!writer->bodies_known && !fetch_bodies(writer)) {
        return false;
    }
    /* Reading the bodies afresh moves them in memory: then everything is looked up again. */
    while (again) {
        bool was_making = making;

        again = false;
        for (size_t d = 0; d < count && !again; d++) {
            for (size_t m = 0; m < plans[d].document->meeting_count && !again; m++) {
                if (!plan_body(writer, &plans[d], &plans[d].meetings[m], &making)) {
                    return false;
                }
                again = making != was_making;
            }
        }
    }
    if (!lock_bodies(writer, plans, count)) {
        return false;
    }
    for (size_t d = 0; d < count; d++) {
        for (size_t m = 0; m < plans[d].document->meeting_count; m++) {
            if (!learn_prefix(writer, plans[d].meetings[m].body, plans[d].meetings[m].meeting)) {
                return false;
            }
        }
    }
    return true;
}
