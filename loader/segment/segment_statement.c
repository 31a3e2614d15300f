/*
 * segment_statement.c - what the sentences and headings say that name a meeting: body, day, hour, place.
 */
#include <string.h>

#include "people_words.h"
#include "segment.h"
#include "texts.h"

/* Words that may stand before "meeting of". */
static bool leads_to_meeting(MnText text)
{
    static const char *const words[] = {"a",           "an",
                                        "the",         "at",
                                        "minutes",     "minute",
                                        "notes",       "note",
                                        "record",      "of",
                                        "draft",       "unconfirmed",
                                        "confirmed",   "approved",
                                        "ordinary",    "extraordinary",
                                        "special",     "annual",
                                        "general",     "virtual",
                                        "hybrid",      "remote",
                                        "online",      "monthly",
                                        "quarterly",   "public",
                                        "proceedings", "action",
                                        "full",        "statutory",
                                        "first",       "second",
                                        "inaugural",   "informal",
                                        "formal",      "additional",
                                        "urgent",      "adjourned",
                                        "reconvened",  "regular",
                                        "scheduled",   "from",
                                        "for",         "decisions",
                                        "budget",      "joint",
                                        "this",        "is",
                                        "present",     "present:",
                                        "summary",     "open",
                                        "bi-monthly",  "budget-setting",
                                        NULL};
    size_t at = 0;
    MnText word;

    while (text_next_word(text, &at, &word)) {
        if (!text_is_any(text_strip(word, ".,:;-()"), words, NULL)) {
            return false;
        }
    }
    return true;
}

/* Where the name of a body ends that begins a text. */
static size_t body_end(MnText text, size_t date_at)
{
    static const char *const ends[] = {", held",
                                       " was held",
                                       " were held",
                                       " held",
                                       " which was",
                                       " that was",
                                       " took place",
                                       " was due",
                                       " scheduled",
                                       " to be held",
                                       " will be",
                                       " convened",
                                       " that took",
                                       " commencing",
                                       " on monday",
                                       " on tuesday",
                                       " on wednesday",
                                       " on thursday",
                                       " on friday",
                                       " on saturday",
                                       " on sunday",
                                       " on the ",
                                       " at which",
                                       " (the",
                                       "; ",
                                       ". ",
                                       " was cancelled",
                                       " was due to",
                                       " due to be",
                                       " called for",
                                       " summoned",
                                       " arranged for",
                                       " planned for",
                                       " which met",
                                       " met ",
                                       " called on",
                                       " intended",
                                       NULL};
    size_t end = date_at;

    for (size_t i = 0; ends[i] != NULL; i++) {
        MnText needle = text_of(ends[i]);

        for (size_t at = 0; at + needle.len <= end; at++) {
            /* "Parks; Leisure and Open Spaces Board": not within a name that has not said what it is */
            if (mn_begins(text_after(text, at), needle) &&
                (needle.data[0] != ';' || body_score(text_upto(text, at)) >= 2)) {
                end = at;
                break;
            }
        }
    }
    return end;
}

/* "Kirk Parish Council 2025/26", "... 2025-2026": a running header's municipal year is no part of the name. */
static MnText without_year(MnText text)
{
    size_t at = text.len;
    size_t digits = 0;
    size_t signs = 0;

    while (at > 0 && text.data[at - 1] != ' ') {
        at--;
        digits += mn_is_digit((unsigned char) text.data[at]) ? 1 : 0;
        signs += strchr("/-", text.data[at]) != NULL ? 1 : 0;
    }
    return at > 0 && digits >= 4 && digits + signs == text.len - at && signs <= 1
               ? mn_trim(text_upto(text, at))
               : text;
}

