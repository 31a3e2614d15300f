/*
 * numbers.c - numbers as they stand in the bytes: signs, separators, decimals, what scanning did to them, money.
 */
#include "tokens.h"

#include <string.h>

/* The digit a byte stands for; scans confuse l, I and | with 1, O and o with 0. -1 for none. */
static int digit_of(unsigned char c, bool scanned)
{
    if (mn_is_digit(c)) {
        return c - '0';
    }
    if (!scanned) {
        return -1;
    }
    if (c == 'l' || c == 'I' || c == '|') {
        return 1;
    }
    return c == 'O' || c == 'o' ? 0 : -1;
}

static size_t skip_blanks(const Tokeniser *z, size_t at)
{
    for (;;) {
        unsigned char c = byte_at(z, at);

        if (c == ' ') {
            at++;
        } else if (c == 0xC2 && byte_at(z, at + 1) == 0xA0) {
            at += 2;
        } else {
            return at;
        }
    }
}

/* Whether a percent sign or its word follows at `at`, blanks aside. */
static bool percent_follows(const Tokeniser *z, size_t at)
{
    MnText rest;

    at = skip_blanks(z, at);
    if (at >= z->text.len) {
        return false;
    }
    rest = (MnText){z->text.data + at, z->text.len - at};
    return rest.data[0] == '%' || mn_begins(rest, MN_TEXT("\xEF\xBC\x85")) ||
           mn_begins(rest, MN_TEXT("per cent")) || mn_begins(rest, MN_TEXT("percent")) ||
           mn_begins(rest, MN_TEXT("per-cent"));
}

/* The length of a decimal point at `at`, 0 for none: . or the middle dot. */
static size_t point_len(const Tokeniser *z, size_t at)
{
    if (byte_at(z, at) == '.') {
        return 1;
    }
    return byte_at(z, at) == 0xC2 && byte_at(z, at + 1) == 0xB7 ? 2 : 0;
}

/* The fraction sign at `at` in millionths, 0 for none. */
static int64_t fraction_sign(const Tokeniser *z, size_t at)
{
    if (byte_at(z, at) == 0xC2) {
        switch (byte_at(z, at + 1)) {
        case 0xBC:
            return 250000;
        case 0xBD:
            return 500000;
        case 0xBE:
            return 750000;
        }
    }
    return 0;
}

/* Digits from *at: their value grows in *value, *digits counts them. */
static void read_digits(const Tokeniser *z, size_t *at, bool scanned, int64_t *value, int *digits)
{
    int digit;

    while ((digit = digit_of(byte_at(z, *at), scanned)) >= 0) {
        if (*digits < 12) {
            *value = *value * 10 + digit;
        }
        ++*digits;
        ++*at;
    }
}

/* The decimals from *at in millionths; digits past the sixth round. */
static int64_t read_decimals(const Tokeniser *z, size_t *at, bool scanned)
{
    int64_t value = 0;
    int64_t unit = 100000;
    int digit;
    bool rounded = false;

    while ((digit = digit_of(byte_at(z, *at), scanned)) >= 0) {
        if (unit > 0) {
            value += digit * unit;
            unit /= 10;
        } else if (!rounded) {
            value += digit >= 5;
            rounded = true;
        }
        ++*at;
    }
    return value;
}

/* A point with spaces round it inside a number, "4. 1%": where the decimals begin, 0 for none. */
static size_t loose_decimals(const Tokeniser *z, size_t at, int digits)
{
    size_t point = skip_blanks(z, at);
    size_t decimals;
    size_t end;

    if (digits == 0 || digits > 3 || byte_at(z, point) != '.') {
        return 0;
    }
    decimals = skip_blanks(z, point + 1);
    if (!mn_is_digit(byte_at(z, decimals)) || point - at > 1 || decimals - point > 2) {
        return 0;
    }
    end = decimals;
    while (mn_is_digit(byte_at(z, end))) {
        end++;
    }
    return end - decimals <= 2 && percent_follows(z, end) ? decimals : 0;
}

/* Whether the number at `at` opens its line as a list's number would ("4. 1% fall"). */
static bool opens_line(const Tokeniser *z, size_t at)
{
    return z->count == 0 || z->tokens[z->count - 1].kind == TOKEN_STOP || z->new_line ||
           pc_says(&z->tokens[z->count - 1], "item") || at == 0;
}

