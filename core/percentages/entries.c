/*
 * entries.c - one entry a change: sizes, pairs of levels, lists that belong to lists of subjects, restatements.
 */
#include "roles.h"

#include <string.h>

#define AT(i) (&s->tokens[i])

/* ---- levels ---- */

static bool is_mover(const Token *t)
{
    return token_is(t, IS_CHANGE_WORD | IS_MOVE_VERB);
}

/* A word of change or movement between tokens, so that two levels are joined by a change. */
static bool has_mover(const Sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < s->count; i++) {
        if (is_mover(AT(i))) {
            return true;
        }
    }
    return false;
}

static bool is_level_form(const Figure *f)
{
    return f->form == FORM_PERCENT && !f->is_range && f->sign == 0;
}

/* Where the clause of token i begins. */
static size_t clause_start(const Sentence *s, size_t i)
{
    for (int steps = 0; i > 0 && steps < REACH; steps++) {
        const Token *t = AT(i - 1);

        if (t->kind == TOKEN_MARK && (t->mark == ';' || t->mark == ':')) {
            break;
        }
        i--;
    }
    return i;
}

/* Joins figure `to` with figure `from` as levels before and after. */
static void pair(Sentence *s, size_t from, size_t to)
{
    s->figures[to].role = ROLE_TO;
    s->figures[to].partner = from;
    s->figures[from].role = ROLE_FROM;
}

/*
 * "rose from 52% to 58%", "58%, up from 52%", "down to 47% from 53%", "from 52% to 58% and 63%": finds the pairs.
 */
static void find_pairs(Sentence *s)
{
    for (size_t i = 0; i < s->figure_count; i++) {
        Figure *f = &s->figures[i];

        if (f->role != ROLE_FROM || !is_level_form(f)) {
            continue;
        }
        if (i + 1 < s->figure_count && s->figures[i + 1].role == ROLE_TO &&
            is_level_form(&s->figures[i + 1]) && s->figures[i + 1].token - f->token < 16) {
            size_t last = i + 1;
            size_t start = clause_start(s, f->token);

            /* a chain: "to 58% in summer and 63% in autumn" */
            while (
                last + 1 < s->figure_count && is_level_form(&s->figures[last + 1]) &&
                (s->figures[last + 1].role == ROLE_NONE || s->figures[last + 1].role == ROLE_TO) &&
                s->figures[last + 1].token - s->figures[last].token < 8 &&
                !pc_is_share(s, &s->figures[last + 1]) &&
                (has_mover(s, s->figures[last].token, s->figures[last + 1].token) ||
                 s->figures[last + 1].role == ROLE_TO ||
                 token_is(AT(s->figures[last + 1].token - 1), IS_AND) ||
                 pc_says(AT(s->figures[last + 1].token - 1), "then"))) {
                s->figures[last].role = ROLE_MERGED;
                last++;
            }
            if (has_mover(s, start, s->figures[last].token) ||
                has_mover(s, s->figures[last].token, s->figures[last].token + 8)) {
                pair(s, i, last);
            }
            continue;
        }
        if (i > 0) {
            Figure *before = &s->figures[i - 1];

            if (is_level_form(before) &&
                (before->role == ROLE_TO || before->role == ROLE_LEVEL ||
                 before->role == ROLE_NONE) &&
                before->partner == NO_TOKEN && f->token - before->token < 16 &&
                (has_mover(s, before->token, f->token) ||
                 (before->role == ROLE_TO &&
                  has_mover(s, clause_start(s, before->token), before->token)))) {
                pair(s, i, i - 1);
            }
        }
    }
    /* a level, then "rising to 36%" */
    for (size_t i = 1; i < s->figure_count; i++) {
        Figure *f = &s->figures[i];
        Figure *before = &s->figures[i - 1];

        if (f->role == ROLE_TO && f->partner == NO_TOKEN && is_level_form(f) &&
            is_level_form(before) && (before->role == ROLE_LEVEL || before->role == ROLE_NONE) &&
            f->token - before->token < 14 && has_mover(s, before->token, f->token) &&
            !pc_says(AT(before->token + 1 < s->count ? before->token + 1 : before->token), "of")) {
            bool plain = true;

            for (size_t k = before->token + 1; k < f->token; k++) {
                plain &= !token_is(AT(k), IS_CONTRAST | IS_GOAL | IS_HOPE | IS_AREA);
                plain &= !token_is(AT(k), IS_MODAL) || AT(k)->capital;
                plain &= AT(k)->kind == TOKEN_WORD ? (AT(k)->is != 0) : AT(k)->kind != TOKEN_STOP;
            }
            if (plain) {
                pair(s, i - 1, i);
            }
        }
        /* "fell to 50%, compared with 54% the year before" */
        if (before->role == ROLE_TO && before->partner == NO_TOKEN && is_level_form(before) &&
            is_level_form(f) && f->role == ROLE_NONE && f->token - before->token < 8 &&
            has_mover(s, clause_start(s, before->token), before->token)) {
            bool compared = false;

            for (size_t k = before->token + 1; k < f->token; k++) {
                compared |= token_is(AT(k), IS_COMPARER) || token_mark(AT(k), '(');
            }
            if (compared && pc_is_own_past(s, f->token + 1) && !pc_is_elsewhere(s, f->token + 1)) {
                pair(s, i, i - 1);
            }
        }
    }
}

