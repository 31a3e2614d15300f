/*
 * segment_header.c - a meeting's header: where it ends, and what it says of body, day, hour, place, contact and status.
 */
#include <string.h>

#include "segment.h"
#include "texts.h"

/* A header is looked for among this many units. */
#define HEADER_MAX 400

static Unit *unit_of(const Segmenter *segmenter, size_t at)
{
    return &segmenter->units.unit[at];
}

/* "Agenda and minutes", "Items", "No. Item": what a page prints around a meeting. */
static bool is_page_word(MnText text)
{
    static const char *const words[] = {"agenda and minutes",
                                        "agenda",
                                        "agenda and draft minutes",
                                        "draft minutes",
                                        "agenda, decisions and minutes",
                                        "agenda, decisions and draft minutes",
                                        "minutes of meeting",
                                        "decisions",
                                        "items",
                                        "no. item",
                                        "no item",
                                        "no.",
                                        "item",
                                        "items no. item",
                                        "draft",
                                        "rhaglen a chofnodion",
                                        "eitemau",
                                        "printed minutes",
                                        "meeting minutes",
                                        "minutes of the meeting",
                                        "rhaglen",
                                        "agenda a chofnodion",
                                        "rhif eitem",
                                        "no. | item",
                                        "item no. | item",
                                        "public minutes",
                                        "open minutes",
                                        "part 1 minutes",
                                        "unconfirmed",
                                        "unconfirmed minutes",
                                        "draft - subject to approval",
                                        "draft minutes - subject to approval",
                                        "cancelled",
                                        "this meeting has been cancelled",
                                        "(draft)",
                                        NULL};

    return text_is_any(text_strip(text, " .:*-"), words, NULL);
}

static bool is_strong_number(const Unit *unit)
{
    return (unit->number.kind == NUMBER_CODE && !unit->number.damaged) ||
           unit->number.kind == NUMBER_YEARED;
}

/* Whether the unit, behind lists of people, is a numbered title, or the header of another meeting. */
static bool begins_business(const Segmenter *segmenter, size_t at)
{
    const Unit *unit = unit_of(segmenter, at);
    MnText rest = unit->kind == UNIT_BULLET ? unit->text : unit->rest;
    Statement statement;

    if (unit->kind != UNIT_LABEL && unit->number.kind != NUMBER_NONE && title_score(rest) > 0 &&
        (title_is_usual(rest) || !unit_is_numbered_entry(segmenter, at) ||
         !people_are_listed(segmenter->arena, rest))) {
        return true;
    }
    return unit->kind != UNIT_LABEL &&
           statement_of_meeting(segmenter->arena, unit->text, &statement) &&
           statement.date.year != 0;
}

size_t segment_header_end(Segmenter *segmenter, size_t first, size_t end)
{
    size_t last = first;
    size_t at = first;
    size_t passed = 0; /* units since the last one that is of the header */
    size_t limit;
    bool people = false;
    size_t prose = 0;

    /* A page's navigation may be longer than any header. */
    while (at < end && unit_of(segmenter, at)->furniture) {
        at++;
    }
    limit = end - at > HEADER_MAX ? at + HEADER_MAX : end;
    while (at < limit) {
        Unit *unit = unit_of(segmenter, at);
        Statement statement;

        if (unit->furniture) {
            at++;
            continue;
        }
        if (unit->label == LABEL_MINUTES || unit->label == LABEL_DECISION ||
            is_strong_number(unit) ||
            (unit->kind == UNIT_BREAK && unit->mark != NULL && strncmp(unit->mark, "AI", 2) == 0)) {
            break;
        }
        prose +=
            unit->kind == UNIT_TEXT && text_is_closed(unit->text) && text_words(unit->text) > 6;
        if (people && (prose > 2 || begins_business(segmenter, at))) {
            break;
        }
        if (unit->kind == UNIT_LABEL && unit->label != LABEL_DOCUMENTS &&
            (unit->label != LABEL_CHAIR || unit->rest.len > 0)) {
            last = at + 1;
            passed = 0;
            if (label_is_of_people(unit->label)) {
                people = true;
                for (at = unit_after(segmenter, at);
                     at < limit && unit_is_of_people(segmenter, at, limit);
                     at = unit_after(segmenter, at)) {
                    last = at + 1;
                }
                continue;
            }
            if (unit->rest.len == 0 && at + 1 < limit &&
                unit_of(segmenter, at + 1)->kind == UNIT_TEXT && unit->label != LABEL_NOTE) {
                last = at + 2;
            }
        } else if (is_page_word(unit->text) ||
                   (!people && (statement_of_meeting(segmenter->arena, unit->text, &statement) ||
                                statement_of_time(segmenter->arena, unit->text, &statement)))) {
            last = at + 1;
            passed = 0;
        } else if (++passed > 12) {
            break;
        }
        at = unit_after(segmenter, at);
    }
    return last;
}

