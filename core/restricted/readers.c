/*
 * readers.c - restriction said by who may read: "the minute for this item is not published", "for members only", "not to be
 * shared".
 */
#include <string.h>

#include "statement.h"

/* What would make a paper public: "published", "available to the public", "in the public domain". */
static bool is_publishing(const Phrase *phrase, size_t i)
{
    static const char *const acts[] = {"disclosed", "disclosure", "minuted",   "reproduced",
                                       "released",  "divulged",   "broadcast", "webcast"};

    return mn_word_begins(phrase, i, "publish") || mn_word_begins(phrase, i, "publicised") ||
           mn_phrase_is(phrase, i, "publication") || ONE_OF(phrase, i, acts) ||
           (mn_phrase_kind(phrase, i, R_PUBLIC) &&
            (mn_phrase_is(phrase, i - (i > 0), "made") || mn_phrase_is(phrase, i + 1, "domain") ||
             mn_phrase_is(phrase, i + 1, "document") || mn_phrase_is(phrase, i + 1, "documents") ||
             mn_phrase_is(phrase, i + 1, "record"))) ||
           (mn_phrase_is(phrase, i, "publicly") &&
            mn_phrase_find(phrase, i, "available") < i + 3) ||
           ((mn_phrase_is(phrase, i, "available") || mn_phrase_is(phrase, i, "open") ||
             mn_phrase_is(phrase, i, "accessible")) &&
            (mn_phrase_find_kind(phrase, i + 1, R_PUBLIC) < i + 5 ||
             mn_phrase_find(phrase, i + 1, "inspection") < i + 5));
}

/* "shared outside the meeting", "circulated further", "for wider circulation": reading beyond those who had it. */
static bool is_sharing(const Phrase *phrase, size_t i)
{
    static const char *const acts[] = {
        "shared",    "circulated", "circulation", "distributed", "distribution", "copied",
        "forwarded", "discussed",  "share",       "circulate",   "repeated",     "disseminated",
        "passed",    "divulged",   "share",       "forward",     "discuss",      "disclose",
        "quoted",    "copy",       "sharing"};
    static const char *const beyond[] = {"outside",    "beyond",   "further", "wider",  "onward",
                                         "onwards",    "general",  "others",  "anyone", "elsewhere",
                                         "externally", "publicly", "more",    "public", "widely"};
    bool act = ONE_OF(phrase, i, acts);

    for (size_t k = i > 2 ? i - 2 : 0; act && k < phrase->count && k < i + 5; k++) {
        if (ONE_OF(phrase, k, beyond)) {
            return true;
        }
    }
    return act && (i + 1 >= phrase->count || phrase->words[i + 1].mark != 'w' ||
                   mn_phrase_is(phrase, i + 1, "and"));
}

/* Whether the words before the negation name the item's own: "the minute for this item", "details of the discussion". */
static bool of_own(const Phrase *phrase, size_t not )
{
    static const char *const details[] = {"details", "detail", "particulars", "names", "contents"};
    Whose whose = mn_subject_of(phrase, not );

    return whose == WHOSE_OWN ||
           (whose == WHOSE_NOBODY && not > 0 &&
            (mn_phrase_is(phrase, not -1, "and") || mn_phrase_kind(phrase, not -1, R_BE)) &&
            mn_phrase_find_kind(phrase, 0, R_THING) < not ) ||
           (not > 1 && ONE_OF(phrase, 0, details));
}

/* "No public minute of this item", "no minute is published", "No details are recorded in the public minutes". */
static bool no_public_minute(const Phrase *phrase, size_t not )
{
    static const char *const records[] = {"minute",  "minutes", "note",   "record", "notes",
                                          "details", "detail",  "report", "papers", "paper"};

    for (size_t k = not +1; k < phrase->count && k < not +4; k++) {
        if (!ONE_OF(phrase, k, records)) {
            continue;
        }
        for (size_t p = not +1; p < phrase->count && p < k + 12; p++) {
            if ((mn_phrase_is(phrase, p, "given") || mn_phrase_is(phrase, p, "recorded")) &&
                mn_phrase_find_kind(phrase, 0, R_CAUSE) < not &&mn_phrase_has(phrase, "this", 0)) {
                return true;
            }
            if ((mn_phrase_kind(phrase, p, R_PUBLIC) && !mn_phrase_is(phrase, p, "press")) ||
                is_publishing(phrase, p) || mn_phrase_kind(phrase, p, R_NOMINAL)) {
                return mn_phrase_find_kind(phrase, 0, R_IF) == phrase->count;
            }
        }
    }
    return false;
}

