/*
 * people.c - lists of people: where one entry ends and the next begins.
 */
#include "people.h"

#include <string.h>

#include "labels.h"
#include "people_words.h"
#include "texts.h"

/* "Committee Member": what everybody in the list is, and no office. */
static bool is_mere_membership(const char *role)
{
    static const char *const words[] = {"member",
                                        "committee member",
                                        "council member",
                                        "board member",
                                        "panel member",
                                        "member of the committee",
                                        "councillor",
                                        "voting member",
                                        "sub-committee member",
                                        "elected member",
                                        "ordinary member",
                                        "full member",
                                        "core member",
                                        "attendee",
                                        "partnership member",
                                        NULL};

    return text_is_any(text_of(role), words, NULL);
}

Person *people_add(Arena *arena, People *people, const Person *stated)
{
    Person copy = *stated;
    const Person *person = &copy;

    if (copy.role != NULL && is_mere_membership(copy.role)) {
        copy.role = NULL;
    }
    for (size_t i = 0; i < people->count; i++) {
        Person *known = &people->person[i];

        if (known->capacity == person->capacity &&
            mn_same(text_of(known->name), text_of(person->name))) {
            known->honorific = known->honorific != NULL ? known->honorific : person->honorific;
            known->post_nominals =
                known->post_nominals != NULL ? known->post_nominals : person->post_nominals;
            known->role = known->role != NULL ? known->role : person->role;
            known->organisation =
                known->organisation != NULL ? known->organisation : person->organisation;
            known->substitute_for =
                known->substitute_for != NULL ? known->substitute_for : person->substitute_for;
            return known;
        }
    }
    people->person =
        mn_grow(&arena->base, people->person, sizeof(Person), people->count, &people->capacity);
    people->person[people->count] = *person;
    return &people->person[people->count++];
}

/* How an entry was set apart from the one before. */
typedef enum Joint { JOINT_START, JOINT_COMMA, JOINT_AND, JOINT_LINE } Joint;

typedef struct List {
    Arena *arena;
    People *people;
    Capacity capacity;
    int line;
    const char *honorific; /* what a plural gives to the names after it */
    const char *plural;    /* the last one of these */
    Person pending;        /* a role that stood before its name */
    size_t first;          /* the first person of this list */
    size_t last;           /* the person that was added, or met again, last */
    bool group_on_line;    /* that stands on this line, and is of its people only */
    bool ampersand;        /* the entry stands behind "&" */
    bool at_line_end;      /* the entry ends its line, and the list does not */
    bool bodies_below;     /* each body stands on the line under its one person */
    const char *body;      /* whose people these are: "Tarn Council: Councillors A and B" */
    const char **open; /* the field of the last person that a following fragment may go on with */
} List;

static size_t bracket_end(MnText text, size_t open)
{
    size_t depth = 0;

    for (size_t at = open; at < text.len; at++) {
        depth += text.data[at] == '(' || text.data[at] == '[';
        if ((text.data[at] == ')' || text.data[at] == ']') && --depth == 0) {
            return at + 1;
        }
        if (text.data[at] == '\n' && at - open > 80) {
            break;
        }
    }
    /* never closed: as far as the next comma */
    for (size_t at = open; at < text.len; at++) {
        if (text.data[at] == ',' || text.data[at] == '\n' || text.data[at] == ';') {
            return at;
        }
    }
    return text.len;
}

/* Whether the full stop at `at` stands for a comma: "Vanessa Hale. Mandy Moor" and not "Cllr. A", "J. Smith". */
static bool stop_is_comma(Arena *arena, MnText text, size_t start, size_t at)
{
    size_t word = at;
    size_t len;
    bool plural;

    if (at + 2 >= text.len || (text.data[at + 1] != ' ' && text.data[at + 1] != '\n') ||
        (!is_upper(text_first(text_after(text, at + 1))) &&
         !mn_is_digit(text_first(text_after(text, at + 1))))) {
        return false;
    }
    while (word > start && text.data[word - 1] != ' ' && text.data[word - 1] != '\n' &&
           text.data[word - 1] != ',') {
        word--;
    }
    if (at > start && text.data[at - 1] == ')') {
        return true;
    }
    return at - word >= 3 && is_lower((unsigned char) text.data[at - 1]) &&
           honorific_at(arena, text_upto(text_after(text, word), at - word + 2), &len, &plural) ==
               NULL &&
           word > start;
}

