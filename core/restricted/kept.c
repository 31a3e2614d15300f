/*
 * kept.c - restriction said by what the paper is ("the report was a restricted item", "formed part of the exempt business"), by
 * where it is left out ("withheld from the published pack") and where its record is kept ("on the private file").
 */
#include <string.h>

#include "statement.h"

/* Whether one of the words says that more of them are meant, or another one: "of the second review", "in 14 cases". */
bool mn_counts_cases(const Phrase *phrase)
{
    static const char *const cases[] = {"cases",     "requests", "instances", "occasions",
                                        "enquiries", "answers",  "responses", "applications"};
    static const char *const foi[] = {"foi", "requests", "eir", "requesters"};
    bool counted = false;
    bool asked = false;

    for (size_t i = 0; i < phrase->count; i++) {
        if (mn_phrase_is(phrase, i, "this") && mn_is_thing(phrase, i + 1)) {
            return false;
        }
        for (size_t k = i > 3 ? i - 3 : 0; ONE_OF(phrase, i, cases) && k < i; k++) {
            counted = counted || phrase->words[k].mark == '0' ||
                      ONE_OF(phrase, k,
                             ((const char *const[]){"two", "three", "four", "five", "six", "seven",
                                                    "eight", "nine", "ten", "eleven", "twelve",
                                                    "several", "some", "most", "many", "few",
                                                    "these", "those", "such"}));
        }
        asked = asked || ONE_OF(phrase, i, foi);
    }
    return counted || asked;
}

/* What a paper is called, or one of a list of business. */
static bool is_paper_noun(const Phrase *phrase, size_t i)
{
    static const char *const nouns[] = {"one",  "ones",     "items", "section",  "part",
                                        "file", "category", "list",  "handout",  "booklet",
                                        "copy", "copies",   "half",  "portions", "portion"};

    return mn_is_thing(phrase, i) || ONE_OF(phrase, i, nouns);
}

/* Whether the subject of the verb is the item's own, or a pronoun that stands for it. */
static bool own_subject(const Phrase *phrase, size_t verb)
{
    static const char *const pronouns[] = {"it", "this", "they", "these", "which", "that", "and"};
    Whose whose = mn_subject_of(phrase, verb);
    size_t back = verb;

    while (back > 0 &&
           (mn_phrase_kind(phrase, back - 1, R_BE) || mn_phrase_is(phrase, back - 1, "had") ||
            mn_phrase_is(phrase, back - 1, "has") || mn_phrase_is(phrase, back - 1, "therefore") ||
            mn_phrase_is(phrase, back - 1, "also") || mn_phrase_is(phrase, back - 1, "only"))) {
        back--;
    }
    return whose == WHOSE_OWN || mn_is_own(phrase, back, true) ||
           (whose == WHOSE_NOBODY && (back == 0 || ONE_OF(phrase, back - 1, pronouns)));
}

