/*
 * read.h - from a file's bytes to a document's blocks: one reader a format, one way in.
 */
#ifndef MINUTES_READ_H
#define MINUTES_READ_H

#include "error_kind.h"
#include "model.h"

/* Bytes of a source document, as they were read. */
typedef struct Source {
    const char *name; /* base name */
    const char *uri;
    const char *data;
    size_t len;
} Source;

/* A document that cannot be read: one sentence that says what, where and what to do. */
typedef struct ReadError {
    const char *
        code; /* a fixed word: binary, empty, encoding, nul_bytes, line_too_long, too_large, no_minutes, no_meeting, malformed */
    char detail[512]; /* never quotes the document's text */
    ErrorKind kind;   /* permanent unless it is not the document's fault */
} ReadError;

/*
 * The code of a file that is what it should be and holds no minutes by its kind, such as the web service's list of committees beside its
 * answers for meetings. Found under a directory it is passed over and nothing is wrong; named outright it is rejected.
 */
#define READ_PASSED_OVER "no_meeting"

typedef struct ReadOptions {
    const char *format;   /* --format, NULL or "auto": decide from the content */
    const char *encoding; /* --encoding, NULL: what the document declares, else what is detected */
    const char *body;     /* --body: names the body where a document does not */
    const char *authority;
    MnNation nation; /* MN_ENGLAND unless --nation says otherwise */
    int pdf_seconds; /* how long pdftotext may take over a document */
    /*
     * Called, where given, once the meetings and items are known, and before anything follows from their texts: completes what the source cut
     * short. False and *error where the document is not what it should be.
     */
    bool (*complete)(void *context, Document *document, ReadError *error);
    void *complete_context;
} ReadOptions;

/*
 * Reads source wholly: decodes, chooses the reader, segments and derives. True and *document (allotted in the arena, as is all it
 * points to; it does not outlive the arena's reset), or false and *error.
 */
bool read_document(const Source *source, const ReadOptions *options, Arena *arena,
                   Document **document, ReadError *error);

/* ---- the stages under it ---- */

/* One format. recognises() sees the decoded text (or the raw bytes for binary formats) and says how sure it is, 0 to 100. */
typedef struct Reader {
    const char *format; /* as --format and views name it */
    bool binary;        /* wants the raw bytes */
    int (*recognises)(MnText text);
    bool (*read)(MnText text, Document *document, ReadError *error);
} Reader;

extern const Reader reader_text;
extern const Reader reader_markdown;
extern const Reader reader_html;
extern const Reader reader_moderngov;
extern const Reader reader_modgov_xml;
extern const Reader reader_docx;
extern const Reader reader_pdf;

/*
 * Decodes bytes to UTF-8 in NFC with \n line ends (BOM, declared, --encoding, else detected); false and *error for NUL bytes, a
 * broken declared encoding, binary content. The text is the arena's.
 */
bool decode_text(MnText bytes, const char *encoding, Arena *arena, MnText *text, ReadError *error);

/* ---- the segmenter (segment.c) ---- */

/* Fills document->meetings from its blocks: meetings, people, items with numbers, titles, texts, attachments, and what restricts them. */
void segment_document(Document *document, const ReadOptions *options);

/* Derives codes' order, decisions, changes, restriction and reason of each item from its text and what is stated (derive.c). */
void derive_document(Document *document);

/* Doubts about what the document says: adds problems to it (doubts.c). */
void doubt_document(Document *document);

#endif
