/*
 * read_moderngov.c - the reader of ModernGov's pages: ieListDocuments.aspx, mgAi.aspx, ieIssueDetails.aspx, as saved from a browser.
 *
 * Item numbers, titles, labels and files bear classes of their own, which the HTML walker knows. Here is what the page says of the
 * meeting: in its title line, in its meta elements, in the links back to the meeting.
 */
#include <stdio.h>
#include <string.h>

#include "html.h"
#include "words.h"

/* How much of a page is searched for its marks: banners and scripts may come first. */
#define LOOK_INTO ((size_t) 400 * 1024)

static bool has(MnText text, const char *mark)
{
    return text_search(text, 0, mark) < text.len;
}

static int recognises(MnText text)
{
    MnText head = {text.data, text.len < LOOK_INTO ? text.len : LOOK_INTO};
    MnText first = mn_trim(text);

    if (first.len == 0 || first.data[0] != '<' || mn_begins(first, MN_TEXT("<?xml version"))) {
        first.len = first.len < 2000 ? first.len : 2000;
        if (!has(first, "<html") && !has(first, "<!DOCTYPE html")) {
            return 0;
        }
    }
    if (has(head, "mgAiTitleTxt") || has(head, "mgItemTable") || has(head, "mgSubItemTitleTxt")) {
        return 95;
    }
    /* A copy without its classes keeps the anchors of items and the links to its pages. */
    if (has(head, "mgMainTitleTxt") || has(head, "id=\"modgov\"") ||
        (has(head, "name=\"AI") && (has(head, "mgAi.aspx") || has(head, "documents/s")))) {
        return 90;
    }
    return 0;
}

/* ---- finding ---- */

static bool is_modgov(const xmlNode *node)
{
    const xmlAttr *id = xmlHasProp(node, (const xmlChar *) "id");

    return id != NULL && id->children != NULL && id->children->content != NULL &&
           (xmlStrcasecmp(id->children->content, (const xmlChar *) "modgov") == 0 ||
            xmlStrcasecmp(id->children->content, (const xmlChar *) "modGovContent") == 0);
}

static bool is_content(const xmlNode *node)
{
    return html_has_class(node, "mgContent");
}

static bool is_sub_title(const xmlNode *node)
{
    return html_has_class(node, "mgSubTitleTxt");
}

static bool is_head(const xmlNode *node)
{
    return html_is(node, "head");
}

/* ---- what the page says of its meeting ---- */

/*
 * "Body - Thursday 15 January 2026 7:30 pm", "Body on Thursday 15 January 2026, 7:30 pm", "Meeting of Body, Thursday 15 January
 * 2026 7.30 pm (Item 60.)": body, date and time, where a date stands in it. False where there is none.
 */
static bool state_meeting(Document *document, MnText line)
{
    static const char *const openings[] = {"Agenda and minutes for",
                                           "Agenda and minutes of",
                                           "Agenda and draft minutes for",
                                           "Agenda for",
                                           "Decisions for",
                                           "Minutes for",
                                           "Minutes of",
                                           "Meeting of",
                                           "Meeting -",
                                           "Agenda ar gyfer",
                                           "Rhaglen ar gyfer",
                                           "Agenda item -",
                                           "Cyfarfod:",
                                           "Meeting:"};
    static const char *const called_off[] = {"cancelled", "canceled",      "postponed", "abandoned",
                                             "canslwyd",  "wedi'i ganslo", "gohiriwyd", NULL};
    StatedMeeting *stated = &document->blocks.stated;
    size_t which;
    MnDate date;
    MnSpan matched;
    MnSpan time_at;
    MnText body;
    int weekday;
    int minutes;

    if (!mn_find_date(line, 0, &date, &weekday, &matched)) {
        return false;
    }
    body = mn_trim(text_upto(line, matched.start));
    for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
        MnText opening = {openings[i], strlen(openings[i])};

        if (mn_begins(body, opening)) {
            body = mn_trim(text_after(body, opening.len));
            break;
        }
    }
    body = text_strip(body, ",:;-");
    while (body.len >= 3 && (memcmp(body.data + body.len - 3, "\xe2\x80\x93", 3) == 0 ||
                             memcmp(body.data + body.len - 3, "\xe2\x80\x94", 3) == 0)) {
        body = text_strip(text_upto(body, body.len - 3), ",:;-");
    }
    /* "ar Dydd Iau": the day's word stands before its name. */
    if (text_ends(body, "Dydd")) {
        body = text_strip(text_upto(body, body.len - 4), ",:;-");
    }
    if (text_ends(body, "on") || text_ends(body, "ar")) {
        body = mn_trim(text_upto(body, body.len - 2));
    }
    if (stated->date.year == 0) {
        stated->date = date;
    }
    if (stated->body == NULL && body.len > 2) {
        stated->body = text_one_line(document->arena, body).data;
    }
    if (stated->start_minutes < 0 &&
        mn_find_time(line, matched.start + matched.len, &minutes, &time_at)) {
        stated->start_minutes = minutes;
    }
    if (text_has_any(text_after(line, matched.start), called_off, &which)) {
        stated->status = called_off[which];
    }
    return true;
}

