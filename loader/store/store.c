/*
 * store.c - looking at a store and entering it; see store.h.
 */
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store_sql.h"

#define OLDEST_SERVER 150000

int script_number(const StoreScript *script)
{
    return (int) strtol(script->name, NULL, 10);
}

bool script_is_migration(const StoreScript *script)
{
    int number = script_number(script);

    return number > 0 && number < 900;
}

int store_program_version(void)
{
    int version = 0;

    for (const StoreScript *script = store_scripts; script->name != NULL; script++) {
        if (script_is_migration(script) && script_number(script) > version) {
            version = script_number(script);
        }
    }
    return version;
}

int version_compare(const char *a, const char *b)
{
    int of_a[3] = {0, 0, 0};
    int of_b[3] = {0, 0, 0};

    sscanf(a, "%d.%d.%d", &of_a[0], &of_a[1], &of_a[2]);
    sscanf(b, "%d.%d.%d", &of_b[0], &of_b[1], &of_b[2]);
    for (int i = 0; i < 3; i++) {
        if (of_a[i] != of_b[i]) {
            return of_a[i] < of_b[i] ? -1 : 1;
        }
    }
    return 0;
}

/* The first column of the first row, "" where there is none; NULL where the server refuses. */
static const char *ask(PGconn *conn, Arena *arena, const char *sql)
{
    PGresult *result = db_query(conn, "looking at the database", sql);
    const char *answer;

    if (result == NULL) {
        return NULL;
    }
    answer = PQntuples(result) == 0 ? "" : arena_string(arena, db_text(result, 0, 0));
    PQclear(result);
    return answer;
}

/* The last migration of this program before the first that is not among " 1 2 3 ". */
static int complete_up_to(Arena *arena, const char *seen)
{
    int version = 0;

    for (const StoreScript *script = store_scripts; script->name != NULL; script++) {
        int number = script_number(script);

        if (!script_is_migration(script)) {
            continue;
        }
        if (strstr(seen, arena_printf(arena, " %d ", number)) == NULL) {
            return version;
        }
        version = number;
    }
    return version;
}

/* The store's own word on itself, where it is there and may be read. */
static bool look_inside(PGconn *conn, Arena *arena, StoreState *state)
{
    PGresult *result =
        db_query(conn, "looking at the store",
                 "select (select max(version) from minutes_store.migrations),"
                 " (select concat(' ', string_agg(version::text, ' '), ' ')"
                 " from minutes_store.migrations),"
                 " (select value from minutes_store.settings where name = 'reader_role'),"
                 " (select value from minutes_store.settings where name = 'cleared_role')");

    if (result == NULL) {
        return false;
    }
    state->version = (int) db_number(result, 0, 0);
    if (state->version <= store_program_version()) {
        state->version = complete_up_to(arena, db_text(result, 0, 1));
    }
    state->reader_role = arena_string(arena, db_text(result, 0, 2));
    state->cleared_role = arena_string(arena, db_text(result, 0, 3));
    PQclear(result);
    return true;
}

/* The owner's fellow role of that kind, where the store cannot be asked: init names them alike. */
static const char *fellow_role(PGconn *conn, Arena *arena, const StoreState *state,
                               const char *kind)
{
    size_t len = strlen(state->owner);
    size_t stem = len > 7 && strcmp(state->owner + len - 7, "_loader") == 0 ? len - 7 : len;

    return db_identifier(arena, conn,
                         arena_printf(arena, "%.*s_%s", (int) stem, state->owner, kind));
}

/* Tells who may not become the owner what right that takes. */
static bool is_member(PGconn *conn, Arena *arena, const StoreState *state)
{
    if (!state->member) {
        message_error("user \"%s\" is no member of the store's owner, which this command needs: an "
                      "administrator has to run grant %s to %s (status --check asks for %s alone)",
                      state->user, db_identifier(arena, conn, state->owner),
                      db_identifier(arena, conn, state->user),
                      fellow_role(conn, arena, state, "reader"));
    }
    return state->member;
}

