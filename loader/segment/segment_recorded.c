/*
 * segment_recorded.c - the people whose apologies or substitution the text of an item records.
 */
#include <string.h>

#include "segment.h"
#include "sentence.h"
#include "texts.h"

/* Where the names of a sentence's list end: at a clause about something else. */
static MnText names_only(MnText text)
{
    static const char *const ends[] = {
        " who ",    " for whom", " whose ", " with ", " as ",  " due to",     " because",
        " and it ", " and the ", " were ",  " was ",  " had ", " in respect", " owing to",
        " by ",     " having ",  " that ",  " but ",  " (it",  NULL};
    size_t end = text.len;

    for (size_t i = 0; ends[i] != NULL; i++) {
        size_t at = text_search(text, 0, ends[i]);

        /* not inside a bracket, "(sub for ... with ...)" */
        if (at < end && memchr(text.data, '(', at) == NULL) {
            end = at;
        }
    }
    return text_upto(text, end);
}

/* "A and B, and" as "A and B". */
static MnText without_and(MnText text)
{
    text = text_strip(text, " ,;");
    return text_ends(text, "and") ? text_strip(text_upto(text, text.len - 3), " ,;") : text;
}

/* A family name alone ("Councillor Beck") is the only one of that name in the list. */
static void name_in_full(const People *people, Capacity capacity, Person *person)
{
    const Person *found = NULL;

    if (strchr(person->name, ' ') != NULL) {
        return;
    }
    for (size_t i = 0; i < people->count; i++) {
        const Person *known = &people->person[i];

        if (known->capacity == capacity && text_ends(text_of(known->name), person->name)) {
            if (found != NULL) {
                return;
            }
            found = known;
        }
    }
    if (found != NULL) {
        person->name = found->name;
    }
}

/* Adds the people that a sentence lists as sending apologies: "from A and B, and from C". */
static void take_names(Segmenter *segmenter, People *people, MnText names, int line)
{
    const char *honorific = NULL;
    People said = {0};

    for (size_t at = 0; at < names.len;) {
        MnText rest = text_after(names, at);
        size_t next = text_search(rest, 0, " from ");

        /* "and from" goes on with the list */
        people_parse_on(segmenter->arena, &said, CAPACITY_APOLOGIES,
                        arena_text(segmenter->arena, without_and(text_upto(rest, next))), line,
                        &honorific);
        at += next + strlen(" from ");
        honorific = NULL;
    }
    for (size_t i = 0; i < said.count; i++) {
        name_in_full(people, CAPACITY_APOLOGIES, &said.person[i]);
        people_add(segmenter->arena, people, &said.person[i]);
    }
}

/* only_lists: the item's title says that these are apologies, so a bare list is one. */
static void take_apologies(Segmenter *segmenter, People *people, MnText text, int line,
                           bool only_lists)
{
    static const char *const from[] = {"from", "on behalf of", "for", "by", NULL};
    size_t at = 0;
    MnSpan span;
    bool open = false; /* a list follows a colon */

    if (only_lists && !text_has(text, "apologies") && !text_has(text, "apology")) {
        const char *honorific = NULL;
        size_t from = text_find(text, 0, "received from");
        MnText names =
            from < text.len ? names_only(text_after(text, from + strlen("received from"))) : text;

        if (from < text.len || people_are_listed(segmenter->arena, text)) {
            people_parse_on(segmenter->arena, people, CAPACITY_APOLOGIES,
                            arena_text(segmenter->arena, names), line, &honorific);
        }
        return;
    }
    while (mn_next_sentence(text, &at, &span)) {
        MnText sentence = mn_slice(text, span);
        size_t said = text_find(sentence, 0, "apologies");
        const char *honorific = NULL;

        said = said < sentence.len ? said : text_find(sentence, 0, "apology");
        if (said == sentence.len) {
            if (open && people_are_listed(segmenter->arena, text_strip(sentence, " -*.,;"))) {
                people_parse_on(segmenter->arena, people, CAPACITY_APOLOGIES,
                                arena_text(segmenter->arena, text_strip(sentence, " -*")), line,
                                &honorific);
            } else {
                open = false;
            }
            continue;
        }
        open = false;
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
                MnText names = names_only(text_after(sentence, where + strlen(from[i])));
                size_t known = people->count;

                if (text_strip(names, " :-").len == 0) {
                    open = true;
                    break;
                }
                take_names(segmenter, people, text_strip(names, " :-"), line);
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
            take_names(segmenter, people,
                       names_only(text_after(sentence, text_search(sentence, 0, ":") + 1)), line);
        }
    }
}

