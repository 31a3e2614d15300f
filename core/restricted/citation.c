/*
 * citation.c - restriction said by citing the law: "It contained information falling within paragraph 5 of Schedule 12A",
 * "exempt information under paragraphs 1 and 2 being likely to be disclosed", "the public interest in maintaining the exemption
 * outweighs that in disclosure".
 */
#include <string.h>

#include "statement.h"

/* Whether the words from `from` on name the law within `reach` words: a schedule of exempt information, section 100A or 50A. */
static bool cites_law(const Phrase *phrase, size_t from, size_t reach)
{
    for (size_t i = from; i < phrase->count && i < from + reach; i++) {
        bool section = mn_word_begins(phrase, i, "100a") || mn_word_begins(phrase, i, "s100a") ||
                       mn_word_begins(phrase, i, "50a");

        if (section || ((mn_phrase_is(phrase, i, "100") || mn_phrase_is(phrase, i, "50")) &&
                        mn_phrase_is(phrase, i + 1, "a"))) {
            return true;
        }
        if ((mn_phrase_is(phrase, i, "schedule") || mn_phrase_is(phrase, i, "sch")) &&
            (mn_word_begins(phrase, i + 1, "12") || mn_word_begins(phrase, i + 1, "7a") ||
             (mn_phrase_is(phrase, i + 1, "7") && mn_phrase_is(phrase, i + 2, "a")) ||
             (mn_phrase_is(phrase, i + 1, "6") &&
              mn_phrase_find(phrase, 0, "exempt") < phrase->count))) {
            return true;
        }
    }
    return false;
}

/* Whether the sentence speaks of the law itself, of how reports are marked, or of what people asked for, and not of this item. */
static bool speaks_of_rules(const Phrase *phrase)
{
    static const char *const rules[] = {
        "training",   "definition",   "definitions", "constitution", "policy",   "procedure",
        "procedures", "guidance",     "rules",       "how",          "whether",  "may",
        "might",      "requests",     "cases",       "register",     "handbook", "often",
        "usually",    "generally",    "asked",       "any",          "should",   "audit",
        "guide",      "protocol",     "explained",   "if",           "unless",   "can",
        "must",       "applications", "number",      "annual",       "normally", "scheme"};

    for (size_t i = 0; i < phrase->count; i++) {
        /* "relating to any individual", "financial affairs of any particular person" are the Acts' own words */
        bool statute =
            mn_phrase_is(phrase, i, "any") &&
            (mn_word_begins(phrase, i + 1, "individual") ||
             mn_phrase_is(phrase, i + 1, "particular") || mn_phrase_is(phrase, i + 1, "person") ||
             mn_phrase_is(phrase, i + 1, "labour") ||
             mn_phrase_is(phrase, i + 1, "consultations") || mn_phrase_is(phrase, i + 1, "action"));

        /* "if the public were present" is the Acts' formula */
        statute = statute || (mn_phrase_is(phrase, i, "if") &&
                              mn_phrase_find_kind(phrase, i, R_PUBLIC) < i + 5);
        if (ONE_OF(phrase, i, rules) && !statute) {
            return true;
        }
    }
    return false;
}

/* Whether the sentence cites the law for other items: numbered ones, the next ones, those of a list. */
static bool is_of_others(const Phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++) {
        bool item = mn_phrase_is(phrase, i, "item") || mn_phrase_is(phrase, i, "items") ||
                    mn_phrase_is(phrase, i, "minute");

        if (mn_phrase_kind(phrase, i, R_OTHER) || mn_phrase_is(phrase, i, "next") ||
            mn_phrase_is(phrase, i, "items") || mn_phrase_is(phrase, i, "reports") ||
            (item && i + 1 < phrase->count && phrase->words[i + 1].mark == '0')) {
            return true;
        }
    }
    return false;
}

/* "exempt information under paragraph 3", "confidential information as defined by section 100A(3)", "information falling within paragraph 5". */
static bool names_information(const Phrase *phrase)
{
    static const char *const joints[] = {"falling", "within",   "under",     "as",
                                         "defined", "relating", "described", "of",
                                         "in",      "which",    "specified", "to"};

    for (size_t i = 0; i < phrase->count; i++) {
        bool marked = i > 0 && (mn_phrase_is(phrase, i - 1, "exempt") ||
                                mn_phrase_is(phrase, i - 1, "confidential"));
        size_t paragraph;
        size_t behind = i + 1;

        if (!mn_phrase_is(phrase, i, "information")) {
            continue;
        }
        behind += behind < phrase->count &&
                  (phrase->words[behind].mark == '(' || phrase->words[behind].mark == ',');
        if (!ONE_OF(phrase, behind, joints) && !mn_phrase_kind(phrase, behind, R_PARAGRAPH) &&
            !(marked && behind > i + 1)) {
            continue;
        }
        paragraph = mn_phrase_find_kind(phrase, i, R_PARAGRAPH);
        if ((marked && paragraph < i + 12) ||
            cites_law(phrase, i, marked ? 20 : 12 + (paragraph < i + 12 ? 14 : 0))) {
            return true;
        }
    }
    return false;
}

