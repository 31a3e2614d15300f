/*
 * statement.c - whether a sentence says that its own item is restricted.
 */
#include "statement.h"

#include <string.h>

/* Whether the words say where the minute is kept: "recorded in the confidential minutes", "see exempt minute". */
static bool points_at_record(const Phrase *phrase, size_t i)
{
    static const char *const acts[] = {"recorded", "set",   "detailed", "see",   "contained",
                                       "kept",     "held",  "entered",  "filed", "found",
                                       "refer",    "given", "separate", "noted"};

    for (size_t k = i; k > 0 && i - k < 7; k--) {
        if (ONE_OF(phrase, k - 1, acts)) {
            return true;
        }
    }
    /* "A confidential minute has been taken" */
    if (i < 3 && mn_phrase_find_kind(phrase, i, R_BE) < i + 5 &&
        (mn_phrase_find(phrase, i, "taken") < i + 6 || mn_phrase_find(phrase, i, "kept") < i + 6) &&
        mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count) {
        return true;
    }
    /* "A confidential minute of this item has been made" */
    for (size_t k = i + 1; k + 1 < phrase->count && k < i + 5; k++) {
        if ((mn_phrase_is(phrase, k, "of") || mn_phrase_is(phrase, k, "for")) &&
            mn_phrase_is(phrase, k + 1, "this")) {
            return true;
        }
    }
    return false;
}

/* "contained exempt information", "involves the disclosure of confidential information": the verb of the mark at i, count for none. */
static size_t container_of(const Phrase *phrase, size_t i)
{
    static const char *const stems[] = {
        "contain", "involv",    "disclos", "includ", "hold", "held",  "reveal",   "concern", "fall",
        "fell",    "constitut", "rel",     "refer",  "deal", "cover", "comprise", "gave"};

    for (size_t k = i; k > 0 && i - k < 9 && phrase->words[k - 1].mark == 'w'; k--) {
        for (size_t s = 0; s < sizeof(stems) / sizeof(stems[0]); s++) {
            if (mn_word_begins(phrase, k - 1, stems[s])) {
                return k - 1;
            }
        }
    }
    return phrase->count;
}

/* Whether a restricted paper is but spoken of: as another body's, of another day, or to come. */
static bool is_but_mentioned(const Phrase *phrase, size_t i, size_t thing)
{
    static const char *const times[] = {"next",        "last",      "later",        "future",
                                        "forthcoming", "requested", "shortly",      "previously",
                                        "earlier",     "request",   "offered",      "portal",
                                        "available",   "separate",  "another",      "elsewhere",
                                        "companion",   "different", "supplementary"};

    for (size_t k = 0; k < phrase->count; k++) {
        if (ONE_OF(phrase, k, times)) {
            return true;
        }
        if (mn_phrase_is(phrase, k, "had") && k < thing + 6 &&
            !(k > 0 &&
              (mn_phrase_is(phrase, k - 1, "members") || mn_phrase_is(phrase, k - 1, "board") ||
               mn_phrase_is(phrase, k - 1, "committee") || mn_phrase_is(phrase, k - 1, "panel")))) {
            return true;
        }
        if (mn_phrase_kind(phrase, k, R_WOULD) && k < thing + 8) {
            return true;
        }
    }
    for (size_t k = i; k > 0 && i - k < 5; k--) {
        if (mn_phrase_kind(phrase, k - 1, R_OTHER) || mn_phrase_kind(phrase, k - 1, R_PIECE)) {
            return true;
        }
    }
    return false;
}

/* "Members had", "The Board held": the meeting does it, with the verb at i. */
static bool subject_is_members(const Phrase *phrase, size_t i)
{
    static const char *const meetings[] = {"members",  "board",     "committee",  "panel",
                                           "council",  "cabinet",   "trustees",   "governors",
                                           "partners", "executive", "partnership"};

    return i > 0 && i < 4 && ONE_OF(phrase, i - 1, meetings);
}

