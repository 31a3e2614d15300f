/*
 * decisions.c - see decisions.h: from sentence to sentence, what a resolution opened and a motion left waiting.
 */
#include "decisions.h"

#include <string.h>

#include "narrative.h"
#include "sentence.h"

#define UNIT_WORDS 384
#define UNIT_PARTS 32

typedef enum Block {
    BLOCK_NONE,
    BLOCK_RESOLUTION, /* parts that follow are decided */
    BLOCK_OBJECTS,    /* ... are the objects of a verb already taken */
    BLOCK_PROPOSAL    /* ... are proposed, or meant for another body */
} Block;

typedef struct Minute {
    MnText text;
    MnArena *arena;
    MnDecision *decisions;
    size_t count;
    size_t capacity;
    bool out_of_memory;
    Block block;
    bool head_waits; /* the head has not led to any part yet */
    MnSpan head;
    bool received_waits;
    MnSpan received;
    bool recommends_waits;
    MnSpan recommends;
    Outcomes motion; /* what was moved and not yet voted on */
    Outcomes amendment;
    bool put; /* something was moved */
    bool row; /* what is read is a table's row */
} Minute;

/* A part within a sentence: "(a) that ...;" as words. */
typedef struct Part {
    size_t label;
    size_t from;
} Part;

static void add(Minute *minute, MnOutcome outcome, MnSpan span)
{
    MnDecision *grown;

    for (size_t i = minute->count; i-- > 0 && minute->decisions[i].matched.start == span.start;) {
        if (minute->decisions[i].outcome == outcome) {
            return;
        }
    }
    grown = mn_grow(minute->arena, minute->decisions, sizeof(MnDecision), minute->count,
                    &minute->capacity);
    if (grown == NULL) {
        minute->out_of_memory = true;
        return;
    }
    minute->decisions = grown;
    minute->decisions[minute->count++] = (MnDecision){outcome, span};
}

static void add_all(Minute *minute, const Outcomes *outcomes, MnSpan span)
{
    bool more = outcomes->count > 1;

    for (size_t i = 0; i < outcomes->count; i++) {
        /* "agreed" says nothing beside the outcome it led to. */
        if (!(more && outcomes->list[i] == MN_AGREED)) {
            add(minute, outcomes->list[i], span);
        }
    }
}

/* Whether words i.. are a part's number: "(a)", "a)", "1.", "(iv)", "1.4"; *behind is the word after it. */
static bool is_label(const Unit *unit, size_t i, size_t *behind)
{
    size_t k = i;
    bool open = unit->words[k].mark == '(';
    const MnWord *word;

    k += open;
    if (k + 1 >= unit->count) {
        return false;
    }
    word = &unit->words[k];
    if (word->mark == '0' ? word->number > 99 || word->number < 0
                          : word->mark != 'w' || word->len > 4) {
        return false;
    }
    if (word->mark == 'w' && word->len > 1) {
        for (size_t c = 0; c < word->len; c++) {
            if (strchr("ivxIVX", unit->text.data[word->start + c]) == NULL) {
                return false;
            }
        }
    }
    k++;
    if (unit->words[k].mark == ')' && (!unit->words[k].spaced)) {
        *behind = k + 1;
        return true;
    }
    if (open || unit->words[k].mark != '.' || unit->words[k].spaced) {
        return false;
    }
    if (word->mark == 'w' && (word->capital || word->len > 3)) {
        return false;
    }
    k++;
    while (k < unit->count && unit->words[k].mark == '0' && !unit->words[k].spaced) {
        k++;
        k += k < unit->count && unit->words[k].mark == '.' && !unit->words[k].spaced;
    }
    *behind = k;
    return k < unit->count && unit->words[k].spaced;
}

