/*
 * approvals.c - see approvals.h.
 */
#include "sentence.h"
#include "words_of_approval.h"

#define LIST_MAX 64 /* lines of a list that are looked at */

/* What of the item has been read so far. */
typedef struct Reading {
    const MnApprovalItem *item;
    MnArena *arena;
    MnApproval *found;
    size_t count;
    size_t capacity;
    bool title_names;  /* the title is of minutes to be approved */
    MnNamedDates told; /* the meetings that were named last */
    MnText told_body;  /* and whose they are */
    bool later;        /* only days to come were named: it is not known whose minutes they are */
    bool previous;     /* some words speak of the previous meeting */
} Reading;

/* A sentence's words. */
typedef struct Clause {
    MnText text;
    MnSpan span;
    MnWord word[APPROVAL_WORDS_MAX];
    size_t count;
    size_t minutes; /* the word, count for none */
    size_t verb;    /* the word that decides, count for none */
    size_t cue;     /* where corrections begin, count for none */
    bool record;    /* "as a true record" */
} Clause;

const char *mn_approval_decision_name(MnApprovalDecision decision)
{
    static const char *const names[] = {"approved", "not_approved", "deferred"};

    return names[decision];
}

const char *mn_approval_basis_name(MnApprovalBasis basis)
{
    static const char *const names[] = {"date", "date_without_year", "previous_meeting"};

    return names[basis];
}

static bool word_is(const Clause *clause, size_t i, const char *lower)
{
    return i < clause->count && mn_word_is(clause->text, &clause->word[i], lower);
}

/* Whether the word at i stands for minutes of a meeting: no span of time, no number of an item, nothing that stands in minutes. */
static bool is_minutes(const Clause *clause, size_t i)
{
    static const char *const places[] = {"in", "from", "to", "within", "under", "per", "with"};
    size_t before = i;

    if (clause->word[i].kind != K_MINUTES) {
        return false;
    }
    /* "Minute 12", "Minute No. 12" */
    if (clause->word[i].value == 1 &&
        (i + 1 >= clause->count ||
         !(word_is(clause, i + 1, "of") || word_is(clause, i + 1, "from")))) {
        return false;
    }
    while (before > 0 &&
           (word_is(clause, before - 1, "the") || word_is(clause, before - 1, "these") ||
            word_is(clause, before - 1, "those"))) {
        before--;
    }
    if (before > 0 && clause->word[before - 1].mark == '0') {
        return false;
    }
    for (size_t p = 0; before > 0 && p < sizeof(places) / sizeof(places[0]); p++) {
        if (word_is(clause, before - 1, places[p])) {
            return false;
        }
    }
    return true;
}

/* "subject to", "with the following amendment", "as amended", "provided that", "save for": how many words the cue has at i, 0 for none. */
static size_t cue_at(const Clause *clause, size_t i)
{
    const MnWord *word = &clause->word[i];

    if (word_is(clause, i, "yn") && i + 1 < clause->count && word[1].kind == K_SUBJECT) {
        return 3;
    }
    if (word->kind == K_SUBJECT && word->value != 2) {
        return word->value == 0 || word_is(clause, i + 1, "to") ? 2 : 0;
    }
    if (word_is(clause, i, "save") || word_is(clause, i, "except") || word_is(clause, i, "apart")) {
        return word_is(clause, i + 1, "for") || word_is(clause, i + 1, "that") ||
                       word_is(clause, i + 1, "from")
                   ? 2
                   : 0;
    }
    if (word_is(clause, i, "as") && word_is(clause, i + 1, "amended")) {
        return 2;
    }
    /* with the following amendment; once a name had been corrected */
    if (word->kind == K_WITH || word_is(clause, i, "once") || word_is(clause, i, "after")) {
        size_t reach = word->kind == K_WITH ? 6 : 14;

        for (size_t k = i + 1; k < clause->count && k <= i + reach; k++) {
            if (clause->word[k].kind == K_AMEND || word_is(clause, k, "exception") ||
                word_is(clause, k, "addition") || word_is(clause, k, "deletion")) {
                return k - i + 1;
            }
        }
    }
    return 0;
}

