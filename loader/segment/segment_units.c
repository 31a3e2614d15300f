/*
 * segment_units.c - units of blocks: lines and labelled parts apart, so that each can have its own role.
 */
#include <string.h>

#include "attachments.h"
#include "segment.h"
#include "texts.h"

static Unit *add_unit(Segmenter *segmenter, UnitKind kind, size_t block, MnText text)
{
    Units *units = &segmenter->units;
    const Block *source = &segmenter->document->blocks.block[block];
    Unit *unit;

    units->unit =
        mn_grow(&segmenter->arena->base, units->unit, sizeof(Unit), units->count, &units->capacity);
    unit = &units->unit[units->count++];
    memset(unit, 0, sizeof(*unit));
    unit->kind = kind;
    unit->block = block;
    unit->text = unit->rest = text;
    unit->bold = source->bold;
    unit->level = source->level;
    unit->close_up = source->close_up;
    return unit;
}

/* Labels that stand apart from what follows them, so that both become units. */
static bool stands_apart(LabelKind kind)
{
    return kind == LABEL_MINUTES || kind == LABEL_DECISION || kind == LABEL_DOCUMENTS;
}

/* Whether a bullet is the star before an item's code ("* DFA/21/36   Minutes"), and not one of a list that cites codes. */
static bool is_starred_code(const Segmenter *segmenter, size_t index, MnText text)
{
    const Blocks *blocks = &segmenter->document->blocks;
    const Block *block = &blocks->block[index];
    Number number = number_at(text);

    return block->label != NULL && strcmp(block->label, "-") == 0 && number.kind == NUMBER_CODE &&
           !number.damaged && title_score(text_after(text, number.len)) > 0 &&
           !text_is_closed(text) &&
           (index + 1 >= blocks->count || blocks->block[index + 1].kind != BLOCK_BULLET ||
            !blocks->block[index + 1].close_up) &&
           (index == 0 || blocks->block[index - 1].kind != BLOCK_BULLET || !block->close_up);
}

static void add_line(Segmenter *segmenter, UnitKind kind, size_t block, MnText text, bool close_up)
{
    const Block *source = &segmenter->document->blocks.block[block];
    size_t len = 0;
    LabelKind label;
    Unit *unit;

    if (kind == UNIT_BULLET && is_starred_code(segmenter, block, text)) {
        kind = UNIT_TEXT;
    }
    label = kind == UNIT_BULLET ? LABEL_NONE : label_at(text, &len);

    if (label == LABEL_DECISION && len < text.len && source->kind == BLOCK_PARAGRAPH &&
        text_begins(mn_trim(text_after(text, len)), "that")) {
        /* "Decision: That the fees be approved" is the minute's own sentence */
        label = LABEL_NONE;
    }
    if (label != LABEL_NONE) {
        unit = add_unit(segmenter, UNIT_LABEL, block, text);
        unit->label = label;
        unit->rest = mn_trim(text_after(text, len));
        unit->close_up = close_up;
        unit->level = kind == UNIT_HEADING ? source->level : 0;
        if (stands_apart(label) && unit->rest.len > 0) {
            MnText rest = unit->rest;

            unit->rest.len = 0;
            unit->text = mn_trim(text_upto(text, len));
            add_line(segmenter, UNIT_TEXT, block, rest, true);
        }
        return;
    }
    unit = add_unit(segmenter, kind, block, text);
    unit->close_up = close_up;
    unit->mark = source->label;
    if (kind == UNIT_BULLET && source->label != NULL) {
        /* A numbered part may be an item: its label and text together are what is printed. */
        Number number = number_at(text_of(arena_printf(segmenter->arena, "%s ", source->label)));

        if (number.kind != NUMBER_NONE && source->label[0] != '(') {
            unit->number = number;
            unit->number.print.data = source->label;
            if (number.kind == NUMBER_PLAIN && number_at(unit->text).kind == NUMBER_CODE) {
                /* an agenda number before the code */
                unit->number = number_at(unit->text);
                unit->rest = text_after(unit->text, unit->number.len);
            }
        }
        return;
    }
    if (kind != UNIT_ROW) {
        unit->number = number_at(text);
        unit->rest = text_after(text, unit->number.len);
    }
}

