/*
 * people_entry.c - one person as printed: "Cllr A B OBE (Chair)", "C D (sub for E F)", "G H - Head of Housing".
 */
#include <string.h>

#include "people.h"
#include "people_words.h"
#include "substitutions.h"
#include "texts.h"

/* The longest entry of one person, in bytes. */
#define ENTRY_MAX 2000

/* "Baroness Hale of Ashby": the place belongs to a peer's name. */
static MnText without_seat(const char *honorific, MnText name)
{
    static const char *const peers[] = {"Baroness", "Baron", "Lord",        "Lady",
                                        "Viscount", "Earl",  "Viscountess", NULL};
    size_t at = text_find(name, 0, "of");

    return honorific != NULL && at > 0 && at + 3 < name.len &&
                   text_is_any(text_of(honorific), peers, NULL) &&
                   is_upper(text_first(text_after(name, at + 3)))
               ? mn_trim(text_upto(name, at))
               : name;
}

/* One word of a name: a capital, then letters, apostrophes, hyphens; or an initial. */
static bool is_name_word(MnText word)
{
    size_t at = 0;
    size_t letters = 0;

    if (!is_upper(text_first(word)) &&
        !(word.len > 2 && is_lower(text_first(word)) &&
          (is_upper((unsigned char) word.data[1]) || word.data[1] == '\''))) {
        return false;
    }
    while (at < word.len) {
        uint32_t c = mn_next(word, &at);

        if (!is_letter(c) && c != '-' && c != '\'' && c != 0x2019 && c != 0x2018 && c != '.' &&
            c != '`' && c != 0x2010 && c != 0x2011) {
            return false;
        }
        letters += is_letter(c);
    }
    return letters > 0 && letters < 30;
}

static bool is_name(MnText text, size_t least)
{
    size_t at = 0;
    size_t words = 0;
    size_t full = 0;
    MnText word;

    while (text_next_word(text, &at, &word)) {
        if (is_name_particle(word) && (words > 0 || least == 1)) {
            words++;
            continue;
        }
        if (!is_name_word(word) || is_no_name(word)) {
            return false;
        }
        full += word.len > 2 || text_is_capitals(text);
        words++;
    }
    return words >= least && words <= 6 && full > 0;
}

bool is_person_name(MnText text)
{
    return is_name(mn_trim(text), 2);
}

/* The name with its broken hyphens mended ("Maloney- Kelly") and no full stop behind it. */
static const char *clean_name(Arena *arena, MnText text)
{
    MnText line = text_one_line(arena, text_strip(text, " .,;:*-_/\\"));
    char *out = arena_alloc(arena, line.len + 1);
    size_t len = 0;

    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] == ' ' && len > 0 &&
            (out[len - 1] == '-' || (i + 1 < line.len && line.data[i + 1] == '-'))) {
            continue;
        }
        out[len++] = line.data[i];
    }
    out[len] = '\0';
    return out;
}

static void set(const char **field, Arena *arena, MnText value)
{
    value = text_strip(value, " .,;:");
    if (*field == NULL && value.len > 0) {
        *field = text_one_line(arena, value).data;
    }
}

/* The name of a person without honorifics; empty where text names nobody. */
static MnText bare_name(Arena *arena, MnText text)
{
    size_t len;
    bool plural;
    bool honoured = false;

    text = text_strip(text, " .,;:");
    while (honorific_at(arena, text, &len, &plural) != NULL) {
        text = text_after(text, len);
        honoured = true;
    }
    while (text.len > 0) {
        size_t at = text.len;

        while (at > 0 && text.data[at - 1] != ' ') {
            at--;
        }
        if (at == 0 || !is_post_nominal(text_after(text, at))) {
            break;
        }
        text = text_strip(text_upto(text, at), " ,");
    }
    return is_name(text, honoured ? 1 : 2) ? text : (MnText){"", 0};
}

