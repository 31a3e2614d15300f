/*
 * segment_starts.c - where items begin: by codes, by numbers, by headings, or only by the place of their titles.
 */
#include <string.h>

#include "attachments.h"
#include "segment.h"
#include "segment_starts.h"
#include "texts.h"

/* A title longer than this is the minute's own text. */
#define TITLE_MAX 400

static Unit *unit_of(const Segmenter *segmenter, size_t at)
{
    return &segmenter->units.unit[at];
}

MnText title_of(const Segmenter *segmenter, MnText text)
{
    Attachments ignored = {0};
    MnText item;

    return attachments_take(segmenter->arena, &ignored, text, &item);
}

static bool is_number_only(const Unit *unit)
{
    return unit->number.kind != NUMBER_NONE && unit->kind != UNIT_BULLET &&
           mn_trim(unit->rest).len == 0;
}

/* Whether the unit may hold the title of the number above it. */
static bool may_be_title(const Segmenter *segmenter, size_t at)
{
    const Unit *unit;

    if (at >= segmenter->units.count) {
        return false;
    }
    unit = unit_of(segmenter, at);
    if (unit->kind == UNIT_LABEL || unit->kind == UNIT_BREAK || unit->kind == UNIT_ATTACHMENT ||
        unit->kind == UNIT_ROW || unit->kind == UNIT_BULLET || is_number_only(unit)) {
        return unit->kind == UNIT_LABEL && unit->rest.len == 0 && label_is_of_people(unit->label) &&
               unit->text.data[unit->text.len - 1] != ':';
    }
    return unit->kind == UNIT_HEADING || title_score(title_of(segmenter, unit->text)) >= -1;
}

static Candidate *add_candidate(Segmenter *segmenter, Candidates *candidates, size_t unit)
{
    Candidate *candidate;

    candidates->candidate = mn_grow(&segmenter->arena->base, candidates->candidate,
                                    sizeof(Candidate), candidates->count, &candidates->capacity);
    candidate = &candidates->candidate[candidates->count++];
    memset(candidate, 0, sizeof(*candidate));
    candidate->start.unit = unit;
    candidate->start.title = SIZE_MAX;
    return candidate;
}

static void set_title(Segmenter *segmenter, Candidate *candidate, size_t unit, MnText text)
{
    candidate->start.title = unit;
    candidate->start.title_text = text;
    candidate->score = title_score(title_of(segmenter, text));
    candidate->capitals = text_is_capitals(text);
}

/* The title in the unit `at` if there is one; the body begins behind it. */
static void take_title_at(Segmenter *segmenter, Candidate *candidate, size_t at, size_t end)
{
    if (at < end && may_be_title(segmenter, at)) {
        set_title(segmenter, candidate, at, unit_of(segmenter, at)->text);
        candidate->start.body = unit_after(segmenter, at);
        candidate->score += unit_of(segmenter, at)->kind == UNIT_HEADING ? 2 : 0;
    } else {
        candidate->start.body = at;
        candidate->untitled = true;
    }
}

static void set_number(Segmenter *segmenter, Candidate *candidate, const char *prefix,
                       size_t prefix_len, const Number *number)
{
    MnText print = number->print;

    if (prefix != NULL) {
        print = text_of(arena_printf(segmenter->arena, "%.*s %.*s", (int) prefix_len, prefix,
                                     (int) print.len, print.data));
        candidate->start.number = number_at(print);
    } else {
        candidate->start.number = *number;
    }
    candidate->start.number_print = print;
}

/* "SSP" on a line of its own, its "46/21" below, before or behind the title. */
static bool split_code(Segmenter *segmenter, Candidates *candidates, size_t at, size_t end)
{
    const Unit *unit = unit_of(segmenter, at);
    size_t next = unit_after(segmenter, at);
    size_t third;
    Candidate *candidate;

    if (!number_is_prefix(unit->text) || unit->kind == UNIT_ROW || next >= end) {
        return false;
    }
    if (unit_of(segmenter, next)->number.kind == NUMBER_YEARED &&
        unit_of(segmenter, next)->number.prefix.len == 0) {
        const Unit *second = unit_of(segmenter, next);

        candidate = add_candidate(segmenter, candidates, at);
        set_number(segmenter, candidate, unit->text.data, unit->text.len, &second->number);
        if (mn_trim(second->rest).len > 0) {
            set_title(segmenter, candidate, next, second->rest);
            candidate->start.body = unit_after(segmenter, next);
        } else {
            take_title_at(segmenter, candidate, unit_after(segmenter, next), end);
        }
        return true;
    }
    third = unit_after(segmenter, next);
    if (third < end && may_be_title(segmenter, next) && is_number_only(unit_of(segmenter, third)) &&
        unit_of(segmenter, third)->number.kind == NUMBER_YEARED) {
        candidate = add_candidate(segmenter, candidates, at);
        set_number(segmenter, candidate, unit->text.data, unit->text.len,
                   &unit_of(segmenter, third)->number);
        set_title(segmenter, candidate, next, unit_of(segmenter, next)->text);
        candidate->start.body = unit_after(segmenter, third);
        return true;
    }
    return false;
}