/* "were presented with a restricted report", "the confidential report was discussed", with the mark at i. */
static Statement attributive(const Phrase *phrase, size_t i)
{
    static const char *const places[] = {
        "before",          "copies",         "copy",       "contents", "content",
        "recommendations", "recommendation", "presenting", "return",   "sight",
        "returned",        "consideration",  "receipt"};
    size_t thing = i + 1;
    size_t container;

    container = container_of(phrase, i);
    /* "A closed session was held", "A restricted session followed" */
    if (mn_phrase_is(phrase, i + 1, "session")) {
        static const char *const goes[] = {"followed", "was", "took", "ensued", "began"};

        return ONE_OF(phrase, i + 2, goes) && !is_but_mentioned(phrase, i, i + 1) &&
                       mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count
                   ? STATES_RESTRICTED
                   : STATES_NOTHING;
    }
    while (thing < phrase->count && thing < i + 6 && !mn_is_thing(phrase, thing) &&
           !(container < phrase->count && mn_phrase_is(phrase, thing, "data"))) {
        if (phrase->words[thing].mark != 'w' && phrase->words[thing].mark != '&' &&
            !(phrase->words[thing].mark == '-' && !phrase->words[thing].spaced)) {
            return STATES_NOTHING;
        }
        if (phrase->words[thing].kind != R_NONE && phrase->words[thing].kind != R_MARK) {
            return STATES_NOTHING;
        }
        thing++;
    }
    if (!(mn_is_thing(phrase, thing) || mn_phrase_is(phrase, thing, "data")) ||
        mn_phrase_kind(phrase, thing + 1, R_PIECE) || phrase->words[i].value == MARK_REDACTED) {
        return STATES_NOTHING;
    }
    if (mn_is_ordinary(phrase, i + 1, thing)) {
        return STATES_NOTHING;
    }
    /* "how exempt reports are marked", "the number of exempt reports": of all of them; "considered exempt reports" of these */
    if ((mn_phrase_is(phrase, thing, "reports") || mn_phrase_is(phrase, thing, "papers") ||
         mn_phrase_is(phrase, thing, "documents")) &&
        !(i > 0 &&
          (mn_phrase_kind(phrase, i - 1, R_TAKE) || mn_phrase_kind(phrase, i - 1, R_THIS) ||
           mn_phrase_kind(phrase, i - 1, R_MARK)))) {
        return STATES_NOTHING;
    }
    if (mn_phrase_is(phrase, thing, "minute") && !mn_is_elsewhere(phrase, thing - 1) &&
        !is_but_mentioned(phrase, i, thing) &&
        (mn_phrase_is(phrase, i - (i > 1 ? 2 : 0), "received") ||
         mn_phrase_is(phrase, i - (i > 1 ? 2 : 0), "considered") ||
         mn_phrase_is(phrase, i - (i > 1 ? 2 : 0), "noted"))) {
        return STATES_TAKEN;
    }
    if (mn_phrase_is(phrase, thing, "minutes") || mn_phrase_is(phrase, thing, "minute") ||
        mn_phrase_is(phrase, thing, "record")) {
        return points_at_record(phrase, i) && !mn_is_elsewhere(phrase, thing) &&
                       !mn_phrase_has(phrase, "appro*", 0) && !mn_phrase_has(phrase, "agreed", 0) &&
                       !mn_phrase_has(phrase, "previous meeting", 0) &&
                       !mn_phrase_has(phrase, "last meeting", 0)
                   ? STATES_RESTRICTED
                   : STATES_NOTHING;
    }
    if (container < phrase->count &&
        (mn_phrase_is(phrase, thing, "information") || mn_phrase_is(phrase, thing, "data") ||
         mn_phrase_is(phrase, thing, "material") || mn_phrase_is(phrase, thing, "details") ||
         mn_phrase_is(phrase, thing, "figures") || mn_phrase_is(phrase, thing, "statistics") ||
         mn_phrase_is(phrase, thing, "matters"))) {
        Whose whose = mn_subject_of(phrase, container);

        return whose == WHOSE_OWN || (whose == WHOSE_NOBODY && container < 3 &&
                                      !mn_phrase_kind(phrase, 0, R_TAKE))
                   ? STATES_RESTRICTED
                   : STATES_NOTHING;
    }
    if (mn_phrase_is(phrase, thing, "discussion") || mn_phrase_is(phrase, thing, "discussions") ||
        mn_phrase_is(phrase, thing, "debate") || mn_phrase_is(phrase, thing, "exchange") ||
        mn_phrase_is(phrase, thing, "conversation")) {
        static const char *const happens[] = {"took", "ensued", "followed", "was",
                                              "were", "held",   "is",       "recorded"};

        for (size_t k = thing + 1; k < phrase->count && k < thing + 5; k++) {
            if (ONE_OF(phrase, k, happens) && !is_but_mentioned(phrase, i, thing)) {
                return STATES_RESTRICTED;
            }
        }
        if (i > 1 && mn_phrase_is(phrase, i - 1, "a") &&
            (mn_phrase_is(phrase, i - 2, "had") || mn_phrase_is(phrase, i - 2, "held")) &&
            subject_is_members(phrase, i - 2)) {
            return STATES_RESTRICTED;
        }
        return i == 0 && thing + 2 >= phrase->count ? STATES_RESTRICTED : STATES_NOTHING;
    }
    /* "Confidential matters were discussed" */
    if (i == 0 && thing == 1 && mn_phrase_kind(phrase, 2, R_BE) &&
        mn_phrase_kind(phrase, 3, R_TAKE) && !is_but_mentioned(phrase, i, thing) &&
        phrase->words[i].value != MARK_CLOSED && phrase->words[i].value != MARK_PRIVATE) {
        return STATES_RESTRICTED;
    }
    if (mn_phrase_is(phrase, thing, "information") || mn_phrase_is(phrase, thing, "business") ||
        mn_is_elsewhere(phrase, thing) || mn_phrase_is(phrase, thing, "matters") ||
        mn_phrase_is(phrase, thing, "material") || mn_phrase_is(phrase, thing, "details")) {
        return STATES_NOTHING;
    }
    if ((phrase->words[i].value == MARK_CLOSED &&
         !(thing == i + 1 &&
           (mn_phrase_is(phrase, thing, "report") || mn_phrase_is(phrase, thing, "paper")))) ||
        (phrase->words[i].value == MARK_PRIVATE && !mn_phrase_is(phrase, thing, "report") &&
         !mn_phrase_is(phrase, thing, "briefing")) ||
        is_but_mentioned(phrase, i, thing)) {
        return STATES_NOTHING;
    }
    for (size_t k = i; k > 0 && i - k < 16; k--) {
        if (mn_phrase_kind(phrase, k - 1, R_TAKE) || ONE_OF(phrase, k - 1, places)) {
            return STATES_TAKEN;
        }
    }
    for (size_t k = thing + 1; k < phrase->count && k < thing + 10; k++) {
        if ((mn_phrase_kind(phrase, k, R_TAKE) && !mn_phrase_is(phrase, k, "held")) ||
            mn_phrase_is(phrase, k, "agreed") || mn_phrase_is(phrase, k, "before") ||
            mn_phrase_is(phrase, k, "adopted")) {
            return mn_phrase_find_kind(phrase, thing + 1, R_NOT) < k ? STATES_NOTHING
                                                                     : STATES_TAKEN;
        }
    }
    return STATES_NOTHING;
}

