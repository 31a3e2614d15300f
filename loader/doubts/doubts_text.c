/*
 * doubts_text.c - doubt_placeholders() and doubt_duplicates() of doubts.h: words that were never filled in, and texts that stand twice.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "doubts.h"

/* ---- placeholders ---- */

static bool is_word_byte(unsigned char c)
{
    return mn_is_letter(c) || mn_is_digit(c) || c >= 0x80;
}

/* Whether a pound sign stands at `at`: it is no letter, though its bytes look like one's. */
static bool is_pound(MnText text, size_t at)
{
    return at + 1 < text.len && memcmp(text.data + at, "\xc2\xa3", 2) == 0;
}

/* Whether the words before `end` call what follows a number: "Chapter XXX", "Part XX". */
static bool is_numbered_by_letters(MnText text, size_t end)
{
    static const char *const things[] = {"chapter", "part",  "class",   "title", "book",
                                         "volume",  "annex", "article", "size",  "section"};
    size_t start;

    while (end > 0 && text.data[end - 1] == ' ') {
        end--;
    }
    start = end;
    while (start > 0 && mn_is_letter((unsigned char) text.data[start - 1])) {
        start--;
    }
    for (size_t i = 0; i < sizeof(things) / sizeof(things[0]); i++) {
        if (mn_same((MnText){text.data + start, end - start},
                    (MnText){things[i], strlen(things[i])})) {
            return true;
        }
    }
    return false;
}

/* "xxx", "£xx", "xx%", "xx/xx/xxxx": x's alone where a word or figure belongs. "XX" by itself may be a number or a size. */
static bool is_x_run(MnText text, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        if (mn_lower((unsigned char) text.data[i]) != 'x') {
            return false;
        }
    }
    if (end - start >= 3) {
        return end - start > 3 || !is_numbered_by_letters(text, start);
    }
    return end - start == 2 &&
           ((end < text.len && (text.data[end] == '%' || text.data[end] == '/')) ||
            (start >= 2 && is_pound(text, start - 2)));
}

/* "[insert name]", "[name]", "<date>", "[TBC]": a bracket that asks for words. */
static bool is_asking_bracket(MnText inside)
{
    static const char *const asking[] = {
        "insert", "enter", "add ",    "name of", "name]",   "date]",  "to be", "tbc",    "tba",
        "name>",  "date>", "details", "number]", "number>", "figure", "xx",    "amount]"};

    for (size_t i = 0; i < sizeof(asking) / sizeof(asking[0]); i++) {
        size_t len = strlen(asking[i]);

        if (len <= inside.len && strncasecmp(inside.data, asking[i], len) == 0) {
            return true;
        }
    }
    return false;
}

void doubt_placeholders(const Place *place, MnText text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char) text.data[i];
        size_t end = i;

        if (c == '[' || c == '<') {
            MnText inside = {text.data + i + 1, text.len - i - 1};

            if (is_asking_bracket(inside)) {
                while (end < text.len && end < i + 60 && text.data[end] != ']' &&
                       text.data[end] != '>') {
                    end++;
                }
                doubt_at(place, "placeholder", "\"%.*s\" was never filled in.",
                         (int) (end - i + (end < text.len)), text.data + i);
                i = end;
            }
            continue;
        }
        if (c == '?' && text.len - i >= 3 && memcmp(text.data + i, "???", 3) == 0) {
            doubt_at(place, "placeholder", "\"???\" stands where something was to be filled in.");
            while (i + 1 < text.len && text.data[i + 1] == '?') {
                i++;
            }
            continue;
        }
        if (is_pound(text, i)) {
            i++;
            continue;
        }
        if (!is_word_byte(c)) {
            continue;
        }
        while (end < text.len && is_word_byte((unsigned char) text.data[end])) {
            end++;
        }
        if (is_x_run(text, i, end)) {
            doubt_at(place, "placeholder", "\"%.*s\" was never filled in.",
                     (int) (end - i < 40 ? end - i : 40), text.data + i);
        } else if (end - i == 3 &&
                   (memcmp(text.data + i, "TBC", 3) == 0 || memcmp(text.data + i, "TBA", 3) == 0)) {
            doubt_at(place, "placeholder", "\"%.3s\" was never filled in.", text.data + i);
        } else if (end - i == 5 && strncasecmp(text.data + i, "lorem", 5) == 0) {
            doubt_at(place, "placeholder", "Filler text (lorem ipsum) stands here.");
        }
        i = end - 1;
    }
}