/* Where "Minutes:" or "Decision:" stands inside a flattened cell, behind white space; text.len for none. */
static size_t inner_label(MnText text, size_t from)
{
    static const char *const prints[] = {
        " Minutes: ", " Minute: ", " Decision: ", " Minutes:", " Additional documents: ", NULL};
    size_t best = text.len;

    for (size_t i = 0; prints[i] != NULL; i++) {
        size_t at = text_search(text, from, prints[i]);

        best = at < best ? at : best;
    }
    return best;
}

/* Where the print of a title's file ends inside a flattened cell ("Title pdf icon PDF 99 KB To approve ..."); 0 for nowhere. */
static size_t file_end(MnText text)
{
    static const char *const units[] = {"KB ", "MB ", NULL};

    for (size_t i = 0; units[i] != NULL; i++) {
        size_t at = text_search(text, 0, units[i]);

        if (at < text.len && attachment_line(text_upto(text, at + 2))) {
            return at + 2;
        }
    }
    return 0;
}

/* Where a decision begins inside a flattened bullet, behind white space; text.len for nowhere. */
static size_t inner_decision(MnText text)
{
    static const char *const words[] = {" RESOLVED", " AGREED", " DECISION", NULL};
    size_t best = text.len;

    for (size_t i = 0; words[i] != NULL; i++) {
        size_t at = text_search(text, 0, words[i]);

        best = at < best ? at : best;
    }
    return best;
}

/* A cell's text with bullets inside it ("... were: · one · two") as bullets of their own. */
static void add_cell_text(Segmenter *segmenter, size_t block, MnText text)
{
    static const char bullet[] = " \xC2\xB7 ";
    bool first = true;

    text = mn_trim(text);
    while (text.len > 0) {
        size_t at = text_search(text, 0, bullet);
        MnText part = mn_trim(text_upto(text, at));

        if (part.len > 0) {
            if (first) {
                add_line(segmenter, UNIT_TEXT, block, part, false);
            } else {
                size_t decision = inner_decision(part);

                add_unit(segmenter, UNIT_BULLET, block, text_upto(part, decision))->mark = "-";
                if (decision < part.len) {
                    add_line(segmenter, UNIT_TEXT, block, mn_trim(text_after(part, decision)),
                             false);
                }
            }
        }
        first = false;
        text = text_after(text, at + sizeof(bullet) - 1);
    }
}

/*
 * A row of an agenda's table, "54. | Title pdf icon PDF 99 KB Minutes: text": number, title and labelled parts as units of their
 * own. False where the first cell holds no number or the row has other cells.
 */
static bool add_agenda_row(Segmenter *segmenter, size_t block, MnText text)
{
    size_t border = text_search(text, 0, " | ");
    MnText first = mn_trim(text_upto(text, border));
    MnText second = mn_trim(text_after(text, border + 3));
    Number number = number_at(first);
    size_t at;

    if (border == text.len || number.kind == NUMBER_NONE ||
        mn_trim(text_after(first, number.len)).len > 0) {
        return false;
    }
    while (second.len > 0 && (second.data[0] == '|' || second.data[0] == ' ')) {
        second = text_after(second, 1);
    }
    at = inner_label(second, 0);
    if (at == second.len &&
        (text_search(second, 0, " | ") < second.len ||
         (number.kind == NUMBER_PLAIN && !number.full_stop) || !is_letter(text_first(second)))) {
        return false;
    }
    add_line(segmenter, UNIT_TEXT, block, first, false);
    at = file_end(text_upto(second, inner_label(second, 0)));
    if (at > 0) {
        /* the agenda's words behind the title's file */
        add_line(segmenter, UNIT_TEXT, block, mn_trim(text_upto(second, at)), false);
        second = mn_trim(text_after(second, at));
    }
    while (second.len > 0) {
        at = inner_label(second, 1);
        add_cell_text(segmenter, block, text_upto(second, at));
        second = text_after(second, at);
    }
    return true;
}

/* "No. | Item": the head of a page's table of items. */
static bool is_table_head(MnText text)
{
    static const char *const heads[] = {
        "no. | item",      "no | item",   "no. item", "rhif eitem",    "items",
        "item no. | item", "item",        "eitemau",  "rhif. | eitem", "no. | eitem",
        "no item",         "agenda item", NULL};

    return text_is_any(text, heads, NULL);
}

