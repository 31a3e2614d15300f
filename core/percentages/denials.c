/*
 * denials.c - changes that are told only to be denied: withdrawn, rejected, denied of every place, or corrected.
 */
#include "modality.h"

#include <string.h>

/* "it was incorrect that", "wrong to say that", "rejected the claim that", "wrongly recorded a fall". */
static bool is_denied_before(const Sentence *s, const Change *c)
{
    static const char *const claims[] = {"claim",      "claims",      "suggestion", "assertion",
                                         "allegation", "suggestions", "rumour",     "rumours",
                                         "contention", "idea",        "notion",     "assertions"};
    static const char *const remarks[] = {"remark",    "remarks",    "comment",     "comments",
                                          "statement", "statements", "report",      "reports",
                                          "words",     "allegation", "observation", "accusation"};
    static const char *const withdrew[] = {"withdr", "retract", "disown", "recant", "apologis"};
    static const char *const refused[] = {
        "rejected", "dismissed", "disputed",   "contested", "refuted",   "rebutted", "countered",
        "scotched", "rejecting", "dismissing", "no",        "corrected", "denied"};
    static const char *const wrongly[] = {"wrongly",    "incorrectly", "erroneously",
                                          "mistakenly", "falsely",     "inaccurately"};

    for (size_t i = c->start, steps = 0; i > 0 && steps < 24; steps++) {
        const Token *t = AT(--i);
        const Token *next = AT(i + 1);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE || token_mark(t, ';') ||
            (t->kind == TOKEN_WORD && (t->is & IS_CONTRAST) != 0)) {
            return false;
        }
        if (one_of(t, wrongly, COUNT(wrongly))) {
            return true;
        }
        if (token_is(t, IS_WRONG) && i > 0 && token_is(AT(i - 1), IS_BE | IS_ADVERB | IS_ARTICLE) &&
            (pc_says(next, "that") || pc_says(next, "to"))) {
            return !(i > 1 && token_is(AT(i - 1), IS_NOT));
        }
        if ((one_of(t, remarks, COUNT(remarks)) || one_of(t, claims, COUNT(claims))) &&
            (pc_says(next, "that") || pc_says(next, "of") || pc_says(next, "about"))) {
            for (size_t k = i, back = 0; k > 0 && back < 5; back++) {
                if (has_stem(AT(--k), withdrew, COUNT(withdrew))) {
                    return true;
                }
            }
        }
        if (one_of(t, claims, COUNT(claims)) &&
            (pc_says(next, "that") || pc_says(next, "of") || pc_says(next, "in"))) {
            for (size_t k = i, back = 0; k > 0 && back < 5; back++) {
                if (one_of(AT(--k), refused, COUNT(refused))) {
                    return true;
                }
            }
        }
    }
    return false;
}

/* "In no month did absence rise", "not one school reported a fall". */
static bool is_denied_of_all(const Sentence *s, const Change *c)
{
    for (size_t i = c->start, steps = 0; i > 0 && steps < 24; steps++) {
        const Token *t = AT(--i);
        bool opens = i == 0 || AT(i - 1)->kind != TOKEN_WORD || pc_says(AT(i - 1), "that") ||
                     (token_is(AT(i - 1), IS_PREPOSITION) &&
                      (i == 1 || AT(i - 2)->kind != TOKEN_WORD || pc_says(AT(i - 2), "that")));

        if (t->kind == TOKEN_STOP || token_mark(t, ';') || token_mark(t, ',') ||
            (t->kind == TOKEN_WORD && (t->is & IS_CONTRAST) != 0)) {
            return false;
        }
        if (opens &&
            ((pc_says(t, "no") && i > 0 && token_is(AT(i - 1), IS_PREPOSITION)) ||
             (pc_says(t, "not") && (pc_says(AT(i + 1), "one") || pc_says(AT(i + 1), "a"))))) {
            return true;
        }
    }
    return false;
}

/* "The suggestion that calls had risen by a third was not borne out". */
static bool is_not_so(const Sentence *s, const Change *c)
{
    static const char *const words[] = {"borne",    "supported",    "true",  "correct",
                                        "accurate", "so",           "right", "accepted",
                                        "upheld",   "substantiated"};

    for (size_t i = c->end + 1; i + 2 < s->count && i < c->end + 8; i++) {
        if (AT(i)->kind != TOKEN_WORD) {
            return false;
        }
        if (token_is(AT(i), IS_BE)) {
            return pc_says(AT(i + 1), "not") && one_of(AT(i + 2), words, COUNT(words));
        }
    }
    return false;
}

/* "There was no area in which waiting times had grown by over 10%", "there were no schools where ...". */
static bool is_of_none(const Sentence *s, const Change *c)
{
    bool relative = false;

    for (size_t i = c->start, steps = 0; i > 1 && steps < 24; steps++) {
        const Token *t = AT(--i);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE ||
            (t->kind == TOKEN_MARK && strchr(",;:", t->mark) != NULL)) {
            return false;
        }
        relative |= pc_says(t, "which") || pc_says(t, "where") || pc_says(t, "whose");
        if (pc_says(t, "no") ||
            (pc_says(t, "not") && (pc_says(AT(i + 1), "one") || pc_says(AT(i + 1), "a")))) {
            size_t k = i;

            while (k > 0 && token_is(AT(k - 1), IS_BE | IS_HAVE | IS_ADVERB)) {
                k--;
            }
            return relative && k < i && k > 0 && pc_says(AT(k - 1), "there");
        }
    }
    return false;
}

bool pc_is_corrected_figure(const Sentence *s, size_t i)
{
    static const char *const truly[] = {"true", "real", "actual", "correct", "right", "accurate"};
    static const char *const figures[] = {"figure", "figures", "position", "picture", "number",
                                          "rate",   "change",  "total",    "movement"};

    return i + 1 < s->count && one_of(AT(i), truly, COUNT(truly)) &&
           one_of(AT(i + 1), figures, COUNT(figures));
}

/* "The press had reported a rise of 12% in burglary; the true position was a fall of 2%". */
static bool is_put_right(const Sentence *s, const Change *c)
{
    bool said = false;

    for (size_t i = c->start, steps = 0; i > 0 && steps < 12 && !said; steps++) {
        if (AT(--i)->kind == TOKEN_STOP || token_mark(AT(i), ';')) {
            break;
        }
        said = token_is(AT(i), IS_SAY) || pc_says(AT(i), "claimed") || pc_says(AT(i), "reported") ||
               pc_says(AT(i), "suggested");
    }
    for (size_t i = c->end + 1; said && i + 1 < s->count && i < c->end + 16; i++) {
        if (AT(i)->kind == TOKEN_FIGURE) {
            break;
        }
        if (pc_is_corrected_figure(s, i)) {
            return true;
        }
        if (token_mark(AT(i), ';') && i + 2 < s->count && pc_says(AT(i + 1), "in") &&
            (pc_says(AT(i + 2), "fact") || pc_says(AT(i + 2), "reality"))) {
            return true;
        }
    }
    return false;
}

bool pc_is_rejected(const Sentence *s, const Change *c)
{
    return is_denied_before(s, c) || is_denied_of_all(s, c) || is_not_so(s, c) ||
           is_of_none(s, c) || is_put_right(s, c);
}
