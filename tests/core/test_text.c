/*
 * test_text.c - UTF-8, classes of characters and the arena.
 */
#include "tap.h"

static void code_points(void)
{
    static const struct {
        const char *bytes;
        size_t len;
        uint32_t first;
        size_t taken;
    } cases[] = {
        {"A", 1, 'A', 1},
        {"\xC2\xA3", 2, 0xA3, 2},
        {"\xE2\x88\x92", 3, 0x2212, 3},
        {"\xF0\x9F\x8F\x9B", 4, 0x1F3DB, 4},
        {"\xC0\x80", 2, 0xFFFD, 1},         /* overlong */
        {"\xED\xA0\x80", 3, 0xFFFD, 1},     /* a surrogate */
        {"\xE2\x88", 2, 0xFFFD, 1},         /* cut short */
        {"\xF4\x90\x80\x80", 4, 0xFFFD, 1}, /* past the end of Unicode */
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        MnText text = {cases[i].bytes, cases[i].len};
        size_t at = 0;
        uint32_t c = mn_next(text, &at);

        OK(c == cases[i].first && at == cases[i].taken, "next of case %zu is U+%04X", i,
           (unsigned) c);
        if (cases[i].first != 0xFFFD) {
            at = text.len;
            c = mn_previous(text, &at);
            OK(c == cases[i].first && at == 0, "previous of case %zu is U+%04X", i, (unsigned) c);
        }
    }
}

static void ends(void)
{
    TapArena arena = TAP_ARENA;
    MnText text = mn_trim(tap_text(&arena, " \xC2\xA0\tChair\xE2\x80\x82\n"));

    OK(mn_same(text, MN_TEXT("CHAIR")), "white space of every kind is trimmed");
    OK(mn_trim(tap_text(&arena, " \n ")).len == 0, "nothing is left of white space");
    OK(mn_begins(MN_TEXT("Minutes:"), MN_TEXT("minutes")), "a prefix in another case");
    OK(!mn_begins(MN_TEXT("Min"), MN_TEXT("minutes")), "a text shorter than the prefix");
    OK(mn_characters(MN_TEXT("a\xC2\xA3z"), 4) == 3, "characters, not bytes");
    tap_free(&arena);
}

static void classes(void)
{
    OK(mn_is_minus(0x2212) && mn_is_minus('-') && mn_is_minus(0x2013) && !mn_is_minus(0x2014),
       "minus signs");
    OK(mn_is_slash(0xFF0F) && !mn_is_slash('\\'), "slashes");
    OK(mn_narrow(0xFF05) == '%' && mn_narrow(0xE9) == 0xE9, "fullwidth forms");
}

int main(void)
{
    code_points();
    ends();
    classes();
    return tap_done();
}
