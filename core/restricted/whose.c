/*
 * whose.c - of what a clause says that it is restricted: the item's own papers, a piece of them, papers kept elsewhere, or
 * something else.
 */
#include <string.h>

#include "statement.h"

bool mn_one_of(const Phrase *phrase, size_t i, const char *const *words, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (mn_phrase_is(phrase, i, words[k])) {
            return true;
        }
    }
    return false;
}

bool mn_is_thing(const Phrase *phrase, size_t i)
{
    return mn_phrase_kind(phrase, i, R_THING) || mn_phrase_is(phrase, i, "item") ||
           mn_phrase_is(phrase, i, "minute");
}

bool mn_word_begins(const Phrase *phrase, size_t i, const char *lower)
{
    return i < phrase->count &&
           mn_begins((MnText){phrase->text.data + phrase->words[i].start, phrase->words[i].len},
                     (MnText){lower, strlen(lower)});
}

static bool is_preposition(const Phrase *phrase, size_t i)
{
    static const char *const words[] = {
        "of",     "to",     "for",   "on",     "in",    "at",         "by",      "with",
        "from",   "about",  "into",  "within", "upon",  "over",       "between", "concerning",
        "during", "around", "under", "after",  "until", "regarding",  "against", "following",
        "than",   "yn",     "ar",    "o",      "gan",   "containing", "via",     "per"};

    return ONE_OF(phrase, i, words);
}

static bool is_determiner(const Phrase *phrase, size_t i)
{
    static const char *const words[] = {"the", "this",  "these", "a",    "an",  "all",
                                        "its", "their", "both",  "that", "any", "each"};

    return ONE_OF(phrase, i, words);
}

/* What may be named of a paper and still be the paper: "part of this item", "access to the report", "copies of the paper". */
static bool is_transparent(const Phrase *phrase, size_t i)
{
    static const char *const words[] = {
        "part",         "parts",         "section",     "sections",   "portion",
        "portions",     "some",          "much",        "most",       "all",
        "both",         "whole",         "rest",        "remainder",  "element",
        "elements",     "aspects",       "text",        "substance",  "copies",
        "copy",         "version",       "publication", "disclosure", "circulation",
        "distribution", "access",        "sharing",     "release",    "nature",
        "status",       "half",          "subject",     "body",       "wording",
        "outcome",      "any",           "none",        "each",       "majority",
        "release",      "sight",         "pages",       "page",       "consideration",
        "readership",   "paragraphs",    "paragraph",   "one",        "extract",
        "extracts",     "dissemination", "reading",     "purpose",    "confidentiality",
        "inspection",   "detail",        "names"};

    return ONE_OF(phrase, i, words);
}

/* Whether word i parts one segment of a sentence from the next. */
static bool ends_segment(const Phrase *phrase, size_t i)
{
    static const char *const words[] = {
        "that",     "which",  "who", "whose", "why",  "whether", "how", "because", "since", "while",
        "although", "though", "but", "if",    "when", "where",   "so",  "whilst",  "hyn",   "as"};
    const MnWord *word = &phrase->words[i];

    if (word->mark != 'w') {
        return strchr(";|:,.()[]\"", word->mark) != NULL || (word->mark == '-' && word->spaced);
    }
    return ONE_OF(phrase, i, words) &&
           !(mn_phrase_is(phrase, i, "that") && mn_is_thing(phrase, i + 1));
}

static bool is_pronoun(const Phrase *phrase, size_t i)
{
    static const char *const words[] = {"it", "this", "they", "these", "which", "that", "such"};

    return ONE_OF(phrase, i, words);
}

static bool is_auxiliary(const Phrase *phrase, size_t i)
{
    static const char *const words[] = {
        "had",    "has",          "have",      "having",   "also",       "therefore", "still",
        "to",     "must",         "should",    "does",     "did",        "do",        "currently",
        "itself", "themselves",   "initially", "formally", "previously", "now",       "both",
        "thus",   "accordingly",  "however",   "only",     "strictly",   "hereby",    "then",
        "all",    "consequently", "wholly",    "partly",   "remain",     "yet",       "so"};

    return mn_phrase_kind(phrase, i, R_BE) || mn_phrase_kind(phrase, i, R_WOULD) ||
           mn_phrase_kind(phrase, i, R_NOT) || ONE_OF(phrase, i, words);
}

