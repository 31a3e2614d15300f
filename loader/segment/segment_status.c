/*
 * segment_status.c - whether the minutes are a draft, whether their meeting was held, and when it began.
 */
#include <string.h>

#include "segment.h"
#include "sentence.h"
#include "texts.h"

bool text_says_draft(MnText text)
{
    static const char *const says[] = {"subject to approval",
                                       "subject to confirmation",
                                       "subject to agreement",
                                       "subject to ratification",
                                       "to be approved at the next",
                                       "to be confirmed at the next",
                                       "unconfirmed",
                                       "not yet approved",
                                       "not yet been approved",
                                       "not been approved",
                                       "awaiting approval",
                                       "awaiting confirmation",
                                       "until approved",
                                       "until confirmed",
                                       "pending approval",
                                       "until they have been approved",
                                       "draft minutes",
                                       "draft unapproved",
                                       "unapproved",
                                       "minutes are draft",
                                       "cofnodion drafft",
                                       "status: draft",
                                       "yet to be approved",
                                       "yet to be confirmed",
                                       "to be agreed at the next",
                                       "are subject to",
                                       "still to be approved",
                                       NULL};
    MnText bare = text_strip(text, " .:*-()[]_");

    if (text_has_any(text, says, NULL)) {
        return true;
    }
    return text_is(bare, "draft") || text_is(bare, "drafft") ||
           (text_has(text, "DRAFT") && text_words(text) <= 10) || text_begins(bare, "draft -") ||
           text_begins(bare, "draft \xE2\x80\x93") || text_ends(bare, "- draft") ||
           text_ends(text, "(draft)") || text_begins(text, "(draft)");
}

/* Whether the sentence speaks of some other meeting. */
static bool is_of_another(MnText sentence)
{
    static const char *const words[] = {"previous meeting",
                                        "last meeting",
                                        "next meeting",
                                        "earlier meeting",
                                        "meeting of",
                                        "meeting scheduled",
                                        "meetings",
                                        "meeting in",
                                        "meeting on",
                                        "meeting planned",
                                        "future meeting",
                                        "another meeting",
                                        "site visit",
                                        "event",
                                        "meeting due",
                                        "meeting that had",
                                        NULL};
    static const char *const months[] = {"january", "february", "march",    "april",
                                         "june",    "july",     "august",   "september",
                                         "october", "november", "december", NULL};

    if (text_has_any(sentence, words, NULL)) {
        return true;
    }
    for (size_t i = 0; months[i] != NULL; i++) {
        size_t at = text_find(sentence, 0, months[i]);

        if (at < sentence.len &&
            text_begins(mn_trim(text_after(sentence, at + strlen(months[i]))), "meeting")) {
            return true;
        }
    }
    return false;
}

bool text_says_not_held(MnText text, bool in_header)
{
    static const char *const plain[] = {"cancelled",
                                        "canceled",
                                        "abandoned",
                                        "inquorate",
                                        "not quorate",
                                        "postponed",
                                        "lack of a quorum",
                                        "want of a quorum",
                                        "no quorum",
                                        "was not held",
                                        "did not take place",
                                        "wedi'i ganslo",
                                        "lack of quorum",
                                        "quorum was not present",
                                        "insufficient members",
                                        NULL};
    static const char *const strict[] = {"meeting was cancelled",
                                         "meeting is cancelled",
                                         "meeting has been cancelled",
                                         "meeting had been cancelled",
                                         "meeting was abandoned",
                                         "meeting was therefore abandoned",
                                         "meeting was declared inquorate",
                                         "meeting was inquorate",
                                         "meeting was not quorate",
                                         "meeting being inquorate",
                                         "meeting not being quorate",
                                         "meeting could not proceed",
                                         "meeting could not be held",
                                         "meeting did not take place",
                                         "meeting was adjourned for want",
                                         "meeting was adjourned due to lack",
                                         "meeting was adjourned owing to lack",
                                         "meeting be abandoned",
                                         "abandoned the meeting",
                                         "abandoned as inquorate",
                                         "abandoned due to",
                                         "abandoned for want",
                                         "abandoned for lack",
                                         "inquorate and was abandoned",
                                         "inquorate and therefore",
                                         "inquorate and could not",
                                         "inquorate meeting",
                                         "meeting stood abandoned",
                                         "meeting stood adjourned",
                                         "no quorum was present",
                                         "quorum was not present",
                                         "there was no quorum",
                                         "there not being a quorum",
                                         "not being quorate",
                                         "was therefore inquorate",
                                         "declared the meeting inquorate",
                                         "declared inquorate",
                                         "meeting abandoned",
                                         "meeting cancelled",
                                         "meeting inquorate",
                                         "business could not be transacted",
                                         "no business was transacted",
                                         "no business could be transacted",
                                         "declared the meeting abandoned",
                                         "meeting closed as inquorate",
                                         "closed as inquorate",
                                         "meeting was inquorate",
                                         "was cancelled and no business",
                                         NULL};
    /* Each of the strict wordings has one of these. */
    static const char *const keys[] = {"cancelled", "abandoned",  "inquorate", "quorate",  "quorum",
                                       "could not", "take place", "adjourned", "business", NULL};
    size_t at = 0;
    MnSpan span;

    if (!text_has_any(text, in_header ? plain : keys, NULL)) {
        return false;
    }
    while (mn_next_sentence(text, &at, &span)) {
        MnText sentence = mn_slice(text, span);

        if (in_header
                ? text_has_any(sentence, plain, NULL) && !text_has(sentence, "previous meeting") &&
                      !text_has(sentence, "last meeting") && !text_has(sentence, "replaces the")
                : text_has_any(sentence, keys, NULL) && text_has_any(sentence, strict, NULL) &&
                      !is_of_another(sentence)) {
            return true;
        }
    }
    return false;
}

int hour_of_start(MnText text)
{
    static const char *const verbs[] = {"started",  "commenced", "began",        "opened",
                                        "convened", "start",     "commenced at", NULL};
    size_t which;
    size_t at;
    int minutes;
    MnSpan span;

    if (!text_has_any(text, verbs, &which)) {
        return -1;
    }
    at = text_find(text, 0, verbs[which]);
    return mn_find_time(text, at, &minutes, &span) && span.start - at < 40 ? minutes : -1;
}
