/*
 * write_items.c - the rows of meetings: people, items, what items say, doubts. What is restricted goes to the restricted twin.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "period.h"
#include "segment.h"
#include "sentence.h"
#include "write_pg.h"

const char *item_part_key(Arena *arena, char kind, int64_t owner, const char *content)
{
    return arena_printf(arena, "%c%lld\x1f%s", kind, (long long) owner,
                        text_digest(arena, content));
}

bool fetch_old_ids(Writer *writer, const DocumentPlan *plans, size_t from, size_t to, KeyMap *ids)
{
    static const char parts[] =
        "select 'd', t.item_id, t.decision_id, concat(t.outcome, chr(31), t.decision_text),"
        " t.ordinal from k join minutes_store.agenda_items i on i.body_id = k.b and i.meeting_id ="
        " k.m join minutes_store.decisions_%1$s t on t.body_id = i.body_id and t.item_id ="
        " i.item_id union all "
        "select 'c', t.item_id, t.change_id, concat(t.change::text, chr(31), t.matched), t.ordinal"
        " from k join minutes_store.agenda_items i on i.body_id = k.b and i.meeting_id = k.m"
        " join minutes_store.changes_%1$s t on t.body_id = i.body_id and t.item_id = i.item_id"
        " union all "
        "select 'v', t.item_id, t.approval_id, concat(t.minutes_held_on, chr(31), t.minutes_body),"
        " t.ordinal from k join minutes_store.agenda_items i on i.body_id = k.b and i.meeting_id ="
        " k.m join minutes_store.approvals_%1$s t on t.body_id = i.body_id and t.item_id ="
        " i.item_id union all "
        "select 'a', t.item_id, t.attachment_id, concat(t.title, chr(31), t.url), t.ordinal"
        " from k join minutes_store.agenda_items i on i.body_id = k.b and i.meeting_id = k.m"
        " join minutes_store.attachments_%1$s t on t.body_id = i.body_id and t.item_id = i.item_id"
        " union all ";
    Arena *arena = writer->arena;
    Buffer bodies = {.arena = arena};
    Buffer meetings = {.arena = arena};
    Buffer sql = {.arena = arena};
    const char *values[2];
    size_t count = 0;
    PGresult *result;

    for (size_t d = from; d < to; d++) {
        for (size_t m = 0; m < plans[d].document->meeting_count; m++) {
            const MeetingPlan *meeting = &plans[d].meetings[m];

            if (meeting->replaces != NULL && !meeting->left_out) {
                list_add_number(&bodies, meeting->replaces->body_id);
                list_add_number(&meetings, meeting->replaces->meeting_id);
                count++;
            }
        }
    }
    if (count == 0) {
        return true;
    }
    buffer_puts(&sql, "with k(b, m) as (select * from unnest($1::bigint[], $2::bigint[])) ");
    buffer_puts(&sql, arena_printf(arena, parts, "open"));
    buffer_puts(&sql, arena_printf(arena, parts, "restricted"));
    buffer_puts(&sql,
                "select 'p', t.meeting_id, t.attendance_id, concat(t.capacity, chr(31), t.name),"
                " t.ordinal from k join minutes_store.attendance t on t.body_id = k.b and"
                " t.meeting_id = k.m union all "
                "select case when t.filled = 0 then 'p' else 'f' end, t.meeting_id,"
                " t.attendance_id, concat(t.capacity, chr(31), t.name), t.ordinal from k join"
                " minutes_store.attendance_restricted t on t.body_id = k.b and"
                " t.meeting_id = k.m union all select 'q', t.meeting_id, t.doubt_id,"
                " concat(t.item_id, chr(31), t.check_name), t.source_line"
                " from k join minutes_store.data_doubts t"
                " on t.body_id = k.b and t.meeting_id = k.m order by 1, 2, 5, 3");
    values[0] = list_end(&bodies);
    values[1] = list_end(&meetings);
    result = db_query_params(writer->conn, "looking for ids to keep", sql.data, 2, values);
    if (result == NULL) {
        return false;
    }
    for (int row = 0; row < PQntuples(result); row++) {
        key_put(ids,
                item_part_key(arena, db_text(result, row, 0)[0], db_number(result, row, 1),
                              db_text(result, row, 3)),
                db_number(result, row, 2));
    }
    PQclear(result);
    return true;
}

/* The id that this part had, or a new one. */
static int64_t part_id(Writer *writer, KeyMap *old_ids, char kind, int64_t owner, const char *first,
                       const char *second)
{
    int64_t id = 0;

    if (old_ids->count > 0) {
        id = key_take(old_ids, item_part_key(writer->arena, kind, owner,
                                             arena_printf(writer->arena, "%s\x1f%s",
                                                          first == NULL ? "" : first,
                                                          second == NULL ? "" : second)));
    }
    return id != 0 ? id : writer_id(writer);
}

