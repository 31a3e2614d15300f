/*
 * agenda_code.c - the type agenda_code: a code such as ABC/67/25 in 8 bytes.
 *
 * The integers' order is the codes' order, so comparing, hashing and sorting are the server's own for bigint.
 */
#include "postgres.h"
#include "fmgr.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "compat.h"
#include "agenda_code.h"
#include "rows.h"
#include "server_text.h"

PG_FUNCTION_INFO_V1(agenda_code_in);
PG_FUNCTION_INFO_V1(agenda_code_out);
PG_FUNCTION_INFO_V1(agenda_code_recv);
PG_FUNCTION_INFO_V1(agenda_code_send);
PG_FUNCTION_INFO_V1(agenda_code_prefix);
PG_FUNCTION_INFO_V1(agenda_code_number);
PG_FUNCTION_INFO_V1(agenda_code_suffix);
PG_FUNCTION_INFO_V1(agenda_code_year);
PG_FUNCTION_INFO_V1(agenda_code_municipal_year);
PG_FUNCTION_INFO_V1(make_agenda_code);
PG_FUNCTION_INFO_V1(try_agenda_code);
PG_FUNCTION_INFO_V1(agenda_codes);
PG_FUNCTION_INFO_V1(agenda_code_gaps);

/* agenda_code_in(cstring): 22P02 with what is wrong where the text is no code. */
Datum agenda_code_in(PG_FUNCTION_ARGS)
{
    char *string = PG_GETARG_CSTRING(0);
    MnAgendaCode code = 0;
    MnProblem problem = {NULL, 0};
    ServerText body;

    server_text_init(&body, string, strlen(string));
    if (mn_agenda_code_parse(body.utf8, &code, &problem) != MN_OK) {
        ereturn(SOFT_ERRORS(fcinfo), (Datum) 0,
                (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                 errmsg("invalid input syntax for type %s: \"%s\"", "agenda_code", string),
                 errdetail("%s", problem.detail)));
    }
    PG_RETURN_INT64(code);
}

/* agenda_code_out(agenda_code): the canonical form. */
Datum agenda_code_out(PG_FUNCTION_ARGS)
{
    char *out = palloc(MN_AGENDA_CODE_MAX);

    mn_agenda_code_format(PG_GETARG_INT64(0), out);
    PG_RETURN_CSTRING(out);
}

/* agenda_code_recv(internal): the 8 bytes, refused where no text would give them. */
Datum agenda_code_recv(PG_FUNCTION_ARGS)
{
    int64 value = pq_getmsgint64((StringInfo) PG_GETARG_POINTER(0));

    if (!mn_agenda_code_is_valid(value)) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                        errmsg("invalid binary value for type %s", "agenda_code")));
    }
    PG_RETURN_INT64(value);
}

/* agenda_code_send(agenda_code): the 8 bytes. */
Datum agenda_code_send(PG_FUNCTION_ARGS)
{
    StringInfoData buffer;

    pq_begintypsend(&buffer);
    pq_sendint64(&buffer, PG_GETARG_INT64(0));
    PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* agenda_code_prefix(agenda_code): text, NULL without one. */
Datum agenda_code_prefix(PG_FUNCTION_ARGS)
{
    MnAgendaCodeParts parts;

    mn_agenda_code_unpack(PG_GETARG_INT64(0), &parts);
    if (parts.prefix[0] == '\0') {
        PG_RETURN_NULL();
    }
    PG_RETURN_TEXT_P(cstring_to_text(parts.prefix));
}

/* agenda_code_number(agenda_code): 1 to 9999. */
Datum agenda_code_number(PG_FUNCTION_ARGS)
{
    MnAgendaCodeParts parts;

    mn_agenda_code_unpack(PG_GETARG_INT64(0), &parts);
    PG_RETURN_INT32(parts.number);
}

/* agenda_code_suffix(agenda_code): text of one letter, NULL without one. */
Datum agenda_code_suffix(PG_FUNCTION_ARGS)
{
    MnAgendaCodeParts parts;

    mn_agenda_code_unpack(PG_GETARG_INT64(0), &parts);
    if (parts.suffix == '\0') {
        PG_RETURN_NULL();
    }
    PG_RETURN_TEXT_P(cstring_to_text_with_len(&parts.suffix, 1));
}

/* agenda_code_year(agenda_code): the year in full in which the municipal year starts. */
Datum agenda_code_year(PG_FUNCTION_ARGS)
{
    MnAgendaCodeParts parts;

    mn_agenda_code_unpack(PG_GETARG_INT64(0), &parts);
    PG_RETURN_INT32(parts.year);
}

/* agenda_code_municipal_year(agenda_code): 2025/26. */
Datum agenda_code_municipal_year(PG_FUNCTION_ARGS)
{
    MnAgendaCodeParts parts;
    char out[16];

    mn_agenda_code_unpack(PG_GETARG_INT64(0), &parts);
    snprintf(out, sizeof(out), "%d/%02d", parts.year, (parts.year + 1) % 100);
    PG_RETURN_TEXT_P(cstring_to_text(out));
}

/*
 * make_agenda_code(prefix, number, year, suffix): NULL where number or year is; 22023 where a part is out of range.
 */
Datum make_agenda_code(PG_FUNCTION_ARGS)
{
    MnAgendaCodeParts parts = {"", 0, '\0', 0};
    MnProblem problem = {NULL, 0};
    MnAgendaCode code;
    const char *wrong = NULL;

    if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) {
        PG_RETURN_NULL();
    }
    parts.number = PG_GETARG_INT32(1);
    parts.year = PG_GETARG_INT32(2);
    if (!PG_ARGISNULL(0)) {
        text *prefix = PG_GETARG_TEXT_PP(0);
        size_t len = VARSIZE_ANY_EXHDR(prefix);

        if (len < sizeof(parts.prefix)) {
            memcpy(parts.prefix, VARDATA_ANY(prefix), len);
        } else {
            wrong = "The prefix must be 1 to 8 letters of ASCII.";
        }
    }
    if (!PG_ARGISNULL(3)) {
        text *suffix = PG_GETARG_TEXT_PP(3);

        if (VARSIZE_ANY_EXHDR(suffix) == 1) {
            parts.suffix = *VARDATA_ANY(suffix);
        } else if (VARSIZE_ANY_EXHDR(suffix) > 1) {
            wrong = "The suffix must be one letter of ASCII.";
        }
    }
    if (wrong == NULL && mn_agenda_code_pack(&parts, &code, &problem) != MN_OK) {
        wrong = problem.detail;
    }
    if (wrong != NULL) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg("these parts make no agenda code"), errdetail("%s", wrong)));
    }
    PG_RETURN_INT64(code);
}