/* The words behind a bullet or number that the sentence begins with; *labelled says whether one does. */
static size_t skip_label(const Unit *unit, bool *labelled)
{
    size_t i = 0;
    size_t behind;

    *labelled = false;
    while (i < unit->count &&
           (unit->words[i].mark == '+' || unit->words[i].mark == '|' ||
            (unit->words[i].mark == '-' && i + 1 < unit->count && unit->words[i + 1].spaced))) {
        *labelled = true;
        i++;
    }
    while (i < unit->count && is_label(unit, i, &behind)) {
        *labelled = true;
        i = behind;
    }
    /* "1.4 RESOLVED", "12 RESOLVED" */
    while (i < unit->count && (unit->words[i].mark == '0' || (i > 0 && unit->words[i].mark == '.' &&
                                                              unit->words[i - 1].mark == '0'))) {
        *labelled = true;
        i++;
    }
    return i;
}

/* Whether the bracketed label at word i is the next one behind that at word `last`: "(1) ... (2)". */
static bool follows_label(const Unit *unit, size_t last, size_t i)
{
    const MnWord *a = &unit->words[last + 1];
    const MnWord *b = &unit->words[i + 1];

    if (unit->words[last].mark != '(' || unit->words[i].mark != '(' || a->mark != b->mark) {
        return false;
    }
    return a->mark == '0' ? b->number == a->number + 1
                          : a->len == 1 && b->len == 1 &&
                                unit->text.data[b->start] == unit->text.data[a->start] + 1;
}

/* The parts numbered within the words from `from` on. */
static size_t find_parts(const Unit *unit, size_t from, Part parts[UNIT_PARTS])
{
    size_t count = 0;

    for (size_t i = from; i < unit->count && count < UNIT_PARTS; i++) {
        const MnWord *previous = i > 0 ? &unit->words[i - 1] : NULL;
        size_t behind;

        if (!unit->words[i].spaced || !is_label(unit, i, &behind)) {
            continue;
        }
        if (previous == NULL || i == from || strchr(":;,-.)", previous->mark) != NULL ||
            previous->kind == K_AND || previous->kind == K_THAT || previous->kind == K_TO ||
            previous->kind == K_PART ||
            (count > 0 && follows_label(unit, parts[count - 1].label, i))) {
            parts[count].label = i;
            parts[count++].from = behind;
            i = behind - 1;
        }
    }
    return count;
}

/* Where words [from, to) stand in the minute. */
static MnSpan span_of(const Minute *minute, const Unit *unit, size_t from, size_t to)
{
    const char *start = unit->text.data + unit->words[from].start;
    const char *end = to < unit->count ? unit->text.data + unit->words[to].start
                                       : unit->text.data + unit->text.len;
    MnText trimmed = mn_trim((MnText){start, (size_t) (end - start)});

    return (MnSpan){(size_t) (trimmed.data - minute->text.data), trimmed.len};
}

/* Whether the words [from, unit->count) end in a colon or dash that announces parts. */
static bool announces(const Unit *unit)
{
    char last = unit->count > 0 ? unit->words[unit->count - 1].mark : '\0';

    return last == ':' || last == '-';
}

static void open_block(Minute *minute, Block block, MnSpan span)
{
    minute->block = block;
    minute->head = span;
    minute->head_waits = false;
}

/* The outcomes of one part of a resolution; agreed where its verb is none of them. */
static void part_outcomes(const Unit *unit, size_t from, size_t to, bool needs_verb,
                          Outcomes *outcomes)
{
    bool said = mn_clause_outcomes(unit, from, to, outcomes);

    if (said && outcomes->count == 0 && !needs_verb) {
        mn_outcomes_add(outcomes, MN_AGREED);
    }
}

/* Numbered parts within the sentence of a head. */
static void inline_parts(Minute *minute, const Unit *unit, const Part *parts, size_t count,
                         bool needs_verb, bool objects)
{
    for (size_t p = 0; p < count; p++) {
        size_t to = p + 1 < count ? parts[p + 1].label : unit->count;
        Outcomes outcomes = {.count = 0};

        part_outcomes(unit, parts[p].from, to, needs_verb || objects, &outcomes);
        add_all(minute, &outcomes, span_of(minute, unit, parts[p].label, to));
    }
}