/* A number without text behind it: perhaps a second number, then the title. */
static void lone_number(Segmenter *segmenter, Candidates *candidates, size_t at, size_t end)
{
    Candidate *candidate = add_candidate(segmenter, candidates, at);
    size_t next = unit_after(segmenter, at);
    const Unit *unit = unit_of(segmenter, at);

    candidate->alone = true;
    set_number(segmenter, candidate, NULL, 0, &unit->number);
    if (next < end && is_number_only(unit_of(segmenter, next)) &&
        unit_of(segmenter, next)->number.kind != unit->number.kind) {
        /* an agenda number and a minute number: the stronger one is the item's */
        if (unit_of(segmenter, next)->number.kind < unit->number.kind) {
            set_number(segmenter, candidate, NULL, 0, &unit_of(segmenter, next)->number);
        }
        next = unit_after(segmenter, next);
    } else if (next < end && unit_of(segmenter, next)->number.kind != NUMBER_NONE &&
               unit_of(segmenter, next)->number.kind < unit->number.kind) {
        /* "7." above "45/24 Title" */
        set_number(segmenter, candidate, NULL, 0, &unit_of(segmenter, next)->number);
        set_title(segmenter, candidate, next, unit_of(segmenter, next)->rest);
        candidate->start.body = unit_after(segmenter, next);
        return;
    }
    take_title_at(segmenter, candidate, next, end);
}

static bool begins_with_month(MnText text)
{
    size_t at = 0;
    MnText word;

    return text_next_word(text, &at, &word) && mn_month(text_strip(word, ".,")) > 0;
}

static void gather(Segmenter *segmenter, Candidates *candidates, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++) {
        const Unit *unit = unit_of(segmenter, at);
        size_t known = candidates->count;

        if (unit->furniture || unit->used || unit->kind == UNIT_LABEL || unit->kind == UNIT_BREAK ||
            unit->kind == UNIT_ATTACHMENT || unit->kind == UNIT_ROW) {
            continue;
        }
        if (split_code(segmenter, candidates, at, end)) {
            /* nothing more: its units are passed below */
        } else if (unit->number.kind == NUMBER_NONE) {
            continue;
        } else if (is_number_only(unit)) {
            lone_number(segmenter, candidates, at, end);
        } else {
            MnText rest =
                unit->kind == UNIT_BULLET && unit->rest.len == 0 ? unit->text : unit->rest;

            if (unit->number.kind >= NUMBER_PLAIN &&
                (begins_with_month(rest) || rest.len > TITLE_MAX)) {
                continue;
            }
            set_number(segmenter, add_candidate(segmenter, candidates, at), NULL, 0, &unit->number);
            set_title(segmenter, &candidates->candidate[known], at, rest);
            candidates->candidate[known].start.body = unit_after(segmenter, at);
        }
        {
            Candidate *candidate = &candidates->candidate[known];
            size_t body = candidate->start.body;

            candidate->stated = segmenter->document->blocks.block[unit->block].stated;
            candidate->heading = unit->kind == UNIT_HEADING;
            candidate->bold = unit->bold;
            candidate->level = unit->level;
            if (body < end && unit_of(segmenter, body)->label == LABEL_MINUTES) {
                candidate->score += 4;
            }
            at = body > at ? body - 1 : at;
        }
    }
}

