/*
 * test_agenda_code.c - agenda codes by themselves (tests/core/agenda_codes.txt) and in running text
 * (tests/core/agenda_codes_in_text.txt); expected are canonical forms, - for none.
 */
#include "agenda_code.h"
#include "inputs.h"

static void whole(const char *shown, const char *input, const char *expected)
{
    TapArena arena = TAP_ARENA;
    MnAgendaCode code;
    MnAgendaCode again;
    MnAgendaCodeParts parts;
    MnProblem problem = {NULL, 0};
    char out[MN_AGENDA_CODE_MAX] = "-";
    MnStatus status = mn_agenda_code_parse(tap_text(&arena, input), &code, &problem);

    if (status == MN_OK) {
        size_t len = mn_agenda_code_format(code, out);

        mn_agenda_code_unpack(code, &parts);
        OK(len == strlen(out) && mn_agenda_code_is_valid(code) &&
               mn_agenda_code_pack(&parts, &again, NULL) == MN_OK && again == code &&
               mn_agenda_code_parse(tap_text(&arena, out), &again, NULL) == MN_OK && again == code,
           "%s comes back from its parts and from its text", shown);
    } else {
        OK(problem.detail != NULL && problem.at <= strlen(input), "%s is refused with a reason",
           shown);
    }
    if (!OK(strcmp(out, expected) == 0, "'%s' is %s", shown, expected)) {
        printf("#   got %s\n", out);
    }
    tap_free(&arena);
}

static void in_text(const char *shown, const char *input, const char *expected)
{
    TapArena arena = TAP_ARENA;
    MnAgendaCodeFound *found;
    size_t count;
    char got[2000] = "";
    MnText text = tap_text(&arena, input);

    mn_agenda_codes(text, &arena.base, &found, &count);
    for (size_t i = 0; i < count; i++) {
        char out[MN_AGENDA_CODE_MAX];

        mn_agenda_code_format(found[i].code, out);
        if (i > 0) {
            strcat(got, " ");
        }
        strcat(got, out);
        OK(found[i].matched.start + found[i].matched.len <= text.len,
           "'%s': the stretch lies in the text", shown);
    }
    if (!OK(strcmp(count == 0 ? "-" : got, expected) == 0, "in '%s': %s", shown, expected)) {
        printf("#   got %s\n", got);
    }
    tap_free(&arena);
}

/* Sorted as a clerk would: by prefix, year, number, suffix. */
static void order(void)
{
    static const char *const sorted[] = {
        "1/00",    "9999Z/99", "A/1/00",  "A/9/25",  "A/10/25", "A/10A/25",         "A/10B/25",
        "A/11/25", "A/1/26",   "AA/1/20", "AB/1/20", "B/1/20",  "ZZZZZZZZ/9999Z/99"};
    MnAgendaCode previous = -1;

    for (size_t i = 0; i < sizeof(sorted) / sizeof(sorted[0]); i++) {
        MnAgendaCode code = -1;

        mn_agenda_code_parse((MnText){sorted[i], strlen(sorted[i])}, &code, NULL);
        OK(code > previous, "%s comes after the one before it", sorted[i]);
        previous = code;
    }
}

static void from_outside(void)
{
    static const struct {
        MnAgendaCodeParts parts;
        const char *what;
    } refused[] = {
        {{"ABC", 0, 0, 2025}, "number 0"},
        {{"ABC", 10000, 0, 2025}, "number 10000"},
        {{"ABC", -1, 0, 2025}, "a negative number"},
        {{"ABC", 1, '1', 2025}, "a digit as suffix"},
        {{"ABC", 1, 0, 1999}, "year 1999"},
        {{"ABC", 1, 0, 2100}, "year 2100"},
        {{"A1", 1, 0, 2025}, "a digit in the prefix"},
        {{"A B", 1, 0, 2025}, "a space in the prefix"},
        {{"", 2021, 0, 2022}, "a municipal year"},
    };
    static const int64_t invalid[] = {-1, INT64_MIN, INT64_MAX, 0,
                                      INT64_C(282429536481) * 100 * 10000 * 27, 27,
                                      /* a letter behind a gap: the prefix " A" */
                                      INT64_C(387420489) * 100 * 10000 * 27 + 27};
    MnAgendaCode code;

    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        MnProblem problem = {NULL, 0};

        OK(mn_agenda_code_pack(&refused[i].parts, &code, &problem) == MN_OUT_OF_RANGE &&
               problem.detail != NULL,
           "%s is out of range", refused[i].what);
    }
    for (size_t i = 0; i < sizeof(invalid) / sizeof(invalid[0]); i++) {
        if (invalid[i] == 27) {
            OK(mn_agenda_code_is_valid(27), "1/00 is the smallest code");
        } else {
            OK(!mn_agenda_code_is_valid(invalid[i]), "integer %zu is no code", i);
        }
    }
}

/* Time is linear in the text: megabytes of what slows a careless scanner down. */
static void long_texts(void)
{
    static const char *const units[] = {"/",        "1/2",          "A/",  "A/1/",
                                        "SSP/1/25", "\xE2\x81\x84", " / ", "\xEF\xBC\x8F",
                                        "\xC2\xAD", "SSP ",         "1",   "1 /\xC2\xAD"};

    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        TapArena arena = TAP_ARENA;
        size_t unit = strlen(units[i]);
        size_t len = 1000000 / unit * unit;
        char *data = malloc(len);
        MnAgendaCodeFound *found;
        size_t count;

        for (size_t at = 0; at < len; at += unit) {
            memcpy(data + at, units[i], unit);
        }
        OK(mn_agenda_codes((MnText){data, len}, &arena.base, &found, &count) == MN_OK,
           "a megabyte of unit %zu is read", i);
        free(data);
        tap_free(&arena);
    }
}

int main(void)
{
    each_input("agenda_codes.txt", whole);
    each_input("agenda_codes_in_text.txt", in_text);
    order();
    from_outside();
    long_texts();
    return tap_done();
}
