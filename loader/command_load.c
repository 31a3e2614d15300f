/*
 * command_load.c - minutes2pgsql load: a run of one process or several, its record, its summary and its exit status.
 */
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "load.h"
#include "store.h"

typedef struct Run {
    const Options *options;
    PGconn *conn;
    LoadShared *shared; /* seen by every process */
    int64_t run_id;     /* 0 in a dry run */
    int64_t total;      /* documents to come, for the progress */
    time_t began;
    bool shows_progress;
} Run;

/* ---- progress ---- */

/* How many documents there are: only for who watches. */
static int64_t count_documents(const Options *options)
{
    Walk *walk = walk_open(options->paths, options->path_count);
    WalkDocument found;
    const char *problem;
    WalkStep step;
    int64_t count = 0;

    while ((step = walk_next(walk, &found, &problem)) != WALK_END) {
        count += step == WALK_DOCUMENT;
    }
    walk_close(walk);
    return count;
}

/* A line a second by a process of its own, so that neither reading nor the server holds it up. */
static void show_progress(const Run *run)
{
    for (;;) {
        int64_t done;
        int64_t rate;
        int64_t left;

        sleep(1);
        done = run->shared->read;
        rate = done / (time(NULL) - run->began + 1);
        left = run->total > done ? run->total - done : 0;
        message(LOG_INFO, LOG_INFO,
                "%" PRId64 " of %" PRId64 " documents, %" PRId64 " a second, %" PRId64 " s left",
                done, run->total, rate, rate > 0 ? left / rate : 0);
    }
}

static pid_t start_progress(Run *run)
{
    pid_t pid;

    if (run->options->progress == PROGRESS_OFF ||
        (run->options->progress == PROGRESS_AUTO && !isatty(STDERR_FILENO))) {
        return 0;
    }
    run->total = count_documents(run->options);
    pid = fork();
    if (pid == 0) {
        signal(SIGINT, SIG_DFL);
        signal(SIGTERM, SIG_DFL);
        show_progress(run);
    }
    return pid;
}

/* ---- processes ---- */

/* This process's part, over its own connection. */
static void load_part(const Run *run, PGconn *conn, bool tells_problems)
{
    Load *load = calloc(1, sizeof(Load));

    if (load == NULL) {
        message_error("out of memory");
        run->shared->refused = true;
        return;
    }
    load->options = run->options;
    load->shared = run->shared;
    load->conn = conn;
    load->tells_problems = tells_problems;
    load->sources = arena_new();
    load->batch = arena_new();
    load->writer = writer_new(conn, run->options, run->run_id);
    load_documents(load);
    writer_free(load->writer);
    arena_free(load->sources);
    arena_free(load->batch);
    free(load);
}

/* A further process: connects as the first one did, loads, ends. */
static void run_child(const Run *run)
{
    Arena *arena = arena_new();
    StoreState state;
    PGconn *conn;

    interrupt_watch(NULL);
    conn = connect_again(run->options, run->conn);
    if (conn == NULL) {
        run->shared->lost = true;
        run->shared->stopped = true;
        _exit(EXIT_NO_CONNECTION);
    }
    interrupt_watch(conn);
    if (store_enter(conn, arena, &state)) {
        load_part(run, conn, false);
    } else {
        run->shared->refused = true;
    }
    connect_close(conn);
    arena_free(arena);
    fflush(NULL);
    _exit(EXIT_DONE);
}

static void run_processes(const Run *run)
{
    int jobs = run->options->jobs;
    pid_t *children = calloc((size_t) jobs, sizeof(pid_t));

    for (int i = 1; i < jobs && children != NULL; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            run_child(run);
        }
    }
    load_part(run, run->conn, true);
    for (int i = 1; i < jobs && children != NULL; i++) {
        int status;

        if (children[i] < 0) {
            continue;
        }
        if (interrupted()) {
            kill(children[i], SIGINT);
        }
        while (waitpid(children[i], &status, 0) < 0 && errno == EINTR) {
            kill(children[i], SIGINT);
        }
        if (WIFSIGNALED(status)) {
            message_error("one of the %d processes ended by signal %d; what it had not committed "
                          "is not loaded",
                          jobs, WTERMSIG(status));
            run->shared->refused = true;
        }
    }
    free(children);
}

/* ---- the run ---- */

