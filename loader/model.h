/*
 * model.h - what the loader's stages know of each other: blocks from a reader, a document of meetings for a writer.
 *
 * read_FORMAT.c turns bytes into blocks, segment*.c turns blocks into meetings, people and items, write_*.c puts them out.
 * Every string is NUL-terminated UTF-8 (NFC) in the document's arena; NULL means unknown.
 */
#ifndef MINUTES_MODEL_H
#define MINUTES_MODEL_H

#include "approvals.h"
#include "arena.h"
#include "calendar.h"
#include "decisions.h"
#include "percentages.h"
#include "restricted.h"
#include "agenda_code.h"

/* ---- what a reader gives ---- */

typedef enum BlockKind {
    BLOCK_HEADING, /* the format says so (h1..h6, #, a Word style), or its place on the page does */
    BLOCK_PARAGRAPH, /* running text, unwrapped: one line, or several where a line break is meant */
    BLOCK_BULLET,    /* a bullet or a numbered part; text without the bullet, label as printed */
    BLOCK_ROW,       /* a table row, its cells joined by " | " */
    BLOCK_LABEL, /* a CMS's or page's own label: "Minutes:", "Decision:", "Venue:", "Additional documents:" */
    BLOCK_CODE,       /* a cell or line that holds only an item's number */
    BLOCK_ATTACHMENT, /* a document that the format itself lists: text is its title */
    BLOCK_BREAK /* a rule, a page break that is meant, or the end of a printed export's item */
} BlockKind;

/* Where the segmenter put a block, for --explain: nothing of a document is dropped without a trace. */
typedef enum BlockPlace {
    PLACE_NOWHERE,
    PLACE_FURNITURE, /* page numbers, running headers, navigation */
    PLACE_HEADER,
    PLACE_SECTION, /* a section heading that is no item */
    PLACE_ITEM_TITLE,
    PLACE_ITEM_AGENDA,
    PLACE_ITEM_TEXT,
    PLACE_ITEM_ATTACHMENT,
    PLACE_TRAILER
} BlockPlace;

typedef struct Block {
    BlockKind kind;
    int level;         /* 1 to 6 for headings, nesting for bullets, 0 unknown */
    const char *text;  /* without mark-up; line breaks that are meant as \n; never NULL */
    const char *label; /* a bullet's or number's print ("1.", "(a)", "-"), else NULL */
    const char *url;   /* of an attachment, a truncation's link or an item's own page, else NULL */
    const char *file_type; /* of an attachment: "PDF" */
    const char *file_size; /* of an attachment, as printed: "112 KB" */
    bool by_position; /* a heading only because of where it stands: weaker evidence than mark-up */
    bool bold;        /* the whole block is bold */
    bool close_up;    /* stands right under the block before: no blank line between them */
    bool truncated;   /* the page cut this text short and links to the rest */
    bool restricted_flag; /* the format itself marks it restricted (a CMS's flag) */
    bool
        stated; /* the format itself says that an item (of a number) or a meeting (of a heading) begins here */
    int line;         /* in the source, from 1; 0 unknown */
    BlockPlace place; /* set by the segmenter */
    int meeting;      /* the meeting it was put in, from 0; -1 none */
    int item;         /* the item's position, from 1; 0 none */
} Block;

/* Facts that a format gives outside its running text (meta elements, XML elements); they win over what is guessed. */
typedef struct StatedMeeting {
    const char *body;
    const char *title;
    MnDate date;
    int start_minutes; /* from midnight, -1 unknown */
    const char *venue;
    const char *contact;
    const char *status; /* "Cancelled", "Confirmed", as printed */
    const char *cms_id;
    const char *authority;
    MnDate published; /* when the page says that it was published */
    MnDate changed;   /* when it says that it was last changed */
} StatedMeeting;

typedef struct Blocks {
    Block *block;
    size_t count;
    size_t capacity;
    StatedMeeting stated;
} Blocks;

/* ---- what the segmenter makes of it ---- */

typedef enum Capacity {
    CAPACITY_PRESENT,
    CAPACITY_APOLOGIES,
    CAPACITY_OFFICER,
    CAPACITY_IN_ATTENDANCE,
    CAPACITIES
} Capacity;

typedef struct Person {
    Capacity capacity;
    const char
        *name; /* given and family name, without honorific, rank, post-nominals and brackets */
    const char *honorific; /* normalised: Cllr, Dr, Rev, ... */
    const char *post_nominals;
    const char *role; /* Chair, Vice-Chair, or a job title */
    const char *organisation;
    const char *substitute_for;
    const char *as_printed;
    int line;
    int item;        /* position of the item whose text records it; 0: the lists of the header do */
    unsigned filled; /* PERSON_ fields that only the item says, where the header lists the person */
} Person;

enum {
    PERSON_HONORIFIC = 1,
    PERSON_POST_NOMINALS = 2,
    PERSON_ROLE = 4,
    PERSON_ORGANISATION = 8,
    PERSON_SUBSTITUTE_FOR = 16
};

typedef struct Attachment {
    const char *title;
    const char *type; /* "PDF" */
    const char *size; /* as printed: "112 KB" */
    int64_t bytes;    /* -1 unknown */
    const char *url;
    bool restricted;
} Attachment;

