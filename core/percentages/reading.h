/*
 * reading.h - what the parts of the reader of percentage changes share.
 *
 * The way of a text: screen.c (is there anything to read at all) - lines.c (bullets, tables, page furniture) -
 * tokens.c (words, numbers, marks) - figures.c (numbers with a unit become one token) - roles.c (is a figure
 * the size of a change, a level, a target) - modality.c (was it observed, or wished, denied, decided) -
 * subjects.c and baseline.c (who changed, against what) - entries.c (one entry a change). tables.c reads rows of
 * cells. The words themselves stand in one list, lexicon.c.
 */
#ifndef MN_PERCENTAGES_READING_H
#define MN_PERCENTAGES_READING_H

#include "../percentages.h"

#include <string.h>

/* ---- words: what a word can be, as a set ---- */
#define IS_CHANGE_NOUN UINT64_C(1)        /* increase, fall, growth: can head "a fall of 5%" */
#define IS_CHANGE_VERB UINT64_C(2)        /* rose, fell, reduced */
#define IS_CHANGE_ADVERB UINT64_C(4)      /* up, down, higher, fewer */
#define IS_BASE_FORM UINT64_C(8)          /* a verb of change as in "to fall" */
#define IS_BE UINT64_C(0x10)              /* was, is, been */
#define IS_HAVE UINT64_C(0x20)            /* had, has, having */
#define IS_MODAL UINT64_C(0x40)           /* would, may, must */
#define IS_HOPE UINT64_C(0x80)            /* aims, expected, forecast, proposed */
#define IS_GOAL UINT64_C(0x100)           /* target, budget, forecast as nouns one compares with */
#define IS_DECISION UINT64_C(0x200)       /* agreed, resolved, approved */
#define IS_PRICE UINT64_C(0x400)          /* tax, rents, precept, pay */
#define IS_NOT UINT64_C(0x800)            /* not, never, no, without */
#define IS_WHETHER UINT64_C(0x1000)       /* whether, if, unless */
#define IS_ARTICLE UINT64_C(0x2000)       /* the, a, this, its */
#define IS_PRONOUN UINT64_C(0x4000)       /* it, they, there, which */
#define IS_PREPOSITION UINT64_C(0x8000)   /* in, of, for */
#define IS_CONTRAST UINT64_C(0x10000)     /* but, while, although: a new clause begins */
#define IS_PERIOD UINT64_C(0x20000)       /* year, month, January */
#define IS_PAST UINT64_C(0x40000)         /* last, previous, ago */
#define IS_AREA UINT64_C(0x80000)         /* national, county, elsewhere */
#define IS_AVERAGE UINT64_C(0x100000)     /* average, mean, benchmark */
#define IS_APPROXIMATE UINT64_C(0x200000) /* about, nearly, some */
#define IS_LIGHT_VERB UINT64_C(0x400000)  /* saw, showed, recorded: "X saw a fall" */
#define IS_VERB                                                                                    \
    UINT64_C(0x800000) /* any other verb that can govern a figure or end a noun phrase */
#define IS_ADVERB UINT64_C(0x1000000)      /* overall, significantly, again */
#define IS_MOVE_VERB UINT64_C(0x2000000)   /* went, moved, improved: direction only by levels */
#define IS_NUMBER_WORD UINT64_C(0x4000000) /* six, twenty; value is the number */
#define IS_PART_WORD UINT64_C(0x8000000)   /* third, fifths; value is the divisor */
#define IS_RATIO_VERB UINT64_C(0x10000000) /* halved, doubling; value is the change in percent */
#define IS_MULTIPLE UINT64_C(0x20000000)   /* twofold, threefold; value is the multiple */
#define IS_COMPARER UINT64_C(0x40000000)   /* compared, against, versus */
#define IS_OWN_PAST                                                                                \
    UINT64_C(0x80000000) /* pre-pandemic, peak, baseline: the subject's own earlier value */
#define IS_AND UINT64_C(0x100000000)        /* and, & , plus */
#define IS_WRONG UINT64_C(0x200000000)      /* wrong, incorrect, misprint */
#define IS_LEVEL_NOUN UINT64_C(0x400000000) /* rate, share, turnout */
#define IS_BEGUN                                                                                   \
    UINT64_C(0x800000000) /* continued, began, helped: "continued to fall" was observed */
