/*
 * command_restrict.c - minutes2pgsql restrict, lift and lift-due: people's decisions on what is restricted. The functions of schema minutes that carry
 * them out check who may; this finds the item that is meant.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "agenda_code.h"
#include "keys.h"
#include "run_end.h"
#include "store.h"

/* As bodies' keys are made. */
#define NAME_CHARACTERS 290

/* How many items are listed where more than one is meant. */
#define ITEMS_LISTED 5

/* An item as people name it, taken apart; "" for what is not said. */
typedef struct ItemName {
    const char *id;
    const char *body; /* as a key */
    const char *day;
    const char *code; /* canonical where it is an agenda code */
} ItemName;

static bool day_at(const char *text)
{
    static const char shape[] = "/dddd-dd-dd/";

    for (size_t i = 0; shape[i] != '\0'; i++) {
        if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) {
            return false;
        }
    }
    return true;
}

static const char *canonical(Arena *arena, const char *code)
{
    MnText text = {code, strlen(code)};
    MnAgendaCode parsed;
    MnProblem problem;
    char out[MN_AGENDA_CODE_MAX];

    if (mn_agenda_code_parse(text, &parsed, &problem) != MN_OK) {
        return code;
    }
    mn_agenda_code_format(parsed, out);
    return arena_string(arena, out);
}

/* "1234", "Body/2025-06-04/SB/4/25" or "SB/4/25". */
static ItemName take_apart(Arena *arena, const char *named)
{
    ItemName name = {"", "", "", ""};

    if (strlen(named) < 16 && strspn(named, "0123456789") == strlen(named)) {
        name.id = named;
        return name;
    }
    for (const char *at = named; *at != '\0'; at++) {
        if (day_at(at)) {
            name.body = name_key(arena, arena_printf(arena, "%.*s", (int) (at - named), named),
                                 NAME_CHARACTERS);
            name.day = arena_printf(arena, "%.10s", at + 1);
            name.code = canonical(arena, at + 12);
            return name;
        }
    }
    name.code = canonical(arena, named);
    return name;
}

/* The items that the name may mean; NULL where the server refuses (told). */
static PGresult *find_items(PGconn *conn, Arena *arena, const char *named)
{
    ItemName name = take_apart(arena, named);
    const char *values[] = {name.id, name.body, name.day, name.code};

    return db_query_params(
        conn, "looking for the item",
        "select i.item_id, coalesce(i.code_text, 'item ' || i.position), b.name, m.held_on,"
        " i.is_restricted from minutes_store.agenda_items i"
        " join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id"
        " join minutes_store.bodies b on b.body_id = i.body_id"
        " where case when $1 <> '' then i.item_id = nullif($1, '')::bigint"
        " else i.code_text = $4 and ($2 = '' or b.name_key = $2)"
        " and ($3 = '' or m.held_on = nullif($3, '')::date) end"
        " order by m.held_on, i.item_id limit 6",
        4, values);
}

/* The one item that is meant; 0 and told where that is none or more than one. *label is how people know it. */
static int64_t find_item(PGconn *conn, Arena *arena, const char *named, const char **label,
                         ExitCode *code)
{
    PGresult *result = find_items(conn, arena, named);
    int64_t id = 0;
    int rows;

    if (result == NULL) {
        *code = EXIT_REFUSED;
        return 0;
    }
    rows = PQntuples(result);
    *code = EXIT_USAGE;
    if (rows == 0) {
        message_error("there is no item \"%s\": an item is named by its item_id in "
                      "minutes.agenda_items, by BODY/DATE/CODE, or by its code",
                      named);
    } else if (rows > 1) {
        Buffer list = {.arena = arena};

        for (int row = 0; row < rows && row < ITEMS_LISTED; row++) {
            buffer_puts(&list, arena_printf(arena, "%s%s (%s, %s)", row == 0 ? "" : "; ",
                                            db_text(result, row, 0), db_text(result, row, 2),
                                            db_text(result, row, 3)));
        }
        message_error("\"%s\" may be any of several items: %s%s; name it by its item_id", named,
                      list.data, rows > ITEMS_LISTED ? "; ..." : "");
    } else {
        id = db_number(result, 0, 0);
        *label =
            arena_printf(arena, "%s of %s on %s", db_text(result, 0, 1), db_text(result, 0, 2),
                         PQgetisnull(result, 0, 3) ? "an unknown date" : db_text(result, 0, 3));
    }
    PQclear(result);
    return id;
}

static ExitCode decide(PGconn *conn, Arena *arena, const Options *options)
{
    const char *label = "";
    ExitCode code;
    int64_t id = find_item(conn, arena, options->paths[0], &label, &code);
    bool restricts = options->command == COMMAND_RESTRICT;
    const char *values[] = {arena_printf(arena, "%" PRId64, id), options->reason,
                            restricts ? options->grounds : options->on_date};
    PGresult *result;

    if (id == 0) {
        return code;
    }
    result =
        db_query_params(conn, restricts ? "restricting the item" : "lifting the restriction",
                        restricts ? "select minutes.restrict_item($1::bigint, $3, $2), false"
                                  : "select minutes.lift_restriction($1::bigint, $2, $3::date),"
                                    " $3::date > current_date",
                        3, values);
    if (result == NULL) {
        return interrupted() ? EXIT_INTERRUPTED : EXIT_REFUSED;
    }
    if (db_true(result, 0, 1)) {
        printf("%s: its restriction will be lifted on %s (decision %s)\n", label, options->on_date,
               db_text(result, 0, 0));
    } else {
        printf("%s: %s (decision %s)\n", label, restricts ? "restricted" : "open",
               db_text(result, 0, 0));
    }
    PQclear(result);
    return EXIT_DONE;
}

static ExitCode carry_out_due(PGconn *conn)
{
    PGresult *result = db_query(conn, "lifting what is due", "select minutes.lift_due()");
    int64_t refused;

    if (result == NULL) {
        return interrupted() ? EXIT_INTERRUPTED : EXIT_REFUSED;
    }
    printf("%s %s\n", db_text(result, 0, 0),
           db_number(result, 0, 0) == 1 ? "item opened" : "items opened");
    PQclear(result);
    refused = run_tell_refused_lifts(conn);
    return refused < 0 ? EXIT_REFUSED : refused > 0 ? EXIT_REJECTED : EXIT_DONE;
}

int command_restrict(const Options *options)
{
    PGconn *conn = connect_open(options);
    Arena *arena;
    StoreState state;
    ExitCode code = EXIT_REFUSED;

    if (conn == NULL) {
        return EXIT_NO_CONNECTION;
    }
    arena = arena_new();
    interrupt_watch(conn);
    if (store_visit(conn, arena, &state)) {
        code = options->command == COMMAND_LIFT_DUE ? carry_out_due(conn)
                                                    : decide(conn, arena, options);
    }
    connect_close(conn);
    arena_free(arena);
    return code;
}