/* "the report was a restricted item", "it was shared as a restricted document", "formed part of the exempt business". */
static bool is_noun_predicate(const Phrase *phrase, size_t i)
{
    static const char *const lists[] = {"part", "among", "amongst", "one",    "on",
                                        "in",   "of",    "under",   "within", "to"};
    static const char *const stands[] = {
        "formed", "forms",      "listed", "included", "placed",  "appeared", "appears", "belonged",
        "taken",  "considered", "stood",  "reserved", "printed", "put",      "moved",   "came"};
    static const char *const details[] = {"figures",    "details",  "information",
                                          "statistics", "contents", "papers"};
    static const char *const handlings[] = {"handle", "treat", "regard", "treating", "handling"};
    size_t back = i;
    size_t noun = i + 1;
    bool article;
    bool listed = false;
    bool as;

    while (noun < i + 4 && noun < phrase->count && !is_paper_noun(phrase, noun) &&
           phrase->words[noun].mark == 'w' &&
           (phrase->words[noun].kind == R_NONE || phrase->words[noun].kind == R_MARK)) {
        noun++;
    }
    if (!is_paper_noun(phrase, noun) || mn_is_ordinary(phrase, i + 1, noun) ||
        mn_phrase_kind(phrase, noun + 1, R_PIECE) || mn_is_elsewhere(phrase, i)) {
        return false;
    }
    while (back > 0 && i - back < 4 &&
           (mn_phrase_kind(phrase, back - 1, R_MARK) || mn_phrase_is(phrase, back - 1, "and") ||
            mn_phrase_is(phrase, back - 1, "strictly") ||
            mn_phrase_is(phrase, back - 1, "wholly"))) {
        back--;
    }
    if (back == 0) {
        return false;
    }
    article = mn_phrase_is(phrase, back - 1, "a") || mn_phrase_is(phrase, back - 1, "an");
    if (!article && !mn_phrase_is(phrase, back - 1, "the")) {
        return false;
    }
    back--;
    while (back > 0 && !article && ONE_OF(phrase, back - 1, lists)) {
        listed = true;
        back--;
    }
    if (back == 0) {
        return false;
    }
    as = mn_phrase_is(phrase, back - 1, "as");
    if (!article && !listed) {
        return false;
    }
    /* "The figures are in the exempt part of the agenda": details kept elsewhere */
    for (size_t k = 0; listed && k < back; k++) {
        if (ONE_OF(phrase, k, details)) {
            return false;
        }
    }
    /* "a private matter for the family" */
    if (phrase->words[i].value == MARK_PRIVATE && mn_phrase_is(phrase, noun + 1, "for")) {
        return false;
    }
    if (mn_phrase_kind(phrase, back - 1, R_BE) || (listed && ONE_OF(phrase, back - 1, stands))) {
        return own_subject(phrase, back - 1) &&
               (article || mn_subject_of(phrase, back - 1) == WHOSE_OWN);
    }
    if (!as || !article || mn_phrase_find_kind(phrase, 0, R_WOULD) < back ||
        mn_phrase_find(phrase, 0, "later") < back) {
        return false;
    }
    for (size_t k = back - 1; k > 0 && back - k < 9; k--) {
        if (ONE_OF(phrase, k - 1, handlings)) {
            return mn_noun_at(phrase, k) == WHOSE_OWN;
        }
        if (mn_phrase_kind(phrase, k - 1, R_TAKE) || mn_phrase_kind(phrase, k - 1, R_BE)) {
            return own_subject(phrase, k - 1);
        }
    }
    return false;
}

/* "Publication of the list is restricted", "Disclosure of the terms is withheld": the publication of whatever the item holds. */
static bool publication_limited(const Phrase *phrase, size_t i)
{
    static const char *const acts[] = {"publication", "circulation", "disclosure",   "distribution",
                                       "release",     "sharing",     "dissemination"};
    static const char *const moneys[] = {"money", "monies", "sum", "balance", "grants", "equity"};
    static const char *const stops[] = {"restricted", "withheld",  "prohibited", "forbidden",
                                        "suspended",  "precluded", "prevented",  "barred"};
    size_t act = i;

    if (!ONE_OF(phrase, i, stops) || i == 0 || mn_is_denied(phrase, i) ||
        !mn_tail_restricts(phrase, i, false) ||
        (mn_phrase_is(phrase, i + 1, "to") && mn_limits_extent(phrase, i + 1))) {
        return false;
    }
    while (act > 0 && i - act < 14 && !ONE_OF(phrase, act, acts)) {
        if (strchr(";.:", phrase->words[act].mark) != NULL) {
            return false;
        }
        act--;
    }
    for (size_t k = act; k < i; k++) {
        if (mn_phrase_kind(phrase, k, R_OTHER) || mn_phrase_kind(phrase, k, R_PIECE) ||
            mn_phrase_is(phrase, k, "and")) {
            return false;
        }
    }
    for (size_t k = act; k < i; k++) {
        if (ONE_OF(phrase, k, moneys)) {
            return false;
        }
    }
    return ONE_OF(phrase, act, acts) && mn_phrase_is(phrase, act + 1, "of") &&
           mn_phrase_kind(phrase, act + 2, R_THIS) && !mn_is_ordinary(phrase, act, i) &&
           mn_phrase_find_kind(phrase, act, R_BE) < i;
}

/* Whether a reason for secrecy stands in words [from, count): what publishing would harm, or who asked that it be kept. */
static bool gives_secrecy(const Phrase *phrase, size_t from)
{
    static const char *const stems[] = {
        "prejudic", "sensitiv",   "security",   "identif",   "court",        "police",   "inquest",
        "coroner",  "tactic",     "covert",     "safeguard", "intelligence", "privileg", "commerci",
        "negotiat", "investigat", "confidenti", "operatio",  "prosecut",     "trial"};
    bool cause = false;

    for (size_t i = from; i < phrase->count && i < from + 20; i++) {
        cause = cause || mn_phrase_kind(phrase, i, R_CAUSE) || mn_phrase_is(phrase, i, "on") ||
                mn_phrase_is(phrase, i, "being") || mn_phrase_is(phrase, i, "for") ||
                mn_phrase_is(phrase, i, "pending") || mn_phrase_is(phrase, i, "at") ||
                mn_phrase_is(phrase, i, "to") || mn_phrase_is(phrase, i, "given");
        for (size_t s = 0; cause && s < sizeof(stems) / sizeof(stems[0]); s++) {
            if (mn_word_begins(phrase, i, stems[s])) {
                return true;
            }
        }
    }
    return false;
}

