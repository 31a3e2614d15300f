/*
 * test_restricted.c - what minutes say about who may not read them: the cases of tests/core/restricted.
 */
#include "cases.h"
#include "restricted.h"

static const MnDate day = {2024, 5, 1};

static MnText text_of(TapArena *arena, const char *string)
{
    return tap_text(arena, string);
}

static MnNation nation_of(const char *name)
{
    return name[0] == '\0' ? MN_ENGLAND : mn_nation_named((MnText){name, strlen(name)});
}

/* GROUNDS or - <tab> TITLE <tab> BODY <tab> NATION */
static void classify(const Case *one)
{
    TapArena arena = TAP_ARENA;
    MnRestriction got =
        mn_classify_restriction(text_of(&arena, one->field[1]), text_of(&arena, one->field[2]),
                                nation_of(one->field[3]), day);
    char wanted[MN_RESTRICTION_MAX];
    char printed[MN_RESTRICTION_MAX];

    snprintf(wanted, sizeof(wanted), "{%s}", strcmp(one->field[0], "-") == 0 ? "" : one->field[0]);
    mn_restriction_format(got, printed);
    OK(strcmp(wanted, printed) == 0, "%s:%d wants %s, got %s", one->file, one->line, wanted,
       printed);
    tap_free(&arena);
}

/* TITLE WITHOUT ITS MARK, or - for one that bears none <tab> TITLE. */
static void mark(const Case *one)
{
    TapArena arena = TAP_ARENA;
    MnText title = text_of(&arena, one->field[1]);
    bool marked;
    MnText got = mn_title_without_mark(title, &marked);
    const char *wanted = strcmp(one->field[0], "-") == 0 ? one->field[1] : one->field[0];

    OK(marked == (strcmp(one->field[0], "-") != 0) && got.len == strlen(wanted) &&
           memcmp(got.data, wanted, got.len) == 0,
       "%s:%d wants %s, got %s %.*s", one->file, one->line, one->field[0],
       marked ? "marked" : "unmarked", (int) got.len, got.data);
    tap_free(&arena);
}

/* private, public or - <tab> HEADING. */
static void heading(const Case *one)
{
    TapArena arena = TAP_ARENA;
    bool opens_public;
    bool is_private = mn_heading_is_private(text_of(&arena, one->field[1]), &opens_public);
    const char *got = is_private ? "private" : opens_public ? "public" : "-";

    OK(strcmp(got, one->field[0]) == 0, "%s:%d wants %s, got %s", one->file, one->line,
       one->field[0], got);
    tap_free(&arena);
}

/* The sentence that states the reason, or - <tab> BODY. */
static void reason(const Case *one)
{
    TapArena arena = TAP_ARENA;
    MnText body = text_of(&arena, one->field[1]);
    MnSpan span;
    bool found = mn_restriction_reason(body, &span);
    MnText got = found ? mn_slice(body, span) : MN_TEXT("-");

    OK(got.len == strlen(one->field[0]) && memcmp(got.data, one->field[0], got.len) == 0,
       "%s:%d wants %s", one->file, one->line, one->field[0]);
    tap_free(&arena);
}

/* What an exclusion says, in words: regime, grounds, paragraphs, scope. */
static void describe(const MnExclusion *exclusion, char *out, size_t size)
{
    char grounds[MN_RESTRICTION_MAX];
    size_t len;

    mn_restriction_format(exclusion->grounds, grounds);
    len = (size_t) snprintf(out, size, "%s %s", mn_regime_name(exclusion->regime), grounds);
    for (size_t i = 0; i < exclusion->paragraph_count; i++) {
        len += (size_t) snprintf(out + len, size - len, "%s%d", i == 0 ? " p" : ",",
                                 exclusion->paragraphs[i]);
    }
    len += (size_t) snprintf(out + len, size - len, "%s%s%s", exclusion->names_this ? " this" : "",
                             exclusion->names_next ? " next" : "",
                             exclusion->remainder ? " rest" : "");
    for (size_t i = 0; i < exclusion->item_count; i++) {
        const MnItemsNamed *named = &exclusion->items[i];

        len += (size_t) snprintf(out + len, size - len, " %.*s", (int) named->first.len,
                                 named->first.data);
        if (named->last.data != named->first.data) {
            len += (size_t) snprintf(out + len, size - len, "..%.*s", (int) named->last.len,
                                     named->last.data);
        }
        for (size_t p = 0; p < named->paragraph_count; p++) {
            len += (size_t) snprintf(out + len, size - len, "%s%d", p == 0 ? "=" : "+",
                                     named->paragraphs[p]);
        }
    }
}

