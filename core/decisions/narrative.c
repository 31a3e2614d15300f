/*
 * narrative.c - see narrative.h.
 */
#include "narrative.h"

#include <string.h>

#include "context.h"

/* A head whose clause is read by the caller. */
static bool head(Walk *walk, size_t i)
{
    walk->reading->head = HEAD_RESOLVED;
    walk->reading->behind = i + 1;
    return true;
}

static void take(Walk *walk, size_t i, int outcome, bool passive)
{
    if (outcome >= 0) {
        mn_outcomes_add(&walk->reading->outcomes, (MnOutcome) outcome);
    }
    walk->accepted = i + 1;
    walk->passive = passive;
}

/* Whether apologies are spoken of before word `to`: that they were accepted records who is away. */
static bool of_apologies(const Walk *walk, size_t to)
{
    for (size_t k = walk->from; k < to && k < walk->unit->count; k++) {
        if (mn_word_at(walk->unit, k, "apologies") || mn_word_at(walk->unit, k, "apology")) {
            return true;
        }
    }
    return false;
}

/* "... was/were PARTICIPLE": whether it decides. aux is the auxiliary's word. Returns whether a head was found. */
static bool passive_verb(Walk *walk, size_t i, size_t aux, bool negated)
{
    const Unit *unit = walk->unit;
    Reading *reading = walk->reading;
    uint8_t value = unit->words[i].value;
    size_t subject = mn_word_before(unit, aux, walk->from);
    bool minutes = walk->noun == K_MINUTES;
    bool impersonal = subject != SIZE_MAX && unit->words[subject].kind == K_IT;
    bool bare_this = subject != SIZE_MAX &&
                     (mn_word_at(unit, subject, "this") || mn_word_at(unit, subject, "these"));
    int outcome = mn_participle_outcome(unit, i, minutes);

    if (impersonal) {
        size_t k = mn_word_before(unit, subject, walk->from);

        if (k != SIZE_MAX &&
            (unit->words[k].kind == K_THAT || unit->words[k].kind == K_SUBORDINATE)) {
            return false;
        }
        if (walk->subordinate && k != SIZE_MAX && unit->words[k].kind != K_AND &&
            unit->words[k].mark != ',' && unit->words[k].mark != ';' &&
            unit->words[k].kind != K_SO) {
            return false;
        }
        if (value == MN_AGREED || value == V_DECIDED) {
            return !negated && !mn_done_elsewhere(unit, i) && head(walk, i);
        }
        if (value == MN_RECOMMENDED && mn_recommends_to_another(unit, i)) {
            take(walk, i, MN_RECOMMENDED, true);
            reading->head = HEAD_OTHERS;
            reading->behind = i + 1;
            return true;
        }
        return false;
    }
    /* "... for the report, which was noted." */
    if (value == MN_NOTED && !negated && subject != SIZE_MAX && subject > walk->from &&
        mn_word_at(unit, subject, "which") && unit->words[subject - 1].mark == ',' &&
        subject > walk->from + 1 && unit->words[subject - 2].kind == K_DOCUMENT &&
        (i + 1 >= unit->count || unit->words[i + 1].mark == '.')) {
        take(walk, i, MN_NOTED, true);
        return false;
    }
    if (walk->subordinate || (subject != SIZE_MAX && unit->words[subject].kind == K_SUBORDINATE)) {
        return false;
    }
    if (value == V_CARRIED || value == V_LOST) {
        if (walk->noun == K_MOTION || walk->noun == K_PROPOSAL || bare_this) {
            reading->carried = (value == V_CARRIED) != negated;
            reading->lost = !reading->carried;
        }
        return false;
    }
    if (mn_done_elsewhere(unit, i) && !mn_withdrawn_by_another(unit, i, walk->noun)) {
        return false;
    }
    if (negated) {
        if ((value == MN_AGREED || value == MN_APPROVED || value == MN_ENDORSED) &&
            (walk->noun == K_MOTION || walk->noun == K_PROPOSAL || walk->noun == K_DOCUMENT)) {
            take(walk, i, MN_REJECTED, true);
        }
        return false;
    }
    switch (value) {
    case MN_NOTED:
        if (walk->noun == K_WEAK || (!mn_noted_and_done(unit, i))) {
            return false;
        }
        break;
    case MN_RECEIVED:
        if ((walk->noun != K_DOCUMENT && walk->noun != K_MINUTES) ||
            mn_word_at(unit, i + 1, "from") || mn_word_at(unit, i + 1, "on") ||
            mn_word_at(unit, i + 1, "in") || mn_word_at(unit, i + 1, "late") ||
            mn_word_at(unit, i + 1, "after")) {
            return false;
        }
        for (size_t k = walk->from; k < i; k++) {
            if (mn_word_at(unit, k, "apologies") || mn_word_at(unit, k, "requests")) {
                return false;
            }
        }
        break;
    case MN_AGREED:
        if (mn_word_at(unit, i + 1, "with")) {
            return false;
        }
        reading->agrees_motion = bare_this || walk->noun == K_MOTION || walk->noun == K_PROPOSAL;
        break;
    case MN_REFERRED:
        if (walk->body || walk->noun == K_PERSON || walk->noun == K_NONE) {
            if (walk->body) {
                return false;
            }
        }
        break;
    case MN_RECOMMENDED:
        if (!mn_stands_out(unit, i) && !mn_recommends_to_another(unit, i)) {
            return false;
        }
        break;
    case MN_CONFIRMED:
        if (outcome != MN_APPROVED && walk->noun != K_ORDER) {
            return false;
        }
        break;
    case MN_APPOINTED: {
        bool role = walk->noun == K_PERSON || walk->noun == K_ROLE;

        for (size_t k = i + 1; k < unit->count && k < i + 8; k++) {
            role = role || unit->words[k].kind == K_ROLE;
        }
        if (!role) {
            return false;
        }
        break;
    }
    case V_DECIDED:
        return mn_stands_out(unit, i) && head(walk, i);
    case V_ADOPTED:
        if (of_apologies(walk, i)) {
            return false;
        }
        if (outcome < 0) {
            if (walk->noun != K_DOCUMENT && walk->noun != K_MOTION && walk->noun != K_PROPOSAL) {
                return false;
            }
            outcome = MN_AGREED;
        }
        break;
    case V_MADE:
    case V_SIGNED:
    case V_GIVEN:
        if (outcome < 0) {
            return false;
        }
        break;
    case V_VOTED:
        return false;
    default:
        break;
    }
    take(walk, i, outcome, true);
    return false;
}

