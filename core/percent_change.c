/*
 * percent_change.c - see percent_change.h.
 */
#include "percent_change.h"

#define NO_CHARACTER 0xFFFFFFFFu
#define WHOLE_DIGITS 11
#define DECIMALS 6

static const char not_a_figure[] = "A number is expected, such as 5.9 or -13.8.";
static const char bad_grouping[] = "A comma may only stand before groups of three digits.";
static const char not_a_unit[] = "The unit must be %, per cent, pp, percentage points or nothing.";
static const char too_large[] = "The magnitude must be below 100000000000.";

MnStatus mn_percent_change_pack(int64_t millionths, MnUnit unit, MnPercentChange *change)
{
    if (millionths <= -MN_PERCENT_LIMIT || millionths >= MN_PERCENT_LIMIT) {
        return MN_OUT_OF_RANGE;
    }
    *change = millionths * 2 + (unit == MN_PERCENTAGE_POINTS);
    return MN_OK;
}

int64_t mn_percent_change_millionths(MnPercentChange change)
{
    return (change - mn_percent_change_unit(change)) / 2;
}

MnUnit mn_percent_change_unit(MnPercentChange change)
{
    return (uint64_t) change & 1 ? MN_PERCENTAGE_POINTS : MN_PERCENT;
}

bool mn_percent_change_is_valid(int64_t value)
{
    return value > -2 * MN_PERCENT_LIMIT + 1 && value < 2 * MN_PERCENT_LIMIT;
}

static MnStatus refuse(MnStatus status, const char *detail, size_t at, MnProblem *problem)
{
    if (problem != NULL) {
        problem->detail = detail;
        problem->at = at;
    }
    return status;
}

/* The character at `at`, fullwidth forms as ASCII, invisible ones passed over; does not move. */
static uint32_t peek(MnText text, size_t *at, size_t *after)
{
    while (*at < text.len) {
        uint32_t c;

        *after = *at;
        c = mn_next(text, after);
        if (!mn_is_invisible(c)) {
            return mn_narrow(c);
        }
        *at = *after;
    }
    *after = *at;
    return NO_CHARACTER;
}

static uint32_t skip_spaces(MnText text, size_t *at)
{
    size_t after;
    uint32_t c = peek(text, at, &after);

    while (c != NO_CHARACTER && mn_is_space(c)) {
        *at = after;
        c = peek(text, at, &after);
    }
    return c;
}

/* The digits before the point, thousands commas among them; their value, or a refusal. */
static MnStatus read_whole(MnText text, size_t *at, int64_t *whole, int *digits, MnProblem *problem)
{
    size_t start = *at;
    size_t after;
    int significant = 0;
    int since_comma = -1;
    uint32_t c;

    *whole = 0;
    *digits = 0;
    for (; (c = peek(text, at, &after)) == ',' || mn_is_digit(c); *at = after) {
        if (c == ',') {
            if (*digits == 0 || (since_comma < 0 ? *digits > 3 : since_comma != 3)) {
                return refuse(MN_BAD_SYNTAX, bad_grouping, *at, problem);
            }
            since_comma = 0;
            continue;
        }
        *digits += *digits < 4;
        since_comma += since_comma >= 0 && since_comma < 4;
        significant += (significant > 0 || c != '0') && significant <= WHOLE_DIGITS;
        if (significant <= WHOLE_DIGITS) {
            *whole = *whole * 10 + (int64_t) (c - '0');
        }
    }
    if (since_comma >= 0 && since_comma != 3) {
        return refuse(MN_BAD_SYNTAX, bad_grouping, *at, problem);
    }
    return significant > WHOLE_DIGITS ? refuse(MN_OUT_OF_RANGE, too_large, start, problem) : MN_OK;
}

/* The digits behind the point as millionths, the seventh rounding; returns how many there were. */
static int read_decimals(MnText text, size_t *at, int64_t *millionths)
{
    size_t after;
    int digits = 0;
    uint32_t c;

    *millionths = 0;
    for (; mn_is_digit(c = peek(text, at, &after)); *at = after) {
        if (digits < DECIMALS) {
            *millionths = *millionths * 10 + (int64_t) (c - '0');
        } else if (digits == DECIMALS) {
            *millionths += c >= '5';
        }
        digits += digits <= DECIMALS;
    }
    for (int i = digits; i < DECIMALS; i++) {
        *millionths *= 10;
    }
    return digits;
}

