/*
 * write_json.c - see write_json.h. Unknown is null; keys stand in the documented order.
 */
#include "write_json.h"

#include <string.h>

/* What is written, as it is made: a document's objects are never in memory together. */
typedef struct Json {
    FILE *out;
    bool first; /* nothing stands yet in the object or list that is open */
} Json;

static void put(Json *json, const char *string)
{
    fputs_unlocked(string, json->out);
}

static void put_null(Json *json)
{
    put(json, "null");
}

static void put_number(Json *json, int64_t value)
{
    fprintf(json->out, "%lld", (long long) value);
}

static void put_bool(Json *json, bool value)
{
    put(json, value ? "true" : "false");
}

/* A value in millionths, with no more decimals than it has. */
static void put_millionths(Json *json, int64_t value)
{
    uint64_t size = value < 0 ? 0 - (uint64_t) value : (uint64_t) value;
    char decimals[8];
    size_t len;

    fprintf(json->out, "%s%llu", value < 0 ? "-" : "",
            (unsigned long long) (size / MN_PERCENT_SCALE));
    if (size % MN_PERCENT_SCALE == 0) {
        return;
    }
    len = (size_t) snprintf(decimals, sizeof(decimals), "%06d", (int) (size % MN_PERCENT_SCALE));
    while (decimals[len - 1] == '0') {
        len--;
    }
    fprintf(json->out, ".%.*s", (int) len, decimals);
}

static void put_escaped(Json *json, unsigned char c)
{
    static const char letters[] = "btnvfr";

    if (c == '"' || c == '\\') {
        fprintf(json->out, "\\%c", c);
    } else if (c >= '\b' && c <= '\r' && c != '\v') {
        fprintf(json->out, "\\%c", letters[c - '\b']);
    } else {
        fprintf(json->out, "\\u%04X", c);
    }
}

/* A text, null where data is NULL. What is no UTF-8 (a file's name may hold any byte) is written as U+FFFD. */
static void put_text(Json *json, MnText text)
{
    size_t done = 0;
    size_t at = 0;

    if (text.data == NULL) {
        put_null(json);
        return;
    }
    putc_unlocked('"', json->out);
    while (at < text.len) {
        unsigned char c = (unsigned char) text.data[at];
        size_t before = at;
        uint32_t code_point;

        if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
            at++;
            continue;
        }
        code_point = mn_next(text, &at);
        if (c >= 0x80 && (code_point != 0xFFFD || at > before + 1)) {
            continue;
        }
        fwrite_unlocked(text.data + done, 1, before - done, json->out);
        if (c < 0x80) {
            put_escaped(json, c);
        } else {
            put(json, "\xEF\xBF\xBD");
        }
        done = at;
    }
    fwrite_unlocked(text.data + done, 1, text.len - done, json->out);
    putc_unlocked('"', json->out);
}

static void put_string(Json *json, const char *string)
{
    put_text(json, (MnText){string, string == NULL ? 0 : strlen(string)});
}

/* The place of the next element of the list that is open. */
static void next(Json *json)
{
    put(json, json->first ? "" : ", ");
    json->first = false;
}

static void begin(Json *json, char bracket)
{
    putc_unlocked(bracket, json->out);
    json->first = true;
}

static void end(Json *json, char bracket)
{
    putc_unlocked(bracket, json->out);
    json->first = false;
}

static void key(Json *json, const char *name)
{
    next(json);
    putc_unlocked('"', json->out);
    put(json, name);
    put(json, "\": ");
}

static void string(Json *json, const char *name, const char *value)
{
    key(json, name);
    put_string(json, value);
}

static void text(Json *json, const char *name, MnText value)
{
    key(json, name);
    put_text(json, value);
}

/* Null where it is not given. */
static void number(Json *json, const char *name, bool given, int64_t value)
{
    key(json, name);
    if (given) {
        put_number(json, value);
    } else {
        put_null(json);
    }
}

static void millionths(Json *json, const char *name, bool given, int64_t value)
{
    key(json, name);
    if (given) {
        put_millionths(json, value);
    } else {
        put_null(json);
    }
}

static void boolean(Json *json, const char *name, bool value)
{
    key(json, name);
    put_bool(json, value);
}