static int64_t difference(const Sentence *s, const Figure *to)
{
    return to->low - s->figures[to->partner].low;
}

/* A size given beside both its levels: one entry, in points where it equals their difference. */
static void join_size_and_levels(Sentence *s, MnChange *change, const Figure *to)
{
    int64_t gap = difference(s, to);
    int64_t size = mn_percent_change_millionths(change->change);
    int64_t off = (size < 0 ? -size : size) - (gap < 0 ? -gap : gap);

    change->has_from = change->has_to = true;
    change->from_level = s->figures[to->partner].low;
    change->to_level = to->low;
    if (off <= MN_PERCENT_SCALE / 10 && off >= -MN_PERCENT_SCALE / 10) {
        mn_percent_change_pack(size, MN_PERCENTAGE_POINTS, &change->change);
    }
}

/* ---- restatements ---- */

static bool nearly(int64_t a, int64_t b)
{
    int64_t gap = a > b ? a - b : b - a;
    int64_t most = a > b ? a : b;

    return gap * 4 <= most;
}

/* "about a tenth, 9.7%", "a fifth (20%)": words and then the figure for the same change. */
static void merge_words_and_figures(Sentence *s)
{
    for (size_t i = 1; i < s->figure_count; i++) {
        Figure *a = &s->figures[i - 1];
        Figure *b = &s->figures[i];
        bool words_first = a->form != FORM_PERCENT && a->form != FORM_POINTS;
        bool words_second = b->form != FORM_PERCENT && b->form != FORM_POINTS;
        bool close = true;

        if (words_first == words_second || b->token - a->token > 8 || a->role != ROLE_SIZE ||
            !nearly(a->low, b->high)) {
            continue;
        }
        for (size_t k = a->token + 1; k < b->token; k++) {
            close &= !token_is(AT(k), IS_AND) || pc_says(AT(k), "or");
            close &= AT(k)->kind != TOKEN_WORD || AT(k)->is != 0;
        }
        if (!close) {
            continue;
        }
        if (words_first) {
            /* the figure takes the words' place */
            b->role = ROLE_SIZE;
            b->direction = a->direction;
            b->head = a->head == a->token ? a->token : a->head;
            b->source = a->source;
            b->base = a->base < b->base ? a->base : b->base;
            a->role = ROLE_MERGED;
        } else {
            b->role = ROLE_MERGED;
        }
    }
}

static bool same_words(MnText a, MnText b)
{
    return mn_same(a, b);
}

/* Whether one metric begins with the other: "burglary in Kelby" says more than "burglary". */
static bool says_more(MnText a, MnText b)
{
    MnText shorter = a.len < b.len ? a : b;
    MnText longer = a.len < b.len ? b : a;

    return shorter.len > 0 && mn_begins(longer, shorter) &&
           !mn_is_letter((unsigned char) longer.data[shorter.len]);
}

void pc_append(Context *context, const MnChange *change)
{
    MnChange *changes;

    if (context->failed) {
        return;
    }
    changes = mn_grow(context->arena, context->changes, sizeof(MnChange), context->count,
                      &context->capacity);
    if (changes == NULL) {
        context->failed = true;
        return;
    }
    context->changes = changes;
    changes[context->count++] = *change;
}

/* Whether the change says again what one of the last entries says. */
static bool is_restatement(Context *context, const MnChange *change, bool definite)
{
    size_t first = context->count > 12 ? context->count - 12 : 0;

    for (size_t i = context->count; i-- > first;) {
        MnChange *c = &context->changes[i];
        bool same_value = c->change == change->change;

        if (!same_value || (c->baseline.data != NULL && change->baseline.data != NULL &&
                            !same_words(c->baseline, change->baseline))) {
            continue;
        }
        if (same_words(c->metric, change->metric)) {
            return true;
        }
        /* "theft down 5% in Marsh End. The 5% fall in theft in Marsh End" */
        if (definite && i + 1 == context->count && c->metric.len != change->metric.len &&
            says_more(c->metric, change->metric)) {
            c->metric = c->metric.len < change->metric.len ? change->metric : c->metric;
            return true;
        }
    }
    return false;
}