static void meeting_row(Writer *writer, const DocumentPlan *plan, const MeetingPlan *meeting)
{
    Rows *rows = &writer->rows[TABLE_MEETINGS];
    const Meeting *m = meeting->meeting;
    static const char *const published_bases[] = {
        [PUBLISHED_UNKNOWN] = NULL,
        [PUBLISHED_AS_STATED] = "stated",
        [PUBLISHED_BY_PAGE] = "page",
        [PUBLISHED_BY_CHANGE] = "page_changed",
    };
    char published[40];
    char start[24];

    snprintf(start, sizeof(start), "%02d:%02d", m->start_minutes / 60 % 24, m->start_minutes % 60);
    row_number(rows, meeting->body->body_id);
    row_number(rows, meeting->meeting_id);
    row_number(rows, plan->document_id);
    row_number(rows, meeting->ordinal);
    row_text(rows, meeting->key);
    row_text(rows, *meeting->held_on == '\0' ? NULL : meeting->held_on);
    row_text(rows, m->start_minutes < 0 ? NULL : start);
    row_text(rows, m->venue);
    row_clipped(rows, m->contact, 200);
    row_text(rows, m->draft ? "draft" : "final");
    row_bool(rows, m->held);
    row_clipped(rows, m->cms_id, 100);
    row_number_if(rows, m->line > 0, m->line);
    snprintf(published, sizeof(published), "%04d-%02d-%02d", m->published.year, m->published.month,
             m->published.day);
    row_text(rows, m->published_basis == PUBLISHED_UNKNOWN ? NULL : published);
    row_text(rows, published_bases[m->published_basis]);
    row_end(rows);
}

/* The meeting's item at a position: its index; the number of items for none. */
static size_t item_at(const Meeting *meeting, int position)
{
    size_t i = 0;

    while (i < meeting->item_count && (position == 0 || meeting->items[i].position != position)) {
        i++;
    }
    return i;
}

/* Place among all the meeting's people, from 1. */
static int64_t place_of(const Meeting *meeting, const Person *person)
{
    size_t i = 0;

    while (i < meeting->people_count &&
           (meeting->people[i].capacity != person->capacity || meeting->people[i].name == NULL ||
            person->name == NULL ||
            !mn_same((MnText){meeting->people[i].name, strlen(meeting->people[i].name)},
                     (MnText){person->name, strlen(person->name)}))) {
        i++;
    }
    return (int64_t) i + 1;
}

/* The entry of the header's lists that a restricted item says more of: its place in ids, which are in the order of people. */
static int64_t filled_entry(const Person *people, const int64_t *ids, const Person *person)
{
    for (const Person *one = people; one < person; one++) {
        if (one->capacity == person->capacity && one->name == person->name) {
            return ids[one - people];
        }
    }
    return 0;
}