/* Whether the paper at t is another item's: it bears a number, or is said to be the last, next or a separate one. */
static bool is_other(const Phrase *phrase, size_t from, size_t t, size_t to)
{
    static const char *const others[] = {"last", "next",   "future",      "forthcoming",
                                         "ward", "former", "yesterday's", "cabinet's"};
    static const char *const counts[] = {"one",   "two",     "three",  "four", "five",  "six",
                                         "seven", "several", "many",   "few",  "eight", "nine",
                                         "ten",   "eleven",  "twelve", "no"};
    size_t number = t + 1;

    for (size_t k = from; k < to; k++) {
        bool next_item = mn_phrase_is(phrase, k, "next") && mn_phrase_is(phrase, k + 1, "steps");

        if (mn_phrase_kind(phrase, k, R_OTHER) || (ONE_OF(phrase, k, others) && !next_item)) {
            return true;
        }
    }
    /* "two reports were restricted last year": not this one */
    if (t > from && (phrase->words[t - 1].mark == '0' || ONE_OF(phrase, t - 1, counts))) {
        return true;
    }
    if (mn_phrase_is(phrase, number, "no")) {
        number++;
    }
    return number < to && phrase->words[number].mark == '0' &&
           (mn_phrase_kind(phrase, t, R_SCOPE) || mn_phrase_is(phrase, t, "report") ||
            mn_phrase_is(phrase, t, "paper"));
}

/* Whose the words [from, to) are, taken as one noun phrase. */
static Whose classify(const Phrase *phrase, size_t from, size_t to)
{
    static const char *const asked[] = {"requested", "sought", "asked", "held", "about"};
    size_t t;
    bool words = false;
    bool own;

    /* "the road was closed and the report" is about the report */
    for (size_t k = from + 1; k + 1 < to; k++) {
        if (mn_phrase_is(phrase, k, "and") && is_determiner(phrase, k + 1)) {
            for (size_t v = from; v < k; v++) {
                if (mn_phrase_kind(phrase, v, R_BE) || mn_phrase_kind(phrase, v, R_TAKE)) {
                    from = k + 1;
                    break;
                }
            }
        }
    }
    if (is_preposition(phrase, from) || mn_phrase_is(phrase, from, "out") ||
        mn_phrase_is(phrase, from, "given") || mn_phrase_kind(phrase, from, R_CAUSE) ||
        mn_phrase_kind(phrase, from, R_NOT)) {
        size_t start = from;

        for (size_t k = from + 1; k < to; k++) {
            start = is_determiner(phrase, k) ? k : start;
        }
        from = start == from ? from + 1 : start;
    }
    for (t = from; t < to; t++) {
        words = words || (phrase->words[t].mark == 'w' && !is_determiner(phrase, t) &&
                          !is_pronoun(phrase, t));
        if (mn_is_thing(phrase, t) || mn_phrase_kind(phrase, t, R_PIECE) ||
            (mn_phrase_is(phrase, t, "data") && t > from && is_determiner(phrase, t - 1))) {
            break;
        }
    }
    if (t >= to) {
        return words ? WHOSE_FOREIGN : WHOSE_NOBODY;
    }
    own = t > from && (mn_phrase_is(phrase, t - 1, "this") ||
                       (mn_phrase_is(phrase, t - 1, "agenda") && t > from + 1 &&
                        mn_phrase_is(phrase, t - 2, "this")));
    for (size_t q = from; q < t; q++) {
        if (q > from && is_preposition(phrase, q) && !is_transparent(phrase, q - 1) &&
            !mn_phrase_is(phrase, q - 1, "out")) {
            return WHOSE_FOREIGN;
        }
    }
    if (!own && is_other(phrase, from, t, to)) {
        return WHOSE_OTHER;
    }
    if (mn_phrase_is(phrase, t, "information") && ONE_OF(phrase, t + 1, asked)) {
        return WHOSE_FOREIGN;
    }
    if (mn_phrase_kind(phrase, t, R_PIECE)) {
        return WHOSE_PIECE;
    }
    /* "the report of the second review": not the one before the meeting */
    for (size_t k = t + 1; k + 2 < to && k < t + 3; k++) {
        static const char *const ordinals[] = {"second", "third",  "other",   "next",
                                               "fourth", "fifth",  "later",   "forthcoming",
                                               "latter", "future", "previous"};

        if (mn_phrase_is(phrase, k, "of") && mn_phrase_is(phrase, k + 1, "the") &&
            ONE_OF(phrase, k + 2, ordinals)) {
            return WHOSE_OTHER;
        }
    }
    /* "parking in the report", a thing that only describes: "the report fee" */
    /* "the report and its appendices were" is the whole; "the report had an appendix that was" is a piece of it. */
    for (size_t k = t + 1; k < to; k++) {
        if (mn_phrase_kind(phrase, k, R_PIECE)) {
            size_t back = k - 1;

            while (back > from &&
                   (mn_phrase_is(phrase, back, "its") || mn_phrase_is(phrase, back, "the") ||
                    mn_phrase_is(phrase, back, "all"))) {
                back--;
            }
            if (!mn_phrase_is(phrase, back, "and") && !mn_phrase_is(phrase, back, "with") &&
                phrase->words[back].mark != '(') {
                return WHOSE_PIECE;
            }
        }
    }
    return WHOSE_OWN;
}

