/*
 * error_kind.h - three kinds of errors, told apart by what somebody has to do about them.
 */
#ifndef MINUTES_ERROR_KIND_H
#define MINUTES_ERROR_KIND_H

/* The later of two that happened is the one that a run is judged by. */
typedef enum ErrorKind {
    ERROR_PERMANENT, /* a document cannot be loaded: it has to be mended, trying again helps nothing */
    ERROR_TRANSIENT, /* the machine, the server or the way to it: trying again will help */
    ERROR_CRITICAL /* rights, versions, settings, programs that are missing: somebody has to act */
} ErrorKind;

#define ERROR_KINDS 3

/* permanent, transient, critical. */
const char *error_kind_name(ErrorKind kind);

/* What to do about errors of this kind, in a clause. */
const char *error_kind_advice(ErrorKind kind);

/*
 * The kind of a server's refusal by its SQLSTATE; NULL or "" stands for a connection that was lost. A refused value (classes 22, 23, 54) is the
 * document's affair; what passes by itself (connections, deadlocks, time-outs, room, memory, a server that stops or starts) is transient; all else
 * is critical.
 */
ErrorKind error_kind_of_sqlstate(const char *state);

/* The kind of a system call's failure: who lacks rights needs somebody's help, anything else may be gone the next time. */
ErrorKind error_kind_of_errno(int number);

/*
 * The kind of a failure to connect, by libpq's words. `answers` says whether the server lets connections in at all; it matters where it refused
 * this one.
 */
ErrorKind error_kind_of_connection(const char *words, int answers);

#endif
