/*
 * says.c - restriction said by a mark or its noun: "this item was restricted", "the report, exempt under ...", "the restriction on this
 * report".
 */
#include <string.h>

#include "statement.h"

/* Adverbs and the like that may stand between the verb and its mark: "was therefore treated as strictly confidential". */
static bool may_stand_between(const Phrase *phrase, size_t k)
{
    static const char *const words[] = {
        "as",        "to",          "and",       "or",           "highly",      "sensitive",
        "strictly",  "also",        "therefore", "considered",   "currently",   "both",
        "still",     "of",          "nature",    "fully",        "entirely",    "wholly",
        "partly",    "business",    "dealt",     "with",         "now",         "regarded",
        "viewed",    "seen",        "being",     "commercially", "politically", "extremely",
        "very",      "accordingly", "duly",      "part",         "temporarily", "properly",
        "so",        "its",         "such",      "legally",      "handled",     "on",
        "purposes",  "meanwhile",   "at",        "present",      "listed",      "under",
        "hereby",    "be",          "kept",      "determined",   "privileged",  "recorded",
        "separately"};
    const MnWord *word = &phrase->words[k];

    /* "operationally", "commercially" */
    if (word->mark == 'w' && word->len > 5 &&
        mn_same((MnText){phrase->text.data + word->start + word->len - 2, 2}, MN_TEXT("ly"))) {
        return true;
    }
    return word->kind == R_MARK || ONE_OF(phrase, k, words) ||
           strchr("\"',(&", word->mark) != NULL || (word->mark == '-' && !word->spaced);
}

/* The auxiliary that makes the mark at i a predicate ("was a restricted", "should be treated as confidential"); phrase->count for none. */
static size_t predicate_verb(const Phrase *phrase, size_t i, bool *article)
{
    *article = false;
    for (size_t k = i; k > 0 && i - k < 8;) {
        const MnWord *word = &phrase->words[--k];

        if (word->kind == R_BE) {
            return k;
        }
        if (mn_phrase_is(phrase, k, "a") || mn_phrase_is(phrase, k, "an")) {
            *article = true;
        } else if (!may_stand_between(phrase, k)) {
            break;
        }
    }
    return phrase->count;
}

/* The first word of the clause in which word `at` stands. */
static size_t clause_start(const Phrase *phrase, size_t at)
{
    while (at > 0 && strchr(";:|,.", phrase->words[at - 1].mark) == NULL &&
           !mn_phrase_is(phrase, at - 1, "that")) {
        at--;
    }
    return at;
}

/* Whether the sentence gives a reason of the sort that only restricted papers have. */
static bool names_ground(const Phrase *phrase)
{
    return mn_phrase_grounds(phrase, MN_ENGLAND, MN_NO_DATE) != 0;
}

/* The same, but for words [from, to), which are what is restricted and no reason: "commercial growers were exempt". */
static bool names_ground_outside(const Phrase *phrase, size_t from, size_t to)
{
    Phrase before = {phrase->text, phrase->words, from};
    Phrase behind = {phrase->text, phrase->words + to, phrase->count - to};

    return names_ground(&before) || names_ground(&behind);
}

/* "The exempt appendix was discussed in private", "Appendix B, which members debated": a piece that was the item's business. */
static bool piece_discussed(const Phrase *phrase)
{
    for (size_t k = 0; k < phrase->count; k++) {
        if ((mn_word_begins(phrase, k, "discuss") || mn_word_begins(phrase, k, "debate") ||
             mn_word_begins(phrase, k, "deliberat")) &&
            !mn_is_denied(phrase, k) && !mn_phrase_is(phrase, k - (k > 0), "without") &&
            mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count &&
            mn_phrase_find_kind(phrase, 0, R_NOT) == phrase->count) {
            return true;
        }
    }
    return false;
}

/* Whether one of the words before `to` is the item or a paper of it. */
static bool names_thing(const Phrase *phrase, size_t to)
{
    for (size_t k = 0; k < to; k++) {
        if (mn_is_thing(phrase, k)) {
            return true;
        }
    }
    return false;
}

