/*
 * people_words.c - see people_words.h.
 */
#include "people_words.h"

#include <string.h>

#include "words.h"

static const struct {
    const char *print;
    const char *form; /* NULL: as printed */
    bool plural;
} honorifics[] = {
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
    {"messrs", "Mr", true},
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
    {"ald", NULL, false},
    {"mayor", NULL, false},
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
                text.data[end] != ':' && !mn_is_space(text_first(text_after(text, end))) &&
                end == length) {
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
    while (*len < text.len &&
           (text.data[*len] == ' ' || text.data[*len] == ':' || text.data[*len] == '-')) {
        (*len)++;
    }
    *plural = honorifics[found].plural;
    return honorifics[found].form != NULL
               ? honorifics[found].form
               : arena_text(arena, text_one_line(arena, text_upto(text, best)));
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

const char *chair_role(MnText text)
{
    static const char *const vice[] = {"vice-chair",
                                       "vice chair",
                                       "vice-chairman",
                                       "vice chairman",
                                       "vice-chairwoman",
                                       "vice-chairperson",
                                       "vice chairperson",
                                       "deputy chair",
                                       "deputy chairman",
                                       "deputy chairperson",
                                       "is-gadeirydd",
                                       "vice - chair",
                                       "the vice-chair",
                                       "the vice-chairman",
                                       "vicechair",
                                       "co-vice-chair",
                                       NULL};
    static const char *const chair[] = {"chair",
                                        "chairman",
                                        "chairwoman",
                                        "chairperson",
                                        "in the chair",
                                        "the chair",
                                        "the chairman",
                                        "chairing",
                                        "chaired",
                                        "chairing the meeting",
                                        "presiding",
                                        "chair for the meeting",
                                        "chair of the meeting",
                                        "chair for this meeting",
                                        "chairman in the chair",
                                        "as chair",
                                        "acting chair",
                                        "in chair",
                                        "cadeirydd",
                                        "yn y gadair",
                                        "chair of the committee",
                                        "chair of the board",
                                        "chair of the partnership",
                                        NULL};

    text = text_strip(text, " .,;:-");
    if (text_is_any(text, vice, NULL) ||
        (text_begins(text, "vice-chair") && text_has(text, "in the chair") == false &&
         text_words(text) <= 3)) {
        return "Vice-Chair";
    }
    if (text_is_any(text, chair, NULL) ||
        (text_ends(text, "in the chair") && text_words(text) <= 6)) {
        return "Chair";
    }
    return NULL;
}

bool is_office(MnText text)
{
    static const char *const heads[] = {"cabinet member",
                                        "cabinet lead",
                                        "cabinet support",
                                        "chief",
                                        "deputy chief",
                                        "leader",
                                        "deputy leader",
                                        "mayor",
                                        "deputy mayor",
                                        "lord mayor",
                                        "director",
                                        "assistant director",
                                        "deputy director",
                                        "executive director",
                                        "corporate director",
                                        "strategic director",
                                        "interim",
                                        "acting",
                                        "head of",
                                        "deputy head",
                                        "head teacher",
                                        "headteacher",
                                        "manager",
                                        "senior",
                                        "principal",
                                        "lead",
                                        "clerk",
                                        "deputy clerk",
                                        "town clerk",
                                        "parish clerk",
                                        "secretary",
                                        "treasurer",
                                        "solicitor",
                                        "president",
                                        "portfolio holder",
                                        "executive member",
                                        "executive lead",
                                        "monitoring officer",
                                        "section 151",
                                        "s151",
                                        "legal adviser",
                                        "legal advisor",
                                        "independent member",
                                        "independent person",
                                        "co-opted",
                                        "co-optee",
                                        "non-executive",
                                        "parent governor",
                                        "commissioner",
                                        "police and crime commissioner",
                                        "deputy police and crime",
                                        "chair of",
                                        "chairman of",
                                        "vice-chair of",
                                        "committee",
                                        "democratic services",
                                        "governance",
                                        "service manager",
                                        "team leader",
                                        "officer",
                                        "county councillor",
                                        "district councillor",
                                        "ward councillor",
                                        "borough councillor",
                                        "councillor for",
                                        "member for",
                                        "lay member",
                                        "consultant",
                                        "adviser",
                                        "advisor",
                                        "observer",
                                        "auditor",
                                        "project",
                                        "programme manager",
                                        "programme director",
                                        "professor of",
                                        "trustee",
                                        "governor",
                                        "coroner",
                                        "registrar",
                                        "chaplain",
                                        "superintendent",
                                        "inspector",
                                        "representative",
                                        NULL};
    static const char *const nouns[] = {
        "officer",        "manager",        "director",     "executive",   "clerk",
        "solicitor",      "lawyer",         "accountant",   "engineer",    "planner",
        "adviser",        "advisor",        "co-ordinator", "coordinator", "lead",
        "leader",         "member",         "holder",       "secretary",   "treasurer",
        "representative", "administrator",  "analyst",      "assistant",   "consultant",
        "specialist",     "commissioner",   "barrister",    "auditor",     "surveyor",
        "inspector",      "superintendent", "commander",    "chair",       "chairman",
        "president",      "governor",       "trustee",      "headteacher", "teacher",
        "architect",      "apprentice",     "supervisor",   "warden",      "registrar",
        "partner",        "practitioner",   "nurse",        "doctor",      "mayor",
        "minister",       "chief",          "observer",     "councillor",  NULL};
    static const char *const bodies[] = {"police",   "council", "trust", "committee",
                                         "services", "service", NULL};
    size_t at;

    if (text_search(text, 0, " - ") < text.len ||
        text_search(text, 0, " \xE2\x80\x93 ") < text.len) {
        return text_begins_any(text, heads, NULL);
    }
    at = text.len;
    while (at > 0 && text.data[at - 1] != ' ') {
        at--;
    }
    if (text_is_any(text_after(text, at), nouns, NULL)) {
        return true;
    }
    if (!text_begins_any(text, heads, NULL)) {
        /* "Planning Officer for the North" */
        static const char *const inner[] = {
            "officer for",      "officer to",        "manager for", "manager of", "director of",
            "director for",     "head of",           "lead for",    "officer of", "executive of",
            "commissioner for", "representative of", NULL};

        return text_has_any(text, inner, NULL);
    }
    if (text_is_any(text_after(text, at), bodies, NULL) &&
        (text_begins(text, "committee") || text_begins(text, "governance") ||
         text_begins(text, "democratic services") || text_begins(text, "project") ||
         text_begins(text, "mayor"))) {
        return false;
    }
    return !text_is(text, "democratic services") && !text_is(text, "governance") &&
           !text_is(text, "governance team");
}

bool is_manner(MnText text)
{
    static const char *const starts[] = {"via",
                                         "remote",
                                         "remotely",
                                         "virtual",
                                         "virtually",
                                         "online",
                                         "on-line",
                                         "by video",
                                         "by teams",
                                         "by phone",
                                         "by telephone",
                                         "by zoom",
                                         "left",
                                         "from",
                                         "until",
                                         "till",
                                         "to item",
                                         "up to",
                                         "arrived",
                                         "arriving",
                                         "late",
                                         "joined",
                                         "joining",
                                         "item",
                                         "items",
                                         "minute",
                                         "minutes",
                                         "for item",
                                         "for items",
                                         "for part",
                                         "for minute",
                                         "part",
                                         "in part",
                                         "part of",
                                         "illness",
                                         "ill",
                                         "unwell",
                                         "sick",
                                         "sickness",
                                         "work",
                                         "holiday",
                                         "annual leave",
                                         "on leave",
                                         "leave",
                                         "personal",
                                         "family",
                                         "bereavement",
                                         "another meeting",
                                         "other",
                                         "prior",
                                         "business",
                                         "council business",
                                         "maternity",
                                         "apologies",
                                         "apology",
                                         "absent",
                                         "present",
                                         "attended",
                                         "attending",
                                         "in person",
                                         "am only",
                                         "pm only",
                                         "morning",
                                         "afternoon",
                                         "after",
                                         "before",
                                         "during",
                                         "departed",
                                         "withdrew",
                                         "no voting",
                                         "non-voting",
                                         "non voting",
                                         "voting",
                                         "v",
                                         "nv",
                                         "substitute",
                                         "sub",
                                         "named substitute",
                                         "as substitute",
                                         "reserve",
                                         "in the gallery",
                                         "observing",
                                         "teams",
                                         "zoom",
                                         "ms teams",
                                         "microsoft teams",
                                         "hybrid",
                                         "dialled in",
                                         "dialed in",
                                         "by invitation",
                                         "minute taker",
                                         "minutes",
                                         "note taker",
                                         "notes",
                                         "taking minutes",
                                         "medical",
                                         "emergency",
                                         "unable",
                                         "except",
                                         "excluding",
                                         "childcare",
                                         "with apologies",
                                         "other commitments",
                                         "on behalf of the press",
                                         "press",
                                         "ex officio",
                                         "ex-officio",
                                         "from item",
                                         NULL};
    static const char *const anywhere[] = {
        "via teams",        "via zoom",   "by video",   "video link", "remotely",
        "left the meeting", "left at",    "arrived at", "joined at",  "joined the meeting",
        "from item",        "until item", "for item",   "items only", "item only",
        "only for",         NULL};

    text = text_strip(text, " .,;:-*");
    if (text_begins(text, "work programme") || text_begins(text, "business improvement") ||
        text_begins(text, "family services") || text_begins(text, "press officer") ||
        text_begins(text, "minute taker") || text_begins(text, "family")) {
        return text_begins(text, "minute taker") ||
               (text_begins(text, "family") && text_words(text) <= 2 &&
                !text_has(text, "services"));
    }
    if (text_begins_any(text, starts, NULL)) {
        /* "Business Manager", "Leave Services": an office or a body all the same */
        return !is_office(text) && !text_has(text, "council") && !text_has(text, "services") &&
               !text_has(text, "trust");
    }
    return text_has_any(text, anywhere, NULL);
}

size_t substitute_words(MnText text)
{
    static const char *const starts[] = {"substituting for",
                                         "substituted for",
                                         "substitute member for",
                                         "substitute for",
                                         "as substitute for",
                                         "as a substitute for",
                                         "sub for",
                                         "subbing for",
                                         "deputising for",
                                         "deputizing for",
                                         "deputy for",
                                         "in place of",
                                         "in the place of",
                                         "replacing",
                                         "on behalf of",
                                         "standing in for",
                                         "attending for",
                                         "attending on behalf of",
                                         "for",
                                         "vice",
                                         "sub. for",
                                         "sub:",
                                         "substitute:",
                                         "sub -",
                                         "in lieu of",
                                         "acting as substitute for",
                                         "named substitute for",
                                         "s/for",
                                         NULL};
    size_t which;

    if (!text_begins_any(text, starts, &which)) {
        return 0;
    }
    if (text_begins(text, "vice") &&
        (text_begins(text, "vice chair") || text_begins(text, "vice-chair") ||
         text_begins(text, "vice president") || text_begins(text, "vice-president") ||
         text_begins(text, "vice principal") || text_begins(text, "vice-principal"))) {
        return 0;
    }
    if (is_manner(text)) {
        return text_is(text_of(starts[which]), "for") ? 0 : strlen(starts[which]);
    }
    return strlen(starts[which]);
}

bool is_count(MnText text)
{
    static const char *const starts[] = {"no ",
                                         "none",
                                         "nil",
                                         "n/a",
                                         "not applicable",
                                         "vacancy",
                                         "vacant",
                                         "vacancies",
                                         "one member",
                                         "two members",
                                         "three members",
                                         "four members",
                                         "five members",
                                         "six members",
                                         "seven members",
                                         "eight members",
                                         "nine members",
                                         "ten members",
                                         "members of the public",
                                         "member of the public",
                                         "members of the press",
                                         "member of the press",
                                         "approximately",
                                         "approx",
                                         "around",
                                         "about",
                                         "several",
                                         "a number of",
                                         "there were",
                                         "there was",
                                         "residents",
                                         "public",
                                         "press",
                                         "various",
                                         "other members",
                                         "and others",
                                         "others",
                                         "no apologies",
                                         "tbc",
                                         "dim",
                                         "a member of the public",
                                         "representatives of the press",
                                         "a representative of the press",
                                         "local residents",
                                         NULL};
    static const char *const numbers[] = {"one",    "two",    "three",   "four",   "five",
                                          "six",    "seven",  "eight",   "nine",   "ten",
                                          "eleven", "twelve", "fifteen", "twenty", NULL};
    static const char *const people[] = {
        "member",      "members",      "resident",  "residents", "people",     "person",
        "parishioner", "parishioners", "officers",  "public",    "press",      "vacancy",
        "vacancies",   "councillors",  "observers", "reporter",  "journalist", "journalists",
        "pupils",      "students",     NULL};

    text = text_strip(text, " .,;:-*()");
    return text.len == 0 || text_begins_any(text, starts, NULL) || text_begins(text, "no") ||
           text_has(text, "vacancy") || text_has(text, "members of the public") ||
           text_has(text, "member of the public") ||
           ((mn_is_digit(text_first(text)) || text_begins_any(text, numbers, NULL)) &&
            text_has_any(text, people, NULL));
}

bool is_no_name(MnText word)
{
    static const char *const list[] = {"committee",
                                       "council",
                                       "board",
                                       "panel",
                                       "partnership",
                                       "update",
                                       "report",
                                       "reports",
                                       "minutes",
                                       "procedure",
                                       "strategy",
                                       "plan",
                                       "programme",
                                       "project",
                                       "business",
                                       "meeting",
                                       "meetings",
                                       "apologies",
                                       "declarations",
                                       "interest",
                                       "interests",
                                       "agenda",
                                       "item",
                                       "items",
                                       "matters",
                                       "review",
                                       "policy",
                                       "budget",
                                       "questions",
                                       "statement",
                                       "application",
                                       "applications",
                                       "service",
                                       "services",
                                       "performance",
                                       "crime",
                                       "disorder",
                                       "police",
                                       "officer",
                                       "officers",
                                       "manager",
                                       "director",
                                       "head",
                                       "members",
                                       "public",
                                       "session",
                                       "election",
                                       "appointment",
                                       "appointments",
                                       "consultation",
                                       "scrutiny",
                                       "cabinet",
                                       "executive",
                                       "safety",
                                       "community",
                                       "association",
                                       "trust",
                                       "group",
                                       "team",
                                       "department",
                                       "unit",
                                       "office",
                                       "society",
                                       "centre",
                                       "authority",
                                       "nhs",
                                       "university",
                                       "college",
                                       "fire",
                                       "brigade",
                                       "housing",
                                       "health",
                                       "probation",
                                       "healthwatch",
                                       "forum",
                                       "federation",
                                       "ltd",
                                       "limited",
                                       "plc",
                                       "representative",
                                       "representatives",
                                       "chamber",
                                       "hall",
                                       "none",
                                       "and",
                                       "the",
                                       "for",
                                       "with",
                                       "to",
                                       "from",
                                       "at",
                                       "on",
                                       "was",
                                       "were",
                                       "action",
                                       "log",
                                       "welcome",
                                       "introduction",
                                       "next",
                                       "date",
                                       "any",
                                       "other",
                                       "key",
                                       "decision",
                                       "decisions",
                                       "order",
                                       "orders",
                                       NULL};

    return text_is_any(text_strip(word, ".,;:()"), list, NULL);
}
