/*
 * exclusion.c - the resolution that excludes the press and public: whether it was passed, why, and for which items.
 */
#include "exclusion.h"

#include <string.h>

#include "sentence.h"

/* How surely a sentence excludes the public. */
typedef enum Excludes {
    EXCLUDES_NOT,
    EXCLUDES_PROPOSED, /* only recommended, moved or printed: needs a decision behind it */
    EXCLUDES_RESOLVED
} Excludes;

/* Whether the clause before word i names items by their numbers: "items 3 and 4 be taken". */
static bool items_numbered(const Phrase *phrase, size_t i)
{
    for (size_t k = i; k > 1 && i - k < 12 && !mn_phrase_is(phrase, k - 1, "that"); k--) {
        if (phrase->words[k - 1].mark == '0' && mn_phrase_kind(phrase, k - 2, R_SCOPE)) {
            return true;
        }
    }
    return false;
}

/* "... and that item 4 be taken in public": the sentence up to there. */
static Phrase up_to_public(const Phrase *phrase, size_t from)
{
    Phrase part = *phrase;

    for (size_t k = from; k < phrase->count; k++) {
        if ((mn_phrase_is(phrase, k, "and") || mn_phrase_is(phrase, k, "but")) &&
            (mn_phrase_find(phrase, k, "in") < phrase->count) &&
            (mn_phrase_has(phrase, "in public", 0) ||
             mn_phrase_has(phrase, "in open session", 0)) &&
            mn_phrase_find_kind(phrase, k, R_SCOPE) < k + 5) {
            part.count = k;
            break;
        }
    }
    return part;
}

/* The word of a sentence that keeps the public out: "excluded", "leave", "private" (session); phrase->count for none. */
static size_t exclusion_word(const Phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++) {
        if ((mn_phrase_is(phrase, i, "withdrew") || mn_phrase_is(phrase, i, "left")) && i > 1 &&
            mn_phrase_public(phrase, i - 1) &&
            (mn_phrase_is(phrase, i - 2, "and") ||
             (mn_phrase_is(phrase, i - 2, "the") && !mn_phrase_is(phrase, i - 3, "of")) ||
             mn_phrase_is(phrase, i, "withdrew"))) {
            return i;
        }
        if (mn_phrase_is(phrase, i, "committee") && i > 1 && phrase->words[i].capital &&
            mn_phrase_is(phrase, i - 1, "in") && i > 2 &&
            (phrase->words[i - 2].mark == '"' || phrase->words[i - 2].mark == '\'') &&
            (mn_phrase_is(phrase, i - 3, "go") || mn_phrase_is(phrase, i - 3, "went") ||
             mn_phrase_is(phrase, i - 3, "goes") || mn_phrase_is(phrase, i - 3, "move"))) {
            return i;
        }
        if (mn_phrase_is(phrase, i, "committee") && i > 1 &&
            ((mn_phrase_is(phrase, i - 1, "into") &&
              (mn_phrase_is(phrase, i - 2, "go") || mn_phrase_is(phrase, i - 2, "went") ||
               mn_phrase_is(phrase, i - 2, "move") || mn_phrase_is(phrase, i - 2, "moved") ||
               mn_phrase_is(phrase, i - 2, "goes") || mn_phrase_is(phrase, i - 2, "going"))) ||
             (mn_phrase_is(phrase, i - 1, "in") && phrase->words[i].capital &&
              (mn_phrase_is(phrase, i - 2, "discussed") ||
               mn_phrase_is(phrase, i - 2, "business") || mn_phrase_is(phrase, i - 2, "taken") ||
               mn_phrase_is(phrase, i - 2, "meet"))))) {
            return i;
        }
        bool leave = mn_phrase_is(phrase, i, "leave") || mn_phrase_is(phrase, i, "vacate") ||
                     mn_phrase_is(phrase, i, "withdraw");

        if (mn_phrase_kind(phrase, i, R_EXCLUDE)) {
            size_t from = i > 16 ? i - 16 : 0;
            bool asked = !leave;

            for (size_t k = from; leave && k < i; k++) {
                asked = asked || mn_phrase_is(phrase, k, "asked") ||
                        mn_phrase_is(phrase, k, "requested") ||
                        mn_phrase_is(phrase, k, "required") || mn_phrase_is(phrase, k, "invited") ||
                        mn_phrase_is(phrase, k, "be") || mn_phrase_is(phrase, k, "instructed") ||
                        mn_phrase_is(phrase, k, "agreed");
            }
            asked = asked || mn_phrase_find(phrase, 0, "resolved") < i;
            for (size_t k = from; asked && k < phrase->count && k < i + 8; k++) {
                if (mn_phrase_public(phrase, k)) {
                    return i;
                }
            }
        }
        if (mn_phrase_kind(phrase, i, R_MARK) &&
            (phrase->words[i].value == MARK_PRIVATE || phrase->words[i].value == MARK_CLOSED ||
             phrase->words[i].value == MARK_CONFIDENTIAL ||
             phrase->words[i].value == MARK_EXEMPT) &&
            mn_phrase_is(phrase, i + 1, "session") && i > 0 &&
            (mn_phrase_is(phrase, i - 1, "into") || mn_phrase_is(phrase, i - 1, "in") ||
             (i > 1 &&
              (mn_phrase_is(phrase, i - 2, "into") || mn_phrase_is(phrase, i - 2, "in"))))) {
            return i;
        }
        if (phrase->words[i].kind == R_MARK && phrase->words[i].value == MARK_CLOSED &&
            mn_phrase_is(phrase, i + 1, "to") &&
            (mn_phrase_public(phrase, i + 2) || mn_phrase_public(phrase, i + 3)) &&
            mn_phrase_find(phrase, 0, "meeting") < i) {
            return i;
        }
        /* "RESOLVED that item 3 be taken in private" */
        if (mn_phrase_kind(phrase, i, R_MARK) && phrase->words[i].value == MARK_PRIVATE && i > 3 &&
            mn_phrase_is(phrase, i - 1, "in") && mn_phrase_kind(phrase, i - 2, R_TAKE) &&
            mn_phrase_find_kind(phrase, 0, R_RESOLVE) < i && items_numbered(phrase, i)) {
            return i;
        }
        if (mn_phrase_is(phrase, i, "camera") && i > 0 && mn_phrase_is(phrase, i - 1, "in")) {
            return i;
        }
    }
    return phrase->count;
}