/* A sentence whose head says that what follows is resolved. */
static void resolved(Minute *minute, const Unit *unit, Reading *reading, MnSpan span)
{
    Part parts[UNIT_PARTS];
    size_t count = find_parts(unit, reading->behind, parts);
    size_t to = count > 0 ? parts[0].label : unit->count;
    Outcomes outcomes = reading->outcomes;
    size_t already = outcomes.count;
    bool said = mn_clause_outcomes(unit, reading->behind, to, &outcomes);
    bool decided = outcomes.count > already;
    bool for_others = mn_outcomes_have(&outcomes, MN_RECOMMENDED);

    if (unit->record && !decided) {
        mn_outcomes_add(&outcomes, MN_APPROVED);
        decided = true;
    }
    if (!decided && count == 0) {
        bool open = announces(unit) || !said;

        if (said && !announces(unit)) {
            mn_outcomes_add(&outcomes, MN_AGREED);
        }
        add_all(minute, &outcomes, span);
        if (open) {
            open_block(minute, BLOCK_RESOLUTION, span);
            minute->head_waits = true;
        } else {
            open_block(minute, BLOCK_RESOLUTION, span);
        }
        return;
    }
    add_all(minute, &outcomes, count > 0 && decided ? span_of(minute, unit, 0, to) : span);
    open_block(minute,
               for_others                   ? BLOCK_PROPOSAL
               : decided && announces(unit) ? BLOCK_OBJECTS
                                            : BLOCK_RESOLUTION,
               span);
    if (!for_others) {
        inline_parts(minute, unit, parts, count, false, decided);
    }
}

/* The vote on what was moved. */
static void voted(Minute *minute, const Reading *reading, MnSpan span)
{
    Outcomes *moved = reading->amendment ? &minute->amendment : &minute->motion;

    /* A table of recorded votes counts again what was decided. */
    if (minute->row && (minute->count > 0 || reading->amendment)) {
        return;
    }

    if (reading->lost) {
        add(minute, MN_REJECTED, span);
    } else if (moved->count > 0) {
        add_all(minute, moved, span);
    } else if (!reading->amendment || minute->motion.count == 0) {
        add(minute, MN_AGREED, span);
    }
    memset(moved, 0, sizeof(*moved));
}

/* What a sentence moves, to be decided by a vote. */
static void moved(Minute *minute, const Unit *unit, size_t from, const Reading *reading)
{
    Outcomes outcomes = {.count = 0};
    size_t that = from;

    while (that < unit->count && unit->words[that].kind != K_THAT &&
           unit->words[that].kind != K_TO) {
        that++;
    }
    if (that < unit->count) {
        mn_clause_outcomes(unit, that, unit->count, &outcomes);
    }
    minute->put = true;
    if (outcomes.count > 0) {
        *(reading->amendment ? &minute->amendment : &minute->motion) = outcomes;
    }
}

/* Whether the sentence is of the form that a resolution's parts have: "That ...", "To ...", or with a subjunctive. */
static bool has_resolution_form(const Unit *unit, size_t from)
{
    if (from >= unit->count) {
        return false;
    }
    if (unit->words[from].kind == K_THAT || unit->words[from].kind == K_TO) {
        return true;
    }
    for (size_t i = from + 1; i < unit->count; i++) {
        WordKind previous = (WordKind) unit->words[i - 1].kind;

        if (previous == K_THAT || previous == K_SUBORDINATE) {
            return false;
        }
        if (unit->words[i].kind == K_BE && previous != K_WOULD && previous != K_TO &&
            previous != K_NOT) {
            return true;
        }
    }
    return false;
}

/* "That the recommendation be approved": a resolution without its head. */
static bool is_bare_resolution(const Unit *unit, size_t from)
{
    if (from + 3 >= unit->count || unit->words[from].kind != K_THAT || !unit->words[from].capital) {
        return false;
    }
    for (size_t i = from + 1; i < unit->count; i++) {
        bool body = unit->words[i - 1].kind == K_BODY || unit->words[i - 1].kind == K_HIGHER;

        if (body && (unit->words[i].kind == K_FINITE || unit->words[i].kind == K_BASE)) {
            return true;
        }
        if (unit->words[i].kind == K_BE && unit->words[i - 1].kind != K_WOULD &&
            unit->words[i - 1].kind != K_TO) {
            return true;
        }
        if (unit->words[i].kind == K_SUBORDINATE || unit->words[i].kind == K_WAS) {
            return false;
        }
    }
    return false;
}

