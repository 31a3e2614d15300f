/*
 * segment_titles.c - what a title looks like, and what only looks like one.
 */
#include <string.h>

#include "segment.h"
#include "texts.h"

/* Verbs that sentences have and titles have not. */
static const char *const verbs[] = {
    "was",       "were",    "had",       "has been",   "have been", "be",     "is",       "are",
    "will",      "would",   "agreed",    "noted that", "asked",     "stated", "informed", "advised",
    "reported",  "thanked", "explained", "queried",    "presented", "said",   "resolved", "been",
    "confirmed", "could",   "did",       "received",   NULL};

static const char *const prose_starts[] = {"that",
                                           "it was",
                                           "there was",
                                           "there were",
                                           "agreed",
                                           "resolved",
                                           "recommended that",
                                           "members",
                                           "officers",
                                           "the chair",
                                           "the committee",
                                           "the panel",
                                           "the board",
                                           "the partnership",
                                           "this report",
                                           "this item",
                                           "following",
                                           "in response",
                                           "in addition",
                                           "however",
                                           "consideration was",
                                           "no ",
                                           "none",
                                           "nothing",
                                           "councillor",
                                           "cllr",
                                           "mr",
                                           "mrs",
                                           "ms",
                                           "dr",
                                           NULL};

static const char *const usual[] = {"any other business",
                                    "any other urgent business",
                                    "aob",
                                    "a.o.b",
                                    "urgent business",
                                    "other business",
                                    "apologies",
                                    "apologies for absence",
                                    "apologies for absence and substitutions",
                                    "declarations of interest",
                                    "declaration of interest",
                                    "declarations of interests",
                                    "declaration of interests",
                                    "declarations of members' interests",
                                    "disclosure of interests",
                                    "disclosures of interest",
                                    "minutes",
                                    "minutes of the last meeting",
                                    "minutes of last meeting",
                                    "minutes of the previous meeting",
                                    "minutes of previous meeting",
                                    "minutes of the meeting",
                                    "confirmation of minutes",
                                    "previous minutes",
                                    "matters arising",
                                    "matters arising from the minutes",
                                    "date of next meeting",
                                    "date of the next meeting",
                                    "date and time of next meeting",
                                    "date & time of next meeting",
                                    "next meeting",
                                    "dates of future meetings",
                                    "date of future meetings",
                                    "exclusion of the press and public",
                                    "exclusion of press and public",
                                    "exclusion of the public and press",
                                    "exclusion of the public",
                                    "evacuation procedure",
                                    "chair's announcements",
                                    "chairman's announcements",
                                    "announcements",
                                    "public questions",
                                    "public participation",
                                    "public question time",
                                    "questions from the public",
                                    "welcome",
                                    "welcome and introductions",
                                    "introductions",
                                    "election of chair",
                                    "election of chairman",
                                    "appointment of chair",
                                    "election of vice-chair",
                                    "appointment of vice-chair",
                                    "election of vice-chairman",
                                    "work programme",
                                    "forward plan",
                                    "forward work programme",
                                    "actions from previous meetings",
                                    "action log",
                                    "petitions",
                                    "substitutions",
                                    "substitute members",
                                    "urgent items",
                                    "attendance of substitute members",
                                    NULL};

static const char *const parts[] = {"resolved",
                                    "recommended",
                                    "recommendation",
                                    "recommendations",
                                    "decision",
                                    "decisions",
                                    "agreed",
                                    "action",
                                    "actions",
                                    "background",
                                    "discussion",
                                    "conclusion",
                                    "conclusions",
                                    "reasons for decision",
                                    "reason for decision",
                                    "reason for the decision",
                                    "reasons for the decision",
                                    "reasons for recommendation",
                                    "reasons for recommendations",
                                    "reason",
                                    "reasons",
                                    "alternative options considered",
                                    "alternative options",
                                    "other options considered",
                                    "options considered",
                                    "options considered and rejected",
                                    "key points",
                                    "summary",
                                    "objectives",
                                    "purpose",
                                    "options",
                                    "voting",
                                    "recorded vote",
                                    "for",
                                    "against",
                                    "abstentions",
                                    "abstention",
                                    "abstained",
                                    "debate",
                                    "next steps",
                                    "principles",
                                    "note",
                                    "noted",
                                    "consultation",
                                    "financial implications",
                                    "legal implications",
                                    "carried",
                                    "lost",
                                    "vote",
                                    "conflict of interest declared",
                                    "dispensation granted",
                                    "declarations of interest declared",
                                    "resolution",
                                    "motion",
                                    "amendment",
                                    "outcome",
                                    "action points",
                                    "proposed by",
                                    "seconded by",
                                    NULL};