/* ---- the shortest stretch ---- */

static MnSpan stretch(const Sentence *s, size_t first, size_t last)
{
    while (last > first && AT(last)->kind == TOKEN_STOP) {
        last--;
    }
    return (MnSpan){AT(first)->start, AT(last)->end - AT(first)->start};
}

static MnSpan matched(const Sentence *s, const Figure *f)
{
    size_t first = f->token;
    size_t last = f->token;
    const Figure *anchor = f;

    for (int steps = 0; anchor->head == NO_TOKEN && anchor->source != NO_TOKEN && steps < 8;
         steps++) {
        anchor = &s->figures[anchor->source];
    }
    if (f->source != NO_TOKEN && anchor->token + REACH < f->token) {
        anchor = f;
    }
    if (f->sign == 0 && anchor->head != NO_TOKEN) {
        first = anchor->head < first ? anchor->head : first;
        last = anchor->head > last ? anchor->head : last;
    } else if (f->head != NO_TOKEN && (f->head + 3 >= f->token && f->head <= f->token + 3)) {
        first = f->head < first ? f->head : first;
        last = f->head > last ? f->head : last;
    }
    if (f->partner != NO_TOKEN) {
        size_t other = s->figures[f->partner].token;

        first = other < first ? other : first;
        last = other > last ? other : last;
    }
    return stretch(s, first, last);
}

/* ---- one entry ---- */

static bool fill(const Sentence *s, const Figure *f, MnChange *change)
{
    int64_t low = f->low;
    int64_t high = f->high;
    int direction = f->direction;
    int64_t value;
    MnUnit unit = f->form == FORM_POINTS ? MN_PERCENTAGE_POINTS : MN_PERCENT;

    (void) s;
    memset(change, 0, sizeof(*change));
    if (f->sign < 0 && !f->arrow) {
        direction = -1;
    } else if (direction == 0) {
        direction = f->sign;
    }
    value = (low + high) / 2;
    if (direction < 0) {
        int64_t swap = -low;

        value = -value;
        low = -high;
        high = swap;
    }
    if (direction == 0 && value != 0) {
        return false;
    }
    if (mn_percent_change_pack(value, unit, &change->change) != MN_OK) {
        return false;
    }
    change->qualifier = f->qualifier;
    change->basis =
        f->form == FORM_PERCENT || f->form == FORM_POINTS ? MN_BASIS_STATED : MN_BASIS_RATIO_WORDS;
    if (f->is_range) {
        change->has_range = true;
        change->low = low;
        change->high = high;
        change->basis = MN_BASIS_MIDPOINT;
    }
    return true;
}

/* ---- lists of sizes for lists of subjects ---- */

/* Whether "respectively" stands behind the figures from `first` on. */
static bool is_respective(const Sentence *s, size_t first)
{
    for (size_t i = s->figures[first].token + 1;
         i < s->count && i < s->figures[first].token + REACH; i++) {
        if (pc_says(AT(i), "respectively")) {
            return true;
        }
    }
    return false;
}

/* The figures from `first` on that share one governor: 2% and 3%, by 3%, 4.2% and 11%. */
static size_t list_length(const Sentence *s, size_t first)
{
    size_t count = 1;

    while (first + count < s->figure_count) {
        const Figure *last = &s->figures[first + count - 1];
        const Figure *next = &s->figures[first + count];
        bool linked = true;

        bool own = next->head != NO_TOKEN && next->head > last->token && next->head < next->token &&
                   is_respective(s, first);

        if (next->role != ROLE_SIZE || next->token - last->token > 5 ||
            !(own || next->source == first + count - 1 ||
              (next->head != NO_TOKEN && next->head == last->head))) {
            break;
        }
        for (size_t k = last->token + 1; k < next->token; k++) {
            linked &= token_is(AT(k), IS_AND | IS_ARTICLE | IS_APPROXIMATE) ||
                      (own && k == next->head) || token_mark(AT(k), ',') || pc_says(AT(k), "by") ||
                      pc_says(AT(k), "of");
        }
        if (!linked) {
            break;
        }
        count++;
    }
    return count;
}

