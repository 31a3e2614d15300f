/*
 * write_json.c - see write_json.h. Unknown is null; keys stand in the documented order.
 */
#include "write_json.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

/* UTF-8 with what is none (a file's name may hold any byte) as U+FFFD. */
static json_t *repaired(MnText text)
{
    json_t *string;
    char *copy = malloc(text.len * 3 + 1);
    size_t len = 0;

    if (copy == NULL) {
        return json_null();
    }
    for (size_t at = 0; at < text.len;) {
        len += mn_put(mn_next(text, &at), copy + len);
    }
    string = json_stringn(copy, len);
    free(copy);
    return string == NULL ? json_null() : string;
}

static json_t *slice(MnText text)
{
    json_t *string;

    if (text.data == NULL) {
        return json_null();
    }
    string = json_stringn(text.data, text.len);
    return string == NULL ? repaired(text) : string;
}

static json_t *string(const char *text)
{
    return text == NULL ? json_null() : slice((MnText){text, strlen(text)});
}

static json_t *line_number(int line)
{
    return line > 0 ? json_integer(line) : json_null();
}

/* A value in millionths, as a whole number where it is one. */
static json_t *millionths(int64_t value)
{
    return value % MN_PERCENT_SCALE == 0 ? json_integer(value / MN_PERCENT_SCALE)
                                         : json_real((double) value / (double) MN_PERCENT_SCALE);
}

static void set(json_t *object, const char *key, json_t *value)
{
    json_object_set_new_nocheck(object, key, value);
}

static json_t *person_json(const Person *person)
{
    json_t *object = json_object();

    set(object, "name", string(person->name));
    set(object, "honorific", string(person->honorific));
    set(object, "post_nominals", string(person->post_nominals));
    set(object, "role", string(person->role));
    set(object, "organisation", string(person->organisation));
    set(object, "substitute_for", string(person->substitute_for));
    set(object, "as_printed", string(person->as_printed));
    return object;
}

static json_t *people_json(const Meeting *meeting, Capacity capacity)
{
    json_t *list = json_array();

    for (size_t i = 0; i < meeting->people_count; i++) {
        if (meeting->people[i].capacity == capacity) {
            json_array_append_new(list, person_json(&meeting->people[i]));
        }
    }
    return list;
}

static json_t *grounds_json(MnRestriction grounds)
{
    json_t *list = json_array();

    for (int ground = 0; ground < MN_GROUNDS; ground++) {
        if (grounds & MN_GROUND_BIT(ground)) {
            json_array_append_new(list, string(mn_ground_name((MnGround) ground)));
        }
    }
    return list;
}