static bool has_inner_sentence(MnText text)
{
    for (size_t i = 2; i + 2 < text.len; i++) {
        if (text.data[i] == '.' && text.data[i + 1] == ' ' &&
            is_lower((unsigned char) text.data[i - 1]) &&
            is_lower((unsigned char) text.data[i - 2]) &&
            is_upper((unsigned char) text.data[i + 2])) {
            return true;
        }
    }
    return false;
}

static int letters_in(MnText text)
{
    int letters = 0;
    size_t at = 0;

    while (at < text.len && letters < 4) {
        letters += is_letter(mn_next(text, &at));
    }
    return letters;
}

/* "iPads", "eScooters": a first word that begins small because it is a name. */
static bool begins_with_name(MnText text)
{
    size_t at = 0;
    MnText word;

    if (!text_next_word(text, &at, &word)) {
        return false;
    }
    for (size_t i = 1; i < word.len; i++) {
        if (is_upper((unsigned char) word.data[i])) {
            return true;
        }
    }
    return false;
}

/* "Minutes of the meeting which was held on 14th May 2024": the minutes of a day as a title, with nothing said of them. */
static bool is_minutes_of(MnText text)
{
    static const char *const starts[] = {"minutes of the",   "minutes of",   "minute of the",
                                         "the minutes of",   "minutes from", "minutes and actions",
                                         "draft minutes of", "notes of the", NULL};
    static const char *const said[] = {"approved", "agreed", "confirmed", "noted", "signed",
                                       "received", "be",     "were",      NULL};

    return text_begins_any(text, starts, NULL) && text_words(text) <= 18 && !text_is_closed(text) &&
           !text_has_any(text, said, NULL) &&
           (text_has(text, "meeting") || text_has(text, "held")) && mn_is_digit(text_last(text));
}

int title_score(MnText text)
{
    int score = 1;
    size_t words;
    uint32_t first;
    uint32_t last;
    bool capitals;

    if (text.len > 400) {
        return -10;
    }
    text = text_strip(text, " *_"); /* emphasis printed as it was typed */
    first = text_first(text);
    last = text_last(text);
    capitals = text_is_capitals(text);
    words = text_words(text);
    if (letters_in(text) < 3 && !(capitals && words == 1)) {
        return -5;
    }
    if (title_is_usual(text) || is_minutes_of(text)) {
        return 6;
    }
    score += words <= 12;
    score -= words > 25 ? 6 : words > 18 ? 2 : 0;
    score -= text.len > 200 ? 3 : 0;
    score += capitals && words > 1 ? 2 : 0;
    if (is_lower(first) && !begins_with_name(text)) {
        score -= 4;
    } else if (!is_letter(first) && !mn_is_digit(first) && !is_quote(first) && first != '(' &&
               first != '[') {
        score -= 3;
    }
    if (last == ';' || last == ',') {
        score -= 4;
    } else if (last == '.' && !capitals) {
        score -= text_ends(text, "etc.") || text_ends(text, "Ltd.") ? 1 : 3;
    } else if (last == ':') {
        score -= 2;
    } else if (last == '?' || last == '%') {
        score -= 2;
    }
    if (has_inner_sentence(text)) {
        score -= 2;
    }
    if (!capitals) {
        size_t found = text_count_of(text, verbs);

        score -= found > 2 ? 4 : 2 * (int) found;
        if (text_begins_any(text, prose_starts, NULL)) {
            score -= 1;
        }
    }
    return score;
}

bool title_is_usual(MnText text)
{
    return text_is_any(text_strip(text, ".:-*"), usual, NULL);
}

