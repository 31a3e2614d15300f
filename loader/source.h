/*
 * source.h - the bytes of a document, what names it, and its SHA-256.
 */
#ifndef MINUTES_SOURCE_H
#define MINUTES_SOURCE_H

#include "read.h"
#include "walk.h"

/* The largest document that is read. Published minutes stay far below it. */
#define SOURCE_MAX_BYTES ((size_t) 32 * 1024 * 1024)

typedef struct SourceFile {
    Source source;   /* strings and bytes lie in the arena */
    char sha256[65]; /* of the bytes, hexadecimal */
    bool named;      /* named outright, not found under a directory */
} SourceFile;

/*
 * Reads a document's bytes into the arena. False and *error where it cannot be opened or read (code "unreadable"; for a document
 * that was named outright the program then ends with EXIT_NO_DOCUMENT, else it counts as rejected) or is larger than
 * SOURCE_MAX_BYTES ("too_large"). source.uri is set in any case. It is file:///... with the absolute path; links are kept as named,
 * so that a document keeps its identity when a link moves on. Standard input is named by its content, urn:sha256:...
 */
bool source_load(Arena *arena, const WalkDocument *document, SourceFile *file, ReadError *error);

/* The SHA-256 of bytes, hexadecimal. The program ends with a message where OpenSSL has none. */
void source_hash(const char *data, size_t len, char out[65]);

#endif