/* "Members PAST ...": whether it decides. Returns whether a head was found. */
static bool active_verb(Walk *walk, size_t i)
{
    const Unit *unit = walk->unit;
    Reading *reading = walk->reading;
    bool stands_out = mn_stands_out(unit, i);
    uint8_t value = unit->words[i].value;
    bool minutes = false;
    int outcome;

    for (size_t k = i + 1; k < unit->count && k < i + 4; k++) {
        minutes = minutes || unit->words[k].kind == K_MINUTES;
    }
    outcome = mn_participle_outcome(unit, i, minutes);
    for (size_t k = i; !stands_out && walk->higher && k < unit->count; k++) {
        if (mn_done_elsewhere(unit, k)) {
            return false;
        }
    }
    switch (value) {
    case MN_AGREED:
        if (mn_word_at(unit, i + 1, "with") || mn_word_at(unit, i + 1, "on")) {
            return false;
        }
        return head(walk, i);
    case V_DECIDED:
        return head(walk, i);
    case V_VOTED:
        for (size_t k = i + 1; k < unit->count && k < i + 6; k++) {
            if (unit->words[k].kind == K_TO &&
                unit->words[k + 1 < unit->count ? k + 1 : k].mark == 'w') {
                walk->reading->head = HEAD_RESOLVED;
                walk->reading->behind = k;
                return true;
            }
        }
        return false;
    case MN_NOTED:
        if (!stands_out && !mn_notes_a_thing(unit, i)) {
            return false;
        }
        break;
    case MN_RECEIVED:
        if (!stands_out && !(mn_kind_at(unit, i + 1, K_AND) && mn_kind_at(unit, i + 2, K_PART))) {
            mn_outcomes_add(&reading->received, MN_RECEIVED);
            walk->accepted = i + 1;
            walk->passive = false;
            return false;
        }
        break;
    case MN_CONFIRMED: {
        bool order = false;

        for (size_t k = i + 1; k < unit->count && k < i + 6; k++) {
            order = order || unit->words[k].kind == K_ORDER;
        }
        if (outcome != MN_APPROVED && !stands_out && (!order || mn_kind_at(unit, i + 1, K_THAT))) {
            return false;
        }
        break;
    }
    case MN_REFERRED:
        if (mn_kind_at(unit, i + 1, K_TO)) {
            return false;
        }
        break;
    case MN_RECOMMENDED:
        take(walk, i, MN_RECOMMENDED, false);
        reading->head = HEAD_OTHERS;
        reading->behind = i + 1;
        return true;
    case V_ADOPTED:
        if (of_apologies(walk, i + 5)) {
            return false;
        }
        outcome = outcome < 0 ? (int) MN_AGREED : outcome;
        break;
    case V_CARRIED:
    case V_LOST:
    case V_MADE:
        return false;
    case V_SIGNED:
    case V_GIVEN:
        if (outcome < 0) {
            return false;
        }
        break;
    default:
        break;
    }
    take(walk, i, outcome, false);
    return false;
}

