/*
 * main.c - minutes2pgsql: options, plan, run.
 */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "message.h"
#include "options.h"

static int run(const Options *options)
{
    switch (options->command) {
    case COMMAND_INIT:
        return command_init(options);
    case COMMAND_LOAD:
        return command_load(options);
    case COMMAND_PARSE:
        return command_parse(options);
    case COMMAND_STATUS:
        return command_status(options);
    case COMMAND_RESTRICT:
    case COMMAND_LIFT:
    case COMMAND_LIFT_DUE:
        return command_restrict(options);
    case COMMAND_REDERIVE:
        return command_rederive(options);
    }
    return EXIT_USAGE;
}

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
    status = run(&options);
    /* Output that did not arrive is no success, whoever printed it; parse has said so itself. */
    if ((fflush(stdout) != 0 || ferror(stdout)) && status == EXIT_DONE) {
        message_error("standard output cannot be written: %s", strerror(errno));
        status = EXIT_USAGE;
    }
    return status;
}
