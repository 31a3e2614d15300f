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

/* What a sentence without figures is about: its subject, or the object of those who discuss it. */
static void note_subject(const Sentence *s, Context *context)
{
    for (size_t i = 1; i < s->count && i < REACH; i++) {
        Phrase p;

        if (!pc_is_verb(&s->tokens[i]) && !token_is(&s->tokens[i], IS_CHANGE_VERB)) {
            continue;
        }
        if (pc_is_participle(s, i)) {
            continue;
        }
        p = pc_phrase_left(s, i);
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
            pc_read_sentence(&s, context);
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

MnStatus mn_percentage_changes(MnText text, MnArena *arena, MnChange **changes, size_t *count)
{
    Context context = {.arena = arena};
    size_t at = 0;

    *changes = NULL;
    *count = 0;
    if (pc_screen(text, 0) == text.len) {
        return MN_OK;
    }
    while (at < text.len && !context.failed) {
        size_t end = at;
        Token *tokens;
        size_t token_count;

        if (is_table_line(text, at)) {
            pc_read_table(text, &at, &context);
            continue;
        }
        while (end < text.len && !is_table_line(text, end)) {
            end = next_line(text, end);
        }
        if (!pc_tokenise((MnText){text.data + at, end - at}, arena, &tokens, &token_count)) {
            return MN_NO_MEMORY;
        }
        for (size_t i = 0; i < token_count; i++) {
            tokens[i].start += at;
            tokens[i].end += at;
        }
        read_prose(text, tokens, token_count, &context);
        at = end;
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
