/*
 * walk.h - the documents under the paths that were named on the command line, one after another.
 *
 * Directories are walked in the order of their entries' names. Hidden entries are left out, and so are links that lead out
 * of the directory that was named and links to directories. Under a directory, documents are what ends in .txt .md .html
 * .htm .xml .docx .pdf; a file that is named outright is always one, and "-" is standard input.
 */
#ifndef MINUTES_WALK_H
#define MINUTES_WALK_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Walk Walk;

typedef struct WalkDocument {
    const char
        *path; /* as named, or the named directory with the rest behind it; "-" is standard input */
    const char *name; /* its last part */
    bool named;       /* named outright, not found under a directory */
} WalkDocument;

typedef enum WalkStep {
    WALK_DOCUMENT, /* *document is the next one; its strings hold until the next call */
    WALK_PROBLEM, /* *problem says in a sentence what could not be opened, or where nothing was found */
    WALK_END
} WalkStep;

/* A walk over the paths, which must outlive it. Nothing is opened yet. */
Walk *walk_open(char *const *paths, size_t count);

WalkStep walk_next(Walk *walk, WalkDocument *document, const char **problem);

/* Whether there was a WALK_PROBLEM so far: the program then ends with EXIT_NO_DOCUMENT. */
bool walk_had_problem(const Walk *walk);

void walk_close(Walk *walk);

#endif