/* Whether a new person begins at `at` though nothing sets them apart: an honorific after a whole name, a capital after a bracket. */
static bool begins_unmarked(Arena *arena, MnText text, size_t start, size_t at)
{
    MnText before = mn_trim((MnText){text.data + start, at - start});
    MnText rest = text_after(text, at);
    size_t len;
    bool plural;
    Person person;
    size_t word_at = 0;
    MnText word;

    if (before.len == 0 || !is_upper(text_first(rest)) || !text_next_word(rest, &word_at, &word) ||
        text_ends(before, "for") || text_ends(before, "of") || text_ends(before, "by")) {
        return false;
    }
    word = text_strip(word, ".,;()");
    if (is_post_nominal(word)) {
        return false;
    }
    if (before.data[before.len - 1] == ')') {
        return text_words(before) > 2 && person_parse(arena, arena_text(arena, before), &person);
    }
    if (honorific_at(arena, rest, &len, &plural) == NULL || text_is(word, "Major") ||
        text_is(word, "Mayor") || text_is(word, "Canon") || text_is(word, "Constable") ||
        text_is(word, "Judge") || text_is(word, "Bishop") || text_is(word, "Lord") ||
        text_is(word, "Baron")) {
        return false;
    }
    return text_words(before) >= 2 && person_parse(arena, arena_text(arena, before), &person) &&
           text_words(text_of(person.name)) >= (person.honorific != NULL ? 1 : 2);
}

static Person *last_person(List *list)
{
    return list->last < list->people->count ? &list->people->person[list->last] : NULL;
}

static bool is_name_in_list(const char *entry, List *list, Person *person)
{
    if (!person_parse(list->arena, entry, person)) {
        return false;
    }
    return true;
}

static MnText without_article(MnText text)
{
    return text_begins(text, "the") && text.len > 4 ? mn_trim(text_after(text, 3)) : text;
}

/* An entry that names nobody says more of the one before: an office, a body, letters after a name. */
static void go_on_with_last(List *list, MnText entry, Joint joint)
{
    Person *last = last_person(list);
    Person said;

    if (last == NULL || entry.len == 0 || is_count(entry) || joint == JOINT_START) {
        const char *chair = chair_role(entry);

        if (chair != NULL) {
            list->pending.role = chair;
        } else if (is_office(without_article(entry))) {
            list->pending.role = text_one_line(list->arena, without_article(entry)).data;
        }
        return;
    }
    if (without_article(entry).len < entry.len && is_office(without_article(entry))) {
        /* "the Clerk, Mrs D Orr": an office with its article goes before the name */
        const char *chair = chair_role(entry);

        list->pending.role =
            chair != NULL ? chair : text_one_line(list->arena, without_article(entry)).data;
        return;
    }
    if (is_post_nominal(entry)) {
        last->post_nominals = last->post_nominals == NULL
                                  ? text_one_line(list->arena, entry).data
                                  : arena_printf(list->arena, "%s %.*s", last->post_nominals,
                                                 (int) entry.len, entry.data);
        return;
    }
    if (list->open != NULL && *list->open != NULL && joint == JOINT_AND && is_office(entry) &&
        chair_role(entry) == NULL && (list->open == &last->role || last->role == NULL)) {
        /* "C D, Democratic and Electoral Services Officer", "Deputy Leader and Cabinet Member for Finance" */
        last->role = arena_printf(list->arena, list->ampersand ? "%s & %.*s" : "%s and %.*s",
                                  *list->open, (int) entry.len, entry.data);
        last->organisation = list->open == &last->role ? last->organisation : NULL;
        list->open = NULL;
        return;
    }
    if (list->open != NULL && *list->open != NULL &&
        (joint == JOINT_AND || text_words(entry) <= 3) && !is_office(entry) &&
        chair_role(entry) == NULL && joint != JOINT_LINE) {
        *list->open = arena_printf(
            list->arena,
            joint == JOINT_AND ? list->ampersand ? "%s & %.*s" : "%s and %.*s" : "%s, %.*s",
            *list->open, (int) entry.len, entry.data);
        return;
    }
    /* read it as if it stood in a bracket behind a name */
    if (person_parse(list->arena,
                     arena_printf(list->arena, "Mr Xxx Yyy (%.*s)", (int) entry.len, entry.data),
                     &said)) {
        if (said.role != NULL && last->role == NULL) {
            last->role = said.role;
            list->open = is_office(entry) && chair_role(entry) == NULL ? &last->role : NULL;
        }
        if (said.organisation != NULL && last->organisation == NULL) {
            last->organisation = said.organisation;
            list->open = &last->organisation;
        }
        if (said.substitute_for != NULL && last->substitute_for == NULL) {
            last->substitute_for = said.substitute_for;
        }
    }
}

