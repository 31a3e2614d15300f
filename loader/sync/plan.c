/*
 * plan.c - which meetings a run looks at: committees, then their meetings within the window, from the web service or from pages.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sync.h"

static MnDate days_from_today(int days)
{
    time_t now = time(NULL);
    struct tm day;

    localtime_r(&now, &day);
    day.tm_hour = 12;
    day.tm_mday += days;
    day.tm_isdst = -1;
    mktime(&day);
    return (MnDate){day.tm_year + 1900, day.tm_mon + 1, day.tm_mday};
}

void sync_window(const char *since, MnDate *from, MnDate *to)
{
    *from = days_from_today(-SYNC_DAYS_BACK);
    *to = days_from_today(SYNC_DAYS_AHEAD);
    if (since != NULL) {
        /* The option's reader has seen that it is a day. */
        from->year = (int) strtol(since, NULL, 10);
        from->month = (int) strtol(since + 5, NULL, 10);
        from->day = (int) strtol(since + 8, NULL, 10);
    }
}

static int day_number(MnDate date)
{
    return date.year * 10000 + date.month * 100 + date.day;
}

bool sync_in_window(const Sync *sync, MnDate date)
{
    return day_number(date) >= day_number(sync->from) && day_number(date) <= day_number(sync->to);
}

HttpResult sync_get(Sync *sync, Arena *arena, const char *url, HttpAnswer *answer, char sha256[65])
{
    HttpResult result = http_get(sync->http, arena, url, answer);

    if (result == HTTP_ANSWERED) {
        source_hash(answer->data, answer->len, sha256);
        cache_keep(sync->cache, url, answer->data, answer->len, sha256);
    }
    return result;
}

void sync_failed(Sync *sync, const char *name, const char *what, const ReadError *error)
{
    const Source nothing = {.name = "", .uri = name};

    load_reject(sync->load, &nothing, what, error);
    sync->load->shared->missing = true;
}

/* Asks for a list and reads it with `read`; what went wrong is in *error. */
typedef bool (*ReadList)(Sync *sync, MnText answer, const void *of, ReadError *error);

static HttpResult get_list(Sync *sync, const char *url, ReadList read, const void *of,
                           ReadError *error, int *status)
{
    HttpAnswer answer;
    char sha256[65];
    HttpResult result = sync_get(sync, sync->arena, url, &answer, sha256);

    *error = answer.error;
    *status = answer.status;
    if (result == HTTP_ANSWERED && !read(sync, (MnText){answer.data, answer.len}, of, error)) {
        /* No document is at fault: somebody has to look at the site. */
        error->kind = ERROR_CRITICAL;
        return HTTP_REFUSED;
    }
    return result;
}

/* ---- committees ---- */

static bool read_committees(Sync *sync, MnText answer, const void *of, ReadError *error)
{
    (void) of;
    return sync->by_pages ? site_read_committees_page(sync->arena, answer, &sync->committees, error)
                          : site_read_committees(sync->arena, answer, &sync->committees, error);
}

/*
 * Whether the site has no such service, or gives it to nobody. One that is switched off answers with a page of its own, or as a page that is not
 * there, or (where only requests by POST are taken) with status 500.
 */
static bool has_no_service(const ReadError *error, int status)
{
    return status == 404 || status == 410 || status == 403 || status == 500 ||
           (status == 200 && strcmp(error->code, "not_the_service") == 0);
}

/* Finds whether the store has minutes that this site's service gave. False where the server refuses (told). */
static bool service_has_served(Sync *sync, bool *served)
{
    const char *values[] = {sync->site.base};
    PGresult *result;

    while ((result = db_query_params(sync->load->conn, "looking for what the site's service gave",
                                     "select exists (select"
                                     " from minutes_store.listed_documents_restricted l"
                                     " join minutes_store.documents d"
                                     " on d.document_id = l.document_id"
                                     " where l.site = $1 and d.format = '" FORMAT_SERVICE "')",
                                     1, values)) == NULL) {
        if (!load_try_again(sync->load)) {
            load_refuse(sync->load->shared, sync->load->conn);
            return false;
        }
    }
    *served = db_true(result, 0, 0);
    PQclear(result);
    return true;
}

/*
 * A service that has served this store is missed, and not replaced by pages, which say less: one that is not there any more is somebody's affair, any
 * other answer may pass.
 */