/* Whether word i is a "not", and no "No. 7". */
static bool is_negation(const Phrase *phrase, size_t i)
{
    return mn_phrase_kind(phrase, i, R_NOT) &&
           !(mn_phrase_is(phrase, i, "no") && i + 1 < phrase->count &&
             (phrase->words[i + 1].mark == '.' || phrase->words[i + 1].mark == '0'));
}

/* "The Committee, under section 50A(4), excluded the public": the meeting's own act, in the past. */
static bool excludes_itself(const Phrase *phrase, size_t at)
{
    if (!mn_phrase_is(phrase, at, "excluded") ||
        (at > 0 && (mn_phrase_is(phrase, at - 1, "had") || mn_phrase_is(phrase, at - 1, "been") ||
                    mn_phrase_is(phrase, at - 1, "has")))) {
        return false;
    }
    for (size_t k = at + 1; k < phrase->count && k < at + 6; k++) {
        if (mn_phrase_public(phrase, k)) {
            return true;
        }
    }
    return false;
}

/* "asked the press and public to leave": whether those asked at word i are the public. */
static bool asks_public(const Phrase *phrase, size_t i, size_t at)
{
    for (size_t k = i + 1; k < at && k < i + 7; k++) {
        if (mn_phrase_public(phrase, k)) {
            return !mn_phrase_is(phrase, at, "exclusion");
        }
    }
    return false;
}

/* Whether the public were excluded from another thing than the meeting: "from the pier". */
static bool excluded_from_elsewhere(const Phrase *phrase, size_t at)
{
    static const char *const places[] = {
        "meeting",  "remainder", "item",       "items",   "discussion",    "discussions",
        "session",  "room",      "business",   "debate",  "proceedings",   "deliberations",
        "part",     "rest",      "hall",       "chamber", "consideration", "hearing",
        "private",  "exempt",    "committee",  "panel",   "council",       "confidential",
        "board",    "matter",    "matters",    "report",  "reports",       "following",
        "meetings", "agenda",    "considering"};

    if (!mn_phrase_is(phrase, at, "excluded") || !mn_phrase_is(phrase, at + 1, "from")) {
        return false;
    }
    for (size_t k = at + 2; k < phrase->count && k < at + 8; k++) {
        for (size_t p = 0; p < sizeof(places) / sizeof(places[0]); p++) {
            if (mn_phrase_is(phrase, k, places[p])) {
                return false;
            }
        }
    }
    return true;
}

