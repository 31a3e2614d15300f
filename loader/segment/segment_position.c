/*
 * segment_position.c - titles without numbers: headings, bold lines, or lines that stand where titles stand; and section headings.
 */
#include "segment_starts.h"
#include "texts.h"

static const Unit *unit_of(const Segmenter *segmenter, size_t at)
{
    return &segmenter->units.unit[at];
}

/* A unit that may be a title by its kind and words. */
static bool is_candidate(const Segmenter *segmenter, size_t at)
{
    const Unit *unit = unit_of(segmenter, at);

    return !unit->furniture && !unit->used &&
           (unit->kind == UNIT_TEXT || unit->kind == UNIT_HEADING) &&
           !text_is_closing(unit->text) && !title_is_part(unit->text) &&
           title_score(title_of(segmenter, unit->text)) > 0;
}

/* Running text: a sentence, a bullet, a row, or the label that opens the minute. */
static bool is_body(const Segmenter *segmenter, size_t at)
{
    const Unit *unit = unit_of(segmenter, at);

    switch (unit->kind) {
    case UNIT_LABEL:
        return unit->label <= LABEL_DOCUMENTS || unit->label == LABEL_NOTE;
    case UNIT_BULLET:
    case UNIT_ATTACHMENT:
        return true;
    case UNIT_TEXT:
        return (text_is_closed(unit->text) && text_words(unit->text) > 1) ||
               text_words(unit->text) > 12 || title_score(title_of(segmenter, unit->text)) <= 0 ||
               title_is_part(unit->text);
    default:
        return false;
    }
}

/* The body of an item from the unit after its title, attachments' lines passed over. */
static void add_titled(Segmenter *segmenter, size_t at, MnText section)
{
    Start start = {.unit = at, .title = at, .section = section};

    start.title_text = unit_of(segmenter, at)->text;
    start.body = unit_after(segmenter, at);
    number_behind(&start.title_text, &start.number);
    start.number_print = start.number.print;
    segment_add_start(segmenter, &start);
}

/* ---- headings by mark-up ---- */

/* Whether text stands under the heading before the next one. */
static bool has_text_under(const Segmenter *segmenter, size_t at, size_t end)
{
    size_t next = unit_after(segmenter, at);

    return next < end && unit_of(segmenter, next)->kind != UNIT_HEADING &&
           unit_of(segmenter, next)->kind != UNIT_BREAK && !unit_of(segmenter, next)->used;
}

/* The level of headings that titles items: the one with most text under its headings; -1 for none. */
static int level_of_items(const Segmenter *segmenter, size_t first, size_t end)
{
    int count[8] = {0};
    int best = -1;

    for (size_t at = first; at < end; at++) {
        const Unit *unit = unit_of(segmenter, at);

        if (unit->kind == UNIT_HEADING && !unit->furniture && !unit->used &&
            !title_is_part(unit->text) && !text_is_closing(unit->text) &&
            has_text_under(segmenter, at, end)) {
            count[unit->level < 7 ? unit->level : 7]++;
        }
    }
    for (int level = 0; level < 8; level++) {
        if (count[level] > 0 && (best < 0 || count[level] > count[best])) {
            best = level;
        }
    }
    return best;
}

static bool starts_by_headings(Segmenter *segmenter, size_t first, size_t end)
{
    int level = level_of_items(segmenter, first, end);
    MnText section = {"", 0};
    size_t known = segmenter->starts.count;

    if (level < 0) {
        return false;
    }
    for (size_t at = first; at < end; at++) {
        Unit *unit = &segmenter->units.unit[at];

        if (unit->kind != UNIT_HEADING || unit->furniture || unit->used || unit->level > level ||
            title_is_part(unit->text) || text_is_closing(unit->text)) {
            continue;
        }
        if (!has_text_under(segmenter, at, end) &&
            (unit->level < level || title_is_section(unit->text))) {
            section = unit->text;
            unit->used = true;
            unit_place(segmenter, at, PLACE_SECTION, -1, 0);
            continue;
        }
        add_titled(segmenter, at, section);
    }
    return segmenter->starts.count > known;
}

/* ---- bold titles ---- */

static bool is_bold_title(const Segmenter *segmenter, size_t at)
{
    return unit_of(segmenter, at)->bold && is_candidate(segmenter, at);
}

