/*
 * subjects.c - the metric: the noun phrase of what changed, as written.
 *
 * The subject of a verb stands left of it, the subject of a noun of change behind "in" or "of" or left of a verb like
 * "saw"; a figure without a verb of its own has the noun right before it. Where the sentence names none, what was
 * told before is the subject.
 */
#include "modality.h"
#include "phrases.h"

#include <string.h>

/* ---- subjects of verbs ---- */

/* Steps left from a verb or noun of change over its auxiliaries: the token behind the subject. */
static size_t verb_group_start(const Sentence *s, size_t i)
{
    while (i > 0) {
        const Token *t = AT(i - 1);

        if (t->kind == TOKEN_MARK && t->mark == ',' && i >= 2 && token_is(AT(i - 2), IS_ADVERB)) {
            /* "Vehicle crime, however, fell" */
            i--;
            continue;
        }
        if (i >= 2 && pc_says(AT(i - 2), "in") &&
            (pc_says(t, "fact") || pc_says(t, "turn") || pc_says(t, "reality") ||
             pc_says(t, "total") || pc_says(t, "effect"))) {
            i -= 2; /* "visits had in fact gone down" */
            continue;
        }
        if (!token_is(t, IS_BE | IS_HAVE | IS_MODAL | IS_ADVERB | IS_BEGUN | IS_ARTICLE |
                             IS_LIGHT_VERB | IS_APPROXIMATE | IS_ADJECTIVE | IS_CHANGE_ADVERB |
                             IS_NOT | IS_MOVE_VERB) &&
            !pc_says(t, "to") && !pc_says(t, "also")) {
            break;
        }
        if (pc_says(t, "overall") && i >= 2 && AT(i - 2)->kind == TOKEN_WORD &&
            !token_is(AT(i - 2), IS_BE | IS_HAVE)) {
            break; /* "Robbery overall had": part of the name */
        }
        if (pc_says(t, "that") || pc_says(t, "this") || pc_says(t, "these") ||
            pc_says(t, "those") || pc_says(t, "overall") || pc_is_participle(s, i - 1)) {
            if (!(pc_says(t, "overall") && i >= 2 && AT(i - 2)->kind == TOKEN_WORD)) {
                break;
            }
        }
        i--;
    }
    return i;
}

/* Whether the clause's subject is a pronoun or missing; then what stands before tells it. */
static bool is_pronoun_before(const Sentence *s, size_t i)
{
    return i > 0 && token_is(AT(i - 1), IS_PRONOUN);
}

/* A time phrase or clause that stands between a subject and its verb is stepped over: "Burglary, over the year, fell". */
static size_t over_aside(const Sentence *s, size_t i)
{
    if (i > 0 && token_mark(AT(i - 1), ',')) {
        for (size_t k = i - 1; k > 0 && i - k < 12; k--) {
            if (token_mark(AT(k - 1), ',')) {
                size_t inner = k;

                if (pc_opens_time(s, inner) ||
                    token_is(AT(inner), IS_COMPARER | IS_CONTRAST | IS_PREPOSITION)) {
                    return k - 1;
                }
                break;
            }
        }
        return i - 1;
    }
    return i;
}

static Phrase clause_subject(const Sentence *s, size_t end);

/* "Violence: 412 offences, -3.5%": a count is not the subject, what stands before its mark is. */
static Phrase behind_count(const Sentence *s, Phrase p)
{
    if (!pc_is_empty(p) && AT(p.first)->kind == TOKEN_NUMBER && p.first > 0 &&
        AT(p.first - 1)->kind == TOKEN_MARK) {
        Phrase named = pc_phrase_left(s, p.first - 1);

        return pc_is_empty(named) ? p : named;
    }
    return p;
}

