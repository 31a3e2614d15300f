/*
 * agenda_code.h - agenda item codes such as SSP/67/25: prefix, number, suffix, municipal year.
 *
 * Grammar, after clean-up: [PREFIX SEP] NUMBER [SUFFIX] SLASH YEAR (docs/agenda-codes.md).
 */
#ifndef MN_AGENDA_CODE_H
#define MN_AGENDA_CODE_H

#include "text.h"

/*
 * A code in 63 bits, mixed radix: prefix (8 letters, base 27), year (00-99), number (0-9999), suffix (27).
 * The order of the integers is the logical order: prefix, year, number, suffix.
 */
typedef int64_t MnAgendaCode;

typedef struct MnAgendaCodeParts {
    char prefix[9]; /* upper case, NUL-terminated, "" for none */
    int number;     /* 1 to 9999 */
    char suffix;    /* upper case, '\0' for none */
    int year;       /* in full, 2000 to 2099: the year the municipal year starts in */
} MnAgendaCodeParts;

/* Bytes that hold any code as text with its NUL: PREFIX/NUMBER[SUFFIX]/YY. */
#define MN_AGENDA_CODE_MAX 18

/*
 * Reads a whole text as one code: MN_OK and *code, or MN_BAD_SYNTAX / MN_OUT_OF_RANGE and *problem
 * (which may be NULL where nobody asks). No partial matches.
 */
MnStatus mn_agenda_code_parse(MnText text, MnAgendaCode *code, MnProblem *problem);

/* Packs parts (prefix in any case); MN_OUT_OF_RANGE and *problem where one is out of range. */
MnStatus mn_agenda_code_pack(const MnAgendaCodeParts *parts, MnAgendaCode *code,
                             MnProblem *problem);

/* The parts of a code that pack or parse gave. */
void mn_agenda_code_unpack(MnAgendaCode code, MnAgendaCodeParts *parts);

/* Whether an integer from outside (binary input) is one that pack can give. */
bool mn_agenda_code_is_valid(int64_t value);

/* Writes the canonical form and its NUL; returns its length without it. */
size_t mn_agenda_code_format(MnAgendaCode code, char out[MN_AGENDA_CODE_MAX]);

typedef struct MnAgendaCodeFound {
    MnAgendaCode code;
    MnSpan matched;
} MnAgendaCodeFound;

/*
 * The codes in running text, in reading order. There a code needs its prefix and stands between
 * boundaries (start, end, white space, brackets, punctuation); dates, 24/7, municipal years, planning and
 * report references are none. MN_OK or MN_NO_MEMORY; the array lies in the arena.
 */
MnStatus mn_agenda_codes(MnText text, MnArena *arena, MnAgendaCodeFound **found, size_t *count);

#endif
