/*
 * restricted.c - classify_restriction and restriction_reason: what an item's words say about who may read it.
 */
#include "postgres.h"
#include "fmgr.h"
#include "utils/builtins.h"

#include "nation_and_date.h"
#include "restricted.h"
#include "server_text.h"

PG_FUNCTION_INFO_V1(classify_restriction);
PG_FUNCTION_INFO_V1(restriction_reason);

/*
 * classify_restriction(title, body, nation, on_date): NULL for an open item. Not strict: a title or body that is NULL says
 * nothing, no nation is England, no date is today's law.
 */
Datum classify_restriction(PG_FUNCTION_ARGS)
{
    ServerText title = {{NULL, 0}, NULL, 0, 0, 0, 0};
    ServerText body = {{NULL, 0}, NULL, 0, 0, 0, 0};
    MnNation nation = PG_ARGISNULL(2) ? MN_ENGLAND : nation_of(PG_GETARG_TEXT_PP(2));
    MnDate on = PG_ARGISNULL(3) ? MN_NO_DATE : day_of(PG_GETARG_DATEADT(3));
    MnRestriction grounds;

    if (!PG_ARGISNULL(0)) {
        server_text_of(&title, PG_GETARG_TEXT_PP(0));
    }
    if (!PG_ARGISNULL(1)) {
        server_text_of(&body, PG_GETARG_TEXT_PP(1));
    }
    grounds = mn_classify_restriction(title.utf8, body.utf8, nation, on);
    if (grounds == 0) {
        PG_RETURN_NULL();
    }
    PG_RETURN_UINT32(grounds);
}

/* restriction_reason(body): the sentence that states the reason, NULL where none does. */
Datum restriction_reason(PG_FUNCTION_ARGS)
{
    ServerText body;
    MnSpan reason;
    int start_at;
    int length;

    server_text_of(&body, PG_GETARG_TEXT_PP(0));
    if (!mn_restriction_reason(body.utf8, &reason)) {
        PG_RETURN_NULL();
    }
    PG_RETURN_TEXT_P(server_text_slice(&body, reason, &start_at, &length));
}