/* Whether "true", "correct" or "accurate" stands right before the record at i. */
static bool is_true_record(const Clause *clause, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k <= 5;) {
        if (clause->word[k].kind == K_TRUE) {
            return true;
        }
        if (clause->word[k].kind != K_AND && clause->word[k].mark == 'w' &&
            clause->word[k].kind != K_PLAIN) {
            return false;
        }
    }
    /* Welsh has the adjective behind it. */
    return i + 1 < clause->count && clause->word[i + 1].kind == K_TRUE;
}

static void read_clause(MnText text, MnSpan span, Clause *clause)
{
    clause->text = text;
    clause->span = span;
    clause->count = mn_approval_words(text, span, clause->word);
    clause->minutes = clause->verb = clause->cue = clause->count;
    clause->record = false;
    for (size_t i = 0; i < clause->count; i++) {
        if (clause->minutes == clause->count && is_minutes(clause, i)) {
            clause->minutes = i;
        }
        if (clause->cue == clause->count && cue_at(clause, i) > 0) {
            clause->cue = i;
        }
        if (clause->word[i].kind == K_RECORD && is_true_record(clause, i)) {
            clause->record = true;
        }
    }
}

/* Whether the words from i to before `to` may stand between the minutes and their verb. */
static bool leads_to(const Clause *clause, size_t i, size_t to)
{
    for (; i < to; i++) {
        uint8_t kind = clause->word[i].kind;

        if (kind == K_BLOCK || kind == K_ASK || kind == K_THAT || kind == K_AMEND ||
            clause->word[i].mark == ';') {
            return false;
        }
    }
    return true;
}

typedef enum Said { SAID_NOTHING, SAID_DONE, SAID_NOT, SAID_PUT_OFF } Said;

/* What the verb says: denied by "not" or its like in the few words before it; of what is to come it says nothing. */
static Said said_by(const Clause *clause, size_t verb)
{
    bool denied = false;
    bool later = false;

    for (size_t i = verb; i-- > 0 && verb - i <= 4;) {
        uint8_t kind = clause->word[i].kind;

        if (kind == K_MINUTES || clause->word[i].mark == ';' || clause->word[i].mark == ':') {
            break;
        }
        denied = denied || kind == K_NOT;
        later = later || kind == K_LATER;
    }
    if (denied) {
        return SAID_NOT;
    }
    /* "to be approved at the next meeting" */
    return later ||
                   (verb >= 2 && word_is(clause, verb - 1, "be") && word_is(clause, verb - 2, "to"))
               ? SAID_NOTHING
               : SAID_DONE;
}

/* Whether somebody puts the minutes off: "approval of the minutes was deferred", "were deferred to the next meeting". */
static bool is_put_off(const Clause *clause)
{
    for (size_t i = 0; i < clause->count && i < clause->cue; i++) {
        if (clause->word[i].kind == K_DEFER) {
            if (word_is(clause, i, "carried") && !word_is(clause, i + 1, "over") &&
                !word_is(clause, i + 1, "forward")) {
                continue;
            }
            return clause->minutes < clause->count && leads_to(clause, clause->minutes, i);
        }
    }
    return false;
}

/* Whether the sentence asks, recommends or only proposes. */
static bool is_no_statement(const Clause *clause)
{
    for (size_t i = 0; i < clause->count; i++) {
        const MnWord *word = &clause->word[i];

        if (word->kind == K_ASK && i < clause->cue) {
            return true;
        }
        if ((i < 3 &&
             (word_is(clause, i, "recommended") || word_is(clause, i, "recommendation"))) ||
            (i == 0 && word_is(clause, i, "to"))) {
            return true;
        }
    }
    return false;
}

/* "that they be approved": where the verb of "they" may stand, or 0; count where the sentence does not speak of them. */
static size_t behind_them(const Clause *clause)
{
    for (size_t i = 0; i < clause->count; i++) {
        if (word_is(clause, i, "they") || word_is(clause, i, "these")) {
            return i + 1;
        }
        if (word_is(clause, i, "them")) {
            return 0;
        }
    }
    return clause->count;
}

