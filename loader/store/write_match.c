/*
 * write_match.c - which meetings and items of a batch are in the store already, and so keep their ids.
 *
 * A meeting is its body and date; the start time only separates two on one day. A meeting without a date is its document's. A new version of a document
 * stands for the meetings of the version before, also where a date was put right. Of two documents of one meeting the final one is in force, of two drafts or two finals
 * the one that was loaded later. Which of two that is does not hang on when a process of a load gets to them, or was killed: as long as no run has finished since, the
 * one with the later address counts as loaded later. What a site's web service says of a meeting comes before what the site's page of that meeting says, whichever
 * was loaded later.
 *
 * An item is its agenda code where that is unique in the meeting on both sides; what is left is aligned in order by number and title, by title, then by text.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "write_pg.h"

/* Titles are compared up to this many characters. */
#define TITLE_CHARACTERS 1000

typedef struct Matching {
    Writer *writer;
    OldMeeting *old;
    size_t old_count;
    bool failed;
} Matching;

static const char *number_text(Arena *arena, int64_t number)
{
    return arena_printf(arena, "%lld", (long long) number);
}

/* ---- what is in the store ---- */

/* The meetings of these days and bodies, and those of the documents' previous versions. */
static bool fetch_old_meetings(Matching *matching, const DocumentPlan *plans, size_t from,
                               size_t to)
{
    Arena *arena = matching->writer->arena;
    Buffer bodies = {.arena = arena};
    Buffer days = {.arena = arena};
    Buffer documents = {.arena = arena};
    const char *values[3];
    PGresult *result;

    for (size_t d = from; d < to; d++) {
        for (size_t m = 0; m < plans[d].document->meeting_count; m++) {
            if (*plans[d].meetings[m].held_on != '\0') {
                list_add_number(&bodies, plans[d].meetings[m].body->body_id);
                list_add(&days, plans[d].meetings[m].held_on);
            }
        }
        if (plans[d].previous_id != 0) {
            list_add_number(&documents, plans[d].previous_id);
        }
    }
    values[0] = list_end(&bodies);
    values[1] = list_end(&days);
    values[2] = list_end(&documents);
    result = db_query_params(
        matching->writer->conn, "looking for meetings",
        "select m.body_id, m.meeting_id, m.document_id, m.held_on,"
        " extract(hour from m.start_time) * 60 + extract(minute from m.start_time),"
        " m.meeting_key, m.cms_id, m.status = 'draft', d.uri, d.run_id > f.run_id,"
        " d.format, l.site, l.meeting_id"
        " from minutes_store.meetings m"
        " join minutes_store.documents d on d.document_id = m.document_id"
        " left join minutes_store.listed_documents_restricted l"
        " on l.document_id = m.document_id"
        " cross join (select coalesce(max(run_id), 0) from minutes_store.load_runs"
        " where outcome = 'finished') f(run_id)"
        " join (select distinct b, d from unnest($1::bigint[], $2::date[]) k(b, d)) k"
        " on m.body_id = k.b and m.held_on = k.d"
        " where m.document_id <> all($3::bigint[])"
        " union all"
        " select m.body_id, m.meeting_id, m.document_id, m.held_on,"
        " extract(hour from m.start_time) * 60 + extract(minute from m.start_time),"
        " m.meeting_key, m.cms_id, m.status = 'draft', '', false, '', '', ''"
        " from minutes_store.meetings m where m.document_id = any($3::bigint[])"
        " order by 2",
        3, values);
    if (result == NULL) {
        return false;
    }
    matching->old_count = (size_t) PQntuples(result);
    matching->old = arena_alloc(arena, (matching->old_count + 1) * sizeof(OldMeeting));
    for (size_t i = 0; i < matching->old_count; i++) {
        int row = (int) i;

        matching->old[i] = (OldMeeting){
            .body_id = db_number(result, row, 0),
            .meeting_id = db_number(result, row, 1),
            .document_id = db_number(result, row, 2),
            .held_on = arena_string(arena, db_text(result, row, 3)),
            .start_minutes = PQgetisnull(result, row, 4) ? -1 : (int) db_number(result, row, 4),
            .key = arena_string(arena, db_text(result, row, 5)),
            .cms_id = arena_string(arena, db_text(result, row, 6)),
            .draft = db_true(result, row, 7),
            .uri = arena_string(arena, db_text(result, row, 8)),
            .of_this_load = db_true(result, row, 9),
            .format = arena_string(arena, db_text(result, row, 10)),
            .site = arena_string(arena, db_text(result, row, 11)),
            .listed_id = arena_string(arena, db_text(result, row, 12))};
    }
    PQclear(result);
    return true;
}

