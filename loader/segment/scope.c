/*
 * scope.c - see scope.h: one walk over a meeting's items, with what is closed at each.
 */
#include "scope.h"

#include <string.h>

/* What a resolution, heading or doubt says of the items it closes. */
typedef struct Closing {
    unsigned source; /* RestrictionSource, 0 for nothing closed */
    MnRestriction grounds;
    MnRegime regime;
    int paragraphs[MN_PARAGRAPHS_MAX];
    size_t paragraph_count;
} Closing;

typedef struct Scope {
    Document *document;
    Meeting *meeting;
    int index;         /* of the meeting */
    Closing *named;    /* one an item: by a resolution that names it */
    Closing remainder; /* from the item after a resolution to the return to public session */
    Closing unsettled; /* likewise, where a resolution's scope could not be settled */
    bool private_part; /* below a private heading */
    const char *private_heading;
} Scope;

static MnText text_of(const char *string)
{
    return (MnText){string, string == NULL ? 0 : strlen(string)};
}

static bool contains(const char *string, const char *word)
{
    return string != NULL && strcasestr(string, word) != NULL;
}

/* Whether the item is the one at which the public are excluded, not one for which they are. */
static bool is_exclusion_item(const Item *item)
{
    return (contains(item->title, "exclu") &&
            (contains(item->title, "public") || contains(item->title, "press"))) ||
           (contains(item->title, "gwahardd") && contains(item->title, "cyhoedd"));
}

/* The part of a printed number that is compared: "12." and "(12)" as "12". */
static MnText bare_number(MnText number)
{
    number = mn_trim(number);
    while (number.len > 0 && strchr(".():", number.data[number.len - 1]) != NULL) {
        number.len--;
    }
    while (number.len > 0 && (number.data[0] == '(' || number.data[0] == '*')) {
        number.data++;
        number.len--;
    }
    return number;
}

static bool is_digits(MnText text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!mn_is_digit((unsigned char) text.data[i])) {
            return false;
        }
    }
    return text.len > 0;
}

static int integer_of(MnText digits)
{
    int value = 0;

    for (size_t i = 0; i < digits.len && value < 100000; i++) {
        value = value * 10 + (digits.data[i] - '0');
    }
    return value;
}

/* Whether the item bears the number as printed, or its code does. */
static bool bears(const Item *item, MnText number)
{
    MnAgendaCode code;

    if (item->number != NULL && mn_same(bare_number(text_of(item->number)), number)) {
        return true;
    }
    if (item->code != NULL && mn_same(text_of(item->code), number)) {
        return true;
    }
    if (item->has_agenda_code && mn_agenda_code_parse(number, &code, NULL) == MN_OK) {
        return code == item->agenda_code;
    }
    if (item->has_agenda_code && is_digits(number)) {
        MnAgendaCodeParts parts;

        mn_agenda_code_unpack(item->agenda_code, &parts);
        return parts.number == integer_of(number) && parts.suffix == '\0';
    }
    return false;
}

/*
 * The item that a resolution at item `at` names by a number: the next one behind it that bears the number, else any that does, else, in
 * minutes that print no plain numbers, the one at that position of the agenda. item_count where there is none.
 */
static size_t item_named(const Meeting *meeting, size_t at, MnText number)
{
    bool plain_numbers = false;

    number = bare_number(number);
    for (size_t i = at; i < meeting->item_count; i++) {
        if (bears(&meeting->items[i], number)) {
            return i;
        }
    }
    for (size_t i = 0; i < at; i++) {
        if (bears(&meeting->items[i], number)) {
            return i;
        }
    }
    for (size_t i = 0; i < meeting->item_count; i++) {
        const Item *item = &meeting->items[i];

        plain_numbers = plain_numbers ||
                        (item->number != NULL && is_digits(bare_number(text_of(item->number))));
    }
    if (!plain_numbers && is_digits(number)) {
        size_t position = (size_t) integer_of(number);

        if (position > at + 1 && position <= meeting->item_count) {
            return position - 1;
        }
    }
    return meeting->item_count;
}

static void cite(Closing *closing, const int *paragraphs, size_t count)
{
    for (size_t i = 0; i < count && closing->paragraph_count < MN_PARAGRAPHS_MAX; i++) {
        closing->paragraphs[closing->paragraph_count++] = paragraphs[i];
    }
}

static Closing closing_of(const MnExclusion *exclusion, unsigned source)
{
    Closing closing = {
        .source = source, .grounds = exclusion->grounds, .regime = exclusion->regime};

    cite(&closing, exclusion->paragraphs, exclusion->paragraph_count);
    return closing;
}

