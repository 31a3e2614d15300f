/*
 * read_moderngov.c - the reader of ModernGov's pages: ieListDocuments.aspx, mgAi.aspx, ieIssueDetails.aspx, as saved from a browser.
 *
 * Item numbers, titles, labels and files bear classes of their own, which the HTML walker knows. Here is what the page says of the
 * meeting: in its title line, in its meta elements, in the links back to the meeting.
 */
#include <stdio.h>
#include <string.h>

#include "html.h"
#include "texts.h"

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

static bool is_title(const xmlNode *node)
{
    return html_is(node, "title");
}

static bool is_main_title(const xmlNode *node)
{
    return html_has_class(node, "mgMainTitleTxt");
}

/* Whether the page is one item's: its subtitle is the item's title, which may name the day of another meeting. */
static bool is_item_page(Document *document, xmlNode *root)
{
    static const char *const names[] = {"agenda item", "eitem ar yr agenda", "agenda item details",
                                        NULL};
    xmlNode *title = html_find(root, is_main_title);

    if (title == NULL) {
        title = html_find(root, is_title);
    }
    return title != NULL &&
           text_begins_any(text_of(html_text(document->arena, title)), names, NULL);
}

/* Whether the page only says who attended. */
static bool is_attendance_page(Document *document, xmlNode *root)
{
    static const char *const names[] = {"attendance", "meeting attendance", "attendance details",
                                        "presenoldeb", NULL};
    xmlNode *title = html_find(root, is_main_title);

    return title != NULL &&
           text_begins_any(text_of(html_text(document->arena, title)), names, NULL);
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
static void state_from_head(Document *document, xmlNode *root, bool of_item)
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
            if (!of_item) {
                state_meeting(document, text_of(content));
            }
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

/* Where the item's number begins in "... (Item 7.)", "(Eitem 7)"; text.len for none. */
static size_t item_in_brackets(MnText text)
{
    static const char *const openings[] = {"(Item ", "(Eitem ", "(Agenda item ", NULL};

    for (size_t i = 0; openings[i] != NULL; i++) {
        size_t at = text_search(text, 0, openings[i]);

        if (at < text.len) {
            return at + strlen(openings[i]);
        }
    }
    return text.len;
}

/* Whether a line is only the name of the meeting that an item's page belongs to: "Meeting of X, Wednesday 12 March 2025 (Item 7.)". */
static bool is_meeting_line(MnText text)
{
    static const char *const openings[] = {
        "Meeting of ", "Meeting:", "Cyfarfod:", "Cyfarfod o ", "Cyfarfod ", NULL};
    MnDate date;
    MnSpan matched;
    int weekday;

    return text.len < 300 && text_begins_any(text, openings, NULL) &&
           mn_find_date(text, 0, &date, &weekday, &matched) &&
           (item_in_brackets(text) < text.len || !text_is_closed(text)) &&
           text_words(text_after(text, matched.start + matched.len)) <= 8;
}

/* States the meeting that such a line names, and the item's number. */
static bool state_from_line(Document *document, MnText text, int line)
{
    size_t at;

    if (!state_meeting(document, text)) {
        return false;
    }
    at = item_in_brackets(text);
    if (at < text.len) {
        Block *block = blocks_add(document->arena, &document->blocks, BLOCK_CODE, line);

        block->text =
            arena_text(document->arena, (MnText){text.data + at, text_search(text, at, ")") - at});
        block->stated = true;
    }
    return true;
}

/* Whether an element without elements for blocks in it names the meeting. */
static bool names_meeting(const xmlNode *node)
{
    const xmlChar *text = node->children != NULL ? node->children->content : NULL;

    return node->type == XML_ELEMENT_NODE && node->children != NULL &&
           node->children->type == XML_TEXT_NODE && text != NULL &&
           is_meeting_line(mn_trim(text_of((const char *) text)));
}

/* "Agenda item - Sea Wall - Coastal Board - Wednesday 12 March 2025 5.30 pm": what a page's title says behind the item's. */
static void state_from_page_title(Document *document, MnText title)
{
    static const char *const names[] = {"Agenda item", "Eitem ar yr agenda", NULL};
    size_t first = text_search(title, 0, " - ");
    size_t from = 0;
    MnText body = {"", 0};

    if (!text_begins_any(title, names, NULL)) {
        return;
    }
    for (size_t at = first; at < title.len; at = text_search(title, from, " - ")) {
        MnText part;
        MnDate date;
        MnSpan matched;
        int weekday;

        from = at + 3;
        part = mn_trim((MnText){title.data + from, text_search(title, from, " - ") - from});
        if (body.len > 0 && mn_find_date(part, 0, &date, &weekday, &matched) &&
            matched.start < 12) {
            state_meeting(document,
                          (MnText){body.data, (size_t) (part.data + part.len - body.data)});
            return;
        }
        body = at == first ? (MnText){"", 0} : part;
    }
}

/*
 * The page of one item: the link back to its meeting names body, date and the item's number; where there is no such link, a line
 * or a breadcrumb that does, or the page's title.
 */
static void state_from_item_page(Document *document, xmlNode *root, xmlNode *content)
{
    xmlNode *link = html_find(content, is_meeting_link);
    xmlNode *title = html_find(root, is_title);

    if (link != NULL && state_from_line(document, text_of(html_text(document->arena, link)),
                                        (int) xmlGetLineNo(link))) {
        return;
    }
    link = html_find(content, names_meeting);
    link = link != NULL ? link : html_find(root, names_meeting);
    if (link != NULL && state_from_line(document, text_of(html_text(document->arena, link)),
                                        (int) xmlGetLineNo(link))) {
        return;
    }
    if (document->blocks.stated.title != NULL) {
        state_from_page_title(document, text_of(document->blocks.stated.title));
    }
    if (document->blocks.stated.date.year == 0 && title != NULL) {
        state_from_page_title(document, text_of(html_text(document->arena, title)));
    }
}

/* "Agenda item": what the page is, no words of the minutes. */
static void drop_page_name(Document *document, bool of_item)
{
    static const char *const names[] = {"agenda item", "eitem ar yr agenda", "agenda item details",
                                        NULL};

    for (size_t i = 0; i < document->blocks.count; i++) {
        Block *block = &document->blocks.block[i];

        if ((block->kind == BLOCK_HEADING && text_is_any(text_of(block->text), names, NULL)) ||
            (of_item && block->text != NULL && is_meeting_line(text_of(block->text)))) {
            block->kind = BLOCK_PARAGRAPH;
            block->place = PLACE_FURNITURE;
        }
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
    block->label = heading->text;
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
static bool split_issue(Document *document)
{
    const Blocks page = document->blocks;
    MnText ignored;
    size_t meetings = 0;

    for (size_t i = 0; i < page.count; i++) {
        meetings += page.block[i].place != PLACE_FURNITURE &&
                    is_issue_meeting(text_of(page.block[i].text), &ignored, &ignored, &ignored);
    }
    if (meetings == 0) {
        return false;
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
    return true;
}

static bool read(MnText text, Document *document, ReadError *error)
{
    xmlDoc *page = html_parse(text, error);
    xmlNode *root;
    xmlNode *content;
    xmlNode *title;
    xmlNode *attendance;
    bool of_item;

    if (page == NULL) {
        return false;
    }
    root = xmlDocGetRootElement(page);
    if (root != NULL) {
        content = html_find(root, is_modgov);
        if (content == NULL) {
            content = html_find(root, is_content);
        }
        of_item = is_item_page(document, root);
        title = html_find(root, is_sub_title);
        if (title != NULL && !of_item) {
            state_meeting(document, text_of(html_text(document->arena, title)));
        }
        state_from_head(document, root, of_item);
        html_state_published(document, root);
        attendance = html_find(root, is_attendance_link);
        if (attendance != NULL) {
            state_from_links(document, attendance);
        }
        if (document->blocks.stated.date.year == 0) {
            state_from_item_page(document, root, content == NULL ? root : content);
        }
        html_to_blocks(document, root, content);
        drop_page_name(document, of_item);
        document->partial = split_issue(document) || of_item || is_attendance_page(document, root);
    }
    xmlFreeDoc(page);
    return true;
}

const Reader reader_moderngov = {"moderngov", false, recognises, read};
