/*
 * lines.h - printed lines: what is page furniture, what is a bullet, and which lines are one paragraph.
 */
#ifndef MINUTES_LINES_H
#define MINUTES_LINES_H

#include "model.h"

typedef struct Line {
    MnText raw;  /* as it stands, without white space at its end */
    MnText text; /* without white space at either end */
    int indent;  /* characters of white space before it */
    int width;   /* characters of text */
    int number;  /* in the source, from 1 */
    bool blank;
    bool page_start; /* a form feed stands before it */
    bool furniture;  /* a page number, a running header or footer */
    bool marker;     /* begins a bullet or a numbered part: label_len bytes of text are its print */
    size_t label_len;
    size_t content_at; /* where the text behind the label begins */
    /* what a format with mark-up says of the line; plain text leaves them alone */
    bool heading;
    int level;
    bool bold;       /* all of it */
    bool hard_break; /* the break at its end is meant */
    bool rule;       /* a rule across the page */
} Line;

typedef struct Lines {
    Line *line;
    size_t count;
    size_t capacity;
} Lines;

/* Splits text into lines; form feeds begin pages. */
Lines lines_split(Arena *arena, MnText text);

/* Marks page numbers and the running headers and footers of pages. */
void lines_mark_furniture(Arena *arena, Lines *lines);

/* Whether a line is a page number by itself: "12", "- 12 -", "Page 3 of 9"; *bare for a number without any such words. */
bool line_is_page_number(MnText text, bool *bare);

/*
 * Whether a line begins with a bullet or the label of a numbered part, with white space behind: "- ", a bullet or private-use
 * glyph, a run of no-break spaces, "1.", "(a)", "iv)". The label's bytes (0 for blank-looking ones) and where its text begins.
 */
bool line_marker(MnText text, size_t *label_len, size_t *content_at);

/* Whether a label is of a numbered part (has a digit or letter) and no bullet. */
bool label_is_numbered(MnText label);

/* How the lines of a document were set. */
typedef struct Setting {
    bool wrapped;     /* long paragraphs run over several lines */
    int width;        /* of a full line, in characters */
    void *vocabulary; /* the document's words, to mend hyphenation */
} Setting;

Setting lines_setting(Arena *arena, const Lines *lines);

/* Gives its memory back to the arena it was made in. */
void lines_setting_free(Arena *arena, Setting *setting);

/* Whether line b (the next one that is no furniture) goes on with the sentence of line a; apart: blank lines or a page's end between. */
bool lines_are_joined(const Setting *setting, const Line *a, const Line *b, bool apart);

/* Makes blocks of lines: paragraphs unwrapped, bullets, rows, rules, tags of printed exports, furniture. */
void lines_to_blocks(Arena *arena, const Lines *lines, Blocks *blocks);

/* Adds a line to a paragraph, mending a word broken over the lines. */
void lines_append(const Setting *setting, Buffer *paragraph, MnText text);

#endif