/* One part of what a bracket or a dash adds to a name; false where it says nothing that is known. */
static bool take_known(Arena *arena, Person *person, MnText part)
{
    const char *chair = chair_role(part);
    size_t substitute = substitute_words(part);

    if (chair != NULL) {
        person->role = chair;
        return true;
    }
    if (substitute > 0) {
        MnText name = bare_name(arena, text_after(part, substitute));

        /* "(vice Snow)": a family name alone, as its bearer may have, too */
        if (name.len == 0 && text_words(text_after(part, substitute)) == 1 &&
            !text_is(text_upto(part, substitute), "for") &&
            is_name(text_strip(text_after(part, substitute), " .,"), 1)) {
            name = text_strip(text_after(part, substitute), " .,");
        }
        if (name.len > 0) {
            set(&person->substitute_for, arena, name);
            return true;
        }
        if (text_begins(part, "on behalf of") || text_begins(part, "attending on behalf of")) {
            set(&person->organisation, arena, text_after(part, substitute));
            return true;
        }
    }
    if (text_begins(part, "representing")) {
        MnText whom = mn_trim(text_after(part, strlen("representing")));
        size_t len;
        bool plural;

        set(honorific_at(arena, whom, &len, &plural) != NULL && bare_name(arena, whom).len > 0
                ? &person->substitute_for
                : &person->organisation,
            arena,
            honorific_at(arena, whom, &len, &plural) != NULL && bare_name(arena, whom).len > 0
                ? bare_name(arena, whom)
                : whom);
        return true;
    }
    /* "B substituting" beside A: the substitute's own entry says it */
    if (part.len < 200 && memchr(part.data, '(', part.len) == NULL &&
        substitution_is_of_bearer(arena, part)) {
        return true;
    }
    return is_manner(part) || text_has(part, "substituting") || text_has(part, "substituted") ||
           text_has(part, "substitute for") || text_has(part, "attending in");
}

/* Where a bracket's parts are set apart: ", ", ";" or a dash; text.len for none. */
static size_t part_end(MnText text, size_t *behind)
{
    for (size_t at = 0; at < text.len; at++) {
        if (text.data[at] == ',' || text.data[at] == ';') {
            *behind = at + 1;
            return at;
        }
        if (mn_begins(text_after(text, at), MN_TEXT(" - "))) {
            *behind = at + 3;
            return at;
        }
        if (mn_begins(text_after(text, at), MN_TEXT(" \xE2\x80\x93 "))) {
            *behind = at + 5;
            return at;
        }
    }
    *behind = text.len;
    return text.len;
}

/* Small letters begin a remark ("caring for a relative") and no name of a body ("iPartners"), unless a body is named in it. */
static bool is_remark(MnText text)
{
    MnText rest = text_begins(text, "the") ? mn_trim(text_after(text, 3)) : text;

    return is_lower(text_first(rest)) &&
           !(rest.len > 1 && is_upper((unsigned char) rest.data[1])) &&
           !text_has(rest, "council") && !text_has(rest, "police") && !text_has(rest, "trust");
}

/* What stands beside a name: role, organisation, substitution, or how and when somebody came. */
static void take_addition(Arena *arena, Person *person, MnText text)
{
    size_t behind;
    size_t end;

    text = text_strip(text, " .,;:");
    if (text.len > 2 && text.data[0] == '(' && text.data[text.len - 1] == ')') {
        text = mn_trim(text_upto(text_after(text, 1), text.len - 2)); /* brackets in brackets */
    }
    if (text.len == 0 || take_known(arena, person, text)) {
        return;
    }
    end = part_end(text, &behind);
    if (end < text.len && take_known(arena, person, mn_trim(text_upto(text, end)))) {
        take_addition(arena, person, text_after(text, behind));
        return;
    }
    if (text.data[text.len - 1] == ')') {
        /* "Director of Services (NFRS)": the office, then its body or how somebody came */
        size_t open = text_search(text, 0, "(");

        MnText inner = text_upto(text_after(text, open + 1), text.len - open - 2);

        if (open > 2 && open < text.len &&
            (is_office(mn_trim(text_upto(text, open))) || chair_role(inner) != NULL ||
             substitute_words(inner) > 0 || is_manner(inner))) {
            take_addition(arena, person, text_upto(text, open));
            take_addition(arena, person,
                          text_upto(text_after(text, open + 1), text.len - open - 2));
            return;
        }
    }
    /* the last part may say how or when: "SBC, via Teams" */
    for (size_t at = text.len; at > 0; at--) {
        if (text.data[at - 1] == ',' || text.data[at - 1] == ';') {
            MnText last = mn_trim(text_after(text, at));

            if (take_known(arena, person, last)) {
                text = mn_trim(text_upto(text, at - 1));
            }
            break;
        }
    }
    if (is_post_nominal(text)) {
        set(&person->post_nominals, arena, text);
    } else if (is_office(text)) {
        set(&person->role, arena, text);
    } else if (!mn_is_digit(text_first(text)) && !is_remark(text)) {
        set(&person->organisation, arena, text);
    }
}

