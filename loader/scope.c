/*
 * scope.c - see scope.h.
 */
#include "scope.h"

void scope_restrictions(Document *document)
{
    (void) document;
}
