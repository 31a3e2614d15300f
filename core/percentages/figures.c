/*
 * figures.c - numbers with a percent unit, ranges, parts and multiples: each becomes one token of the sentence.
 */
#include "reading.h"

#include <string.h>

bool pc_says_all(const Sentence *s, size_t at, const char *words)
{
    while (*words != '\0') {
        const char *end = strchr(words, ' ');
        size_t len = end == NULL ? strlen(words) : (size_t) (end - words);

        if (at >= s->count || s->tokens[at].kind != TOKEN_WORD || s->tokens[at].word_len != len ||
            memcmp(s->tokens[at].word, words, len) != 0) {
            return false;
        }
        at++;
        words += len + (end != NULL);
    }
    return true;
}

/* A number's value and the tokens it takes. */
typedef struct Number {
    int64_t value; /* millionths */
    size_t end;    /* the token behind it */
    int8_t sign;
} Number;

/* The part of a hyphenated word before or behind its hyphen. */
static const Word *half_word(const Token *token, bool second)
{
    const char *hyphen = memchr(token->word, '-', token->word_len);
    size_t first_len;

    if (hyphen == NULL) {
        return NULL;
    }
    first_len = (size_t) (hyphen - token->word);
    return second ? pc_word(hyphen + 1, token->word_len - first_len - 1)
                  : pc_word(token->word, first_len);
}

/* "six", "twenty-three", "hundred": its number, -1 for another word. */
static int64_t number_word(const Token *token)
{
    const Word *tens;
    const Word *ones;

    if (token->kind != TOKEN_WORD) {
        return -1;
    }
    if (token->is & IS_NUMBER_WORD) {
        return token->value;
    }
    tens = half_word(token, false);
    ones = half_word(token, true);
    if (tens != NULL && ones != NULL && (tens->is & IS_NUMBER_WORD) &&
        (ones->is & IS_NUMBER_WORD) && tens->value >= 20 && ones->value < 10) {
        return tens->value + ones->value;
    }
    return -1;
}

/* The divisor of "third", "quarters"; 0 for another word. */
static int part_word(const Token *token)
{
    return token_is(token, IS_PART_WORD) ? token->value : 0;
}

/* "a half", "three quarters", "two-thirds", "half": the part in millionths
 * of a percent, its tokens' end in *end; 0 for none. */
static int64_t part_at(const Sentence *s, size_t at, size_t *end)
{
    const Token *token = &s->tokens[at];
    const Word *over;
    const Word *under;
    int64_t count;

    if (token->kind != TOKEN_WORD) {
        return 0;
    }
    over = half_word(token, false);
    under = half_word(token, true);
    if (over != NULL && under != NULL && (over->is & IS_NUMBER_WORD) &&
        (under->is & IS_PART_WORD) && over->value < under->value) {
        *end = at + 1;
        return (over->value * 100 * MN_PERCENT_SCALE + under->value / 2) / under->value;
    }
    if (part_word(token) == 2) {
        if (at + 1 < s->count &&
            (pc_says(&s->tokens[at + 1], "year") || pc_says(&s->tokens[at + 1], "term") ||
             pc_says(&s->tokens[at + 1], "hour"))) {
            return 0;
        }
        *end = at + 1;
        return 50 * MN_PERCENT_SCALE;
    }
    if (at + 1 >= s->count || part_word(&s->tokens[at + 1]) == 0) {
        return 0;
    }
    count = pc_says(token, "a") || pc_says(token, "an") ? 1 : number_word(token);
    if (count < 1 || count >= part_word(&s->tokens[at + 1])) {
        return 0;
    }
    *end = at + 2;
    return (count * 100 * MN_PERCENT_SCALE + part_word(&s->tokens[at + 1]) / 2) /
           part_word(&s->tokens[at + 1]);
}

/* "and a half", "and three quarters" behind a number: added. */
static void add_part(const Sentence *s, Number *number)
{
    size_t end;
    int64_t part;

    if (number->end + 1 < s->count && pc_says(&s->tokens[number->end], "and")) {
        part = part_at(s, number->end + 1, &end);
        if (part > 0) {
            number->value += part / 100;
            number->end = end;
        }
    }
}

