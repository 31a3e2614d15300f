/*
 * council_lists.c - the lists of committees and meetings, from the web service or from pages; see council_site.h.
 *
 * The service's answers are read whatever their root is called, bare or in a SOAP envelope; counts stand in them with a space before.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "council_site.h"
#include "texts.h"
#include "xml.h"

#define DEPTH_MAX 20
#define ID_MAX 15
/* No council has more committees, or meetings in one list. */
#define ENTRIES_MAX 20000

static bool fail(ReadError *error, const char *code, const char *what)
{
    error->code = code;
    snprintf(error->detail, sizeof(error->detail), "%s", what);
    return false;
}

/* A number of the CMS's: digits only, since it goes into addresses. NULL for anything else. */
static const char *number_of(const char *text)
{
    size_t len = text == NULL ? 0 : strlen(text);

    return len > 0 && len <= ID_MAX && strspn(text, "0123456789") == len ? text : NULL;
}

static const char *number_field(Arena *arena, const xmlNode *parent, const char *name)
{
    return number_of(xml_child_text(arena, parent, name));
}

/* A plain field, unescaped as often as it was escaped; NULL where it is blank. */
static const char *text_field(Arena *arena, const xmlNode *parent, const char *name)
{
    const char *text = xml_unescape(arena, xml_child_text(arena, parent, name));

    return text == NULL ? NULL : text_one_line(arena, text_of(text)).data;
}

static bool is_true(Arena *arena, const xmlNode *parent, const char *name)
{
    return text_is(text_of(xml_child_text(arena, parent, name)), "true");
}

static Committee *add_committee(Arena *arena, Committees *list)
{
    list->committee =
        mn_grow(&arena->base, list->committee, sizeof(Committee), list->count, &list->capacity);
    list->committee[list->count] = (Committee){0};
    return &list->committee[list->count++];
}

static ListedMeeting *add_meeting(Arena *arena, ListedMeetings *list)
{
    list->meeting =
        mn_grow(&arena->base, list->meeting, sizeof(ListedMeeting), list->count, &list->capacity);
    list->meeting[list->count] = (ListedMeeting){0};
    return &list->meeting[list->count++];
}

/* ---- the service ---- */

/* What a walk through an answer found. */
typedef struct Found {
    Arena *arena;
    Committees *committees;   /* wanted, else NULL */
    ListedMeetings *meetings; /* wanted, else NULL */
    const char *counter;      /* the element that counts what is wanted */
    long counted;             /* what it says; -1 unknown */
    size_t entries;
    size_t unreadable; /* of these, meetings without a number */
    bool is_list;      /* an element of such a list was there */
} Found;

static void take_committee(Found *found, const xmlNode *node)
{
    const char *id = number_field(found->arena, node, "committeeid");
    const char *title = text_field(found->arena, node, "committeetitle");

    found->entries++;
    if (id != NULL && title != NULL && found->entries <= ENTRIES_MAX) {
        Committee *committee = add_committee(found->arena, found->committees);

        committee->id = id;
        committee->title = title;
        committee->closed = is_true(found->arena, node, "committeedeleted") ||
                            is_true(found->arena, node, "committeeexpired");
    }
}

/* A meeting; the committee that it stands under unless it names one of its own. */
static void take_meeting(Found *found, const xmlNode *node, const xmlNode *committee)
{
    Arena *arena = found->arena;
    const char *id = number_field(arena, node, "meetingid");
    const char *date = text_field(arena, node, "meetingdate");
    ListedMeeting *meeting;
    MnSpan matched;
    int weekday;

    found->entries++;
    if (id == NULL || found->entries > ENTRIES_MAX) {
        found->unreadable++;
        return;
    }
    meeting = add_meeting(arena, found->meetings);
    meeting->id = id;
    meeting->committee_id = number_field(arena, node, "committeeid");
    meeting->committee_title = text_field(arena, node, "committeetitle");
    if (committee != NULL && meeting->committee_id == NULL) {
        meeting->committee_id = number_field(arena, committee, "committeeid");
    }
    if (committee != NULL && meeting->committee_title == NULL) {
        meeting->committee_title = text_field(arena, committee, "committeetitle");
    }
    if (date != NULL) {
        mn_find_date(text_of(date), 0, &meeting->date, &weekday, &matched);
    }
}