/* Takes the brackets out of an entry and reads what they say; the rest goes on without them. */
static MnText take_brackets(Arena *arena, Person *person, MnText entry)
{
    Buffer rest = {.arena = arena};
    size_t at = 0;

    while (at < entry.len) {
        size_t open = at;
        size_t close;
        size_t depth = 0;
        MnText inner;

        while (open < entry.len && entry.data[open] != '(' && entry.data[open] != '[') {
            open++;
        }
        buffer_add(&rest, entry.data + at, open - at);
        if (open == entry.len) {
            break;
        }
        for (close = open; close < entry.len; close++) {
            depth += entry.data[close] == '(' || entry.data[close] == '[';
            if ((entry.data[close] == ')' || entry.data[close] == ']') && --depth == 0) {
                break;
            }
        }
        inner = text_upto(text_after(entry, open + 1), close - open - 1);
        buffer_putc(&rest, ' ');
        /* "J (Jo) Bloggs": a nickname stands inside the name */
        if (!(text_words(inner) == 1 && close + 1 < entry.len && is_name_word(inner) &&
              is_upper(text_first(text_after(entry, close + 1))) &&
              !is_post_nominal(mn_trim(text_after(entry, close + 1))) &&
              text_words(text_upto(entry, open)) <= 2)) {
            take_addition(arena, person, inner);
        }
        at = close + 1;
    }
    return text_one_line(arena, (MnText){rest.data == NULL ? "" : rest.data, rest.len});
}

/* "Chair: Cllr A", "Mayor - Cllr A", "Chairman Cllr A": an office before the name. */
static MnText take_leading_role(Arena *arena, Person *person, MnText entry)
{
    static const char *const offices[] = {
        "vice-chairman", "vice-chair", "vice chair", "vice chairman", "deputy chair",   "chairman",
        "chairperson",   "chair",      "the chair",  "the chairman",  "the vice-chair", NULL};
    size_t colon = text_search(entry, 0, ":");
    size_t which;
    size_t len;
    bool plural;

    if (colon < entry.len && colon > 2) {
        MnText before = mn_trim(text_upto(entry, colon));

        if (chair_role(before) != NULL || is_office(before)) {
            take_addition(arena, person, before);
            return mn_trim(text_after(entry, colon + 1));
        }
    }
    if (text_begins_any(entry, offices, &which)) {
        MnText rest = text_strip(text_after(entry, strlen(offices[which])), " -,\xE2\x80\x93");

        if (honorific_at(arena, rest, &len, &plural) != NULL || is_name(rest, 2)) {
            person->role = chair_role(text_of(offices[which]));
            return rest;
        }
    }
    return entry;
}

/* A dash or slash between a name and what is added to it. */
static MnText take_dash(Arena *arena, Person *person, MnText entry)
{
    static const char *const dashes[] = {
        " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xE2\x80\x93 ", ": ", " / ", "- ", NULL};

    for (size_t i = 0; dashes[i] != NULL; i++) {
        size_t at = text_search(entry, 0, dashes[i]);

        if (at < entry.len && at > 0) {
            MnText before = mn_trim(text_upto(entry, at));
            MnText after = text_after(entry, at + strlen(dashes[i]));

            if (bare_name(arena, before).len == 0) {
                continue;
            }
            /* "Maloney- Kelly" is one name */
            if (strcmp(dashes[i], "- ") == 0 && text_words(after) == 1 && !is_no_name(after)) {
                continue;
            }
            take_addition(arena, person, after);
            return before;
        }
    }
    return entry;
}

