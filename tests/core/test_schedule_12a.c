/*
 * test_schedule_12a.c - what the Acts' paragraphs meant, by nation and day (tests/core/schedules.txt).
 */
#include "schedule_12a.h"
#include "inputs.h"

/* "NATION DATE PARAGRAPH,PARAGRAPH" means the set expected; DATE is YYYY-MM-DD or today. */
static void meaning(const char *shown, const char *input, const char *expected)
{
    char nation[32];
    char day[32];
    char list[200];
    int paragraphs[MN_PARAGRAPHS_MAX * 2];
    size_t count = 0;
    MnDate on = MN_NO_DATE;
    char out[MN_RESTRICTION_MAX];

    OK(sscanf(input, "%31s %31s %199s", nation, day, list) == 3, "'%s' is a case", shown);
    sscanf(day, "%d-%d-%d", &on.year, &on.month, &on.day);
    for (char *next = strtok(list, ","); next != NULL; next = strtok(NULL, ",")) {
        paragraphs[count++] = atoi(next);
    }
    mn_restriction_format(mn_paragraph_grounds(paragraphs, count,
                                               mn_nation_named((MnText){nation, strlen(nation)}),
                                               on),
                          out);
    if (!OK(strcmp(out, expected) == 0, "'%s' meant %s", shown, expected)) {
        printf("#   got %s\n", out);
    }
}

/* "NATION DATE {GROUND,...}" is covered by the paragraphs expected, 0 for none. */
static void coverage(const char *shown, const char *input, const char *expected)
{
    char nation[32];
    char day[32];
    char set[200];
    int paragraphs[MN_PARAGRAPHS_MAX];
    MnDate on = MN_NO_DATE;
    MnRestriction grounds = 0;
    char out[200] = "";
    size_t count;

    OK(sscanf(input, "%31s %31s %199s", nation, day, set) == 3 &&
           mn_restriction_parse((MnText){set, strlen(set)}, &grounds, NULL) == MN_OK,
       "'%s' is a case", shown);
    sscanf(day, "%d-%d-%d", &on.year, &on.month, &on.day);
    count = mn_statutory_paragraphs(grounds, mn_nation_named((MnText){nation, strlen(nation)}), on,
                                    paragraphs);
    for (size_t i = 0; i < count; i++) {
        sprintf(out + strlen(out), "%s%d", i == 0 ? "" : ",", paragraphs[i]);
    }
    if (!OK(strcmp(count == 0 ? "0" : out, expected) == 0, "'%s' is covered by %s", shown,
            expected)) {
        printf("#   got %s\n", out);
    }
}

/* Whatever a paragraph meant, the paragraphs that cover that include it. */
static void both_ways(void)
{
    static const MnDate days[] = {{1990, 1, 1}, {2006, 6, 1}, {2010, 1, 1}, {0, 0, 0}};

    for (int nation = 0; nation < MN_NATIONS; nation++) {
        for (size_t d = 0; d < sizeof(days) / sizeof(days[0]); d++) {
            int missed = 0;

            for (int n = -1; n < MN_PARAGRAPHS_MAX + 1; n++) {
                int found[MN_PARAGRAPHS_MAX];
                MnRestriction grounds = mn_paragraph_grounds(&n, 1, (MnNation) nation, days[d]);
                size_t count = mn_statutory_paragraphs(grounds, (MnNation) nation, days[d], found);
                bool covered = grounds == MN_GROUND_BIT(MN_UNSTATED) && count == 0;

                for (size_t i = 0; i < count; i++) {
                    covered |= found[i] == n;
                }
                missed += !covered;
            }
            OK(missed == 0, "%s, day %zu: there and back", mn_nation_name((MnNation) nation), d);
        }
    }
}

static void names(void)
{
    static const struct {
        const char *name;
        MnNation nation;
    } cases[] = {
        {"england", MN_ENGLAND},
        {"England", MN_ENGLAND},
        {" WALES ", MN_WALES},
        {"Scotland", MN_SCOTLAND},
        {"northern-ireland", MN_NORTHERN_IRELAND},
        {"Northern Ireland", MN_NORTHERN_IRELAND},
        {"northern_ireland", MN_NORTHERN_IRELAND},
        {"NorthernIreland", MN_NORTHERN_IRELAND},
        {"ireland", MN_NATIONS},
        {"northern", MN_NATIONS},
        {"", MN_NATIONS},
        {"englan", MN_NATIONS},
        {"england2", MN_NATIONS},
        {"northern--ireland", MN_NATIONS},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        OK(mn_nation_named((MnText){cases[i].name, strlen(cases[i].name)}) == cases[i].nation,
           "the nation '%s'", cases[i].name);
    }
    OK(mn_nation_name(MN_NATIONS) == NULL, "no nation has no name");
}

int main(void)
{
    each_input("schedules.txt", meaning);
    each_input("schedules_covering.txt", coverage);
    both_ways();
    names();
    return tap_done();
}
