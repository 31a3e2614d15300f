/*
 * command_load.c - minutes2pgsql load.
 */
#include "options.h"

int command_load(const Options *options)
{
    (void) options;
    message_error("load is not built yet");
    return EXIT_REFUSED;
}
