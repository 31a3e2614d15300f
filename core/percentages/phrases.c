/*
 * phrases.c - noun phrases and phrases of time: where they begin and end beside a word.
 */
#include "phrases.h"

#include <string.h>

#define AT(i) (&s->tokens[i])

MnText pc_text_of(const Sentence *s, size_t first, size_t last, MnArena *arena)
{
    size_t room = 0;
    size_t len = 0;
    char *data;

    for (size_t i = first; i <= last; i++) {
        room += AT(i)->end - AT(i)->start + 1;
    }
    data = mn_alloc(arena, room + 1);
    if (data == NULL) {
        return (MnText){NULL, 0};
    }
    for (size_t i = first; i <= last; i++) {
        const Token *t = AT(i);
        const char *bytes = s->text.data + t->start;
        size_t count = t->end - t->start;

        if (i > first && t->spaced) {
            data[len++] = ' ';
        }
        if (t->kind == TOKEN_WORD && memchr(bytes, '\n', count) != NULL) {
            bytes = t->word; /* broken at a line's end: whole again */
            count = t->word_len;
        }
        for (size_t k = 0; k < count; k++) {
            bool space = bytes[k] == '\n' || bytes[k] == '\r' || bytes[k] == '\t';

            data[len++] = space ? ' ' : bytes[k];
        }
    }
    data[len] = '\0';
    return (MnText){data, len};
}

/* ---- phrases of time ---- */

/* Whether tokens [i, end) are only words of time. */
bool pc_is_time(const Sentence *s, size_t i, size_t end)
{
    bool any = false;

    for (; i < end; i++) {
        const Token *t = AT(i);

        if (t->kind == TOKEN_NUMBER) {
            any = true;
            continue;
        }
        if (token_mark(t, '-') || token_mark(t, '/')) {
            continue;
        }
        if (!token_is(t, IS_PERIOD | IS_PAST | IS_ARTICLE | IS_TIME_LINK | IS_NUMBER_WORD | IS_AND |
                             IS_PREPOSITION | IS_OWN_PAST | IS_PART_WORD)) {
            if (!pc_says(t, "end") && !pc_says(t, "same") && !pc_says(t, "rolling") &&
                !pc_says(t, "financial") && !pc_says(t, "first") && !pc_says(t, "second") &&
                !pc_says(t, "this") && !pc_says(t, "reporting") && !pc_says(t, "current") &&
                !pc_says(t, "calendar") && !pc_says(t, "full") && !pc_says(t, "time") &&
                !pc_says(t, "recent") && !pc_says(t, "start")) {
                return false;
            }
        }
        any |= token_is(t, IS_PERIOD | IS_PAST);
    }
    return any;
}

/* Whether a phrase of time begins at i ("in the last year", "during 2023"). */
bool pc_opens_time(const Sentence *s, size_t i)
{
    size_t k = i + 1;

    if (!token_is(AT(i), IS_TIME_LINK | IS_PREPOSITION)) {
        return false;
    }
    while (k < s->count && k < i + 6 &&
           (token_is(AT(k), IS_ARTICLE | IS_PAST | IS_NUMBER_WORD) || pc_says(AT(k), "first") ||
            pc_says(AT(k), "second") || pc_says(AT(k), "rolling") || pc_says(AT(k), "same") ||
            pc_says(AT(k), "financial") || pc_says(AT(k), "reporting") ||
            pc_says(AT(k), "current") || pc_says(AT(k), "this") || pc_says(AT(k), "recent") ||
            AT(k)->kind == TOKEN_NUMBER)) {
        if (AT(k)->kind == TOKEN_NUMBER && AT(k)->number >= 1900 * MN_PERCENT_SCALE &&
            AT(k)->number < 2100 * MN_PERCENT_SCALE) {
            return true;
        }
        k++;
    }
    return k < s->count &&
           (token_is(AT(k), IS_PERIOD) ||
            (k > i + 1 && token_is(AT(k - 1), IS_PAST) && AT(k)->kind != TOKEN_WORD));
}