/*
 * Whether a sentence that names a dated meeting only reports of one: its minutes were noted, approved or received, or it is a
 * meeting before or after this one.
 */
static bool reports_a_meeting(MnText text)
{
    static const char *const others[] = {"next meeting",
                                         "last meeting",
                                         "previous meeting",
                                         "earlier meeting",
                                         "will be held",
                                         "will take",
                                         "would be held",
                                         "will meet",
                                         "would take",
                                         "correct record",
                                         "accurate record",
                                         "true record",
                                         "arising from",
                                         "following meeting",
                                         "the minutes be",
                                         "special thanks",
                                         NULL};
    static const char *const leads[] = {"to approve", "to confirm", "to receive",  "to note",
                                        "to agree",   "to sign",    "to consider", NULL};
    static const char *const done[] = {
        "approved", "noted",    "received",   "agreed",    "confirmed", "signed",
        "adopted",  "accepted", "considered", "submitted", "presented", "circulated",
        "deferred", "tabled",   "laid",       "amended",   "attached",  "appended",
        "ratified", "endorsed", "discussed",  "reviewed",  "moved",     "proposed",
        "referred", "reported", "published",  "shared",    NULL};
    static const char *const auxiliaries[] = {"were", "was", "be", "are", "been", "being", NULL};
    size_t at = 0;
    MnText word;
    size_t passed = 4; /* words since the last auxiliary */
    bool to = false;

    if (text_has_any(text, others, NULL) || text_begins_any(text, leads, NULL)) {
        return true;
    }
    while (text_next_word(text, &at, &word)) {
        word = text_strip(word, ".,;:()");
        if (text_is_any(word, auxiliaries, NULL)) {
            passed = to ? 4 : 0; /* "to be approved" says it of these minutes */
        } else if (++passed <= 4 && text_is_any(word, done, NULL)) {
            return true;
        }
        to = text_is(word, "to");
    }
    return false;
}

/* Whether the unit is the title, or begins the text, of a number that stands on its line alone. */
static bool is_under_number(const Segmenter *segmenter, size_t at)
{
    for (int i = 0; i < 2; i++) {
        const Unit *unit;

        at = unit_before(segmenter, at);
        if (at >= segmenter->units.count) {
            return false;
        }
        unit = unit_of(segmenter, at);
        if (unit->number.kind != NUMBER_NONE && unit->kind != UNIT_BULLET &&
            !segmenter->document->blocks.block[unit->block].stated) {
            return i == 0 || mn_trim(unit->rest).len == 0;
        }
    }
    return false;
}

/* Whether the first number behind unit `at` goes on with the numbers before it. */
static bool numbers_go_on(const Segmenter *segmenter, size_t at, size_t end)
{
    const Number *next = NULL;
    size_t look = at;

    for (int i = 0; i < 40 && next == NULL && (look = unit_after(segmenter, look)) < end; i++) {
        const Unit *unit = unit_of(segmenter, look);

        next = unit->number.kind != NUMBER_NONE ? &unit->number : NULL;
    }
    look = at;
    for (int i = 0; next != NULL && i < HEADER_MAX; i++) {
        const Number *before;

        look = unit_before(segmenter, look);
        if (look >= segmenter->units.count) {
            break;
        }
        before = &unit_of(segmenter, look)->number;
        if (before->kind == next->kind && before->value == next->value - 1 &&
            before->year == next->year && mn_same(before->prefix, next->prefix)) {
            return true;
        }
    }
    return false;
}

/* Whether a meeting of that date is after the one whose header ends at `from`, as far as that is known. */
static bool is_later(Segmenter *segmenter, size_t from, MnDate date)
{
    Statement statement;

    for (int i = 0; i < HEADER_MAX; i++) {
        from = unit_before(segmenter, from);
        if (from >= segmenter->units.count) {
            break;
        }
        if ((statement_of_meeting(segmenter->arena, unit_of(segmenter, from)->text, &statement) ||
             statement_of_time(segmenter->arena, unit_of(segmenter, from)->text, &statement)) &&
            statement.date.year != 0) {
            return mn_date_compare(date, statement.date) > 0;
        }
    }
    return true;
}

