/*
 * private.c - restriction said by how the business was done: in private, in confidence, in camera, in Part 2, without the public.
 */
#include <string.h>

#include "statement.h"

/* Whether word i is the meeting or its members: whose doing in private is the item's own. */
static bool is_meeting(const Phrase *phrase, size_t i)
{
    static const char *const words[] = {
        "members",   "committee",   "board",       "panel",        "council",   "cabinet",
        "executive", "partnership", "meeting",     "governors",    "trustees",  "forum",
        "authority", "they",        "councillors", "group",        "we",        "chair",
        "chairman",  "commission",  "sub",         "subcommittee", "inspector", "superintendent",
        "officer",   "officers",    "director",    "police",       "constable", "solicitor",
        "sergeant",  "clerk",       "manager",     "leader",       "aelodau",   "session"};

    return ONE_OF(phrase, i, words);
}

/* "2", "II", "two", "B" behind "part". */
static bool is_second(const Phrase *phrase, size_t i)
{
    static const char *const seconds[] = {"2", "ii", "two", "b"};

    return ONE_OF(phrase, i, seconds) &&
           !(mn_phrase_is(phrase, i + 1, "of") && !mn_phrase_has(phrase, "of the agenda", 0) &&
             !mn_phrase_has(phrase, "of the meeting", 0) &&
             !mn_phrase_has(phrase, "of agenda", 0) && !mn_phrase_has(phrase, "of the minutes", 0));
}