/* A sentence within what a head opened. Returns false where it is none of it, which closes the block. */
static bool in_block(Minute *minute, const Unit *unit, size_t from, bool labelled, bool paragraph,
                     MnSpan span, const Reading *reading)
{
    Outcomes outcomes = {.count = 0};
    bool form = has_resolution_form(unit, from);

    if (reading->head != HEAD_NONE &&
        !(minute->block == BLOCK_PROPOSAL && labelled && reading->head != HEAD_RESOLVED)) {
        return false;
    }
    if (minute->block == BLOCK_PROPOSAL) {
        return labelled || form || !paragraph;
    }
    if (labelled || form) {
        Part parts[UNIT_PARTS];
        size_t count = find_parts(unit, from, parts);
        size_t to = count > 0 ? parts[0].label : unit->count;

        if (minute->block == BLOCK_OBJECTS && !form) {
            return true;
        }
        part_outcomes(unit, from, to, minute->block == BLOCK_OBJECTS || count > 0, &outcomes);
        add_all(minute, &outcomes, count > 0 ? span_of(minute, unit, 0, to) : span);
        if (mn_outcomes_have(&outcomes, MN_RECOMMENDED) && announces(unit)) {
            minute->block = BLOCK_PROPOSAL;
        }
        inline_parts(minute, unit, parts, count, false, outcomes.count > 0);
        minute->head_waits = false;
        return true;
    }
    return false;
}

/* An operative head that led to nothing: agreed, where nothing else in the item says more. */
static void close_block(Minute *minute)
{
    if (minute->head_waits && minute->count == 0) {
        add(minute, MN_AGREED, minute->head);
    }
    minute->head_waits = false;
    minute->block = BLOCK_NONE;
}

/* One sentence (or a cell of a row). */
static void read_unit(Minute *minute, const Unit *unit, bool paragraph, MnSpan span)
{
    bool labelled;
    size_t from = skip_label(unit, &labelled);
    bool in_resolution = minute->block == BLOCK_RESOLUTION;
    Reading reading;

    if (from >= unit->count) {
        return;
    }
    mn_read_narrative(unit, from, in_resolution, &reading);
    if (minute->block != BLOCK_NONE) {
        if (in_block(minute, unit, from, labelled, paragraph, span, &reading)) {
            return;
        }
        if (minute->head_waits && reading.head == HEAD_NONE && reading.outcomes.count > 0) {
            minute->head_waits = false;
        }
        if (paragraph || labelled || reading.head != HEAD_NONE) {
            close_block(minute);
        }
    }
    if (reading.moved && reading.head == HEAD_NONE && reading.outcomes.count == 0) {
        moved(minute, unit, from, &reading);
    }
    if (reading.carried || reading.lost) {
        voted(minute, &reading, span);
        return;
    }
    switch (reading.head) {
    case HEAD_RESOLVED:
        resolved(minute, unit, &reading, span);
        return;
    case HEAD_BODY: {
        Part parts[UNIT_PARTS];
        size_t count = find_parts(unit, reading.behind, parts);

        add_all(minute, &reading.outcomes, span);
        if (count > 0) {
            inline_parts(minute, unit, parts, count, true, false);
        } else if (reading.behind < unit->count) {
            Outcomes outcomes = {.count = 0};

            mn_clause_outcomes(unit, reading.behind, unit->count, &outcomes);
            add_all(minute, &outcomes, span);
        } else {
            open_block(minute, BLOCK_OBJECTS, span);
        }
        return;
    }
    case HEAD_PROPOSAL:
    case HEAD_OTHERS:
        add_all(minute, &reading.outcomes, span);
        open_block(minute, BLOCK_PROPOSAL, span);
        if (reading.recommends) {
            minute->recommends_waits = true;
            minute->recommends = span;
        }
        return;
    case HEAD_NONE:
        break;
    }
    if (reading.agrees_motion && minute->motion.count > 0) {
        voted(minute, &reading, span);
        return;
    }
    if (reading.outcomes.count == 0 && is_bare_resolution(unit, from) &&
        minute->block != BLOCK_PROPOSAL) {
        Outcomes outcomes = {.count = 0};

        part_outcomes(unit, from, unit->count, false, &outcomes);
        if (minute->put) {
            minute->motion = outcomes;
        } else {
            add_all(minute, &outcomes, span);
            open_block(minute, BLOCK_RESOLUTION, span);
        }
        return;
    }
    add_all(minute, &reading.outcomes, span);
    if (reading.received.count > 0 && !minute->received_waits) {
        minute->received_waits = true;
        minute->received = span;
    }
}

