/*
 * vanished.c - meetings that a site lists no more are marked; those that it lists again are not any more. See sync.h.
 */
#include <stdlib.h>
#include <string.h>

#include "sync.h"

/* So many meetings that are not listed any more are asked for one by one. */
#define MOVED_MOST "50"

static const char *day(Arena *arena, MnDate date)
{
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* Rows that a statement changed; -1 where the server refuses (told). */
static int64_t run(Sync *sync, const char *doing, const char *sql, int count,
                   const char *const *values)
{
    PGresult *result = db_query_params(sync->load->conn, doing, sql, count, values);
    int64_t rows = result == NULL ? -1 : (int64_t) strtoll(PQcmdTuples(result), NULL, 10);

    PQclear(result);
    return rows;
}

/* What chooses the meetings that are not listed any more, with the parameters that window_values() gives. */
#define NOT_LISTED                                                                                 \
    " l.document_id = m.document_id and l.site = $1 and not (l.meeting_id = any($2::text[]))"      \
    " and ($4::boolean or l.committee_id = any($3::text[]))"                                       \
    " and m.held_on between $5::date and $6::date and m.vanished_at is null"

static void window_values(Sync *sync, const char *values[6])
{
    Buffer ids = {.arena = sync->arena};
    Buffer committees = {.arena = sync->arena};

    for (size_t i = 0; i < sync->meetings.count; i++) {
        list_add(&ids, sync->meetings.meeting[i].id);
    }
    for (size_t i = 0; i < sync->listed.count; i++) {
        list_add(&committees, sync->listed.committee[i].id);
    }
    values[0] = sync->site.base;
    values[1] = list_end(&ids);
    values[2] = list_end(&committees);
    values[3] = sync->all && sync->listed.count == sync->chosen.count ? "t" : "f";
    values[4] = day(sync->arena, sync->from);
    values[5] = day(sync->arena, sync->to);
}

/* Asks for one; false where an interrupt came. */
static bool look_at(Sync *sync, const ListedMeeting *meeting)
{
    const char *url = site_meeting_url(sync->load->sources, &sync->site, meeting->id);
    ListedMeetings now = {0};
    ReadError error;
    HttpAnswer answer;
    char sha256[65];

    switch (sync_get(sync, sync->load->sources, url, &answer, sha256)) {
    case HTTP_INTERRUPTED:
        return false;
    case HTTP_ANSWERED:
        break;
    default:
        return true;
    }
    if (site_read_meetings(sync->arena, (MnText){answer.data, answer.len}, &now, &error) &&
        now.count == 1 && strcmp(now.meeting[0].id, meeting->id) == 0 &&
        now.meeting[0].date.year != 0 && !sync_in_window(sync, now.meeting[0].date)) {
        ListedMeetings *listed = &sync->meetings;

        sync_take(sync, meeting, url, &answer, sha256);
        listed->meeting = mn_grow(&sync->arena->base, listed->meeting, sizeof(ListedMeeting),
                                  listed->count, &listed->capacity);
        listed->meeting[listed->count++] = *meeting;
    }
    return true;
}

bool sync_find_moved(Sync *sync)
{
    const char *values[6];
    PGresult *result;
    bool done = true;

    if (sync->by_pages || sync->meetings.doubtful) {
        return true;
    }
    window_values(sync, values);
    result = db_query_params(sync->load->conn, "looking for meetings that are not listed any more",
                             "select l.meeting_id, l.committee_id, b.name"
                             " from minutes_store.meetings m"
                             " join minutes_store.bodies b on b.body_id = m.body_id,"
                             " minutes_store.listed_documents_restricted l"
                             " where" NOT_LISTED " order by m.held_on desc limit " MOVED_MOST,
                             6, values);
    if (result == NULL) {
        return false;
    }
    for (int row = 0; row < PQntuples(result) && done; row++) {
        ListedMeeting meeting = {.id = arena_string(sync->arena, db_text(result, row, 0)),
                                 .committee_id = arena_string(sync->arena, db_text(result, row, 1)),
                                 .committee_title =
                                     arena_string(sync->arena, db_text(result, row, 2))};

        done = look_at(sync, &meeting);
    }
    PQclear(result);
    load_flush(sync->load);
    return done && !sync->load->shared->refused;
}

bool sync_mark_vanished(Sync *sync)
{
    char now[64];
    const char *values[7];

    window_values(sync, values);
    moment(now);
    sync->back = run(sync, "noting meetings that are listed again",
                     "update minutes_store.meetings m set vanished_at = null"
                     " from minutes_store.listed_documents_restricted l"
                     " where l.document_id = m.document_id and l.site = $1"
                     " and l.meeting_id = any($2::text[]) and m.vanished_at is not null",
                     2, values);
    if (sync->back < 0) {
        return false;
    }
    /* Pages list some meetings of a committee, not all. */
    if (sync->by_pages || sync->meetings.doubtful) {
        return true;
    }
    values[6] = now;
    sync->vanished = run(sync, "noting meetings that are not listed any more",
                         "update minutes_store.meetings m set vanished_at = $7::timestamptz"
                         " from minutes_store.listed_documents_restricted l where" NOT_LISTED,
                         7, values);
    return sync->vanished >= 0;
}
