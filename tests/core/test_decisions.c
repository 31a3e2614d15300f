/*
 * test_decisions.c - what minutes decide: the cases of tests/core/decisions, and where they stand.
 */
#include "cases.h"
#include "decisions.h"

static bool has_word(const char *list, const char *word)
{
    size_t len = strlen(word);

    for (const char *at = strstr(list, word); at != NULL; at = strstr(at + 1, word)) {
        if ((at == list || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0')) {
            return true;
        }
    }
    return false;
}

/* The outcomes as a set, and every span within the text and trimmed. */
static void outcomes(const Case *one)
{
    TapArena arena = TAP_ARENA;
    MnText text = tap_text(&arena, one->field[1]);
    MnDecision *decisions;
    size_t count;
    size_t wanted = 0;
    char got[256] = "";
    bool same = mn_minute_decisions(text, &arena.base, &decisions, &count) == MN_OK;

    for (size_t i = 0; i < count; i++) {
        const char *name = mn_outcome_name(decisions[i].outcome);
        MnSpan span = decisions[i].matched;

        same = same && has_word(one->field[0], name) && span.len > 0 &&
               span.start + span.len <= text.len && mn_trim(mn_slice(text, span)).len == span.len &&
               (i == 0 || span.start >= decisions[i - 1].matched.start);
        if (!has_word(got, name) && strlen(got) < 200) {
            strcat(strcat(got, got[0] == '\0' ? "" : " "), name);
        }
    }
    for (int outcome = 0; outcome < MN_OUTCOMES; outcome++) {
        wanted += has_word(one->field[0], mn_outcome_name((MnOutcome) outcome));
        same = same && has_word(one->field[0], mn_outcome_name((MnOutcome) outcome)) ==
                           has_word(got, mn_outcome_name((MnOutcome) outcome));
    }
    same = same && (wanted > 0 || strcmp(one->field[0], "-") == 0);
    OK(same, "%s:%d wants %s, got %s", one->file, one->line, one->field[0], got);
    tap_free(&arena);
}

static void matched(const char *string, size_t which, MnOutcome outcome, const char *wanted)
{
    TapArena arena = TAP_ARENA;
    MnText text = tap_text(&arena, string);
    MnDecision *decisions;
    size_t count;

    mn_minute_decisions(text, &arena.base, &decisions, &count);
    OK(which < count && decisions[which].outcome == outcome &&
           mn_same(mn_slice(text, decisions[which].matched), (MnText){wanted, strlen(wanted)}),
       "the words that decide: %s", wanted);
    tap_free(&arena);
}

static void places(void)
{
    const char *parts = "A talk was given.\n\nAGREED that:-\n1. The report be noted.\n2. The fees "
                        "be\napproved.\nThey left.";

    matched(parts, 0, MN_NOTED, "1. The report be noted.");
    matched(parts, 1, MN_APPROVED, "2. The fees be\napproved.");
    matched("The Board: (a) NOTED the plan; and (b) APPROVED the fees.", 1, MN_APPROVED,
            "(b) APPROVED the fees.");
    matched("They spoke. Members noted the report. They left.", 0, MN_NOTED,
            "Members noted the report.");
    matched("They spoke.\n\nAGREED\n\n", 0, MN_AGREED, "AGREED");
}

/* A thousand resolutions, one of a thousand parts, and a sentence without an end. */
static void long_texts(void)
{
    static char text[400000];
    TapArena arena = TAP_ARENA;
    MnDecision *decisions;
    size_t count;

    text[0] = '\0';
    for (size_t i = 0, len = 0; i < 5000; i++) {
        len += (size_t) sprintf(text + len, "%zu. That the report be noted\n", i % 90 + 1);
    }
    mn_minute_decisions((MnText){text, strlen(text)}, &arena.base, &decisions, &count);
    OK(count == 5000, "five thousand parts, got %zu", count);
    for (size_t i = 0; i < 20000; i++) {
        memcpy(text + i * 16, "members noted (a", 16);
    }
    OK(mn_minute_decisions((MnText){text, 320000}, &arena.base, &decisions, &count) == MN_OK,
       "a sentence without an end");
    OK(mn_minute_decisions((MnText){NULL, 0}, &arena.base, &decisions, &count) == MN_OK &&
           count == 0,
       "an empty text");
    tap_free(&arena);
}

/* Every cut of some minutes is read without a byte outside it. */
static void cuts(void)
{
    const char *text = "RESOLVED: (a) That it be noted; (b)\n1.2 RESOLVED \xE2\x80\x93 be "
                       "re-elected Chair | it was agreed";
    size_t len = strlen(text);
    bool read = true;

    for (size_t from = 0; from < len; from += 3) {
        for (size_t to = from; to <= len; to++) {
            TapArena arena = TAP_ARENA;
            MnText whole = {text + from, to - from};
            MnText cut = {tap_alloc(&arena.base, whole.len), whole.len};
            MnDecision *decisions;
            size_t count;

            memcpy((char *) cut.data, whole.data, whole.len);
            read = mn_minute_decisions(cut, &arena.base, &decisions, &count) == MN_OK && read;
            tap_free(&arena);
        }
    }
    OK(read, "every cut of some minutes is read");
}

int main(void)
{
    each_case("tests/core/decisions/resolutions.txt", outcomes);
    each_case("tests/core/decisions/narration.txt", outcomes);
    places();
    long_texts();
    cuts();
    return tap_done();
}
