/*
 * segment_recorded.c - the people whose apologies or substitution the text of an item records.
 */
#include <string.h>

#include "segment.h"
#include "sentence.h"
#include "substitutions.h"
#include "texts.h"

/* Whether the list goes on with a name behind a clause: ", and Mr B", ", from Cllr C". */
static bool goes_on_with_name(Arena *arena, MnText text)
{
    static const char *const joints[] = {
        "and from", "and also from", "and on behalf of", "and", "from", "also", NULL};
    size_t which;
    size_t end;
    Person person;

    text = text_strip(text, " ,;");
    if (text_begins_any(text, joints, &which)) {
        text = mn_trim(text_after(text, strlen(joints[which])));
    }
    end = text_search(text, 0, ",");
    end = text_search(text, 0, " and ") < end ? text_search(text, 0, " and ") : end;
    end = text_search(text, 0, ";") < end ? text_search(text, 0, ";") : end;
    end = text_search(text, 0, " (") < end ? text_search(text, 0, " (") : end;
    end = text_search(text, 0, " for whom") < end ? text_search(text, 0, " for whom") : end;
    end = text_search(text, 0, " who") < end ? text_search(text, 0, " who") : end;
    return is_upper(text_first(text)) &&
           person_parse(arena, arena_text(arena, text_upto(text, end)), &person);
}

/* A sentence's list of names without the clauses between them ("A, for whom B attended, and C"), up to a clause about something else. */
static MnText names_only(Arena *arena, MnText text)
{
    static const char *const ends[] = {
        " who ",    " for whom", " whose ", " with ", " as ",  " due to",     " because",
        " and it ", " and the ", " were ",  " was ",  " had ", " in respect", " owing to",
        " by ",     " having ",  " that ",  " but ",  " (it",  NULL};
    Buffer names = {.arena = arena};

    for (size_t guard = 0; guard < 40; guard++) {
        size_t end = text.len;
        size_t resume;

        for (size_t i = 0; ends[i] != NULL; i++) {
            size_t at = text_search(text, 0, ends[i]);
            MnText before = text_upto(text, at);

            /* not inside a bracket, "(sub for ... with ...)" */
            if (at < end && text_search(before, 0, "(") == at) {
                end = at;
            } else if (at < end) {
                size_t open = at;

                while (open > 0 && before.data[open - 1] != '(' && before.data[open - 1] != ')') {
                    open--;
                }
                end = open > 0 && before.data[open - 1] == ')' ? at : end;
            }
        }
        buffer_add(&names, text.data, end);
        for (resume = end; resume < text.len; resume++) {
            if (strchr(",;", text.data[resume]) != NULL &&
                goes_on_with_name(arena, text_after(text, resume))) {
                break;
            }
            if (mn_begins(text_after(text, resume), MN_TEXT(" and ")) &&
                goes_on_with_name(arena, text_after(text, resume)) &&
                text_begins(text_after(text, resume + 5), "from")) {
                break;
            }
        }
        if (resume >= text.len) {
            break;
        }
        buffer_add(&names, ", ", 2);
        text = text_strip(text_after(text, resume), " ,;");
    }
    return (MnText){names.data == NULL ? "" : names.data, names.len};
}

/* "A and B, and" as "A and B". */
static MnText without_and(MnText text)
{
    text = text_strip(text, " ,;");
    return text_ends(text, "and") ? text_strip(text_upto(text, text.len - 3), " ,;") : text;
}

/* Adds the people that a sentence lists as sending apologies: "from A and B, and from C". */
static void take_names(Arena *arena, People *people, MnText names, int line)
{
    const char *honorific = NULL;
    People said = {0};

    for (size_t at = 0; at < names.len;) {
        MnText rest = text_after(names, at);
        size_t next = text_search(rest, 0, " from ");

        /* "and from" goes on with the list */
        people_parse_on(arena, &said, CAPACITY_APOLOGIES,
                        arena_text(arena, without_and(text_upto(rest, next))), line, &honorific);
        at += next + strlen(" from ");
        honorific = NULL;
    }
    for (size_t i = 0; i < said.count; i++) {
        person_name_in_full(people, CAPACITY_APOLOGIES, &said.person[i]);
        people_add(arena, people, &said.person[i]);
    }
}

