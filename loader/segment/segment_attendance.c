/*
 * segment_attendance.c - who was there: the lists and tables of a header.
 */
#include <string.h>

#include "attendance_table.h"
#include "people_words.h"
#include "segment.h"
#include "substitutions.h"
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

/* The level of the heading that opens the list which unit `at` stands in; 0 where no heading does. */
static int list_level(const Segmenter *segmenter, size_t at)
{
    for (int i = 0; i < 60; i++) {
        at = unit_before(segmenter, at);
        if (at >= segmenter->units.count) {
            return 0;
        }
        if (label_is_of_people(unit_of(segmenter, at)->label)) {
            return unit_of(segmenter, at)->level;
        }
    }
    return 0;
}

/* Whether a unit within a list of people only says whose, or what, the people under it are: "Tarn Council", "Co-opted". */
static bool is_group(const Segmenter *segmenter, size_t at, size_t end)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t next = unit_after(segmenter, at);
    const Unit *under = next < end ? unit_of(segmenter, next) : NULL;
    bool body;

    if (under == NULL || unit->number.kind != NUMBER_NONE || unit->label != LABEL_NONE ||
        (unit->kind != UNIT_HEADING && unit->kind != UNIT_TEXT && unit->kind != UNIT_BULLET) ||
        text_words(unit->text) > 9 || title_is_usual(unit->text) || title_is_section(unit->text) ||
        (under->kind != UNIT_TEXT && under->kind != UNIT_BULLET && under->kind != UNIT_ROW)) {
        return false;
    }
    body = is_organisation(unit->text);
    if (unit->kind == UNIT_HEADING) {
        int level = list_level(segmenter, at);

        return (body || (level > 0 && unit->level > level)) &&
               (under->kind == UNIT_ROW || people_are_listed(segmenter->arena, under->text));
    }
    return (body || (unit->bold && unit->kind == UNIT_TEXT && under->kind == UNIT_BULLET &&
                     !is_person_name(unit->text))) &&
           !under->close_up && people_are_listed(segmenter->arena, under->text) &&
           !is_organisation(under->text);
}