static bool starts_by_bold(Segmenter *segmenter, size_t first, size_t end)
{
    size_t found = 0;
    MnText section = {"", 0};

    for (size_t at = first; at < end; at++) {
        found += is_bold_title(segmenter, at);
    }
    if (found < 2) {
        return false;
    }
    for (size_t at = first; at < end; at++) {
        size_t next;

        if (!is_bold_title(segmenter, at)) {
            continue;
        }
        next = unit_after(segmenter, at);
        if (title_is_section(unit_of(segmenter, at)->text) && next < end &&
            is_bold_title(segmenter, next)) {
            section = unit_of(segmenter, at)->text;
            segmenter->units.unit[at].used = true;
            unit_place(segmenter, at, PLACE_SECTION, -1, 0);
            continue;
        }
        add_titled(segmenter, at, section);
    }
    return true;
}

/* ---- by position ---- */

/* Whether the text before `at` is complete, so that something new may begin. */
static bool is_free_before(const Segmenter *segmenter, size_t at, size_t first)
{
    size_t before = unit_before(segmenter, at);
    const Unit *unit;

    if (before < first || before >= segmenter->units.count) {
        return true;
    }
    unit = unit_of(segmenter, before);
    if (unit->kind != UNIT_TEXT && unit->kind != UNIT_BULLET) {
        return true;
    }
    if (!unit_of(segmenter, at)->close_up) {
        return text_last(unit->text) != ',' && text_last(unit->text) != ':';
    }
    return text_is_closed(unit->text) && text_last(unit->text) != ':' &&
           text_last(unit->text) != ';';
}

static void starts_by_position(Segmenter *segmenter, size_t first, size_t end)
{
    MnText section = {"", 0};

    for (size_t at = first; at < end; at++) {
        const Unit *unit = unit_of(segmenter, at);
        size_t next;

        if (!is_candidate(segmenter, at) || !is_free_before(segmenter, at, first)) {
            continue;
        }
        next = unit_after(segmenter, at);
        if (next < end && is_candidate(segmenter, next) && !is_body(segmenter, next)) {
            if (title_is_section(unit->text)) {
                section = unit->text;
                segmenter->units.unit[at].used = true;
                unit_place(segmenter, at, PLACE_SECTION, -1, 0);
                continue;
            }
            if (!title_is_usual(unit->text)) {
                continue;
            }
        } else if (next >= end ? !title_is_usual(unit->text) : !is_body(segmenter, next)) {
            continue;
        }
        add_titled(segmenter, at, section);
    }
}

void segment_untitled_starts(Segmenter *segmenter, size_t first, size_t end)
{
    if (!starts_by_headings(segmenter, first, end) && !starts_by_bold(segmenter, first, end)) {
        starts_by_position(segmenter, first, end);
    }
}

/* ---- among numbered items ---- */

/* The level of the headings that the numbered items have, 0 where they are no headings. */
static int numbered_level(const Segmenter *segmenter, size_t known)
{
    for (size_t i = known; i < segmenter->starts.count; i++) {
        const Start *start = &segmenter->starts.start[i];

        if (start->title != SIZE_MAX && unit_of(segmenter, start->title)->kind == UNIT_HEADING) {
            return unit_of(segmenter, start->title)->level;
        }
    }
    return 0;
}

/* Whether the unit is set like a heading that no item's text has. */
static bool is_apart(const Segmenter *segmenter, size_t at, size_t body, int level)
{
    const Unit *unit = unit_of(segmenter, at);

    if (unit->furniture || unit->used || (unit->kind != UNIT_HEADING && unit->kind != UNIT_TEXT) ||
        title_is_part(unit->text) || text_is_closing(unit->text) ||
        (unit->kind == UNIT_TEXT && unit->text.data[0] == '(' &&
         !title_is_section(text_strip(unit->text, "()")))) {
        return false;
    }
    if (unit->kind == UNIT_HEADING && level > 0) {
        return unit->level <= level;
    }
    return title_score(title_of(segmenter, unit->text)) > 0 &&
           is_free_before(segmenter, at, body) &&
           (!unit->close_up || unit->kind == UNIT_HEADING || title_is_section(unit->text));
}

