/*
 * load.c - see load.h.
 */
#include "load.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model_digest.h"

/* Adds what was counted to what all processes count. */
static void share_counts(Load *load)
{
    atomic_fetch_add(&load->shared->read, load->counts.read);
    atomic_fetch_add(&load->shared->inserted, load->counts.inserted);
    atomic_fetch_add(&load->shared->updated, load->counts.updated);
    atomic_fetch_add(&load->shared->unchanged, load->counts.unchanged);
    atomic_fetch_add(&load->shared->rejected, load->counts.rejected);
    load->counts = (LoadCounts){0};
}

/* ---- documents that do not load ---- */

/* Whether the file has these bytes: then it is the copy that an earlier run made. */
static bool has_bytes(const char *path, const Source *source)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    struct stat status;
    char piece[65536];
    size_t at = 0;
    ssize_t got = 0;

    if (fd < 0) {
        return false;
    }
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
        (size_t) status.st_size == source->len) {
        while (at < source->len && (got = read(fd, piece, sizeof(piece))) > 0 &&
               memcmp(source->data + at, piece, (size_t) got) == 0) {
            at += (size_t) got;
        }
        close(fd);
        return at == source->len;
    }
    close(fd);
    return false;
}

/* A new file of --reject-dir, under the document's own name or that with a number; -1 where there is none (told) or the copy is there. */
static int new_copy(Load *load, const Source *source)
{
    const char *dir = load->options->reject_dir;

    for (int n = 0; n < 10000; n++) {
        /* A name that has no room for the number is clipped. */
        const char *path = n == 0
                               ? arena_printf(load->sources, "%s/%s", dir, source->name)
                               : arena_printf(load->sources, "%s/%.240s.%d", dir, source->name, n);
        int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

        if (fd >= 0) {
            return fd;
        }
        if (errno != EEXIST) {
            message_error("%s cannot be written: %s", path, strerror(errno));
            return -1;
        }
        if (has_bytes(path, source)) {
            return -1;
        }
    }
    message_error("%s: --reject-dir has ten thousand documents of this name", source->name);
    return -1;
}

/*
 * Copies a rejected document to --reject-dir; one that could not be read has no bytes to copy. Who may read the copy is whoever loads, and nobody else:
 * the document may be restricted, and who may read that is not known of a copy.
 */
static void set_aside(Load *load, const Source *source)
{
    const char *dir = load->options->reject_dir;
    int fd;

    if (dir == NULL || source->data == NULL) {
        return;
    }
    if (mkdir(dir, 0700) != 0 && errno != EEXIST) {
        message_error("--reject-dir %s cannot be made: %s", dir, strerror(errno));
        return;
    }
    fd = new_copy(load, source);
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

static void reject(Load *load, const Source *source, const char *path, ErrorKind kind,
                   const char *reason, const char *told, const char *restricted_detail)
{
    char detail[2048];

    message_error("%s: %s", path, told);
    set_aside(load, source);
    load->counts.rejected++;
    atomic_fetch_add(&load->shared->errors[kind], 1);
    /* It may quote what a document calls its parts, in any bytes. */
    message_escape(detail, sizeof(detail), restricted_detail != NULL ? restricted_detail : told);
    while (!load->options->dry_run && !run_problem(load->writer, load->sources, source->uri, kind,
                                                   reason, detail, restricted_detail != NULL)) {
        if (!load_try_again(load)) {
            load_refuse(load->shared, load->conn);
            break;
        }
    }
    if (load->options->on_error == ON_ERROR_STOP ||
        (load->options->max_errors >= 0 &&
         load->shared->rejected + load->counts.rejected >= load->options->max_errors)) {
        load->shared->stopped = true;
    }
}

/* ---- a group ---- */

/* What the store's versions of the group's listed documents said. */
static bool look_up_listed(Load *load)
{
    const char **uris = arena_alloc(load->sources, (load->count + 1) * sizeof(char *));
    Listed **listed = arena_alloc(load->sources, (load->count + 1) * sizeof(Listed *));
    size_t count = 0;

    for (size_t i = 0; i < load->count; i++) {
        if (load->candidates[i].listed != NULL) {
            uris[count] = load->candidates[i].file.source.uri;
            listed[count++] = load->candidates[i].listed;
        }
    }
    return count == 0 || fetch_listed(load->conn, load->sources, uris, listed, count);
}

/* Problems of listed documents that are there unchanged are over: the site gives them again. */
static bool resolve_unchanged(Load *load, Buffer *uris)
{
    const char *values[2];
    char now[64];

    if (uris->len == 0 || load->options->dry_run) {
        return true;
    }
    moment(now);
    values[0] = list_end(uris);
    values[1] = now;
    return db_run_params(load->conn, "resolving problems",
                         "update minutes_store.load_problems set resolved_at = $2::timestamptz"
                         " where uri = any($1::text[]) and resolved_at is null",
                         2, values);
}

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
    return look_up_listed(load);
}