/* The people that stand last before `end` in a sentence. */
static MnText subject_before(MnText sentence, size_t end)
{
    static const char *const marks[] = {"; ",         " (",       " with ",     " that ",
                                        " noted ",    ": ",       " and that ", ", with ",
                                        " absence, ", " whilst ", " while ",    NULL};
    size_t start = 0;

    for (size_t i = 0; marks[i] != NULL; i++) {
        size_t at = 0;

        while ((at = text_search(sentence, at, marks[i])) < end) {
            at += strlen(marks[i]);
            start = at > start && at < end ? at : start;
        }
    }
    return mn_trim((MnText){sentence.data + start, end - start});
}

static MnText without_verb(MnText text)
{
    static const char *const verbs[] = {
        "was",      "were",        "had",           "attended", "attending", "present",
        "would be", "is",          "in attendance", "acted",    "acting",    "has",
        "be",       "was present", "also",          "a",        "the",       "named",
        "who",      "as",          "been",          ",",        NULL};
    bool again = true;

    while (again) {
        again = false;
        text = text_strip(text, " ,");
        for (size_t i = 0; verbs[i] != NULL; i++) {
            if (text_ends(text, verbs[i])) {
                text = text_upto(text, text.len - strlen(verbs[i]));
                again = true;
            }
        }
    }
    return text;
}

static void add_substitutes(Segmenter *segmenter, People *people, MnText who, MnText whom, int line)
{
    People substitutes = {0};
    People members = {0};

    people_parse(segmenter->arena, &substitutes, CAPACITY_PRESENT,
                 arena_text(segmenter->arena, who), line);
    people_parse(segmenter->arena, &members, CAPACITY_PRESENT, arena_text(segmenter->arena, whom),
                 line);
    if (substitutes.count == 0 || members.count == 0) {
        return;
    }
    /* "A, B substituted for C": the last named before the verb */
    for (size_t i = substitutes.count > members.count ? substitutes.count - members.count : 0,
                j = 0;
         i < substitutes.count; i++, j++) {
        Person *person = &substitutes.person[i];
        bool elsewhere = false;

        name_in_full(people, CAPACITY_PRESENT, person);
        person->substitute_for = members.person[j < members.count ? j : members.count - 1].name;
        person->role = NULL;
        for (size_t k = 0; k < people->count; k++) {
            elsewhere |= people->person[k].capacity != CAPACITY_PRESENT &&
                         people->person[k].capacity != CAPACITY_APOLOGIES &&
                         mn_same(text_of(people->person[k].name), text_of(person->name));
        }
        if (!elsewhere) {
            people_add(segmenter->arena, people, person);
        }
    }
}

/* "A (for whom B substituted)". */
static void take_for_whom(Segmenter *segmenter, People *people, MnText sentence, int line)
{
    static const char *const verbs[] = {
        " substituted",    " attended", " deputised",         " was substituting",
        " was deputising", " acted",    " was in attendance", " was present",
        " was attending",  NULL};
    size_t at = 0;

    while ((at = text_find(sentence, at, "for whom")) < sentence.len) {
        MnText before = subject_before(sentence, at);
        MnText after = text_after(sentence, at + strlen("for whom"));
        size_t end = after.len;

        for (size_t i = 0; verbs[i] != NULL; i++) {
            size_t verb = text_search(after, 0, verbs[i]);

            end = verb < end ? verb : end;
        }
        if (end < after.len) {
            size_t open = before.len;

            /* what stands right before the bracket */
            while (open > 0 && before.data[open - 1] != ',') {
                open--;
            }
            before = text_strip(text_after(before, open), " (,");
            if (text_search(before, 0, " and ") < before.len) {
                before = text_after(before, text_search(before, 0, " and ") + 5);
            }
            if (text_find(before, 0, "from") < before.len) {
                before = text_after(before, text_find(before, 0, "from") + 4);
            }
            add_substitutes(
                segmenter, people, text_upto(after, end),
                text_of(arena_printf(segmenter->arena, "Cllr %.*s", (int) before.len, before.data)),
                line);
        }
        at += strlen("for whom");
    }
}

/* "B attended as his substitute", after a sentence that names whose. */
static void take_unnamed(Segmenter *segmenter, People *people, MnText previous, MnText sentence,
                         int line)
{
    static const char *const says[] = {
        "as his substitute", "as her substitute", "as their substitute", "in his place",
        "in her place",      "in their place",    "on his behalf",       "on her behalf",
        "on their behalf",   "as substitute",     "as a substitute",     NULL};

    for (size_t which = 0; says[which] != NULL; which++) {
        size_t at = text_find(sentence, 0, says[which]);
        MnText behind = mn_trim(text_after(sentence, at + strlen(says[which])));

        if (at == sentence.len || text_begins(behind, "for") || text_begins(behind, "member for")) {
            continue;
        }
        for (size_t i = people->count; i > 0; i--) {
            const Person *person = &people->person[i - 1];

            if (person->capacity == CAPACITY_APOLOGIES && text_has(previous, person->name)) {
                add_substitutes(segmenter, people, without_verb(subject_before(sentence, at)),
                                text_of(arena_printf(segmenter->arena, "Cllr %s", person->name)),
                                line);
                return;
            }
        }
    }
}

