/*
 * segment.c - from blocks to meetings: drives the segmenter's parts.
 */
#include "segment.h"

#include <string.h>

#include "texts.h"

static Meeting *add_meeting(Segmenter *segmenter)
{
    Document *document = segmenter->document;
    Meeting *meeting;

    document->meetings = mn_grow(&segmenter->arena->base, document->meetings, sizeof(Meeting),
                                 document->meeting_count, &document->meeting_capacity);
    meeting = &document->meetings[document->meeting_count++];
    memset(meeting, 0, sizeof(*meeting));
    meeting->start_minutes = -1;
    return meeting;
}

/* "Apologies" over a sentence is an item's title and not the label of a list. */
static void settle_labels(Segmenter *segmenter)
{
    for (size_t at = 0; at < segmenter->units.count; at++) {
        Unit *unit = &segmenter->units.unit[at];
        size_t next = unit_after(segmenter, at);
        const Unit *under = next < segmenter->units.count ? &segmenter->units.unit[next] : NULL;

        size_t before = unit_before(segmenter, at);
        bool numbered = before < segmenter->units.count &&
                        segmenter->units.unit[before].number.kind != NUMBER_NONE &&
                        segmenter->units.unit[before].kind == UNIT_TEXT &&
                        mn_trim(segmenter->units.unit[before].rest).len == 0;

        if (unit->kind != UNIT_LABEL || unit->rest.len > 0 ||
            unit->text.data[unit->text.len - 1] == ':' || under == NULL ||
            !label_is_of_people(unit->label)) {
            continue;
        }
        if (numbered || under->label == LABEL_MINUTES || under->label == LABEL_DECISION ||
            under->label == LABEL_DOCUMENTS ||
            (under->kind == UNIT_TEXT && text_is_closed(under->text) &&
             (text_has(under->text, "were") || text_has(under->text, "was") ||
              text_has(under->text, "received") || text_has(under->text, "no apologies") ||
              text_begins(under->text, "apologies")))) {
            unit->kind = unit->level > 0 ? UNIT_HEADING : UNIT_TEXT;
            unit->label = LABEL_NONE;
        }
    }
}

/* What stands outside a header and still says something of the meeting: a footer's DRAFT, an abandonment in an item. */
static void settle_meeting(Segmenter *segmenter, Meeting *meeting, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++) {
        const Unit *unit = &segmenter->units.unit[at];
        const Block *block = &segmenter->document->blocks.block[unit->block];

        if ((block->place == PLACE_FURNITURE || block->place == PLACE_TRAILER) &&
            text_says_draft(unit->text)) {
            meeting->draft = true;
        }
        if (block->place == PLACE_TRAILER && meeting->start_minutes < 0) {
            meeting->start_minutes = hour_of_start(unit->text);
        }
    }
    for (size_t i = 0; i < meeting->item_count; i++) {
        if (text_says_not_held(text_of(meeting->items[i].text), false)) {
            meeting->held = false;
        }
    }
}

/* Whether anything of a meeting's business stands between two units: a number, a label, some sentences. */
static bool has_business(const Segmenter *segmenter, size_t first, size_t end)
{
    size_t sentences = 0;

    for (size_t at = first; at < end; at++) {
        const Unit *unit = &segmenter->units.unit[at];

        if (unit->furniture) {
            continue;
        }
        if (unit->label == LABEL_MINUTES || unit->label == LABEL_DECISION ||
            unit->number.kind != NUMBER_NONE) {
            return true;
        }
        sentences +=
            unit->kind == UNIT_TEXT && text_is_closed(unit->text) && text_words(unit->text) > 3;
    }
    return sentences >= 3;
}

static void segment_meeting(Segmenter *segmenter, int number, size_t first, size_t end)
{
    Meeting *meeting = add_meeting(segmenter);
    size_t known = segmenter->starts.count;
    size_t header = segment_header_end(segmenter, first, end);

    if (first < segmenter->units.count) {
        meeting->line = segmenter->document->blocks.block[segmenter->units.unit[first].block].line;
    }
    segment_starts(segmenter, header, end);
    if (segmenter->starts.count > known) {
        header = segmenter->starts.start[known].unit;
    } else {
        header = end;
    }
    segment_header(segmenter, meeting, number, first, header);
    segment_attendance(segmenter, meeting, first, header);
    segment_items(segmenter, meeting, number, known, end);
    segment_people_of_items(segmenter, meeting);
    settle_meeting(segmenter, meeting, first, end);
    segment_published(segmenter, meeting, first, end);
}

void segment_document(Document *document, const ReadOptions *options)
{
    Segmenter segmenter = {.document = document, .arena = document->arena, .options = options};
    size_t first = 0;
    int number = 0;

    segment_units(&segmenter);
    segment_run_in_titles(&segmenter);
    settle_labels(&segmenter);
    /* A format that states its meeting holds one. */
    if (document->blocks.stated.date.year != 0) {
        segment_meeting(&segmenter, 0, 0, segmenter.units.count);
        first = segmenter.units.count;
    }
    while (first < segmenter.units.count) {
        size_t header = segment_header_end(&segmenter, first, segmenter.units.count);
        size_t end = header > first ? header : first + 1;

        /* a header repeated before anything was minuted is the same meeting's */
        do {
            end = segment_next_header(&segmenter, end, segmenter.units.count);
        } while (end < segmenter.units.count && !has_business(&segmenter, header, end) && ++end);

        segment_meeting(&segmenter, number++, first, end);
        first = end;
    }
    arena_release(document->arena, segmenter.units.unit, segmenter.units.capacity * sizeof(Unit));
}