static bool attendance_rows(Writer *writer, const MeetingPlan *meeting, KeyMap *old_ids)
{
    Person *people;
    size_t count;
    int64_t *ids;

    people_by_record(writer->arena, meeting->meeting, &people, &count);
    ids = arena_alloc(writer->arena, (count + 1) * sizeof(int64_t));
    for (size_t i = 0; i < count; i++) {
        const Person *person = &people[i];
        const char *capacity = capacity_name(person->capacity);
        const char *name = person->name == NULL ? "" : person->name;
        size_t item = item_at(meeting->meeting, person->item);
        bool of_item = item < meeting->meeting->item_count;
        bool restricted = of_item && meeting->meeting->items[item].restricted;
        Rows *rows = &writer->rows[restricted ? TABLE_ATTENDANCE_RESTRICTED : TABLE_ATTENDANCE];

        ids[i] = part_id(writer, old_ids, restricted && person->filled != 0 ? 'f' : 'p',
                         meeting->meeting_id, capacity, name);
        if (ids[i] == 0) {
            return false;
        }
        row_number(rows, meeting->body->body_id);
        row_number(rows, ids[i]);
        row_number(rows, meeting->meeting_id);
        row_number(rows, place_of(meeting->meeting, person));
        row_text(rows, capacity);
        row_clipped(rows, name, 200);
        row_clipped(rows, person->honorific, 60);
        row_clipped(rows, person->post_nominals, 60);
        row_clipped(rows, person->role, 300);
        row_clipped(rows, person->organisation, 300);
        row_clipped(rows, person->substitute_for, 200);
        row_text(rows, person->as_printed);
        row_number_if(rows, person->line > 0, person->line);
        row_number_if(rows, of_item, of_item ? meeting->item_ids[item] : 0);
        row_number(rows, person->filled);
        if (restricted) {
            row_number_if(rows, person->filled != 0, filled_entry(people, ids, person));
        }
        row_end(rows);
    }
    return true;
}

/* Orders bare numbers among themselves, before all agenda codes: "7", then "7.2", then "8". */
static int64_t bare_number_order(const char *code)
{
    char *end;
    int64_t first = strtoll(code, &end, 10) % 100000;
    int64_t second = *end == '.' ? strtoll(end + 1, NULL, 10) % 1000 : 0;

    return end == code ? 0 : first * 1000 + second;
}

/* The paragraphs as an array, NULL for none. */
static const char *paragraphs_text(Arena *arena, const Item *item)
{
    Buffer list = {.arena = arena};

    for (size_t i = 0; i < item->paragraph_count; i++) {
        list_add_number(&list, item->paragraphs[i]);
    }
    return item->paragraph_count == 0 ? NULL : list_end(&list);
}

static void item_row(Writer *writer, const MeetingPlan *meeting, const Item *item, int64_t id)
{
    Rows *rows = &writer->rows[TABLE_ITEMS];
    char code[MN_AGENDA_CODE_MAX];
    char grounds[MN_RESTRICTION_MAX];
    /* A restricted item always has a ground, if only that none is stated. */
    MnRestriction all = item->grounds == 0 ? MN_GROUND_BIT(MN_UNSTATED) : item->grounds;
    bool said;

    row_number(rows, meeting->body->body_id);
    row_number(rows, id);
    row_number(rows, meeting->meeting_id);
    row_number(rows, item->position);
    if (item->has_agenda_code) {
        mn_agenda_code_format(item->agenda_code, code);
    }
    row_text(rows, item->has_agenda_code ? code : NULL);
    row_clipped(rows, item->has_agenda_code ? code : item->code, 60);
    row_number_if(rows, item->has_agenda_code || item->code != NULL,
                  item->has_agenda_code ? item->agenda_code
                  : item->code == NULL  ? 0
                                        : bare_number_order(item->code));
    row_clipped(rows, item->number, 200);
    row_text(rows, item->title);
    row_text(rows, item->section);
    row_bool(rows, item->truncated);
    row_bool(rows, item->restricted);
    mn_restriction_format(all, grounds);
    row_text(rows, item->restricted ? grounds : NULL);
    /* What was lifted keeps what the document says of it. */
    said = item->restricted || (item->sources & LIFTED_BY_PERSON) != 0;
    mn_restriction_format(item->stated_grounds, grounds);
    row_text(rows, said ? grounds : NULL);
    row_number(rows, said ? item->sources : 0);
    row_text(rows, item->restricted ? mn_regime_name(item->regime) : NULL);
    row_text(rows, said ? paragraphs_text(writer->arena, item) : NULL);
    row_number_if(rows, item->line > 0, item->line);
    row_end(rows);
}

static void text_row(Writer *writer, const MeetingPlan *meeting, const Item *item, int64_t id)
{
    Rows *rows = &writer->rows[item->restricted ? TABLE_TEXT_RESTRICTED : TABLE_TEXT_OPEN];

    row_number(rows, meeting->body->body_id);
    row_number(rows, id);
    row_number(rows, meeting->meeting_id);
    row_text(rows, item->agenda_text);
    row_text(rows, item->text);
    if (item->restricted) {
        row_text(rows, item->reason);
    }
    row_end(rows);
}

