/*
 * decisions.c - minute_decisions(text): what a minute decides.
 */
#include "postgres.h"
#include "fmgr.h"
#include "utils/builtins.h"

#include "decisions.h"
#include "rows.h"
#include "server_text.h"

PG_FUNCTION_INFO_V1(minute_decisions);

/* minute_decisions(text): ordinal, outcome, matched, start_at, length of each decision. */
Datum minute_decisions(PG_FUNCTION_ARGS)
{
    MnDecision *decisions;
    size_t count;
    ServerArena arena;
    ServerText body;
    Rows rows;

    rows_begin(&rows, fcinfo);
    server_arena_init(&arena);
    server_text_of(&body, PG_GETARG_TEXT_PP(0));
    mn_minute_decisions(body.utf8, &arena.base, &decisions, &count);
    for (size_t i = 0; i < count; i++) {
        bool nulls[5] = {false};
        Datum values[5];
        int start_at;
        int length;

        values[0] = Int32GetDatum((int32) i + 1);
        values[1] = CStringGetTextDatum(mn_outcome_name(decisions[i].outcome));
        values[2] =
            PointerGetDatum(server_text_slice(&body, decisions[i].matched, &start_at, &length));
        values[3] = Int32GetDatum(start_at);
        values[4] = Int32GetDatum(length);
        rows_add(&rows, values, nulls);
    }
    return (Datum) 0;
}
