/*
 * segment_attendance.c - who was there: the lists and tables of a header.
 */
#include <string.h>

#include "people_words.h"
#include "segment.h"
#include "texts.h"

static const Unit *unit_of(const Segmenter *segmenter, size_t at)
{
    return &segmenter->units.unit[at];
}

/* "Apologies for absence were received from ..." as a line of a header. */
static bool opens_apologies(const Unit *unit)
{
    return unit->kind == UNIT_TEXT &&
           (text_begins(unit->text, "apologies") || text_begins(unit->text, "an apology")) &&
           (text_has(unit->text, "from") || text_has(unit->text, "on behalf of")) &&
           text_words(unit->text) > 4;
}

bool unit_is_numbered_entry(const Segmenter *segmenter, size_t at)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t before = unit_before(segmenter, at);
    size_t after = unit_after(segmenter, at);
    int value = unit->number.value;

    if (before < segmenter->units.count) {
        const Unit *above = unit_of(segmenter, before);

        if (above->number.kind != NUMBER_NONE && above->number.value == value - 1) {
            return true;
        }
        if (above->kind != UNIT_LABEL || above->rest.len > 0) {
            return false;
        }
    }
    return after < segmenter->units.count &&
           unit_of(segmenter, after)->number.kind != NUMBER_NONE &&
           (unit_of(segmenter, after)->number.value == value + 1 ||
            unit_of(segmenter, after)->number.value == 1);
}

bool unit_is_of_people(const Segmenter *segmenter, size_t at, size_t end)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t next;
    size_t len;
    bool plural;

    if (unit->furniture) {
        return true;
    }
    if ((unit->kind != UNIT_TEXT && unit->kind != UNIT_BULLET && unit->kind != UNIT_ROW) ||
        unit->number.kind == NUMBER_CODE || unit->number.kind == NUMBER_YEARED ||
        title_is_usual(unit->text) || title_is_section(unit->text) || unit->text.len > 3000) {
        return false;
    }
    if (unit->kind == UNIT_ROW) {
        return true;
    }
    if (opens_apologies(unit)) {
        return true;
    }
    if (unit->number.kind != NUMBER_NONE && !unit_is_numbered_entry(segmenter, at)) {
        return false;
    }
    if (unit->number.kind != NUMBER_NONE && unit->number.full_stop &&
        title_score(unit->kind == UNIT_BULLET ? unit->text : unit->rest) > 0 &&
        (text_is_capitals(unit->text) || !people_are_listed(segmenter->arena, unit->text))) {
        return false;
    }
    if (unit->number.kind != NUMBER_NONE && unit->kind != UNIT_BULLET) {
        return false;
    }
    if (honorific_at(segmenter->arena, unit->text, &len, &plural) == NULL &&
        (chair_role(unit->text) != NULL || is_manner(unit->text) || is_office(unit->text))) {
        return text_words(unit->text) <= 10 && !text_is_closed(unit->text);
    }
    if (!people_are_listed(segmenter->arena, unit->text)) {
        return false;
    }
    if (honorific_at(segmenter->arena, unit->text, &len, &plural) != NULL ||
        text_search(unit->text, 0, ",") < unit->text.len ||
        text_search(unit->text, 0, "(") < unit->text.len) {
        /* and no sentence about somebody */
        return title_score(unit->text) > -6 || !text_has(unit->text, "was");
    }
    /* a name alone, or a title before its text */
    next = unit_after(segmenter, at);
    return next >= end || unit_of(segmenter, next)->kind != UNIT_TEXT ||
           !text_is_closed(unit_of(segmenter, next)->text) ||
           people_are_listed(segmenter->arena, unit_of(segmenter, next)->text);
}

static Capacity capacity_of(LabelKind label)
{
    switch (label) {
    case LABEL_OFFICERS:
        return CAPACITY_OFFICER;
    case LABEL_IN_ATTENDANCE:
        return CAPACITY_IN_ATTENDANCE;
    case LABEL_APOLOGIES:
    case LABEL_ABSENT:
        return CAPACITY_APOLOGIES;
    default:
        return CAPACITY_PRESENT;
    }
}

