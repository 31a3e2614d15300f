/*
 * restricted.c - an item's restriction from its own title and words.
 */
#include "restricted.h"

#include "statement.h"
#include "sentence.h"

/* What a body's sentences state, all together. */
typedef struct BodyStatement {
    Statement statement;
    MnRestriction grounds;       /* named where it is stated */
    MnRestriction taken_grounds; /* named where a restricted report is but described */
    bool word_confidential;      /* said to be confidential, and no more */
    MnSpan reason; /* the first sentence with a cause, else the first that states it */
    bool has_cause;
} BodyStatement;

static bool within(MnSpan outer, MnSpan inner)
{
    return inner.start >= outer.start && inner.start + inner.len <= outer.start + outer.len;
}

/* "The helpline was free. It is confidential.": what a pronoun stands for when the sentence before names no paper. */
static bool is_of_service(const Phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++) {
        if (mn_is_thing(phrase, i)) {
            return false;
        }
    }
    return mn_is_ordinary(phrase, 0, phrase->count);
}

/*
 * What a sentence states. "This report" is another one where one of the two sentences before spoke of a paper kept elsewhere; these are
 * only looked at where it matters.
 */
static Statement statement_after(MnText body, MnSpan sentence, const MnSpan before[2],
                                 MnWord words[PHRASE_WORDS], Phrase *phrase)
{
    bool other = false;
    bool pronoun;
    Statement statement;

    *phrase = mn_phrase(mn_slice(body, sentence), words);
    statement = mn_statement(phrase, false);
    if (statement == STATES_NOTHING) {
        return statement;
    }
    pronoun = mn_phrase_is(phrase, 0, "it") || mn_phrase_is(phrase, 0, "they");
    for (int i = 0; i < 2; i++) {
        *phrase = mn_phrase(mn_slice(body, before[i]), words);
        other = other || mn_speaks_of_other(phrase) || (i == 0 && pronoun && is_of_service(phrase));
    }
    *phrase = mn_phrase(mn_slice(body, sentence), words);
    return other ? mn_statement(phrase, true) : statement;
}

/*
 * Whether a sentence of a resolution to exclude the public is no word on the item that holds it: it resolves, names what follows, or
 * ends the item's own business ("... was noted. The meeting then went into private session.").
 */
static bool closes_others(MnText body, MnSpan sentence)
{
    MnWord words[PHRASE_WORDS];
    Phrase phrase = mn_phrase(mn_slice(body, sentence), words);
    bool thing = mn_phrase_find_kind(&phrase, 0, R_THING) < phrase.count ||
                 mn_phrase_find(&phrase, 0, "item") < phrase.count;
    bool next = mn_phrase_find(&phrase, 0, "following") < phrase.count ||
                mn_phrase_find(&phrase, 0, "next") < phrase.count ||
                mn_phrase_find_kind(&phrase, 0, R_REST) < phrase.count;
    size_t end = sentence.start + sentence.len;
    bool last = mn_trim((MnText){body.data + end, body.len - end}).len < 4;

    if (next || mn_phrase_find_kind(&phrase, 0, R_RESOLVE) < phrase.count ||
        (mn_phrase_find_kind(&phrase, 0, R_EXCLUDE) < phrase.count &&
         mn_phrase_find_kind(&phrase, 0, R_PUBLIC) < phrase.count && !mn_states_private(&phrase))) {
        return true;
    }
    return !thing && last && sentence.start > 0;
}

/* Whether the title is of the exclusion itself, or of private business at large, and not of one piece of business. */
static bool is_title_of_exclusion(MnText title)
{
    MnWord words[PHRASE_WORDS];
    Phrase phrase = mn_phrase(title, words);
    bool opens_public;

    return mn_phrase_find_kind(&phrase, 0, R_EXCLUDE) < phrase.count ||
           mn_heading_is_private(title, &opens_public);
}

/*
 * Whether the item goes on in private behind the resolution that it holds: it says of no other items that the public were excluded
 * for them, and has business behind it.
 */
