/*
 * server_text.h - texts between the server's encoding and the core's UTF-8, and the arena that the core fills.
 *
 * In a database of another encoding a text is converted before the core reads it, and what is cut out of it is cut
 * from the server's own bytes: substr(body, start_at, length) = matched in every encoding. SQL_ASCII says nothing of its
 * bytes; they are read as UTF-8, and positions count bytes as the server does there. No text makes any of this fail.
 */
#ifndef MINUTES_SERVER_TEXT_H
#define MINUTES_SERVER_TEXT_H

#include "postgres.h"
#include "text.h"

/* An arena of palloc in the memory context that was current at server_arena_init. */
typedef struct ServerArena {
    MnArena base;
    MemoryContext context;
} ServerArena;

void server_arena_init(ServerArena *arena);

typedef struct ServerText {
    MnText utf8;       /* what the core reads */
    const char *bytes; /* the same as the server holds it */
    size_t len;
    /* how far positions have been counted: bytes of utf8, bytes of the server's, characters */
    size_t utf8_at;
    size_t server_at;
    int characters;
} ServerText;

/* Takes a text or C string in the server's encoding; nothing is copied where that is UTF-8. */
void server_text_init(ServerText *text, const char *bytes, size_t len);
void server_text_of(ServerText *text, struct varlena *datum);

/*
 * The stretch that span (of utf8) names, as a datum, with its first character counted from 1 and its number of
 * characters. Spans that come in order are counted in one pass.
 */
struct varlena *server_text_slice(ServerText *text, MnSpan span, int *start_at, int *length);

/* UTF-8 as a text datum in the server's encoding. */
struct varlena *server_text_from(MnText utf8);

#endif