/* ---- tables of attendance ---- */

typedef enum Column {
    COLUMN_OTHER,
    COLUMN_NAME,
    COLUMN_ROLE,
    COLUMN_ORGANISATION,
    COLUMN_ATTENDANCE,
    COLUMN_SUBSTITUTE_FOR, /* for whom the named one came */
    COLUMN_SUBSTITUTE      /* who came for the named one */
} Column;

#define COLUMNS 12

typedef struct Table {
    Column column[COLUMNS];
    LabelKind label[COLUMNS]; /* of a table whose heads are labels: "Members | Officers" */
    bool labelled;
    size_t columns; /* 0: no table's head was seen */
} Table;

static size_t next_cell(MnText row, size_t at, MnText *cell)
{
    size_t end;

    if (at + 1 < row.len && row.data[at] == '|' && row.data[at + 1] == ' ') {
        *cell = (MnText){"", 0};
        return at + 2;
    }
    end = text_search(row, at, " | ");

    *cell = text_strip((MnText){row.data + at, end - at}, " |");
    return end < row.len ? end + 3 : row.len + 1;
}

static Column column_of(MnText head)
{
    static const char *const names[] = {
        "name",        "names",    "member",          "members",      "councillor",
        "councillors", "attendee", "attendees",       "board member", "committee member",
        "officer",     "officers", "councillor name", "member name",  "name of member",
        "enw",         NULL};
    static const char *const roles[] = {"role",        "position", "title", "job title", "capacity",
                                        "designation", "post",     "swydd", NULL};
    static const char *const bodies[] = {"organisation",
                                         "organization",
                                         "representing",
                                         "agency",
                                         "body",
                                         "partner",
                                         "partner organisation",
                                         "group",
                                         "party",
                                         "political group",
                                         "ward",
                                         "service",
                                         "department",
                                         "company",
                                         "employer",
                                         "sefydliad",
                                         NULL};
    static const char *const attendance[] = {"attendance",
                                             "present",
                                             "attended",
                                             "status",
                                             "present/apologies",
                                             "attendance status",
                                             "present / apologies",
                                             "apologies",
                                             "presenoldeb",
                                             "present/absent",
                                             NULL};

    static const char *const for_whom[] = {
        "substitute for", "substituting for", "substituted for", "sub for",
        "deputising for", "in place of",      "on behalf of",    NULL};
    static const char *const by_whom[] = {"substitute",      "substituted by", "substitute member",
                                          "substitute name", "replaced by",    NULL};

    if (text_is_any(head, for_whom, NULL) || text_is_any(head, by_whom, NULL)) {
        return text_is_any(head, by_whom, NULL) ? COLUMN_SUBSTITUTE : COLUMN_SUBSTITUTE_FOR;
    }
    return text_is_any(head, names, NULL)        ? COLUMN_NAME
           : text_is_any(head, roles, NULL)      ? COLUMN_ROLE
           : text_is_any(head, bodies, NULL)     ? COLUMN_ORGANISATION
           : text_is_any(head, attendance, NULL) ? COLUMN_ATTENDANCE
                                                 : COLUMN_OTHER;
}

/* Reads a row as a table's head; false where it is none. */
static bool table_head(Arena *arena, Table *table, MnText row)
{
    Table head = {.columns = 0, .labelled = true};
    bool named = false;
    size_t len;

    for (size_t at = 0; at <= row.len && head.columns < COLUMNS;) {
        MnText cell;

        at = next_cell(row, at, &cell);
        head.column[head.columns] = column_of(cell);
        head.label[head.columns] =
            cell.len > 60
                ? LABEL_NONE
                : label_at(text_of(arena_printf(arena, "%.*s:", (int) cell.len, cell.data)), &len);
        head.labelled &= label_is_of_people(head.label[head.columns]);
        named |= head.column[head.columns] == COLUMN_NAME;
        head.columns++;
    }
    if (head.labelled && head.columns >= 2) {
        *table = head;
        return true;
    }
    if (!named || head.columns < 2) {
        return false;
    }
    head.labelled = false;
    *table = head;
    return true;
}