/* The body's name without what only surrounds it. */
static MnText bare_body(MnText text)
{
    static const char *const fore[] = {"the",
                                       "a",
                                       "an",
                                       "draft minutes of the",
                                       "draft minutes of",
                                       "minutes of the",
                                       "minutes of",
                                       "minutes of a",
                                       "minute of the",
                                       "minute of a",
                                       "minute of",
                                       "draft",
                                       "minutes -",
                                       "minutes:",
                                       "notes of the",
                                       "notes of",
                                       "meeting of the",
                                       "meeting of",
                                       "agenda and minutes of",
                                       "agenda for",
                                       "agenda of",
                                       "agenda",
                                       "agenda and minutes",
                                       "minutes",
                                       "unconfirmed minutes of the",
                                       "unconfirmed minutes of",
                                       "virtual meeting of the",
                                       "virtual meeting of",
                                       "decisions of the",
                                       "record of the",
                                       "printed minutes",
                                       "cofnodion cyfarfod",
                                       "cofnodion y cyfarfod",
                                       "cofnodion",
                                       "cyfarfod",
                                       NULL};
    static const char *const aft[] = {"meeting",
                                      "minutes",
                                      "draft minutes",
                                      "agenda and minutes",
                                      "on",
                                      "at",
                                      "held",
                                      "held on",
                                      "meeting minutes",
                                      "minutes of meeting",
                                      "agenda",
                                      "virtual meeting",
                                      "public meeting",
                                      "minutes of the meeting",
                                      "meeting held on",
                                      "meeting on",
                                      "of the",
                                      "(draft)",
                                      "draft",
                                      "minutes of a meeting",
                                      "dydd",
                                      "ordinary meeting",
                                      "extraordinary meeting",
                                      NULL};
    bool again = true;

    while (again) {
        again = false;
        text = text_strip(text, " .,;:-*_|");
        while (text.len >= 3 && (memcmp(text.data, "\xE2\x80\x93", 3) == 0 ||
                                 memcmp(text.data, "\xE2\x80\x94", 3) == 0)) {
            text = mn_trim(text_after(text, 3));
        }
        while (text.len >= 3 && (memcmp(text.data + text.len - 3, "\xE2\x80\x93", 3) == 0 ||
                                 memcmp(text.data + text.len - 3, "\xE2\x80\x94", 3) == 0)) {
            text = mn_trim(text_upto(text, text.len - 3));
        }
        text = without_year(text);
        for (size_t i = 0; fore[i] != NULL; i++) {
            if (text_begins(text, fore[i]) && text.len > strlen(fore[i]) + 1 &&
                text.data[strlen(fore[i])] == ' ') {
                text = mn_trim(text_after(text, strlen(fore[i])));
                again = true;
            }
        }
        for (size_t i = 0; aft[i] != NULL; i++) {
            if (text_ends(text, aft[i]) && text.len > strlen(aft[i]) + 1) {
                text = mn_trim(text_upto(text, text.len - strlen(aft[i])));
                again = true;
            }
        }
    }
    return text;
}

/* Blanks a stretch of a writable copy. */
static void blank(char *data, MnSpan span)
{
    memset(data + span.start, '\x01', span.len);
}

bool text_is_place(MnText text)
{
    static const char *const words[] = {"hall",     "chamber", "room",         "centre",  "house",
                                        "building", "school",  "church",       "library", "offices",
                                        "pavilion", "suite",   "teams",        "zoom",    "civic",
                                        "theatre",  "hub",     "headquarters", NULL};
    static const char *const none[] = {"committee", "board",   "panel",           "partnership",
                                       "meeting",   "minutes", "council meeting", "cabinet",
                                       "forum",     NULL};

    return text.len < 160 && text_has_any(text, words, NULL) && !text_has_any(text, none, NULL) &&
           !text_is_closed(text_upto(text, text.len - 1)) && title_score(text) > 0 &&
           text_words(text) <= 18;
}

/* "in public", "in person", "in the Chair": how a meeting was held and not where. */
static bool is_no_place(MnText place)
{
    static const char *const words[] = {
        "public",       "private",     "person",       "the chair", "which",  "committee",
        "session",      "accordance",  "the presence", "open",      "closed", "part",
        "consultation", "partnership", "common",       "hybrid",    "remote", "full",
        "camera",       "his",         "her",          "their",     NULL};

    /* "Committee Room 2" is a place */
    return text_begins_any(place, words, NULL) && !text_begins(place, "committee room") &&
           !text_begins(place, "committee rooms") && !text_begins(place, "committee suite") &&
           !text_begins(place, "public hall") && !text_begins(place, "open door");
}