bool title_is_part(MnText text)
{
    return text_is_any(text_strip(text, ".:-*"), parts, NULL);
}

bool title_is_section(MnText text)
{
    static const char *const numbered[] = {"part", "section", "agenda part", "rhan", NULL};
    static const char *const numerals[] = {"1",   "2",   "3",     "4",    "a",   "b",
                                           "c",   "d",   "i",     "ii",   "iii", "iv",
                                           "one", "two", "three", "four", NULL};
    static const char *const starts[] = {"reports for",          "items for",
                                         "matters for",          "business for",
                                         "reports to",           "reports from",
                                         "reports of",           "recommendations to",
                                         "recommendations for",  "items to be",
                                         "items considered",     "matters considered",
                                         "matters reserved",     "matters to be",
                                         "for decision",         "for information",
                                         "for discussion",       "for consideration",
                                         "for noting",           "public session",
                                         "private session",      "open session",
                                         "closed session",       "public items",
                                         "private items",        "public business",
                                         "private business",     "exempt items",
                                         "exempt business",      "exempt session",
                                         "confidential items",   "confidential business",
                                         "confidential session", "restricted items",
                                         "restricted business",  "items containing exempt",
                                         "items taken in",       "items which",
                                         "non-exempt",           "open items",
                                         "key decisions",        "non-key decisions",
                                         "standing items",       "routine business",
                                         "formal business",      "ordinary business",
                                         "statutory business",   "general business",
                                         "other items",          "other reports",
                                         "other matters for",    "decisions taken",
                                         "executive decisions",  "performance reports",
                                         "items of business",    "agenda items",
                                         "the public",           "press and public excluded",
                                         "committee business",   "council business",
                                         "items in private",     "items in public",
                                         "business in private",  "business to be",
                                         "part private",         NULL};
    size_t which;

    text = text_strip(text, ".:-*");
    if (text.len == 0 || text_words(text) > 20 || title_is_usual(text)) {
        return false;
    }
    if (text_begins_any(text, numbered, &which)) {
        MnText rest = mn_trim(text_after(text, strlen(numbered[which])));

        return text_begins_any(rest, numerals, NULL);
    }
    return text_begins_any(text, starts, NULL);
}

/* Dots, underscores and dashes to sign on, whatever white space between. */
static bool is_signing_line(MnText text)
{
    size_t at = 0;
    size_t signs = 0;

    while (at < text.len) {
        uint32_t c = mn_next(text, &at);

        if (c != '.' && c != '_' && c != '-' && c != 0x2026 && !mn_is_space(c)) {
            return false;
        }
        signs += c == 0x2026 ? 3 : !mn_is_space(c);
    }
    return signs >= 3;
}

bool title_is_next_meeting(MnText text)
{
    static const char *const names[] = {"date of next meeting",
                                        "date of the next meeting",
                                        "dates of next meetings",
                                        "date and time of next meeting",
                                        "date and time of the next meeting",
                                        "date, time and place of next meeting",
                                        "dates of future meetings",
                                        "next meeting",
                                        "dyddiad y cyfarfod nesaf",
                                        NULL};
    size_t which;
    MnText rest;
    MnDate date;
    int weekday;
    MnSpan span;

    if (text.len > 200 || !text_begins_any(text, names, &which)) {
        return false;
    }
    rest = mn_trim(text_after(text, strlen(names[which])));
    /* "Next meeting Monday 14 January 2026" */
    return (mn_find_date(rest, 0, &date, &weekday, &span) && span.start == 0) || rest.len == 0 ||
           rest.data[0] == ':' || mn_begins(rest, MN_TEXT("- ")) ||
           mn_begins(rest, MN_TEXT("\xE2\x80\x93 "));
}