#define IS_LEVEL_VERB UINT64_C(0x1000000000) /* stood, accounted, represented */
#define IS_NEVER_SIZE                                                                              \
    UINT64_C(0x2000000000) /* improved, differed, exceeded: "by 5%" after it is no change */
#define IS_TIME_LINK UINT64_C(0x4000000000) /* since, during, over, between: opens a time phrase */
#define IS_PEOPLE UINT64_C(0x8000000000)    /* respondents, residents: those a share is of */
#define IS_SAY UINT64_C(0x10000000000)      /* said, felt, asked, noted */

#define IS_ADJECTIVE UINT64_C(0x20000000000) /* large, overall, annual: before a noun of change */

#define IS_CHANGE_WORD (IS_CHANGE_NOUN | IS_CHANGE_VERB | IS_CHANGE_ADVERB)

/* Room for every word of the list: three machine words, so that words are compared by them. */
#define WORD_ROOM 24

typedef struct Word {
    char text[WORD_ROOM]; /* zeros behind it */
    uint64_t is;
    int8_t direction; /* +1 up, -1 down */
    int16_t value;    /* of number, part, ratio and multiple words */
} Word;

/* The list's entry for a word in lower case, NULL for a word that says nothing to this grammar. */
const Word *pc_word(const char *text, size_t len);

/* The list itself, for the test that it is sorted. */
const Word *pc_words(size_t *count);

/* ---- tokens ---- */
typedef enum TokenKind {
    TOKEN_WORD,
    TOKEN_NUMBER, /* without a percent unit: a count, a year, an age */
    TOKEN_MONEY,
    TOKEN_PERCENT, /* the sign; figures.c leaves none that belongs to a figure */
    TOKEN_FIGURE,  /* a number with its percent unit, a range, a ratio */
    TOKEN_ARROW,
    TOKEN_MARK, /* punctuation */
    TOKEN_STOP  /* the end of a sentence, bullet or heading */
} TokenKind;

typedef struct Token {
    size_t start; /* bytes of the original text */
    size_t end;
    const char *word; /* in lower case, broken words made whole; words only */
    uint64_t is;
    int64_t number; /* millionths, numbers only */
    uint32_t figure;
    uint16_t word_len;
    int16_t value;
    uint8_t kind;
    int8_t direction;
    char mark;      /* the mark; of a STOP '.', '?' or '\n' */
    bool spaced;    /* white space before it */
    bool new_line;  /* a line break before it */
    bool capital;   /* begins with a capital */
    bool hyphen;    /* a word with a hyphen in it */
    bool has_point; /* a number with decimals */
    int8_t sign;    /* of a number: an explicit sign glued to it */
} Token;

/* How a figure is expressed. */
typedef enum FigureForm {
    FORM_PERCENT, /* 5%, six per cent */
    FORM_POINTS,  /* 3 percentage points */
    FORM_PART,    /* a third: percent once a direction is known */
    FORM_RATIO,   /* halved, doubled: direction and size in one */
    FORM_MULTIPLE /* threefold, three times */
} FigureForm;

/* What a figure is in its sentence. */
typedef enum FigureRole {
    ROLE_NONE,    /* nothing governs it (yet) */
    ROLE_SIZE,    /* the size of a change */
    ROLE_FROM,    /* the level before */
    ROLE_TO,      /* the level after */
    ROLE_LEVEL,   /* a level, share or score */
    ROLE_GOAL,    /* a target, forecast or limit */
    ROLE_BRACKET, /* stands alone in brackets or after "or": gives a size to what stands before */
    ROLE_MERGED   /* says again what another figure says */
} FigureRole;

#define NO_TOKEN SIZE_MAX

