/*
 * segment_run_in.c - titles that run into their text: "3. Minutes: The minutes of 9 June were approved."
 */
#include <string.h>

#include "segment.h"
#include "texts.h"

/* A title that runs into its text is not longer than this many words. */
#define RUN_IN_WORDS 9

/* Where the title ends and where its text begins in what stands behind a unit's number; false where nothing parts them. */
static bool find_run_in(MnText rest, MnText *title, MnText *text)
{
    static const char *const signs[] = {": ", ":- ", " \xE2\x80\x93 ", " - ", ". ", NULL};
    size_t end = rest.len;
    size_t behind = rest.len;

    for (size_t i = 0; signs[i] != NULL; i++) {
        size_t at = text_search(rest, 0, signs[i]);

        if (at < end) {
            end = at;
            behind = at + strlen(signs[i]);
        }
    }
    if (end == rest.len || end < 3) {
        return false;
    }
    *title = mn_trim(text_upto(rest, end));
    *text = text_strip(text_after(rest, behind), " -");
    return text_words(*title) <= RUN_IN_WORDS && is_upper(text_first(*title)) &&
           title_score(*title) > 0 && text->len > 0 && !title_is_part(*title) &&
           (is_upper(text_first(*text)) || mn_is_digit(text_first(*text)) ||
            text_first(*text) == '(');
}

/* What stands behind the number of a unit that may be an item's first; empty for others. */
static MnText numbered_rest(const Unit *unit)
{
    if (unit->furniture || unit->number.kind == NUMBER_NONE || unit->number.kind == NUMBER_DOTTED ||
        (unit->kind != UNIT_TEXT && unit->kind != UNIT_BULLET)) {
        return (MnText){"", 0};
    }
    return unit->kind == UNIT_BULLET && unit->rest.len == unit->text.len ? unit->text : unit->rest;
}

/* Whether the page sets its titles so: most numbered lines do, and one of them is a usual title. */
static bool is_custom(const Segmenter *segmenter)
{
    size_t numbered = 0;
    size_t run_in = 0;
    size_t usual = 0;

    for (size_t at = 0; at < segmenter->units.count; at++) {
        MnText rest = numbered_rest(&segmenter->units.unit[at]);
        MnText title;
        MnText text;

        if (rest.len == 0) {
            continue;
        }
        numbered++;
        if (find_run_in(rest, &title, &text) && text_is_closed(rest)) {
            run_in++;
            usual += title_is_usual(title);
        }
    }
    return usual >= 2 && run_in >= 3 && run_in * 2 >= numbered;
}

/* Whether nothing but the next number, or the end, follows a unit: its own line is all there is. */
static bool stands_alone(const Segmenter *segmenter, size_t at)
{
    size_t next = unit_after(segmenter, at);

    return next >= segmenter->units.count ||
           (segmenter->units.unit[next].number.kind == segmenter->units.unit[at].number.kind &&
            segmenter->units.unit[next].kind == segmenter->units.unit[at].kind) ||
           text_is_closing(segmenter->units.unit[next].text);
}

/* "5. EXCLUSION OF THE PUBLIC: It was RESOLVED ...": capitals before a colon and small letters behind it are a title anywhere. */
static bool is_shouted(MnText rest, MnText title, MnText text)
{
    return text_is_capitals(title) && text_words(title) >= 2 && title.len < rest.len &&
           rest.data[title.len] == ':' && !text_is_capitals(text);
}

/* "25/04 The minutes were approved.": behind a number with a year a whole sentence, and no title. */
static bool is_untitled(const Unit *unit, MnText rest)
{
    return (unit->number.kind == NUMBER_CODE || unit->number.kind == NUMBER_YEARED) &&
           unit->kind == UNIT_TEXT && text_is_closed(rest) && text_words(rest) > 4 &&
           is_upper(text_first(rest)) && title_score(rest) <= 0;
}

void segment_run_in_titles(Segmenter *segmenter)
{
    bool custom = is_custom(segmenter);
    Units out = {0};

    for (size_t at = 0; at < segmenter->units.count; at++) {
        Unit unit = segmenter->units.unit[at];
        MnText rest = numbered_rest(&unit);
        MnText title;
        MnText text;
        bool split = rest.len > 0 && find_run_in(rest, &title, &text) &&
                     (is_shouted(rest, title, text) ||
                      (custom ? text_is_closed(rest) || title_is_usual(title)
                              : title_is_usual(title) && stands_alone(segmenter, at)));

        out.unit =
            mn_grow(&segmenter->arena->base, out.unit, sizeof(Unit), out.count, &out.capacity);
        if (!split && custom && rest.len > 0 && is_untitled(&unit, rest)) {
            title = (MnText){rest.data, 0};
            text = mn_trim(rest);
            split = true;
        }
        if (!split) {
            out.unit[out.count++] = unit;
            continue;
        }
        unit.text =
            unit.text.data == rest.data
                ? title
                : (MnText){unit.text.data, (size_t) (title.data + title.len - unit.text.data)};
        unit.rest = title;
        out.unit[out.count++] = unit;
        out.unit =
            mn_grow(&segmenter->arena->base, out.unit, sizeof(Unit), out.count, &out.capacity);
        out.unit[out.count++] = (Unit){
            .kind = UNIT_TEXT, .block = unit.block, .text = text, .rest = text, .close_up = true};
    }
    segmenter->units = out;
}