/* "Public excluded for this item: ...", a note without its verb. */
static bool is_clipped(const Phrase *phrase, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (phrase->words[i].mark == 'w' && !mn_phrase_kind(phrase, i, R_PUBLIC) &&
            !mn_phrase_is(phrase, i, "and") && !mn_phrase_is(phrase, i, "the")) {
            return false;
        }
    }
    return at > 0 && at < 5 && mn_phrase_is(phrase, at, "excluded");
}

/* What the words before the exclusion at `at` make of it. resolved: a head before this sentence says that what follows is resolved. */
static Excludes how_sure(const Phrase *phrase, size_t at, bool resolved, bool proposed)
{
    bool decides = resolved;
    bool recommends = false;
    bool passive = false;
    bool bare_that = false;
    size_t i = 0;

    if (is_clipped(phrase, at)) {
        return EXCLUDES_RESOLVED;
    }
    /* moved in form; whether it was lost is said behind */
    decides = decides || (mn_phrase_find(phrase, 0, "proposed") < at &&
                          mn_phrase_find(phrase, 0, "seconded") < at);

    while (i < phrase->count && (phrase->words[i].mark != 'w')) {
        i++;
    }
    bare_that = mn_phrase_is(phrase, i, "that");
    if (!resolved && mn_phrase_is(phrase, i, "to")) {
        return EXCLUDES_NOT;
    }
    for (; i < at; i++) {
        const MnWord *word = &phrase->words[i];

        if (is_negation(phrase, i) && at - i < 12 && !mn_phrase_is(phrase, i + 1, "for")) {
            return EXCLUDES_NOT;
        }
        if (word->kind == R_RESOLVE && !(i > 0 && mn_phrase_is(phrase, i - 1, "as"))) {
            bool asked = i > 0 && mn_phrase_is(phrase, i - 1, "to") && !resolved;

            if (i > 0 && mn_phrase_is(phrase, i - 1, "had")) {
                return EXCLUDES_NOT;
            }
            decides = decides || !asked;
            if (asked && i > 1 &&
                (mn_phrase_is(phrase, i - 2, "asked") || mn_phrase_is(phrase, i - 2, "invited") ||
                 mn_phrase_is(phrase, i - 2, "recommended"))) {
                recommends = true;
            }
        } else if (mn_phrase_is(phrase, i, "recommended") ||
                   mn_phrase_is(phrase, i, "recommendation") ||
                   mn_phrase_is(phrase, i, "recommend") ||
                   (mn_phrase_is(phrase, i, "asked") && i + 2 < at &&
                    !asks_public(phrase, i, at))) {
            recommends = true;
        } else if ((word->kind == R_IF && !mn_phrase_is(phrase, i, "until") &&
                    !mn_phrase_is(phrase, i, "when")) ||
                   (word->kind == R_WOULD && !mn_phrase_is(phrase, i, "will") &&
                    !mn_phrase_is(phrase, i, "shall"))) {
            return decides && word->kind == R_WOULD ? EXCLUDES_RESOLVED : EXCLUDES_NOT;
        } else if ((mn_phrase_is(phrase, i, "consider") || mn_phrase_is(phrase, i, "considered") ||
                    mn_phrase_is(phrase, i, "power") || mn_phrase_is(phrase, i, "right")) &&
                   !decides && at - i < 10) {
            return EXCLUDES_NOT;
        } else if (mn_phrase_is(phrase, i, "previous") ||
                   (mn_phrase_is(phrase, i, "last") && mn_phrase_is(phrase, i + 1, "meeting"))) {
            return EXCLUDES_NOT;
        }
        passive =
            passive ||
            ((mn_phrase_is(phrase, i, "asked") || mn_phrase_is(phrase, i, "invited") ||
              mn_phrase_is(phrase, i, "requested") || mn_phrase_is(phrase, i, "required")) &&
             asks_public(phrase, i, at)) ||
            ((mn_phrase_is(phrase, i, "was") || mn_phrase_is(phrase, i, "were")) && at - i < 5) ||
            (mn_phrase_is(phrase, i, "went") || mn_phrase_is(phrase, i, "moved") ||
             mn_phrase_is(phrase, i, "entered")) ||
            (mn_phrase_is(phrase, i, "been") && at - i < 3) ||
            (mn_phrase_is(phrase, i, "will") && at - i < 5);
    }
    if (mn_phrase_is(phrase, at, "exclusion") && !decides) {
        return EXCLUDES_NOT;
    }
    if (decides && !(recommends && !mn_phrase_has(phrase, "resolved", 1) &&
                     !mn_phrase_has(phrase, "agreed", 1) && !mn_phrase_has(phrase, "carried", 1))) {
        return EXCLUDES_RESOLVED;
    }
    if (recommends || proposed) {
        return EXCLUDES_PROPOSED;
    }
    if ((passive && !excluded_from_elsewhere(phrase, at)) || bare_that ||
        mn_phrase_is(phrase, at, "withdrew") || mn_phrase_is(phrase, at, "left") ||
        excludes_itself(phrase, at)) {
        return EXCLUDES_RESOLVED;
    }
    return mn_phrase_has(phrase, "be excluded", 2) || mn_phrase_is(phrase, at, "gwahardd") ||
                   mn_phrase_is(phrase, at, "gwaharddwyd")
               ? EXCLUDES_RESOLVED
               : EXCLUDES_NOT;
}

