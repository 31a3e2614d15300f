/*
 * store_sql.h - the SQL of sql/store/, carried inside the program in the order of the file names.
 */
#ifndef MINUTES_STORE_SQL_H
#define MINUTES_STORE_SQL_H

#include <stdbool.h>

typedef struct StoreScript {
    const char *name; /* the file's name without .sql; NULL ends the list */
    const char *sql;
} StoreScript;

extern const StoreScript store_scripts[];

/* The number that the script's name begins with (store.c). */
int script_number(const StoreScript *script);

/* Whether a store runs it once: 000 and from 900 on are run by every init, what lies between are migrations. */
bool script_is_migration(const StoreScript *script);

#endif
