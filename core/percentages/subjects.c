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
    left = start > 0 && token_is(AT(start - 1), IS_LIGHT_VERB | IS_HAVE) ? pc_subject_left(s, start)
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
    /* "Increases of 13% and 11.9% respectively were seen in A and B" */
    while (behind + 1 < s->count && behind < head + 16 &&
           (token_mark(AT(behind + 1), ',') || token_mark(AT(behind + 1), ')') ||
            (head < f->token && behind + 2 < s->count && token_is(AT(behind + 1), IS_AND) &&
             AT(behind + 2)->kind == TOKEN_FIGURE) ||
            (head < f->token && AT(behind + 1)->kind == TOKEN_FIGURE) ||
            pc_says(AT(behind + 1), "respectively"))) {
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
    group = pc_verb_group_start(s, start);
    if (group < start ||
        (start > 0 && (token_mark(AT(start - 1), ':') || token_mark(AT(start - 1), '(') ||
                       token_mark(AT(start - 1), ',') || token_mark(AT(start - 1), '-') ||
                       token_mark(AT(start - 1), '_') || pc_says(AT(start - 1), "with")))) {
        if (group == start) {
            p = pc_phrase_left(s, start - 1);
        } else {
            p = pc_subject_left(s, start);
        }
        /* "were up from 40 to 52, a 30% rise" */
        if (!pc_is_empty(p) &&
            (AT(p.end - 1)->kind == TOKEN_NUMBER || token_is(AT(p.end - 1), IS_NUMBER_WORD) ||
             token_is(AT(p.first), IS_CHANGE_ADVERB))) {
            Phrase told = pc_clause_subject(s, p.first);

            p = pc_is_empty(told) ? p : told;
        }
        /* "by 31 offences, a 5% fall": the clause's subject */
        if (!pc_is_empty(p) && AT(p.first)->kind == TOKEN_NUMBER) {
            if (p.first > 1 && token_mark(AT(p.first - 1), ':')) {
                p = pc_phrase_left(s, p.first - 1); /* "Thefts: 412, a reduction of 6%" */
            } else if (p.first > 0 && pc_says(AT(p.first - 1), "by")) {
                p = pc_clause_subject(s, p.first);
            } else {
                p.first++;
            }
        }
        /* "an increase, with an increase of 5%": the first one's subject */
        if (!pc_is_empty(p) && token_is(AT(p.end - 1), IS_CHANGE_NOUN)) {
            p = pc_subject_left(s, p.first);
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

/* "318 reports in the half year, twice as many as in 2023": what was counted just before. */
static Phrase counted_before(const Sentence *s, size_t ratio)
{
    if (ratio + 3 >= s->count || !pc_says(AT(ratio + 1), "as") || !pc_says(AT(ratio + 2), "many") ||
        !pc_says(AT(ratio + 3), "as")) {
        return NO_PHRASE;
    }
    for (size_t i = ratio, steps = 0; i > 1 && steps < REACH; i--, steps++) {
        Phrase p;

        if (AT(i - 2)->kind != TOKEN_NUMBER || AT(i - 1)->kind != TOKEN_WORD) {
            continue;
        }
        p = pc_phrase_right(s, i - 1);
        if (!pc_is_empty(p) && p.end <= ratio && !pc_is_time(s, p.first, p.end)) {
            return p;
        }
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
        if (pc_is_empty(p)) {
            p = counted_before(s, head);
        }
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
        p = pc_subject_left(s, end);
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
    p = pc_subject_left(s, head);
    if (!pc_is_empty(p)) {
        return p;
    }
    if (head > 0) {
        size_t group = pc_verb_group_start(s, head);

        /* "rose by 3% but fell by 1% in real terms": the subject is shared */
        if (group > 0 && token_is(AT(group - 1), IS_AND | IS_CONTRAST)) {
            p = pc_clause_subject(s, group - 1);
            if (!pc_is_empty(p)) {
                return p;
            }
        }
    }
    if (head > 0 && pc_is_pronoun_before(s, pc_verb_group_start(s, head))) {
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
    p = pc_subject_left(s, end);
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
        p = pc_clause_subject(s,
                              f->base); /* "stood at 81% of cases, a slight reduction from 84%" */
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

        p = pc_clause_subject(s, end);
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