/* try_agenda_code(text): NULL where the text is no code. */
Datum try_agenda_code(PG_FUNCTION_ARGS)
{
    MnAgendaCode code;
    ServerText body;

    server_text_of(&body, PG_GETARG_TEXT_PP(0));
    if (mn_agenda_code_parse(body.utf8, &code, NULL) != MN_OK) {
        PG_RETURN_NULL();
    }
    PG_RETURN_INT64(code);
}

/* agenda_codes(text): ordinal, code, matched, start_at, length of the codes in running text. */
Datum agenda_codes(PG_FUNCTION_ARGS)
{
    MnAgendaCodeFound *found;
    size_t count;
    ServerArena arena;
    ServerText body;
    Rows rows;

    rows_begin(&rows, fcinfo);
    server_arena_init(&arena);
    server_text_of(&body, PG_GETARG_TEXT_PP(0));
    mn_agenda_codes(body.utf8, &arena.base, &found, &count);
    for (size_t i = 0; i < count; i++) {
        bool nulls[5] = {false};
        Datum values[5];
        int start_at;
        int length;

        values[0] = Int32GetDatum((int32) i + 1);
        values[1] = Int64GetDatum(found[i].code);
        values[2] = PointerGetDatum(server_text_slice(&body, found[i].matched, &start_at, &length));
        values[3] = Int32GetDatum(start_at);
        values[4] = Int32GetDatum(length);
        rows_add(&rows, values, nulls);
    }
    return (Datum) 0;
}

static int by_value(const void *a, const void *b)
{
    int64 left = *(const int64 *) a;
    int64 right = *(const int64 *) b;

    return (left > right) - (left < right);
}

/*
 * agenda_code_gaps(agenda_code[]): the numbers missing between the first and the last of each prefix and year. A number
 * that is there with a suffix is not missing; NULLs are passed over.
 */
Datum agenda_code_gaps(PG_FUNCTION_ARGS)
{
    ArrayType *array = PG_GETARG_ARRAYTYPE_P(0);
    Datum *elements;
    bool *element_nulls;
    int element_count;
    int64 *codes;
    int count = 0;
    MnAgendaCodeParts previous;
    int16 length;
    bool by_value_type;
    char alignment;
    Rows rows;

    rows_begin(&rows, fcinfo);
    get_typlenbyvalalign(ARR_ELEMTYPE(array), &length, &by_value_type, &alignment);
    deconstruct_array(array, ARR_ELEMTYPE(array), length, by_value_type, alignment, &elements,
                      &element_nulls, &element_count);
    codes = palloc(sizeof(int64) * Max(element_count, 1));
    for (int i = 0; i < element_count; i++) {
        if (!element_nulls[i]) {
            codes[count++] = DatumGetInt64(elements[i]);
        }
    }
    qsort(codes, count, sizeof(int64), by_value);
    for (int i = 0; i < count; i++) {
        MnAgendaCodeParts parts;

        mn_agenda_code_unpack(codes[i], &parts);
        if (i > 0 && parts.year == previous.year && strcmp(parts.prefix, previous.prefix) == 0) {
            MnAgendaCodeParts missing = previous;

            missing.suffix = '\0';
            while (++missing.number < parts.number) {
                MnAgendaCode code;

                /* A number that would read as a municipal year is no code. */
                if (mn_agenda_code_pack(&missing, &code, NULL) == MN_OK) {
                    Datum value = Int64GetDatum(code);
                    bool null = false;

                    rows_add(&rows, &value, &null);
                }
            }
        }
        previous = parts;
        CHECK_FOR_INTERRUPTS();
    }
    return (Datum) 0;
}