/* The DC elements of the page's head, and the site's name. */
static void state_from_head(Document *document, xmlNode *root)
{
    xmlNode *head = html_find(root, is_head);

    for (xmlNode *node = head == NULL ? NULL : head->children; node != NULL; node = node->next) {
        const char *name;
        const char *content;

        if (!html_is(node, "meta")) {
            continue;
        }
        name = html_attribute(document->arena, node, "name");
        content = html_attribute(document->arena, node, "content");
        if (content == NULL) {
            continue;
        }
        if (name == NULL) {
            name = html_attribute(document->arena, node, "property");
            if (name != NULL && strcmp(name, "og:site_name") == 0 && content[0] != '\0') {
                document->blocks.stated.authority = content;
            }
        } else if (text_is(text_of(name), "DC.title")) {
            document->blocks.stated.title = content;
            state_meeting(document, text_of(content));
        } else if (text_is(text_of(name), "DC.date") && document->blocks.stated.date.year == 0) {
            MnSpan matched;
            int weekday;
            MnDate date;

            if (mn_find_date(text_of(content), 0, &date, &weekday, &matched)) {
                document->blocks.stated.date = date;
            }
        }
    }
}

/* The meeting's number in the CMS, from the page's own links to its documents or its item table; NULL where there is none. */
static void state_from_links(Document *document, const xmlNode *link)
{
    const char *href = html_attribute(document->arena, link, "href");
    const char *id = href == NULL ? NULL : strcasestr(href, "mgMeetingAttendance.aspx?ID=");

    if (id != NULL && document->blocks.stated.cms_id == NULL) {
        id += strlen("mgMeetingAttendance.aspx?ID=");
        document->blocks.stated.cms_id =
            arena_text(document->arena, (MnText){id, strspn(id, "0123456789")});
    }
}

static bool is_meeting_link(const xmlNode *node)
{
    const xmlAttr *href = html_is(node, "a") ? xmlHasProp(node, (const xmlChar *) "href") : NULL;

    return href != NULL && href->children != NULL && href->children->content != NULL &&
           xmlStrcasestr(href->children->content, (const xmlChar *) "ieListDocuments.aspx") !=
               NULL &&
           xmlStrcasestr(href->children->content, (const xmlChar *) "MId=") != NULL;
}

static bool is_attendance_link(const xmlNode *node)
{
    const xmlAttr *href = html_is(node, "a") ? xmlHasProp(node, (const xmlChar *) "href") : NULL;

    return href != NULL && href->children != NULL && href->children->content != NULL &&
           xmlStrcasestr(href->children->content,
                         (const xmlChar *) "mgMeetingAttendance.aspx?ID=") != NULL;
}

/* "Agenda item": what the page is, no words of the minutes. */
static void drop_page_name(Document *document)
{
    static const char *const names[] = {"agenda item", "eitem ar yr agenda", "agenda item details",
                                        NULL};

    for (size_t i = 0; i < document->blocks.count; i++) {
        Block *block = &document->blocks.block[i];

        if (block->kind == BLOCK_HEADING && text_is_any(text_of(block->text), names, NULL)) {
            block->kind = BLOCK_PARAGRAPH;
            block->place = PLACE_FURNITURE;
        }
    }
}

/* The page of one item: the link back to its meeting names body, date and the item's number. */
static void state_from_item_page(Document *document, xmlNode *content)
{
    xmlNode *link = html_find(content, is_meeting_link);
    const char *text;
    size_t at;

    if (link == NULL) {
        return;
    }
    text = html_text(document->arena, link);
    if (!state_meeting(document, text_of(text))) {
        return;
    }
    at = text_search(text_of(text), 0, "(Item ");
    if (text[at] != '\0') {
        size_t len = strcspn(text + at + 6, ")");
        Block *block =
            blocks_add(document->arena, &document->blocks, BLOCK_CODE, (int) xmlGetLineNo(link));

        block->text = arena_text(document->arena, (MnText){text + at + 6, len});
        block->stated = true;
    }
}