size_t segment_next_header(Segmenter *segmenter, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++) {
        Unit *unit = unit_of(segmenter, at);
        Statement statement;
        size_t next = at;
        size_t before;
        size_t lists = 0;
        size_t said = at;

        if (unit->kind == UNIT_HEADING && segmenter->document->blocks.block[unit->block].stated) {
            return at;
        }
        if (unit->furniture || (unit->kind != UNIT_TEXT && unit->kind != UNIT_HEADING) ||
            unit->text.len > 400 ||
            !statement_of_meeting(segmenter->arena, unit->text, &statement) ||
            statement.date.year == 0 || unit->number.kind != NUMBER_NONE ||
            reports_a_meeting(unit->text) || is_under_number(segmenter, at)) {
            continue;
        }
        for (int i = 0; i < 14 && next < end; i++) {
            LabelKind label;

            next = unit_after(segmenter, next);
            label = next < end ? unit_of(segmenter, next)->label : LABEL_NONE;
            if (label == LABEL_MINUTES || (next < end && label == LABEL_NONE && lists == 0 &&
                                           (is_strong_number(unit_of(segmenter, next)) ||
                                            (unit_of(segmenter, next)->number.kind != NUMBER_NONE &&
                                             title_score(unit_of(segmenter, next)->rest) > 0)))) {
                break;
            }
            lists += label_is_of_people(label) || label == LABEL_VENUE || label == LABEL_CONTACT;
        }
        if (lists == 0) {
            continue;
        }
        /* the headings right before it belong to it */
        while ((before = unit_before(segmenter, at)) < segmenter->units.count && before >= from) {
            const Unit *above = unit_of(segmenter, before);

            if (above->kind == UNIT_BREAK || is_page_word(above->text) ||
                ((above->kind == UNIT_HEADING || above->kind == UNIT_TEXT) &&
                 text_words(above->text) <= 12 && !text_is_closed(above->text) &&
                 !text_is_closing(above->text) && above->number.kind == NUMBER_NONE &&
                 body_score(above->text) >= 2)) {
                at = before;
            } else {
                break;
            }
        }
        /* numbers that go on are the same meeting's, unless a header says more than an earlier day */
        if (at == said && numbers_go_on(segmenter, said, end) &&
            !is_later(segmenter, from, statement.date)) {
            continue;
        }
        return at;
    }
    return end;
}

/* ---- fields ---- */

/* What a label's own line or the line under it says. */
static MnText labelled(const Segmenter *segmenter, size_t at, size_t end)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t next = unit_after(segmenter, at);

    if (unit->rest.len > 0 || next >= end || unit_of(segmenter, next)->kind == UNIT_LABEL) {
        return unit->rest;
    }
    return unit_of(segmenter, next)->text;
}

typedef struct Header {
    MnText body;
    int body_worth; /* 100 for a statement, else body_score and place */
    Statement best;
    MnText venue;
    const char *contact;
    size_t date_at; /* the unit that gave the date */
} Header;

static void take_statement(Header *header, const Statement *statement, size_t at, int worth)
{
    if (statement->date.year != 0 && header->best.date.year == 0) {
        header->best.date = statement->date;
        header->best.weekday = statement->weekday;
        header->date_at = at;
    }
    if (statement->minutes >= 0 && header->best.minutes < 0) {
        header->best.minutes = statement->minutes;
    }
    if (statement->venue.len > 0 && header->venue.len == 0) {
        header->venue = statement->venue;
    }
    if (statement->body.len > 0 && worth > header->body_worth) {
        header->body = statement->body;
        header->body_worth = worth;
    }
}

static void take_label(Segmenter *segmenter, Header *header, size_t at, size_t end)
{
    const Unit *unit = unit_of(segmenter, at);
    MnText says = labelled(segmenter, at, end);
    MnSpan span;
    int minutes;

    if ((unit->label == LABEL_DATE || unit->label == LABEL_TIME) && header->venue.len == 0) {
        /* "Date: 6 May 2025   Venue: Town Hall" on one line */
        size_t venue = text_find(unit->rest, 0, "Venue");

        if (venue + 6 < unit->rest.len && unit->rest.data[venue + 5] == ':') {
            header->venue = text_strip(text_after(unit->rest, venue + 6), " |");
        }
    }
    switch (unit->label) {
    case LABEL_VENUE:
        header->venue = says.len > 0 ? says : header->venue;
        break;
    case LABEL_CONTACT:
        if (header->contact == NULL) {
            header->contact = contact_name(segmenter->arena, says);
        }
        break;
    case LABEL_DATE: {
        Statement statement = {.date = MN_NO_DATE, .weekday = -1, .minutes = -1};

        if (mn_find_date(says, 0, &statement.date, &statement.weekday, &span)) {
            if (mn_find_time(says, span.start + span.len, &minutes, &span)) {
                statement.minutes = minutes;
            }
            header->best.date = MN_NO_DATE;
            take_statement(header, &statement, at, 0);
        }
        break;
    }
    case LABEL_TIME:
        if (mn_find_time(says, 0, &minutes, &span)) {
            header->best.minutes = minutes;
        }
        break;
    case LABEL_BODY:
        if (body_score(says) > 1 && header->body_worth < 60) {
            header->body = says;
            header->body_worth = 60;
        }
        break;
    default:
        break;
    }
}