/* Where most numbers stand behind their titles, gives each the title before it. */
static void turn_titles(Segmenter *segmenter, Candidates *candidates, size_t first)
{
    size_t alone = 0;
    size_t behind = 0;

    for (size_t i = 0; i < candidates->count; i++) {
        Candidate *candidate = &candidates->candidate[i];
        size_t before = unit_before(segmenter, candidate->start.unit);

        if (!candidate->alone) {
            continue;
        }
        alone++;
        if (before >= first && before < segmenter->units.count && may_be_title(segmenter, before) &&
            title_score(title_of(segmenter, unit_of(segmenter, before)->text)) > 0 &&
            (candidate->untitled || candidate->score <= 0)) {
            behind++;
        }
    }
    if (behind == 0 || behind * 2 <= alone) {
        return;
    }
    for (size_t i = 0; i < candidates->count; i++) {
        Candidate *candidate = &candidates->candidate[i];
        size_t before = unit_before(segmenter, candidate->start.unit);

        if (!candidate->alone || before < first || before >= segmenter->units.count ||
            !may_be_title(segmenter, before)) {
            continue;
        }
        candidate->start.body = unit_after(segmenter, candidate->start.unit);
        candidate->start.unit = before;
        candidate->untitled = false;
        set_title(segmenter, candidate, before, unit_of(segmenter, before)->text);
    }
}

/* ---- which kind of number counts the items ---- */

static bool same_prefix(MnText a, MnText b)
{
    return mn_same(a, b);
}

/* The text that most candidates of a kind have in common: the prefix of codes. Boyer and Moore's vote. */
static MnText most_prefix(const Candidates *candidates, NumberKind kind)
{
    MnText best = {"", 0};
    size_t votes = 0;

    for (size_t i = 0; i < candidates->count; i++) {
        const Number *number = &candidates->candidate[i].start.number;

        if (number->kind != kind || number->damaged) {
            continue;
        }
        if (votes == 0) {
            best = number->prefix;
            votes = 1;
        } else {
            votes += same_prefix(best, number->prefix) ? 1 : (size_t) -1;
        }
    }
    return best;
}

static int most_year(const Candidates *candidates)
{
    int best = -1;
    size_t votes = 0;

    for (size_t i = 0; i < candidates->count; i++) {
        const Number *number = &candidates->candidate[i].start.number;

        if (number->kind != NUMBER_YEARED) {
            continue;
        }
        if (votes == 0) {
            best = number->year;
            votes = 1;
        } else {
            votes += best == number->year ? 1 : (size_t) -1;
        }
    }
    return best;
}

static int most_value(const Candidates *candidates)
{
    int best = -1;
    size_t votes = 0;

    for (size_t i = 0; i < candidates->count; i++) {
        const Number *number = &candidates->candidate[i].start.number;

        if (number->kind != NUMBER_YEARED) {
            continue;
        }
        if (votes == 0) {
            best = number->value;
            votes = 1;
        } else {
            votes += best == number->value ? 1 : (size_t) -1;
        }
    }
    return best;
}

/* Whether a candidate's words read as running text that only begins with a number. */
static bool reads_on(const Candidate *candidate)
{
    return !candidate->untitled && !candidate->heading && !candidate->alone &&
           candidate->start.title == candidate->start.unit &&
           (candidate->score < -3 || is_lower(text_first(candidate->start.title_text))) &&
           candidate->score < 0;
}

static size_t accept_codes(Candidates *candidates)
{
    MnText prefix = most_prefix(candidates, NUMBER_CODE);
    size_t accepted = 0;
    int year = -1;
    int last = 0;

    for (size_t i = 0; i < candidates->count; i++) {
        Candidate *candidate = &candidates->candidate[i];
        const Number *number = &candidate->start.number;
        bool same = same_prefix(number->prefix, prefix);

        if (number->kind == NUMBER_CODE && !reads_on(candidate) && (same || !number->damaged)) {
            candidate->accepted = true;
            accepted++;
            if (!number->damaged) {
                year = number->year;
                last = number->value;
            }
        } else if (number->kind == NUMBER_YEARED && accepted > 0 && number->prefix.len == 0 &&
                   number->year == year && number->value == last + 1 && candidate->score > 0) {
            /* a code of the series that lost its prefix */
            candidate->accepted = true;
            last = number->value;
        }
    }
    return accepted;
}

