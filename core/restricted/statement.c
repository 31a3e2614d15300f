/*
 * statement.c - whether a sentence says that its own item is restricted.
 */
#include "phrase.h"

#include <string.h>

static bool is_thing(const Phrase *phrase, size_t i)
{
    return mn_phrase_kind(phrase, i, R_THING) || mn_phrase_is(phrase, i, "item") ||
           mn_phrase_is(phrase, i, "minute");
}

/* Whether one of the `reach` words before i, within its clause, is of the kind. */
static bool kind_before(const Phrase *phrase, size_t i, size_t reach, RestrictedKind kind)
{
    for (size_t k = i; k > 0 && i - k < reach && strchr(";|", phrase->words[k - 1].mark) == NULL;
         k--) {
        if (phrase->words[k - 1].kind == kind) {
            return true;
        }
    }
    return false;
}

/* "whether the item was exempt", "once it is restricted"; not "Until the trial is over, this item is restricted". */
static bool is_supposed(const Phrase *phrase, size_t i)
{
    bool comma = false;

    for (size_t k = i; k > 0 && i - k < 12 && strchr(";|", phrase->words[k - 1].mark) == NULL;
         k--) {
        comma = comma || phrase->words[k - 1].mark == ',';
        if (phrase->words[k - 1].kind == R_IF && (!comma || mn_phrase_is(phrase, k - 1, "if") ||
                                                  mn_phrase_is(phrase, k - 1, "whether"))) {
            return true;
        }
    }
    return false;
}

/* Whether the mark at i is denied, or only supposed: "not restricted", "Non-Exempt", "whether the item was exempt". */
static bool is_denied(const Phrase *phrase, size_t i)
{
    if (i > 0 &&
        (mn_phrase_is(phrase, i - 1, "non") ||
         (i > 1 && phrase->words[i - 1].mark == '-' && mn_phrase_is(phrase, i - 2, "non")))) {
        return true;
    }
    for (size_t k = i; k > 0 && i - k < 5 && strchr(";|,", phrase->words[k - 1].mark) == NULL;
         k--) {
        if (phrase->words[k - 1].kind == R_NOT && !mn_phrase_is(phrase, k, "only") &&
            !mn_phrase_is(phrase, k, "for")) {
            return true;
        }
    }
    return kind_before(phrase, i, 4, R_WOULD) || is_supposed(phrase, i);
}

/* The noun that a clause before word `verb` is about: the kind of the first thing or piece in it; R_NONE for neither. */
static RestrictedKind subject(const Phrase *phrase, size_t verb, bool *other)
{
    RestrictedKind found = R_NONE;
    size_t from = verb;

    *other = false;
    while (from > 0 && verb - from < 30 && strchr(";|:.", phrase->words[from - 1].mark) == NULL) {
        from--;
    }
    for (size_t k = from; k < verb; k++) {
        if (mn_phrase_kind(phrase, k, R_OTHER)) {
            *other = true;
        }
        if (found == R_NONE && is_thing(phrase, k)) {
            found = R_THING;
        } else if (found == R_NONE && mn_phrase_kind(phrase, k, R_PIECE)) {
            found = R_PIECE;
        }
    }
    /* "the report and its appendices were" is the whole; "the report had an appendix that was" is a piece of it. */
    if (found == R_THING) {
        for (size_t k = from + 1; k < verb; k++) {
            if (mn_phrase_kind(phrase, k, R_PIECE)) {
                size_t back = k - 1;

                while (back > from &&
                       (mn_phrase_is(phrase, back, "its") || mn_phrase_is(phrase, back, "the") ||
                        mn_phrase_is(phrase, back, "all"))) {
                    back--;
                }
                if (!mn_phrase_is(phrase, back, "and") && !mn_phrase_is(phrase, back, "with") &&
                    phrase->words[back].mark != '(') {
                    found = R_PIECE;
                }
            }
        }
    }
    return found;
}

/* Whether word i is one of the list. */
static bool is_one_of(const Phrase *phrase, size_t i, const char *const *words, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (mn_phrase_is(phrase, i, words[k])) {
            return true;
        }
    }
    return false;
}

