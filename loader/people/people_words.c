/*
 * people_texts.c - honorifics, ranks and the letters behind names.
 */
#include "people_words.h"

#include <string.h>

#include "texts.h"

static const struct {
    const char *print;
    const char *form; /* NULL: as printed */
    bool plural;
} honorifics[] = {
    {"county councillors", "Cllr", true},
    {"county councillor", "Cllr", false},
    {"county cllr", "Cllr", false},
    {"borough councillor", "Cllr", false},
    {"borough cllr", "Cllr", false},
    {"district councillor", "Cllr", false},
    {"district cllr", "Cllr", false},
    {"town councillor", "Cllr", false},
    {"parish councillor", "Cllr", false},
    {"city councillor", "Cllr", false},
    {"ward councillor", "Cllr", false},
    {"chief fire officer", NULL, false},
    {"deputy chief fire officer", NULL, false},
    {"assistant chief fire officer", NULL, false},
    {"cfo", NULL, false},
    {"dcfo", NULL, false},
    {"acfo", NULL, false},
    {"councillors", "Cllr", true},
    {"cllrs", "Cllr", true},
    {"clirs", "Cllr", true},
    {"councillor", "Cllr", false},
    {"councilor", "Cllr", false},
    {"cllr", "Cllr", false},
    {"clir", "Cllr", false},
    {"ciir", "Cllr", false},
    {"cilr", "Cllr", false},
    {"cll", "Cllr", false},
    {"clr", "Cllr", false},
    {"cllr's", "Cllr", false},
    {"coun", "Cllr", false},
    {"cynghorydd", "Cllr", false},
    {"cynghorwyr", "Cllr", true},
    {"cyng", "Cllr", false},
    {"c/cllr", "Cllr", false},
    {"d/cllr", "Cllr", false},
    {"b/cllr", "Cllr", false},
    {"p/cllr", "Cllr", false},
    {"t/cllr", "Cllr", false},
    {"ccllr", "Cllr", false},
    {"dcllr", "Cllr", false},
    {"messrs", "Mr", true},
    {"drs", "Dr", true},
    {"mesdames", "Mrs", true},
    {"superintendents", "Superintendent", true},
    {"inspectors", "Inspector", true},
    {"professors", "Professor", true},
    {"reverends", "Rev", true},
    {"revs", "Rev", true},
    {"sergeants", "Sergeant", true},
    {"bailies", "Bailie", true},
    {"mr", "Mr", false},
    {"mrs", "Mrs", false},
    {"ms", "Ms", false},
    {"miss", "Miss", false},
    {"mx", "Mx", false},
    {"dr", "Dr", false},
    {"doctor", "Dr", false},
    {"professor", "Professor", false},
    {"prof", "Prof", false},
    {"reverend", "Rev", false},
    {"revd", "Rev", false},
    {"rev'd", "Rev", false},
    {"rev", "Rev", false},
    {"the reverend", "Rev", false},
    {"the revd", "Rev", false},
    {"the rev", "Rev", false},
    {"canon", NULL, false},
    {"father", NULL, false},
    {"fr", NULL, false},
    {"sister", NULL, false},
    {"sir", NULL, false},
    {"dame", NULL, false},
    {"lord", NULL, false},
    {"lady", NULL, false},
    {"baroness", NULL, false},
    {"baron", NULL, false},
    {"the hon", NULL, false},
    {"rt hon", NULL, false},
    {"the rt hon", NULL, false},
    {"imam", NULL, false},
    {"rabbi", NULL, false},
    {"bishop", NULL, false},
    {"archdeacon", NULL, false},
    {"alderman", NULL, false},
    {"aldermen", "Alderman", true},
    {"ald", NULL, false},
    {"mayor", NULL, false},
    {"provost", NULL, false},
    {"bailie", NULL, false},
    {"baillie", "Bailie", false},
    {"earl", NULL, false},
    {"viscount", NULL, false},
    {"y cynghorydd", "Cllr", false},
    {"y cynghorwyr", "Cllr", true},
    {"y cyng", "Cllr", false},
    {"judge", NULL, false},
    {"temporary chief superintendent", NULL, false},
    {"detective chief superintendent", NULL, false},
    {"chief superintendent", NULL, false},
    {"chief supt", NULL, false},
    {"ch supt", NULL, false},
    {"c/supt", NULL, false},
    {"ch. supt", NULL, false},
    {"detective superintendent", NULL, false},
    {"det supt", NULL, false},
    {"temporary superintendent", NULL, false},
    {"superintendent", NULL, false},
    {"supt", NULL, false},
    {"t/supt", NULL, false},
    {"detective chief inspector", NULL, false},
    {"chief inspector", NULL, false},
    {"ch insp", NULL, false},
    {"ch inspector", NULL, false},
    {"c/insp", NULL, false},
    {"detective inspector", NULL, false},
    {"acting inspector", NULL, false},
    {"temporary inspector", NULL, false},
    {"a/inspector", NULL, false},
    {"t/inspector", NULL, false},
    {"inspector", NULL, false},
    {"insp", NULL, false},
    {"detective sergeant", NULL, false},
    {"sergeant", NULL, false},
    {"sgt", NULL, false},
    {"police sergeant", NULL, false},
    {"detective constable", NULL, false},
    {"police constable", NULL, false},
    {"assistant chief constable", NULL, false},
    {"deputy chief constable", NULL, false},
    {"chief constable", NULL, false},
    {"constable", NULL, false},
    {"acc", NULL, false},
    {"dcc", NULL, false},
    {"dcs", NULL, false},
    {"dci", NULL, false},
    {"di", NULL, false},
    {"ds", NULL, false},
    {"dc", NULL, false},
    {"pc", NULL, false},
    {"ps", NULL, false},
    {"wpc", NULL, false},
    {"pcso", NULL, false},
    {"ci", NULL, false},
    {"commander", NULL, false},
    {"captain", NULL, false},
    {"capt", NULL, false},
    {"colonel", NULL, false},
    {"col", NULL, false},
    {"lieutenant colonel", NULL, false},
    {"lt col", NULL, false},
    {"lieutenant", NULL, false},
    {"lt", NULL, false},
    {"major", NULL, false},
    {"brigadier", NULL, false},
    {"wing commander", NULL, false},
    {"squadron leader", NULL, false},
    {"area manager", NULL, false},
    {"group manager", NULL, false},
    {"station manager", NULL, false},
    {"watch manager", NULL, false},
    {"crew manager", NULL, false},
    {"group commander", NULL, false},
    {"station commander", NULL, false},
    {"area commander", NULL, false},
};

