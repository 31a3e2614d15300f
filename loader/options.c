/*
 * options.c - see options.h. One table says which options there are, which commands take them, and what help says.
 */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <iconv.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "restriction.h"

#define DECIDING (COMMAND_RESTRICT | COMMAND_LIFT)
#define CONNECTED                                                                                  \
    (COMMAND_INIT | COMMAND_LOAD | COMMAND_STATUS | DECIDING | COMMAND_LIFT_DUE | COMMAND_REDERIVE)
#define READING (COMMAND_LOAD | COMMAND_PARSE)
#define EVERY (CONNECTED | COMMAND_PARSE)

/* Long options without a letter, above all letters. */
enum {
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
    OPT_OPEN
};

typedef struct OptionHelp {
    int value; /* a letter, or one of the above */
    const char *name;
    const char *argument; /* as help names it; NULL for none */
    unsigned commands;
    const char *help;
} OptionHelp;

static const OptionHelp table[] = {
    {'d', "dbname", "NAME", CONNECTED, "database, connection string or URI"},
    {'h', "host", "HOST", CONNECTED, "the server's host or socket directory"},
    {'p', "port", "PORT", CONNECTED, "the server's port"},
    {'U', "username", "NAME", CONNECTED, "the user to connect as"},
    {'w', "no-password", NULL, CONNECTED, "never ask for a password"},
    {'W', "password", NULL, CONNECTED, "ask for a password first"},
    {OPT_FORMAT, "format", "FORMAT", READING,
     "auto (default), text, markdown, html, moderngov, modgov-xml, docx, pdf"},
    {OPT_ENCODING, "encoding", "NAME", READING, "the documents' encoding, such as windows-1252"},
    {OPT_BODY, "body", "NAME", READING, "the body that met, where a document names none"},
    {OPT_AUTHORITY, "authority", "NAME", READING, "whose documents these are"},
    {OPT_NATION, "nation", "NATION", READING,
     "england (default), wales, scotland, northern-ireland"},
    {OPT_EXPLAIN, "explain", NULL, COMMAND_PARSE, "also show where each block of text went"},
    {OPT_REPARSE, "reparse", NULL, COMMAND_LOAD, "read unchanged documents again, too"},
    {OPT_DRY_RUN, "dry-run", NULL, COMMAND_LOAD | COMMAND_REDERIVE,
     "say what would be loaded or be different and write nothing"},
    {OPT_OPEN, "open", NULL, COMMAND_REDERIVE,
     "open items that only their own words restricted and do not any more"},
    {'j', "jobs", "N", COMMAND_LOAD, "read with N processes"},
    {OPT_ON_ERROR, "on-error", "skip|stop", READING,
     "go on after a document that cannot be read (default), or stop"},
    {OPT_MAX_ERRORS, "max-errors", "N", READING, "stop after N such documents"},
    {OPT_REJECT_DIR, "reject-dir", "DIR", COMMAND_LOAD, "copy such documents there"},
    {OPT_PROGRESS, "progress", "auto|on|off", COMMAND_LOAD,
     "progress on stderr; auto: only on a terminal"},
    {OPT_SUMMARY, "summary", "text|json", COMMAND_LOAD | COMMAND_STATUS | COMMAND_REDERIVE,
     "how the summary is printed"},
    {OPT_REASON, "reason", "TEXT", DECIDING, "why; cleared readers see it"},
    {OPT_GROUNDS, "grounds", "LIST", COMMAND_RESTRICT,
     "on what grounds, commas between them: victim,intelligence"},
    {OPT_ON, "on", "DATE", COMMAND_LIFT, "from that day on (YYYY-MM-DD; default: at once)"},
    {OPT_ROLE_PREFIX, "role-prefix", "PREFIX", CONNECTED, "the roles' prefix (default: minutes)"},
    {OPT_EXTENSION_SCHEMA, "extension-schema", "SCHEMA", COMMAND_INIT,
     "where the extension goes (default: public)"},
    {'q', "quiet", NULL, EVERY, "only errors"},
    {'v', "verbose", NULL, EVERY, "say more"},
    {OPT_LOG_LEVEL, "log-level", "LEVEL", EVERY, "error, warning, info (default), debug"},
    {OPT_HELP, "help", NULL, EVERY, "this help"},
    {'V', "version", NULL, EVERY, "the version"},
};

