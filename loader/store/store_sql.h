/*
 * store_sql.h - the SQL of sql/store/, carried inside the program in the order of the file names.
 */
#ifndef MINUTES_STORE_SQL_H
#define MINUTES_STORE_SQL_H

typedef struct StoreScript {
    const char *name; /* the file's name without .sql; NULL ends the list */
    const char *sql;
} StoreScript;

extern const StoreScript store_scripts[];

#endif
