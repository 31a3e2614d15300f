/*
 * cache.c - see cache.h.
 */
#include "cache.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "message.h"
#include "source.h"

/* What a program that ended in the middle left beside its place is this old before it is removed: no other program is at it any more. */
#define STALE_SECONDS 3600

struct Cache {
    char dir[PATH_MAX / 2];
    bool complained;
};

/* ---- folders ---- */

/* Makes a folder and those above it; only its owner may look into what is made. */
static bool make_folder(const char *path)
{
    char part[PATH_MAX];
    size_t len = strlen(path);

    if (len >= sizeof(part)) {
        errno = ENAMETOOLONG;
        return false;
    }
    for (size_t i = 1; i <= len; i++) {
        if (path[i] != '/' && path[i] != '\0') {
            continue;
        }
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0700) != 0 && errno != EEXIST) {
            return false;
        }
    }
    return true;
}

static void flush_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

static void remove_stale(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;

    while (dir != NULL && (entry = readdir(dir)) != NULL) {
        char path[PATH_MAX];
        struct stat status;

        if (strncmp(entry->d_name, "new.", 4) == 0 &&
            snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name) < (int) sizeof(path) &&
            stat(path, &status) == 0 && status.st_mtime < time(NULL) - STALE_SECONDS) {
            unlink(path);
        }
    }
    if (dir != NULL) {
        closedir(dir);
    }
}

static bool default_folder(char *out, size_t size)
{
    const char *cache = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");

    if (cache != NULL && cache[0] == '/') {
        return snprintf(out, size, "%s/minutes2pgsql", cache) < (int) size;
    }
    return home != NULL && home[0] == '/' &&
           snprintf(out, size, "%s/.cache/minutes2pgsql", home) < (int) size;
}

static Cache *fail_to_open(Cache *cache, const char *path, const char *why)
{
    message_error("the cache of fetched pages cannot be made: %s: %s; --cache-dir=DIR says another "
                  "place",
                  path, why);
    free(cache);
    return NULL;
}

Cache *cache_open(const char *dir)
{
    static const char *const folders[] = {"answers", "addresses", "new"};
    Cache *cache = calloc(1, sizeof(Cache));
    char path[PATH_MAX];
    struct stat status;

    if (cache == NULL) {
        message_error("out of memory");
        abort();
    }
    if (dir == NULL
            ? !default_folder(cache->dir, sizeof(cache->dir))
            : snprintf(cache->dir, sizeof(cache->dir), "%s", dir) >= (int) sizeof(cache->dir)) {
        message_error("there is no place for the cache of fetched pages: --cache-dir=DIR says one");
        free(cache);
        return NULL;
    }
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        snprintf(path, sizeof(path), "%s/%s", cache->dir, folders[i]);
        if (!make_folder(path) || access(path, W_OK | X_OK) != 0) {
            return fail_to_open(cache, path, strerror(errno));
        }
    }
    /* What others put there would be taken for what the site said. */
    if (stat(cache->dir, &status) != 0 || (status.st_mode & S_IWOTH) != 0) {
        return fail_to_open(cache, cache->dir, "everybody may write there");
    }
    snprintf(path, sizeof(path), "%s/new", cache->dir);
    remove_stale(path);
    return cache;
}

void cache_close(Cache *cache)
{
    free(cache);
}

/* ---- files ---- */

static void path_of(const Cache *cache, const char *kind, const char *hash, char path[PATH_MAX])
{
    snprintf(path, PATH_MAX, "%s/%s/%.2s/%s", cache->dir, kind, hash, hash);
}

static bool write_whole(int fd, const char *data, size_t len)
{
    for (size_t at = 0; at < len;) {
        ssize_t written = write(fd, data + at, len - at);

        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        at += (size_t) written;
    }
    return fsync(fd) == 0;
}

/* Writes a file: beside its place first, then there in one step. */
static bool put(Cache *cache, const char *kind, const char *hash, const char *data, size_t len)
{
    char path[PATH_MAX];
    char folder[PATH_MAX];
    char beside[PATH_MAX];
    bool done;
    int fd;

    path_of(cache, kind, hash, path);
    snprintf(folder, sizeof(folder), "%.*s", (int) (strrchr(path, '/') - path), path);
    snprintf(beside, sizeof(beside), "%s/new/new.XXXXXX", cache->dir);
    fd = make_folder(folder) ? mkostemp(beside, O_CLOEXEC) : -1;
    if (fd < 0) {
        return false;
    }
    done = write_whole(fd, data, len);
    done = close(fd) == 0 && done;
    if (!done || rename(beside, path) != 0) {
        int why = errno;

        unlink(beside);
        errno = why;
        return false;
    }
    flush_folder(folder);
    return true;
}

/* Reads a file into the arena; false where it is not there or too large. */
static bool get(Arena *arena, const char *path, const char **data, size_t *len)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    char *bytes;
    size_t at = 0;

    if (fd < 0 || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) ||
        (size_t) status.st_size > SOURCE_MAX_BYTES) {
        if (fd >= 0) {
            close(fd);
        }
        return false;
    }
    bytes = arena_alloc(arena, (size_t) status.st_size + 1);
    while (at < (size_t) status.st_size) {
        ssize_t got = read(fd, bytes + at, (size_t) status.st_size - at);

        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        at += (size_t) got;
    }
    close(fd);
    *data = bytes;
    *len = at;
    return at == (size_t) status.st_size;
}

/* The hash of the address's last answer; false where none is known. */
static bool last_answer(const Cache *cache, Arena *arena, const char *url, char hash[65])
{
    char of_url[65];
    char path[PATH_MAX];
    const char *note;
    size_t len;

    source_hash(url, strlen(url), of_url);
    path_of(cache, "addresses", of_url, path);
    if (!get(arena, path, &note, &len) || len < 65 || note[64] != '\n' ||
        strspn(note, "0123456789abcdef") != 64) {
        return false;
    }
    memcpy(hash, note, 64);
    hash[64] = '\0';
    return true;
}

bool cache_keep(Cache *cache, const char *url, const char *data, size_t len, const char *sha256)
{
    Arena *arena = arena_new();
    char before[65];
    char of_url[65];
    char path[PATH_MAX];
    struct stat status;
    bool kept = true;

    path_of(cache, "answers", sha256, path);
    if (stat(path, &status) != 0 || (size_t) status.st_size != len) {
        kept = put(cache, "answers", sha256, data, len);
    }
    if (kept && (!last_answer(cache, arena, url, before) || strcmp(before, sha256) != 0)) {
        char when[32];
        time_t now = time(NULL);
        struct tm utc;
        const char *note;

        gmtime_r(&now, &utc);
        strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%SZ", &utc);
        note = arena_printf(arena, "%s\n%s\n%s\n", sha256, when, url);
        source_hash(url, strlen(url), of_url);
        kept = put(cache, "addresses", of_url, note, strlen(note));
    }
    if (!kept && !cache->complained) {
        message_error("an answer cannot be kept in the cache %s: %s; it is loaded all the same",
                      cache->dir, strerror(errno));
        cache->complained = true;
    }
    arena_free(arena);
    return kept;
}

bool cache_find(Cache *cache, Arena *arena, const char *url, const char **data, size_t *len)
{
    char wanted[65];
    char is[65];
    char path[PATH_MAX];

    if (!last_answer(cache, arena, url, wanted)) {
        return false;
    }
    path_of(cache, "answers", wanted, path);
    if (!get(arena, path, data, len)) {
        return false;
    }
    source_hash(*data, *len, is);
    return strcmp(is, wanted) == 0;
}