/* Closes the items that the resolution names; false where one of them is not there, or lies behind. */
static bool close_named(Scope *scope, size_t at, const MnExclusion *exclusion)
{
    Meeting *meeting = scope->meeting;
    bool settled = true;

    for (size_t n = 0; n < exclusion->item_count; n++) {
        const MnItemsNamed *named = &exclusion->items[n];
        size_t first = item_named(meeting, at, named->first);
        size_t last =
            named->last.data == named->first.data ? first : item_named(meeting, at, named->last);
        Closing closing = closing_of(exclusion, RESTRICTED_BY_RESOLUTION);

        if (first >= meeting->item_count || last >= meeting->item_count || last < first) {
            settled = false;
        }
        if (named->paragraph_count > 0) {
            closing.paragraph_count = 0;
            cite(&closing, named->paragraphs, named->paragraph_count);
            closing.grounds = mn_paragraph_grounds(named->paragraphs, named->paragraph_count,
                                                   scope->document->nation, meeting->date);
        }
        for (size_t i = first; i < meeting->item_count && i <= last; i++) {
            /* Open twins of exempt items may be named beside them; what was taken before the public left was open. */
            if (i >= at) {
                scope->named[i] = closing;
            }
        }
    }
    return settled;
}

/* The words behind the resolution within the item that holds it. */
static MnText behind_resolution(const Item *item, const MnExclusion *exclusion)
{
    size_t end = exclusion->matched.start + exclusion->matched.len;

    return mn_trim((MnText){item->text + end, strlen(item->text) - end});
}

/* Whether the words decide some business, more than that something was agreed. */
static bool decides_business(Scope *scope, MnText words)
{
    MnDecision *decisions;
    size_t count;

    mn_minute_decisions(words, &scope->document->arena->base, &decisions, &count);
    for (size_t i = 0; i < count; i++) {
        if (decisions[i].outcome != MN_AGREED) {
            return true;
        }
    }
    return false;
}

/* Whether the title is of private business at large, "Exempt Items", and not of one piece of it. */
static bool is_private_heading(const Item *item)
{
    bool opens_public;
    bool marked = false;
    MnText bare = mn_title_without_mark(text_of(item->title), &marked);

    /* "Confidential: Staffing" is one piece of it, whatever the mark */
    return mn_heading_is_private(text_of(item->title), &opens_public) &&
           !(marked && bare.len > 0 && bare.len < strlen(item->title) &&
             !mn_heading_is_private(bare, &opens_public) && !contains(item->title, "items") &&
             !contains(item->title, "business") && !contains(item->title, "matters"));
}

/* Whether the item is no more than the resolution it holds, whatever its title: "Exempt Business", "Exclusion". */
static bool only_excludes(const Item *item, const MnExclusion *exclusion)
{
    return (contains(item->title, "exclusion") || is_private_heading(item)) &&
           exclusion->item_count == 0 && behind_resolution(item, exclusion).len <= 60;
}

/* Closes the items whose titles the resolution prints: "the item entitled Sea Wall Claim". Returns whether there is one. */
static bool close_titled(Scope *scope, size_t at, const MnExclusion *exclusion)
{
    Meeting *meeting = scope->meeting;
    const char *words = arena_text(scope->document->arena,
                                   mn_slice(text_of(meeting->items[at].text), exclusion->matched));
    bool found = false;

    for (size_t i = at + 1; i < meeting->item_count; i++) {
        const char *title = meeting->items[i].title;

        if (title != NULL && strlen(title) > 5 && contains(words, title)) {
            scope->named[i] = closing_of(exclusion, RESTRICTED_BY_RESOLUTION);
            found = true;
        }
    }
    return found;
}

/* Whether the item's own business was done in private though its resolution names no item: it goes on behind the resolution. */
static bool goes_on_in_private(Scope *scope, const Item *item, const MnExclusion *exclusion)
{
    MnText behind = behind_resolution(item, exclusion);
    MnSpan back;

    if (exclusion->item_count > 0 || exclusion->names_next || only_excludes(item, exclusion)) {
        return false;
    }
    if (mn_returns_to_public(behind, &back)) {
        return true;
    }
    if (is_exclusion_item(item) || contains(item->title, "public")) {
        return decides_business(scope, behind);
    }
    return behind.len > 40 || (exclusion->matched.start == 0 && !is_private_heading(item));
}