/* Four plain names in a row where everybody else has two: a comma was lost between two people. */
static bool split_pair(List *list, const Person *person, Person *second)
{
    MnText name = text_of(person->name);
    size_t at = 0;
    MnText word[5];
    size_t words = 0;

    while (words < 5 && text_next_word(name, &at, &word[words])) {
        if (word[words].len < 3 || !is_upper(text_first(word[words]))) {
            return false;
        }
        words++;
    }
    if (words != 4 || person->honorific != NULL || list->people->count - list->first < 3) {
        return false;
    }
    *second = *person;
    second->name = arena_text(
        list->arena, (MnText){word[2].data, name.len - (size_t) (word[2].data - name.data)});
    return true;
}

/* A label within a list ("...; Clerk: C D"): what follows it is in that list. Returns the label's bytes, 0 for an office. */
static size_t take_label(List *list, LabelKind label, size_t len)
{
    switch (label) {
    case LABEL_OFFICERS:
        list->capacity = CAPACITY_OFFICER;
        break;
    case LABEL_IN_ATTENDANCE:
        list->capacity = CAPACITY_IN_ATTENDANCE;
        break;
    case LABEL_APOLOGIES:
        list->capacity = CAPACITY_APOLOGIES;
        break;
    case LABEL_PRESENT:
        list->capacity = CAPACITY_PRESENT;
        break;
    default:
        return 0;
    }
    list->honorific = NULL;
    return len;
}

/* "Tarn Council: Councillor A", "Academies: C D": what stands before the colon is of all who follow on the line; returns the rest. */
static MnText take_group(List *list, MnText entry, Joint joint)
{
    size_t colon = text_search(entry, 0, ":");
    size_t len;
    bool plural;
    MnText before = mn_trim(text_upto(entry, colon));

    if (joint == JOINT_LINE) {
        list->body = list->group_on_line ? NULL : list->body;
        list->group_on_line = false;
    }
    if (colon == entry.len || before.len < 3 || text_search(before, 0, "(") < before.len ||
        chair_role(before) != NULL || (is_office(before) && !text_ends(before, "members")) ||
        honorific_at(list->arena, before, &len, &plural) != NULL ||
        label_is_of_people(label_at(entry, &len))) {
        return entry;
    }
    list->body = is_organisation(before) ? text_one_line(list->arena, before).data : NULL;
    list->group_on_line = true;
    list->honorific = list->plural = NULL;
    return mn_trim(text_after(entry, colon + 1));
}

/* "Head of Pensions - B Thorn" as "B Thorn (Head of Pensions)". */
static MnText office_behind(Arena *arena, MnText entry)
{
    static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ", NULL};

    for (size_t i = 0; dashes[i] != NULL; i++) {
        size_t at = text_search(entry, 0, dashes[i]);
        MnText office = mn_trim(text_upto(entry, at));
        MnText name = mn_trim(text_after(entry, at + strlen(dashes[i])));
        Person person;
        size_t len;
        bool plural;

        if (at < entry.len && is_office(office) && chair_role(office) == NULL && !is_office(name) &&
            honorific_at(arena, office, &len, &plural) == NULL &&
            person_parse(arena, arena_text(arena, name), &person)) {
            return text_of(arena_printf(arena, "%.*s (%.*s)", (int) name.len, name.data,
                                        (int) office.len, office.data));
        }
    }
    return entry;
}

/* Where a dash stands between a name and what is added to it; text.len for nowhere. */
static size_t dash_behind_name(Arena *arena, MnText text)
{
    static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", NULL};
    Person person;

    for (size_t i = 0; dashes[i] != NULL; i++) {
        size_t at = text_search(text, 0, dashes[i]);

        if (at < text.len && person_parse(arena, arena_text(arena, text_upto(text, at)), &person)) {
            return at;
        }
    }
    return text.len;
}

/*
 * Whether "and" behind `at` goes on with the office or body behind a dash ("A B - Head of Parks and Open Spaces"): what follows on
 * the line is no person with an honorific, a bracket or a dash of his own.
 */