/* Section headings right before unit `next`, back to `body`; the one above all is returned, and the texts they end. */
static MnText sections_before(Segmenter *segmenter, size_t body, size_t next, int level)
{
    MnText section = {"", 0};
    size_t at = unit_before(segmenter, next);

    while (at < segmenter->units.count && at >= body) {
        Unit *unit = &segmenter->units.unit[at];
        bool named = title_is_section(unit->text) &&
                     (unit->kind == UNIT_HEADING || title_score(unit->text) > 0);

        if (unit->kind == UNIT_BREAK) {
            at = unit_before(segmenter, at);
            continue;
        }
        if (!(named || (is_apart(segmenter, at, body, level) &&
                        (unit->kind == UNIT_HEADING || text_is_capitals(unit->text)))) ||
            unit->used || title_is_usual(unit->text)) {
            break;
        }
        section = named || section.len == 0 ? unit->text : section;
        unit->used = true;
        unit_place(segmenter, at, PLACE_SECTION, -1, 0);
        at = unit_before(segmenter, at);
    }
    return section;
}

/* Whether all that stands under a section heading is that there was nothing to stand there. */
static bool says_nothing(const Segmenter *segmenter, size_t under, size_t next)
{
    static const char *const starts[] = {
        "there were no", "there was no", "there are no", "no items",        "no business",
        "none",          "nil",          "no exempt",    "no confidential", NULL};
    MnText text = unit_of(segmenter, under)->text;
    size_t behind = unit_after(segmenter, under);

    return text_begins_any(text, starts, NULL) && text_words(text) < 20 &&
           (behind >= next || text_is_closing(unit_of(segmenter, behind)->text));
}

/* Items without a number between `body` and `next`: a section heading, heading or usual title with text under it. */
static void add_unnumbered(Segmenter *segmenter, size_t body, size_t next, int level,
                           MnText section)
{
    for (size_t at = body; at < next; at = unit_after(segmenter, at)) {
        const Unit *unit = unit_of(segmenter, at);
        size_t under = unit_after(segmenter, at);

        if (!is_apart(segmenter, at, body, level) || under >= next ||
            unit_of(segmenter, under)->used || at == body) {
            continue;
        }
        if (title_is_section(unit->text) && says_nothing(segmenter, under, next)) {
            segmenter->units.unit[at].used = segmenter->units.unit[under].used = true;
            unit_place(segmenter, at, PLACE_SECTION, -1, 0);
            unit_place(segmenter, under, PLACE_SECTION, -1, 0);
            continue;
        }
        if ((unit->kind == UNIT_HEADING && level > 0) || title_is_section(unit->text) ||
            (title_is_usual(unit->text) && is_body(segmenter, under) &&
             (unit->kind == UNIT_HEADING || !title_is_next_meeting(unit->text)))) {
            add_titled(segmenter, at, section);
        }
    }
}

void segment_sections(Segmenter *segmenter, size_t known, size_t first, size_t end)
{
    Starts numbered = segmenter->starts;
    int level = numbered_level(segmenter, known);
    MnText section = {"", 0};

    segmenter->starts = (Starts){0};
    for (size_t i = 0; i < known; i++) {
        segment_add_start(segmenter, &numbered.start[i]);
    }
    for (size_t i = known; i < numbered.count; i++) {
        Start start = numbered.start[i];
        size_t body = i > known ? numbered.start[i - 1].body : first;
        MnText above = (MnText){"", 0};

        if (i > known) {
            above = sections_before(segmenter, body, start.unit, level);
            add_unnumbered(segmenter, body, start.unit, level, section);
        } else {
            size_t at = unit_before(segmenter, start.unit);

            if (at < segmenter->units.count && at >= first &&
                title_is_section(unit_of(segmenter, at)->text)) {
                above = unit_of(segmenter, at)->text;
                segmenter->units.unit[at].used = true;
                unit_place(segmenter, at, PLACE_SECTION, -1, 0);
            }
        }
        section = above.len > 0 ? above : section;
        start.section = section;
        segment_add_start(segmenter, &start);
    }
    if (numbered.count > known) {
        add_unnumbered(segmenter, numbered.start[numbered.count - 1].body, end, level, section);
    }
}
