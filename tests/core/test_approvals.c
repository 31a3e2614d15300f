/*
 * test_approvals.c - minutes that approve those of earlier meetings: the cases of tests/core/approvals.txt.
 */
#include "approvals.h"
#include "cases.h"

static MnText field(TapArena *arena, const char *text)
{
    return strcmp(text, "-") == 0 ? (MnText){NULL, 0} : tap_text(arena, text);
}

static void put(char *out, const MnApproval *approval)
{
    sprintf(out + strlen(out), "%s%s ", *out == '\0' ? "" : " + ",
            mn_approval_decision_name(approval->decision));
    if (approval->date.year == 0) {
        strcat(out, "-");
    } else {
        sprintf(out + strlen(out), "%04d-%02d-%02d", approval->date.year, approval->date.month,
                approval->date.day);
    }
    if (approval->basis != MN_BY_DATE) {
        sprintf(out + strlen(out), "{%s}", mn_approval_basis_name(approval->basis));
    }
    if (approval->corrections.len > 0) {
        sprintf(out + strlen(out), "[%.*s]", (int) approval->corrections.len,
                approval->corrections.data);
    }
    if (approval->body.len > 0) {
        sprintf(out + strlen(out), "<%.*s>", (int) approval->body.len, approval->body.data);
    }
}

static void check(const Case *one)
{
    TapArena arena = TAP_ARENA;
    MnText wanted = tap_text(&arena, one->field[1]);
    MnApprovalItem item = {.title = field(&arena, one->field[2]),
                           .agenda_text = field(&arena, one->field[3]),
                           .text = field(&arena, one->field[4])};
    MnApproval *approvals;
    size_t count;
    char got[2048] = "";

    sscanf(one->field[0], "%d-%d-%d", &item.held_on.year, &item.held_on.month, &item.held_on.day);
    OK(mn_minute_approvals(&item, &arena.base, &approvals, &count) == MN_OK, "%s:%d is read",
       one->file, one->line);
    for (size_t i = 0; i < count && i < 8; i++) {
        put(got, &approvals[i]);
    }
    if (count == 0) {
        strcpy(got, "none");
    }
    OK(strlen(got) == wanted.len && memcmp(got, wanted.data, wanted.len) == 0,
       "%s:%d wants %s, got %s", one->file, one->line, one->field[1], got);
    tap_free(&arena);
}

int main(void)
{
    each_case("tests/core/approvals.txt", check);
    return tap_done();
}