/* The items of old meetings, in order. */
static bool fetch_old_items(Matching *matching)
{
    Arena *arena = matching->writer->arena;
    Buffer bodies = {.arena = arena};
    Buffer meetings = {.arena = arena};
    const char *values[2];
    PGresult *result;
    int rows;

    for (size_t i = 0; i < matching->old_count; i++) {
        list_add_number(&bodies, matching->old[i].body_id);
        list_add_number(&meetings, matching->old[i].meeting_id);
    }
    values[0] = list_end(&bodies);
    values[1] = list_end(&meetings);
    result = db_query_params(
        matching->writer->conn, "looking for items",
        "select i.meeting_id, i.item_id, i.code_text, i.code is not null, i.title,"
        " encode(sha256(convert_to(coalesce(o.item_text, r.item_text), 'UTF8')), 'hex'),"
        " encode(sha256(convert_to(coalesce(o.agenda_text, r.agenda_text, '') || chr(31) ||"
        " coalesce(o.item_text, r.item_text, ''), 'UTF8')), 'hex')"
        " from unnest($1::bigint[], $2::bigint[]) k(b, m)"
        " join minutes_store.agenda_items i on i.body_id = k.b and i.meeting_id = k.m"
        " left join minutes_store.item_text_open o"
        " on o.body_id = i.body_id and o.item_id = i.item_id"
        " left join minutes_store.item_text_restricted r"
        " on r.body_id = i.body_id and r.item_id = i.item_id"
        " order by i.meeting_id, i.position",
        2, values);
    if (result == NULL) {
        return false;
    }
    rows = PQntuples(result);
    for (size_t i = 0, row = 0; i < matching->old_count; i++) {
        OldMeeting *old = &matching->old[i];
        size_t end;

        /* Both lists are in the order of the meetings' ids. */
        for (end = row; end < (size_t) rows && db_number(result, (int) end, 0) == old->meeting_id;
             end++) {
        }
        old->items = arena_alloc(arena, (end - row + 1) * sizeof(OldItem));
        for (; row < end; row++) {
            int at = (int) row;

            old->items[old->item_count++] =
                (OldItem){.item_id = db_number(result, at, 1),
                          .code = arena_string(arena, db_text(result, at, 2)),
                          .has_agenda_code = db_true(result, at, 3),
                          .title_key = name_key(arena, db_text(result, at, 4), TITLE_CHARACTERS),
                          .digest = arena_string(arena, db_text(result, at, 5)),
                          .said = arena_string(arena, db_text(result, at, 6))};
        }
    }
    PQclear(result);
    return true;
}

/* ---- meetings ---- */

static bool same_time(const OldMeeting *old, const Meeting *meeting)
{
    return old->start_minutes < 0 || meeting->start_minutes < 0 ||
           old->start_minutes == meeting->start_minutes;
}

/* The meeting of the version before that this one is: of the same day and time, else of the same day. */
static OldMeeting *same_in_previous(Matching *matching, const DocumentPlan *plan,
                                    const MeetingPlan *meeting)
{
    OldMeeting *other_time = NULL;

    for (size_t i = 0; i < matching->old_count; i++) {
        OldMeeting *old = &matching->old[i];

        if (old->taken || old->document_id != plan->previous_id ||
            strcmp(old->held_on, meeting->held_on) != 0) {
            continue;
        }
        if (same_time(old, meeting->meeting)) {
            return old;
        }
        other_time = other_time == NULL ? old : other_time;
    }
    return other_time;
}