static Phrase subject_left(const Sentence *s, size_t verb)
{
    size_t end = verb_group_start(s, verb);
    Phrase p;

    for (bool marked = false; end > 0; end--) {
        if (AT(end - 1)->kind == TOKEN_MARK &&
            (strchr("([:-_", AT(end - 1)->mark) != NULL ||
             (AT(end - 1)->mark == ',' && end > 2 && AT(end - 2)->kind == TOKEN_NUMBER &&
              !token_is(AT(end - 3), IS_PREPOSITION)))) {
            marked = true;
        } else if (!(marked && AT(end - 1)->kind == TOKEN_NUMBER)) {
            break;
        }
    }
    if (end > 3 && token_mark(AT(end - 1), ',') && AT(end - 2)->kind == TOKEN_FIGURE &&
        token_mark(AT(end - 3), ',')) {
        end -= 3; /* "the share of homes with damp, 21%, was" */
    }
    end = over_aside(s, end);
    if (end > 0 && token_is(AT(end - 1), IS_CHANGE_ADVERB | IS_BE | IS_HAVE)) {
        end = verb_group_start(s, end); /* "has never been higher, up 5%" */
    }
    if (is_pronoun_before(s, end)) {
        if (end >= 2 && (pc_says(AT(end - 1), "which") || pc_says(AT(end - 1), "that") ||
                         pc_says(AT(end - 1), "who"))) {
            size_t k = end - 1;

            if (k > 0 && token_mark(AT(k - 1), ',')) {
                k--;
            }
            return pc_phrase_left(s, k);
        }
        return NO_PHRASE;
    }
    p = pc_phrase_left(s, end);
    p = behind_count(s, p);
    /* "is at its lowest, having dropped": a place, not the subject */
    for (size_t i = p.first, steps = 0; !pc_is_empty(p) && i > 0 && steps < 3; steps++) {
        i--;
        if (pc_says(AT(i), "at") && p.end < verb) {
            return clause_subject(s, i);
        }
        /* "but in our area has dropped" */
        if (pc_says(AT(i), "in") && i > 0 && token_is(AT(i - 1), IS_CONTRAST) && p.end <= verb) {
            return clause_subject(s, i);
        }
        if (!token_is(AT(i), IS_ARTICLE)) {
            break;
        }
    }
    /* only words of time, or one that says nothing */
    if (!pc_is_empty(p) && (pc_is_time(s, p.first, p.end))) {
        return NO_PHRASE;
    }
    return p;
}

/* The object between a transitive verb of change and its size: "reduced burglary by 5%". */
static Phrase object_between(const Sentence *s, size_t head, const Figure *f)
{
    size_t end = f->base;
    Phrase p = {head + 1, end};

    if (end == 0 || end <= head + 1) {
        return NO_PHRASE;
    }
    if (token_is(AT(end - 1), IS_PREPOSITION)) {
        p.end = end - 1;
    }
    if (pc_is_empty(p) || p.end - p.first > 16) {
        return NO_PHRASE;
    }
    if (AT(p.first)->kind != TOKEN_WORD ||
        (AT(p.first)->is &
         (IS_PREPOSITION | IS_ADVERB | IS_PERIOD | IS_COMPARER | IS_CHANGE_ADVERB | IS_TIME_LINK |
          IS_AND | IS_CONTRAST | IS_APPROXIMATE))) {
        return NO_PHRASE;
    }
    for (size_t i = p.first; i < p.end; i++) {
        if (token_mark(AT(i), ',') || AT(i)->kind == TOKEN_NUMBER || AT(i)->kind == TOKEN_MONEY ||
            AT(i)->kind == TOKEN_FIGURE) {
            p.end = i;
        }
    }
    return pc_trim_phrase(s, p);
}

/* The words between a figure and its noun of change, or before the noun: "a 4% council tax increase". */
static Phrase compound(const Sentence *s, size_t first, size_t head)
{
    while (first < head && (token_is(AT(first), IS_ADJECTIVE | IS_ADVERB | IS_ARTICLE | IS_PERIOD |
                                                    IS_APPROXIMATE | IS_PREPOSITION) ||
                            AT(first)->kind != TOKEN_WORD)) {
        first++;
    }
    return pc_trim_phrase(s, (Phrase){first, head});
}

