/*
 * print_pages.c - prints from the tables of commands and options what must say the same as --help does: a manual page a command, and the completion of
 * bash and zsh. Part of the build, not of the program.
 *
 *   print_pages man COMMAND [FILE]   its page; FILE holds what is to be said beside the table: paragraphs of the description, then sections
 *   print_pages bash | zsh           the completion
 *   print_pages commands             the commands' words, a line each
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "options_table.h"

/* ---- manual pages ---- */

/* Text as troff takes it within a line. */
static void put_roff(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\\') {
            fputs("\\e", stdout);
        } else if (*text == '-') {
            fputs("\\-", stdout);
        } else {
            putchar(*text);
        }
    }
}

/* The same where a line begins: a control character there would be a request. */
static void put_roff_line(const char *text)
{
    if (*text == '.' || *text == '\'') {
        fputs("\\&", stdout);
    }
    put_roff(text);
    putchar('\n');
}

/* The command's sentence as NAME has it: no capital, no full stop, one line. */
static void put_purpose(const char *what)
{
    size_t len = strcspn(what, ";:.");

    printf("%c", tolower((unsigned char) *what));
    for (size_t i = 1; i < len; i++) {
        putchar(what[i]);
    }
    putchar('\n');
}

/* Hand-written parts: the description before the first section, or the sections. */
static bool put_fragment(const char *path, bool sections)
{
    FILE *file = path == NULL ? NULL : fopen(path, "r");
    char line[4096];
    bool in_sections = false;
    bool any = false;

    while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
        in_sections = in_sections || strncmp(line, ".SH", 3) == 0;
        if (in_sections == sections) {
            fputs(line, stdout);
            any = true;
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return any;
}

static void put_option(const OptionRow *option)
{
    fputs(".TP\n\\fB", stdout);
    if (option->value < 256) {
        printf("\\-%c\\fR, \\fB", option->value);
    }
    fputs("\\-\\-", stdout);
    put_roff(option->name);
    fputs("\\fR", stdout);
    if (option->argument != NULL) {
        fputs("=\\fI", stdout);
        put_roff(option->argument);
        fputs("\\fR", stdout);
    }
    putchar('\n');
    put_roff_line(option->help);
}

/* .SH of a command's page from the table and its file. */
static void print_page(const CommandRow *command, const char *path)
{
    printf(".\\\" Printed by man/print_pages.c from the table of options; edit that, or "
           "man/commands/.\n");
    printf(".TH \"MINUTES2PGSQL\\-");
    for (const char *c = command->name; *c != '\0'; c++) {
        printf(*c == '-' ? "\\-" : "%c", toupper((unsigned char) *c));
    }
    printf("\" 1 \"\" \"pg_minutes %s\" \"User Commands\"\n", PG_MINUTES_VERSION);
    printf(".SH NAME\nminutes2pgsql\\-");
    put_roff(command->name);
    printf(" \\- ");
    put_purpose(command->what);
    printf(".SH SYNOPSIS\n.B minutes2pgsql ");
    put_roff(command->name);
    putchar('\n');
    put_roff_line(command->synopsis);
    printf(".SH DESCRIPTION\n");
    put_roff_line(command->what);
    if (path != NULL) {
        puts(".PP");
        put_fragment(path, false);
    }
    printf(".SH OPTIONS\n");
    for (size_t i = 0; i < option_count; i++) {
        if (option_rows[i].commands & command->command) {
            put_option(&option_rows[i]);
        }
    }
    if (command->command & CONNECTED) {
        printf(".PP\nWhat is not given of the connection comes from libpq: its environment "
               "variables, services and\n.IR ~/.pgpass .\n");
    }
    put_fragment(path, true);
    printf(".SH EXAMPLE\n.nf\n");
    put_roff_line(command->example);
    printf(".fi\n.SH SEE ALSO\n.BR minutes2pgsql (1)");
    for (size_t i = 0; i < command_count; i++) {
        if (&command_rows[i] != command) {
            printf(",\n.BR minutes2pgsql\\-");
            put_roff(command_rows[i].name);
            printf(" (1)");
        }
    }
    putchar('\n');
}

/* ---- completion ---- */

/* The words that an option takes, between spaces; what kind of name it takes otherwise: directory, host, or "". */
static const char *put_values(const OptionRow *option)
{
    const char *const *words = option_words(option->value);

    for (size_t i = 0; words != NULL && words[i] != NULL; i++) {
        printf("%s%s", i == 0 ? "" : " ", words[i]);
    }
    return words != NULL                           ? "words"
           : strcmp(option->argument, "DIR") == 0  ? "directory"
           : strcmp(option->argument, "HOST") == 0 ? "host"
                                                   : "";
}

static void print_bash(void)
{
    puts("# bash completion for minutes2pgsql; printed by man/print_pages.c from the table of "
         "options.\n"
         "\n"
         "# Option NAME's values for the word that is being written.\n"
         "_minutes2pgsql_value() {\n"
         "    case $1 in");
    for (size_t i = 0; i < option_count; i++) {
        const OptionRow *option = &option_rows[i];
        bool first = true;

        for (size_t k = 0; k < i; k++) {
            first = first && option_rows[k].value != option->value;
        }
        if (option->argument == NULL || !first) {
            continue;
        }
        printf("    --%s", option->name);
        if (option->value < 256) {
            printf(" | -%c", option->value);
        }
        if (option_words(option->value) != NULL) {
            printf(") COMPREPLY=($(compgen -W '");
            put_values(option);
            printf("' -- \"$2\")) ;;\n");
        } else if (strcmp(option->argument, "DIR") == 0) {
            printf(")\n        compopt -o filenames 2>/dev/null\n"
                   "        local IFS=$'\\n'\n"
                   "        COMPREPLY=($(compgen -d -- \"$2\"))\n        ;;\n");
        } else if (strcmp(option->argument, "HOST") == 0) {
            printf(") COMPREPLY=($(compgen -A hostname -- \"$2\")) ;;\n");
        } else {
            printf(") ;;\n");
        }
    }
    puts("    *) return 1 ;;\n"
         "    esac\n"
         "}\n"
         "\n"
         "_minutes2pgsql() {\n"
         "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} option=\n"
         "    local IFS=$' \\t\\n'\n"
         "    COMPREPLY=()\n"
         "    # Readline takes \"--name=value\" for three words.\n"
         "    if [ \"$word\" = = ]; then\n"
         "        option=$before word=\n"
         "    elif [ \"$before\" = = ] && [ \"$COMP_CWORD\" -gt 2 ]; then\n"
         "        option=${COMP_WORDS[COMP_CWORD - 2]}\n"
         "    elif [ \"$COMP_CWORD\" -gt 2 ]; then\n"
         "        option=$before\n"
         "    fi\n"
         "    if [ -n \"$option\" ] && _minutes2pgsql_value \"$option\" \"$word\"; then\n"
         "        return\n"
         "    fi");
    printf("    if [ \"$COMP_CWORD\" = 1 ]; then\n        COMPREPLY=($(compgen -W '");
    for (size_t i = 0; i < command_count; i++) {
        printf("%s ", command_rows[i].name);
    }
    puts("--help --version' -- \"$word\"))\n        return\n    fi\n"
         "    local options= paths=\n    case ${COMP_WORDS[1]} in");
    for (size_t c = 0; c < command_count; c++) {
        const CommandRow *command = &command_rows[c];

        printf("    %s)\n        options='", command->name);
        for (size_t i = 0, n = 0; i < option_count; i++) {
            if (option_rows[i].commands & command->command) {
                printf("%s--%s%s", n++ == 0 ? "" : " ", option_rows[i].name,
                       option_rows[i].argument == NULL ? "" : "=");
            }
        }
        printf("'\n%s        ;;\n", command->takes == ARGUMENTS_PATHS ? "        paths=yes\n" : "");
    }
    puts("    *) return ;;\n"
         "    esac\n"
         "    case $word in\n"
         "    -*)\n"
         "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "        # An option that wants a value goes on at once.\n"
         "        [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null\n"
         "        ;;\n"
         "    *)\n"
         "        if [ -n \"$paths\" ]; then\n"
         "            compopt -o filenames 2>/dev/null\n"
         "            local IFS=$'\\n'\n"
         "            COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "        fi\n"
         "        ;;\n"
         "    esac\n"
         "    return 0\n"
         "}\n"
         "\n"
         "complete -F _minutes2pgsql minutes2pgsql");
}

/* Text within zsh's '...[...]': quotes and brackets of its own kept out. */
static void put_zsh(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            fputs("'\\''", stdout);
        } else {
            if (strchr("[]:\\", *text) != NULL) {
                putchar('\\');
            }
            putchar(*text);
        }
    }
}