Whose mn_noun_at(const Phrase *phrase, size_t i)
{
    size_t to = i;

    while (to < phrase->count && to < i + 14 && !ends_segment(phrase, to) &&
           !(to > i && (mn_phrase_kind(phrase, to, R_BE) || mn_phrase_kind(phrase, to, R_CAUSE) ||
                        mn_phrase_kind(phrase, to, R_WOULD)))) {
        to++;
    }
    return classify(phrase, i, to);
}

Whose mn_noun_before(const Phrase *phrase, size_t end, size_t reach)
{
    size_t from = end;
    Whose whose;

    while (from > 0 && end - from < reach && !ends_segment(phrase, from - 1)) {
        from--;
    }
    /* The nearest noun phrase that holds a paper: "Members noted the report", "Members noted the report of the Chief Constable" */
    for (size_t k = end; k > from; k--) {
        if (mn_is_thing(phrase, k - 1) || mn_phrase_kind(phrase, k - 1, R_PIECE)) {
            size_t start = k - 1;

            while (start > from && !mn_phrase_kind(phrase, start - 1, R_TAKE) &&
                   !mn_phrase_kind(phrase, start - 1, R_BE) && !is_determiner(phrase, start)) {
                start--;
            }
            whose = classify(phrase, start, k + (k < end && phrase->words[k].mark == '0'));
            return whose;
        }
    }
    return from < end ? WHOSE_FOREIGN : WHOSE_NOBODY;
}

Whose mn_subject_of(const Phrase *phrase, size_t verb)
{
    size_t to = verb;
    size_t from;

    while (to > 0 && (is_auxiliary(phrase, to - 1) || mn_word_begins(phrase, to - 1, "highly"))) {
        to--;
    }
    from = to;
    while (from > 0 && !ends_segment(phrase, from - 1)) {
        from--;
    }
    if (from < to) {
        return classify(phrase, from, to);
    }
    if (from == 0) {
        return WHOSE_NOBODY;
    }
    if (phrase->words[from - 1].mark == 'w') {
        size_t end = from - 1;
        bool comma = end > 0 && phrase->words[end - 1].mark == ',';

        /* "the report, which was": what stands before the pronoun */
        return mn_noun_before(phrase, end - comma, comma ? 10 : 1);
    }
    if (strchr(",)]\"-", phrase->words[from - 1].mark) != NULL) {
        size_t clause = from - 1;
        size_t end;

        /* "the report, on the advice of the police, was": what stands before the parenthesis */
        while (clause > 0 && strchr(";|:.", phrase->words[clause - 1].mark) == NULL &&
               !mn_phrase_is(phrase, clause - 1, "that")) {
            clause--;
        }
        end = clause;
        while (end < from - 1 && !ends_segment(phrase, end)) {
            end++;
        }
        if (end > clause) {
            return classify(phrase, clause, end);
        }
    }
    return WHOSE_NOBODY;
}

