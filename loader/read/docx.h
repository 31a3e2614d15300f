/*
 * docx.h - what the parts of the Word reader share: the package's parts, styles and numbering.
 */
#ifndef MINUTES_DOCX_H
#define MINUTES_DOCX_H

#include <libxml/tree.h>

#include "read.h"

/* The largest part that is unpacked, whatever the package says of its size. */
#define DOCX_PART_MAX ((size_t) 48 * 1024 * 1024)
#define DOCX_LEVELS 9

typedef struct Package Package;

/* Opens the package in memory; NULL and *error where it is none. */
Package *package_open(MnText bytes, ReadError *error);
void package_close(Package *package);

/*
 * Unpacks and parses a part. *part is NULL where the package has none of that name; false and *error where it is too large,
 * damaged or no XML. The caller frees *part with xmlFreeDoc.
 */
bool package_part(Package *package, Arena *arena, const char *name, xmlDoc **part,
                  ReadError *error);

/* The name of the part that a relationship of the package points to ("officeDocument"), in the arena; NULL where there is none. */
const char *package_target(Package *package, Arena *arena, const char *relations, const char *type);

/* A paragraph style: what it, or one that it is based on, says. */
typedef struct Style {
    const char *id;
    const char *name;
    const char *based_on;
    int outline; /* heading level from 1; 0 none, -1 not said */
    int num_id;  /* numbering; -1 not said, 0 none */
    int num_level;
    int bold; /* 1, 0, -1 not said */
} Style;

/* A level of a list. */
typedef struct ListLevel {
    int start;
    const char *format; /* decimal, lowerLetter, bullet, ... */
    const char *text;   /* "%1.", "SSP/%1/25" */
    const char *style;  /* the paragraph style that this level belongs to */
    bool legal;         /* all numbers in figures */
} ListLevel;

typedef struct List {
    int id; /* the abstract list */
    ListLevel level[DOCX_LEVELS];
    int counter[DOCX_LEVELS];
    bool started[DOCX_LEVELS];
} List;

/* What a paragraph points to: an abstract list, perhaps with other starts. */
typedef struct ListUse {
    int id;
    int list;                        /* index of its List, -1 */
    int start_override[DOCX_LEVELS]; /* -1 none */
    bool used;
} ListUse;

typedef struct Styles {
    Style *style;
    size_t count;
    List *list;
    size_t list_count;
    ListUse *use;
    size_t use_count;
} Styles;

/* Reads styles and numbering; either part may be NULL. */
void styles_read(Arena *arena, const xmlDoc *styles, const xmlDoc *numbering, Styles *out);

/* A style with what it inherits; every value is said (0 where nothing says it). */
Style style_resolved(const Styles *styles, const char *id);

/*
 * Counts one paragraph of list num_id at level and returns its label in the arena: "1.", "(a)", "SSP/12/25", "-" for a bullet;
 * NULL where the list says nothing.
 */
const char *list_label(Styles *styles, Arena *arena, int num_id, int level);

/* The value of a child element's w:val attribute; NULL where there is none. */
const char *word_value(const xmlNode *parent, const char *child, Arena *arena);

/* Whether an on-off child element is there and on: 1, off: 0, not there: -1. */
int word_switch(const xmlNode *parent, const char *child, Arena *arena);

#endif