/* "this item was restricted", "the report is exempt by virtue of ..." with the mark at i. */
static bool is_predicate(const Phrase *phrase, size_t i, bool previous_is_other)
{
    bool article;
    size_t verb = predicate_verb(phrase, i, &article);
    Whose whose;
    size_t pronoun;

    if (verb >= phrase->count ||
        (phrase->words[i].value == MARK_CLOSED && !mn_phrase_is(phrase, i + 1, "to")) ||
        !mn_tail_restricts(phrase, i, article)) {
        return false;
    }
    if (mn_is_own(phrase, verb, !previous_is_other)) {
        return true;
    }
    for (size_t k = verb; k > 0 && verb - k < 3; k--) {
        if (mn_phrase_kind(phrase, k - 1, R_NOT)) {
            return false;
        }
    }
    whose = mn_subject_of(phrase, verb);
    if (whose == WHOSE_PIECE && piece_discussed(phrase)) {
        return true;
    }
    if (whose == WHOSE_PIECE || whose == WHOSE_OTHER || previous_is_other) {
        return false;
    }
    if (phrase->words[i].value == MARK_CLOSED) {
        return whose == WHOSE_OWN &&
               (mn_phrase_public(phrase, i + 2) || mn_phrase_public(phrase, i + 3));
    }
    /* "Personal details were redacted from the register", "withheld by the company" */
    if ((phrase->words[i].value == MARK_REDACTED && mn_phrase_is(phrase, i + 1, "from")) ||
        (mn_phrase_is(phrase, i, "withheld") && mn_phrase_is(phrase, i + 1, "by") &&
         mn_phrase_is(phrase, i + 2, "the"))) {
        return false;
    }
    if (whose == WHOSE_OWN) {
        return true;
    }
    if (whose == WHOSE_FOREIGN && !article &&
        (phrase->words[i].value == MARK_CONFIDENTIAL || phrase->words[i].value == MARK_EXEMPT) &&
        mn_is_business(phrase, clause_start(phrase, verb), verb)) {
        return true;
    }
    if (whose == WHOSE_FOREIGN) {
        return !article && names_ground_outside(phrase, clause_start(phrase, verb), verb) &&
               !mn_is_ordinary(phrase, clause_start(phrase, verb), verb);
    }
    if (verb > 0 && mn_phrase_is(phrase, verb - 1, "this") && mn_is_thing(phrase, i + 1)) {
        return true;
    }
    /* "It was restricted as ...", "This is restricted due to ...", "It is a restricted report" */
    pronoun = verb;
    while (pronoun > 0 &&
           (mn_phrase_kind(phrase, pronoun - 1, R_BE) || mn_phrase_is(phrase, pronoun - 1, "had") ||
            mn_phrase_is(phrase, pronoun - 1, "has"))) {
        pronoun--;
    }
    return pronoun > 0 &&
           (mn_phrase_is(phrase, pronoun - 1, "it") || mn_phrase_is(phrase, pronoun - 1, "this") ||
            mn_phrase_is(phrase, pronoun - 1, "which") ||
            mn_phrase_is(phrase, pronoun - 1, "they") ||
            mn_phrase_is(phrase, pronoun - 1, "these")) &&
           (mn_opens_reason(phrase, i + 1) || mn_phrase_is(phrase, i + 1, "accordingly") ||
            (phrase->words[i].value == MARK_RESTRICTED && phrase->count < 6) ||
            (pronoun > 1 && mn_phrase_kind(phrase, pronoun - 2, R_CAUSE) &&
             names_thing(phrase, pronoun)) ||
            mn_phrase_find_kind(phrase, i, R_CAUSE) < phrase->count || names_ground(phrase) ||
            (article && mn_is_thing(phrase, i + 1)) ||
            (mn_phrase_is(phrase, i + 1, "to") && !mn_limits_extent(phrase, i + 1))) &&
           !mn_phrase_is(phrase, i + 1, "from");
}

