/*
 * load.h - loading documents in one process: groups of them, unchanged ones recognised by their bytes, the others read and written a batch a transaction.
 */
#ifndef MINUTES_LOAD_H
#define MINUTES_LOAD_H

#include <stdatomic.h>

#include "load_run.h"
#include "source.h"

/* A group is one transaction: Options.batch documents, or about so many bytes of them. */
#define GROUP_BYTES ((size_t) 4 * 1024 * 1024)

/* So many documents in a row go to one of several processes, or a batch of them where that is less. */
#define CHUNK_DOCUMENTS 64

/* Behind a transient error a batch waits 1, 2, 4, ... seconds before it is tried again, but not longer than this. */
#define RETRY_SECONDS_MAX 60

#define CONNECTION_LOST (-1)

/* What the processes of a run share. */
typedef struct LoadShared {
    atomic_llong read;
    atomic_llong inserted;
    atomic_llong updated;
    atomic_llong unchanged;
    atomic_llong rejected;
    atomic_llong next_chunk;
    atomic_llong errors[ERROR_KINDS]; /* rejected documents, paths, and what ended the run */
    atomic_llong retries;             /* batches that were tried again */
    atomic_int
        stop_state; /* the SQLSTATE that ended the run, to the base 36; 0 none, CONNECTION_LOST */
    atomic_bool missing;      /* a path could not be opened, or nothing was found under it */
    atomic_bool stopped;      /* too many documents were rejected */
    atomic_bool refused;      /* by the server */
    atomic_bool lost;         /* a connection */
    atomic_bool no_authority; /* nobody says whose documents these are */
} LoadShared;

/* A document of the group, its bytes in memory. */
typedef struct Candidate {
    SourceFile file;
    const char *path;
    const char *root;
    int64_t known_id; /* of the latest version at its address, 0 none */
    bool same_bytes;
    bool in_force;  /* that version is not superseded */
    Listed *listed; /* NULL: a file */
} Candidate;

/* One process's part of a run. */
typedef struct Load {
    const Options *options;
    LoadShared *shared;
    PGconn *conn;
    Writer *writer;
    bool tells_problems; /* of the walk: one process of several does */
    Arena *sources;      /* of the group */
    Arena *batch;
    Candidate candidates[BATCH_MAX];
    size_t count;
    size_t bytes;
    int attempts;      /* in vain, one after another */
    LoadCounts counts; /* since they were last added to the shared ones */
} Load;

/* Ends the run because of what the connection's last refusal says; told already. */
void load_refuse(LoadShared *shared, PGconn *conn);

/* Ends it because of something else, of that kind. */
void load_stop(LoadShared *shared, ErrorKind kind);

/* Ends it because store_enter() said no, which was told: critical, unless the server's last word or a lost connection says otherwise. */
void load_not_entered(LoadShared *shared, PGconn *conn);

/* What the run is judged by, all processes together. The code is "" or in `code`. */
RunErrors load_errors(const LoadShared *shared, char code[20]);

/* Whether this process has to end: another one or this one was refused, too much was rejected, an interrupt came. */
bool load_ends(const Load *load);

/*
 * Whether what the server just refused is to be done again: a transient error, and attempts are left. Waits before, and connects again where the
 * connection was lost. A batch is one transaction, so nothing of it is there; if the server did commit it and only the word of it was lost, its
 * documents are there and count as unchanged.
 */
bool load_try_again(Load *load);

/* Walks the paths and loads what this process gets of them, until the end, an interrupt, a refusal or too many rejected documents. */
void load_documents(Load *load);

/*
 * Takes one document that was fetched: it is loaded with its group, when that is full or load_flush() comes. All strings and bytes must be in
 * load->sources, which a group's end empties; so must what they point to.
 */
void load_take(Load *load, const SourceFile *file, const char *path, const char *root,
               Listed *listed);

/* Loads the group as it stands, an empty one too. */
void load_flush(Load *load);

/* Sets a document aside that could not be had: told, counted, noted as a problem, copied to --reject-dir where there are bytes. */
void load_reject(Load *load, const Source *source, const char *path, const ReadError *error);

#endif