static size_t accept_yeared(Candidates *candidates)
{
    int year = most_year(candidates);
    int value = most_value(candidates);
    MnText prefix = most_prefix(candidates, NUMBER_YEARED);
    size_t same_year = 0;
    size_t same_value = 0;
    size_t accepted = 0;
    bool reversed;

    for (size_t i = 0; i < candidates->count; i++) {
        const Number *number = &candidates->candidate[i].start.number;

        same_year += number->kind == NUMBER_YEARED && number->year == year;
        same_value += number->kind == NUMBER_YEARED && number->value == value;
    }
    reversed = same_value > same_year;
    for (size_t i = 0; i < candidates->count; i++) {
        Candidate *candidate = &candidates->candidate[i];
        const Number *number = &candidate->start.number;

        if (number->kind == NUMBER_YEARED && !reads_on(candidate) &&
            same_prefix(number->prefix, prefix) &&
            (reversed ? number->value == value : number->year == year) &&
            (candidate->score > -2 || candidate->alone)) {
            candidate->accepted = true;
            candidate->reversed = reversed;
            accepted++;
        }
    }
    return accepted;
}

static void withdraw(Candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++) {
        candidates->candidate[i].accepted = false;
    }
}

/* A format that says where its items begin is believed. */
static size_t accept_stated(Candidates *candidates)
{
    size_t accepted = 0;

    for (size_t i = 0; i < candidates->count; i++) {
        candidates->candidate[i].accepted = candidates->candidate[i].stated;
        accepted += candidates->candidate[i].stated;
    }
    return accepted;
}

/* The first accepted candidate; count where none is. */
static size_t first_accepted(const Candidates *candidates)
{
    size_t i = 0;

    while (i < candidates->count && !candidates->candidate[i].accepted) {
        i++;
    }
    return i;
}

/*
 * Marks the items of minutes that print "Item 3"; false where such lines but list some of the items that plain numbers count: there are more
 * of those, and they begin before it ("excluded for: Item 3 - Lease, Item 5 - Claim").
 */
static bool accept_worded(Candidates *candidates)
{
    size_t worded = segment_chain(candidates, NUMBER_WORDED, NUMBER_WORDED);
    size_t first = first_accepted(candidates);
    size_t plain;

    if (worded < 2) {
        return false;
    }
    withdraw(candidates);
    plain = segment_chain(candidates, NUMBER_PLAIN, NUMBER_PLAIN);
    if (plain > worded && first_accepted(candidates) < first) {
        return false;
    }
    withdraw(candidates);
    return segment_chain(candidates, NUMBER_WORDED, NUMBER_WORDED) >= 2;
}

/* Marks the candidates that are items; false where numbers do not count them. */
static bool choose(Candidates *candidates, size_t first)
{
    size_t accepted = accept_stated(candidates);
    size_t strong;

    if (accepted > 0) {
        return true;
    }
    accepted = accept_codes(candidates);
    if (accepted > 0) {
        return true;
    }
    withdraw(candidates);
    strong = accept_yeared(candidates);
    if (strong >= 2) {
        return true;
    }
    withdraw(candidates);
    if (accept_worded(candidates)) {
        return true;
    }
    withdraw(candidates);
    accepted = segment_chain(candidates, NUMBER_PLAIN, NUMBER_PLAIN);
    if (accepted >= 2) {
        return true;
    }
    withdraw(candidates);
    if (segment_chain(candidates, NUMBER_DOTTED, NUMBER_DOTTED) >= 2) {
        return true;
    }
    withdraw(candidates);
    if (strong == 1 && accept_yeared(candidates) == 1) {
        return true;
    }
    withdraw(candidates);
    for (size_t i = 0; i < candidates->count; i++) {
        /* the only number: a heading, or the first thing there is */
        Candidate *only = &candidates->candidate[i];

        if (only->heading ||
            (only->start.unit == first && only->score > 0 && only->start.number.full_stop)) {
            only->accepted = true;
            return true;
        }
    }
    return false;
}

Start *segment_add_start(Segmenter *segmenter, const Start *start)
{
    Starts *starts = &segmenter->starts;

    starts->start = mn_grow(&segmenter->arena->base, starts->start, sizeof(Start), starts->count,
                            &starts->capacity);
    starts->start[starts->count] = *start;
    return &starts->start[starts->count++];
}

/* ---- the tags of a printed export ---- */

/* Whether a break begins an item of a printed export: <AI12>. */
static bool is_item_tag(const Unit *unit)
{
    return unit->kind == UNIT_BREAK && unit->mark != NULL && strncmp(unit->mark, "AI", 2) == 0 &&
           mn_is_digit((unsigned char) unit->mark[2]);
}

