/*
 * phrase.c - see phrase.h.
 */
#include "phrase.h"

#include <string.h>

Phrase mn_phrase(MnText sentence, MnWord words[PHRASE_WORDS])
{
    size_t at = 0;
    Phrase phrase = {sentence, words, 0};

    phrase.count =
        mn_words(sentence, &at, mn_restricted_words, mn_restricted_word_count, words, PHRASE_WORDS);
    return phrase;
}

bool mn_phrase_is(const Phrase *phrase, size_t i, const char *lower)
{
    return i < phrase->count && mn_word_is(phrase->text, &phrase->words[i], lower);
}

bool mn_phrase_kind(const Phrase *phrase, size_t i, RestrictedKind kind)
{
    return i < phrase->count && phrase->words[i].kind == kind;
}

size_t mn_phrase_find(const Phrase *phrase, size_t from, const char *lower)
{
    while (from < phrase->count && !mn_phrase_is(phrase, from, lower)) {
        from++;
    }
    return from;
}

size_t mn_phrase_find_kind(const Phrase *phrase, size_t from, RestrictedKind kind)
{
    while (from < phrase->count && phrase->words[from].kind != kind) {
        from++;
    }
    return from;
}

bool mn_phrase_public(const Phrase *phrase, size_t i)
{
    static const char *const others[] = {
        "holiday",  "holidays",  "transport", "sector",  "health",     "realm",   "toilets",
        "works",    "open",      "land",      "highway", "house",      "houses",  "consultation",
        "question", "questions", "interest",  "service", "services",   "use",     "ownership",
        "inquiry",  "enquiry",   "hearing",   "toilet",  "libraries",  "library", "money",
        "funds",    "space",     "spaces",    "art",     "protection", "safety",  "view"};

    if (!mn_phrase_kind(phrase, i, R_PUBLIC)) {
        return false;
    }
    for (size_t k = 0; k < sizeof(others) / sizeof(others[0]); k++) {
        if (mn_phrase_is(phrase, i + 1, others[k])) {
            return false;
        }
    }
    return true;
}

/* Whether word i is the first word of the list; one that ends in * stands for all that begin so. */
static bool matches(const Phrase *phrase, size_t i, const char *word, size_t len)
{
    const MnWord *w = &phrase->words[i];
    MnText letters = {phrase->text.data + w->start, w->len};

    if (len > 0 && word[len - 1] == '*') {
        return mn_begins(letters, (MnText){word, len - 1});
    }
    return mn_same(letters, (MnText){word, len});
}

/* The same from word i on, the first word standing just there. */
static bool has_here(const Phrase *phrase, size_t i, const char *words, size_t gap)
{
    while (*words != '\0') {
        size_t len = strcspn(words, " ");
        size_t end = i + gap;

        while (!matches(phrase, i, words, len)) {
            if (++i >= phrase->count || i > end) {
                return false;
            }
        }
        words += len;
        words += *words == ' ';
        i++;
        if (*words != '\0' && i >= phrase->count) {
            return false;
        }
    }
    return true;
}

bool mn_phrase_has(const Phrase *phrase, const char *words, size_t gap)
{
    size_t len = strcspn(words, " ");

    for (size_t i = 0; i < phrase->count; i++) {
        if (matches(phrase, i, words, len) && has_here(phrase, i, words, gap)) {
            return true;
        }
    }
    return false;
}

/* ---- grounds ---- */