bool text_is_closing(MnText text)
{
    static const char *const signs[] = {"chair",
                                        "chairman",
                                        "chairwoman",
                                        "chairperson",
                                        "the chair",
                                        "mayor",
                                        "the mayor",
                                        "convener",
                                        "convenor",
                                        "signed",
                                        "chair of the meeting",
                                        "cadeirydd",
                                        "presiding officer",
                                        "end of minutes",
                                        "end",
                                        "end of meeting",
                                        "chairman of the committee",
                                        "chair of the committee",
                                        "date",
                                        NULL};
    static const char *const starts[] = {"the meeting closed",
                                         "the meeting ended",
                                         "the meeting finished",
                                         "denotes delegated",
                                         "denotes a delegated",
                                         "denotes a key",
                                         "* denotes",
                                         "*denotes",
                                         "the meeting concluded",
                                         "the meeting terminated",
                                         "the meeting was closed",
                                         "the meeting was declared closed",
                                         "the meeting rose",
                                         "the meeting commenced at",
                                         "the meeting started at",
                                         "the meeting opened at",
                                         "the meeting began at",
                                         "the meeting then closed",
                                         "the meeting therefore closed",
                                         "the meeting adjourned at",
                                         "the meeting duly closed",
                                         "the proceedings",
                                         "the committee rose at",
                                         "the council rose at",
                                         "meeting closed",
                                         "meeting ended",
                                         "meeting finished",
                                         "meeting concluded",
                                         "there being no further business",
                                         "there being no other business",
                                         "with no further business",
                                         "there was no further business",
                                         "as there was no further business",
                                         "the chair closed the meeting",
                                         "the chairman closed the meeting",
                                         "the chair declared the meeting closed",
                                         "the chairman declared the meeting closed",
                                         "the chair thanked everyone for attending and closed",
                                         "close of meeting",
                                         "closure of meeting",
                                         "duration of meeting",
                                         "duration of the meeting",
                                         "time of closure",
                                         "time meeting closed",
                                         "denotes delegated",
                                         "these minutes",
                                         "minutes prepared by",
                                         "minutes produced by",
                                         "please note: all minutes are subject",
                                         "please note that these minutes",
                                         "the above minutes",
                                         "the foregoing minutes",
                                         "daeth y cyfarfod i ben",
                                         "caewyd y cyfarfod",
                                         NULL};
    static const char *const signatures[] = {
        "chair's signature", "chairman's signature", "chairperson's signature", "signature",
        "signature of",      "convener's signature", "mayor's signature",       NULL};
    MnText bare = text_strip(text, ".:_-*\xE2\x80\xA6()");
    MnText rest;

    if (text.len == 0 || text.len > 300) {
        return false;
    }
    if (is_signing_line(text) || text_is_any(bare, signs, NULL)) {
        return true;
    }
    if (text_begins_any(bare, signatures, NULL)) {
        return text_words(bare) <= 8;
    }
    if (text_begins_any(bare, starts, NULL)) {
        return !text_has(bare, "reconvened") && !text_has(bare, "reconvene") &&
               !text_has(bare, "adjourned for") && !text_has(bare, "adjourned to");
    }
    if (text_has(text, "minutes") && text_words(text) < 25 && text_says_draft(text) &&
        (text_has(text, "these minutes") || text_begins(text, "minutes") ||
         text_begins(text, "draft") || text_begins(text, "please note"))) {
        return true;
    }
    if (text_begins(text, "the meeting") && text_words(text) < 25 &&
        (text_has(text, "ended at") || text_has(text, "closed at") ||
         text_has(text, "finished at") || text_has(text, "concluded at") ||
         text_has(text, "terminated at"))) {
        return true;
    }
    if (text.len > 120) {
        return false;
    }
    /* "Signed ........... Date ......", "Chair: ____________" */
    if (text_begins(bare, "signed") || text_begins(bare, "chair") ||
        text_begins(bare, "chairman") || text_begins(bare, "date") || text_begins(bare, "dated") ||
        text_begins(bare, "chairperson")) {
        rest = text_after(bare, text_find(bare, 0, "signed") == 0 ? 6 : 4);
        return text_search(rest, 0, "....") < rest.len || text_search(rest, 0, "___") < rest.len ||
               text_search(rest, 0, "\xE2\x80\xA6") < rest.len ||
               (text_begins(bare, "signed") &&
                (text_has(rest, "chair") || text_has(rest, "date") || text_has(rest, "chairman") ||
                 text.data[6] == ':')) ||
               (text_begins(bare, "dated") && text_words(bare) <= 5);
    }
    return false;
}
