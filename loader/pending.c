/*
 * pending.c - weak places of what is still being built, so that the program links; this file goes when all of it is there.
 */
#include "read.h"

#define PENDING __attribute__((weak))

static int never(MnText text)
{
    (void) text;
    return 0;
}

static bool not_yet(MnText text, Document *document, ReadError *error)
{
    (void) text;
    (void) document;
    error->code = "malformed";
    error->detail[0] = '\0';
    return false;
}

PENDING const Reader reader_text = {"text", false, never, not_yet};
PENDING const Reader reader_markdown = {"markdown", false, never, not_yet};

PENDING void segment_document(Document *document, const ReadOptions *options)
{
    (void) document;
    (void) options;
}

PENDING MnStatus mn_percentage_changes(MnText text, MnArena *arena, MnChange **changes,
                                       size_t *count)
{
    (void) text;
    (void) arena;
    *changes = NULL;
    *count = 0;
    return MN_OK;
}

PENDING const char *mn_basis_name(MnBasis basis)
{
    (void) basis;
    return "stated";
}

PENDING const char *mn_qualifier_name(MnQualifier qualifier)
{
    (void) qualifier;
    return NULL;
}
