/*
 * options_take.c - each option's value: is it one, and where it is kept.
 */
#include "options_table.h"

#include <errno.h>
#include <iconv.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "restriction.h"

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

static bool one_more_committee(Options *options, const char *name)
{
    if (options->committee_count == COMMITTEES_MOST) {
        message_error("--committee may be given %d times; leave it out for all committees",
                      COMMITTEES_MOST);
        return false;
    }
    options->committees[options->committee_count++] = name;
    return true;
}

/* Seconds from 0 to an hour, with a fraction if need be; told where not. */
static bool seconds(const char *option, const char *text, double *value)
{
    char *end;

    *value = strtod(text, &end);
    if (end != text && *end == '\0' && *value >= 0 && *value <= 3600) {
        return true;
    }
    message_error("--%s takes seconds from 0 to 3600, not \"%s\"", option, text);
    return false;
}

const char *const *option_words(int option)
{
    static const char *const formats[] = {"auto",       "text", "markdown", "html", "moderngov",
                                          "modgov-xml", "docx", "pdf",      NULL};
    /* in the order of MnNation */
    static const char *const nations[] = {"england", "wales", "scotland", "northern-ireland", NULL};
    static const char *const progress[] = {"auto", "on", "off", NULL};
    static const char *const summary[] = {"text", "json", NULL};
    static const char *const on_error[] = {"skip", "stop", NULL};
    static const char *const log_formats[] = {"auto", "text", "journal", NULL};
    static const char *const levels[] = {"error", "warning", "info", "debug", NULL};

    switch (option) {
    case OPT_FORMAT:
        return formats;
    case OPT_NATION:
        return nations;
    case OPT_PROGRESS:
        return progress;
    case OPT_SUMMARY:
        return summary;
    case OPT_ON_ERROR:
        return on_error;
    case OPT_LOG_FORMAT:
        return log_formats;
    case OPT_LOG_LEVEL:
        return levels;
    default:
        return NULL;
    }
}

bool option_take(Options *options, int option, const char *argument)
{
    const char *const *words = option_words(option);
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
    case OPT_BATCH:
        if (!whole_number("batch", argument, 1, &number)) {
            return false;
        }
        options->batch = number < BATCH_MAX ? (int) number : BATCH_MAX;
        return true;
    case OPT_PDF_SECONDS:
        if (!whole_number("pdf-seconds", argument, 1, &number)) {
            return false;
        }
        options->read.pdf_seconds = (int) number;
        return true;
    case OPT_FORMAT:
        options->read.format = argument;
        return one_of("format", argument, words) >= 0;
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
        word = one_of("nation", argument, words);
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
    case OPT_CHECK:
        options->check = true;
        return true;
    case OPT_MAX_AGE:
        return whole_number("max-age", argument, 1, &options->max_age_hours);
    case OPT_RETRIES:
        if (!whole_number("retries", argument, 0, &number)) {
            return false;
        }
        options->retries = (int) number;
        return true;
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
    case 'o':
        options->output = argument;
        return not_empty("output", argument);
    case OPT_GROUNDS:
        options->grounds = argument;
        return are_grounds(argument);
    case OPT_ON:
        options->on_date = argument;
        return is_day("on", argument);
    case OPT_MODERNGOV:
        options->moderngov = argument;
        return not_empty("moderngov", argument);
    case OPT_COMMITTEE:
        return not_empty("committee", argument) && one_more_committee(options, argument);
    case OPT_SINCE:
        options->since = argument;
        return is_day("since", argument);
    case OPT_CACHE_DIR:
        options->cache_dir = argument;
        return not_empty("cache-dir", argument);
    case OPT_PAUSE:
        return seconds("pause", argument, &options->pause);
    case OPT_TIMEOUT:
        options->timeout = whole_number("timeout", argument, 1, &number) ? (int) number : 0;
        return options->timeout > 0;
    case OPT_PROGRESS:
        word = one_of("progress", argument, words);
        options->progress = (Progress) word;
        return word >= 0;
    case OPT_SUMMARY:
        word = one_of("summary", argument, words);
        options->summary = (SummaryFormat) word;
        return word >= 0;
    case OPT_ON_ERROR:
        word = one_of("on-error", argument, words);
        options->on_error = (OnError) word;
        return word >= 0;
    case OPT_LOG_FORMAT:
        word = one_of("log-format", argument, words);
        if (word >= 0) {
            message_format((LogFormat) word);
        }
        return word >= 0;
    case OPT_LOG_LEVEL:
        word = one_of("log-level", argument, words);
        options->log_level = (LogLevel) word;
        return word >= 0;
    default:
        return false;
    }
}