/* Whether word i looks like a participle that the vocabulary does not know: "checked". */
static bool ends_in_ed(const Unit *unit, size_t i)
{
    const MnWord *word = &unit->words[i];
    const char *letters = unit->text.data + word->start;

    return word->mark == 'w' && word->len > 4 && word->kind != K_PART &&
           mn_lower((unsigned char) letters[word->len - 2]) == 'e' &&
           mn_lower((unsigned char) letters[word->len - 1]) == 'd';
}

/* "... was presented and its contents noted" with the participle at i, behind the noun at j. */
static bool second_passive(const Unit *unit, size_t i, size_t j, size_t from)
{
    size_t k = j;

    if ((unit->words[j].kind != K_DOCUMENT && unit->words[j].kind != K_MINUTES) ||
        !mn_noted_and_done(unit, i)) {
        return false;
    }
    while (k > from && (unit->words[k - 1].kind == K_THE || mn_word_at(unit, k - 1, "its"))) {
        k--;
    }
    if (k == from || unit->words[k - 1].kind != K_AND) {
        return false;
    }
    while (--k > from) {
        if (unit->words[k].kind == K_WAS) {
            return true;
        }
    }
    return false;
}

/* A past form or participle at word i. Returns whether a head was found. */
static bool past_verb(Walk *walk, size_t i)
{
    const Unit *unit = walk->unit;
    Reading *reading = walk->reading;
    size_t j = mn_word_before(unit, i, walk->from);
    bool negated = false;
    const MnWord *previous;

    while (j != SIZE_MAX && unit->words[j].kind == K_NOT) {
        negated = true;
        j = mn_word_before(unit, j, walk->from);
    }
    previous = j == SIZE_MAX ? NULL : &unit->words[j];
    if (previous != NULL &&
        (previous->kind == K_WAS || mn_word_is(unit->text, previous, "declared"))) {
        return passive_verb(walk, i, j, negated);
    }
    if (previous != NULL && previous->kind == K_BEEN) {
        bool status = unit->words[i].value == MN_WITHDRAWN || unit->words[i].value == MN_DEFERRED;

        if (status && !walk->subordinate && walk->noun == K_DOCUMENT && !negated) {
            take(walk, i, unit->words[i].value, true);
        }
        return false;
    }
    if (negated ||
        (previous != NULL &&
         (previous->kind == K_HAVE || previous->kind == K_THE || previous->kind == K_EARLIER ||
          previous->kind == K_SUBORDINATE || previous->kind == K_BE || previous->kind == K_TO ||
          previous->kind == K_WOULD || previous->kind == K_OF || previous->kind == K_THAT))) {
        return false;
    }
    /* "received and noted", "noted, and agreed" */
    if (previous != NULL &&
        (previous->kind == K_AND || previous->mark == ',' || previous->kind == K_SO)) {
        size_t k = j;

        while (k > walk->from && (unit->words[k].kind == K_AND || unit->words[k].mark == ',' ||
                                  mn_is_adverb(unit, k) || unit->words[k].kind == K_SO)) {
            k--;
        }
        if (walk->accepted == k + 1) {
            return walk->passive ? passive_verb(walk, i, k, false) : active_verb(walk, i);
        }
        if (unit->words[k].kind == K_PART && k > walk->from && unit->words[k].value != MN_AGREED) {
            size_t aux = mn_word_before(unit, k, walk->from);

            if (aux != SIZE_MAX && unit->words[aux].kind == K_WAS) {
                return passive_verb(walk, i, aux, false);
            }
        }
        /* "were taken as read, confirmed and signed" */
        if (k > walk->from + 2 && mn_word_at(unit, k, "read") && mn_word_at(unit, k - 1, "as") &&
            mn_kind_at(unit, k - 3, K_WAS)) {
            return passive_verb(walk, i, k - 3, false);
        }
        /* "were checked and approved" */
        if (k > walk->from && ends_in_ed(unit, k) &&
            mn_word_before(unit, k, walk->from) != SIZE_MAX &&
            mn_kind_at(unit, mn_word_before(unit, k, walk->from), K_WAS)) {
            return passive_verb(walk, i, mn_word_before(unit, k, walk->from), false);
        }
        if (reading->moved &&
            (unit->words[i].value == MN_AGREED || unit->words[i].value == V_DECIDED)) {
            return head(walk, i);
        }
        if (reading->moved && unit->words[i].value == V_CARRIED) {
            reading->carried = true;
            return false;
        }
        if (mn_stands_out(unit, i) || (walk->body && !walk->subordinate)) {
            return active_verb(walk, i);
        }
    }
    j = mn_subject_before(unit, i, walk->from);
    if (walk->body && !walk->subordinate && j != SIZE_MAX && j == walk->body_at) {
        return active_verb(walk, i);
    }
    if (mn_stands_out(unit, i) && !walk->subordinate) {
        if (unit->words[i].value == V_CARRIED || unit->words[i].value == V_LOST) {
            reading->carried = unit->words[i].value == V_CARRIED;
            reading->lost = !reading->carried;
            return false;
        }
        if (unit->words[i].value == MN_RECOMMENDED && !mn_recommends_to_another(unit, i)) {
            reading->recommends = true;
            reading->head = HEAD_PROPOSAL;
            reading->behind = i + 1;
            return true;
        }
        return active_verb(walk, i);
    }
    if (!walk->subordinate && j != SIZE_MAX && unit->words[i].value == MN_NOTED &&
        second_passive(unit, i, j, walk->from)) {
        take(walk, i, MN_NOTED, true);
        return false;
    }
    /* A table's cell run into the line: "40 dwellings Deferred for a site visit" */
    if (i > walk->from && unit->words[i].capital && !unit->words[i].upper && !walk->subordinate &&
        (unit->words[i].value == MN_DEFERRED || unit->words[i].value == MN_WITHDRAWN) &&
        unit->words[i - 1].mark != '-' &&
        (i + 1 >= unit->count || unit->words[i + 1].kind == K_OF ||
         unit->words[i + 1].kind == K_TO || unit->words[i + 1].kind == K_SUBORDINATE) &&
        !(i + 1 < unit->count && unit->words[i + 1].capital)) {
        take(walk, i, unit->words[i].value, true);
        return false;
    }
    /* "Report noted.", "Motion carried." */
    if (i < walk->from + 9 && !walk->subordinate && !walk->body && walk->accepted == 0) {
        if ((unit->words[i].value == V_CARRIED || unit->words[i].value == V_LOST) &&
            walk->noun == K_MOTION) {
            reading->carried = unit->words[i].value == V_CARRIED;
            reading->lost = !reading->carried;
        } else if ((walk->noun == K_DOCUMENT || walk->noun == K_MINUTES) &&
                   mn_noted_and_done(unit, i) && !mn_done_elsewhere(unit, i) &&
                   unit->words[i].value < MN_OUTCOMES && unit->words[i].value != MN_REFERRED) {
            bool verb = false;

            for (size_t k = walk->from; k < i; k++) {
                WordKind kind = (WordKind) unit->words[k].kind;

                verb = verb || kind == K_WAS || kind == K_IS || kind == K_HAVE || kind == K_WOULD ||
                       kind == K_BE;
            }
            if (!verb) {
                take(walk, i, mn_participle_outcome(unit, i, walk->noun == K_MINUTES), true);
            }
        }
    }
    return false;
}