static const struct {
    const char *words;
    size_t gap;
    MnGround ground;
} wordings[] = {
    {"prevention investigation prosecution", 4, MN_CRIME_PREVENTION},
    {"prevention detection crime", 4, MN_CRIME_PREVENTION},
    {"prejudice* investigation crime", 5, MN_CRIME_PREVENTION},
    {"investigation of crime", 1, MN_CRIME_PREVENTION},
    {"investigation of offen*", 1, MN_CRIME_PREVENTION},
    {"detection of crime", 1, MN_CRIME_PREVENTION},
    {"tip* off offender*", 4, MN_CRIME_PREVENTION},
    {"alert* offender*", 3, MN_CRIME_PREVENTION},
    {"alert* suspect*", 3, MN_CRIME_PREVENTION},
    {"action taken connection crime", 12, MN_CRIME_PREVENTION},
    {"investigation prosecution crime", 5, MN_CRIME_PREVENTION},
    {"prevent* investigate prosecute", 4, MN_CRIME_PREVENTION},
    {"prevent* detect* crime", 5, MN_CRIME_PREVENTION},
    {"prevent* crime", 6, MN_CRIME_PREVENTION},
    {"prosecut* crime", 5, MN_CRIME_PREVENTION},
    {"prosecut* offen*", 5, MN_CRIME_PREVENTION},
    {"detectives", 1, MN_POLICE_INVESTIGATION},
    {"police operation*", 3, MN_POLICE_INVESTIGATION},
    {"until statistic*", 8, MN_EMBARGOED_STATISTICS},
    {"embargo*", 1, MN_EMBARGOED_STATISTICS},
    {"victim*", 1, MN_VICTIM},
    {"survivor*", 1, MN_VICTIM},
    {"bereaved famil*", 2, MN_VICTIM},
    {"financial affairs", 4, MN_FINANCIAL},
    {"business affairs", 2, MN_FINANCIAL},
    {"commercial*", 1, MN_FINANCIAL},
    {"financial* sensitive", 3, MN_FINANCIAL},
    {"financial information", 2, MN_FINANCIAL},
    {"financial details", 2, MN_FINANCIAL},
    {"business sensitiv*", 2, MN_FINANCIAL},
    {"tender*", 1, MN_FINANCIAL},
    {"bidder*", 1, MN_FINANCIAL},
    {"valuation*", 1, MN_FINANCIAL},
    {"trading position*", 1, MN_FINANCIAL},
    {"trading account*", 1, MN_FINANCIAL},
    {"trading information", 1, MN_FINANCIAL},
    {"financial position*", 1, MN_FINANCIAL},
    {"financial standing", 1, MN_FINANCIAL},
    {"trade secret*", 1, MN_FINANCIAL},
    {"prices quoted", 2, MN_FINANCIAL},
    {"quoted price*", 1, MN_FINANCIAL},
    {"bids received", 2, MN_FINANCIAL},
    {"bid price*", 1, MN_FINANCIAL},
    {"unit price*", 1, MN_FINANCIAL},
    {"negotiation* price", 4, MN_FINANCIAL},
    {"negotiation* purchase", 4, MN_FINANCIAL},
    {"negotiation* sale", 4, MN_FINANCIAL},
    {"negotiating position*", 1, MN_FINANCIAL},
    {"bargaining position*", 1, MN_FINANCIAL},
    {"firm* accounts", 1, MN_FINANCIAL},
    {"company* accounts", 1, MN_FINANCIAL},
    {"contract price*", 2, MN_FINANCIAL},
    {"litigation", 1, MN_LEGAL_PRIVILEGE},
    {"advice solicitor*", 4, MN_LEGAL_PRIVILEGE},
    {"advice barrister*", 4, MN_LEGAL_PRIVILEGE},
    {"legally privileged", 1, MN_LEGAL_PRIVILEGE},
    {"legal* privilege*", 3, MN_LEGAL_PRIVILEGE},
    {"professional privilege", 2, MN_LEGAL_PRIVILEGE},
    {"legal advice", 2, MN_LEGAL_PRIVILEGE},
    {"legal proceedings", 2, MN_LEGAL_PRIVILEGE},
    {"advice counsel", 3, MN_LEGAL_PRIVILEGE},
    {"counsel's advice", 2, MN_LEGAL_PRIVILEGE},
    {"counsel’s advice", 2, MN_LEGAL_PRIVILEGE},
    {"counsel* advice", 2, MN_LEGAL_PRIVILEGE},
    {"counsel's opinion", 2, MN_LEGAL_PRIVILEGE},
    {"counsel’s opinion", 2, MN_LEGAL_PRIVILEGE},
    {"opinion counsel", 3, MN_LEGAL_PRIVILEGE},
    {"opinion leading counsel", 3, MN_LEGAL_PRIVILEGE},
    {"advice privileged", 3, MN_LEGAL_PRIVILEGE},
    {"privileged advice", 1, MN_LEGAL_PRIVILEGE},
    {"privileged correspondence", 1, MN_LEGAL_PRIVILEGE},
    {"solicitor* advice", 2, MN_LEGAL_PRIVILEGE},
    {"solicitor* advised", 2, MN_LEGAL_PRIVILEGE},
    {"barrister* advice", 2, MN_LEGAL_PRIVILEGE},
    {"identity individual*", 4, MN_IDENTITY},
    {"identify individual*", 4, MN_IDENTITY},
    {"identify an individual", 2, MN_IDENTITY},
    {"identity person*", 4, MN_IDENTITY},
    {"identif* individual*", 4, MN_IDENTITY},
    {"individual* identif*", 5, MN_IDENTITY},
    {"people identified", 4, MN_IDENTITY},
    {"persons identified", 4, MN_IDENTITY},
    {"avoid identifying", 1, MN_IDENTITY},
    {"identify* those", 2, MN_IDENTITY},
    {"identify* persons", 2, MN_IDENTITY},
    {"identify* people", 2, MN_IDENTITY},
    {"identify* famil*", 2, MN_IDENTITY},
    {"identify* child*", 2, MN_IDENTITY},
    {"identify* patient*", 2, MN_IDENTITY},
    {"identifiable", 0, MN_INDIVIDUAL},
    {"patient information", 1, MN_INDIVIDUAL},
    {"patient data", 1, MN_INDIVIDUAL},
    {"patient details", 1, MN_INDIVIDUAL},
    {"information about patients", 2, MN_INDIVIDUAL},
    {"personal nature", 2, MN_INDIVIDUAL},
    {"personal matter*", 2, MN_INDIVIDUAL},
    {"named individual*", 2, MN_INDIVIDUAL},
    {"named person*", 2, MN_INDIVIDUAL},
    {"named child*", 2, MN_INDIVIDUAL},
    {"named patient*", 2, MN_INDIVIDUAL},
    {"named resident*", 2, MN_INDIVIDUAL},
    {"named tenant*", 2, MN_INDIVIDUAL},
    {"name* individual*", 3, MN_INDIVIDUAL},
    {"employee* by name", 2, MN_INDIVIDUAL},
    {"staff by name", 2, MN_INDIVIDUAL},
    {"people by name", 2, MN_INDIVIDUAL},
    {"individuals by name", 2, MN_INDIVIDUAL},
    {"named staff", 2, MN_INDIVIDUAL},
    {"clerk's salary", 2, MN_INDIVIDUAL},
    {"salary of", 2, MN_INDIVIDUAL},
    {"health of an", 2, MN_INDIVIDUAL},
    {"medical information", 2, MN_INDIVIDUAL},
    {"medical details", 2, MN_INDIVIDUAL},
    {"medical history", 2, MN_INDIVIDUAL},
    {"individual trader*", 1, MN_INDIVIDUAL},
    {"individual tenant*", 1, MN_INDIVIDUAL},
    {"individual patient*", 1, MN_INDIVIDUAL},
    {"individual child*", 1, MN_INDIVIDUAL},
    {"individual pupil*", 1, MN_INDIVIDUAL},
    {"individual member*", 1, MN_INDIVIDUAL},
    {"individual staff", 1, MN_INDIVIDUAL},
    {"individual's", 0, MN_INDIVIDUAL},
    {"individual employee*", 1, MN_INDIVIDUAL},
    {"individual officer*", 1, MN_INDIVIDUAL},
    {"individual resident*", 1, MN_INDIVIDUAL},
    {"concern* individual*", 4, MN_INDIVIDUAL},
    {"named employee*", 2, MN_INDIVIDUAL},
    {"named officer*", 2, MN_INDIVIDUAL},
    {"particular employee*", 1, MN_INDIVIDUAL},
    {"an employee", 0, MN_INDIVIDUAL},
    {"an employee's", 0, MN_INDIVIDUAL},
    {"a member of staff", 0, MN_INDIVIDUAL},
    {"disciplinary", 1, MN_INDIVIDUAL},
    {"grievance", 1, MN_INDIVIDUAL},
    {"relat* any individual", 3, MN_INDIVIDUAL},
    {"relat* individual*", 4, MN_INDIVIDUAL},
    {"about individual*", 3, MN_INDIVIDUAL},
    {"individual cases", 2, MN_INDIVIDUAL},
    {"personal information", 2, MN_INDIVIDUAL},
    {"personal data", 2, MN_INDIVIDUAL},
    {"personal details", 2, MN_INDIVIDUAL},
    {"personal circumstances", 2, MN_INDIVIDUAL},
    {"personnel matter*", 2, MN_INDIVIDUAL},
    {"personnel issue*", 2, MN_INDIVIDUAL},
    {"personnel reasons", 2, MN_INDIVIDUAL},
    {"staff matter*", 2, MN_INDIVIDUAL},
    {"staffing matter*", 2, MN_INDIVIDUAL},
    {"staffing issue*", 2, MN_INDIVIDUAL},
    {"staffing reasons", 2, MN_INDIVIDUAL},
    {"labour relations", 2, MN_LABOUR_RELATIONS},
    {"consultation* negotiation*", 4, MN_LABOUR_RELATIONS},
    {"negotiation* employees", 12, MN_LABOUR_RELATIONS},
    {"consultation* employees", 12, MN_LABOUR_RELATIONS},
    {"talks union*", 5, MN_LABOUR_RELATIONS},
    {"discussions union*", 5, MN_LABOUR_RELATIONS},
    {"pay negotiation*", 2, MN_LABOUR_RELATIONS},
    {"pay talks", 2, MN_LABOUR_RELATIONS},
    {"negotiation* staff", 6, MN_LABOUR_RELATIONS},
    {"consultation* staff", 6, MN_LABOUR_RELATIONS},
    {"negotiation* union*", 6, MN_LABOUR_RELATIONS},
    {"consultation* union*", 6, MN_LABOUR_RELATIONS},
    {"notice requirements imposed", 12, MN_NOTICE_OR_ORDER},
    {"notice imposing requirements", 6, MN_NOTICE_OR_ORDER},
    {"give notice enactment", 8, MN_NOTICE_OR_ORDER},
    {"serve* notice*", 5, MN_NOTICE_OR_ORDER},
    {"issue* notice*", 4, MN_NOTICE_OR_ORDER},
    {"make* order", 3, MN_NOTICE_OR_ORDER},
    {"propos* notice*", 6, MN_NOTICE_OR_ORDER},
    {"enforcement notice*", 1, MN_NOTICE_OR_ORDER},
    {"make order direction", 6, MN_NOTICE_OR_ORDER},
    {"100a 3", 4, MN_CONFIDENTIAL},
    {"100 a 3", 4, MN_CONFIDENTIAL},
    {"100a 2", 4, MN_CONFIDENTIAL},
    {"100 a 2", 4, MN_CONFIDENTIAL},
    {"confidential information", 1, MN_CONFIDENTIAL},
    {"confidential nature", 1, MN_CONFIDENTIAL},
    {"supplied confidence government", 8, MN_CONFIDENTIAL},
    {"government department confidence", 10, MN_CONFIDENTIAL},
    {"disclosure prohibited", 8, MN_CONFIDENTIAL},
};