static void miss_service(ReadError *error, int status)
{
    ReadError told = *error;

    told.kind = status == 404 || status == 410 ? ERROR_CRITICAL : ERROR_TRANSIENT;
    snprintf(told.detail, sizeof(told.detail),
             "%.300s; its web service has served this store before, so its pages, which say less, "
             "are not read instead",
             error->detail);
    *error = told;
}

static bool list_committees(Sync *sync)
{
    const char *url = site_committees_url(sync->arena, &sync->site);
    ReadError error;
    ReadError of_pages;
    int status;
    bool served = false;
    HttpResult result = get_list(sync, url, read_committees, NULL, &error, &status);
    bool missing =
        result != HTTP_ANSWERED && result != HTTP_INTERRUPTED && has_no_service(&error, status);

    if (missing && !service_has_served(sync, &served)) {
        return false;
    }
    if (served) {
        miss_service(&error, status);
    } else if (missing) {
        sync->by_pages = true;
        result = get_list(sync, site_committees_page_url(sync->arena, &sync->site), read_committees,
                          NULL, &of_pages, &status);
        if (result == HTTP_ANSWERED) {
            message(sync->options->log_level, LOG_WARNINGS,
                    "%s: the web service cannot be used (%s); its pages are read instead",
                    sync->site.base, error.detail);
        }
    }
    if (result == HTTP_INTERRUPTED) {
        return false;
    }
    if (result != HTTP_ANSWERED) {
        sync_failed(sync, url, sync->site.base, &error);
        return false;
    }
    list_add(&sync->answered, url);
    return true;
}

static void choose(Sync *sync, const Committee *committee)
{
    Committees *chosen = &sync->chosen;

    for (size_t i = 0; i < chosen->count; i++) {
        if (strcmp(chosen->committee[i].id, committee->id) == 0) {
            return;
        }
    }
    chosen->committee = mn_grow(&sync->arena->base, chosen->committee, sizeof(Committee),
                                chosen->count, &chosen->capacity);
    chosen->committee[chosen->count++] = *committee;
}

static void choose_committees(Sync *sync)
{
    sync->all = sync->options->committee_count == 0;
    for (size_t i = 0; sync->all && i < sync->committees.count; i++) {
        choose(sync, &sync->committees.committee[i]);
    }
    for (size_t i = 0; i < sync->options->committee_count; i++) {
        ReadError error = {.code = "no_committee", .kind = ERROR_CRITICAL};
        const char *why = "";
        const char *name =
            arena_printf(sync->arena, "%s#%s", site_committees_url(sync->arena, &sync->site),
                         sync->options->committees[i]);
        const Committee *committee =
            committee_named(sync->arena, &sync->committees, sync->options->committees[i], &why);

        if (committee != NULL) {
            choose(sync, committee);
            list_add(&sync->answered, name);
        } else {
            snprintf(error.detail, sizeof(error.detail), "%s", why);
            sync_failed(sync, name, sync->site.base, &error);
        }
    }
}

/* ---- meetings ---- */

static bool read_meetings(Sync *sync, MnText answer, const void *of, ReadError *error)
{
    const Committee *committee = of;

    return sync->by_pages
               ? site_read_meetings_page(sync->arena, answer, committee->id, &sync->meetings, error)
               : site_read_meetings(sync->arena, answer, &sync->meetings, error);
}

/* The list of one committee, NULL for all; sites that do not serve the one list may serve the other. */
static HttpResult list_meetings(Sync *sync, const Committee *committee, ReadError *error)
{
    const size_t before = sync->meetings.count;
    const char *id = committee == NULL ? NULL : committee->id;
    HttpResult result;
    int status;

    if (sync->by_pages) {
        return get_list(sync, site_meetings_page_url(sync->arena, &sync->site, id), read_meetings,
                        committee, error, &status);
    }
    result = get_list(
        sync,
        id == NULL ? site_meetings_by_date_url(sync->arena, &sync->site, NULL, sync->from, sync->to)
                   : site_meetings_url(sync->arena, &sync->site, id, sync->from, sync->to),
        read_meetings, committee, error, &status);
    if (result != HTTP_ANSWERED && result != HTTP_INTERRUPTED && id != NULL) {
        sync->meetings.count = before;
        result = get_list(
            sync, site_meetings_by_date_url(sync->arena, &sync->site, id, sync->from, sync->to),
            read_meetings, committee, error, &status);
    }
    if (result != HTTP_ANSWERED) {
        sync->meetings.count = before;
    }
    return result;
}

