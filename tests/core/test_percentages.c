/*
 * test_percentages.c - the sentences of tests/core/percentages/, one file a topic.
 *
 * A file holds cases: a line of text (\n stands for a line break), then one indented line for each change it tells:
 *     +5.9% | metric | baseline=... | basis=... | qualifier=... | low=... | from=... | matched=...
 * where everything behind the change is optional. A text without such lines tells no change. Lines that begin with # are comments.
 */
#include <dirent.h>
#include <ctype.h>
#include <time.h>

#include "percentages.h"
#include "percentages/reading.h"
#include "tap.h"

#define MOST_LINES 4000
#define MOST_EXPECTED 12

/* ---- overlap of metrics ---- */

static size_t words_of(MnText text, char words[][32], size_t most)
{
    static const char *const stop[] = {"the", "a",  "an", "of",     "in",    "and",
                                       "for", "to", "on", "number", "across"};
    size_t count = 0;

    for (size_t i = 0; i < text.len && count < most;) {
        size_t len = 0;

        while (i < text.len && !isalnum((unsigned char) text.data[i])) {
            i++;
        }
        while (i < text.len && (isalnum((unsigned char) text.data[i]) || text.data[i] == '\'')) {
            if (len < 31) {
                words[count][len++] = (char) tolower((unsigned char) text.data[i]);
            }
            i++;
        }
        words[count][len] = '\0';
        for (size_t k = 0; k < sizeof(stop) / sizeof(stop[0]); k++) {
            if (strcmp(words[count], stop[k]) == 0) {
                len = 0;
            }
        }
        count += len > 0;
    }
    return count;
}

/* Whether two metrics share at least half their words. */
static int overlaps(MnText a, MnText b)
{
    char x[64][32];
    char y[64][32];
    size_t xs = words_of(a, x, 63);
    size_t ys = words_of(b, y, 63);
    size_t common = 0;

    if (xs == 0 || ys == 0) {
        return xs == ys;
    }
    for (size_t i = 0; i < xs; i++) {
        for (size_t k = 0; k < ys; k++) {
            if (y[k][0] != '\0' && strcmp(x[i], y[k]) == 0) {
                y[k][0] = '\0';
                common++;
                break;
            }
        }
    }
    return 4 * common >= xs + ys;
}

/* ---- one case ---- */

typedef struct Case {
    char *text;
    char *expected[MOST_EXPECTED];
    size_t count;
    int line;
} Case;

