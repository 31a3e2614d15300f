/*
 * modality.c - whether a restriction is said to hold: not denied, supposed, only proposed or over.
 */
#include <string.h>

#include "statement.h"

bool mn_is_supposed(const Phrase *phrase, size_t i)
{
    bool comma = false;

    for (size_t k = i; k > 0 && i - k < 12 && strchr(";|", phrase->words[k - 1].mark) == NULL;
         k--) {
        bool begins = k == 1 || (k > 1 && phrase->words[k - 2].mark == ',');

        comma = comma || phrase->words[k - 1].mark == ',';
        if (k == 1 && mn_phrase_is(phrase, 0, "until")) {
            return false; /* "Until the inquest is over this report cannot be made public" */
        }
        if (phrase->words[k - 1].kind == R_IF && (!comma || mn_phrase_is(phrase, k - 1, "if") ||
                                                  mn_phrase_is(phrase, k - 1, "whether"))) {
            return true;
        }
        /* "Should members wish to go into detail, the item would ..." */
        if (begins && mn_phrase_is(phrase, k - 1, "should")) {
            return true;
        }
    }
    return false;
}

/* "would be treated as confidential", "will remain exempt": what the chair told the meeting, where nothing is supposed. */
static bool is_order(const Phrase *phrase, size_t would)
{
    static const char *const acts[] = {"treated", "remain",    "kept",    "regarded",
                                       "dealt",   "remaining", "classed", "continue"};
    size_t act = would + 1 + mn_phrase_is(phrase, would + 1, "be");

    return (mn_phrase_is(phrase, would, "would") || mn_phrase_is(phrase, would, "will")) &&
           ONE_OF(phrase, act, acts) && mn_phrase_find(phrase, 0, "if") == phrase->count &&
           mn_phrase_find(phrase, 0, "whether") == phrase->count &&
           mn_phrase_find(phrase, 0, "unless") == phrase->count &&
           mn_phrase_find(phrase, 0, "future") == phrase->count;
}

bool mn_is_denied(const Phrase *phrase, size_t i)
{
    /* "nothing in the report needed to be restricted" */
    if (mn_phrase_kind(phrase, i, R_MARK) && mn_phrase_has(phrase, "nothing in", 0) &&
        mn_phrase_find(phrase, 0, "nothing") + 8 > i && mn_phrase_find(phrase, 0, "nothing") < i) {
        return true;
    }
    /* "should have been exempt" */
    for (size_t k = i > 4 ? i - 4 : 0; k + 1 < i; k++) {
        if (mn_phrase_is(phrase, k, "should") && mn_phrase_is(phrase, k + 1, "have")) {
            return true;
        }
    }
    if (i > 0 &&
        (mn_phrase_is(phrase, i - 1, "non") ||
         (i > 1 && phrase->words[i - 1].mark == '-' && mn_phrase_is(phrase, i - 2, "non")))) {
        return true;
    }
    for (size_t k = i; k > 0 && i - k < 5 && strchr(";|,", phrase->words[k - 1].mark) == NULL;
         k--) {
        if (phrase->words[k - 1].kind == R_NOT && !mn_phrase_is(phrase, k, "only") &&
            !mn_phrase_is(phrase, k, "for")) {
            return true;
        }
    }
    for (size_t k = i; k > 0 && i - k < 4 && strchr(";|", phrase->words[k - 1].mark) == NULL; k--) {
        /* "should be treated as confidential" is an order, "it would be" a supposition */
        if (phrase->words[k - 1].kind == R_WOULD && !mn_phrase_is(phrase, k - 1, "shall") &&
            !mn_phrase_is(phrase, k - 1, "should") && !mn_phrase_is(phrase, k - 1, "must") &&
            !is_order(phrase, k - 1)) {
            return true;
        }
    }
    return mn_is_supposed(phrase, i);
}

/* "had been marked exempt but it was agreed to take it in public", "that the item be heard in open session". */
static bool taken_in_public(const Phrase *phrase)
{
    static const char *const acts[] = {"heard",   "considered", "taken",   "discussed", "dealt",
                                       "take",    "consider",   "discuss", "hear",      "moved",
                                       "brought", "debated",    "held"};

    for (size_t i = 0; i < phrase->count; i++) {
        if (!ONE_OF(phrase, i, acts)) {
            continue;
        }
        for (size_t k = i + 1; k < phrase->count && k < i + 7; k++) {
            bool open = (mn_phrase_is(phrase, k, "in") || mn_phrase_is(phrase, k, "into") ||
                         mn_phrase_is(phrase, k, "to")) &&
                        ((mn_phrase_is(phrase, k + 1, "public") &&
                          !mn_phrase_is(phrase, k + 2, "interest")) ||
                         mn_phrase_is(phrase, k + 1, "open") ||
                         (mn_phrase_is(phrase, k + 1, "part") &&
                          (mn_phrase_is(phrase, k + 2, "1") || mn_phrase_is(phrase, k + 2, "one") ||
                           mn_phrase_is(phrase, k + 2, "i"))));

            if (open) {
                return mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count &&
                       mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count;
            }
        }
    }
    return false;
}

