/*
 * attendance_table.h - tables of who was there.
 */
#ifndef MINUTES_ATTENDANCE_TABLE_H
#define MINUTES_ATTENDANCE_TABLE_H

#include "segment.h"

typedef enum Column {
    COLUMN_OTHER,
    COLUMN_NAME,
    COLUMN_ROLE,
    COLUMN_ORGANISATION,
    COLUMN_OFFICE_OR_BODY, /* "Organisation / role": either, as each cell says */
    COLUMN_ATTENDANCE,
    COLUMN_SUBSTITUTE_FOR, /* for whom the named one came */
    COLUMN_SUBSTITUTE      /* who came for the named one */
} Column;

#define COLUMNS 12

typedef struct Table {
    Column column[COLUMNS];
    LabelKind label[COLUMNS]; /* of a table whose heads are labels: "Members | Officers" */
    bool labelled;
    size_t columns;    /* 0: no table's head was seen */
    const char *group; /* the body in the first cell of the rows of a table without a head */
} Table;

/* The list that a label opens. */
Capacity attendance_capacity_of(LabelKind label);

/* Reads a row as a table's head; false where it is none. */
bool attendance_table_head(Arena *arena, Table *table, MnText row);

/* Adds the people of a row; *honorific as in people_parse_on. */
void attendance_table_row(Segmenter *segmenter, People *people, Table *table, Capacity capacity,
                          MnText row, int line, const char **honorific);

/* The person that a cell of a column of people names, by a family name alone, too. */
bool attendance_person_in_cell(Segmenter *segmenter, MnText cell, Person *person);

#endif
