/*
 * returns.c - the return to public session.
 */
#include <string.h>

#include "phrase.h"
#include "sentence.h"

/* Whether word i ends the clause or leads into the room: "returned.", "rejoined the meeting", "back to the chamber". */
static bool leads_in(const Phrase *phrase, size_t i)
{
    static const char *const places[] = {"meeting", "room",      "chamber", "hall",    "session",
                                         "council", "committee", "gallery", "building"};

    if (i >= phrase->count || phrase->words[i].mark != 'w') {
        return true;
    }
    for (size_t k = i; k < phrase->count && k < i + 4; k++) {
        for (size_t p = 0; p < sizeof(places) / sizeof(places[0]); p++) {
            if (mn_phrase_is(phrase, k, places[p])) {
                return true;
            }
        }
    }
    return mn_phrase_is(phrase, i, "at") || mn_phrase_is(phrase, i, "in") ||
           mn_phrase_is(phrase, i, "and") || mn_phrase_is(phrase, i, "for") ||
           mn_phrase_is(phrase, i, "after");
}

/* "Members of the public returned to the room", "the public were invited to return", "the press came back in". */
static bool public_comes_back(const Phrase *phrase)
{
    static const char *const verbs[] = {"returned", "rejoined", "reentered", "readmitted", "back",
                                        "return",   "rejoin",   "reenter",   "entered",    "joined",
                                        "enter",    "join",     "admitted"};

    for (size_t i = 0; i < phrase->count; i++) {
        if (!mn_phrase_public(phrase, i)) {
            continue;
        }
        if (mn_phrase_find(phrase, i, "readmitted") < phrase->count) {
            return true;
        }
        for (size_t k = i + 1; k < phrase->count && k < i + 9; k++) {
            for (size_t v = 0; v < sizeof(verbs) / sizeof(verbs[0]); v++) {
                /* "re-entered", "re-joined" */
                bool again =
                    v < 8 || mn_phrase_is(phrase, k - 1, "re") ||
                    (phrase->words[k - 1].mark == '-' && mn_phrase_is(phrase, k - 2, "re"));

                if (again && mn_phrase_is(phrase, k, verbs[v]) && leads_in(phrase, k + 1)) {
                    return true;
                }
            }
        }
    }
    return false;
}

/* Whether the sentence denies or only supposes what it says; "once" and "when" tell of what was. */
static bool is_supposed(const Phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++) {
        if (phrase->words[i].kind == R_NOT || phrase->words[i].kind == R_WOULD ||
            (phrase->words[i].kind == R_IF && !mn_phrase_is(phrase, i, "once") &&
             !mn_phrase_is(phrase, i, "when"))) {
            return true;
        }
    }
    return false;
}

/* Whether the sentence has one of the words without which nothing here is said: most have none, and are read no further. */
static bool may_tell_of_return(MnText sentence)
{
    static const char *const words[] = {"public",    "press",     "media",   "session",
                                        "open",      "part",      "cyhoedd", "gyhoedd",
                                        "committee", "exclusion", "sesiwn",  "wasg"};

    for (size_t i = 0; i < sentence.len; i++) {
        unsigned char first = (unsigned char) mn_lower((unsigned char) sentence.data[i]);
        MnText rest = {sentence.data + i, sentence.len - i};

        if (!mn_is_letter(first)) {
            continue;
        }
        for (size_t w = 0; w < sizeof(words) / sizeof(words[0]); w++) {
            if (words[w][0] == (char) first &&
                mn_begins(rest, (MnText){words[w], strlen(words[w])})) {
                return true;
            }
        }
        while (i + 1 < sentence.len && mn_is_letter((unsigned char) sentence.data[i + 1])) {
            i++;
        }
    }
    return false;
}

bool mn_returns_to_public(MnText body, MnSpan *matched)
{
    static const char *const wordings[] = {
        "return* public session",
        "return* public meeting",
        "return* to public",
        "resumed in public",
        "resumed public",
        "reconvened in public",
        "back public session",
        "back open session",
        "return* open session",
        "resumed open session",
        "resumed in open",
        "reconvened open",
        "moved into public session",
        "moved into open session",
        "went into public session",
        "public readmitted",
        "press readmitted",
        "readmit* public",
        "public re admitted",
        "re admit public",
        "press re admitted",
        "public session resumed",
        "public session recommenced",
        "open session resumed",
        "reopened public",
        "meeting opened to the public",
        "meeting open to the public again",
        "re opened public",
        "out of committee",
        "exclusion rescinded",
        "exclusion revoked",
        "exclusion ceased",
        "meeting returned to part 1",
        "return* part 1",
        "return* part i",
        "return* part a",
        "return* part one",
        "come out private session",
        "came out private session",
        "out of closed session",
        "out of private session",
        "out of confidential session",
        "came out of exempt session",
        "end private session",
        "private session ended",
        "closed session ended",
        "private session closed",
        "exempt session ended",
        "ailymuno cyhoedd",
        "sesiwn agored",
        "exclusion lifted",
        "lifted exclusion",
        "exclusion public ended",
    };
    MnWord words[PHRASE_WORDS];
    size_t at = 0;
    MnSpan sentence;

    *matched = (MnSpan){0, 0};
    while (mn_next_sentence(body, &at, &sentence)) {
        Phrase phrase;
        bool denied;

        if (!may_tell_of_return(mn_slice(body, sentence))) {
            continue;
        }
        phrase = mn_phrase(mn_slice(body, sentence), words);
        denied = is_supposed(&phrase);
        if (!denied && mn_phrase_find_kind(&phrase, 0, R_PUBLIC) < phrase.count) {
            size_t k = 0;

            while (k < phrase.count && !mn_phrase_public(&phrase, k)) {
                k++;
            }
            denied = k >= phrase.count && !mn_phrase_has(&phrase, "session", 1);
        }
        if (!denied && public_comes_back(&phrase)) {
            *matched = sentence;
            return true;
        }
        for (size_t i = 0; !denied && i < sizeof(wordings) / sizeof(wordings[0]); i++) {
            if (mn_phrase_has(&phrase, wordings[i], 4)) {
                *matched = sentence;
                return true;
            }
        }
    }
    return false;
}
