/*
 * percent_change.c - the type percent_change: a signed change in percent or percentage points, in 8 bytes.
 *
 * The integers' order is the changes' order, so comparing, hashing and sorting are the server's own for bigint.
 */
#include "postgres.h"
#include "fmgr.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "compat.h"
#include "percent_change.h"
#include "server_text.h"

PG_FUNCTION_INFO_V1(percent_change_in);
PG_FUNCTION_INFO_V1(percent_change_out);
PG_FUNCTION_INFO_V1(percent_change_recv);
PG_FUNCTION_INFO_V1(percent_change_send);
PG_FUNCTION_INFO_V1(percent_change_value);
PG_FUNCTION_INFO_V1(percent_change_float8);
PG_FUNCTION_INFO_V1(percent_change_unit);
PG_FUNCTION_INFO_V1(apply_change);
PG_FUNCTION_INFO_V1(compound_change_step);
PG_FUNCTION_INFO_V1(compound_change_combine);
PG_FUNCTION_INFO_V1(compound_change_final);

/* Decimals of a product of factors; far more than the six that are asked for in the end. */
#define PRODUCT_SCALE 1000

/* percent_change_in(cstring): 22P02 with what is wrong, 22003 where the value does not fit. */
Datum percent_change_in(PG_FUNCTION_ARGS)
{
    char *string = PG_GETARG_CSTRING(0);
    MnPercentChange change = 0;
    MnProblem problem = {NULL, 0};
    ServerText body;

    server_text_init(&body, string, strlen(string));
    switch (mn_percent_change_parse(body.utf8, &change, &problem)) {
    case MN_OK:
        break;
    case MN_OUT_OF_RANGE:
        ereturn(SOFT_ERRORS(fcinfo), (Datum) 0,
                (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
                 errmsg("value \"%s\" is out of range for type %s", string, "percent_change"),
                 errdetail("%s", problem.detail)));
    default:
        ereturn(SOFT_ERRORS(fcinfo), (Datum) 0,
                (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                 errmsg("invalid input syntax for type %s: \"%s\"", "percent_change", string),
                 errdetail("%s", problem.detail)));
    }
    PG_RETURN_INT64(change);
}

/* percent_change_out(percent_change): -13.8%, +5.9%, 0%, +3pp. */
Datum percent_change_out(PG_FUNCTION_ARGS)
{
    char *out = palloc(MN_PERCENT_CHANGE_MAX);

    mn_percent_change_format(PG_GETARG_INT64(0), out);
    PG_RETURN_CSTRING(out);
}

/* percent_change_recv(internal): the 8 bytes, refused where no text would give them. */
Datum percent_change_recv(PG_FUNCTION_ARGS)
{
    int64 value = pq_getmsgint64((StringInfo) PG_GETARG_POINTER(0));

    if (!mn_percent_change_is_valid(value)) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                        errmsg("invalid binary value for type %s", "percent_change")));
    }
    PG_RETURN_INT64(value);
}

/* percent_change_send(percent_change): the 8 bytes. */
Datum percent_change_send(PG_FUNCTION_ARGS)
{
    StringInfoData buffer;

    pq_begintypsend(&buffer);
    pq_sendint64(&buffer, PG_GETARG_INT64(0));
    PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* Millionths as a numeric without trailing zeros. */
static Datum numeric_of_millionths(int64 millionths)
{
    return DirectFunctionCall1(numeric_trim_scale,
                               NumericGetDatum(int64_div_fast_to_numeric(millionths, 6)));
}

/* percent_change_value(percent_change): numeric, 5.9 for +5.9% and +5.9pp alike. */
Datum percent_change_value(PG_FUNCTION_ARGS)
{
    PG_RETURN_DATUM(numeric_of_millionths(mn_percent_change_millionths(PG_GETARG_INT64(0))));
}

/* percent_change_float8(percent_change): the double nearest to the value. */
Datum percent_change_float8(PG_FUNCTION_ARGS)
{
    PG_RETURN_FLOAT8((float8) mn_percent_change_millionths(PG_GETARG_INT64(0)) / MN_PERCENT_SCALE);
}

/* percent_change_unit(percent_change): percent or percentage_points. */
Datum percent_change_unit(PG_FUNCTION_ARGS)
{
    PG_RETURN_TEXT_P(cstring_to_text(
        mn_percent_change_unit(PG_GETARG_INT64(0)) == MN_PERCENTAGE_POINTS ? "percentage_points"
                                                                           : "percent"));
}

/* The factor that a change multiplies its base with: 1.059 for +5.9%; exact. */
static Numeric factor_of(MnPercentChange change, const char *function)
{
    if (mn_percent_change_unit(change) == MN_PERCENTAGE_POINTS) {
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                 errmsg("%s takes changes in percent, not in percentage points", function),
                 errdetail("A change in percentage points is a difference of two percentages, "
                           "not a share of the base.")));
    }
    return int64_div_fast_to_numeric(100 * MN_PERCENT_SCALE + mn_percent_change_millionths(change),
                                     8);
}