/* ---- trimming ---- */

Phrase pc_trim_phrase(const Sentence *s, Phrase p)
{
    bool again = true;

    while (again && !pc_is_empty(p)) {
        const Token *first = AT(p.first);
        const Token *last = AT(p.end - 1);

        again = false;
        if (p.end - p.first >= 2 || !pc_says(first, "overall")) {
            if ((first->kind == TOKEN_MARK && first->mark != '(' && first->mark != '"') ||
                first->kind == TOKEN_STOP ||
                (token_is(first, IS_ARTICLE | IS_AND | IS_CONTRAST | IS_COMPARER | IS_PREPOSITION |
                                     IS_BE | IS_PRONOUN | IS_HAVE) &&
                 !token_is(first, IS_NUMBER_WORD)) ||
                (token_is(first, IS_ADVERB) && !pc_says(first, "overall") &&
                 !(first->is & (IS_PAST))) ||
                (first->kind == TOKEN_WORD &&
                 (pc_says(first, "that") || pc_says(first, "with") || pc_says(first, "why") ||
                  pc_says(first, "how") || pc_says(first, "whether")))) {
                p.first++;
                again = true;
                continue;
            }
        }
        if ((last->kind == TOKEN_MARK && last->mark != ')' && last->mark != '"') ||
            last->kind == TOKEN_STOP ||
            (token_is(last, IS_ARTICLE | IS_PREPOSITION | IS_AND | IS_CONTRAST | IS_PRONOUN |
                                IS_COMPARER | IS_BE | IS_HAVE)) ||
            (token_is(last, IS_ADVERB) && !pc_says(last, "overall"))) {
            p.end--;
            again = true;
            continue;
        }
        /* a phrase of time at the end */
        for (size_t i = p.end; i > p.first + 1 && p.end - i < 10; i--) {
            if (token_is(AT(i - 1), IS_TIME_LINK | IS_PREPOSITION) && pc_opens_time(s, i - 1) &&
                pc_is_time(s, i - 1, p.end)) {
                p.end = i - 1;
                again = true;
                break;
            }
        }
        /* and at the beginning: "Over the last year burglary" */
        if (!again && p.end - p.first > 1 && token_is(AT(p.first), IS_PERIOD | IS_PAST) &&
            p.first + 1 < p.end) {
            size_t i = p.first;

            while (i < p.end &&
                   (token_is(AT(i), IS_PERIOD | IS_PAST) || AT(i)->kind == TOKEN_NUMBER ||
                    token_mark(AT(i), ',') || token_mark(AT(i), '/') || token_mark(AT(i), '-'))) {
                i++;
            }
            if (i < p.end && i > p.first) {
                p.first = i;
                again = true;
            }
        }
    }
    return p;
}

/* ---- a noun phrase to the left ---- */

bool pc_is_verb(const Token *t)
{
    return token_is(t, IS_BE | IS_HAVE | IS_MODAL | IS_VERB | IS_LIGHT_VERB | IS_LEVEL_VERB |
                           IS_SAY | IS_MOVE_VERB | IS_HOPE | IS_DECISION) &&
           !token_is(t, IS_PERIOD | IS_PRICE);
}

static bool is_one_of(const Token *t, const char *const *words, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (pc_says(t, words[k])) {
            return true;
        }
    }
    return false;
}

/*
 * Words that are verbs elsewhere and here an adjective or noun: "recorded crime", "Publicly reported offences",
 * "injury caused by driving", "the number of reports".
 */