static void walk(Found *found, const xmlNode *node, const xmlNode *committee, int depth)
{
    for (; node != NULL && depth < DEPTH_MAX; node = node->next) {
        const xmlNode *under = committee;

        if (node->type != XML_ELEMENT_NODE) {
            continue;
        }
        if (xml_child(node, found->counter) != NULL) {
            const char *count = xml_child_text(found->arena, node, found->counter);

            found->is_list = true;
            found->counted = count == NULL ? -1 : strtol(count, NULL, 10);
        }
        if (found->committees != NULL && xml_is(node, "committee")) {
            found->is_list = true;
            take_committee(found, node);
            continue;
        }
        if (found->meetings != NULL && xml_is(node, "meeting")) {
            found->is_list = true;
            take_meeting(found, node, committee);
            continue;
        }
        found->is_list |= found->committees != NULL
                              ? xml_is(node, "committees")
                              : xml_is(node, "getmeetings") || xml_is(node, "getmeetingsbydate") ||
                                    xml_is(node, "meetings");
        if (xml_is(node, "committee")) {
            under = node;
        }
        walk(found, node->children, under, depth + 1);
    }
}

bool site_is_page(MnText answer)
{
    static const char *const marks[] = {"<html", "<HTML", "<!DOCTYPE html", "<!doctype html"};
    MnText head = mn_trim(text_upto(answer, answer.len < 2000 ? answer.len : 2000));

    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (text_search(head, 0, marks[i]) < head.len) {
            return true;
        }
    }
    return false;
}

static bool read_list(Arena *arena, MnText answer, Found *found, ReadError *error)
{
    MnText text;
    xmlDoc *parsed;

    if (!decode_text(answer, NULL, arena, &text, error)) {
        return false;
    }
    if (site_is_page(text) || text_first(text) != '<') {
        return fail(error, "not_the_service",
                    "the answer is a web page and none of the web service's, which may be switched "
                    "off for this site");
    }
    parsed = xml_parse(text, "the list", error);
    if (parsed == NULL) {
        return false;
    }
    walk(found, xmlDocGetRootElement(parsed), NULL, 0);
    xmlFreeDoc(parsed);
    if (!found->is_list) {
        return fail(error, "not_the_service", "the answer is no list of the web service's");
    }
    if (found->entries > ENTRIES_MAX) {
        return fail(error, "too_large", "the list has more entries than any council's");
    }
    if (found->unreadable > 0) {
        return fail(error, "incomplete", "the list has a meeting without a number");
    }
    if (found->counted >= 0 && (size_t) found->counted > found->entries) {
        return fail(error, "incomplete", "the list has fewer entries than it counts");
    }
    return true;
}

bool site_read_committees(Arena *arena, MnText answer, Committees *committees, ReadError *error)
{
    Found found = {
        .arena = arena, .committees = committees, .counter = "committeescount", .counted = -1};

    return read_list(arena, answer, &found, error);
}

bool site_read_meetings(Arena *arena, MnText answer, ListedMeetings *meetings, ReadError *error)
{
    Found found = {.arena = arena, .meetings = meetings, .counter = "meetingscount", .counted = -1};

    if (!read_list(arena, answer, &found, error)) {
        return false;
    }
    meetings->doubtful |= found.entries == 0 && found.counted < 0;
    return true;
}

/* ---- pages ---- */

/* What a walk through the links of a page is for. */
typedef struct Links {
    Arena *arena;
    Committees *committees;
    ListedMeetings *meetings;
    const char *committee_id;
} Links;