/* Whether the head is used as a noun: "a fall of", "showed a reduction". */
static bool is_noun_use(const Sentence *s, const Figure *f)
{
    size_t k = f->head;

    if (pc_says(AT(k), "change")) {
        return true;
    }
    if (!token_is(AT(k), IS_CHANGE_NOUN)) {
        return false;
    }
    if (!token_is(AT(k), IS_CHANGE_VERB) || f->head > f->token) {
        return true;
    }
    if (k + 1 < s->count && (pc_says(AT(k + 1), "of") || pc_says(AT(k + 1), "in"))) {
        return true;
    }
    while (k > 0 && token_is(AT(k - 1), IS_ADJECTIVE | IS_ADVERB)) {
        k--;
    }
    if (k == 0 || AT(k - 1)->kind != TOKEN_WORD) {
        return k + 1 < s->count && token_is(AT(f->head + 1), IS_BE | IS_HAVE);
    }
    return token_is(AT(k - 1), IS_ARTICLE | IS_LIGHT_VERB);
}

/* The subject of the first verb among tokens [start, end) that is no verb of saying. */
static Phrase first_subject(const Sentence *s, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++) {
        Phrase p;

        if (!(pc_is_verb(AT(i)) && !pc_is_participle(s, i)) && !token_is(AT(i), IS_CHANGE_VERB)) {
            continue;
        }
        if (token_is(AT(i), IS_SAY) || token_is(AT(i - 1), IS_PRONOUN)) {
            continue;
        }
        p = pc_phrase_left(s, i);
        /* "the right figure was a rise of 3%": of what was told before */
        if (!pc_is_empty(p) && pc_says(AT(p.end - 1), "figure") && p.end - p.first < 3) {
            continue;
        }
        if (!pc_is_empty(p) && p.first >= start &&
            !token_is(AT(p.end - 1), IS_PEOPLE | IS_PRONOUN | IS_CHANGE_NOUN) &&
            !pc_is_time(s, p.first, p.end)) {
            return p;
        }
    }
    return NO_PHRASE;
}

/* The subject of the clause before token `end`, else of the clauses before it in the sentence. */
static Phrase clause_subject(const Sentence *s, size_t end)
{
    size_t start = end;
    size_t clause = NO_TOKEN;
    Phrase p = NO_PHRASE;

    for (int steps = 0; start > 0 && steps < REACH; steps++) {
        const Token *t = AT(start - 1);

        if (clause == NO_TOKEN &&
            ((t->kind == TOKEN_MARK && (t->mark == ';' || t->mark == ':')) ||
             (token_is(t, IS_CONTRAST) && !token_is(t, IS_PRONOUN | IS_PREPOSITION)))) {
            clause = start;
        }
        start--;
    }
    if (clause != NO_TOKEN) {
        p = first_subject(s, clause, end);
    }
    return pc_is_empty(p) ? first_subject(s, start, end) : p;
}

/* "in the number of reports", "in offences": says less than a subject before the verb. */
static bool is_generic(const Sentence *s, Phrase p)
{
    static const char *const words[] = {"number",   "numbers", "reports", "incidents",   "offences",
                                        "cases",    "volume",  "level",   "levels",      "reported",
                                        "recorded", "figures", "total",   "occurrences", "crimes",
                                        "the",      "of"};

    for (size_t i = p.first; i < p.end; i++) {
        bool known = false;

        for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
            known |= pc_says(AT(i), words[k]);
        }
        if (!known) {
            return false;
        }
    }
    return true;
}

static Phrase noun_subject(const Sentence *s, const Figure *f);

/* The subject of a noun of change: the phrase behind it, unless that says nothing and a subject stands before. */
static Phrase best_noun_subject(const Sentence *s, const Figure *f)
{
    Phrase p = noun_subject(s, f);
    Phrase left;
    size_t start = f->base < f->head ? f->base : f->head;

    if (pc_is_empty(p) || p.first < start || !is_generic(s, p)) {
        return p;
    }
    while (start > 0 && token_is(AT(start - 1), IS_ARTICLE | IS_ADJECTIVE | IS_ADVERB)) {
        start--;
    }
    left = start > 0 && token_is(AT(start - 1), IS_LIGHT_VERB | IS_HAVE) ? subject_left(s, start)
                                                                         : NO_PHRASE;
    if (pc_is_empty(left) || is_generic(s, left)) {
        return p;
    }
    return left;
}