static bool and_goes_on(Arena *arena, MnText text, size_t start, size_t at, size_t skip)
{
    MnText entry = mn_trim((MnText){text.data + start, at - start});
    size_t dash = dash_behind_name(arena, entry);
    MnText rest = text_after(text, at + skip);
    size_t len;
    bool plural;

    rest = text_upto(rest, text_search(rest, 0, "\n"));
    rest = text_upto(rest, text_search(rest, 0, ";"));
    return dash < entry.len &&
           chair_role(text_strip(text_after(entry, dash), " -\xE2\x80\x93\xE2\x80\x94")) == NULL &&
           text_search(rest, 0, "(") == rest.len && text_search(rest, 0, " - ") == rest.len &&
           text_search(rest, 0, " \xE2\x80\x93 ") == rest.len &&
           honorific_at(arena, rest, &len, &plural) == NULL;
}

static void take_entry(List *list, MnText entry, Joint joint)
{
    Person person;
    Person second;
    size_t len;
    bool plural;
    const char *honorific;

    entry = text_strip(entry, " .,;*\n");
    if (entry.len == 0) {
        return;
    }
    if (is_organisation(entry) && joint != JOINT_COMMA && joint != JOINT_AND && list->at_line_end) {
        if (list->bodies_below) {
            Person *last = last_person(list);

            if (last != NULL && last->organisation == NULL) {
                last->organisation = text_one_line(list->arena, text_strip(entry, " :")).data;
            }
            return;
        }
        list->body = text_one_line(list->arena, text_strip(entry, " :")).data;
        list->honorific = list->plural = NULL;
        return;
    }
    if (text_begins(entry, "also") && text_words(entry) > 2) {
        entry = mn_trim(text_after(entry, 4));
    }
    entry = take_group(list, entry, joint);
    entry = office_behind(list->arena, entry);
    if (entry.len == 0) {
        return;
    }
    if (label_is_of_people(label_at(entry, &len)) && text_search(entry, 0, ":") < len) {
        entry = mn_trim(text_after(entry, take_label(list, label_at(entry, &len), len)));
    }
    honorific = honorific_at(list->arena, entry, &len, &plural);
    if (honorific != NULL && plural) {
        list->honorific = list->plural = honorific;
        entry = mn_trim(text_after(entry, len));
    } else if (honorific != NULL) {
        list->honorific = NULL;
    }
    if (list->honorific == NULL && list->plural != NULL && honorific == NULL &&
        text_words(entry) == 1 && !is_post_nominal(entry)) {
        /* "Councillors A, Mrs B, C and D": a family name alone can only be one of them */
        list->honorific = list->plural;
    }
    if (list->honorific != NULL && entry.len > 0 && text_words(entry) >= 1) {
        /* a family name alone will do behind "Councillors" */
        char *honoured =
            arena_printf(list->arena, "%s %.*s", list->honorific, (int) entry.len, entry.data);

        if (!is_office(entry) && chair_role(entry) == NULL && !is_post_nominal(entry) &&
            !is_manner(entry) && is_name_in_list(honoured, list, &person)) {
            person.as_printed = text_one_line(list->arena, entry).data;
        } else {
            go_on_with_last(list, entry, joint);
            return;
        }
    } else if (is_office(entry) && honorific == NULL && last_person(list) != NULL &&
               text_search(entry, 0, ":") == entry.len && text_search(entry, 0, "(") == entry.len) {
        go_on_with_last(list, entry, joint);
        return;
    } else if (!is_name_in_list(arena_text(list->arena, entry), list, &person)) {
        go_on_with_last(list, entry, joint);
        return;
    }
    person.capacity = list->capacity;
    person.line = list->line;
    if (person.organisation == NULL) {
        person.organisation = list->body;
    }
    if (list->capacity == CAPACITY_APOLOGIES && person.substitute_for != NULL &&
        !text_has(text_of(person.as_printed), "for") &&
        !text_has(text_of(person.as_printed), "of")) {
        /* "(sub: B)" beside one who is absent says who came */
        person.substitute_for = NULL;
    }
    if (list->pending.role != NULL) {
        person.role = person.role != NULL ? person.role : list->pending.role;
        list->pending.role = NULL;
    }
    list->open = NULL;
    if (split_pair(list, &person, &second)) {
        Person alone = person;

        alone.name = arena_text(
            list->arena,
            mn_trim(text_upto(text_of(person.name), strlen(person.name) - strlen(second.name))));
        alone.role = alone.organisation = alone.substitute_for = NULL;
        people_add(list->arena, list->people, &alone);
        person = second;
    }
    list->last = (size_t) (people_add(list->arena, list->people, &person) - list->people->person);
    if (dash_behind_name(list->arena, entry) < entry.len) {
        /* "A B - Head of Parks, Waste and Fleet" */
        Person *last = last_person(list);

        list->open = last->role != NULL && chair_role(text_of(last->role)) == NULL ? &last->role
                     : last->role == NULL ? &last->organisation
                                          : NULL;
    }
}

