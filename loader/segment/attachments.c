/*
 * attachments.c - see attachments.h.
 */
#include "attachments.h"

#include <stdlib.h>
#include <string.h>

#include "texts.h"

/* A size in bytes of its print ("112 KB", "1.2MB"), -1 where it is none. */
static int64_t bytes_of(MnText size)
{
    char number[32];
    MnText unit;
    size_t digits = 0;
    double value;

    while (digits < size.len && digits < sizeof(number) - 1 &&
           (mn_is_digit((unsigned char) size.data[digits]) || strchr(".,", size.data[digits]))) {
        number[digits] = size.data[digits];
        digits++;
    }
    number[digits] = '\0';
    value = strtod(number, NULL);
    unit = mn_trim(text_after(size, digits));
    if (text_is(unit, "KB") || text_is(unit, "K")) {
        value *= 1024;
    } else if (text_is(unit, "MB") || text_is(unit, "M")) {
        value *= 1024 * 1024;
    } else if (text_is(unit, "GB")) {
        value *= 1024.0 * 1024 * 1024;
    } else if (!text_is(unit, "bytes") && !text_is(unit, "B")) {
        return -1;
    }
    return (int64_t) (value + 0.5);
}

static Attachment *add(Arena *arena, Attachments *attachments)
{
    Attachment *attachment;

    attachments->attachment = mn_grow(&arena->base, attachments->attachment, sizeof(Attachment),
                                      attachments->count, &attachments->capacity);
    attachment = &attachments->attachment[attachments->count++];
    memset(attachment, 0, sizeof(*attachment));
    attachment->bytes = -1;
    return attachment;
}

static MnText rstrip(MnText text, const char *characters)
{
    for (;;) {
        text = mn_trim(text);
        if (text.len == 0 || strchr(characters, text.data[text.len - 1]) == NULL) {
            return text;
        }
        text.len--;
    }
}

/* The last word of text, which is shortened by it. */
static MnText take_word(MnText *text)
{
    size_t at = text->len;
    MnText word;

    while (at > 0 && text->data[at - 1] != ' ' && text->data[at - 1] != '\n') {
        at--;
    }
    word = text_after(*text, at);
    *text = mn_trim(text_upto(*text, at));
    return word;
}

/* Takes "112 KB" (or "112KB") off the end; an empty text where there is none. */
static MnText take_size(MnText *text)
{
    static const char *const units[] = {"KB", "MB", "GB", "bytes", NULL};
    MnText rest = rstrip(*text, ")].,;");
    size_t which;
    size_t end = rest.len;
    size_t start;

    for (which = 0; units[which] != NULL; which++) {
        size_t len = strlen(units[which]);

        if (rest.len > len && mn_same(text_after(rest, rest.len - len), text_of(units[which]))) {
            break;
        }
    }
    if (units[which] == NULL) {
        return (MnText){"", 0};
    }
    start = mn_trim(text_upto(rest, rest.len - strlen(units[which]))).len;
    end = start;
    while (start > 0 && (mn_is_digit((unsigned char) rest.data[start - 1]) ||
                         (strchr(".,", rest.data[start - 1]) && start < end))) {
        start--;
    }
    if (start == end) {
        return (MnText){"", 0};
    }
    *text = mn_trim(text_upto(rest, start));
    return text_after(rest, start);
}

/* Takes the kind of file off the end: "PDF", "PDF,", "DOC (96/2)"; an empty text where there is none. */
static MnText take_type(MnText *text)
{
    static const char *const types[] = {"PDF", "DOC",   "DOCX", "XLS", "XLSX", "PPT",  "PPTX",
                                        "ODT", "ODS",   "RTF",  "TXT", "HTM",  "HTML", "ZIP",
                                        "JPG", "JPEG",  "PNG",  "CSV", "TIF",  "GIF",  "MSG",
                                        "XML", "EXCEL", "WORD", NULL};
    MnText rest = rstrip(*text, ",;:-([");
    MnText again;
    MnText word;

    if (rest.len > 0 && rest.data[rest.len - 1] == ')') {
        size_t open = rest.len;

        while (open > 0 && rest.data[open - 1] != '(') {
            open--;
        }
        rest = open > 0 && rest.len - open < 12 ? mn_trim(text_upto(rest, open - 1)) : rest;
    }
    again = rest;
    word = text_strip(take_word(&again), "([,:;.");
    if (!text_is_any(word, types, NULL)) {
        return (MnText){"", 0};
    }
    *text = again;
    return word;
}