/* The subject of a noun of change. */
static Phrase noun_subject(const Sentence *s, const Figure *f)
{
    size_t head = f->head;
    size_t behind = head > f->token ? head : f->token;
    size_t start;
    size_t group;
    Phrase p;

    /* "The increase, of 19%, was mostly in June": one told before */
    if (head > 0 && head + 1 < s->count && head < f->token && token_mark(AT(head + 1), ',') &&
        (pc_says(AT(head - 1), "the") || pc_says(AT(head - 1), "this"))) {
        return NO_PHRASE;
    }
    /* "Total waste: reduction of 3% for the district" */
    start = f->base < head ? f->base : head;
    while (start > 0 && token_is(AT(start - 1), IS_ARTICLE | IS_ADJECTIVE)) {
        start--;
    }
    if (head < f->token && start > 1 && token_mark(AT(start - 1), ':') && f->token + 1 < s->count &&
        !pc_says(AT(head + 1), "in") && !pc_says(AT(f->token + 1), "in")) {
        p = pc_phrase_left(s, start - 1);
        if (!pc_is_empty(p) && !pc_is_verb(AT(start - 2))) {
            return p;
        }
    }
    /* "a fall of 3% and not 5% in missed bins" */
    if (head < f->token && f->token + 4 < s->count) {
        size_t k = f->token + 1;

        k += token_mark(AT(k), ',') || pc_says(AT(k), "and");
        if ((pc_says(AT(k), "not") && AT(k + 1)->kind == TOKEN_FIGURE) ||
            (k + 2 < s->count && AT(k + 2)->kind == TOKEN_FIGURE &&
             (pc_says_all(s, k, "rather than") || pc_says_all(s, k, "instead of") ||
              pc_says_all(s, k, "not of")))) {
            p = pc_prepositional(s, k + 2 + !pc_says(AT(k), "not"), false);
            if (!pc_is_empty(p)) {
                return p;
            }
        }
    }
    /* increase in X of 5%; 5% increase in X; reduction of 5% in X */
    p = pc_prepositional(s, head + 1, false);
    if (!pc_is_empty(p) && !(p.first < f->token && p.first > 0 && pc_says(AT(p.first - 1), "of"))) {
        return p;
    }
    if (head < f->token) {
        p = pc_prepositional(s, f->token + 1, false);
        if (!pc_is_empty(p)) {
            return p;
        }
    }
    /* a 4% council tax increase; council tax increase of 4% */
    if (head > f->token) {
        p = compound(s, f->token + 1, head);
        if (!pc_is_empty(p)) {
            return p;
        }
    }
    start = f->base < head ? f->base : head;
    while (start > 0 &&
           token_is(AT(start - 1), IS_ARTICLE | IS_ADJECTIVE | IS_ADVERB | IS_APPROXIMATE) &&
           !pc_says(AT(start - 1), "overall")) {
        start--;
    }
    if (start > 0 && pc_says(AT(start - 1), "overall") && start > 1 &&
        token_is(AT(start - 2), IS_ARTICLE)) {
        start -= 2;
    }
    /* decreases were noted in X (5%); a 5% fall was recorded in X */
    if (head < f->token && head + 2 < f->base && token_is(AT(head + 1), IS_BE | IS_HAVE)) {
        size_t k = head + 1;

        while (k < f->base &&
               token_is(AT(k), IS_BE | IS_HAVE | IS_LIGHT_VERB | IS_ADVERB | IS_VERB)) {
            k++;
        }
        p = k > head + 1 ? pc_prepositional(s, k, false) : NO_PHRASE;
        if (!pc_is_empty(p)) {
            return p;
        }
    }
    while (behind + 1 < s->count &&
           (token_mark(AT(behind + 1), ',') || token_mark(AT(behind + 1), ')'))) {
        behind++;
    }
    if (behind + 2 < s->count && token_is(AT(behind + 1), IS_BE | IS_HAVE)) {
        size_t k = behind + 1;

        while (k < s->count && k < behind + 5 &&
               token_is(AT(k), IS_BE | IS_HAVE | IS_LIGHT_VERB | IS_ADVERB | IS_VERB)) {
            k++;
        }
        p = pc_prepositional(s, k, false);
        if (!pc_is_empty(p)) {
            return p;
        }
    }
    /* X showed a reduction */
    group = verb_group_start(s, start);
    if (group < start ||
        (start > 0 && (token_mark(AT(start - 1), ':') || token_mark(AT(start - 1), '(') ||
                       token_mark(AT(start - 1), ',') || token_mark(AT(start - 1), '-') ||
                       token_mark(AT(start - 1), '_') || pc_says(AT(start - 1), "with")))) {
        if (group == start) {
            p = pc_phrase_left(s, start - 1);
        } else {
            p = subject_left(s, start);
        }
        /* "were up from 40 to 52, a 30% rise" */
        if (!pc_is_empty(p) &&
            (AT(p.end - 1)->kind == TOKEN_NUMBER || token_is(AT(p.end - 1), IS_NUMBER_WORD) ||
             token_is(AT(p.first), IS_CHANGE_ADVERB))) {
            Phrase told = clause_subject(s, p.first);

            p = pc_is_empty(told) ? p : told;
        }
        /* "by 31 offences, a 5% fall": the clause's subject */
        if (!pc_is_empty(p) && AT(p.first)->kind == TOKEN_NUMBER) {
            if (p.first > 1 && token_mark(AT(p.first - 1), ':')) {
                p = pc_phrase_left(s, p.first - 1); /* "Thefts: 412, a reduction of 6%" */
            } else if (p.first > 0 && pc_says(AT(p.first - 1), "by")) {
                p = clause_subject(s, p.first);
            } else {
                p.first++;
            }
        }
        /* "an increase, with an increase of 5%": the first one's subject */
        if (!pc_is_empty(p) && token_is(AT(p.end - 1), IS_CHANGE_NOUN)) {
            p = subject_left(s, p.first);
        }
        if (!pc_is_empty(p) && !pc_is_time(s, p.first, p.end)) {
            return p;
        }
    } else if (start > 0 && head < f->token) {
        p = pc_phrase_left(s, start);
        if (!pc_is_empty(p)) {
            return p;
        }
    } else if (start > 0) {
        p = pc_phrase_left(s, start);
        if (!pc_is_empty(p) && !token_is(AT(start - 1), IS_PREPOSITION | IS_VERB)) {
            return p;
        }
    }
    /* Overall there had been */
    for (size_t i = start, steps = 0; i > 0 && steps < 12; steps++) {
        i--;
        if (pc_says(AT(i), "there") && i > 0) {
            p = pc_phrase_left(s, i - (token_mark(AT(i - 1), ',') ? 1 : 0));
            if (!pc_is_empty(p) && !pc_is_time(s, p.first, p.end)) {
                return p;
            }
            break;
        }
    }
    return NO_PHRASE;
}

