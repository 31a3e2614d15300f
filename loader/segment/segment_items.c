/*
 * segment_items.c - an item's own: number, title, agenda text, minute, attachments; and the lines that close a meeting.
 */
#include <string.h>

#include "attachments.h"
#include "segment.h"
#include "texts.h"

/* Closing lines are looked for among this many units at an item's end. */
#define CLOSING_MAX 14

typedef struct Builder {
    Segmenter *segmenter;
    Item *item;
    int meeting;
    Attachments attachments;
    Buffer agenda;
    Buffer text;
    Buffer decision;  /* what stands under "Decision:" where there are minutes too */
    const Unit *last; /* the last unit put into the text being filled */
    bool in_rows;
} Builder;

static Unit *unit_of(const Segmenter *segmenter, size_t at)
{
    return &segmenter->units.unit[at];
}

static void place(Builder *builder, size_t at, BlockPlace place)
{
    unit_place(builder->segmenter, at, place, builder->meeting, builder->item->position);
}

/* ---- text ---- */

static bool is_line_of_list(const Unit *unit)
{
    return unit->kind == UNIT_BULLET || unit->kind == UNIT_ROW;
}

/* Adds a unit's text, with the blank line or line break that stands before it. */
static void add_text(Builder *builder, Buffer *out, const Unit *unit, MnText text)
{
    if (text.len == 0) {
        return;
    }
    if (out->len > 0) {
        bool same_list =
            builder->last != NULL && unit->kind == builder->last->kind && is_line_of_list(unit);
        bool close = builder->last != NULL && unit->close_up;

        buffer_puts(out, same_list || close ? "\n" : "\n\n");
    }
    if (unit->kind == UNIT_BULLET) {
        buffer_puts(out, unit->mark == NULL ? "-" : unit->mark);
        buffer_putc(out, ' ');
    }
    buffer_add(out, text.data, text.len);
    builder->last = unit;
}

/* "... view the full minutes text for item 60": what the page cut short; the text without it. */
static MnText cut_truncation(Builder *builder, MnText text)
{
    static const char *const says[] = {
        "view the full minutes",  "view the full minute",  "view the full decision",
        "view the full agenda",   "view the full item",    "view full minutes",
        "view full decision",     "read the full minutes", "read the full minute",
        "read the full decision", "see the full minutes",  NULL};

    for (size_t i = 0; says[i] != NULL; i++) {
        size_t at = text_find(text, 0, says[i]);
        MnText before = mn_trim(text_upto(text, at));

        /* a link's words at the end, and no sentence in which somebody may view them */
        if (at < text.len && text_words(text_after(text, at)) <= 10 &&
            (before.len == 0 || strchr(".!?:>)\n", before.data[before.len - 1]) != NULL ||
             text_last(before) == 0x2026 || text_last(before) == 0xBB ||
             is_upper(text_first(text_after(text, at))) ||
             text_has(text_after(text, at), "for item"))) {
            builder->item->truncated = true;
            return text_strip(before, text_ends(before, "..") || text_last(before) == 0x2026 ||
                                              (before.len > 2 && before.data[before.len - 2] == '.')
                                          ? " .\xE2\x80\xA6"
                                          : " ");
        }
    }
    return text;
}

/* Links that a page sets under an item. */
static bool is_page_link(MnText text)
{
    static const char *const says[] = {
        "view the background to item", "view the decision for item",
        "view the reasons why item",   "view the declarations of interest for item",
        "view additional documents",   NULL};

    return text_begins_any(text, says, NULL);
}

/* ---- number and title ---- */

/* Capitals go on in the next unit: a title over two lines. */
static MnText whole_title(Builder *builder, Start *start, MnText title, size_t limit)
{
    while (start->body < limit) {
        const Unit *next = unit_of(builder->segmenter, start->body);

        if (next->kind != UNIT_TEXT || !next->close_up || next->number.kind != NUMBER_NONE ||
            !text_is_capitals(title) || !text_is_capitals(next->text) ||
            text_words(next->text) < 1 || title_is_part(next->text) ||
            text_is_closing(next->text) || text_begins(next->text, "RESOLVED") ||
            text_begins(next->text, "AGREED") || text_begins(next->text, "NOTED") ||
            title.len > 200) {
            break;
        }
        title = text_of(arena_printf(builder->segmenter->arena, "%.*s %.*s", (int) title.len,
                                     title.data, (int) next->text.len, next->text.data));
        place(builder, start->body, PLACE_ITEM_TITLE);
        start->body = unit_after(builder->segmenter, start->body);
    }
    return title;
}