static bool goes_on_in_private(MnText title, MnText body, const MnExclusion *exclusion)
{
    MnWord words[PHRASE_WORDS];
    size_t at = exclusion->matched.start + exclusion->matched.len;
    MnSpan sentence;

    if (exclusion->names_next || exclusion->item_count > 0 || is_title_of_exclusion(title)) {
        return false;
    }
    while (mn_next_sentence(body, &at, &sentence)) {
        Phrase phrase = mn_phrase(mn_slice(body, sentence), words);

        if (mn_phrase_find(&phrase, 0, "closed") == phrase.count &&
            mn_phrase_find(&phrase, 0, "ended") == phrase.count &&
            mn_phrase_find(&phrase, 0, "adjourned") == phrase.count && phrase.count > 3) {
            return true;
        }
        for (size_t i = 0; i < phrase.count; i++) {
            if (phrase.words[i].kind == R_TAKE || phrase.words[i].kind == R_RESOLVE) {
                return true;
            }
        }
    }
    return false;
}

/* Reads the body's sentences, those of `except` (an exclusion for other items) left out. */
static void read_body(MnText body, MnSpan except, MnNation nation, MnDate on, BodyStatement *said)
{
    MnWord words[PHRASE_WORDS];
    size_t at = 0;
    MnSpan sentence;
    MnSpan before[2] = {{0, 0}, {0, 0}}; /* the sentences before, the nearer one first */

    *said = (BodyStatement){.statement = STATES_NOTHING};
    while (mn_next_sentence(body, &at, &sentence)) {
        MnText text = mn_slice(body, sentence);
        Phrase phrase;
        Statement statement;
        bool cause;

        if (!mn_may_restrict(text) ||
            (except.len > 0 && within(except, sentence) && closes_others(body, sentence))) {
            before[1] = before[0];
            before[0] = sentence;
            continue;
        }
        statement = statement_after(body, sentence, before, words, &phrase);
        before[1] = before[0];
        before[0] = sentence;
        if (statement == STATES_NOTHING) {
            continue;
        }
        cause = mn_phrase_find_kind(&phrase, 0, R_CAUSE) < phrase.count;
        *(statement == STATES_RESTRICTED ? &said->grounds : &said->taken_grounds) |=
            mn_phrase_grounds(&phrase, nation, on);
        for (size_t i = 0; i < phrase.count; i++) {
            said->word_confidential =
                said->word_confidential ||
                (phrase.words[i].kind == R_MARK && phrase.words[i].value == MARK_CONFIDENTIAL) ||
                mn_phrase_is(&phrase, i, "confidentiality") ||
                mn_phrase_is(&phrase, i, "confidentially") ||
                (mn_phrase_is(&phrase, i, "confidence") && i > 0 &&
                 (mn_phrase_is(&phrase, i - 1, "in") || mn_phrase_is(&phrase, i - 1, "strict")));
        }
        if (statement == STATES_RESTRICTED &&
            (said->statement < STATES_RESTRICTED || (cause && !said->has_cause))) {
            said->reason = sentence;
            said->has_cause = cause;
        }
        said->statement = statement > said->statement ? statement : said->statement;
    }
}

/* The grounds that a title's mark names; the rest of the title is the item's subject, which is no ground. */
static MnRestriction mark_grounds(MnText title, MnText bare, MnNation nation, MnDate on)
{
    MnWord words[PHRASE_WORDS];
    const char *behind = bare.data + bare.len;
    Phrase phrase = mn_phrase(
        (MnText){title.data, bare.len > 0 ? (size_t) (bare.data - title.data) : title.len}, words);
    MnRestriction grounds = mn_phrase_grounds(&phrase, nation, on);

    phrase = mn_phrase((MnText){behind, (size_t) (title.data + title.len - behind)}, words);
    return grounds | mn_phrase_grounds(&phrase, nation, on);
}

/* "Members did not discuss the exempt appendix", "The appendix was not referred to"; not "was not discussed in public". */
static bool leaves_piece_out(const Phrase *phrase)
{
    static const char *const acts[] = {"not discuss*",     "not refer*",     "not consider*",
                                       "without discuss*", "without refer*", "not need discuss*",
                                       "without consider*"};
    bool left_out = false;

    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
        left_out = left_out || mn_phrase_has(phrase, acts[i], 2);
    }
    return left_out && mn_phrase_find_kind(phrase, 0, R_PIECE) < phrase->count &&
           mn_phrase_find_kind(phrase, 0, R_WOULD) == phrase->count &&
           mn_phrase_find_kind(phrase, 0, R_IF) == phrase->count &&
           !mn_phrase_has(phrase, "discuss* in public", 4) &&
           !mn_phrase_has(phrase, "discuss* in open", 4) &&
           !mn_phrase_has(phrase, "consider* in public", 4) &&
           !mn_phrase_has(phrase, "consider* in open", 4) && !mn_phrase_has(phrase, "in part", 0) &&
           !mn_phrase_has(phrase, "in the presence", 0);
}