#define ONE_OF(phrase, i, list) is_one_of(phrase, i, list, sizeof(list) / sizeof((list)[0]))

/* "restricted to ten minutes", "to procedural matters": how long or about what, and no purpose ("to protect") or readers. */
static bool limits_extent(const Phrase *phrase, size_t to)
{
    static const char *const measures[] = {
        "minute",   "minutes", "hour",    "hours",  "page",    "pages",   "words",  "speaker",
        "speakers", "matters", "issues",  "points", "topics",  "topic",   "themes", "headline",
        "summary",  "one",     "two",     "three",  "factual", "maximum", "scope",  "headlines",
        "remit",    "finance", "aspects", "items",  "areas",   "place",   "wards",  "questions"};
    static const char *const purposes[] = {
        "protect", "prevent",  "avoid",  "safeguard", "preserve", "keep",   "ensure", "allow",
        "respect", "maintain", "comply", "enable",    "guard",    "shield", "spare",  "stop"};

    if (ONE_OF(phrase, to + 1, purposes)) {
        return false;
    }
    for (size_t k = to + 1; k < phrase->count && k < to + 6; k++) {
        if (phrase->words[k].mark == '0' || ONE_OF(phrase, k, measures)) {
            return true;
        }
        if (phrase->words[k].mark != 'w') {
            break;
        }
    }
    return false;
}

/* Whether the paper is kept from readers ("from publication", "from the public"), not exempt from a duty ("from call-in"). */
static bool kept_from_readers(const Phrase *phrase, size_t from)
{
    static const char *const readings[] = {"publication", "disclosure",  "view",   "circulation",
                                           "inspection",  "publishing",  "media",  "release",
                                           "website",     "publication", "minutes"};

    for (size_t k = from + 1; k < phrase->count && k < from + 6; k++) {
        if (mn_phrase_kind(phrase, k, R_PUBLIC) || ONE_OF(phrase, k, readings)) {
            return true;
        }
    }
    return false;
}

/*
 * Whether what follows the predicate at i leaves it a restriction of reading. Whatever the words of the reason are, it does: only what is
 * known to be of another sort ("restricted to ten minutes", "exempt from rates", "restricted in length") does not.
 */
static bool tail_restricts(const Phrase *phrase, size_t i, bool article)
{
    static const char *const shortages[] = {"time",   "lack",  "space",   "length",    "cost",
                                            "budget", "scope", "budgets", "resources", "costs"};
    static const char *const extents[] = {"scope",  "length", "size",     "number",    "numbers",
                                          "its",    "what",   "coverage", "extent",    "ambition",
                                          "detail", "range",  "content",  "time",      "how",
                                          "winter", "summer", "first",    "usefulness"};
    static const char *const others[] = {
        "parking", "hours",  "numbers", "funding", "access",       "sector",
        "hire",    "rented", "byway",   "byways",  "landlords",    "landlord",
        "zone",    "zones",  "area",    "areas",   "speed",        "dwellings",
        "housing", "land",   "school",  "schools", "accommodation"};
    size_t next = i + 1;
    const MnWord *word;

    while (next < phrase->count &&
           (mn_phrase_is(phrase, next, "and") || mn_phrase_is(phrase, next, "or")) &&
           mn_phrase_kind(phrase, next + 1, R_MARK)) {
        next += 2;
    }
    if (next >= phrase->count) {
        return true;
    }
    word = &phrase->words[next];
    if (word->mark != 'w') {
        return word->mark != '-' || word->spaced;
    }
    if (is_thing(phrase, next)) {
        return true;
    }
    if (mn_phrase_kind(phrase, next, R_PIECE)) {
        return false;
    }
    if (mn_phrase_is(phrase, next, "from")) {
        return kept_from_readers(phrase, next);
    }
    if (mn_phrase_is(phrase, next, "to")) {
        return !limits_extent(phrase, next);
    }
    if (mn_phrase_is(phrase, next, "by")) {
        return !ONE_OF(phrase, next + 1, shortages) && !ONE_OF(phrase, next + 2, shortages);
    }
    if (mn_phrase_is(phrase, next, "in")) {
        return !ONE_OF(phrase, next + 1, extents) && !ONE_OF(phrase, next + 2, extents);
    }
    if (word->kind != R_NONE) {
        return true;
    }
    if (article) {
        /* "a restricted area": some other thing is meant, unless a thing ends it: "a confidential police report" */
        return is_thing(phrase, next + 1) || is_thing(phrase, next + 2) ||
               mn_phrase_is(phrase, next, "one") || mn_phrase_is(phrase, next, "nature");
    }
    if (mn_phrase_is(phrase, next, "access")) {
        return !mn_phrase_is(phrase, next + 1, "to");
    }
    return !ONE_OF(phrase, next, others);
}

