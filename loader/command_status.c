/*
 * command_status.c - minutes2pgsql status.
 */
#include "options.h"

int command_status(const Options *options)
{
    (void) options;
    message_error("status is not built yet");
    return EXIT_REFUSED;
}
