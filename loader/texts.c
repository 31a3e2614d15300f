/*
 * texts.c - see texts.h.
 */
#include "texts.h"

#include <stdlib.h>
#include <string.h>

int whole_number(const char *string)
{
    long number = strtol(string, NULL, 10);

    return number < 0 ? 0 : number > 1000000 ? 1000000 : (int) number;
}

MnText text_of(const char *string)
{
    return (MnText){string == NULL ? "" : string, string == NULL ? 0 : strlen(string)};
}

MnText text_after(MnText text, size_t bytes)
{
    bytes = bytes < text.len ? bytes : text.len;
    return (MnText){text.data + bytes, text.len - bytes};
}

MnText text_upto(MnText text, size_t bytes)
{
    return (MnText){text.data, bytes < text.len ? bytes : text.len};
}

bool text_is(MnText text, const char *string)
{
    return mn_same(text, text_of(string));
}

static bool is_word(char c)
{
    return mn_is_letter((unsigned char) c) || mn_is_digit((unsigned char) c) ||
           (unsigned char) c >= 0xC3;
}

bool text_begins(MnText text, const char *words)
{
    size_t len;

    if (text.len > 0 && ((text.data[0] ^ words[0]) & ~0x20) != 0 && words[0] != '\0') {
        return false;
    }
    len = strlen(words);
    return mn_begins(text, (MnText){words, len}) &&
           (text.len == len || len == 0 || !is_word(text.data[len]) || !is_word(words[len - 1]));
}

bool text_ends(MnText text, const char *words)
{
    size_t len = strlen(words);

    return text.len >= len && mn_same(text_after(text, text.len - len), (MnText){words, len}) &&
           (text.len == len || !is_word(text.data[text.len - len - 1]));
}

/* How rare a letter is in English text, and so how soon a search for it has passed over a text; 0 for what is no letter. */
static int rarity(uint32_t c)
{
    static const unsigned char ranks[26] = {3, 20, 12, 10, 1, 15, 17, 8,  5,  23, 22, 11, 14,
                                            6, 4,  18, 25, 9, 7,  2,  13, 21, 16, 24, 19, 26};

    return c >= 'a' && c <= 'z' ? ranks[c - 'a'] : 0;
}

/* The first of a lower-case letter or its capital at or after `from`; SIZE_MAX where there is none. */
static size_t find_byte(MnText text, size_t from, unsigned char c)
{
    const char *found = from < text.len ? memchr(text.data + from, c, text.len - from) : NULL;

    return found == NULL ? SIZE_MAX : (size_t) (found - text.data);
}

/* Looks for the rarest letter, as it is and as a capital, and compares only where it stands. */
size_t text_find(MnText text, size_t from, const char *words)
{
    size_t len = strlen(words);
    size_t anchor = 0;
    int best = -1;
    unsigned char letter;
    unsigned char capital;
    size_t small;
    size_t large;

    if (len == 0 || from + len > text.len) {
        return len == 0 && from <= text.len ? from : text.len;
    }
    for (size_t i = 0; i < len; i++) {
        int rare = rarity(mn_lower((unsigned char) words[i]));

        if (rare > best) {
            best = rare;
            anchor = i;
        }
    }
    letter = (unsigned char) mn_lower((unsigned char) words[anchor]);
    capital = (unsigned char) mn_upper(letter);
    small = find_byte(text, from + anchor, letter);
    large = capital == letter ? SIZE_MAX : find_byte(text, from + anchor, capital);
    while (small != SIZE_MAX || large != SIZE_MAX) {
        size_t at = (small < large ? small : large) - anchor;

        if (at + len > text.len) {
            break;
        }
        if ((at == 0 || !is_word(text.data[at - 1]) || !is_word(words[0])) &&
            text_begins(text_after(text, at), words)) {
            return at;
        }
        if (small < large) {
            small = find_byte(text, small + 1, letter);
        } else {
            large = find_byte(text, large + 1, capital);
        }
    }
    return text.len;
}

bool text_has(MnText text, const char *words)
{
    return text_find(text, 0, words) < text.len;
}

bool text_begins_any(MnText text, const char *const *list, size_t *which)
{
    for (size_t i = 0; list[i] != NULL; i++) {
        if (text_begins(text, list[i])) {
            if (which != NULL) {
                *which = i;
            }
            return true;
        }
    }
    return false;
}

bool text_is_any(MnText text, const char *const *list, size_t *which)
{
    for (size_t i = 0; list[i] != NULL; i++) {
        if (text_is(text, list[i])) {
            if (which != NULL) {
                *which = i;
            }
            return true;
        }
    }
    return false;
}

/* In a longer text it is quicker to look for each of the words by itself. */
#define SHORT_TEXT 200

/* Marks which of the list's words a short text has, in one pass over its words; the list has at most 64. Returns the marks. */
static uint64_t words_had(MnText text, const char *const *list)
{
    uint64_t had = 0;

    for (size_t at = 0; at < text.len; at++) {
        uint32_t first = mn_lower((unsigned char) text.data[at]);

        if (at > 0 && is_word(text.data[at - 1]) && is_word(text.data[at])) {
            continue;
        }
        for (size_t i = 0; list[i] != NULL; i++) {
            if (mn_lower((unsigned char) list[i][0]) == first &&
                text_begins(text_after(text, at), list[i])) {
                had |= UINT64_C(1) << i;
            }
        }
    }
    return had;
}

static bool is_short_list(const char *const *list)
{
    for (size_t i = 0; i <= 64; i++) {
        if (list[i] == NULL) {
            return true;
        }
    }
    return false;
}