static json_t *decisions_json(const Item *item, MnText text)
{
    json_t *list = json_array();

    for (size_t i = 0; i < item->decision_count; i++) {
        json_t *object = json_object();

        set(object, "outcome", string(mn_outcome_name(item->decisions[i].outcome)));
        set(object, "text", slice(mn_slice(text, item->decisions[i].matched)));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *attachments_json(const Item *item)
{
    json_t *list = json_array();

    for (size_t i = 0; i < item->attachment_count; i++) {
        const Attachment *attachment = &item->attachments[i];
        json_t *object = json_object();

        set(object, "title", string(attachment->title));
        set(object, "type", string(attachment->type));
        set(object, "size", string(attachment->size));
        set(object, "bytes", attachment->bytes < 0 ? json_null() : json_integer(attachment->bytes));
        set(object, "url", string(attachment->url));
        json_array_append_new(list, object);
    }
    return list;
}

/* Counts characters from the last place asked for, so that many spans of a long text cost no more than reading it. */
typedef struct CharacterCount {
    MnText text;
    size_t byte;
    size_t characters;
} CharacterCount;

static size_t characters_before(CharacterCount *count, size_t byte)
{
    if (byte >= count->byte) {
        MnText between = {count->text.data + count->byte, byte - count->byte};

        count->characters += mn_characters(between, between.len);
    } else {
        MnText between = {count->text.data + byte, count->byte - byte};

        count->characters -= mn_characters(between, between.len);
    }
    count->byte = byte;
    return count->characters;
}

static json_t *changes_json(const Item *item, MnText text)
{
    json_t *list = json_array();
    CharacterCount count = {text, 0, 0};

    for (size_t i = 0; i < item->change_count; i++) {
        const MnChange *change = &item->changes[i];
        MnText matched = mn_slice(text, change->matched);
        bool points = mn_percent_change_unit(change->change) == MN_PERCENTAGE_POINTS;
        json_t *object = json_object();

        set(object, "metric", slice(change->metric));
        set(object, "change", millionths(mn_percent_change_millionths(change->change)));
        set(object, "unit", json_string(points ? "percentage_points" : "percent"));
        set(object, "low", change->has_range ? millionths(change->low) : json_null());
        set(object, "high", change->has_range ? millionths(change->high) : json_null());
        set(object, "baseline", slice(change->baseline));
        set(object, "basis", string(mn_basis_name(change->basis)));
        set(object, "qualifier", string(mn_qualifier_name(change->qualifier)));
        set(object, "from_level", change->has_from ? millionths(change->from_level) : json_null());
        set(object, "to_level", change->has_to ? millionths(change->to_level) : json_null());
        set(object, "matched", slice(matched));
        set(object, "start_at",
            json_integer((json_int_t) characters_before(&count, change->matched.start) + 1));
        set(object, "length", json_integer((json_int_t) mn_characters(matched, matched.len)));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *item_json(const Item *item)
{
    MnText text = {item->text, item->text == NULL ? 0 : strlen(item->text)};
    json_t *object = json_object();

    set(object, "position", json_integer(item->position));
    set(object, "code", string(item->code));
    set(object, "number", string(item->number));
    set(object, "title", string(item->title));
    set(object, "section", string(item->section));
    set(object, "agenda_text", string(item->agenda_text));
    set(object, "text", string(item->text));
    set(object, "truncated", json_boolean(item->truncated));
    set(object, "restricted", json_boolean(item->restricted));
    set(object, "restriction_category",
        string(item->restricted ? mn_restriction_category(item->grounds) : NULL));
    set(object, "grounds", grounds_json(item->restricted ? item->grounds : 0));
    set(object, "restriction_reason", string(item->reason));
    set(object, "decisions", decisions_json(item, text));
    set(object, "attachments", attachments_json(item));
    set(object, "changes", changes_json(item, text));
    return object;
}

static json_t *date_json(MnDate date)
{
    char text[32];

    if (date.year == 0) {
        return json_null();
    }
    snprintf(text, sizeof(text), "%04d-%02d-%02d", date.year, date.month, date.day);
    return json_string(text);
}

static json_t *time_json(int minutes)
{
    char text[32];

    if (minutes < 0) {
        return json_null();
    }
    snprintf(text, sizeof(text), "%02d:%02d", minutes / 60, minutes % 60);
    return json_string(text);
}

static json_t *meeting_json(const Meeting *meeting)
{
    json_t *object = json_object();
    json_t *items = json_array();

    set(object, "body", string(meeting->body));
    set(object, "authority", string(meeting->authority));
    set(object, "date", date_json(meeting->date));
    set(object, "start_time", time_json(meeting->start_minutes));
    set(object, "venue", string(meeting->venue));
    set(object, "contact", string(meeting->contact));
    set(object, "status", json_string(meeting->draft ? "draft" : "final"));
    set(object, "held", json_boolean(meeting->held));
    set(object, "present", people_json(meeting, CAPACITY_PRESENT));
    set(object, "apologies", people_json(meeting, CAPACITY_APOLOGIES));
    set(object, "officers", people_json(meeting, CAPACITY_OFFICER));
    set(object, "in_attendance", people_json(meeting, CAPACITY_IN_ATTENDANCE));
    for (size_t i = 0; i < meeting->item_count; i++) {
        json_array_append_new(items, item_json(&meeting->items[i]));
    }
    set(object, "items", items);
    return object;
}

static json_t *problem_json(Severity severity, const char *code, const char *detail, int line,
                            int meeting, int item)
{
    json_t *object = json_object();

    set(object, "severity", json_string(severity == SEVERITY_ERROR ? "error" : "warning"));
    set(object, "code", string(code));
    set(object, "detail", string(detail));
    set(object, "line", line_number(line));
    set(object, "meeting", meeting < 0 ? json_null() : json_integer(meeting + 1));
    set(object, "item", item <= 0 ? json_null() : json_integer(item));
    return object;
}

static const char *kind_name(BlockKind kind)
{
    static const char *const names[] = {"heading", "paragraph", "bullet",     "row",
                                        "label",   "code",      "attachment", "break"};

    return names[kind];
}

static json_t *blocks_json(const Blocks *blocks)
{
    json_t *list = json_array();

    for (size_t i = 0; i < blocks->count; i++) {
        const Block *block = &blocks->block[i];
        json_t *object = json_object();

        set(object, "line", line_number(block->line));
        set(object, "kind", json_string(kind_name(block->kind)));
        set(object, "place", json_string(place_name(block->place)));
        set(object, "meeting", block->meeting < 0 ? json_null() : json_integer(block->meeting + 1));
        set(object, "item", block->item <= 0 ? json_null() : json_integer(block->item));
        set(object, "label", string(block->label));
        set(object, "text", string(block->text));
        json_array_append_new(list, object);
    }
    return list;
}

static bool put_line(FILE *out, json_t *object)
{
    bool done = json_dumpf(object, out, JSON_REAL_PRECISION(15)) == 0 && putc('\n', out) != EOF;

    json_decref(object);
    return done;
}

bool write_json(FILE *out, const Document *document, bool explain)
{
    json_t *object = json_object();
    json_t *meetings = json_array();
    json_t *problems = json_array();

    for (size_t i = 0; i < document->meeting_count; i++) {
        json_array_append_new(meetings, meeting_json(&document->meetings[i]));
    }
    for (size_t i = 0; i < document->problem_count; i++) {
        const Problem *p = &document->problems[i];

        json_array_append_new(
            problems, problem_json(p->severity, p->code, p->detail, p->line, p->meeting, p->item));
    }
    set(object, "file", string(document->name));
    set(object, "format", string(document->format));
    set(object, "meetings", meetings);
    set(object, "problems", problems);
    if (explain) {
        set(object, "blocks", blocks_json(&document->blocks));
    }
    return put_line(out, object);
}

bool write_json_rejected(FILE *out, const char *name, const ReadError *error)
{
    json_t *object = json_object();
    json_t *problems = json_array();

    json_array_append_new(problems,
                          problem_json(SEVERITY_ERROR, error->code, error->detail, 0, -1, 0));
    set(object, "file", string(name));
    set(object, "format", json_null());
    set(object, "meetings", json_array());
    set(object, "problems", problems);
    return put_line(out, object);
}
