/*
 * segment_numbers.c - the numbers that items are printed with, as councils make them.
 */
#include <string.h>

#include "segment.h"
#include "texts.h"

/* ---- steps over text ---- */

static size_t digits_at(MnText text, size_t at, int *value)
{
    size_t end = at;

    *value = 0;
    while (end < text.len && end - at < 6 && mn_is_digit((unsigned char) text.data[end])) {
        *value = *value * 10 + (text.data[end++] - '0');
    }
    return end - at;
}

static size_t capitals_at(MnText text, size_t at)
{
    size_t end = at;

    while (end < text.len && text.data[end] >= 'A' && text.data[end] <= 'Z') {
        end++;
    }
    return end - at;
}

/* A code's letters: capitals, or small ones where a slash follows at once. */
static size_t prefix_at(MnText text, size_t at)
{
    size_t end = at;

    while (end < text.len && mn_is_letter((unsigned char) text.data[end])) {
        end++;
    }
    return end < text.len && text.data[end] == '/' ? end - at : capitals_at(text, at);
}

static size_t skip_blank(MnText text, size_t at)
{
    while (at < text.len) {
        size_t next = at;

        if (!mn_is_space(mn_next(text, &next))) {
            break;
        }
        at = next;
    }
    return at;
}

static size_t skip_slash(MnText text, size_t at)
{
    size_t next = at;

    return at < text.len && mn_is_slash(mn_next(text, &next)) ? next : at;
}

/* Whether a number may end at `at`: the end, white space, or a sign that sets it off. */
static bool ends_at(MnText text, size_t at)
{
    if (at >= text.len) {
        return true;
    }
    if (strchr(".:)],;|-", text.data[at]) != NULL) {
        return at + 1 >= text.len || !mn_is_digit((unsigned char) text.data[at + 1]);
    }
    {
        size_t next = at;

        return mn_is_space(mn_next(text, &next));
    }
}

/* Passes a full stop, bracket or colon, dashes and white space behind a number. */
static size_t pass_separators(MnText text, size_t at, bool *full_stop)
{
    if (at < text.len && strchr(".):]", text.data[at]) != NULL) {
        *full_stop = true;
        at++;
    }
    at = skip_blank(text, at);
    if (at < text.len) {
        size_t next = at;
        uint32_t c = mn_next(text, &next);

        if ((c == '-' || c == 0x2013 || c == 0x2014 || c == ':' || c == '|') &&
            skip_blank(text, next) > next) {
            at = skip_blank(text, next);
        }
    }
    return at;
}

static Number finish(MnText text, Number number, size_t start, size_t end)
{
    number.print = mn_trim((MnText){text.data + start, end - start});
    number.len = pass_separators(text, end, &number.full_stop);
    return number;
}

static const Number none = {.kind = NUMBER_NONE, .year = -1};

/* ---- the forms ---- */

bool number_is_prefix(MnText text)
{
    return text.len >= 1 && text.len <= 8 && capitals_at(text, 0) == text.len;
}

/* "SSP/67/25", "SSP 67/25", "*CSC/23/8"; and damaged "SSP/4724", "SSP/47-24", "SSP/472/4" is left alone. */
static Number code_at(MnText text, size_t start)
{
    Number number = {.kind = NUMBER_CODE, .year = -1};
    size_t letters = prefix_at(text, start);
    size_t at = start + letters;
    size_t digits;
    size_t sep;
    size_t year_digits;

    if (letters == 0 || letters > 8) {
        return none;
    }
    number.prefix = (MnText){text.data + start, letters};
    sep = skip_blank(text, skip_slash(text, skip_blank(text, at)));
    if (sep == at) {
        return none;
    }
    digits = digits_at(text, sep, &number.value);
    if (digits == 0) {
        return none;
    }
    at = sep + digits;
    if (digits >= 3 && digits <= 6 && ends_at(text, at) &&
        skip_slash(text, start + letters) > start + letters) {
        number.damaged = true;
        return finish(text, number, start, at);
    }
    if (digits > 4) {
        return none;
    }
    if (at < text.len && mn_is_letter((unsigned char) text.data[at])) {
        number.suffix = (char) mn_upper((unsigned char) text.data[at]);
        at++;
    }
    sep = skip_blank(text, at);
    sep = skip_blank(text, skip_slash(text, sep));
    if (skip_slash(text, skip_blank(text, at)) == skip_blank(text, at)) {
        /* "SSP/47-24", "SSP/47.24" */
        if (at + 2 < text.len && (text.data[at] == '-' || text.data[at] == '.') &&
            digits_at(text, at + 1, &number.year) == 2 && ends_at(text, at + 3) &&
            skip_slash(text, start + letters) > start + letters) {
            number.damaged = true;
            return finish(text, number, start, at + 3);
        }
        return none;
    }
    year_digits = digits_at(text, sep, &number.year);
    if (year_digits == 0 || year_digits > 4 || !ends_at(text, sep + year_digits)) {
        return none;
    }
    /* "BUDGET 2025/26" is a word and a municipal year */
    if (number.value >= 1990 && number.value <= 2099 &&
        (number.value + 1) % 100 == number.year % 100) {
        return none;
    }
    return finish(text, number, start, sep + year_digits);
}