/* Whether a manner that keeps others out stands at word i: "in private", "in Part 2", "behind closed doors", "without the public". */
static bool is_manner(const Phrase *phrase, size_t i)
{
    static const char *const sections[] = {"session", "part",   "section", "business", "agenda",
                                           "meeting", "items",  "item",    "sitting",  "forum",
                                           "matters", "report", "cover"};
    size_t next = i + 1;

    if (mn_phrase_is(phrase, i, "behind")) {
        return mn_phrase_is(phrase, next, "closed") && mn_phrase_is(phrase, next + 1, "doors");
    }
    if (mn_phrase_is(phrase, i, "without")) {
        size_t public = mn_phrase_find_kind(phrase, i, R_PUBLIC);

        return public < i + 4 && mn_phrase_public(phrase, public) &&
               (mn_phrase_find(phrase, i, "present") < i + 9 ||
                mn_phrase_find(phrase, i, "attendance") < i + 9 ||
                mn_phrase_find(phrase, i, "room") < i + 9);
    }
    if (mn_phrase_is(phrase, i, "confidentially") || mn_phrase_is(phrase, i, "privately")) {
        return next >= phrase->count || phrase->words[next].mark != 'w' ||
               !(mn_phrase_is(phrase, next, "owned") || mn_phrase_is(phrase, next, "rented") ||
                 mn_phrase_is(phrase, next, "run") || mn_phrase_is(phrase, next, "funded") ||
                 mn_phrase_is(phrase, next, "let") || mn_phrase_is(phrase, next, "operated"));
    }
    if (!mn_phrase_is(phrase, i, "in") && !mn_phrase_is(phrase, i, "into") &&
        !mn_phrase_is(phrase, i, "under") && !mn_phrase_is(phrase, i, "on") &&
        !mn_phrase_is(phrase, i, "as") && !mn_phrase_is(phrase, i, "to") &&
        !mn_phrase_is(phrase, i, "during") && !mn_phrase_is(phrase, i, "within")) {
        return false;
    }
    if (mn_phrase_is(phrase, next, "the") || mn_phrase_is(phrase, next, "a") ||
        mn_phrase_is(phrase, next, "an") || mn_phrase_is(phrase, next, "strict") ||
        mn_phrase_is(phrase, next, "its")) {
        next++;
    }
    next += next < phrase->count &&
            (phrase->words[next].mark == '"' || phrase->words[next].mark == '\'');
    if (mn_phrase_is(phrase, i, "in") &&
        (mn_phrase_is(phrase, next, "camera") || mn_phrase_is(phrase, next, "secret") ||
         (mn_phrase_is(phrase, next, "confidence") && !mn_phrase_is(phrase, next + 1, "in") &&
          next <= i + 2) ||
         (mn_phrase_is(phrase, next, "private") &&
          (next + 1 >= phrase->count || phrase->words[next + 1].mark != 'w' ||
           phrase->words[next + 1].kind != R_NONE || is_meeting(phrase, next + 1) ||
           mn_phrase_is(phrase, next + 1, "and") || mn_phrase_is(phrase, next + 1, "with") ||
           mn_phrase_is(phrase, next + 1, "so") || mn_phrase_is(phrase, next + 1, "by") ||
           mn_phrase_is(phrase, next + 1, "at") || mn_phrase_is(phrase, next + 1, "on") ||
           mn_phrase_is(phrase, next + 1, "to") || mn_phrase_is(phrase, next + 1, "for") ||
           mn_phrase_is(phrase, next + 1, "session"))))) {
        return true;
    }
    if (mn_phrase_is(phrase, i, "in") && mn_phrase_is(phrase, next, "committee") && next <= i + 2 &&
        !mn_phrase_is(phrase, next - 1, "the") && !mn_phrase_is(phrase, next + 1, "room") &&
        !mn_phrase_is(phrase, next + 1, "rooms") && !mn_phrase_is(phrase, next + 1, "at") &&
        !mn_phrase_is(phrase, next + 1, "last") && !mn_phrase_is(phrase, next + 1, "in")) {
        return true;
    }
    if (mn_phrase_is(phrase, i, "in") && mn_phrase_is(phrase, next, "absence")) {
        size_t public = mn_phrase_find_kind(phrase, next, R_PUBLIC);

        return public < next + 6 && mn_phrase_public(phrase, public);
    }
    if (mn_phrase_is(phrase, next, "part") && is_second(phrase, next + 1)) {
        return !mn_phrase_is(phrase, i, "to");
    }
    if (mn_phrase_kind(phrase, next, R_MARK)) {
        size_t section = next + 1;

        while (section < next + 4 && !ONE_OF(phrase, section, sections) &&
               (mn_phrase_kind(phrase, section, R_MARK) || mn_phrase_is(phrase, section, "and") ||
                mn_phrase_is(phrase, section, "or"))) {
            section++;
        }
        return ONE_OF(phrase, section, sections) &&
               !(mn_phrase_is(phrase, section, "report") && !mn_phrase_is(phrase, i, "as")) &&
               !(mn_phrase_is(phrase, section, "item") && !mn_phrase_is(phrase, i, "as"));
    }
    /* council papers by their colour: pink for what is exempt */
    if (mn_phrase_is(phrase, next, "pink") &&
        (mn_phrase_is(phrase, next + 1, "paper") || mn_phrase_is(phrase, next + 1, "papers") ||
         mn_phrase_is(phrase, next + 1, "pages"))) {
        return !mn_phrase_is(phrase, next + 2, "of") || mn_phrase_is(phrase, next + 4, "agenda") ||
               mn_phrase_is(phrase, next + 4, "pack");
    }
    return false;
}

/* The verb of the clause before the manner at i; phrase->count where there is none. */
static size_t verb_before(const Phrase *phrase, size_t i)
{
    static const char *const moves[] = {
        "went",      "moved",   "continued", "proceeded",    "met",      "sat",      "carried",
        "spoke",     "dealt",   "resumed",   "circulated",   "printed",  "listed",   "considering",
        "conducted", "talked",  "entered",   "deal",         "take",     "consider", "sent",
        "go",        "sitting", "move",      "communicated", "appeared", "voted",    "treated"};

    for (size_t k = i; k > 0 && i - k < 26 && strchr(";|", phrase->words[k - 1].mark) == NULL;
         k--) {
        if (mn_phrase_kind(phrase, k - 1, R_TAKE) || ONE_OF(phrase, k - 1, moves)) {
            return k - 1;
        }
    }
    return phrase->count;
}