/* Whether a line broke a name: "Cllr Priti" above "Shah, ...". */
static bool is_half_name(Arena *arena, MnText so_far, MnText below)
{
    size_t end = 0;
    size_t len;
    bool plural;

    while (honorific_at(arena, so_far, &len, &plural) != NULL && len < so_far.len) {
        so_far = text_after(so_far, len);
    }
    while (end < below.len && strchr(",;\n(", below.data[end]) == NULL) {
        end++;
    }
    below = mn_trim(text_upto(below, end));
    return text_words(so_far) == 1 && text_words(below) == 1 && is_upper(text_first(below)) &&
           honorific_at(arena, below, &len, &plural) == NULL && !is_post_nominal(below);
}

/* The bytes of " and ", " & ", "/" between two entries at `at`; 0 for none. */
static size_t conjunction(MnText text, size_t at)
{
    MnText rest = text_after(text, at);

    if (mn_begins(rest, MN_TEXT(" and ")) || mn_begins(rest, MN_TEXT("\nand "))) {
        return 5;
    }
    if (mn_begins(rest, MN_TEXT(" ac "))) {
        return 4;
    }
    return mn_begins(rest, MN_TEXT(" & ")) ? 3 : 0;
}

/* "Smith, Cllr John (Mayor)" as "Cllr John Smith (Mayor)" on every line that is one name so turned. */
static MnText names_turned(Arena *arena, MnText text)
{
    Buffer out = {.arena = arena};
    bool broken = false; /* the line above ends within a name */

    for (size_t at = 0; at < text.len;) {
        size_t end = text_search(text, at, "\n");
        MnText line = mn_trim((MnText){text.data + at, end - at});
        size_t open = text_search(line, 0, "(");
        MnText plain = mn_trim(text_upto(line, open));
        size_t comma = text_search(plain, 0, ",");
        MnText family = mn_trim(text_upto(plain, comma));
        MnText given = mn_trim(text_after(plain, comma + 1));
        size_t skip = 0;
        size_t len;
        bool plural = false;
        bool honoured = honorific_at(arena, given, &skip, &plural) != NULL;

        if (!broken && comma < plain.len && text_words(family) == 1 && family.len > 1 &&
            text_search(given, 0, ",") == given.len && text_search(given, 0, ".") == given.len &&
            text_search(given, 0, " and ") == given.len && !is_no_name(family) &&
            text_words(given) <= (honoured ? 3u : 2u) && !is_office(given) &&
            chair_role(given) == NULL && !is_post_nominal(given) && !is_manner(given) &&
            honorific_at(arena, plain, &len, &plural) == NULL &&
            is_person_name(text_of(
                arena_printf(arena, "%.*s %.*s", (int) (honoured ? given.len - skip : given.len),
                             given.data + (honoured ? skip : 0), (int) family.len, family.data)))) {
            buffer_add(&out, given.data, given.len);
            buffer_putc(&out, ' ');
            buffer_add(&out, family.data, family.len);
            buffer_putc(&out, ' ');
            buffer_add(&out, line.data + open, line.len - open);
            broken = false;
        } else {
            size_t tail = line.len;

            while (tail > 0 && line.data[tail - 1] != ',') {
                tail--;
            }
            broken = line.len > 0 && (line.data[line.len - 1] == '-' ||
                                      (tail > 0 && text_words(text_after(line, tail)) == 1));
            buffer_add(&out, line.data, line.len);
        }
        at = end + 1;
        if (at < text.len) {
            buffer_putc(&out, '\n');
        }
    }
    return out.data == NULL ? text : (MnText){out.data, out.len};
}