bool mn_is_over(const Phrase *phrase, size_t i)
{
    static const char *const once[] = {"previously", "formerly", "once",    "initially",
                                       "originally", "hitherto", "earlier", "provisionally"};
    static const char *const ends[] = {
        "lifted",    "removed",  "ended",  "expired", "relaxed",      "revoked", "rescinded",
        "withdrawn", "released", "ceased", "lapsed",  "declassified", "dropped", "over"};

    for (size_t k = i > 3 ? i - 3 : 0; k < i + 2; k++) {
        if (ONE_OF(phrase, k, once)) {
            return true;
        }
    }
    if (mn_phrase_has(phrase, "no longer", 0) || mn_phrase_has(phrase, "now public", 1) ||
        mn_phrase_has(phrase, "now published", 1) || mn_phrase_has(phrase, "now open", 1) ||
        mn_phrase_has(phrase, "since published", 2) ||
        mn_phrase_has(phrase, "now be published", 1) || mn_phrase_has(phrase, "now be public", 2)) {
        return true;
    }
    /* "The restriction on the report had been lifted" */
    for (size_t k = i + 1; k < phrase->count && k < i + 14; k++) {
        if (mn_phrase_kind(phrase, k, R_IF) || mn_phrase_kind(phrase, k, R_NOT) ||
            mn_phrase_kind(phrase, k, R_WOULD) || mn_phrase_is(phrase, k, "pending") ||
            strchr(";,", phrase->words[k].mark) != NULL) {
            break;
        }
        if (ONE_OF(phrase, k, ends) &&
            (mn_phrase_kind(phrase, i, R_NOMINAL) || mn_phrase_is(phrase, k, "declassified")) &&
            (mn_phrase_kind(phrase, k - 1, R_BE) || mn_phrase_is(phrase, k - 1, "had") ||
             mn_phrase_is(phrase, k - 1, "has") || mn_phrase_is(phrase, k - 1, "now"))) {
            return true;
        }
    }
    /* "The Board lifted the restriction on the report" */
    if (mn_phrase_kind(phrase, i, R_NOMINAL)) {
        for (size_t k = i > 4 ? i - 4 : 0; k < i; k++) {
            if ((mn_word_begins(phrase, k, "lift") || mn_word_begins(phrase, k, "remov") ||
                 mn_word_begins(phrase, k, "relax") || mn_word_begins(phrase, k, "revok") ||
                 mn_word_begins(phrase, k, "rescind")) &&
                (k == 0 || !mn_phrase_kind(phrase, k - 1, R_NOT))) {
                return true;
            }
        }
    }
    /* "had been exempt when it was first considered", "had been confidential until then" */
    if (i > 1 && mn_phrase_is(phrase, i - 1, "been") && mn_phrase_is(phrase, i - 2, "had") &&
        (mn_phrase_is(phrase, i + 1, "when") ||
         (mn_phrase_is(phrase, i + 1, "until") &&
          (mn_phrase_is(phrase, i + 2, "then") || mn_phrase_is(phrase, i + 2, "now"))))) {
        return true;
    }
    return taken_in_public(phrase);
}

bool mn_is_proposed(const Phrase *phrase, size_t i)
{
    static const char *const motions[] = {"motion",    "proposal",   "amendment",
                                          "request",   "suggestion", "proposed",
                                          "suggested", "moved",      "requested"};
    static const char *const lost[] = {"lost",     "fell",      "defeated", "rejected",
                                       "refused",  "declined",  "failed",   "unsuccessful",
                                       "seconder", "withdrawn", "dismissed"};
    static const char *const done[] = {"agreed",  "resolved", "carried", "accepted", "adopted",
                                       "granted", "approved", "so",      "seconded", "unanimously"};
    bool motion = false;
    bool proposed = false;
    bool decided = false;

    for (size_t k = 0; k < phrase->count; k++) {
        motion = motion || ONE_OF(phrase, k, motions);
        proposed =
            proposed ||
            (k < i &&
             (mn_phrase_is(phrase, k, "proposed") || mn_phrase_is(phrase, k, "suggested") ||
              mn_phrase_is(phrase, k, "proposal") || mn_phrase_is(phrase, k, "recommendation")) &&
             (mn_phrase_find(phrase, k, "that") < i || mn_phrase_find(phrase, k, "to") < i));
        if (motion && (ONE_OF(phrase, k, lost) || (mn_phrase_kind(phrase, k, R_NOT) &&
                                                   (mn_phrase_is(phrase, k + 1, "carried") ||
                                                    mn_phrase_is(phrase, k + 1, "agreed") ||
                                                    mn_phrase_is(phrase, k + 1, "supported"))))) {
            return true;
        }
        decided = decided || ONE_OF(phrase, k, done);
    }
    return proposed && !decided;
}