/* What a meeting does behind closed doors, said with a verb that is no word of papers: "debated the offer", "opened the discussion". */
static size_t business_verb(const Phrase *phrase, size_t from)
{
    static const char *const verbs[] = {
        "agreed",   "opened",   "voted",       "debated",   "asked",   "discussed",
        "set",      "talked",   "deal",        "answered",  "decided", "awarded",
        "accepted", "approved", "heard",       "resolved",  "gave",    "authorised",
        "went",     "turned",   "interviewed", "appointed", "settled", "deliberated",
        "moved",    "seconded", "adopted"};

    for (size_t i = from; i < phrase->count; i++) {
        if (ONE_OF(phrase, i, verbs) || mn_phrase_kind(phrase, i, R_TAKE)) {
            return i;
        }
    }
    return phrase->count;
}

/* "The Clerk read out the letter": the meeting or one of its people does it. */
static bool subject_is_meeting(const Phrase *phrase, size_t verb)
{
    for (size_t k = verb; k > 0 && verb - k < 5 && phrase->words[k - 1].mark == 'w'; k--) {
        if (is_meeting(phrase, k - 1)) {
            return true;
        }
    }
    return false;
}

/* "Sitting in private", "Having gone into closed session", "Under": what may stand before a manner that opens a sentence. */
static bool only_opens(const Phrase *phrase, size_t i)
{
    static const char *const openers[] = {
        "sitting",  "meeting",   "having",     "moving",      "gone",     "moved",   "going",
        "convened", "while",     "then",       "whilst",      "resolved", "entered", "after",
        "being",    "now",       "acting",     "considering", "and",      "still",   "returned",
        "later",    "discussed", "continuing", "on",          "upon"};

    for (size_t k = 0; k < i; k++) {
        if (phrase->words[k].mark == 'w' && !ONE_OF(phrase, k, openers)) {
            return false;
        }
    }
    return i < 5;
}

/*
 * "In closed session, owing to the personal information involved, the governors heard the appeal": a manner that opens the sentence,
 * and business of the meeting behind it, with or without commas.
 */
static bool fronted_business(const Phrase *phrase, size_t i)
{
    size_t verb = business_verb(phrase, i + 2);

    if (!only_opens(phrase, i) || verb >= phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_WOULD) < verb ||
        mn_phrase_find_kind(phrase, 0, R_NOT) < verb || mn_phrase_find(phrase, 0, "had") < verb) {
        return false;
    }
    for (size_t k = i + 2; k < verb; k++) {
        if (is_meeting(phrase, k) || mn_is_thing(phrase, k)) {
            return true;
        }
    }
    return false;
}

/* Whether a clause that does something in private does the item's business: its subject or object is the item's or the meeting's. */
static bool is_own_business(const Phrase *phrase, size_t verb, size_t manner)
{
    static const char *const others[] = {
        "residents", "victims",    "staff", "patients", "jury",       "candidates",
        "families",  "complaints", "votes", "callers",  "applicants", "tenants",
        "witnesses", "pupils",     "lords", "commons",  "children",   "interviews"};
    Whose whose;
    size_t from = verb;

    while (from > 0 && strchr(";:|.", phrase->words[from - 1].mark) == NULL) {
        from--;
    }
    for (size_t k = from; k < phrase->count && k < manner + 6; k++) {
        if (ONE_OF(phrase, k, others) && k < manner) {
            return false;
        }
    }
    whose = mn_subject_of(phrase, verb);
    if (whose == WHOSE_OWN) {
        return true;
    }
    if (whose == WHOSE_OTHER) {
        return false;
    }
    if (whose == WHOSE_PIECE) {
        return !mn_phrase_is(phrase, verb, "circulated");
    }
    /* "Considered in private" */
    if (verb == from || (verb == from + 1 && phrase->words[from].mark != 'w')) {
        return true;
    }
    for (size_t k = verb + 1; k < manner; k++) {
        if (mn_is_thing(phrase, k) || mn_phrase_kind(phrase, k, R_PIECE)) {
            return true;
        }
    }
    if (mn_is_business(phrase, from, verb) || mn_is_business(phrase, verb + 1, manner)) {
        return true;
    }
    for (size_t k = from; k < verb; k++) {
        if (is_meeting(phrase, k)) {
            return true;
        }
    }
    /* "The feedback was heard in private because of the intelligence in it" */
    return mn_phrase_grounds(phrase, MN_ENGLAND, MN_NO_DATE) != 0;
}