/* "The item disclosed information relating to an individual (Schedule 12A, paragraph 1)", "This item falls within paragraph 3 of Schedule 12A". */
static bool falls_under_law(const Phrase *phrase)
{
    size_t law = mn_phrase_find(phrase, 0, "schedule");
    size_t verb;

    law = law < phrase->count ? law : mn_phrase_find_kind(phrase, 0, R_PARAGRAPH);
    if (law >= phrase->count ||
        !(mn_phrase_has(phrase, "schedule", 0) || mn_phrase_has(phrase, "sch 12*", 2) ||
          mn_phrase_has(phrase, "exempt", 0) || mn_phrase_has(phrase, "information relat*", 1))) {
        return false;
    }
    verb = container_of(phrase, law);
    for (size_t k = 0; verb >= phrase->count && k < law; k++) {
        if (container_of(phrase, k + 1) == k) {
            verb = k;
        }
    }
    return verb < phrase->count && !mn_is_denied(phrase, verb) && !mn_is_over(phrase, verb) &&
           mn_phrase_find_kind(phrase, 0, R_WOULD) > verb &&
           (verb == 0 || mn_subject_of(phrase, verb) == WHOSE_OWN || mn_is_own(phrase, verb, true));
}

/* A line that is a mark by itself: "RESTRICTED", "(Exempt - paragraph 3)", "Not for publication". */
static bool is_mark_line(const Phrase *phrase)
{
    static const char *const papers[] = {"item",    "minute", "minutes",    "report",
                                         "paper",   "papers", "discussion", "business",
                                         "session", "matter", "brief"};
    size_t i = 0;
    size_t next;

    while (i < phrase->count &&
           (strchr("([-+\"", phrase->words[i].mark) != NULL ||
            mn_phrase_is(phrase, i, "strictly") || mn_phrase_is(phrase, i, "commercially") ||
            mn_phrase_is(phrase, i, "private"))) {
        if (mn_phrase_is(phrase, i, "private") &&
            !(mn_phrase_is(phrase, i + 1, "and") ||
              phrase->words[i + 1 < phrase->count ? i + 1 : i].mark == '&')) {
            break;
        }
        i += 1 + mn_phrase_is(phrase, i, "private");
    }
    /* "OFFICIAL-SENSITIVE", "Commercial in confidence", "Pink paper", "(Press and public excluded)" */
    next = i + 1;
    next += next < phrase->count && phrase->words[next].mark == '-';
    if (mn_phrase_is(phrase, i, "official") && mn_phrase_is(phrase, next, "sensitive")) {
        return true;
    }
    if ((mn_phrase_is(phrase, i, "commercial") || mn_phrase_is(phrase, i, "strictly")) &&
        (mn_phrase_is(phrase, next, "in")) && mn_phrase_is(phrase, next + 1, "confidence")) {
        return true;
    }
    if (mn_phrase_is(phrase, i, "pink") && mn_word_begins(phrase, i + 1, "paper") &&
        phrase->count < i + 5) {
        return true;
    }
    if (phrase->count < i + 8 && mn_phrase_kind(phrase, i, R_PUBLIC) &&
        mn_phrase_find(phrase, i, "excluded") < i + 4 &&
        mn_phrase_find_kind(phrase, 0, R_BE) == phrase->count) {
        return true;
    }
    /* "Under embargo", "Subject to restriction", "Private item" */
    if ((mn_phrase_is(phrase, i, "under") || mn_phrase_is(phrase, i, "subject")) &&
        mn_phrase_find_kind(phrase, i, R_NOMINAL) < i + 4 && phrase->count < i + 6) {
        return true;
    }
    if (mn_phrase_kind(phrase, i, R_MARK) && phrase->words[i].value == MARK_PRIVATE &&
        mn_phrase_is(phrase, i + 1, "item") && phrase->count < i + 4) {
        return true;
    }
    if (!mn_phrase_kind(phrase, i, R_MARK) || phrase->words[i].value == MARK_CLOSED ||
        phrase->words[i].value == MARK_PRIVATE) {
        return false;
    }
    next = i + 1;
    if (next >= phrase->count) {
        return phrase->words[i].capital;
    }
    if (phrase->words[next].mark == ')' || phrase->words[next].mark == ']') {
        return next + 1 >= phrase->count ||
               (next + 2 >= phrase->count && phrase->words[next + 1].mark == '.');
    }
    if (phrase->words[next].mark == '.' && next + 1 >= phrase->count) {
        return true;
    }
    if (phrase->words[i].capital && mn_opens_reason(phrase, next) &&
        !mn_phrase_is(phrase, next, "by")) {
        return true;
    }
    if (phrase->words[i].capital && ONE_OF(phrase, next, papers) &&
        (next + 1 >= phrase->count || phrase->words[next + 1].mark != 'w')) {
        return true;
    }
    for (; next < phrase->count && next < i + 6; next++) {
        if (mn_phrase_kind(phrase, next, R_PARAGRAPH) || mn_phrase_is(phrase, next, "virtue")) {
            return true;
        }
    }
    return false;
}