static bool decision_rows(Writer *writer, const MeetingPlan *meeting, const Item *item,
                          int64_t item_id, KeyMap *old_ids)
{
    Rows *rows =
        &writer->rows[item->restricted ? TABLE_DECISIONS_RESTRICTED : TABLE_DECISIONS_OPEN];
    MnText text = {item->text, item->text == NULL ? 0 : strlen(item->text)};

    for (size_t i = 0; i < item->decision_count; i++) {
        const char *outcome = mn_outcome_name(item->decisions[i].outcome);
        MnText matched = mn_slice(text, item->decisions[i].matched);
        int64_t id = part_id(writer, old_ids, 'd', item_id, outcome,
                             old_ids->count == 0 ? "" : arena_text(writer->arena, matched));

        if (id == 0) {
            return false;
        }
        row_number(rows, meeting->body->body_id);
        row_number(rows, id);
        row_number(rows, meeting->meeting_id);
        row_number(rows, item_id);
        row_number(rows, (int64_t) i + 1);
        row_text(rows, outcome);
        row_span(rows, matched);
        row_end(rows);
    }
    return true;
}

/* What is stated of the meeting whose minutes the item approves. Its body is told by the name's key, as bodies are. */
static bool approval_rows(Writer *writer, const MeetingPlan *meeting, const Item *item,
                          int64_t item_id, KeyMap *old_ids)
{
    Arena *arena = writer->arena;
    Rows *rows =
        &writer->rows[item->restricted ? TABLE_APPROVALS_RESTRICTED : TABLE_APPROVALS_OPEN];

    for (size_t i = 0; i < item->approval_count; i++) {
        const MnApproval *approval = &item->approvals[i];
        MnDate date = approval->date;
        const char *day = mn_date_is_valid(date) ? arena_printf(arena, "%04d-%02d-%02d", date.year,
                                                                date.month, date.day)
                                                 : NULL;
        const char *body = approval->body.len == 0 || approval->body.len > 300
                               ? NULL
                               : arena_text(arena, approval->body);
        int64_t id = part_id(writer, old_ids, 'v', item_id, day, body);

        if (id == 0) {
            return false;
        }
        row_number(rows, meeting->body->body_id);
        row_number(rows, id);
        row_number(rows, meeting->meeting_id);
        row_number(rows, item_id);
        row_number(rows, (int64_t) i + 1);
        row_text(rows, mn_approval_decision_name(approval->decision));
        row_text(rows, mn_approval_basis_name(approval->basis));
        row_text(rows, day);
        row_text(rows, body);
        row_text(rows, body == NULL ? NULL : name_key(arena, body, 300));
        row_span(rows, approval->sentence);
        if (approval->corrections.len == 0) {
            row_text(rows, NULL);
        } else {
            row_span(rows, approval->corrections);
        }
        row_end(rows);
    }
    return true;
}

/* A place in a text that moves forward: its sentence and its number of characters, each byte looked at once. */
typedef struct Reading {
    MnText text;
    size_t at;         /* behind the last sentence */
    MnSpan sentence;   /* the last one */
    size_t counted;    /* bytes */
    size_t characters; /* in them */
} Reading;

static MnSpan reading_sentence(Reading *reading, size_t start)
{
    if (start < reading->sentence.start) {
        reading->at = 0;
        reading->sentence = (MnSpan){0, 0};
    }
    while (start >= reading->sentence.start + reading->sentence.len) {
        if (!mn_next_sentence(reading->text, &reading->at, &reading->sentence)) {
            reading->at = 0;
            reading->sentence = (MnSpan){0, 0};
            return mn_sentence_at(reading->text, start);
        }
    }
    return reading->sentence;
}

static size_t reading_characters(Reading *reading, size_t start)
{
    if (start < reading->counted) {
        reading->counted = reading->characters = 0;
    }
    reading->characters +=
        mn_characters((MnText){reading->text.data + reading->counted, start - reading->counted},
                      start - reading->counted);
    reading->counted = start;
    return reading->characters;
}

static void date_field(Rows *rows, MnDate date)
{
    char day[40];

    snprintf(day, sizeof(day), "%04d-%02d-%02d", date.year, date.month, date.day);
    row_text(rows, mn_date_is_valid(date) ? day : NULL);
}

