/*
 * command_sync.c - minutes2pgsql sync: what a council's ModernGov site lists within a window is fetched and loaded as load loads files.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "run_end.h"
#include "store.h"
#include "sync.h"

/* Lists that could be had: what was noted against them before is over. */
static bool resolve_lists(Sync *sync)
{
    char now[64];
    const char *values[] = {list_end(&sync->answered), now};

    moment(now);
    return db_run_params(sync->load->conn, "resolving problems",
                         "update minutes_store.load_problems set resolved_at = $2::timestamptz"
                         " where uri = any($1::text[]) and resolved_at is null",
                         2, values);
}

/* Marks what vanished and ends problems of lists, once all was listed. */
static void settle(Sync *sync)
{
    while (!sync_find_moved(sync) || !sync_mark_vanished(sync) || !resolve_lists(sync)) {
        if (load_ends(sync->load)) {
            return;
        }
        if (!load_try_again(sync->load)) {
            load_refuse(sync->load->shared, sync->load->conn);
            return;
        }
    }
}

static void run(Sync *sync)
{
    message(sync->options->log_level, LOG_DEBUG, "%s: from %04d-%02d-%02d to %04d-%02d-%02d",
            sync->site.base, sync->from.year, sync->from.month, sync->from.day, sync->to.year,
            sync->to.month, sync->to.day);
    if (!sync_plan(sync)) {
        load_flush(sync->load);
        return;
    }
    message(sync->options->log_level, LOG_DEBUG, "%zu meetings of %zu committees are listed",
            sync->meetings.count, sync->listed.count);
    sync_fetch(sync);
    if (!load_ends(sync->load) && !sync->options->dry_run) {
        settle(sync);
    }
}

/* ", 2 vanished" where there is any; as members of JSON always. */
static void print_summary(const Sync *sync, const LoadShared *shared, int64_t run_id,
                          double seconds)
{
    Arena *arena = sync->arena;
    Buffer text = {.arena = arena};

    buffer_puts(&text, "");
    if (sync->vanished > 0) {
        buffer_puts(&text, arena_printf(arena, ", %" PRId64 " vanished", sync->vanished));
    }
    if (sync->back > 0) {
        buffer_puts(&text, arena_printf(arena, ", %" PRId64 " listed again", sync->back));
    }
    run_print_summary(sync->options, shared,
                      &(RunSummary){.run_id = run_id,
                                    .seconds = seconds,
                                    .more_text = text.data,
                                    .more_json = arena_printf(
                                        arena,
                                        ", \"vanished\": %" PRId64 ", \"listed_again\": %" PRId64
                                        ", \"requests\": %" PRId64,
                                        sync->vanished, sync->back,
                                        sync->http == NULL ? 0 : http_requests(sync->http))});
}

static ExitCode do_run(Sync *sync, LoadShared *shared)
{
    Load *load = sync->load;
    struct timespec from;
    ExitCode code;
    int64_t run_id;

    clock_gettime(CLOCK_MONOTONIC, &from);
    load->writer = writer_new(load->conn, sync->options, 0);
    if (run_begin(load)) {
        run(sync);
    }
    run_id = load->writer->run_id;
    writer_free(load->writer);
    code = run_exit_code(shared);
    if (run_id != 0) {
        run_note_end(load->conn, run_id, shared, code);
    }
    print_summary(sync, shared, run_id, seconds_since(&from));
    return code;
}

/* Runs with a connection to a store, which may be another one afterwards. */
static ExitCode sync_into(Sync *sync, PGconn **conn, LoadShared *shared)
{
    Load *load = calloc(1, sizeof(Load));
    ExitCode code;

    if (load == NULL) {
        message_error("out of memory");
        return EXIT_REFUSED;
    }
    load->options = sync->options;
    load->shared = shared;
    load->conn = *conn;
    load->tells_problems = true;
    load->sources = arena_new();
    load->batch = arena_new();
    sync->load = load;
    code = do_run(sync, shared);
    *conn = load->conn;
    arena_free(load->sources);
    arena_free(load->batch);
    free(load);
    return code;
}

/* Runs with the site's address read. */
static ExitCode sync_site(Sync *sync)
{
    HttpSettings settings = {.pause = sync->options->pause,
                             .timeout = sync->options->timeout,
                             .user = sync->site.user,
                             .password = sync->site.password,
                             .https_only = sync->site.https,
                             .log_level = sync->options->log_level};
    LoadShared shared = {0};
    StoreState state;
    ErrorKind kind;
    ExitCode code = EXIT_REFUSED;
    PGconn *conn;

    sync->cache = cache_open(sync->options->cache_dir);
    if (sync->cache == NULL) {
        return EXIT_NO_DOCUMENT;
    }
    conn = connect_open_or(sync->options, &kind);
    if (conn == NULL) {
        load_stop(&shared, kind);
        print_summary(sync, &shared, 0, 0);
        cache_close(sync->cache);
        return EXIT_NO_CONNECTION;
    }
    interrupt_watch(conn);
    if (store_enter(conn, sync->arena, &state)) {
        sync->http = http_open(&settings);
        code = sync_into(sync, &conn, &shared);
        http_close(sync->http);
    } else {
        load_not_entered(&shared, conn);
        print_summary(sync, &shared, 0, 0);
    }
    connect_close(conn);
    cache_close(sync->cache);
    return code;
}

int command_sync(const Options *given)
{
    Arena *arena = arena_new();
    Options options = *given;
    Sync sync = {.options = &options, .arena = arena, .answered = {.arena = arena}};
    ExitCode code = EXIT_USAGE;

    if (options.moderngov == NULL) {
        message_error("sync needs the address of a council's ModernGov site: --moderngov=URL");
    } else if (site_read(arena, options.moderngov, &sync.site)) {
        if (options.read.authority == NULL) {
            options.read.authority = sync.site.host;
        }
        sync_window(options.since, &sync.from, &sync.to);
        if (sync_in_window(&sync, sync.from)) {
            code = sync_site(&sync);
        } else {
            message_error("--since lies more than %d days ahead, where no meeting is looked for",
                          SYNC_DAYS_AHEAD);
        }
    }
    arena_free(arena);
    return code;
}