/* What is printed before the kind of file: "pdf icon", "View as", "Download". */
static MnText strip_icon(MnText text)
{
    static const char *const words[] = {"icon",     "eicon",        "file",       "as",   "view",
                                        "download", "pdf",          "doc",        "docx", "xls",
                                        "xlsx",     "document",     "attachment", "(",    "[",
                                        "-",        "\xE2\x80\x93", NULL};
    bool icon = false;

    for (;;) {
        MnText rest = mn_trim(text);
        MnText word = take_word(&rest);
        bool is_type = text_is(word, "document") || text_is(word, "attachment") ||
                       text_is(word, "file") || text_is(word, "view") || text_is(word, "download");

        if (word.len == 0 || !text_is_any(word, words, NULL) ||
            (is_type && !icon && rest.len > 0 && !text_is(word, "view"))) {
            return rstrip(text, "([");
        }
        icon |= text_is(word, "icon") || text_is(word, "eicon") || text_is(word, "as");
        text = rest;
    }
}

/* Takes a bracket "(Pages 3 - 18)" off the end. */
static bool take_pages(MnText *title)
{
    size_t open;
    MnText inner;

    if (title->len == 0 || title->data[title->len - 1] != ')') {
        return false;
    }
    open = title->len;
    while (open > 0 && title->data[open - 1] != '(') {
        open--;
    }
    inner = text_after(*title, open);
    if (open == 0 || !(text_begins(inner, "pages") || text_begins(inner, "page") ||
                       text_begins(inner, "pp") || text_begins(inner, "tudalennau"))) {
        return false;
    }
    *title = mn_trim(text_upto(*title, open - 1));
    return true;
}

/* Takes ", item SSP/9/25" off the end. */
static bool take_item(MnText *title, MnText *item)
{
    size_t at = 0;
    size_t last = title->len;

    while ((at = text_search(*title, at, ", item ")) < title->len) {
        last = at;
        at++;
    }
    if (last == title->len || title->len - last > 40 || text_words(text_after(*title, last)) > 3) {
        return false;
    }
    *item = text_strip(text_after(*title, last + strlen(", item ")), ".,;)");
    if (!mn_is_digit(text_last(*item)) && !mn_is_digit(text_first(*item))) {
        return false;
    }
    *title = mn_trim(text_upto(*title, last));
    return true;
}

/* Takes "Restricted enclosure 3" off the end. */
static bool take_enclosure(MnText *title)
{
    static const char *const prints[] = {"restricted enclosure", "exempt enclosure",
                                         "confidential enclosure", NULL};

    for (size_t i = 0; prints[i] != NULL; i++) {
        size_t at = text_find(*title, 0, prints[i]);
        MnText rest;

        if (at == title->len) {
            continue;
        }
        rest = text_strip(text_after(*title, at + strlen(prints[i])), " .)");
        if (rest.len <= 3) {
            *title = rstrip(text_upto(*title, at), "(-[,");
            return true;
        }
    }
    return false;
}

/* Takes what a link says of itself, "(opens in new window)", off the end. */
static MnText strip_opening(MnText text)
{
    static const char *const says[] = {"opens in new window", "opens in a new window",
                                       "opens in new tab",    "opens in a new tab",
                                       "opens new window",    "new window",
                                       "external link",       NULL};

    for (size_t i = 0; says[i] != NULL; i++) {
        MnText bare = text_strip(text, " )].,;");

        if (text_ends(bare, says[i])) {
            text = rstrip(text_upto(bare, bare.len - strlen(says[i])), "([,-");
        }
    }
    return text;
}

/* Kind and size of a file in either order, "PDF 112 KB", "(210KB PDF)", off the end. */
static bool take_type_and_size(MnText *text, MnText *type, MnText *size)
{
    MnText rest = strip_opening(*text);
    MnText turned = rest;
    bool bracket = rest.len > 0 && strchr(")]", rest.data[rest.len - 1]) != NULL;

    *size = take_size(&rest);
    *type = size->len > 0 ? take_type(&rest) : (MnText){"", 0};
    if (type->len == 0 && bracket) {
        rest = rstrip(turned, ")]");
        *type = take_type(&rest);
        *size = type->len > 0 ? take_size(&rest) : (MnText){"", 0};
    }
    *text = rest;
    return type->len > 0 && size->len > 0;
}

