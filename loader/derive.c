/*
 * derive.c - derive_document() of read.h: what follows from each item's text, by the same core that the SQL functions use.
 */
#include <string.h>

#include "read.h"

static void derive_item(Arena *arena, Item *item)
{
    MnText text = {item->text, item->text == NULL ? 0 : strlen(item->text)};
    MnSpan reason;

    mn_minute_decisions(text, &arena->base, &item->decisions, &item->decision_count);
    mn_percentage_changes(text, &arena->base, &item->changes, &item->change_count);
    if (item->restricted && item->reason == NULL && mn_restriction_reason(text, &reason)) {
        item->reason = arena_text(arena, mn_slice(text, reason));
    }
}

void derive_document(Document *document)
{
    for (size_t m = 0; m < document->meeting_count; m++) {
        Meeting *meeting = &document->meetings[m];

        for (size_t i = 0; i < meeting->item_count; i++) {
            derive_item(document->arena, &meeting->items[i]);
        }
    }
}