/* A line that answers a question of form: "Status: Restricted", "Publication: withheld", "Open to the public: No". */
static bool is_answer(const Phrase *phrase, bool *open)
{
    static const char *const asked[] = {
        "status",  "access",   "minute",      "minutes",   "decision",    "publication",
        "report",  "item",     "category",    "security",  "circulation", "classification",
        "marking", "handling", "sensitivity", "exemption", "papers",      "confidentiality"};
    static const char *const noes[] = {"no", "none", "not", "n", "nil"};
    size_t colon = 0;

    *open = false;
    while (colon < phrase->count && colon < 6 && phrase->words[colon].mark != ':') {
        colon++;
    }
    if (colon == 0 || colon + 1 >= phrase->count || phrase->words[colon].mark != ':') {
        return false;
    }
    if (ONE_OF(phrase, colon + 1, noes) && phrase->count < colon + 6) {
        *open = !mn_phrase_is(phrase, 0, "open") && !mn_phrase_is(phrase, 0, "public");
        return !*open && phrase->count < colon + 4;
    }
    return ONE_OF(phrase, 0, asked) && phrase->count < colon + 12 &&
           (mn_phrase_kind(phrase, colon + 1, R_MARK) ||
            (mn_word_begins(phrase, 0, "exemption") &&
             mn_phrase_find_kind(phrase, colon, R_PARAGRAPH) < phrase->count));
}

