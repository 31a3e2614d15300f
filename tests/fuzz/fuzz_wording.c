/*
 * fuzz_wording.c - decisions, approvals and restrictions in any running text: every stretch lies in the text.
 */
#include "approvals.h"
#include "decisions.h"
#include "restricted.h"
#include "fuzz.h"

static bool lies_in(MnText whole, MnText part)
{
    return part.len == 0 ||
           (part.data >= whole.data && part.data + part.len <= whole.data + whole.len);
}

static void fuzz_approvals(MnText text, MnArena *arena)
{
    static const MnDate days[] = {{2025, 5, 6}, {0, 0, 0}};
    MnApproval *approvals;
    size_t count;

    for (size_t day = 0; day < 2; day++) {
        MnApprovalItem item = {.title = text, .text = text, .held_on = days[day]};

        if (mn_minute_approvals(&item, arena, &approvals, &count) != MN_OK) {
            continue;
        }
        for (size_t i = 0; i < count; i++) {
            MUST(lies_in(text, approvals[i].sentence) && lies_in(text, approvals[i].corrections) &&
                 lies_in(text, approvals[i].body));
            MUST(approvals[i].date.year == 0 || mn_date_is_valid(approvals[i].date));
        }
    }
}

static void fuzz_one(MnText text, MnArena *arena)
{
    MnDecision *decisions;
    MnExclusion exclusion;
    MnSpan span;
    bool marked;
    bool public;
    size_t count;

    fuzz_approvals(text, arena);
    if (mn_minute_decisions(text, arena, &decisions, &count) == MN_OK) {
        for (size_t i = 0; i < count; i++) {
            fuzz_span(text, decisions[i].matched);
            MUST(decisions[i].outcome < MN_OUTCOMES);
        }
    }
    MUST((mn_classify_restriction(text, text, MN_ENGLAND, MN_NO_DATE) & ~MN_RESTRICTION_ALL) == 0);
    if (mn_restriction_reason(text, &span)) {
        fuzz_span(text, span);
    }
    if (mn_find_exclusion(text, MN_WALES, MN_NO_DATE, &exclusion)) {
        fuzz_span(text, exclusion.matched);
        MUST(exclusion.paragraph_count <= MN_PARAGRAPHS_MAX &&
             exclusion.item_count <= MN_ITEMS_NAMED_MAX);
    }
    if (mn_returns_to_public(text, &span)) {
        fuzz_span(text, span);
    }
    mn_heading_is_private(text, &public);
    MUST(mn_title_without_mark(text, &marked).len <= text.len);
}
