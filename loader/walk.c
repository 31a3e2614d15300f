/*
 * walk.c - see walk.h.
 */
#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* Directories within directories; a deeper tree is no collection of minutes. */
#define DEPTH_MAX 64

typedef struct Level {
    struct dirent **entry;
    int count;
    int next;
    size_t path_len; /* of the directory's own path */
} Level;

struct Walk {
    char *const *paths;
    size_t path_count;
    size_t next_path;
    Level level[DEPTH_MAX];
    int depth;    /* levels in use; 0: between named paths */
    size_t found; /* documents under the directory that was named */
    char *root;   /* its real path, for links */
    bool had_problem;
    char path[PATH_MAX];
    char problem[PATH_MAX + 256];
};

Walk *walk_open(char *const *paths, size_t count)
{
    Walk *walk = calloc(1, sizeof(Walk));

    if (walk == NULL) {
        fputs("minutes2pgsql: out of memory\n", stderr);
        abort();
    }
    walk->paths = paths;
    walk->path_count = count;
    return walk;
}

static void leave_level(Walk *walk)
{
    Level *level = &walk->level[--walk->depth];

    for (int i = 0; i < level->count; i++) {
        free(level->entry[i]);
    }
    free(level->entry);
    memset(level, 0, sizeof(*level));
}

void walk_close(Walk *walk)
{
    if (walk == NULL) {
        return;
    }
    while (walk->depth > 0) {
        leave_level(walk);
    }
    free(walk->root);
    free(walk);
}

bool walk_had_problem(const Walk *walk)
{
    return walk->had_problem;
}

__attribute__((format(printf, 3, 4))) static WalkStep report(Walk *walk, const char **problem,
                                                             const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(walk->problem, sizeof(walk->problem), format, args);
    va_end(args);
    walk->had_problem = true;
    *problem = walk->problem;
    return WALK_PROBLEM;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool is_document_name(const char *name)
{
    static const char *const endings[] = {".txt", ".md", ".html", ".htm", ".xml", ".docx", ".pdf"};
    size_t len = strlen(name);

    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        size_t ending = strlen(endings[i]);

        if (len > ending && strcasecmp(name + len - ending, endings[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the link at walk->path leads to something under the directory that was named. */
static bool stays_inside(const Walk *walk)
{
    char *target = realpath(walk->path, NULL);
    size_t len = walk->root == NULL ? 0 : strlen(walk->root);
    bool inside = target != NULL && len > 0 && strncmp(target, walk->root, len) == 0 &&
                  (target[len] == '/' || walk->root[len - 1] == '/');

    free(target);
    return inside;
}

/* Opens the directory at walk->path as a new level; false with errno where it cannot be read. */
static bool enter_level(Walk *walk)
{
    Level *level = &walk->level[walk->depth];
    int count;

    count = scandir(walk->path, &level->entry, is_visible, by_name);
    if (count < 0) {
        return false;
    }
    level->count = count;
    level->next = 0;
    level->path_len = strlen(walk->path);
    walk->depth++;
    return true;
}

static void set_document(const Walk *walk, WalkDocument *document, bool named)
{
    const char *slash = strrchr(walk->path, '/');

    document->path = walk->path;
    document->name = slash == NULL || slash[1] == '\0' ? walk->path : slash + 1;
    document->named = named;
}

/* The next entry of the deepest directory. True where there is something to tell, in *step. */
static bool next_entry(Walk *walk, WalkDocument *document, const char **problem, WalkStep *step)
{
    Level *level = &walk->level[walk->depth - 1];
    const char *name;
    struct stat status;
    bool is_link;
    int len;

    walk->path[level->path_len] = '\0';
    if (level->next == level->count) {
        leave_level(walk);
        if (walk->depth == 0 && walk->found == 0) {
            *step = report(walk, problem,
                           "%s: no document was found here (.txt .md .html .htm .xml .docx .pdf)",
                           walk->path);
            return true;
        }
        return false;
    }
    name = level->entry[level->next++]->d_name;
    len = snprintf(walk->path + level->path_len, sizeof(walk->path) - level->path_len, "%s%s",
                   walk->path[level->path_len - 1] == '/' ? "" : "/", name);
    if ((size_t) len >= sizeof(walk->path) - level->path_len || lstat(walk->path, &status) != 0) {
        return false; /* gone since the directory was read, or not nameable */
    }
    is_link = S_ISLNK(status.st_mode);
    if (is_link && (!stays_inside(walk) || stat(walk->path, &status) != 0)) {
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        /* What a link to a directory inside the tree shows is walked by its own name. */
        if (is_link) {
            return false;
        }
        if (walk->depth == DEPTH_MAX) {
            *step = report(walk, problem, "%s: directories are nested deeper than %d here",
                           walk->path, DEPTH_MAX);
            return true;
        }
        if (!enter_level(walk)) {
            *step = report(walk, problem, "%s: the directory cannot be read: %s", walk->path,
                           strerror(errno));
            return true;
        }
        return false;
    }
    if (!S_ISREG(status.st_mode) || !is_document_name(name)) {
        return false;
    }
    walk->found++;
    set_document(walk, document, false);
    *step = WALK_DOCUMENT;
    return true;
}

/* Starts on the next named path. True where there is something to tell, in *step. */
static bool next_path(Walk *walk, WalkDocument *document, const char **problem, WalkStep *step)
{
    const char *path = walk->paths[walk->next_path++];
    struct stat status;
    size_t len = strlen(path);

    if (len >= sizeof(walk->path)) {
        *step = report(walk, problem, "%.60s...: this path is too long", path);
        return true;
    }
    memcpy(walk->path, path, len + 1);
    if (strcmp(path, "-") == 0) {
        set_document(walk, document, true);
        *step = WALK_DOCUMENT;
        return true;
    }
    if (stat(path, &status) != 0) {
        *step = errno == ENOENT
                    ? report(walk, problem, "%s: there is no such file or directory", path)
                    : report(walk, problem, "%s: cannot be opened: %s", path, strerror(errno));
        return true;
    }
    if (!S_ISDIR(status.st_mode)) {
        set_document(walk, document, true);
        *step = WALK_DOCUMENT;
        return true;
    }
    while (len > 1 && walk->path[len - 1] == '/') {
        walk->path[--len] = '\0';
    }
    free(walk->root);
    walk->root = realpath(path, NULL);
    walk->found = 0;
    if (!enter_level(walk)) {
        *step =
            report(walk, problem, "%s: the directory cannot be read: %s", path, strerror(errno));
        return true;
    }
    return false;
}

WalkStep walk_next(Walk *walk, WalkDocument *document, const char **problem)
{
    WalkStep step;

    for (;;) {
        if (walk->depth > 0) {
            if (next_entry(walk, document, problem, &step)) {
                return step;
            }
        } else if (walk->next_path == walk->path_count) {
            return WALK_END;
        } else if (next_path(walk, document, problem, &step)) {
            return step;
        }
    }
}