bool text_has_any(MnText text, const char *const *list, size_t *which)
{
    if (text.len <= SHORT_TEXT && is_short_list(list)) {
        uint64_t had = words_had(text, list);

        if (had != 0 && which != NULL) {
            *which = (size_t) __builtin_ctzll(had);
        }
        return had != 0;
    }
    for (size_t i = 0; list[i] != NULL; i++) {
        if (text_has(text, list[i])) {
            if (which != NULL) {
                *which = i;
            }
            return true;
        }
    }
    return false;
}

size_t text_count_of(MnText text, const char *const *list)
{
    size_t count = 0;

    if (text.len <= SHORT_TEXT && is_short_list(list)) {
        return (size_t) __builtin_popcountll(words_had(text, list));
    }
    for (size_t i = 0; list[i] != NULL; i++) {
        count += text_has(text, list[i]);
    }
    return count;
}

size_t text_search(MnText text, size_t from, const char *string)
{
    size_t len = strlen(string);
    const char *found;

    if (from >= text.len) {
        return text.len;
    }
    found = memmem(text.data + from, text.len - from, string, len);
    return found == NULL ? text.len : (size_t) (found - text.data);
}

bool text_next_word(MnText text, size_t *at, MnText *word)
{
    size_t start = *at;
    size_t end;

    while (start < text.len) {
        size_t next = start;

        if (!mn_is_space(mn_next(text, &next))) {
            break;
        }
        start = next;
    }
    end = start;
    while (end < text.len) {
        size_t next = end;

        if (mn_is_space(mn_next(text, &next))) {
            break;
        }
        end = next;
    }
    *at = end;
    *word = (MnText){text.data + start, end - start};
    return end > start;
}

size_t text_words(MnText text)
{
    size_t count = 0;
    size_t at = 0;
    MnText word;

    while (text_next_word(text, &at, &word)) {
        count++;
    }
    return count;
}

uint32_t text_first(MnText text)
{
    size_t at = 0;

    text = mn_trim(text);
    return text.len == 0 ? 0 : mn_next(text, &at);
}

uint32_t text_last(MnText text)
{
    size_t at;

    text = mn_trim(text);
    at = text.len;
    return text.len == 0 ? 0 : mn_previous(text, &at);
}

bool is_upper(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
           (c >= 0x100 && c <= 0x17F && c % 2 == 0);
}

bool is_lower(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) ||
           (c >= 0x100 && c <= 0x17F && c % 2 == 1);
}

bool is_letter(uint32_t c)
{
    return is_upper(c) || is_lower(c);
}

bool is_quote(uint32_t c)
{
    return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F);
}

bool text_is_capitals(MnText text)
{
    size_t at = 0;
    size_t letters = 0;

    while (at < text.len) {
        uint32_t c = mn_next(text, &at);

        if (is_lower(c)) {
            return false;
        }
        letters += is_upper(c);
    }
    return letters >= 2;
}

bool text_is_closed(MnText text)
{
    text = mn_trim(text);
    while (text.len > 0) {
        size_t at = text.len;
        uint32_t c = mn_previous(text, &at);

        if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';') {
            return true;
        }
        if (!is_quote(c) && c != ')' && c != ']') {
            return false;
        }
        text.len = at;
    }
    return true;
}

static MnText squeeze(Arena *arena, MnText text, bool keep_breaks)
{
    char *data = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    bool space = false;
    bool line_break = false;
    size_t at = 0;

    while (at < text.len) {
        size_t start = at;
        uint32_t c = mn_next(text, &at);

        if (mn_is_invisible(c)) {
            continue;
        }
        if (mn_is_space(c)) {
            space = true;
            line_break |= c == '\n';
            continue;
        }
        if (space && len > 0) {
            data[len++] = line_break && keep_breaks ? '\n' : ' ';
        }
        space = line_break = false;
        memcpy(data + len, text.data + start, at - start);
        len += at - start;
    }
    data[len] = '\0';
    return (MnText){arena_resize(arena, data, text.len + 1, len + 1), len};
}

MnText text_squeeze(Arena *arena, MnText text)
{
    return squeeze(arena, text, true);
}

MnText text_squeezed(Arena *arena, const char *string)
{
    MnText text = text_of(string);
    bool space = true;

    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char) text.data[i];

        if (byte <= ' ' || byte >= 0x80) {
            size_t at = i;
            uint32_t c = mn_next(text, &at);

            if (mn_is_invisible(c) || (mn_is_space(c) && (space || (c != ' ' && c != '\n')))) {
                return squeeze(arena, text, true);
            }
            space = mn_is_space(c);
            i = at - 1;
        } else {
            space = false;
        }
    }
    return text.len > 0 && space ? squeeze(arena, text, true) : text;
}

MnText text_one_line(Arena *arena, MnText text)
{
    return squeeze(arena, text, false);
}

/* Whether the character of so many bytes is one of the list's: whole characters, since bytes of one stand in others. */
static bool is_among(const char *characters, const char *character, size_t len)
{
    MnText all = text_of(characters);

    for (size_t at = 0; at < all.len;) {
        size_t from = at;

        mn_next(all, &at);
        if (at - from == len && memcmp(all.data + from, character, len) == 0) {
            return true;
        }
    }
    return false;
}

MnText text_strip(MnText text, const char *characters)
{
    size_t before;

    do {
        before = text.len;
        text = mn_trim(text);
        while (text.len > 0) {
            size_t first = 0;

            mn_next(text, &first);
            if (!is_among(characters, text.data, first)) {
                break;
            }
            text = text_after(text, first);
        }
        while (text.len > 0) {
            size_t last = text.len - 1;

            while (last > 0 && ((unsigned char) text.data[last] & 0xC0) == 0x80) {
                last--;
            }
            if (!is_among(characters, text.data + last, text.len - last)) {
                break;
            }
            text.len = last;
        }
    } while (text.len != before);
    return text;
}
