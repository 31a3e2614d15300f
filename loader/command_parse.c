/*
 * command_parse.c - minutes2pgsql parse: prints what was understood of each document, one JSON object a line.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "options.h"
#include "source.h"
#include "write_json.h"

typedef struct ParseRun {
    int64_t rejected;
    bool missing; /* a path could not be opened, or nothing was found under it */
} ParseRun;

/* Parses one document into a line of stdout, or says why not on stderr. False where stdout cannot be written. */
static bool parse_one(const Options *options, const WalkDocument *found, Arena *arena,
                      ParseRun *run)
{
    const char *shown = strcmp(found->path, "-") == 0 ? "standard input" : found->path;
    SourceFile file;
    Document *document;
    ReadError error = {0};
    bool loaded = source_load(arena, found, &file, &error);

    if (loaded && read_document(&file.source, &options->read, arena, &document, &error)) {
        memcpy(document->sha256, file.sha256, sizeof(document->sha256));
        return write_json(stdout, document, options->explain);
    }
    if (loaded && !found->named && strcmp(error.code, READ_PASSED_OVER) == 0) {
        message(options->log_level, LOG_INFO, "%s: passed over: %s", shown, error.detail);
        return write_json_rejected(stdout, found->name, &error);
    }
    message_error("%s: %s", shown, error.detail);
    if (!loaded && found->named && strcmp(error.code, "unreadable") == 0) {
        run->missing = true;
        return true;
    }
    run->rejected++;
    return write_json_rejected(stdout, found->name, &error);
}

/* Whether the run goes on after this many rejected documents. */
static bool goes_on(const Options *options, const ParseRun *run)
{
    if (run->rejected == 0) {
        return true;
    }
    return options->on_error == ON_ERROR_SKIP &&
           (options->max_errors < 0 || run->rejected < options->max_errors);
}

int command_parse(const Options *options)
{
    Arena *arena = arena_new();
    Walk *walk = walk_open(options->paths, options->path_count);
    ParseRun run = {0};
    WalkDocument found;
    const char *problem;
    WalkStep step;
    bool written = true;

    while (written && goes_on(options, &run) &&
           (step = walk_next(walk, &found, &problem)) != WALK_END) {
        if (step == WALK_PROBLEM) {
            message_error("%s", problem);
            run.missing = true;
        } else {
            written = parse_one(options, &found, arena, &run);
            arena_reset(arena);
        }
    }
    walk_close(walk);
    arena_free(arena);
    if (fflush(stdout) != 0 || !written) {
        message_error("standard output cannot be written: %s", strerror(errno));
        return EXIT_USAGE;
    }
    if (run.missing) {
        return EXIT_NO_DOCUMENT;
    }
    return run.rejected > 0 ? EXIT_REJECTED : EXIT_DONE;
}