/* What the meeting gives out of itself: "the published pack", "the public minutes", "these minutes", "this minute", "publication". */
static bool is_published_record(const Phrase *phrase, size_t i)
{
    static const char *const records[] = {"pack",    "papers", "minutes", "minute",  "agenda",
                                          "version", "report", "record",  "website", "document",
                                          "bundle",  "copy",   "packs",   "note",    "notes"};
    size_t noun = i + 1;

    if (mn_phrase_is(phrase, i, "publication")) {
        return i + 1 >= phrase->count || phrase->words[i + 1].mark != 'w' ||
               phrase->words[i + 1].kind == R_CAUSE || mn_opens_reason(phrase, i + 1) ||
               mn_phrase_is(phrase, i + 1, "so");
    }
    if (mn_phrase_is(phrase, i, "the")) {
        bool open = mn_word_begins(phrase, noun, "publish") || mn_phrase_is(phrase, noun, "public");

        return ((open || mn_phrase_is(phrase, noun, "open")) &&
                ONE_OF(phrase, noun + 1, records)) ||
               mn_phrase_is(phrase, noun, "website") ||
               (open && mn_phrase_is(phrase, noun + 1, "domain"));
    }
    return (mn_phrase_is(phrase, i, "these") || mn_phrase_is(phrase, i, "this")) &&
           (mn_phrase_is(phrase, noun, "minutes") || mn_phrase_is(phrase, noun, "minute") ||
            mn_phrase_is(phrase, noun, "record") || mn_phrase_is(phrase, noun, "published"));
}

/* "The results were withheld from the published pack", "Details have been left out of these minutes", "is not published here". */
static bool is_left_out(const Phrase *phrase, size_t i)
{
    static const char *const removals[] = {"omitted", "removed", "excluded", "withheld", "kept",
                                           "held",    "left",    "taken",    "missing",  "struck",
                                           "absent",  "excised", "edited",   "detached"};
    static const char *const prints[] = {"published", "included",   "printed",  "reproduced",
                                         "set",       "attached",   "recorded", "given",
                                         "shown",     "summarised", "appended"};
    static const char *const personal[] = {"names",     "name",      "signatures",  "addresses",
                                           "address",   "personal",  "submitters",  "petitioners",
                                           "passwords", "telephone", "biographies", "photographs"};
    bool removal = ONE_OF(phrase, i, removals) && i > 0 && !mn_is_denied(phrase, i);
    bool printing =
        ONE_OF(phrase, i, prints) && i > 0 &&
        (mn_phrase_kind(phrase, i - 1, R_NOT) ||
         (i > 1 && mn_phrase_kind(phrase, i - 1, R_BE) && mn_phrase_kind(phrase, i - 2, R_NOT)));
    bool left_out = false;

    if (!removal && !printing) {
        return false;
    }
    for (size_t k = 0; k < phrase->count; k++) {
        if (mn_phrase_kind(phrase, k, R_PIECE) || mn_phrase_kind(phrase, k, R_OTHER) ||
            (k < i && mn_phrase_kind(phrase, k, R_IF)) ||
            (k < i && mn_phrase_kind(phrase, k, R_WOULD)) ||
            (mn_phrase_is(phrase, k, "in") && mn_phrase_is(phrase, k + 1, "time")) ||
            (mn_phrase_is(phrase, k, "in") && mn_phrase_is(phrase, k + 1, "error")) ||
            (k < i && ONE_OF(phrase, k, personal)) || mn_phrase_is(phrase, k, "yet")) {
            return false;
        }
    }
    for (size_t k = i + 1; k < phrase->count && k < i + 5; k++) {
        bool joint = mn_phrase_is(phrase, k, "from") || mn_phrase_is(phrase, k, "of");

        left_out = left_out || (removal && joint && is_published_record(phrase, k + 1)) ||
                   (printing &&
                    (mn_phrase_is(phrase, k, "here") ||
                     ((mn_phrase_is(phrase, k, "in") || mn_phrase_is(phrase, k, "with") ||
                       mn_phrase_is(phrase, k, "on")) &&
                      is_published_record(phrase, k + 1)) ||
                     (mn_phrase_is(phrase, k, "with") && mn_phrase_is(phrase, k + 2, "agenda"))));
    }
    /* "The results have not been published because to do so could prejudice an inquiry" */
    left_out =
        left_out || ((mn_phrase_is(phrase, i, "withheld") ||
                      (printing && (mn_word_begins(phrase, i, "publish") ||
                                    mn_phrase_is(phrase, i, "reproduced")))) &&
                     mn_phrase_kind(phrase, i - 1, R_BE) && !mn_phrase_is(phrase, i + 1, "by") &&
                     !mn_is_ordinary(phrase, 0, i) && gives_secrecy(phrase, i + 1));
    return left_out && !mn_is_over(phrase, i) && !mn_is_supposed(phrase, i) &&
           mn_subject_of(phrase, i) != WHOSE_OTHER;
}