/* A number in figures or words at token `at`. */
static bool number_at(const Sentence *s, size_t at, Number *number)
{
    const Token *token = &s->tokens[at];
    int64_t value;

    if (token->kind == TOKEN_NUMBER && token->is == 0) {
        if (token->number < 0) {
            return false; /* too large for a change */
        }
        *number = (Number){token->number, at + 1, token->sign};
        add_part(s, number);
        return true;
    }
    value = number_word(token);
    if (value < 0 && (pc_says(token, "a") || pc_says(token, "an")) && at + 1 < s->count &&
        number_word(&s->tokens[at + 1]) == 100) {
        at++;
        value = 100;
    }
    if (value < 0) {
        return false;
    }
    at++;
    while (at < s->count) {
        int64_t more = number_word(&s->tokens[at]);

        if (value < 20 && value > 0 && (more == 100 || more == 1000)) {
            value *= more;
            at++;
        } else if (value >= 20 && value < 100 && value % 10 == 0 && more > 0 && more < 10) {
            value += more;
            at++;
        } else if (value >= 100 && pc_says(&s->tokens[at], "and") && at + 1 < s->count &&
                   number_word(&s->tokens[at + 1]) > 0 && number_word(&s->tokens[at + 1]) < 100) {
            value += number_word(&s->tokens[at + 1]);
            at += 2;
        } else {
            break;
        }
    }
    *number = (Number){value * MN_PERCENT_SCALE, at, 0};
    if (at + 1 < s->count && pc_says(&s->tokens[at], "point") &&
        number_word(&s->tokens[at + 1]) >= 0) {
        int64_t unit = MN_PERCENT_SCALE / 10;

        for (at++; at < s->count && unit > 0; at++, unit /= 10) {
            int64_t digit = number_word(&s->tokens[at]);

            if (digit < 0 || digit > 9) {
                break;
            }
            number->value += digit * unit;
        }
        number->end = at;
    }
    add_part(s, number);
    return true;
}

static bool says_any(const Sentence *s, size_t at, const char *const *words, size_t count)
{
    for (size_t i = 0; at < s->count && i < count; i++) {
        if (pc_says(&s->tokens[at], words[i])) {
            return true;
        }
    }
    return false;
}

static bool is_points(const Sentence *s, size_t at)
{
    static const char *const words[] = {"point", "points", "pt", "pts", "p.p"};

    return says_any(s, at, words, sizeof(words) / sizeof(words[0]));
}

/* The percent unit at token `at`: how many tokens it takes, 0 for none; *points says which of the two it is. */
static size_t unit_at(const Sentence *s, size_t at, bool *points)
{
    static const char *const percent[] = {"percent", "per-cent", "pc", "y-cant"};
    static const char *const whole_points[] = {
        "pp", "pps", "ppt", "ppts", "percentage-point", "percentage-points", "p.p"};
    size_t taken = 0;

    *points = false;
    if (at >= s->count) {
        return 0;
    }
    if (s->tokens[at].kind == TOKEN_PERCENT) {
        taken = 1;
    } else if (pc_says_all(s, at, "per cent") || pc_says_all(s, at, "y cant")) {
        taken = 2;
    } else if (says_any(s, at, percent, sizeof(percent) / sizeof(percent[0]))) {
        taken = 1;
    } else if (says_any(s, at, whole_points, sizeof(whole_points) / sizeof(whole_points[0]))) {
        *points = true;
        return 1;
    } else if (pc_says(&s->tokens[at], "percentage") && is_points(s, at + 1)) {
        *points = true;
        return 2;
    } else if (pc_says_all(s, at, "pwynt canran")) {
        *points = true;
        return 2;
    }
    if (taken > 0) {
        size_t next = at + taken;

        if (next + 1 < s->count && token_mark(&s->tokens[next], '-') && !s->tokens[next].spaced) {
            next++;
        }
        if (is_points(s, next)) {
            *points = true;
            return next + 1 - at;
        }
    }
    return taken;
}

/* "of a", "a" between a part and its unit: "half a per cent", "a quarter of a percentage point". */
static size_t skip_of_a(const Sentence *s, size_t at)
{
    if (pc_says_all(s, at, "of a") || pc_says_all(s, at, "of one")) {
        return at + 2;
    }
    return at < s->count && pc_says(&s->tokens[at], "a") ? at + 1 : at;
}

/* Whether a mark or word at `at` joins two ends of a range. */
static bool is_range_link(const Sentence *s, size_t at, bool between)
{
    const Token *token = &s->tokens[at];

    return token_mark(token, '-') || token_mark(token, '_') || pc_says(token, "to") ||
           pc_says(token, "or") || (between && pc_says(token, "and"));
}

