/*
 * store_init.c - minutes2pgsql init: extension, roles, schemas, migrations, policies and views, all in one transaction.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"
#include "store_sql.h"

/* Keeps two inits of one database from running at once. */
#define INIT_LOCK "5710420181"

typedef struct Init {
    PGconn *conn;
    Arena *arena;
    const Options *options;
    StoreState state;
    const char *reader;
    const char *cleared;
    const char *loader;
    const char *extension_schema;
    const char *trigram_schema; /* where pg_trgm is or comes to */
    Buffer statements;          /* what needs more than an ordinary role, one a line */
    bool allowed;               /* whether this user may run all of them */
} Init;

static const char *identifier(Init *init, const char *name)
{
    return db_identifier(init->arena, init->conn, name);
}

/* A role's name becomes part of policies and comments: plain characters only. */
static bool prefix_is_plain(const char *prefix)
{
    size_t len = strlen(prefix);

    return len > 0 && len <= 40 &&
           strspn(prefix, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
               len &&
           strncmp(prefix, "pg_", 3) != 0;
}

__attribute__((format(printf, 3, 4))) static void need(Init *init, bool allowed, const char *format,
                                                       ...)
{
    char statement[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(statement, sizeof(statement), format, args);
    va_end(args);
    buffer_puts(&init->statements, statement);
    buffer_puts(&init->statements, ";\n");
    init->allowed = init->allowed && allowed;
}

/* The extension: created, updated, or there. False and told where the server's files do not suit. */
static bool plan_extension(Init *init)
{
    StoreState *state = &init->state;
    const char *schema = init->options->extension_schema;

    if (*state->extension != '\0') {
        if (schema != NULL && strcmp(schema, state->extension_schema) != 0) {
            message_error("the extension pg_minutes is in schema \"%s\" already, not in \"%s\"",
                          state->extension_schema, schema);
            return false;
        }
        init->extension_schema = state->extension_schema;
    } else {
        init->extension_schema = schema == NULL ? "public" : schema;
    }
    if (version_compare(state->extension, PG_MINUTES_VERSION) == 0) {
        return true;
    }
    if (*state->extension != '\0') {
        need(init, state->superuser, "alter extension pg_minutes update to '%s'",
             PG_MINUTES_VERSION);
        return true;
    }
    if (schema != NULL) {
        need(init, state->superuser, "create schema if not exists %s", identifier(init, schema));
    }
    need(init, state->superuser, "create extension pg_minutes with schema %s version '%s'",
         identifier(init, init->extension_schema), PG_MINUTES_VERSION);
    return true;
}

/* Whether the query answers true; *failed where the server refuses. */
static bool holds(Init *init, bool *failed, const char *sql)
{
    PGresult *result = db_query(init->conn, "looking at the roles", sql);
    bool answer = result != NULL && PQntuples(result) > 0 && db_true(result, 0, 0);

    *failed = *failed || result == NULL;
    PQclear(result);
    return answer;
}

/* PostgreSQL's own pg_trgm, for the look-up of people and titles: where it is, or beside pg_minutes. Who may create schemas may create it. */
static bool plan_trigrams(Init *init)
{
    PGresult *result = db_query(init->conn, "looking for pg_trgm",
                                "select n.nspname from pg_extension e join pg_namespace n on n.oid "
                                "= e.extnamespace where e.extname = 'pg_trgm'");

    if (result == NULL) {
        return false;
    }
    if (PQntuples(result) > 0) {
        init->trigram_schema = arena_string(init->arena, db_text(result, 0, 0));
    } else {
        init->trigram_schema = init->extension_schema;
        need(init, init->state.superuser || init->state.may_create_schemas,
             "create extension pg_trgm with schema %s", identifier(init, init->trigram_schema));
    }
    PQclear(result);
    return true;
}

static void plan_role(Init *init, bool *failed, const char *role)
{
    if (!holds(init, failed,
               arena_printf(init->arena, "select true from pg_roles where rolname = %s",
                            db_literal(init->arena, init->conn, role)))) {
        need(init, init->state.superuser || init->state.may_create_roles, "create role %s nologin",
             identifier(init, role));
    }
}

/* Makes `member` a member of `role`, both being roles of the store or there already. */
static void plan_membership(Init *init, bool *failed, const char *role, const char *member)
{
    const char *check = arena_printf(
        init->arena,
        "select true from pg_auth_members m join pg_roles r on r.oid = m.roleid"
        " join pg_roles u on u.oid = m.member where r.rolname = %s and u.rolname = %s",
        db_literal(init->arena, init->conn, role), db_literal(init->arena, init->conn, member));

    if (!holds(init, failed, check)) {
        need(init, init->state.superuser || init->state.may_create_roles, "grant %s to %s",
             identifier(init, role), identifier(init, member));
    }
}

static bool plan_roles(Init *init)
{
    bool failed = false;
    const char *schemas[] = {"minutes_store", "minutes"};

    plan_role(init, &failed, init->reader);
    plan_role(init, &failed, init->cleared);
    plan_role(init, &failed, init->loader);
    plan_membership(init, &failed, init->reader, init->cleared);
    plan_membership(init, &failed, init->cleared, init->loader);
    if (!init->state.superuser && strcmp(init->state.user, init->loader) != 0) {
        plan_membership(init, &failed, init->loader, init->state.user);
    }
    for (size_t i = 0; i < 2; i++) {
        if (!holds(init, &failed,
                   arena_printf(init->arena, "select true from pg_namespace where nspname = '%s'",
                                schemas[i]))) {
            need(init, init->state.may_create_schemas, "create schema %s authorization %s",
                 schemas[i], identifier(init, init->loader));
        }
    }
    if (strcmp(init->extension_schema, "public") != 0) {
        need(init, init->state.superuser, "grant usage on schema %s to %s, %s",
             identifier(init, init->extension_schema), identifier(init, init->reader),
             identifier(init, init->loader));
    }
    /* So that a refused row does not put restricted words into the server's log. */
    if (init->state.superuser) {
        need(init, true, "grant set on parameter log_error_verbosity to %s",
             identifier(init, init->loader));
    }
    return !failed;
}

/* The script with its placeholders filled in: @extschema@, @trigrams@, @reader@, @cleared@, @loader@, and @cleared_name@ as a literal. */
static const char *filled(Init *init, const char *sql)
{
    const struct {
        const char *name;
        const char *value;
    } places[] = {
        {"@extschema@", identifier(init, init->extension_schema)},
        {"@trigrams@", identifier(init, init->trigram_schema)},
        {"@reader@", identifier(init, init->reader)},
        {"@cleared@", identifier(init, init->cleared)},
        {"@loader@", identifier(init, init->loader)},
        {"@cleared_name@", db_literal(init->arena, init->conn, init->cleared)},
    };
    Buffer out = {.arena = init->arena};

    while (*sql != '\0') {
        size_t plain = strcspn(sql, "@");
        size_t taken = 0;

        buffer_add(&out, sql, plain);
        sql += plain;
        for (size_t i = 0; i < sizeof(places) / sizeof(places[0]) && taken == 0; i++) {
            if (strncmp(sql, places[i].name, strlen(places[i].name)) == 0) {
                buffer_puts(&out, places[i].value);
                taken = strlen(places[i].name);
            }
        }
        if (taken == 0 && *sql != '\0') {
            buffer_putc(&out, *sql);
            taken = 1;
        }
        sql += taken;
    }
    return out.data == NULL ? "" : out.data;
}

/* Scripts of this number and above are run by the session's user and not by the store's owner. */
#define SESSION_SCRIPTS 990

/* Which migrations the store has seen, as " 1 2 3 ". */
static const char *seen_migrations(Init *init)
{
    PGresult *result = db_query(init->conn, "reading the migrations",
                                "select concat(' ', string_agg(version::text, ' '), ' ') from"
                                " minutes_store.migrations");
    const char *seen = result == NULL ? NULL : arena_string(init->arena, db_text(result, 0, 0));

    PQclear(result);
    return seen;
}

/* Runs what this store has not seen yet. */
static bool run_scripts(Init *init)
{
    const char *seen = "";

    for (const StoreScript *script = store_scripts; script->name != NULL; script++) {
        int number = script_number(script);
        bool migration = script_is_migration(script);
        const char *doing;

        if (number >= SESSION_SCRIPTS ||
            (migration && strstr(seen, arena_printf(init->arena, " %d ", number)) != NULL)) {
            continue;
        }
        doing = arena_printf(init->arena, "step %s of the store", script->name);
        if (!db_run(init->conn, doing, filled(init, script->sql))) {
            return false;
        }
        /* The first script makes the table that tells. */
        if (number == 0 && (seen = seen_migrations(init)) == NULL) {
            return false;
        }
        if (migration) {
            const char *values[] = {arena_printf(init->arena, "%d", number), script->name + 4,
                                    PG_MINUTES_VERSION};

            if (!db_run_params(init->conn, doing,
                               "insert into minutes_store.migrations values ($1, $2, $3, now())", 3,
                               values)) {
                return false;
            }
        }
    }
    return true;
}

/* The publication of the open tables: made where this user may, else told of. */
static bool publish(Init *init)
{
    if (!db_run(init->conn, "leaving the owner's role", "reset role")) {
        return false;
    }
    for (const StoreScript *script = store_scripts; script->name != NULL; script++) {
        if (script_number(script) < SESSION_SCRIPTS) {
            continue;
        }
        if (!init->state.may_create_schemas) {
            message(init->options->log_level, LOG_DEBUG,
                    "user \"%s\" may not create the publication minutes_public, which only a "
                    "public copy needs: an administrator's init creates it",
                    init->state.user);
        } else if (!db_run(init->conn, "the publication minutes_public",
                           filled(init, script->sql))) {
            return false;
        }
    }
    return true;
}

static bool write_settings(Init *init)
{
    const char *values[] = {init->reader, init->cleared, init->loader};

    return db_run_params(init->conn, "noting the roles",
                         "insert into minutes_store.settings values"
                         " ('reader_role', $1), ('cleared_role', $2), ('loader_role', $3)"
                         " on conflict (name) do update set value = excluded.value",
                         3, values);
}

/* What the server says of the extension's files when they are missing or of another version, told as what to do about it. */
static bool prepare(Init *init)
{
    PGresult *result = PQexec(init->conn, init->statements.data);
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);

    if (state == NULL && PQresultStatus(result) == PGRES_COMMAND_OK) {
        PQclear(result);
        return true;
    }
    if (state != NULL && (strcmp(state, "58P01") == 0 || strcmp(state, "0A000") == 0) &&
        strstr(PQresultErrorMessage(result), "pg_trgm") != NULL) {
        message_error("the server has no files of PostgreSQL's own extension pg_trgm: install its "
                      "contrib modules (package postgresql-contrib), then repeat");
    } else if (state != NULL && (strcmp(state, "58P01") == 0 || strcmp(state, "0A000") == 0)) {
        message_error("the server has no files of the extension pg_minutes: install them on its "
                      "machine (make install), then repeat");
    } else if (state != NULL && strcmp(state, "22023") == 0) {
        message_error("the server's files of the extension pg_minutes are of another version than "
                      "this program (%s): install the same version of both",
                      PG_MINUTES_VERSION);
    } else if (!interrupted()) {
        message_error("preparing extension and roles: %s",
                      db_refusal(init->arena, init->conn, result));
    }
    PQclear(result);
    return false;
}

/* Everything in one transaction; the caller ends it. */
static bool build(Init *init)
{
    return db_run(init->conn, "starting", "begin; select pg_advisory_xact_lock(" INIT_LOCK ")") &&
           (init->statements.len == 0 || prepare(init)) &&
           db_run(init->conn, "becoming the store's owner",
                  arena_printf(init->arena, "set local role %s", identifier(init, init->loader))) &&
           run_scripts(init) && write_settings(init) && publish(init) &&
           db_run(init->conn, "finishing", "commit");
}

/* The roles that a store was made with stay its roles. */
static bool roles_agree(Init *init)
{
    const StoreState *state = &init->state;

    if (*state->owner != '\0' && strcmp(state->owner, init->loader) != 0) {
        message_error("the store in database \"%s\" belongs to role \"%s\": give the --role-prefix "
                      "that it was made with",
                      state->database, state->owner);
        return false;
    }
    return true;
}

static ExitCode run(Init *init)
{
    const char *prefix = init->options->role_prefix;
    StoreState *state = &init->state;

    init->reader = arena_printf(init->arena, "%s_reader", prefix);
    init->cleared = arena_printf(init->arena, "%s_cleared", prefix);
    init->loader = arena_printf(init->arena, "%s_loader", prefix);
    if (!store_look(init->conn, init->arena, state) || !roles_agree(init) ||
        !store_trusted(init->conn, state->database, init->loader)) {
        return EXIT_REFUSED;
    }
    if (!store_suits(state) || !plan_extension(init)) {
        return EXIT_REFUSED;
    }
    if (state->version > store_program_version()) {
        message_error("the store in database \"%s\" is version %d, newer than this program's (%d): "
                      "install the newer minutes2pgsql",
                      state->database, state->version, store_program_version());
        return EXIT_REFUSED;
    }
    if (!plan_trigrams(init) || !plan_roles(init)) {
        return EXIT_REFUSED;
    }
    if (!init->allowed) {
        fputs(init->statements.data, stdout);
        message_error("user \"%s\" may not do all that init needs: let an administrator run the "
                      "statements above in database \"%s\", then repeat",
                      state->user, state->database);
        return EXIT_REFUSED;
    }
    if (!build(init)) {
        db_run(init->conn, NULL, "rollback");
        return interrupted() ? EXIT_INTERRUPTED : EXIT_REFUSED;
    }
    message(init->options->log_level, LOG_INFO,
            "database \"%s\" holds the store, version %d (extension %s in schema \"%s\"); readers "
            "need role %s, cleared readers %s",
            state->database, store_program_version(), PG_MINUTES_VERSION, init->extension_schema,
            init->reader, init->cleared);
    return EXIT_DONE;
}

ExitCode store_init(PGconn *conn, const Options *options)
{
    Init init = {.conn = conn, .arena = arena_new(), .options = options, .allowed = true};
    ExitCode code;

    init.statements.arena = init.arena;
    if (!prefix_is_plain(options->role_prefix)) {
        message_error("--role-prefix takes up to 40 letters, digits, hyphens and underscores, not "
                      "\"%s\"",
                      options->role_prefix);
        code = EXIT_USAGE;
    } else {
        code = run(&init);
    }
    arena_free(init.arena);
    return code;
}