/* The list that an attendance cell puts somebody in; false where it puts them in none. */
static bool attendance_capacity(MnText cell, Capacity *capacity)
{
    static const char *const absent[] = {
        "absent", "a", "no", "did not attend", "not present", "x", "n", "non-attendance", NULL};

    if (text_begins(cell, "apolog") || text_has(cell, "apologies") || text_is(cell, "ap") ||
        text_is(cell, "apols")) {
        *capacity = CAPACITY_APOLOGIES;
        return true;
    }
    if (text_begins(cell, "in attendance") || text_begins(cell, "observer") ||
        text_begins(cell, "observing")) {
        *capacity = CAPACITY_IN_ATTENDANCE;
        return true;
    }
    if (text_is_any(cell, absent, NULL) || text_begins(cell, "absent") ||
        text_is(cell, "expected")) {
        return false;
    }
    return true;
}

/* The person that a cell of a column of people names, by a family name alone, too. */
static bool person_in_cell(Segmenter *segmenter, MnText cell, Person *person)
{
    return is_letter(text_first(cell)) && !text_begins(cell, "none") && !text_begins(cell, "n/a") &&
           (person_parse(segmenter->arena, arena_text(segmenter->arena, cell), person) ||
            person_parse(segmenter->arena,
                         arena_printf(segmenter->arena, "Mr %.*s", (int) cell.len, cell.data),
                         person));
}

static void table_row(Segmenter *segmenter, People *people, const Table *table, Capacity capacity,
                      MnText row, int line)
{
    Person person = {0};
    bool named = false;
    bool here = true;
    size_t column = 0;
    const char *role = NULL;
    const char *organisation = NULL;
    const char *substitute = NULL;
    Person came = {0};

    for (size_t at = 0; at <= row.len && column < table->columns; column++) {
        MnText cell;

        at = next_cell(row, at, &cell);
        if (cell.len == 0) {
            continue;
        }
        switch (table->column[column]) {
        case COLUMN_NAME:
            named = named ||
                    person_parse(segmenter->arena, arena_text(segmenter->arena, cell), &person);
            break;
        case COLUMN_ROLE:
            role = chair_role(cell) != NULL ? chair_role(cell) : arena_text(segmenter->arena, cell);
            break;
        case COLUMN_ORGANISATION:
            organisation = arena_text(segmenter->arena, cell);
            break;
        case COLUMN_ATTENDANCE: {
            size_t words = substitute_words(cell);
            Person other;

            here = attendance_capacity(cell, &capacity);
            if (words > 0 && person_parse(segmenter->arena,
                                          arena_printf(segmenter->arena, "Mr %.*s",
                                                       (int) (cell.len - words), cell.data + words),
                                          &other)) {
                substitute = other.name;
            }
            break;
        }
        case COLUMN_SUBSTITUTE_FOR: {
            Person whom = {0};

            if (person_in_cell(segmenter, cell, &whom)) {
                substitute = whom.name;
            }
            break;
        }
        case COLUMN_SUBSTITUTE:
            person_in_cell(segmenter, cell, &came);
            break;
        default:
            break;
        }
    }
    if (named && came.name != NULL && strcmp(came.name, person.name) != 0) {
        came.substitute_for = person.name;
        came.capacity = CAPACITY_PRESENT;
        came.line = line;
        people_add(segmenter->arena, people, &came);
    }
    if (!named || !here) {
        return;
    }
    person.role = person.role != NULL ? person.role : role;
    person.organisation = person.organisation != NULL ? person.organisation : organisation;
    person.substitute_for = person.substitute_for != NULL ? person.substitute_for : substitute;
    person.capacity = capacity;
    person.line = line;
    people_add(segmenter->arena, people, &person);
}

