/*
 * options_help.c - what --help prints, from the tables of commands and options.
 */
#include "options_table.h"

#include <stdio.h>

void help_for_program(void)
{
    puts("minutes2pgsql loads published minutes of UK councils into PostgreSQL.\n\nUsage:");
    for (size_t i = 0; i < command_count; i++) {
        printf("  minutes2pgsql %-8s %s\n      %s\n", command_rows[i].name,
               command_rows[i].synopsis, command_rows[i].what);
    }
    puts("\nminutes2pgsql COMMAND --help lists a command's options. Example:\n"
         "  minutes2pgsql init -d council && minutes2pgsql load -d council minutes/\n\n"
         "Exit status: 0 done, 1 usage, 2 no connection, 3 no such document, 4 refused by the "
         "server,\n5 some documents rejected, 130 interrupted.");
}

void help_for_command(const CommandRow *command)
{
    printf("Usage: minutes2pgsql %s %s\n\n%s\n\nOptions:\n", command->name, command->synopsis,
           command->what);
    for (size_t i = 0; i < option_count; i++) {
        const OptionRow *o = &option_rows[i];
        char left[64];

        if (!(o->commands & command->command)) {
            continue;
        }
        snprintf(left, sizeof(left), "%s%c%s--%s%s%s", o->value < 256 ? "-" : " ",
                 o->value < 256 ? o->value : ' ', o->value < 256 ? ", " : "  ", o->name,
                 o->argument == NULL ? "" : "=", o->argument == NULL ? "" : o->argument);
        printf("  %-32s %s\n", left, o->help);
    }
    printf("\nExample:\n  %s\n", command->example);
    if (command->command & CONNECTED) {
        puts("\nThe connection also comes from libpq's environment variables, services and "
             "~/.pgpass.");
    }
}