/*
 * Reads the number at `at` (its sign aside): the place behind it, `at` where there is none. *value is in
 * millionths, -1 for one that is too large.
 */
static size_t number_end(const Tokeniser *z, size_t at, bool scanned, int64_t *value,
                         bool *has_point)
{
    size_t end = at;
    size_t decimals;
    int64_t whole = 0;
    int64_t part = 0;
    int digits = 0;

    read_digits(z, &end, scanned, &whole, &digits);
    while (digits > 0 && byte_at(z, end) == ',' && digit_of(byte_at(z, end + 1), scanned) >= 0) {
        size_t group = end + 1;

        while (digit_of(byte_at(z, group), scanned) >= 0) {
            group++;
        }
        if (group - end - 1 == 3) {
            end++;
            read_digits(z, &end, scanned, &whole, &digits);
        } else if (group - end - 1 <= 2 && percent_follows(z, group)) {
            end++;
            part = read_decimals(z, &end, scanned); /* a decimal comma */
            *has_point = true;
            break;
        } else {
            break;
        }
    }
    if (!*has_point && point_len(z, end) > 0 &&
        digit_of(byte_at(z, end + point_len(z, end)), scanned) >= 0) {
        end += point_len(z, end);
        part = read_decimals(z, &end, scanned);
        *has_point = true;
        digits = digits == 0 ? 1 : digits;
    } else if (!*has_point && !opens_line(z, at) &&
               (decimals = loose_decimals(z, end, digits)) > 0) {
        end = decimals;
        part = read_decimals(z, &end, scanned);
        *has_point = true;
    }
    if (!*has_point && fraction_sign(z, end) > 0) {
        part = fraction_sign(z, end);
        end += 2;
        digits = digits == 0 ? 1 : digits;
        *has_point = true;
    }
    if (digits == 0) {
        return at;
    }
    *value = digits > 11 ? -1 : whole * MN_PERCENT_SCALE + part;
    return end;
}

/* Whether a scan's number begins at `at`: l7.2%, 2O%, with a digit in it and a percent sign behind it. */
static bool is_scanned_number(const Tokeniser *z, size_t at)
{
    size_t end = at;
    bool has_digit = false;
    bool has_letter = false;

    while (end - at < 16 && (digit_of(byte_at(z, end), true) >= 0 ||
                             ((byte_at(z, end) == '.' || byte_at(z, end) == ',') && end > at))) {
        has_digit |= mn_is_digit(byte_at(z, end));
        has_letter |= digit_of(byte_at(z, end), true) >= 0 && !mn_is_digit(byte_at(z, end));
        end++;
    }
    return has_digit && has_letter && percent_follows(z, end);
}

/* Whether a sign at this place can belong to a number: behind white space, a bracket, a colon or at the start. */
static bool sign_may_stand(const Tokeniser *z, size_t at)
{
    unsigned char before;

    if (at == 0 || z->spaced || z->new_line) {
        return true;
    }
    before = byte_at(z, at - 1);
    return before == '(' || before == '[' || before == ':' || before == '|' || before == ',' ||
           before == '"' || before == '\'' || before == '=' || before == '/' || before == ';' ||
           (unsigned char) before >= 0x80;
}

/* The sign at `at`: -1 or +1 and the place behind it in *next, 0 for none. */
static int sign_at(const Tokeniser *z, size_t at, size_t *next)
{
    uint32_t c = peek(z, at, next);

    if (c == '+' || c == 0xFF0B) {
        return 1;
    }
    return mn_is_minus(c) || c == 0xFE63 || c == 0xFF0D ? -1 : 0;
}

