/*
 * people_texts.h - the words beside names: honorifics, ranks, post-nominals, offices.
 */
#ifndef MINUTES_PEOPLE_WORDS_H
#define MINUTES_PEOPLE_WORDS_H

#include "model.h"

/*
 * The honorific or rank that text begins with ("Councillor", "Clir", "Det Supt"): its normalised form, NULL for none; *len
 * bytes up to what follows; *plural for "Councillors", "Cllrs", "Messrs".
 */
const char *honorific_at(Arena *arena, MnText text, size_t *len, bool *plural);

/* Whether a word is a post-nominal ("OBE", "J.P."). */
bool is_post_nominal(MnText word);

/* "Chair", "Vice-Chair" for any print of these offices that text is ("in the Chair", "Deputy Chairman"); NULL for others. */
const char *chair_role(MnText text);

/* Whether text is headed by an office ("Cabinet Member for Housing", "Democratic Services Officer"). */
bool is_office(MnText text);

/* Whether text tells of somebody's coming, going or absence ("by telephone", "left during item 4", "unwell"). */
bool is_manner(MnText text);

/* "sub for", "deputising for ...": the bytes up to the name; 0 where text does not begin so. */
size_t substitute_words(MnText text);

/* Whether text counts people or says there are none ("4 members of the public", "None", "Vacancy"). */
bool is_count(MnText text);

/* Whether a word can be no part of a name in a list ("Committee", "Update", "Report"). */
bool is_no_name(MnText word);

/* Whether a word in small letters stands inside family names ("van", "de", "ap"). */
bool is_name_particle(MnText word);

/* Whether text is the name of a council or another body that sends people ("Tarn Borough Council", "Marl Fire and Rescue"). */
bool is_organisation(MnText text);

/* Whether a heading among names says what these people are ("Co-opted Members", "Independent Persons") and not who sends them. */
bool is_kind_of_member(MnText text);

#endif
