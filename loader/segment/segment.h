/*
 * segment.h - what the parts of the segmenter know of each other: from blocks to units, numbers, titles, items, meetings.
 *
 * A unit is what one role can be given to: a block, or a line or a labelled part of one.
 */
#ifndef MINUTES_SEGMENT_H
#define MINUTES_SEGMENT_H

#include "labels.h"
#include "people.h"
#include "read.h"

/* How a number is made; later ones say less by themselves. */
typedef enum NumberKind {
    NUMBER_NONE,
    NUMBER_CODE,   /* SSP/67/25, *CSC/23/8, and such a code damaged */
    NUMBER_YEARED, /* 77/21, 23/5, 24/25/029, C048/23, 66/E */
    NUMBER_WORDED, /* Minute No. 1210, Item 7 */
    NUMBER_PLAIN,  /* 54. 173 12A 4(b) */
    NUMBER_DOTTED  /* 21.44 29.1 */
} NumberKind;

/* A number that a unit begins with. */
typedef struct Number {
    NumberKind kind;
    MnText print;     /* as printed, without a full stop or bracket behind it */
    size_t len;       /* bytes up to what follows */
    MnText prefix;    /* of a code */
    int value;        /* what counts up */
    int part;         /* behind the dot of a dotted number */
    int year;         /* the second figure of a yeared number, -1 none */
    char suffix;      /* the letter of 12A, in upper case; '\0' none */
    bool damaged;     /* a code that lost a slash */
    bool full_stop;   /* "54." or "54)" and not "54" */
    bool zero_padded; /* "01" */
} Number;

typedef enum UnitKind {
    UNIT_TEXT,
    UNIT_HEADING,
    UNIT_BULLET,
    UNIT_ROW,
    UNIT_LABEL, /* a label, with what follows it in rest */
    UNIT_ATTACHMENT,
    UNIT_BREAK
} UnitKind;

typedef struct Unit {
    UnitKind kind;
    size_t block;
    MnText text;      /* white space single; with its number, without its bullet */
    MnText rest;      /* behind a label or number */
    LabelKind label;  /* of UNIT_LABEL, or of a heading that is one */
    const char *mark; /* a bullet's or part's print */
    Number number;
    int level; /* of a heading, 0 unknown */
    bool bold;
    bool close_up;  /* right under the unit before */
    bool furniture; /* page furniture: has no part in anything */
    bool used;      /* has a role of its own: header, section heading */
} Unit;

typedef struct Units {
    Unit *unit;
    size_t count;
    size_t capacity;
} Units;

/* Where an item begins and what it is called. */
typedef struct Start {
    size_t unit;  /* the first unit that is the item's */
    size_t title; /* the unit that holds the title, SIZE_MAX for none */
    size_t body;  /* the first unit behind number and title */
    MnText title_text;
    MnText number_print;
    Number number; /* kind NUMBER_NONE where it has none */
    MnText section;
} Start;

typedef struct Starts {
    Start *start;
    size_t count;
    size_t capacity;
} Starts;

#define AGENDA_COLUMNS 8

/* The columns of minutes that are set as one table ("Item | Description | Decision"). */
typedef struct AgendaTable {
    int columns; /* 0: no such table is open */
    int number;  /* the column of the items' numbers, -1 for none */
    int title;
    bool usual; /* a table without numbers began with usual business */
} AgendaTable;

typedef struct Segmenter {
    Document *document;
    Arena *arena;
    const ReadOptions *options;
    Units units;
    Starts starts;
    AgendaTable table;       /* that the block being made units of stands in */
    bool has_minutes_labels; /* the page sets what was minuted under "Minutes:" */
} Segmenter;

/* ---- segment_units.c ---- */

/* Makes units of the document's blocks. */
void segment_units(Segmenter *segmenter);

/* The next unit after `at` (or before it) that is no furniture; units.count for none. */
size_t unit_after(const Segmenter *segmenter, size_t at);
size_t unit_before(const Segmenter *segmenter, size_t at);

/* Gives a unit's block its place, unless it has one already. */
void unit_place(Segmenter *segmenter, size_t unit, BlockPlace place, int meeting, int item);

/* ---- segment_agenda_table.c ---- */

/* What a row of such a table says: the item's number and title as one line (empty where it goes on with an item), and its texts. */
typedef struct AgendaRow {
    MnText title;
    bool heading; /* the title has no number */
    MnText text[AGENDA_COLUMNS];
    size_t count;
} AgendaRow;

/* The cell of a row that begins at byte *at, which moves behind it, beyond the row's length behind the last one. */
MnText row_cell(MnText row, size_t *at);

/* Reads a row as the head of such a table; false where it is none. */
bool agenda_table_head(AgendaTable *table, MnText row);

/* Reads a row of an open table; false where it is none of an agenda. */
bool agenda_table_row(Arena *arena, AgendaTable *table, MnText row, AgendaRow *out);

/* ---- segment_run_in.c ---- */

/* Parts the titles that run into their text ("3. Minutes: They were approved.") from it, where the page sets them so. */
void segment_run_in_titles(Segmenter *segmenter);

/* ---- segment_numbers.c ---- */

/* The number that text begins with; NUMBER_NONE where it begins with none. */
Number number_at(MnText text);

/* Whether text is only letters of a code's prefix: "SSP". */
bool number_is_prefix(MnText text);

/* The number in brackets at a title's end, "(Agenda item 6)", "(Item 5.)": takes it off the title. */
bool number_behind(MnText *title, Number *number);