/* "The report, restricted on police advice, was noted", "the report (restricted)", "the report exempt under paragraph 3". */
static bool is_apposition(const Phrase *phrase, size_t i)
{
    bool bracket;
    size_t end = i;
    Whose whose;
    char before = i > 0 ? phrase->words[i - 1].mark : '\0';

    /* adverbs before it: ", wholly exempt under" */
    while (end > 0 && phrase->words[end - 1].mark == 'w' && i - end < 2 &&
           (mn_phrase_is(phrase, end - 1, "being") || mn_phrase_is(phrase, end - 1, "also") ||
            mn_phrase_is(phrase, end - 1, "both") || mn_phrase_is(phrase, end - 1, "strictly") ||
            mn_phrase_is(phrase, end - 1, "wholly") || mn_phrase_is(phrase, end - 1, "now") ||
            mn_phrase_is(phrase, end - 1, "marked") || mn_phrase_is(phrase, end - 1, "itself"))) {
        end--;
    }
    before = end > 0 ? phrase->words[end - 1].mark : '\0';
    if (end == 0 || phrase->words[i].value == MARK_CLOSED) {
        return false;
    }
    bracket = before == '(' || before == '[';
    if (!bracket && before != ',' && !(before == '-' && phrase->words[end - 1].spaced)) {
        /* without a comma a reason has to follow: "the report exempt under paragraph 3" */
        return (mn_is_thing(phrase, end - 1) && mn_opens_reason(phrase, i + 1)) &&
               mn_noun_before(phrase, end, 6) == WHOSE_OWN;
    }
    if (bracket && end > 1 && mn_phrase_kind(phrase, end - 2, R_RESOLVE) && end == 2) {
        return true; /* "RESOLVED (exempt)" */
    }
    whose = mn_noun_before(phrase, end - 1, before == ',' ? 9 : 5);
    if (whose != WHOSE_OWN) {
        return false;
    }
    if (bracket) {
        return i + 1 >= phrase->count || phrase->words[i + 1].mark != 'w' ||
               mn_opens_reason(phrase, i + 1) || mn_is_thing(phrase, i + 1) ||
               mn_phrase_is(phrase, i + 1, "and");
    }
    return i + 1 >= phrase->count || phrase->words[i + 1].mark != 'w' ||
           mn_opens_reason(phrase, i + 1) || mn_phrase_is(phrase, i + 1, "and") ||
           (mn_phrase_is(phrase, i + 1, "to") && mn_are_readers(phrase, i + 2));
}

/* "Restricted on the advice of the police, the report was noted", "Being exempt, the report ...", "Embargoed until May, this document ...". */
static bool is_fronted(const Phrase *phrase, size_t i)
{
    static const char *const openers[] = {"being",   "as",       "because", "having",
                                          "been",    "although", "though",  "marked",
                                          "treated", "while",    "whilst",  "since"};
    size_t comma = i + 1;

    for (size_t k = 0; k < i; k++) {
        if (!ONE_OF(phrase, k, openers)) {
            return false;
        }
    }
    if (!mn_opens_reason(phrase, i + 1) &&
        phrase->words[i + 1 < phrase->count ? i + 1 : i].mark != ',' &&
        !mn_phrase_is(phrase, i + 1, "to")) {
        return false;
    }
    while (comma < phrase->count && phrase->words[comma].mark != ',') {
        comma++;
    }
    return comma < phrase->count && mn_noun_at(phrase, comma + 1) == WHOSE_OWN;
}

/* "keep the contents of the report confidential", "treat the paper as exempt": a verb, the paper, the mark. */
static bool is_object_complement(const Phrase *phrase, size_t i)
{
    static const char *const verbs[] = {
        "keep",    "treat",    "regard", "mark",    "classify", "deem", "make",
        "hold",    "treated",  "marked", "declare", "declared", "made", "classified",
        "keeping", "treating", "kept",   "ruled",   "consider", "take", "hear"};
    size_t end = i;

    while (end > 0 && i - end < 4 &&
           (mn_phrase_is(phrase, end - 1, "as") || mn_phrase_is(phrase, end - 1, "strictly") ||
            mn_phrase_is(phrase, end - 1, "a") || mn_phrase_is(phrase, end - 1, "an") ||
            mn_phrase_is(phrase, end - 1, "to") || mn_phrase_is(phrase, end - 1, "be"))) {
        end--;
    }
    for (size_t k = end; k > 0 && end - k < 9; k--) {
        if (ONE_OF(phrase, k - 1, verbs)) {
            return k < end && mn_noun_at(phrase, k) == WHOSE_OWN &&
                   mn_tail_restricts(phrase, i, false) && !mn_is_denied(phrase, k - 1);
        }
    }
    return false;
}

