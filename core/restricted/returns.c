/*
 * returns.c - the return to public session.
 */
#include "phrase.h"
#include "sentence.h"

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
        "public invited back",
        "public returned",
        "public rejoined",
        "public re joined",
        "public session resumed",
        "public session recommenced",
        "open session resumed",
        "public allowed back",
        "public asked return",
        "reopened public",
        "opened to the public",
        "re opened public",
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
        Phrase phrase = mn_phrase(mn_slice(body, sentence), words);
        bool denied = mn_phrase_find_kind(&phrase, 0, R_NOT) < phrase.count ||
                      mn_phrase_find_kind(&phrase, 0, R_WOULD) < phrase.count ||
                      mn_phrase_find_kind(&phrase, 0, R_IF) < phrase.count;

        for (size_t i = 0; !denied && i < sizeof(wordings) / sizeof(wordings[0]); i++) {
            if (mn_phrase_has(&phrase, wordings[i], 4)) {
                *matched = sentence;
                return true;
            }
        }
    }
    return false;
}