/* "44. Title" below a cell that says 44 already. */
static MnText without_number(const Start *start, MnText title)
{
    Number again = number_at(title);

    return again.kind != NUMBER_NONE && start->number.kind == again.kind &&
                   again.value == start->number.value && again.full_stop && again.len < title.len
               ? text_after(title, again.len)
               : title;
}

static void set_title(Builder *builder, Start *start, size_t limit)
{
    Arena *arena = builder->segmenter->arena;
    MnText title = start->title_text;
    MnText print = {"", 0};
    Number behind = {.kind = NUMBER_NONE};

    if (start->title != SIZE_MAX) {
        title = whole_title(builder, start, title, limit);
        title = attachments_take(arena, &builder->attachments, title, &print);
        number_behind(&title, &behind);
        title = without_number(start, title);
        title = text_strip(title, " :*");
        builder->item->title = title.len > 0 ? text_one_line(arena, title).data : NULL;
    }
    if (start->number.kind == NUMBER_NONE && behind.kind != NUMBER_NONE) {
        start->number = behind;
        start->number_print = behind.print;
    }
    if (start->number.kind != NUMBER_NONE) {
        number_set(arena, builder->item, &start->number, start->number_print);
    } else if (print.len > 0) {
        Number number = number_at(print);

        if (number.kind != NUMBER_NONE) {
            number_set(arena, builder->item, &number, number.print);
        }
    }
}

/* ---- body ---- */

typedef enum State {
    STATE_AGENDA,
    STATE_TEXT,
    STATE_DECISION,
    STATE_DOCUMENTS,
    STATE_BEHIND
} State;

static bool has_label(const Segmenter *segmenter, LabelKind label, size_t from, size_t limit)
{
    for (size_t at = from; at < limit; at++) {
        if (unit_of(segmenter, at)->label == label && unit_of(segmenter, at)->kind == UNIT_LABEL) {
            return true;
        }
    }
    return false;
}

/*
 * "Date of next meeting: 3 June" without a number behind numbered items, with nothing but perhaps its day before the closing lines
 * that begin at `closing`: a closing line itself and no item's text.
 */
static bool names_next_meeting(const Segmenter *segmenter, size_t at, size_t closing)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t next = unit_after(segmenter, at);

    if ((unit->kind != UNIT_TEXT && unit->kind != UNIT_LABEL) || unit->number.kind != NUMBER_NONE ||
        !title_is_next_meeting(unit->text)) {
        return false;
    }
    return next >= closing || (text_words(unit_of(segmenter, next)->text) <= 20 &&
                               unit_after(segmenter, next) >= closing);
}

/* The first of the closing lines at the end of a range; limit where there are none. */
static size_t closing_from(const Segmenter *segmenter, size_t from, size_t limit)
{
    size_t found = limit;
    size_t at = limit;

    for (int i = 0; i < CLOSING_MAX; i++) {
        at = unit_before(segmenter, at);
        if (at >= segmenter->units.count || at < from) {
            break;
        }
        if (!unit_of(segmenter, at)->used && unit_of(segmenter, at)->kind != UNIT_ATTACHMENT &&
            (text_is_closing(unit_of(segmenter, at)->text) ||
             (at > from && names_next_meeting(segmenter, at, found))) &&
            !attachment_line(unit_of(segmenter, at)->text)) {
            found = at;
        }
    }
    return found;
}

/* A document's line under "Additional documents:"; false where running text begins. */
static bool take_document(Builder *builder, const Unit *unit)
{
    MnText item = {"", 0};
    size_t known = builder->attachments.count;

    if (attachment_line(unit->text)) {
        attachments_take(builder->segmenter->arena, &builder->attachments, unit->text, &item);
        if (item.len > 0 && builder->item->number == NULL) {
            Number number = number_at(item);

            if (number.kind != NUMBER_NONE) {
                number_set(builder->segmenter->arena, builder->item, &number, number.print);
            }
        }
        return builder->attachments.count > known;
    }
    return text_words(unit->text) <= 25 &&
           (unit->kind == UNIT_BULLET || !text_is_closed(unit->text)) && unit->label == LABEL_NONE;
}

/* What a label makes of the units after it. */
static State after_label(LabelKind label, bool has_minutes, State state)
{
    switch (label) {
    case LABEL_MINUTES:
        return STATE_TEXT;
    case LABEL_DECISION:
        return has_minutes && state != STATE_TEXT ? STATE_DECISION : STATE_TEXT;
    case LABEL_DOCUMENTS:
        return STATE_DOCUMENTS;
    default:
        return state;
    }
}

