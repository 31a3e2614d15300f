/*
 * restriction.c - see restriction.h.
 */
#include "restriction.h"

#include <string.h>

static const struct {
    const char *name;
    size_t len;
} grounds_in_order[MN_GROUNDS] = {
#define GROUND(name)                                                                               \
    {                                                                                              \
        name, sizeof(name) - 1                                                                     \
    }
    [MN_INDIVIDUAL] = GROUND("individual"),
    [MN_IDENTITY] = GROUND("identity"),
    [MN_FINANCIAL] = GROUND("financial"),
    [MN_LABOUR_RELATIONS] = GROUND("labour_relations"),
    [MN_LEGAL_PRIVILEGE] = GROUND("legal_privilege"),
    [MN_NOTICE_OR_ORDER] = GROUND("notice_or_order"),
    [MN_CRIME_PREVENTION] = GROUND("crime_prevention"),
    [MN_CONFIDENTIAL] = GROUND("confidential"),
    [MN_POLICE_INVESTIGATION] = GROUND("police_investigation"),
    [MN_EMBARGOED_STATISTICS] = GROUND("embargoed_statistics"),
    [MN_VICTIM] = GROUND("victim"),
    [MN_INTELLIGENCE] = GROUND("intelligence"),
    [MN_UNSTATED] = GROUND("unstated"),
#undef GROUND
};

const char *mn_ground_name(MnGround ground)
{
    return grounds_in_order[ground].name;
}

MnGround mn_ground_named(MnText name)
{
    for (int g = 0; g < MN_GROUNDS; g++) {
        if (mn_same(name, (MnText){grounds_in_order[g].name, grounds_in_order[g].len})) {
            return (MnGround) g;
        }
    }
    return MN_GROUNDS;
}

const char *mn_restriction_category(MnRestriction grounds)
{
    for (int g = 0; g < MN_GROUNDS; g++) {
        if (grounds & MN_GROUND_BIT(g)) {
            return grounds_in_order[g == MN_IDENTITY ? MN_INDIVIDUAL : g].name;
        }
    }
    return NULL;
}

static MnStatus refuse(const char *detail, size_t at, MnProblem *problem)
{
    if (problem != NULL) {
        problem->detail = detail;
        problem->at = at;
    }
    return MN_BAD_SYNTAX;
}

MnStatus mn_restriction_parse(MnText text, MnRestriction *grounds, MnProblem *problem)
{
    MnText inner = mn_trim(text);
    size_t start;
    MnRestriction set = 0;

    if (inner.len < 2 || inner.data[0] != '{' || inner.data[inner.len - 1] != '}') {
        return refuse("A set of grounds stands in braces, such as {crime_prevention,victim}.", 0,
                      problem);
    }
    inner.data++;
    inner.len -= 2;
    if (mn_trim(inner).len == 0) {
        *grounds = 0;
        return MN_OK;
    }
    for (start = 0; start <= inner.len;) {
        const char *comma = memchr(inner.data + start, ',', inner.len - start);
        size_t end = comma == NULL ? inner.len : (size_t) (comma - inner.data);
        MnGround ground = mn_ground_named(mn_trim(mn_slice(inner, (MnSpan){start, end - start})));

        if (ground == MN_GROUNDS) {
            return refuse("A ground is one of individual, identity, financial, labour_relations, "
                          "legal_privilege, notice_or_order, crime_prevention, confidential, "
                          "police_investigation, embargoed_statistics, victim, intelligence, "
                          "unstated.",
                          start + (size_t) (inner.data - text.data), problem);
        }
        set |= MN_GROUND_BIT(ground);
        start = end + 1;
    }
    *grounds = set;
    return MN_OK;
}

size_t mn_restriction_format(MnRestriction grounds, char out[MN_RESTRICTION_MAX])
{
    size_t len = 0;

    out[len++] = '{';
    for (int g = 0; g < MN_GROUNDS; g++) {
        if (grounds & MN_GROUND_BIT(g)) {
            if (len > 1) {
                out[len++] = ',';
            }
            memcpy(out + len, grounds_in_order[g].name, grounds_in_order[g].len);
            len += grounds_in_order[g].len;
        }
    }
    out[len++] = '}';
    out[len] = '\0';
    return len;
}