/* A row under "Members | Officers": each cell lists people of its column's kind. */
static void labelled_row(Segmenter *segmenter, People *people, const Table *table, MnText row,
                         int line)
{
    size_t column = 0;

    for (size_t at = 0; at <= row.len && column < table->columns; column++) {
        MnText cell;

        at = next_cell(row, at, &cell);
        if (cell.len > 0) {
            people_parse(segmenter->arena, people, capacity_of(table->label[column]),
                         arena_text(segmenter->arena, cell), line);
        }
    }
}

/* A row without a head: people side by side, or a name and what stands beside it. */
static void loose_row(Segmenter *segmenter, People *people, Capacity capacity, MnText row, int line,
                      const char **honorific)
{
    size_t at = 0;
    size_t names = 0;
    size_t cells = 0;
    MnText cell;
    Person person;
    bool first = false;

    while (at <= row.len) {
        at = next_cell(row, at, &cell);
        if (cell.len > 0) {
            bool named =
                person_parse(segmenter->arena, arena_text(segmenter->arena, cell), &person);

            names += named;
            first |= named && cells == 0;
            cells++;
        }
    }
    if (first && names == 1 && cells >= 2) {
        Table table = {.column = {COLUMN_NAME, COLUMN_OTHER}, .columns = 2};
        size_t end = next_cell(row, 0, &cell);
        MnText rest;

        next_cell(row, end, &rest);
        if (rest.len > 0 && attendance_capacity(rest, &capacity) && !text_begins(rest, "apolog") &&
            !text_begins(rest, "present")) {
            row = text_of(arena_printf(segmenter->arena, "%.*s (%.*s)", (int) cell.len, cell.data,
                                       (int) rest.len, rest.data));
        }
        table_row(segmenter, people, &table, capacity, row, line);
        return;
    }
    people_parse_on(segmenter->arena, people, capacity, arena_text(segmenter->arena, row), line,
                    honorific);
}

/* ---- the header's lists ---- */

/* What follows "received from" where a label is followed by a sentence. */
static MnText list_of(MnText text)
{
    static const char *const words[] = {"received from",
                                        "apologies from",
                                        "submitted from",
                                        "submitted by",
                                        "submitted on behalf of",
                                        "received on behalf of",
                                        "given by",
                                        "tendered by",
                                        "sent by",
                                        "reported from",
                                        "noted from",
                                        NULL};

    for (size_t i = 0; words[i] != NULL; i++) {
        size_t at = text_find(text, 0, words[i]);

        if (at < text.len) {
            return mn_trim(text_after(text, at + strlen(words[i])));
        }
    }
    return text;
}

/* "Councillor Ismail sent apologies" as "Councillor Ismail". */
static MnText without_sending(MnText text)
{
    static const char *const verbs[] = {
        "sent apologies",     "sent his apologies",  "sent her apologies",  "sent their apologies",
        "had sent apologies", "gave apologies",      "submitted apologies", "tendered apologies",
        "has sent apologies", "have sent apologies", "apologised",          NULL};

    text = text_strip(text, " .");
    for (size_t i = 0; verbs[i] != NULL; i++) {
        if (text_ends(text, verbs[i])) {
            return text_strip(text_upto(text, text.len - strlen(verbs[i])), " ,");
        }
    }
    return text;
}

/* "A (substituted by Councillor B)" in a list: B was present for A. */
static void take_substituted(Segmenter *segmenter, People *people, MnText text, int line)
{
    static const char *const says[] = {"(substituted by", "(represented by", "(replaced by",
                                       "(sub:",           "(substitute:",    NULL};

    for (size_t open = text_search(text, 0, "("); open < text.len;
         open = text_search(text, open + 1, "(")) {
        size_t close;
        size_t from = open;
        size_t which;
        Person who;
        Person whom = {0};

        if (!text_begins_any(text_after(text, open), says, &which)) {
            continue;
        }
        close = text_search(text, open, ")");
        if (close == text.len) {
            return;
        }
        while (from > 0 && strchr(",;\n)", text.data[from - 1]) == NULL &&
               !(from >= 5 && memcmp(text.data + from - 5, " and ", 5) == 0)) {
            from--;
        }
        memset(&who, 0, sizeof(who));
        if (person_in_cell(segmenter,
                           mn_trim((MnText){text.data + open + strlen(says[which]),
                                            close - open - strlen(says[which])}),
                           &who) &&
            person_in_cell(segmenter, mn_trim((MnText){text.data + from, open - from}), &whom)) {
            who.substitute_for = whom.name;
            who.capacity = CAPACITY_PRESENT;
            who.line = line;
            people_add(segmenter->arena, people, &who);
        }
    }
}

