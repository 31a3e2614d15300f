/*
 * tables.c - rows of cells: the heading of a column carries the sign and kind of its figures.
 */
#include "reading.h"

#include <string.h>

#define MOST_CELLS 32

/* What a column's figures are, by its heading. */
typedef enum ColumnKind {
    COLUMN_PLAIN,    /* a level, count or label */
    COLUMN_CHANGE,   /* changes; `percent` says whether a bare number is a percentage */
    COLUMN_VARIANCE, /* against a target, budget or elsewhere: no changes */
} ColumnKind;

typedef struct Column {
    ColumnKind kind;
    bool percent;
    bool points;
    int8_t direction; /* "% reduction": of a figure without sign */
} Column;

typedef struct Row {
    MnSpan cells[MOST_CELLS];
    size_t count;
} Row;

static size_t line_end(MnText text, size_t at)
{
    const char *end = memchr(text.data + at, '\n', text.len - at);

    return end == NULL ? text.len : (size_t) (end - text.data);
}

static MnSpan trimmed(MnText text, size_t start, size_t end)
{
    MnText cell = mn_trim((MnText){text.data + start, end - start});

    return (MnSpan){(size_t) (cell.data - text.data), cell.len};
}

/* Splits the line at `at` into cells; false where it has no bar. */
static bool split_row(MnText text, size_t at, Row *row)
{
    size_t end = line_end(text, at);
    MnSpan line = trimmed(text, at, end);
    size_t start = line.start;
    bool bars = false;

    row->count = 0;
    end = line.start + line.len;
    for (size_t i = line.start; i <= end; i++) {
        if (i == end || text.data[i] == '|') {
            bool edge = (i == line.start) || (i == end && start == end);

            bars |= i < end;
            if (!edge && row->count < MOST_CELLS) {
                row->cells[row->count++] = trimmed(text, start, i);
            }
            start = i + 1;
        }
    }
    return bars;
}

static bool is_rule(MnText text, const Row *row)
{
    for (size_t c = 0; c < row->count; c++) {
        for (size_t i = 0; i < row->cells[c].len; i++) {
            char mark = text.data[row->cells[c].start + i];

            if (mark != '-' && mark != ':' && mark != '=' && mark != ' ') {
                return false;
            }
        }
    }
    return row->count > 0;
}

static bool holds(MnText cell, const char *word)
{
    size_t len = strlen(word);

    for (size_t i = 0; i + len <= cell.len; i++) {
        if (mn_begins((MnText){cell.data + i, cell.len - i}, (MnText){word, len})) {
            return true;
        }
    }
    return false;
}

static Column column_of(MnText cell)
{
    static const char *const variance[] = {"variance",  "target",   "budget",  "against",
                                           "average",   "forecast", "vs plan", "deviation",
                                           "from plan", "gap"};
    static const char *const change[] = {"change",    "difference", "increase",     "decrease",
                                         "reduction", "movement",   "diff",         "+/-",
                                         "chg",       "growth",     "year on year", "yoy",
                                         "trend",     "rise",       "fall",         "direction"};
    Column column = {COLUMN_PLAIN, false, false, 0};

    for (size_t i = 0; i < sizeof(variance) / sizeof(variance[0]); i++) {
        if (holds(cell, variance[i])) {
            column.kind = COLUMN_VARIANCE;
            return column;
        }
    }
    for (size_t i = 0; i < sizeof(change) / sizeof(change[0]); i++) {
        if (holds(cell, change[i])) {
            column.kind = COLUMN_CHANGE;
        }
    }
    column.percent = holds(cell, "%") || holds(cell, "per cent") || holds(cell, "percent");
    column.points =
        holds(cell, "point") || holds(cell, "(pp)") || holds(cell, "ppt") || holds(cell, " pp");
    column.percent |= column.points;
    if (!(holds(cell, "increase") && holds(cell, "decrease")) && !holds(cell, "change") &&
        !holds(cell, "+/-")) {
        if (holds(cell, "reduction") || holds(cell, "decrease") || holds(cell, "fall")) {
            column.direction = -1;
        } else if (holds(cell, "increase") || holds(cell, "growth") || holds(cell, "rise")) {
            column.direction = 1;
        }
    }
    return column;
}

/* A figure alone in a cell: sign (spaces behind it allowed), arrow, number, unit. */
typedef struct CellFigure {
    int64_t value;
    int sign;
    bool percent;
    bool points;
} CellFigure;

