/*
 * doubts.c - doubt_document() of read.h: what a reader of the document would stop at.
 */
#include "doubts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* How many warnings back a repetition is looked for: an item's own. */
#define LOOK_BACK 32

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

void doubt_at(const Place *place, const char *code, const char *detail, ...)
{
    Document *document = place->document;
    int item = place->item == NULL ? 0 : place->item->position;
    int line = place->item == NULL ? document->meetings[place->meeting].line : place->item->line;
    char text[900];
    va_list args;

    va_start(args, detail);
    vsnprintf(text, sizeof(text), detail, args);
    va_end(args);
    for (size_t i = document->problem_count, back = 0; i > 0 && back < LOOK_BACK; i--, back++) {
        const Problem *old = &document->problems[i - 1];

        if (old->meeting == place->meeting && old->item == item && strcmp(old->code, code) == 0 &&
            strcmp(old->detail, text) == 0) {
            return;
        }
    }
    document_problem(document, SEVERITY_WARNING, code, line, place->meeting, item, "%s", text);
}

const char *doubt_item_name(Arena *arena, const Item *item)
{
    return item->number != NULL ? arena_printf(arena, "item %s", item->number)
                                : arena_printf(arena, "the item in place %d", item->position);
}

/* Whether the document already has such a warning of this meeting, from the segmenter. */
static bool is_reported(const Document *document, const char *code, int meeting, int item)
{
    for (size_t i = 0; i < document->problem_count; i++) {
        const Problem *problem = &document->problems[i];

        if (problem->meeting == meeting && problem->item == item &&
            strcmp(problem->code, code) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether two names are one but for case, white space and dots. */
static bool same_name(const char *a, const char *b)
{
    while (*a != '\0' || *b != '\0') {
        while (*a == ' ' || *a == '.') {
            a++;
        }
        while (*b == ' ' || *b == '.') {
            b++;
        }
        if (mn_lower((unsigned char) *a) != mn_lower((unsigned char) *b)) {
            return false;
        }
        a += *a != '\0';
        b += *b != '\0';
    }
    return true;
}

/* The item that a doubt about two entries is of: the one that records either, a restricted one before others; NULL for the header. */
static const Item *item_recording(const Meeting *meeting, const Person *one, const Person *other)
{
    const Item *found = NULL;

    for (size_t i = 0; i < meeting->item_count; i++) {
        const Item *item = &meeting->items[i];

        if ((item->position == one->item || item->position == other->item) &&
            (found == NULL || (item->restricted && !found->restricted))) {
            found = item;
        }
    }
    return found;
}

static void doubt_people(const Place *place)
{
    const Meeting *meeting = &place->document->meetings[place->meeting];

    for (size_t i = 0; i < meeting->people_count; i++) {
        const Person *absent = &meeting->people[i];

        if (absent->capacity != CAPACITY_APOLOGIES || absent->name == NULL) {
            continue;
        }
        for (size_t j = 0; j < meeting->people_count; j++) {
            const Person *there = &meeting->people[j];

            if (there->capacity != CAPACITY_APOLOGIES && there->name != NULL &&
                same_name(there->name, absent->name)) {
                Place here = *place;

                here.item = item_recording(meeting, absent, there);
                doubt_at(&here, "present_and_apologies",
                         "%s is recorded both as there and as having sent apologies.",
                         absent->name);
                break;
            }
        }
    }
}

/* Every date in text that is printed with a weekday which it was not. */
static void doubt_weekdays(const Place *place, MnText text)
{
    size_t from = 0;
    MnDate date;
    MnSpan matched;
    int weekday;

    while (mn_find_date(text, from, &date, &weekday, &matched)) {
        int real = mn_date_weekday(date);

        if (weekday >= 0 && real != weekday) {
            doubt_at(place, "weekday_mismatch", "%.*s was a %s.", (int) matched.len,
                     text.data + matched.start, weekdays[real]);
        }
        from = matched.start + (matched.len > 0 ? matched.len : 1);
    }
}

static void doubt_header_dates(Document *document)
{
    for (size_t i = 0; i < document->blocks.count; i++) {
        const Block *block = &document->blocks.block[i];
        Place place = {document, block->meeting, NULL};

        if (block->place == PLACE_HEADER && block->meeting >= 0 &&
            (size_t) block->meeting < document->meeting_count &&
            !is_reported(document, "weekday_mismatch", block->meeting, 0)) {
            doubt_weekdays(&place, (MnText){block->text, strlen(block->text)});
        }
    }
}

/* Whether a text breaks off with dots: "thefts had been con...", "[...]". */
static bool ends_in_dots(MnText text)
{
    text = mn_trim(text);
    while (text.len > 0 && (text.data[text.len - 1] == ']' || text.data[text.len - 1] == ')')) {
        text.len--;
    }
    return text.len >= 3 && (memcmp(text.data + text.len - 3, "...", 3) == 0 ||
                             memcmp(text.data + text.len - 3, "\xe2\x80\xa6", 3) == 0);
}

static void doubt_item(const Place *place)
{
    const Item *item = place->item;
    MnText text = {item->text, item->text == NULL ? 0 : strlen(item->text)};

    if (item->truncated &&
        !is_reported(place->document, "truncated_text", place->meeting, item->position)) {
        doubt_at(
            place, "truncated_text",
            "The page cuts the text of %s short; load the page of the item itself for the rest.",
            doubt_item_name(place->document->arena, item));
    } else if (!item->truncated && ends_in_dots(text)) {
        doubt_at(place, "truncated_text", "The text of %s breaks off with dots.",
                 doubt_item_name(place->document->arena, item));
    }
    if (item->title != NULL) {
        doubt_placeholders(place, (MnText){item->title, strlen(item->title)});
    }
    if (text.len > 0) {
        doubt_weekdays(place, text);
        doubt_figures(place, text);
        doubt_periods(place, text);
        doubt_placeholders(place, text);
    }
}

static void doubt_meeting(Document *document, int index)
{
    const Meeting *meeting = &document->meetings[index];
    Place place = {document, index, NULL};

    if (meeting->date.year == 0 && !is_reported(document, "no_date", index, 0)) {
        doubt_at(&place, "no_date", "No date of the meeting was found.");
    }
    if (meeting->body == NULL && !is_reported(document, "no_body", index, 0)) {
        doubt_at(&place, "no_body", "No body that met was found; name it with --body.");
    }
    if (meeting->item_count == 0 && meeting->held && !is_reported(document, "no_items", index, 0)) {
        doubt_at(&place, "no_items", "No agenda item was found.");
    }
    doubt_people(&place);
    doubt_codes(document, index);
    for (size_t i = 0; i < meeting->item_count; i++) {
        place.item = &meeting->items[i];
        doubt_item(&place);
    }
}

void doubt_document(Document *document)
{
    doubt_header_dates(document);
    for (size_t i = 0; i < document->meeting_count; i++) {
        doubt_meeting(document, (int) i);
    }
    doubt_duplicates(document);
}
