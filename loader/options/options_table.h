/*
 * options_table.h - every command and every option of minutes2pgsql, a row each: what there is, which commands take it,
 * what help says. Adding one adds a row here, its value in options_take.c and its words in the manual.
 */
#ifndef MINUTES_OPTIONS_TABLE_H
#define MINUTES_OPTIONS_TABLE_H

#include "options.h"

/* Kinds of commands. */
#define DECIDING (COMMAND_RESTRICT | COMMAND_LIFT)
#define CONNECTED                                                                                  \
    (COMMAND_INIT | LOADING | COMMAND_STATUS | DECIDING | COMMAND_LIFT_DUE | COMMAND_REDERIVE |    \
     COMMAND_REPORT)
#define LOADING (COMMAND_LOAD | COMMAND_SYNC)
#define READING (COMMAND_LOAD | COMMAND_PARSE)
#define EVERY (CONNECTED | COMMAND_PARSE)

/* Long options without a letter, above all letters. */
enum LongOption {
    OPT_HELP = 256,
    OPT_FORMAT,
    OPT_ENCODING,
    OPT_BODY,
    OPT_AUTHORITY,
    OPT_NATION,
    OPT_PROGRESS,
    OPT_SUMMARY,
    OPT_REPARSE,
    OPT_EXPLAIN,
    OPT_ROLE_PREFIX,
    OPT_EXTENSION_SCHEMA,
    OPT_ON_ERROR,
    OPT_MAX_ERRORS,
    OPT_REJECT_DIR,
    OPT_DRY_RUN,
    OPT_REASON,
    OPT_GROUNDS,
    OPT_ON,
    OPT_LOG_LEVEL,
    OPT_LOG_FORMAT,
    OPT_BATCH,
    OPT_PDF_SECONDS,
    OPT_OPEN,
    OPT_RETRIES,
    OPT_CHECK,
    OPT_MAX_AGE,
    OPT_MODERNGOV,
    OPT_COMMITTEE,
    OPT_SINCE,
    OPT_CACHE_DIR,
    OPT_PAUSE,
    OPT_TIMEOUT
};

typedef struct OptionRow {
    int value; /* a letter, or one of the above */
    const char *name;
    const char *argument; /* as help names it; NULL for none */
    unsigned commands;
    const char *help;
} OptionRow;

/* What stands on the command line beside options. */
typedef enum Arguments {
    ARGUMENTS_NONE,
    ARGUMENTS_PATHS, /* at least one file or directory */
    ARGUMENTS_ITEM,  /* one agenda item */
    ARGUMENTS_OUTPUT /* nothing, but --output says where to write */
} Arguments;

typedef struct CommandRow {
    Command command;
    Arguments takes;
    int (*run)(const Options *options);
    const char *name;
    const char *synopsis;
    const char *what;
    const char *example;
} CommandRow;

#define OPTIONS_MOST 96 /* there are never more options than these */

extern const OptionRow option_rows[];
extern const size_t option_count;
extern const CommandRow command_rows[];
extern const size_t command_count;

/* The row of an option by its letter or LongOption; NULL where there is none. */
const OptionRow *option_row(int value);

/* The row of a command by its word; NULL where there is none. */
const CommandRow *command_row(const char *name);

/* Writes the commands' words as "init, load or parse" with `last` as the last separator; cut to `size`. */
void command_list(char *list, size_t size, const char *last);

/* Prints what --help says: of the program, or of one command. */
void help_for_program(void);
void help_for_command(const CommandRow *command);

/* The words that an option takes, NULL-terminated; NULL where it takes others than a few. */
const char *const *option_words(int option);

/* Takes one option's value over; false where it is wrong, which was reported. */
bool option_take(Options *options, int option, const char *argument);

#endif