/* "Councillors A and B had sent their", before "apologies": who they are; false where the words do not say that somebody sent them. */
static bool take_senders(Arena *arena, People *people, MnText before, int line)
{
    static const char *const fillers[] = {"his", "her",  "their", "an",   "the",  "had",
                                          "has", "have", "also",  "both", "been", NULL};
    static const char *const verbs[] = {"sent",    "gave",     "given",     "submitted", "tendered",
                                        "offered", "conveyed", "presented", "forwarded", NULL};
    static const char *const links[] = {" for ", " of ", " by ", " to ", NULL};
    bool verb = false;
    bool again = true;

    while (again) {
        again = false;
        before = mn_trim(before);
        for (size_t i = 0; fillers[i] != NULL; i++) {
            if (text_ends(before, fillers[i])) {
                before = mn_trim(text_upto(before, before.len - strlen(fillers[i])));
                again = true;
            }
        }
        for (size_t i = 0; verbs[i] != NULL && !verb; i++) {
            if (text_ends(before, verbs[i])) {
                before = mn_trim(text_upto(before, before.len - strlen(verbs[i])));
                verb = again = true;
            }
        }
    }
    if (text_begins(before, "it was noted that") || text_begins(before, "it was reported that")) {
        before = mn_trim(text_after(before, text_search(before, 0, "that") + 4));
    }
    if (verb && text_ends(before, "who")) {
        /* "B attended as a substitute for A, who had sent apologies": the name right before */
        before = text_strip(text_upto(before, before.len - strlen("who")), " ,;");
        for (size_t i = 0; links[i] != NULL; i++) {
            for (size_t at = text_search(before, 0, links[i]); at < before.len;
                 at = text_search(before, 0, links[i])) {
                before = text_after(before, at + strlen(links[i]));
            }
        }
    }
    if (!verb || !people_are_listed(arena, before)) {
        return false;
    }
    take_names(arena, people, before, line);
    return true;
}

/* Where the text speaks of apologies, in English or Welsh; its length where it does not. */
static size_t said_of_apologies(MnText text)
{
    static const char *const words[] = {"apologies", "apology", "ymddiheuriadau", "ymddiheuriad",
                                        NULL};
    size_t said = text.len;

    for (size_t i = 0; words[i] != NULL && said == text.len; i++) {
        said = text_find(text, 0, words[i]);
    }
    return said;
}

/* only_lists: the item's title says that these are apologies, so a bare list is one. */
static void take_apologies(Arena *arena, People *people, MnText text, int line, bool only_lists)
{
    static const char *const from[] = {"from",      "on behalf of", "for",    "by",
                                       "oddi wrth", "gan",          "ar ran", NULL};
    size_t at = 0;
    MnSpan span;
    bool open = false; /* a list follows a colon */

    if (only_lists && said_of_apologies(text) == text.len) {
        const char *honorific = NULL;
        size_t from = text_find(text, 0, "received from");
        MnText names = from < text.len
                           ? names_only(arena, text_after(text, from + strlen("received from")))
                           : text;

        if (from == text.len && text_begins(text, "from")) {
            names = names_only(arena, text_after(text, 4));
            from = people_are_listed(arena, names) ? 0 : from;
        }
        if (from < text.len || people_are_listed(arena, text)) {
            people_parse_on(arena, people, CAPACITY_APOLOGIES, arena_text(arena, names), line,
                            &honorific);
        }
        return;
    }
    while (mn_next_sentence(text, &at, &span)) {
        MnText sentence = mn_slice(text, span);
        size_t said = said_of_apologies(sentence);
        const char *honorific = NULL;

        if (said == sentence.len) {
            if (open && people_are_listed(arena, text_strip(sentence, " -*.,;"))) {
                people_parse_on(arena, people, CAPACITY_APOLOGIES,
                                arena_text(arena, text_strip(sentence, " -*")), line, &honorific);
            } else {
                open = false;
            }
            continue;
        }
        open = false;
        if (take_senders(arena, people, text_upto(sentence, said), line)) {
            continue;
        }
        for (size_t i = 0; from[i] != NULL; i++) {
            size_t where = text_find(sentence, said, from[i]);

            /* "apologies for absence" is no list */
            while (
                where < sentence.len &&
                text_begins(sentence.len > where + 4 ? text_after(sentence, where + 4) : sentence,
                            "absence")) {
                where = text_find(sentence, where + 4, from[i]);
            }
            if (where < sentence.len) {
                MnText names = names_only(arena, text_after(sentence, where + strlen(from[i])));
                size_t known = people->count;

                if (text_strip(names, " :-").len == 0) {
                    open = true;
                    break;
                }
                take_names(arena, people, text_strip(names, " :-"), line);
                open = text_last(sentence) == ':';
                if (people->count > known || open) {
                    break;
                }
            }
        }
        if (text_last(sentence) == ':') {
            open = true;
        }
        /* "Apologies: A, B" */
        if (said == 0 && text_search(sentence, 0, ":") < 24) {
            take_names(arena, people,
                       names_only(arena, text_after(sentence, text_search(sentence, 0, ":") + 1)),
                       line);
        }
    }
}

