/*
 * segment_agenda_table.c - minutes set as one table: "Item | Description | Decision", a row an item.
 */
#include "segment.h"
#include "texts.h"

MnText row_cell(MnText row, size_t *at)
{
    MnText cell;
    size_t end;

    if (*at + 1 < row.len && row.data[*at] == '|' && row.data[*at + 1] == ' ') {
        *at += 2;
        return (MnText){"", 0};
    }
    end = text_search(row, *at, " | ");
    cell = text_strip((MnText){row.data + *at, end - *at}, " |");
    *at = end < row.len ? end + 3 : row.len + 1;
    return cell;
}

static bool is_number_head(MnText head)
{
    static const char *const heads[] = {
        "no",          "no.",  "item no",   "item no.",        "item",
        "ref",         "ref.", "minute no", "minute no.",      "agenda no",
        "number",      "#",    "minute",    "agenda item no.", "agenda item no",
        "agenda item", NULL};

    return text_is_any(head, heads, NULL);
}

static bool is_title_head(MnText head)
{
    static const char *const heads[] = {"description", "title",      "subject", "item",
                                        "agenda item", "topic",      "report",  "heading",
                                        "business",    "item title", "issue",   "agenda",
                                        "item/topic",  "matter",     NULL};

    return text_is_any(head, heads, NULL);
}

static bool is_text_head(MnText head)
{
    static const char *const heads[] = {"decision",
                                        "decisions",
                                        "minute",
                                        "minutes",
                                        "discussion",
                                        "resolution",
                                        "resolutions",
                                        "outcome",
                                        "details",
                                        "notes",
                                        "summary",
                                        "action",
                                        "actions",
                                        "comments",
                                        "discussion and decision",
                                        "decision/action",
                                        "discussion/decision",
                                        "discussion points",
                                        "discussion and actions",
                                        "action required",
                                        "key points",
                                        "minutes and decisions",
                                        "resolved",
                                        "action by",
                                        "lead",
                                        "owner",
                                        "who",
                                        "by whom",
                                        NULL};

    return text_is_any(head, heads, NULL);
}

bool agenda_table_head(AgendaTable *table, MnText row)
{
    AgendaTable head = {.number = -1, .title = -1};
    size_t texts = 0;
    size_t at = 0;

    for (int column = 0; at <= row.len; column++) {
        MnText cell = row_cell(row, &at);

        if (column == AGENDA_COLUMNS) {
            return false;
        }
        head.columns = column + 1;
        if (head.number < 0 && texts == 0 && column == 0 && is_number_head(cell)) {
            head.number = column;
        } else if (head.title < 0 && texts == 0 && is_title_head(cell)) {
            head.title = column;
        } else if (is_text_head(cell)) {
            texts++;
        } else if (cell.len > 0) {
            return false;
        }
    }
    if (head.title < 0 && head.number == 0) {
        /* "Item | Discussion | Action": the item is its title */
        head.title = 0;
        head.number = -1;
    }
    if (head.title < 0 || texts == 0) {
        return false;
    }
    *table = head;
    return true;
}

bool agenda_table_row(Arena *arena, AgendaTable *table, MnText row, AgendaRow *out)
{
    size_t at = 0;
    MnText cells[AGENDA_COLUMNS] = {{"", 0}};
    int count = 0;
    MnText title;
    static const char *const openings[] = {"welcome",  "apologies",  "introductions", "minutes",
                                           "notes of", "attendance", "election of",   NULL};

    *out = (AgendaRow){.count = 0};
    while (at <= row.len && count < AGENDA_COLUMNS) {
        cells[count++] = row_cell(row, &at);
    }
    if (table->columns == 0 || count > table->columns || at <= row.len) {
        return false;
    }
    title = cells[table->title];
    if (table->number >= 0) {
        Number number = number_at(cells[table->number]);

        if (cells[table->number].len > 0 &&
            (number.kind == NUMBER_NONE ||
             mn_trim(text_after(cells[table->number], number.len)).len > 0)) {
            return false;
        }
        if (number.kind != NUMBER_NONE) {
            out->title = text_of(
                arena_printf(arena, "%.*s%s %.*s", (int) number.print.len, number.print.data,
                             number.kind >= NUMBER_PLAIN ? "." : "", (int) title.len, title.data));
        } else if (title.len > 0) {
            out->text[out->count++] = title;
        }
    } else {
        /* without numbers, tables in an item's text look alike: the first row must be usual business */
        if (!table->usual && !title_is_usual(title) && !text_begins_any(title, openings, NULL)) {
            table->columns = 0;
            return false;
        }
        table->usual = true;
        out->title = title;
        out->heading = true;
    }
    for (int i = 0; i < count; i++) {
        if (i != table->title && i != table->number && cells[i].len > 0) {
            out->text[out->count++] = cells[i];
        }
    }
    return out->title.len > 0 || out->count > 0;
}
