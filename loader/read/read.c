/*
 * read.c - read_document() of read.h: chooses the reader and takes a document through the stages.
 */
#include <stdio.h>
#include <string.h>

#include "read.h"
#include "scope.h"

/* A longer line is no text that people wrote; mark-up may well stand on one line. */
#define TEXT_LINE_MAX ((size_t) 4 * 1024 * 1024)

/* A text of more lines fills some thousands of pages. Each costs memory, be it ever so short. */
#define TEXT_LINES_MAX 300000

static const Reader *const readers[] = {&reader_docx,      &reader_pdf,  &reader_modgov_xml,
                                        &reader_moderngov, &reader_html, &reader_markdown,
                                        &reader_text};

#define READER_COUNT (sizeof(readers) / sizeof(readers[0]))

/* The reader of that --format, NULL for "auto" and none given. */
static const Reader *reader_named(const char *format)
{
    for (size_t i = 0; format != NULL && i < READER_COUNT; i++) {
        if (strcmp(readers[i]->format, format) == 0) {
            return readers[i];
        }
    }
    return NULL;
}

/* The reader that is surest of the text among those that want raw bytes, or decoded text; NULL where none is sure at all. */
static const Reader *surest_reader(MnText text, bool binary)
{
    const Reader *surest = NULL;
    int best = 0;

    for (size_t i = 0; i < READER_COUNT; i++) {
        int sure = readers[i]->binary == binary ? readers[i]->recognises(text) : 0;

        if (sure > best) {
            best = sure;
            surest = readers[i];
        }
    }
    return surest;
}

static bool has_overlong_line(MnText text)
{
    const char *line = text.data;
    const char *end = text.data + text.len;

    while ((size_t) (end - line) > TEXT_LINE_MAX) {
        const char *newline = memchr(line, '\n', (size_t) (end - line));

        if (newline == NULL || (size_t) (newline - line) > TEXT_LINE_MAX) {
            return true;
        }
        line = newline + 1;
    }
    return false;
}

static bool has_too_many_lines(MnText text)
{
    const char *end = text.data + text.len;
    size_t lines = 0;

    for (const char *at = text.data; (at = memchr(at, '\n', (size_t) (end - at))) != NULL; at++) {
        if (++lines > TEXT_LINES_MAX) {
            return true;
        }
    }
    return false;
}

/*
 * The reader for the source, and in *text what it reads: the bytes, or these decoded into scratch. NULL and *error where there is none.
 */
static const Reader *choose_reader(MnText bytes, const ReadOptions *options, Arena *scratch,
                                   MnText *text, ReadError *error)
{
    const Reader *reader = reader_named(options->format);

    *text = bytes;
    if (reader == NULL) {
        reader = surest_reader(bytes, true);
    }
    if (reader != NULL && reader->binary) {
        return reader;
    }
    if (!decode_text(bytes, options->encoding, scratch, text, error)) {
        return NULL;
    }
    if (reader == NULL) {
        reader = surest_reader(*text, false);
    }
    if (reader == NULL) {
        reader = &reader_text;
    }
    if ((reader == &reader_text || reader == &reader_markdown) && has_overlong_line(*text)) {
        error->code = "line_too_long";
        snprintf(error->detail, sizeof(error->detail),
                 "has a line of more than %zu MB, so it is no text of minutes; break it into lines",
                 TEXT_LINE_MAX / 1024 / 1024);
        return NULL;
    }
    if ((reader == &reader_text || reader == &reader_markdown) && has_too_many_lines(*text)) {
        error->code = "too_large";
        snprintf(error->detail, sizeof(error->detail),
                 "has more than %d lines, as no minutes do; split it or leave it out",
                 TEXT_LINES_MAX);
        return NULL;
    }
    return reader;
}

/* Chooses the reader and lets it make blocks of the source. The decoded text is gone then: blocks have copies. */
static bool read_blocks(MnText bytes, const ReadOptions *options, Document *document,
                        ReadError *error)
{
    Arena *scratch;
    const Reader *reader;
    MnText text;
    bool done;

    if (bytes.len == 0) {
        error->code = "empty";
        snprintf(error->detail, sizeof(error->detail), "is empty: there are no minutes in it");
        return false;
    }
    scratch = arena_new();
    reader = choose_reader(bytes, options, scratch, &text, error);
    if (reader != NULL) {
        document->format = reader->format;
    }
    done = reader != NULL && reader->read(text, document, error);
    arena_free(scratch);
    /* The web service names no body of its own, only bodies that its items have to do with. */
    if (done && reader == &reader_modgov_xml && options->body != NULL) {
        document->blocks.stated.body = options->body;
    }
    return done;
}

/*
 * Whether there is anything of minutes in a document: what a format states, people, a numbered item or a decision, or a date with
 * items under it or a cancellation. A date alone, or titles alone, stand on any page.
 */
static bool has_minutes(const Document *document)
{
    if (document->blocks.stated.date.year != 0) {
        return true;
    }
    for (size_t m = 0; m < document->meeting_count; m++) {
        const Meeting *meeting = &document->meetings[m];

        if (meeting->people_count > 0 ||
            (meeting->date.year != 0 && (meeting->item_count > 0 || !meeting->held))) {
            return true;
        }
        for (size_t i = 0; i < meeting->item_count; i++) {
            if (meeting->items[i].number != NULL || meeting->items[i].decision_count > 0) {
                return true;
            }
        }
    }
    return false;
}

bool read_document(const Source *source, const ReadOptions *options, Arena *arena,
                   Document **document, ReadError *error)
{
    Document *made = arena_alloc(arena, sizeof(Document));

    made->arena = arena;
    made->name = source->name;
    made->uri = source->uri;
    made->byte_count = (int64_t) source->len;
    made->authority = options->authority;
    made->nation = options->nation;
    made->helper_seconds = options->pdf_seconds;
    made->blocks.stated.start_minutes = -1;
    *document = made;
    if (!read_blocks((MnText){source->data, source->len}, options, made, error)) {
        return false;
    }
    segment_document(made, options);
    if (options->complete != NULL && !options->complete(options->complete_context, made, error)) {
        return false;
    }
    scope_restrictions(made);
    derive_document(made);
    if (!has_minutes(made)) {
        error->code = "no_minutes";
        snprintf(
            error->detail, sizeof(error->detail),
            "does not read as minutes: no meeting with people, items or decisions was found in it");
        return false;
    }
    doubt_document(made);
    return true;
}