/* An exclusion of the public whose scope is not known closes all that follows. */
static void close_unsettled(Scope *scope, const Item *item, const MnExclusion *exclusion,
                            const char *why)
{
    scope->unsettled = closing_of(exclusion, RESTRICTED_BY_UNSETTLED);
    if (scope->unsettled.grounds == 0) {
        scope->unsettled.grounds = MN_GROUND_BIT(MN_UNSTATED);
    }
    document_problem(scope->document, SEVERITY_WARNING, "unsettled_exclusion", item->line,
                     scope->index, item->position,
                     "The public were excluded, but %s; every later item counts as restricted "
                     "until the public return.",
                     why);
}

/* Whether the minute of an exclusion item decides something and does not say that nothing was excluded. */
static bool decides_something(Scope *scope, const Item *item)
{
    MnDecision *decisions;
    size_t count;

    mn_minute_decisions(text_of(item->text), &scope->document->arena->base, &decisions, &count);
    for (size_t i = 0; i < count; i++) {
        if (decisions[i].outcome == MN_AGREED || decisions[i].outcome == MN_APPROVED) {
            return !contains(item->text, "no exempt") && !contains(item->text, "not ") &&
                   !contains(item->text, "none") && !contains(item->text, "no items") &&
                   !contains(item->text, "no confidential") && !contains(item->text, "no private");
        }
    }
    return false;
}

/*
 * The exclusion that the item's minute resolves. Where a page prints the resolution in the agenda and only "Agreed" in the minute, the agenda's
 * words are what was agreed; *unknown where there is a decision but no words to settle what it closed.
 */
static bool exclusion_of(Scope *scope, const Item *item, MnExclusion *exclusion, bool *unknown)
{
    MnNation nation = scope->document->nation;

    *unknown = false;
    if (mn_find_exclusion(text_of(item->text), nation, scope->meeting->date, exclusion)) {
        return true;
    }
    if (!is_exclusion_item(item) || item->text == NULL || !decides_something(scope, item)) {
        return false;
    }
    if (item->agenda_text != NULL) {
        const char *agreed =
            arena_printf(scope->document->arena, "RESOLVED:\n\n%s", item->agenda_text);

        if (mn_find_exclusion(text_of(agreed), nation, scope->meeting->date, exclusion)) {
            /* The place is one of the agenda's, not of the minute. */
            exclusion->matched = (MnSpan){0, strlen(item->text)};
            return true;
        }
    }
    *unknown = true;
    return false;
}

/* What is private or public from the item on by the headings above it, and by its own title where that is one. */
static void read_headings(Scope *scope, const Item *item, const char *previous_section)
{
    bool opens_public;

    if (item->section != NULL &&
        (previous_section == NULL || strcmp(item->section, previous_section) != 0)) {
        if (mn_heading_is_private(text_of(item->section), &opens_public)) {
            scope->private_part = true;
            scope->private_heading = item->section;
        } else if (opens_public) {
            scope->private_part = false;
            scope->remainder.source = 0;
            scope->unsettled.source = 0;
        }
    }
    if (item->title != NULL && item->text == NULL && item->agenda_text == NULL) {
        if (mn_heading_is_private(text_of(item->title), &opens_public)) {
            scope->private_part = true;
            scope->private_heading = item->title;
        } else if (opens_public) {
            scope->private_part = false;
            scope->remainder.source = 0;
            scope->unsettled.source = 0;
        }
    }
}

/* Adds what closes the item from outside its words. */
static void close_item(Item *item, const Closing *closing)
{
    if (closing->source == 0) {
        return;
    }
    item->sources |= closing->source;
    item->stated_grounds |= closing->grounds;
    if (item->regime == MN_REGIME_NONE) {
        item->regime = closing->regime;
    }
    for (size_t i = 0; i < closing->paragraph_count && item->paragraph_count < MN_PARAGRAPHS_MAX;
         i++) {
        bool known = false;

        for (size_t k = 0; k < item->paragraph_count; k++) {
            known = known || item->paragraphs[k] == closing->paragraphs[i];
        }
        if (!known) {
            item->paragraphs[item->paragraph_count++] = closing->paragraphs[i];
        }
    }
}