/* ---- which sentences are worth reading ---- */

/* Whether a word that begins with these letters may decide something. first is lower case. */
static bool may_decide(const char *word, size_t left, unsigned char first)
{
    static const char stems[26][12][15] = {
        ['a' - 'a'] = {"agre", "approv", "appointed", "adopted", "accepted", "argym", "ategw"},
        ['c' - 'a'] = {"carried", "confirmed", "co-opted", "coopted", "cytun", "cymer", "cadarn",
                       "content to"},
        ['d' - 'a'] = {"deferred", "decided", "decision", "defeated", "determin", "dismissed",
                       "derbyn"},
        ['e' - 'a'] = {"endorsed", "elected", "etholwyd"},
        ['g' - 'a'] = {"gohir", "gwrth"},
        ['h' - 'a'] = {"happy to"},
        ['l' - 'a'] = {"lost"},
        ['m' - 'a'] = {"moved", "motion", "made"},
        ['n' - 'a'] = {"noted", "nodwyd"},
        ['o' - 'a'] = {"outcome"},
        ['p' - 'a'] = {"postponed", "proposed", "passed", "pender", "penod", "pleased to"},
        ['r' - 'a'] = {"resol", "received", "rejected", "referred", "recommend", "remitted",
                       "ratified", "reappointed", "re-elected", "re-appointed", "reelected"},
        ['s' - 'a'] = {"signed", "seconded"},
        ['v' - 'a'] = {"voted"},
        ['w' - 'a'] = {"withdr", "willing to"},
    };
    char second;

    if (first < 'a' || first > 'z' || left < 2) {
        return false;
    }
    second = (char) mn_lower((unsigned char) word[1]);
    for (const char(*stem)[15] = stems[first - 'a']; (*stem)[0] != '\0'; stem++) {
        size_t i = 2;

        /* Mostly the second letter settles it. */
        if ((*stem)[1] != second) {
            continue;
        }
        while ((*stem)[i] != '\0' && i < left &&
               mn_lower((unsigned char) word[i]) == (unsigned char) (*stem)[i]) {
            i++;
        }
        if ((*stem)[i] == '\0') {
            return true;
        }
    }
    return false;
}

static inline bool is_ascii_letter(char c)
{
    return (unsigned char) (((unsigned char) c | 0x20) - 'a') < 26;
}

/* The byte of the first word from `at` on that may decide something; the text's length where there is none. */
static size_t next_candidate(MnText text, size_t at)
{
    /* Within a word: on to its end. */
    while (at > 0 && at < text.len && mn_is_letter((unsigned char) text.data[at - 1]) &&
           is_ascii_letter(text.data[at])) {
        at++;
    }
    while (at < text.len) {
        if (!is_ascii_letter(text.data[at])) {
            at++;
            continue;
        }
        if (may_decide(text.data + at, text.len - at, (unsigned char) text.data[at] | 0x20)) {
            return at;
        }
        do {
            at++;
        } while (at < text.len && is_ascii_letter(text.data[at]));
    }
    return text.len;
}