/* What, outside an item's own words, restricts it. Stated facts: deriving again never takes them away. */
typedef enum RestrictionSource {
    RESTRICTED_BY_TEXT = 1,       /* the item's own words */
    RESTRICTED_BY_TITLE = 2,      /* a mark in its title */
    RESTRICTED_BY_HEADING = 4,    /* a Part 2 / private heading above it */
    RESTRICTED_BY_RESOLUTION = 8, /* the public were excluded for it */
    RESTRICTED_BY_FLAG = 16,      /* a CMS's flag */
    RESTRICTED_BY_UNSETTLED = 32, /* an exclusion's scope could not be settled: kept closed */
    RESTRICTED_BY_PERSON = 64,    /* somebody decided so */
    LIFTED_BY_PERSON = 128        /* somebody decided that it is open, whatever the others say */
} RestrictionSource;

typedef struct Item {
    int position;         /* from 1 */
    const char *number;   /* as printed: "SSP/67/25", "54.", "SSP/4724"; NULL */
    const char *code;     /* canonical, or the bare number; NULL */
    bool has_agenda_code; /* agenda_code is set: the number is one in canonical form */
    MnAgendaCode agenda_code;
    const char *title;
    const char *section; /* the section heading it stands under, NULL */
    const char *agenda_text;
    const char *
        text; /* what was minuted; paragraphs separated by \n\n, bullets as "- ..." lines, rows as "a | b"; NULL */
    bool truncated;
    bool restricted;
    unsigned sources;             /* RestrictionSource bits */
    MnRestriction grounds;        /* what it is restricted on, all sources together */
    MnRestriction stated_grounds; /* of these, those from outside its own words */
    MnRegime regime;
    int paragraphs[MN_PARAGRAPHS_MAX]; /* as cited */
    size_t paragraph_count;
    const char *reason; /* the item's own sentence, NULL */
    Attachment *attachments;
    size_t attachment_count;
    MnDecision *decisions; /* spans in text */
    size_t decision_count;
    MnChange *changes; /* spans in text */
    size_t change_count;
    MnApproval *approvals; /* of earlier meetings' minutes; slices of the item's texts */
    size_t approval_count;
    int line;
} Item;

/* How it is known when minutes were published. */
typedef enum PublishedBasis {
    PUBLISHED_UNKNOWN,
    PUBLISHED_AS_STATED, /* their own words */
    PUBLISHED_BY_PAGE,   /* the page's word on itself */
    PUBLISHED_BY_CHANGE  /* the page was last changed then: no later */
} PublishedBasis;

typedef struct Meeting {
    const char *body;
    const char *authority; /* where the document says it, else NULL */
    MnDate date;
    int start_minutes; /* from midnight, -1 unknown */
    const char *venue;
    const char *contact;
    bool draft;
    bool held;
    MnDate published; /* where published_basis is not PUBLISHED_UNKNOWN */
    PublishedBasis published_basis;
    const char *cms_id;
    Person *people; /* all, whoever records them */
    size_t people_count;
    const Person *listed; /* those of the header's lists alone */
    size_t listed_count;
    Item *items;
    size_t item_count;
    int line;
} Meeting;

typedef enum Severity { SEVERITY_WARNING, SEVERITY_ERROR } Severity;

/*
 * Something doubtful or wrong. A doubt about what the document says has a meeting (and perhaps an item); a restricted item's
 * detail is as restricted as its text.
 */
typedef struct Problem {
    Severity severity;
    const char
        *code; /* a fixed word: truncated_text, present_and_apologies, near_duplicate_text, ... */
    const char *detail; /* a sentence for people */
    int line;
    int meeting; /* index in Document.meetings, -1 none */
    int item;    /* position, 0 none */
} Problem;

typedef struct Document {
    Arena *arena;
    const char *name;   /* base name of the file */
    const char *uri;    /* how it was named: an absolute path as file:///..., or a URL */
    const char *format; /* text, markdown, html, moderngov, modgov-xml, docx, pdf */
    char sha256[65];    /* of the bytes, hexadecimal */
    int64_t byte_count;
    const char *authority; /* from --authority or the format */
    MnNation nation;
    int helper_seconds; /* how long another program that reads it may take */
    Blocks blocks;
    bool partial; /* a page of one item, or of who attended: no whole meeting */
    Meeting *meetings;
    size_t meeting_count;
    size_t meeting_capacity;
    Problem *problems;
    size_t problem_count;
    size_t problem_capacity;
} Document;

/* Adds a problem; detail is a printf format and is copied. */
void document_problem(Document *document, Severity severity, const char *code, int line,
                      int meeting, int item, const char *detail, ...)
    __attribute__((format(printf, 7, 8)));

/* Adds an empty block (kind given) and returns it; the pointer holds until the next one is added. */
Block *blocks_add(Arena *arena, Blocks *blocks, BlockKind kind, int line);

/* The name of a capacity in views and JSON: present, apologies, officer, in_attendance. */
const char *capacity_name(Capacity capacity);

/* "header", "item_text", ... for --explain. */
const char *place_name(BlockPlace place);

#endif