typedef struct Figure {
    FigureForm form;
    FigureRole role;
    int64_t low; /* magnitudes in millionths, low = high but for a range */
    int64_t high;
    int8_t sign;    /* explicit: -1, +1, 0 for none */
    bool arrow;     /* the sign is an arrow's: weaker than a direction word */
    bool tolerance; /* +/- */
    bool is_range;
    bool dash_range;  /* the range is written as such, not from two figures */
    bool from_before; /* "from" stands before the first of two numbers: levels, not a range */
    MnQualifier qualifier;
    size_t raw_end;   /* the token behind it before figures became one token each */
    size_t token;     /* its place among the sentence's tokens */
    size_t head;      /* the token whose change it measures, NO_TOKEN for a bare sign */
    int8_t direction; /* of the change */
    size_t base;    /* token from where approximators, articles and prepositions before it begin */
    size_t partner; /* index of the figure that is the other level, NO_TOKEN for none */
    size_t source;  /* index of the figure whose direction it takes over, NO_TOKEN for none */
    bool by_comparison; /* taken over through "compared with" */
} Figure;

/* One sentence at a time. */
typedef struct Sentence {
    MnText text; /* the whole original */
    Token *tokens;
    size_t count;
    Figure *figures;
    size_t figure_count;
    size_t figure_capacity;
    bool question; /* ends with ? */
} Sentence;

/* What the sentences before leave behind. */
typedef struct Context {
    MnText subject;      /* the last subject told of, in the arena */
    MnText heading;      /* the heading above, in the arena */
    bool change_heading; /* a heading "% change" stands above */
    MnArena *arena;
    MnChange *changes;
    size_t count;
    size_t capacity;
    bool failed; /* the arena gave nothing */
} Context;

/* How far a rule looks, in tokens: keeps the time linear whatever the text. */
#define REACH 40

static inline bool token_is(const Token *token, uint64_t what)
{
    return token->kind == TOKEN_WORD && (token->is & what) != 0;
}

static inline bool token_mark(const Token *token, char mark)
{
    return token->kind == TOKEN_MARK && token->mark == mark;
}

/* Whether a token is just this word, given in lower case. */
static inline bool pc_says(const Token *token, const char *word)
{
    return token->kind == TOKEN_WORD && token->word_len > 0 && token->word[0] == word[0] &&
           token->word_len == strlen(word) && memcmp(token->word, word, token->word_len) == 0;
}

/* Whether the tokens from `at` on are these words, separated by single spaces in the pattern. */
bool pc_says_all(const Sentence *s, size_t at, const char *words);

/* screen.c: the first byte at or after `from` where a change might be told; text.len for none. */
size_t pc_screen(MnText text, size_t from);

/* tokens.c: splits text into tokens with STOPs between sentences; false without memory. */
bool pc_tokenise(MnText text, MnArena *arena, Token **tokens, size_t *count);

/* figures.c: finds numbers with units, ranges and ratios; each becomes one token. False without memory. */
bool pc_find_figures(Sentence *s, MnArena *arena);

/* roles.c: gives every figure its role, head and direction. */
void pc_find_roles(Sentence *s);

/* modality.c: whether the change of this figure was observed: not wished, planned, denied or decided. */
bool pc_is_observed(const Sentence *s, const Figure *figure);

/* modality.c: whether a comparison that begins at token `at` is with the subject's own past. */
bool pc_is_own_past(const Sentence *s, size_t at);

/* modality.c: whether it is with a target, another area or group, an average. */
bool pc_is_elsewhere(const Sentence *s, size_t at);

/* subjects.c: the metric of figure f; false without memory. */
bool pc_subject(const Sentence *s, size_t f, Context *context, MnText *metric);

/* subjects.c: the text of tokens [first, last] with single spaces, in the arena. */
MnText pc_text_of(const Sentence *s, size_t first, size_t last, MnArena *arena);

/* baseline.c: the comparison behind figure f as printed; data is NULL for none. */
MnText pc_baseline(const Sentence *s, size_t f, MnArena *arena);

/* entries.c: reads a sentence and appends its changes. */
void pc_read_sentence(Sentence *s, Context *context);

/* entries.c: appends a change unless it says again what stands there. */
void pc_append(Context *context, const MnChange *change);

/* tables.c: reads the table at *at (the start of a line with cells), appends its changes, moves behind it. */
void pc_read_table(MnText text, size_t *at, Context *context);

#endif