/* Whether word i begins like one of the list. */
static bool begins_like(const Phrase *phrase, size_t i, const char *const *stems, size_t count)
{
    MnText letters = {phrase->text.data + phrase->words[i].start, phrase->words[i].len};

    for (size_t k = 0; k < count; k++) {
        if (mn_begins(letters, (MnText){stems[k], strlen(stems[k])})) {
            return true;
        }
    }
    return false;
}

#define LIKE(phrase, i, list) begins_like(phrase, i, list, sizeof(list) / sizeof((list)[0]))

/*
 * Statistics that are not out yet: a noun of figures, a word of their release, and one that says it is still to come, in any
 * order ("statistics that the ministry had yet to release", "until the figures come out", "provisional data").
 */
static bool names_embargo(const Phrase *phrase)
{
    static const char *const nouns[] = {"statistic", "figure", "data", "results", "numbers"};
    static const char *const releases[] = {"releas", "publish", "publication", "public", "issue",
                                           "come",   "came",    "announce",    "appear"};
    static const char *const waits[] = {"until", "before", "ahead",    "pending",   "yet",
                                        "not",   "await",  "still",    "prior",     "til",
                                        "due",   "once",   "forthcom", "subsequent"};
    static const char *const alone[] = {"unpublish", "unreleas", "provisional", "embargo"};
    bool noun = false;
    bool release = false;
    bool wait = false;

    for (size_t i = 0; i < phrase->count; i++) {
        if (phrase->words[i].mark != 'w') {
            continue;
        }
        if (LIKE(phrase, i, alone)) {
            release = wait = true;
        }
        noun = noun || LIKE(phrase, i, nouns);
        release = release || LIKE(phrase, i, releases);
        wait = wait || mn_phrase_is(phrase, i, "pre") ||
               (LIKE(phrase, i, waits) &&
                !(mn_phrase_is(phrase, i, "due") && mn_phrase_is(phrase, i + 1, "to")) &&
                !(mn_phrase_is(phrase, i, "not") && !mn_phrase_is(phrase, i + 1, "yet") &&
                  !(mn_phrase_is(phrase, i + 1, "been") &&
                    mn_phrase_find_kind(phrase, i, R_CAUSE) == phrase->count)));
    }
    return noun && release && wait;
}

