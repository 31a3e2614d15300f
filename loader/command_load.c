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
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "run_end.h"
#include "store.h"

typedef struct Run {
    const Options *options;
    PGconn *conn;
    LoadShared *shared; /* seen by every process */
    int64_t run_id;     /* 0 in a dry run */
    int64_t total;      /* documents to come, for the progress */
    pid_t pid;          /* of the first process */
    struct timespec began;
    bool shows_progress;
} Run;

/*
 * A further process of the run gets this signal when the first one is killed, so that nothing of a run outlives it. It lets go of the first one's
 * connection: the server must see at once that this was closed, and not keep the locks of a dead process.
 */
static void follow_first(const Run *run, int signal)
{
    close(PQsocket(run->conn));
    prctl(PR_SET_PDEATHSIG, signal);
    if (getppid() != run->pid) {
        _exit(EXIT_INTERRUPTED);
    }
}

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
        rate = (int64_t) ((double) done / seconds_since(&run->began));
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
        follow_first(run, SIGKILL);
        show_progress(run);
    }
    return pid;
}

/* ---- processes ---- */

/* What this process does of the run over its own connection, which may be another one afterwards; false where it cannot go on. */
static bool do_part(const Run *run, PGconn **conn, bool tells_problems, bool (*work)(Load *load),
                    int64_t *run_id)
{
    Load *load = calloc(1, sizeof(Load));
    bool done;

    if (load == NULL) {
        message_error("out of memory");
        load_stop(run->shared, ERROR_TRANSIENT);
        return false;
    }
    load->options = run->options;
    load->shared = run->shared;
    load->conn = *conn;
    load->tells_problems = tells_problems;
    load->sources = arena_new();
    load->batch = arena_new();
    load->writer = writer_new(*conn, run->options, *run_id);
    done = work(load);
    *conn = load->conn;
    *run_id = load->writer->run_id;
    writer_free(load->writer);
    arena_free(load->sources);
    arena_free(load->batch);
    free(load);
    return done;
}

static bool load_all(Load *load)
{
    load_documents(load);
    return !load_ends(load);
}

static void load_part(const Run *run, PGconn **conn, bool tells_problems)
{
    int64_t run_id = run->run_id;

    do_part(run, conn, tells_problems, load_all, &run_id);
}

/* A further process: connects as the first one did, loads, ends. */
static void run_child(const Run *run)
{
    Arena *arena = arena_new();
    StoreState state;
    PGconn *conn;

    interrupt_watch(NULL);
    follow_first(run, SIGTERM);
    conn = connect_again(run->options, run->conn);
    if (conn == NULL) {
        run->shared->lost = true;
        run->shared->stopped = true;
        atomic_fetch_add(&run->shared->errors[ERROR_TRANSIENT], 1);
        _exit(EXIT_NO_CONNECTION);
    }
    interrupt_watch(conn);
    if (store_enter(conn, arena, &state)) {
        load_part(run, &conn, false);
    } else {
        load_refuse(run->shared, conn);
    }
    connect_close(conn);
    arena_free(arena);
    fflush(NULL);
    _exit(EXIT_DONE);
}

static void run_processes(Run *run)
{
    int jobs = run->options->jobs;
    pid_t *children = calloc((size_t) jobs, sizeof(pid_t));

    for (int i = 1; i < jobs && children != NULL; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            run_child(run);
        }
    }
    load_part(run, &run->conn, true);
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
            load_stop(run->shared, ERROR_TRANSIENT);
        }
    }
    free(children);
}

/* ---- the run ---- */

static void summarise(const Run *run, double seconds)
{
    run_print_summary(run->options, run->shared,
                      &(RunSummary){.run_id = run->run_id, .seconds = seconds});
}

static ExitCode do_run(Run *run)
{
    ExitCode code;

    clock_gettime(CLOCK_MONOTONIC, &run->began);
    if (do_part(run, &run->conn, true, run_begin, &run->run_id)) {
        pid_t progress = start_progress(run);

        run_processes(run);
        if (progress > 0) {
            kill(progress, SIGTERM);
            waitpid(progress, NULL, 0);
        }
    }
    code = run_exit_code(run->shared);
    if (run->run_id != 0) {
        run_note_end(run->conn, run->run_id, run->shared, code);
    }
    if (run->shared->no_authority) {
        message(run->options->log_level, LOG_INFO,
                "nobody says whose documents these are: bodies are told apart by the directory "
                "they were loaded from; --authority NAME says it");
    }
    summarise(run, seconds_since(&run->began));
    return code;
}

int command_load(const Options *options)
{
    Run run = {.options = options, .pid = getpid()};
    Arena *arena;
    StoreState state;
    ErrorKind kind;
    ExitCode code = EXIT_REFUSED;

    run.shared =
        mmap(NULL, sizeof(LoadShared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (run.shared == MAP_FAILED) {
        message_error("out of memory");
        return EXIT_REFUSED;
    }
    run.conn = connect_open_or(options, &kind);
    if (run.conn == NULL) {
        load_stop(run.shared, kind);
        summarise(&run, 0);
        return EXIT_NO_CONNECTION;
    }
    arena = arena_new();
    interrupt_watch(run.conn);
    if (store_enter(run.conn, arena, &state)) {
        code = do_run(&run);
    } else {
        load_not_entered(run.shared, run.conn);
        summarise(&run, 0);
        code = interrupted() ? EXIT_INTERRUPTED : EXIT_REFUSED;
    }
    connect_close(run.conn);
    arena_free(arena);
    return code;
}