static bool starts_by_tags(Segmenter *segmenter, size_t first, size_t end)
{
    size_t found = 0;

    for (size_t at = first; at < end; at++) {
        Candidates candidates = {0};
        size_t next = unit_after(segmenter, at);

        if (!is_item_tag(unit_of(segmenter, at)) || next >= end) {
            continue;
        }
        gather(segmenter, &candidates, next, next + 1 < end ? next + 1 : end);
        if (candidates.count > 0) {
            Candidate *candidate = &candidates.candidate[0];

            if (candidate->untitled) {
                take_title_at(segmenter, candidate, candidate->start.body, end);
            }
            segment_add_start(segmenter, &candidate->start);
        } else {
            Candidate candidate = {.start = {.unit = next, .title = SIZE_MAX}};

            if (unit_of(segmenter, next)->kind == UNIT_BREAK) {
                continue;
            }
            take_title_at(segmenter, &candidate, next, end);
            segment_add_start(segmenter, &candidate.start);
        }
        found++;
    }
    return found > 0;
}

/* The letters and the number that text begins with ("C/78", "JWC1"), perhaps a body's own series; the bytes of both, 0 for none. */
static size_t series_at(MnText text, size_t *letters, int *value)
{
    size_t at = 0;
    size_t digits;

    while (at < text.len && is_upper((unsigned char) text.data[at])) {
        at++;
    }
    *letters = at;
    at += at > 0 && at < text.len && text.data[at] == '/';
    *value = 0;
    for (digits = at; digits < text.len && mn_is_digit((unsigned char) text.data[digits]);
         digits++) {
        if (digits - at == 4) {
            return 0;
        }
        *value = *value * 10 + (text.data[digits] - '0');
    }
    return *letters == 0 || *letters > 6 || digits == at || digits >= text.len ||
                   (text.data[digits] != ' ' && text.data[digits] != '.' &&
                    text.data[digits] != ':')
               ? 0
               : digits;
}

/* Items that a series without a year counts: three or more lines with the same letters, one number after the other. */
static bool starts_by_series(Segmenter *segmenter, size_t first, size_t end)
{
    Candidates candidates = {0};
    MnText prefix = {"", 0};
    int last = 0;

    for (size_t at = first; at < end; at++) {
        const Unit *unit = unit_of(segmenter, at);
        size_t letters;
        int value;
        size_t len =
            unit->furniture || unit->used || (unit->kind != UNIT_TEXT && unit->kind != UNIT_HEADING)
                ? 0
                : series_at(unit->text, &letters, &value);
        MnText rest = text_strip(text_after(unit->text, len), " .:-");
        Number number = {.kind = NUMBER_CODE, .year = -1};

        if (len == 0 || title_score(rest) <= 0 ||
            (candidates.count > 0 &&
             (!mn_same(prefix, text_upto(unit->text, letters)) || value != last + 1))) {
            continue;
        }
        prefix = text_upto(unit->text, letters);
        last = number.value = value;
        number.print = text_upto(unit->text, len);
        number.prefix = prefix;
        add_candidate(segmenter, &candidates, at);
        set_number(segmenter, &candidates.candidate[candidates.count - 1], NULL, 0, &number);
        set_title(segmenter, &candidates.candidate[candidates.count - 1], at, rest);
        candidates.candidate[candidates.count - 1].start.body = unit_after(segmenter, at);
    }
    for (size_t i = 0; candidates.count >= 3 && i < candidates.count; i++) {
        segment_add_start(segmenter, &candidates.candidate[i].start);
    }
    return candidates.count >= 3;
}

void segment_starts(Segmenter *segmenter, size_t first, size_t end)
{
    Candidates candidates = {0};
    size_t known = segmenter->starts.count;

    if (starts_by_tags(segmenter, first, end)) {
        return;
    }
    gather(segmenter, &candidates, first, end);
    turn_titles(segmenter, &candidates, first);
    if (!choose(&candidates, first)) {
        if (starts_by_series(segmenter, first, end)) {
            segment_sections(segmenter, known, first, end);
            return;
        }
        segment_untitled_starts(segmenter, first, end);
        return;
    }
    for (size_t i = 0; i < candidates.count; i++) {
        if (candidates.candidate[i].accepted) {
            segment_add_start(segmenter, &candidates.candidate[i].start);
        }
    }
    segment_sections(segmenter, known, first, end);
}
