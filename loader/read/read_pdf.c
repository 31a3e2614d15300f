/*
 * read_pdf.c - the reader of PDF: pdftotext in a child process, then the reader of plain text.
 *
 * The child gets the bytes through an anonymous file and no name at all; it is held to limits of time, memory and output, so its crashes
 * and bombs stay its own.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "read.h"

#define MEMORY_MAX ((rlim_t) 1024 * 1024 * 1024)
#define OUTPUT_MAX ((size_t) 32 * 1024 * 1024)
/* What the child ends with where it could not be started at all. */
#define NOT_STARTED 127

static int recognises(MnText bytes)
{
    size_t within = bytes.len < 1024 ? bytes.len : 1024;

    return bytes.len > 5 && memmem(bytes.data, within, "%PDF-", 5) != NULL ? 95 : 0;
}

static bool fail(ReadError *error, const char *code, const char *what)
{
    error->code = code;
    snprintf(error->detail, sizeof(error->detail), "%s", what);
    return false;
}

static void limit(int what, rlim_t value)
{
    struct rlimit bound = {value, value};

    setrlimit(what, &bound);
}

/* In the child: pdftotext from standard input to standard output, within limits. */
static void run_child(int in, int out, int seconds)
{
    static char *const arguments[] = {"pdftotext", "-layout", "-enc", "UTF-8", "-eol",
                                      "unix",      "-q",      "-",    "-",     NULL};
    int nothing = open("/dev/null", O_WRONLY);

    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    if (nothing >= 0) {
        dup2(nothing, STDERR_FILENO);
    }
    limit(RLIMIT_CPU, (rlim_t) seconds);
    limit(RLIMIT_AS, MEMORY_MAX);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, (rlim_t) OUTPUT_MAX);
    signal(SIGPIPE, SIG_DFL);
    /* Whoever kills the loader has not to look for this. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    execvp(arguments[0], arguments);
    _exit(NOT_STARTED);
}

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads what the child writes until it ends, the time is up or it is too much; false in the last two cases. */
static bool collect(int from, int seconds, Buffer *output, bool *too_much)
{
    int64_t until = now_ms() + (int64_t) seconds * 1000;
    char piece[65536];

    *too_much = false;
    for (;;) {
        struct pollfd ready = {from, POLLIN, 0};
        int64_t left = until - now_ms();
        ssize_t got;
        int polled = left <= 0 ? 0 : poll(&ready, 1, (int) left);

        if (polled == 0) {
            return false;
        }
        if (polled < 0 && errno == EINTR) {
            continue;
        }
        got = read(from, piece, sizeof(piece));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return true;
        }
        if (output->len + (size_t) got > OUTPUT_MAX) {
            *too_much = true;
            return false;
        }
        buffer_add(output, piece, (size_t) got);
    }
}

static bool report_end(int status, bool ended, bool too_much, ReadError *error)
{
    if (too_much) {
        return fail(error, "too_large",
                    "holds more text than minutes do; split it or leave it out");
    }
    if (!ended || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
        return fail(error, "malformed",
                    "took pdftotext too long; print it to a new PDF, or save its text");
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return true;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_STARTED) {
        error->kind = ERROR_CRITICAL;
        return fail(error, "unreadable",
                    "is a PDF, and pdftotext is not here to read it; install poppler-utils");
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 3) {
        return fail(error, "malformed",
                    "is a PDF that forbids copying its text; ask for one that does not");
    }
    return fail(
        error, "malformed",
        "is a damaged or protected PDF that pdftotext cannot read; save or print it to a new PDF");
}

/* Writes all bytes into an anonymous file and goes to its start; -1 where that fails. */
static int anonymous_file(MnText bytes)
{
    int file = memfd_create("minutes", MFD_CLOEXEC);
    size_t written = 0;

    while (file >= 0 && written < bytes.len) {
        ssize_t put = write(file, bytes.data + written, bytes.len - written);

        if (put < 0 && errno != EINTR) {
            close(file);
            return -1;
        }
        written += put > 0 ? (size_t) put : 0;
    }
    if (file >= 0) {
        lseek(file, 0, SEEK_SET);
    }
    return file;
}

/* The text of a PDF, as its pages set it; form feeds stand between them. */
static bool pdf_text(MnText bytes, int seconds, Arena *arena, MnText *text, ReadError *error)
{
    Buffer output = {.arena = arena};
    int file = anonymous_file(bytes);
    int ends[2];
    int status = 0;
    bool too_much = false;
    bool ended;
    pid_t child;

    if (file < 0 || pipe2(ends, O_CLOEXEC) != 0) {
        close(file);
        error->kind = ERROR_TRANSIENT;
        return fail(error, "unreadable", "cannot be handed to pdftotext: no memory or files left");
    }
    fflush(stdout);
    child = fork();
    if (child == 0) {
        run_child(file, ends[1], seconds);
    }
    close(file);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        error->kind = ERROR_TRANSIENT;
        return fail(error, "unreadable",
                    "cannot be handed to pdftotext: no process can be started");
    }
    ended = collect(ends[0], seconds, &output, &too_much);
    close(ends[0]);
    if (!ended) {
        kill(child, SIGKILL);
    }
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    *text = (MnText){output.data == NULL ? "" : output.data, output.len};
    return report_end(status, ended, too_much, error);
}

static bool read_pdf(MnText bytes, Document *document, ReadError *error)
{
    MnText printed;
    MnText text;

    if (!pdf_text(bytes, document->helper_seconds, document->arena, &printed, error)) {
        return false;
    }
    if (mn_trim(printed).len == 0) {
        return fail(error, "empty",
                    "is a PDF of pictures without text, a scan; recognise its text first, for "
                    "example with ocrmypdf");
    }
    return decode_text(printed, "UTF-8", document->arena, &text, error) &&
           reader_text.read(text, document, error);
}

const Reader reader_pdf = {"pdf", true, recognises, read_pdf};