static bool read_cell(MnText text, MnSpan cell, MnArena *arena, CellFigure *figure)
{
    MnText inner = mn_slice(text, cell);
    Token *tokens;
    size_t count;
    size_t at = 0;
    size_t next;
    bool bracketed = false;
    MnPercentChange parsed;
    int sign = 0;
    uint32_t c;

    (void) tokens;
    (void) count;
    (void) arena;
    memset(figure, 0, sizeof(*figure));
    if (inner.len == 0 || inner.len > 40) {
        return false;
    }
    c = mn_next(inner, &at);
    if (c == '(' && inner.data[inner.len - 1] == ')') {
        inner = mn_trim((MnText){inner.data + 1, inner.len - 2});
        bracketed = true;
        if (inner.len == 0) {
            return false;
        }
        at = 0;
        c = mn_next(inner, &at);
    }
    next = 0;
    switch (c) {
    case 0x2191:
    case 0x25B2:
    case 0x2B06:
    case 0x2197:
    case 0x25B3:
        sign = 1;
        next = at;
        break;
    case 0x2193:
    case 0x25BC:
    case 0x2B07:
    case 0x2198:
    case 0x25BD:
        sign = -1;
        next = at;
        break;
    case '+':
        sign = 1;
        next = at;
        break;
    default:
        if (mn_is_minus(c)) {
            sign = -1;
            next = at;
        }
    }
    inner = mn_trim((MnText){inner.data + next, inner.len - next});
    /* an arrow behind it */
    if (sign == 0 && inner.len > 3) {
        size_t end = inner.len;

        c = mn_previous(inner, &end);
        if (c == 0x2191 || c == 0x25B2 || c == 0x2B06 || c == 0x25B3) {
            sign = 1;
        } else if (c == 0x2193 || c == 0x25BC || c == 0x2B07 || c == 0x25BD) {
            sign = -1;
        }
        if (sign != 0) {
            inner = mn_trim((MnText){inner.data, end});
        }
    }
    if (inner.len == 0 || (!mn_is_digit((unsigned char) inner.data[0]) && inner.data[0] != '.' &&
                           !(sign != 0 && mn_is_minus((unsigned char) inner.data[0])))) {
        return false;
    }
    if (mn_percent_change_parse(inner, &parsed, NULL) != MN_OK) {
        return false;
    }
    figure->value = mn_percent_change_millionths(parsed);
    figure->sign = sign;
    figure->points = mn_percent_change_unit(parsed) == MN_PERCENTAGE_POINTS;
    figure->percent =
        figure->points || holds(inner, "%") || holds(inner, "\xEF\xBC\x85") || holds(inner, "cent");
    (void) bracketed;
    return true;
}

/* Reads a cell that holds words with figures as a sentence of its own about the row's subject. */
static void read_words(MnText text, MnSpan cell, MnText label, Context *context)
{
    Sentence s = {.text = text};
    Token *tokens;
    size_t count;

    if (!pc_tokenise(mn_slice(text, cell), context->arena, &tokens, &count)) {
        context->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        tokens[i].start += cell.start;
        tokens[i].end += cell.start;
    }
    for (size_t first = 0, i = 0; i < count && !context->failed; i++) {
        if (tokens[i].kind != TOKEN_STOP) {
            continue;
        }
        s.tokens = tokens + first;
        s.count = i - first + 1;
        s.question = tokens[i].mark == '?';
        first = i + 1;
        if (!pc_find_figures(&s, context->arena)) {
            context->failed = true;
        } else if (s.figure_count > 0) {
            if (label.len > 0) {
                context->subject = label;
            }
            pc_read_sentence(&s, context);
        }
    }
}

static void read_figure_cell(MnSpan cell, const CellFigure *figure, const Column *column,
                             MnText label, Context *context)
{
    MnChange change;
    int sign = figure->sign != 0 ? figure->sign : column->direction;
    int64_t value = figure->value;

    if (column->kind == COLUMN_VARIANCE ||
        (column->kind == COLUMN_PLAIN && (figure->sign == 0 || !figure->percent)) ||
        (!figure->percent && !column->percent)) {
        return;
    }
    memset(&change, 0, sizeof(change));
    if (mn_percent_change_pack(sign < 0 ? -value : value,
                               figure->points || column->points ? MN_PERCENTAGE_POINTS : MN_PERCENT,
                               &change.change) != MN_OK) {
        return;
    }
    change.metric = label;
    change.matched = cell;
    pc_append(context, &change);
}

static void read_row(MnText text, const Row *row, const Column *columns, size_t column_count,
                     Context *context)
{
    MnText label = row->count > 0 ? mn_slice(text, row->cells[0]) : (MnText){"", 0};

    label = mn_copy(context->arena, label);
    if (label.data == NULL) {
        context->failed = true;
        return;
    }
    for (size_t c = row->count > 1 ? 1 : 0; c < row->count && !context->failed; c++) {
        Column none = {COLUMN_PLAIN, false, false, 0};
        const Column *column = c < column_count ? &columns[c] : &none;
        CellFigure figure;

        if (read_cell(text, row->cells[c], context->arena, &figure)) {
            read_figure_cell(row->cells[c], &figure, column, label, context);
        } else if (column->kind != COLUMN_VARIANCE && row->cells[c].len > 0) {
            read_words(text, row->cells[c], label, context);
        }
    }
}

/* A row of headings holds no figure. */
static bool is_heading(MnText text, const Row *row, MnArena *arena)
{
    CellFigure figure;

    for (size_t c = 0; c < row->count; c++) {
        if (read_cell(text, row->cells[c], arena, &figure) &&
            (figure.percent || figure.sign != 0 || figure.value < 1900 * MN_PERCENT_SCALE)) {
            return false;
        }
        if (row->cells[c].len > 60) {
            return false;
        }
    }
    return row->count > 1;
}

void pc_read_table(MnText text, size_t *at, Context *context)
{
    Column columns[MOST_CELLS];
    size_t column_count = 0;
    bool first = true;
    Row row;

    while (*at < text.len && !context->failed) {
        size_t line = *at;

        if (!split_row(text, line, &row)) {
            if (first) {
                *at = line_end(text, line) + 1;
            }
            break;
        }
        *at = line_end(text, line) + 1;
        if (is_rule(text, &row)) {
            continue;
        }
        if (first && is_heading(text, &row, context->arena)) {
            column_count = row.count;
            for (size_t c = 0; c < row.count; c++) {
                columns[c] = column_of(mn_slice(text, row.cells[c]));
            }
        } else {
            read_row(text, &row, columns, column_count, context);
        }
        first = false;
    }
    if (*at > text.len) {
        *at = text.len;
    }
}
