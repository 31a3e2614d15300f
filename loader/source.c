/*
 * source.c - see source.h.
 */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void source_hash(const char *data, size_t len, char out[65])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;

    if (EVP_Digest(data, len, digest, &size, EVP_sha256(), NULL) != 1 || size != 32) {
        fputs("minutes2pgsql: SHA-256 is not available in this machine's OpenSSL\n", stderr);
        abort();
    }
    for (unsigned int i = 0; i < size; i++) {
        snprintf(out + 2 * (size_t) i, 3, "%02x", digest[i]);
    }
}

/* file:// and the absolute path, percent-encoded. A path with ".." is resolved by the system, any other kept as named. */
static const char *file_uri(Arena *arena, const char *path)
{
    Buffer uri = {arena, NULL, 0, 0};
    char directory[PATH_MAX] = "";
    char *real = NULL;

    if (strstr(path, "..") != NULL) {
        real = realpath(path, NULL);
        path = real == NULL ? path : real;
    }
    if (path[0] != '/' && getcwd(directory, sizeof(directory)) == NULL) {
        directory[0] = '\0';
    }
    buffer_puts(&uri, "file://");
    for (int part = 0; part < 2; part++) {
        const char *c = part == 0 ? directory : path;

        if (*c != '\0' && *c != '/') {
            buffer_putc(&uri, '/');
        }
        while (*c != '\0') {
            /* "./" and "//" say nothing. */
            bool at_start = uri.data[uri.len - 1] == '/';

            if (uri.len > strlen("file://") && at_start && *c == '/') {
                c++;
            } else if (at_start && c[0] == '.' && c[1] == '/') {
                c += 2;
            } else if (strchr("!$&'()*+,-./:;=@_~", *c) != NULL || mn_is_digit((uint32_t) *c) ||
                       mn_is_letter((uint32_t) *c)) {
                buffer_putc(&uri, *c++);
            } else {
                char code[4];

                snprintf(code, sizeof(code), "%%%02X", (unsigned char) *c++);
                buffer_puts(&uri, code);
            }
        }
    }
    free(real);
    return uri.data;
}

static bool fail(ReadError *error, const char *code, const char *what)
{
    error->code = code;
    snprintf(error->detail, sizeof(error->detail), "%s", what);
    return false;
}

static bool fail_too_large(ReadError *error)
{
    error->code = "too_large";
    snprintf(error->detail, sizeof(error->detail),
             "is larger than %zu MB, so it is no set of minutes; split it or leave it out",
             SOURCE_MAX_BYTES / 1024 / 1024);
    return false;
}

/* Reads an open file to its end, but not further than the limit. */
static bool read_all(Arena *arena, int fd, size_t expected, Source *source, ReadError *error)
{
    size_t size = expected + 1;
    char *data = arena_alloc(arena, size);
    size_t len = 0;

    for (;;) {
        ssize_t got;

        if (len == size) {
            char *moved;

            if (size > SOURCE_MAX_BYTES) {
                return fail_too_large(error);
            }
            size = size < 32768 ? 65536 : size * 2;
            moved = arena_alloc(arena, size);
            memcpy(moved, data, len);
            data = moved;
        }
        got = read(fd, data + len, size - len);
        if (got == 0) {
            break;
        }
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            error->code = "unreadable";
            error->kind = error_kind_of_errno(errno);
            snprintf(error->detail, sizeof(error->detail), "cannot be read: %s", strerror(errno));
            return false;
        }
        len += (size_t) got;
    }
    if (len > SOURCE_MAX_BYTES) {
        return fail_too_large(error);
    }
    source->data = data;
    source->len = len;
    return true;
}

bool source_load(Arena *arena, const WalkDocument *document, SourceFile *file, ReadError *error)
{
    bool is_input = document->named && strcmp(document->path, "-") == 0;
    struct stat status;
    bool read;
    int fd;

    memset(file, 0, sizeof(*file));
    file->named = document->named;
    file->source.name = arena_string(arena, document->name);
    file->source.uri = is_input ? "stdin:" : file_uri(arena, document->path);
    fd = is_input ? STDIN_FILENO : open(document->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        error->code = "unreadable";
        error->kind = error_kind_of_errno(errno);
        snprintf(error->detail, sizeof(error->detail), "cannot be opened: %s", strerror(errno));
        return false;
    }
    if (fstat(fd, &status) != 0 || S_ISDIR(status.st_mode)) {
        read = fail(error, "unreadable", "is no file");
    } else if (S_ISREG(status.st_mode) && (size_t) status.st_size > SOURCE_MAX_BYTES) {
        read = fail_too_large(error);
    } else {
        read = read_all(arena, fd, S_ISREG(status.st_mode) ? (size_t) status.st_size : 0,
                        &file->source, error);
    }
    if (!is_input) {
        close(fd);
    }
    if (!read) {
        return false;
    }
    source_hash(file->source.data, file->source.len, file->sha256);
    if (is_input) {
        file->source.uri = arena_printf(arena, "urn:sha256:%s", file->sha256);
    }
    return true;
}