/* What the tokens before `at` say of the sign: an arrow, "minus", "plus". *first moves onto them. */
static void sign_before(const Sentence *s, size_t *first, Figure *figure)
{
    const Token *before;

    if (*first == 0) {
        return;
    }
    before = &s->tokens[*first - 1];
    if (before->kind == TOKEN_ARROW) {
        figure->sign = before->direction;
        figure->arrow = true;
    } else if (pc_says(before, "minus") && *first > 2 && pc_says(&s->tokens[*first - 2], "or") &&
               pc_says(&s->tokens[*first - 3], "plus")) {
        figure->tolerance = true;
    } else if (pc_says(before, "minus")) {
        figure->sign = -1;
    } else if (pc_says(before, "plus") &&
               (*first < 2 || s->tokens[*first - 2].kind != TOKEN_FIGURE)) {
        figure->sign = 1;
    } else if (token_mark(before, '~') ||
               (pc_says(before, "or") && *first >= 2 && pc_says(&s->tokens[*first - 2], "plus"))) {
        figure->tolerance = true;
    } else {
        return;
    }
    --*first;
}

/* Whether the two percentages at both sides of "to" are a range, not a size and the level reached. */
static bool is_worded_range(const Sentence *s, size_t before, size_t behind, int64_t low,
                            int64_t high)
{
    const Token *token = before == NO_TOKEN ? NULL : &s->tokens[before];

    if (behind < s->count && token_is(&s->tokens[behind], IS_CHANGE_NOUN)) {
        return true;
    }
    return token != NULL && pc_says(token, "of") && high > low && high <= 4 * low;
}

typedef struct Found {
    Figure figure;
    size_t first; /* tokens [first, end) */
    size_t end;
} Found;

/* The second number of a range that begins with `low`, whose unit (if any) ends before token `at`. */
static bool range_at(const Sentence *s, size_t first, size_t at, bool low_has_unit,
                     const Number *low, Found *found)
{
    const Token *before = first > 0 ? &s->tokens[first - 1] : NULL;
    bool between = before != NULL && (pc_says(before, "between") || pc_says(before, "from"));
    bool from = before != NULL && pc_says(before, "from");
    bool points;
    Number high;
    size_t unit;

    if (at + 1 >= s->count || !is_range_link(s, at, between) || !number_at(s, at + 1, &high)) {
        return false;
    }
    unit = unit_at(s, high.end, &points);
    if (unit == 0) {
        return false;
    }
    if (from && !token_mark(&s->tokens[at], '-')) {
        return false;
    }
    if (low_has_unit && pc_says(&s->tokens[at], "to") && !between &&
        !is_worded_range(s, before == NULL ? NO_TOKEN : first - 1, high.end + unit, low->value,
                         high.value)) {
        return false;
    }
    if (!low_has_unit && low->value > high.value) {
        return false; /* "in 2021 to 14%" */
    }
    if (low_has_unit && pc_says(&s->tokens[at], "or")) {
        return false;
    }
    found->figure.form = points ? FORM_POINTS : FORM_PERCENT;
    found->figure.is_range = true;
    found->figure.sign = low->sign;
    found->figure.low = low->value < high.value ? low->value : high.value;
    found->figure.high = low->value < high.value ? high.value : low->value;
    found->end = high.end + unit;
    return true;
}

/* "to 36%" behind a bare number after "from": the bare number is a percentage too. */
static bool is_bare_level(const Sentence *s, size_t first, size_t end)
{
    Number high;
    bool points;

    return first > 0 && pc_says(&s->tokens[first - 1], "from") && end + 1 < s->count &&
           pc_says(&s->tokens[end], "to") && number_at(s, end + 1, &high) &&
           unit_at(s, high.end, &points) > 0;
}

/* "36" in "from 31 per cent to 36": the unit carries over. */
static bool is_bare_second_level(const Sentence *s, size_t first)
{
    const Figure *last = s->figure_count > 0 ? &s->figures[s->figure_count - 1] : NULL;

    return last != NULL && last->from_before && last->form == FORM_PERCENT &&
           last->raw_end + 1 == first && pc_says(&s->tokens[first - 1], "to");
}

