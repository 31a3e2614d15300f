/*
 * options_table.c - see options_table.h.
 */
#include "options_table.h"

#include <stdio.h>
#include <string.h>

const OptionRow option_rows[] = {
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
    {OPT_BODY, "body", "NAME", COMMAND_REPORT, "only this body (default: all)"},
    {'o', "output", "DIR", COMMAND_REPORT,
     "the folder to write; an earlier report there is replaced"},
    {OPT_AUTHORITY, "authority", "NAME", READING | COMMAND_SYNC, "whose documents these are"},
    {OPT_NATION, "nation", "NATION", READING | COMMAND_SYNC,
     "england (default), wales, scotland, northern-ireland"},
    {OPT_PDF_SECONDS, "pdf-seconds", "N", READING,
     "how long pdftotext may take over a document (default: 60)"},
    {OPT_EXPLAIN, "explain", NULL, COMMAND_PARSE, "also show where each block of text went"},
    {OPT_REPARSE, "reparse", NULL, LOADING, "read unchanged documents again, too"},
    {OPT_DRY_RUN, "dry-run", NULL, LOADING | COMMAND_REDERIVE,
     "say what would be loaded or be different and write nothing"},
    {OPT_OPEN, "open", NULL, COMMAND_REDERIVE,
     "open items that only their own words restricted and do not any more"},
    {'j', "jobs", "N", COMMAND_LOAD, "read with N processes"},
    {OPT_BATCH, "batch", "N", COMMAND_LOAD, "documents a transaction, at most (default: 256)"},
    {OPT_ON_ERROR, "on-error", "skip|stop", READING | COMMAND_SYNC,
     "go on after a document that cannot be read (default), or stop"},
    {OPT_MAX_ERRORS, "max-errors", "N", READING | COMMAND_SYNC, "stop after N such documents"},
    {OPT_REJECT_DIR, "reject-dir", "DIR", LOADING, "copy such documents there"},
    {OPT_RETRIES, "retries", "N", LOADING,
     "try a batch again N times after a transient error (default: 3)"},
    {OPT_PROGRESS, "progress", "auto|on|off", LOADING,
     "progress on stderr; auto: only on a terminal"},
    {OPT_SUMMARY, "summary", "text|json", LOADING | COMMAND_STATUS | COMMAND_REDERIVE,
     "how the summary is printed"},
    {OPT_CHECK, "check", NULL, COMMAND_STATUS,
     "one line for monitoring; exit status 0 right, 1 rejects, 2 failed or too old, 3 unknown"},
    {OPT_MAX_AGE, "max-age", "HOURS", COMMAND_STATUS,
     "how long ago the last run may have begun (default with --check: 26)"},
    {OPT_MODERNGOV, "moderngov", "URL", COMMAND_SYNC, "the address of a council's ModernGov site"},
    {OPT_COMMITTEE, "committee", "ID|NAME", COMMAND_SYNC,
     "only this committee; may be given several times (default: all)"},
    {OPT_SINCE, "since", "DATE", COMMAND_SYNC,
     "meetings from that day on (YYYY-MM-DD; default: 400 days back)"},
    {OPT_CACHE_DIR, "cache-dir", "DIR", COMMAND_SYNC,
     "where answers are kept (default: minutes2pgsql in the user's cache directory)"},
    {OPT_PAUSE, "pause", "SECONDS", COMMAND_SYNC, "between two requests (default: 1)"},
    {OPT_TIMEOUT, "timeout", "SECONDS", COMMAND_SYNC, "how long a request may take (default: 60)"},
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
    {OPT_LOG_FORMAT, "log-format", "auto|text|journal", EVERY,
     "messages with or without journald's priorities"},
    {OPT_HELP, "help", NULL, EVERY, "this help"},
    {'V', "version", NULL, EVERY, "the version"},
};

_Static_assert(sizeof(option_rows) / sizeof(option_rows[0]) <= OPTIONS_MOST,
               "more options than OPTIONS_MOST");

const size_t option_count = sizeof(option_rows) / sizeof(option_rows[0]);