/* "(sub. Councillor B)" without the full stop that would end a sentence. */
static MnText without_dotted_sub(Arena *arena, MnText text)
{
    char *copy = arena_text(arena, text);

    for (size_t at = 0; (at = text_find(text, at, "sub")) < text.len; at += 3) {
        if (at + 3 < text.len && copy[at + 3] == '.') {
            copy[at + 3] = ':';
        }
    }
    return (MnText){copy, text.len};
}

static void take_substitutes(Arena *arena, People *people, MnText text, int line, unsigned kind)
{
    size_t at = 0;
    MnSpan span;
    MnText before = {text.data, 0};

    while (mn_next_sentence(text, &at, &span)) {
        substitutions_take(arena, people, before, mn_slice(text, span), line, kind);
        before.len = span.start + span.len;
    }
}

/* Whether an item is a list of substitutions, by its title or by the words before a colon. */
static bool tells_of_substitutes(const Item *item)
{
    static const char *const words[] = {"substitute", "substitutes", "substitution",
                                        "substitutions", NULL};
    MnText text = text_of(item->text);

    return (item->title != NULL && text_has_any(text_of(item->title), words, NULL)) ||
           text_has_any(text_upto(text, text_search(text, 0, ":")), words, NULL);
}

/* Takes what the text of item `i` records of people into the list. */
static void take_of_item(Arena *arena, const Meeting *meeting, size_t i, People *people)
{
    static const char *const titles[] = {
        "apologies",     "apology",        "attendance", "substitute", "substitutes",
        "substitutions", "substitution",   "membership", "welcome",    "absence",
        "introductions", "ymddiheuriadau", NULL};
    const Item *item = &meeting->items[i];
    MnText text = text_of(item->text);
    bool titled = item->title != NULL && text_has_any(text_of(item->title), titles, NULL);

    if (text.len == 0 || text.len > 20000) {
        return;
    }
    if (text_has(text, "sub")) {
        text = without_dotted_sub(arena, text);
    }
    if (titled || (i < 4 && text_has(text, "apologies"))) {
        take_apologies(arena, people, text, item->line,
                       item->title != NULL && (text_has(text_of(item->title), "apologies") ||
                                               text_has(text_of(item->title), "apology") ||
                                               text_has(text_of(item->title), "absence") ||
                                               text_has(text_of(item->title), "absenoldeb")));
    }
    if (titled ||
        (i < 4 && (text_has(text, "apologies") || text_has(text, "apology") ||
                   text_has(text, "substitute for") || text_has(text, "substituting for") ||
                   text_has(text, "substituted by")))) {
        take_substitutes(arena, people, text, item->line,
                         SUBSTITUTIONS_ABSENT |
                             (tells_of_substitutes(item) ? SUBSTITUTIONS_PAIRS : 0));
    }
}

