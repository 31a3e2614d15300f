/*
 * text.c - see text.h.
 */
#include "text.h"

#include <string.h>

void *mn_alloc(MnArena *arena, size_t size)
{
    return arena->alloc(arena, size);
}

void *mn_grow(MnArena *arena, void *array, size_t size, size_t count, size_t *capacity)
{
    size_t wanted;
    void *moved;

    if (count < *capacity) {
        return array;
    }
    wanted = *capacity == 0 ? 8 : *capacity * 2;
    if (wanted > SIZE_MAX / size) {
        return NULL;
    }
    moved = arena->resize != NULL && *capacity > 0
                ? arena->resize(arena, array, *capacity * size, wanted * size)
                : mn_alloc(arena, wanted * size);
    if (moved == NULL) {
        return NULL;
    }
    if (count > 0 && (arena->resize == NULL || *capacity == 0)) {
        memcpy(moved, array, count * size);
    }
    *capacity = wanted;
    return moved;
}

MnText mn_copy(MnArena *arena, MnText text)
{
    char *data = mn_alloc(arena, text.len + 1);

    if (data == NULL) {
        return (MnText){NULL, 0};
    }
    if (text.len > 0) {
        memcpy(data, text.data, text.len);
    }
    data[text.len] = '\0';
    return (MnText){data, text.len};
}

MnText mn_slice(MnText text, MnSpan span)
{
    return (MnText){text.data + span.start, span.len};
}

MnText mn_trim(MnText text)
{
    size_t start = 0;
    size_t end = text.len;

    while (start < end) {
        size_t at = start;

        if (!mn_is_space(mn_next(text, &at))) {
            break;
        }
        start = at;
    }
    while (end > start) {
        size_t at = end;

        if (!mn_is_space(mn_previous(text, &at))) {
            break;
        }
        end = at;
    }
    return (MnText){text.data + start, end - start};
}

/* The length of the valid sequence at bytes[0], 0 where there is none; Unicode's table 3-7. */
static size_t sequence_length(const unsigned char *bytes, size_t len)
{
    unsigned char lead = bytes[0];
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    size_t need;

    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        need = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        need = 3;
        low = lead == 0xE0 ? 0xA0 : 0x80;
        high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        need = 4;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    if (len < need || bytes[1] < low || bytes[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < need; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return need;
}

uint32_t mn_next_wide(MnText text, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *) text.data + *at;
    size_t len = sequence_length(bytes, text.len - *at);

    *at += len == 0 ? 1 : len;
    switch (len) {
    case 1:
        return bytes[0];
    case 2:
        return (uint32_t) (bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
    case 3:
        return (uint32_t) (bytes[0] & 0x0F) << 12 | (uint32_t) (bytes[1] & 0x3F) << 6 |
               (bytes[2] & 0x3F);
    case 4:
        return (uint32_t) (bytes[0] & 0x07) << 18 | (uint32_t) (bytes[1] & 0x3F) << 12 |
               (uint32_t) (bytes[2] & 0x3F) << 6 | (bytes[3] & 0x3F);
    default:
        return 0xFFFD;
    }
}

uint32_t mn_previous(MnText text, size_t *at)
{
    size_t end = *at;

    /* The longest sequence that ends exactly here; else the last byte stands alone. */
    for (size_t back = 1; back <= 4 && back <= end; back++) {
        size_t probe = end - back;
        uint32_t c;

        if (((unsigned char) text.data[probe] & 0xC0) == 0x80) {
            continue;
        }
        c = mn_next((MnText){text.data, end}, &probe);
        if (probe == end) {
            *at = end - back;
            return c;
        }
        break;
    }
    *at = end - 1;
    return 0xFFFD;
}

size_t mn_put(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char) c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char) (0xC0 | c >> 6);
        out[1] = (char) (0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char) (0xE0 | c >> 12);
        out[1] = (char) (0x80 | (c >> 6 & 0x3F));
        out[2] = (char) (0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char) (0xF0 | c >> 18);
    out[1] = (char) (0x80 | (c >> 12 & 0x3F));
    out[2] = (char) (0x80 | (c >> 6 & 0x3F));
    out[3] = (char) (0x80 | (c & 0x3F));
    return 4;
}

size_t mn_characters(MnText text, size_t bytes)
{
    size_t count = 0;

    for (size_t i = 0; i < bytes && i < text.len; i++) {
        count += ((unsigned char) text.data[i] & 0xC0) != 0x80;
    }
    return count;
}

bool mn_is_space_wide(uint32_t c)
{
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

bool mn_is_minus(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2212;
}

bool mn_is_slash(uint32_t c)
{
    return c == '/' || c == 0x2044 || c == 0x2215 || c == 0xFF0F || c == 0x29F8;
}

uint32_t mn_narrow(uint32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

bool mn_begins(MnText text, MnText prefix)
{
    if (text.len < prefix.len) {
        return false;
    }
    for (size_t i = 0; i < prefix.len; i++) {
        if (mn_lower((unsigned char) text.data[i]) != mn_lower((unsigned char) prefix.data[i])) {
            return false;
        }
    }
    return true;
}