/* First and last day of the period that the sentence states for the figure. */
static void period_fields(Rows *rows, MnText sentence, MnSpan figure)
{
    MnPeriod period = {MN_NO_DATE, MN_NO_DATE};

    if (!mn_stated_period(sentence, figure, &period)) {
        period = (MnPeriod){MN_NO_DATE, MN_NO_DATE};
    }
    date_field(rows, period.start);
    date_field(rows, period.end);
}

static bool change_rows(Writer *writer, const MeetingPlan *meeting, const Item *item,
                        int64_t item_id, KeyMap *old_ids)
{
    Rows *rows = &writer->rows[item->restricted ? TABLE_CHANGES_RESTRICTED : TABLE_CHANGES_OPEN];
    Reading reading = {.text = {item->text, item->text == NULL ? 0 : strlen(item->text)}};

    for (size_t i = 0; i < item->change_count; i++) {
        const MnChange *change = &item->changes[i];
        MnText matched = mn_slice(reading.text, change->matched);
        char printed[MN_PERCENT_CHANGE_MAX];
        MnSpan sentence;
        int64_t id;

        mn_percent_change_format(change->change, printed);
        id = part_id(writer, old_ids, 'c', item_id, printed,
                     old_ids->count == 0 ? "" : arena_text(writer->arena, matched));
        if (id == 0) {
            return false;
        }
        row_number(rows, meeting->body->body_id);
        row_number(rows, id);
        row_number(rows, meeting->meeting_id);
        row_number(rows, item_id);
        row_number(rows, (int64_t) i + 1);
        row_clipped(rows, arena_text(writer->arena, change->metric), 500);
        row_text(rows, printed);
        row_text(rows, mn_basis_name(change->basis));
        row_text(rows, mn_qualifier_name(change->qualifier));
        row_millionths_if(rows, change->has_range, change->low);
        row_millionths_if(rows, change->has_range, change->high);
        row_millionths_if(rows, change->has_from, change->from_level);
        row_millionths_if(rows, change->has_to, change->to_level);
        row_span(rows, change->baseline);
        row_span(rows, matched);
        row_number(rows, (int64_t) reading_characters(&reading, change->matched.start) + 1);
        row_number(rows, (int64_t) mn_characters(matched, matched.len));
        sentence = reading_sentence(&reading, change->matched.start);
        row_span(rows, mn_slice(reading.text, sentence));
        period_fields(rows, mn_slice(reading.text, sentence),
                      (MnSpan){change->matched.start - sentence.start, change->matched.len});
        row_end(rows);
    }
    return true;
}

bool derived_rows(Writer *writer, const MeetingPlan *meeting, const Item *item, int64_t item_id,
                  KeyMap *old_ids)
{
    return decision_rows(writer, meeting, item, item_id, old_ids) &&
           approval_rows(writer, meeting, item, item_id, old_ids) &&
           change_rows(writer, meeting, item, item_id, old_ids);
}

static bool attachment_rows(Writer *writer, const MeetingPlan *meeting, const Item *item,
                            int64_t item_id, KeyMap *old_ids)
{
    for (size_t i = 0; i < item->attachment_count; i++) {
        const Attachment *attachment = &item->attachments[i];
        bool restricted = item->restricted || attachment->restricted;
        Rows *rows =
            &writer->rows[restricted ? TABLE_ATTACHMENTS_RESTRICTED : TABLE_ATTACHMENTS_OPEN];
        int64_t id = part_id(writer, old_ids, 'a', item_id, attachment->title, attachment->url);

        if (id == 0) {
            return false;
        }
        row_number(rows, meeting->body->body_id);
        row_number(rows, id);
        row_number(rows, meeting->meeting_id);
        row_number(rows, item_id);
        row_number(rows, (int64_t) i + 1);
        row_text(rows, attachment->title);
        row_clipped(rows, attachment->type, 20);
        row_clipped(rows, attachment->size, 40);
        row_number_if(rows, attachment->bytes >= 0, attachment->bytes);
        row_text(rows, attachment->url);
        if (restricted) {
            row_bool(rows, attachment->restricted);
        }
        row_end(rows);
    }
    return true;
}