/* Whether a sentence says that the exclusion was not needed or not passed. */
static bool cancels(const Phrase *phrase)
{
    bool about = false;

    if (mn_phrase_has(phrase, "no exempt", 2) || mn_phrase_has(phrase, "no confidential", 2) ||
        mn_phrase_has(phrase, "no private", 1) || mn_phrase_has(phrase, "no restricted", 1) ||
        mn_phrase_has(phrase, "no part 2", 1) || mn_phrase_has(phrase, "remained in public", 1) ||
        mn_phrase_has(phrase, "remained in open", 1) ||
        mn_phrase_has(phrase, "remain in public", 1)) {
        return true;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        about = about || mn_phrase_kind(phrase, i, R_EXCLUDE) ||
                mn_phrase_kind(phrase, i, R_MARK) || mn_phrase_is(phrase, i, "resolution") ||
                mn_phrase_is(phrase, i, "motion") || mn_phrase_is(phrase, i, "this") ||
                mn_phrase_is(phrase, i, "it");
        if (is_negation(phrase, i) && i + 1 < phrase->count) {
            for (size_t k = i + 1; k < phrase->count && k < i + 5; k++) {
                if ((about || phrase->count < 8) &&
                    (mn_phrase_is(phrase, k, "required") || mn_phrase_is(phrase, k, "needed") ||
                     mn_phrase_is(phrase, k, "necessary") || mn_phrase_is(phrase, k, "passed") ||
                     mn_phrase_is(phrase, k, "resolve") || mn_phrase_is(phrase, k, "resolved") ||
                     mn_phrase_is(phrase, k, "exclude") || mn_phrase_is(phrase, k, "moved") ||
                     mn_phrase_is(phrase, k, "carried") || mn_phrase_is(phrase, k, "applicable") ||
                     mn_phrase_is(phrase, k, "invoked") || mn_phrase_is(phrase, k, "used") ||
                     mn_phrase_is(phrase, k, "agreed") || mn_phrase_is(phrase, k, "need") ||
                     mn_phrase_is(phrase, k, "pass"))) {
                    return true;
                }
            }
        }
        if (mn_phrase_is(phrase, i, "lost") && mn_phrase_has(phrase, "motion", 1)) {
            return true;
        }
    }
    return (mn_phrase_is(phrase, 0, "none") && phrase->count <= 4) ||
           (mn_phrase_has(phrase, "there were none", 1) && phrase->count <= 6) ||
           (mn_phrase_is(phrase, 0, "not") && phrase->count <= 4);
}

/* Adds what one sentence of the resolution says of ground and regime. */
static void read_grounds(const Phrase *phrase, MnNation nation, MnDate on, MnExclusion *exclusion)
{
    MnRegime regime = mn_phrase_regime(phrase);

    if (regime != MN_REGIME_NONE && exclusion->regime == MN_REGIME_NONE) {
        exclusion->regime = regime;
    }
    exclusion->grounds |= mn_phrase_grounds(phrase, nation, on);
    if (!mn_phrase_has(phrase, "categor*", 1) &&
        !mn_phrase_has(phrase, "access information procedure", 4)) {
        exclusion->paragraph_count = mn_phrase_paragraphs(
            phrase, 0, phrase->count, exclusion->paragraphs, exclusion->paragraph_count);
    }
}