/* "77/21", "12A/21", "23/165", "24/25/029", "C048/23", "FCO1-23/24", "66/E". */
static Number yeared_at(MnText text, size_t start)
{
    Number number = {.kind = NUMBER_YEARED, .year = -1};
    size_t letters = capitals_at(text, start);
    size_t at = start + letters;
    size_t digits;
    size_t second;
    int third;

    if (letters > 4) {
        return none;
    }
    number.prefix = (MnText){text.data + start, letters};
    digits = digits_at(text, at, &number.value);
    if (digits == 0 || digits > 4) {
        return none;
    }
    number.zero_padded = text.data[at] == '0';
    at += digits;
    if (at < text.len && text.data[at] == '-' && mn_is_digit((unsigned char) text.data[at + 1])) {
        int ignored;
        size_t more = digits_at(text, at + 1, &ignored);

        /* "FCO1-23/24": the number, then the municipal year */
        if (more != 2 || skip_slash(text, at + 3) == at + 3) {
            return none;
        }
        at = skip_slash(text, at + 3);
        if (digits_at(text, at, &number.year) != 2 || !ends_at(text, at + 2)) {
            return none;
        }
        return finish(text, number, start, at + 2);
    }
    if (at < text.len && mn_is_letter((unsigned char) text.data[at])) {
        number.suffix = (char) mn_upper((unsigned char) text.data[at++]);
    }
    second = skip_slash(text, at);
    if (second == at) {
        return none;
    }
    at = second;
    if (letters == 0 && at < text.len && text.data[at] >= 'A' && text.data[at] <= 'Z' &&
        ends_at(text, at + 1)) {
        number.kind = NUMBER_PLAIN;
        number.suffix = text.data[at];
        return finish(text, number, start, at + 1);
    }
    digits = digits_at(text, at, &number.year);
    if (digits == 0 || digits > 4) {
        return none;
    }
    at += digits;
    if (skip_slash(text, at) > at) {
        size_t last = skip_slash(text, at);

        digits = digits_at(text, last, &third);
        /* "24/25/029" and no date: a municipal year before the number */
        if (digits == 0 || digits > 4 || number.year != (number.value + 1) % 100 ||
            !ends_at(text, last + digits)) {
            return none;
        }
        number.year = number.value;
        number.value = third;
        return finish(text, number, start, last + digits);
    }
    if (!ends_at(text, at)) {
        return none;
    }
    /* "2024/25" is a municipal year */
    if (letters == 0 && number.value >= 1990 && number.value <= 2099 &&
        (number.value + 1) % 100 == number.year % 100) {
        return none;
    }
    return finish(text, number, start, at);
}

/* "54.", "173", "12A", "4bi", "3.a", "04", and dotted "21.44", "29.1". */
static Number plain_at(MnText text, size_t start)
{
    Number number = {.kind = NUMBER_PLAIN, .year = -1};
    size_t digits = digits_at(text, start, &number.value);
    size_t at = start + digits;

    if (digits == 0 || digits > 4) {
        return none;
    }
    number.zero_padded = text.data[start] == '0' && digits > 1;
    if (at + 1 < text.len && text.data[at] == '.' &&
        mn_is_digit((unsigned char) text.data[at + 1])) {
        size_t more = digits_at(text, at + 1, &number.part);

        at += 1 + more;
        number.kind = NUMBER_DOTTED;
        return more <= 3 && ends_at(text, at) ? finish(text, number, start, at) : none;
    }
    if (at + 1 < text.len && text.data[at] == '.' && text.data[at + 1] >= 'a' &&
        text.data[at + 1] <= 'z' && ends_at(text, at + 2)) {
        at++;
    }
    if (at < text.len && mn_is_letter((unsigned char) text.data[at])) {
        size_t letters = at;

        number.suffix = (char) mn_upper((unsigned char) text.data[at]);
        while (letters < text.len && mn_is_letter((unsigned char) text.data[letters])) {
            letters++;
        }
        if (letters - at > 3 || (letters - at > 1 && strchr("abcdefgh", text.data[at]) == NULL) ||
            text_is((MnText){text.data + at, letters - at}, "am") ||
            text_is((MnText){text.data + at, letters - at}, "pm") ||
            text_is((MnText){text.data + at, letters - at}, "st") ||
            text_is((MnText){text.data + at, letters - at}, "nd") ||
            text_is((MnText){text.data + at, letters - at}, "rd") ||
            text_is((MnText){text.data + at, letters - at}, "th")) {
            return none;
        }
        at = letters;
    } else if (at + 2 < text.len && text.data[at] == '(' &&
               mn_is_letter((unsigned char) text.data[at + 1]) && text.data[at + 2] == ')') {
        number.suffix = (char) mn_upper((unsigned char) text.data[at + 1]);
        at += 3;
    }
    if (!ends_at(text, at) || (at < text.len && (text.data[at] == ',' || text.data[at] == ';'))) {
        return none;
    }
    return finish(text, number, start, at);
}

