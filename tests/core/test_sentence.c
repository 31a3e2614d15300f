/*
 * test_sentence.c - the splitter: texts whose sentences are marked {like this.}
 */
#include "tap.h"
#include "sentence.h"

/* Each case in its own words: the text, with { and } where a sentence begins and ends. */
static const char *const cases[] = {
    "{The report was noted.} {It was agreed to defer.}",
    "{Cllr. A. Marlow asked Mr. J.K. Penn of St. Bride's about it.} {He replied.}",
    "{See No. 12 and para. 4 of it.} {No.} {The Chair said so.}",
    "{The meeting began at 9.00 a.m. on Monday.}",
    "{It closed at 11.15 p.m.} {The Chair thanked all.}",
    "{It fell by 4.5% in May.} {It rose by 4. 1% in June.}",
    "{It was built in 2019.} {15 people came.}",
    "{Bins, fly-tipping, e.g. mattresses, i.e. waste, etc. were named.}",
    "{Graffiti, noise, etc.} {Members agreed.}",
    "{approx. 40 people; c. 12 of them young.}",
    "{One line\nbroken by the page.} {Two.}",
    "{A paragraph without a stop}\n\n{Another one}",
    "{Points were:}\n{- Theft was up 3%}\n{- Arson was down.} {It mattered.}",
    "{Points were:}\n{\xE2\x80\xA2 first\nin two lines}\n{\xE2\x80\xA2 second}",
    "{AGREED that:-}\n{1. The report be noted.}\n{2. The fees be\napproved.}",
    "{RESOLVED:}\n{(a) That it be noted;}\n{(b) That it be approved; and}\n{(iii) That it stop.}",
    "{Offence | 2024 | 2025}\n{Theft | 9. | -3.5%}\n{After the table.}",
    "{29.1 The officer spoke.}\n{29.2 Members agreed.}",
    "{The rate was\n3.2 per cent of all.}",
    "{The meeting had met on\n12 May. } {More.}",
    "{See Appendix B.} {The plan stands there.}",
    "{Was it so?} {It was!} {\"Yes.\"} {Good.}",
    "{(It was noted.)} {Then they left.}",
    "{The sum (see p. 4) was \xC2\xA3"
    "3.5m.} {Next.}",
    "{AGREED that:- 1. The report be noted; 2. The fees stand.} {End.}",
    "{Wait... and see.} {Wait...} {Then go.}",
    "{Acme Ltd. was paid.} {It went to Acme Ltd.} {The Chair left.}",
    "{Moved by Cllr\nA. Marlow.} {Carried.}",
    "{First}\n\xC2\xA0\n{second}",
    "{Lost glyphs:}\n{\xC2\xA0\xC2\xA0\xC2\xA0 first point}\n{\xC2\xA0\xC2\xA0\xC2\xA0 second "
    "point}",
    "",
    " \n \n",
};

static void marked(size_t number, const char *marks)
{
    TapArena arena = TAP_ARENA;
    char *plain = malloc(strlen(marks) + 1);
    size_t starts[32], ends[32];
    size_t count = 0, len = 0, at = 0, seen = 0;
    bool same = true;
    MnText text;
    MnSpan sentence;

    for (const char *c = marks; *c != '\0'; c++) {
        if (*c == '{') {
            starts[count] = len;
        } else if (*c == '}') {
            ends[count++] = len;
        } else {
            plain[len++] = *c;
        }
    }
    plain[len] = '\0';
    text = tap_text(&arena, plain);
    while (mn_next_sentence(text, &at, &sentence)) {
        MnText wanted = seen < count
                            ? mn_trim((MnText){text.data + starts[seen], ends[seen] - starts[seen]})
                            : (MnText){NULL, 0};

        if (seen >= count || text.data + sentence.start < wanted.data ||
            text.data + sentence.start + sentence.len != wanted.data + wanted.len) {
            same = false;
            printf("# got <%.*s>\n", (int) sentence.len, text.data + sentence.start);
        } else {
            MnSpan held = mn_sentence_at(text, sentence.start + sentence.len / 2);

            same = same && held.start == sentence.start && held.len == sentence.len;
        }
        seen++;
    }
    OK(same && seen == count, "case %zu has %zu sentences: %.*s", number, count,
       (int) strcspn(marks, "\n"), marks);
    free(plain);
    tap_free(&arena);
}

/* Every cut of a text, and every byte of it alone, must be walked to its end. */
static void cuts(void)
{
    const char *text =
        "1. (a) e.g. \xE2\x80\xA2 x\n\xC2\xA0\xC2\xA0| a | b |\n\n... 4. 1% \xF0\x9F";
    bool ended = true;

    for (size_t from = 0; from <= strlen(text); from++) {
        TapArena arena = TAP_ARENA;
        MnText cut = tap_text(&arena, text + from);

        for (size_t len = 0; len <= cut.len; len++) {
            MnText part = mn_copy(&arena.base, (MnText){cut.data, len});
            size_t at = 0, rounds = 0;
            MnSpan sentence;

            while (mn_next_sentence(part, &at, &sentence) && rounds <= part.len) {
                rounds++;
            }
            ended = ended && rounds <= part.len;
        }
        tap_free(&arena);
    }
    OK(ended, "every cut of a text is walked to its end");
    OK(mn_sentence_at(MN_TEXT("a. "), 2).len == 3, "between sentences: the whole text");
}

int main(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        marked(i, cases[i]);
    }
    cuts();
    return tap_done();
}
