/*
 * restriction.c - the type restriction: the set of grounds on which an item is kept from the public, as bits of 4 bytes.
 */
#include "postgres.h"
#include "fmgr.h"
#include "catalog/pg_type.h"
#include "libpq/pqformat.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "compat.h"
#include "nation_and_date.h"
#include "restriction.h"
#include "schedule_12a.h"
#include "server_text.h"

PG_FUNCTION_INFO_V1(restriction_in);
PG_FUNCTION_INFO_V1(restriction_out);
PG_FUNCTION_INFO_V1(restriction_recv);
PG_FUNCTION_INFO_V1(restriction_send);
PG_FUNCTION_INFO_V1(restriction_overlaps);
PG_FUNCTION_INFO_V1(restriction_contains);
PG_FUNCTION_INFO_V1(restriction_contained);
PG_FUNCTION_INFO_V1(restriction_union);
PG_FUNCTION_INFO_V1(restriction_grounds);
PG_FUNCTION_INFO_V1(restriction_category);
PG_FUNCTION_INFO_V1(statutory_paragraphs);
PG_FUNCTION_INFO_V1(paragraph_grounds);

/* restriction_in(cstring): 22P02 with what is wrong where the text is no set of grounds. */
Datum restriction_in(PG_FUNCTION_ARGS)
{
    char *string = PG_GETARG_CSTRING(0);
    MnRestriction grounds = 0;
    MnProblem problem = {NULL, 0};
    ServerText body;

    server_text_init(&body, string, strlen(string));
    if (mn_restriction_parse(body.utf8, &grounds, &problem) != MN_OK) {
        ereturn(SOFT_ERRORS(fcinfo), (Datum) 0,
                (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                 errmsg("invalid input syntax for type %s: \"%s\"", "restriction", string),
                 errdetail("%s", problem.detail)));
    }
    PG_RETURN_UINT32(grounds);
}

/* restriction_out(restriction): {crime_prevention,victim} in the vocabulary's order. */
Datum restriction_out(PG_FUNCTION_ARGS)
{
    char *out = palloc(MN_RESTRICTION_MAX);

    mn_restriction_format(PG_GETARG_UINT32(0), out);
    PG_RETURN_CSTRING(out);
}

/* restriction_recv(internal): the 4 bytes, refused where a bit stands for no ground. */
Datum restriction_recv(PG_FUNCTION_ARGS)
{
    uint32 grounds = pq_getmsgint((StringInfo) PG_GETARG_POINTER(0), sizeof(uint32));

    if (grounds & ~MN_RESTRICTION_ALL) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                        errmsg("invalid binary value for type %s", "restriction")));
    }
    PG_RETURN_UINT32(grounds);
}

/* restriction_send(restriction): the 4 bytes. */
Datum restriction_send(PG_FUNCTION_ARGS)
{
    StringInfoData buffer;

    pq_begintypsend(&buffer);
    pq_sendint32(&buffer, PG_GETARG_UINT32(0));
    PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* a && b: whether they share a ground. */
Datum restriction_overlaps(PG_FUNCTION_ARGS)
{
    PG_RETURN_BOOL((PG_GETARG_UINT32(0) & PG_GETARG_UINT32(1)) != 0);
}

/* a @> b: whether a has every ground of b. */
Datum restriction_contains(PG_FUNCTION_ARGS)
{
    PG_RETURN_BOOL((PG_GETARG_UINT32(1) & ~PG_GETARG_UINT32(0)) == 0);
}

/* a <@ b: whether b has every ground of a. */
Datum restriction_contained(PG_FUNCTION_ARGS)
{
    PG_RETURN_BOOL((PG_GETARG_UINT32(0) & ~PG_GETARG_UINT32(1)) == 0);
}

/* a | b: the grounds of either. */
Datum restriction_union(PG_FUNCTION_ARGS)
{
    PG_RETURN_UINT32(PG_GETARG_UINT32(0) | PG_GETARG_UINT32(1));
}

/* restriction_grounds(restriction): text[] in the vocabulary's order. */
Datum restriction_grounds(PG_FUNCTION_ARGS)
{
    MnRestriction grounds = PG_GETARG_UINT32(0);
    Datum names[MN_GROUNDS];
    int count = 0;

    for (int g = 0; g < MN_GROUNDS; g++) {
        if (grounds & MN_GROUND_BIT(g)) {
            names[count++] = CStringGetTextDatum(mn_ground_name((MnGround) g));
        }
    }
    PG_RETURN_ARRAYTYPE_P(construct_array(names, count, TEXTOID, -1, false, TYPALIGN_INT));
}

/* restriction_category(restriction): text, NULL for the empty set. */
Datum restriction_category(PG_FUNCTION_ARGS)
{
    const char *category = mn_restriction_category(PG_GETARG_UINT32(0));

    if (category == NULL) {
        PG_RETURN_NULL();
    }
    PG_RETURN_TEXT_P(cstring_to_text(category));
}

/* statutory_paragraphs(restriction, nation, on_date): int[], ascending. */
Datum statutory_paragraphs(PG_FUNCTION_ARGS)
{
    int paragraphs[MN_PARAGRAPHS_MAX];
    Datum numbers[MN_PARAGRAPHS_MAX];
    size_t count = mn_statutory_paragraphs(PG_GETARG_UINT32(0), nation_of(PG_GETARG_TEXT_PP(1)),
                                           day_of(PG_GETARG_DATEADT(2)), paragraphs);

    for (size_t i = 0; i < count; i++) {
        numbers[i] = Int32GetDatum(paragraphs[i]);
    }
    PG_RETURN_ARRAYTYPE_P(
        construct_array(numbers, (int) count, INT4OID, sizeof(int32), true, TYPALIGN_INT));
}

/* paragraph_grounds(paragraphs int[], nation, on_date): NULLs among the paragraphs are passed over. */
Datum paragraph_grounds(PG_FUNCTION_ARGS)
{
    ArrayType *array = PG_GETARG_ARRAYTYPE_P(0);
    MnNation nation = nation_of(PG_GETARG_TEXT_PP(1));
    MnDate on = day_of(PG_GETARG_DATEADT(2));
    MnRestriction grounds = 0;
    Datum *elements;
    bool *nulls;
    int count;

    deconstruct_array(array, INT4OID, sizeof(int32), true, TYPALIGN_INT, &elements, &nulls, &count);
    for (int i = 0; i < count; i++) {
        if (!nulls[i]) {
            int paragraph = DatumGetInt32(elements[i]);

            grounds |= mn_paragraph_grounds(&paragraph, 1, nation, on);
        }
    }
    PG_RETURN_UINT32(grounds);
}
