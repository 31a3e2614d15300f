/*
 * decisions.c - see decisions.h.
 */
#include "decisions.h"
#include "sentence.h"

MnStatus mn_minute_decisions(MnText text, MnArena *arena, MnDecision **decisions, size_t *count)
{
    size_t capacity = 0;
    size_t at = 0;
    MnSpan sentence;

    *decisions = NULL;
    *count = 0;
    while (mn_next_sentence(text, &at, &sentence)) {
        MnText words = mn_slice(text, sentence);

        for (int outcome = 0; outcome < MN_OUTCOMES; outcome++) {
            const char *name = mn_outcome_name((MnOutcome) outcome);
            size_t len = 0;

            while (name[len] != '\0') {
                len++;
            }
            if (mn_begins(words, (MnText){name, len})) {
                *decisions = mn_grow(arena, *decisions, sizeof(MnDecision), *count, &capacity);
                if (*decisions == NULL) {
                    return MN_NO_MEMORY;
                }
                (*decisions)[(*count)++] = (MnDecision){(MnOutcome) outcome, sentence};
            }
        }
    }
    return MN_OK;
}
