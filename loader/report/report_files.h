/*
 * report_files.h - what a report is made with, carried inside the program: the queries, the style sheet and the script.
 */
#ifndef MINUTES_REPORT_FILES_H
#define MINUTES_REPORT_FILES_H

#include <stddef.h>

typedef struct ReportFile {
    const char *name; /* the file's name without its folder; NULL ends the list */
    const char *text;
} ReportFile;

extern const ReportFile report_files[];

/* The file of that name; NULL where there is none. */
const ReportFile *report_file(const char *name);

#endif