/* Inquiries of the police: their name or a word of crime beside investigations, or inquiries that are said to go on. */
static bool names_investigation(const Phrase *phrase)
{
    static const char *const inquiries[] = {"investigat", "enquir", "inquir"};
    static const char *const forces[] = {"police",   "constabular", "force",  "detective", "cid",
                                         "criminal", "homicide",    "murder", "officers"};
    static const char *const lives[] = {"ongoing", "live",    "active",  "continuing",
                                        "current", "pending", "running", "unconcluded"};

    for (size_t i = 0; i < phrase->count; i++) {
        bool statute;

        if (phrase->words[i].mark != 'w' || !LIKE(phrase, i, inquiries)) {
            continue;
        }
        /* the Acts' "prevention, investigation or prosecution of crime" */
        statute = mn_phrase_is(phrase, i + 2, "prosecution") ||
                  mn_phrase_is(phrase, i + 3, "prosecution") ||
                  mn_phrase_is(phrase, i + 2, "prosecute") || mn_phrase_is(phrase, i + 2, "of");
        for (size_t k = i > 8 ? i - 8 : 0; !statute && k < phrase->count && k < i + 8; k++) {
            if (phrase->words[k].mark == 'w' &&
                (LIKE(phrase, k, forces) || (k < i && i - k < 3 && LIKE(phrase, k, lives)))) {
                return true;
            }
        }
    }
    return false;
}