/* apply_change(base numeric, percent_change): exact, with at least the base's decimals. */
Datum apply_change(PG_FUNCTION_ARGS)
{
    Numeric base = PG_GETARG_NUMERIC(0);
    Numeric factor = factor_of(PG_GETARG_INT64(1), "apply_change");
    Datum product =
        DirectFunctionCall2(numeric_mul, NumericGetDatum(base), NumericGetDatum(factor));
    int32 scale;

    if (numeric_is_nan(base) || numeric_is_inf(base)) {
        PG_RETURN_DATUM(product);
    }
    product = DirectFunctionCall1(numeric_trim_scale, product);
    scale = DatumGetInt32(DirectFunctionCall1(numeric_scale, NumericGetDatum(base)));
    if (DatumGetInt32(DirectFunctionCall1(numeric_scale, product)) < scale) {
        product = DirectFunctionCall2(numeric_round, product, Int32GetDatum(scale));
    }
    PG_RETURN_DATUM(product);
}

/* A product of factors, held to a scale that keeps time and memory of long series in bounds. */
static Datum multiply(Datum product, Datum factor)
{
    Datum result = DirectFunctionCall2(numeric_mul, product, factor);

    /* Only somebody who calls the aggregate's parts by hand brings these. */
    if (numeric_is_nan(DatumGetNumeric(result)) || numeric_is_inf(DatumGetNumeric(result))) {
        ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
                        errmsg("a product of changes must be a finite number")));
    }
    if (DatumGetInt32(DirectFunctionCall1(numeric_scale, result)) > PRODUCT_SCALE) {
        result = DirectFunctionCall2(numeric_round, result, Int32GetDatum(PRODUCT_SCALE));
    }
    return result;
}

/* compound_change_step(product numeric, percent_change): the product so far; NULL changes are passed over. */
Datum compound_change_step(PG_FUNCTION_ARGS)
{
    Datum factor;

    if (PG_ARGISNULL(1)) {
        if (PG_ARGISNULL(0)) {
            PG_RETURN_NULL();
        }
        PG_RETURN_DATUM(PG_GETARG_DATUM(0));
    }
    factor = NumericGetDatum(factor_of(PG_GETARG_INT64(1), "compound_change"));
    PG_RETURN_DATUM(PG_ARGISNULL(0) ? factor : multiply(PG_GETARG_DATUM(0), factor));
}

/* compound_change_combine(numeric, numeric): two workers' products as one. */
Datum compound_change_combine(PG_FUNCTION_ARGS)
{
    PG_RETURN_DATUM(multiply(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1)));
}

/*
 * compound_change_final(numeric): (product - 1) x 100 in percent, rounded half away from zero to 6 places; 22003 where
 * that does not fit.
 */
Datum compound_change_final(PG_FUNCTION_ARGS)
{
    /* 10^8 x (product - 1) is the value in millionths. */
    Datum hundred_million = NumericGetDatum(int64_to_numeric(INT64CONST(100000000)));
    Datum millionths = DirectFunctionCall2(
        numeric_round,
        DirectFunctionCall2(numeric_sub,
                            DirectFunctionCall2(numeric_mul, PG_GETARG_DATUM(0), hundred_million),
                            hundred_million),
        Int32GetDatum(0));
    Datum limit = NumericGetDatum(int64_to_numeric(MN_PERCENT_LIMIT));
    MnPercentChange change = 0;

    if (!DatumGetBool(
            DirectFunctionCall2(numeric_lt, DirectFunctionCall1(numeric_abs, millionths), limit)) ||
        mn_percent_change_pack(DatumGetInt64(DirectFunctionCall1(numeric_int8, millionths)),
                               MN_PERCENT, &change) != MN_OK) {
        ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
                        errmsg("the compound change is out of range for type %s", "percent_change"),
                        errdetail("The magnitude must be below 100000000000.")));
    }
    PG_RETURN_INT64(change);
}
