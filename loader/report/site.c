/*
 * site.c - see site.h.
 */
#include "site.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

#define MARK ".minutes2pgsql-report"
#define MARK_HEAD "minutes2pgsql report: made by a program, replaced as a whole. Its files:\n"

static bool told(Site *site, const char *path)
{
    if (!site->failed) {
        message_error("%s cannot be written: %s", path, strerror(errno));
        site->failed = true;
    }
    return false;
}

/* The lines of a report's mark, sorted, in the arena; NULL where there is none. */
static char **listed_files(Arena *arena, const char *folder, size_t *count)
{
    FILE *mark = fopen(arena_printf(arena, "%s/" MARK, folder), "r");
    size_t size = 64;
    char **files = arena_alloc(arena, size * sizeof(*files));
    char *line = NULL;
    size_t room = 0;
    ssize_t len;

    *count = 0;
    if (mark == NULL) {
        return NULL;
    }
    if (getline(&line, &room, mark) == -1 || strcmp(line, MARK_HEAD) != 0) {
        fclose(mark);
        free(line);
        return NULL;
    }
    while ((len = getline(&line, &room, mark)) > 0) {
        if (*count == size) {
            files = arena_resize(arena, files, size * sizeof(*files), 2 * size * sizeof(*files));
            size *= 2;
        }
        line[strcspn(line, "\n")] = '\0';
        files[(*count)++] = arena_string(arena, line);
    }
    free(line);
    fclose(mark);
    return files;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *) a, *(char *const *) b);
}

/* The first file under folder/prefix that is not on the list; NULL where there is none. */
static const char *foreign_file(Arena *arena, const char *folder, const char *prefix, char **files,
                                size_t count, int depth)
{
    DIR *dir = opendir(arena_printf(arena, "%s/%s", folder, prefix));
    const char *found = NULL;
    struct dirent *entry;

    if (dir == NULL) {
        return prefix;
    }
    while (found == NULL && (entry = readdir(dir)) != NULL) {
        char *name = arena_printf(arena, "%s%s", prefix, entry->d_name);
        struct stat status;

        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
            strcmp(name, MARK) == 0) {
            continue;
        }
        if (lstat(arena_printf(arena, "%s/%s", folder, name), &status) == 0 &&
            S_ISDIR(status.st_mode) && depth < 4) {
            found = foreign_file(arena, folder, arena_printf(arena, "%s/", name), files, count,
                                 depth + 1);
        } else if (bsearch(&name, files, count, sizeof(*files), compare_names) == NULL) {
            found = name;
        }
    }
    closedir(dir);
    return found;
}

static bool is_empty(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    bool empty = dir != NULL;

    while (empty && (entry = readdir(dir)) != NULL) {
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    }
    if (dir != NULL) {
        closedir(dir);
    }
    return empty;
}

/* Whether what stands at target may give way to a report; told where not. */
static bool may_replace(Arena *arena, const char *target)
{
    struct stat status;
    const char *foreign;
    char **files;
    size_t count;

    if (lstat(target, &status) != 0) {
        return true;
    }
    if (!S_ISDIR(status.st_mode)) {
        message_error("%s is there and is no folder: name another with -o", target);
        return false;
    }
    files = listed_files(arena, target, &count);
    if (files == NULL) {
        if (is_empty(target)) {
            return true;
        }
        message_error("%s is not empty and no earlier report: name a new folder with -o", target);
        return false;
    }
    qsort(files, count, sizeof(*files), compare_names);
    foreign = foreign_file(arena, target, "", files, count, 0);
    if (foreign != NULL) {
        message_error("%s/%s is no part of the earlier report there: move it away, since the whole "
                      "folder is replaced",
                      target, foreign);
        return false;
    }
    return true;
}

/* target with links and .. resolved and without a slash at its end; NULL and told where its parent is not there. */
static const char *resolved(Arena *arena, const char *target)
{
    char *path = realpath(target, NULL);
    const char *copy;
    char *parent;
    char *name;

    if (path == NULL) {
        char *given = arena_string(arena, target);

        for (size_t len = strlen(given); len > 1 && given[len - 1] == '/'; len--) {
            given[len - 1] = '\0';
        }
        name = strrchr(given, '/');
        parent = name == NULL ? "." : name == given ? "/" : given;
        name = name == NULL ? given : name + 1;
        if (name != given) {
            name[-1] = '\0';
        }
        path = realpath(*parent == '\0' ? "/" : parent, NULL);
        if (path == NULL || *name == '\0') {
            message_error("%s cannot be made: %s", target, strerror(errno));
            free(path);
            return NULL;
        }
        copy = arena_printf(arena, "%s/%s", strcmp(path, "/") == 0 ? "" : path, name);
    } else {
        copy = arena_string(arena, path);
    }
    free(path);
    return copy;
}

