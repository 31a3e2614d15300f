/*
 * exit_codes.h - what the program's exit status means to a script.
 */
#ifndef MINUTES_EXIT_CODES_H
#define MINUTES_EXIT_CODES_H

typedef enum ExitCode {
    EXIT_DONE = 0,          /* everything read and loaded, or unchanged */
    EXIT_USAGE = 1,         /* the command line is wrong */
    EXIT_NO_CONNECTION = 2, /* the server cannot be reached or refuses the login */
    EXIT_NO_DOCUMENT = 3,   /* a named path cannot be opened, or no document was found under it */
    EXIT_REFUSED = 4,       /* the server refused: nothing of the failing batch is loaded */
    EXIT_REJECTED = 5,      /* finished, but some documents were rejected */
    EXIT_INTERRUPTED = 130  /* SIGINT: what was committed stays, the rest is not there */
} ExitCode;

/* status --check has a monitoring plugin's: VerdictLevel. */

#endif