static bool become_owner(PGconn *conn, Arena *arena, const StoreState *state)
{
    return db_run(conn, "becoming the store's owner",
                  arena_printf(arena, "set role %s", db_identifier(arena, conn, state->owner)));
}

bool store_look(PGconn *conn, Arena *arena, StoreState *state)
{
    PGresult *result =
        db_query(conn, "looking at the database",
                 "select current_database(), current_user, r.rolsuper, r.rolcreaterole,"
                 " has_database_privilege(current_database(), 'CREATE'),"
                 " e.extversion, n.nspname, pg_get_userbyid(s.nspowner),"
                 " exists (select from pg_class c where c.relnamespace = s.oid and c.relname = "
                 "'migrations'),"
                 " pg_has_role(s.nspowner, 'MEMBER'), has_schema_privilege(s.oid, 'USAGE')"
                 " from pg_roles r"
                 " left join pg_extension e on e.extname = 'pg_minutes'"
                 " left join pg_namespace n on n.oid = e.extnamespace"
                 " left join pg_namespace s on s.nspname = 'minutes_store'"
                 " where r.rolname = current_user");
    bool there;
    bool member;
    bool allowed;

    if (result == NULL) {
        return false;
    }
    member = db_true(result, 0, 9);
    *state = (StoreState){.member = member,
                          .server_version = PQserverVersion(conn),
                          .encoding = PQparameterStatus(conn, "server_encoding"),
                          .database = arena_string(arena, db_text(result, 0, 0)),
                          .user = arena_string(arena, db_text(result, 0, 1)),
                          .superuser = db_true(result, 0, 2),
                          .may_create_roles = db_true(result, 0, 3),
                          .may_create_schemas = db_true(result, 0, 4),
                          .extension = arena_string(arena, db_text(result, 0, 5)),
                          .extension_schema = arena_string(arena, db_text(result, 0, 6)),
                          .library = "",
                          .owner = arena_string(arena, db_text(result, 0, 7)),
                          .reader_role = "",
                          .cleared_role = ""};
    there = db_true(result, 0, 8);
    allowed = db_true(result, 0, 10);
    PQclear(result);
    if (!store_trusted(conn, state->database, "")) {
        return false;
    }
    /* An extension of another version is told by that; its functions may be other ones. */
    if (version_compare(state->extension, PG_MINUTES_VERSION) == 0) {
        state->library = ask(conn, arena,
                             arena_printf(arena, "select %s.pg_minutes_version()",
                                          db_identifier(arena, conn, state->extension_schema)));
        if (state->library == NULL) {
            return false;
        }
    }
    if (!there || !(member || allowed)) {
        return true;
    }
    /* A member that does not inherit sees nothing until it becomes the owner. */
    return (allowed || become_owner(conn, arena, state)) && look_inside(conn, arena, state) &&
           (allowed || db_run(conn, "leaving the owner's role", "reset role"));
}

bool store_suits(const StoreState *state)
{
    if (state->server_version < OLDEST_SERVER) {
        message_error("the server is PostgreSQL %d, and pg_minutes needs 15 or later",
                      state->server_version / 10000);
    } else if (strcmp(state->encoding, "UTF8") != 0) {
        message_error("database \"%s\" is encoded in %s, which has no room for all that minutes "
                      "print: create one with encoding UTF8",
                      state->database, state->encoding);
    } else if (*state->extension != '\0' &&
               version_compare(state->extension, PG_MINUTES_VERSION) > 0) {
        message_error("the extension pg_minutes in database \"%s\" is version %s, newer than this "
                      "program (%s): install the newer minutes2pgsql",
                      state->database, state->extension, PG_MINUTES_VERSION);
    } else if (*state->library != '\0' &&
               version_compare(state->library, PG_MINUTES_VERSION) != 0) {
        message_error("the server's library of pg_minutes is version %s and this program is "
                      "version %s: install the same version of both",
                      state->library, PG_MINUTES_VERSION);
    } else {
        return true;
    }
    return false;
}