/* Whether what was done was done before, or is to be done later, or is only spoken of. */
static bool is_not_now(const Phrase *phrase, size_t verb, size_t manner)
{
    for (size_t k = manner > 20 ? manner - 20 : 0; k < manner; k++) {
        if (mn_phrase_kind(phrase, k, R_WOULD) || mn_phrase_is(phrase, k, "should") ||
            mn_phrase_kind(phrase, k, R_NOT)) {
            return !(mn_phrase_is(phrase, k, "without"));
        }
        if (mn_phrase_is(phrase, k, "any") || mn_phrase_is(phrase, k, "previously") ||
            mn_phrase_is(phrase, k, "item") || mn_phrase_is(phrase, k, "items") ||
            mn_phrase_is(phrase, k, "minute")) {
            bool number = k + 1 < phrase->count && phrase->words[k + 1].mark == '0';

            if (number || mn_phrase_is(phrase, k, "previously") ||
                (mn_phrase_is(phrase, k, "any") && mn_phrase_is(phrase, k + 1, "part"))) {
                return true;
            }
        }
    }
    if (mn_phrase_has(phrase, "last year", 0) || mn_phrase_has(phrase, "last meeting", 0) ||
        mn_phrase_has(phrase, "next meeting", 0) || mn_phrase_has(phrase, "previous meeting", 0) ||
        mn_phrase_has(phrase, "later", 0) || mn_phrase_has(phrase, "house of", 0) ||
        mn_phrase_has(phrase, "westminster", 0)) {
        return true;
    }
    if (verb < phrase->count && verb > 0 && !mn_is_own(phrase, verb, true) &&
        ((mn_phrase_is(phrase, verb - 1, "had") && mn_subject_of(phrase, verb) != WHOSE_OWN) ||
         (mn_phrase_is(phrase, verb - 1, "been") && verb > 1 &&
          mn_phrase_is(phrase, verb - 2, "had") && mn_subject_of(phrase, verb) != WHOSE_OWN) ||
         (mn_phrase_is(phrase, verb - 1, "to") &&
          mn_phrase_find_kind(phrase, 0, R_RESOLVE) > verb) ||
         (mn_phrase_is(phrase, verb - 1, "be") && verb > 1 &&
          mn_phrase_is(phrase, verb - 2, "to")))) {
        return true;
    }
    /* "Hearings of the panel are held in private": always, and not now */
    if (verb < phrase->count && verb > 0 &&
        (mn_phrase_is(phrase, verb - 1, "are") || mn_phrase_is(phrase, verb - 1, "is")) &&
        mn_subject_of(phrase, verb) != WHOSE_OWN) {
        return true;
    }
    return mn_is_supposed(phrase, manner) || mn_is_over(phrase, manner) ||
           mn_is_proposed(phrase, manner);
}

