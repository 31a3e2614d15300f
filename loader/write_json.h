/*
 * write_json.h - a document as one line of JSON, as `parse` prints it.
 */
#ifndef MINUTES_WRITE_JSON_H
#define MINUTES_WRITE_JSON_H

#include <stdio.h>

#include "read.h"

/* Writes the document as one object and a newline; explain adds its blocks and where each went. False where out cannot be written. */
bool write_json(FILE *out, const Document *document, bool explain);

/* The object of a document that was rejected: its name, no meetings, and the reason as its only problem. */
bool write_json_rejected(FILE *out, const char *name, const ReadError *error);

#endif