/* "in the Hall", "at the Town Hall", "via Teams": the place in what remains of a statement once day and hour are blanked. */
static MnText venue_in(MnText text, size_t from)
{
    static const char *const words[] = {"at", "in", "via", "by", "held at", "held in", NULL};
    static const char *const hours[] = {
        "was cancelled", "was canceled", "was abandoned", "has been",    "did not", "was not",
        "commencing",    "starting",     "which",         "when",        "from",    "and started",
        "and commenced", "for the",      "the start",     "to consider", NULL};

    for (size_t at = from; at < text.len; at++) {
        MnText rest = text_after(text, at);
        size_t which;
        MnText place;
        size_t end;

        if ((at > 0 && text.data[at - 1] != ' ' && text.data[at - 1] != '\x01' &&
             text.data[at - 1] != ',') ||
            !text_begins_any(rest, words, &which)) {
            continue;
        }
        place = text_after(rest, strlen(words[which]));
        if (place.len == 0 || place.data[0] != ' ') {
            continue;
        }
        place = mn_trim(place);
        if (place.len == 0 || place.data[0] == '\x01') {
            continue;
        }
        for (end = 0; end < place.len && place.data[end] != '\x01'; end++) {
        }
        place = text_upto(place, end);
        for (size_t i = 0; hours[i] != NULL; i++) {
            size_t cut = text_find(place, 0, hours[i]);

            place = text_upto(place, cut);
        }
        for (size_t before = 0; before != place.len;) {
            before = place.len;
            place = text_strip(place, " .,;:-()");
            if (text_ends(place, "on") || text_ends(place, "at") || text_ends(place, "the") ||
                text_ends(place, "and") || text_ends(place, "in")) {
                place = text_upto(place, place.len - 3 +
                                             (text_ends(place, "on") || text_ends(place, "at") ||
                                              text_ends(place, "in")));
            }
        }
        if (place.len >= 3 && text_has(place, "attendance") == false && !is_no_place(place) &&
            text_words(place) <= 30 && text_search(place, 0, ". ") == place.len) {
            return place;
        }
    }
    {
        /* "..., 7.00pm, Millbrook Hall" */
        size_t behind = text.len;
        MnText last;

        while (behind > from && text.data[behind - 1] != '\x01') {
            behind--;
        }
        last = text_strip(text_after(text, behind), " .,;:-");
        if (behind > from && last.len > 0 && text_is_place(last)) {
            return last;
        }
    }
    return (MnText){"", 0};
}

static void take_time(MnText text, MnSpan date, Statement *statement, char *copy)
{
    MnSpan span;
    int minutes;

    if (mn_find_time(text, date.start + date.len, &minutes, &span) ||
        mn_find_time(text_upto(text, date.start), 0, &minutes, &span)) {
        int later;
        MnSpan again;

        statement->minutes = minutes;
        blank(copy, span);
        /* "2.00 pm to 4.00 pm" */
        if (mn_find_time(text, span.start + span.len, &later, &again) &&
            again.start - span.start < 30) {
            blank(copy, again);
        }
    }
}

/* "Minute of Meeting held", "Cofnodion y cyfarfod": words about a meeting that do not say whose. */
static bool names_no_body(MnText text)
{
    static const char *const words[] = {"minute",    "minutes",    "meeting", "held", "notes",
                                        "of",        "the",        "a",       "in",   "at",
                                        "draft",     "note",       "record",  "y",    "cyfarfod",
                                        "cofnodion", "gynhaliwyd", "ddydd",   "dydd", NULL};
    size_t at = 0;
    MnText word;

    if (text_begins(text, "held")) {
        return true;
    }
    while (text_next_word(text, &at, &word)) {
        if (!text_is_any(text_strip(word, ".,:;()-"), words, NULL)) {
            return text_begins(text, "minute of meeting held") ||
                   text_begins(text, "minutes of meeting held");
        }
    }
    return true;
}