static void put_zsh_option(const OptionRow *option)
{
    char names[2][64];
    size_t count = 1;

    snprintf(names[0], sizeof(names[0]), "--%s%s", option->name,
             option->argument == NULL ? "" : "=");
    if (option->value < 256) {
        snprintf(names[1], sizeof(names[1]), "-%c%s", option->value,
                 option->argument == NULL ? "" : "+");
        count = 2;
    }
    for (size_t i = 0; i < count; i++) {
        printf("            '%s[", names[i]);
        put_zsh(option->help);
        putchar(']');
        if (option->argument != NULL) {
            putchar(':');
            put_zsh(option->argument);
            putchar(':');
            if (option_words(option->value) != NULL) {
                putchar('(');
                put_values(option);
                putchar(')');
            } else if (strcmp(option->argument, "DIR") == 0) {
                fputs("_files -/", stdout);
            } else if (strcmp(option->argument, "HOST") == 0) {
                fputs("_hosts", stdout);
            }
        }
        puts("' \\");
    }
}

static void print_zsh(void)
{
    puts("#compdef minutes2pgsql\n"
         "# zsh completion for minutes2pgsql; printed by man/print_pages.c from the table of "
         "options.\n"
         "\n"
         "local -a its_commands\n"
         "its_commands=(");
    for (size_t i = 0; i < command_count; i++) {
        printf("    '%s:", command_rows[i].name);
        put_zsh(command_rows[i].what);
        puts("'");
    }
    puts(")\n"
         "if (( CURRENT == 2 )); then\n"
         "    _describe command its_commands\n"
         "else\n"
         "    local command=$words[2]\n"
         "    shift words\n"
         "    (( CURRENT-- ))\n"
         "    case $command in");
    for (size_t c = 0; c < command_count; c++) {
        printf("    %s)\n        _arguments \\\n", command_rows[c].name);
        for (size_t i = 0; i < option_count; i++) {
            if (option_rows[i].commands & command_rows[c].command) {
                put_zsh_option(&option_rows[i]);
            }
        }
        printf("            %s\n        ;;\n",
               command_rows[c].takes == ARGUMENTS_PATHS  ? "'*:minutes:_files'"
               : command_rows[c].takes == ARGUMENTS_ITEM ? "'1:item:'"
                                                         : "':nothing:'");
    }
    puts("    esac\nfi");
}

int main(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "man") == 0 && command_row(argv[2]) != NULL) {
        print_page(command_row(argv[2]), argc > 3 ? argv[3] : NULL);
    } else if (argc == 2 && strcmp(argv[1], "bash") == 0) {
        print_bash();
    } else if (argc == 2 && strcmp(argv[1], "zsh") == 0) {
        print_zsh();
    } else if (argc == 2 && strcmp(argv[1], "commands") == 0) {
        for (size_t i = 0; i < command_count; i++) {
            puts(command_rows[i].name);
        }
    } else {
        fputs("print_pages: man COMMAND [FILE], bash, zsh or commands\n", stderr);
        return EXIT_FAILURE;
    }
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
