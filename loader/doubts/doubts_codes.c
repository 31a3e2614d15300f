/*
 * doubts_codes.c - doubt_codes() of doubts.h: the numbers of a meeting's items against each other.
 *
 * Items stand in the order of their series, so a number is checked by its neighbours: where the one before and the one after are two
 * apart, what stands between must be the number between.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doubts.h"
#include "texts.h"

/* A longer run of missing numbers is another part of the series, not a gap. */
#define GAP_MAX 20

/* A number of an item as part of a series: prefix and year, or a bare number. */
typedef struct Numbered {
    const Item *item;
    bool is_code;
    MnAgendaCodeParts parts; /* of a bare number: only number */
} Numbered;

static bool same_series(const Numbered *a, const Numbered *b)
{
    return a->is_code == b->is_code && a->parts.year == b->parts.year &&
           strcmp(a->parts.prefix, b->parts.prefix) == 0;
}

/* The item's place in a series; false where it has none. */
static bool numbered(const Item *item, Numbered *out)
{
    memset(out, 0, sizeof(*out));
    out->item = item;
    if (item->has_agenda_code) {
        out->is_code = true;
        mn_agenda_code_unpack(item->agenda_code, &out->parts);
        return true;
    }
    if (item->code != NULL && strlen(item->code) <= 5 &&
        strspn(item->code, "0123456789") == strlen(item->code)) {
        out->parts.number = whole_number(item->code);
        return out->parts.number > 0;
    }
    return false;
}

static void print_number(const Numbered *series, int number, char out[MN_AGENDA_CODE_MAX])
{
    MnAgendaCodeParts parts = series->parts;
    MnAgendaCode code;

    parts.number = number;
    parts.suffix = '\0';
    if (series->is_code && mn_agenda_code_pack(&parts, &code, NULL) == MN_OK) {
        mn_agenda_code_format(code, out);
    } else {
        snprintf(out, MN_AGENDA_CODE_MAX, "%d", number);
    }
}

/* What stays of a printed number when slashes, blanks and case are lost: "SSP/4724" and "SSP/47/24" are one. */
static void skeleton(const char *text, char *out, size_t size)
{
    size_t len = 0;

    for (; *text != '\0' && len + 1 < size; text++) {
        unsigned char c = (unsigned char) *text;

        /* Digits as a scan prints them. */
        c = c == 'l' || c == 'I' || c == '|' ? '1' : c == 'O' || c == 'o' ? '0' : c;
        if (mn_is_letter(c) || mn_is_digit(c)) {
            out[len++] = (char) mn_upper(c);
        }
    }
    out[len] = '\0';
}

static bool same_skeleton(const char *a, const char *b)
{
    char x[64];
    char y[64];

    skeleton(a, x, sizeof(x));
    skeleton(b, y, sizeof(y));
    return strcmp(x, y) == 0;
}

/*
 * An item whose number is no code of the series of its neighbours: reported with the code that it must have been, where both
 * neighbours agree on it, or one does and the print differs from it by lost slashes or misread digits only. True where it was.
 */
static bool doubt_damaged(Document *document, int meeting, const Item *item, const Numbered *before,
                          const Numbered *after)
{
    Place place = {document, meeting, item};
    Numbered self;
    char must_be[MN_AGENDA_CODE_MAX];
    bool both = before != NULL && after != NULL && same_series(before, after) &&
                before->parts.number + 2 == after->parts.number;
    const Numbered *series = before != NULL ? before : after;
    int number;

    if (item->number == NULL || series == NULL || !series->is_code) {
        return false;
    }
    number = before != NULL ? before->parts.number + 1 : after->parts.number - 1;
    if (number < 1) {
        return false;
    }
    print_number(series, number, must_be);
    if (numbered(item, &self) && self.is_code) {
        /* A code of its own is only doubted where both neighbours speak against it. */
        if (!both || (same_series(&self, series) && self.parts.number == number) ||
            self.parts.suffix != '\0') {
            return false;
        }
    } else if (!same_skeleton(item->number, must_be)) {
        return false;
    }
    if (both) {
        char first[MN_AGENDA_CODE_MAX];
        char last[MN_AGENDA_CODE_MAX];

        print_number(before, before->parts.number, first);
        print_number(after, after->parts.number, last);
        doubt_at(&place, "damaged_code", "%s stands between %s and %s, so it must have been %s.",
                 item->number, first, last, must_be);
    } else {
        doubt_at(&place, "damaged_code", "%s is no code of its series; it must have been %s.",
                 item->number, must_be);
    }
    return true;
}