/* The parts of "A, B and C": their places in parts[], how many. */
static size_t conjuncts(MnText metric, MnText *parts, size_t most)
{
    size_t count = 0;
    size_t start = 0;
    size_t i = 0;
    int depth = 0;

    while (i <= metric.len) {
        MnText rest = {metric.data + i, metric.len - i};
        size_t gap = 0;

        if (i < metric.len) {
            depth += metric.data[i] == '(';
            depth -= metric.data[i] == ')';
        }
        if (depth <= 0) {
            if (mn_begins(rest, MN_TEXT(", and "))) {
                gap = 6;
            } else if (mn_begins(rest, MN_TEXT(" and "))) {
                gap = 5;
            } else if (mn_begins(rest, MN_TEXT(" & "))) {
                gap = 3;
            } else if (mn_begins(rest, MN_TEXT(", "))) {
                gap = 2;
            }
        }
        if (gap > 0 || i == metric.len) {
            if (count < most && i > start) {
                MnText part = mn_trim((MnText){metric.data + start, i - start});

                if (mn_begins(part, MN_TEXT("both "))) {
                    part = mn_trim((MnText){part.data + 5, part.len - 5});
                }
                if (mn_begins(part, MN_TEXT("the "))) {
                    part = mn_trim((MnText){part.data + 4, part.len - 4});
                }
                parts[count] = part;
            }
            count += i > start;
            i += gap > 0 ? gap : 1;
            start = i;
            continue;
        }
        i++;
    }
    return count;
}

#define MOST_PARTS 12

/* "both A and B", "A and B each": every one changed by the size. */
static bool is_each(const Sentence *s, const Figure *f)
{
    size_t first = f->token > 14 ? f->token - 14 : 0;

    for (size_t i = first; i < s->count && i < f->token + 4; i++) {
        if (AT(i)->kind == TOKEN_STOP || (i > f->token && AT(i)->kind == TOKEN_FIGURE)) {
            break;
        }
        if (pc_says(AT(i), "each") || (pc_says(AT(i), "both") && i < f->token)) {
            return !(pc_says(AT(i), "each") && i + 1 < s->count && token_is(AT(i + 1), IS_PERIOD));
        }
    }
    return false;
}

/* ---- a sentence ---- */

static void drop_unobserved(Sentence *s)
{
    for (size_t i = 0; i < s->figure_count; i++) {
        Figure *f = &s->figures[i];

        if (f->role == ROLE_SIZE) {
            bool inherited = f->source != NO_TOKEN && s->figures[f->source].role != ROLE_SIZE &&
                             s->figures[f->source].role != ROLE_MERGED;

            if (inherited || !pc_is_observed(s, f)) {
                f->role = ROLE_GOAL;
            }
        } else if (f->role == ROLE_TO && f->partner != NO_TOKEN) {
            /* the mover governs the pair */
            Figure probe = *f;
            size_t i0 =
                s->figures[f->partner].token > f->token ? s->figures[f->partner].token : f->token;
            size_t k = i0;

            for (int steps = 0; k > 0 && steps < REACH; steps++) {
                k--;
                if (is_mover(AT(k))) {
                    probe.head = k;
                    break;
                }
            }
            if (!pc_is_observed(s, &probe)) {
                f->role = ROLE_GOAL;
            } else {
                f->head = probe.head;
            }
        }
    }
}

/* "The 5% fall": one that was told before. */
static bool is_definite(const Sentence *s, const Figure *f)
{
    return f->base < f->token && (pc_says(AT(f->base), "the") || pc_says(AT(f->base), "this") ||
                                  pc_says(AT(f->base), "that"));
}

static void emit(Sentence *s, size_t index, MnText metric, Context *context)
{
    const Figure *f = &s->figures[index];
    MnChange change;

    if (f->role == ROLE_TO) {
        memset(&change, 0, sizeof(change));
        if (mn_percent_change_pack(difference(s, f), MN_PERCENTAGE_POINTS, &change.change) !=
            MN_OK) {
            return;
        }
        change.basis = MN_BASIS_FROM_LEVELS;
        change.has_from = change.has_to = true;
        change.from_level = s->figures[f->partner].low;
        change.to_level = f->low;
    } else if (!fill(s, f, &change)) {
        return;
    }
    change.metric = metric;
    change.matched = matched(s, f);
    change.baseline = pc_baseline(s, index, context->arena);
    if (!is_restatement(context, &change, is_definite(s, f))) {
        pc_append(context, &change);
    }
}