static void take_unit(Segmenter *segmenter, People *people, Table *table, LabelKind label,
                      const Unit *unit, MnText text, const char **honorific)
{
    int line = segmenter->document->blocks.block[unit->block].line;
    size_t known = people->count;
    Capacity capacity = capacity_of(label);

    if (unit->kind == UNIT_LABEL && text_search(unit->text, 0, " | ") < unit->text.len &&
        table_head(segmenter->arena, table, unit->text)) {
        return;
    }
    if (unit->kind == UNIT_ROW ||
        (unit->kind == UNIT_LABEL && text_search(text, 0, " | ") < text.len)) {
        if (table_head(segmenter->arena, table, text)) {
            return;
        }
        if (table->labelled) {
            labelled_row(segmenter, people, table, text, line);
        } else if (table->columns > 0) {
            table_row(segmenter, people, table, capacity, text, line);
        } else {
            loose_row(segmenter, people, capacity, text, line, honorific);
        }
    } else {
        people_parse_on(segmenter->arena, people, capacity,
                        arena_text(segmenter->arena, capacity == CAPACITY_APOLOGIES
                                                         ? without_sending(list_of(text))
                                                         : list_of(text)),
                        line, honorific);
    }
    if (people->count == known && known > 0 && unit->kind != UNIT_LABEL && text_words(text) <= 10) {
        /* a line under a name that says more of it */
        Person *last = &people->person[known - 1];
        Person said;

        if (last->capacity == capacity &&
            person_parse(
                segmenter->arena,
                arena_printf(segmenter->arena, "Mr Xxx Yyy (%.*s)", (int) text.len, text.data),
                &said)) {
            last->role = last->role != NULL ? last->role : said.role;
            last->organisation = last->organisation != NULL || said.role != NULL
                                     ? last->organisation
                                     : said.organisation;
            last->substitute_for =
                last->substitute_for != NULL ? last->substitute_for : said.substitute_for;
        }
    }
    if (capacity == CAPACITY_PRESENT || capacity == CAPACITY_APOLOGIES) {
        take_substituted(segmenter, people, text, line);
    }
    for (size_t i = known; i < people->count; i++) {
        if ((label == LABEL_CHAIR || label == LABEL_VICE_CHAIR) && people->person[i].role == NULL) {
            people->person[i].role = label == LABEL_CHAIR ? "Chair" : "Vice-Chair";
        }
        if (label == LABEL_OFFICERS && people->person[i].role == NULL && unit->kind == UNIT_LABEL &&
            text_begins(unit->text, "clerk")) {
            people->person[i].role = "Clerk";
        }
    }
}

static bool has_label(const Segmenter *segmenter, LabelKind label, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++) {
        if (unit_of(segmenter, at)->label == label) {
            return true;
        }
    }
    return false;
}

/* Lists that no label opens: lines of people in a header without "Present". */
static void take_unlabelled(Segmenter *segmenter, People *people, size_t first, size_t end)
{
    const char *honorific = NULL;
    Table table = {.columns = 0};

    for (size_t at = first; at < end; at++) {
        const Unit *unit = unit_of(segmenter, at);
        size_t len;
        bool plural;
        bool listed;

        if (unit->furniture) {
            continue;
        }
        if (label_is_of_people(unit->label)) {
            break;
        }
        if (unit->kind != UNIT_TEXT && unit->kind != UNIT_BULLET && unit->kind != UNIT_ROW) {
            continue;
        }
        listed = honorific_at(segmenter->arena, unit->text, &len, &plural) != NULL ||
                 text_has(unit->text, "(chair)") || text_has(unit->text, "in the chair") ||
                 (text_search(unit->text, 0, ",") < unit->text.len && body_score(unit->text) < 2);
        if (unit->kind == UNIT_ROW || (listed && people_are_listed(segmenter->arena, unit->text))) {
            take_unit(segmenter, people, &table, LABEL_PRESENT, unit, unit->text, &honorific);
        } else if (people->count > 0 && is_person_name(unit->text) && body_score(unit->text) < 2) {
            take_unit(segmenter, people, &table, LABEL_PRESENT, unit, unit->text, &honorific);
        }
    }
}