#define OPTION_COUNT (sizeof(table) / sizeof(table[0]))

typedef struct CommandHelp {
    Command command;
    const char *name;
    const char *synopsis;
    const char *what;
    const char *example;
} CommandHelp;

static const CommandHelp commands[] = {
    {COMMAND_INIT, "init", "[connection]",
     "Creates the extension, tables, views and roles; safe to repeat; brings an older store up to "
     "date.",
     "minutes2pgsql init -d council"},
    {COMMAND_LOAD, "load", "[connection] [options] PATH...",
     "Loads files and directories of minutes; - is standard input.",
     "minutes2pgsql load -d council --authority 'Anyshire Council' minutes/"},
    {COMMAND_PARSE, "parse", "[options] PATH...",
     "Prints what was understood, one JSON object a file; needs no database.",
     "minutes2pgsql parse minutes/2026-03-18.txt"},
    {COMMAND_STATUS, "status", "[connection]",
     "Shows what is loaded, the last runs and open problems.", "minutes2pgsql status -d council"},
    {COMMAND_RESTRICT, "restrict", "[connection] ITEM --reason=TEXT",
     "Restricts an item, whatever its minutes say; ITEM is an item_id, BODY/DATE/CODE or a CODE.",
     "minutes2pgsql restrict -d council 'Safety Board/2025-06-04/SB/4/25' --grounds=victim "
     "--reason='names a victim'"},
    {COMMAND_LIFT, "lift", "[connection] ITEM --reason=TEXT",
     "Lifts an item's restriction, now or on a later day; ITEM as for restrict.",
     "minutes2pgsql lift -d council SB/4/25 --on=2026-04-01 --reason='published by then'"},
    {COMMAND_LIFT_DUE, "lift-due", "[connection]",
     "Carries out the lifts whose day has come, as every load does.",
     "minutes2pgsql lift-due -d council"},
    {COMMAND_REDERIVE, "rederive", "[connection] [options]",
     "Derives percentages, decisions and restrictions again from stored text, after an upgrade.",
     "minutes2pgsql rederive -d council --verbose"},
};

#define COMMAND_COUNT (sizeof(commands) / sizeof(commands[0]))

const char *command_name(Command command)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (commands[i].command == command) {
            return commands[i].name;
        }
    }
    return "?";
}

static void help(void)
{
    puts("minutes2pgsql loads published minutes of UK councils into PostgreSQL.\n\nUsage:");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        printf("  minutes2pgsql %-8s %s\n      %s\n", commands[i].name, commands[i].synopsis,
               commands[i].what);
    }
    puts("\nminutes2pgsql COMMAND --help lists a command's options. Example:\n"
         "  minutes2pgsql init -d council && minutes2pgsql load -d council minutes/\n\n"
         "Exit status: 0 done, 1 usage, 2 no connection, 3 no such document, 4 refused by the "
         "server,\n5 some documents rejected, 130 interrupted.");
}

