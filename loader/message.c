/*
 * message.c - see message.h.
 */
#include "message.h"

#include <stdarg.h>
#include <stdio.h>

/* Control characters of a file name or a server's answer must not reach the terminal as such. */
static void put_line(const char *format, va_list args)
{
    char line[4096];

    vsnprintf(line, sizeof(line), format, args);
    for (char *c = line; *c != '\0'; c++) {
        if ((unsigned char) *c < ' ' && *c != '\n' && *c != '\t') {
            *c = '?';
        }
    }
    fflush(stdout);
    fprintf(stderr, "minutes2pgsql: %s\n", line);
}

void message_error(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    put_line(format, args);
    va_end(args);
}

void message(LogLevel asked, LogLevel level, const char *format, ...)
{
    va_list args;

    if (level > asked) {
        return;
    }
    va_start(args, format);
    put_line(format, args);
    va_end(args);
}
