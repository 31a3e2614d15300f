/*
 * load_errors.c - what stops a run and of what kind it is; trying again what is transient.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "load.h"
#include "store.h"

bool load_ends(const Load *load)
{
    return load->shared->refused || load->shared->stopped || interrupted();
}

void load_stop(LoadShared *shared, ErrorKind kind)
{
    atomic_fetch_add(&shared->errors[kind], 1);
    shared->refused = true;
}

void load_refuse(LoadShared *shared, PGconn *conn)
{
    const char *state = db_last_state(conn);
    ErrorKind kind = db_error_kind(conn);
    int none = 0;

    atomic_compare_exchange_strong(&shared->stop_state, &none,
                                   *state == '\0' ? CONNECTION_LOST
                                                  : (int) strtol(state, NULL, 36));
    /* What is refused as a document's value and is none of a document is a fault of the store. */
    load_stop(shared, kind == ERROR_PERMANENT ? ERROR_CRITICAL : kind);
}

void load_not_entered(LoadShared *shared, PGconn *conn)
{
    /* What the store is not is nothing that passes, unless the server said so. */
    load_stop(shared, *db_last_state(conn) == '\0' && db_alive(conn) ? ERROR_CRITICAL
                                                                     : db_error_kind(conn));
}

RunErrors load_errors(const LoadShared *shared, char code[20])
{
    RunErrors errors = {.retries = shared->retries};
    int state = shared->stop_state;

    for (int kind = 0; kind < ERROR_KINDS; kind++) {
        errors.count[kind] = shared->errors[kind];
    }
    if (state == CONNECTION_LOST) {
        snprintf(code, 20, "connection_lost");
        errors.code = code;
    } else if (state != 0) {
        code[5] = '\0';
        for (int i = 5; i-- > 0; state /= 36) {
            code[i] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[state % 36];
        }
        errors.code = code;
    }
    return errors;
}

/* Waits so many seconds; false where an interrupt came. */
static bool wait_seconds(int seconds)
{
    struct timespec left = {.tv_sec = seconds};

    while (!interrupted() && nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
    return !interrupted();
}

/* A new connection in the place of one that was lost. */
static bool reconnect(Load *load)
{
    PGconn *conn = connect_again(load->options, load->conn);
    StoreState state;

    if (conn == NULL) {
        return false;
    }
    connect_close(load->conn);
    load->conn = load->writer->conn = conn;
    interrupt_watch(conn);
    return store_enter(conn, load->batch, &state) &&
           (load->writer->run_id == 0 || !load->tells_problems ||
            run_resume(conn, load->writer->run_id));
}

bool load_try_again(Load *load)
{
    bool transient = db_error_kind(load->conn) == ERROR_TRANSIENT;

    while (transient && !load_ends(load) && load->attempts < load->options->retries) {
        int seconds = load->attempts < 6 ? 1 << load->attempts : RETRY_SECONDS_MAX;

        load->attempts++;
        message(load->options->log_level, LOG_WARNINGS, "trying again in %d s (%d of %d)", seconds,
                load->attempts, load->options->retries);
        if (!wait_seconds(seconds)) {
            return false;
        }
        if (db_alive(load->conn) || reconnect(load)) {
            atomic_fetch_add(&load->shared->retries, 1);
            return true;
        }
    }
    return false;
}
