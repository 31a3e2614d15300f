/*
 * command_parse.c - minutes2pgsql parse.
 */
#include "options.h"

int command_parse(const Options *options)
{
    (void) options;
    message_error("parse is not built yet");
    return EXIT_REFUSED;
}