/* "Annual Parish Council", "Full Council", "Ordinary Committee": a heading says whose. */
static bool is_generic(MnText body)
{
    static const char *const words[] = {
        "annual",  "ordinary",  "extraordinary", "special",     "full",    "parish",   "town",
        "council", "committee", "board",         "meeting",     "general", "monthly",  "the",
        "of",      "members",   "community",     "partnership", "panel",   "district", "borough",
        "city",    "county",    "executive",     "working",     "group",   "cyngor",   "y",
        "llawn",   "cyfarfod",  "pwyllgor",      "o'r",         "yr",      NULL};
    size_t at = 0;
    MnText word;

    while (text_next_word(body, &at, &word)) {
        if (!text_is_any(text_strip(word, ".,:()"), words, NULL)) {
            return false;
        }
    }
    return true;
}

/* Whether a line names whose committee meets ("Northvale Fire Authority"), where a committee is named besides. */
static bool is_authority(MnText text)
{
    text = text_strip(text, " .,:");
    return (text_ends(text, "authority") || text_ends(text, "council")) &&
           !text_has(text, "committee") && !text_has(text, "board") && !text_has(text, "panel");
}

/* "MINUTES OF THE HIGHWAYS AND" above "TRANSPORT PANEL": the unit's text with the line that ends the name. */
static MnText over_two_lines(const Segmenter *segmenter, size_t at)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t next = unit_after(segmenter, at);
    const Unit *below = next < segmenter->units.count ? unit_of(segmenter, next) : NULL;

    if (below == NULL || !below->close_up || below->kind != unit->kind ||
        !(text_begins(unit->text, "minutes of") || text_begins(unit->text, "meeting of")) ||
        body_score(unit->text) >= 2 || body_score(below->text) < 3 ||
        text_is_capitals(unit->text) != text_is_capitals(below->text) ||
        text_words(unit->text) < 3) {
        return unit->text;
    }
    return text_of(arena_printf(segmenter->arena, "%.*s %.*s", (int) unit->text.len,
                                unit->text.data, (int) below->text.len, below->text.data));
}

static void take_plain(Segmenter *segmenter, Header *header, size_t at, size_t first, size_t end)
{
    const Unit *unit = unit_of(segmenter, at);
    Statement statement;
    int score;

    if (statement_of_meeting(segmenter->arena,
                             text_with_year(segmenter, first, end, over_two_lines(segmenter, at)),
                             &statement)) {
        take_statement(header, &statement, at,
                       is_generic(statement.body)        ? 12
                       : body_score(statement.body) >= 2 ? 100
                                                         : 50);
        return;
    }
    if (statement_of_time(segmenter->arena, text_with_year(segmenter, first, end, unit->text),
                          &statement)) {
        take_statement(header, &statement, at, 0);
        return;
    }
    if (text_is_place(unit->text) && header->venue.len == 0 && at > first) {
        header->venue = unit->text;
        return;
    }
    score = unit->kind == UNIT_BULLET || unit->kind == UNIT_ROW || is_page_word(unit->text) ||
                    text_is_closed(unit->text)
                ? 0
                : body_score(unit->text);
    if (score > 0) {
        int worth = score * 10 + (unit->kind == UNIT_HEADING ? 5 : 0) - (at - first > 20 ? 5 : 0);

        if (is_authority(unit->text)) {
            worth = worth > 22 ? 22 : worth;
        }

        if (worth > header->body_worth) {
            header->body = unit->text;
            header->body_worth = worth;
        }
    }
}

/* A date or hour anywhere in the header, where nothing better gave one. */
static void take_any(Segmenter *segmenter, Header *header, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++) {
        const Unit *unit = unit_of(segmenter, at);
        MnSpan span;
        int minutes;

        if (unit->furniture || label_is_of_people(unit->label) || unit->text.len > 1000) {
            continue;
        }
        if (header->best.date.year == 0 &&
            mn_find_date(text_with_year(segmenter, first, segmenter->units.count, unit->text), 0,
                         &header->best.date, &header->best.weekday, &span)) {
            header->date_at = at;
        } else if (header->best.date.year == 0) {
            header->best.date = MN_NO_DATE;
        }
        if (header->best.minutes < 0) {
            header->best.minutes = hour_of_start(unit->text);
        }
        if (header->best.minutes < 0 && !text_is_closing(unit->text) &&
            !text_has(unit->text, "closed") && mn_find_time(unit->text, 0, &minutes, &span) &&
            (text_search(unit->text, 0, "m") < unit->text.len || unit->text.len < 20)) {
            header->best.minutes = minutes;
        }
    }
}

