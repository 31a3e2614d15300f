/*
 * command_init.c - minutes2pgsql init.
 */
#include "store.h"

int command_init(const Options *options)
{
    PGconn *conn = connect_open(options);
    ExitCode code;

    if (conn == NULL) {
        return EXIT_NO_CONNECTION;
    }
    interrupt_watch(conn);
    code = store_init(conn, options);
    connect_close(conn);
    return code;
}