bool unit_is_of_people(const Segmenter *segmenter, size_t at, size_t end)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t next;
    size_t len;
    bool plural;

    if (unit->furniture || is_group(segmenter, at, end)) {
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

/* Reading the lists of one header. */
typedef struct Lists {
    People people;
    Table table;
    const char *honorific; /* that a plural gives to the names after it */
    const char *group;     /* whose people the names under a heading are */
    struct Print {
        MnText text;
        int line;
        unsigned kind; /* SUBSTITUTIONS_ bits */
    } * print;         /* what was read, to look for substitutions once everybody is known */
    size_t count;
    size_t capacity;
    bool pairs; /* under "Substitutes:", a line is "B for A" */
} Lists;

/* A line under a name that says more of it. */
static void say_more(Segmenter *segmenter, Person *last, MnText text)
{
    Person said;

    if (person_parse(segmenter->arena,
                     arena_printf(segmenter->arena, "Mr Xxx Yyy (%.*s)", (int) text.len, text.data),
                     &said)) {
        last->role = last->role != NULL ? last->role : said.role;
        last->organisation = last->organisation != NULL || said.role != NULL ? last->organisation
                                                                             : said.organisation;
        last->substitute_for =
            last->substitute_for != NULL ? last->substitute_for : said.substitute_for;
    }
}

/* Keeps a list's print for the search for substitutions; whether it is nothing but a list of these. */
static bool keep_print(Segmenter *segmenter, Lists *lists, Capacity capacity, const Unit *unit,
                       MnText text, int line)
{
    struct Print *print;
    bool pairs;

    if (unit->kind == UNIT_LABEL) {
        lists->pairs = text_begins(unit->text, "substitutes") ||
                       text_begins(unit->text, "substitute members") ||
                       text_begins(unit->text, "substitutions");
    }
    pairs = lists->pairs;

    if (text.len > 20000) {
        return false;
    }
    lists->print = mn_grow(&segmenter->arena->base, lists->print, sizeof(struct Print),
                           lists->count, &lists->capacity);
    print = &lists->print[lists->count++];
    print->text = text;
    print->line = line;
    print->kind = (capacity == CAPACITY_APOLOGIES ? SUBSTITUTIONS_ABSENT : 0) |
                  (pairs ? SUBSTITUTIONS_PAIRS : 0);
    return pairs && text_has(text, "for") && text_search(text, 0, "(") == text.len;
}

/* "(Mr Thackray in the Chair)" as a line of its own: who presided, by his family name; false for other lines. */
static bool take_presiding(Segmenter *segmenter, People *people, MnText text)
{
    MnText who;
    size_t at;

    if (text.len < 3 || text.data[0] != '(' ||
        !text_ends(text_strip(text, "()."), "in the chair")) {
        return false;
    }
    who = text_strip(text, "().");
    who = text_strip(text_upto(who, who.len - strlen("in the chair")), " ,-");
    for (at = who.len; at > 0 && who.data[at - 1] != ' '; at--) {
    }
    for (size_t i = 0; i < people->count; i++) {
        Person *person = &people->person[i];

        if (person->capacity == CAPACITY_PRESENT && at < who.len &&
            text_ends(text_of(person->name), arena_text(segmenter->arena, text_after(who, at)))) {
            person->role = person->role != NULL ? person->role : "Chair";
            return true;
        }
    }
    return true;
}

static void take_unit(Segmenter *segmenter, Lists *lists, LabelKind label, const Unit *unit,
                      MnText text)
{
    People *people = &lists->people;
    int line = segmenter->document->blocks.block[unit->block].line;
    size_t known = people->count;
    Capacity capacity = attendance_capacity_of(label);
    bool row = unit->kind == UNIT_ROW ||
               (unit->kind == UNIT_LABEL && text_search(text, 0, " | ") < text.len);
    bool pairs = false;

    if (take_presiding(segmenter, people, text)) {
        return;
    }
    if ((unit->kind == UNIT_LABEL && text_search(unit->text, 0, " | ") < unit->text.len &&
         attendance_table_head(segmenter->arena, &lists->table, unit->text)) ||
        (row && attendance_table_head(segmenter->arena, &lists->table, text))) {
        return;
    }
    if (row) {
        attendance_table_row(segmenter, people, &lists->table, capacity, text, line,
                             &lists->honorific);
    } else if (!(pairs = keep_print(segmenter, lists, capacity, unit, text, line))) {
        people_parse_on(segmenter->arena, people, capacity,
                        arena_text(segmenter->arena, capacity == CAPACITY_APOLOGIES
                                                         ? without_sending(list_of(text))
                                                         : list_of(text)),
                        line, &lists->honorific);
    }
    if (people->count == known && known > 0 && unit->kind != UNIT_LABEL && !row && !pairs &&
        text_words(text) <= 10 && people->person[known - 1].capacity == capacity) {
        say_more(segmenter, &people->person[known - 1], text);
    }
    for (size_t i = known; i < people->count; i++) {
        Person *person = &people->person[i];

        if ((label == LABEL_CHAIR || label == LABEL_VICE_CHAIR) && person->role == NULL) {
            person->role = label == LABEL_CHAIR ? "Chair" : "Vice-Chair";
        }
        if (label == LABEL_OFFICERS && person->role == NULL && unit->kind == UNIT_LABEL &&
            text_begins(unit->text, "clerk")) {
            person->role = "Clerk";
        }
        if (person->organisation == NULL) {
            person->organisation = lists->group;
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
static void take_unlabelled(Segmenter *segmenter, Lists *lists, size_t first, size_t end)
{
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
        if (unit->kind == UNIT_ROW || (listed && people_are_listed(segmenter->arena, unit->text)) ||
            (lists->people.count > 0 && is_person_name(unit->text) && body_score(unit->text) < 2)) {
            take_unit(segmenter, lists, LABEL_PRESENT, unit, unit->text);
        }
    }
    lists->honorific = NULL;
    lists->table = (Table){.columns = 0};
}

/* The unit behind the list that the label at `at` opens. */
static size_t list_end(const Segmenter *segmenter, size_t at, size_t end)
{
    for (at = unit_after(segmenter, at); at < end; at = unit_after(segmenter, at)) {
        const Unit *unit = unit_of(segmenter, at);

        if (unit->kind == UNIT_LABEL || unit->kind == UNIT_BREAK || title_is_section(unit->text) ||
            (unit->kind == UNIT_HEADING && !is_group(segmenter, at, end)) ||
            (unit->bold && unit->kind == UNIT_TEXT && title_is_usual(unit->text))) {
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

/* Whether the units from `at` up to `stop` are by turns a person and his body. */
static bool bodies_are_below(const Segmenter *segmenter, size_t at, size_t stop)
{
    size_t units = 0;

    for (; at < stop; at = unit_after(segmenter, at), units++) {
        const Unit *unit = unit_of(segmenter, at);

        if (unit->kind == UNIT_HEADING || (units % 2 == 1) != is_organisation(unit->text)) {
            return false;
        }
    }
    return units >= 4 && units % 2 == 0;
}

/* Reads the list that the label at `at` opens; returns the unit behind it. */
static size_t take_list(Segmenter *segmenter, Lists *lists, size_t at, size_t end)
{
    LabelKind label = unit_of(segmenter, at)->label;
    size_t stop = list_end(segmenter, at, end);
    size_t next;
    bool below = unit_of(segmenter, at)->rest.len == 0 &&
                 bodies_are_below(segmenter, unit_after(segmenter, at), stop);

    lists->group = NULL;
    for (; at < stop; at = next) {
        const Unit *unit = unit_of(segmenter, at);
        MnText text = unit->kind == UNIT_LABEL ? unit->rest : unit->text;
        Buffer lines = {.arena = segmenter->arena};

        next = unit_after(segmenter, at);
        if (unit->kind != UNIT_LABEL && !below && is_group(segmenter, at, stop)) {
            lists->group = is_kind_of_member(text) && !is_organisation(text)
                               ? NULL
                               : arena_text(segmenter->arena, text_strip(text, " :*"));
            lists->honorific = NULL;
            continue;
        }
        if (opens_apologies(unit)) {
            label = LABEL_APOLOGIES;
        }
        buffer_add(&lines, text.data, text.len);
        for (; next < stop && runs_on(segmenter, at, next) &&
               !(below && is_organisation(unit_of(segmenter, next)->text));
             next = unit_after(segmenter, next)) {
            text = unit_of(segmenter, next)->text;
            buffer_putc(&lines, '\n');
            buffer_add(&lines, text.data, text.len);
        }
        if (lines.len > 0) {
            take_unit(segmenter, lists, label, unit, (MnText){lines.data, lines.len});
        }
    }
    lists->group = NULL;
    return stop;
}

void segment_attendance(Segmenter *segmenter, Meeting *meeting, size_t first, size_t end)
{
    Lists lists = {.honorific = NULL};
    bool has_apologies = has_label(segmenter, LABEL_APOLOGIES, first, end);

    if (!has_label(segmenter, LABEL_PRESENT, first, end)) {
        take_unlabelled(segmenter, &lists, first, end);
    }
    for (size_t at = first; at < end;) {
        const Unit *unit = unit_of(segmenter, at);

        if (!label_is_of_people(unit->label)) {
            at++;
            continue;
        }
        lists.honorific = text_begins(unit->text, "councillors") ? "Cllr" : NULL;
        lists.table = (Table){.columns = 0};
        if (unit->label == LABEL_ABSENT && has_apologies) {
            at = list_end(segmenter, at, end);
            continue;
        }
        at = take_list(segmenter, &lists, at, end);
    }
    for (size_t i = 0; i < lists.count; i++) {
        substitutions_take(segmenter->arena, &lists.people, (MnText){"", 0}, lists.print[i].text,
                           lists.print[i].line, lists.print[i].kind);
    }
    meeting->people = lists.people.person;
    meeting->people_count = lists.people.count;
}