static People copy_of(Arena *arena, const Person *person, size_t count)
{
    People copy = {arena_alloc(arena, (count + 1) * sizeof(Person)), count, count + 1};

    if (count > 0) {
        memcpy(copy.person, person, count * sizeof(Person));
    }
    return copy;
}

void segment_people_of_items(Segmenter *segmenter, Meeting *meeting)
{
    People people = copy_of(segmenter->arena, meeting->people, meeting->people_count);

    meeting->listed = meeting->people;
    meeting->listed_count = meeting->people_count;
    for (size_t i = 0; i < meeting->item_count; i++) {
        size_t known = people.count;

        take_of_item(segmenter->arena, meeting, i, &people);
        for (size_t p = known; p < people.count; p++) {
            people.person[p].item = meeting->items[i].position;
        }
    }
    meeting->people = people.person;
    meeting->people_count = people.count;
}

/* Which fields of the person were unknown before. */
static unsigned filled_since(const Person *before, const Person *now)
{
    return (now->honorific != before->honorific ? PERSON_HONORIFIC : 0) |
           (now->post_nominals != before->post_nominals ? PERSON_POST_NOMINALS : 0) |
           (now->role != before->role ? PERSON_ROLE : 0) |
           (now->organisation != before->organisation ? PERSON_ORGANISATION : 0) |
           (now->substitute_for != before->substitute_for ? PERSON_SUBSTITUTE_FOR : 0);
}

/* Adds item `i`'s record to the list: people of its own, and what it says of others, which stays apart from what another item said. */
static void add_record(Arena *arena, const Meeting *meeting, size_t i, People *people)
{
    People said = copy_of(arena, people->person, people->count);
    size_t known = people->count;
    int position = meeting->items[i].position;

    take_of_item(arena, meeting, i, &said);
    for (size_t p = 0; p < said.count; p++) {
        Person *now = &said.person[p];
        Person *before = p < known ? &people->person[p] : NULL;
        unsigned filled = before == NULL ? 0 : filled_since(before, now);

        if (before != NULL && filled == 0) {
            continue;
        }
        now->item = position;
        now->filled = filled;
        if (before != NULL && before->item == 0 && !meeting->items[i].restricted) {
            *before = *now;
            continue;
        }
        now->filled = before != NULL && before->item == 0 ? filled : 0;
        if (before != NULL && before->item != 0) {
            *now = (Person){
                .capacity = now->capacity,
                .name = now->name,
                .honorific = filled & PERSON_HONORIFIC ? now->honorific : NULL,
                .post_nominals = filled & PERSON_POST_NOMINALS ? now->post_nominals : NULL,
                .role = filled & PERSON_ROLE ? now->role : NULL,
                .organisation = filled & PERSON_ORGANISATION ? now->organisation : NULL,
                .substitute_for = filled & PERSON_SUBSTITUTE_FOR ? now->substitute_for : NULL,
                .line = meeting->items[i].line,
                .item = position};
        }
        people->person =
            mn_grow(&arena->base, people->person, sizeof(Person), people->count, &people->capacity);
        people->person[people->count++] = *now;
    }
}

void people_by_record(Arena *arena, const Meeting *meeting, Person **people, size_t *count)
{
    People all = copy_of(arena, meeting->listed, meeting->listed_count);
    People open;

    for (size_t i = 0; i < meeting->item_count; i++) {
        if (!meeting->items[i].restricted) {
            add_record(arena, meeting, i, &all);
        }
    }
    open = copy_of(arena, all.person, all.count);
    for (size_t i = 0; i < meeting->item_count; i++) {
        if (meeting->items[i].restricted) {
            People with = copy_of(arena, open.person, open.count);

            add_record(arena, meeting, i, &with);
            for (size_t p = open.count; p < with.count; p++) {
                all.person =
                    mn_grow(&arena->base, all.person, sizeof(Person), all.count, &all.capacity);
                all.person[all.count++] = with.person[p];
            }
        }
    }
    *people = all.person;
    *count = all.count;
}