/* A meeting of the same body and day that another document brought. */
static OldMeeting *same_elsewhere(Matching *matching, const MeetingPlan *meeting)
{
    if (*meeting->held_on == '\0') {
        return NULL;
    }
    for (size_t i = 0; i < matching->old_count; i++) {
        OldMeeting *old = &matching->old[i];

        if (!old->taken && old->body_id == meeting->body->body_id &&
            strcmp(old->held_on, meeting->held_on) == 0 && same_time(old, meeting->meeting)) {
            return old;
        }
    }
    return NULL;
}

/* How many of the meeting's items an old one has, by code or title. */
static size_t items_shared(Arena *arena, const OldMeeting *old, const Meeting *meeting)
{
    KeyMap map = {.arena = arena};
    size_t shared = 0;

    for (size_t i = 0; i < old->item_count; i++) {
        const OldItem *item = &old->items[i];

        key_put(&map, item->has_agenda_code ? item->code : item->title_key, 1);
    }
    for (size_t i = 0; i < meeting->item_count; i++) {
        const Item *item = &meeting->items[i];

        shared += key_take(&map, item->has_agenda_code
                                     ? item->code
                                     : name_key(arena, item->title, TITLE_CHARACTERS)) != 0;
    }
    return shared;
}

/* The meeting of the version before that has most of these items under another date: the date was put right. */
static OldMeeting *dated_anew(Matching *matching, const DocumentPlan *plan,
                              const MeetingPlan *meeting)
{
    for (size_t i = 0; i < matching->old_count; i++) {
        OldMeeting *old = &matching->old[i];

        if (!old->taken && old->document_id == plan->previous_id && old->item_count > 0 &&
            items_shared(matching->writer->arena, old, meeting->meeting) * 2 > old->item_count) {
            return old;
        }
    }
    return NULL;
}

