/*
 * lines_unwrap.c - which printed lines are one paragraph, and words broken over two of them.
 */
#include <stdlib.h>
#include <string.h>

#include "labels.h"
#include "lines.h"
#include "texts.h"

/* Lines longer than this were not set to a page's width. */
#define WIDEST_PAGE 140

/* A line with less than this share of the width (in hundredths) could have taken the next line's first word. */
#define FULL_LINE 80

/* ---- the document's words, to tell a hyphen that belongs to a word from one that broke it ---- */

typedef struct Vocabulary {
    uint64_t *slot;
    size_t mask;
    size_t size;
} Vocabulary;

static uint64_t hash_word(MnText a, MnText b)
{
    uint64_t hash = 1469598103934665603u;

    for (size_t i = 0; i < a.len; i++) {
        hash = (hash ^ mn_lower((unsigned char) a.data[i])) * 1099511628211u;
    }
    for (size_t i = 0; i < b.len; i++) {
        hash = (hash ^ mn_lower((unsigned char) b.data[i])) * 1099511628211u;
    }
    return hash | 1;
}

static bool vocabulary_find(const Vocabulary *vocabulary, uint64_t hash, bool add)
{
    size_t at = (size_t) (hash >> 17) & vocabulary->mask;

    while (vocabulary->slot[at] != 0) {
        if (vocabulary->slot[at] == hash) {
            return true;
        }
        at = (at + 1) & vocabulary->mask;
    }
    if (add) {
        vocabulary->slot[at] = hash;
    }
    return false;
}

static MnText bare_word(MnText word)
{
    return text_strip(word, ".,;:!?()[]\"'*_");
}

/* Whether a word may be broken at the line's end. */
static bool may_break(MnText line)
{
    return line.len > 0 && (line.data[line.len - 1] == '-' || line.data[line.len - 1] == '>');
}

/* Empty where no line may break one. */
static Vocabulary *vocabulary_of(Arena *arena, const Lines *lines)
{
    Vocabulary *vocabulary = arena_alloc(arena, sizeof(Vocabulary));
    size_t words = 0;
    size_t size = 64;
    bool broken = false;

    for (size_t i = 0; i < lines->count && !broken; i++) {
        broken = may_break(lines->line[i].text);
    }
    for (size_t i = 0; i < lines->count && broken; i++) {
        words += text_words(lines->line[i].text);
    }
    while (size < words * 2) {
        size *= 2;
    }
    vocabulary->slot = arena_alloc(arena, size * sizeof(uint64_t));
    vocabulary->mask = size - 1;
    vocabulary->size = size;
    for (size_t i = 0; i < lines->count && broken; i++) {
        size_t at = 0;
        MnText word;

        while (text_next_word(lines->line[i].text, &at, &word)) {
            word = bare_word(word);
            if (word.len > 0 && word.data[word.len - 1] != '-') {
                vocabulary_find(vocabulary, hash_word(word, (MnText){"", 0}), true);
            }
        }
    }
    return vocabulary;
}

/* Whether the hyphen between the two halves is the word's own ("self-/assessment") and not the line's ("re-/duced"). */
static bool keeps_hyphen(const Setting *setting, MnText first, MnText second)
{
    static const char *const compounds[] = {
        "self", "non",  "multi", "co",   "anti", "well", "long", "short", "cross", "mid",
        "semi", "ex",   "half",  "high", "low",  "part", "full", "one",   "two",   "three",
        "four", "five", "year",  "ward", "post", "vice", "all",  NULL};
    const Vocabulary *vocabulary = setting->vocabulary;
    MnText hyphened = {first.data, first.len};

    if (!is_lower(text_first(second)) || !is_letter(text_last(text_upto(first, first.len - 1)))) {
        return true;
    }
    first.len--;
    if (vocabulary_find(vocabulary, hash_word(first, second), false)) {
        return false;
    }
    if (vocabulary_find(vocabulary, hash_word(hyphened, second), false) ||
        memchr(first.data, '-', first.len) != NULL || text_is_any(first, compounds, NULL)) {
        return true;
    }
    return first.len > 3 && vocabulary_find(vocabulary, hash_word(first, (MnText){"", 0}), false) &&
           vocabulary_find(vocabulary, hash_word(second, (MnText){"", 0}), false);
}

