/*
 * people_offices.c - what stands beside a name and is none: offices, manners of coming, substitution, counts.
 */
#include "people_words.h"

#include <string.h>

#include "texts.h"

const char *chair_role(MnText text)
{
    static const char *const vice[] = {"vice-chair",       "vice chair",
                                       "vice-chairman",    "vice chairman",
                                       "vice-chairwoman",  "vice-chairperson",
                                       "vice chairperson", "deputy chair",
                                       "deputy chairman",  "deputy chairperson",
                                       "is-gadeirydd",     "vice - chair",
                                       "the vice-chair",   "the vice-chairman",
                                       "vicechair",        "co-vice-chair",
                                       "depute convener",  "depute convenor",
                                       "deputy convener",  "deputy convenor",
                                       "vice-convener",    "vice convener",
                                       "vice-convenor",    "vice convenor",
                                       "depute chair",     NULL};
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
                                        "convener",
                                        "convenor",
                                        "the convener",
                                        "acting convener",
                                        "chair of the partnership",
                                        NULL};

    text = text_strip(text, " .,;:-");
    {
        /* "Cadeirydd/Chair" */
        size_t slash = text_search(text, 0, "/");

        if (slash < text.len && text_is_any(mn_trim(text_upto(text, slash)), vice, NULL)) {
            return "Vice-Chair";
        }
        if (slash < text.len && text_is_any(mn_trim(text_upto(text, slash)), chair, NULL)) {
            return "Chair";
        }
    }
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
    static const char *const heads[] = {"swyddog",
                                        "pennaeth",
                                        "cyfarwyddwr",
                                        "rheolwr",
                                        "cabinet member",
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
                                        "harbour master",
                                        "vicar",
                                        "rector",
                                        "vicar of",
                                        "town sergeant",
                                        "locum clerk",
                                        "acting clerk",
                                        "responsible financial officer",
                                        "rfo",
                                        "minute taker",
                                        "member of parliament",
                                        "member of the senedd",
                                        "convener",
                                        "provost",
                                        "sheriff",
                                        NULL};
    static const char *const nouns[] = {"officer",
                                        "manager",
                                        "director",
                                        "executive",
                                        "clerk",
                                        "solicitor",
                                        "lawyer",
                                        "accountant",
                                        "engineer",
                                        "planner",
                                        "adviser",
                                        "advisor",
                                        "co-ordinator",
                                        "coordinator",
                                        "lead",
                                        "leader",
                                        "member",
                                        "holder",
                                        "secretary",
                                        "treasurer",
                                        "representative",
                                        "administrator",
                                        "analyst",
                                        "assistant",
                                        "consultant",
                                        "specialist",
                                        "commissioner",
                                        "barrister",
                                        "auditor",
                                        "surveyor",
                                        "inspector",
                                        "superintendent",
                                        "commander",
                                        "chair",
                                        "chairman",
                                        "president",
                                        "governor",
                                        "trustee",
                                        "headteacher",
                                        "teacher",
                                        "architect",
                                        "apprentice",
                                        "supervisor",
                                        "warden",
                                        "registrar",
                                        "partner",
                                        "practitioner",
                                        "nurse",
                                        "doctor",
                                        "mayor",
                                        "minister",
                                        "chief",
                                        "observer",
                                        "councillor",
                                        "person",
                                        "curator",
                                        "librarian",
                                        "statistician",
                                        "scientist",
                                        "technician",
                                        "operative",
                                        "facilitator",
                                        "bursar",
                                        "rapporteur",
                                        "convener",
                                        "convenor",
                                        "ombudsman",
                                        "psychologist",
                                        "paralegal",
                                        "caretaker",
                                        "groundsman",
                                        "minute-taker",
                                        NULL};
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
    if (text_is_any(text_after(text, at), nouns, NULL) ||
        (text_is(text_after(text, at), "members") &&
         (text_has(text, "independent") || text_has(text, "co-opted") || text_has(text, "lay")))) {
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
                                         "substituting",
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
