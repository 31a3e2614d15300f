/*
 * names.c - the outcomes' names in SQL and JSON.
 */
#include "decisions.h"

const char *mn_outcome_name(MnOutcome outcome)
{
    static const char *const names[MN_OUTCOMES] = {
        "agreed",   "noted",     "approved", "deferred",    "received",  "endorsed",
        "rejected", "withdrawn", "referred", "recommended", "confirmed", "appointed",
    };

    return (unsigned) outcome < MN_OUTCOMES ? names[outcome] : NULL;
}