static void person_json(Json *json, const Person *person)
{
    next(json);
    begin(json, '{');
    string(json, "name", person->name);
    string(json, "honorific", person->honorific);
    string(json, "post_nominals", person->post_nominals);
    string(json, "role", person->role);
    string(json, "organisation", person->organisation);
    string(json, "substitute_for", person->substitute_for);
    string(json, "as_printed", person->as_printed);
    end(json, '}');
}

static void people_json(Json *json, const char *name, const Meeting *meeting, Capacity capacity)
{
    key(json, name);
    begin(json, '[');
    for (size_t i = 0; i < meeting->people_count; i++) {
        if (meeting->people[i].capacity == capacity) {
            person_json(json, &meeting->people[i]);
        }
    }
    end(json, ']');
}

static void grounds_json(Json *json, MnRestriction grounds)
{
    key(json, "grounds");
    begin(json, '[');
    for (int ground = 0; ground < MN_GROUNDS; ground++) {
        if (grounds & MN_GROUND_BIT(ground)) {
            next(json);
            put_string(json, mn_ground_name((MnGround) ground));
        }
    }
    end(json, ']');
}

static void decisions_json(Json *json, const Item *item, MnText minuted)
{
    key(json, "decisions");
    begin(json, '[');
    for (size_t i = 0; i < item->decision_count; i++) {
        next(json);
        begin(json, '{');
        string(json, "outcome", mn_outcome_name(item->decisions[i].outcome));
        text(json, "text", mn_slice(minuted, item->decisions[i].matched));
        end(json, '}');
    }
    end(json, ']');
}