/* "intelligence", but not "an intelligence tool" or "intelligence led". */
static bool names_intelligence(const Phrase *phrase)
{
    for (size_t i = mn_phrase_find(phrase, 0, "intelligence"); i < phrase->count;
         i = mn_phrase_find(phrase, i + 1, "intelligence")) {
        size_t next = i + 1 + (i + 1 < phrase->count && phrase->words[i + 1].mark == '-');

        if (!mn_phrase_is(phrase, next, "tool") && !mn_phrase_is(phrase, next, "tools") &&
            !mn_phrase_is(phrase, next, "led") && !mn_phrase_is(phrase, next, "purposes")) {
            return true;
        }
    }
    return false;
}

MnNation mn_phrase_nation(const Phrase *phrase, MnNation nation)
{
    if (mn_phrase_has(phrase, "part 4 schedule", 4) || mn_phrase_has(phrase, "rhan 4", 2) ||
        mn_phrase_has(phrase, "o ran 4", 1)) {
        return MN_WALES;
    }
    if (mn_phrase_has(phrase, "schedule 7 a", 2) || mn_phrase_has(phrase, "schedule 7a", 2)) {
        return MN_SCOTLAND;
    }
    if (mn_phrase_has(phrase, "schedule 6", 1) || mn_phrase_has(phrase, "northern ireland", 1)) {
        return MN_NORTHERN_IRELAND;
    }
    return nation;
}