bool site_begin(Site *site, const char *target, Arena *arena)
{
    mode_t mask = umask(022);

    umask(mask);
    *site = (Site){.arena = arena, .target = resolved(arena, target)};
    if (site->target == NULL || !may_replace(arena, site->target)) {
        site->failed = true;
        return false;
    }
    site->work = arena_printf(arena, "%s.XXXXXX", site->target);
    if (mkdtemp(site->work) == NULL) {
        site->work = NULL;
        return told(site, site->target);
    }
    site->list = fopen(arena_printf(arena, "%s/" MARK, site->work), "w");
    if (site->list == NULL || chmod(site->work, 0777 & ~mask) != 0) {
        return told(site, site->target);
    }
    fputs(MARK_HEAD, site->list);
    return true;
}

/* Opens a file of the site, its folders made, and puts it on the list. */
static FILE *open_file(Site *site, const char *path)
{
    char full[4096];
    FILE *file;

    if ((size_t) snprintf(full, sizeof(full), "%s/%s", site->work, path) >= sizeof(full)) {
        errno = ENAMETOOLONG;
        told(site, path);
        return NULL;
    }
    for (char *slash = full + strlen(site->work) + 1; (slash = strchr(slash, '/')) != NULL;
         slash++) {
        *slash = '\0';
        if (mkdir(full, 0777) != 0 && errno != EEXIST) {
            told(site, full);
            return NULL;
        }
        *slash = '/';
    }
    file = fopen(full, "w");
    if (file == NULL) {
        told(site, full);
        return NULL;
    }
    fprintf(site->list, "%s\n", path);
    return file;
}

bool site_page(Site *site, Page *page, const char *path)
{
    static const char *const ups[] = {"", "../", "../../"};
    size_t depth = 0;

    for (const char *c = path; *c != '\0'; c++) {
        depth += *c == '/';
    }
    *page = (Page){.file = open_file(site, path), .path = path, .up = ups[depth < 2 ? depth : 2]};
    site->pages += page->file != NULL;
    return page->file != NULL;
}

static bool close_file(Site *site, FILE *file, const char *path)
{
    bool bad = ferror(file) != 0;

    return (fclose(file) == 0 && !bad) || told(site, path);
}

bool site_page_end(Site *site, Page *page)
{
    return close_file(site, page->file, page->path);
}

bool site_file(Site *site, const char *path, const char *data, size_t len)
{
    FILE *file = open_file(site, path);

    if (file == NULL) {
        return false;
    }
    fwrite(data, 1, len, file);
    return close_file(site, file, path);
}

bool site_copy(Site *site, const char *path, const char *from)
{
    FILE *source = fopen(from, "r");
    char buffer[65536];
    FILE *file;
    size_t len;

    if (source == NULL) {
        message_error("%s cannot be read: %s", from, strerror(errno));
        site->failed = true;
        return false;
    }
    file = open_file(site, path);
    while (file != NULL && (len = fread(buffer, 1, sizeof(buffer), source)) > 0) {
        fwrite(buffer, 1, len, file);
    }
    fclose(source);
    return file != NULL && close_file(site, file, path);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void) status;
    (void) kind;
    (void) where;
    return remove(path);
}

static void remove_folder(const char *folder)
{
    nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

bool site_finish(Site *site)
{
    bool closed = close_file(site, site->list, MARK);
    struct stat status;

    site->list = NULL;
    /* What has come there since site_begin must not be lost. */
    if (!closed || site->failed || !may_replace(site->arena, site->target)) {
        site->failed = true;
        return false;
    }
    if (lstat(site->target, &status) == 0 && !is_empty(site->target)) {
        if (renameat2(AT_FDCWD, site->work, AT_FDCWD, site->target, RENAME_EXCHANGE) != 0) {
            return told(site, site->target);
        }
        remove_folder(site->work);
    } else if (rename(site->work, site->target) != 0) {
        return told(site, site->target);
    }
    site->work = NULL;
    return true;
}

void site_abandon(Site *site)
{
    if (site->list != NULL) {
        fclose(site->list);
        site->list = NULL;
    }
    if (site->work != NULL) {
        remove_folder(site->work);
        site->work = NULL;
    }
}