/* "The report had not yet been published by the regulator", "the accounts are not published until May": delay, no restriction. */
static bool is_delay(const Phrase *phrase, size_t not, size_t act)
{
    for (size_t k = not ; k < phrase->count && k < act + 5; k++) {
        if (mn_phrase_is(phrase, k, "yet") || mn_phrase_is(phrase, k, "in") ||
            mn_phrase_is(phrase, k, "late")) {
            bool time = mn_phrase_is(phrase, k, "in") && mn_phrase_is(phrase, k + 1, "time");

            if (!mn_phrase_is(phrase, k, "in") || time) {
                return true;
            }
        }
        if (k > act && mn_phrase_is(phrase, k, "on") && mn_phrase_is(phrase, k + 1, "time")) {
            return true;
        }
        if (k > act && mn_phrase_is(phrase, k, "by") && mn_phrase_is(phrase, k + 1, "the") &&
            !mn_phrase_is(phrase, k + 2, "council")) {
            return true;
        }
    }
    return false;
}

bool mn_says_unpublished(const Phrase *phrase, bool previous_is_other)
{
    static const char *const personal[] = {"personal", "names", "signatures", "details",
                                           "addresses"};
    static const char *const removals[] = {"omitted",  "removed", "excluded", "deleted", "withheld",
                                           "redacted", "absent",  "kept",     "held",    "left",
                                           "taken",    "missing", "struck"};

    if (previous_is_other) {
        return false;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        if (mn_phrase_kind(phrase, i, R_NOT)) {
            bool supposed = mn_is_supposed(phrase, i) || mn_is_over(phrase, i);

            if (mn_phrase_is(phrase, i, "not") && mn_phrase_is(phrase, i + 1, "for") &&
                (mn_phrase_is(phrase, i + 2, "publication") ||
                 mn_phrase_is(phrase, i + 2, "public") || mn_phrase_is(phrase, i + 2, "the") ||
                 mn_phrase_is(phrase, i + 2, "disclosure") ||
                 mn_phrase_find(phrase, i, "circulation") < i + 5 ||
                 mn_phrase_find(phrase, i, "sharing") < i + 5 ||
                 mn_phrase_find(phrase, i, "distribution") < i + 5) &&
                mn_phrase_find_kind(phrase, 0, R_WOULD) > i && !supposed) {
                Whose whose = mn_subject_of(phrase, i);

                if (mn_phrase_is(phrase, i + 2, "the") && !mn_phrase_public(phrase, i + 3)) {
                    continue;
                }
                if (whose == WHOSE_OWN || mn_phrase_is(phrase, i + 2, "publication") ||
                    (whose == WHOSE_NOBODY && i < 3)) {
                    return whose != WHOSE_PIECE && whose != WHOSE_OTHER;
                }
            }
            if (supposed) {
                continue;
            }
            /* "nothing in this report may be published", "should go no further" */
            if (mn_phrase_is(phrase, i, "nothing") && mn_phrase_is(phrase, i + 1, "in") &&
                mn_noun_at(phrase, i + 2) == WHOSE_OWN) {
                for (size_t k = i + 3; k < phrase->count && k < i + 10; k++) {
                    if (is_publishing(phrase, k) && mn_phrase_find_kind(phrase, i, R_WOULD) < k) {
                        return true;
                    }
                }
            }
            if (mn_phrase_is(phrase, i - (i > 0), "go") && mn_phrase_is(phrase, i + 1, "further") &&
                mn_phrase_find_kind(phrase, 0, R_THING) < i) {
                return true;
            }
            if ((mn_phrase_is(phrase, i, "no") || mn_phrase_is(phrase, i, "neither")) &&
                no_public_minute(phrase, i)) {
                return true;
            }
            for (size_t k = i + 1; k < phrase->count && k < i + 7; k++) {
                if (is_publishing(phrase, k) && !is_delay(phrase, i, k) &&
                    ((i == 0 && mn_phrase_is(phrase, 0, "not")) ||
                     mn_phrase_has(phrase, "for this item", 0))) {
                    return true;
                }
                if (mn_phrase_kind(phrase, k, R_PUBLIC) && of_own(phrase, i) &&
                    (mn_phrase_is(phrase, k + 1, "minutes") ||
                     mn_phrase_is(phrase, k + 1, "minute") ||
                     mn_phrase_is(phrase, k + 1, "record"))) {
                    return true;
                }
                if ((mn_phrase_is(phrase, k, "permitted") || mn_phrase_is(phrase, k, "allowed")) &&
                    mn_phrase_find(phrase, k, "attend") < k + 4 &&
                    mn_phrase_find_kind(phrase, 0, R_PUBLIC) < i &&
                    mn_phrase_has(phrase, "this", 0)) {
                    return true;
                }
                if ((is_publishing(phrase, k) || is_sharing(phrase, k)) && of_own(phrase, i) &&
                    !is_delay(phrase, i, k) &&
                    !(k + 3 < phrase->count && mn_phrase_is(phrase, k, "discussed"))) {
                    return true;
                }
                if (mn_phrase_is(phrase, k, "appear") && of_own(phrase, i) &&
                    mn_phrase_find_kind(phrase, k, R_PUBLIC) < k + 5) {
                    return true;
                }
                if ((mn_phrase_is(phrase, k, "recorded") || mn_phrase_is(phrase, k, "included") ||
                     mn_phrase_is(phrase, k, "given") || mn_phrase_is(phrase, k, "printed") ||
                     mn_phrase_is(phrase, k, "shown")) &&
                    of_own(phrase, i) &&
                    (mn_phrase_find_kind(phrase, k, R_PUBLIC) < k + 5 ||
                     mn_phrase_find_kind(phrase, 0, R_NOMINAL) < phrase->count ||
                     mn_phrase_has(phrase, "published minutes", 1))) {
                    return true;
                }
                if ((mn_phrase_is(phrase, k, "recorded") || mn_phrase_is(phrase, k, "given")) &&
                    mn_phrase_kind(phrase, k + 1, R_CAUSE) && of_own(phrase, i)) {
                    return true;
                }
                /* "asked not to disclose the contents of this report" */
                if ((mn_phrase_is(phrase, k, "disclose") || mn_phrase_is(phrase, k, "share") ||
                     mn_phrase_is(phrase, k, "divulge") || mn_phrase_is(phrase, k, "publish") ||
                     mn_phrase_is(phrase, k, "circulate") || mn_phrase_is(phrase, k, "copy") ||
                     mn_phrase_is(phrase, k, "repeat")) &&
                    mn_phrase_is(phrase, k - 1, "to") && mn_noun_at(phrase, k + 1) == WHOSE_OWN) {
                    return true;
                }
                if (mn_phrase_is(phrase, k, "admitted") && i > 0 &&
                    mn_phrase_find_kind(phrase, 0, R_PUBLIC) < i &&
                    mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count) {
                    return true;
                }
            }
        }
        /* "Disclosure of the report was prohibited", "Publication of the report is not permitted" */
        if ((mn_phrase_is(phrase, i, "prohibited") || mn_phrase_is(phrase, i, "forbidden") ||
             ((mn_phrase_is(phrase, i, "permitted") || mn_phrase_is(phrase, i, "allowed")) &&
              i > 0 && mn_phrase_kind(phrase, i - 1, R_NOT))) &&
            (mn_phrase_find(phrase, 0, "disclosure") < i ||
             mn_phrase_find(phrase, 0, "publication") < i) &&
            !mn_is_supposed(phrase, i) && mn_subject_of(phrase, i) == WHOSE_OWN) {
            return true;
        }
        /* "is unsuitable for publication", "is unpublished", "subject to an order that forbids its publication" */
        if ((mn_phrase_is(phrase, i, "unsuitable") || mn_phrase_is(phrase, i, "unpublished")) &&
            i > 0 && mn_phrase_kind(phrase, i - 1, R_BE) && !mn_is_supposed(phrase, i) &&
            mn_subject_of(phrase, i) == WHOSE_OWN) {
            return true;
        }
        if ((mn_word_begins(phrase, i, "forbid") || mn_word_begins(phrase, i, "prohibit") ||
             mn_phrase_is(phrase, i, "preventing")) &&
            (mn_phrase_find(phrase, i, "publication") < i + 4 ||
             mn_phrase_find(phrase, i, "disclosure") < i + 4) &&
            mn_phrase_find(phrase, 0, "subject") < i &&
            mn_subject_of(phrase, mn_phrase_find(phrase, 0, "subject")) == WHOSE_OWN) {
            return true;
        }
        /* "omitted from the public minutes", "kept out of the public domain", "removed from the published version" */
        if (ONE_OF(phrase, i, removals) && !mn_is_denied(phrase, i) && !mn_is_over(phrase, i)) {
            for (size_t k = i + 1; k < phrase->count && k < i + 6; k++) {
                if ((mn_phrase_is(phrase, k, "from") || mn_phrase_is(phrase, k, "of")) &&
                    (mn_phrase_find_kind(phrase, k, R_PUBLIC) < k + 4 ||
                     mn_phrase_find(phrase, k, "published") < k + 4 ||
                     mn_phrase_find(phrase, k, "publication") < k + 3) &&
                    !mn_phrase_is(phrase, mn_phrase_find_kind(phrase, k, R_PUBLIC) + 1,
                                  "session") &&
                    mn_subject_of(phrase, i) == WHOSE_OWN &&
                    !(mn_phrase_is(phrase, i, "redacted") && ONE_OF(phrase, 0, personal))) {
                    return true;
                }
            }
            if (mn_phrase_find_kind(phrase, i, R_MARK) < phrase->count &&
                (mn_phrase_is(phrase, i, "omitted") || mn_phrase_is(phrase, i, "removed")) &&
                mn_opens_reason(phrase, i + 1) && mn_subject_of(phrase, i) == WHOSE_OWN) {
                return true;
            }
        }
    }
    return false;
}

