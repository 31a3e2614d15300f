/*
 * fuzz_percentages.c - the changes in any running text: stretches in the text, values in range, ranges the right way round.
 */
#include "percentages.h"
#include "fuzz.h"

static void fuzz_one(MnText text, MnArena *arena)
{
    MnChange *changes;
    size_t count;

    if (mn_percentage_changes(text, arena, &changes, &count) != MN_OK) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const MnChange *change = &changes[i];

        fuzz_span(text, change->matched);
        MUST(change->matched.len > 0);
        MUST(mn_percent_change_is_valid(change->change));
        MUST(mn_basis_name(change->basis) != NULL);
        MUST((change->qualifier == MN_QUALIFIER_NONE) ==
             (mn_qualifier_name(change->qualifier) == NULL));
        if (change->has_range) {
            int64_t value = mn_percent_change_millionths(change->change);

            MUST(change->low <= value && value <= change->high);
        }
    }
}