bool pc_is_participle(const Sentence *s, size_t i)
{
    static const char *const adjectives[] = {
        "recorded", "attempted", "used",  "related", "linked", "driven", "completed",  "received",
        "paid",     "planned",   "needs", "lived",   "work",   "made",   "registered", "set"};
    static const char *const behind_noun[] = {"achieving", "living",   "using",     "attending",
                                              "waiting",   "working",  "receiving", "claiming",
                                              "involving", "relating", "affecting", "seeking",
                                              "awaiting",  "entering", "leaving"};
    static const char *const after_adverb[] = {"reported", "feeling",  "reporting", "recording",
                                               "closed",   "opened",   "moved",     "open",
                                               "detected", "committed"};
    static const char *const nouns[] = {
        "target",     "plan",     "forecast", "aim",      "estimate",    "proposal",     "reports",
        "records",    "works",    "starts",   "plans",    "targets",     "budget",       "budgets",
        "experience", "use",      "rates",    "gap",      "work",        "forecasts",    "report",
        "record",     "account",  "accounts", "needs",    "need",        "moves",        "approved",
        "start",      "stands",   "hits",     "hit",      "takes",       "stand",        "raised",
        "change",     "changes",  "shift",    "movement", "progress",    "motion",       "set",
        "request",    "requests", "charge",   "recovery", "improvement", "improvements", "swing",
        "wants",      "live",     "leave",    "answers",  "marks"};
    const Token *t = AT(i);
    const Token *before = i > 0 ? AT(i - 1) : NULL;
    bool bare = before == NULL || before->kind != TOKEN_WORD;

    if (!bare && token_is(before, IS_BE | IS_HAVE | IS_MODAL)) {
        return false;
    }
    if (pc_says(t, "planning") && i + 1 < s->count && AT(i + 1)->kind == TOKEN_WORD) {
        return !token_is(AT(i + 1), IS_PREPOSITION | IS_ARTICLE); /* "planning applications" */
    }
    if (pc_says(t, "need")) {
        return !bare && pc_says(before, "in"); /* "children in need" */
    }
    if (pc_says(t, "want")) {
        return i + 1 < s->count && pc_says(AT(i + 1), "of"); /* "for want of materials" */
    }
    if (pc_says(t, "mean")) {
        return !bare && token_is(before, IS_ARTICLE | IS_ADJECTIVE);
    }
    if (pc_says(t, "raised")) {
        return i + 1 < s->count && !pc_says(AT(i + 1), "from") && !pc_says(AT(i + 1), "to") &&
               !token_is(AT(i + 1), IS_ARTICLE) && AT(i + 1)->kind == TOKEN_WORD &&
               !(pc_says(AT(i + 1), "by") && i + 2 < s->count && AT(i + 2)->kind == TOKEN_FIGURE);
    }
    if (is_one_of(t, adjectives, sizeof(adjectives) / sizeof(adjectives[0]))) {
        return true;
    }
    if (!bare && t->word_len > 3 && memcmp(t->word + t->word_len - 2, "ed", 2) == 0 &&
        i + 1 < s->count && pc_says(AT(i + 1), "by") && i + 2 < s->count &&
        AT(i + 2)->kind == TOKEN_WORD) {
        return !token_is(before, IS_PRONOUN);
    }
    if (!bare && is_one_of(t, behind_noun, sizeof(behind_noun) / sizeof(behind_noun[0]))) {
        return true;
    }
    if (is_one_of(t, after_adverb, sizeof(after_adverb) / sizeof(after_adverb[0]))) {
        return bare ||
               token_is(before, IS_ARTICLE | IS_ADVERB | IS_PREPOSITION | IS_AND | IS_ADJECTIVE) ||
               (before->word_len > 2 &&
                memcmp(before->word + before->word_len - 2, "ly", 2) == 0) ||
               pc_says(before, "public") || pc_says(before, "police");
    }
    /* "applications decided in time" */
    if (!bare && before->is == 0 && i + 2 < s->count &&
        (pc_says(t, "decided") || pc_says(t, "determined")) &&
        (pc_says(AT(i + 1), "within") || pc_says(AT(i + 2), "time"))) {
        return true;
    }
    /* "calls answered in time": a noun before it, a preposition behind it */
    if (!bare && t->word_len > 3 && memcmp(t->word + t->word_len - 2, "ed", 2) == 0 &&
        before->is == 0 && !before->capital && i + 1 < s->count &&
        token_is(AT(i + 1), IS_PREPOSITION) &&
        !token_is(t, IS_SAY | IS_HOPE | IS_DECISION | IS_LIGHT_VERB | IS_BEGUN)) {
        return true;
    }
    if (bare && i + 1 < s->count && t->word[t->word_len - 1] == 's' &&
        is_one_of(t, nouns, sizeof(nouns) / sizeof(nouns[0]))) {
        return token_is(AT(i + 1), IS_BE | IS_HAVE | IS_CHANGE_VERB) || pc_says(AT(i + 1), "of");
    }
    return !bare && is_one_of(t, nouns, sizeof(nouns) / sizeof(nouns[0])) &&
           (before->is == 0
                ? t->word[t->word_len - 1] == 's'
                : token_is(before, IS_ARTICLE | IS_ADJECTIVE | IS_PRICE | IS_LIGHT_VERB) ||
                      pc_says(before, "of") || pc_says(before, "in") || pc_says(before, "for"));
}

