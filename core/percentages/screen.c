/*
 * screen.c - passes over text that tells no change, at the speed of a byte loop.
 *
 * A change needs a percent sign, the word for it, or a ratio word. Each of those has a letter that is rare in
 * English; only there are the letters beside it looked at.
 */
#include "reading.h"

#include <string.h>

/* Bytes at which a closer look pays: the rare letters of the words below, and the signs. */
static const uint8_t worth[256] = {
    ['%'] = 1, [0xEF] = 1, ['c'] = 1, ['C'] = 1, ['p'] = 1, ['P'] = 1, ['f'] = 1, ['F'] = 1,
    ['v'] = 1, ['V'] = 1,  ['b'] = 1, ['B'] = 1, ['w'] = 1, ['W'] = 1, ['m'] = 1, ['M'] = 1,
    ['q'] = 1, ['Q'] = 1,  ['d'] = 1, ['D'] = 1, ['x'] = 1, ['X'] = 1};

/* Whether `word` stands in text with its letter number `anchor` at byte `at`. */
static bool stands(MnText text, size_t at, const char *word, size_t anchor)
{
    size_t len = strlen(word);

    if (at < anchor || text.len - (at - anchor) < len) {
        return false;
    }
    return mn_begins((MnText){text.data + at - anchor, len}, (MnText){word, len});
}

static bool is_candidate(MnText text, size_t at)
{
    switch (mn_lower((unsigned char) text.data[at])) {
    case '%':
        return true;
    case 0xEF: /* the fullwidth percent sign */
        return stands(text, at, "\xEF\xBC\x85", 0);
    case 'c': /* percent, per cent, percentage, 5pc, y cant */
        return stands(text, at, "cent", 0) || stands(text, at, "pc", 1) ||
               stands(text, at, "p.c", 2) || stands(text, at, "y cant", 2);
    case 'p': /* pp, ppt, p.p., triple, quadruple */
        return stands(text, at, "pp", 0) || stands(text, at, "p.p", 0) ||
               stands(text, at, "ple", 0) || stands(text, at, "pling", 0);
    case 'f': /* half, halfway; twofold; fifth */
        return stands(text, at, "half", 3) || stands(text, at, "fold", 0) ||
               stands(text, at, "fifth", 0) || stands(text, at, "factor of", 0);
    case 'v':
        return stands(text, at, "halv", 3) || stands(text, at, "seventh", 2) ||
               stands(text, at, "twelfth", 2);
    case 'b': /* double, treble */
        return stands(text, at, "bled", 0) || stands(text, at, "ble ", 0) ||
               stands(text, at, "bles", 0) || stands(text, at, "bling", 0);
    case 'w':
        return stands(text, at, "twice", 1) || stands(text, at, "twentieth", 1);
    case 'm':
        return stands(text, at, "times", 2);
    case 'q':
        return stands(text, at, "quarter", 0) || stands(text, at, "quintupl", 0);
    case 'd':
        return stands(text, at, "third", 4);
    default:
        return false;
    }
}

/* Tenths and eighths have no rare letter: they are looked for by their ending. */
static bool is_part_ending(MnText text, size_t at)
{
    return stands(text, at, "tenth", 4) || stands(text, at, "eighth", 5) ||
           stands(text, at, "sixth", 4) || stands(text, at, "ninth", 4) ||
           stands(text, at, "hundredth", 8);
}

size_t pc_screen(MnText text, size_t from)
{
    for (size_t at = from; at < text.len; at++) {
        unsigned char c = (unsigned char) text.data[at];

        if (worth[c]) {
            if (is_candidate(text, at)) {
                return at;
            }
        } else if ((c == 'h' || c == 'H') && at > 0 &&
                   mn_lower((unsigned char) text.data[at - 1]) == 't' && is_part_ending(text, at)) {
            return at;
        }
    }
    return text.len;
}
