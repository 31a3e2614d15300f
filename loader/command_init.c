/*
 * command_init.c - minutes2pgsql init.
 */
#include "options.h"

int command_init(const Options *options)
{
    (void) options;
    message_error("init is not built yet");
    return EXIT_REFUSED;
}