/* Whether a comma at i stands inside a list of subjects: "a, b and c". */
bool pc_is_list_comma(const Sentence *s, size_t i, size_t end)
{
    for (size_t k = i + 1; k < end && k < i + 14; k++) {
        if (token_is(AT(k), IS_AND) && !pc_says(AT(k), "nor")) {
            return k > i + 1;
        }
        if (pc_is_verb(AT(k)) && !pc_is_participle(s, k)) {
            return false;
        }
    }
    return false;
}

/* "had withdrawn services since prices had risen": a verb before the conjunction, so that a clause begins behind it. */
static bool joins_to_clause(const Sentence *s, size_t i)
{
    if (!pc_says(AT(i), "since") && !pc_says(AT(i), "after") && !pc_says(AT(i), "before")) {
        return false;
    }
    for (size_t k = i, steps = 0; k > 0 && steps < 12; steps++) {
        const Token *t = AT(--k);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE ||
            (t->kind == TOKEN_MARK && strchr(",;:", t->mark) != NULL) ||
            token_is(t, IS_CONTRAST | IS_SAY) || pc_says(t, "that")) {
            return false;
        }
        if (token_is(t, IS_BE | IS_HAVE)) {
            return true;
        }
    }
    return false;
}

/* "plots were let and the waiting list had halved": what a verb before the "and" governs is another clause. */
static size_t behind_clause(const Sentence *s, size_t first, size_t end)
{
    if (first < 2 || !token_is(AT(first - 1), IS_BE | IS_HAVE) ||
        AT(first - 2)->kind != TOKEN_WORD || token_is(AT(first - 2), IS_PRONOUN)) {
        return first;
    }
    for (size_t i = end; i > first + 1; i--) {
        if (token_is(AT(i - 1), IS_AND) && i < end && token_is(AT(i), IS_ARTICLE)) {
            return i;
        }
    }
    return first;
}

/* "for the first time in five years shoplifting had fallen": without the words of time that open the clause. */
static Phrase without_first_time(const Sentence *s, Phrase p)
{
    size_t i = p.first;

    if (i + 3 >= p.end || !(pc_says(AT(i), "first") || pc_says(AT(i), "second")) ||
        !pc_says(AT(i + 1), "time")) {
        return p;
    }
    i += 2;
    while (i < p.end && (token_is(AT(i), IS_PREPOSITION | IS_PERIOD | IS_NUMBER_WORD | IS_PAST |
                                             IS_ARTICLE | IS_TIME_LINK) ||
                         AT(i)->kind == TOKEN_NUMBER || token_mark(AT(i), ','))) {
        i++;
    }
    if (i < p.end) {
        p.first = i;
    }
    return p;
}