static void take_substitutes(Segmenter *segmenter, People *people, MnText text, int line)
{
    static const char *const active[] = {"substituted for",
                                         "substituting for",
                                         "deputised for",
                                         "deputising for",
                                         "as substitute for",
                                         "as a substitute for",
                                         "as the substitute for",
                                         "as substitute member for",
                                         "substitutes for",
                                         "substitute for",
                                         "in place of",
                                         "in the place of",
                                         "attended on behalf of",
                                         "attended for",
                                         "attending for",
                                         "as named substitute for",
                                         "as his substitute for",
                                         "sub for",
                                         NULL};
    static const char *const passive[] = {"was substituted by",
                                          "had been substituted by",
                                          "substituted by",
                                          "was replaced by",
                                          "being substituted by",
                                          "was represented by",
                                          NULL};
    size_t at = 0;
    MnSpan span;

    MnText previous = {"", 0};

    while (mn_next_sentence(text, &at, &span)) {
        MnText sentence = mn_slice(text, span);
        size_t from = 0;

        take_unnamed(segmenter, people, previous, sentence, line);
        previous = sentence;

        take_for_whom(segmenter, people, sentence, line);
        for (size_t guard = 0; guard < 20 && from < sentence.len; guard++) {
            size_t best = sentence.len;
            size_t len = 0;
            bool turned = false;
            MnText rest;
            MnText before;
            size_t stop;

            for (size_t i = 0; active[i] != NULL; i++) {
                size_t found = text_find(sentence, from, active[i]);

                if (found < best) {
                    best = found;
                    len = strlen(active[i]);
                }
            }
            for (size_t i = 0; passive[i] != NULL; i++) {
                size_t found = text_find(sentence, from, passive[i]);

                if (found < best) {
                    best = found;
                    len = strlen(passive[i]);
                    turned = true;
                }
            }
            if (best == sentence.len) {
                break;
            }
            rest = text_after(sentence, best + len);
            stop = text_search(rest, 0, ", ");
            stop = text_search(rest, 0, ";") < stop ? text_search(rest, 0, ";") : stop;
            if (text_search(rest, 0, ")") < stop) {
                stop = text_search(rest, 0, ")");
            }
            before = subject_before(text_after(sentence, from), best - from);
            {
                /* "(substitute for A)": the name stands before the bracket */
                size_t open = before.len;

                while (open > 0 && before.data[open - 1] != '(') {
                    open--;
                }
                if (open > 0 && open == before.len) {
                    before = mn_trim(text_upto(before, open - 1));
                }
            }
            if (turned) {
                add_substitutes(segmenter, people, names_only(text_upto(rest, stop)),
                                without_verb(before), line);
            } else {
                add_substitutes(segmenter, people, without_verb(before),
                                names_only(text_upto(rest, stop)), line);
            }
            from = best + len + (stop < rest.len ? stop : rest.len);
        }
    }
}

void segment_people_of_items(Segmenter *segmenter, Meeting *meeting)
{
    static const char *const titles[] = {
        "apologies",     "apology",        "attendance", "substitute", "substitutes",
        "substitutions", "substitution",   "membership", "welcome",    "absence",
        "introductions", "ymddiheuriadau", NULL};
    People people = {meeting->people, meeting->people_count, meeting->people_count};

    for (size_t i = 0; i < meeting->item_count; i++) {
        const Item *item = &meeting->items[i];
        MnText text = text_of(item->text);
        bool titled = item->title != NULL && text_has_any(text_of(item->title), titles, NULL);

        if (text.len == 0 || text.len > 20000) {
            continue;
        }
        if (titled || (i < 4 && text_has(text, "apologies"))) {
            take_apologies(segmenter, &people, text, item->line,
                           item->title != NULL && (text_has(text_of(item->title), "apologies") ||
                                                   text_has(text_of(item->title), "apology") ||
                                                   text_has(text_of(item->title), "absence")));
        }
        if (titled || (i < 4 && (text_has(text, "apologies") || text_has(text, "substitute for") ||
                                 text_has(text, "substituted by")))) {
            take_substitutes(segmenter, &people, text, item->line);
        }
    }
    meeting->people = people.person;
    meeting->people_count = people.count;
}
