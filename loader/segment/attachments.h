/*
 * attachments.h - the documents that a page lists with an item: "Title pdf icon PDF 112 KB".
 */
#ifndef MINUTES_ATTACHMENTS_H
#define MINUTES_ATTACHMENTS_H

#include "model.h"

/* An item's attachments while they are collected. */
typedef struct Attachments {
    Attachment *attachment;
    size_t count;
    size_t capacity;
} Attachments;

/*
 * Takes the prints of attachments off the end of a title ("pdf icon PDF 112 KB", "(PDF, 99 KB)", "View as DOC (96/2) 169 KB",
 * ", item SSP/9/25", "Restricted enclosure 3", "(Pages 3 - 18)") and adds those that name a file. What remains is the title; in
 * *item, where it is printed, the number behind ", item".
 */
MnText attachments_take(Arena *arena, Attachments *attachments, MnText title, MnText *item);

/* Whether a line is nothing but a document's title and its file's print. */
bool attachment_line(MnText line);

/* Adds one that the format itself lists. */
void attachments_add(Arena *arena, Attachments *attachments, const Block *block);

#endif