/* "this item", "this agenda item", "this report" right before the verb: the item's own, whatever else the sentence has named. */
static bool is_own(const Phrase *phrase, size_t verb, bool paper_too)
{
    size_t thing = verb - 1;
    size_t back;

    if (verb == 0 || !is_thing(phrase, thing)) {
        return false;
    }
    if (!paper_too && !mn_phrase_is(phrase, thing, "item") &&
        !mn_phrase_is(phrase, thing, "matter") && !mn_phrase_is(phrase, thing, "minute") &&
        !mn_phrase_is(phrase, thing, "discussion")) {
        return false;
    }
    back = thing;
    back -= back > 0 && mn_phrase_is(phrase, back - 1, "agenda");
    return back > 0 && mn_phrase_is(phrase, back - 1, "this");
}

/* The auxiliary that makes the mark at i a predicate ("was a restricted", "should be treated as confidential"); phrase->count for none. */
static size_t predicate_verb(const Phrase *phrase, size_t i, bool *article)
{
    *article = false;
    for (size_t k = i; k > 0 && i - k < 7;) {
        const MnWord *word = &phrase->words[--k];

        if (word->kind == R_BE) {
            return k;
        }
        if (mn_phrase_is(phrase, k, "a") || mn_phrase_is(phrase, k, "an")) {
            *article = true;
        } else if (word->kind != R_MARK && !mn_phrase_is(phrase, k, "as") &&
                   !mn_phrase_is(phrase, k, "to") && !mn_phrase_is(phrase, k, "and") &&
                   !mn_phrase_is(phrase, k, "or") && !mn_phrase_is(phrase, k, "highly") &&
                   !mn_phrase_is(phrase, k, "sensitive") && !mn_phrase_is(phrase, k, "strictly") &&
                   !mn_phrase_is(phrase, k, "also") && !mn_phrase_is(phrase, k, "therefore") &&
                   !mn_phrase_is(phrase, k, "considered") &&
                   !mn_phrase_is(phrase, k, "currently") && !mn_phrase_is(phrase, k, "both") &&
                   !mn_phrase_is(phrase, k, "still") && !mn_phrase_is(phrase, k, "of") &&
                   !mn_phrase_is(phrase, k, "nature") && !mn_phrase_is(phrase, k, "fully") &&
                   !mn_phrase_is(phrase, k, "entirely")) {
            break;
        }
    }
    return phrase->count;
}

/* "this item was restricted", "the report is exempt by virtue of ..." with the mark at i. */
static bool is_predicate(const Phrase *phrase, size_t i, bool previous_is_other)
{
    bool article;
    bool other;
    size_t verb = predicate_verb(phrase, i, &article);
    RestrictedKind what;

    if (verb >= phrase->count || phrase->words[i].value == MARK_CLOSED ||
        !tail_restricts(phrase, i, article)) {
        return false;
    }
    if (is_own(phrase, verb, !previous_is_other)) {
        return true;
    }
    what = subject(phrase, verb, &other);
    if (what == R_PIECE || other || previous_is_other) {
        return false;
    }
    if (what == R_THING) {
        return true;
    }
    if (verb > 0 && mn_phrase_is(phrase, verb - 1, "this") && is_thing(phrase, i + 1)) {
        return true;
    }
    /* "It was restricted as ...", "This is restricted due to ..." */
    return verb > 0 &&
           (mn_phrase_is(phrase, verb - 1, "it") || mn_phrase_is(phrase, verb - 1, "this") ||
            mn_phrase_is(phrase, verb - 1, "which")) &&
           (mn_phrase_find_kind(phrase, i, R_CAUSE) < phrase->count ||
            mn_phrase_grounds(phrase, MN_ENGLAND, MN_NO_DATE) != 0 ||
            mn_phrase_is(phrase, i + 1, "out") || mn_phrase_is(phrase, i + 1, "pending") ||
            (mn_phrase_is(phrase, i + 1, "to") && !limits_extent(phrase, i + 1))) &&
           !mn_phrase_is(phrase, i + 1, "from");
}