static MnText take_honorifics(Arena *arena, Person *person, MnText entry)
{
    size_t len;
    bool plural;
    const char *honorific;

    while ((honorific = honorific_at(arena, entry, &len, &plural)) != NULL && len < entry.len) {
        /* "Cllr Mrs", "The Mayor, Cllr Dr": an elected member is Cllr, anybody else what is printed first */
        if (person->honorific == NULL || strcmp(honorific, "Cllr") == 0) {
            person->honorific = honorific;
        }
        entry = mn_trim(text_after(entry, len));
    }
    return entry;
}

static MnText take_post_nominals(Arena *arena, Person *person, MnText entry)
{
    size_t start = entry.len;

    for (;;) {
        MnText before = text_strip(text_upto(entry, start), " ,;");
        size_t at = before.len;

        while (at > 0 && before.data[at - 1] != ' ' && before.data[at - 1] != ',') {
            at--;
        }
        if (at == 0 || !is_post_nominal(text_after(before, at))) {
            break;
        }
        start = at;
    }
    if (start < entry.len) {
        MnText print = text_one_line(arena, text_after(entry, start));
        Buffer clean = {.arena = arena};

        for (size_t i = 0; i < print.len; i++) {
            if (print.data[i] != '.' && print.data[i] != ',' && print.data[i] != ';') {
                buffer_putc(&clean, print.data[i]);
            }
        }
        if (person->post_nominals == NULL && clean.len > 0) {
            person->post_nominals = arena_text(arena, mn_trim((MnText){clean.data, clean.len}));
        }
    }
    return mn_trim(text_upto(entry, start));
}

/* "A B in the Chair", "A B Chair", "A B sub for C D". */
static MnText take_trailing_role(Arena *arena, Person *person, MnText entry)
{
    static const char *const roles[] = {
        "in the chair", "vice-chairman", "vice-chair", "vice chairman",
        "vice chair",   "chairman",      "chair",      NULL};
    static const char *const substitutes[] = {"substituting for",
                                              "substitute for",
                                              "sub for",
                                              "sub. for",
                                              "deputising for",
                                              "deputizing for",
                                              "as substitute for",
                                              "as a substitute for",
                                              "in place of",
                                              "in the place of",
                                              "in lieu of",
                                              "standing in for",
                                              "attending for",
                                              "subbing for",
                                              "on behalf of",
                                              "s/for",
                                              NULL};

    for (size_t i = 0; roles[i] != NULL; i++) {
        if (text_ends(entry, roles[i]) && entry.len > strlen(roles[i])) {
            person->role = chair_role(text_of(roles[i]));
            return text_strip(text_upto(entry, entry.len - strlen(roles[i])), " ,-");
        }
    }
    for (size_t i = 0; substitutes[i] != NULL; i++) {
        size_t at = text_find(entry, 0, substitutes[i]);

        if (at < entry.len && at > 0) {
            take_addition(arena, person, text_after(entry, at));
            return mn_trim(text_upto(entry, at));
        }
    }
    return entry;
}

/* "(SH)" behind "S Hurst": how the minutes call somebody, and no body. */
static bool is_initials(MnText initials, MnText name)
{
    size_t at = 0;
    size_t i = 0;
    MnText word;

    while (text_next_word(name, &at, &word)) {
        if (i == initials.len || initials.data[i] != word.data[0]) {
            return false;
        }
        i++;
    }
    return i == initials.len && i >= 2;
}