/* "after the press and public had left", "while the public were out of the room", "the public having withdrawn": not there. */
static bool public_absent(const Phrase *phrase, size_t *at)
{
    static const char *const leads[] = {"after", "following", "while", "whilst",
                                        "once",  "when",      "with",  "as"};
    static const char *const gone[] = {
        "left",      "withdrawn", "withdrew", "excluded", "out",     "absent", "removed",   "asked",
        "departed",  "retired",   "outside",  "leaving",  "vacated", "leave",  "exclusion", "ended",
        "concluded", "finished",  "gone",     "cleared",  "exit",    "exited", "off"};

    for (size_t i = 0; i < phrase->count; i++) {
        bool lead = ONE_OF(phrase, i, leads);
        size_t having = mn_phrase_find(phrase, i, "having");
        bool gallery =
            mn_phrase_is(phrase, i, "public") && mn_phrase_is(phrase, i + 1, "gallery") && i < 3;
        bool absolute = (mn_phrase_public(phrase, i) || gallery) &&
                        (having == i + 1 || mn_phrase_is(phrase, i + 1, "being") ||
                         (i < 2 && having < i + 6 && having < phrase->count));

        if (!lead && !absolute) {
            continue;
        }
        for (size_t k = i; k < phrase->count && k < i + (lead ? 5 : 1); k++) {
            if (!mn_phrase_public(phrase, k)) {
                continue;
            }
            for (size_t g = lead ? i + 1 : k + 1; g < phrase->count && g < k + 8; g++) {
                bool had = g > 0 && mn_phrase_is(phrase, g - 1, "had");
                bool some =
                    i + 1 < phrase->count && (mn_phrase_is(phrase, i + 1, "two") ||
                                              (mn_phrase_is(phrase, i + 1, "members") && !had));

                if (ONE_OF(phrase, g, gone) && !some) {
                    *at = i;
                    return true;
                }
            }
        }
    }
    return false;
}

/* "Members of the public left the room for this item", "The public gallery was cleared before the item was taken". */
static bool public_leaves_for_this(const Phrase *phrase)
{
    static const char *const gone[] = {"left",     "withdrew", "leave",
                                       "withdraw", "cleared",  "vacated"};

    for (size_t i = 0; i < phrase->count; i++) {
        size_t public = i;

        if (!ONE_OF(phrase, i, gone)) {
            continue;
        }
        while (public > 0 && i - public < 6 && !mn_phrase_kind(phrase, public, R_PUBLIC)) {
            public--;
        }
        if (!mn_phrase_kind(phrase, public, R_PUBLIC) || mn_is_denied(phrase, i) ||
            mn_phrase_find_kind(phrase, 0, R_WOULD) < phrase->count ||
            mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count) {
            continue;
        }
        /* one or two of them may always go */
        for (size_t k = 0; k < public; k++) {
            if (mn_phrase_is(phrase, k, "a") || mn_phrase_is(phrase, k, "two") ||
                mn_phrase_is(phrase, k, "one") || mn_phrase_is(phrase, k, "some") ||
                mn_phrase_is(phrase, k, "several") || mn_phrase_is(phrase, k, "member") ||
                phrase->words[k].mark == '0') {
                return false;
            }
        }
        for (size_t k = i + 1; k + 1 < phrase->count && k < i + 9; k++) {
            if ((mn_phrase_is(phrase, k, "for") || mn_phrase_is(phrase, k, "before") ||
                 mn_phrase_is(phrase, k, "during") || mn_phrase_is(phrase, k, "while")) &&
                (mn_phrase_kind(phrase, k + 1, R_THIS)) && mn_is_thing(phrase, k + 2)) {
                return true;
            }
        }
    }
    return false;
}