/* "With the report restricted, debate was brief", "the paper being exempt". */
static bool is_absolute(const Phrase *phrase, size_t i)
{
    return i > 0 && mn_is_thing(phrase, i - 1) && mn_phrase_is(phrase, 0, "with") &&
           mn_noun_before(phrase, i, 6) == WHOSE_OWN && mn_tail_restricts(phrase, i, false);
}

/* "the restricted nature of this item", "its confidential nature", "the exempt status of the report", "on a restricted basis". */
static bool is_of_nature(const Phrase *phrase, size_t i)
{
    static const char *const natures[] = {"nature",         "status",   "character",
                                          "classification", "basis",    "circulation",
                                          "content",        "contents", "marking"};
    size_t nature = i + 1;
    Whose whose;

    while (nature < phrase->count && nature < i + 4 && !ONE_OF(phrase, nature, natures) &&
           (mn_phrase_is(phrase, nature, "and") || mn_phrase_is(phrase, nature, "or") ||
            mn_phrase_kind(phrase, nature, R_MARK) || mn_phrase_is(phrase, nature, "sensitive"))) {
        nature++;
    }
    if (!ONE_OF(phrase, nature, natures)) {
        return false;
    }
    if (mn_phrase_is(phrase, nature, "basis")) {
        bool on = i > 1 && mn_phrase_is(phrase, i - 2, "on");

        whose = mn_subject_of(phrase, mn_phrase_find_kind(phrase, 0, R_BE));
        return on && (whose == WHOSE_OWN || names_ground(phrase) ||
                      mn_phrase_find_kind(phrase, 0, R_THING) < i);
    }
    if (mn_phrase_is(phrase, nature, "circulation") && i > 0) {
        return (mn_phrase_is(phrase, i - 1, "for") || mn_phrase_is(phrase, i - 1, "of")) &&
               mn_subject_of(phrase, i - 1) == WHOSE_OWN;
    }
    if (mn_phrase_is(phrase, nature + 1, "of")) {
        return mn_noun_at(phrase, nature + 2) == WHOSE_OWN;
    }
    return i > 0 && (mn_phrase_is(phrase, i - 1, "its") || mn_phrase_is(phrase, i - 1, "their")) &&
           (mn_phrase_find_kind(phrase, 0, R_THING) < phrase->count ||
            mn_phrase_find(phrase, 0, "item") < phrase->count);
}

/* Whether what stands before the noun at i makes it one of another sort: "parking restriction", "travel restrictions". */
static bool is_other_sort(const Phrase *phrase, size_t i)
{
    static const char *const fit[] = {
        "the",        "this",   "a",         "an",        "any",        "its",      "of",
        "for",        "to",     "under",     "such",      "usual",      "same",     "publication",
        "disclosure", "police", "legal",     "statutory", "strict",     "certain",  "further",
        "reporting",  "and",    "or",        "these",     "on",         "by",       "with",
        "about",      "that",   "temporary", "normal",    "protective", "security", "government",
        "placed",     "exempt", "their",     "some",      "all",        "owing",    "respect",
        "in"};

    return i > 0 && phrase->words[i - 1].mark == 'w' && !ONE_OF(phrase, i - 1, fit) &&
           phrase->words[i - 1].kind == R_NONE;
}