size_t mn_phrase_paragraphs(const Phrase *phrase, size_t from, size_t to,
                            int paragraphs[MN_PARAGRAPHS_MAX], size_t count)
{
    for (size_t i = from; i < to; i++) {
        size_t k = i + 1;
        int first = -1;

        /* a constitution's own categories are not the schedule's; "category 5 of Schedule 12A" is */
        if (!mn_phrase_kind(phrase, i, R_PARAGRAPH) ||
            ((mn_phrase_is(phrase, i, "category") || mn_phrase_is(phrase, i, "categories")) &&
             mn_phrase_find(phrase, i, "schedule") > i + 12)) {
            continue;
        }
        /* "paragraphs 3, 5 and 7", "paragraph(s) 3", "paras 1-3", "Paragraphs: 3"; a constitution's "10.4" is none */
        while (k < to) {
            const MnWord *word = &phrase->words[k];
            bool decimal = word->mark == '0' && k + 2 < phrase->count &&
                           phrase->words[k + 1].mark == '.' && phrase->words[k + 2].mark == '0' &&
                           !phrase->words[k + 2].spaced;

            if (decimal) {
                k += 3;
                break;
            }
            if (word->mark == '0') {
                int low = word->number;

                if (first > 0 && low > first && low - first < MN_PARAGRAPHS_MAX) {
                    low = first + 1;
                }
                for (; low >= 1 && low <= word->number && word->number <= 99; low++) {
                    bool known = false;

                    for (size_t p = 0; p < count; p++) {
                        known = known || paragraphs[p] == low;
                    }
                    if (!known && count < MN_PARAGRAPHS_MAX) {
                        paragraphs[count++] = low;
                    }
                }
                first = -1;
            } else if ((word->mark == '-' || mn_phrase_is(phrase, k, "to")) && k > i + 1 &&
                       phrase->words[k - 1].mark == '0') {
                first = phrase->words[k - 1].number;
            } else if (strchr(",:&;/", word->mark) == NULL && !mn_phrase_is(phrase, k, "and") &&
                       !mn_phrase_is(phrase, k, "or") && !mn_phrase_is(phrase, k, "s") &&
                       word->mark != '(' && word->mark != ')' && word->mark != '.' &&
                       !mn_phrase_is(phrase, k, "number") && !mn_phrase_is(phrase, k, "numbers") &&
                       !mn_phrase_is(phrase, k, "no") && !mn_phrase_is(phrase, k, "nos") &&
                       !mn_phrase_is(phrase, k, "paragraph") && !mn_phrase_is(phrase, k, "au") &&
                       !(word->mark == 'w' && word->len == 1 && !word->spaced)) {
                break;
            }
            k++;
        }
        i = k - 1;
    }
    return count;
}

