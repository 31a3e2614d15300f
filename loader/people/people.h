/*
 * people.h - lists of people as minutes print them.
 */
#ifndef MINUTES_PEOPLE_H
#define MINUTES_PEOPLE_H

#include "model.h"

/* A growing list of people. */
typedef struct People {
    Person *person;
    size_t count;
    size_t capacity;
} People;

/*
 * Adds the people of a printed list ("Cllr A B OBE (Chair), C D (sub for E F), Councillors G, H and I") in the given capacity.
 * Counts ("4 members of the public") and empty entries are none; a person printed twice in one list is added once.
 */
void people_parse(Arena *arena, People *people, Capacity capacity, const char *list, int line);

/*
 * As people_parse, for lists that go on over several lines: *honorific is the one that a plural ("Councillors") gives to the
 * names after it; NULL to begin with.
 */
void people_parse_on(Arena *arena, People *people, Capacity capacity, const char *list, int line,
                     const char **honorific);

/* Adds one person, unless the same name stands in the same list; then what was unknown is filled in. Returns the person in the list. */
Person *people_add(Arena *arena, People *people, const Person *person);

/* Whether text reads as a list of people, or as one of them. */
bool people_are_listed(Arena *arena, MnText text);

/* Whether text is a name without anything beside it: two to five words that begin with capitals, no word of business. */
bool is_person_name(MnText text);

/* One person from one printed entry; false where it names nobody. */
bool person_parse(Arena *arena, const char *entry, Person *person);

#endif