bool statement_of_meeting(Arena *arena, MnText text, Statement *statement)
{
    static const char *const headings[] = {"meeting of", "minutes of", "minutes for", "notes of",
                                           "minutes",    "meeting",    NULL};
    MnSpan date = {text.len, 0};
    size_t meeting = text_find(text, 0, "meeting of");
    size_t which;
    bool dated;
    char *copy;
    MnText rest;

    *statement = (Statement){.date = MN_NO_DATE, .weekday = -1, .minutes = -1};
    if (text.len < 8 || text.len > 600) {
        return false;
    }
    dated = mn_find_date(text, 0, &statement->date, &statement->weekday, &date);
    if (!dated) {
        date = (MnSpan){text.len, 0};
    }
    copy = arena_text(arena, text);
    if (dated) {
        blank(copy, date);
    }
    take_time(text, date, statement, copy);
    if (meeting < text.len && meeting < 80 && leads_to_meeting(text_upto(text, meeting))) {
        size_t end;

        rest = text_after(text, meeting + strlen("meeting of"));
        end = body_end(rest, date.start > meeting ? date.start - meeting - strlen("meeting of")
                                                  : rest.len);
        statement->body = bare_body(text_upto(rest, end));
        statement->venue =
            venue_in((MnText){copy, text.len}, (size_t) (rest.data - text.data) + end);
        return statement->body.len > 0 && statement->body.len < 160;
    }
    if (text_begins_any(text, headings, &which) && which < 5 && text_words(text) > 2) {
        size_t end;

        rest = text_after(text, strlen(headings[which]));
        end = body_end(rest, date.start > strlen(headings[which])
                                 ? date.start - strlen(headings[which])
                                 : rest.len);
        statement->body = bare_body(text_upto(rest, end));
        if (text_begins(statement->body, "meeting") ||
            text_begins(statement->body, "last meeting") ||
            text_begins(statement->body, "previous") || body_score(statement->body) < 2) {
            statement->body.len = 0;
        }
        statement->venue =
            venue_in((MnText){copy, text.len}, (size_t) (rest.data - text.data) + end);
        return (dated && text.len < 300) || (statement->body.len > 0 && which < 4 &&
                                             text_words(text) <= 12 && !text_is_closed(text));
    }
    if (dated && date.start > 3 && text.len < 240 && !text_is_closed(text_upto(text, date.start))) {
        /* "Body - Wednesday 23rd July 2025 9.00 am" */
        MnText before = text_upto(text, body_end(text, date.start));

        before = bare_body(before);
        if (before.len > 2 && body_score(before) > 0 && !names_no_body(before) &&
            text_words(before) <= 16) {
            statement->body = before;
            statement->venue = venue_in((MnText){copy, text.len}, date.start);
            return true;
        }
    }
    return false;
}

bool statement_of_time(Arena *arena, MnText text, Statement *statement)
{
    static const char *const words[] = {"held",   "on",         "at",   "in",       "the",
                                        "via",    "commencing", "date", "time",     "meeting",
                                        "start",  "starting",   "from", "by",       "and",
                                        "was",    "of",         "day",  "to",       "minutes",
                                        "hybrid", "virtually",  "via",  "remotely", NULL};
    MnSpan date = {0, 0};
    char *copy;
    size_t at = 0;
    size_t other = 0;
    MnText word;
    bool dated;
    MnText rest;

    *statement = (Statement){.date = MN_NO_DATE, .weekday = -1, .minutes = -1};
    if (text.len < 4 || text.len > 240) {
        return false;
    }
    copy = arena_text(arena, text);
    dated = mn_find_date(text, 0, &statement->date, &statement->weekday, &date);
    if (dated) {
        blank(copy, date);
    }
    take_time(text, date, statement, copy);
    rest = (MnText){copy, text.len};
    if (text_begins(text, "held") || text_begins(text, "at") || text_begins(text, "in") ||
        text_begins(text, "via") || text_begins(text, "on") || dated || statement->minutes >= 0) {
        statement->venue = venue_in(rest, 0);
        while (text_next_word(rest, &at, &word)) {
            word = text_strip(word, "\x01 .,;:-()");
            other += word.len > 0 && !text_is_any(word, words, NULL);
        }
        if (!dated && statement->minutes < 0) {
            return statement->venue.len > 0 &&
                   (text_begins(text, "held") || text_begins(text, "via") ||
                    text_begins(text, "at the") || text_begins(text, "in the")) &&
                   text_words(text) <= 20;
        }
        return other == 0 || (dated && text_begins(text, "held") && statement->venue.len > 0) ||
               (statement->venue.len > 0 && other <= text_words(statement->venue) + 2);
    }
    return false;
}