/* Welsh puts the adjective behind its noun or "yn", and the verb first: "Mae'r eitem hon yn gyfrinachol". */
static bool says_in_welsh(const Phrase *phrase)
{
    static const char *const stems[] = {"cyfrinach",   "gyfrinach", "chyfrinach", "eithriedig",
                                        "heithriedig", "breifat",   "preifat",    "gaeedig",
                                        "chyfyngu",    "gyfyngu",   "cyfyngwyd",  "chyfyngedig"};
    static const char *const things[] = {"eitem",      "adroddiad", "cofnod",    "cofnodion",
                                         "drafodaeth", "mater",     "wybodaeth", "gwybodaeth",
                                         "sesiwn",     "cynnwys"};
    bool thing = false;
    bool mark = false;
    bool denied = false;
    bool publish = false;

    for (size_t i = 0; i < phrase->count; i++) {
        for (size_t k = 0; k < sizeof(things) / sizeof(things[0]); k++) {
            thing = thing || mn_word_begins(phrase, i, things[k]);
        }
        for (size_t s = 0; s < sizeof(stems) / sizeof(stems[0]); s++) {
            if (mn_word_begins(phrase, i, stems[s])) {
                bool led = s >= 8;

                for (size_t k = 0; i > 0 && k < sizeof(things) / sizeof(things[0]); k++) {
                    led = led || mn_word_begins(phrase, i - 1, things[k]);
                }
                mark = mark || led || (i > 0 && mn_phrase_is(phrase, i - 1, "yn"));
            }
        }
        mark = mark || (i > 0 && mn_phrase_is(phrase, i - 1, "yn") &&
                        mn_word_begins(phrase, i, "gyfyngedig"));
        mark = mark ||
               (i > 1 && mn_phrase_is(phrase, i - 2, "wedi") &&
                (mn_word_begins(phrase, i, "heithrio") || mn_word_begins(phrase, i, "eithrio")));
        publish = publish ||
                  (mn_phrase_is(phrase, i, "gael") && i > 0 && mn_phrase_is(phrase, i - 1, "ar"));
        publish = publish || mn_word_begins(phrase, i, "gyhoedd") ||
                  mn_word_begins(phrase, i, "chyhoedd") || mn_word_begins(phrase, i, "cyhoeddi");
        denied = denied || mn_phrase_is(phrase, i, "nid") || mn_phrase_is(phrase, i, "nad") ||
                 mn_phrase_is(phrase, i, "ni") || mn_phrase_is(phrase, i, "dim") ||
                 mn_phrase_is(phrase, i, "heb");
    }
    if (publish && !mn_phrase_is(phrase, mn_phrase_find(phrase, 0, "gyhoedd"), "gyhoedd") &&
        denied) {
        return thing || phrase->count < 14;
    }
    return thing && mark && !denied;
}