/* "PDF file (0.5MB): Title": kind and size before the title. */
static bool take_leading(MnText *text, MnText *type, MnText *size)
{
    MnText rest = text_strip(*text, "[(-");
    MnText head;
    size_t colon = text_search(rest, 0, ":");
    size_t close = text_search(rest, 0, ")");

    close = text_search(rest, 0, "]") < close ? text_search(rest, 0, "]") : close;
    colon = close < colon ? close : colon;
    if (colon >= rest.len || colon > 40) {
        return false;
    }
    head = rstrip(text_upto(rest, colon), ")].,");
    rest = text_strip(text_after(rest, colon + 1), " :-)]");
    *size = take_size(&head);
    head = rstrip(head, "([,;:-");
    if (text_ends(head, "file") || text_ends(head, "document")) {
        take_word(&head);
    }
    *type = size->len > 0 ? take_type(&head) : (MnText){"", 0};
    if (type->len == 0 || text_strip(head, " ([").len > 0 || rest.len == 0 ||
        text_words(rest) > 30) {
        return false;
    }
    *text = rest;
    return true;
}

static bool take_file(Arena *arena, Attachments *attachments, MnText *title)
{
    MnText rest = *title;
    MnText size;
    MnText type;
    Attachment *attachment;

    if (take_type_and_size(&rest, &type, &size)) {
        rest = strip_icon(rest);
    } else if (rest = *title, !take_leading(&rest, &type, &size)) {
        return false;
    }
    if (attachments != NULL) {
        attachment = add(arena, attachments);
        attachment->type = arena_text(arena, type);
        attachment->size = text_one_line(arena, size).data;
        attachment->bytes = bytes_of(size);
    }
    *title = rest;
    return true;
}

MnText attachments_take(Arena *arena, Attachments *attachments, MnText title, MnText *item)
{
    size_t first = attachments->count;

    title = mn_trim(title);
    while (take_file(arena, attachments, &title) || take_pages(&title) || take_item(&title, item) ||
           take_enclosure(&title)) {
        title = mn_trim(title);
    }
    /* taken from the end, listed as printed */
    for (size_t i = first, j = attachments->count; i + 1 < j; i++) {
        Attachment swap = attachments->attachment[i];

        attachments->attachment[i] = attachments->attachment[--j];
        attachments->attachment[j] = swap;
    }
    for (size_t i = first; i < attachments->count; i++) {
        attachments->attachment[i].title = title.len > 0 ? arena_text(arena, title) : NULL;
    }
    return title;
}

bool attachment_line(MnText line)
{
    return take_file(NULL, NULL, &line);
}

/* A link's words are not longer than this. */
#define LINK_MAX 1000

/* The files of a link that prints kind and size in its own words, "Report (PDF, 74KB)", or of several such; how many. */
static size_t add_printed(Arena *arena, Attachments *attachments, const Block *block)
{
    MnText text = mn_trim(strip_opening(text_of(block->text)));
    size_t known = attachments->count;
    size_t from = 0;

    for (size_t at = 0; at < text.len && text.len < LINK_MAX; at++) {
        MnText piece = {text.data + from, at + 1 - from};

        if (at + 1 < text.len && text.data[at] != ')' && text.data[at] != ']') {
            continue;
        }
        if (take_file(arena, attachments, &piece)) {
            Attachment *attachment = &attachments->attachment[attachments->count - 1];

            attachment->title = piece.len > 0 ? arena_text(arena, piece) : block->text;
            attachment->url = block->url;
            attachment->restricted = block->restricted_flag;
            from = at + 1;
        }
    }
    return attachments->count - known;
}

void attachments_add(Arena *arena, Attachments *attachments, const Block *block)
{
    Attachment *attachment;

    if (block->file_size == NULL && block->text != NULL &&
        add_printed(arena, attachments, block) > 0) {
        return;
    }
    attachment = add(arena, attachments);

    attachment->title = block->text;
    attachment->type = block->file_type;
    attachment->size = block->file_size;
    attachment->url = block->url;
    attachment->restricted = block->restricted_flag;
    if (block->file_size != NULL) {
        attachment->bytes = bytes_of(mn_trim(text_of(block->file_size)));
    }
}
