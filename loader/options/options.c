/*
 * options.c - reads the command line by the tables of options_table.c.
 */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "options_table.h"

/* What getopt_long did not take: says which word it was. */
static void report_unknown(const CommandRow *command, char **argv, bool missing_argument)
{
    const OptionRow *option = optopt == 0 ? NULL : option_row(optopt);
    const char *word = argv[optind - 1];

    if (missing_argument && option != NULL) {
        message_error("option --%s of %s needs a value (%s)", option->name, command->name,
                      option->argument);
    } else if (option != NULL && strncmp(word, "--", 2) == 0) {
        message_error("option --%s of %s takes no value", option->name, command->name);
    } else if (optopt != 0) {
        message_error("unknown option -%c; minutes2pgsql %s --help lists those of %s", optopt,
                      command->name, command->name);
    } else {
        message_error("unknown option %s; minutes2pgsql %s --help lists those of %s", word,
                      command->name, command->name);
    }
}

/* Whether what stands beside the options is what the command takes; told where not. */
static bool arguments_fit(const CommandRow *command, const Options *options)
{
    switch (command->takes) {
    case ARGUMENTS_PATHS:
        if (options->path_count == 0) {
            message_error("%s needs at least one file or directory (- for standard input)",
                          command->name);
            return false;
        }
        return true;
    case ARGUMENTS_ITEM:
        if (options->path_count != 1) {
            message_error("%s takes one item: its item_id, BODY/DATE/CODE or its code",
                          command->name);
            return false;
        }
        if (options->reason == NULL) {
            message_error("%s needs a reason: --reason=TEXT", command->name);
            return false;
        }
        return true;
    case ARGUMENTS_OUTPUT:
        if (options->output == NULL) {
            message_error("%s needs a folder to write: -o DIR", command->name);
            return false;
        }
        break;
    case ARGUMENTS_NONE:
        break;
    }
    if (options->path_count > 0) {
        message_error("%s takes no path, but \"%s\" was given", command->name, options->paths[0]);
        return false;
    }
    return true;
}

static OptionsResult read_for(const CommandRow *command, int argc, char **argv, Options *options)
{
    struct option longs[OPTIONS_MOST + 1];
    char shorts[2 * OPTIONS_MOST + 2] = ":";
    size_t count = 0;
    int option;

    for (size_t i = 0; i < option_count; i++) {
        const OptionRow *o = &option_rows[i];

        if (!(o->commands & command->command)) {
            continue;
        }
        longs[count++] =
            (struct option){o->name, o->argument ? required_argument : no_argument, NULL, o->value};
        if (o->value < 256) {
            size_t len = strlen(shorts);

            snprintf(shorts + len, sizeof(shorts) - len, "%c%s", o->value, o->argument ? ":" : "");
        }
    }
    longs[count] = (struct option){0};
    opterr = 0;
    while ((option = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        if (option == OPT_HELP) {
            help_for_command(command);
            return OPTIONS_DONE;
        }
        if (option == 'V') {
            puts("minutes2pgsql (pg_minutes) " PG_MINUTES_VERSION);
            return OPTIONS_DONE;
        }
        if (option == '?' || option == ':') {
            report_unknown(command, argv, option == ':');
            return OPTIONS_WRONG;
        }
        if (!option_take(options, option, optarg)) {
            return OPTIONS_WRONG;
        }
    }
    options->paths = argv + optind;
    options->path_count = (size_t) (argc - optind);
    return arguments_fit(command, options) ? OPTIONS_RUN : OPTIONS_WRONG;
}

OptionsResult options_read(int argc, char **argv, Options *options)
{
    const CommandRow *command;
    char list[512];

    *options = (Options){.jobs = 1,
                         .batch = BATCH_MAX,
                         .max_errors = -1,
                         .retries = 3,
                         .role_prefix = "minutes",
                         .log_level = LOG_INFO,
                         .pause = 1,
                         .timeout = 60,
                         .read = {.nation = MN_ENGLAND, .pdf_seconds = 60}};
    if (argc < 2) {
        command_list(list, sizeof(list), " or ");
        message_error("a command is missing: %s; minutes2pgsql --help says what they do", list);
        return OPTIONS_WRONG;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-?") == 0 ||
        strcmp(argv[1], "help") == 0) {
        help_for_program();
        return OPTIONS_DONE;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        puts("minutes2pgsql (pg_minutes) " PG_MINUTES_VERSION);
        return OPTIONS_DONE;
    }
    command = command_row(argv[1]);
    if (command != NULL) {
        options->command = command->command;
        return read_for(command, argc - 1, argv + 1, options);
    }
    command_list(list, sizeof(list), " and ");
    message_error("unknown %s \"%s\"; the commands are %s",
                  argv[1][0] == '-' ? "option" : "command", argv[1], list);
    return OPTIONS_WRONG;
}