/* Whether the store has the document with these bytes, and these are all there is to know of it. */
static bool is_known(const Load *load, const Candidate *candidate)
{
    return candidate->known_id != 0 && candidate->same_bytes &&
           !(load->options->reparse && candidate->in_force) &&
           !(candidate->listed != NULL && candidate->listed->displaced) &&
           !(candidate->listed != NULL && candidate->listed->may_go_on && candidate->in_force);
}

/*
 * Whether a listed document that was read says what the store's version says. One whose texts could not be completed, with the bytes of that version,
 * is taken for unchanged: what is there may be complete.
 */
static bool says_the_same(const Load *load, const Candidate *candidate, const Document *document)
{
    Listed *listed = candidate->listed;

    if (listed == NULL) {
        return false;
    }
    model_digest(document, listed->model_sha256);
    return candidate->known_id != 0 && !load->options->reparse && !listed->displaced &&
           (strcmp(listed->model_sha256, listed->known_sha256) == 0 ||
            (listed->cut && candidate->same_bytes));
}

/* Writes them in one transaction, again and again where what stops it is transient. */
static WriteResult write_plans(Load *load, const DocumentPlan *plans, size_t count)
{
    WriteResult result;

    while ((result = writer_write(load->writer, load->batch, plans, count, &load->counts)) ==
           WRITE_REFUSED) {
        const char *words = load->writer->refused == NULL
                                ? NULL
                                : db_refusal(load->batch, load->conn, load->writer->refused);

        if (words != NULL && !interrupted() && load->attempts < load->options->retries &&
            db_error_kind(load->conn) == ERROR_TRANSIENT) {
            message(load->options->log_level, LOG_WARNINGS, "%s", words);
        }
        if (!load_try_again(load)) {
            return result;
        }
    }
    load->attempts = 0;
    return result;
}

/* One document that the server would not take by itself. */
static void write_one(Load *load, DocumentPlan *plan, const Candidate *candidate)
{
    WriteResult result = write_plans(load, plan, 1);
    PGresult *refused = load->writer->refused;

    if (result == WRITE_BAD_DATA && db_too_many_words(refused)) {
        reject(load, &candidate->file.source, candidate->path, ERROR_PERMANENT, "too_many_words",
               "an item has more words than full-text search takes (1 MB of different ones): "
               "split the document, or leave out what is no minutes",
               NULL);
    } else if (result == WRITE_BAD_DATA) {
        reject(load, &candidate->file.source, candidate->path, ERROR_PERMANENT, "refused_by_server",
               db_refusal(load->batch, load->conn, refused), PQresultErrorMessage(refused));
    } else if (result == WRITE_REFUSED) {
        load_refuse(load->shared, load->conn);
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
        result = write_plans(load, plans, count);
    }
    if (result == WRITE_REFUSED) {
        load_refuse(load->shared, load->conn);
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
        if (!load_ends(load)) {
            write_one(load, &plans[i], from[i]);
        }
    }
}