/* What the sentence says of minutes; clause->verb is then the verb. */
static Said decide(Clause *clause, bool title_names)
{
    size_t end = clause->count;
    size_t cue_end = clause->cue < clause->minutes ? clause->count : clause->cue;
    size_t them = clause->minutes == end ? behind_them(clause) : end;
    bool of_them = them < end;

    if (is_no_statement(clause)) {
        return SAID_NOTHING;
    }
    if (clause->minutes < end && is_put_off(clause)) {
        return SAID_PUT_OFF;
    }
    if (clause->minutes == end && !(title_names && (clause->record || end <= (of_them ? 16 : 8)))) {
        return SAID_NOTHING;
    }
    /* the minutes ... were approved */
    for (size_t i = clause->minutes < end ? clause->minutes + 1
                    : of_them             ? them
                                          : 0;
         i < cue_end; i++) {
        uint8_t kind = clause->word[i].kind;

        if ((kind == K_VERB || (kind == K_WEAK && clause->record)) &&
            (of_them || leads_to(clause, clause->minutes < end ? clause->minutes : 0, i))) {
            clause->verb = i;
            return said_by(clause, i);
        }
    }
    /* the minutes ..., subject to ..., be approved */
    for (size_t i = cue_end + 1; clause->minutes < cue_end && i < end; i++) {
        if (clause->word[i].kind == K_VERB &&
            (word_is(clause, i - 1, "be") || word_is(clause, i - 1, "were") ||
             word_is(clause, i - 1, "was"))) {
            clause->verb = i;
            return said_by(clause, i);
        }
    }
    /* approved the minutes ...; AGREED that the minutes are a true record */
    for (size_t i = 0; clause->minutes < end && i < clause->minutes; i++) {
        uint8_t kind = clause->word[i].kind;
        bool close = clause->minutes - i <= 14 && leads_to(clause, i + 1, clause->minutes);

        if ((kind == K_VERB && (close || clause->record)) || (kind == K_WEAK && clause->record)) {
            clause->verb = i;
            return said_by(clause, i);
        }
    }
    return SAID_NOTHING;
}

/* ---- which meeting's ---- */

/* The body that is named among the words from `from` to before `to`; empty where none is, or only "the Committee". */
static MnText body_among(const Clause *clause, size_t from, size_t to)
{
    size_t first = to;
    size_t last = to;
    bool named = false;

    for (size_t i = from; i < to; i++) {
        const MnWord *word = &clause->word[i];
        bool counts = word->mark == 'w' && word->capital && word->kind != K_PLAIN &&
                      word->kind != K_DAY && word->kind != K_PREVIOUS && word->kind != K_VERB &&
                      word->kind != K_MINUTES &&
                      mn_month((MnText){clause->text.data + word->start, word->len}) == 0;

        if (word->mark == '0' || (first < to && !counts && word->mark != 'w' && word->mark != '-' &&
                                  word->mark != '&' && word->mark != '\'')) {
            break;
        }
        if (counts) {
            first = first == to ? i : first;
            last = i;
            named = named || word->kind != K_BODY;
        } else if (first < to && word->kind != K_AND && word->mark == 'w' &&
                   !word_is(clause, i, "of") && !word_is(clause, i, "for") &&
                   !word_is(clause, i, "the")) {
            break;
        }
    }
    if (!named) {
        return (MnText){NULL, 0};
    }
    return (MnText){clause->text.data + clause->word[first].start,
                    clause->word[last].start + clause->word[last].len - clause->word[first].start};
}

/* The bytes from word `from` to before word `to`. */
static MnSpan stretch(const Clause *clause, size_t from, size_t to)
{
    size_t start =
        from < clause->count ? clause->word[from].start : clause->span.start + clause->span.len;
    size_t end =
        to < clause->count ? clause->word[to].start : clause->span.start + clause->span.len;

    return (MnSpan){start, end > start ? end - start : 0};
}