/* The unit behind the list that the label at `at` opens. */
static size_t list_end(const Segmenter *segmenter, size_t at, size_t end)
{
    for (at = unit_after(segmenter, at); at < end; at = unit_after(segmenter, at)) {
        const Unit *unit = unit_of(segmenter, at);

        if (unit->kind == UNIT_LABEL || unit->kind == UNIT_HEADING || unit->kind == UNIT_BREAK ||
            title_is_section(unit->text)) {
            break;
        }
    }
    return at < end ? at : end;
}

/* Whether unit `next` is a line right under the text that unit `at` begins, so that a name may run on into it. */
static bool runs_on(const Segmenter *segmenter, size_t at, size_t next)
{
    const Unit *unit = unit_of(segmenter, at);
    const Unit *below = unit_of(segmenter, next);

    return (unit->kind == UNIT_TEXT || (unit->kind == UNIT_LABEL && unit->rest.len > 0)) &&
           below->kind == UNIT_TEXT && below->close_up && !opens_apologies(below) &&
           text_search(unit->text, 0, " | ") == unit->text.len;
}

/* Reads the list that the label at `at` opens; returns the unit behind it. */
static size_t take_list(Segmenter *segmenter, People *people, Table *table, size_t at, size_t end,
                        const char *honorific)
{
    LabelKind label = unit_of(segmenter, at)->label;
    size_t stop = list_end(segmenter, at, end);
    size_t next;

    for (; at < stop; at = next) {
        const Unit *unit = unit_of(segmenter, at);
        MnText text = unit->kind == UNIT_LABEL ? unit->rest : unit->text;
        Buffer lines = {.arena = segmenter->arena};

        if (opens_apologies(unit)) {
            label = LABEL_APOLOGIES;
        }
        buffer_add(&lines, text.data, text.len);
        for (next = unit_after(segmenter, at); next < stop && runs_on(segmenter, at, next);
             next = unit_after(segmenter, next)) {
            text = unit_of(segmenter, next)->text;
            buffer_putc(&lines, '\n');
            buffer_add(&lines, text.data, text.len);
        }
        if (lines.len > 0) {
            take_unit(segmenter, people, table, label, unit, (MnText){lines.data, lines.len},
                      &honorific);
        }
    }
    return stop;
}

void segment_attendance(Segmenter *segmenter, Meeting *meeting, size_t first, size_t end)
{
    People people = {0};
    bool has_apologies = has_label(segmenter, LABEL_APOLOGIES, first, end);
    Table table = {.columns = 0};

    if (!has_label(segmenter, LABEL_PRESENT, first, end)) {
        take_unlabelled(segmenter, &people, first, end);
    }
    for (size_t at = first; at < end;) {
        const Unit *unit = unit_of(segmenter, at);
        LabelKind label = unit->label;
        const char *honorific = NULL;

        if (!label_is_of_people(label)) {
            at++;
            continue;
        }
        if (text_begins(unit->text, "councillors") ||
            text_begins(unit->text, "councillors present")) {
            honorific = "Cllr";
        }
        table.columns = 0;
        if (label == LABEL_ABSENT && has_apologies) {
            at = list_end(segmenter, at, end);
            continue;
        }
        at = take_list(segmenter, &people, &table, at, end, honorific);
    }
    meeting->people = people.person;
    meeting->people_count = people.count;
}