/* Whether a sentence is only a head: "RESOLVED", "Resolved:", "It was agreed that:-". */
static bool is_head(const Phrase *phrase)
{
    size_t resolve = mn_phrase_find_kind(phrase, 0, R_RESOLVE);

    if (resolve >= phrase->count || mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count) {
        return false;
    }
    for (size_t i = resolve + 1; i < phrase->count; i++) {
        if (phrase->words[i].mark == 'w' && !mn_phrase_is(phrase, i, "that") &&
            !mn_phrase_is(phrase, i, "unanimously") && !mn_phrase_is(phrase, i, "to")) {
            return false;
        }
    }
    return resolve < 8;
}

/* Whether a later sentence decides what was proposed: "RESOLVED accordingly", "The motion was carried", "Agreed". */
static bool decides(const Phrase *phrase)
{
    size_t resolve = mn_phrase_find_kind(phrase, 0, R_RESOLVE);

    return resolve < phrase->count && !cancels(phrase) &&
           mn_phrase_find_kind(phrase, 0, R_NOT) >= phrase->count &&
           mn_phrase_find_kind(phrase, 0, R_WOULD) >= phrase->count;
}

/* What a walk over a body's sentences has found so far. */
typedef struct Search {
    MnText body;
    MnNation nation;
    MnDate on;
    MnExclusion *exclusion;
    Excludes found;
    bool resolved; /* a head is open */
    bool proposed; /* a recommendation's head is open */
    bool listing;  /* lines behind the resolution may name items */
    bool paragraph_column;
} Search;

/* Whether the text begins with the noun of a numbered item: "Item 21 - paragraph 4", "Minute 12". */
static bool begins_with_item(MnText line)
{
    MnWord words[PHRASE_WORDS];
    Phrase phrase = mn_phrase(line, words);
    size_t i = mn_phrase_is(&phrase, 0, "agenda") ? 1 : 0;

    return mn_phrase_kind(&phrase, i, R_SCOPE);
}

/* The end of the line or clause of text that begins at `from`. */
static size_t line_end(MnText text, size_t from)
{
    while (from < text.len && text.data[from] != '\n' && text.data[from] != ';') {
        from++;
    }
    return from;
}

/*
 * A list whose lines no blank lines part: "Item 21 - paragraph 4", "Item 22 - paragraph 7". Only where every line begins with such a noun;
 * returns false where it is no such list.
 */
static bool read_list(MnText text, MnExclusion *exclusion)
{
    MnWord words[PHRASE_WORDS];
    size_t lines = 0;

    for (size_t from = 0; from < text.len; from = line_end(text, from) + 1) {
        MnText line = mn_trim((MnText){text.data + from, line_end(text, from) - from});

        if (line.len > 0 && !begins_with_item(line)) {
            return false;
        }
        lines += line.len > 0;
    }
    if (lines < 2) {
        return false;
    }
    for (size_t from = 0; from < text.len; from = line_end(text, from) + 1) {
        Phrase phrase = mn_phrase((MnText){text.data + from, line_end(text, from) - from}, words);

        mn_exclusion_line(&phrase, false, exclusion);
    }
    return exclusion->item_count > 0;
}

/* A sentence behind the resolution: a line of its list, more of its grounds, its cancellation. Returns false where it was cancelled. */
static bool read_behind(Search *search, const Phrase *phrase, MnSpan sentence)
{
    MnExclusion *exclusion = search->exclusion;
    bool row = memchr(phrase->text.data, '|', phrase->text.len) != NULL;

    if (cancels(phrase)) {
        return false;
    }
    if (search->found == EXCLUDES_PROPOSED && decides(phrase)) {
        search->found = EXCLUDES_RESOLVED;
    }
    if (!search->listing) {
        return true;
    }
    if (row && exclusion->item_count == 0 &&
        (mn_phrase_has(phrase, "item*", 1) || mn_phrase_has(phrase, "minute*", 1))) {
        search->paragraph_column = mn_phrase_has(phrase, "paragraph*", 1) ||
                                   mn_phrase_has(phrase, "schedule", 1) ||
                                   mn_phrase_has(phrase, "category", 1);
        if (mn_phrase_find_kind(phrase, 0, R_SCOPE) < 4 && mn_phrase_has(phrase, "no", 1)) {
            exclusion->matched.len = sentence.start + sentence.len - exclusion->matched.start;
            return true;
        }
    }
    if ((row || exclusion->names_next || exclusion->item_count > 0 || exclusion->matched.len > 0) &&
        (read_list(phrase->text, exclusion) ||
         mn_exclusion_line(phrase, search->paragraph_column, exclusion))) {
        exclusion->matched.len = sentence.start + sentence.len - exclusion->matched.start;
        return true;
    }
    if (mn_phrase_has(phrase, "paragraph*", 1) || mn_phrase_has(phrase, "schedule", 1) ||
        mn_phrase_has(phrase, "grounds", 1) || mn_phrase_has(phrase, "exempt information", 1)) {
        read_grounds(phrase, search->nation, search->on, exclusion);
        exclusion->matched.len = sentence.start + sentence.len - exclusion->matched.start;
        return true;
    }
    search->listing = row;
    return true;
}

