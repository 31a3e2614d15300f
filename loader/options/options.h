/*
 * options.h - the command line of minutes2pgsql, read into one struct.
 */
#ifndef MINUTES_OPTIONS_H
#define MINUTES_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

#include "exit_codes.h"
#include "message.h"
#include "read.h"

typedef enum Command {
    COMMAND_INIT = 1,
    COMMAND_LOAD = 2,
    COMMAND_PARSE = 4,
    COMMAND_STATUS = 8,
    COMMAND_RESTRICT = 16,
    COMMAND_LIFT = 32,
    COMMAND_LIFT_DUE = 64,
    COMMAND_REDERIVE = 256,
    COMMAND_REPORT = 4096,
    COMMAND_SYNC = 512
} Command;

typedef enum PasswordPrompt {
    PASSWORD_IF_NEEDED, /* ask where the server wants one and none is known */
    PASSWORD_NEVER,     /* -w */
    PASSWORD_ALWAYS     /* -W */
} PasswordPrompt;

/* The most documents that a transaction takes. */
#define BATCH_MAX 256

typedef enum Progress { PROGRESS_AUTO, PROGRESS_ON, PROGRESS_OFF } Progress;

typedef enum SummaryFormat { SUMMARY_TEXT, SUMMARY_JSON } SummaryFormat;

typedef enum OnError {
    ON_ERROR_SKIP, /* set the document aside and go on */
    ON_ERROR_STOP  /* end the run at the first rejected document */
} OnError;

#define COMMITTEES_MOST 200 /* --committee may be given so often */

/* Strings point into argv or the environment; NULL means not given. */
typedef struct Options {
    Command command;

    /* connection, as psql has it */
    const char *dbname; /* -d: a name, a connection string or a URI */
    const char *host;
    const char *port;
    const char *user;
    PasswordPrompt password;

    /* what to read, and how */
    char *const *paths;
    size_t path_count;
    ReadOptions read;
    bool nation_given; /* --nation was given; read.nation is England otherwise */

    /* how to load */
    bool reparse;
    bool dry_run;
    int jobs;  /* 1 or more */
    int batch; /* documents a transaction, 1 to BATCH_MAX */
    OnError on_error;
    int64_t max_errors;     /* rejected documents after which the run ends; -1: no bound */
    int retries;            /* of a batch that a transient error stopped */
    const char *reject_dir; /* rejected documents are copied there */

    /* sync: from where, and how patiently */
    const char *moderngov; /* the site's address; it may hold a password and is never told */
    const char *committees[COMMITTEES_MOST]; /* names or numbers; none: all */
    size_t committee_count;
    const char *since;     /* YYYY-MM-DD, NULL: a rolling window */
    const char *cache_dir; /* NULL: under the user's cache directory */
    double pause;          /* seconds between two requests */
    int timeout;           /* seconds that a request may take */

    /* how to derive again */
    bool open; /* open what nothing restricts any more */

    /* init */
    const char *role_prefix;      /* "minutes" */
    const char *extension_schema; /* NULL: public */

    /* restrict and lift: the item is paths[0] */
    const char *reason;
    const char *grounds; /* NULL: none given */
    const char *on_date; /* YYYY-MM-DD, NULL: at once */

    /* status */
    bool check;            /* one line and an exit status for monitoring */
    int64_t max_age_hours; /* of the last run; 0: not given */

    /* report; read.body names one body */
    const char *output; /* the folder it is written to */

    /* what is shown */
    bool explain;
    Progress progress;
    SummaryFormat summary;
    LogLevel log_level;
} Options;

/* What to do after the command line was read. */
typedef enum OptionsResult {
    OPTIONS_RUN,  /* the command is to be run */
    OPTIONS_DONE, /* --help or --version was answered */
    OPTIONS_WRONG /* the mistake was reported on stderr in one sentence */
} OptionsResult;

/* Reads the command line. Options may stand before and after paths; "--" ends them. */
OptionsResult options_read(int argc, char **argv, Options *options);

/* The command's word on the command line. */
const char *command_name(Command command);

/* Runs options->command and returns the program's exit status (ExitCode). */
int command_run(const Options *options);

/* Each runs one command and returns the program's exit status (ExitCode). */
int command_init(const Options *options);
int command_load(const Options *options);
int command_parse(const Options *options);
int command_status(const Options *options);
int command_restrict(const Options *options); /* restrict, lift and lift-due */
int command_rederive(const Options *options);
int command_report(const Options *options);
int command_sync(const Options *options);

#endif