MnRestriction mn_phrase_grounds(const Phrase *phrase, MnNation nation, MnDate on)
{
    int paragraphs[MN_PARAGRAPHS_MAX];
    size_t count = 0;
    MnRestriction grounds = 0;
    bool own_rules =
        mn_phrase_has(phrase, "access information procedure", 4) ||
        (mn_phrase_has(phrase, "categor*", 1) && !mn_phrase_has(phrase, "categor* schedule", 12));

    for (size_t i = 0; i < sizeof(wordings) / sizeof(wordings[0]); i++) {
        if (mn_phrase_has(phrase, wordings[i].words, wordings[i].gap)) {
            grounds |= MN_GROUND_BIT(wordings[i].ground);
        }
    }
    if ((grounds & MN_GROUND_BIT(MN_IDENTITY)) != 0 &&
        !mn_phrase_has(phrase, "relat* individual*", 4)) {
        grounds &= ~MN_GROUND_BIT(MN_INDIVIDUAL);
    }
    /* "restricted to named officers": who may read, not whom it is about */
    if (mn_phrase_has(phrase, "to named officer*", 0)) {
        grounds &= ~MN_GROUND_BIT(MN_INDIVIDUAL);
    }
    if (names_embargo(phrase)) {
        grounds |= MN_GROUND_BIT(MN_EMBARGOED_STATISTICS);
    }
    if (names_investigation(phrase)) {
        grounds |= MN_GROUND_BIT(MN_POLICE_INVESTIGATION);
    }
    if (names_intelligence(phrase)) {
        grounds |= MN_GROUND_BIT(MN_INTELLIGENCE);
    }
    if (!own_rules) {
        count = mn_phrase_paragraphs(phrase, 0, phrase->count, paragraphs, 0);
    }
    if (count > 0) {
        MnRestriction cited =
            mn_paragraph_grounds(paragraphs, count, mn_phrase_nation(phrase, nation), on);
        MnRestriction unstated = MN_GROUND_BIT(MN_UNSTATED);

        /* What is cited says it exactly; "confidential" is then but a word. */
        grounds &= ~MN_GROUND_BIT(MN_CONFIDENTIAL);
        grounds |= grounds != 0 ? cited & ~unstated : cited;
    }
    return grounds;
}

MnRegime mn_phrase_regime(const Phrase *phrase)
{
    if (mn_phrase_has(phrase, "admission meetings", 3) ||
        mn_phrase_has(phrase, "admissions meetings", 3) ||
        (mn_phrase_has(phrase, "act 1960", 1) && mn_phrase_has(phrase, "public bodies", 1))) {
        return MN_REGIME_ADMISSION_ACT;
    }
    if (mn_phrase_has(phrase, "schedule 12*", 1) || mn_phrase_has(phrase, "schedule 7*", 1) ||
        mn_phrase_has(phrase, "schedule 6", 1) || mn_phrase_has(phrase, "exempt", 1) ||
        mn_phrase_has(phrase, "atodlen 12*", 1) || mn_phrase_has(phrase, "100a 4", 3) ||
        mn_phrase_has(phrase, "100 a 4", 4) || mn_phrase_has(phrase, "50a 4", 3) ||
        mn_phrase_has(phrase, "42 4", 3) || mn_phrase_has(phrase, "section 100*", 1)) {
        if (!mn_phrase_has(phrase, "exempt", 1) &&
            (mn_phrase_has(phrase, "100a 3", 3) || mn_phrase_has(phrase, "100a 2", 3) ||
             mn_phrase_has(phrase, "100 a 3", 4) || mn_phrase_has(phrase, "100 a 2", 4))) {
            return MN_REGIME_CONFIDENTIAL;
        }
        return MN_REGIME_EXEMPT;
    }
    return mn_phrase_has(phrase, "confidential information", 1) ? MN_REGIME_CONFIDENTIAL
                                                                : MN_REGIME_NONE;
}
