/*
 * error_kind.c - see error_kind.h.
 */
#include "error_kind.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

const char *error_kind_name(ErrorKind kind)
{
    static const char *const names[ERROR_KINDS] = {"permanent", "transient", "critical"};

    return names[kind];
}

const char *error_kind_advice(ErrorKind kind)
{
    static const char *const advice[ERROR_KINDS] = {
        "mend the documents that minutes.load_problems lists", "run it again",
        "an administrator has to act before a rerun can help"};

    return advice[kind];
}

/* Whether the text begins with one of the words (NULL-terminated). */
static bool begins_with_one(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strncmp(text, *words, strlen(*words)) == 0) {
            return true;
        }
    }
    return false;
}

static bool holds_one(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strstr(text, *words) != NULL) {
            return true;
        }
    }
    return false;
}

ErrorKind error_kind_of_sqlstate(const char *state)
{
    /* data, integrity, a document that is too much for a row or an index */
    static const char *const permanent[] = {"22", "23", "54", NULL};
    /*
     * connection; serialization, deadlock; resources (disk, memory, connections); object in use, lock not available; cancelled, shut down, starting;
     * idle too long
     */
    static const char *const transient[] = {"08",    "40",    "53",    "55006", "55P03", "57014",
                                            "57P01", "57P02", "57P03", "57P05", "25P03", NULL};

    if (state == NULL || *state == '\0' || begins_with_one(state, transient)) {
        return ERROR_TRANSIENT;
    }
    return begins_with_one(state, permanent) ? ERROR_PERMANENT : ERROR_CRITICAL;
}

ErrorKind error_kind_of_errno(int number)
{
    return number == EACCES || number == EPERM || number == EROFS ? ERROR_CRITICAL
                                                                  : ERROR_TRANSIENT;
}

ErrorKind error_kind_of_connection(const char *words, int answers)
{
    static const char *const network[] = {"connection to server", "could not translate host name",
                                          "server closed the connection", "timeout expired", NULL};
    static const char *const settings[] = {"password", "SSL", "certificate", "GSS", NULL};
    /* No SQLSTATE reaches a client before it is connected. */
    static const char *const full[] = {"too many", "connection slots", NULL};

    if (!holds_one(words, network) || holds_one(words, settings)) {
        return ERROR_CRITICAL;
    }
    return strstr(words, "FATAL") != NULL && answers && !holds_one(words, full) ? ERROR_CRITICAL
                                                                                : ERROR_TRANSIENT;
}
