/*
 * substitutions.c - see substitutions.h.
 *
 * A substitution is a connecting phrase between two names: the nearest name on each side. Active phrases have the substitute first
 * ("B substituting for A"), passive ones the member ("A substituted by B"); behind an unnamed one ("B attended in his place") the
 * member is he of whom the text spoke last.
 */
#include "substitutions.h"

#include <string.h>

#include "people_words.h"
#include "texts.h"

/* A person and where in the text he is printed. */
typedef struct Named {
    size_t start;
    size_t end;
    Person person;
} Named;

/* Words of one name are looked for among this many. */
#define NAME_WORDS 9

static bool goes_into_name(MnText word)
{
    return is_upper(text_first(word)) || is_name_particle(word) ||
           (word.len > 3 && word.data[1] == '\'' && is_upper((unsigned char) word.data[2]));
}

/* Whether a name cannot go on behind the word: a comma, a bracket, a full stop that is not an abbreviation's. */
static bool ends_name(Arena *arena, MnText word)
{
    size_t len;
    bool plural;
    char last = word.data[word.len - 1];

    if (strchr(",;:)(", last) != NULL) {
        return true;
    }
    return last == '.' && word.len > 2 && word.data[word.len - 2] != '.' &&
           word.data[1] != '.' && /* "J.P." */
           honorific_at(arena, text_of(arena_printf(arena, "%.*s X", (int) word.len, word.data)),
                        &len, &plural) == NULL;
}

static bool is_honoured(Arena *arena, MnText text)
{
    size_t len;
    bool plural;

    return honorific_at(arena, text, &len, &plural) != NULL && len < text.len;
}

/* Whether text is one person, by a family name alone only behind an honorific. */
static bool parse_named(Arena *arena, MnText text, Person *person)
{
    return person_parse(arena, arena_text(arena, text), person) &&
           (person->honorific != NULL || text_words(text_of(person->name)) >= 2);
}

/* Whether `print`, honorific and name, is somebody new behind a word of another name: "Ann Ash | Councillor B. C. Dell". */
static bool begins_another(Arena *arena, MnText word, MnText print)
{
    Person person;

    return text_words(print) >= 2 && is_honoured(arena, print) && !is_office(word) &&
           chair_role(word) == NULL && !is_name_particle(word) &&
           !is_honoured(arena, text_of(arena_printf(arena, "%.*s X", (int) word.len, word.data))) &&
           parse_named(arena, print, &person);
}

/* The name that ends right before byte `end` of text, perhaps with a bracket behind it. */
static bool name_before(Arena *arena, MnText text, size_t end, Named *named)
{
    size_t starts[NAME_WORDS];
    size_t count = 0;
    size_t at;

    while (end > 0 && strchr(" ,\n", text.data[end - 1]) != NULL) {
        end--;
    }
    at = end;
    if (end > 0 && text.data[end - 1] == ')') {
        while (at > 0 && text.data[at - 1] != '(') {
            at--;
        }
        at = at > 0 ? at - 1 : 0;
    }
    while (count < NAME_WORDS) {
        size_t start;
        MnText word;

        while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\n')) {
            at--;
        }
        start = at;
        while (start > 0 && strchr(" \n(", text.data[start - 1]) == NULL) {
            start--;
        }
        word = (MnText){text.data + start, at - start};
        if (count > 0 && at < end && memchr(text.data + at, '\n', starts[count - 1] - at) != NULL &&
            is_honoured(arena, text_after(text, starts[count - 1]))) {
            break; /* the line begins a name of its own */
        }
        if (count > 0 && word.len > 0 &&
            begins_another(arena, word,
                           (MnText){text.data + starts[count - 1], end - starts[count - 1]})) {
            break;
        }
        if (word.len == 0 || !goes_into_name(word) || (count > 0 && ends_name(arena, word))) {
            break;
        }
        starts[count++] = start;
        at = start;
        if (start > 0 && text.data[start - 1] == '(') {
            break;
        }
    }
    for (int honoured = 1; honoured >= 0; honoured--) {
        for (size_t i = count; i > 0; i--) {
            MnText print = {text.data + starts[i - 1], end - starts[i - 1]};

            if ((!honoured || is_honoured(arena, print)) &&
                parse_named(arena, print, &named->person)) {
                named->start = starts[i - 1];
                named->end = end;
                return true;
            }
        }
    }
    return false;
}

