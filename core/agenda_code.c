/*
 * agenda_code.c - see agenda_code.h.
 */
#include "agenda_code.h"

#define NO_CHARACTER 0xFFFFFFFFu

/* The radices below the prefix, so that the integers' order is prefix, year, number, suffix. */
#define SUFFIXES 27
#define NUMBERS 10000
#define YEARS 100
#define BELOW_PREFIX (INT64_C(1) * YEARS * NUMBERS * SUFFIXES)
#define PREFIX_LETTERS 8
#define PREFIXES INT64_C(282429536481) /* 27 to the power of 8 */

static const char not_a_prefix[] = "A prefix is 1 to 8 letters, followed by a slash or a space.";
static const char not_a_number[] = "A number of 1 to 4 digits is expected.";
static const char bad_number[] = "The number must be between 1 and 9999.";
static const char no_final_slash[] = "Exactly one slash is expected between number and year.";
static const char not_a_year[] = "A year of two digits or four is expected after the last slash.";
static const char bad_year[] = "The year must be between 2000 and 2099.";
static const char trailing[] = "Nothing may follow the year.";
static const char municipal[] = "Without a prefix this is a municipal year.";

/* White space within a code; a form feed is a control character like any other there. */
static bool is_blank(uint32_t c)
{
    return mn_is_space(c) && c != '\f';
}