/* ---- texts that stand twice ---- */

/* A text of fewer words is a stock line. */
#define WORDS_MIN 30
/* Words in a row that make one mark of a text. */
#define SHINGLE_WORDS 3
/* The smallest marks of a text stand for all of them. */
#define SKETCH_MARKS 96
/* Texts of which none of the first so many marks is the other's are not compared: like ones share one but once in 10^5. */
#define PAIRING_MARKS 16
/* A mark of more texts than this is a stock phrase and pairs nothing. */
#define STOCK_TEXTS 6
/* Texts that share this part of their marks are nearly the same: one name in a paragraph exchanged keeps more. */
#define SAME_PART 0.55

typedef struct Sketch {
    int meeting;
    const Item *item;
    uint64_t *mark; /* ascending, without repetition */
    size_t count;
    bool paired; /* a like text was found; the first one is enough to tell */
    const void *
        compared; /* the earlier text that it was last compared with, so that a pair is not compared for each mark that it shares */
} Sketch;

typedef struct MarkOf {
    uint64_t mark;
    size_t sketch;
} MarkOf;

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *) a;
    uint64_t y = *(const uint64_t *) b;

    return x < y ? -1 : x > y;
}

static int by_mark(const void *a, const void *b)
{
    const MarkOf *x = a;
    const MarkOf *y = b;

    return x->mark != y->mark ? (x->mark < y->mark ? -1 : 1)
                              : (x->sketch < y->sketch ? -1 : x->sketch > y->sketch);
}

static uint64_t mix(uint64_t hash)
{
    hash ^= hash >> 33;
    hash *= UINT64_C(0xff51afd7ed558ccd);
    hash ^= hash >> 33;
    return hash * UINT64_C(0xc4ceb9fe1a85ec53);
}

/* The hashes of a text's words, case and punctuation aside; returns how many. */
static size_t word_hashes(MnText text, uint64_t *out)
{
    size_t count = 0;
    size_t i = 0;

    while (i < text.len) {
        uint64_t hash = UINT64_C(0xcbf29ce484222325);
        size_t start;

        while (i < text.len && !is_word_byte((unsigned char) text.data[i])) {
            i++;
        }
        start = i;
        while (i < text.len && is_word_byte((unsigned char) text.data[i])) {
            hash = (hash ^ mn_lower((unsigned char) text.data[i++])) * UINT64_C(0x100000001b3);
        }
        if (i > start) {
            out[count++] = hash;
        }
    }
    return count;
}

/* Moves marks that may be among the smallest of a long text to the front, so that not all have to be sorted; returns how many. */
static size_t keep_small(uint64_t *mark, size_t count)
{
    uint64_t bound;
    size_t kept = 0;

    if (count <= 4 * SKETCH_MARKS) {
        return count;
    }
    /* Marks lie evenly: twice as many as are wanted lie below this. */
    bound = UINT64_MAX / count * (2 * SKETCH_MARKS);
    for (size_t i = 0; i < count; i++) {
        kept += mark[i] <= bound;
    }
    /* A text that repeats itself has few marks of its own. */
    if (kept < SKETCH_MARKS + SKETCH_MARKS / 2) {
        return count;
    }
    kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (mark[i] <= bound) {
            mark[kept++] = mark[i];
        }
    }
    return kept;
}

/* Fills the sketch; false for a text that is too short to be compared. */
static bool make_sketch(Arena *arena, MnText text, Sketch *sketch)
{
    uint64_t *word;
    uint64_t *mark;
    size_t words;
    size_t marks;
    size_t kept = 0;

    if (text.len < WORDS_MIN * 2) {
        return false;
    }
    word = malloc((text.len / 2 + 1) * sizeof(uint64_t));
    if (word == NULL) {
        return false;
    }
    words = word_hashes(text, word);
    if (words < WORDS_MIN) {
        free(word);
        return false;
    }
    marks = words - SHINGLE_WORDS + 1;
    for (size_t i = 0; i < marks; i++) {
        word[i] = mix(word[i] * 31 * 31 + word[i + 1] * 31 + word[i + 2]);
    }
    marks = keep_small(word, marks);
    qsort(word, marks, sizeof(uint64_t), by_value);
    mark = arena_alloc(arena, SKETCH_MARKS * sizeof(uint64_t));
    for (size_t i = 0; i < marks && kept < SKETCH_MARKS; i++) {
        if (kept == 0 || mark[kept - 1] != word[i]) {
            mark[kept++] = word[i];
        }
    }
    free(word);
    sketch->mark = mark;
    sketch->count = kept;
    return true;
}

