/*
 * store.h - the store in the database: what is there, bringing it up to this program's version, and entering it to work.
 */
#ifndef MINUTES_STORE_H
#define MINUTES_STORE_H

#include "connect.h"

/* What a database holds of us, as store_look() finds it. Strings are the arena's, "" for what is not there. */
typedef struct StoreState {
    int server_version;   /* as libpq numbers it */
    const char *encoding; /* of the database */
    const char *database;
    const char *user;
    bool superuser;
    bool may_create_roles;
    bool may_create_schemas;
    const char *extension; /* version of the extension in this database */
    const char *extension_schema;
    const char *library;     /* version of the library behind it */
    const char *owner;       /* owner of schema minutes_store: the loader's role */
    bool member;             /* whether the user is a member of that */
    const char *reader_role; /* as the store was initialised */
    const char *cleared_role;
    int version; /* of the store: its last migration before one that is missing; 0 none */
} StoreState;

/*
 * Looks; false where the server refuses or the store is not the loader's own (see store_trusted), which was told. Nothing of the store is run or read
 * before that is known.
 */
bool store_look(PGconn *conn, Arena *arena, StoreState *state);

/*
 * Whether schemas minutes and minutes_store, where they are there, and all in them belong to role `loader` and nobody else may create in them; "" for
 * the owner of minutes_store, which has to be a loader's role. False and told where not.
 */
bool store_trusted(PGconn *conn, const char *database, const char *loader);

/* The version that this program makes of a store: the number of its last migration. */
int store_program_version(void);

/* -1, 0, 1 as version a (X.Y.Z) is before, the same as, after b. */
int version_compare(const char *a, const char *b);

/*
 * Enters a store for load or status: extension and store must be of this program's version (else false, told in a sentence that says what to
 * do), and the session becomes the store's owner.
 */
bool store_enter(PGconn *conn, Arena *arena, StoreState *state);

/*
 * The same for who need not be the owner, such as a cleared reader: the session stays who it is where that one may read the store. Who may only by
 * taking on a role (a member that does not inherit) takes it on.
 */
bool store_visit(PGconn *conn, Arena *arena, StoreState *state);

/* Creates or updates extension, roles, schemas, tables, policies and views; all or nothing. The program's exit status. */
ExitCode store_init(PGconn *conn, const Options *options);

/* Whether the server's version, the database's encoding, the extension and the library behind it suit this program; false and told where not. */
bool store_suits(const StoreState *state);

#endif