/* Whether the paper at i is named as one of another item: "the exempt report at item 12", "minute 40". */
static bool elsewhere(const Phrase *phrase, size_t i)
{
    for (size_t k = i + 1; k + 1 < phrase->count && k < i + 10; k++) {
        size_t number = k + 1;

        if (mn_phrase_is(phrase, k, "elsewhere") || mn_phrase_is(phrase, k, "separately") ||
            mn_phrase_is(phrase, k, "later")) {
            return true;
        }
        if (!mn_phrase_kind(phrase, k, R_SCOPE)) {
            continue;
        }
        while (number < phrase->count &&
               (mn_phrase_kind(phrase, number, R_SCOPE) || mn_phrase_is(phrase, number, "no") ||
                phrase->words[number].mark == '.')) {
            number++;
        }
        if (number < phrase->count && phrase->words[number].mark == '0') {
            return true;
        }
    }
    return false;
}

/* "were presented with a restricted report", "the confidential report was discussed", with the mark at i. */
static Statement attributive(const Phrase *phrase, size_t i)
{
    size_t thing = i + 1;
    size_t container;

    while (thing < phrase->count && thing < i + 5 && !is_thing(phrase, thing)) {
        if (phrase->words[thing].mark != 'w' &&
            !(phrase->words[thing].mark == '-' && !phrase->words[thing].spaced)) {
            return STATES_NOTHING;
        }
        if (phrase->words[thing].kind != R_NONE && phrase->words[thing].kind != R_MARK) {
            return STATES_NOTHING;
        }
        thing++;
    }
    if (!is_thing(phrase, thing) || mn_phrase_kind(phrase, thing + 1, R_PIECE)) {
        return STATES_NOTHING;
    }
    if (mn_phrase_is(phrase, thing, "minutes") || mn_phrase_is(phrase, thing, "minute") ||
        mn_phrase_is(phrase, thing, "record")) {
        bool recorded = false;

        for (size_t k = i; k > 0 && i - k < 6; k--) {
            recorded =
                recorded || mn_phrase_is(phrase, k - 1, "recorded") ||
                mn_phrase_is(phrase, k - 1, "set") || mn_phrase_is(phrase, k - 1, "detailed") ||
                mn_phrase_is(phrase, k - 1, "see") || mn_phrase_is(phrase, k - 1, "contained");
        }
        return recorded ? STATES_RESTRICTED : STATES_NOTHING;
    }
    /* "contained exempt information", "disclosure of confidential information" */
    container = i;
    while (container > 0 && i - container < 6) {
        const MnWord *word = &phrase->words[--container];
        MnText letters = {phrase->text.data + word->start, word->len};

        if (mn_begins(letters, MN_TEXT("contain")) || mn_begins(letters, MN_TEXT("involv")) ||
            mn_begins(letters, MN_TEXT("disclos")) || mn_begins(letters, MN_TEXT("includ"))) {
            bool other;
            RestrictedKind what = subject(phrase, container, &other);

            return mn_phrase_is(phrase, thing, "information") && what == R_THING && !other
                       ? STATES_RESTRICTED
                       : STATES_NOTHING;
        }
    }
    if (mn_phrase_is(phrase, thing, "information") || mn_phrase_is(phrase, thing, "business") ||
        elsewhere(phrase, thing) || mn_phrase_is(phrase, thing, "matters") ||
        mn_phrase_is(phrase, thing, "discussion") || mn_phrase_is(phrase, thing, "discussions")) {
        return STATES_NOTHING;
    }
    if (phrase->words[i].value == MARK_CLOSED ||
        (phrase->words[i].value == MARK_PRIVATE && !mn_phrase_is(phrase, thing, "report"))) {
        return STATES_NOTHING;
    }
    for (size_t k = i; k > 0 && i - k < 14; k--) {
        if (mn_phrase_kind(phrase, k - 1, R_TAKE)) {
            bool before = k > 1 && (mn_phrase_is(phrase, k - 2, "had") ||
                                    mn_phrase_is(phrase, k - 2, "been"));

            if (k > 2 && mn_phrase_is(phrase, k - 2, "been")) {
                before = true;
            }
            return before || mn_phrase_find_kind(phrase, k, R_OTHER) < i ? STATES_NOTHING
                                                                         : STATES_TAKEN;
        }
        if (mn_phrase_kind(phrase, k - 1, R_PIECE) || mn_phrase_kind(phrase, k - 1, R_OTHER)) {
            return STATES_NOTHING;
        }
    }
    for (size_t k = thing + 1; k < phrase->count && k < thing + 5; k++) {
        if (mn_phrase_kind(phrase, k, R_TAKE) &&
            mn_phrase_find_kind(phrase, thing + 1, R_WOULD) > k &&
            mn_phrase_find(phrase, thing + 1, "had") > k) {
            return STATES_TAKEN;
        }
    }
    return STATES_NOTHING;
}