bool mn_piece_not_discussed(MnText title, MnText body)
{
    MnWord words[PHRASE_WORDS];
    Phrase phrase = mn_phrase(title, words);
    size_t mark = mn_phrase_find_kind(&phrase, 0, R_MARK);
    MnSpan sentence;
    size_t at = 0;

    if (mark > 1 || !mn_phrase_kind(&phrase, mark + 1, R_PIECE)) {
        return false;
    }
    while (mn_next_sentence(body, &at, &sentence)) {
        phrase = mn_phrase(mn_slice(body, sentence), words);
        if (leaves_piece_out(&phrase)) {
            return true;
        }
    }
    return false;
}

/* Whether a part's heading was taken as an item, and the body says that it had none: "No items were to be considered in private". */
static bool is_empty_part(MnText title, MnText body)
{
    static const char *const nones[] = {"no items",  "no business",     "no matters",
                                        "no item",   "no reports",      "no private",
                                        "no exempt", "no confidential", "no restricted"};
    MnWord words[PHRASE_WORDS];
    MnSpan sentence;
    size_t at = 0;
    bool opens_public;
    Phrase phrase;

    if (body.len == 0 || !mn_heading_is_private(title, &opens_public) ||
        !mn_next_sentence(body, &at, &sentence)) {
        return false;
    }
    phrase = mn_phrase(mn_slice(body, sentence), words);
    for (size_t i = 0; i < sizeof(nones) / sizeof(nones[0]); i++) {
        if (mn_phrase_find_kind(&phrase, 0, R_NOT) < 3 && mn_phrase_has(&phrase, nones[i], 0)) {
            return !mn_next_sentence(body, &at, &sentence) ||
                   mn_phrase_find_kind(&phrase, 0, R_NOT) == 0;
        }
    }
    return false;
}

MnRestriction mn_classify_restriction(MnText title, MnText body, MnNation nation, MnDate on)
{
    MnWord words[PHRASE_WORDS];
    MnExclusion exclusion;
    BodyStatement said = {.statement = STATES_NOTHING};
    MnRestriction grounds = 0;
    bool marked = false;
    bool excluded = false;
    bool confidential = false;

    if (title.len > 0) {
        Phrase phrase;

        MnText bare = mn_title_without_mark(title, &marked);

        marked = marked && !mn_piece_not_discussed(title, body) && !is_empty_part(title, body);
        if (marked) {
            grounds |= mark_grounds(title, bare, nation, on);
            phrase = mn_phrase(title, words);
            for (size_t i = 0; i < phrase.count; i++) {
                confidential = confidential || (phrase.words[i].kind == R_MARK &&
                                                phrase.words[i].value == MARK_CONFIDENTIAL);
            }
        }
    }
    if (body.len > 0 && mn_may_restrict(body)) {
        excluded = mn_find_exclusion(body, nation, on, &exclusion);
        read_body(body, excluded ? exclusion.matched : (MnSpan){0, 0}, nation, on, &said);
        if (excluded && (exclusion.names_this || goes_on_in_private(title, body, &exclusion))) {
            grounds |= exclusion.grounds & ~MN_GROUND_BIT(MN_UNSTATED);
        } else {
            excluded = false;
        }
        /* "a confidential report on individual cases" describes; "restricted due to victim information" says why. */
        grounds |= said.grounds != 0 ? said.grounds : said.taken_grounds;
        confidential = confidential || said.word_confidential;
    }
    if (!marked && !excluded && said.statement == STATES_NOTHING) {
        return 0;
    }
    if (grounds == 0) {
        grounds = MN_GROUND_BIT(confidential ? MN_CONFIDENTIAL : MN_UNSTATED);
    }
    return grounds;
}

