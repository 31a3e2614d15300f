/*
 * server_text.c - see server_text.h.
 */
#include "postgres.h"
#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "compat.h"
#include "server_text.h"

static void *arena_alloc(MnArena *base, size_t size)
{
    return MemoryContextAllocExtended(((ServerArena *) base)->context, size == 0 ? 1 : size,
                                      MCXT_ALLOC_HUGE);
}

void server_arena_init(ServerArena *arena)
{
    arena->base.alloc = arena_alloc;
    arena->base.resize = NULL;
    arena->context = CurrentMemoryContext;
}

/* Whether the core can read the server's bytes as they are. */
static bool is_utf8_server(void)
{
    int encoding = GetDatabaseEncoding();

    return encoding == PG_UTF8 || encoding == PG_SQL_ASCII;
}

/* The length of the character at bytes[0], never past the end. */
static size_t character_length(const char *bytes, size_t len, int encoding)
{
    size_t wanted = (size_t) pg_encoding_mblen(encoding, bytes);

    return Min(Max(wanted, 1), len);
}

/*
 * Converts between two encodings; a character without a counterpart becomes `missing`, so that no text is refused.
 */
static MnText convert(const char *bytes, size_t len, int from, int to, const char *missing)
{
    Oid converter = FindDefaultConversionProc(from, to);
    size_t room = (len + 4) * MAX_CONVERSION_GROWTH; /* always more than any call wants */
    size_t missing_len = strlen(missing);
    char *out;
    size_t used = 0;
    size_t at = 0;

    if (!OidIsValid(converter)) {
        return (MnText){bytes, len};
    }
    out = MemoryContextAllocExtended(CurrentMemoryContext, room, MCXT_ALLOC_HUGE);
    while (at < len) {
        /* One call takes at most what its int arguments can say. */
        size_t chunk = Min(len - at, (size_t) (MaxAllocSize / MAX_CONVERSION_GROWTH));
        int taken = pg_do_encoding_conversion_buf(
            converter, from, to, (unsigned char *) bytes + at, (int) chunk,
            (unsigned char *) out + used, (int) Min(room - used, (size_t) PG_INT32_MAX), true);

        used += strlen(out + used);
        at += (size_t) taken;
        if ((size_t) taken < chunk) {
            at += character_length(bytes + at, len - at, from);
            memcpy(out + used, missing, missing_len);
            used += missing_len;
        }
    }
    return (MnText){out, used};
}

void server_text_init(ServerText *text, const char *bytes, size_t len)
{
    memset(text, 0, sizeof(*text));
    text->bytes = bytes;
    text->len = len;
    text->utf8 = is_utf8_server()
                     ? (MnText){bytes, len}
                     : convert(bytes, len, GetDatabaseEncoding(), PG_UTF8, "\xEF\xBF\xBD");
}

void server_text_of(ServerText *text, struct varlena *datum)
{
    server_text_init(text, VARDATA_ANY(datum), VARSIZE_ANY_EXHDR(datum));
}

/* Counts one more of the server's characters. */
static void step(ServerText *text, int encoding)
{
    text->server_at +=
        character_length(text->bytes + text->server_at, text->len - text->server_at, encoding);
    text->characters++;
}

/* Moves the count to a byte of utf8. */
static void count_to(ServerText *text, size_t byte)
{
    int encoding = GetDatabaseEncoding();

    if (byte < text->utf8_at) {
        text->utf8_at = 0;
        text->server_at = 0;
        text->characters = 0;
    }
    if (text->utf8.data != text->bytes) {
        for (size_t at = text->utf8_at; at < byte && text->server_at < text->len;) {
            mn_next(text->utf8, &at);
            step(text, encoding);
        }
    } else if (encoding == PG_UTF8) {
        MnText rest = {text->bytes + text->utf8_at, text->len - text->utf8_at};

        text->characters += (int) mn_characters(rest, byte - text->utf8_at);
        text->server_at = byte;
    } else {
        while (text->server_at < byte) {
            step(text, encoding);
        }
    }
    text->utf8_at = byte;
}

struct varlena *server_text_slice(ServerText *text, MnSpan span, int *start_at, int *length)
{
    ServerText start;
    ServerText end;

    count_to(text, span.start);
    start = *text;
    /* The count stays at the start, since stretches may overlap. */
    end = start;
    count_to(&end, span.start + span.len);
    *start_at = start.characters + 1;
    *length = end.characters - start.characters;
    return cstring_to_text_with_len(text->bytes + start.server_at,
                                    (int) (end.server_at - start.server_at));
}

struct varlena *server_text_from(MnText utf8)
{
    MnText converted =
        is_utf8_server() ? utf8 : convert(utf8.data, utf8.len, PG_UTF8, GetDatabaseEncoding(), "?");

    return cstring_to_text_with_len(converted.data, (int) converted.len);
}