/* The part of two texts' marks that is in both, from the smallest marks of their union. */
static double likeness(const Sketch *a, const Sketch *b)
{
    size_t i = 0;
    size_t j = 0;
    size_t seen = 0;
    size_t shared = 0;

    while (i < a->count && j < b->count && seen < SKETCH_MARKS) {
        if (a->mark[i] == b->mark[j]) {
            shared++;
            i++;
            j++;
        } else if (a->mark[i] < b->mark[j]) {
            i++;
        } else {
            j++;
        }
        seen++;
    }
    /* Short texts end before the sketch is full: what is left of either is in one only. */
    if (seen < SKETCH_MARKS) {
        seen += a->count - i + b->count - j;
        seen = seen > SKETCH_MARKS ? SKETCH_MARKS : seen;
    }
    return seen == 0 ? 0 : (double) shared / (double) seen;
}

/*
 * Reports a pair. A restricted item's text must not be told by its twin, so the doubt then belongs to the restricted one, and
 * else to the later one.
 */
static void report_pair(Document *document, const Sketch *first, const Sketch *second)
{
    const Sketch *owner = first->item->restricted ? first : second;
    const Sketch *other = owner == first ? second : first;
    Place place = {document, owner->meeting, owner->item};
    const char *where = owner->meeting == other->meeting ? "" : " of another meeting in this file";

    doubt_at(&place, "near_duplicate_text", "The text is nearly the same as that of %s%s.",
             doubt_item_name(document->arena, other->item), where);
}

/* Compares the texts that share a mark, each pair at most once for the same later text. */
static void compare(Document *document, Sketch *sketches, const MarkOf *marks, size_t count)
{
    for (size_t start = 0; start < count;) {
        size_t end = start;

        while (end < count && marks[end].mark == marks[start].mark) {
            end++;
        }
        if (end - start <= STOCK_TEXTS) {
            for (size_t i = start; i < end; i++) {
                for (size_t j = i + 1; j < end; j++) {
                    Sketch *a = &sketches[marks[i].sketch];
                    Sketch *b = &sketches[marks[j].sketch];

                    if (b->paired || b->compared == a) {
                        continue;
                    }
                    b->compared = a;
                    if (likeness(a, b) >= SAME_PART) {
                        b->paired = true;
                        report_pair(document, a, b);
                    }
                }
            }
        }
        start = end;
    }
}

/* Whether a text is little else than a resolution to exclude the public: words of the law, the same each time. */
static bool is_exclusion(MnText text)
{
    MnExclusion exclusion;

    return mn_find_exclusion(text, MN_ENGLAND, (MnDate){0}, &exclusion) &&
           exclusion.matched.len * 2 > text.len;
}

void doubt_duplicates(Document *document)
{
    size_t items = 0;
    size_t count = 0;
    size_t mark_count = 0;
    Arena *scratch;
    Sketch *sketches;
    MarkOf *marks;

    for (size_t m = 0; m < document->meeting_count; m++) {
        items += document->meetings[m].item_count;
    }
    if (items < 2) {
        return;
    }
    scratch = arena_new();
    sketches = arena_alloc(scratch, items * sizeof(Sketch));
    for (size_t m = 0; m < document->meeting_count; m++) {
        const Meeting *meeting = &document->meetings[m];

        for (size_t i = 0; i < meeting->item_count; i++) {
            const Item *item = &meeting->items[i];
            MnText text = {item->text, item->text == NULL ? 0 : strlen(item->text)};

            if (!is_exclusion(text) && make_sketch(scratch, text, &sketches[count])) {
                sketches[count].meeting = (int) m;
                sketches[count].item = item;
                sketches[count].paired = false;
                sketches[count].compared = NULL;
                count++;
            }
        }
    }
    marks = arena_alloc(scratch, (count * PAIRING_MARKS + 1) * sizeof(MarkOf));
    for (size_t s = 0; s < count; s++) {
        for (size_t i = 0; i < sketches[s].count && i < PAIRING_MARKS; i++) {
            marks[mark_count++] = (MarkOf){sketches[s].mark[i], s};
        }
    }
    qsort(marks, mark_count, sizeof(MarkOf), by_mark);
    compare(document, sketches, marks, mark_count);
    arena_free(scratch);
}