/* "this item was considered in private", "in Part 2", "in the absence of the press and public". */
static bool taken_in_private(const Phrase *phrase, size_t i)
{
    bool other;
    size_t verb = i;

    if (i == 0 ||
        !(mn_phrase_is(phrase, i - 1, "in") || mn_phrase_is(phrase, i - 1, "into") ||
          mn_phrase_is(phrase, i - 1, "under") ||
          (i > 1 && (mn_phrase_is(phrase, i - 1, "a") || mn_phrase_is(phrase, i - 1, "the")) &&
           (mn_phrase_is(phrase, i - 2, "in") || mn_phrase_is(phrase, i - 2, "into"))))) {
        return false;
    }
    if (mn_phrase_is(phrase, i + 1, "session")) {
        return !mn_phrase_has(phrase, "end private session", 5);
    }
    while (verb > 0 && i - verb < 10 && !mn_phrase_kind(phrase, verb, R_TAKE) &&
           !mn_phrase_is(phrase, verb, "dealt")) {
        verb--;
    }
    /* An exempt appendix that was discussed in private was part of the item's business. */
    return mn_phrase_kind(phrase, verb, R_TAKE) && subject(phrase, verb, &other) != R_NONE &&
           !other;
}

/* "(Considered following the exclusion of the press and public)", "This item was taken with the public excluded". */
static bool taken_without_public(const Phrase *phrase)
{
    bool other;
    size_t exclude = mn_phrase_find_kind(phrase, 0, R_EXCLUDE);
    size_t verb = mn_phrase_find_kind(phrase, 0, R_TAKE);

    if (exclude >= phrase->count || verb > exclude ||
        mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_WOULD) < exclude ||
        mn_phrase_find_kind(phrase, 0, R_IF) < exclude) {
        return false;
    }
    if (!mn_phrase_has(phrase, "following exclu*", 3) &&
        !mn_phrase_has(phrase, "after exclu*", 3) &&
        !mn_phrase_has(phrase, "with public excluded", 4)) {
        return false;
    }
    return verb < 3 || (subject(phrase, verb, &other) == R_THING && !other);
}