static void unescape(char *text)
{
    char *to = text;

    for (char *from = text; *from != '\0'; from++) {
        if (from[0] == '\\' && from[1] == 'n') {
            *to++ = '\n';
            from++;
        } else if (from[0] == '\\' && from[1] == 't') {
            *to++ = '\t';
            from++;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
}

static int same_text(MnText got, const char *wanted)
{
    return got.data != NULL && got.len == strlen(wanted) && memcmp(got.data, wanted, got.len) == 0;
}

static int millionths_are(int64_t got, const char *wanted)
{
    double off = (double) got / 1e6 - atof(wanted);

    return off < 0.0001 && off > -0.0001;
}

/* Whether one change is as its line says. */
static int is_as_expected(MnText text, const MnChange *change, const char *expected)
{
    char line[512];
    char *save = NULL;
    char *field;
    MnPercentChange wanted;
    size_t n = 0;
    int good = 1;

    snprintf(line, sizeof(line), "%s", expected);
    for (field = strtok_r(line, "|", &save); field != NULL;
         field = strtok_r(NULL, "|", &save), n++) {
        MnText value = mn_trim((MnText){field, strlen(field)});

        field = (char *) value.data;
        field[value.len] = '\0';
        if (n == 0) {
            good &=
                mn_percent_change_parse(value, &wanted, NULL) == MN_OK && wanted == change->change;
        } else if (strncmp(field, "baseline=", 9) == 0) {
            good &= same_text(change->baseline, field + 9);
        } else if (strncmp(field, "basis=", 6) == 0) {
            good &= strcmp(mn_basis_name(change->basis), field + 6) == 0;
        } else if (strncmp(field, "qualifier=", 10) == 0) {
            good &= mn_qualifier_name(change->qualifier) != NULL &&
                    strcmp(mn_qualifier_name(change->qualifier), field + 10) == 0;
        } else if (strncmp(field, "low=", 4) == 0) {
            good &= change->has_range && millionths_are(change->low, field + 4);
        } else if (strncmp(field, "high=", 5) == 0) {
            good &= change->has_range && millionths_are(change->high, field + 5);
        } else if (strncmp(field, "from=", 5) == 0) {
            good &= change->has_from && millionths_are(change->from_level, field + 5);
        } else if (strncmp(field, "to=", 3) == 0) {
            good &= change->has_to && millionths_are(change->to_level, field + 3);
        } else if (strncmp(field, "matched=", 8) == 0) {
            good &= same_text(mn_slice(text, change->matched), field + 8);
        } else {
            good &= overlaps(change->metric, value);
        }
    }
    return good && change->matched.len > 0 &&
           change->matched.start + change->matched.len <= text.len;
}

static void show(MnText text, const MnChange *changes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char value[MN_PERCENT_CHANGE_MAX];

        mn_percent_change_format(changes[i].change, value);
        printf("#   got %s | %.*s | baseline=%.*s | basis=%s | qualifier=%s | matched=%.*s\n",
               value, (int) changes[i].metric.len, changes[i].metric.data,
               (int) changes[i].baseline.len,
               changes[i].baseline.data == NULL ? "" : changes[i].baseline.data,
               mn_basis_name(changes[i].basis),
               mn_qualifier_name(changes[i].qualifier) == NULL
                   ? ""
                   : mn_qualifier_name(changes[i].qualifier),
               (int) changes[i].matched.len, text.data + changes[i].matched.start);
    }
}

static void run_case(const char *file, const Case *c)
{
    TapArena arena = TAP_ARENA;
    MnText text = tap_text(&arena, c->text);
    MnChange *changes;
    size_t count;
    int good =
        mn_percentage_changes(text, &arena.base, &changes, &count) == MN_OK && count == c->count;

    for (size_t i = 0; good && i < count; i++) {
        good = is_as_expected(text, &changes[i], c->expected[i]);
    }
    if (!OK(good, "%s:%d %.90s", file, c->line, c->text)) {
        for (size_t i = 0; i < c->count; i++) {
            printf("#   want %s\n", c->expected[i]);
        }
        show(text, changes, count);
    }
    tap_free(&arena);
}

/* ---- files ---- */

static void run_file(const char *path, const char *name)
{
    FILE *file = fopen(path, "r");
    char line[8192];
    Case c = {NULL, {NULL}, 0, 0};
    int number = 0;
    int more = file != NULL;

    OK(file != NULL, "%s opens", name);
    while (more) {
        more = fgets(line, sizeof(line), file) != NULL;
        number++;
        if (more) {
            line[strcspn(line, "\n")] = '\0';
            if (line[0] == '#' || line[0] == '\0') {
                continue;
            }
            if (line[0] == ' ' && c.text != NULL) {
                if (c.count < MOST_EXPECTED) {
                    c.expected[c.count++] = strdup(line + strspn(line, " "));
                }
                continue;
            }
        }
        if (c.text != NULL) {
            run_case(name, &c);
            free(c.text);
            for (size_t i = 0; i < c.count; i++) {
                free(c.expected[i]);
            }
        }
        c = (Case){more ? strdup(line) : NULL, {NULL}, 0, number};
        if (more) {
            unescape(c.text);
        }
    }
    if (file != NULL) {
        fclose(file);
    }
}

static int is_case_file(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return len > 4 && strcmp(entry->d_name + len - 4, ".txt") == 0;
}

static void files(const char *only)
{
    struct dirent **entries;
    int count = scandir("tests/core/percentages", &entries, is_case_file, alphasort);

    OK(count > 0, "there are files of sentences");
    for (int i = 0; i < count; i++) {
        char path[512];

        snprintf(path, sizeof(path), "tests/core/percentages/%s", entries[i]->d_name);
        if (only == NULL || strstr(entries[i]->d_name, only) != NULL) {
            run_file(path, entries[i]->d_name);
        }
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
}

/* ---- texts made to be slow ---- */

/* A megabyte of one unit behind a sentence: every function answers, and in a time that quadratic work would exceed by far. */
static void worst_case(const char *unit)
{
    static const char opening[] = "Burglary fell by 5%. ";
    const size_t len = 1000000;
    TapArena arena = TAP_ARENA;
    char *data = tap_alloc(&arena.base, len);
    MnChange *changes;
    size_t count;
    size_t filled = sizeof(opening) - 1;
    clock_t started = clock();
    int good;

    memcpy(data, opening, filled);
    for (size_t i = 0; filled < len; i++) {
        data[filled++] = unit[i % strlen(unit)];
    }
    good = mn_percentage_changes((MnText){data, len}, &arena.base, &changes, &count) == MN_OK;
    for (size_t i = 0; good && i < count; i++) {
        good = changes[i].matched.start + changes[i].matched.len <= len;
    }
    OK(good, "a megabyte of \"%s\" is read", unit);
    OK((double) (clock() - started) / CLOCKS_PER_SEC < 60, "in linear time");
    tap_free(&arena);
}

static void worst_cases(void)
{
    static const char *const units[] = {
        "1",    "%",      "up ",        "(",       "(5% ", "up 1% and ", "crime rose and ",
        "5%\n", "| 5% |", "a, b, 5%, ", "\xE2\x88"};

    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        worst_case(units[i]);
    }
}

/* An arena that has nothing after so many pieces. */
typedef struct ShortArena {
    TapArena arena;
    int left;
} ShortArena;

static void *short_alloc(MnArena *base, size_t size)
{
    ShortArena *arena = (ShortArena *) base;

    return arena->left-- > 0 ? tap_alloc(base, size) : NULL;
}

static void without_memory(void)
{
    MnText text = MN_TEXT(
        "Theft and fraud fell by 2% and 3%.\nOffence | % change\nArson | -4\nNoise | up 5%\n");
    int answered = 0;

    for (int pieces = 0; pieces < 60; pieces++) {
        ShortArena arena = {TAP_ARENA, pieces};
        MnChange *changes;
        size_t count;
        MnStatus status;

        arena.arena.base.alloc = short_alloc;
        status = mn_percentage_changes(text, &arena.arena.base, &changes, &count);
        answered += status == MN_OK ? count == 4 : status == MN_NO_MEMORY;
        tap_free(&arena.arena);
    }
    OK(answered == 60, "without memory it says so, with enough it reads (%d of 60)", answered);
}

/* ---- the list of words ---- */

static void lexicon(void)
{
    size_t count;
    const Word *words = pc_words(&count);
    int sorted = 1;

    for (size_t i = 1; i < count; i++) {
        if (strcmp(words[i - 1].text, words[i].text) >= 0) {
            printf("# %s stands before %s\n", words[i - 1].text, words[i].text);
            sorted = 0;
        }
    }
    OK(sorted, "the list of words is sorted and without doubles");
    OK(pc_word("fell", 4) != NULL && pc_word("fell", 3) == NULL && pc_word("fellow", 6) == NULL,
       "a word is found whole");
}

int main(int argc, char **argv)
{
    if (argc > 2) { /* a file by itself, for whoever writes one */
        run_file(argv[2], argv[2]);
        return tap_done();
    }
    lexicon();
    files(argc > 1 ? argv[1] : NULL);
    if (argc == 1) {
        without_memory();
        worst_cases();
    }
    return tap_done();
}