/* Sets an item's number, code and agenda_code. */
void number_set(Arena *arena, Item *item, const Number *number, MnText print);

/* ---- segment_titles.c ---- */

/* How much text looks like a title: above 0 it does. */
int title_score(MnText text);

/* Whether text is the usual name of an item of business ("Any other business", "Apologies for absence"). */
bool title_is_usual(MnText text);

/* Whether text names a section of an agenda ("Part 2", "Reports for decision") and not an item. */
bool title_is_section(MnText text);

/* Whether text opens a part of one item ("Resolved", "Background", "Reasons for decision") and is no title. */
bool title_is_part(MnText text);

/* Whether text is "Date of next meeting" as a line or label, perhaps with the day behind it, and no sentence. */
bool title_is_next_meeting(MnText text);

/* Whether text closes the minutes: a signature line, "The meeting closed at 8.15 pm", "CHAIRMAN". */
bool text_is_closing(MnText text);

/* ---- segment_starts.c ---- */

/* Finds where items begin among the units of one meeting. */
void segment_starts(Segmenter *segmenter, size_t first, size_t end);

/* ---- segment_header.c ---- */

/* The unit behind a meeting's header, which begins at `first`: items begin there or later. */
size_t segment_header_end(Segmenter *segmenter, size_t first, size_t end);

/* Reads body, date, time, venue, contact and status from the units from `first` up to `end`. */
void segment_header(Segmenter *segmenter, Meeting *meeting, int number, size_t first, size_t end);

/* Where the header of another meeting in the same file begins after `from`; `end` where none does. */
size_t segment_next_header(Segmenter *segmenter, size_t from, size_t end);

/* ---- segment_yearless.c ---- */

/*
 * Text with the year behind a day that is printed with its weekday alone ("Wednesday 14th May"), where the units of the meeting
 * speak of a year in which the day was that weekday; else text itself.
 */
MnText text_with_year(Segmenter *segmenter, size_t first, size_t end, MnText text);

/* ---- segment_status.c ---- */

/* Whether text of a header, a footer or closing lines says that the minutes are a draft. */
bool text_says_draft(MnText text);

/* Whether the text of a header or an item says that the meeting was cancelled or abandoned. */
bool text_says_not_held(MnText text, bool in_header);

/* "The meeting started at 10.00 am and finished at 12.37 pm": when it started, in minutes from midnight; -1 unknown. */
int hour_of_start(MnText text);

/* ---- segment_statement.c ---- */

/* What a sentence such as "A meeting of the X was held on 3 May 2025 at 7.00 pm in the Hall" says. */
typedef struct Statement {
    MnText body; /* empty: it names none */
    MnText venue;
    MnDate date;
    int weekday;
    int minutes; /* -1 unknown */
} Statement;

/* Whether text says that a meeting was held, or is headed "X - Tuesday 3rd June 2025 6.30 pm"; then *statement. */
bool statement_of_meeting(Arena *arena, MnText text, Statement *statement);

/* Whether a line is only a date, a time, a place or several of these ("Tuesday 3 May 2025 at 7.00 pm in the Hall"). */
bool statement_of_time(Arena *arena, MnText text, Statement *statement);

/* Whether a header's line, or a part of one, is a place and nothing else. */
bool text_is_place(MnText text);

/* The name of a body as people write it: without article, in title case where it was printed in capitals. */
const char *body_name(Segmenter *segmenter, MnText text);

/* A copy in title case of what is printed in capitals ("THE GUILDHALL (NHS)" as "The Guildhall (NHS)"). */
const char *text_title_case(Arena *arena, MnText text);

/* How much a line looks like a body's name; 0 not at all. */
int body_score(MnText text);

/* The person in what stands behind "Contact:"; NULL where none is. */
const char *contact_name(Arena *arena, MnText text);

/* ---- segment_attendance.c ---- */

/*
 * Whether a numbered unit behind a list's label may be an entry of a numbered list of people: it stands right under the label or
 * counts on from the entry above it. The first number behind a list that is not numbered begins the business.
 */
bool unit_is_numbered_entry(const Segmenter *segmenter, size_t at);

/* Whether the unit, in a list of people, goes on with it. */
bool unit_is_of_people(const Segmenter *segmenter, size_t at, size_t end);

/* Reads the lists of people among the units of a header. */
void segment_attendance(Segmenter *segmenter, Meeting *meeting, size_t first, size_t end);

/* ---- segment_recorded.c ---- */

/* Adds people whose apologies or substitution the text of an item records; each says which item it is of. */
void segment_people_of_items(Segmenter *segmenter, Meeting *meeting);

/*
 * The meeting's people, each as one record has it: the header's lists and the open items together, and each restricted item for
 * itself, so that nothing a restricted item says is found in what is not of that item. Of a person in the header's lists a
 * restricted item's record is a second entry, with `filled` set. In arena.
 */
void people_by_record(Arena *arena, const Meeting *meeting, Person **people, size_t *count);

/* When the minutes of the meeting, units first to end, were published, after all else of it is settled. */
void segment_published(const Segmenter *segmenter, Meeting *meeting, size_t first, size_t end);

/* ---- segment_items.c ---- */

/* Builds the items of a meeting from the starts from `first` on, the last one ending before unit `limit`. */
void segment_items(Segmenter *segmenter, Meeting *meeting, int number, size_t first, size_t limit);

#endif