/* "The paper was classed as Official-Sensitive", "carried a protective marking", "Members considered the pink report". */
static bool bears_marking(const Phrase *phrase)
{
    static const char *const papers[] = {"report", "paper", "papers", "sheets",
                                         "pages",  "item",  "reports"};

    if (mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_WOULD) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_IF) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_OTHER) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_PIECE) < phrase->count) {
        return false;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        size_t next = i + 1 + (i + 1 < phrase->count && phrase->words[i + 1].mark == '-');
        bool marking =
            (mn_phrase_is(phrase, i, "official") && mn_phrase_is(phrase, next, "sensitive")) ||
            (mn_phrase_is(phrase, i, "protective") && mn_word_begins(phrase, i + 1, "marking"));

        bool part = mn_phrase_is(phrase, i, "part") &&
                    (mn_phrase_is(phrase, i + 1, "2") || mn_phrase_is(phrase, i + 1, "ii") ||
                     mn_phrase_is(phrase, i + 1, "b")) &&
                    (mn_phrase_is(phrase, i + 2, "report") ||
                     mn_phrase_is(phrase, i + 2, "paper") || mn_phrase_is(phrase, i + 2, "item"));

        if (part &&
            (mn_phrase_find_kind(phrase, 0, R_TAKE) < phrase->count ||
             mn_phrase_find_kind(phrase, 0, R_BE) < i) &&
            mn_phrase_find(phrase, 0, "had") == phrase->count) {
            return true;
        }
        if ((marking && mn_phrase_find_kind(phrase, 0, R_THING) < i) ||
            (mn_phrase_is(phrase, i, "pink") && ONE_OF(phrase, i + 1, papers) &&
             mn_phrase_find_kind(phrase, 0, R_TAKE) < phrase->count)) {
            return true;
        }
    }
    return false;
}

/* "The public were then excluded and the Committee considered the tender": the exclusion and the business in one sentence. */
static bool excluded_then_taken(const Phrase *phrase)
{
    static const char *const meetings[] = {"committee", "board",     "panel",    "council",
                                           "cabinet",   "governors", "members",  "trustees",
                                           "executive", "authority", "partners", "meeting"};
    size_t exclude = mn_phrase_find_kind(phrase, 0, R_EXCLUDE);
    size_t items = mn_phrase_find(phrase, 0, "items");

    if (exclude >= phrase->count || items < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_PUBLIC) > exclude + 6 ||
        mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_WOULD) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_IF) < phrase->count ||
        mn_phrase_find(phrase, 0, "following") < phrase->count * (exclude > 4) ||
        mn_phrase_find_kind(phrase, 0, R_REST) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_RESOLVE) < phrase->count) {
        return false;
    }
    for (size_t i = exclude + 1; i < phrase->count; i++) {
        size_t verb = i + 1;

        if (!ONE_OF(phrase, i, meetings)) {
            continue;
        }
        verb += mn_phrase_is(phrase, verb, "then") || mn_phrase_is(phrase, verb, "now");
        if (mn_phrase_kind(phrase, verb, R_TAKE) || mn_phrase_is(phrase, verb, "interviewed") ||
            mn_phrase_is(phrase, verb, "awarded")) {
            return true;
        }
    }
    return false;
}

/* "(Considered following the exclusion of the press and public)", "This item was taken with the public excluded". */
static bool taken_without_public(const Phrase *phrase)
{
    size_t exclude = mn_phrase_find_kind(phrase, 0, R_EXCLUDE);
    size_t verb = mn_phrase_find_kind(phrase, 0, R_TAKE);

    if (exclude >= phrase->count || verb > exclude ||
        mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count ||
        (mn_phrase_find_kind(phrase, 0, R_WOULD) < exclude &&
         !mn_phrase_has(phrase, "would be disclosure", 0)) ||
        mn_phrase_find_kind(phrase, 0, R_IF) < exclude) {
        return false;
    }
    if (!mn_phrase_has(phrase, "following exclu*", 3) &&
        !mn_phrase_has(phrase, "after exclu*", 3) &&
        !mn_phrase_has(phrase, "with public excluded", 4)) {
        return false;
    }
    return verb < 3 || mn_subject_of(phrase, verb) == WHOSE_OWN;
}