/* ---- how the page was set ---- */

static int by_value(const void *a, const void *b)
{
    return *(const int *) a - *(const int *) b;
}

/* Whether the line after `line` certainly goes on with its sentence, so that the page's width broke it there. */
static bool is_wrapped(const Line *line, const Line *next)
{
    return !line->blank && !line->furniture && !next->blank && !next->marker && line->width > 45 &&
           line->width <= WIDEST_PAGE && !text_is_closed(line->text) &&
           is_lower(text_first(next->text));
}

Setting lines_setting(Arena *arena, const Lines *lines)
{
    Setting setting = {false, 0, vocabulary_of(arena, lines)};
    int *width = arena_alloc(arena, (lines->count + 1) * sizeof(int));
    size_t wrapped = 0;
    size_t pairs = 0;
    size_t count = 0;
    size_t wide = 0;

    for (size_t i = 0; i < lines->count; i++) {
        const Line *line = &lines->line[i];

        if (line->blank || line->furniture) {
            continue;
        }
        count++;
        wide += line->width > WIDEST_PAGE;
        if (i + 1 == lines->count) {
            break;
        }
        pairs += line->width > 45 && !lines->line[i + 1].blank && !lines->line[i + 1].marker;
        if (is_wrapped(line, &lines->line[i + 1])) {
            width[wrapped++] = line->width + line->indent;
        }
    }
    if (wrapped < 2) {
        return setting;
    }
    qsort(width, wrapped, sizeof(int), by_value);
    /* The widest lines may stand out: a table, a link. */
    setting.width = width[wrapped - 1 - wrapped / 30];
    setting.wrapped = wrapped * 4 >= pairs && wide * 8 <= count;
    return setting;
}

void lines_setting_free(Arena *arena, Setting *setting)
{
    Vocabulary *vocabulary = setting->vocabulary;

    arena_release(arena, vocabulary->slot, vocabulary->size * sizeof(uint64_t));
    setting->vocabulary = NULL;
}

/* A line that ends in the middle of things: a comma, a hyphen, a small word that binds. */
static bool is_open_ended(MnText text)
{
    static const char *const binding[] = {"and", "or",   "of",  "the",  "to",   "for", "in",
                                          "on",  "at",   "a",   "an",   "with", "by",  "from",
                                          "&",   "that", "was", "were", "be",   "is",  NULL};
    uint32_t last = text_last(text);
    size_t at = text.len;

    if (last == ',' || last == 0xAD) {
        return true;
    }
    while (at > 0 && text.data[at - 1] != ' ') {
        at--;
    }
    return at > 0 && text_is_any(text_after(text, at), binding, NULL);
}

static MnText first_word(MnText text)
{
    size_t at = 0;
    MnText word;

    return text_next_word(text, &at, &word) ? word : (MnText){"", 0};
}

/* "Also in" / "attendance:", "Apologies for" / "absence:": a label that its narrow column broke. */
static bool is_broken_label(const Line *a, const Line *b)
{
    return a->width < 25 && b->width > 0 && text_words(a->text) <= 3 && !text_is_closed(a->text) &&
           is_lower(text_first(b->text)) &&
           (text_begins(b->text, "attendance") || text_begins(b->text, "absence") ||
            text_begins(b->text, "present") || text_begins(b->text, "of interest") ||
            text_begins(b->text, "for absence"));
}

/* "(Stowmere Council" at a line's end: the bracket goes on below, even with a dash. */
static bool has_open_bracket(MnText text)
{
    size_t at = text.len;

    while (at > 0 && text.len - at < 80) {
        at--;
        if (text.data[at] == ')') {
            return false;
        }
        if (text.data[at] == '(') {
            return true;
        }
    }
    return false;
}