static bool is_end_tag(const Unit *unit)
{
    return unit->kind == UNIT_BREAK && unit->mark != NULL &&
           (strncmp(unit->mark, "/AI", 3) == 0 || strncmp(unit->mark, "TRAILER", 7) == 0);
}

/* A bare number between paragraphs counts pages; among cells it is a figure. */
static bool is_page_number(const Segmenter *segmenter, size_t at, size_t limit)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t before = unit_before(segmenter, at);
    size_t after = unit_after(segmenter, at);

    if (unit->kind != UNIT_TEXT || unit->text.len > 4 || unit->number.kind != NUMBER_PLAIN ||
        unit->number.print.len != unit->text.len || unit->close_up) {
        return false;
    }
    return (before >= segmenter->units.count || text_words(unit_of(segmenter, before)->text) > 3) &&
           (after >= limit || text_words(unit_of(segmenter, after)->text) > 3);
}

static void add_units(Builder *builder, size_t from, size_t limit, size_t closing, bool page_style)
{
    Segmenter *segmenter = builder->segmenter;
    bool has_minutes = has_label(segmenter, LABEL_MINUTES, from, closing);
    bool has_decision = has_label(segmenter, LABEL_DECISION, from, closing);
    State state = has_minutes || has_decision || page_style ? STATE_AGENDA : STATE_TEXT;
    State before = state;

    for (size_t at = from; at < limit; at++) {
        Unit *unit = unit_of(segmenter, at);
        const Block *block = &segmenter->document->blocks.block[unit->block];

        if (unit->furniture || unit->used) {
            continue;
        }
        if (at >= closing) {
            unit_place(segmenter, at, PLACE_TRAILER, builder->meeting, 0);
            continue;
        }
        builder->item->truncated |= block->truncated;
        if (unit->kind == UNIT_BREAK) {
            state = is_end_tag(unit) ? STATE_BEHIND : state;
            place(builder, at, PLACE_ITEM_TEXT);
            continue;
        }
        if (state == STATE_BEHIND) {
            unit_place(segmenter, at, PLACE_TRAILER, builder->meeting, 0);
            continue;
        }
        if (unit->kind == UNIT_LABEL && unit->label <= LABEL_DOCUMENTS) {
            before = state == STATE_DOCUMENTS ? before : state;
            state = after_label(unit->label, has_minutes, state);
            place(builder, at, state == STATE_AGENDA ? PLACE_ITEM_AGENDA : PLACE_ITEM_TEXT);
            builder->last = NULL;
            continue;
        }
        if (unit->kind == UNIT_ATTACHMENT) {
            attachments_add(segmenter->arena, &builder->attachments, block);
            place(builder, at, PLACE_ITEM_ATTACHMENT);
            continue;
        }
        if (state == STATE_DOCUMENTS) {
            if (take_document(builder, unit)) {
                place(builder, at, PLACE_ITEM_ATTACHMENT);
                continue;
            }
            state = before;
        }
        if (is_page_link(unit->text) || is_page_number(segmenter, at, limit)) {
            place(builder, at, PLACE_FURNITURE);
            continue;
        }
        if (unit->kind != UNIT_ROW && unit->text.len < 300 && attachment_line(unit->text)) {
            take_document(builder, unit);
            place(builder, at, PLACE_ITEM_ATTACHMENT);
            continue;
        }
        add_text(builder,
                 state == STATE_TEXT       ? &builder->text
                 : state == STATE_DECISION ? &builder->decision
                                           : &builder->agenda,
                 unit, cut_truncation(builder, unit->text));
        place(builder, at, state == STATE_AGENDA ? PLACE_ITEM_AGENDA : PLACE_ITEM_TEXT);
    }
}

static const char *whole(const Buffer *buffer)
{
    return buffer->len > 0 ? buffer->data : NULL;
}

/* The outcomes that a text decides, a bit each. A row of recorded votes does not say what was carried. */
static unsigned outcomes_of(Arena *scratch, const Buffer *buffer)
{
    MnText text = {buffer->data == NULL ? "" : buffer->data, buffer->len};
    MnDecision *decisions;
    size_t count;
    unsigned outcomes = 0;

    mn_minute_decisions(text, &scratch->base, &decisions, &count);
    for (size_t i = 0; i < count; i++) {
        MnText matched = mn_slice(text, decisions[i].matched);

        if (memchr(matched.data, '|', matched.len) == NULL) {
            outcomes |= 1u << decisions[i].outcome;
        }
    }
    return outcomes;
}