/* "the note of counsel, in respect of which a claim to privilege could be maintained", "the bids (Schedule 12A, paragraph 3)". */
static bool cites_in_passing(const Phrase *phrase)
{
    if (mn_phrase_has(phrase, "claim legal professional privilege", 3) &&
        mn_phrase_has(phrase, "could be maintained", 0)) {
        return true;
    }
    for (size_t i = 0; i + 1 < phrase->count; i++) {
        if (strchr("([", phrase->words[i].mark) != NULL &&
            (mn_phrase_kind(phrase, i + 1, R_PARAGRAPH) ||
             mn_phrase_is(phrase, i + 1, "schedule") || mn_phrase_is(phrase, i + 1, "exempt")) &&
            cites_law(phrase, i, 12)) {
            return true;
        }
    }
    return false;
}

/* "The paper was considered under section 100A(4)", "taken in terms of section 50A(4)". */
static bool taken_under_section(const Phrase *phrase)
{
    size_t verb = mn_phrase_find_kind(phrase, 0, R_TAKE);
    size_t section = mn_phrase_find(phrase, 0, "section");

    section = section < phrase->count ? section : mn_phrase_find(phrase, 0, "s");
    return section < phrase->count && verb < section && cites_law(phrase, section, 3) &&
           (verb == 0 || mn_subject_of(phrase, verb) == WHOSE_OWN);
}

/* "As there would be disclosure of exempt information, this item was considered ...". */
static bool would_disclose(const Phrase *phrase)
{
    return mn_phrase_has(phrase, "would be disclosure exempt information", 3) ||
           mn_phrase_has(phrase, "would be disclosure confidential information", 3);
}

/* "Paragraph 3 of Schedule 12A applied to this item", "The paragraph that applied was paragraph 3 of Schedule 12A". */
static bool paragraph_applies(const Phrase *phrase)
{
    static const char *const applies[] = {"applied",  "applies", "apply",      "applying",
                                          "relevant", "relates", "attracted",  "attracts",
                                          "engaged",  "engages", "applicable", "relied"};
    size_t paragraph = mn_phrase_find_kind(phrase, 0, R_PARAGRAPH);

    if (paragraph >= phrase->count || !cites_law(phrase, 0, phrase->count)) {
        return false;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        if (ONE_OF(phrase, i, applies)) {
            return true;
        }
    }
    return false;
}

/* "the public interest in maintaining the exemption outweighs the public interest in disclosing": the test, failed by disclosure. */
static bool interest_withholds(const Phrase *phrase)
{
    static const char *const keeps[] = {"maintaining", "withholding", "maintenance", "upholding",
                                        "non"};
    size_t interest = mn_phrase_find(phrase, 0, "interest");
    size_t outweighs = interest;

    while (outweighs < phrase->count && !mn_word_begins(phrase, outweighs, "outweigh")) {
        outweighs++;
    }
    if (outweighs >= phrase->count ||
        !mn_phrase_kind(phrase, interest - (interest > 0), R_PUBLIC)) {
        return false;
    }
    for (size_t k = interest; k < outweighs && k < interest + 10; k++) {
        if (ONE_OF(phrase, k, keeps)) {
            return mn_phrase_find(phrase, outweighs, "disclosure") < phrase->count ||
                   mn_phrase_find(phrase, outweighs, "disclosing") < phrase->count ||
                   mn_phrase_find(phrase, outweighs, "publication") < phrase->count ||
                   mn_phrase_find(phrase, outweighs, "publishing") < phrase->count ||
                   mn_phrase_find(phrase, outweighs, "releasing") < phrase->count;
        }
    }
    return false;
}

bool mn_says_law(const Phrase *phrase, bool previous_is_other)
{
    bool likely = mn_phrase_has(phrase, "likely", 0) ||
                  mn_phrase_has(phrase, "would be disclos*", 2) ||
                  mn_phrase_has(phrase, "could be maintained", 0);

    if (previous_is_other || mn_phrase_find_kind(phrase, 0, R_NOT) < phrase->count ||
        mn_phrase_find_kind(phrase, 0, R_PIECE) < phrase->count || speaks_of_rules(phrase) ||
        is_of_others(phrase) || mn_is_over(phrase, 0) || mn_is_proposed(phrase, 0)) {
        return false;
    }
    if (mn_phrase_find_kind(phrase, 0, R_WOULD) < phrase->count && !likely) {
        return false;
    }
    return interest_withholds(phrase) || names_information(phrase) || paragraph_applies(phrase) ||
           cites_in_passing(phrase) || taken_under_section(phrase) || would_disclose(phrase);
}
