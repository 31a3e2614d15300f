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

/* One person from one printed entry; false where it names nobody. */
bool person_parse(Arena *arena, const char *entry, Person *person);

#endif
