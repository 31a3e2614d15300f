/*
 * restricted.c - see restricted.h.
 */
#include "restricted.h"

MnRestriction mn_classify_restriction(MnText title, MnText body, MnNation nation, MnDate on)
{
    (void) body;
    (void) nation;
    (void) on;
    return mn_begins(title, MN_TEXT("restricted")) ? MN_GROUND_BIT(MN_UNSTATED) : 0;
}

bool mn_restriction_reason(MnText body, MnSpan *reason)
{
    (void) body;
    *reason = (MnSpan){0, 0};
    return false;
}

MnText mn_title_without_mark(MnText title, bool *marked)
{
    *marked = false;
    return title;
}

bool mn_find_exclusion(MnText body, MnNation nation, MnDate on, MnExclusion *exclusion)
{
    (void) body;
    (void) nation;
    (void) on;
    *exclusion = (MnExclusion){0};
    return false;
}

bool mn_returns_to_public(MnText body, MnSpan *matched)
{
    (void) body;
    *matched = (MnSpan){0, 0};
    return false;
}

bool mn_heading_is_private(MnText heading, bool *opens_public)
{
    *opens_public = false;
    return mn_begins(heading, MN_TEXT("part 2")) || mn_begins(heading, MN_TEXT("part b"));
}