/* The same, or he behind whose name a bracket is open: "A (Tarn Housing, deputising for B)". */
static bool subject_before(Arena *arena, MnText text, size_t end, Named *named)
{
    bool found = name_before(arena, text, end, named);
    size_t open = end;

    if (found && named->person.honorific != NULL) {
        return true;
    }
    while (open > 0 && strchr("()\n", text.data[open - 1]) == NULL) {
        open--;
    }
    return (open > 0 && text.data[open - 1] == '(' && name_before(arena, text, open - 1, named)) ||
           found;
}

/* The name that begins right behind byte `from` of text. */
static bool name_after(Arena *arena, MnText text, size_t from, Named *named)
{
    size_t ends[NAME_WORDS];
    size_t count = 0;
    bool plain = false; /* a word that is no honorific was seen */
    size_t at;
    MnText word;

    while (from < text.len && (strchr(" \n:-", text.data[from]) != NULL || text.data[from] == '.' ||
                               mn_begins(text_after(text, from), MN_TEXT("\xE2\x80\x93 ")))) {
        from += (unsigned char) text.data[from] >= 0xE2 ? 3 : 1;
    }
    if (text_begins(text_after(text, from), "the") && from + 4 < text.len) {
        from += 4;
    }
    at = from;
    while (count < NAME_WORDS && text_next_word(text, &at, &word)) {
        size_t len = word.len;

        if (!goes_into_name(word) ||
            (plain && is_honoured(arena, text_after(text, at - word.len)))) {
            break;
        }
        while (len > 0 && strchr(",;:.)", word.data[len - 1]) != NULL) {
            len--;
        }
        plain = plain || !is_honoured(arena, text_after(text, at - word.len));
        ends[count++] = at - word.len + len;
        if (ends_name(arena, word)) {
            break;
        }
    }
    for (size_t i = count; i > 0; i--) {
        if (parse_named(arena, (MnText){text.data + from, ends[i - 1] - from}, &named->person)) {
            named->start = from;
            named->end = ends[i - 1];
            return true;
        }
    }
    return false;
}

/* Text up to `end` without the verbs and articles that it ends with; *plural where one of them says that there were several. */
static size_t without_verbs(MnText text, size_t end, bool *plural)
{
    static const char *const verbs[] = {
        "was",     "were",  "had",        "attended", "attending", "present", "would",     "will",
        "be",      "is",    "are",        "in",       "acted",     "acting",  "has",       "have",
        "also",    "a",     "the",        "named",    "who",       "as",      "been",      "sat",
        "sitting", "came",  "to",         "there",    "serving",   "served",  "appointed", "his",
        "her",     "their", "attendance", "member",   "members",   "instead", "meeting",   NULL};
    bool again = true;

    while (again && end > 0) {
        again = false;
        while (end > 0 && strchr(" ,\n(", text.data[end - 1]) != NULL) {
            end--;
        }
        for (size_t i = 0; verbs[i] != NULL; i++) {
            if (text_ends(text_upto(text, end), verbs[i]) &&
                is_lower((unsigned char) text.data[end - strlen(verbs[i])])) {
                *plural |= strcmp(verbs[i], "were") == 0 || strcmp(verbs[i], "are") == 0 ||
                           strcmp(verbs[i], "have") == 0;
                end -= strlen(verbs[i]);
                again = true;
            }
        }
    }
    return end;
}

void person_name_in_full(const People *people, Capacity capacity, Person *person)
{
    const Person *found = NULL;

    if (strchr(person->name, ' ') != NULL) {
        return;
    }
    for (size_t i = 0; i < people->count; i++) {
        const Person *known = &people->person[i];

        if (known->capacity == capacity && text_ends(text_of(known->name), person->name)) {
            if (found != NULL) {
                return;
            }
            found = known;
        }
    }
    if (found != NULL) {
        person->name = found->name;
    }
}

static void add_pair(Arena *arena, People *people, const Person *substitute, const Person *member,
                     int line)
{
    Person who = *substitute;
    Person whom = *member;

    person_name_in_full(people, CAPACITY_PRESENT, &who);
    person_name_in_full(people, CAPACITY_APOLOGIES, &whom);
    if (mn_same(text_of(who.name), text_of(whom.name))) {
        return;
    }
    who.capacity = CAPACITY_PRESENT;
    who.substitute_for = whom.name;
    who.line = line;
    who.role = who.role != NULL && strcmp(who.role, "Chair") == 0 ? who.role : NULL;
    for (size_t i = 0; i < people->count; i++) {
        Person *known = &people->person[i];

        if (known->capacity != CAPACITY_PRESENT &&
            mn_same(text_of(known->name), text_of(who.name))) {
            if (known->capacity != CAPACITY_APOLOGIES && known->substitute_for == NULL) {
                known->substitute_for = who.substitute_for;
            }
            return;
        }
    }
    people_add(arena, people, &who);
}