/* A row's cells are read one by one, and within them sentence by sentence. */
static void read_sentence(Minute *minute, MnSpan sentence, bool paragraph)
{
    MnText text = mn_slice(minute->text, sentence);
    size_t at = 0;
    MnWord words[UNIT_WORDS];
    size_t count;

    while ((count = mn_words(text, &at, mn_decision_words, mn_decision_word_count, words,
                             UNIT_WORDS)) > 0) {
        Unit unit = {.text = text, .words = words, .count = count};
        size_t from = 0;

        mn_unit_prepare(&unit);
        if (memchr(text.data, '|', text.len) == NULL) {
            read_unit(minute, &unit, paragraph, sentence);
        } else {
            minute->row = true;
            for (size_t i = 0; i <= count; i++) {
                if (i == count || words[i].mark == '|' ||
                    (words[i].mark == '.' && i + 1 < count && words[i + 1].capital &&
                     words[i + 1].spaced)) {
                    Unit cell = {.text = text,
                                 .words = words + from,
                                 .count = i - from,
                                 .record = unit.record};

                    /* A cell that is one word is a verb or a column's heading. */
                    if (cell.count > 1 || (cell.count == 1 && cell.words[0].kind == K_PART)) {
                        read_unit(minute, &cell, true, sentence);
                    }
                    from = i + 1;
                }
            }
            minute->row = false;
        }
        paragraph = false;
    }
}

/* Whether a blank line, or anything but one line break, stands between two sentences. */
static bool new_paragraph(MnText text, size_t from, size_t to)
{
    size_t breaks = 0;

    for (size_t i = from; i < to; i++) {
        breaks += text.data[i] == '\n';
    }
    return breaks > 1;
}

/* "That the hall be closed": a resolution or motion that may need none of those words. */
static bool starts_as_resolution(MnText sentence)
{
    return mn_begins(sentence, MN_TEXT("that "));
}

/* Whether the meeting goes on to speak of what was printed as recommended: "The Committee ...", "Members ...", "The motion ...". */
static bool goes_on(MnText sentence)
{
    MnWord words[8];
    size_t at = 0;
    size_t count = mn_words(sentence, &at, mn_decision_words, mn_decision_word_count, words, 8);
    size_t i = count > 0 && words[0].kind == K_THE;

    while (i < count && words[i].kind == K_NONE && words[i].capital) {
        i++;
    }
    return i < count && (words[i].kind == K_BODY || words[i].kind == K_HIGHER ||
                         words[i].kind == K_MOTION || words[i].kind == K_OFFICER);
}

MnStatus mn_minute_decisions(MnText text, MnArena *arena, MnDecision **decisions, size_t *count)
{
    Minute minute = {.text = text, .arena = arena};
    size_t candidate = next_candidate(text, 0);
    bool bare = starts_as_resolution(mn_trim(text));
    size_t at = 0;
    size_t end = 0;
    MnSpan sentence;

    *decisions = NULL;
    *count = 0;
    while (!minute.out_of_memory &&
           (bare || candidate < text.len || minute.block != BLOCK_NONE || minute.put) &&
           mn_next_sentence(text, &at, &sentence)) {
        bool paragraph = end == 0 || new_paragraph(text, end, sentence.start);

        end = sentence.start + sentence.len;
        if (minute.recommends_waits && paragraph && goes_on(mn_slice(text, sentence))) {
            minute.recommends_waits = false;
        }
        if (candidate < end || minute.block != BLOCK_NONE ||
            starts_as_resolution(mn_slice(text, sentence))) {
            read_sentence(&minute, sentence, paragraph);
        }
        if (candidate < end) {
            candidate = next_candidate(text, end);
        }
    }
    close_block(&minute);
    if (minute.count == 0 && minute.received_waits) {
        add(&minute, MN_RECEIVED, minute.received);
    }
    if (minute.count == 0 && minute.recommends_waits) {
        add(&minute, MN_RECOMMENDED, minute.recommends);
    }
    *decisions = minute.decisions;
    *count = minute.count;
    return minute.out_of_memory ? MN_NO_MEMORY : MN_OK;
}