/* Whether between two figures no new subject is told. */
static bool is_same_subject(const Sentence *s, size_t a, size_t b)
{
    size_t from = s->figures[a].token;
    size_t to = s->figures[b].token;

    if (from > to) {
        size_t swap = from;

        from = to;
        to = swap;
    }
    if (to - from > 16) {
        return false;
    }
    for (size_t i = from + 1; i < to; i++) {
        if (token_is(AT(i), IS_CONTRAST) || token_is(AT(i), IS_AND) || AT(i)->kind == TOKEN_STOP) {
            return false;
        }
        if (AT(i)->kind == TOKEN_WORD && AT(i)->is == 0 && AT(i)->kind != TOKEN_FIGURE) {
            return false;
        }
    }
    return true;
}

/* A size and a pair of levels that tell one change: the pair gives way to the size. */
static size_t level_partner(const Sentence *s, size_t size)
{
    for (size_t k = size > 2 ? size - 2 : 0; k < s->figure_count && k <= size + 2; k++) {
        const Figure *to = &s->figures[k];

        if (k != size && to->role == ROLE_TO && to->partner != NO_TOKEN &&
            (is_same_subject(s, size, k) || is_same_subject(s, size, to->partner))) {
            return k;
        }
    }
    return NO_TOKEN;
}

static void emit_size(Sentence *s, size_t index, MnText metric, Context *context)
{
    const Figure *f = &s->figures[index];
    MnChange change;
    size_t levels = level_partner(s, index);

    if (!fill(s, f, &change)) {
        return;
    }
    if (levels != NO_TOKEN) {
        join_size_and_levels(s, &change, &s->figures[levels]);
        s->figures[levels].role = ROLE_MERGED;
    }
    change.metric = metric;
    change.matched = matched(s, f);
    change.baseline = pc_baseline(s, index, context->arena);
    if (!is_restatement(context, &change, is_definite(s, f))) {
        pc_append(context, &change);
    }
}

static void read_figure(Sentence *s, size_t *index, Context *context)
{
    size_t i = *index;
    size_t listed = list_length(s, i);
    MnText parts[MOST_PARTS];
    MnText metric;
    size_t count;

    if (!pc_subject(s, i, context, &metric)) {
        context->failed = true;
        return;
    }
    count = conjuncts(metric, parts, MOST_PARTS);
    if (listed > 1 && count != listed) {
        MnText last;

        /* "falls of 5% and 7% in theft and fraud": the subjects stand behind the last */
        if (!pc_subject(s, i + listed - 1, context, &last)) {
            context->failed = true;
            return;
        }
        if (conjuncts(last, parts, MOST_PARTS) == listed) {
            count = listed;
        } else {
            count = conjuncts(metric, parts, MOST_PARTS);
        }
    }
    if (listed > 1 && listed == count && count <= MOST_PARTS) {
        for (size_t k = 0; k < listed; k++) {
            emit_size(s, i + k, parts[k], context);
        }
        *index += listed - 1;
    } else if (listed == 1 && count > 1 && count <= MOST_PARTS && is_each(s, &s->figures[i])) {
        for (size_t k = 0; k < count; k++) {
            emit_size(s, i, parts[k], context);
        }
    } else {
        emit_size(s, i, metric, context);
    }
    if (metric.len > 0) {
        context->subject = metric;
    }
}

/* "Having fallen by 6% in 2022, sales rose by 3%": the first change's subject comes later in the sentence. */
static void take_later_subjects(Context *context, size_t first)
{
    for (size_t i = first; i + 1 < context->count; i++) {
        if (context->changes[i].metric.len == 0) {
            context->changes[i].metric = context->changes[i + 1].metric;
        }
    }
}

void pc_read_sentence(Sentence *s, Context *context)
{
    size_t first = context->count;

    pc_find_roles(s);
    merge_words_and_figures(s);
    find_pairs(s);
    drop_unobserved(s);
    for (size_t i = 0; i < s->figure_count && !context->failed; i++) {
        Figure *f = &s->figures[i];

        if (f->role == ROLE_SIZE) {
            read_figure(s, &i, context);
        } else if (f->role == ROLE_TO && f->partner != NO_TOKEN) {
            MnText metric;
            bool sized = false;

            /* a size that follows tells it */
            for (size_t k = i + 1; k < s->figure_count && k <= i + 2; k++) {
                sized |= s->figures[k].role == ROLE_SIZE && level_partner(s, k) == i;
            }
            if (sized) {
                continue;
            }
            if (!pc_subject(s, i, context, &metric)) {
                context->failed = true;
                return;
            }
            emit(s, i, metric, context);
            if (metric.len > 0) {
                context->subject = metric;
            }
        }
    }
    take_later_subjects(context, first);
}