static void help_for(const CommandHelp *command)
{
    printf("Usage: minutes2pgsql %s %s\n\n%s\n\nOptions:\n", command->name, command->synopsis,
           command->what);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const OptionHelp *o = &table[i];
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

/* A whole number of at least `least`; false and a message where the text is none. */
static bool whole_number(const char *option, const char *text, long least, int64_t *number)
{
    char *end;
    long value;

    errno = 0;
    value = strtol(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || value < least || value > INT_MAX) {
        message_error("--%s takes a whole number of at least %ld, not \"%s\"", option, least, text);
        return false;
    }
    *number = value;
    return true;
}

/* Which of the words (NULL-terminated) the text is; -1 and a message where it is none. */
static int one_of(const char *option, const char *text, const char *const *words)
{
    char list[256] = "";

    for (int i = 0; words[i] != NULL; i++) {
        if (strcmp(words[i], text) == 0) {
            return i;
        }
        snprintf(list + strlen(list), sizeof(list) - strlen(list), "%s%s", i == 0 ? "" : ", ",
                 words[i]);
    }
    message_error("--%s takes one of %s, not \"%s\"", option, list, text);
    return -1;
}

static bool known_encoding(const char *name)
{
    iconv_t converter = iconv_open("UTF-8", name);

    if (converter == (iconv_t) -1) {
        message_error("--encoding: \"%s\" is no encoding known here; iconv -l lists them", name);
        return false;
    }
    iconv_close(converter);
    return true;
}

static bool not_empty(const char *option, const char *text)
{
    if (*text == '\0') {
        message_error("--%s needs a value", option);
        return false;
    }
    return true;
}

/* Whether it is a day as YYYY-MM-DD; told where not. */
static bool is_day(const char *option, const char *text)
{
    int year;
    int month;
    int day;
    int end = 0;

    if (strlen(text) == 10 && strspn(text, "0123456789-") == 10 &&
        sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10 &&
        mn_date_is_valid((MnDate){year, month, day})) {
        return true;
    }
    message_error("--%s takes a day as YYYY-MM-DD, not \"%s\"", option, text);
    return false;
}

static bool are_grounds(const char *text)
{
    char set[512];
    MnText given = {set, (size_t) snprintf(set, sizeof(set), "{%s}", text)};
    MnRestriction grounds;
    MnProblem problem;

    if (given.len < sizeof(set) && mn_restriction_parse(given, &grounds, &problem) == MN_OK &&
        grounds != 0) {
        return true;
    }
    message_error("--grounds takes grounds with commas between them (individual, financial, "
                  "legal_privilege, crime_prevention, victim, ...; docs/restricted-items.md has "
                  "them all), not \"%s\"",
                  text);
    return false;
}

/* Takes one option's value over; false where it is wrong, which was reported. */
static bool take(Options *options, int option, const char *argument)
{
    static const char *const formats[] = {"auto",       "text", "markdown", "html", "moderngov",
                                          "modgov-xml", "docx", "pdf",      NULL};
    /* in the order of MnNation */
    static const char *const nations[] = {"england", "wales", "scotland", "northern-ireland", NULL};
    static const char *const progress[] = {"auto", "on", "off", NULL};
    static const char *const summary[] = {"text", "json", NULL};
    static const char *const on_error[] = {"skip", "stop", NULL};
    static const char *const levels[] = {"error", "warning", "info", "debug", NULL};
    int64_t number;
    int word;

    switch (option) {
    case 'd':
        options->dbname = argument;
        return true;
    case 'h':
        options->host = argument;
        return true;
    case 'p':
        options->port = argument;
        return true;
    case 'U':
        options->user = argument;
        return true;
    case 'w':
        options->password = PASSWORD_NEVER;
        return true;
    case 'W':
        options->password = PASSWORD_ALWAYS;
        return true;
    case 'q':
        options->log_level = LOG_ERRORS;
        return true;
    case 'v':
        options->log_level = LOG_DEBUG;
        return true;
    case 'j':
        if (!whole_number("jobs", argument, 1, &number)) {
            return false;
        }
        options->jobs = (int) number;
        return true;
    case OPT_FORMAT:
        options->read.format = argument;
        return one_of("format", argument, formats) >= 0;
    case OPT_ENCODING:
        options->read.encoding = argument;
        return not_empty("encoding", argument) && known_encoding(argument);
    case OPT_BODY:
        options->read.body = argument;
        return not_empty("body", argument);
    case OPT_AUTHORITY:
        options->read.authority = argument;
        return not_empty("authority", argument);
    case OPT_NATION:
        options->nation_given = true;
        word = one_of("nation", argument, nations);
        options->read.nation = (MnNation) word;
        return word >= 0;
    case OPT_REPARSE:
        options->reparse = true;
        return true;
    case OPT_EXPLAIN:
        options->explain = true;
        return true;
    case OPT_OPEN:
        options->open = true;
        return true;
    case OPT_DRY_RUN:
        options->dry_run = true;
        return true;
    case OPT_MAX_ERRORS:
        return whole_number("max-errors", argument, 1, &options->max_errors);
    case OPT_REJECT_DIR:
        options->reject_dir = argument;
        return not_empty("reject-dir", argument);
    case OPT_ROLE_PREFIX:
        options->role_prefix = argument;
        return not_empty("role-prefix", argument);
    case OPT_EXTENSION_SCHEMA:
        options->extension_schema = argument;
        return not_empty("extension-schema", argument);
    case OPT_REASON:
        options->reason = argument;
        return not_empty("reason", argument + strspn(argument, " \t\n"));
    case OPT_GROUNDS:
        options->grounds = argument;
        return are_grounds(argument);
    case OPT_ON:
        options->on_date = argument;
        return is_day("on", argument);
    case OPT_PROGRESS:
        word = one_of("progress", argument, progress);
        options->progress = (Progress) word;
        return word >= 0;
    case OPT_SUMMARY:
        word = one_of("summary", argument, summary);
        options->summary = (SummaryFormat) word;
        return word >= 0;
    case OPT_ON_ERROR:
        word = one_of("on-error", argument, on_error);
        options->on_error = (OnError) word;
        return word >= 0;
    case OPT_LOG_LEVEL:
        word = one_of("log-level", argument, levels);
        options->log_level = (LogLevel) word;
        return word >= 0;
    default:
        return false;
    }
}

static const OptionHelp *find_option(int value)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (table[i].value == value) {
            return &table[i];
        }
    }
    return NULL;
}