/* The noun phrase that ends before token `end`, inside its clause. */
Phrase pc_phrase_left(const Sentence *s, size_t end)
{
    size_t first = end;
    size_t opened = end;
    int depth = 0;

    for (int steps = 0; first > 0 && steps < 24; steps++) {
        const Token *t = AT(first - 1);

        if (depth > 0 && (t->kind == TOKEN_FIGURE || t->kind == TOKEN_STOP)) {
            first = opened; /* a bracket with a figure belongs to another subject */
            break;
        }
        if (token_mark(t, ')')) {
            opened = depth == 0 ? first : opened;
            depth++;
        } else if (token_mark(t, '(')) {
            if (depth == 0) {
                break;
            }
            depth--;
        } else if (depth == 0) {
            if (t->kind == TOKEN_FIGURE || t->kind == TOKEN_STOP || t->kind == TOKEN_ARROW ||
                t->kind == TOKEN_MONEY) {
                break;
            }
            if (t->kind == TOKEN_MARK && t->mark == ',') {
                if (!pc_is_list_comma(s, first - 1, end)) {
                    break;
                }
            } else if (t->kind == TOKEN_MARK && strchr(";:_.[]|", t->mark) != NULL) {
                break;
            } else if (t->kind == TOKEN_MARK && t->mark == '-' && t->spaced && first < end &&
                       AT(first)->spaced) {
                /* a spaced dash joins a subject and its area, unless a clause stands before it */
                if (first >= 2 && pc_is_verb(AT(first - 2))) {
                    break;
                }
            } else if (t->kind == TOKEN_WORD) {
                if (pc_is_verb(t) && !pc_is_participle(s, first - 1)) {
                    break;
                }
                if ((t->is & (IS_CONTRAST | IS_WHETHER)) && !pc_says(t, "before") &&
                    !pc_says(t, "after") && !pc_says(t, "since") && !pc_says(t, "until") &&
                    !pc_says(t, "following")) {
                    break;
                }
                if (first < end && joins_to_clause(s, first - 1) && !pc_is_time(s, first, end)) {
                    break;
                }
                if (pc_says(t, "as") && pc_says_all(s, first - 1, "as a whole")) {
                    first--;
                    continue;
                }
                if (pc_says(t, "that") || pc_says(t, "there") || pc_says(t, "as") ||
                    pc_says(t, "than") || pc_says(t, "because") ||
                    (token_is(t, IS_NEVER_SIZE) && !pc_says(t, "short"))) {
                    break;
                }
                if ((t->is & IS_CHANGE_VERB) && !(t->is & IS_CHANGE_NOUN) &&
                    !pc_is_participle(s, first - 1)) {
                    break;
                }
            }
        }
        first--;
    }
    return without_first_time(s, pc_trim_phrase(s, (Phrase){behind_clause(s, first, end), end}));
}

/* ---- a noun phrase to the right ---- */

/* Whether "and" at i joins another clause or figure, not another noun. */
static bool joins_clause(const Sentence *s, size_t i)
{
    for (size_t k = i + 1; k < s->count && k < i + 9; k++) {
        const Token *t = AT(k);

        if (t->kind == TOKEN_FIGURE || t->kind == TOKEN_ARROW) {
            return true;
        }
        if (t->kind == TOKEN_STOP || (t->kind == TOKEN_MARK && t->mark != '\'' && t->mark != '"')) {
            return false;
        }
        if (token_is(t, IS_CONTRAST | IS_COMPARER)) {
            return false;
        }
        if ((pc_is_verb(t) && !pc_is_participle(s, k)) ||
            token_is(t, IS_CHANGE_VERB | IS_CHANGE_ADVERB) ||
            (k == i + 1 && token_is(t, IS_PRONOUN))) {
            return !pc_says(t, "attempted");
        }
    }
    return false;
}