/* A number or range with its unit at token `at`. */
static bool percent_at(const Sentence *s, size_t at, Found *found)
{
    Number number;
    size_t unit;
    bool points;
    size_t end;
    int64_t part;

    memset(found, 0, sizeof(*found));
    found->first = at;
    /* half a percentage point; a percentage point; a quarter of a per cent */
    part = part_at(s, at, &end);
    if (part > 0) {
        unit = unit_at(s, skip_of_a(s, end), &points);
        if (unit > 0) {
            found->figure.low = found->figure.high = part / 100;
            found->figure.form = points ? FORM_POINTS : FORM_PERCENT;
            found->end = skip_of_a(s, end) + unit;
            return true;
        }
    }
    if (pc_says(&s->tokens[at], "a") && unit_at(s, at + 1, &points) > 0 && points) {
        found->figure.low = found->figure.high = MN_PERCENT_SCALE;
        found->figure.form = FORM_POINTS;
        found->end = at + 1 + unit_at(s, at + 1, &points);
        return !(found->end < s->count && token_is(&s->tokens[found->end], IS_CHANGE_NOUN));
    }
    if (!number_at(s, at, &number)) {
        /* scanned: the sign before its number */
        if (s->tokens[at].kind == TOKEN_PERCENT && at + 1 < s->count &&
            s->tokens[at + 1].kind == TOKEN_NUMBER && s->tokens[at + 1].has_point &&
            s->tokens[at + 1].number >= 0 && unit_at(s, at + 2, &points) == 0) {
            found->figure.low = found->figure.high = s->tokens[at + 1].number;
            found->figure.sign = s->tokens[at + 1].sign;
            found->end = at + 2;
            return true;
        }
        return false;
    }
    unit = unit_at(s, number.end, &points);
    /* 0.5 of a percentage point */
    if (unit == 0 && skip_of_a(s, number.end) > number.end) {
        unit = unit_at(s, skip_of_a(s, number.end), &points);
        if (unit > 0) {
            number.end = skip_of_a(s, number.end);
        }
    }
    found->figure.sign = number.sign;
    found->figure.low = found->figure.high = number.value;
    found->figure.form = points ? FORM_POINTS : FORM_PERCENT;
    if (range_at(s, at, number.end + unit, unit > 0, &number, found)) {
        sign_before(s, &found->first, &found->figure);
        return true;
    }
    if (unit == 0) {
        if (!is_bare_level(s, at, number.end) && !is_bare_second_level(s, at)) {
            return false;
        }
    }
    found->end = number.end + unit;
    sign_before(s, &found->first, &found->figure);
    return true;
}

/* "threefold", "three-fold", "10-fold": the multiple in millionths, 0 for another word. */
static int64_t fold(const Token *token)
{
    size_t len = token->word_len;
    const Word *count;
    int64_t value = 0;

    if (token->kind != TOKEN_WORD) {
        return 0;
    }
    if (token->is & IS_MULTIPLE) {
        return token->value * MN_PERCENT_SCALE;
    }
    if (len < 6 || len > 20 || memcmp(token->word + len - 5, "-fold", 5) != 0) {
        return 0;
    }
    count = pc_word(token->word, len - 5);
    if (count != NULL && (count->is & IS_NUMBER_WORD)) {
        return count->value * MN_PERCENT_SCALE;
    }
    for (size_t i = 0, unit = 0; i < len - 5; i++) {
        if (token->word[i] == '.' && unit == 0 && i > 0) {
            unit = MN_PERCENT_SCALE;
            continue;
        }
        if (!mn_is_digit((unsigned char) token->word[i]) || i > 6) {
            return 0;
        }
        if (unit > 0) {
            unit /= 10;
            value += (token->word[i] - '0') * (int64_t) unit;
        } else {
            value = value * 10 + (token->word[i] - '0') * MN_PERCENT_SCALE;
        }
    }
    return value;
}

/* Words after "a third" that make it an ordinal: a third quarter, a fifth consecutive rise. */
static bool is_ordinal(const Sentence *s, size_t first, size_t end)
{
    static const char *const words[] = {"time",    "party", "successive",  "consecutive",
                                        "meeting", "phase", "anniversary", "term",
                                        "round",   "person"};

    if (end >= s->count || !pc_says(&s->tokens[first], "a") ||
        part_word(&s->tokens[end - 1]) == 2) {
        return false;
    }
    return token_is(&s->tokens[end], IS_PERIOD) || part_word(&s->tokens[end]) != 0 ||
           says_any(s, end, words, sizeof(words) / sizeof(words[0]));
}