/* "Restricted: contains intelligence", "Restricted - police matter", "Confidential owing to ...": a reason begins behind the mark. */
static bool opens_reason(const Phrase *phrase, size_t i)
{
    const MnWord *word = &phrase->words[i];

    if (word->mark == ':' || (word->mark == '-' && word->spaced)) {
        return i + 1 >= phrase->count ||
               (phrase->words[i + 1].mark == 'w' && tail_restricts(phrase, i, false));
    }
    return mn_phrase_kind(phrase, i, R_CAUSE) || mn_phrase_has(phrase, "on account", 0) ||
           mn_phrase_has(phrase, "in view", 0) || mn_phrase_has(phrase, "out of", 0) ||
           mn_phrase_is(phrase, i, "pending") || mn_phrase_is(phrase, i, "given") ||
           mn_phrase_is(phrase, i, "until") ||
           (mn_phrase_is(phrase, i, "for") && mn_phrase_find_kind(phrase, i, R_CAUSE) < i + 4) ||
           (mn_phrase_is(phrase, i, "to") &&
            mn_phrase_grounds(phrase, MN_ENGLAND, MN_NO_DATE) != 0);
}

/* A line that is a mark by itself: "RESTRICTED", "(Exempt - paragraph 3)", "Not for publication". */
static bool is_mark_line(const Phrase *phrase)
{
    size_t i = 0;
    size_t next;

    while (i < phrase->count && strchr("([-+", phrase->words[i].mark) != NULL) {
        i++;
    }
    if (!mn_phrase_kind(phrase, i, R_MARK) || phrase->words[i].value == MARK_CLOSED ||
        phrase->words[i].value == MARK_PRIVATE) {
        return false;
    }
    next = i + 1;
    if (next >= phrase->count) {
        return phrase->words[i].capital;
    }
    if (phrase->words[next].mark == ')' || phrase->words[next].mark == ']') {
        return next + 1 >= phrase->count;
    }
    if (phrase->words[next].mark == '.' && next + 1 >= phrase->count) {
        return true;
    }
    if (phrase->words[i].capital && opens_reason(phrase, next)) {
        return true;
    }
    for (; next < phrase->count && next < i + 6; next++) {
        if (mn_phrase_kind(phrase, next, R_PARAGRAPH) || mn_phrase_is(phrase, next, "virtue")) {
            return true;
        }
    }
    return false;
}

/* "not for publication", "was not to be published", "is not available to the public": of the whole, and no "would be". */
static bool not_for_public(const Phrase *phrase)
{
    bool other;
    size_t not = mn_phrase_find_kind(phrase, 0, R_NOT);
    size_t verb = not ;

    if (mn_phrase_find_kind(phrase, 0, R_WOULD) < not ||
        mn_phrase_find_kind(phrase, 0, R_IF) < not ) {
        return false;
    }
    if (mn_phrase_has(phrase, "not for publication", 0)) {
        return true;
    }
    if (!mn_phrase_has(phrase, "not to be published", 0) &&
        !mn_phrase_has(phrase, "not to be made public", 0) &&
        !mn_phrase_has(phrase, "not for public", 0) &&
        !mn_phrase_has(phrase, "not for disclosure", 0) &&
        !mn_phrase_has(phrase, "not available to the public", 0) &&
        !mn_phrase_has(phrase, "not publicly available", 0) &&
        !mn_phrase_has(phrase, "not open to the press", 0) &&
        !mn_phrase_has(phrase, "not open to the public", 0)) {
        return false;
    }
    return subject(phrase, verb, &other) == R_THING && !other;
}

/* "Item restricted.", "Report restricted due to ...": a note without its verb, nothing before the thing but what points at it. */
static bool is_clipped(const Phrase *phrase, size_t i, bool previous_is_other)
{
    bool points =
        i == 1 ||
        (i == 2 && (mn_phrase_kind(phrase, 0, R_THIS) || mn_phrase_is(phrase, 0, "agenda"))) ||
        (i == 3 && mn_phrase_is(phrase, 0, "this") && mn_phrase_is(phrase, 1, "agenda"));

    return points && is_thing(phrase, i - 1) && !previous_is_other &&
           phrase->words[i].value != MARK_CLOSED && phrase->words[i].value != MARK_PRIVATE &&
           (i + 1 >= phrase->count || phrase->words[i + 1].mark == '.' ||
            opens_reason(phrase, i + 1));
}