/*
 * Minutes mostly say again what was decided. Where they do, the decision's own box goes with the agenda; where they do not, it is
 * part of what was minuted. So it is where the page cuts the minute short before all that the box decides was said.
 */
static void add_decision(Builder *builder)
{
    Buffer *out = &builder->agenda;
    Arena *scratch;
    unsigned minuted;
    bool said;

    if (builder->decision.len == 0) {
        return;
    }
    scratch = arena_new();
    minuted = outcomes_of(scratch, &builder->text);
    said = minuted != 0 && (!builder->item->truncated ||
                            (outcomes_of(scratch, &builder->decision) & ~minuted) == 0);
    arena_free(scratch);
    if (!said) {
        Buffer both = {.arena = builder->segmenter->arena};

        buffer_add(&both, builder->decision.data, builder->decision.len);
        buffer_puts(&both, builder->text.len > 0 ? "\n\n" : "");
        buffer_add(&both, builder->text.data, builder->text.len);
        builder->text = both;
        return;
    }
    buffer_puts(out, out->len > 0 ? "\n\n" : "");
    buffer_add(out, builder->decision.data, builder->decision.len);
}

/* Where "Attachments" as a heading no lower than the items' own opens the documents of the page; `limit` where none does. */
static size_t page_documents(const Segmenter *segmenter, const Start *start, size_t limit)
{
    int level = start->title < segmenter->units.count ? unit_of(segmenter, start->title)->level : 0;

    for (size_t at = start->body; at < limit && level > 0; at++) {
        const Unit *unit = unit_of(segmenter, at);

        if (unit->kind == UNIT_LABEL && unit->label == LABEL_DOCUMENTS && unit->level > 0 &&
            unit->level <= level) {
            return at;
        }
    }
    return limit;
}

static void build_item(Segmenter *segmenter, Item *item, int meeting, Start *start, size_t limit,
                       bool page_style)
{
    Builder builder = {.segmenter = segmenter,
                       .item = item,
                       .meeting = meeting,
                       .agenda = {.arena = segmenter->arena},
                       .text = {.arena = segmenter->arena},
                       .decision = {.arena = segmenter->arena}};
    size_t closing;
    const Block *block = &segmenter->document->blocks.block[unit_of(segmenter, start->unit)->block];

    item->line = block->line;
    item->sources = block->restricted_flag ? RESTRICTED_BY_FLAG : 0;
    item->section = start->section.len > 0 ? arena_text(segmenter->arena, start->section) : NULL;
    for (size_t at = start->unit; at < start->body && at < limit; at++) {
        if (!unit_of(segmenter, at)->furniture) {
            place(&builder, at, PLACE_ITEM_TITLE);
            if (segmenter->document->blocks.block[unit_of(segmenter, at)->block].restricted_flag) {
                item->sources |= RESTRICTED_BY_FLAG;
            }
        }
    }
    set_title(&builder, start, limit);
    closing = closing_from(segmenter, start->body, limit);
    closing = page_documents(segmenter, start, closing);
    add_units(&builder, start->body, limit, closing, page_style);
    add_decision(&builder);
    item->text = whole(&builder.text);
    item->agenda_text = whole(&builder.agenda);
    item->attachments = builder.attachments.attachment;
    item->attachment_count = builder.attachments.count;
}

void segment_items(Segmenter *segmenter, Meeting *meeting, int number, size_t first, size_t limit)
{
    size_t count = segmenter->starts.count - first;
    size_t labelled = 0;

    meeting->items = arena_alloc(segmenter->arena, (count + 1) * sizeof(Item));
    meeting->item_count = count;
    for (size_t i = 0; i < count; i++) {
        size_t end = i + 1 < count ? segmenter->starts.start[first + i + 1].unit : limit;
        size_t body = segmenter->starts.start[first + i].body;

        labelled += has_label(segmenter, LABEL_MINUTES, body, end) ||
                    has_label(segmenter, LABEL_DECISION, body, end);
    }
    for (size_t i = 0; i < count; i++) {
        Start *start = &segmenter->starts.start[first + i];
        size_t end = i + 1 < count ? segmenter->starts.start[first + i + 1].unit : limit;

        meeting->items[i].position = (int) i + 1;
        build_item(segmenter, &meeting->items[i], number, start, end,
                   labelled >= 2 && labelled * 2 >= count);
    }
}