/* "No members of the public were admitted for this item", "The public were not present during this discussion". */
static bool nobody_admitted(const Phrase *phrase)
{
    static const char *const lets[] = {"admitted", "present",   "allowed", "permitted",
                                       "invited",  "attending", "remained"};
    size_t public = mn_phrase_find_kind(phrase, 0, R_PUBLIC);
    size_t not = mn_phrase_find_kind(phrase, 0, R_NOT);

    if (public >= phrase->count || not >= phrase->count || not > public + 8 ||
        mn_phrase_find_kind(phrase, 0, R_WOULD) < phrase->count) {
        return false;
    }
    for (size_t k = public + 1; k < phrase->count && k < public + 9; k++) {
        size_t behind = k + 1;

        if (!ONE_OF(phrase, k, lets)) {
            continue;
        }
        while (behind < phrase->count && behind < k + 8) {
            if ((mn_phrase_is(phrase, behind, "for") || mn_phrase_is(phrase, behind, "during") ||
                 mn_phrase_is(phrase, behind, "when") || mn_phrase_is(phrase, behind, "while")) &&
                mn_phrase_is(phrase, behind + 1, "this") && mn_is_thing(phrase, behind + 2)) {
                return true;
            }
            behind++;
        }
    }
    return false;
}

/* "This item was not taken in public", "The matter was considered other than in public". */
static bool not_in_public(const Phrase *phrase)
{
    if (mn_phrase_find_kind(phrase, 0, R_WOULD) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_IF) < phrase->count) {
        return false;
    }
    for (size_t i = 1; i + 2 < phrase->count; i++) {
        bool open =
            mn_phrase_is(phrase, i, "in") &&
            ((mn_phrase_is(phrase, i + 1, "public") &&
              (i + 2 >= phrase->count || phrase->words[i + 2].mark != 'w' ||
               phrase->words[i + 2].kind != R_NONE)) ||
             (mn_phrase_is(phrase, i + 1, "open") && mn_phrase_is(phrase, i + 2, "session")));
        size_t not = i > 1 ? i - 2 : i;

        if (!open) {
            continue;
        }
        if (mn_phrase_is(phrase, i - 1, "than") && mn_phrase_find_kind(phrase, 0, R_TAKE) < i) {
            return mn_subject_of(phrase, mn_phrase_find_kind(phrase, 0, R_TAKE)) == WHOSE_OWN;
        }
        if (mn_phrase_kind(phrase, i - 1, R_TAKE) && mn_phrase_is(phrase, not, "not") &&
            mn_subject_of(phrase, not ) == WHOSE_OWN) {
            return true;
        }
    }
    return false;
}

/* "This part of the meeting was closed to the public", "was not open to the public". */
static bool part_is_closed(const Phrase *phrase)
{
    return mn_phrase_has(phrase, "this part of the", 0) &&
           (mn_phrase_has(phrase, "was closed to", 0) ||
            mn_phrase_has(phrase, "was not open to", 0) ||
            mn_phrase_has(phrase, "is closed to", 0) ||
            mn_phrase_has(phrase, "is not open to", 0)) &&
           mn_phrase_find_kind(phrase, 0, R_PUBLIC) < phrase->count;
}

/* "The Council resolved itself into committee and considered the offer". */
static bool into_committee(const Phrase *phrase)
{
    for (size_t i = 1; i + 2 < phrase->count; i++) {
        if (mn_phrase_is(phrase, i, "into") && mn_phrase_is(phrase, i + 1, "committee")) {
            return business_verb(phrase, i + 2) < phrase->count &&
                   mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count &&
                   mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count;
        }
    }
    return false;
}

/* "The figures are in the exempt part of the agenda": details kept elsewhere, not the item. */
static bool speaks_of_details(const Phrase *phrase, size_t to)
{
    static const char *const details[] = {"figures",    "details",  "information",
                                          "statistics", "contents", "papers"};

    for (size_t k = 0; k < to; k++) {
        if (ONE_OF(phrase, k, details)) {
            return true;
        }
    }
    return false;
}

