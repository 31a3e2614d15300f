/*
 * command_load.c - minutes2pgsql load: groups of documents, unchanged ones recognised by their bytes, the others read and written a batch a transaction.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "load_run.h"
#include "source.h"
#include "store.h"

/* A group is one transaction: so many documents, or about so many bytes of them. */
#define GROUP_DOCUMENTS 256
#define GROUP_BYTES ((size_t) 4 * 1024 * 1024)

/* A document of the group, its bytes in memory. */
typedef struct Candidate {
    SourceFile file;
    const char *path;
    const char *root;
    int64_t known_id; /* of the latest version at its address, 0 none */
    bool same_bytes;
    bool in_force; /* that version is not superseded */
} Candidate;

typedef struct Load {
    const Options *options;
    PGconn *conn;
    Writer *writer;
    Arena *sources; /* of the group */
    Arena *batch;
    Candidate candidates[GROUP_DOCUMENTS];
    size_t count;
    size_t bytes;
    LoadCounts counts;
    bool missing;      /* a path could not be opened, or nothing was found under it */
    bool stopped;      /* too many documents were rejected */
    bool refused;      /* by the server */
    bool no_authority; /* nobody says whose documents these are */
    bool shows_progress;
    int64_t total; /* documents to come, for the progress */
    time_t began;
    time_t shown;
} Load;

/* ---- documents that do not load ---- */

/* Copies a rejected document to --reject-dir, under its own name or that with a number. */
static void set_aside(Load *load, const Source *source)
{
    const char *dir = load->options->reject_dir;
    int fd = -1;

    if (dir == NULL || source->data == NULL) {
        return;
    }
    if (mkdir(dir, 0777) != 0 && errno != EEXIST) {
        message_error("--reject-dir %s cannot be made: %s", dir, strerror(errno));
        return;
    }
    for (int n = 0; fd < 0 && n < 10000; n++) {
        const char *path = n == 0 ? arena_printf(load->sources, "%s/%s", dir, source->name)
                                  : arena_printf(load->sources, "%s/%s.%d", dir, source->name, n);

        fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (fd < 0 && errno != EEXIST) {
            message_error("%s cannot be written: %s", path, strerror(errno));
            return;
        }
    }
    for (size_t at = 0; fd >= 0 && at < source->len;) {
        ssize_t written = write(fd, source->data + at, source->len - at);

        if (written <= 0) {
            message_error("%s in --reject-dir cannot be written: %s", source->name,
                          strerror(errno));
            break;
        }
        at += (size_t) written;
    }
    if (fd >= 0) {
        close(fd);
    }
}

static void reject(Load *load, const Source *source, const char *path, const char *reason,
                   const char *told, const char *restricted_detail)
{
    message_error("%s: %s", path, told);
    set_aside(load, source);
    load->counts.rejected++;
    if (!load->options->dry_run &&
        !run_problem(load->writer, load->sources, source->uri, reason,
                     restricted_detail != NULL ? restricted_detail : told,
                     restricted_detail != NULL)) {
        load->refused = true;
    }
    load->stopped =
        load->options->on_error == ON_ERROR_STOP ||
        (load->options->max_errors >= 0 && load->counts.rejected >= load->options->max_errors);
}

/* ---- a group ---- */

/* Which of the group's documents the store has, and whether with these bytes. */
static bool look_up(Load *load)
{
    Buffer uris = {.arena = load->sources};
    const char *values[1];
    PGresult *result;

    for (size_t i = 0; i < load->count; i++) {
        list_add(&uris, load->candidates[i].file.source.uri);
    }
    values[0] = list_end(&uris);
    result = db_query_params(load->conn, "looking for documents",
                             "select d.uri, d.sha256, d.document_id, d.superseded_at is null"
                             " from unnest($1::text[]) k(uri)"
                             " join minutes_store.documents d on d.uri = k.uri and d.is_latest",
                             1, values);
    if (result == NULL) {
        return false;
    }
    for (int row = 0; row < PQntuples(result); row++) {
        for (size_t i = 0; i < load->count; i++) {
            Candidate *candidate = &load->candidates[i];

            if (strcmp(candidate->file.source.uri, db_text(result, row, 0)) == 0) {
                candidate->same_bytes =
                    strcmp(candidate->file.sha256, db_text(result, row, 1)) == 0;
                candidate->known_id = db_number(result, row, 2);
                candidate->in_force = db_true(result, row, 3);
            }
        }
    }
    PQclear(result);
    return true;
}

/* One document that the server would not take by itself. */
static void write_one(Load *load, DocumentPlan *plan, const Candidate *candidate)
{
    WriteResult result = writer_write(load->writer, load->batch, plan, 1, &load->counts);
    PGresult *refused = load->writer->refused;

    if (result == WRITE_BAD_DATA) {
        reject(load, &candidate->file.source, candidate->path, "refused_by_server",
               db_refusal(load->batch, load->conn, refused), PQresultErrorMessage(refused));
    } else if (result == WRITE_REFUSED) {
        load->refused = true;
        if (refused != NULL && !interrupted()) {
            message_error("%s: %s", candidate->path, db_refusal(load->batch, load->conn, refused));
        }
    }
}

