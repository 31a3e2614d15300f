/*
 * fuzz_codes.c - the codes in any running text: in order, apart, and each read alike by itself.
 */
#include "agenda_code.h"
#include "fuzz.h"

static void fuzz_one(MnText text, MnArena *arena)
{
    MnAgendaCodeFound *found;
    size_t count;
    size_t from = 0;

    if (mn_agenda_codes(text, arena, &found, &count) != MN_OK) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        MnAgendaCode again;

        fuzz_span(text, found[i].matched);
        MUST(found[i].matched.start >= from);
        from = found[i].matched.start + found[i].matched.len;
        MUST(mn_agenda_code_parse(mn_slice(text, found[i].matched), &again, NULL) == MN_OK);
        MUST(again == found[i].code);
    }
}