static void doubt_gap(Document *document, int meeting, const Numbered *before,
                      const Numbered *after)
{
    Place place = {document, meeting, NULL};
    int missing = after->parts.number - before->parts.number - 1;
    char first[MN_AGENDA_CODE_MAX];
    char last[MN_AGENDA_CODE_MAX];
    char previous[MN_AGENDA_CODE_MAX];
    char next[MN_AGENDA_CODE_MAX];

    if (missing < 1 || missing > GAP_MAX) {
        return;
    }
    print_number(before, before->parts.number, previous);
    print_number(before, before->parts.number + 1, first);
    print_number(before, after->parts.number - 1, last);
    print_number(before, after->parts.number, next);
    if (missing == 1) {
        doubt_at(&place, "code_gap", "There is no %s between %s and %s.", first, previous, next);
    } else {
        doubt_at(&place, "code_gap", "There are no %s to %s between %s and %s.", first, last,
                 previous, next);
    }
}

/* Enough of a series of bare numbers to miss one: they rise by ones but for single gaps. */
static bool is_regular(const Numbered *list, size_t count)
{
    size_t steps = 0;

    for (size_t i = 1; i < count; i++) {
        steps += same_series(&list[i - 1], &list[i]) &&
                 list[i].parts.number == list[i - 1].parts.number + 1;
    }
    return count >= 4 && steps * 4 >= (count - 1) * 3;
}

/* The nearest numbered item before or after index i (step -1 or 1); NULL where there is none. */
static const Numbered *neighbour(const Numbered *list, const bool *has, size_t count, size_t i,
                                 int step)
{
    size_t at = i + (size_t) step;

    return at < count && has[at] && list[at].is_code ? &list[at] : NULL;
}

void doubt_codes(Document *document, int index)
{
    Meeting *meeting = &document->meetings[index];
    size_t count = meeting->item_count;
    Numbered *list;
    Numbered *series;
    bool *has;
    size_t kept = 0;
    bool regular;

    if (count == 0) {
        return;
    }
    list = arena_alloc(document->arena, count * sizeof(Numbered));
    series = arena_alloc(document->arena, count * sizeof(Numbered));
    has = arena_alloc(document->arena, count * sizeof(bool));
    for (size_t i = 0; i < count; i++) {
        has[i] = numbered(&meeting->items[i], &list[i]);
    }
    for (size_t i = 0; i < count; i++) {
        const Numbered *before = neighbour(list, has, count, i, -1);
        const Numbered *after = neighbour(list, has, count, i, 1);

        if (doubt_damaged(document, index, &meeting->items[i], before, after)) {
            /* Its place in the series is filled. */
            series[kept] = before != NULL ? *before : *after;
            series[kept].parts.number += before != NULL ? 1 : -1;
            series[kept++].parts.suffix = '\0';
        } else if (has[i]) {
            series[kept++] = list[i];
        }
    }
    regular = is_regular(series, kept);
    for (size_t i = 1; i < kept; i++) {
        if (!same_series(&series[i - 1], &series[i])) {
            continue;
        }
        if (series[i].is_code && series[i].parts.number == series[i - 1].parts.number &&
            series[i].parts.suffix == series[i - 1].parts.suffix) {
            Place place = {document, index, series[i].item};

            doubt_at(&place, "repeated_code", "Two items following each other bear the number %s.",
                     series[i].item->number);
        } else if (series[i].is_code || regular) {
            doubt_gap(document, index, &series[i - 1], &series[i]);
        }
    }
}