bool mn_says_private(const Phrase *phrase, bool previous_is_other)
{
    size_t at = 0;

    if (previous_is_other) {
        return false;
    }
    if (mn_phrase_has(phrase, "out of public session", 0) &&
        mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count &&
        mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count) {
        return true;
    }
    if (public_absent(phrase, &at) && !mn_is_supposed(phrase, at) &&
        mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count &&
        mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count &&
        mn_phrase_find_kind(phrase, 0, R_RESOLVE) >= at) {
        size_t verb = mn_phrase_find_kind(phrase, 0, R_TAKE);
        bool fronted = at < 4;

        if (fronted && verb >= phrase->count) {
            verb = business_verb(phrase, at);
        }
        /* "The public having left, the officer described ..."; "This item was taken after the public had left" */
        if (fronted ? verb < phrase->count
                    : verb < at && (is_own_business(phrase, verb, at) || verb < 3 ||
                                    subject_is_meeting(phrase, verb))) {
            return true;
        }
    }
    if (public_leaves_for_this(phrase) || nobody_admitted(phrase) || not_in_public(phrase) ||
        part_is_closed(phrase) || into_committee(phrase)) {
        return true;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        size_t verb;
        size_t behind =
            i + 2 + (i + 2 < phrase->count && strchr("\"'", phrase->words[i + 2].mark) != NULL);

        /* "See Part 2 minute" */
        if ((mn_phrase_is(phrase, i, "see") || mn_phrase_is(phrase, i, "refer")) && i < 2) {
            size_t part = mn_phrase_find(phrase, i, "part");

            if (part < i + 5 && is_second(phrase, part + 1) &&
                mn_word_begins(phrase, part + 2, "minute")) {
                return true;
            }
        }
        if (!is_manner(phrase, i)) {
            continue;
        }
        /* "In Committee, members agreed the tender", "In camera: ..." */
        if (i < 2 && behind < phrase->count &&
            (strchr(",:-", phrase->words[behind].mark) != NULL ||
             mn_phrase_is(phrase, behind, "business")) &&
            mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count &&
            mn_phrase_find(phrase, 0, "had") > i + 8) {
            return true;
        }
        if (fronted_business(phrase, i) && !is_not_now(phrase, phrase->count, i)) {
            return true;
        }
        verb = verb_before(phrase, i);
        /* "The Committee, in exempt session, approved the settlement" */
        if (verb >= phrase->count && i > 0 &&
            (phrase->words[i - 1].mark == ',' ||
             (i > 1 && phrase->words[i - 2].mark == ',' &&
              (mn_phrase_is(phrase, i - 1, "meeting") || mn_phrase_is(phrase, i - 1, "sitting") ||
               mn_phrase_is(phrase, i - 1, "now")))) &&
            mn_phrase_find_kind(phrase, i, R_TAKE) < i + 9 &&
            mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count &&
            mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count) {
            for (size_t k = 0; k < i; k++) {
                if (is_meeting(phrase, k)) {
                    return true;
                }
            }
        }
        if (is_not_now(phrase, verb, i)) {
            continue;
        }
        if (verb < phrase->count && is_own_business(phrase, verb, i)) {
            return true;
        }
        /* "This was an in camera item" */
        if (verb >= phrase->count && mn_phrase_is(phrase, i, "in") &&
            mn_phrase_is(phrase, i + 1, "camera") && mn_phrase_find_kind(phrase, 0, R_BE) < i &&
            mn_is_thing(phrase, i + 2)) {
            return true;
        }
        /* "In private session: ...", "In confidence", "This part of the meeting was in private" */
        if (i == 0 && mn_phrase_is(phrase, i, "as")) {
            return true;
        }
        if (verb >= phrase->count &&
            ((i < 2 && phrase->count < i + 6) ||
             (mn_phrase_kind(phrase, i - (i > 0), R_BE) &&
              ((mn_subject_of(phrase, i) == WHOSE_OWN && !speaks_of_details(phrase, i)) ||
               mn_phrase_find(phrase, 0, "meeting") < i)))) {
            return true;
        }
    }
    return false;
}

bool mn_states_private(const Phrase *phrase)
{
    return mn_says_private(phrase, false);
}
