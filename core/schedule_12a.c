/*
 * schedule_12a.c - see schedule_12a.h.
 */
#include "schedule_12a.h"

#define B(ground) MN_GROUND_BIT(MN_##ground)

/* The paragraphs of one schedule while it was in force: grounds[n] for paragraph n, 0 for none. */
typedef struct Schedule {
    MnNation nation;
    MnDate from; /* the first day; MN_NO_DATE: from the beginning */
    MnRestriction grounds[MN_PARAGRAPHS_MAX];
} Schedule;

/*
 * Newest first within a nation. Paragraphs that only qualify others (England 8 to 10, Wales 19 to 21)
 * are no grounds and stay empty, so citing one alone leaves the ground unstated.
 */
static const Schedule schedules[] = {
    /* England, Part 1 as substituted by the Variation Order 2006 (SI 2006/88) */
    {MN_ENGLAND,
     {2006, 3, 1},
     {
         [1] = B(INDIVIDUAL),       /* information relating to any individual */
         [2] = B(IDENTITY),         /* likely to reveal the identity of an individual */
         [3] = B(FINANCIAL),        /* financial or business affairs, the authority's included */
         [4] = B(LABOUR_RELATIONS), /* consultations or negotiations with employees */
         [5] = B(LEGAL_PRIVILEGE),  /* a claim to legal professional privilege */
         [6] = B(NOTICE_OR_ORDER),  /* a notice, order or direction that is proposed */
         [7] = B(CRIME_PREVENTION), /* prevention, investigation or prosecution of crime */
     }},
    /* England, Part 1 as the Access to Information Act 1985 inserted it */
    {MN_ENGLAND,
     {0, 0, 0},
     {
         [1] = B(INDIVIDUAL),        /* employees and office-holders of the authority */
         [2] = B(INDIVIDUAL),        /* those of magistrates' courts and probation committees */
         [3] = B(INDIVIDUAL),        /* occupiers of the authority's accommodation */
         [4] = B(INDIVIDUAL),        /* recipients of the authority's services */
         [5] = B(INDIVIDUAL),        /* recipients of financial assistance */
         [6] = B(INDIVIDUAL),        /* adoption, care, fostering or education of a child */
         [7] = B(FINANCIAL),         /* financial or business affairs of a particular person */
         [8] = B(FINANCIAL),         /* expenditure proposed under a particular contract */
         [9] = B(FINANCIAL),         /* terms proposed in negotiations for a contract */
         [10] = B(FINANCIAL),        /* the authority as the one who offers a tender */
         [11] = B(LABOUR_RELATIONS), /* consultations or negotiations on labour relations */
         [12] = B(LEGAL_PRIVILEGE),  /* counsel's opinion, advice on legal proceedings */
         [13] = B(NOTICE_OR_ORDER),  /* a notice, order or direction that is proposed */
         [14] = B(CRIME_PREVENTION), /* prevention, investigation or prosecution of crime */
         [15] = B(IDENTITY),         /* the identity of a protected informant */
     }},
    /* Wales, Part 4 as inserted by the Variation (Wales) Order 2007 (WSI 2007/969) */
    {MN_WALES,
     {2007, 4, 21},
     {
         [12] = B(INDIVIDUAL),       /* information relating to a particular individual */
         [13] = B(IDENTITY),         /* likely to reveal the identity of an individual */
         [14] = B(FINANCIAL),        /* financial or business affairs, the authority's included */
         [15] = B(LABOUR_RELATIONS), /* consultations or negotiations with employees */
         [16] = B(LEGAL_PRIVILEGE),  /* a claim to legal professional privilege */
         [17] = B(NOTICE_OR_ORDER),  /* a notice, order or direction that is proposed */
         [18] = B(CRIME_PREVENTION), /* prevention, investigation or prosecution of crime */
     }},
    /* Wales until then: the same fifteen paragraphs as England before 2006 */
    {MN_WALES,
     {0, 0, 0},
     {
         [1] = B(INDIVIDUAL),
         [2] = B(INDIVIDUAL),
         [3] = B(INDIVIDUAL),
         [4] = B(INDIVIDUAL),
         [5] = B(INDIVIDUAL),
         [6] = B(INDIVIDUAL),
         [7] = B(FINANCIAL),
         [8] = B(FINANCIAL),
         [9] = B(FINANCIAL),
         [10] = B(FINANCIAL),
         [11] = B(LABOUR_RELATIONS),
         [12] = B(LEGAL_PRIVILEGE),
         [13] = B(NOTICE_OR_ORDER),
         [14] = B(CRIME_PREVENTION),
         [15] = B(IDENTITY),
     }},
    /* Scotland, Schedule 7A Part I */
    {MN_SCOTLAND,
     {0, 0, 0},
     {
         [1] = B(INDIVIDUAL),        /* employees and office-holders of the authority */
         [2] = B(INDIVIDUAL),        /* occupiers of the authority's accommodation */
         [3] = B(INDIVIDUAL),        /* recipients of the authority's services */
         [4] = B(INDIVIDUAL),        /* recipients of financial assistance */
         [5] = B(INDIVIDUAL),        /* adoption, care, fostering or education of a child */
         [6] = B(FINANCIAL),         /* financial or business affairs of a particular person */
         [7] = B(INDIVIDUAL),        /* social work reports on and supervision of a person */
         [8] = B(FINANCIAL),         /* expenditure proposed under a particular contract */
         [9] = B(FINANCIAL),         /* terms proposed in negotiations for a contract */
         [10] = B(FINANCIAL),        /* the authority as the one who offers a tender */
         [11] = B(LABOUR_RELATIONS), /* consultations or negotiations on labour relations */
         [12] = B(LEGAL_PRIVILEGE),  /* counsel's opinion, advice on legal proceedings */
         [13] = B(NOTICE_OR_ORDER),  /* a notice, order or direction that is proposed */
         [14] = B(CRIME_PREVENTION), /* prevention, investigation or prosecution of crime */
         [15] = B(IDENTITY),         /* the identity of a protected informant */
     }},
    /* Northern Ireland, Schedule 6 Part 1; the councils before the Act cited no paragraphs */
    {MN_NORTHERN_IRELAND,
     {0, 0, 0},
     {
         [1] = B(INDIVIDUAL),       /* information relating to any individual */
         [2] = B(IDENTITY),         /* likely to reveal the identity of an individual */
         [3] = B(FINANCIAL),        /* financial or business affairs, the council's included */
         [4] = B(LABOUR_RELATIONS), /* consultations or negotiations with employees */
         [5] = B(LEGAL_PRIVILEGE),  /* a claim to legal professional privilege */
         [6] = B(NOTICE_OR_ORDER),  /* a notice or order that is proposed */
         [7] = B(CRIME_PREVENTION), /* prevention, investigation or prosecution of crime */
     }},
};