int body_score(MnText text)
{
    static const char *const bodies[] = {"committee",    "sub-committee",   "subcommittee",
                                         "board",        "panel",           "partnership",
                                         "cabinet",      "forum",           "group",
                                         "executive",    "commission",      "authority",
                                         "assembly",     "working party",   "task force",
                                         "network",      "alliance",        "conference",
                                         "trust",        "pwyllgor",        "bwrdd",
                                         "cyngor llawn", "fire authority",  "tribunal",
                                         "consortium",   "collaborative",   "steering",
                                         "review body",  "licensing board", "cydbwyllgor",
                                         "is-bwyllgor",  "gweithgor",       NULL};
    static const char *const councils[] = {"council", "cyngor", "corporation", "vestry", NULL};
    static const char *const none[] = {"agenda",
                                       "minutes",
                                       "agenda and minutes",
                                       "draft minutes",
                                       "agenda and draft minutes",
                                       "decisions",
                                       "items",
                                       "present",
                                       "draft",
                                       "meeting",
                                       "agenda, decisions and minutes",
                                       "printed minutes",
                                       "public",
                                       "held",
                                       "meeting held",
                                       "date",
                                       "venue",
                                       "in attendance",
                                       "contents",
                                       "meeting minutes",
                                       "minutes of meeting",
                                       "minutes of the meeting",
                                       "agenda item",
                                       "home",
                                       "search",
                                       "menu",
                                       "meeting details",
                                       "no. item",
                                       NULL};
    static const char *const inside[] = {
        "was",        "were",       "had",     "cookies", "cookie",   "copyright",
        "javascript", "browser",    "skip to", "sign in", "log in",   "click",
        "website",    "page",       "report",  "approve", "approved", "received",
        "noted",      "breadcrumb", "browse",  "service", "error",    NULL};

    text = text_strip(text, " .,;:-*");
    if (text.len < 3 || text.len > 160 || text_words(text) > 18 || text_is_any(text, none, NULL) ||
        text_has_any(text, inside, NULL) ||
        (!is_letter(text_first(text)) && !is_quote(text_first(text))) ||
        (is_lower(text_first(text)) && text.data[0] != 'i')) {
        return 0;
    }
    if (text_has_any(text, bodies, NULL)) {
        return 3;
    }
    return text_has_any(text, councils, NULL) ? 2 : 1;
}

const char *text_title_case(Arena *arena, MnText text)
{
    static const char *const small[] = {"of",   "and",   "the", "for", "in", "on",
                                        "to",   "with",  "at",  "by",  "a",  "an",
                                        "upon", "under", "le",  "y",   "o",  NULL};
    static const char *const keep[] = {"NHS", "SEND", "UK",  "ICB",  "SACRE", "CSP", "EU", "LGPS",
                                       "HR",  "IT",   "BID", "MTFS", "II",    "III", "IV", "CIC",
                                       "LLP", "LEP",  "PCC", "CCG",  "PFCC",  NULL};
    char *out = arena_text(arena, text);
    size_t at = 0;
    MnText word;
    bool first = true;

    while (text_next_word(text, &at, &word)) {
        size_t start = (size_t) (word.data - text.data);
        MnText bare = text_strip(word, "().,");

        if (!text_is_any(bare, keep, NULL)) {
            bool up = first || !text_is_any(bare, small, NULL);

            for (size_t i = start; i < start + word.len; i++) {
                char c = out[i];

                if (c >= 'A' && c <= 'Z') {
                    out[i] = up ? c : (char) (c + 32);
                    up = false;
                } else if (c == '-' || c == '(' || c == '/' || c == '&') {
                    /* "Marlow-on-Calder": a small word inside stays small */
                    MnText tail = text_after(text, i + 1);
                    size_t len = 0;

                    while (len < tail.len && mn_is_letter((unsigned char) tail.data[len])) {
                        len++;
                    }
                    up = !text_is_any(text_upto(tail, len), small, NULL);
                }
            }
        }
        first = false;
    }
    return out;
}

