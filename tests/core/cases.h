/*
 * cases.h - data files of cases: EXPECTED <tab> TEXT [<tab> TEXT], \n for a line break, # for a remark.
 */
#ifndef TESTS_CASES_H
#define TESTS_CASES_H

#include "tap.h"

#define CASE_FIELDS 5

typedef struct Case {
    const char *file;
    int line;
    char *field[CASE_FIELDS]; /* "" where the line has fewer */
} Case;

static void case_fields(Case *one, char *line)
{
    static char nothing[1] = "";
    char *out = line;

    for (int i = 0; i < CASE_FIELDS; i++) {
        one->field[i] = nothing;
    }
    for (int i = 0; i < CASE_FIELDS && line != NULL; i++) {
        char *tab = strchr(line, '\t');

        if (tab != NULL && i + 1 < CASE_FIELDS) {
            *tab = '\0';
        }
        one->field[i] = out = line;
        for (char *in = line; *in != '\0'; in++) {
            if (in[0] == '\\' && in[1] == 'n') {
                *out++ = '\n';
                in++;
            } else {
                *out++ = *in;
            }
        }
        *out = '\0';
        line = tab == NULL || i + 1 == CASE_FIELDS ? NULL : tab + 1;
    }
}

/* Calls check for each case of the file; the file must have some. */
static void each_case(const char *file, void (*check)(const Case *one))
{
    static char line[65536];
    FILE *stream = fopen(file, "r");
    Case one = {.file = strrchr(file, '/') + 1};
    int count = 0;

    while (stream != NULL && fgets(line, sizeof(line), stream) != NULL) {
        one.line++;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '#' && line[0] != '\0') {
            case_fields(&one, line);
            check(&one);
            count++;
        }
    }
    if (stream != NULL) {
        fclose(stream);
    }
    OK(count > 0, "%s holds cases", file);
}

#endif