bool mn_says_readers(const Phrase *phrase, bool previous_is_other)
{
    static const char *const limits[] = {"limited", "confined", "restricted", "only"};
    static const char *const parts[] = {"members",    "members'",   "councillors", "partners",
                                        "eyes",       "members’",   "officers",    "internal",
                                        "authorised", "recipients", "named"};

    if (previous_is_other || mn_phrase_find_kind(phrase, 0, R_WOULD) < phrase->count) {
        return false;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        Whose whose;

        if (!ONE_OF(phrase, i, limits) && !mn_phrase_is(phrase, i, "alone")) {
            continue;
        }
        if (mn_is_denied(phrase, i) || mn_is_over(phrase, i)) {
            continue;
        }
        if (mn_phrase_is(phrase, i, "only") || mn_phrase_is(phrase, i, "alone")) {
            /* "for members only", "available to members of the Board only", "only to members" */
            bool readers = false;
            size_t verb;

            for (size_t k = i > 8 ? i - 8 : 0; k < i; k++) {
                readers = readers ||
                          ((mn_phrase_is(phrase, k, "for") || mn_phrase_is(phrase, k, "to") ||
                            mn_phrase_is(phrase, k, "with") || mn_phrase_is(phrase, k, "by")) &&
                           (ONE_OF(phrase, k + 1, parts) || ONE_OF(phrase, k + 2, parts) ||
                            ONE_OF(phrase, k + 3, parts)));
            }
            readers =
                readers || (mn_phrase_is(phrase, i + 1, "to") && mn_are_readers(phrase, i + 2));
            if (!readers) {
                continue;
            }
            verb = mn_phrase_find_kind(phrase, 0, R_BE);
            if (verb > i) {
                verb = mn_phrase_find(phrase, 0, "circulated");
            }
            whose = verb < i ? mn_subject_of(phrase, verb) : WHOSE_NOBODY;
            if (whose == WHOSE_OWN || (verb >= i && i < 3 && phrase->count < 12)) {
                return true;
            }
            continue;
        }
        if (mn_phrase_is(phrase, i + 1, "to") && mn_are_readers(phrase, i + 2) &&
            mn_phrase_kind(phrase, i - (i > 0), R_BE)) {
            whose = mn_subject_of(phrase, i);
            if (whose == WHOSE_OWN && !mn_limits_extent(phrase, i + 1)) {
                return true;
            }
        }
    }
    return false;
}
