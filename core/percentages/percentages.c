/*
 * percentages.c - see percentages.h: the way of a text through the reader.
 */
#include "phrases.h"

#include <string.h>

/* ---- what a sentence without figures leaves behind ---- */

/* Whether a phrase names those who meet and report, not what they speak of. */
static bool is_people(const Sentence *s, Phrase p)
{
    for (size_t i = p.first; i < p.end; i++) {
        if (token_is(&s->tokens[i], IS_PEOPLE)) {
            return true;
        }
    }
    return false;
}

/* "A question was asked about X": what is asked is not what it is about. */
static bool is_enquiry(const Token *t)
{
    static const char *const words[] = {"question", "questions", "query", "concern",    "concerns",
                                        "comment",  "comments",  "point", "discussion", "points"};

    for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
        if (pc_says(t, words[k])) {
            return true;
        }
    }
    return false;
}

/* The noun phrase behind "about", "on" or "regarding" within a few words of token i; empty for none. */
static Phrase asked_about(const Sentence *s, size_t i)
{
    for (size_t k = i + 1; k + 1 < s->count && k < i + 6; k++) {
        const Token *t = &s->tokens[k];

        if (pc_says(t, "about") || pc_says(t, "on") || pc_says(t, "regarding") ||
            pc_says(t, "concerning") || pc_says(t, "over")) {
            return pc_phrase_right(s, k + 1);
        }
    }
    return NO_PHRASE;
}

/* What a sentence without figures is about: its subject, or the object of those who discuss it. */
static void note_subject(const Sentence *s, Context *context)
{
    for (size_t i = 1; i < s->count && i < REACH; i++) {
        Phrase p;

        if (!pc_is_verb(&s->tokens[i]) && !token_is(&s->tokens[i], IS_CHANGE_VERB)) {
            continue;
        }
        if (pc_is_participle(s, i) || (token_is(&s->tokens[i], IS_SAY) && i + 1 < s->count &&
                                       pc_says(&s->tokens[i + 1], "that"))) {
            continue;
        }
        p = pc_phrase_left(s, i);
        if (!pc_is_empty(p) && p.end - p.first < 3 && is_enquiry(&s->tokens[p.end - 1])) {
            p = asked_about(s, i);
        }
        if (pc_is_empty(p) || is_people(s, p)) {
            while (i + 1 < s->count &&
                   (pc_is_verb(&s->tokens[i + 1]) ||
                    token_is(&s->tokens[i + 1], IS_PREPOSITION | IS_ARTICLE | IS_ADVERB))) {
                i++;
            }
            if (pc_is_empty(p)) {
                return;
            }
            p = pc_phrase_right(s, i + 1);
        }
        if (!pc_is_empty(p) && !is_people(s, p) && !pc_is_time(s, p.first, p.end)) {
            context->subject = pc_text_of(s, p.first, p.end - 1, context->arena);
            context->failed |= context->subject.data == NULL;
        }
        return;
    }
}

/* A short line without a verb or figure is a heading; what follows without a subject is about it. */
static void note_heading(const Sentence *s, Context *context)
{
    size_t words = 0;

    for (size_t i = 0; i < s->count; i++) {
        const Token *t = &s->tokens[i];

        if (t->kind == TOKEN_STOP) {
            continue;
        }
        if (token_is(t, IS_BE | IS_HAVE | IS_MODAL | IS_SAY)) {
            return;
        }
        words++;
    }
    if (words == 0 || words > 8) {
        return;
    }
    for (size_t last = s->count; last > 0; last--) {
        const Token *t = &s->tokens[last - 1];

        if (t->kind != TOKEN_STOP && t->kind != TOKEN_MARK) {
            context->heading = pc_text_of(s, 0, last - 1, context->arena);
            context->subject = (MnText){NULL, 0};
            context->failed |= context->heading.data == NULL;
            return;
        }
    }
}

/* Reads the sentences among tokens[0, count). */
static void read_prose(MnText text, Token *tokens, size_t count, Context *context)
{
    Sentence s = {.text = text};
    size_t first = 0;

    for (size_t i = 0; i < count && !context->failed; i++) {
        if (tokens[i].kind != TOKEN_STOP) {
            continue;
        }
        s.tokens = tokens + first;
        s.count = i - first + 1;
        s.question = tokens[i].mark == '?';
        first = i + 1;
        if (s.count < 2) {
            continue;
        }
        if (!pc_find_figures(&s, context->arena)) {
            context->failed = true;
            return;
        }
        if (s.figure_count > 0) {
            size_t told = context->count;

            pc_read_sentence(&s, context);
            if (context->count == told) {
                note_subject(&s, context);
            }
        } else {
            note_heading(&s, context);
            note_subject(&s, context);
        }
    }
}

/* ---- the whole text ---- */

/* Whether the line at `at` has cells: two bars, or one with blanks on both sides. A scan's | for 1 is glued to its digits. */
static bool is_table_line(MnText text, size_t at)
{
    size_t bars = 0;
    size_t spaced = 0;

    for (size_t i = at; i < text.len && text.data[i] != '\n'; i++) {
        if (text.data[i] == '|') {
            bool before = i == at || text.data[i - 1] == ' ' || text.data[i - 1] == '\t';
            bool behind = i + 1 == text.len || text.data[i + 1] == ' ' ||
                          text.data[i + 1] == '\t' || text.data[i + 1] == '\n';

            bars++;
            spaced += before && behind && i > at;
        }
    }
    return bars >= 2 || spaced > 0;
}

