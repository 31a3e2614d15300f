/*
 * restricted.h - what a minute's words say about who may not read it, and why.
 *
 * The wording of one item (classify, reason), of a title's mark, and of the resolution that excludes the press and public
 * for other items. The rules stand in docs/restricted-items.md.
 */
#ifndef MN_RESTRICTED_H
#define MN_RESTRICTED_H

#include "restriction.h"
#include "schedule_12a.h"

/*
 * The grounds on which the item is restricted by its own words, 0 for an open item. title or body may be empty. An open item
 * that mentions a restricted paper kept elsewhere, "no exempt items", "Non-Exempt", an exempt appendix not discussed
 * and ordinary uses of the words (restricted parking) are open; so is the exclusion resolution itself.
 */
MnRestriction mn_classify_restriction(MnText title, MnText body, MnNation nation, MnDate on);

/*
 * The grounds that the words of an item cite that is already known to be restricted: "(Paragraph 7)", "Exempt information: paragraphs 3
 * and 5", "information relating to ..."; 0 where they cite none. An open item may not be asked: such words restrict nothing by themselves.
 */
MnRestriction mn_cited_grounds(MnText words, MnNation nation, MnDate on,
                               int paragraphs[MN_PARAGRAPHS_MAX], size_t *count);

/* The sentence of body that states the reason; false where none does. */
bool mn_restriction_reason(MnText body, MnSpan *reason);

/*
 * The title without its mark ("RESTRICTED - ", "[EXEMPT]", "(Part 2)" ...), and in *marked whether it bore one. A slice of
 * title; "Non-Exempt Minutes" bears none.
 */
MnText mn_title_without_mark(MnText title, bool *marked);

/*
 * Whether title names only a restricted piece of another paper ("Exempt Appendix to Item 15") of which body says that it was not discussed:
 * then its mark restricts nothing.
 */
bool mn_piece_not_discussed(MnText title, MnText body);

/* Which regime the words name. */
typedef enum MnRegime {
    MN_REGIME_NONE,         /* a partnership's own wording */
    MN_REGIME_EXEMPT,       /* paragraphs of the nation's schedule */
    MN_REGIME_CONFIDENTIAL, /* section 100A(2)-(3) */
    MN_REGIME_ADMISSION_ACT /* Public Bodies (Admission to Meetings) Act 1960 */
} MnRegime;

/* none, exempt, confidential, admission_act. */
const char *mn_regime_name(MnRegime regime);

/*
 * The regime that a restricted item's own words name, and the paragraphs they cite as printed (at most MN_PARAGRAPHS_MAX, in
 * *count); none and 0 for an open item.
 */
MnRegime mn_cited_regime(MnText title, MnText body, int paragraphs[MN_PARAGRAPHS_MAX],
                         size_t *count);

#define MN_ITEMS_NAMED_MAX 64

/* A run of agenda or minute numbers as printed, "23-28" as first and last; a suffix letter or code is kept in the text. */
typedef struct MnItemsNamed {
    MnText first;
    MnText last; /* the same as first for a single one */
    /* the paragraphs cited for just these items (a table of item and paragraph), else none */
    int paragraphs[MN_PARAGRAPHS_MAX];
    size_t paragraph_count;
} MnItemsNamed;

/* What a resolution to exclude the press and public says. */
typedef struct MnExclusion {
    MnRegime regime;
    MnRestriction grounds; /* unstated where it names none */
    int paragraphs[MN_PARAGRAPHS_MAX];
    size_t paragraph_count;
    bool remainder;  /* from here to the end or the return to public session */
    bool names_next; /* "the following item(s)" without a list */
    int next_count;  /* "the following two items"; 0 where it does not say how many */
    bool names_this; /* "this item" */
    MnItemsNamed items[MN_ITEMS_NAMED_MAX];
    size_t item_count;
    MnSpan matched; /* the resolution */
} MnExclusion;

/*
 * Whether body resolves to exclude the press and public. Not where the meeting did not resolve it, where it only considers
 * whether to, where no exempt items follow, or where another meeting did. nation and on give the paragraphs their meaning.
 */
bool mn_find_exclusion(MnText body, MnNation nation, MnDate on, MnExclusion *exclusion);

/* Whether body says that the meeting went back into public session. */
bool mn_returns_to_public(MnText body, MnSpan *matched);

/* Whether a section heading opens private business ("Part 2", "Part B", "Private", "Exempt items") or, *opens_public, public. */
bool mn_heading_is_private(MnText heading, bool *opens_public);

#endif