static void take_stated(Segmenter *segmenter, Meeting *meeting)
{
    const StatedMeeting *stated = &segmenter->document->blocks.stated;

    meeting->body = stated->body != NULL ? stated->body : meeting->body;
    meeting->authority = stated->authority;
    meeting->cms_id = stated->cms_id;
    meeting->date = stated->date.year != 0 ? stated->date : meeting->date;
    meeting->start_minutes =
        stated->start_minutes >= 0 ? stated->start_minutes : meeting->start_minutes;
    meeting->venue = stated->venue != NULL ? stated->venue : meeting->venue;
    meeting->contact = stated->contact != NULL ? stated->contact : meeting->contact;
    if (stated->status != NULL) {
        if (text_has(text_of(stated->status), "cancelled") ||
            text_has(text_of(stated->status), "canceled") ||
            text_has(text_of(stated->status), "abandoned")) {
            meeting->held = false;
        }
        if (text_has(text_of(stated->status), "draft")) {
            meeting->draft = true;
        }
    }
}

static void check_weekday(Segmenter *segmenter, const Meeting *meeting, int number,
                          const Header *header)
{
    static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

    if (header->best.weekday >= 0 && mn_date_is_valid(meeting->date) &&
        mn_date_compare(meeting->date, header->best.date) == 0 &&
        mn_date_weekday(meeting->date) != header->best.weekday) {
        const Unit *unit = unit_of(segmenter, header->date_at);

        document_problem(segmenter->document, SEVERITY_WARNING, "weekday_mismatch",
                         segmenter->document->blocks.block[unit->block].line, number, 0,
                         "The meeting's date, %d %s %d, was a %s and not, as printed, a %s.",
                         meeting->date.day, mn_month_name(meeting->date.month), meeting->date.year,
                         days[mn_date_weekday(meeting->date)], days[header->best.weekday]);
    }
}

/* A place as people write it: without the article of its sentence, in title case where it was printed in capitals. */
static const char *venue_name(Arena *arena, MnText venue)
{
    venue = text_strip(venue, " .,;");
    if (text_begins(venue, "the") && text_words(venue) > 1 &&
        (venue.data[0] == 't' || (venue.data[1] == 'H' && text_is_capitals(venue))) &&
        is_upper(text_first(mn_trim(text_after(venue, 3))))) {
        venue = mn_trim(text_after(venue, 3));
    }
    if (venue.len == 0) {
        return NULL;
    }
    return text_is_capitals(venue) && text_words(venue) > 1 ? text_title_case(arena, venue)
                                                            : text_one_line(arena, venue).data;
}

void segment_header(Segmenter *segmenter, Meeting *meeting, int number, size_t first, size_t end)
{
    Header header = {.best = {.date = MN_NO_DATE, .weekday = -1, .minutes = -1}};
    bool people = false;

    meeting->held = true;
    for (size_t at = first; at < end; at++) {
        Unit *unit = unit_of(segmenter, at);

        if (text_says_draft(unit->text) && !people) {
            meeting->draft = true;
        }
        if (unit->furniture) {
            continue;
        }
        if (text_says_not_held(unit->text, true)) {
            meeting->held = false;
        }
        people |= label_is_of_people(unit->label);
        if (unit->kind == UNIT_LABEL) {
            take_label(segmenter, &header, at, end);
        } else if (!people) {
            take_plain(segmenter, &header, at, first, segmenter->units.count);
        }
        unit->used = true;
        unit_place(segmenter, at, PLACE_HEADER, number, 0);
    }
    take_any(segmenter, &header, first, end);
    meeting->body = header.body.len > 0 ? body_name(segmenter, header.body) : NULL;
    if (meeting->body == NULL || header.body_worth < 15) {
        meeting->body = segmenter->options != NULL && segmenter->options->body != NULL
                            ? segmenter->options->body
                            : meeting->body;
    }
    meeting->date = header.best.date;
    meeting->start_minutes = header.best.minutes;
    meeting->venue = venue_name(segmenter->arena, header.venue);
    meeting->contact = header.contact;
    meeting->authority = NULL;
    if (number == 0) {
        take_stated(segmenter, meeting);
    }
    check_weekday(segmenter, meeting, number, &header);
}