/* The noun at i: "the restriction on this report", "this item is subject to restriction", "Reason for restriction: ...". */
static bool is_nominal(const Phrase *phrase, size_t i, bool previous_is_other)
{
    static const char *const joints[] = {"on",         "of",   "to",       "upon",      "for",
                                         "over",       "in",   "attached", "regarding", "around",
                                         "concerning", "from", "about"};
    static const char *const verbs[] = {
        "applies", "applied",  "apply", "placed", "imposed", "attaches",  "attached", "was", "were",
        "is",      "relating", "put",   "set",    "agreed",  "attaching", "applying", "are"};
    size_t joint = i + 1;
    size_t back;

    if (is_other_sort(phrase, i)) {
        return false;
    }
    while (joint < phrase->count && joint < i + 7 && !ONE_OF(phrase, joint, joints) &&
           (ONE_OF(phrase, joint, verbs) || phrase->words[joint].kind == R_BE ||
            mn_phrase_is(phrase, joint, "had") || mn_phrase_is(phrase, joint, "has") ||
            mn_phrase_is(phrase, joint, "therefore") || mn_phrase_is(phrase, joint, "also"))) {
        joint++;
    }
    /* "confidentiality in respect of this item" */
    if (mn_phrase_is(phrase, joint, "in") || mn_phrase_is(phrase, joint, "with")) {
        joint += 2 * (mn_phrase_is(phrase, joint + 1, "respect") ||
                      mn_phrase_is(phrase, joint + 1, "relation") ||
                      mn_phrase_is(phrase, joint + 1, "regard"));
    }
    if (ONE_OF(phrase, joint, joints) &&
        !(mn_phrase_is(phrase, joint, "in") && mn_word_begins(phrase, i, "exemption"))) {
        Whose whose = mn_noun_at(phrase, joint + 1);

        /* "the restriction on publication of the report", "restrictions on disclosure apply to this item" */
        if (whose == WHOSE_OWN && !previous_is_other) {
            return !mn_phrase_is(phrase, i, "exemption") || !mn_phrase_is(phrase, joint, "from");
        }
        if (whose == WHOSE_PIECE || whose == WHOSE_OTHER || whose == WHOSE_FOREIGN) {
            static const char *const readings[] = {"publication", "disclosure", "circulation",
                                                   "sharing",     "reporting",  "access",
                                                   "distribution"};

            if (!ONE_OF(phrase, joint + 1, readings)) {
                return false;
            }
        }
    }
    back = i;
    while (back > 0 && i - back < 4 &&
           (mn_phrase_is(phrase, back - 1, "a") || mn_phrase_is(phrase, back - 1, "the") ||
            mn_phrase_is(phrase, back - 1, "an") || mn_phrase_is(phrase, back - 1, "strict") ||
            mn_phrase_is(phrase, back - 1, "such") || mn_phrase_is(phrase, back - 1, "certain") ||
            mn_phrase_is(phrase, back - 1, "usual") ||
            mn_phrase_is(phrase, back - 1, "publication") ||
            mn_phrase_is(phrase, back - 1, "reporting") ||
            mn_phrase_is(phrase, back - 1, "legal") || mn_phrase_is(phrase, back - 1, "police") ||
            mn_phrase_is(phrase, back - 1, "protective"))) {
        back--;
    }
    /* "subject to restriction", "under embargo", "under a restriction", "covered by an exemption", "carries a restriction" */
    if (back > 0 &&
        ((mn_phrase_is(phrase, back - 1, "to") && back > 1 &&
          (mn_phrase_is(phrase, back - 2, "subject") ||
           mn_phrase_is(phrase, back - 2, "subjected"))) ||
         mn_phrase_is(phrase, back - 1, "under") ||
         (mn_phrase_is(phrase, back - 1, "by") && back > 1 &&
          mn_phrase_is(phrase, back - 2, "covered")) ||
         mn_word_begins(phrase, back - 1, "carr") || mn_word_begins(phrase, back - 1, "bore") ||
         mn_word_begins(phrase, back - 1, "bear") || mn_word_begins(phrase, back - 1, "requir"))) {
        size_t verb = back - 1;
        Whose whose;

        while (verb > 0 && back - verb < 7 && !mn_phrase_kind(phrase, verb, R_BE) &&
               !mn_phrase_kind(phrase, verb, R_TAKE)) {
            verb--;
        }
        if (!mn_phrase_kind(phrase, verb, R_BE) && !mn_phrase_kind(phrase, verb, R_TAKE)) {
            verb = back - 1 - mn_phrase_is(phrase, back - 1, "to");
        }
        whose = mn_subject_of(phrase, verb);
        if (whose == WHOSE_NOBODY && verb > 0 && phrase->words[verb - 1].mark == ',') {
            whose = mn_noun_before(phrase, verb - 1, 9);
        }
        return !previous_is_other &&
               (whose == WHOSE_OWN || (whose == WHOSE_FOREIGN && names_ground(phrase) &&
                                       !mn_is_ordinary(phrase, clause_start(phrase, verb), verb)));
    }
    /* "Reason for restriction: ...", "The reason for the restriction was ..." */
    for (size_t k = 0; k < i && k < 5; k++) {
        if (mn_word_begins(phrase, k, "reason") || mn_word_begins(phrase, k, "ground") ||
            mn_word_begins(phrase, k, "basis") || mn_word_begins(phrase, k, "justification")) {
            return mn_phrase_find_kind(phrase, 0, R_TAKE) > i;
        }
    }
    /* "Restriction: ...", "for reasons of confidentiality" beside the item's own minute */
    return (i < 2 && i + 1 < phrase->count && phrase->words[i + 1].mark == ':') ||
           (i > 1 && mn_phrase_is(phrase, i, "confidentiality") &&
            mn_phrase_kind(phrase, i - 2, R_CAUSE) &&
            mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count);
}