/* "Planning Committee of Wrayford City Council" without its council; a joint committee's councils are its name. */
static MnText without_council(MnText name)
{
    static const char *const bodies[] = {"committee", "sub-committee", "panel", "board",
                                         "cabinet",   "forum",         NULL};
    size_t at = text_find(name, 0, "of");
    MnText before = mn_trim(text_upto(name, at));

    if (at == name.len || text_find(name, at + 2, "of") < name.len || text_begins(name, "joint") ||
        (!text_ends(name, "council") && !text_ends(name, "authority")) ||
        (text_words(before) < 2 && !text_is(before, "cabinet"))) {
        return name;
    }
    for (size_t i = 0; bodies[i] != NULL; i++) {
        if (text_ends(before, bodies[i])) {
            return before;
        }
    }
    return name;
}

const char *body_name(Segmenter *segmenter, MnText text)
{
    Arena *arena = segmenter->arena;
    MnText name = text_one_line(arena, without_council(bare_body(text)));

    if (name.len == 0) {
        return NULL;
    }
    if (!text_is_capitals(name)) {
        return name.data;
    }
    for (size_t i = 0; i < segmenter->units.count && i < 400; i++) {
        MnText other = segmenter->units.unit[i].text;
        size_t at = text_find(other, 0, name.data);

        if (at < other.len) {
            MnText found = text_upto(text_after(other, at), name.len);

            if (!text_is_capitals(found) && is_upper(text_first(found))) {
                return arena_text(arena, found);
            }
        }
    }
    return text_title_case(arena, name);
}

const char *contact_name(Arena *arena, MnText text)
{
    size_t start = 0;

    text = text_one_line(arena, text);
    for (size_t at = 0; at <= text.len; at++) {
        size_t skip = 0;
        MnText piece;
        Person person;

        if (at == text.len || strchr(",;:|()/", text.data[at]) != NULL) {
            skip = 1;
        } else if (mn_begins(text_after(text, at), MN_TEXT(" - "))) {
            skip = 3;
        } else if (mn_begins(text_after(text, at), MN_TEXT(" \xE2\x80\x93 "))) {
            skip = 5;
        } else if (text_begins(text_after(text, at), "Tel") ||
                   text_begins(text_after(text, at), "Email") ||
                   text_begins(text_after(text, at), "E-mail") ||
                   text_begins(text_after(text, at), "Telephone") ||
                   text_begins(text_after(text, at), "on 0") ||
                   text_begins(text_after(text, at), "Direct line")) {
            skip = at > 0 && text.data[at - 1] == ' ' ? 1 : 0;
        } else if (text.data[at] == ' ' && at + 1 < text.len &&
                   mn_is_digit((unsigned char) text.data[at + 1])) {
            skip = 1;
        }
        if (skip == 0) {
            continue;
        }
        piece = text_strip((MnText){text.data + start, at - start}, " .,-");
        start = at + skip;
        if (piece.len > 0 && memchr(piece.data, '@', piece.len) == NULL && !is_office(piece) &&
            person_parse(arena, arena_text(arena, piece), &person)) {
            return person.name;
        }
    }
    /* "Jane Fenwick Democratic Services Officer": the name before the office */
    {
        size_t at = 0;
        size_t words = 0;
        MnText word;

        while (words < 3 && text_next_word(text, &at, &word)) {
            words++;
            if (words >= 2 && is_person_name(text_upto(text, at)) &&
                is_office(mn_trim(text_after(text, at)))) {
                return arena_text(arena, text_upto(text, at));
            }
        }
    }
    return NULL;
}