/* The next character that is not invisible, fullwidth forms as ASCII; does not move. */
static inline uint32_t peek(MnText text, size_t *at, size_t *after)
{
    while (*at < text.len) {
        unsigned char byte = (unsigned char) text.data[*at];
        uint32_t c;

        if (byte < 0x80) {
            *after = *at + 1;
            return byte;
        }
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

/* Moves over white space and returns the character behind it. */
static inline uint32_t skip_blanks(MnText text, size_t *at, size_t *after)
{
    uint32_t c = peek(text, at, after);

    while (c != NO_CHARACTER && is_blank(c)) {
        *at = *after;
        c = peek(text, at, after);
    }
    return c;
}

static MnStatus refuse(MnStatus status, const char *detail, size_t at, MnProblem *problem)
{
    if (problem != NULL) {
        problem->detail = detail;
        problem->at = at;
    }
    return status;
}

/* Whether an unprefixed number before this year reads as a municipal year: 2021/22, 1996/97. */
static bool is_municipal_year(int number, int year)
{
    return number >= 1990 && number <= 2099 && (number + 1) % 100 == year % 100;
}

static inline MnAgendaCode pack(int64_t prefix, int number, int suffix, int year)
{
    return ((prefix * YEARS + (year - 2000)) * NUMBERS + number) * SUFFIXES + suffix;
}

MnStatus mn_agenda_code_parse(MnText text, MnAgendaCode *code, MnProblem *problem)
{
    size_t at = 0;
    size_t after;
    size_t number_at;
    size_t year_at;
    int64_t prefix = 0;
    int letters = 0;
    int digits = 0;
    int number = 0;
    int suffix = 0;
    int year = 0;
    uint32_t c = skip_blanks(text, &at, &after);

    while (c < 0x80 && mn_is_letter(c)) {
        if (++letters > PREFIX_LETTERS) {
            return refuse(MN_BAD_SYNTAX, not_a_prefix, at, problem);
        }
        prefix = prefix * 27 + (int64_t) (mn_upper(c) - 'A' + 1);
        at = after;
        c = peek(text, &at, &after);
    }
    if (letters > 0) {
        size_t prefix_end = at;

        for (int i = letters; i < PREFIX_LETTERS; i++) {
            prefix *= 27;
        }
        c = skip_blanks(text, &at, &after);
        if (mn_is_slash(c)) {
            at = after;
            c = skip_blanks(text, &at, &after);
        } else if (at == prefix_end) {
            return refuse(MN_BAD_SYNTAX, not_a_prefix, at, problem);
        }
    }

    number_at = at;
    while (mn_is_digit(c)) {
        if (++digits > 4) {
            return refuse(MN_BAD_SYNTAX, not_a_number, number_at, problem);
        }
        number = number * 10 + (int) (c - '0');
        at = after;
        c = peek(text, &at, &after);
    }
    if (digits == 0) {
        return refuse(MN_BAD_SYNTAX, not_a_number, number_at, problem);
    }
    if (number == 0) {
        return refuse(MN_OUT_OF_RANGE, bad_number, number_at, problem);
    }
    if (mn_is_letter(c)) {
        suffix = (int) (mn_upper(c) - 'A' + 1);
        at = after;
    }

    c = skip_blanks(text, &at, &after);
    if (!mn_is_slash(c)) {
        return refuse(MN_BAD_SYNTAX, no_final_slash, at, problem);
    }
    at = after;
    c = skip_blanks(text, &at, &after);
    year_at = at;
    for (digits = 0; mn_is_digit(c); digits++) {
        if (digits == 4) {
            return refuse(MN_BAD_SYNTAX, not_a_year, year_at, problem);
        }
        year = year * 10 + (int) (c - '0');
        at = after;
        c = peek(text, &at, &after);
    }
    if (digits != 2 && digits != 4) {
        return refuse(MN_BAD_SYNTAX, digits == 0 && mn_is_slash(c) ? no_final_slash : not_a_year,
                      year_at, problem);
    }
    if (digits == 2) {
        year += 2000;
    }
    if (skip_blanks(text, &at, &after) != NO_CHARACTER) {
        return refuse(MN_BAD_SYNTAX, trailing, at, problem);
    }
    if (year < 2000 || year > 2099) {
        return refuse(MN_OUT_OF_RANGE, bad_year, year_at, problem);
    }
    if (letters == 0 && is_municipal_year(number, year)) {
        return refuse(MN_BAD_SYNTAX, municipal, number_at, problem);
    }
    *code = pack(prefix, number, suffix, year);
    return MN_OK;
}

MnStatus mn_agenda_code_pack(const MnAgendaCodeParts *parts, MnAgendaCode *code, MnProblem *problem)
{
    int64_t prefix = 0;
    int length = 0;

    while (length < PREFIX_LETTERS && parts->prefix[length] != '\0') {
        uint32_t c = mn_upper((unsigned char) parts->prefix[length]);

        if (!mn_is_letter(c)) {
            return refuse(MN_OUT_OF_RANGE, "The prefix must be 1 to 8 letters of ASCII.",
                          (size_t) length, problem);
        }
        prefix = prefix * 27 + (int64_t) (c - 'A' + 1);
        length++;
    }
    for (int i = length; i < PREFIX_LETTERS; i++) {
        prefix *= 27;
    }
    if (parts->number < 1 || parts->number > 9999) {
        return refuse(MN_OUT_OF_RANGE, bad_number, 0, problem);
    }
    if (parts->suffix != '\0' && !mn_is_letter((unsigned char) parts->suffix)) {
        return refuse(MN_OUT_OF_RANGE, "The suffix must be one letter of ASCII.", 0, problem);
    }
    if (parts->year < 2000 || parts->year > 2099) {
        return refuse(MN_OUT_OF_RANGE, bad_year, 0, problem);
    }
    if (length == 0 && is_municipal_year(parts->number, parts->year)) {
        return refuse(MN_OUT_OF_RANGE, municipal, 0, problem);
    }
    *code =
        pack(prefix, parts->number,
             parts->suffix == '\0' ? 0 : (int) mn_upper((unsigned char) parts->suffix) - 'A' + 1,
             parts->year);
    return MN_OK;
}

void mn_agenda_code_unpack(MnAgendaCode code, MnAgendaCodeParts *parts)
{
    int64_t prefix = code / BELOW_PREFIX;
    uint32_t rest = (uint32_t) (code % BELOW_PREFIX);
    uint32_t suffix = rest % SUFFIXES;

    rest /= SUFFIXES;
    parts->suffix = suffix == 0 ? '\0' : (char) ('A' + suffix - 1);
    parts->number = (int) (rest % NUMBERS);
    parts->year = 2000 + (int) (rest / NUMBERS);
    for (int i = PREFIX_LETTERS - 1; i >= 0; i--) {
        int letter = (int) (prefix % 27);

        parts->prefix[i] = letter == 0 ? '\0' : (char) ('A' + letter - 1);
        prefix /= 27;
    }
    parts->prefix[PREFIX_LETTERS] = '\0';
}

bool mn_agenda_code_is_valid(int64_t value)
{
    MnAgendaCodeParts parts;
    MnAgendaCode again;

    if (value < 0 || value >= PREFIXES * BELOW_PREFIX) {
        return false;
    }
    /* Letters behind the prefix's end and a number of 0 come out otherwise when packed again. */
    mn_agenda_code_unpack(value, &parts);
    return mn_agenda_code_pack(&parts, &again, NULL) == MN_OK && again == value;
}

size_t mn_agenda_code_format(MnAgendaCode code, char out[MN_AGENDA_CODE_MAX])
{
    MnAgendaCodeParts parts;
    size_t len = 0;
    int scale = 1;

    mn_agenda_code_unpack(code, &parts);
    while (parts.prefix[len] != '\0') {
        out[len] = parts.prefix[len];
        len++;
    }
    if (len > 0) {
        out[len++] = '/';
    }
    while (parts.number / scale >= 10) {
        scale *= 10;
    }
    for (; scale > 0; scale /= 10) {
        out[len++] = (char) ('0' + parts.number / scale % 10);
    }
    if (parts.suffix != '\0') {
        out[len++] = parts.suffix;
    }
    out[len++] = '/';
    out[len++] = (char) ('0' + parts.year / 10 % 10);
    out[len++] = (char) ('0' + parts.year % 10);
    out[len] = '\0';
    return len;
}