/* "Minute No. 1215 ALLOTMENTS": a title whatever stands above it. */
static bool is_worded_title(MnText text)
{
    static const char *const words[] = {"Minute No",   "MINUTE NO",   "Minute Number", "Item No",
                                        "Agenda Item", "AGENDA ITEM", "Min No",        NULL};

    for (size_t i = 0; words[i] != NULL; i++) {
        if (mn_begins(text, text_of(words[i]))) {
            MnText rest = text_strip(text_after(text, strlen(words[i])), " .:umber");
            size_t at = 0;

            while (at < rest.len && mn_is_digit((unsigned char) rest.data[at])) {
                at++;
            }
            rest = text_strip(text_after(rest, at), " .:-");
            return at > 0 && is_upper(text_first(rest)) && !text_is_closed(text);
        }
    }
    return false;
}

bool lines_are_joined(const Setting *setting, const Line *a, const Line *b, bool apart)
{
    uint32_t last = text_last(a->text);
    bool lower = is_lower(text_first(b->text));
    bool full;
    size_t label_len;

    if (b->marker && !b->blank && !apart && has_open_bracket(a->text) && b->label_len > 0 &&
        !label_is_numbered(text_upto(b->text, b->label_len))) {
        return true;
    }
    if (b->marker || b->blank || last == ':' || last == '|' || b->text.data[0] == '|' ||
        b->text.data[0] == '<' || last == '>') {
        return false;
    }
    if (is_broken_label(a, b)) {
        return true;
    }
    if (label_at(b->text, &label_len) != LABEL_NONE && label_len < b->text.len + 1 &&
        text_search(b->text, 0, ":") < label_len) {
        return false;
    }
    if (is_worded_title(b->text)) {
        return false;
    }
    full = setting->wrapped && (a->indent + a->width + 1 +
                                (int) mn_characters(first_word(b->text), first_word(b->text).len)) *
                                       100 >
                                   setting->width * FULL_LINE;
    if (apart) {
        /* A blank line, or a page's end, in the middle of a sentence. */
        return a->width > 40 && !text_is_closed(a->text) && lower && text_words(b->text) > 1;
    }
    if ((last == '-' && a->width > 1 && is_letter(text_first(b->text)) &&
         a->text.data[a->text.len - 2] != ' ') ||
        last == 0xAD) {
        return true;
    }
    if (text_is_closed(a->text) && !lower && is_letter(text_first(b->text)) &&
        !text_is_closed(b->text) && b->width * 100 < setting->width * 60) {
        /* a short line without a full stop after a whole sentence: a title */
        return false;
    }
    if (full && (setting->wrapped || lower)) {
        return true;
    }
    if (!setting->wrapped) {
        return (lower && !text_is_closed(a->text) && a->width > 20) ||
               (is_open_ended(a->text) && a->width > 25);
    }
    return (lower && !text_is_closed(a->text)) || (is_open_ended(a->text) && a->width > 25);
}

void lines_append(const Setting *setting, Buffer *paragraph, MnText text)
{
    MnText first = first_word(text);
    MnText end = {paragraph->data, paragraph->len};
    size_t at = end.len;
    uint32_t last = text_last(end);

    if (paragraph->len == 0) {
        buffer_add(paragraph, text.data, text.len);
        return;
    }
    while (at > 0 && end.data[at - 1] != ' ' && end.data[at - 1] != '\n') {
        at--;
    }
    end = text_after(end, at);
    if (last == 0xAD) {
        paragraph->len -= 2;
    } else if (last == '-' && end.len > 1 && is_letter(text_first(first))) {
        if (!keeps_hyphen(setting, end, bare_word(first))) {
            paragraph->len--;
        }
    } else {
        buffer_putc(paragraph, ' ');
    }
    buffer_add(paragraph, text.data, text.len);
}