/* REGIME {GROUNDS} pPARAGRAPHS SCOPE, or - <tab> BODY <tab> NATION */
static void exclusion(const Case *one)
{
    TapArena arena = TAP_ARENA;
    MnText body = text_of(&arena, one->field[1]);
    MnExclusion found;
    char got[2048] = "-";

    if (mn_find_exclusion(body, nation_of(one->field[2]), day, &found)) {
        describe(&found, got, sizeof(got));
        OK(found.matched.len > 0 && found.matched.start + found.matched.len <= body.len,
           "%s:%d has a place", one->file, one->line);
    }
    OK(strcmp(got, one->field[0]) == 0, "%s:%d wants %s, got %s", one->file, one->line,
       one->field[0], got);
    tap_free(&arena);
}

/* yes or - <tab> BODY. */
static void returns(const Case *one)
{
    TapArena arena = TAP_ARENA;
    MnSpan matched;
    bool got = mn_returns_to_public(text_of(&arena, one->field[1]), &matched);

    OK(got == (strcmp(one->field[0], "yes") == 0), "%s:%d wants %s", one->file, one->line,
       one->field[0]);
    tap_free(&arena);
}

/* The meaning of a paragraph's number goes with nation and day. */
static void law(void)
{
    MnText title = MN_TEXT("Lease (Exempt - paragraph 7)");
    MnText none = {NULL, 0};

    OK(mn_classify_restriction(title, none, MN_ENGLAND, day) == MN_GROUND_BIT(MN_CRIME_PREVENTION),
       "paragraph 7 is crime now");
    OK(mn_classify_restriction(title, none, MN_ENGLAND, (MnDate){2005, 1, 1}) ==
           MN_GROUND_BIT(MN_FINANCIAL),
       "paragraph 7 was finance before 2006");
    OK(mn_classify_restriction(none, none, MN_ENGLAND, day) == 0, "nothing is open");
}

/* Every cut of some words is read without a byte outside it. */
static void cuts(void)
{
    const char *text = "RESOLVED that under 100A(4) the public be excluded for items 5-8, SSP/1/24 "
                       "| (Exempt \xE2\x80\x93 paras 1, 2) Part 2 not for publication";
    size_t len = strlen(text);
    size_t read = 0;

    for (size_t from = 0; from < len; from += 3) {
        for (size_t to = from; to <= len; to += 2) {
            TapArena arena = TAP_ARENA;
            MnText cut = {tap_alloc(&arena.base, to - from), to - from};
            MnExclusion found;
            MnSpan span;
            bool flag;

            memcpy((char *) cut.data, text + from, cut.len);
            mn_classify_restriction(cut, cut, MN_ENGLAND, day);
            mn_find_exclusion(cut, MN_WALES, day, &found);
            mn_heading_is_private(cut, &flag);
            mn_returns_to_public(cut, &span);
            read++;
            tap_free(&arena);
        }
    }
    OK(read > 0, "every cut of some words is read");
}

int main(void)
{
    each_case("tests/core/restricted/items.txt", classify);
    each_case("tests/core/restricted/open.txt", classify);
    each_case("tests/core/restricted/said.txt", classify);
    each_case("tests/core/restricted/unsaid.txt", classify);
    each_case("tests/core/restricted/titles.txt", mark);
    each_case("tests/core/restricted/headings.txt", heading);
    each_case("tests/core/restricted/reasons.txt", reason);
    each_case("tests/core/restricted/exclusions.txt", exclusion);
    each_case("tests/core/restricted/returns.txt", returns);
    law();
    cuts();
    return tap_done();
}