/* What the item's title and words say of itself. */
static MnRestriction read_own_words(Scope *scope, Item *item)
{
    MnNation nation = scope->document->nation;
    MnDate on = scope->meeting->date;
    MnText title = text_of(item->title);
    MnText text = text_of(item->text);
    MnText agenda = is_exclusion_item(item) ? (MnText){NULL, 0} : text_of(item->agenda_text);
    MnText none = {NULL, 0};
    bool marked = false;
    MnText bare = title.len > 0 ? mn_title_without_mark(title, &marked) : title;
    bool left_out = marked && mn_piece_not_discussed(title, text);
    MnRestriction by_title =
        marked && !left_out ? mn_classify_restriction(title, none, nation, on) : 0;
    MnRestriction by_text = mn_classify_restriction(none, text, nation, on) |
                            mn_classify_restriction(none, agenda, nation, on);
    MnRestriction unstated = MN_GROUND_BIT(MN_UNSTATED);

    if (by_title != 0 || by_text != 0) {
        item->regime = mn_cited_regime(title, text, item->paragraphs, &item->paragraph_count);
        if (item->regime == MN_REGIME_NONE && item->paragraph_count == 0) {
            item->regime = mn_cited_regime(none, agenda, item->paragraphs, &item->paragraph_count);
        }
    }
    if (marked && !left_out) {
        item->sources |= RESTRICTED_BY_TITLE;
        item->stated_grounds |= by_title;
        if (bare.len > 0 && bare.len < title.len) {
            item->title = arena_text(scope->document->arena, bare);
        }
    }
    if (by_text != 0) {
        item->sources |= RESTRICTED_BY_TEXT;
    }
    return ((by_title | by_text) & ~unstated) != 0 ? (by_title | by_text) & ~unstated
                                                   : by_title | by_text;
}

/* What a restricted item cites in passing, "(Paragraph 7)": in its title, its minute or what the agenda said of it. */
static MnRestriction read_citations(Scope *scope, Item *item, const char *title)
{
    const char *const places[] = {title, item->text, item->agenda_text};
    MnRestriction grounds = 0;
    int paragraphs[MN_PARAGRAPHS_MAX];
    size_t count = 0;

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        grounds |= mn_cited_grounds(text_of(places[i]), scope->document->nation,
                                    scope->meeting->date, paragraphs, &count);
    }
    if (count > 0) {
        item->paragraph_count = 0;
        for (size_t i = 0; i < count; i++) {
            item->paragraphs[item->paragraph_count++] = paragraphs[i];
        }
        item->regime = item->regime == MN_REGIME_NONE ? MN_REGIME_EXEMPT : item->regime;
    }
    return grounds;
}

static void state_reason(Arena *arena, Item *item)
{
    const char *const places[] = {item->text, is_exclusion_item(item) ? NULL : item->agenda_text};
    MnSpan reason;

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]) && item->reason == NULL; i++) {
        if (mn_restriction_reason(text_of(places[i]), &reason)) {
            item->reason = arena_text(arena, mn_slice(text_of(places[i]), reason));
        }
    }
}

/* Puts an item's grounds together: its own where it names any, else those of what closed it. */
static void settle(Arena *arena, Item *item, MnRestriction own)
{
    MnRestriction unstated = MN_GROUND_BIT(MN_UNSTATED);
    MnRestriction weak = unstated | MN_GROUND_BIT(MN_CONFIDENTIAL);
    MnRestriction outside = item->stated_grounds & ~unstated;

    item->restricted = item->sources != 0;
    if (!item->restricted) {
        item->grounds = item->stated_grounds = 0;
        return;
    }
    if ((own & ~weak) != 0) {
        item->grounds = own & ~unstated;
    } else if (outside != 0) {
        item->grounds = (outside & ~weak) != 0 ? outside & ~weak : outside;
    } else {
        item->grounds = own != 0 ? own : unstated;
    }
    if ((item->sources & ~(unsigned) RESTRICTED_BY_TEXT) != 0) {
        item->stated_grounds = item->stated_grounds == 0 ? unstated
                               : outside != 0            ? outside
                                                         : item->stated_grounds;
    }
    state_reason(arena, item);
}

