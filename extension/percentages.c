/*
 * percentages.c - percentage_changes(text): the changes that a text reports.
 */
#include "postgres.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "percentages.h"
#include "rows.h"
#include "server_text.h"

PG_FUNCTION_INFO_V1(percentage_changes);

/* The columns of a row, in order. */
enum {
    ORDINAL,
    METRIC,
    CHANGE,
    LOW,
    HIGH,
    BASELINE,
    BASIS,
    QUALIFIER,
    FROM_LEVEL,
    TO_LEVEL,
    MATCHED,
    START_AT,
    LENGTH,
    COLUMNS
};

/* Millionths as a numeric without trailing zeros. */
static Datum numeric_of(int64 millionths)
{
    return DirectFunctionCall1(numeric_trim_scale,
                               NumericGetDatum(int64_div_fast_to_numeric(millionths, 6)));
}

static void add_change(Rows *rows, ServerText *body, const MnChange *change, int ordinal)
{
    Datum values[COLUMNS] = {0};
    bool nulls[COLUMNS] = {false};
    const char *qualifier = mn_qualifier_name(change->qualifier);
    int start_at;
    int length;

    values[ORDINAL] = Int32GetDatum(ordinal);
    nulls[METRIC] = change->metric.len == 0;
    if (!nulls[METRIC]) {
        values[METRIC] = PointerGetDatum(server_text_from(change->metric));
    }
    values[CHANGE] = Int64GetDatum(change->change);
    nulls[LOW] = nulls[HIGH] = !change->has_range;
    if (change->has_range) {
        values[LOW] = numeric_of(change->low);
        values[HIGH] = numeric_of(change->high);
    }
    nulls[BASELINE] = change->baseline.data == NULL;
    if (!nulls[BASELINE]) {
        values[BASELINE] = PointerGetDatum(server_text_from(change->baseline));
    }
    values[BASIS] = CStringGetTextDatum(mn_basis_name(change->basis));
    nulls[QUALIFIER] = qualifier == NULL;
    if (qualifier != NULL) {
        values[QUALIFIER] = CStringGetTextDatum(qualifier);
    }
    nulls[FROM_LEVEL] = !change->has_from;
    if (change->has_from) {
        values[FROM_LEVEL] = numeric_of(change->from_level);
    }
    nulls[TO_LEVEL] = !change->has_to;
    if (change->has_to) {
        values[TO_LEVEL] = numeric_of(change->to_level);
    }
    values[MATCHED] = PointerGetDatum(server_text_slice(body, change->matched, &start_at, &length));
    values[START_AT] = Int32GetDatum(start_at);
    values[LENGTH] = Int32GetDatum(length);
    rows_add(rows, values, nulls);
}

/*
 * percentage_changes(text): ordinal, metric, change, low, high, baseline, basis, qualifier, from_level, to_level, matched,
 * start_at, length of each change, in reading order of the figure.
 */
Datum percentage_changes(PG_FUNCTION_ARGS)
{
    MnChange *changes;
    size_t count;
    ServerArena arena;
    ServerText body;
    Rows rows;

    rows_begin(&rows, fcinfo);
    server_arena_init(&arena);
    server_text_of(&body, PG_GETARG_TEXT_PP(0));
    mn_percentage_changes(body.utf8, &arena.base, &changes, &count);
    for (size_t i = 0; i < count; i++) {
        add_change(&rows, &body, &changes[i], (int) i + 1);
    }
    return (Datum) 0;
}