/* "Item restricted.", "Report restricted due to ...": a note without its verb, nothing before the thing but what points at it. */
static bool is_clipped(const Phrase *phrase, size_t i, bool previous_is_other)
{
    size_t first = 0;
    bool points;

    while (first < i && strchr("([-+", phrase->words[first].mark) != NULL) {
        first++;
    }
    points = i == first + 1 ||
             (i == first + 2 &&
              (mn_phrase_kind(phrase, first, R_THIS) || mn_phrase_is(phrase, first, "agenda") ||
               mn_phrase_is(phrase, first, "reason") || mn_phrase_is(phrase, first, "whole"))) ||
             (i == first + 3 && mn_phrase_is(phrase, first, "this") &&
              mn_phrase_is(phrase, first + 1, "agenda"));
    if (i == first + 1 && mn_word_begins(phrase, first, "reason") && i + 1 < phrase->count &&
        phrase->words[i + 1].mark != 'w') {
        return true;
    }
    return points && mn_is_thing(phrase, i - 1) && !previous_is_other &&
           phrase->words[i].value != MARK_CLOSED && phrase->words[i].value != MARK_PRIVATE &&
           (i + 1 >= phrase->count || strchr(".)];", phrase->words[i + 1].mark) != NULL ||
            mn_opens_reason(phrase, i + 1));
}

/* "bore the marking RESTRICTED", "under the heading Exempt". */
static bool is_marking(const Phrase *phrase, size_t i)
{
    static const char *const labels[] = {"marking", "stamp", "label", "legend", "watermark"};
    size_t back = i;

    while (back > 0 && phrase->words[back - 1].mark != 'w') {
        back--;
    }
    return back > 0 &&
           (ONE_OF(phrase, back - 1, labels) ||
            (mn_phrase_is(phrase, back - 1, "of") && back > 1 && ONE_OF(phrase, back - 2, labels)));
}

bool mn_says_restriction(const Phrase *phrase, size_t i, bool previous_is_other)
{
    if (mn_is_over(phrase, i) || mn_is_proposed(phrase, i)) {
        return false;
    }
    if (mn_phrase_kind(phrase, i, R_NOMINAL)) {
        return is_nominal(phrase, i, previous_is_other);
    }
    if (is_predicate(phrase, i, previous_is_other) || is_clipped(phrase, i, previous_is_other)) {
        return true;
    }
    return !previous_is_other &&
           (is_apposition(phrase, i) || is_fronted(phrase, i) || is_object_complement(phrase, i) ||
            is_absolute(phrase, i) || is_of_nature(phrase, i) || is_marking(phrase, i));
}