bool mn_speaks_of_other(const Phrase *phrase)
{
    for (size_t i = 0; i + 1 < phrase->count; i++) {
        if (mn_phrase_is(phrase, i, "separate") || mn_phrase_is(phrase, i, "another") ||
            mn_phrase_is(phrase, i, "different") || mn_phrase_is(phrase, i, "companion") ||
            mn_phrase_is(phrase, i, "supplementary") || mn_phrase_is(phrase, i, "accompanying")) {
            for (size_t k = i + 1; k < phrase->count && k < i + 4; k++) {
                if (is_thing(phrase, k) || mn_phrase_kind(phrase, k, R_PIECE)) {
                    return true;
                }
            }
        }
        if (mn_phrase_kind(phrase, i, R_MARK) && mn_phrase_kind(phrase, i + 1, R_PIECE)) {
            return true;
        }
    }
    return false;
}

Statement mn_statement(const Phrase *phrase, bool previous_is_other)
{
    Statement statement = STATES_NOTHING;
    bool piece = mn_phrase_find_kind(phrase, 0, R_PIECE) < phrase->count;
    bool other;

    if (mn_phrase_find_kind(phrase, 0, R_EXCLUDE) < phrase->count &&
        mn_phrase_find_kind(phrase, 0, R_PUBLIC) < phrase->count) {
        return taken_without_public(phrase) ? STATES_RESTRICTED : STATES_NOTHING;
    }
    if (is_mark_line(phrase)) {
        return STATES_RESTRICTED;
    }
    if (not_for_public(phrase) && !piece && !previous_is_other) {
        return STATES_RESTRICTED;
    }
    if (mn_phrase_has(phrase, "by virtue of paragraph*", 1) && !piece &&
        mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count) {
        return STATES_RESTRICTED;
    }
    if (mn_phrase_has(phrase, "absence of press public", 3) &&
        mn_phrase_find_kind(phrase, 0, R_TAKE) < phrase->count &&
        subject(phrase, mn_phrase_find_kind(phrase, 0, R_TAKE), &other) == R_THING &&
        mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count) {
        return STATES_RESTRICTED;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        Statement found = STATES_NOTHING;

        if (!mn_phrase_kind(phrase, i, R_MARK) || is_denied(phrase, i)) {
            continue;
        }
        if (is_predicate(phrase, i, previous_is_other) ||
            is_clipped(phrase, i, previous_is_other)) {
            return STATES_RESTRICTED;
        }
        if (phrase->words[i].value == MARK_PRIVATE || phrase->words[i].value == MARK_CLOSED ||
            mn_phrase_is(phrase, i + 1, "session")) {
            if (taken_in_private(phrase, i)) {
                return STATES_RESTRICTED;
            }
        }
        found = attributive(phrase, i);
        statement = found > statement ? found : statement;
    }
    return statement;
}

/* ---- the quick pass ---- */

/* Whether the word here, in lower case `first` and on, begins like one of those that such a statement needs. */
static bool may_begin(const char *word, size_t left, unsigned char first)
{
    static const char stems[26][5][15] = {
        ['a' - 'a'] = {"absence"},
        ['b' - 'a'] = {"behind closed"},
        ['c' - 'a'] = {"confidential", "closed", "camera", "cyfrinach"},
        ['e' - 'a'] = {"exempt", "exclu", "eithri"},
        ['g' - 'a'] = {"gwahardd"},
        ['i' - 'a'] = {"into committee", "in committee"},
        ['l' - 'a'] = {"leave", "left the"},
        ['p' - 'a'] = {"private", "publi", "preifat", "press"},
        ['r' - 'a'] = {"restricted"},
        ['v' - 'a'] = {"virtue", "vacate"},
        ['w' - 'a'] = {"withdraw", "withdrew", "withheld"},
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

bool mn_may_restrict(MnText text)
{
    size_t at = 0;

    while (at < text.len) {
        if (!is_ascii_letter(text.data[at])) {
            at++;
            continue;
        }
        if (may_begin(text.data + at, text.len - at, (unsigned char) text.data[at] | 0x20)) {
            return true;
        }
        do {
            at++;
        } while (at < text.len && is_ascii_letter(text.data[at]));
    }
    return false;
}