/* Reads what is new or changed of the group, writes it, and forgets the group. */
static void end_group(Load *load)
{
    DocumentPlan *plans = arena_alloc(load->batch, (load->count + 1) * sizeof(DocumentPlan));
    Candidate **from = arena_alloc(load->batch, (load->count + 1) * sizeof(Candidate *));
    Buffer unchanged = {.arena = load->batch};
    size_t count = 0;

    while (load->count > 0 && !look_up(load)) {
        if (!load_try_again(load)) {
            load_refuse(load->shared, load->conn);
            break;
        }
    }
    for (size_t i = 0; i < load->count && !load_ends(load); i++) {
        Candidate *candidate = &load->candidates[i];
        ReadError error = {0};
        Document *document;

        load->counts.read++;
        if (is_known(load, candidate)) {
            load->counts.unchanged++;
            if (candidate->listed != NULL) {
                list_add(&unchanged, candidate->file.source.uri);
            }
        } else if (!read_document(&candidate->file.source,
                                  candidate->listed != NULL ? candidate->listed->read
                                                            : &load->options->read,
                                  load->batch, &document, &error)) {
            if (interrupted()) {
                load->counts.read--;
                break;
            }
            if (!candidate->file.named && candidate->listed == NULL &&
                strcmp(error.code, READ_PASSED_OVER) == 0) {
                load->counts.read--;
                message(load->options->log_level, LOG_INFO, "%s: passed over: %s", candidate->path,
                        error.detail);
                continue;
            }
            reject(load, &candidate->file.source, candidate->path, error.kind, error.code,
                   error.detail, NULL);
        } else if (document->meeting_count == 0) {
            reject(load, &candidate->file.source, candidate->path, ERROR_PERMANENT, "no_minutes",
                   "no meeting was found in the document", NULL);
        } else if (says_the_same(load, candidate, document)) {
            load->counts.unchanged++;
            list_add(&unchanged, candidate->file.source.uri);
        } else {
            memcpy(document->sha256, candidate->file.sha256, sizeof(document->sha256));
            document->byte_count = (int64_t) candidate->file.source.len;
            plans[count] = (DocumentPlan){.document = document,
                                          .root = candidate->root,
                                          .previous_id = candidate->known_id,
                                          .same_bytes = candidate->same_bytes,
                                          .listed = candidate->listed};
            if (document->authority == NULL && document->meetings[0].authority == NULL) {
                load->shared->no_authority = true;
            }
            from[count++] = candidate;
        }
    }
    if (!load->shared->refused && !interrupted()) {
        write_group(load, plans, from, count);
        while (!resolve_unchanged(load, &unchanged)) {
            if (!load_try_again(load)) {
                load_refuse(load->shared, load->conn);
                break;
            }
        }
    }
    arena_reset(load->sources);
    arena_reset(load->batch);
    load->count = 0;
    load->bytes = 0;
    share_counts(load);
    if (load->shared->refused && !interrupted() && !db_alive(load->conn)) {
        load->shared->lost = true;
    }
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
    SourceFile file;
    ReadError error = {0};
    const char *path =
        arena_string(load->sources, strcmp(found->path, "-") == 0 ? "standard input" : found->path);

    if (!source_load(load->sources, found, &file, &error)) {
        if (found->named && strcmp(error.code, "unreadable") == 0) {
            message_error("%s: %s", path, error.detail);
            atomic_fetch_add(&load->shared->errors[error.kind], 1);
            load->shared->missing = true;
            return;
        }
        load->counts.read++;
        reject(load, &file.source, path, error.kind, error.code, error.detail, NULL);
        return;
    }
    if (in_group(load, file.source.uri)) {
        load->counts.read++;
        load->counts.unchanged++;
        return;
    }
    load_take(load, &file, path, root_of(load, found), NULL);
}

void load_take(Load *load, const SourceFile *file, const char *path, const char *root,
               Listed *listed)
{
    load->candidates[load->count++] =
        (Candidate){.file = *file, .path = path, .root = root, .listed = listed};
    load->bytes += file->source.len;
    if (load->count == (size_t) load->options->batch || load->bytes >= GROUP_BYTES) {
        end_group(load);
    }
}

void load_flush(Load *load)
{
    end_group(load);
}

void load_reject(Load *load, const Source *source, const char *path, const ReadError *error)
{
    load->counts.read++;
    reject(load, source, path, error->kind, error->code, error->detail, NULL);
}

/* Takes the next chunk of documents that no process has; where there is one process, all are its own. */
static long long next_chunk(Load *load)
{
    return atomic_fetch_add(&load->shared->next_chunk, 1);
}

void load_documents(Load *load)
{
    Walk *walk = walk_open(load->options->paths, load->options->path_count);
    WalkDocument found;
    const char *problem;
    WalkStep step;
    long long row = load->options->batch < CHUNK_DOCUMENTS ? load->options->batch : CHUNK_DOCUMENTS;
    long long documents = 0;
    long long chunk = next_chunk(load);

    while (!load_ends(load) && (step = walk_next(walk, &found, &problem)) != WALK_END) {
        if (step == WALK_DOCUMENT) {
            long long its_chunk = documents++ / row;

            if (its_chunk > chunk) {
                chunk = next_chunk(load);
            }
            if (its_chunk == chunk) {
                take(load, &found);
            }
        } else if (load->tells_problems) {
            message_error("%s", problem);
            atomic_fetch_add(&load->shared->errors[ERROR_CRITICAL], 1);
            load->shared->missing = true;
        }
    }
    walk_close(walk);
    end_group(load);
}
