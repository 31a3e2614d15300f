/*
 * minute_text.h - the words of a minute as markup: paragraphs, lists and tables, with the sentences that report a change marked.
 */
#ifndef MINUTES_MINUTE_TEXT_H
#define MINUTES_MINUTE_TEXT_H

#include <stdint.h>

#include "arena.h"
#include "escape.h"

/* A reported change in a text; spans are bytes from 0. */
typedef struct TextChange {
    int64_t change_id;
    size_t sentence_start;
    size_t sentence_end;
    size_t figure_start;
    size_t figure_end;
} TextChange;

/* How far a text was counted through; begin with {1, 0}. */
typedef struct TextPlace {
    int64_t character;
    size_t byte;
} TextPlace;

/*
 * Finds a change's place: `start` (from 1) and `length` count characters, as the view does; the sentence is the one of these
 * words that holds the figure, or the figure alone where the text does not have it. Ask for the changes of a text in the
 * order of their starts: `place` goes through it once.
 */
TextChange text_change_at(TextPlace *place, const char *text, size_t len, int64_t change_id,
                          int64_t start, int64_t length, const char *sentence);

/* Writes the text. Each change becomes the target #change-ID; changes are in the order of their figures. */
void put_minute_text(Page *page, Arena *arena, const char *text, size_t len,
                     const TextChange *changes, size_t count);

#endif
