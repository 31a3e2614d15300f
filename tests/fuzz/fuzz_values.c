/*
 * fuzz_values.c - the three types from any text: what is taken comes back from its own print, what is refused says why.
 */
#include "agenda_code.h"
#include "percent_change.h"
#include "restriction.h"
#include "fuzz.h"

static void fuzz_one(MnText text, MnArena *arena)
{
    MnProblem problem = {NULL, 0};
    MnAgendaCode code;
    MnPercentChange change;
    MnRestriction grounds;

    (void) arena;
    if (mn_agenda_code_parse(text, &code, &problem) == MN_OK) {
        char out[MN_AGENDA_CODE_MAX];
        size_t len = mn_agenda_code_format(code, out);
        MnAgendaCode again;

        MUST(len < sizeof(out) && mn_agenda_code_is_valid(code));
        MUST(mn_agenda_code_parse((MnText){out, len}, &again, NULL) == MN_OK && again == code);
    } else {
        MUST(problem.detail != NULL && problem.at <= text.len);
    }
    problem = (MnProblem){NULL, 0};
    if (mn_percent_change_parse(text, &change, &problem) == MN_OK) {
        char out[MN_PERCENT_CHANGE_MAX];
        size_t len = mn_percent_change_format(change, out);
        MnPercentChange again;

        MUST(len < sizeof(out) && mn_percent_change_is_valid(change));
        MUST(mn_percent_change_parse((MnText){out, len}, &again, NULL) == MN_OK && again == change);
    } else {
        MUST(problem.detail != NULL && problem.at <= text.len);
    }
    problem = (MnProblem){NULL, 0};
    if (mn_restriction_parse(text, &grounds, &problem) == MN_OK) {
        char out[MN_RESTRICTION_MAX];
        size_t len = mn_restriction_format(grounds, out);
        MnRestriction again;

        MUST(len < sizeof(out) && (grounds & ~MN_RESTRICTION_ALL) == 0);
        MUST(mn_restriction_parse((MnText){out, len}, &again, NULL) == MN_OK && again == grounds);
    } else {
        MUST(problem.detail != NULL && problem.at <= text.len);
    }
}