/* "RECOMMENDED ...", "Recommendation:" at word i. */
static void proposal(const Unit *unit, size_t i, Reading *reading)
{
    reading->head = HEAD_PROPOSAL;
    reading->behind = i + 1;
    if (unit->words[i].kind == K_PART) {
        if (mn_recommends_to_another(unit, i)) {
            mn_outcomes_add(&reading->outcomes, MN_RECOMMENDED);
            reading->head = HEAD_OTHERS;
        } else {
            reading->recommends = unit->words[i].upper;
            for (size_t k = i + 1; k < unit->count && k < i + 6; k++) {
                reading->recommends = reading->recommends && unit->words[k].kind != K_BODY;
            }
        }
    }
}

/* What a sentence opens with. True where that settles it. */
static bool opening(Walk *walk, size_t i, bool in_resolution)
{
    const Unit *unit = walk->unit;
    Reading *reading = walk->reading;
    const MnWord *word = &unit->words[i];
    char next = mn_mark_at(unit, i + 1);
    bool minutes = false;
    int outcome;

    if (word->kind == K_PROPOSAL && (next == ':' || next == '-' || next == '\0' ||
                                     mn_mark_at(unit, i + 2) == ':' || i + 2 >= unit->count)) {
        proposal(unit, i, reading);
        return true;
    }
    if (word->kind == K_HEADING) {
        size_t k = i + 1;

        while (k < unit->count && k < i + 7 && unit->words[k].mark == 'w') {
            k++;
        }
        if (k >= unit->count || unit->words[k].mark == ':' ||
            (unit->words[k].mark == '-' && unit->words[k].spaced)) {
            if (k > i + 1 && !mn_kind_at(unit, i + 1, K_OF)) {
                return false;
            }
            if (k >= unit->count && k > i + 1) {
                return false;
            }
            return head(walk, k < unit->count ? k : k - 1);
        }
        return false;
    }
    if (word->kind == K_MOTION &&
        (next == ':' || next == '\0' || (next == '0' && i + 2 >= unit->count))) {
        reading->head = HEAD_PROPOSAL;
        reading->behind = i + 1;
        return true;
    }
    if (mn_word_at(unit, i, "all") && mn_kind_at(unit, i + 1, K_PART) &&
        unit->words[i + 1].value == MN_AGREED) {
        return head(walk, i + 1);
    }
    if (word->kind != K_PART) {
        return false;
    }
    if (word->value == MN_RECOMMENDED) {
        proposal(unit, i, reading);
        return true;
    }
    if (word->value == MN_AGREED || word->value == V_DECIDED) {
        return head(walk, i);
    }
    if (word->value == V_CARRIED || word->value == V_LOST) {
        reading->carried = word->value == V_CARRIED && !mn_word_at(unit, i + 1, "out");
        reading->lost = word->value == V_LOST && unit->count <= i + 4;
        return true;
    }
    if (next != '\0' && next == 'w' && !word->upper && !in_resolution) {
        WordKind kind = (WordKind) unit->words[i + 1].kind;

        if (kind != K_THE && kind != K_THAT && kind != K_OF && kind != K_AND && kind != K_TO &&
            kind != K_SUBORDINATE && kind != K_SO && !mn_is_adverb(unit, i + 1) &&
            !mn_word_at(unit, i + 1, "subject") && kind != K_PERSON) {
            return false;
        }
    }
    if ((word->value == MN_RECEIVED && mn_word_at(unit, i + 1, "from")) || word->value == V_MADE ||
        word->value == V_GIVEN || word->value == V_VOTED ||
        (word->value == V_SIGNED && !unit->record && !mn_word_at(unit, i + 1, "off")) ||
        mn_done_elsewhere(unit, i)) {
        return false;
    }
    if (word->value == MN_NOTED && mn_word_at(unit, i + 1, "as") &&
        (mn_word_at(unit, i + 2, "above") || mn_word_at(unit, i + 2, "below") ||
         mn_word_at(unit, i + 2, "listed"))) {
        return false;
    }
    for (size_t k = i + 1; k < unit->count && k < i + 4; k++) {
        minutes = minutes || unit->words[k].kind == K_MINUTES;
    }
    outcome = mn_participle_outcome(unit, i, minutes);
    take(walk, i, outcome < 0 && word->value == V_ADOPTED ? (int) MN_AGREED : outcome, false);
    walk->body = true;
    walk->body_at = i;
    return false;
}

