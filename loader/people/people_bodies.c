/*
 * people_bodies.c - the councils and other bodies that send people.
 */
#include "people_words.h"
#include "texts.h"

bool is_organisation(MnText text)
{
    static const char *const ends[] = {"council",
                                       "councils",
                                       "authority",
                                       "authorities",
                                       "constabulary",
                                       "police",
                                       "trust",
                                       "nhs",
                                       "partnership",
                                       "service",
                                       "services",
                                       "icb",
                                       "board",
                                       "university",
                                       "college",
                                       "cyngor",
                                       "corporation",
                                       "association",
                                       "network",
                                       "society",
                                       "federation",
                                       "union",
                                       "rescue",
                                       "aid",
                                       "charity",
                                       "foundation",
                                       "forum",
                                       "probation",
                                       "healthwatch",
                                       "homes",
                                       "ltd",
                                       "limited",
                                       "cic",
                                       "llp",
                                       "academy",
                                       "school",
                                       "schools",
                                       "diocese",
                                       "agency",
                                       "ambulance",
                                       "hospital",
                                       "hospitals",
                                       "unions",
                                       "alliance",
                                       "consortium",
                                       "company",
                                       "plc",
                                       "institute",
                                       "commission",
                                       "department",
                                       "ministry",
                                       "brigade",
                                       "housing",
                                       "watch",
                                       "surgery",
                                       "practice",
                                       "heddlu",
                                       "group",
                                       "centre",
                                       "church",
                                       "commissioner's office",
                                       NULL};
    static const char *const begins[] = {"cyngor",
                                         "heddlu",
                                         "city of",
                                         "borough of",
                                         "county of",
                                         "royal borough of",
                                         "london borough of",
                                         "university of",
                                         "diocese of",
                                         "church of",
                                         "office of",
                                         "department for",
                                         "department of",
                                         "ministry of",
                                         "association of",
                                         "federation of",
                                         "friends of",
                                         "chamber of",
                                         "college of",
                                         "nhs",
                                         "bwrdd",
                                         "ymddiriedolaeth",
                                         NULL};

    text = text_strip(text, " :.*-");
    if (text_words(text) < 2 || text_words(text) > 9 || !is_upper(text_first(text)) ||
        text_search(text, 0, ",") < text.len || text_search(text, 0, "(") < text.len ||
        text_search(text, 0, ": ") < text.len || text_search(text, 0, " - ") < text.len ||
        text_search(text, 0, " \xE2\x80\x93 ") < text.len || is_count(text) || is_office(text)) {
        return false;
    }
    for (size_t i = 0; ends[i] != NULL; i++) {
        if (text_ends(text, ends[i])) {
            return true;
        }
    }
    return text_begins_any(text, begins, NULL);
}

bool is_kind_of_member(MnText text)
{
    static const char *const words[] = {
        "members",   "councillors", "officers",    "observers",  "representatives", "co-optees",
        "voting",    "non-voting",  "independent", "substitute", "substitutes",     "co-opted",
        "elected",   "guests",      "advisers",    "advisors",   "trustees",        "governors",
        "directors", "aelodau",     "member",      "partners",   "attendees",       NULL};

    return text_has_any(text, words, NULL);
}