bool mn_is_ordinary(const Phrase *phrase, size_t from, size_t to)
{
    static const char *const words[] = {
        "access",     "parking",       "entry",       "hours",     "movement",    "traffic",
        "vehicles",   "numbers",       "speed",       "travel",    "attendance",  "use",
        "visitors",   "growth",        "road",        "roads",     "lane",        "street",
        "site",       "area",          "supply",      "supplies",  "charities",   "hall",
        "helpline",   "service",       "survey",      "calls",     "dwellings",   "vehicle",
        "properties", "funds",         "grant",       "reserves",  "land",        "highway",
        "school",     "pupils",        "ballot",      "line",      "funding",     "bail",
        "licence",    "speech",        "time",        "votes",     "view",        "spending",
        "budget",     "payments",      "clinic",      "residents", "services",    "records",
        "drivers",    "spaces",        "space",       "bridge",    "scheme",      "premises",
        "sales",      "alcohol",       "visits",      "footpath",  "bus",         "buses",
        "news",       "press",         "story",       "water",     "development", "responses",
        "complaints", "visiting",      "byways",      "byway",     "drugs",       "weapons",
        "goods",      "accommodation", "charity",     "waste",     "sector",      "hire",
        "rented",     "landlords",     "housing",     "zone",      "reporting",   "hotline",
        "inquiry",    "procedure",     "counselling", "capacity",  "powers",      "support",
        "data"};

    for (size_t k = from; k < to; k++) {
        if (ONE_OF(phrase, k, words)) {
            return true;
        }
    }
    return false;
}

bool mn_is_business(const Phrase *phrase, size_t from, size_t to)
{
    static const char *const words[] = {
        "case",          "cases",          "application",     "complaint",
        "appeal",        "offer",          "offers",          "claim",
        "bid",           "bids",           "tender",          "tenders",
        "quotation",     "quotations",     "terms",           "settlement",
        "resolution",    "recommendation", "recommendations", "proposal",
        "proposals",     "valuation",      "lease",           "sale",
        "contract",      "grievance",      "appointment",     "price",
        "prices",        "negotiations",   "opinion",         "correspondence",
        "investigation", "award",          "agreement",       "plan",
        "return",        "findings",       "operation",       "figures",
        "incident",      "proposition",    "outcome"};

    for (size_t k = from + 1; k < to; k++) {
        if (ONE_OF(phrase, k, words) && is_determiner(phrase, k - 1)) {
            return true;
        }
    }
    return from < to && ONE_OF(phrase, from, words);
}

bool mn_is_own(const Phrase *phrase, size_t verb, bool paper_too)
{
    size_t thing = verb - 1;
    size_t back;

    if (verb == 0 || !mn_is_thing(phrase, thing)) {
        return false;
    }
    if (!paper_too && !mn_phrase_is(phrase, thing, "item") &&
        !mn_phrase_is(phrase, thing, "matter") && !mn_phrase_is(phrase, thing, "minute") &&
        !mn_phrase_is(phrase, thing, "discussion")) {
        return false;
    }
    back = thing;
    back -= back > 0 && mn_phrase_is(phrase, back - 1, "agenda");
    if (back == 0 || !mn_phrase_is(phrase, back - 1, "this")) {
        return false;
    }
    /* "The Council's powers in this matter were" */
    return !(back > 2 && is_preposition(phrase, back - 2) &&
             phrase->words[back - 3].kind == R_NONE && phrase->words[back - 3].mark == 'w' &&
             !is_transparent(phrase, back - 3));
}

bool mn_is_elsewhere(const Phrase *phrase, size_t i)
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
