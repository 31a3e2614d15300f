/*
 * model_digest.h - what a document says, as one digest: two copies of a page that differ in navigation, counters or session numbers only have the same.
 */
#ifndef MINUTES_MODEL_DIGEST_H
#define MINUTES_MODEL_DIGEST_H

#include "model.h"

/*
 * The SHA-256, hexadecimal, of all that is stored of the document's meetings, people, items and attachments, in order. Lines of the source, the
 * address and what follows from the texts have no part in it. Sessions in addresses of attachments are left out.
 */
void model_digest(const Document *document, char out[65]);

#endif