bool mn_speaks_of_other(const Phrase *phrase)
{
    for (size_t i = 0; i + 1 < phrase->count; i++) {
        if (mn_phrase_is(phrase, i, "separate") || mn_phrase_is(phrase, i, "another") ||
            mn_phrase_is(phrase, i, "different") || mn_phrase_is(phrase, i, "companion") ||
            mn_phrase_is(phrase, i, "supplementary") || mn_phrase_is(phrase, i, "accompanying")) {
            for (size_t k = i + 1; k < phrase->count && k < i + 4; k++) {
                if (mn_is_thing(phrase, k) || mn_phrase_kind(phrase, k, R_PIECE)) {
                    return true;
                }
            }
        }
        if (mn_phrase_kind(phrase, i, R_MARK) && mn_phrase_kind(phrase, i + 1, R_PIECE)) {
            return true;
        }
    }
    return false;
}

Statement mn_statement(const Phrase *phrase, bool previous_is_other)
{
    Statement statement = STATES_NOTHING;
    bool piece = mn_phrase_find_kind(phrase, 0, R_PIECE) < phrase->count;
    bool answered;
    bool excludes = mn_phrase_find_kind(phrase, 0, R_EXCLUDE) < phrase->count &&
                    mn_phrase_find_kind(phrase, 0, R_PUBLIC) < phrase->count;

    if (is_answer(phrase, &answered)) {
        return STATES_RESTRICTED;
    }
    if (answered) {
        return STATES_NOTHING; /* "Exempt: No" */
    }
    if (is_mark_line(phrase)) {
        return STATES_RESTRICTED;
    }
    if (mn_counts_cases(phrase)) {
        return STATES_NOTHING;
    }
    if (excludes && (taken_without_public(phrase) || excluded_then_taken(phrase))) {
        return STATES_RESTRICTED;
    }
    /* What a resolution says of the business that it closes is no word on its own item. */
    if (excludes && mn_phrase_find_kind(phrase, 0, R_RESOLVE) < phrase->count) {
        return STATES_NOTHING;
    }
    if (mn_phrase_has(phrase, "by virtue of paragraph*", 1) && !piece && !excludes &&
        mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count) {
        return STATES_RESTRICTED;
    }
    if (mn_phrase_has(phrase, "absence of press public", 3) &&
        mn_phrase_find_kind(phrase, 0, R_TAKE) < phrase->count &&
        mn_subject_of(phrase, mn_phrase_find_kind(phrase, 0, R_TAKE)) == WHOSE_OWN &&
        mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count) {
        return STATES_RESTRICTED;
    }
    if (mn_says_unpublished(phrase, previous_is_other) ||
        mn_says_readers(phrase, previous_is_other) || mn_says_private(phrase, previous_is_other) ||
        says_in_welsh(phrase) || (!previous_is_other && bears_marking(phrase)) ||
        (!previous_is_other && !excludes && falls_under_law(phrase)) ||
        (!excludes && mn_says_law(phrase, previous_is_other)) ||
        mn_says_kept(phrase, previous_is_other)) {
        return STATES_RESTRICTED;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        Statement found = STATES_NOTHING;
        bool mark = mn_phrase_kind(phrase, i, R_MARK);

        if ((!mark && !mn_phrase_kind(phrase, i, R_NOMINAL)) || mn_is_denied(phrase, i)) {
            continue;
        }
        if (mn_says_restriction(phrase, i, previous_is_other)) {
            return STATES_RESTRICTED;
        }
        if (mark && !excludes && !mn_is_over(phrase, i)) {
            found = attributive(phrase, i);
            statement = found > statement ? found : statement;
        }
    }
    return statement;
}

/* ---- the quick pass ---- */

