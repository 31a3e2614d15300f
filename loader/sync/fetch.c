/*
 * fetch.c - the listed meetings one after another into groups that are loaded; see sync.h.
 */
#include <inttypes.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "sync.h"

/* A transaction holds so many meetings, or those of so many seconds: what was fetched is not long without being loaded. */
#define MEETINGS_MOST 16
#define SECONDS_MOST 30

/* After so many meetings in a row without an answer the site is left alone. */
#define UNANSWERED_MOST 5

static void show_progress(const Sync *sync, size_t done, time_t began, time_t *last)
{
    time_t now = time(NULL);
    int64_t total = (int64_t) sync->meetings.count;

    if (sync->options->progress == PROGRESS_OFF ||
        (sync->options->progress == PROGRESS_AUTO && !isatty(STDERR_FILENO)) || now == *last) {
        return;
    }
    *last = now;
    message(LOG_INFO, LOG_INFO, "%zu of %" PRId64 " meetings, %" PRId64 " s left", done, total,
            done == 0 ? 0 : (total - (int64_t) done) * (int64_t) (now - began) / (int64_t) done);
}

void sync_take(Sync *sync, const ListedMeeting *meeting, const char *url, const HttpAnswer *answer,
               const char *sha256)
{
    Arena *arena = sync->load->sources;
    ReadOptions *read = arena_alloc(arena, sizeof(ReadOptions));
    Listed *listed = arena_alloc(arena, sizeof(Listed));
    Completion *completion = arena_alloc(arena, sizeof(Completion));
    SourceFile file = {.source = {.name = arena_printf(arena, "meeting-%s.%s", meeting->id,
                                                       sync->by_pages ? "html" : "xml"),
                                  .uri = url,
                                  .data = answer->data,
                                  .len = answer->len}};

    memcpy(file.sha256, sha256, sizeof(file.sha256));
    *listed = (Listed){.site = sync->site.base,
                       .committee_id = meeting->committee_id,
                       .meeting_id = meeting->id,
                       .read = read,
                       .may_go_on = may_go_on(answer->data, answer->len)};
    *completion = (Completion){.sync = sync, .listed = listed};
    *read = sync->options->read;
    read->format = sync->by_pages ? FORMAT_PAGE : FORMAT_SERVICE;
    read->body = meeting->committee_title;
    read->complete = complete_texts;
    read->complete_context = completion;
    load_take(sync->load, &file, url, sync->site.base, listed);
}

/* Fetches a meeting; false where the run ends here. */
static bool fetch(Sync *sync, const ListedMeeting *meeting)
{
    Arena *arena = sync->load->sources;
    const char *url = sync->by_pages ? site_meeting_page_url(arena, &sync->site,
                                                             meeting->committee_id, meeting->id)
                                     : site_meeting_url(arena, &sync->site, meeting->id);
    const Source nothing = {.name = "", .uri = url};
    HttpAnswer answer;
    char sha256[65];
    HttpResult result = sync_get(sync, arena, url, &answer, sha256);

    if (result == HTTP_INTERRUPTED) {
        return false;
    }
    if (result == HTTP_ANSWERED) {
        sync->unanswered = 0;
        if (!sync->by_pages && site_is_page((MnText){answer.data, answer.len})) {
            answer.error =
                (ReadError){.code = "not_the_service",
                            .detail = "the site answers with a web page and not with the meeting",
                            .kind = ERROR_TRANSIENT};
            load_reject(sync->load, &nothing, url, &answer.error);
            return true;
        }
        sync_take(sync, meeting, url, &answer, sha256);
        return true;
    }
    load_reject(sync->load, &nothing, url, &answer.error);
    sync->unanswered = result == HTTP_UNANSWERED ? sync->unanswered + 1 : 0;
    if (sync->unanswered == UNANSWERED_MOST) {
        message_error("%s has not answered for %d meetings in a row and is left alone now; the "
                      "next run looks again",
                      sync->site.base, UNANSWERED_MOST);
        return false;
    }
    return true;
}

void sync_fetch(Sync *sync)
{
    time_t began = time(NULL);
    time_t group_began = began;
    time_t last = 0;

    for (size_t i = 0; i < sync->meetings.count && !load_ends(sync->load); i++) {
        if (!fetch(sync, &sync->meetings.meeting[i])) {
            break;
        }
        if (sync->load->count >= MEETINGS_MOST || time(NULL) - group_began >= SECONDS_MOST) {
            load_flush(sync->load);
            group_began = time(NULL);
        }
        show_progress(sync, i + 1, began, &last);
    }
    load_flush(sync->load);
}
