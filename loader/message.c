/*
 * message.c - see message.h.
 */
#include "message.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text.h"

/* The longest message, before and after it is escaped. */
#define LINE_MAX_BYTES 4096

/* The longest escape, \uNNNN, and the end of the string. */
#define ESCAPE_ROOM 8

/* Set once, before the first message. */
static LogFormat chosen_format;

void message_format(LogFormat format)
{
    chosen_format = format;
}

/* Whether stderr is the stream that the service manager connected to the journal. */
static bool is_journal(void)
{
    const char *stream = getenv("JOURNAL_STREAM");
    unsigned long long device;
    unsigned long long inode;
    struct stat status;

    if (chosen_format != LOG_FORMAT_AUTO) {
        return chosen_format == LOG_FORMAT_JOURNAL;
    }
    return stream != NULL && sscanf(stream, "%llu:%llu", &device, &inode) == 2 &&
           fstat(STDERR_FILENO, &status) == 0 && status.st_dev == device && status.st_ino == inode;
}

/* Characters that would do something to a terminal, break the line or turn its direction. */
static bool is_unsafe(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

void message_escape(char *out, size_t size, const char *text)
{
    MnText all = {text, strlen(text)};
    size_t len = 0;

    for (size_t at = 0; at < all.len && len + ESCAPE_ROOM < size;) {
        size_t from = at;
        uint32_t c = mn_next(all, &at);

        if (c == '\n' || c == '\t') {
            len += (size_t) snprintf(out + len, size - len, c == '\n' ? "\\n" : "\\t");
        } else if (c < 0x80 && is_unsafe(c)) {
            len += (size_t) snprintf(out + len, size - len, "\\x%02X", (unsigned) c);
        } else if (is_unsafe(c)) {
            len += (size_t) snprintf(out + len, size - len, "\\u%04X", (unsigned) c);
        } else if (c == 0xFFFD && at - from == 1) {
            len += (size_t) snprintf(out + len, size - len, "\\x%02X",
                                     (unsigned) (unsigned char) text[from]);
        } else {
            memcpy(out + len, text + from, at - from);
            len += at - from;
        }
    }
    out[len] = '\0';
}

/* One write a line, so that several processes' lines do not run into each other. */
static void put_line(LogLevel level, const char *format, va_list args)
{
    static const char priorities[] = {'3', '4', '6', '7'};
    char said[LINE_MAX_BYTES];
    char line[LINE_MAX_BYTES + 32];
    size_t len;

    vsnprintf(said, sizeof(said), format, args);
    if (is_journal()) {
        len = (size_t) snprintf(line, sizeof(line), "<%c>", priorities[level]);
    } else {
        len = (size_t) snprintf(line, sizeof(line), "minutes2pgsql: ");
    }
    message_escape(line + len, LINE_MAX_BYTES - len, said);
    len += strlen(line + len);
    line[len++] = '\n';
    fflush(stdout);
    fwrite(line, 1, len, stderr);
}

void message_error(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    put_line(LOG_ERRORS, format, args);
    va_end(args);
}

void message(LogLevel asked, LogLevel level, const char *format, ...)
{
    va_list args;

    if (level > asked) {
        return;
    }
    va_start(args, format);
    put_line(level, format, args);
    va_end(args);
}