/* "The motion that ... was put and, on a vote, rejected": what became of it. Returns whether the sentence tells it. */
static bool motion_put(const Unit *unit, size_t from, Reading *reading)
{
    size_t motion = from;
    bool put = false;

    while (motion < unit->count && motion < from + 6 && unit->words[motion].kind != K_MOTION) {
        motion++;
    }
    if (motion >= unit->count || motion >= from + 6 || mn_word_at(unit, motion, "vote")) {
        return false;
    }
    for (size_t i = motion + 1; i < unit->count; i++) {
        const MnWord *word = &unit->words[i];

        if (strchr(";.", word->mark) != NULL || (put && word->kind == K_NOT)) {
            return false;
        }
        put = put || (mn_word_at(unit, i, "put") && unit->words[i - 1].kind == K_WAS) ||
              (mn_word_at(unit, i, "put") && mn_kind_at(unit, i - 1, K_BEEN));
        if (put && word->kind == K_PART &&
            (word->value == V_CARRIED || word->value == V_LOST || word->value == MN_REJECTED)) {
            reading->carried = word->value == V_CARRIED;
            reading->lost = !reading->carried;
            reading->amendment = mn_word_at(unit, motion, "amendment");
            reading->moved = mn_kind_at(unit, motion + 1, K_THAT);
            return true;
        }
    }
    return false;
}