static LoadCounts counts_of(const Run *run)
{
    return (LoadCounts){run->shared->read, run->shared->inserted, run->shared->updated,
                        run->shared->unchanged, run->shared->rejected};
}

static void print_summary(const Run *run, double seconds)
{
    LoadCounts c = counts_of(run);

    if (run->options->summary == SUMMARY_JSON) {
        printf("{\"run_id\": %" PRId64 ", \"read\": %" PRId64 ", \"inserted\": %" PRId64
               ", \"updated\": %" PRId64 ", \"unchanged\": %" PRId64 ", \"rejected\": %" PRId64
               ", \"dry_run\": %s, \"seconds\": %.3f}\n",
               run->run_id, c.read, c.inserted, c.updated, c.unchanged, c.rejected,
               run->options->dry_run ? "true" : "false", seconds);
    } else {
        printf("%" PRId64 " document%s read: %" PRId64 " inserted, %" PRId64 " updated, %" PRId64
               " unchanged, %" PRId64 " rejected%s (%.1f s)\n",
               c.read, c.read == 1 ? "" : "s", c.inserted, c.updated, c.unchanged, c.rejected,
               run->options->dry_run ? "; a dry run, nothing was loaded" : "", seconds);
    }
    fflush(stdout);
}

static ExitCode exit_code(const Run *run)
{
    if (interrupted()) {
        return EXIT_INTERRUPTED;
    }
    if (run->shared->lost) {
        return EXIT_NO_CONNECTION;
    }
    if (run->shared->refused) {
        return EXIT_REFUSED;
    }
    if (run->shared->missing) {
        return EXIT_NO_DOCUMENT;
    }
    return run->shared->rejected > 0 ? EXIT_REJECTED : EXIT_DONE;
}

/* Opens what somebody lifted from today on. */
static bool lift_due(const Run *run)
{
    PGresult *result = db_query(run->conn, "lifting what is due", "select minutes.lift_due()");
    int64_t count = result == NULL ? 0 : db_number(result, 0, 0);

    if (count > 0) {
        message(run->options->log_level, LOG_INFO,
                "%" PRId64 " item%s opened: the lift of the restriction was due", count,
                count == 1 ? " was" : "s were");
    }
    PQclear(result);
    return result != NULL;
}

static ExitCode do_run(Run *run)
{
    LoadCounts counts;
    struct timespec from;
    struct timespec to;
    pid_t progress;
    ExitCode code;

    run->run_id = run->options->dry_run ? 0 : run_start(run->conn);
    if (!run->options->dry_run && (run->run_id == 0 || !lift_due(run))) {
        return EXIT_REFUSED;
    }
    clock_gettime(CLOCK_MONOTONIC, &from);
    run->began = time(NULL);
    progress = start_progress(run);
    run_processes(run);
    if (progress > 0) {
        kill(progress, SIGTERM);
        waitpid(progress, NULL, 0);
    }
    code = exit_code(run);
    counts = counts_of(run);
    if (!run->options->dry_run && db_alive(run->conn)) {
        run_finish(run->conn, run->run_id,
                   code == EXIT_INTERRUPTED                             ? "interrupted"
                   : code == EXIT_REFUSED || code == EXIT_NO_CONNECTION ? "refused"
                                                                        : "finished",
                   &counts);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (run->shared->no_authority) {
        message(run->options->log_level, LOG_INFO,
                "nobody says whose documents these are: bodies are told apart by the directory "
                "they were loaded from; --authority NAME says it");
    }
    print_summary(run,
                  (double) (to.tv_sec - from.tv_sec) + (double) (to.tv_nsec - from.tv_nsec) / 1e9);
    return code;
}

int command_load(const Options *options)
{
    Run run = {.options = options, .conn = connect_open(options)};
    Arena *arena;
    StoreState state;
    ExitCode code = EXIT_REFUSED;

    if (run.conn == NULL) {
        return EXIT_NO_CONNECTION;
    }
    arena = arena_new();
    interrupt_watch(run.conn);
    run.shared =
        mmap(NULL, sizeof(LoadShared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (run.shared == MAP_FAILED) {
        message_error("out of memory");
    } else if (store_enter(run.conn, arena, &state)) {
        code = do_run(&run);
    }
    connect_close(run.conn);
    arena_free(arena);
    return code;
}