static void write_group(Load *load, DocumentPlan *plans, Candidate **from, size_t count)
{
    WriteResult result = WRITE_BAD_DATA;

    if (count == 0) {
        return;
    }
    if (count > 1) {
        result = writer_write(load->writer, load->batch, plans, count, &load->counts);
    }
    if (result == WRITE_REFUSED) {
        load->refused = true;
        if (!interrupted()) {
            message_error("%s and the %zu documents after it are not loaded%s%s", from[0]->path,
                          count - 1, load->writer->refused == NULL ? "" : ": ",
                          load->writer->refused == NULL
                              ? ""
                              : db_refusal(load->batch, load->conn, load->writer->refused));
        }
    }
    /* One document's value stopped the batch: each by itself then, so that only that one is left out. */
    for (size_t i = 0; i < count && result == WRITE_BAD_DATA; i++) {
        if (!load->refused && !load->stopped && !interrupted()) {
            write_one(load, &plans[i], from[i]);
        }
    }
}

/* Reads what is new or changed of the group, writes it, and forgets the group. */
static void end_group(Load *load)
{
    DocumentPlan *plans = arena_alloc(load->batch, (load->count + 1) * sizeof(DocumentPlan));
    Candidate **from = arena_alloc(load->batch, (load->count + 1) * sizeof(Candidate *));
    size_t count = 0;

    if (load->count > 0 && !look_up(load)) {
        load->refused = true;
    }
    for (size_t i = 0; i < load->count && !load->refused && !load->stopped && !interrupted(); i++) {
        Candidate *candidate = &load->candidates[i];
        ReadError error = {0};
        Document *document;

        load->counts.read++;
        if (candidate->known_id != 0 && candidate->same_bytes &&
            !(load->options->reparse && candidate->in_force)) {
            load->counts.unchanged++;
        } else if (!read_document(&candidate->file.source, &load->options->read, load->batch,
                                  &document, &error)) {
            reject(load, &candidate->file.source, candidate->path, error.code, error.detail, NULL);
        } else if (document->meeting_count == 0) {
            reject(load, &candidate->file.source, candidate->path, "no_minutes",
                   "no meeting was found in the document", NULL);
        } else {
            memcpy(document->sha256, candidate->file.sha256, sizeof(document->sha256));
            document->byte_count = (int64_t) candidate->file.source.len;
            plans[count] = (DocumentPlan){.document = document,
                                          .root = candidate->root,
                                          .previous_id = candidate->known_id,
                                          .same_bytes = candidate->same_bytes};
            load->no_authority = load->no_authority || (document->authority == NULL &&
                                                        document->meetings[0].authority == NULL);
            from[count++] = candidate;
        }
    }
    if (!load->refused && !interrupted()) {
        write_group(load, plans, from, count);
    }
    arena_reset(load->sources);
    arena_reset(load->batch);
    load->count = 0;
    load->bytes = 0;
}

/* ---- the walk ---- */

/* The directory that was named, for a file named outright the one it lies in: what an unknown authority is told apart by. */
static const char *root_of(const Load *load, const WalkDocument *found)
{
    char resolved[PATH_MAX];
    const char *best = NULL;
    char *slash;

    if (strcmp(found->path, "-") == 0) {
        return "standard input";
    }
    for (size_t i = 0; i < load->options->path_count && !found->named; i++) {
        const char *path = load->options->paths[i];

        if (strncmp(found->path, path, strlen(path)) == 0 &&
            (best == NULL || strlen(path) > strlen(best))) {
            best = path;
        }
    }
    if (realpath(best == NULL ? found->path : best, resolved) == NULL) {
        return best == NULL ? "" : arena_string(load->sources, best);
    }
    slash = strrchr(resolved, '/');
    if (best == NULL && slash != NULL) {
        slash[slash == resolved ? 1 : 0] = '\0';
    }
    return arena_string(load->sources, resolved);
}

static bool in_group(const Load *load, const char *uri)
{
    for (size_t i = 0; i < load->count; i++) {
        if (strcmp(load->candidates[i].file.source.uri, uri) == 0) {
            return true;
        }
    }
    return false;
}

static void take(Load *load, const WalkDocument *found)
{
    Candidate *candidate;
    SourceFile file;
    ReadError error = {0};
    const char *path =
        arena_string(load->sources, strcmp(found->path, "-") == 0 ? "standard input" : found->path);

    if (!source_load(load->sources, found, &file, &error)) {
        if (found->named && strcmp(error.code, "unreadable") == 0) {
            message_error("%s: %s", path, error.detail);
            load->missing = true;
            return;
        }
        load->counts.read++;
        reject(load, &file.source, path, error.code, error.detail, NULL);
        return;
    }
    if (in_group(load, file.source.uri)) {
        load->counts.read++;
        load->counts.unchanged++;
        return;
    }
    candidate = &load->candidates[load->count++];
    *candidate = (Candidate){.file = file, .path = path, .root = root_of(load, found)};
    load->bytes += file.source.len;
    if (load->count == GROUP_DOCUMENTS || load->bytes >= GROUP_BYTES) {
        end_group(load);
    }
}