/* "Minute No. 1210", "Item 7:", "Agenda Item 5", "MINUTE NUMBER 112/23". */
static Number worded_at(MnText text)
{
    static const char *const words[] = {"agenda item no.",
                                        "agenda item number",
                                        "agenda item no",
                                        "agenda item",
                                        "minute item no.",
                                        "minute item",
                                        "minute number",
                                        "minute no.",
                                        "minute no",
                                        "minute ref.",
                                        "minute ref",
                                        "min. no.",
                                        "min no.",
                                        "min no",
                                        "min.",
                                        "min",
                                        "item no.",
                                        "item no",
                                        "item number",
                                        "item",
                                        "minute",
                                        "eitem",
                                        "cofnod",
                                        "no.",
                                        NULL};
    size_t which;
    size_t at;
    Number inner;

    if (!text_begins_any(text, words, &which)) {
        return none;
    }
    at = strlen(words[which]);
    if (at < text.len && text.data[at] == ':') {
        at++;
    }
    at = skip_blank(text, at);
    inner = code_at(text, at);
    if (inner.kind == NUMBER_NONE) {
        inner = yeared_at(text, at);
    }
    if (inner.kind == NUMBER_NONE) {
        inner = plain_at(text, at);
        if (inner.kind == NUMBER_NONE) {
            return none;
        }
        inner.kind = NUMBER_WORDED;
    }
    return inner;
}

Number number_at(MnText text)
{
    size_t start = 0;
    Number number;

    if (text.len == 0) {
        return none;
    }
    if (text.data[0] == '*' || text.data[0] == '#') {
        start = skip_blank(text, 1);
    }
    number = worded_at(text);
    if (number.kind == NUMBER_NONE) {
        number = code_at(text, start);
    }
    if (number.kind == NUMBER_NONE) {
        number = yeared_at(text, start);
    }
    if (number.kind == NUMBER_NONE) {
        return plain_at(text, start);
    }
    if (start > 0) {
        number.print =
            (MnText){text.data, (size_t) (number.print.data - text.data) + number.print.len};
    }
    if (number.kind <= NUMBER_YEARED && number.len < text.len) {
        /* an agenda number behind the code: "C048/23   1." */
        Number agenda = plain_at(text, number.len);

        if (agenda.kind == NUMBER_PLAIN && agenda.full_stop && agenda.value < 100) {
            number.len = agenda.len;
        }
    }
    return number;
}

bool number_behind(MnText *title, Number *number)
{
    size_t open = title->len;
    MnText inner;
    Number found;

    if (title->len == 0 || title->data[title->len - 1] != ')') {
        return false;
    }
    while (open > 0 && title->data[open - 1] != '(') {
        open--;
    }
    if (open < 2) {
        return false;
    }
    inner = text_strip((MnText){title->data + open, title->len - open - 1}, ".");
    if (!text_begins(inner, "item") && !text_begins(inner, "agenda item") &&
        !text_begins(inner, "minute")) {
        return false;
    }
    found = number_at(inner);
    if (found.kind == NUMBER_NONE || found.len < inner.len) {
        return false;
    }
    *title = mn_trim(text_upto(*title, open - 1));
    if (number != NULL) {
        *number = found;
    }
    return true;
}

/* ---- what becomes of them ---- */

void number_set(Arena *arena, Item *item, const Number *number, MnText print)
{
    MnText bare = print;

    item->number = arena_text(arena, print);
    if (number->kind == NUMBER_PLAIN || number->kind == NUMBER_WORDED ||
        number->kind == NUMBER_DOTTED) {
        item->code = arena_text(arena, text_strip(bare, ".:)(*"));
        return;
    }
    while (bare.len > 0 && (bare.data[0] == '*' || bare.data[0] == '#' || bare.data[0] == ' ')) {
        bare = text_after(bare, 1);
    }
    if (!number->damaged && mn_agenda_code_parse(bare, &item->agenda_code, NULL) == MN_OK) {
        char canonical[MN_AGENDA_CODE_MAX];

        mn_agenda_code_format(item->agenda_code, canonical);
        item->has_agenda_code = true;
        item->code = arena_string(arena, canonical);
    }
}
