/*
 * main.c - minutes2pgsql: options, plan, run.
 */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "message.h"
#include "options.h"

int main(int argc, char **argv)
{
    Options options;
    int status;

    setlocale(LC_CTYPE, "");
    switch (options_read(argc, argv, &options)) {
    case OPTIONS_DONE:
        return EXIT_DONE;
    case OPTIONS_WRONG:
        return EXIT_USAGE;
    case OPTIONS_RUN:
        break;
    }
    status = command_run(&options);
    /* Output that did not arrive is no success, whoever printed it; parse has said so itself. */
    if ((fflush(stdout) != 0 || ferror(stdout)) && status == EXIT_DONE) {
        message_error("standard output cannot be written: %s", strerror(errno));
        status = EXIT_USAGE;
    }
    return status;
}
