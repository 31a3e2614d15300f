/*
 * council_site.h - a council's ModernGov site: its addresses, and what its lists of committees and meetings say.
 */
#ifndef MINUTES_COUNCIL_SITE_H
#define MINUTES_COUNCIL_SITE_H

#include "read.h"

typedef struct Site {
    const char
        *base; /* http(s)://host[:port][/path], without a slash at its end, a login or a session */
    const char *host;     /* without port, in small letters */
    const char *user;     /* of the address that was given; NULL */
    const char *password; /* NULL */
    bool https;
} Site;

/* A committee of the site. Titles are unescaped. */
typedef struct Committee {
    const char *id;
    const char *title;
    bool closed; /* deleted or expired: its meetings are all in the past */
} Committee;

typedef struct Committees {
    Committee *committee;
    size_t count;
    size_t capacity;
} Committees;

/* A meeting as a list has it. */
typedef struct ListedMeeting {
    const char *id;
    const char *committee_id;    /* NULL unknown */
    const char *committee_title; /* NULL unknown */
    MnDate date;                 /* year 0 unknown */
} ListedMeeting;

typedef struct ListedMeetings {
    ListedMeeting *meeting;
    size_t count;
    size_t capacity;
    bool
        doubtful; /* a list was empty without saying that it has nothing: what it lacks need not be gone */
} ListedMeetings;

/*
 * Reads the address of a site, also that of one of its pages or of its web service. False where it is no address of http or https, which was told
 * without its login.
 */
bool site_read(Arena *arena, const char *url, Site *site);

/* ---- addresses, in the arena; days as the service wants them ---- */

const char *site_committees_url(Arena *arena, const Site *site);
const char *site_meetings_url(Arena *arena, const Site *site, const char *committee_id, MnDate from,
                              MnDate to);
/* Of a committee, NULL for all. */
const char *site_meetings_by_date_url(Arena *arena, const Site *site, const char *committee_id,
                                      MnDate from, MnDate to);
const char *site_meeting_url(Arena *arena, const Site *site, const char *meeting_id);

/* The pages that say the same, for sites whose service is switched off. */
const char *site_committees_page_url(Arena *arena, const Site *site);
const char *site_meetings_page_url(Arena *arena, const Site *site, const char *committee_id);
const char *site_meeting_page_url(Arena *arena, const Site *site, const char *committee_id,
                                  const char *meeting_id);
const char *site_item_page_url(Arena *arena, const Site *site, const char *item_id);

/* The item's number in the address of its page ("mgAi.aspx?ID=51903"); NULL where it is none. */
const char *site_item_id(Arena *arena, const char *url);

/* ---- lists ---- */

/*
 * Read a list from the answer of the service and add to it; false and *error where the answer is none ("not_the_service" where it is a web page, as a
 * site answers whose service is switched off; "malformed"; "incomplete" where there are fewer entries than the answer counts, or one has no number;
 * "too_large").
 */
bool site_read_committees(Arena *arena, MnText answer, Committees *committees, ReadError *error);
bool site_read_meetings(Arena *arena, MnText answer, ListedMeetings *meetings, ReadError *error);

/* Whether an answer is a web page. */
bool site_is_page(MnText answer);

/* The same from pages: every link to a committee, every link to a meeting with the day that stands in it. */
bool site_read_committees_page(Arena *arena, MnText answer, Committees *committees,
                               ReadError *error);
bool site_read_meetings_page(Arena *arena, MnText answer, const char *committee_id,
                             ListedMeetings *meetings, ReadError *error);

#endif
