/*
 * page.c - what all pages of a report have in common; see report.h.
 */
#include "report.h"

#include <inttypes.h>
#include <string.h>

/* Nothing but the site's own files; nothing inline; no requests anywhere else. */
#define POLICY                                                                                     \
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "   \
    "form-action 'none'"

void page_begin(const Report *report, Page *page, const char *title, const Crumb *crumbs)
{
    html(page, "<!DOCTYPE html>\n"
               "<html lang=\"en-GB\">\n"
               "<head>\n"
               "<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n"
               "<meta name=\"referrer\" content=\"no-referrer\">\n"
               "<meta name=\"generator\" content=\"minutes2pgsql " PG_MINUTES_VERSION "\">\n");
    html(page, "<title>%s</title>\n", title);
    html(page, "<link rel=\"icon\" href=\"%sassets/icon.svg\" type=\"image/svg+xml\">\n", page->up);
    html(page, "<link rel=\"stylesheet\" href=\"%sassets/report.css\">\n", page->up);
    if (page->charts && report->has_charts) {
        html(page, "<script src=\"%sassets/echarts.min.js\" defer></script>\n", page->up);
        html(page, "<script src=\"%sassets/report.js\" defer></script>\n", page->up);
    }
    html(page,
         "</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n"
         "<header class=\"top\"><div class=\"wide\">\n<nav aria-label=\"Where you are\"><ol>\n");
    for (const Crumb *crumb = crumbs; crumb->name != NULL; crumb++) {
        if (crumb->href != NULL) {
            html(page, "<li><a href=\"%s%s\">%s</a></li>\n", page->up, crumb->href, crumb->name);
        } else {
            html(page, "<li aria-current=\"page\">%s</li>\n", crumb->name);
        }
    }
    html(page,
         "</ol></nav>\n</div></header>\n<main id=\"content\" class=\"wide\" tabindex=\"-1\">\n");
}

void page_end(const Report *report, Page *page)
{
    html(page,
         "</main>\n<footer class=\"wide\">\n"
         "<p>Made on %s by minutes2pgsql " PG_MINUTES_VERSION
         " from published minutes. Figures are "
         "those that the minutes report, with their sign; nothing was corrected. What is "
         "restricted is not in these pages.</p>\n</footer>\n</body>\n</html>\n",
         report->made_on);
}

static int part_of(const Body *body, int64_t item_id)
{
    size_t low = 0;
    size_t high = body->part_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (body->parts[middle].item_id < item_id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < body->part_count && body->parts[low].item_id == item_id ? body->parts[low].part
                                                                         : 1;
}

void minutes_part_href(char href[HREF_MAX], int64_t meeting_id, const char *date, int part)
{
    char behind[16] = "";

    if (part > 1) {
        snprintf(behind, sizeof(behind), "-%d", part);
    }
    snprintf(href, HREF_MAX, "minutes/%.20s-%" PRId64 "%s.html", *date == '\0' ? "undated" : date,
             meeting_id, behind);
}

void minutes_href(char href[HREF_MAX], const Body *body, int64_t meeting_id, const char *date,
                  int64_t item_id)
{
    minutes_part_href(href, meeting_id, date, item_id == 0 ? 1 : part_of(body, item_id));
}

void put_figure(Page *page, int64_t sign, const char *size, bool in_points)
{
    html(page, "%s%s%s",
         sign < 0   ? "\xE2\x88\x92"
         : sign > 0 ? "+"
                    : "",
         size, in_points ? "" : "%");
    if (in_points) {
        html(page, "<span class=\"unit\"> percentage point%s</span>",
             strcmp(size, "1") == 0 ? "" : "s");
    }
}

/* Moves back to where a character begins. */
static size_t character_start(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char) text[at] & 0xC0) == 0x80) {
        at--;
    }
    return at;
}

/* The end of the last word within `most` bytes. */
static size_t word_end(const char *text, size_t len, size_t most)
{
    size_t end = most;

    if (len <= most) {
        return len;
    }
    while (end > most / 2 && text[end] != ' ' && text[end] != '\n') {
        end--;
    }
    return end > most / 2 ? end : character_start(text, most);
}

void put_short(Page *page, const char *text, size_t most)
{
    size_t len = strlen(text);
    size_t end = word_end(text, len, most);

    html_escaped(page, text, end);
    if (end < len) {
        html(page, "\xE2\x80\xA6");
    }
}

#define QUOTE_BEFORE 120
#define QUOTE_AFTER 120

/* The sentence without the bullet it may stand behind. */
static const char *without_bullet(const char *sentence)
{
    static const char *const signs[] = {"- ", "* ", "\xE2\x80\xA2 ", "\xC2\xB7 "};

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        size_t len = strlen(signs[i]);

        if (strncmp(sentence, signs[i], len) == 0 && strlen(sentence) > len) {
            return sentence + len;
        }
    }
    return sentence;
}

void put_quote(Page *page, const char *printed, const char *matched)
{
    const char *sentence = without_bullet(printed);
    size_t len = strlen(sentence);
    size_t words = strlen(matched);
    const char *found = words == 0 ? NULL : strstr(sentence, matched);
    size_t start = 0;
    size_t from;
    size_t to;
    size_t end;

    if (found == NULL || words > 2 * QUOTE_AFTER) {
        html(page, "\xE2\x80\x9C");
        put_short(page, sentence, QUOTE_BEFORE + QUOTE_AFTER);
        html(page, "\xE2\x80\x9D");
        return;
    }
    from = (size_t) (found - sentence);
    to = from + words;
    if (from > QUOTE_BEFORE) {
        start = character_start(sentence, from - QUOTE_BEFORE);
        start += strcspn(sentence + start, " \n");
        start = start > from ? from : start;
    }
    end = to + word_end(sentence + to, len - to, QUOTE_AFTER);
    html(page, "\xE2\x80\x9C%s", start > 0 ? "\xE2\x80\xA6" : "");
    html_escaped(page, sentence + start, from - start);
    html(page, "<strong>");
    html_escaped(page, sentence + from, words);
    html(page, "</strong>");
    html_escaped(page, sentence + to, end - to);
    html(page, "%s\xE2\x80\x9D", end < len ? "\xE2\x80\xA6" : "");
}

void put_words(Page *page, const char *fixed_word)
{
    for (const char *c = fixed_word; *c != '\0'; c++) {
        html_escaped(page, *c == '_' ? " " : c, 1);
    }
}

void put_date(Page *page, const char *date, const char *words)
{
    if (*date == '\0') {
        html(page, "undated");
    } else {
        html(page, "<time datetime=\"%s\">%s</time>", date, words);
    }
}