static void attachments_json(Json *json, const Item *item)
{
    key(json, "attachments");
    begin(json, '[');
    for (size_t i = 0; i < item->attachment_count; i++) {
        const Attachment *attachment = &item->attachments[i];

        next(json);
        begin(json, '{');
        string(json, "title", attachment->title);
        string(json, "type", attachment->type);
        string(json, "size", attachment->size);
        number(json, "bytes", attachment->bytes >= 0, attachment->bytes);
        string(json, "url", attachment->url);
        end(json, '}');
    }
    end(json, ']');
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

static void changes_json(Json *json, const Item *item, MnText minuted)
{
    CharacterCount count = {minuted, 0, 0};

    key(json, "changes");
    begin(json, '[');
    for (size_t i = 0; i < item->change_count; i++) {
        const MnChange *change = &item->changes[i];
        MnText matched = mn_slice(minuted, change->matched);
        bool points = mn_percent_change_unit(change->change) == MN_PERCENTAGE_POINTS;

        next(json);
        begin(json, '{');
        text(json, "metric", change->metric);
        millionths(json, "change", true, mn_percent_change_millionths(change->change));
        string(json, "unit", points ? "percentage_points" : "percent");
        millionths(json, "low", change->has_range, change->low);
        millionths(json, "high", change->has_range, change->high);
        text(json, "baseline", change->baseline);
        string(json, "basis", mn_basis_name(change->basis));
        string(json, "qualifier", mn_qualifier_name(change->qualifier));
        millionths(json, "from_level", change->has_from, change->from_level);
        millionths(json, "to_level", change->has_to, change->to_level);
        text(json, "matched", matched);
        number(json, "start_at", true,
               (int64_t) characters_before(&count, change->matched.start) + 1);
        number(json, "length", true, (int64_t) mn_characters(matched, matched.len));
        end(json, '}');
    }
    end(json, ']');
}

static void item_json(Json *json, const Item *item)
{
    MnText minuted = {item->text, item->text == NULL ? 0 : strlen(item->text)};

    next(json);
    begin(json, '{');
    number(json, "position", true, item->position);
    string(json, "code", item->code);
    string(json, "number", item->number);
    string(json, "title", item->title);
    string(json, "section", item->section);
    string(json, "agenda_text", item->agenda_text);
    string(json, "text", item->text);
    boolean(json, "truncated", item->truncated);
    boolean(json, "restricted", item->restricted);
    string(json, "restriction_category",
           item->restricted ? mn_restriction_category(item->grounds) : NULL);
    grounds_json(json, item->restricted ? item->grounds : 0);
    string(json, "restriction_reason", item->reason);
    decisions_json(json, item, minuted);
    attachments_json(json, item);
    changes_json(json, item, minuted);
    end(json, '}');
}

static void date_json(Json *json, MnDate date)
{
    char print[32];

    snprintf(print, sizeof(print), "%04d-%02d-%02d", date.year, date.month, date.day);
    string(json, "date", date.year == 0 ? NULL : print);
}

static void time_json(Json *json, int minutes)
{
    char print[32];

    snprintf(print, sizeof(print), "%02d:%02d", minutes / 60, minutes % 60);
    string(json, "start_time", minutes < 0 ? NULL : print);
}

static void meeting_json(Json *json, const Meeting *meeting)
{
    next(json);
    begin(json, '{');
    string(json, "body", meeting->body);
    string(json, "authority", meeting->authority);
    date_json(json, meeting->date);
    time_json(json, meeting->start_minutes);
    string(json, "venue", meeting->venue);
    string(json, "contact", meeting->contact);
    string(json, "status", meeting->draft ? "draft" : "final");
    boolean(json, "held", meeting->held);
    people_json(json, "present", meeting, CAPACITY_PRESENT);
    people_json(json, "apologies", meeting, CAPACITY_APOLOGIES);
    people_json(json, "officers", meeting, CAPACITY_OFFICER);
    people_json(json, "in_attendance", meeting, CAPACITY_IN_ATTENDANCE);
    key(json, "items");
    begin(json, '[');
    for (size_t i = 0; i < meeting->item_count; i++) {
        item_json(json, &meeting->items[i]);
    }
    end(json, ']');
    end(json, '}');
}

static void problem_json(Json *json, const Problem *problem)
{
    next(json);
    begin(json, '{');
    string(json, "severity", problem->severity == SEVERITY_ERROR ? "error" : "warning");
    string(json, "code", problem->code);
    string(json, "detail", problem->detail);
    number(json, "line", problem->line > 0, problem->line);
    number(json, "meeting", problem->meeting >= 0, problem->meeting + 1);
    number(json, "item", problem->item > 0, problem->item);
    end(json, '}');
}

static const char *kind_name(BlockKind kind)
{
    static const char *const names[] = {"heading", "paragraph", "bullet",     "row",
                                        "label",   "code",      "attachment", "break"};

    return names[kind];
}

static void blocks_json(Json *json, const Blocks *blocks)
{
    key(json, "blocks");
    begin(json, '[');
    for (size_t i = 0; i < blocks->count; i++) {
        const Block *block = &blocks->block[i];

        next(json);
        begin(json, '{');
        number(json, "line", block->line > 0, block->line);
        string(json, "kind", kind_name(block->kind));
        string(json, "place", place_name(block->place));
        number(json, "meeting", block->meeting >= 0, block->meeting + 1);
        number(json, "item", block->item > 0, block->item);
        string(json, "label", block->label);
        string(json, "text", block->text);
        if (block->file_type != NULL || block->file_size != NULL) {
            key(json, "file");
            begin(json, '{');
            string(json, "type", block->file_type);
            string(json, "size", block->file_size);
            end(json, '}');
        }
        if (block->truncated) {
            boolean(json, "truncated", true);
        }
        end(json, '}');
    }
    end(json, ']');
}

static bool end_line(Json *json)
{
    return putc_unlocked('\n', json->out) != EOF && !ferror(json->out);
}

bool write_json(FILE *out, const Document *document, bool explain)
{
    Json json = {out, true};

    begin(&json, '{');
    string(&json, "file", document->name);
    string(&json, "format", document->format);
    key(&json, "meetings");
    begin(&json, '[');
    for (size_t i = 0; i < document->meeting_count; i++) {
        meeting_json(&json, &document->meetings[i]);
    }
    end(&json, ']');
    key(&json, "problems");
    begin(&json, '[');
    for (size_t i = 0; i < document->problem_count; i++) {
        problem_json(&json, &document->problems[i]);
    }
    end(&json, ']');
    if (explain) {
        blocks_json(&json, &document->blocks);
    }
    end(&json, '}');
    return end_line(&json);
}

bool write_json_rejected(FILE *out, const char *name, const ReadError *error)
{
    Json json = {out, true};
    Problem problem = {.severity = strcmp(error->code, READ_PASSED_OVER) == 0 ? SEVERITY_WARNING
                                                                              : SEVERITY_ERROR,
                       .code = error->code,
                       .detail = error->detail,
                       .meeting = -1};

    begin(&json, '{');
    string(&json, "file", name);
    string(&json, "format", NULL);
    key(&json, "meetings");
    put(&json, "[]");
    key(&json, "problems");
    begin(&json, '[');
    problem_json(&json, &problem);
    end(&json, ']');
    end(&json, '}');
    return end_line(&json);
}