/* The noun phrase that begins at token `at`. */
Phrase pc_phrase_right(const Sentence *s, size_t at)
{
    size_t end = at;
    int depth = 0;

    for (int steps = 0; end < s->count && steps < 24; steps++) {
        const Token *t = AT(end);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE || t->kind == TOKEN_ARROW) {
            if (depth > 0) {
                while (end > at && !token_mark(AT(end), '(')) {
                    end--;
                }
            }
            break;
        }
        if (token_mark(t, '(')) {
            /* a bracket that qualifies the subject, not one with a figure or period */
            if (end + 1 < s->count && (AT(end + 1)->kind != TOKEN_WORD ||
                                       token_is(AT(end + 1), IS_CHANGE_WORD | IS_COMPARER |
                                                                 IS_TIME_LINK | IS_CONTRAST))) {
                break;
            }
            depth++;
        } else if (token_mark(t, ')')) {
            if (depth == 0) {
                break;
            }
            depth--;
        } else if (depth == 0) {
            if (t->kind == TOKEN_MARK && t->mark == ',') {
                if (!pc_is_list_comma(s, end, s->count) || end == at) {
                    break;
                }
                /* a list goes on only to nouns */
                if (joins_clause(s, end)) {
                    break;
                }
            } else if (t->kind == TOKEN_MARK && t->mark != '\'' && t->mark != '"' &&
                       t->mark != '/' && t->mark != '-') {
                break;
            }
            if (t->kind == TOKEN_WORD && end > at) {
                if ((pc_is_verb(t) && !pc_is_participle(s, end)) ||
                    (token_is(t, IS_CONTRAST | IS_COMPARER | IS_WHETHER) &&
                     !(pc_says(t, "after") && pc_says(AT(end - 1), "looked"))) ||
                    ((t->is & IS_PRONOUN) && !(t->is & IS_ARTICLE)) || pc_says(t, "by") ||
                    pc_says(t, "as") || pc_says(t, "due") || pc_says(t, "from") ||
                    pc_says(t, "owing") || pc_says(t, "that") || token_is(t, IS_CHANGE_ADVERB)) {
                    break;
                }
                if (pc_opens_time(s, end)) {
                    break;
                }
                if (token_is(t, IS_AND) && joins_clause(s, end)) {
                    break;
                }
                if (token_is(t, IS_CHANGE_VERB) && !(t->is & IS_CHANGE_NOUN)) {
                    break;
                }
                if (pc_says(t, "of") && end + 1 < s->count && AT(end + 1)->kind != TOKEN_WORD) {
                    break;
                }
            }
        }
        end++;
    }
    return pc_trim_phrase(s, (Phrase){at, end});
}

/* The noun phrase of the first phrase "in X", "of X", "for X" from `at` on that is no time; stops at verbs. */
Phrase pc_prepositional(const Sentence *s, size_t at, bool only_for)
{
    for (size_t i = at; i + 1 < s->count && i < at + 14; i++) {
        const Token *t = AT(i);

        if (t->kind == TOKEN_STOP || t->kind == TOKEN_FIGURE || t->kind == TOKEN_MONEY ||
            (t->kind == TOKEN_MARK && t->mark != ',' && t->mark != '(' && t->mark != ')' &&
             t->mark != '/' && t->mark != '-')) {
            break;
        }
        if (t->kind == TOKEN_MARK && t->mark == ',' && i > at) {
            break;
        }
        if (pc_opens_time(s, i)) {
            /* over the words of time */
            while (i + 1 < s->count && pc_is_time(s, i + 1, i + 2)) {
                i++;
            }
            while (i + 1 < s->count && (AT(i + 1)->kind == TOKEN_NUMBER ||
                                        token_is(AT(i + 1), IS_ARTICLE | IS_PAST | IS_PERIOD))) {
                i++;
            }
            continue;
        }
        if (pc_says(t, "in") || pc_says(t, "for") ||
            (!only_for && (pc_says(t, "of") || pc_says(t, "to") || pc_says(t, "among") ||
                           pc_says(t, "amongst") || pc_says(t, "across") || pc_says(t, "mewn") ||
                           pc_says(t, "yn")))) {
            Phrase p = pc_phrase_right(s, i + 1);

            if (!pc_is_empty(p)) {
                return p;
            }
            continue;
        }
        if (token_is(t, IS_CONTRAST | IS_COMPARER | IS_AND | IS_PRONOUN) || pc_is_verb(t)) {
            break;
        }
        if (t->kind == TOKEN_WORD && (t->is & IS_PREPOSITION)) {
            break;
        }
    }
    return NO_PHRASE;
}