/*
 * The heading of one meeting on the page of an issue that several discussed: "Meeting: 16/06/2015 - Community Scrutiny Committee
 * (Item 91)". False for any other text.
 */
static bool is_issue_meeting(MnText text, MnText *date, MnText *body, MnText *number)
{
    static const char *const openings[] = {"Meeting:", "Cyfarfod:", NULL};
    MnDate day;
    MnSpan matched;
    int weekday;
    size_t at;
    size_t end;

    if (!text_begins_any(text, openings, NULL) || text.len > 300 ||
        !mn_find_date(text, 0, &day, &weekday, &matched)) {
        return false;
    }
    at = text_search(text, 0, "(Item ");
    end = at;
    *number = (MnText){"", 0};
    if (at < text.len) {
        size_t close = text_search(text, at, ")");

        *number = mn_trim((MnText){text.data + at + 6, close - at - 6});
    }
    *date = mn_slice(text, matched);
    *body = text_strip(
        (MnText){text.data + matched.start + matched.len, end - matched.start - matched.len},
        ",:;-");
    while (body->len >= 3 && memcmp(body->data, "\xe2\x80\x93", 3) == 0) {
        *body = mn_trim(text_after(*body, 3));
    }
    return body->len > 2;
}

/* One such heading as what a document of that meeting would begin with: its title line and the item's number. */
static void add_issue_meeting(Document *document, Blocks *out, const Block *heading, bool numbered)
{
    MnText date;
    MnText body;
    MnText number;
    Block *block;

    is_issue_meeting(text_of(heading->text), &date, &body, &number);
    block = blocks_add(document->arena, out, BLOCK_HEADING, heading->line);
    block->level = 1;
    block->stated = true;
    block->text = arena_printf(document->arena, "%.*s - %.*s", (int) body.len, body.data,
                               (int) date.len, date.data);
    if (!numbered && number.len > 0) {
        block = blocks_add(document->arena, out, BLOCK_CODE, heading->line);
        block->text = arena_text(document->arena, number);
        block->stated = true;
    }
}

/*
 * Makes meetings of the headings of an issue's page, which states several meetings and no one of its own. What stands before the
 * first of them is the page's.
 */
static void split_issue(Document *document)
{
    const Blocks page = document->blocks;
    MnText ignored;
    size_t meetings = 0;

    for (size_t i = 0; i < page.count; i++) {
        meetings += page.block[i].place != PLACE_FURNITURE &&
                    is_issue_meeting(text_of(page.block[i].text), &ignored, &ignored, &ignored);
    }
    if (meetings == 0) {
        return;
    }
    document->blocks =
        (Blocks){.stated = {.start_minutes = -1, .authority = page.stated.authority}};
    meetings = 0;
    for (size_t i = 0; i < page.count; i++) {
        Block *block = &page.block[i];

        if (block->place != PLACE_FURNITURE &&
            is_issue_meeting(text_of(block->text), &ignored, &ignored, &ignored)) {
            size_t next = i + 1;

            while (next < page.count && page.block[next].place == PLACE_FURNITURE) {
                next++;
            }
            add_issue_meeting(document, &document->blocks, block,
                              next < page.count && page.block[next].kind == BLOCK_CODE);
            meetings++;
        } else {
            Block *copy = blocks_add(document->arena, &document->blocks, block->kind, block->line);

            *copy = *block;
            if (meetings == 0 && copy->place == PLACE_NOWHERE) {
                copy->place = PLACE_FURNITURE;
                copy->kind = BLOCK_PARAGRAPH;
            }
        }
    }
}

static bool read(MnText text, Document *document, ReadError *error)
{
    xmlDoc *page = html_parse(text, error);
    xmlNode *root;
    xmlNode *content;
    xmlNode *title;
    xmlNode *attendance;

    if (page == NULL) {
        return false;
    }
    root = xmlDocGetRootElement(page);
    if (root != NULL) {
        content = html_find(root, is_modgov);
        if (content == NULL) {
            content = html_find(root, is_content);
        }
        title = html_find(root, is_sub_title);
        if (title != NULL) {
            state_meeting(document, text_of(html_text(document->arena, title)));
        }
        state_from_head(document, root);
        attendance = html_find(root, is_attendance_link);
        if (attendance != NULL) {
            state_from_links(document, attendance);
        }
        if (document->blocks.stated.date.year == 0) {
            state_from_item_page(document, content == NULL ? root : content);
        }
        html_to_blocks(document, root, content);
        drop_page_name(document);
        split_issue(document);
    }
    xmlFreeDoc(page);
    return true;
}

const Reader reader_moderngov = {"moderngov", false, recognises, read};
