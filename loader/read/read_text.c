/*
 * read_text.c - the reader of plain text: a web page's text, a PDF's, a scan's.
 */
#include "lines.h"
#include "read.h"

static int recognises(MnText text)
{
    /* Any text may be plain text; whatever has a shape of its own says so with more certainty. */
    return text.len > 0 ? 10 : 0;
}

static bool read(MnText text, Document *document, ReadError *error)
{
    Arena *scratch = arena_new();
    Lines lines = lines_split(scratch, text);

    (void) error;
    lines_mark_furniture(scratch, &lines);
    lines_to_blocks(document->arena, &lines, &document->blocks);
    arena_free(scratch);
    return true;
}

const Reader reader_text = {"text", false, recognises, read};
