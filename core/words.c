/*
 * words.c - see words.h.
 */
#include "words.h"

#include <string.h>

/* -1, 0, 1 as the word, its letters taken as lower case, sorts before, at, behind the entry. */
static int compare(MnText word, const char *entry)
{
    size_t i = 0;

    for (; i < word.len && entry[i] != '\0'; i++) {
        int a = (int) mn_lower((unsigned char) word.data[i]);
        int b = (unsigned char) entry[i];

        if (a != b) {
            return a < b ? -1 : 1;
        }
    }
    if (i < word.len) {
        return 1;
    }
    return entry[i] == '\0' ? 0 : -1;
}

static void look_up(MnText text, MnWord *word, const MnVocabulary *vocabulary, size_t entries)
{
    char letters[sizeof(vocabulary->word)] = {0};
    size_t low = 0;
    size_t high = entries;

    if (word->len >= sizeof(letters)) {
        return;
    }
    for (size_t i = 0; i < word->len; i++) {
        letters[i] = (char) mn_lower((unsigned char) text.data[word->start + i]);
    }
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = memcmp(letters, vocabulary[middle].word, sizeof(letters));

        if (order == 0) {
            word->kind = vocabulary[middle].kind;
            word->value = vocabulary[middle].value;
            return;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
}

/* Welsh joins its article and pronouns to the word before: "nodi'r adroddiad". */
static void look_up_stem(MnText text, MnWord *word, const MnVocabulary *vocabulary, size_t entries)
{
    const char *letters = text.data + word->start;
    size_t quote = word->len >= 5 && (unsigned char) letters[word->len - 4] == 0xE2 ? 3 : 1;

    if (strchr("rniuw", letters[word->len - 1]) != NULL && word->len > quote + 1 &&
        (letters[word->len - 2] == '\'' || quote == 3)) {
        MnWord stem = *word;

        stem.len = (uint16_t) (word->len - 1 - quote);
        look_up(text, &stem, vocabulary, entries);
        word->kind = stem.kind;
        word->value = stem.value;
    }
}

bool mn_word_is(MnText text, const MnWord *word, const char *lower)
{
    return compare((MnText){text.data + word->start, word->len}, lower) == 0;
}

/* A mark as ASCII, 0 for a letter of any script. */
static char mark_of(uint32_t c)
{
    switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return '-';
    case 0x2018:
    case 0x2019:
    case 0x2032:
    case 0x60:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0xAB:
    case 0xBB:
        return '"';
    case 0x2022:
    case 0xB7:
    case 0x25CF:
    case 0x25AA:
    case 0x2023:
    case 0x25E6:
    case 0x2026:
        return '.' == c ? '.' : '+';
    case 0xA3:
    case 0xB0:
    case 0xA7:
    case 0xBD:
        return '~';
    default:
        break;
    }
    if (c >= 0xF000 && c <= 0xF0FF) {
        return '+';
    }
    return c < 0x80 && !mn_is_letter(c) && !mn_is_digit(c) ? (char) c : '\0';
}

/* Whether an apostrophe that ends at byte `at` stands within a word: a letter follows. */
static bool letter_follows(MnText text, size_t at)
{
    return at < text.len &&
           (mn_is_letter((unsigned char) text.data[at]) || (unsigned char) text.data[at] >= 0xC3) &&
           (unsigned char) text.data[at] != 0xE2;
}

/* Reads the letters from byte *at on into word. */
static void read_word(MnText text, size_t *at, MnWord *word)
{
    size_t letters = 0;
    size_t capitals = 0;

    word->capital = text.data[*at] >= 'A' && text.data[*at] <= 'Z';
    while (*at < text.len) {
        unsigned char byte = (unsigned char) text.data[*at];
        size_t next = *at;
        uint32_t c;

        if (mn_is_letter(byte)) {
            letters++;
            capitals += byte <= 'Z';
            (*at)++;
            continue;
        }
        if (byte < 0x80 && byte != '\'') {
            break;
        }
        c = mn_next(text, &next);
        if (mark_of(c) == '\'' ? !letter_follows(text, next)
                               : mark_of(c) != '\0' || mn_is_space(c) || mn_is_invisible(c)) {
            break;
        }
        *at = next;
    }
    word->mark = 'w';
    word->upper = letters > 1 && capitals == letters;
}

static void read_number(MnText text, size_t *at, MnWord *word)
{
    int value = 0;

    while (*at < text.len && mn_is_digit((unsigned char) text.data[*at])) {
        value = value < 0 || value > 999 ? -1 : value * 10 + (text.data[*at] - '0');
        (*at)++;
    }
    word->mark = '0';
    word->number = value;
}

size_t mn_words(MnText text, size_t *at, const MnVocabulary *vocabulary, size_t entries,
                MnWord *words, size_t max)
{
    size_t count = 0;
    bool spaced = true;

    while (*at < text.len && count < max) {
        unsigned char byte = (unsigned char) text.data[*at];
        MnWord *word = &words[count];
        size_t next = *at;
        uint32_t c;

        if (byte == ' ' || byte == '\n' || byte == '*' || byte == '_' || byte == '#') {
            spaced = spaced || byte == ' ' || byte == '\n';
            (*at)++;
            continue;
        }
        c = mn_next(text, &next);
        if (byte >= 0x80 && mn_is_invisible(c)) {
            *at = next;
            continue;
        }
        if (mn_is_space(c)) {
            spaced = true;
            *at = next;
            continue;
        }
        *word = (MnWord){.start = *at, .spaced = spaced, .number = -1};
        spaced = false;
        if (mn_is_digit(byte)) {
            read_number(text, at, word);
        } else if (mn_is_letter(byte) || mark_of(c) == '\0') {
            read_word(text, at, word);
            if (*at == word->start) {
                *at = next;
            }
        } else {
            word->mark = mark_of(c);
            *at = next;
        }
        word->len = (uint16_t) (*at - word->start < UINT16_MAX ? *at - word->start : UINT16_MAX);
        if (word->mark == 'w') {
            look_up(text, word, vocabulary, entries);
            if (word->kind == 0 && word->len > 2) {
                look_up_stem(text, word, vocabulary, entries);
            }
        }
        count++;
    }
    return count;
}