/* "twice as many complaints as", "half as many": what is counted. */
static Phrase counted(const Sentence *s, size_t at)
{
    if (at + 2 < s->count && pc_says(AT(at), "as") &&
        (pc_says(AT(at + 1), "many") || pc_says(AT(at + 1), "much")) &&
        !pc_says(AT(at + 2), "as")) {
        return pc_phrase_right(s, at + 2);
    }
    return NO_PHRASE;
}

/* The subject of a verb or adverb of change. */
static Phrase verb_subject(const Sentence *s, const Figure *f)
{
    size_t head = f->head;
    Phrase p;

    if (head == f->token) {
        p = counted(s, head + 1);
        if (pc_is_empty(p) && f->form == FORM_RATIO && head + 1 < s->count &&
            (pc_says(AT(head + 1), "of") || pc_says(AT(head + 1), "in"))) {
            p = pc_prepositional(s, head + 1, false); /* "a doubling of enquiries" */
        }
        if (!pc_is_empty(p)) {
            return p;
        }
        head = f->base; /* "more than doubled" */
    }
    if (head > f->token) {
        /* 5% more calls than; 5% fewer offences */
        const Token *t = AT(head);

        if (!pc_says(t, "up") && !pc_says(t, "down") && !pc_says(t, "above") &&
            !pc_says(t, "below")) {
            p = pc_phrase_right(s, head + 1);
            if (!pc_is_empty(p) &&
                !token_is(AT(head + 1), IS_COMPARER | IS_PREPOSITION | IS_AND | IS_CONTRAST) &&
                !pc_is_time(s, p.first, p.end)) {
                return p;
            }
        }
        /* "were running at 9% more" */
        size_t end = f->base;

        if (end > 1 && pc_says(AT(end - 1), "at")) {
            end--;
            while (end > 1 &&
                   (token_is(AT(end - 1), IS_LEVEL_VERB) || pc_says(AT(end - 1), "running"))) {
                end--;
            }
        }
        p = subject_left(s, end);
        if (!pc_is_empty(p)) {
            return p;
        }
        return pc_prepositional(s, head + 1, false);
    }
    if (f->head != f->token && token_is(AT(head), IS_CHANGE_VERB)) {
        p = object_between(s, head, f);
        if (!pc_is_empty(p)) {
            return p;
        }
    }
    /* 218 more calls, or 11.6% */
    if (pc_says(AT(head), "more") || pc_says(AT(head), "fewer") || pc_says(AT(head), "less")) {
        p = pc_phrase_right(s, head + 1);
        if (!pc_is_empty(p)) {
            return p;
        }
    }
    p = subject_left(s, head);
    if (!pc_is_empty(p)) {
        return p;
    }
    if (head > 0) {
        size_t group = verb_group_start(s, head);

        /* "rose by 3% but fell by 1% in real terms": the subject is shared */
        if (group > 0 && token_is(AT(group - 1), IS_AND | IS_CONTRAST)) {
            p = clause_subject(s, group - 1);
            if (!pc_is_empty(p)) {
                return p;
            }
        }
    }
    if (head > 0 && is_pronoun_before(s, verb_group_start(s, head))) {
        return NO_PHRASE;
    }
    return pc_prepositional(s, f->token + 1, false);
}