/* The stretch before `end` that may list several substitutes. */
static size_t subjects_start(MnText text, size_t end)
{
    static const char *const marks[] = {"; ",    " (", " with ",     " that ",   " noted ",
                                        ": ",    ". ", " absence, ", " whilst ", " while ",
                                        " for ", "\n", " received ", NULL};
    size_t start = 0;

    for (size_t i = 0; marks[i] != NULL; i++) {
        size_t at = 0;

        while ((at = text_search(text, at, marks[i])) < end) {
            at += strlen(marks[i]);
            start = at > start && at <= end ? at : start;
        }
    }
    return start;
}

/* "A and B were substitutes for C and D respectively"; returns the byte behind it, 0 where no two lists stand there. */
static size_t take_several(Arena *arena, People *people, MnText text, size_t before, size_t behind,
                           int line)
{
    People substitutes = {0};
    People members = {0};
    MnText rest = text_after(text, behind);
    static const char *const stops[] = {"respectively", NULL};
    size_t stop = text_search(rest, 0, ";");
    size_t start = subjects_start(text, before);
    size_t first;

    stop = text_search(rest, 0, ")") < stop ? text_search(rest, 0, ")") : stop;
    stop = text_search(rest, 0, ". ") < stop ? text_search(rest, 0, ". ") : stop;
    stop = text_find(rest, 0, stops[0]) < stop ? text_find(rest, 0, stops[0]) : stop;
    people_parse(arena, &substitutes, CAPACITY_PRESENT,
                 arena_text(arena, (MnText){text.data + start, before - start}), line);
    people_parse(arena, &members, CAPACITY_PRESENT,
                 arena_text(arena, text_strip(text_upto(rest, stop), " ,.;")), line);
    if (substitutes.count < 2 || members.count < 2) {
        return 0;
    }
    first = substitutes.count > members.count ? substitutes.count - members.count : 0;
    for (size_t i = first; i < substitutes.count && i - first < members.count; i++) {
        add_pair(arena, people, &substitutes.person[i], &members.person[i - first], line);
    }
    return behind + stop;
}

/* "... and B for A, and D for C" behind a substitution that ends at `at`; returns the byte behind the last one. */
static size_t take_ellipses(Arena *arena, People *people, MnText text, size_t at, int line)
{
    static const char *const joints[] = {", and ", " and ", ", ", "; and ", "; ", NULL};

    for (;;) {
        Named who;
        Named whom;
        size_t next = at;

        for (size_t i = 0; joints[i] != NULL && next == at; i++) {
            if (mn_begins(text_after(text, at), text_of(joints[i]))) {
                next += strlen(joints[i]);
            }
        }
        if (next == at || !name_after(arena, text, next, &who) ||
            !mn_begins(text_after(text, who.end), MN_TEXT(" for ")) ||
            !name_after(arena, text, who.end + 5, &whom)) {
            return at;
        }
        add_pair(arena, people, &who.person, &whom.person, line);
        at = whom.end;
    }
}

/* The one of whom the text before `end` spoke last as absent. */
static const Person *last_absent(const People *people, MnText text, size_t end)
{
    const Person *found = NULL;
    size_t best = 0;

    for (size_t i = 0; i < people->count; i++) {
        const Person *person = &people->person[i];
        size_t at = 0;

        if (person->capacity != CAPACITY_APOLOGIES) {
            continue;
        }
        while ((at = text_find(text, at, person->name)) < end) {
            at += strlen(person->name);
            if (at >= best) {
                best = at;
                found = person;
            }
        }
    }
    return found;
}

typedef enum Form { FORM_ACTIVE, FORM_PASSIVE, FORM_UNNAMED, FORM_PAIR } Form;

typedef struct Phrase {
    const char *words;
    Form form;
    bool opens; /* only right behind an opening bracket */
} Phrase;

