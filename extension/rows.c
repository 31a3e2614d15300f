/*
 * rows.c - see rows.h.
 */
#include "postgres.h"
#include "miscadmin.h"
#include "utils/tuplestore.h"

#include "rows.h"

void rows_begin(Rows *rows, FunctionCallInfo fcinfo)
{
    ReturnSetInfo *info = (ReturnSetInfo *) fcinfo->resultinfo;

    if (info == NULL || !IsA(info, ReturnSetInfo) || (info->allowedModes & SFRM_Materialize) == 0 ||
        info->expectedDesc == NULL) {
        ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                        errmsg("set-valued function called in context that cannot accept a set")));
    }
    /* setResult left NULL stands for the empty set. */
    info->returnMode = SFRM_Materialize;
    rows->info = info;
    rows->store = NULL;
}

void rows_add(Rows *rows, Datum *values, bool *nulls)
{
    ReturnSetInfo *info = rows->info;

    if (rows->store == NULL) {
        MemoryContext before = MemoryContextSwitchTo(info->econtext->ecxt_per_query_memory);

        info->setDesc = CreateTupleDescCopy(info->expectedDesc);
        rows->store = tuplestore_begin_heap((info->allowedModes & SFRM_Materialize_Random) != 0,
                                            false, work_mem);
        info->setResult = rows->store;
        MemoryContextSwitchTo(before);
    }
    tuplestore_putvalues(rows->store, info->setDesc, values, nulls);
    CHECK_FOR_INTERRUPTS();
}