#undef B

static const char *const nation_names[MN_NATIONS] = {
    [MN_ENGLAND] = "england",
    [MN_WALES] = "wales",
    [MN_SCOTLAND] = "scotland",
    [MN_NORTHERN_IRELAND] = "northern-ireland",
};

/* Whether a name is the nation's, its hyphen written as hyphen, space, underscore or not at all. */
static bool names_nation(MnText name, const char *nation)
{
    size_t i = 0;

    for (; *nation != '\0'; nation++) {
        if (*nation == '-') {
            i +=
                i < name.len && (name.data[i] == '-' || name.data[i] == '_' || name.data[i] == ' ');
            continue;
        }
        if (i == name.len || mn_lower((unsigned char) name.data[i]) != (uint32_t) *nation) {
            return false;
        }
        i++;
    }
    return i == name.len;
}

MnNation mn_nation_named(MnText name)
{
    MnText trimmed = mn_trim(name);

    for (int n = 0; n < MN_NATIONS; n++) {
        if (names_nation(trimmed, nation_names[n])) {
            return (MnNation) n;
        }
    }
    return MN_NATIONS;
}

const char *mn_nation_name(MnNation nation)
{
    return nation < MN_NATIONS ? nation_names[nation] : NULL;
}

static bool is_before(MnDate a, MnDate b)
{
    if (a.year != b.year) {
        return a.year < b.year;
    }
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}

/* The schedule in force in a nation on a day, without one today's; NULL for no nation. */
static const Schedule *schedule_in_force(MnNation nation, MnDate on)
{
    for (size_t i = 0; i < sizeof(schedules) / sizeof(schedules[0]); i++) {
        if (schedules[i].nation == nation && (on.year == 0 || !is_before(on, schedules[i].from))) {
            return &schedules[i];
        }
    }
    return NULL;
}

MnRestriction mn_paragraph_grounds(const int *paragraphs, size_t count, MnNation nation, MnDate on)
{
    const Schedule *schedule = schedule_in_force(nation, on);
    MnRestriction grounds = 0;

    for (size_t i = 0; i < count; i++) {
        MnRestriction meant = 0;

        if (schedule != NULL && paragraphs[i] > 0 && paragraphs[i] < MN_PARAGRAPHS_MAX) {
            meant = schedule->grounds[paragraphs[i]];
        }
        grounds |= meant != 0 ? meant : MN_GROUND_BIT(MN_UNSTATED);
    }
    return grounds;
}

size_t mn_statutory_paragraphs(MnRestriction grounds, MnNation nation, MnDate on,
                               int paragraphs[MN_PARAGRAPHS_MAX])
{
    const Schedule *schedule = schedule_in_force(nation, on);
    size_t count = 0;

    if (schedule == NULL) {
        return 0;
    }
    for (int n = 1; n < MN_PARAGRAPHS_MAX; n++) {
        if (schedule->grounds[n] & grounds) {
            paragraphs[count++] = n;
        }
    }
    return count;
}
