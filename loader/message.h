/*
 * message.h - what the program tells people, on stderr: one sentence a line, "minutes2pgsql: " before it.
 */
#ifndef MINUTES_MESSAGE_H
#define MINUTES_MESSAGE_H

/* How much is said; a message is shown where its level is not above the one asked for. */
typedef enum LogLevel { LOG_ERRORS, LOG_WARNINGS, LOG_INFO, LOG_DEBUG } LogLevel;

/* Shows an error, whatever level was asked for. */
void message_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Shows a message of `level` where `asked` (Options.log_level) includes it. */
void message(LogLevel asked, LogLevel level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