static const Phrase phrases[] = {
    {"substituted for", FORM_ACTIVE, false},
    {"substituting for", FORM_ACTIVE, false},
    {"substitutes for", FORM_ACTIVE, false},
    {"substitute for", FORM_ACTIVE, false},
    {"substitute member for", FORM_ACTIVE, false},
    {"substitute members for", FORM_ACTIVE, false},
    {"sub for", FORM_ACTIVE, false},
    {"sub. for", FORM_ACTIVE, false},
    {"subbing for", FORM_ACTIVE, false},
    {"deputised for", FORM_ACTIVE, false},
    {"deputising for", FORM_ACTIVE, false},
    {"deputized for", FORM_ACTIVE, false},
    {"deputizing for", FORM_ACTIVE, false},
    {"in place of", FORM_ACTIVE, false},
    {"in the place of", FORM_ACTIVE, false},
    {"in lieu of", FORM_ACTIVE, false},
    {"attended on behalf of", FORM_ACTIVE, false},
    {"attending on behalf of", FORM_ACTIVE, false},
    {"attended for", FORM_ACTIVE, false},
    {"attending for", FORM_ACTIVE, false},
    {"stood in for", FORM_ACTIVE, false},
    {"standing in for", FORM_ACTIVE, false},
    {"sat for", FORM_ACTIVE, false},
    {"sitting for", FORM_ACTIVE, false},
    {"took the place of", FORM_ACTIVE, false},
    {"taking the place of", FORM_ACTIVE, false},
    {"substituted by", FORM_PASSIVE, false},
    {"replaced by", FORM_PASSIVE, false},
    {"represented by", FORM_PASSIVE, false},
    {"place taken by", FORM_PASSIVE, false},
    {"place was taken by", FORM_PASSIVE, false},
    {"whose substitute was", FORM_PASSIVE, false},
    {"whose substitute is", FORM_PASSIVE, false},
    {"whose deputy was", FORM_PASSIVE, false},
    {"his substitute was", FORM_PASSIVE, false},
    {"her substitute was", FORM_PASSIVE, false},
    {"their substitute was", FORM_PASSIVE, false},
    {"for whom", FORM_PASSIVE, false},
    {"substitute", FORM_PASSIVE, true},
    {"substitute member", FORM_PASSIVE, true},
    {"sub", FORM_PASSIVE, true},
    {"deputy", FORM_PASSIVE, true},
    {"alternate", FORM_PASSIVE, true},
    {"substituting", FORM_UNNAMED, false},
    {"deputising", FORM_UNNAMED, false},
    {"deputizing", FORM_UNNAMED, false},
    {"substituted", FORM_UNNAMED, false},
    {"deputised", FORM_UNNAMED, false},
    {"as substitute", FORM_UNNAMED, false},
    {"as a substitute", FORM_UNNAMED, false},
    {"as the substitute", FORM_UNNAMED, false},
    {"as the duly appointed substitute", FORM_UNNAMED, false},
    {"as duly appointed substitute", FORM_UNNAMED, false},
    {"as duly authorised substitute", FORM_UNNAMED, false},
    {"as the named substitute", FORM_UNNAMED, false},
    {"as named substitute", FORM_UNNAMED, false},
    {"as nominated substitute", FORM_UNNAMED, false},
    {"as his nominated substitute", FORM_UNNAMED, false},
    {"as her nominated substitute", FORM_UNNAMED, false},
    {"as his substitute", FORM_UNNAMED, false},
    {"as her substitute", FORM_UNNAMED, false},
    {"as their substitute", FORM_UNNAMED, false},
    {"to substitute", FORM_UNNAMED, false},
    {"in his place", FORM_UNNAMED, false},
    {"in her place", FORM_UNNAMED, false},
    {"in their place", FORM_UNNAMED, false},
    {"in his stead", FORM_UNNAMED, false},
    {"in her stead", FORM_UNNAMED, false},
    {"in their stead", FORM_UNNAMED, false},
    {"on his behalf", FORM_UNNAMED, false},
    {"on her behalf", FORM_UNNAMED, false},
    {"on their behalf", FORM_UNNAMED, false},
    {"attended instead", FORM_UNNAMED, false},
    {"for", FORM_PAIR, false},
    {"vice", FORM_PAIR, false},
};

/* Whether the phrase `i` stands at byte `at`; then the bytes of it. */
static size_t phrase_at(MnText text, size_t at, size_t i, unsigned kind)
{
    MnText rest = text_after(text, at);
    size_t len = strlen(phrases[i].words);
    MnText behind;

    if (!text_begins(rest, phrases[i].words) ||
        (phrases[i].form == FORM_PAIR && (kind & SUBSTITUTIONS_PAIRS) == 0) ||
        (phrases[i].opens &&
         ((kind & SUBSTITUTIONS_ABSENT) == 0 || at == 0 || text.data[at - 1] != '('))) {
        return 0;
    }
    behind = mn_trim(text_after(rest, len));
    if (phrases[i].form == FORM_UNNAMED &&
        (text_begins(behind, "for") || text_begins(behind, "by") || text_begins(behind, "member") ||
         text_begins(behind, "on behalf"))) {
        return 0;
    }
    return len;
}