/* Whether another meeting of the batch or the store has this key in its body. */
static bool key_is_taken(const Matching *matching, const DocumentPlan *plans, size_t from,
                         const DocumentPlan *plan, const MeetingPlan *meeting, const char *key)
{
    for (size_t i = 0; i < matching->old_count; i++) {
        const OldMeeting *old = &matching->old[i];

        if ((!old->taken || old->stays) && old->body_id == meeting->body->body_id &&
            strcmp(old->key, key) == 0 &&
            !(plan->same_bytes && old->document_id == plan->previous_id)) {
            return true;
        }
    }
    for (const DocumentPlan *other = &plans[from]; other <= plan; other++) {
        for (size_t m = 0; m < other->document->meeting_count; m++) {
            const MeetingPlan *planned = &other->meetings[m];

            if (planned == meeting) {
                return false;
            }
            if (!planned->left_out && planned->body == meeting->body && planned->key != NULL &&
                strcmp(planned->key, key) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void give_key(const Matching *matching, const DocumentPlan *plans, size_t from,
                     const DocumentPlan *plan, MeetingPlan *meeting)
{
    Arena *arena = matching->writer->arena;
    const char *day = meeting->held_on;
    int start = meeting->meeting->start_minutes;
    const char *key;

    if (*day == '\0') {
        const char *digest = text_digest(arena, plan->document->uri);

        key = arena_printf(arena, "document:%.32s:%d", digest, meeting->ordinal);
    } else {
        key = day;
    }
    if (key_is_taken(matching, plans, from, plan, meeting, key) && *day != '\0' && start >= 0) {
        key = arena_printf(arena, "%sT%02d:%02d", day, start / 60, start % 60);
    }
    meeting->key = key;
    for (int n = 2; key_is_taken(matching, plans, from, plan, meeting, meeting->key); n++) {
        meeting->key = arena_printf(arena, "%s#%d", key, n);
    }
}

/* Whether the document meets a meeting that an earlier one of the batch brings: then that one has to be written first. */
static bool meets_pending(const DocumentPlan *plans, size_t from, size_t d)
{
    for (size_t e = from; e < d; e++) {
        if (strcmp(plans[e].document->uri, plans[d].document->uri) == 0) {
            return true;
        }
        for (size_t m = 0; m < plans[d].document->meeting_count; m++) {
            for (size_t n = 0; n < plans[e].document->meeting_count; n++) {
                if (plans[e].meetings[n].body == plans[d].meetings[m].body &&
                    *plans[d].meetings[m].held_on != '\0' &&
                    strcmp(plans[e].meetings[n].held_on, plans[d].meetings[m].held_on) == 0) {
                    return true;
                }
            }
        }
    }
    return false;
}

/* ---- items ---- */

typedef enum ItemPass { BY_CODE, BY_NUMBER_AND_TITLE, BY_TITLE, BY_TEXT, ITEM_PASSES } ItemPass;

/* What a pass compares; NULL where the item has nothing to compare. */
static const char *pass_key(Arena *arena, ItemPass pass, bool agenda_code, const char *code,
                            const char *title_key, const char *digest)
{
    switch (pass) {
    case BY_CODE:
        return agenda_code ? code : NULL;
    case BY_NUMBER_AND_TITLE:
        return *title_key == '\0' ? NULL : arena_printf(arena, "%s\x1f%s", code, title_key);
    case BY_TITLE:
        return *title_key == '\0' ? NULL : title_key;
    default:
        return *digest == '\0' ? NULL : digest;
    }
}

/* Gives the meeting's items the ids of those of the old meeting that they are; 0 stays for new ones. */
static void align_items(Arena *arena, OldMeeting *old, const Meeting *meeting, int64_t *ids)
{
    const char **titles = arena_alloc(arena, (meeting->item_count + 1) * sizeof(char *));
    const char **digests = arena_alloc(arena, (meeting->item_count + 1) * sizeof(char *));

    for (size_t i = 0; i < meeting->item_count; i++) {
        titles[i] = name_key(arena, meeting->items[i].title, TITLE_CHARACTERS);
        digests[i] = text_digest(arena, meeting->items[i].text);
    }
    for (ItemPass pass = BY_CODE; pass < ITEM_PASSES; pass++) {
        KeyMap theirs = {.arena = arena};
        KeyMap ours = {.arena = arena};

        for (size_t i = 0; i < old->item_count; i++) {
            const OldItem *item = &old->items[i];
            const char *key = pass_key(arena, pass, item->has_agenda_code, item->code,
                                       item->title_key, item->digest);

            if (key != NULL && !item->taken) {
                key_put(&theirs, key, (int64_t) i + 1);
            }
        }
        for (size_t i = 0; i < meeting->item_count && pass == BY_CODE; i++) {
            if (meeting->items[i].has_agenda_code) {
                key_put(&ours, meeting->items[i].code, 1);
            }
        }
        for (size_t i = 0; i < meeting->item_count; i++) {
            const Item *item = &meeting->items[i];
            const char *key =
                ids[i] != 0 ? NULL
                            : pass_key(arena, pass, item->has_agenda_code,
                                       item->code == NULL ? "" : item->code, titles[i], digests[i]);
            int64_t found;

            if (key == NULL ||
                (pass == BY_CODE && (key_count(&theirs, key) != 1 || key_count(&ours, key) != 1))) {
                continue;
            }
            found = key_take(&theirs, key);
            if (found != 0) {
                ids[i] = old->items[found - 1].item_id;
                old->items[found - 1].taken = true;
            }
        }
    }
}

/* ---- the plan ---- */

/* Whether a site gave both documents for the same meeting, the old one as `format` and the new one as `new_format`. */
static bool given_as(const OldMeeting *old, const DocumentPlan *plan, const char *format,
                     const char *new_format)
{
    return plan->listed != NULL && strcmp(old->site, plan->listed->site) == 0 &&
           strcmp(old->listed_id, plan->listed->meeting_id) == 0 &&
           strcmp(old->format, format) == 0 && strcmp(plan->document->format, new_format) == 0;
}

/* Whether what another document says of a meeting holds, and not what this one does. */
static bool stays_in_force(const OldMeeting *old, const DocumentPlan *plan, const Meeting *meeting)
{
    const Document *document = plan->document;

    /* A site's service says more of a meeting than its page, whichever came later: attendance, attachments, that it was cancelled. */
    if (given_as(old, plan, FORMAT_SERVICE, FORMAT_PAGE)) {
        return true;
    }
    if (given_as(old, plan, FORMAT_PAGE, FORMAT_SERVICE)) {
        return false;
    }
    /* A page of one item, or of who attended, takes nothing away from what says more of the meeting. */
    if (document->partial && old->item_count > meeting->item_count) {
        return true;
    }
    if (!document->partial && old->of_this_load && old->item_count <= 1 &&
        meeting->item_count > old->item_count) {
        return false;
    }
    if (old->draft != meeting->draft) {
        return !old->draft;
    }
    return old->of_this_load && strcmp(old->uri, document->uri) > 0;
}

static void plan_old(Matching *matching, DocumentPlan *plan)
{
    /* First what the version before had, so that nothing else takes it. */
    for (size_t m = 0; m < plan->document->meeting_count && plan->previous_id != 0; m++) {
        MeetingPlan *meeting = &plan->meetings[m];

        meeting->replaces = same_in_previous(matching, plan, meeting);
        if (meeting->replaces != NULL) {
            meeting->replaces->taken = true;
        }
    }
    for (size_t m = 0; m < plan->document->meeting_count; m++) {
        MeetingPlan *meeting = &plan->meetings[m];

        if (meeting->replaces == NULL) {
            meeting->replaces = same_elsewhere(matching, meeting);
            if (meeting->replaces == NULL && plan->previous_id != 0) {
                meeting->replaces = dated_anew(matching, plan, meeting);
            }
            if (meeting->replaces != NULL) {
                meeting->replaces->taken = true;
            }
        }
        if (meeting->replaces != NULL && meeting->replaces->document_id != plan->previous_id &&
            stays_in_force(meeting->replaces, plan, meeting->meeting)) {
            meeting->left_out = meeting->replaces->stays = true;
        }
    }
}

static bool plan_document(Matching *matching, DocumentPlan *plans, size_t from, size_t d)
{
    DocumentPlan *plan = &plans[d];
    Arena *arena = matching->writer->arena;

    plan_old(matching, plan);
    for (size_t m = 0; m < plan->document->meeting_count; m++) {
        MeetingPlan *meeting = &plan->meetings[m];
        size_t items = meeting->meeting->item_count;

        if (meeting->left_out) {
            plan->superseded_by = meeting->replaces->document_id;
            plan->superseded_reason = plan->document->partial && meeting->replaces->item_count >
                                                                     meeting->meeting->item_count
                                          ? "part"
                                      : meeting->meeting->draft && !meeting->replaces->draft
                                          ? "final"
                                          : "newer";
            continue;
        }
        meeting->item_ids = arena_alloc(arena, (items + 1) * sizeof(int64_t));
        if (meeting->replaces != NULL) {
            meeting->meeting_id = meeting->replaces->meeting_id;
            align_items(arena, meeting->replaces, meeting->meeting, meeting->item_ids);
            plan->updated++;
        } else {
            meeting->meeting_id = writer_id(matching->writer);
            plan->inserted++;
        }
        give_key(matching, plans, from, plan, meeting);
        for (size_t i = 0; i < items; i++) {
            meeting->item_ids[i] =
                meeting->item_ids[i] != 0 ? meeting->item_ids[i] : writer_id(matching->writer);
            if (meeting->item_ids[i] == 0) {
                return false;
            }
        }
        if (meeting->meeting_id == 0) {
            return false;
        }
    }
    plan->document_id = plan->same_bytes ? plan->previous_id : writer_id(matching->writer);
    return plan->document_id != 0;
}

size_t plan_meetings(Writer *writer, DocumentPlan *plans, size_t from, size_t count)
{
    Matching matching = {.writer = writer};
    size_t to = from;

    while (to < count && (to == from || !meets_pending(plans, from, to))) {
        to++;
    }
    if (!fetch_old_meetings(&matching, plans, from, to) ||
        (matching.old_count > 0 && !fetch_old_items(&matching))) {
        return 0;
    }
    for (size_t d = from; d < to; d++) {
        if (!plan_document(&matching, plans, from, d)) {
            return 0;
        }
    }
    return to;
}

/* ---- what goes ---- */

bool delete_meetings(Writer *writer, const DocumentPlan *plans, size_t from, size_t to)
{
    static const char *const below_items[] = {
        "item_text_open",         "item_text_restricted", "decisions_open",
        "decisions_restricted",   "approvals_open",       "approvals_restricted",
        "changes_open",           "changes_restricted",   "attachments_open",
        "attachments_restricted", "attendance_restricted"};
    static const char *const below_doubts[] = {"doubt_detail_open", "doubt_detail_restricted"};
    static const char *const below_meetings[] = {"data_doubts", "attendance", "agenda_items",
                                                 "meetings"};
    Arena *arena = writer->arena;
    Buffer bodies = {.arena = arena};
    Buffer meetings = {.arena = arena};
    Buffer sql = {.arena = arena};
    const char *gone;
    size_t count = 0;

    for (size_t d = from; d < to; d++) {
        for (size_t m = 0; m < plans[d].document->meeting_count; m++) {
            const MeetingPlan *meeting = &plans[d].meetings[m];

            if (meeting->replaces != NULL && !meeting->left_out) {
                list_add_number(&bodies, meeting->replaces->body_id);
                list_add_number(&meetings, meeting->replaces->meeting_id);
                count++;
            }
        }
        if (plans[d].same_bytes) {
            /* The same bytes no longer say that these meetings were. */
            const char *values[] = {number_text(arena, plans[d].previous_id)};
            PGresult *result =
                db_query_params(writer->conn, "looking for meetings that are gone",
                                "select body_id, meeting_id from minutes_store.meetings"
                                " where document_id = $1::bigint",
                                1, values);

            if (result == NULL) {
                return false;
            }
            for (int row = 0; row < PQntuples(result); row++) {
                list_add(&bodies, db_text(result, row, 0));
                list_add(&meetings, db_text(result, row, 1));
                count++;
            }
            PQclear(result);
        }
    }
    if (count == 0) {
        return true;
    }
    gone = arena_printf(arena, "unnest('%s'::bigint[], '%s'::bigint[]) k(b, m)", list_end(&bodies),
                        list_end(&meetings));
    for (size_t i = 0; i < sizeof(below_items) / sizeof(below_items[0]); i++) {
        buffer_puts(&sql, arena_printf(arena,
                                       "delete from minutes_store.%s t using %s,"
                                       " minutes_store.agenda_items i where i.body_id = k.b and"
                                       " i.meeting_id = k.m and t.body_id = i.body_id and"
                                       " t.item_id = i.item_id;",
                                       below_items[i], gone));
    }
    for (size_t i = 0; i < sizeof(below_doubts) / sizeof(below_doubts[0]); i++) {
        buffer_puts(&sql, arena_printf(arena,
                                       "delete from minutes_store.%s t using %s,"
                                       " minutes_store.data_doubts d where d.body_id = k.b and"
                                       " d.meeting_id = k.m and t.body_id = d.body_id and"
                                       " t.doubt_id = d.doubt_id;",
                                       below_doubts[i], gone));
    }
    for (size_t i = 0; i < sizeof(below_meetings) / sizeof(below_meetings[0]); i++) {
        buffer_puts(&sql, arena_printf(arena,
                                       "delete from minutes_store.%s t using %s"
                                       " where t.body_id = k.b and t.meeting_id = k.m;",
                                       below_meetings[i], gone));
    }
    return db_run(writer->conn, "replacing meetings", sql.data);
}