/* Moves over the word (ASCII, lower case) where the text goes on with it, in any case. */
static bool take(MnText text, size_t *at, const char *word)
{
    size_t probe = *at;

    for (; *word != '\0'; word++) {
        size_t after;
        uint32_t c = peek(text, &probe, &after);

        /* A space stands for white space of any kind and length. */
        if (*word == ' ') {
            if (!mn_is_space(c)) {
                return false;
            }
            skip_spaces(text, &probe);
            continue;
        }
        if (c >= 0x80 || mn_lower(c) != (uint32_t) *word) {
            return false;
        }
        probe = after;
    }
    *at = probe;
    return true;
}

static bool take_points(MnText text, size_t *at)
{
    return take(text, at, "points") || take(text, at, "point");
}

/* The unit up to the end of the text, nothing counting as percent. False where it is no unit. */
static bool read_unit(MnText text, size_t *at, MnUnit *unit)
{
    *unit = MN_PERCENT;
    if (skip_spaces(text, at) == NO_CHARACTER) {
        return true;
    }
    if (take(text, at, "percentage ") || take(text, at, "percentage-")) {
        *unit = MN_PERCENTAGE_POINTS;
        return take_points(text, at);
    }
    if (take(text, at, "p.p.") || take(text, at, "ppts") || take(text, at, "ppt") ||
        take(text, at, "pp")) {
        *unit = MN_PERCENTAGE_POINTS;
        return true;
    }
    if (take(text, at, "%") || take(text, at, "percent") || take(text, at, "per cent") ||
        take(text, at, "per-cent") || take(text, at, "pc")) {
        skip_spaces(text, at);
        if (take_points(text, at)) {
            *unit = MN_PERCENTAGE_POINTS;
        }
        return true;
    }
    return false;
}

MnStatus mn_percent_change_parse(MnText text, MnPercentChange *change, MnProblem *problem)
{
    size_t at = 0;
    size_t after;
    size_t figure_at;
    int64_t whole;
    int64_t millionths = 0;
    int whole_digits;
    int decimals = 0;
    bool negative;
    MnUnit unit;
    MnStatus status;
    uint32_t c = skip_spaces(text, &at);

    peek(text, &at, &after);
    negative = mn_is_minus(c);
    if (negative || c == '+') {
        at = after;
    }
    figure_at = at;
    if ((c = peek(text, &at, &after)) == ',') {
        return refuse(MN_BAD_SYNTAX, not_a_figure, at, problem);
    }
    status = read_whole(text, &at, &whole, &whole_digits, problem);
    if (status == MN_BAD_SYNTAX) {
        return status;
    }
    c = peek(text, &at, &after);
    if (c == '.') {
        at = after;
        decimals = read_decimals(text, &at, &millionths);
    }
    if (whole_digits == 0 && decimals == 0) {
        return refuse(MN_BAD_SYNTAX, not_a_figure, figure_at, problem);
    }
    if (!read_unit(text, &at, &unit) || skip_spaces(text, &at) != NO_CHARACTER) {
        return refuse(MN_BAD_SYNTAX, not_a_unit, at, problem);
    }
    if (status == MN_OUT_OF_RANGE) {
        return status;
    }
    millionths += whole * MN_PERCENT_SCALE;
    if (mn_percent_change_pack(negative ? -millionths : millionths, unit, change) != MN_OK) {
        return refuse(MN_OUT_OF_RANGE, too_large, figure_at, problem);
    }
    return MN_OK;
}

size_t mn_percent_change_format(MnPercentChange change, char out[MN_PERCENT_CHANGE_MAX])
{
    int64_t value = mn_percent_change_millionths(change);
    uint64_t magnitude = value < 0 ? (uint64_t) -value : (uint64_t) value;
    uint64_t whole = magnitude / MN_PERCENT_SCALE;
    uint64_t fraction = magnitude % MN_PERCENT_SCALE;
    char digits[20];
    size_t count = 0;
    size_t len = 0;

    if (value != 0) {
        out[len++] = value < 0 ? '-' : '+';
    }
    do {
        digits[count++] = (char) ('0' + whole % 10);
        whole /= 10;
    } while (whole > 0);
    while (count > 0) {
        out[len++] = digits[--count];
    }
    if (fraction > 0) {
        out[len++] = '.';
        for (uint64_t scale = MN_PERCENT_SCALE / 10; fraction > 0; scale /= 10) {
            out[len++] = (char) ('0' + fraction / scale);
            fraction %= scale;
        }
    }
    if (mn_percent_change_unit(change) == MN_PERCENTAGE_POINTS) {
        out[len++] = 'p';
        out[len++] = 'p';
    } else {
        out[len++] = '%';
    }
    out[len] = '\0';
    return len;
}