/* What getopt_long did not take: says which word it was. */
static void report_unknown(const CommandHelp *command, char **argv, bool missing_argument)
{
    const OptionHelp *option = optopt == 0 ? NULL : find_option(optopt);
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

static OptionsResult read_for(const CommandHelp *command, int argc, char **argv, Options *options)
{
    struct option longs[OPTION_COUNT + 1];
    char shorts[2 * OPTION_COUNT + 2] = ":";
    size_t count = 0;
    int option;

    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const OptionHelp *o = &table[i];

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
            help_for(command);
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
        if (!take(options, option, optarg)) {
            return OPTIONS_WRONG;
        }
    }
    options->paths = argv + optind;
    options->path_count = (size_t) (argc - optind);
    if (command->command & READING) {
        if (options->path_count == 0) {
            message_error("%s needs at least one file or directory (- for standard input)",
                          command->name);
            return OPTIONS_WRONG;
        }
    } else if (command->command & DECIDING) {
        if (options->path_count != 1) {
            message_error("%s takes one item: its item_id, BODY/DATE/CODE or its code",
                          command->name);
            return OPTIONS_WRONG;
        }
        if (options->reason == NULL) {
            message_error("%s needs a reason: --reason=TEXT", command->name);
            return OPTIONS_WRONG;
        }
    } else if (options->path_count > 0) {
        message_error("%s takes no path, but \"%s\" was given", command->name, options->paths[0]);
        return OPTIONS_WRONG;
    }
    return OPTIONS_RUN;
}

OptionsResult options_read(int argc, char **argv, Options *options)
{
    *options = (Options){.jobs = 1,
                         .max_errors = -1,
                         .role_prefix = "minutes",
                         .log_level = LOG_INFO,
                         .read = {.nation = MN_ENGLAND}};
    if (argc < 2) {
        message_error("a command is missing: init, load, parse, status, restrict, lift, "
                      "lift-due or rederive; minutes2pgsql --help says what they do");
        return OPTIONS_WRONG;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-?") == 0 ||
        strcmp(argv[1], "help") == 0) {
        help();
        return OPTIONS_DONE;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        puts("minutes2pgsql (pg_minutes) " PG_MINUTES_VERSION);
        return OPTIONS_DONE;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(argv[1], commands[i].name) == 0) {
            options->command = commands[i].command;
            return read_for(&commands[i], argc - 1, argv + 1, options);
        }
    }
    message_error("unknown %s \"%s\"; the commands are init, load, parse, status, restrict, lift, "
                  "lift-due and rederive",
                  argv[1][0] == '-' ? "option" : "command", argv[1]);
    return OPTIONS_WRONG;
}
