/*
 * test_percent_change.c - changes from text (tests/core/percent_changes.txt), their bits and their order.
 */
#include "percent_change.h"
#include "inputs.h"

/* Expected is the printed form, "bad" or "range". */
static void from_text(const char *shown, const char *input, const char *expected)
{
    TapArena arena = TAP_ARENA;
    MnPercentChange change = 0;
    MnPercentChange again = 1;
    MnProblem problem = {NULL, 0};
    char out[MN_PERCENT_CHANGE_MAX];
    MnStatus status = mn_percent_change_parse(tap_text(&arena, input), &change, &problem);

    if (status == MN_OK) {
        size_t len = mn_percent_change_format(change, out);

        OK(len == strlen(out) &&
               mn_percent_change_parse(tap_text(&arena, out), &again, NULL) == MN_OK &&
               again == change && mn_percent_change_is_valid(change),
           "'%s' comes back from its text", shown);
    } else {
        strcpy(out, status == MN_OUT_OF_RANGE ? "range" : "bad");
        OK(problem.detail != NULL && problem.at <= strlen(input), "'%s' is refused with a reason",
           shown);
    }
    if (!OK(strcmp(out, expected) == 0, "'%s' is %s", shown, expected)) {
        printf("#   got %s\n", out);
    }
    tap_free(&arena);
}

static void bits(void)
{
    MnPercentChange change = 0;

    for (int unit = 0; unit < 2; unit++) {
        static const int64_t values[] = {
            0, 1, -1, 5900000, -13800000, MN_PERCENT_LIMIT - 1, 1 - MN_PERCENT_LIMIT};

        for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
            OK(mn_percent_change_pack(values[i], (MnUnit) unit, &change) == MN_OK &&
                   mn_percent_change_millionths(change) == values[i] &&
                   mn_percent_change_unit(change) == (MnUnit) unit &&
                   mn_percent_change_is_valid(change),
               "value %zu of unit %d comes back", i, unit);
        }
        OK(mn_percent_change_pack(MN_PERCENT_LIMIT, (MnUnit) unit, &change) == MN_OUT_OF_RANGE &&
               mn_percent_change_pack(-MN_PERCENT_LIMIT, (MnUnit) unit, &change) == MN_OUT_OF_RANGE,
           "the limit itself is out of range in unit %d", unit);
    }
    OK(!mn_percent_change_is_valid(INT64_MAX) && !mn_percent_change_is_valid(INT64_MIN) &&
           !mn_percent_change_is_valid(2 * MN_PERCENT_LIMIT) &&
           !mn_percent_change_is_valid(-2 * MN_PERCENT_LIMIT + 1),
       "integers from outside that are none");
}

static void order(void)
{
    static const char *const sorted[] = {"-99999999999.999999%",
                                         "-2%",
                                         "-1%",
                                         "-1pp",
                                         "-0.000001pp",
                                         "0%",
                                         "0pp",
                                         "0.000001%",
                                         "1%",
                                         "1pp",
                                         "1.000001%",
                                         "99999999999.999999pp"};
    MnPercentChange previous = INT64_MIN;

    for (size_t i = 0; i < sizeof(sorted) / sizeof(sorted[0]); i++) {
        MnPercentChange change = INT64_MIN;

        mn_percent_change_parse((MnText){sorted[i], strlen(sorted[i])}, &change, NULL);
        OK(change > previous, "%s comes after the one before it", sorted[i]);
        previous = change;
    }
}

int main(void)
{
    each_input("percent_changes.txt", from_text);
    bits();
    order();
    return tap_done();
}