/* The earliest phrase at or behind byte `from`, the longest of several; the number of phrases for none. */
static size_t next_phrase(MnText text, size_t from, unsigned kind, size_t *start, size_t *len)
{
    for (size_t at = from; at < text.len; at++) {
        size_t best = sizeof(phrases) / sizeof(phrases[0]);

        *len = 0;
        if (!is_lower((unsigned char) (text.data[at] | 0x20)) ||
            (at > 0 && (is_letter((unsigned char) text.data[at - 1]) ||
                        (unsigned char) text.data[at - 1] >= 0x80))) {
            continue;
        }
        for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
            size_t found = phrase_at(text, at, i, kind);

            if (found > *len) {
                *len = found;
                best = i;
            }
        }
        if (*len > 0) {
            *start = at;
            return best;
        }
    }
    return sizeof(phrases) / sizeof(phrases[0]);
}

/* "A (B substituting)", "A, with B as his substitute", "B attended in her place"; returns the byte behind it. */
static size_t take_unnamed(Arena *arena, People *people, MnText before, MnText text, size_t start,
                           size_t len, int line)
{
    bool plural = false;
    size_t end = without_verbs(text, start, &plural);
    Named who;
    Named whom;
    const Person *absent;
    size_t left;
    bool aside;

    if ((start > 0 && text.data[start - 1] == '(') || !name_before(arena, text, end, &who)) {
        return start + len;
    }
    left = who.start;
    while (left > 0 && text.data[left - 1] == ' ') {
        left--;
    }
    /* in a bracket or behind "with" he stands beside whom he stood in for */
    aside = (left > 0 && text.data[left - 1] == '(') || text_ends(text_upto(text, left), "with");
    if (aside) {
        left -= text.data[left - 1] == '(' ? 1 : strlen("with");
        if (name_before(arena, text, left, &whom)) {
            add_pair(arena, people, &who.person, &whom.person, line);
            return start + len;
        }
    }
    absent = last_absent(people, text, who.start);
    absent = absent != NULL ? absent : last_absent(people, before, before.len);
    if (absent != NULL) {
        Person member = *absent;

        add_pair(arena, people, &who.person, &member, line);
    }
    return start + len;
}

void substitutions_take(Arena *arena, People *people, MnText before, MnText text, int line,
                        unsigned kind)
{
    size_t at = 0;
    size_t start;
    size_t len;
    size_t which;

    while ((which = next_phrase(text, at, kind, &start, &len)) <
           sizeof(phrases) / sizeof(phrases[0])) {
        bool plural = text_begins(text_after(text, start), "substitutes") ||
                      text_begins(text_after(text, start), "substitute members");
        size_t end;
        Named left;
        Named right;

        if (phrases[which].form == FORM_UNNAMED &&
            text_begins(text_after(text, start), "substituting") &&
            name_after(arena, text, start + len, &right) && right.person.honorific != NULL &&
            subject_before(arena, text, without_verbs(text, start, &plural), &left)) {
            /* "B substituting Councillor A" */
            add_pair(arena, people, &left.person, &right.person, line);
            at = right.end;
            continue;
        }
        if (phrases[which].form == FORM_UNNAMED) {
            at = take_unnamed(arena, people, before, text, start, len, line);
            continue;
        }
        at = start + len;
        if (phrases[which].form == FORM_PASSIVE) {
            end = without_verbs(text, start, &plural);
            if (name_before(arena, text, end, &left) && name_after(arena, text, at, &right)) {
                add_pair(arena, people, &right.person, &left.person, line);
                at = right.end;
            }
            continue;
        }
        end = phrases[which].form == FORM_PAIR ? start : without_verbs(text, start, &plural);
        if (plural || text_has(text_after(text, at), "respectively")) {
            size_t behind = take_several(arena, people, text, end, at, line);

            if (behind > 0) {
                at = behind;
                continue;
            }
        }
        if (subject_before(arena, text, end, &left) && name_after(arena, text, at, &right)) {
            add_pair(arena, people, &left.person, &right.person, line);
            at = take_ellipses(arena, people, text, right.end, line);
        }
    }
}

bool substitution_is_of_bearer(Arena *arena, MnText bracket)
{
    People said = {0};

    bracket = mn_trim(bracket);
    if (!text_has(bracket, "substitut") && substitute_words(bracket) > 0 &&
        !text_begins(bracket, "sub")) {
        return false;
    }
    substitutions_take(
        arena, &said, (MnText){"", 0},
        text_of(arena_printf(arena, "Mr Xxx Yyy (%.*s)", (int) bracket.len, bracket.data)), 0, 0);
    return said.count == 1 && said.person[0].substitute_for != NULL &&
           strcmp(said.person[0].substitute_for, "Xxx Yyy") == 0;
}
