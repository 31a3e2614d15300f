/*
 * inputs.h - inputs and what comes of them, from a data file: a line is "INPUT<tab>EXPECTED"; # begins a comment line.
 *
 * In INPUT \n \t \r \f \\ stand for themselves and \u{XXXX} for a code point.
 */
#ifndef TESTS_INPUTS_H
#define TESTS_INPUTS_H

#include "tap.h"

#define INPUT_MAX 2000

/* shown: INPUT as in the file; input: with its escapes resolved. */
typedef void InputCheck(const char *shown, const char *input, const char *expected);

/* Resolves a line's escapes in the same buffer. */
static void input_unescape(char *line)
{
    char *out = line;

    for (char *in = line; *in != '\0'; in++) {
        if (*in != '\\') {
            *out++ = *in;
            continue;
        }
        in++;
        if (*in == 'u') {
            uint32_t c = (uint32_t) strtoul(in + 2, &in, 16);

            out += mn_put(c, out);
        } else {
            *out++ = *in == 'n'   ? '\n'
                     : *in == 't' ? '\t'
                     : *in == 'r' ? '\r'
                     : *in == 'f' ? '\f'
                                  : *in;
        }
    }
    *out = '\0';
}

/* Calls check with each line of tests/core/FILE. */
static void each_input(const char *file, InputCheck *check)
{
    char path[200];
    char line[INPUT_MAX];
    char shown[INPUT_MAX];
    int count = 0;
    FILE *cases;

    snprintf(path, sizeof(path), "tests/core/%s", file);
    cases = fopen(path, "r");
    if (!OK(cases != NULL, "%s is there", path)) {
        return;
    }
    while (fgets(line, sizeof(line), cases) != NULL) {
        char *expected = strchr(line, '\t');

        if (line[0] == '#' || expected == NULL) {
            continue;
        }
        *expected++ = '\0';
        expected[strcspn(expected, "\n")] = '\0';
        strcpy(shown, line);
        input_unescape(line);
        check(shown, line, expected);
        count++;
    }
    OK(count > 0, "%s has cases", path);
    fclose(cases);
}

#endif