/* ---- what stands behind a mark ---- */

bool mn_are_readers(const Phrase *phrase, size_t i)
{
    static const char *const readers[] = {
        "members",     "councillors",   "partners",      "partner",     "agencies",    "officers",
        "board",       "panel",         "committee",     "recipients",  "cabinet",     "trustees",
        "governors",   "attendees",     "signatories",   "police",      "colleagues",  "staff",
        "statutory",   "practitioners", "bodies",        "responsible", "authorities", "council",
        "partnership", "named",         "professionals", "named"};

    for (size_t k = i; k < phrase->count && k < i + 4; k++) {
        if (ONE_OF(phrase, k, readers)) {
            return true;
        }
        if (phrase->words[k].mark != 'w') {
            return false;
        }
    }
    return false;
}

bool mn_limits_extent(const Phrase *phrase, size_t to)
{
    static const char *const measures[] = {"minute",        "minutes",     "hour",
                                           "hours",         "page",        "pages",
                                           "words",         "speaker",     "speakers",
                                           "matters",       "issues",      "points",
                                           "topics",        "topic",       "themes",
                                           "headline",      "summary",     "one",
                                           "two",           "three",       "factual",
                                           "maximum",       "scope",       "headlines",
                                           "remit",         "finance",     "aspects",
                                           "items",         "areas",       "place",
                                           "wards",         "questions",   "recommendations",
                                           "principle",     "principles",  "procedural",
                                           "process",       "performance", "five",
                                           "ten",           "four",        "those",
                                           "local",         "capital",     "sites",
                                           "clarification", "facts",       "general",
                                           "timing"};
    static const char *const purposes[] = {
        "protect", "prevent",  "avoid",  "safeguard", "preserve", "keep",   "ensure", "allow",
        "respect", "maintain", "comply", "enable",    "guard",    "shield", "spare",  "stop"};

    if (ONE_OF(phrase, to + 1, purposes)) {
        return false;
    }
    for (size_t k = to + 1; k < phrase->count && k < to + 6; k++) {
        if (mn_phrase_is(phrase, k, "those") &&
            (mn_phrase_is(phrase, k + 1, "present") || mn_phrase_is(phrase, k + 1, "with"))) {
            return false;
        }
        if (phrase->words[k].mark == '0' || ONE_OF(phrase, k, measures)) {
            return true;
        }
        if (phrase->words[k].mark != 'w') {
            break;
        }
    }
    return false;
}

/* Whether the paper is kept from readers ("from publication", "from the public"), not exempt from a duty ("from call-in"). */
static bool kept_from_readers(const Phrase *phrase, size_t from)
{
    static const char *const readings[] = {"publication", "disclosure", "view",  "circulation",
                                           "inspection",  "publishing", "media", "release",
                                           "website",     "minutes",    "access"};

    for (size_t k = from + 1; k < phrase->count && k < from + 6; k++) {
        if (mn_phrase_kind(phrase, k, R_PUBLIC) || ONE_OF(phrase, k, readings)) {
            return true;
        }
    }
    return false;
}