/* Ratio words: halved, threefold, three times, a third. */
static bool ratio_at(const Sentence *s, size_t at, Found *found)
{
    const Token *token = &s->tokens[at];
    Number number;
    int64_t value;
    size_t end;

    memset(found, 0, sizeof(*found));
    found->first = at;
    found->end = at + 1;
    if (token_is(token, IS_RATIO_VERB)) {
        found->figure.form = FORM_RATIO;
        found->figure.direction = token->direction;
        found->figure.low = found->figure.high =
            (int64_t) (token->value < 0 ? -token->value : token->value) * MN_PERCENT_SCALE;
        return true;
    }
    value = fold(token);
    if (value == 0 && number_at(s, at, &number) && number.end < s->count &&
        pc_says(&s->tokens[number.end], "times")) {
        value = number.value;
        found->end = number.end + 1;
    }
    if (value == 0 && pc_says_all(s, at, "factor of") && at + 2 < s->count &&
        number_at(s, at + 2, &number)) {
        value = number.value;
        found->end = number.end;
    }
    if (value > MN_PERCENT_SCALE && value < 10000 * MN_PERCENT_SCALE) {
        found->figure.form = FORM_MULTIPLE;
        found->figure.low = found->figure.high = (value - MN_PERCENT_SCALE) * 100;
        return true;
    }
    value = part_at(s, at, &end);
    if (value > 0 && !is_ordinal(s, at, end)) {
        found->figure.form = FORM_PART;
        found->figure.low = found->figure.high = value;
        found->end = end;
        return true;
    }
    return false;
}

static bool add_figure(Sentence *s, MnArena *arena, const Figure *figure)
{
    Figure *figures =
        mn_grow(arena, s->figures, sizeof(Figure), s->figure_count, &s->figure_capacity);

    if (figures == NULL) {
        return false;
    }
    s->figures = figures;
    figures[s->figure_count] = *figure;
    figures[s->figure_count].head = NO_TOKEN;
    figures[s->figure_count].partner = NO_TOKEN;
    figures[s->figure_count].source = NO_TOKEN;
    s->figure_count++;
    return true;
}

/* Most tokens begin no figure: only numbers, signs, number words, and "a" before them. */
static bool may_begin_figure(const Token *token)
{
    if (token->kind != TOKEN_WORD) {
        return token->kind == TOKEN_NUMBER || token->kind == TOKEN_PERCENT;
    }
    return token->hyphen ||
           (token->is &
            (IS_NUMBER_WORD | IS_PART_WORD | IS_RATIO_VERB | IS_MULTIPLE | IS_ARTICLE)) != 0 ||
           token->word[0] == 'f';
}

bool pc_find_figures(Sentence *s, MnArena *arena)
{
    Token *kept = mn_alloc(arena, (s->count + 1) * sizeof(Token));
    size_t count = 0;

    if (kept == NULL) {
        return false;
    }
    s->figure_count = 0;
    for (size_t i = 0; i < s->count;) {
        Found found;
        Token *token;

        if (!may_begin_figure(&s->tokens[i]) ||
            (!percent_at(s, i, &found) && !ratio_at(s, i, &found))) {
            kept[count++] = s->tokens[i++];
            continue;
        }
        count -= i - found.first; /* the sign before it belongs to it */
        token = &kept[count];
        *token = s->tokens[found.first];
        token->end = s->tokens[found.end - 1].end;
        token->kind = TOKEN_FIGURE;
        token->figure = (uint32_t) s->figure_count;
        token->is = 0;
        token->direction = 0;
        found.figure.token = count++;
        found.figure.raw_end = found.end;
        found.figure.from_before = found.first > 0 && pc_says(&s->tokens[found.first - 1], "from");
        /* An arrow behind it. */
        if (found.end < s->count && s->tokens[found.end].kind == TOKEN_ARROW &&
            found.figure.sign == 0) {
            found.figure.sign = s->tokens[found.end].direction;
            found.figure.arrow = true;
            token->end = s->tokens[found.end].end;
            found.end++;
        }
        if (!add_figure(s, arena, &found.figure)) {
            return false;
        }
        i = found.end;
    }
    s->tokens = kept;
    s->count = count;
    return true;
}