/* "Democratic Services Officer Jane Hill": an office right before the name. */
static MnText take_title(Arena *arena, Person *person, MnText entry)
{
    size_t at = 0;
    MnText word;

    if (person->honorific != NULL || person->role != NULL || is_name(entry, 2)) {
        return entry;
    }
    while (text_next_word(entry, &at, &word)) {
        MnText rest = mn_trim(text_after(entry, at));

        if (text_words(rest) < 2) {
            break;
        }
        if (is_name(rest, 2) && text_words(rest) <= 3 && is_office(text_upto(entry, at)) &&
            is_no_name(word)) {
            set(&person->role, arena, text_upto(entry, at));
            return rest;
        }
    }
    return entry;
}

/* "The Monitoring Officer (Mr J Keen)": the office outside, the person in the bracket; the entry turned round, or NULL. */
static char *turned_round(Arena *arena, MnText text)
{
    size_t open = text_search(text, 0, "(");
    size_t close = text_search(text, 0, ")");
    size_t len;
    bool plural;
    MnText office;
    MnText inner;
    const char *chair;

    if (open == text.len || open < 3 || close <= open || close == text.len) {
        return NULL;
    }
    office = mn_trim(text_upto(text, open));
    inner = text_upto(text_after(text, open + 1), close - open - 1);
    if (text_begins(office, "the")) {
        office = mn_trim(text_after(office, 3));
    }
    /* "The Mayor (Councillor A B) in the Chair" */
    chair = chair_role(text_after(text, close + 1));
    if ((close + 2 < text.len && chair == NULL) || !is_office(office) ||
        (bare_name(arena, office).len > 0 && text_words(office) > 2) ||
        bare_name(arena, inner).len == 0 || substitute_words(inner) > 0 ||
        (text_words(office) > 1 && honorific_at(arena, office, &len, &plural) != NULL &&
         len < office.len)) {
        return NULL;
    }
    return chair != NULL ? arena_printf(arena, "%.*s (Chair)", (int) inner.len, inner.data)
                         : arena_printf(arena, "%.*s (%.*s)", (int) inner.len, inner.data,
                                        (int) office.len, office.data);
}

bool person_parse(Arena *arena, const char *entry, Person *person)
{
    MnText text = text_strip(text_of(entry), " ,;*\xE2\x80\xA2");

    memset(person, 0, sizeof(*person));
    /* Words are compared with all that follow below: nobody is printed so long. */
    if (text.len > ENTRY_MAX) {
        return false;
    }
    text = text_one_line(arena, text);
    person->as_printed = text.data;
    if (is_count(text) || text.len < 2) {
        return false;
    }
    if (text_search(text, 0, "(") < text.len) {
        char *turned = turned_round(arena, text);

        text = turned == NULL ? text : text_of(turned);
    }
    text = take_brackets(arena, person, text);
    text = take_leading_role(arena, person, text);
    text = take_honorifics(arena, person, text);
    text = take_dash(arena, person, text);
    text = take_title(arena, person, text);
    text = take_trailing_role(arena, person, text);
    text = take_post_nominals(arena, person, text);
    text = text_strip(text, " .,;:*-_");
    if (is_count(text) ||
        !is_name(without_seat(person->honorific, text), person->honorific != NULL ? 1 : 2)) {
        /* a hyphen that the line broke stands apart from its second half */
        MnText mended = text_of(clean_name(arena, text));

        if (is_count(text) || mended.len == text.len || !is_name(mended, 2)) {
            return false;
        }
    }
    person->name = clean_name(arena, text);
    if (person->substitute_for == NULL && strchr(person->name, ' ') == NULL) {
        /* "Upham (for Voss)" among family names */
        MnText print = text_of(person->as_printed);
        size_t open = text_search(print, 0, "(for ");
        size_t close = text_search(print, open, ")");
        MnText whom = open < print.len ? mn_trim((MnText){print.data + open + 5, close - open - 5})
                                       : (MnText){"", 0};

        if (whom.len > 0 && text_words(whom) == 1 && is_name(whom, 1)) {
            set(&person->substitute_for, arena, whom);
        }
    }
    if (person->organisation != NULL && is_initials(text_of(person->organisation), text)) {
        person->organisation = NULL;
    }
    return true;
}