/* Where a list ends that a sentence introduces by a colon: the paragraph under it, bullets and numbered parts, until another paragraph. */
static size_t end_of_list(MnText text, size_t at)
{
    size_t end = at;
    MnSpan span;

    for (int lines = 0; lines < LIST_MAX && mn_next_sentence(text, &at, &span); lines++) {
        char first = text.data[span.start];
        bool item = first == '-' || first == '*' || first == '(' ||
                    mn_is_digit((unsigned char) first) || (unsigned char) first >= 0x80;
        if (!item && lines > 0) {
            break;
        }
        end = span.start + span.len;
    }
    return end;
}

/* Notes which meetings a clause about minutes names, where it names any. `behind` is where the sentence after it begins. */
static void note_meetings(Reading *reading, const Clause *clause, size_t behind)
{
    MnNamedDates dates = {.count = 0};
    size_t from = clause->minutes;
    size_t until = clause->cue > from ? clause->cue : clause->count;
    bool verb_behind = clause->verb > from && clause->verb < clause->count;
    MnSpan span;

    if (from == clause->count) {
        return;
    }
    for (size_t i = from; i < clause->count; i++) {
        reading->previous = reading->previous || clause->word[i].kind == K_PREVIOUS;
        if (clause->word[i].kind == K_BLOCK && i < until) {
            until = i;
        }
    }
    /* Up to the verb first: a date behind it may be of something else. */
    if (verb_behind) {
        mn_named_dates(clause->text, stretch(clause, from, clause->verb), reading->item->held_on,
                       &dates);
    }
    reading->later = dates.count == 0 && dates.later;
    if (dates.count == 0) {
        span = stretch(clause, from, until);
        /* "the minutes of the following meetings:" and a list of them */
        if (until == clause->count && span.len > 0 &&
            clause->text.data[span.start + span.len - 1] == ':') {
            span.len = end_of_list(clause->text, behind) - span.start;
        }
        mn_named_dates(clause->text, span, reading->item->held_on, &dates);
    }
    if (dates.count > 0) {
        reading->told = dates;
        reading->told_body = body_among(clause, from + 1, verb_behind ? clause->verb : until);
    }
}

/* Looks for the meetings in a text that the minutes themselves are not: the title, the agenda. */
static void look_in(Reading *reading, MnText text, Clause *clause)
{
    size_t at = 0;
    MnSpan span;

    for (int sentences = 0;
         sentences < 8 && reading->told.count == 0 && mn_next_sentence(text, &at, &span);
         sentences++) {
        read_clause(text, span, clause);
        note_meetings(reading, clause, at);
    }
}

/* ---- corrections ---- */

static MnText corrections(const Clause *clause, size_t behind)
{
    MnSpan span;

    if (clause->cue == clause->count) {
        return (MnText){NULL, 0};
    }
    if (clause->cue < clause->minutes && clause->minutes < clause->count) {
        /* "Subject to ..., the minutes were approved": up to the last comma before them. */
        size_t to = clause->minutes;

        while (to > clause->cue && clause->word[to].mark != ',') {
            to--;
        }
        span = stretch(clause, clause->cue, to > clause->cue ? to : clause->minutes);
    } else if (clause->cue < clause->verb && clause->minutes < clause->cue &&
               clause->verb < clause->count) {
        /* "the minutes, subject to ..., be approved": up to the last comma before the verb */
        size_t to = clause->verb;

        while (to > clause->cue && clause->word[to].mark != ',') {
            to--;
        }
        span = stretch(clause, clause->cue, to > clause->cue ? to : clause->verb - 1);
    } else {
        span = stretch(clause, clause->cue, clause->count);
        if (clause->text.data[span.start + span.len - 1] == ':') {
            span.len = end_of_list(clause->text, behind) - span.start;
        }
    }
    MnText words = mn_trim(mn_slice(clause->text, span));

    while (words.len > 0 && (words.data[words.len - 1] == '.' || words.data[words.len - 1] == ',' ||
                             words.data[words.len - 1] == ';')) {
        words.len--;
    }
    return words;
}

/* ---- the item ---- */

static MnApprovalDecision decision_of(Said said)
{
    return said == SAID_DONE  ? MN_MINUTES_APPROVED
           : said == SAID_NOT ? MN_MINUTES_NOT_APPROVED
                              : MN_MINUTES_DEFERRED;
}