void mn_read_narrative(const Unit *unit, size_t from, bool in_resolution, Reading *reading)
{
    Walk walk = {.unit = unit, .reading = reading};
    size_t i;

    memset(reading, 0, sizeof(*reading));
    while (from < unit->count &&
           (strchr("\"'([-:.,", unit->words[from].mark) != NULL ||
            unit->words[from].kind == K_ADVERB ||
            (mn_is_adverb(unit, from) && mn_kind_at(unit, from + 1, K_PART)))) {
        from++;
    }
    walk.from = from;
    if (from >= unit->count || opening(&walk, from, in_resolution) ||
        motion_put(unit, from, reading)) {
        return;
    }
    for (i = from; i < unit->count; i++) {
        const MnWord *word = &unit->words[i];

        if (walk.accepted == i + 1) {
            continue;
        }
        if (strchr(";:|.", word->mark) != NULL && word->mark != '\0') {
            if (word->mark == ':' && walk.body && walk.body_at + 1 == i) {
                reading->head = HEAD_BODY;
                reading->behind = i + 1;
                return;
            }
            walk.subordinate = false;
            walk.body = walk.body && word->mark == ';';
            walk.noun = K_NONE;
            continue;
        }
        if (word->mark == ',' && mn_kind_at(unit, i + 1, K_THE)) {
            walk.noun = K_NONE;
        }
        if (word->mark == ',' && walk.subordinate && walk.subordinate_at <= from + 1) {
            walk.subordinate = false;
            walk.noun = K_NONE;
            continue;
        }
        switch ((WordKind) word->kind) {
        case K_SUBORDINATE:
            if (!(word->len == 2 && i == from + 1)) {
                walk.subordinate = walk.subordinate || !mn_word_at(unit, i, "as") ||
                                   mn_kind_at(unit, i + 1, K_HAVE) || i == from;
                walk.subordinate_at = walk.subordinate ? i : 0;
            }
            break;
        case K_THAT:
            if (reading->moved && i > from && mn_kind_at(unit, i - 1, K_MOVED)) {
                break;
            }
            if (!walk.subordinate) {
                walk.subordinate = true;
                walk.subordinate_at = i;
            }
            break;
        case K_MOVED:
            reading->moved = true;
            break;
        case K_BODY:
        case K_HIGHER:
            if (mn_is_main_subject(&walk, i)) {
                walk.body = true;
                walk.body_at = i;
                walk.higher = word->kind == K_HIGHER;
            }
            break;
        case K_AND:
            if (i + 1 < unit->count &&
                (unit->words[i + 1].kind == K_THE || unit->words[i + 1].kind == K_IT)) {
                walk.noun = K_NONE;
            }
            break;
        case K_HAPPY:
            if (walk.body && !walk.subordinate && i > from &&
                mn_word_before(unit, i, from) != SIZE_MAX &&
                unit->words[mn_word_before(unit, i, from)].kind == K_WAS &&
                mn_kind_at(unit, i + 1, K_TO) && mn_kind_at(unit, i + 2, K_BASE)) {
                head(&walk, i);
                return;
            }
            break;
        case K_PART:
            if (past_verb(&walk, i)) {
                return;
            }
            break;
        default:
            break;
        }
        reading->amendment =
            reading->amendment || (word->kind == K_MOTION && mn_word_at(unit, i, "amendment"));
        if (walk.noun == K_NONE && mn_is_subject_noun((WordKind) word->kind)) {
            walk.noun = (WordKind) word->kind;
        } else if (walk.noun == K_NONE && i > from && mn_word_at(unit, i, "notes") &&
                   mn_kind_at(unit, i - 1, K_THE)) {
            walk.noun = K_DOCUMENT; /* "the notes of the Forum were received" */
        }
    }
}
