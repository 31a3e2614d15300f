/*
 * sync.h - one run against a council's ModernGov site: which meetings it lists, what it says of each, what it lists no more.
 *
 * http.c asks, cache.c keeps what came, council_*.c know the site's addresses and lists, committees.c resolves names, plan.c lists the meetings,
 * complete.c completes texts that were cut short, vanished.c marks what is gone; command_sync.c runs it all.
 */
#ifndef MINUTES_SYNC_H
#define MINUTES_SYNC_H

#include "cache.h"
#include "http.h"
#include "load.h"
#include "council_site.h"

/* The window of days that is looked at: so many before today where --since does not say it, and so many after. */
#define SYNC_DAYS_BACK 400
#define SYNC_DAYS_AHEAD 100

typedef struct Sync {
    const Options *options;
    Arena *arena; /* of the run */
    Site site;
    Http *http;
    Cache *cache;
    Load *load;
    MnDate from;
    MnDate to;
    bool by_pages;         /* the web service is switched off: everything is read from pages */
    bool all;              /* every committee of the site */
    Committees committees; /* of the site */
    Committees chosen;     /* of these, those that are looked at */
    Committees listed;     /* of these, those whose meetings could be listed */
    ListedMeetings meetings;
    Buffer answered;      /* names of lists that could be had, see sync_failed() */
    int items_unanswered; /* pages of items in a row that the site did not give */
    int unanswered;       /* meetings in a row for which the site did not answer */
    int64_t vanished;
    int64_t back;
} Sync;

/* A window that a run looks at by default or from --since (YYYY-MM-DD; NULL). */
void sync_window(const char *since, MnDate *from, MnDate *to);

/* Whether a day lies within the run's window. */
bool sync_in_window(const Sync *sync, MnDate date);

/* Asks for an address and keeps the answer. */
HttpResult sync_get(Sync *sync, Arena *arena, const char *url, HttpAnswer *answer, char sha256[65]);

/*
 * Notes a list that could not be had: told as "what: why", and in the store under a name that stays the same from run to run. One that can be had again
 * goes into Sync.answered under that name.
 */
void sync_failed(Sync *sync, const char *name, const char *what, const ReadError *error);

/*
 * Lists committees and meetings of the window. False where that could not be done at all, or an interrupt came; committees that are not there or
 * cannot be listed are told, and the others' meetings come all the same.
 */
bool sync_plan(Sync *sync);

/* Fetches and loads the listed meetings, until the end, an interrupt, a refusal, too many rejected ones or a site that does not answer any more. */
void sync_fetch(Sync *sync);

/* Takes a meeting's answer, which lies in load->sources, into the group that is loaded next. */
void sync_take(Sync *sync, const ListedMeeting *meeting, const char *url, const HttpAnswer *answer,
               const char *sha256);

/*
 * The committee of the site that a name or number means: the number, else the only title that is the name but for case, punctuation and white space;
 * of several the only one that is not closed. NULL where there is none, and *why a sentence that says which names come near.
 */
const Committee *committee_named(Arena *arena, const Committees *committees, const char *name,
                                 const char **why);

/* What read_document() is given to complete a meeting's texts with. */
typedef struct Completion {
    Sync *sync;
    Listed *listed;
} Completion;

/*
 * A ReadOptions.complete: texts that the site cut short are completed from the items' own pages. An item whose page cannot be had, or says something
 * else, stays as it is, and Listed.cut is set. False where the document is another meeting's.
 */
bool complete_texts(void *completion, Document *document, ReadError *error);

/* Whether an answer may have texts that go on elsewhere. */
bool may_go_on(const char *data, size_t len);

/*
 * Asks the site for each meeting that sync_mark_vanished() would mark: one that is held on a day outside the window now is loaded so and counts as
 * listed. False where the server refuses (told) or an interrupt came.
 */
bool sync_find_moved(Sync *sync);

/*
 * Marks the meetings of the listed committees within the window that the site lists no more, and takes the mark from those that are back. False where
 * the server refuses (told).
 */
bool sync_mark_vanished(Sync *sync);

#endif