/* Moves *len, at a slash, behind the honorific that says the same in the other language. */
static void skip_other_language(Arena *arena, MnText text, size_t *len)
{
    size_t at = *len + 1;
    size_t more;
    bool plural;

    while (at < text.len && text.data[at] == ' ') {
        at++;
    }
    if (honorific_at(arena, text_after(text, at), &more, &plural) != NULL) {
        *len = at + more;
    }
}

const char *honorific_at(Arena *arena, MnText text, size_t *len, bool *plural)
{
    size_t best = 0;
    size_t found = 0;

    if (!is_letter(text_first(text))) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof(honorifics) / sizeof(honorifics[0]); i++) {
        size_t length = strlen(honorifics[i].print);

        if (length > best && text_begins(text, honorifics[i].print)) {
            size_t end = length + (length < text.len && text.data[length] == '.');

            /* A name follows: "Dean Court" is none, "Di Smith" neither; ranks in short are capitals. */
            if (length <= 3 && honorifics[i].form == NULL &&
                !text_is_capitals(text_upto(text, length)) && !text_begins(text, "fr") &&
                !text_begins(text, "sir") && !text_begins(text, "ald") &&
                !text_begins(text, "sgt") && !text_begins(text, "col") &&
                !text_begins(text, "lt")) {
                continue;
            }
            if (end < text.len && text.data[end] != ' ' && text.data[end] != '\n' &&
                text.data[end] != '/' && text.data[end] != ':' &&
                !mn_is_space(text_first(text_after(text, end))) && end == length) {
                continue;
            }
            best = length;
            found = i;
            *len = end;
        }
    }
    if (best == 0) {
        return NULL;
    }
    if (mn_begins(text_after(text, *len), MN_TEXT(" / "))) {
        ++*len;
    }
    if (*len < text.len && text.data[*len] == '/') {
        /* "Y Cynghorwyr/Councillors" */
        skip_other_language(arena, text, len);
    }
    while (*len < text.len &&
           (text.data[*len] == ' ' || text.data[*len] == ':' || text.data[*len] == '-')) {
        (*len)++;
    }
    *plural = honorifics[found].plural;
    return honorifics[found].form != NULL
               ? honorifics[found].form
               : arena_text(arena, text_one_line(arena, text_upto(text, best)));
}

bool is_name_particle(MnText word)
{
    static const char *const list[] = {"de",  "van", "der", "den", "la",    "le",  "von", "ap",
                                       "ab",  "bin", "al",  "el",  "du",    "del", "di",  "da",
                                       "dos", "ter", "ten", "y",   "ferch", NULL};

    return is_lower(text_first(word)) && text_is_any(word, list, NULL);
}

bool is_post_nominal(MnText word)
{
    static const char *const list[] = {
        "OBE", "MBE", "CBE", "KBE", "DBE",   "BEM",   "GBE",  "JP",   "QPM",  "QFSM",
        "KPM", "DL",  "VR",  "TD",  "QC",    "KC",    "MP",   "MSP",  "MS",   "AM",
        "MLA", "MEP", "AS",  "PhD", "FRICS", "MRICS", "FRSA", "CMG",  "CB",   "KCB",
        "CVO", "MVO", "LVO", "RVM", "KCVO",  "DSO",   "FCA",  "CPFA", "FCCA", "MRTPI",
        "BA",  "BSc", "MA",  "MSc", "LLB",   "Esq",   "RN",   "CEng", NULL};
    char bare[8];
    size_t len = 0;

    for (size_t i = 0; i < word.len; i++) {
        if (word.data[i] != '.') {
            if (len == sizeof(bare) - 1) {
                return false;
            }
            bare[len++] = word.data[i];
        }
    }
    for (size_t i = 0; list[i] != NULL; i++) {
        if (strlen(list[i]) == len && memcmp(bare, list[i], len) == 0) {
            return true;
        }
    }
    return false;
}