bool mn_find_exclusion(MnText body, MnNation nation, MnDate on, MnExclusion *exclusion)
{
    Search search = {.body = body, .nation = nation, .on = on, .exclusion = exclusion};
    MnWord words[PHRASE_WORDS];
    MnSpan sentence;
    size_t at = 0;

    memset(exclusion, 0, sizeof(*exclusion));
    if (!mn_may_restrict(body)) {
        return false;
    }
    while (mn_next_sentence(body, &at, &sentence)) {
        Phrase phrase;
        size_t word;
        Excludes sure;

        /* Without such a word only a short head matters, or what stands behind the resolution. */
        if (search.found == EXCLUDES_NOT && sentence.len > 80 &&
            !mn_may_restrict(mn_slice(body, sentence))) {
            continue;
        }
        phrase = mn_phrase(mn_slice(body, sentence), words);
        word = exclusion_word(&phrase);
        sure = word < phrase.count ? how_sure(&phrase, word, search.resolved, search.proposed)
                                   : EXCLUDES_NOT;

        if (sure > search.found) {
            memset(exclusion, 0, sizeof(*exclusion));
            search.found = sure;
            search.listing = true;
            exclusion->matched = sentence;
            mn_exclusion_scope(
                &(Phrase){phrase.text, phrase.words, up_to_public(&phrase, word).count}, exclusion);
            exclusion->names_this =
                exclusion->names_this || (is_clipped(&phrase, word) && !exclusion->names_next &&
                                          !exclusion->remainder && exclusion->item_count == 0);
            read_grounds(&phrase, nation, on, exclusion);
        } else if (search.found != EXCLUDES_NOT) {
            if (!read_behind(&search, &phrase, sentence)) {
                search.found = EXCLUDES_NOT;
                search.listing = false;
                memset(exclusion, 0, sizeof(*exclusion));
                break;
            }
        } else if (cancels(&phrase) && mn_phrase_find_kind(&phrase, 0, R_MARK) < phrase.count) {
            break;
        }
        if (is_head(&phrase)) {
            search.resolved = true;
            search.proposed = false;
        } else if (mn_phrase_is(&phrase, 0, "recommended") ||
                   mn_phrase_is(&phrase, 0, "recommendation") ||
                   mn_phrase_is(&phrase, 0, "recommendations")) {
            search.proposed = true;
            search.resolved = false;
        }
    }
    if (search.found != EXCLUDES_RESOLVED) {
        memset(exclusion, 0, sizeof(*exclusion));
        return false;
    }
    if (exclusion->item_count > 0) {
        /* A list says which items "the following" are. */
        exclusion->remainder =
            exclusion->remainder &&
            (exclusion->item_count == MN_ITEMS_NAMED_MAX || !exclusion->names_next);
        exclusion->names_next = false;
        for (size_t i = 0; i < exclusion->item_count; i++) {
            exclusion->grounds |=
                exclusion->items[i].paragraph_count == 0
                    ? 0
                    : mn_paragraph_grounds(exclusion->items[i].paragraphs,
                                           exclusion->items[i].paragraph_count, nation, on);
        }
    }
    exclusion->remainder =
        exclusion->remainder ||
        (exclusion->item_count == 0 && !exclusion->names_next && !exclusion->names_this);
    if (exclusion->grounds == 0) {
        exclusion->grounds = MN_GROUND_BIT(MN_UNSTATED);
    }
    return true;
}