static void note_listed(Sync *sync, const Committee *committee)
{
    Committees *listed = &sync->listed;

    listed->committee = mn_grow(&sync->arena->base, listed->committee, sizeof(Committee),
                                listed->count, &listed->capacity);
    listed->committee[listed->count++] = *committee;
}

/* The name of a committee's list among the problems. */
static const char *list_name(Sync *sync, const Committee *committee)
{
    return arena_printf(sync->arena, "%s/#meetings-of-%s", sync->site.base, committee->id);
}

static const Committee *chosen_by_id(const Sync *sync, const char *id)
{
    for (size_t i = 0; id != NULL && i < sync->chosen.count; i++) {
        if (strcmp(sync->chosen.committee[i].id, id) == 0) {
            return &sync->chosen.committee[i];
        }
    }
    return NULL;
}

/* Lists one committee's meetings, which are its own whatever the list says of others. False where an interrupt came. */
static bool list_one(Sync *sync, const Committee *committee)
{
    size_t before = sync->meetings.count;
    const char *name = list_name(sync, committee);
    ReadError error;
    HttpResult result = list_meetings(sync, committee, &error);

    if (result == HTTP_INTERRUPTED) {
        return false;
    }
    if (result != HTTP_ANSWERED) {
        sync_failed(sync, name,
                    arena_printf(sync->arena, "%s: the meetings of \"%s\"", sync->site.base,
                                 committee->title),
                    &error);
        return true;
    }
    list_add(&sync->answered, name);
    note_listed(sync, committee);
    for (size_t i = before; i < sync->meetings.count; i++) {
        ListedMeeting *meeting = &sync->meetings.meeting[i];

        meeting->committee_id =
            meeting->committee_id == NULL ? committee->id : meeting->committee_id;
        meeting->committee_title =
            meeting->committee_title == NULL ? committee->title : meeting->committee_title;
    }
    return true;
}

/* One list of everything, where the service gives it. */
static bool list_all(Sync *sync, bool *done)
{
    ReadError error;
    HttpResult result = list_meetings(sync, NULL, &error);

    *done = result == HTTP_ANSWERED;
    for (size_t i = 0; *done && i < sync->chosen.count; i++) {
        note_listed(sync, &sync->chosen.committee[i]);
        list_add(&sync->answered, list_name(sync, &sync->chosen.committee[i]));
    }
    return result != HTTP_INTERRUPTED;
}

static int by_date(const void *a, const void *b)
{
    const ListedMeeting *left = a;
    const ListedMeeting *right = b;
    int order = day_number(left->date) - day_number(right->date);

    return order != 0 ? order : strcmp(left->id, right->id);
}

/* Keeps each meeting once, those within the window, the oldest first: a later one approves an earlier one's minutes. */
static void settle_meetings(Sync *sync)
{
    ListedMeetings *meetings = &sync->meetings;
    size_t kept = 0;

    qsort(meetings->meeting, meetings->count, sizeof(ListedMeeting), by_date);
    for (size_t i = 0; i < meetings->count; i++) {
        ListedMeeting meeting = meetings->meeting[i];
        const Committee *committee = chosen_by_id(sync, meeting.committee_id);
        bool twice = false;

        for (size_t k = 0; k < kept && !twice; k++) {
            twice = strcmp(meetings->meeting[k].id, meeting.id) == 0;
        }
        if (twice || (!sync->all && committee == NULL) ||
            (meeting.date.year == 0 ? sync->by_pages : !sync_in_window(sync, meeting.date))) {
            continue;
        }
        if (meeting.committee_title == NULL && committee != NULL) {
            meeting.committee_title = committee->title;
        }
        meetings->meeting[kept++] = meeting;
    }
    meetings->count = kept;
}

bool sync_plan(Sync *sync)
{
    bool listed = false;

    if (!list_committees(sync)) {
        return false;
    }
    choose_committees(sync);
    if (sync->all && !sync->by_pages && !list_all(sync, &listed)) {
        return false;
    }
    for (size_t i = 0; i < sync->chosen.count && !listed; i++) {
        if (!list_one(sync, &sync->chosen.committee[i])) {
            return false;
        }
    }
    settle_meetings(sync);
    return true;
}