/* "A full note is held on the private file", "recorded in the confidential minute book": where the record is kept, with the mark at i. */
static bool is_record_kept(const Phrase *phrase, size_t i)
{
    static const char *const files[] = {"file", "book", "folder", "log", "annex", "volume"};
    static const char *const notes[] = {"note",     "minute",     "record",  "account", "details",
                                        "decision", "discussion", "minutes", "item",    "detail"};
    bool kept = false;

    if (!(ONE_OF(phrase, i + 1, files) || ONE_OF(phrase, i + 2, files)) || i < 3 ||
        !mn_phrase_is(phrase, i - 1, "the")) {
        return false;
    }
    for (size_t k = i; k > 0 && i - k < 6; k--) {
        kept = kept || mn_word_begins(phrase, k - 1, "kept") ||
               mn_phrase_is(phrase, k - 1, "held") || mn_phrase_is(phrase, k - 1, "recorded") ||
               mn_phrase_is(phrase, k - 1, "placed") || mn_phrase_is(phrase, k - 1, "entered") ||
               mn_phrase_is(phrase, k - 1, "filed");
    }
    for (size_t k = 0; kept && k < i && k < 6; k++) {
        if (ONE_OF(phrase, k, notes)) {
            return true;
        }
    }
    return false;
}

/* "what they had heard was confidential", "everything said under this item is restricted", with the mark at i. */
static bool is_what_was_said(const Phrase *phrase, size_t i)
{
    static const char *const alls[] = {"what", "everything", "anything", "all", "that"};
    static const char *const said[] = {"heard", "said", "discussed", "shown", "seen", "shared"};
    size_t told = phrase->count;

    for (size_t k = i; k > 0 && i - k < 12; k--) {
        told = told >= phrase->count && ONE_OF(phrase, k - 1, said) ? k - 1 : told;
        if (told < phrase->count && k - 1 < told && ONE_OF(phrase, k - 1, alls) &&
            (!mn_phrase_is(phrase, k - 1, "that") || mn_phrase_is(phrase, k, "which"))) {
            return mn_phrase_find_kind(phrase, told, R_BE) < i &&
                   mn_phrase_find_kind(phrase, 0, R_WOULD) > i &&
                   !mn_phrase_is(phrase, i + 1, "by") && mn_tail_restricts(phrase, i, false);
        }
    }
    return false;
}

/* "It is confidential." and no more. */
static bool is_bare(const Phrase *phrase, size_t i)
{
    static const char *const pronouns[] = {"it", "this", "they", "these", "all"};
    size_t end = phrase->count;

    while (end > 0 && phrase->words[end - 1].mark != 'w') {
        end--;
    }
    /* "It was confidential and members noted it" */
    if (mn_phrase_is(phrase, i + 1, "and") &&
        (mn_phrase_is(phrase, i + 2, "members") || mn_phrase_is(phrase, i + 2, "the"))) {
        end = i + 1;
    }
    return i + 1 == end && i > 1 && i < 5 && ONE_OF(phrase, 0, pronouns) &&
           mn_phrase_find_kind(phrase, 1, R_BE) < i && phrase->words[i].value != MARK_CLOSED &&
           phrase->words[i].value != MARK_REDACTED;
}

bool mn_says_kept(const Phrase *phrase, bool previous_is_other)
{
    if (previous_is_other) {
        return false;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        bool mark = mn_phrase_kind(phrase, i, R_MARK) && !mn_is_denied(phrase, i) &&
                    !mn_is_over(phrase, i) && !mn_is_proposed(phrase, i);

        if (publication_limited(phrase, i) || is_left_out(phrase, i)) {
            return true;
        }
        if (mark && (is_noun_predicate(phrase, i) || is_record_kept(phrase, i) ||
                     is_what_was_said(phrase, i) || is_bare(phrase, i))) {
            return true;
        }
    }
    return false;
}
