/*
 * names.c - the regimes' names in SQL and JSON.
 */
#include "restricted.h"

const char *mn_regime_name(MnRegime regime)
{
    static const char *const names[] = {"none", "exempt", "confidential", "admission_act"};

    return (unsigned) regime < sizeof(names) / sizeof(names[0]) ? names[regime] : NULL;
}
