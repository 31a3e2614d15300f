/*
 * test_restriction.c - sets of grounds: names, text, categories.
 */
#include "restriction.h"
#include "inputs.h"

/* Expected is the printed set, or bad. */
static void from_text(const char *shown, const char *input, const char *expected)
{
    TapArena arena = TAP_ARENA;
    MnRestriction grounds = 0;
    MnRestriction again = 1;
    MnProblem problem = {NULL, 0};
    char out[MN_RESTRICTION_MAX] = "bad";

    if (mn_restriction_parse(tap_text(&arena, input), &grounds, &problem) == MN_OK) {
        size_t len = mn_restriction_format(grounds, out);

        OK(len == strlen(out) &&
               mn_restriction_parse(tap_text(&arena, out), &again, NULL) == MN_OK &&
               again == grounds,
           "'%s' comes back from its text", shown);
    } else {
        OK(problem.detail != NULL && problem.at <= strlen(input), "'%s' is refused with a reason",
           shown);
    }
    if (!OK(strcmp(out, expected) == 0, "'%s' is %s", shown, expected)) {
        printf("#   got %s\n", out);
    }
    tap_free(&arena);
}

/* Stored bits keep their meaning for ever. */
static void vocabulary(void)
{
    static const char *const names[] = {"individual",
                                        "identity",
                                        "financial",
                                        "labour_relations",
                                        "legal_privilege",
                                        "notice_or_order",
                                        "crime_prevention",
                                        "confidential",
                                        "police_investigation",
                                        "embargoed_statistics",
                                        "victim",
                                        "intelligence",
                                        "unstated"};

    OK(sizeof(names) / sizeof(names[0]) == MN_GROUNDS, "thirteen grounds");
    for (int g = 0; g < MN_GROUNDS; g++) {
        MnRestriction grounds = 0;
        char set[64];

        snprintf(set, sizeof(set), "{%s}", names[g]);
        mn_restriction_parse((MnText){set, strlen(set)}, &grounds, NULL);
        OK(strcmp(mn_ground_name((MnGround) g), names[g]) == 0 && grounds == (uint32_t) 1 << g,
           "bit %d is %s", g, names[g]);
        OK(strcmp(mn_restriction_category(grounds), g == MN_IDENTITY ? "individual" : names[g]) ==
               0,
           "the category of %s", names[g]);
    }
    OK(mn_restriction_category(0) == NULL, "the empty set has no category");
    OK(strcmp(mn_restriction_category(MN_RESTRICTION_ALL & ~MN_GROUND_BIT(MN_INDIVIDUAL)),
              "individual") == 0,
       "identity comes second and is called individual");
    OK(strcmp(mn_restriction_category(MN_GROUND_BIT(MN_UNSTATED) | MN_GROUND_BIT(MN_VICTIM)),
              "victim") == 0,
       "the first in the vocabulary's order");
    OK(mn_ground_named(MN_TEXT("crime")) == MN_GROUNDS &&
           mn_ground_named(MN_TEXT("")) == MN_GROUNDS,
       "no ground of that name");
}

int main(void)
{
    char all[MN_RESTRICTION_MAX];

    each_input("restrictions.txt", from_text);
    vocabulary();
    OK(mn_restriction_format(MN_RESTRICTION_ALL, all) < MN_RESTRICTION_MAX, "all of them fit");
    return tap_done();
}
