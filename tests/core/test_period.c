/*
 * test_period.c - the periods that sentences state: the cases of tests/core/periods.txt.
 */
#include "cases.h"
#include "period.h"

static void put(char *out, MnDate date)
{
    if (date.year == 0) {
        strcpy(out, "-");
    } else {
        sprintf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
    }
}

/* "START END" or "none", the sentence, and the figure as it stands there. */
static void check(const Case *one)
{
    TapArena arena = TAP_ARENA;
    MnText text = tap_text(&arena, one->field[1]);
    const char *figure = strstr(one->field[1], one->field[2]);
    MnSpan span = {figure == NULL ? 0 : (size_t) (figure - one->field[1]), strlen(one->field[2])};
    MnPeriod period;
    char got[64] = "none";

    if (mn_stated_period(text, span, &period)) {
        put(got, period.start);
        strcat(got, " ");
        put(got + strlen(got), period.end);
    }
    OK(figure != NULL && strcmp(got, one->field[0]) == 0, "%s:%d wants %s, got %s", one->file,
       one->line, one->field[0], got);
    tap_free(&arena);
}

int main(void)
{
    each_case("tests/core/periods.txt", check);
    return tap_done();
}
