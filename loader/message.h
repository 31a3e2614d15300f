/*
 * message.h - what the program tells people, on stderr: one sentence a line. A terminal or a file gets "minutes2pgsql: " before it, the system's
 * journal the priority as "<3>" (error), "<4>" (warning), "<6>" (info) or "<7>" (debug), as sd-daemon(3) has it.
 */
#ifndef MINUTES_MESSAGE_H
#define MINUTES_MESSAGE_H

#include <stddef.h>

/* How much is said; a message is shown where its level is not above the one asked for. */
typedef enum LogLevel { LOG_ERRORS, LOG_WARNINGS, LOG_INFO, LOG_DEBUG } LogLevel;

typedef enum LogFormat {
    LOG_FORMAT_AUTO, /* journal where stderr is connected to it ($JOURNAL_STREAM), else text */
    LOG_FORMAT_TEXT,
    LOG_FORMAT_JOURNAL
} LogFormat;

/* How messages look from here on; to be called once, before there are further processes. */
void message_format(LogFormat format);

/* Shows an error, whatever level was asked for. */
void message_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Shows a message of `level` where `asked` (Options.log_level) includes it. */
void message(LogLevel asked, LogLevel level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * Puts text into out (size bytes, NUL-terminated, clipped between characters) such that it is one line that does nothing to a terminal or a log: control
 * characters, marks that change the direction of writing, and bytes that are no UTF-8 appear as \n, \t, \xNN or \uNNNN. Messages are
 * escaped by themselves; this is for what goes elsewhere.
 */
void message_escape(char *out, size_t size, const char *text);

#endif