bool mn_restriction_reason(MnText body, MnSpan *reason)
{
    MnExclusion exclusion;
    BodyStatement said;
    bool excluded;

    *reason = (MnSpan){0, 0};
    if (!mn_may_restrict(body)) {
        return false;
    }
    excluded = mn_find_exclusion(body, MN_ENGLAND, MN_NO_DATE, &exclusion);
    read_body(body, excluded ? exclusion.matched : (MnSpan){0, 0}, MN_ENGLAND, MN_NO_DATE, &said);
    if (said.statement == STATES_RESTRICTED) {
        *reason = said.reason;
        return true;
    }
    if (excluded &&
        (exclusion.names_this || goes_on_in_private((MnText){NULL, 0}, body, &exclusion))) {
        *reason = exclusion.matched;
        return true;
    }
    return false;
}

/* Adds what a phrase cites. */
static void cite(const Phrase *phrase, MnRegime *regime, int paragraphs[MN_PARAGRAPHS_MAX],
                 size_t *count)
{
    MnRegime named = mn_phrase_regime(phrase);
    bool own_rules =
        (mn_phrase_has(phrase, "categor*", 1) && !mn_phrase_has(phrase, "categor* schedule", 12)) ||
        mn_phrase_has(phrase, "access information procedure", 4);

    if (!own_rules) {
        *count = mn_phrase_paragraphs(phrase, 0, phrase->count, paragraphs, *count);
    }
    if (*regime == MN_REGIME_NONE) {
        /* "exempt" by itself is a word, with a schedule or its paragraph it is the law's. */
        bool schedule =
            *count > 0 || mn_phrase_has(phrase, "schedule", 0) || mn_phrase_has(phrase, "act", 0);

        *regime = named == MN_REGIME_EXEMPT && !schedule ? MN_REGIME_NONE : named;
        *regime = *regime == MN_REGIME_NONE && *count > 0 ? MN_REGIME_EXEMPT : *regime;
    }
}

MnRegime mn_cited_regime(MnText title, MnText body, int paragraphs[MN_PARAGRAPHS_MAX],
                         size_t *count)
{
    MnWord words[PHRASE_WORDS];
    MnRegime regime = MN_REGIME_NONE;
    MnSpan sentence;
    MnSpan before[2] = {{0, 0}, {0, 0}};
    bool marked = false;
    size_t at = 0;

    *count = 0;
    if (title.len > 0) {
        mn_title_without_mark(title, &marked);
    }
    if (marked) {
        Phrase phrase = mn_phrase(title, words);

        cite(&phrase, &regime, paragraphs, count);
    }
    while (body.len > 0 && mn_next_sentence(body, &at, &sentence)) {
        Phrase phrase;

        if (mn_may_restrict(mn_slice(body, sentence)) &&
            statement_after(body, sentence, before, words, &phrase) != STATES_NOTHING) {
            cite(&phrase, &regime, paragraphs, count);
        }
        before[1] = before[0];
        before[0] = sentence;
    }
    return regime;
}

/* Whether the sentence is a label that cites: "(Paragraph 7)", "Exempt information, paragraph 3", "Reason: information relating to ...". */
static bool cites_ground(const Phrase *phrase)
{
    size_t paragraph = mn_phrase_find_kind(phrase, 0, R_PARAGRAPH);
    bool law = mn_phrase_find_kind(phrase, 0, R_MARK) < phrase->count ||
               mn_phrase_has(phrase, "schedule", 0) || mn_phrase_has(phrase, "virtue", 0) ||
               mn_phrase_has(phrase, "not for publication", 0) ||
               mn_phrase_has(phrase, "information relat*", 1);

    return law || (paragraph < phrase->count && paragraph < 3);
}

MnRestriction mn_cited_grounds(MnText text, MnNation nation, MnDate on,
                               int paragraphs[MN_PARAGRAPHS_MAX], size_t *count)
{
    MnWord words[PHRASE_WORDS];
    MnRestriction grounds = 0;
    MnSpan sentence;
    size_t at = 0;

    while (mn_next_sentence(text, &at, &sentence)) {
        Phrase phrase = mn_phrase(mn_slice(text, sentence), words);

        if (cites_ground(&phrase)) {
            grounds |= mn_phrase_grounds(&phrase, nation, on);
            *count = mn_phrase_paragraphs(&phrase, 0, phrase.count, paragraphs, *count);
        }
    }
    return grounds & ~(MN_GROUND_BIT(MN_UNSTATED));
}