static void show_progress(Load *load)
{
    time_t now = time(NULL);
    int64_t done = load->counts.read + (int64_t) load->count;
    int64_t rate = now > load->began ? done / (now - load->began) : 0;

    if (!load->shows_progress || now == load->shown) {
        return;
    }
    load->shown = now;
    message(LOG_INFO, LOG_INFO,
            "%" PRId64 " of %" PRId64 " documents, %" PRId64 " a second, %" PRId64 " s left", done,
            load->total, rate, rate > 0 ? (load->total - done) / rate : 0);
}

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

static void walk_all(Load *load)
{
    Walk *walk = walk_open(load->options->paths, load->options->path_count);
    WalkDocument found;
    const char *problem;
    WalkStep step;

    while (!load->refused && !load->stopped && !interrupted() &&
           (step = walk_next(walk, &found, &problem)) != WALK_END) {
        if (step == WALK_PROBLEM) {
            message_error("%s", problem);
            load->missing = true;
        } else {
            take(load, &found);
        }
        show_progress(load);
    }
    walk_close(walk);
    end_group(load);
}

/* ---- the run ---- */

static void print_summary(const Load *load, int64_t run_id, double seconds)
{
    const LoadCounts *c = &load->counts;

    if (load->options->summary == SUMMARY_JSON) {
        printf("{\"run_id\": %" PRId64 ", \"read\": %" PRId64 ", \"inserted\": %" PRId64
               ", \"updated\": %" PRId64 ", \"unchanged\": %" PRId64 ", \"rejected\": %" PRId64
               ", \"dry_run\": %s, \"seconds\": %.3f}\n",
               run_id, c->read, c->inserted, c->updated, c->unchanged, c->rejected,
               load->options->dry_run ? "true" : "false", seconds);
    } else {
        printf("%" PRId64 " document%s read: %" PRId64 " inserted, %" PRId64 " updated, %" PRId64
               " unchanged, %" PRId64 " rejected%s (%.1f s)\n",
               c->read, c->read == 1 ? "" : "s", c->inserted, c->updated, c->unchanged, c->rejected,
               load->options->dry_run ? "; a dry run, nothing was loaded" : "", seconds);
    }
    fflush(stdout);
}

static ExitCode exit_code(const Load *load)
{
    if (interrupted()) {
        return EXIT_INTERRUPTED;
    }
    if (PQstatus(load->conn) != CONNECTION_OK) {
        return EXIT_NO_CONNECTION;
    }
    if (load->refused) {
        return EXIT_REFUSED;
    }
    if (load->missing) {
        return EXIT_NO_DOCUMENT;
    }
    return load->counts.rejected > 0 ? EXIT_REJECTED : EXIT_DONE;
}

static ExitCode run(Load *load)
{
    struct timespec from;
    struct timespec to;
    int64_t run_id = load->options->dry_run ? 0 : run_start(load->conn);
    ExitCode code;

    if (run_id == 0 && !load->options->dry_run) {
        return EXIT_REFUSED;
    }
    clock_gettime(CLOCK_MONOTONIC, &from);
    load->began = time(NULL);
    load->shows_progress = load->options->progress == PROGRESS_ON ||
                           (load->options->progress == PROGRESS_AUTO && isatty(STDERR_FILENO));
    load->total = load->shows_progress ? count_documents(load->options) : 0;
    load->writer = writer_new(load->conn, load->options, run_id);
    walk_all(load);
    code = exit_code(load);
    writer_free(load->writer);
    if (!load->options->dry_run && PQstatus(load->conn) == CONNECTION_OK) {
        run_finish(load->conn, run_id,
                   code == EXIT_INTERRUPTED ? "interrupted"
                   : code == EXIT_REFUSED   ? "refused"
                                            : "finished",
                   &load->counts);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (load->no_authority) {
        message(load->options->log_level, LOG_INFO,
                "nobody says whose documents these are: bodies are told apart by the directory "
                "they were loaded from; --authority NAME says it");
    }
    print_summary(load, run_id,
                  (double) (to.tv_sec - from.tv_sec) + (double) (to.tv_nsec - from.tv_nsec) / 1e9);
    return code;
}

int command_load(const Options *options)
{
    Load *load = calloc(1, sizeof(Load));
    Arena *arena = arena_new();
    StoreState state;
    ExitCode code = EXIT_REFUSED;

    if (load == NULL) {
        message_error("out of memory");
        return EXIT_REFUSED;
    }
    load->options = options;
    load->conn = connect_open(options);
    if (load->conn == NULL) {
        code = EXIT_NO_CONNECTION;
    } else {
        interrupt_watch(load->conn);
        if (store_enter(load->conn, arena, &state)) {
            load->sources = arena_new();
            load->batch = arena_new();
            code = run(load);
            arena_free(load->sources);
            arena_free(load->batch);
        }
        connect_close(load->conn);
    }
    arena_free(arena);
    free(load);
    return code;
}