/* The digits behind a parameter of an address, whatever the case; NULL where there are none. */
static const char *parameter(Arena *arena, const char *href, const char *name)
{
    for (const char *at = strcasestr(href, name); at != NULL; at = strcasestr(at + 1, name)) {
        size_t len = strlen(name);
        size_t digits = strspn(at + len, "0123456789");

        if (at > href && (at[-1] == '?' || at[-1] == '&' || at[-1] == ';') && digits > 0 &&
            digits <= ID_MAX) {
            return arena_text(arena, (MnText){at + len, digits});
        }
    }
    return NULL;
}

static void take_committee_link(Links *links, const xmlNode *node, const char *href)
{
    const char *id = NULL;
    const char *title;
    Committee *committee;

    if (strcasestr(href, "mgCommitteeDetails.aspx") != NULL) {
        id = parameter(links->arena, href, "ID=");
    } else if (strcasestr(href, "ieListMeetings.aspx") != NULL) {
        id = parameter(links->arena, href, "CommitteeId=");
        id = id == NULL ? parameter(links->arena, href, "CId=") : id;
    }
    title = id == NULL ? NULL : html_text(links->arena, node);
    if (id == NULL || mn_trim(text_of(title)).len == 0 || links->committees->count == ENTRIES_MAX) {
        return;
    }
    for (size_t i = 0; i < links->committees->count; i++) {
        if (strcmp(links->committees->committee[i].id, id) == 0) {
            return;
        }
    }
    committee = add_committee(links->arena, links->committees);
    committee->id = id;
    committee->title = text_one_line(links->arena, text_of(title)).data;
}

static void take_meeting_link(Links *links, const xmlNode *node, const char *href)
{
    const char *id = NULL;
    const char *committee;
    ListedMeeting *meeting;
    MnSpan matched;
    int weekday;

    if (strcasestr(href, "ieListDocuments.aspx") != NULL) {
        id = parameter(links->arena, href, "MId=");
        id = id == NULL ? parameter(links->arena, href, "MeetingId=") : id;
    }
    if (id == NULL || links->meetings->count == ENTRIES_MAX) {
        return;
    }
    committee = parameter(links->arena, href, "CId=");
    /* A page may link to meetings of other committees. */
    if (committee != NULL && strcmp(committee, links->committee_id) != 0) {
        return;
    }
    for (size_t i = 0; i < links->meetings->count; i++) {
        if (strcmp(links->meetings->meeting[i].id, id) == 0) {
            return;
        }
    }
    meeting = add_meeting(links->arena, links->meetings);
    meeting->id = id;
    meeting->committee_id = links->committee_id;
    mn_find_date(text_of(html_text(links->arena, node)), 0, &meeting->date, &weekday, &matched);
}

static void walk_links(Links *links, const xmlNode *root)
{
    const xmlNode *node = root;

    /* Without recursion: a page may be nested as deeply as somebody likes. */
    while (node != NULL) {
        if (html_is(node, "a")) {
            const char *href = html_attribute(links->arena, node, "href");

            if (href != NULL && links->committees != NULL) {
                take_committee_link(links, node, href);
            } else if (href != NULL) {
                take_meeting_link(links, node, href);
            }
        }
        if (node->children != NULL) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == NULL) {
            node = node->parent;
        }
        node = node == root ? NULL : node->next;
    }
}

static bool read_page(MnText answer, Links *links, ReadError *error)
{
    MnText text;
    xmlDoc *page;

    if (!decode_text(answer, NULL, links->arena, &text, error)) {
        return false;
    }
    page = html_parse(text, error);
    if (page == NULL) {
        return false;
    }
    walk_links(links, xmlDocGetRootElement(page));
    xmlFreeDoc(page);
    return true;
}

bool site_read_committees_page(Arena *arena, MnText answer, Committees *committees,
                               ReadError *error)
{
    Links links = {.arena = arena, .committees = committees};

    return read_page(answer, &links, error) &&
           (committees->count > 0 ||
            fail(error, "not_the_service", "the page links to no committee"));
}

bool site_read_meetings_page(Arena *arena, MnText answer, const char *committee_id,
                             ListedMeetings *meetings, ReadError *error)
{
    Links links = {.arena = arena, .meetings = meetings, .committee_id = committee_id};

    return read_page(answer, &links, error);
}
