/*
 * screen.c - passes over text that tells no change, at the speed of a byte loop.
 *
 * A change needs a percent sign, the word for it, or a ratio word. Each of those holds a pair of letters that is rare in
 * English; only where such a pair stands are the letters around it looked at.
 */
#include "reading.h"

#include <string.h>

#define NEXT(letter) (UINT32_C(1) << ((letter) &31))
#define ANY UINT32_MAX
#define BOTH(lower, upper, next) [lower] = (next), [upper] = (next)

/* For a byte the next ones that make a pair worth a closer look (the low five bits: upper and lower case alike). */
static const uint32_t pairs[256] = {
    ['%'] = ANY,
    [0xEF] = NEXT(0xBC),
    BOTH('c', 'C', NEXT('e')),
    BOTH('p', 'P', NEXT('c') | NEXT('p') | NEXT('.') | NEXT('l')),
    BOTH('l', 'L', NEXT('f') | NEXT('v') | NEXT('d')),
    BOTH('f', 'F', NEXT('a') | NEXT('t')),
    BOTH('b', 'B', NEXT('l')),
    BOTH('t', 'T', NEXT('w')),
    BOTH('i', 'I', NEXT('r') | NEXT('m')),
    BOTH('n', 'N', NEXT('t')),
    BOTH('x', 'X', NEXT('t')),
    BOTH('g', 'G', NEXT('h')),
    BOTH('q', 'Q', NEXT('u')),
};

/* Words for parts other than halves: they need a number before them. */
static bool is_part(const char *word)
{
    size_t len = strlen(word);

    return memcmp(word + len - 2, "th", 2) == 0 || strcmp(word, "third") == 0 ||
           strcmp(word, "quarter") == 0;
}

/* The byte before `at`, over white space and hyphens; 0 at the start. *behind is where it ends. */
static unsigned char solid_before(MnText text, size_t at, size_t *behind)
{
    while (at > 0 && (mn_is_space((unsigned char) text.data[at - 1]) || text.data[at - 1] == '-' ||
                      (unsigned char) text.data[at - 1] == 0xC2)) {
        at--;
    }
    *behind = at;
    return at > 0 ? mn_lower((unsigned char) text.data[at - 1]) : 0;
}

static bool is_letter_at(MnText text, size_t at)
{
    return at < text.len && mn_is_letter((unsigned char) text.data[at]);
}

/*
 * Whether the letters that end at `behind` may be those of "a", "an" or a number word, without which "third" is no part: not
 * "the third item", "the coming quarter".
 */
static bool may_count_parts(MnText text, size_t behind)
{
    unsigned char last = behind > 0 ? mn_lower((unsigned char) text.data[behind - 1]) : 0;
    unsigned char before = behind > 1 ? mn_lower((unsigned char) text.data[behind - 2]) : 0;

    switch (last) {
    case 'a':
    case 'n':
    case 'o':
    case 'r':
    case 'x':
    case 'y':
        return true;
    case 'e':
    case 't':
        return (before == 'h') == (last == 't'); /* one, three, eight; not "the", "last" */
    default:
        return false;
    }
}

/* Whether what stands around a sought word lets it tell a change: "per" before "cent", a number before "pp". */
static bool is_in_place(MnText text, size_t start, const char *word, size_t len)
{
    size_t behind;
    unsigned char before = solid_before(text, start, &behind);

    switch (word[0]) {
    case 'c':
        return before == 'r' && behind >= 3 &&
               mn_begins((MnText){text.data + behind - 3, 3}, MN_TEXT("per"));
    case 'p':
        /* "opportunity", "support": the unit ends here, but for "pps" and "ppt" */
        if (is_letter_at(text, start + len) && memchr("sStT", text.data[start + len], 4) == NULL) {
            return false;
        }
        return mn_is_digit(before) || before == '%' || before == 'l' || before == 'o' ||
               (behind < start && before >= 'a' && before <= 'z');
    case 'h':
        return len == 4 &&
               (word[3] == 'v' || behind < start || before == 0 || !mn_is_letter(before));
    default:
        break;
    }
    if (is_part(word)) {
        return behind < start && may_count_parts(text, behind);
    }
    return strcmp(word, "fold") != 0 || !is_letter_at(text, start + len);
}

/* Whether the word stands, where it may tell a change, so that its letter number `pair` is at byte `at`. */
static bool stands(MnText text, size_t at, const char *word, size_t pair)
{
    size_t len = strlen(word);

    return at >= pair && text.len - (at - pair) >= len &&
           mn_lower((unsigned char) text.data[at + 1]) == (unsigned char) word[pair + 1] &&
           mn_begins((MnText){text.data + at - pair, len}, (MnText){word, len}) &&
           is_in_place(text, at - pair, word, len);
}

/* Whether one of the words stands with its pair at byte `at`; text.data[at + 1] is there. */
static bool is_candidate(MnText text, size_t at)
{
    switch (mn_lower((unsigned char) text.data[at])) {
    case '%':
        return true;
    case 0xEF: /* the fullwidth percent sign */
        return text.len - at >= 3 && memcmp(text.data + at, "\xEF\xBC\x85", 3) == 0;
    case 'b':
        return stands(text, at, "doubl", 3) || stands(text, at, "trebl", 3);
    case 'c':
        return stands(text, at, "cent", 0);
    case 'f':
        return stands(text, at, "factor of", 0) || stands(text, at, "fifth", 2) ||
               stands(text, at, "twelfth", 4);
    case 'g':
        return stands(text, at, "eighth", 2);
    case 'i':
        return stands(text, at, "third", 2) || stands(text, at, "times ", 1);
    case 'l':
        return stands(text, at, "half", 2) || stands(text, at, "halv", 2) ||
               stands(text, at, "fold", 2);
    case 'n':
        return stands(text, at, "tenth", 2) || stands(text, at, "seventh", 4) ||
               stands(text, at, "ninth", 2) || stands(text, at, "y cant", 4);
    case 'p':
        return stands(text, at, "pc", 0) || stands(text, at, "p.c", 0) ||
               stands(text, at, "pp", 0) || stands(text, at, "p.p", 0) ||
               stands(text, at, "triple", 3) || stands(text, at, "tripling", 3) ||
               stands(text, at, "quadrupl", 6) || stands(text, at, "quintupl", 6);
    case 'q':
        return stands(text, at, "quarter", 0);
    case 't':
        return stands(text, at, "twice", 0) || stands(text, at, "twentieth", 0);
    case 'x':
        return stands(text, at, "sixth", 2);
    default:
        return false;
    }
}

size_t pc_screen(MnText text, size_t from)
{
    const unsigned char *bytes = (const unsigned char *) text.data;

    for (size_t at = from; at + 1 < text.len; at++) {
        if ((pairs[bytes[at]] & NEXT(bytes[at + 1])) != 0 && is_candidate(text, at)) {
            return at;
        }
    }
    return text.len > from && bytes[text.len - 1] == '%' ? text.len - 1 : text.len;
}