/* That an item says nearly the same as another tells what that other says, which may be one that somebody restricted. */
static bool tells_of_another(const MeetingPlan *meeting, const Problem *problem)
{
    if (strcmp(problem->code, "near_duplicate_text") != 0) {
        return false;
    }
    for (size_t i = 0; i < meeting->meeting->item_count; i++) {
        const Item *item = &meeting->meeting->items[i];

        if (item->restricted && (item->sources & RESTRICTED_BY_PERSON) != 0) {
            return true;
        }
    }
    return false;
}

/* A doubt about an item, or about the meeting where item is NULL. */
static bool doubt_row(Writer *writer, const MeetingPlan *meeting, const Item *item, int64_t item_id,
                      const Problem *problem, KeyMap *old_ids)
{
    bool restricted = item != NULL && (item->restricted || tells_of_another(meeting, problem));
    const char *about =
        item == NULL ? "" : arena_printf(writer->arena, "%lld", (long long) item_id);
    int64_t id = part_id(writer, old_ids, 'q', meeting->meeting_id, about, problem->code);
    Rows *listing = &writer->rows[TABLE_DOUBTS];
    Rows *detail =
        &writer->rows[restricted ? TABLE_DOUBT_DETAIL_RESTRICTED : TABLE_DOUBT_DETAIL_OPEN];

    if (id == 0) {
        return false;
    }
    row_number(listing, meeting->body->body_id);
    row_number(listing, id);
    row_number(listing, meeting->meeting_id);
    row_number_if(listing, item != NULL, item_id);
    row_clipped(listing, problem->code, 60);
    row_text(listing, problem->severity == SEVERITY_ERROR ? "error" : "warning");
    row_number_if(listing, problem->line > 0, problem->line);
    row_end(listing);
    row_number(detail, meeting->body->body_id);
    row_number(detail, id);
    row_number(detail, meeting->meeting_id);
    row_number_if(detail, item != NULL, item_id);
    row_text(detail, problem->detail == NULL ? "" : problem->detail);
    row_end(detail);
    return true;
}

static bool doubt_rows(Writer *writer, const DocumentPlan *plan, const MeetingPlan *meeting,
                       KeyMap *old_ids)
{
    const Document *document = plan->document;
    bool undated_told = false;

    for (size_t i = 0; i < document->problem_count; i++) {
        const Problem *problem = &document->problems[i];
        const Item *item = NULL;
        int64_t item_id = 0;

        if (problem->meeting != meeting->ordinal - 1) {
            continue;
        }
        for (size_t j = 0; j < meeting->meeting->item_count && problem->item > 0; j++) {
            if (meeting->meeting->items[j].position == problem->item) {
                item = &meeting->meeting->items[j];
                item_id = meeting->item_ids[j];
                break;
            }
        }
        undated_told = undated_told || strstr(problem->code, "date") != NULL;
        if (!doubt_row(writer, meeting, item, item_id, problem, old_ids)) {
            return false;
        }
    }
    if (*meeting->held_on == '\0' && !undated_told) {
        const Problem undated = {SEVERITY_WARNING,
                                 "meeting_without_date",
                                 "The document gives no date for the meeting; it is known by its "
                                 "document's address.",
                                 meeting->meeting->line,
                                 meeting->ordinal - 1,
                                 0};

        return doubt_row(writer, meeting, NULL, 0, &undated, old_ids);
    }
    return true;
}

bool meeting_rows(Writer *writer, const DocumentPlan *plan, KeyMap *old_ids)
{
    for (size_t m = 0; m < plan->document->meeting_count; m++) {
        const MeetingPlan *meeting = &plan->meetings[m];

        if (meeting->left_out) {
            continue;
        }
        meeting_row(writer, plan, meeting);
        if (!attendance_rows(writer, meeting, old_ids)) {
            return false;
        }
        for (size_t i = 0; i < meeting->meeting->item_count; i++) {
            const Item *item = &meeting->meeting->items[i];
            int64_t id = meeting->item_ids[i];

            item_row(writer, meeting, item, id);
            text_row(writer, meeting, item, id);
            if (!derived_rows(writer, meeting, item, id, old_ids) ||
                !attachment_rows(writer, meeting, item, id, old_ids)) {
                return false;
            }
        }
        if (!doubt_rows(writer, plan, meeting, old_ids)) {
            return false;
        }
    }
    return true;
}