bool mn_tail_restricts(const Phrase *phrase, size_t i, bool article)
{
    static const char *const shortages[] = {"time",   "lack",     "space",     "length", "cost",
                                            "budget", "scope",    "resources", "costs",  "budgets",
                                            "late",   "lateness", "hour",      "timing", "volume"};
    static const char *const extents[] = {
        "scope",    "length", "size",     "number", "numbers",    "its",      "what",
        "coverage", "extent", "ambition", "detail", "range",      "content",  "time",
        "how",      "winter", "summer",   "first",  "usefulness", "duration", "depth"};
    static const char *const others[] = {
        "parking",  "hours",   "numbers", "funding", "access",        "sector",
        "hire",     "rented",  "byway",   "byways",  "landlords",     "landlord",
        "zone",     "zones",   "area",    "areas",   "speed",         "dwellings",
        "housing",  "land",    "school",  "schools", "accommodation", "funds",
        "reserves", "reserve", "fund",    "supply",  "supplies",      "gardens",
        "roads",    "road",    "garden",  "homes",   "clubs",         "club"};
    size_t next = i + 1;
    const MnWord *word;

    while (next < phrase->count &&
           (mn_phrase_is(phrase, next, "and") || mn_phrase_is(phrase, next, "or") ||
            phrase->words[next].mark == '&') &&
           mn_phrase_kind(phrase, next + 1, R_MARK)) {
        next += 2;
    }
    if (next >= phrase->count) {
        return true;
    }
    word = &phrase->words[next];
    if (word->mark != 'w') {
        return word->mark != '-' || word->spaced || mn_is_thing(phrase, next + 1);
    }
    if (mn_is_thing(phrase, next)) {
        return true;
    }
    if (mn_phrase_kind(phrase, next, R_PIECE)) {
        return false;
    }
    if (mn_phrase_is(phrase, next, "from")) {
        return kept_from_readers(phrase, next);
    }
    if (mn_phrase_is(phrase, next, "to")) {
        return mn_are_readers(phrase, next + 1) || !mn_limits_extent(phrase, next);
    }
    if (mn_phrase_is(phrase, next, "by")) {
        return !ONE_OF(phrase, next + 1, shortages) && !ONE_OF(phrase, next + 2, shortages);
    }
    if (mn_phrase_is(phrase, next, "in")) {
        return !ONE_OF(phrase, next + 1, extents) && !ONE_OF(phrase, next + 2, extents);
    }
    if (word->kind == R_CAUSE) {
        for (size_t k = next + 1; k < phrase->count && k < next + 6; k++) {
            if (ONE_OF(phrase, k, shortages)) {
                return false;
            }
        }
        return true;
    }
    if (word->kind != R_NONE) {
        return true;
    }
    if (article) {
        /* "a restricted area": some other thing is meant, unless a thing ends it: "a confidential police report" */
        return mn_is_thing(phrase, next + 1) || mn_is_thing(phrase, next + 2) ||
               mn_phrase_is(phrase, next, "one") || mn_phrase_is(phrase, next, "nature");
    }
    if (mn_phrase_is(phrase, next, "access")) {
        return !mn_phrase_is(phrase, next + 1, "to");
    }
    return !ONE_OF(phrase, next, others);
}

bool mn_opens_reason(const Phrase *phrase, size_t i)
{
    const MnWord *word = &phrase->words[i];

    if (i >= phrase->count) {
        return false;
    }
    if (word->mark == ':' || (word->mark == '-' && word->spaced)) {
        return i + 1 >= phrase->count ||
               (phrase->words[i + 1].mark == 'w' && mn_tail_restricts(phrase, i, false));
    }
    return mn_phrase_kind(phrase, i, R_CAUSE) ||
           (mn_phrase_is(phrase, i, "on") && (mn_phrase_is(phrase, i + 1, "account") ||
                                              mn_phrase_find_kind(phrase, i, R_CAUSE) < i + 5 ||
                                              mn_phrase_find(phrase, i, "advice") < i + 6 ||
                                              mn_phrase_find(phrase, i, "request") < i + 6)) ||
           (mn_phrase_is(phrase, i, "at") && mn_phrase_find(phrase, i, "request") < i + 6) ||
           (mn_phrase_is(phrase, i, "in") && mn_phrase_is(phrase, i + 1, "view")) ||
           (mn_phrase_is(phrase, i, "in") && mn_phrase_is(phrase, i + 1, "order")) ||
           (mn_phrase_is(phrase, i, "out") && mn_phrase_is(phrase, i + 1, "of")) ||
           mn_phrase_is(phrase, i, "pending") || mn_phrase_is(phrase, i, "given") ||
           mn_phrase_is(phrase, i, "until") || mn_phrase_is(phrase, i, "while") ||
           mn_phrase_is(phrase, i, "whilst") ||
           (mn_phrase_is(phrase, i, "by") && !mn_phrase_is(phrase, i + 1, "a")) ||
           (mn_phrase_is(phrase, i, "from") && kept_from_readers(phrase, i)) ||
           (mn_phrase_is(phrase, i, "for") && mn_phrase_find_kind(phrase, i, R_CAUSE) < i + 4) ||
           (mn_phrase_is(phrase, i, "to") &&
            (mn_are_readers(phrase, i + 1) ||
             mn_phrase_grounds(phrase, MN_ENGLAND, MN_NO_DATE) != 0));
}
