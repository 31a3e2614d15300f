/*
 * derive.c - derive_document() of read.h: what follows from each item's text, by the same core that the SQL functions use.
 *
 * The core works in an arena of its own that is emptied after each item: its tokens take far more room than what it finds.
 */
#include <string.h>

#include "read.h"

/* A copy of an array of `count` elements of `size` bytes in the document's arena. */
static void *keep(Arena *arena, const void *array, size_t count, size_t size)
{
    void *copy;

    if (count == 0) {
        return NULL;
    }
    copy = arena_alloc(arena, count * size);
    memcpy(copy, array, count * size);
    return copy;
}

static MnText keep_text(Arena *arena, MnText text)
{
    return text.data == NULL ? text : (MnText){arena_text(arena, text), text.len};
}

static MnText text_of(const char *string)
{
    return (MnText){string, string == NULL ? 0 : strlen(string)};
}

static void derive_item(Arena *arena, Arena *scratch, MnDate held_on, Item *item)
{
    MnText text = text_of(item->text);
    MnDecision *decisions = NULL;
    MnChange *changes = NULL;
    MnApproval *approvals = NULL;
    MnApprovalItem approving = {.title = text_of(item->title),
                                .agenda_text = text_of(item->agenda_text),
                                .text = text,
                                .held_on = held_on};
    MnSpan reason;

    mn_minute_decisions(text, &scratch->base, &decisions, &item->decision_count);
    item->decisions = keep(arena, decisions, item->decision_count, sizeof(MnDecision));
    mn_percentage_changes(text, &scratch->base, &changes, &item->change_count);
    item->changes = keep(arena, changes, item->change_count, sizeof(MnChange));
    for (size_t i = 0; i < item->change_count; i++) {
        item->changes[i].metric = keep_text(arena, changes[i].metric);
        item->changes[i].baseline = keep_text(arena, changes[i].baseline);
    }
    mn_minute_approvals(&approving, &scratch->base, &approvals, &item->approval_count);
    item->approvals = keep(arena, approvals, item->approval_count, sizeof(MnApproval));
    if (item->restricted && item->reason == NULL && mn_restriction_reason(text, &reason)) {
        item->reason = arena_text(arena, mn_slice(text, reason));
    }
}

void derive_document(Document *document)
{
    Arena *scratch = arena_new();

    for (size_t m = 0; m < document->meeting_count; m++) {
        Meeting *meeting = &document->meetings[m];

        for (size_t i = 0; i < meeting->item_count; i++) {
            derive_item(document->arena, scratch, meeting->date, &meeting->items[i]);
            arena_reset(scratch);
        }
    }
    arena_free(scratch);
}