/* A row of minutes that are set as one table, as its title and texts; false where it is none. */
static bool add_item_row(Segmenter *segmenter, size_t block, MnText text)
{
    AgendaRow row;

    if (segmenter->table.columns == 0 ||
        !agenda_table_row(segmenter->arena, &segmenter->table, text, &row)) {
        return false;
    }
    if (row.title.len > 0) {
        if (row.heading) {
            add_unit(segmenter, UNIT_HEADING, block, row.title)->level = 6;
        } else {
            add_line(segmenter, UNIT_TEXT, block, row.title, false);
        }
    }
    for (size_t i = 0; i < row.count; i++) {
        add_cell_text(segmenter, block, row.text[i]);
    }
    return true;
}

static void add_block(Segmenter *segmenter, size_t index)
{
    const Block *block = &segmenter->document->blocks.block[index];
    MnText text = text_squeezed(segmenter->arena, block->text);
    UnitKind kind = block->kind == BLOCK_HEADING  ? UNIT_HEADING
                    : block->kind == BLOCK_BULLET ? UNIT_BULLET
                                                  : UNIT_TEXT;
    bool close_up = block->close_up;

    if (block->kind != BLOCK_ROW && block->place != PLACE_FURNITURE) {
        segmenter->table.columns = 0;
    }
    if (block->kind == BLOCK_BREAK) {
        add_unit(segmenter, UNIT_BREAK, index, text)->mark = block->label;
        return;
    }
    if (block->kind == BLOCK_ATTACHMENT) {
        add_unit(segmenter, UNIT_ATTACHMENT, index, text);
        return;
    }
    if (block->place == PLACE_FURNITURE || text.len == 0) {
        add_unit(segmenter, UNIT_TEXT, index, text)->furniture = true;
        return;
    }
    if (block->kind == BLOCK_ROW) {
        if (is_table_head(text) || agenda_table_head(&segmenter->table, text)) {
            add_unit(segmenter, UNIT_TEXT, index, text);
        } else if (add_item_row(segmenter, index, text)) {
            return;
        } else if (!add_agenda_row(segmenter, index, text)) {
            add_line(segmenter, UNIT_ROW, index, text, close_up);
        }
        return;
    }
    /* A label's own line is a label even without its colon; "Minutes" there is no title. */
    if (block->kind == BLOCK_LABEL && text.data[text.len - 1] != ':') {
        text = text_of(arena_printf(segmenter->arena, "%.*s:", (int) text.len, text.data));
    }
    while (text.len > 0) {
        const char *feed = kind == UNIT_BULLET ? NULL : memchr(text.data, '\n', text.len);
        size_t len = feed == NULL ? text.len : (size_t) (feed - text.data);
        MnText line = mn_trim(text_upto(text, len));

        if (line.len > 0) {
            add_line(segmenter, kind, index, line, close_up);
        }
        close_up = true;
        text = text_after(text, len + 1);
    }
}

void segment_units(Segmenter *segmenter)
{
    for (size_t i = 0; i < segmenter->document->blocks.count; i++) {
        add_block(segmenter, i);
    }
    for (size_t i = 0; i < segmenter->units.count; i++) {
        if (segmenter->units.unit[i].label == LABEL_MINUTES) {
            segmenter->has_minutes_labels = true;
        }
    }
}

size_t unit_after(const Segmenter *segmenter, size_t at)
{
    do {
        at++;
    } while (at < segmenter->units.count && segmenter->units.unit[at].furniture);
    return at < segmenter->units.count ? at : segmenter->units.count;
}

size_t unit_before(const Segmenter *segmenter, size_t at)
{
    while (at > 0) {
        at--;
        if (!segmenter->units.unit[at].furniture) {
            return at;
        }
    }
    return segmenter->units.count;
}

void unit_place(Segmenter *segmenter, size_t unit, BlockPlace place, int meeting, int item)
{
    Block *block = &segmenter->document->blocks.block[segmenter->units.unit[unit].block];

    if (block->place == PLACE_NOWHERE) {
        block->place = place;
        block->meeting = meeting;
        block->item = item;
    }
}