const CommandRow command_rows[] = {
    {COMMAND_INIT, ARGUMENTS_NONE, command_init, "init", "[connection]",
     "Creates the extension, tables, views and roles; safe to repeat; brings an older store up to "
     "date.",
     "minutes2pgsql init -d council"},
    {COMMAND_LOAD, ARGUMENTS_PATHS, command_load, "load", "[connection] [options] PATH...",
     "Loads files and directories of minutes; - is standard input.",
     "minutes2pgsql load -d council --authority 'Anyshire Council' minutes/"},
    {COMMAND_SYNC, ARGUMENTS_NONE, command_sync, "sync", "[connection] --moderngov=URL [options]",
     "Fetches what a council's ModernGov site lists, and loads what is new or changed.",
     "minutes2pgsql sync -d council --moderngov https://democracy.anyshire.gov.uk "
     "--committee 'Safety Board'"},
    {COMMAND_PARSE, ARGUMENTS_PATHS, command_parse, "parse", "[options] PATH...",
     "Prints what was understood, one JSON object a file; needs no database.",
     "minutes2pgsql parse minutes/2026-03-18.txt"},
    {COMMAND_STATUS, ARGUMENTS_NONE, command_status, "status", "[connection] [options]",
     "Shows what is loaded, the last runs and open problems.", "minutes2pgsql status -d council"},
    {COMMAND_RESTRICT, ARGUMENTS_ITEM, command_restrict, "restrict",
     "[connection] ITEM --reason=TEXT",
     "Restricts an item, whatever its minutes say; ITEM is an item_id, BODY/DATE/CODE or a CODE.",
     "minutes2pgsql restrict -d council 'Safety Board/2025-06-04/SB/4/25' --grounds=victim "
     "--reason='names a victim'"},
    {COMMAND_LIFT, ARGUMENTS_ITEM, command_restrict, "lift", "[connection] ITEM --reason=TEXT",
     "Lifts an item's restriction, now or on a later day; ITEM as for restrict.",
     "minutes2pgsql lift -d council SB/4/25 --on=2026-04-01 --reason='published by then'"},
    {COMMAND_LIFT_DUE, ARGUMENTS_NONE, command_restrict, "lift-due", "[connection]",
     "Carries out the lifts whose day has come, as every load does.",
     "minutes2pgsql lift-due -d council"},
    {COMMAND_REDERIVE, ARGUMENTS_NONE, command_rederive, "rederive", "[connection] [options]",
     "Derives percentages, decisions, approvals and restrictions again from stored text, after an "
     "upgrade.",
     "minutes2pgsql rederive -d council --verbose"},
    {COMMAND_REPORT, ARGUMENTS_OUTPUT, command_report, "report",
     "[connection] -o DIR [--body=NAME]",
     "Writes a static site of what minutes_reader may see: a page a body, with charts.",
     "minutes2pgsql report -d council -o report/"},
};

const size_t command_count = sizeof(command_rows) / sizeof(command_rows[0]);

const char *command_name(Command command)
{
    for (size_t i = 0; i < command_count; i++) {
        if (command_rows[i].command == command) {
            return command_rows[i].name;
        }
    }
    return "?";
}

int command_run(const Options *options)
{
    for (size_t i = 0; i < command_count; i++) {
        if (command_rows[i].command == options->command) {
            return command_rows[i].run(options);
        }
    }
    return EXIT_USAGE;
}

const OptionRow *option_row(int value)
{
    for (size_t i = 0; i < option_count; i++) {
        if (option_rows[i].value == value) {
            return &option_rows[i];
        }
    }
    return NULL;
}

const CommandRow *command_row(const char *name)
{
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(command_rows[i].name, name) == 0) {
            return &command_rows[i];
        }
    }
    return NULL;
}

void command_list(char *list, size_t size, const char *last)
{
    size_t len = 0;

    *list = '\0';
    for (size_t i = 0; i < command_count && len < size; i++) {
        const char *before = i == 0 ? "" : i + 1 < command_count ? ", " : last;

        len += (size_t) snprintf(list + len, size - len, "%s%s", before, command_rows[i].name);
    }
}