/* What a figure with a bare sign stands next to. */
static Phrase sign_subject(const Sentence *s, const Figure *f)
{
    size_t end = f->base;
    Phrase p;

    while (end > 0 &&
           (AT(end - 1)->kind == TOKEN_NUMBER ||
            (AT(end - 1)->kind == TOKEN_MARK && strchr("(,:-_[|=", AT(end - 1)->mark) != NULL))) {
        end--;
    }
    p = subject_left(s, end);
    if (!pc_is_empty(p) && token_mark(AT(p.first), '(')) {
        return NO_PHRASE; /* only a bracket: "+3% (week), -2% (month)" */
    }
    if (pc_is_empty(p) && f->token + 1 < s->count) {
        p = pc_prepositional(s, f->token + 1, false);
    }
    return p;
}

/* The subject phrase of a figure by its own words; empty where they name none. */
static Phrase own_subject(const Sentence *s, size_t index, bool *adds)
{
    const Figure *f = &s->figures[index];
    Phrase p = pc_second_pair_subject(s, index);

    *adds = false;
    if (!pc_is_empty(p)) {
        return p;
    }
    if (f->role == ROLE_TO && f->head != NO_TOKEN && f->head > f->token && is_noun_use(s, f)) {
        p = clause_subject(s, f->base); /* "stood at 81% of cases, a slight reduction from 84%" */
        if (!pc_is_empty(p)) {
            return p;
        }
    }
    if (f->source != NO_TOKEN) {
        p = pc_elliptic_subject(s, f, adds);
    } else if (f->head == NO_TOKEN || f->head == f->token) {
        p = f->form == FORM_RATIO || f->head == f->token ? verb_subject(s, f) : sign_subject(s, f);
    } else if (f->head < f->token && pc_names_one_each(s, index)) {
        p = pc_phrase_right(s, f->token + 2);
    } else if (is_noun_use(s, f)) {
        p = best_noun_subject(s, f);
    } else {
        p = verb_subject(s, f);
    }
    if (pc_is_empty(p) && f->source == NO_TOKEN && f->token > 0) {
        size_t end = f->head != NO_TOKEN && f->head < f->base ? f->head : f->base;

        p = clause_subject(s, end);
    }
    return p;
}