/* What is glued to a number's end makes it a word ("12-month", "18th", "2019/20") unless it is a unit. */
static size_t glued_end(const Tokeniser *z, size_t start, size_t end)
{
    static const char *const units[] = {"pc", "pp", "ppt", "ppts", "percent", "per", "percentage"};
    size_t tail = end;

    if (byte_at(z, end) == '/' && mn_is_digit(byte_at(z, end + 1))) {
        tail = end + 1;
        while (mn_is_digit(byte_at(z, tail)) || byte_at(z, tail) == '/') {
            tail++;
        }
        return byte_at(z, tail) == '%' ? end : tail;
    }
    if (byte_at(z, end) == '-' && mn_is_letter(byte_at(z, end + 1))) {
        tail = pc_word_end(z, end + 1);
        return mn_begins((MnText){z->text.data + end + 1, z->text.len - end - 1}, MN_TEXT("per"))
                   ? end
                   : tail;
    }
    if (!mn_is_letter(byte_at(z, end))) {
        return end;
    }
    tail = pc_word_end(z, end);
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (mn_same((MnText){z->text.data + end, tail - end},
                    (MnText){units[i], strlen(units[i])})) {
            return end;
        }
    }
    if (byte_at(z, end) == 'p' && byte_at(z, end + 1) == '.') {
        return end;
    }
    (void) start;
    return tail;
}

/* A sign alone on its line, as a table flattened to one cell a line has it: where the next line's digits begin, else `at`. */
static size_t sign_line_end(const Tokeniser *z, size_t at)
{
    size_t end = skip_blanks(z, at);

    end += byte_at(z, end) == '\r';
    if (byte_at(z, end) != '\n') {
        return at;
    }
    end = skip_blanks(z, end + 1);
    return mn_is_digit(byte_at(z, end)) ? end : at;
}

/* A number with its sign at z->at; false where none begins there. */
bool pc_read_number(Tokeniser *z)
{
    size_t start = z->at;
    size_t at = start;
    size_t end;
    size_t tail;
    int sign = sign_at(z, start, &at);
    int64_t value = 0;
    bool has_point = false;
    bool scanned;
    Token *token;

    if (sign == 0) {
        at = start;
    } else {
        bool bracketed =
            z->count > 0 && z->tokens[z->count - 1].kind == TOKEN_MARK &&
            (z->tokens[z->count - 1].mark == '(' || z->tokens[z->count - 1].mark == '[');

        if (!sign_may_stand(z, start)) {
            return false;
        }
        if (bracketed) {
            at = skip_blanks(z, at);
        } else if ((z->new_line || start == 0) && sign_line_end(z, at) > at) {
            at = sign_line_end(z, at);
        }
    }
    scanned = is_scanned_number(z, at);
    end = number_end(z, at, scanned, &value, &has_point);
    if (end == at) {
        return false;
    }
    tail = glued_end(z, at, end);
    if (tail > end && sign == 0) {
        size_t letters = z->lower_len;

        pc_put_lower(z, start, tail);
        token = pc_add_token(z, TOKEN_WORD, start, tail);
        if (token != NULL) {
            token->word = z->lower + letters;
            token->word_len = (uint16_t) (tail - start > UINT16_MAX ? UINT16_MAX : tail - start);
            token->hyphen = true;
            pc_look_up(token);
            if (token->is == 0) {
                /* 12-month, 2019/20, 18th: a period as far as this grammar goes; 31k: a count */
                token->kind = mn_is_letter(byte_at(z, end)) && tail - end <= 2 &&
                                      byte_at(z, end) != 't' && byte_at(z, end) != 's' &&
                                      byte_at(z, end) != 'n' && byte_at(z, end) != 'r'
                                  ? TOKEN_NUMBER
                                  : TOKEN_WORD;
                token->is = IS_PERIOD;
            }
        }
        z->at = tail;
        return true;
    }
    token = pc_add_token(z, TOKEN_NUMBER, start, end);
    if (token != NULL) {
        token->number = value;
        token->sign = (int8_t) sign;
        token->has_point = has_point;
    }
    z->at = end;
    return true;
}

/* Pounds and what follows them: one token. */
bool pc_read_money(Tokeniser *z)
{
    size_t next;
    uint32_t c = peek(z, z->at, &next);
    int64_t value = 0;
    bool has_point = false;
    size_t end;

    if (c != 0xA3 && c != '$' && c != 0x20AC) {
        return false;
    }
    next = skip_blanks(z, next);
    end = number_end(z, next, false, &value, &has_point);
    if (end == next) {
        return false;
    }
    if (mn_is_letter(byte_at(z, end))) {
        end = pc_word_end(z, end);
    }
    pc_add_token(z, TOKEN_MONEY, z->at, end);
    z->at = end;
    return true;
}
