/*
 * segment_chain.c - plain numbers: which of them count the items, and which only the parts of a resolution.
 *
 * A document is read several times over its numbers, each time believing in another sign of a title (a heading, bold print,
 * capitals, the number alone on its line, its full stop) and from several first numbers; the reading that explains most wins.
 */
#include "segment_starts.h"
#include "texts.h"

/* How many of the first numbers are tried as the one that the count begins with. */
#define FIRSTS 12

/* A count may pass over this many numbers (items withdrawn, or not recognised). */
#define GAP_MAX 6

typedef enum Sign {
    SIGN_ANY,
    SIGN_HEADING,
    SIGN_BOLD,
    SIGN_CAPITALS,
    SIGN_ALONE,
    SIGN_FULL_STOP,
    SIGN_NO_FULL_STOP,
    SIGNS
} Sign;

static bool has_sign(const Candidate *candidate, Sign sign)
{
    switch (sign) {
    case SIGN_HEADING:
        return candidate->heading;
    case SIGN_BOLD:
        return candidate->bold;
    case SIGN_CAPITALS:
        return candidate->capitals;
    case SIGN_ALONE:
        return candidate->alone;
    case SIGN_FULL_STOP:
        return candidate->start.number.full_stop;
    case SIGN_NO_FULL_STOP:
        return !candidate->start.number.full_stop;
    default:
        return true;
    }
}

/* What counts up, with the letter or part behind it. */
static int value_of(const Candidate *candidate)
{
    const Number *number = &candidate->start.number;
    int letter = number->suffix == '\0' ? 0 : number->suffix - 'A' + 1;

    return number->kind == NUMBER_DOTTED ? number->value * 1000 + number->part
                                         : number->value * 1000 + letter;
}

/* The steps from one number to the next: 1 for the next one (7 after 6, 12A after 12, 13 after 12A); 0 or less for none. */
static int steps(const Candidate *from, const Candidate *to)
{
    const Number *a = &from->start.number;
    const Number *b = &to->start.number;

    if (value_of(to) <= value_of(from)) {
        return 0;
    }
    if (a->kind == NUMBER_DOTTED) {
        return a->value == b->value ? b->part - a->part : b->part <= 1 ? b->value - a->value : 100;
    }
    return a->value == b->value ? 1 : b->value - a->value;
}

static bool is_in(const Candidate *candidate, NumberKind from, NumberKind to)
{
    return candidate->start.number.kind >= from && candidate->start.number.kind <= to;
}

/* Whether its words would do for a title. */
static bool is_good(const Candidate *candidate)
{
    return candidate->score > 0 || candidate->heading ||
           (candidate->alone && (!candidate->untitled || candidate->start.number.full_stop));
}

/*
 * Reads the numbers from candidate `first` on, believing in one sign; returns how much that explains. Marks the accepted ones
 * where mark is set.
 */
static int read_chain(Candidates *candidates, NumberKind from, NumberKind to, Sign sign,
                      size_t first, bool mark)
{
    const Candidate *last = NULL;
    const Candidate *nested = NULL; /* the last part of a list inside an item */
    int worth = 0;

    for (size_t i = first; i < candidates->count; i++) {
        Candidate *candidate = &candidates->candidate[i];
        int gap;
        bool adjacent;

        if (!is_in(candidate, from, to) || !has_sign(candidate, sign)) {
            continue;
        }
        adjacent = nested != NULL && candidate->start.unit == nested->start.body;
        if (nested != NULL && steps(nested, candidate) == 1 &&
            (adjacent || !is_good(candidate) || steps(last, candidate) != 1)) {
            nested = candidate;
            continue;
        }
        gap = last == NULL ? 1 : steps(last, candidate);
        if (last != NULL && gap <= 0) {
            nested = candidate->start.number.value == 1 ? candidate : nested;
            continue;
        }
        if (!is_good(candidate) || gap > GAP_MAX) {
            continue;
        }
        worth += 3 + (candidate->score > 4 ? 4 : candidate->score < -2 ? -2 : candidate->score);
        worth += sign == SIGN_ANY ? 0 : 1;
        worth -= 2 * (gap - 1);
        last = candidate;
        nested = NULL;
        if (mark) {
            candidate->accepted = true;
        }
    }
    return worth;
}

/*
 * Whether the number of candidate `at` is the one that two accepted ones leave out: the next accepted one follows it, it is set
 * like that one, and no list of parts around it counts through it.
 */
static bool is_missing(const Candidates *candidates, size_t at, NumberKind from, NumberKind to)
{
    const Candidate *candidate = &candidates->candidate[at];
    const Candidate *before = at > 0 ? candidate - 1 : NULL;
    size_t next = at + 1;

    if (candidate->score < -3 || (before != NULL && !before->accepted && is_in(before, from, to) &&
                                  steps(before, candidate) == 1)) {
        return false;
    }
    while (next < candidates->count && next < at + GAP_MAX &&
           !candidates->candidate[next].accepted) {
        next++;
    }
    return next < candidates->count && candidates->candidate[next].accepted &&
           steps(candidate, &candidates->candidate[next]) == 1 &&
           candidate->start.number.full_stop == candidates->candidate[next].start.number.full_stop;
}

/* Accepts others whose number fits between two accepted ones, or follows the last. */
static void fill_gaps(Candidates *candidates, NumberKind from, NumberKind to)
{
    const Candidate *last = NULL;
    size_t next = 0;

    for (size_t i = 0; i < candidates->count; i++) {
        Candidate *candidate = &candidates->candidate[i];

        if (candidate->accepted) {
            last = candidate;
            continue;
        }
        if (last == NULL || !is_in(candidate, from, to) || steps(last, candidate) != 1) {
            continue;
        }
        if (candidate->score <= 0 || candidate->start.unit == last->start.body) {
            /* the very number that is missing is an item's, unless it is one in a list of parts */
            if (is_missing(candidates, i, from, to)) {
                candidate->accepted = true;
                last = candidate;
            }
            continue;
        }
        for (next = next > i ? next : i + 1;
             next < candidates->count && !candidates->candidate[next].accepted; next++) {
        }
        if (next == candidates->count || steps(candidate, &candidates->candidate[next]) > 0) {
            candidate->accepted = true;
            last = candidate;
        }
    }
}

size_t segment_chain(Candidates *candidates, NumberKind from, NumberKind to)
{
    Sign best_sign = SIGN_ANY;
    size_t best_first = candidates->count;
    int best = 0;
    size_t accepted = 0;

    for (Sign sign = SIGN_ANY; sign < SIGNS; sign++) {
        size_t tried = 0;

        for (size_t i = 0; i < candidates->count && tried < FIRSTS; i++) {
            const Candidate *candidate = &candidates->candidate[i];
            int worth;

            if (!is_in(candidate, from, to) || !has_sign(candidate, sign) || !is_good(candidate)) {
                continue;
            }
            tried++;
            worth = read_chain(candidates, from, to, sign, i, false);
            if (worth > best) {
                best = worth;
                best_sign = sign;
                best_first = i;
            }
        }
    }
    if (best_first == candidates->count) {
        return 0;
    }
    read_chain(candidates, from, to, best_sign, best_first, true);
    fill_gaps(candidates, from, to);
    for (size_t i = 0; i < candidates->count; i++) {
        accepted += candidates->candidate[i].accepted;
    }
    return accepted;
}