/* "compared with a 4% fall across the county": the same subject in another place. */
static bool is_elsewhere_noun(const Sentence *s, const Figure *f, Phrase p)
{
    size_t k = f->base;

    if (pc_is_empty(p) || p.first < f->token || f->head == NO_TOKEN || f->source != NO_TOKEN ||
        !token_is(AT(f->head), IS_CHANGE_NOUN) || !token_is(AT(p.end - 1), IS_AREA)) {
        return false;
    }
    while (k > 0 && token_is(AT(k - 1), IS_ARTICLE | IS_ADJECTIVE)) {
        k--;
    }
    return k > 1 && (token_is(AT(k - 1), IS_COMPARER) || token_is(AT(k - 2), IS_COMPARER));
}

/* Whether a figure that names no subject puts right the one before it: "the true figure was", "in fact". */
static bool corrects(const Sentence *s, const Figure *f)
{
    const Figure *before = f - 1;

    if (f == s->figures || before->head == NO_TOKEN || f->head == NO_TOKEN ||
        !token_is(AT(f->head), IS_CHANGE_NOUN) || f->token - before->token > 24 ||
        (f->token + 1 < s->count &&
         (pc_says(AT(f->token + 1), "in") || pc_says(AT(f->token + 1), "of")))) {
        return false;
    }
    for (size_t i = before->token + 1; i + 1 < f->token; i++) {
        if (pc_is_corrected_figure(s, i) || (i > 0 && token_mark(AT(i - 1), ';') &&
                                             pc_says(AT(i), "in") && pc_says(AT(i + 1), "fact"))) {
            return true;
        }
    }
    return false;
}

bool pc_subject(const Sentence *s, size_t index, Context *context, MnText *metric)
{
    size_t root = index;
    Phrase area = pc_area_of(s, index);
    bool adds = false;
    Phrase p;

    if (!pc_is_empty(area)) {
        /* "rose 3% at A, 5% at B and 8% at C": the subject is told once, before the first */
        while (s->figures[root].source != NO_TOKEN) {
            root = s->figures[root].source;
        }
    }
    p = own_subject(s, root, &adds);
    adds |= is_elsewhere_noun(s, &s->figures[index], p);
    if (corrects(s, &s->figures[index])) {
        /* "reported a rise of 12% in burglary; the true position was a fall of 2%": of what was told before */
        Phrase told = own_subject(s, index - 1, &adds);

        p = pc_is_empty(told) ? p : told;
    }
    if (pc_is_empty(p)) {
        *metric = context->subject.data != NULL ? context->subject : context->heading;
        if (metric->data == NULL) {
            *metric = (MnText){"", 0};
        }
        return true;
    }
    *metric = pc_text_of(s, p.first, p.end - 1, context->arena);
    if (metric->data == NULL) {
        return false;
    }
    if (adds && context->subject.len > 0) {
        *metric = pc_joined(context->arena, context->subject, *metric);
    }
    if (!pc_is_empty(area) && !(p.first < area.end && area.first < p.end)) {
        *metric = pc_joined(context->arena, *metric,
                            pc_text_of(s, area.first, area.end - 1, context->arena));
    }
    return metric->data != NULL;
}