/* The exclusion in an item: what it closes from here on, and the item itself where it says so. */
static void apply_exclusion(Scope *scope, size_t at, const MnExclusion *exclusion)
{
    Item *item = &scope->meeting->items[at];

    /* "the item" in the minute of an exclusion is one that it names, else all that follows: never that minute itself. */
    if (is_exclusion_item(item) && exclusion->names_this && !exclusion->names_next &&
        !exclusion->remainder && exclusion->item_count == 0) {
        if (!close_titled(scope, at, exclusion)) {
            scope->remainder = closing_of(exclusion, RESTRICTED_BY_RESOLUTION);
        }
        return;
    }

    if (!close_named(scope, at, exclusion)) {
        close_unsettled(scope, item, exclusion, "the minute names items that are not there");
    }
    if (exclusion->names_next && !exclusion->remainder) {
        size_t next = exclusion->next_count > 1 ? (size_t) exclusion->next_count : 1;

        for (size_t i = at + 1; i < scope->meeting->item_count && i <= at + next; i++) {
            scope->named[i] = closing_of(exclusion, RESTRICTED_BY_RESOLUTION);
        }
    }
    if (exclusion->remainder) {
        scope->remainder = closing_of(exclusion, RESTRICTED_BY_RESOLUTION);
    }
    if (exclusion->names_this || goes_on_in_private(scope, item, exclusion)) {
        scope->named[at] = closing_of(exclusion, RESTRICTED_BY_RESOLUTION);
    }
}

/* Whether the public but leave as was resolved before, for an item that is closed already: "The press and public left the meeting." */
static bool only_leaves(const Scope *scope, size_t at, const MnExclusion *exclusion)
{
    return (scope->named[at].source != 0 || scope->remainder.source != 0) &&
           exclusion->item_count == 0 && !exclusion->names_next &&
           exclusion->grounds == MN_GROUND_BIT(MN_UNSTATED);
}

/* Whether the item is only the return to public session. */
static bool is_return_item(const Item *item, MnSpan back)
{
    MnSpan in_title;

    return mn_returns_to_public(text_of(item->title), &in_title) ||
           (back.len > 0 && back.start < 14);
}

static void scope_item(Scope *scope, size_t at)
{
    Meeting *meeting = scope->meeting;
    Item *item = &meeting->items[at];
    bool exclusion_item = is_exclusion_item(item);
    const char *title = item->title;
    MnRestriction weak = MN_GROUND_BIT(MN_UNSTATED) | MN_GROUND_BIT(MN_CONFIDENTIAL);
    Closing remainder = scope->remainder;
    Closing unsettled = scope->unsettled;
    MnExclusion exclusion;
    MnRestriction own;
    MnSpan back;
    bool excludes;
    bool unknown;
    bool returns;

    read_headings(scope, item, at > 0 ? meeting->items[at - 1].section : NULL);
    if (scope->remainder.source == 0) {
        remainder.source = 0;
    }
    if (scope->unsettled.source == 0) {
        unsettled.source = 0;
    }
    excludes = exclusion_of(scope, item, &exclusion, &unknown);
    exclusion_item =
        exclusion_item || (excludes && !exclusion.names_this && only_excludes(item, &exclusion));
    own = excludes && exclusion_item ? 0 : read_own_words(scope, item);
    if (excludes && !only_leaves(scope, at, &exclusion)) {
        apply_exclusion(scope, at, &exclusion);
    } else if (unknown) {
        memset(&exclusion, 0, sizeof(exclusion));
        close_unsettled(scope, item, &exclusion, "the minute does not say for which items");
    }
    returns = mn_returns_to_public(text_of(item->text), &back) ||
              mn_returns_to_public(text_of(item->title), &back);
    if (!(returns && is_return_item(item, back)) && !exclusion_item) {
        close_item(item, &remainder);
        close_item(item, &unsettled);
        if (scope->private_part) {
            item->sources |= RESTRICTED_BY_HEADING;
            if (contains(scope->private_heading, "confidential") &&
                !contains(scope->private_heading, "exempt") && item->stated_grounds == 0) {
                item->stated_grounds = MN_GROUND_BIT(MN_CONFIDENTIAL);
            }
        }
    }
    close_item(item, &scope->named[at]);
    if (returns) {
        scope->remainder.source = 0;
        scope->unsettled.source = 0;
    }
    if (item->sources != 0 && !exclusion_item && (own & ~weak) == 0) {
        MnRestriction cited = read_citations(scope, item, title);

        own = cited != 0 ? cited : own;
    }
    settle(scope->document->arena, item, own);
}

void scope_restrictions(Document *document)
{
    for (size_t m = 0; m < document->meeting_count; m++) {
        Meeting *meeting = &document->meetings[m];
        Scope scope = {.document = document, .meeting = meeting, .index = (int) m};

        scope.named = arena_alloc(document->arena, (meeting->item_count + 1) * sizeof(Closing));
        for (size_t i = 0; i < meeting->item_count; i++) {
            scope_item(&scope, i);
        }
    }
}