/* One meeting's approval; a later sentence on the same one decides, and adds what it corrects. */
static MnStatus add_approval(Reading *reading, const MnApproval *one)
{
    for (size_t i = 0; i < reading->count; i++) {
        MnApproval *have = &reading->found[i];

        if (mn_date_compare(have->date, one->date) == 0 && mn_same(have->body, one->body)) {
            have->decision = one->decision;
            have->corrections = have->corrections.len == 0 ? one->corrections : have->corrections;
            return MN_OK;
        }
    }
    reading->found = mn_grow(reading->arena, reading->found, sizeof(MnApproval), reading->count,
                             &reading->capacity);
    if (reading->found == NULL) {
        reading->count = 0;
        return MN_NO_MEMORY;
    }
    reading->found[reading->count++] = *one;
    return MN_OK;
}

static MnStatus add_approvals(Reading *reading, const Clause *clause, Said said, size_t behind)
{
    MnApproval one = {.decision = decision_of(said),
                      .body = reading->told_body,
                      .sentence = mn_slice(clause->text, clause->span),
                      .corrections =
                          said == SAID_DONE ? corrections(clause, behind) : (MnText){NULL, 0}};
    MnStatus status = MN_OK;

    for (size_t i = 0; i < reading->told.count && status == MN_OK; i++) {
        one.date = reading->told.date[i];
        one.basis = reading->told.whole[i] ? MN_BY_DATE : MN_BY_DATE_WITHOUT_YEAR;
        status = add_approval(reading, &one);
    }
    if (reading->told.count == 0 && !reading->later) {
        one.date = MN_NO_DATE;
        one.basis = MN_BY_BEING_PREVIOUS;
        status = add_approval(reading, &one);
    }
    return status;
}

/* Whether the title is of minutes to be approved: it names them, and no more than them. */
static bool names_minutes(Reading *reading, Clause *clause)
{
    MnText title = reading->item->title;

    read_clause(title, (MnSpan){0, title.len}, clause);
    for (size_t i = 0; i < clause->minutes && i < clause->count; i++) {
        if (clause->word[i].kind == K_BLOCK) {
            return false;
        }
    }
    return clause->minutes < clause->count;
}

/* Whether the text has a word that minutes are called by: most items have none and are not looked at closely. */
static bool mentions_minutes(MnText text)
{
    static const char *const words[] = {"minute", "notes", "cofnodion"};

    for (size_t at = 0; at + 5 <= text.len; at++) {
        for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
            const char *word = words[i];
            size_t len = 0;

            if ((text.data[at] | 0x20) != word[0]) {
                continue;
            }
            while (word[len] != '\0' && at + len < text.len &&
                   (text.data[at + len] | 0x20) == word[len]) {
                len++;
            }
            if (word[len] == '\0') {
                return true;
            }
        }
    }
    return false;
}

MnStatus mn_minute_approvals(const MnApprovalItem *item, MnArena *arena, MnApproval **approvals,
                             size_t *count)
{
    Reading reading = {.item = item, .arena = arena};
    Clause clause;
    size_t at = 0;
    MnSpan span;
    MnStatus status = MN_OK;

    *approvals = NULL;
    *count = 0;
    reading.title_names = mentions_minutes(item->title) && names_minutes(&reading, &clause);
    if (!reading.title_names && !mentions_minutes(item->text)) {
        return MN_OK;
    }
    if (reading.title_names) {
        look_in(&reading, item->title, &clause);
        if (reading.told.count == 0) {
            look_in(&reading, item->agenda_text, &clause);
        }
    }
    while (status == MN_OK && mn_next_sentence(item->text, &at, &span)) {
        Said said;

        if (!reading.title_names && reading.told.count == 0 &&
            !mentions_minutes(mn_slice(item->text, span))) {
            continue;
        }
        read_clause(item->text, span, &clause);
        said = decide(&clause, reading.title_names);
        note_meetings(&reading, &clause, at);
        /* Under another title a sentence has to name the meeting itself. */
        if (said != SAID_NOTHING &&
            (reading.title_names || reading.told.count > 0 || reading.previous)) {
            status = add_approvals(&reading, &clause, said, at);
        }
    }
    *approvals = reading.found;
    *count = reading.count;
    return status;
}