/* "Public Health", "public transport": by far the most frequent words that begin like the public, and none of them. */
static bool is_public_service(const char *word, size_t left)
{
    static const MnText services[] = {
        {"public health", 13}, {"public transport", 16}, {"public sector", 13},
        {"public realm", 12},  {"public service", 14},   {"public consultation", 19},
        {"public toilet", 13}, {"public highway", 14},   {"public house", 12},
        {"public space", 12},  {"public librar", 13},    {"public question", 15},
        {"public right", 12},
    };

    for (size_t i = 0; i < sizeof(services) / sizeof(services[0]); i++) {
        if (left > services[i].len && mn_begins((MnText){word, left}, services[i])) {
            return true;
        }
    }
    return false;
}

/* Whether the word here, in lower case `first` and on, begins like one of those that such a statement needs. */
static bool may_begin(const char *word, size_t left, unsigned char first)
{
    static const char stems[26][14][15] = {
        ['a' - 'a'] = {"absence", "authorised per"},
        ['b' - 'a'] = {"behind closed", "breifat"},
        ['c' - 'a'] = {"confiden", "closed", "chyhoedd", "camera", "cyfrinach", "classif",
                       "circulation", "chyf", "cyfyng", "cannot be re"},
        ['d' - 'a'] = {"disclos"},
        ['e' - 'a'] = {"exempt", "exclu", "eithri", "embargo"},
        ['f' - 'a'] = {"for members", "for partners", "for councillor", "for officers", "forbid"},
        ['g' - 'a'] = {"go no further", "gwahardd", "gyf", "gaeedig", "gyhoedd"},
        ['h' - 'a'] = {"heithri"},
        ['i' - 'a'] = {"into committee", "in committee", "in 'committ", "in secret",
                       "in open sess"},
        ['l' - 'a'] = {"leave", "left the", "left out of", "limited to"},
        ['m' - 'a'] = {"members only", "members alone", "minuted", "must not be"},
        ['n' - 'a'] = {"not for ", "not to share", "not to circul", "not to copy", "not to pass",
                       "not to disc", "not to repeat", "not reproduc", "not circul"},
        ['o' - 'a'] = {"official-sens", "official sens", "official - sen"},
        ['p' - 'a'] = {"private", "publi", "preifat", "press", "part 2", "part ii", "part two",
                       "part b", "pink", "privileg", "prohibit", "protective m"},
        ['r' - 'a'] = {"restrict", "redact"},
        ['s' - 'a'] = {"shared", "secrecy", "sealed", "schedule", "suppressed", "section 50a",
                       "section 100a"},
        ['t' - 'a'] = {"to members", "to partners", "to councillors"},
        ['u' - 'a'] = {"unpublished", "unsuitable for"},
        ['v' - 'a'] = {"virtue", "vacate"},
        ['w' - 'a'] = {"withdraw", "withdrew", "withheld"},
    };
    char second;

    if (first < 'a' || first > 'z' || left < 2) {
        return false;
    }
    second = (char) mn_lower((unsigned char) word[1]);
    for (const char(*stem)[15] = stems[first - 'a']; (*stem)[0] != '\0'; stem++) {
        size_t i = 2;

        /* Mostly the second letter settles it. */
        if ((*stem)[1] != second) {
            continue;
        }
        while ((*stem)[i] != '\0' && i < left &&
               mn_lower((unsigned char) word[i]) == (unsigned char) (*stem)[i]) {
            i++;
        }
        if ((*stem)[i] == '\0') {
            return !is_public_service(word, left);
        }
    }
    return false;
}

static inline bool is_ascii_letter(char c)
{
    return (unsigned char) (((unsigned char) c | 0x20) - 'a') < 26;
}

bool mn_may_restrict(MnText text)
{
    size_t at = 0;

    while (at < text.len) {
        if (!is_ascii_letter(text.data[at])) {
            at++;
            continue;
        }
        if (may_begin(text.data + at, text.len - at, (unsigned char) text.data[at] | 0x20)) {
            return true;
        }
        do {
            at++;
        } while (at < text.len && is_ascii_letter(text.data[at]));
    }
    return false;
}