/* Whether there is a store of this program's version to enter, as far as can be told before the tables are looked at. */
static bool store_is_there(PGconn *conn, Arena *arena, StoreState *state)
{
    if (!store_look(conn, arena, state)) {
        return false;
    }
    if (*state->extension == '\0' || *state->owner == '\0') {
        message_error("database \"%s\" has no store yet: run minutes2pgsql init", state->database);
        return false;
    }
    if (!store_suits(state)) {
        return false;
    }
    if (version_compare(state->extension, PG_MINUTES_VERSION) < 0) {
        message_error("the extension pg_minutes in database \"%s\" is version %s, older than this "
                      "program (%s): run minutes2pgsql init",
                      state->database, state->extension, PG_MINUTES_VERSION);
        return false;
    }
    return true;
}

static bool version_is_right(const StoreState *state)
{
    if (state->version == store_program_version()) {
        return true;
    }
    message_error("the store in database \"%s\" is version %d and this program's is %d: %s",
                  state->database, state->version, store_program_version(),
                  state->version < store_program_version() ? "run minutes2pgsql init"
                                                           : "install the newer minutes2pgsql");
    return false;
}

/* The server's log quotes no rows then. */
static bool keep_log_terse(PGconn *conn)
{
    return db_run(conn, "keeping data out of the server's log",
                  "select set_config('log_error_verbosity', 'terse', false)"
                  " where has_parameter_privilege('log_error_verbosity', 'SET')");
}

bool store_enter(PGconn *conn, Arena *arena, StoreState *state)
{
    return store_is_there(conn, arena, state) && is_member(conn, arena, state) &&
           become_owner(conn, arena, state) && keep_log_terse(conn) &&
           look_inside(conn, arena, state) && version_is_right(state);
}

/*
 * Who does not inherit takes on a role that reads the store: the owner's where he is a member of it, else the one that may the most, as a cleared role
 * uses the reader's, too. False and told where he is a member of none.
 */
static bool become_one_who_reads(PGconn *conn, Arena *arena, const StoreState *state)
{
    const char *role =
        ask(conn, arena,
            "select g.rolname"
            " from pg_class c"
            " join pg_namespace s on s.oid = c.relnamespace"
            " join pg_roles g on g.oid = s.nspowner or not g.rolsuper"
            " and has_schema_privilege(g.oid, s.oid, 'USAGE')"
            " and has_table_privilege(g.oid, c.oid, 'SELECT')"
            " where s.nspname = 'minutes_store' and c.relname = 'migrations'"
            " and pg_has_role(g.oid, 'MEMBER')"
            " order by g.oid = s.nspowner desc,"
            " (select count(*) from pg_roles u where pg_has_role(g.oid, u.oid, 'USAGE')) desc,"
            " g.rolname"
            " limit 1");

    if (role == NULL) {
        return false;
    }
    if (*role == '\0') {
        message_error("role %s may not read the store in database \"%s\": grant it minutes_reader "
                      "(or whatever init was told to call the readers' role), or let the store's "
                      "owner do this",
                      state->user, state->database);
        return false;
    }
    return db_run(conn, "becoming a role that reads the store",
                  arena_printf(arena, "set role %s", db_identifier(arena, conn, role)));
}

bool store_visit(PGconn *conn, Arena *arena, StoreState *state)
{
    PGresult *result;
    bool reads;

    if (!store_is_there(conn, arena, state)) {
        return false;
    }
    result = db_query(conn, "looking at the store",
                      "select has_schema_privilege('minutes_store', 'USAGE') and"
                      " has_table_privilege('minutes_store.migrations', 'SELECT')");
    if (result == NULL) {
        return false;
    }
    reads = db_true(result, 0, 0);
    PQclear(result);
    return (reads || become_one_who_reads(conn, arena, state)) && look_inside(conn, arena, state) &&
           version_is_right(state);
}