/* Whether lines are by turns a person and his body, the person first. */
static bool bodies_stand_below(Arena *arena, MnText text)
{
    size_t lines = 0;
    Person person;

    for (size_t at = 0; at < text.len; lines++) {
        size_t end = text_search(text, at, "\n");
        MnText line = mn_trim((MnText){text.data + at, end - at});

        if (lines % 2 == 0 ? is_organisation(line) || text_search(line, 0, ",") < line.len ||
                                 !person_parse(arena, arena_text(arena, line), &person)
                           : !is_organisation(line)) {
            return false;
        }
        at = end + 1;
    }
    return lines >= 4 && lines % 2 == 0;
}

void people_parse_on(Arena *arena, People *people, Capacity capacity, const char *text_string,
                     int line, const char **honorific)
{
    MnText text = text_squeeze(arena, text_of(text_string));
    List list = {.arena = arena,
                 .people = people,
                 .capacity = capacity,
                 .line = line,
                 .honorific = *honorific,
                 .plural = *honorific,
                 .first = people->count,
                 .last = SIZE_MAX};
    size_t start = 0;
    size_t at = 0;
    Joint joint = JOINT_START;

    if (*honorific == NULL) {
        text = names_turned(arena, text);
    }
    list.bodies_below = bodies_stand_below(arena, text);
    while (at < text.len) {
        char c = text.data[at];
        size_t skip = 0;
        Joint next = JOINT_COMMA;

        if (start == at && (at == 0 || text.data[at - 1] == '\n')) {
            /* "Tarn Fire and Rescue" on a line of its own */
            size_t end = text_search(text, at, "\n");

            if ((end < text.len || list.bodies_below) &&
                is_organisation((MnText){text.data + at, end - at})) {
                list.at_line_end = true;
                take_entry(&list, (MnText){text.data + at, end - at}, JOINT_LINE);
                start = at = end < text.len ? end + 1 : end;
                joint = JOINT_LINE;
                continue;
            }
        }
        if (c == '(' || c == '[') {
            at = bracket_end(text, at);
            continue;
        }
        if (c == ',' || c == ';' || c == '|') {
            skip = 1;
        } else if (c == '\n') {
            /* a name may be broken over two lines */
            bool hyphen = (at > 0 && text.data[at - 1] == '-') ||
                          (at + 1 < text.len && text.data[at + 1] == '(');
            MnText so_far = text_strip((MnText){text.data + start, at - start}, " ");

            skip = hyphen || (text_words(so_far) < 2 && !is_no_name(so_far)) ||
                           is_half_name(arena, so_far, text_after(text, at + 1))
                       ? 0
                       : 1;
            next = JOINT_LINE;
        } else if (c == '.' && stop_is_comma(arena, text, start, at)) {
            skip = 1;
        } else if ((skip = conjunction(text, at)) > 0) {
            skip = and_goes_on(arena, text, start, at, skip) ? 0 : skip;
            next = JOINT_AND;
        } else if (c == ' ' && begins_unmarked(arena, text, start, at + 1)) {
            skip = 1;
        } else if ((unsigned char) c == 0xE2 &&
                   mn_begins(text_after(text, at), MN_TEXT("\xE2\x80\xA2"))) {
            skip = 3;
        }
        if (skip == 0) {
            at++;
            continue;
        }
        list.at_line_end = next == JOINT_LINE;
        take_entry(&list, (MnText){text.data + start, at - start}, joint);
        list.ampersand = text.data[at] == ' ' && text.data[at + 1] == '&';
        at += skip;
        start = at;
        joint = next;
    }
    list.at_line_end = false;
    take_entry(&list, text_after(text, start), joint);
    *honorific = list.honorific;
}

void people_parse(Arena *arena, People *people, Capacity capacity, const char *list, int line)
{
    const char *honorific = NULL;

    people_parse_on(arena, people, capacity, list, line, &honorific);
}

bool people_are_listed(Arena *arena, MnText text)
{
    People people = {0};
    size_t len;
    bool plural;
    size_t words = 0;

    if (text.len == 0 || text.len > 20000) {
        return false;
    }
    people_parse(arena, &people, CAPACITY_PRESENT, arena_text(arena, text), 0);
    if (people.count == 0) {
        return is_count(text);
    }
    for (size_t i = 0; i < people.count; i++) {
        words += text_words(text_of(people.person[i].as_printed));
    }
    /* most of the words must have gone into people */
    return words * 10 >= text_words(text) * 6 || honorific_at(arena, text, &len, &plural) != NULL;
}
