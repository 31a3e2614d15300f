/*
 * module.c - the module's magic block and its version.
 */
#include "postgres.h"
#include "fmgr.h"
#include "utils/builtins.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(pg_minutes_version);

/* pg_minutes_version() returns text: the version of the module that is loaded, X.Y.Z. */
Datum pg_minutes_version(PG_FUNCTION_ARGS)
{
    PG_RETURN_TEXT_P(cstring_to_text(PG_MINUTES_VERSION));
}