static size_t next_line(MnText text, size_t at)
{
    const char *end = memchr(text.data + at, '\n', text.len - at);

    return end == NULL ? text.len : (size_t) (end - text.data) + 1;
}

/* How much is read at once: bounds what one piece of memory takes, whatever the text. */
#define STRETCH_BYTES 65536
/* How many paragraphs before a figure tell what it is about, and behind it may belong to its sentence. */
#define PARAGRAPHS_BEFORE 2
/* The same where the figure's paragraph may go on with a sentence of the page before. */
#define PARAGRAPHS_ACROSS_PAGES 4
#define PARAGRAPHS_BEHIND 1

/* Whether the text at `at` begins in lower case or with a figure, as the rest of a sentence would. */
static bool begins_low(MnText text, size_t at)
{
    unsigned char c = (unsigned char) text.data[at];

    return (c >= 'a' && c <= 'z') || mn_is_digit(c) || c == '(';
}

/* The start of the `count`th paragraph before the one that holds `at`, not before `from`. */
static size_t paragraphs_before(MnText text, size_t from, size_t at, int count)
{
    size_t i = at;

    while (i > from && at - i < STRETCH_BYTES) {
        if (i < at && text.data[i - 1] == '\n' && count == PARAGRAPHS_BEFORE &&
            begins_low(text, i)) {
            count = PARAGRAPHS_ACROSS_PAGES;
        }
        if (text.data[i - 1] == '\n' && (i - 1 == from || text.data[i - 2] == '\n' ||
                                         text.data[i - 2] == '\r' || text.data[i - 2] == ' ')) {
            if (count-- == 0) {
                break;
            }
            while (i > from && (text.data[i - 1] == '\n' || text.data[i - 1] == '\r' ||
                                text.data[i - 1] == ' ')) {
                i--;
            }
            continue;
        }
        i--;
    }
    /* a line's start, or a word's in a line without end */
    while (i > from && text.data[i - 1] != '\n' && at - i < 2 * STRETCH_BYTES) {
        i--;
    }
    while (i > from && !mn_is_space((unsigned char) text.data[i - 1])) {
        i--;
    }
    return i;
}

/* The end of the `count`th paragraph behind the one that holds `at`, not behind the stretch's limit. */
static size_t paragraphs_behind(MnText text, size_t at, int count)
{
    size_t i = at;
    size_t limit = text.len - at > STRETCH_BYTES ? at + STRETCH_BYTES : text.len;

    while (i < limit) {
        size_t end = next_line(text, i);

        if (end > limit) {
            break;
        }
        i = end;
        if (mn_trim((MnText){text.data + i, next_line(text, i) - i}).len == 0 && count-- == 0) {
            return i;
        }
    }
    if (limit == text.len) {
        return limit;
    }
    if (i > at) {
        return i;
    }
    /* a line without end: at white space */
    for (i = limit; i > at + 1; i--) {
        if (text.data[i - 1] == ' ') {
            return i;
        }
    }
    return limit;
}

/* Reads text[from, to), which begins and ends between lines or words. */
static void read_stretch(MnText text, size_t from, size_t to, Context *context)
{
    MnText whole = {text.data, to};

    while (from < to && !context->failed) {
        size_t end = from;
        Token *tokens;
        size_t count;

        if (is_table_line(whole, from)) {
            pc_read_table(whole, &from, context);
            continue;
        }
        while (end < to && !is_table_line(whole, end)) {
            end = next_line(whole, end);
        }
        if (!pc_tokenise((MnText){text.data + from, end - from}, context->arena, &tokens, &count)) {
            context->failed = true;
            return;
        }
        for (size_t i = 0; i < count; i++) {
            tokens[i].start += from;
            tokens[i].end += from;
        }
        read_prose(text, tokens, count, context);
        from = end;
    }
}

MnStatus mn_percentage_changes(MnText text, MnArena *arena, MnChange **changes, size_t *count)
{
    Context context = {.arena = arena};
    size_t read = 0;
    size_t candidate = pc_screen(text, 0);

    *changes = NULL;
    *count = 0;
    while (candidate < text.len && !context.failed) {
        size_t from = paragraphs_before(text, read, candidate, PARAGRAPHS_BEFORE);
        size_t to = paragraphs_behind(text, candidate, PARAGRAPHS_BEHIND);

        /* as far as candidates follow closely */
        while ((candidate = pc_screen(text, candidate < to ? to : candidate)) < text.len &&
               to - from < STRETCH_BYTES &&
               paragraphs_before(text, to, candidate, PARAGRAPHS_BEFORE) <= to) {
            size_t further = paragraphs_behind(text, candidate, PARAGRAPHS_BEHIND);

            if (further <= to) {
                break;
            }
            to = further;
        }
        if (to <= candidate && candidate < text.len && to < text.len && to <= read) {
            to = candidate + 1;
        }
        read_stretch(text, from, to, &context);
        read = to;
        if (candidate < read) {
            candidate = pc_screen(text, read);
        }
    }
    if (context.failed) {
        return MN_NO_MEMORY;
    }
    *changes = context.changes;
    *count = context.count;
    return MN_OK;
}

const char *mn_basis_name(MnBasis basis)
{
    static const char *const names[] = {"stated", "from_levels", "ratio_words", "midpoint"};

    return names[basis];
}

const char *mn_qualifier_name(MnQualifier qualifier)
{
    static const char *const names[] = {NULL, "about", "over", "under", "up_to"};

    return names[qualifier];
}
