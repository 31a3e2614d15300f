/*
 * attendance_table.c - see attendance_table.h.
 */
#include "attendance_table.h"

#include <string.h>

#include "people_words.h"
#include "texts.h"

Capacity attendance_capacity_of(LabelKind label)
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

static size_t next_cell(MnText row, size_t at, MnText *cell)
{
    *cell = row_cell(row, &at);
    return at;
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
                                         "authority",
                                         "local authority",
                                         "council",
                                         "appointing authority",
                                         "appointing body",
                                         "constituent authority",
                                         "constituent council",
                                         "nominating body",
                                         "nominated by",
                                         "appointed by",
                                         "borough",
                                         "district",
                                         "force",
                                         "sector",
                                         "organisation/agency",
                                         "organisation represented",
                                         "representing body",
                                         "awdurdod",
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

    static const char *const either[] = {"organisation / role",
                                         "organisation/role",
                                         "role / organisation",
                                         "role/organisation",
                                         "title / organisation",
                                         "title/organisation",
                                         "position / organisation",
                                         "position/organisation",
                                         "job title / organisation",
                                         "job title/organisation",
                                         "organisation and role",
                                         "role and organisation",
                                         "organisation / position",
                                         "agency / role",
                                         "representing / role",
                                         "capacity / organisation",
                                         NULL};

    if (text_is_any(head, either, NULL)) {
        return COLUMN_OFFICE_OR_BODY;
    }
    if (text_is_any(head, for_whom, NULL) || text_is_any(head, by_whom, NULL)) {
        return text_is_any(head, by_whom, NULL) ? COLUMN_SUBSTITUTE : COLUMN_SUBSTITUTE_FOR;
    }
    return text_is_any(head, names, NULL)        ? COLUMN_NAME
           : text_is_any(head, roles, NULL)      ? COLUMN_ROLE
           : text_is_any(head, bodies, NULL)     ? COLUMN_ORGANISATION
           : text_is_any(head, attendance, NULL) ? COLUMN_ATTENDANCE
                                                 : COLUMN_OTHER;
}

bool attendance_table_head(Arena *arena, Table *table, MnText row)
{
    Table head = {.columns = 0, .labelled = true};
    bool named = false;
    bool plural;
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
        if (honorific_at(arena, cell, &len, &plural) != NULL && len < cell.len) {
            return false; /* somebody in a row */
        }
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

bool attendance_person_in_cell(Segmenter *segmenter, MnText cell, Person *person)
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
        case COLUMN_OFFICE_OR_BODY: {
            Person said;

            if (person_parse(
                    segmenter->arena,
                    arena_printf(segmenter->arena, "Mr Xxx Yyy (%.*s)", (int) cell.len, cell.data),
                    &said)) {
                role = said.role;
                organisation = said.organisation;
            }
            break;
        }
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

            if (attendance_person_in_cell(segmenter, cell, &whom)) {
                substitute = whom.name;
            }
            break;
        }
        case COLUMN_SUBSTITUTE:
            attendance_person_in_cell(segmenter, cell, &came);
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
            people_parse(segmenter->arena, people, attendance_capacity_of(table->label[column]),
                         arena_text(segmenter->arena, cell), line);
        }
    }
}

/* Whether a cell before a cell of people names who sends them. */
static bool is_sender(Arena *arena, MnText cell)
{
    Person person;
    size_t len;
    bool plural;

    return is_organisation(cell) ||
           (is_upper(text_first(cell)) && text_words(cell) >= 2 && text_words(cell) <= 9 &&
            !is_office(cell) && chair_role(cell) == NULL && !is_kind_of_member(cell) &&
            honorific_at(arena, cell, &len, &plural) == NULL &&
            !person_parse(arena, arena_text(arena, cell), &person));
}

/* "Tarn Borough Council | Cllr A, Cllr B", and below it " | Cllr C": false where the row is no such row. */
static bool grouped_row(Segmenter *segmenter, People *people, Table *table, Capacity capacity,
                        MnText row, int line)
{
    MnText first;
    MnText second;
    MnText third = {"", 0};
    size_t at = next_cell(row, 0, &first);
    size_t known = people->count;
    const char *honorific = NULL;

    if (at > row.len) {
        /* the reader dropped an empty first cell */
        second = first;
        first.len = 0;
    } else {
        at = next_cell(row, at, &second);
    }
    if (at <= row.len) {
        next_cell(row, at, &third);
    }
    if (second.len == 0 || third.len > 0 || (first.len == 0 && table->group == NULL) ||
        (first.len > 0 && !is_sender(segmenter->arena, first)) ||
        !people_are_listed(segmenter->arena, second)) {
        return false;
    }
    if (first.len > 0) {
        table->group = arena_text(segmenter->arena, text_strip(first, " :*"));
    }
    people_parse_on(segmenter->arena, people, capacity, arena_text(segmenter->arena, second), line,
                    &honorific);
    for (size_t i = known; i < people->count; i++) {
        if (people->person[i].organisation == NULL) {
            people->person[i].organisation = table->group;
        }
    }
    return true;
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

void attendance_table_row(Segmenter *segmenter, People *people, Table *table, Capacity capacity,
                          MnText row, int line, const char **honorific)
{
    if (table->labelled) {
        labelled_row(segmenter, people, table, row, line);
    } else if (table->columns > 0) {
        table_row(segmenter, people, table, capacity, row, line);
    } else if (!grouped_row(segmenter, people, table, capacity, row, line)) {
        loose_row(segmenter, people, capacity, row, line, honorific);
    }
}
