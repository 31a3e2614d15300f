/*
 * read_modgov_xml.c - the reader of ModernGov's web service: the answer of GetMeeting, bare or in its SOAP envelope.
 *
 * Facts stand in elements of the meeting itself; elements of the same names inside its items and documents mean those, so
 * only direct children are ever asked. Texts are escaped HTML, plain fields may be escaped twice.
 */
#include <stdio.h>
#include <string.h>

#include "html.h"
#include "texts.h"
#include "xml.h"

#define LOOK_INTO 20000
#define DOCUMENTS_SEARCHED 300

static int recognises(MnText text)
{
    static const char *const marks[] = {"<meetingid",
                                        "<agendaitem",
                                        "<agendaitems",
                                        "<meetingdate",
                                        "<committeeid",
                                        "<committeescount",
                                        "<meetingscount",
                                        "moderngov.co.uk/namespaces",
                                        NULL};
    MnText head = mn_trim(text);

    if (head.len == 0 || head.data[0] != '<') {
        return 0;
    }
    head.len = head.len < LOOK_INTO ? head.len : LOOK_INTO;
    for (size_t i = 0; marks[i] != NULL; i++) {
        if (text_search(head, 0, marks[i]) < head.len) {
            return 97;
        }
    }
    return 0;
}

static bool is_true(Arena *arena, const xmlNode *parent, const char *name)
{
    return text_is(text_of(xml_child_text(arena, parent, name)), "true");
}

static bool is_false(Arena *arena, const xmlNode *parent, const char *name)
{
    return text_is(text_of(xml_child_text(arena, parent, name)), "false");
}

/* A plain field, unescaped as often as it was escaped; NULL where it is blank. */
static const char *field(Arena *arena, const xmlNode *parent, const char *name)
{
    const char *text = xml_unescape(arena, xml_child_text(arena, parent, name));

    return text == NULL ? NULL : text_one_line(arena, text_of(text)).data;
}

/* The next element in document order that holds a meeting's items or number, at or under node. */
static xmlNode *find_meeting(xmlNode *node, int depth)
{
    for (; node != NULL && depth < 20; node = node->next) {
        xmlNode *inside;

        if (node->type != XML_ELEMENT_NODE) {
            continue;
        }
        if (xml_child(node, "agendaitems") != NULL ||
            (xml_child(node, "meetingid") != NULL && xml_child(node, "meetinglocation") != NULL)) {
            return node;
        }
        inside = find_meeting(node->children, depth + 1);
        if (inside != NULL) {
            return inside;
        }
    }
    return NULL;
}

/* ---- blocks ---- */

static Block *add(Document *document, BlockKind kind, const xmlNode *node, const char *text)
{
    Block *block = blocks_add(document->arena, &document->blocks, kind, (int) xmlGetLineNo(node));

    block->text = text;
    return block;
}

/* A field of escaped HTML under a label of its own; label may be NULL. */
static bool add_html(Document *document, const xmlNode *item, const char *name, const char *label,
                     ReadError *error)
{
    const char *html = xml_child_text(document->arena, item, name);

    if (html == NULL) {
        return true;
    }
    if (strchr(html, '<') == NULL && strstr(html, "&lt;") != NULL) {
        html = xml_unescape(document->arena, html);
    }
    if (label != NULL) {
        add(document, BLOCK_LABEL, xml_child(item, name), label);
    }
    return html_fragment_to_blocks(document, html, (int) xmlGetLineNo(xml_child(item, name)),
                                   error);
}

/* ".pdf" of a path, PDF for the CMS's own conversion; NULL for a page. */
static const char *file_type(Arena *arena, const char *url)
{
    size_t len = url == NULL ? 0 : strcspn(url, "?#");
    size_t dot = len;

    if (url == NULL) {
        return NULL;
    }
    if (strcasestr(url, "mgConvert2PDF") != NULL) {
        return "PDF";
    }
    while (dot > 0 && url[dot - 1] != '.' && url[dot - 1] != '/') {
        dot--;
    }
    if (dot > 0 && url[dot - 1] == '.' && len - dot >= 3 && len - dot <= 4 &&
        strncasecmp(url + dot, "aspx", 4) != 0) {
        char *type = arena_text(arena, (MnText){url + dot, len - dot});

        for (char *c = type; *c != '\0'; c++) {
            *c = (char) mn_upper((unsigned char) *c);
        }
        return type;
    }
    return NULL;
}

/* The documents linked with an item, each once: the service may list one twice. */
static void add_documents(Document *document, const xmlNode *item)
{
    const xmlNode *list = xml_child(item, "linkeddocuments");
    Arena *arena = document->arena;
    const xmlNode *first = list == NULL ? NULL : xml_child(list, "linkeddoc");
    size_t index = 0;

    for (const xmlNode *doc = first; doc != NULL; doc = xml_next(doc, "linkeddoc"), index++) {
        const char *id = xml_child_text(arena, doc, "attachmentid");
        bool seen = false;
        Block *block;

        /* An item with hundreds of documents is not searched through for each. */
        for (const xmlNode *before = first;
             before != doc && id != NULL && !seen && index < DOCUMENTS_SEARCHED;
             before = xml_next(before, "linkeddoc")) {
            const char *other = xml_child_text(arena, before, "attachmentid");

            seen = other != NULL && strcmp(other, id) == 0;
        }
        if (seen) {
            continue;
        }
        block = add(document, BLOCK_ATTACHMENT, doc, field(arena, doc, "title"));
        block->text = block->text == NULL ? "" : block->text;
        block->url = field(arena, doc, "url");
        block->file_type = file_type(arena, block->url);
        /* A restricted document's address looks as if it led somewhere. */
        block->restricted_flag = is_true(arena, doc, "isrestricted") ||
                                 xml_child_text(arena, doc, "restrictionsRef") != NULL;
    }
}

/* A row without a number of its own only heads what follows. */
static bool is_heading_row(Arena *arena, const xmlNode *item)
{
    const char *number = xml_child_text(arena, item, "agendaitemnumber");

    if (number == NULL) {
        return xml_child_text(arena, item, "fulldisplaynumberformat") == NULL &&
               xml_child_text(arena, item, "minutesitemnumber") == NULL;
    }
    return strcmp(number, "0") == 0;
}

/* The item's own page on the site, where its text goes on if the service cut it short; NULL unknown. */
static const char *item_page(Arena *arena, const xmlNode *item)
{
    const char *id = xml_child_text(arena, item, "agendaitemid");

    return id == NULL ? NULL : arena_printf(arena, "mgAi.aspx?ID=%s", id);
}

/* Whether it is a plain number above 0, perhaps with a stop: no code of letters, no sub-number. */
static bool is_plain_number(const char *number)
{
    size_t digits = number == NULL ? 0 : strspn(number, "0123456789");

    return digits > 0 && whole_number(number) > 0 &&
           (number[digits] == '\0' || strcmp(number + digits, ".") == 0);
}

/*
 * The item's number: as the page shows it; where that is but its place on the agenda and the minutes number it otherwise, as the
 * minutes do, for by that it is cited.
 */
static const char *item_number(Arena *arena, const xmlNode *item)
{
    const char *shown = field(arena, item, "fulldisplaynumberformat");
    const char *minute = field(arena, item, "minutesitemnumber");
    const char *sub = field(arena, item, "minutesitemsubnumber");
    bool minuted = is_true(arena, item, "isminutepublished") ||
                   field(arena, item, "minutesnonemptyhtmlbody") != NULL;

    if (shown == NULL) {
        return minute != NULL ? minute : field(arena, item, "agendaitemnumber");
    }
    if (minuted && is_plain_number(shown) && is_plain_number(minute) &&
        (sub == NULL || strcmp(sub, "0") == 0)) {
        return minute;
    }
    return shown;
}

static bool add_item(Document *document, const xmlNode *item, bool closed, ReadError *error)
{
    Arena *arena = document->arena;
    const char *title = field(arena, item, "agendaitemtitle");
    bool flag =
        closed || is_true(arena, item, "isrestricted") || is_false(arena, item, "isdisplayallowed");

    if (is_heading_row(arena, item)) {
        if (title != NULL) {
            Block *block = add(document, BLOCK_HEADING, item, title);

            block->level = 2;
            block->restricted_flag = flag;
        }
    } else {
        Block *block;

        block = add(document, BLOCK_CODE, item, item_number(arena, item));
        block->stated = true;
        block->restricted_flag = flag;
        block->url = item_page(arena, item);
        if (title != NULL) {
            block = add(document, BLOCK_HEADING, item, title);
            block->level = 3;
            block->restricted_flag = flag;
        }
    }
    for (int i = 1; i <= 2; i++) {
        char name[32];
        const char *label;
        const char *text;

        snprintf(name, sizeof(name), "commentlabel%d", i);
        label = field(arena, item, name);
        snprintf(name, sizeof(name), "commenttext%d", i);
        text = field(arena, item, name);
        if (text != NULL) {
            add(document, BLOCK_PARAGRAPH, item,
                label == NULL ? text : arena_printf(arena, "%s: %s", label, text));
        }
    }
    if (!add_html(document, item, "agendatext", NULL, error)) {
        return false;
    }
    add_documents(document, item);
    /* The service says which text is the agenda's: where it gives no other, nothing was minuted. */
    if (xml_child_text(arena, item, "agendatext") != NULL &&
        xml_child_text(arena, item, "decisionnonemptyhtmlbody") == NULL &&
        xml_child_text(arena, item, "minutesnonemptyhtmlbody") == NULL) {
        add(document, BLOCK_LABEL, item, "Minutes:");
    }
    return add_html(document, item, "decisionnonemptyhtmlbody", "Decision:", error) &&
           add_html(document, item, "minutesnonemptyhtmlbody", "Minutes:", error);
}

/* ---- the meeting ---- */

/* One attendee as a list prints him: name, office, whom he represents. */
static const char *attendee_print(Arena *arena, const xmlNode *attendee)
{
    static const char *const plain[] = {"member", "committee member", "full member", "attendee", "",
                                        NULL};
    const char *name = xml_unescape(arena, xml_attribute(arena, attendee, "name"));
    const char *role = xml_unescape(arena, xml_attribute(arena, attendee, "roledescription"));
    const char *for_whom = xml_unescape(arena, xml_attribute(arena, attendee, "representing"));
    bool substitutes = role != NULL && text_has(text_of(role), "substitute") && for_whom != NULL;
    Buffer print = {.arena = arena};

    if (name == NULL || mn_trim(text_of(name)).len == 0) {
        return NULL;
    }
    buffer_puts(&print, text_one_line(arena, text_of(name)).data);
    if (role != NULL && !substitutes && !text_is_any(mn_trim(text_of(role)), plain, NULL)) {
        buffer_puts(&print, " (");
        buffer_puts(&print, text_one_line(arena, text_of(role)).data);
        buffer_puts(&print, ")");
    }
    if (for_whom != NULL && mn_trim(text_of(for_whom)).len > 0) {
        buffer_puts(&print, substitutes ? " (substitute for " : " (");
        buffer_puts(&print, text_one_line(arena, text_of(for_whom)).data);
        buffer_puts(&print, ")");
    }
    return print.data;
}

/* Who was there, as lists with their labels. "Expected" says nothing of who came. */
static void add_attendees(Document *document, const xmlNode *meeting)
{
    static const struct {
        const char *begins;
        const char *label;
    } lists[] = {{"present", "Present:"},
                 {"attended", "Present:"},
                 {"in attendance", "Also in attendance:"},
                 {"apologies", "Apologies:"}};
    const xmlNode *attendees = xml_child(meeting, "attendees");
    Arena *arena = document->arena;

    if (attendees == NULL) {
        return;
    }
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        Buffer list = {.arena = arena};

        for (const xmlNode *one = xml_child(attendees, "attendee"); one != NULL;
             one = xml_next(one, "attendee")) {
            const char *attendance = xml_attribute(arena, one, "attendance");
            const char *print = attendee_print(arena, one);

            if (attendance == NULL || print == NULL ||
                !text_begins(mn_trim(text_of(attendance)), lists[i].begins)) {
                continue;
            }
            if (list.len > 0) {
                buffer_puts(&list, ", ");
            }
            buffer_puts(&list, print);
        }
        if (list.len > 0) {
            add(document, BLOCK_PARAGRAPH, attendees,
                arena_printf(arena, "%s %s", lists[i].label, list.data));
        }
    }
}

#define BODIES_MAX 16

/* Names that were counted, to find the commonest. */
typedef struct Names {
    const char *name[BODIES_MAX];
    size_t times[BODIES_MAX];
    size_t count;
} Names;

static void count_name(Names *names, const char *name)
{
    if (name == NULL) {
        return;
    }
    for (size_t i = 0; i < names->count; i++) {
        if (text_is(text_of(name), names->name[i])) {
            names->times[i]++;
            return;
        }
    }
    if (names->count < BODIES_MAX) {
        names->name[names->count] = name;
        names->times[names->count++] = 1;
    }
}

/* The name that was counted most, the earlier one of two; NULL where none was. */
static const char *commonest(const Names *names)
{
    size_t best = 0;

    for (size_t i = 1; i < names->count; i++) {
        best = names->times[i] > names->times[best] ? i : best;
    }
    return names->count == 0 ? NULL : names->name[best];
}

/*
 * The answer names no body of its own: the one that most items refer to, else the one whose documents they are.
 */
static const char *find_body(Arena *arena, const xmlNode *meeting)
{
    const xmlNode *items = xml_child(meeting, "agendaitems");
    const char *body = field(arena, meeting, "committeetitle");
    Names referred = {.count = 0};
    Names owners = {.count = 0};

    for (const xmlNode *item = items == NULL ? NULL : xml_child(items, "agendaitem");
         body == NULL && item != NULL; item = xml_next(item, "agendaitem")) {
        const xmlNode *list = xml_child(item, "linkeddocuments");

        count_name(&referred, field(arena, item, "refertocommittee"));
        for (const xmlNode *doc = list == NULL ? NULL : xml_child(list, "linkeddoc"); doc != NULL;
             doc = xml_next(doc, "linkeddoc")) {
            count_name(&owners, field(arena, doc, "committeetitle"));
        }
    }
    if (body == NULL) {
        body = commonest(&referred);
    }
    return body == NULL ? commonest(&owners) : body;
}

/* The CMS's host, from the first address in the answer: whose documents these are. */
static const char *find_host(Arena *arena, const xmlNode *meeting)
{
    const xmlNode *items = xml_child(meeting, "agendaitems");

    for (const xmlNode *item = items == NULL ? NULL : xml_child(items, "agendaitem"); item != NULL;
         item = xml_next(item, "agendaitem")) {
        const xmlNode *list = xml_child(item, "linkeddocuments");

        for (const xmlNode *doc = list == NULL ? NULL : xml_child(list, "linkeddoc"); doc != NULL;
             doc = xml_next(doc, "linkeddoc")) {
            const char *url = field(arena, doc, "url");
            const char *host = url == NULL ? NULL : strstr(url, "://");

            if (host != NULL && !is_true(arena, doc, "isurl")) {
                return arena_text(arena, (MnText){host + 3, strcspn(host + 3, "/:?#")});
            }
        }
    }
    return NULL;
}

static void state(Document *document, const xmlNode *meeting)
{
    StatedMeeting *stated = &document->blocks.stated;
    Arena *arena = document->arena;
    const char *date = field(arena, meeting, "meetingdate");
    const char *time = field(arena, meeting, "meetingtime");
    MnSpan matched;
    int weekday;

    if (date != NULL) {
        mn_find_date(text_of(date), 0, &stated->date, &weekday, &matched);
    }
    if (time == NULL || !mn_find_time(text_of(time), 0, &stated->start_minutes, &matched)) {
        stated->start_minutes = -1;
    }
    stated->body = find_body(arena, meeting);
    stated->venue = field(arena, meeting, "meetinglocation");
    stated->status = field(arena, meeting, "meetingstatus");
    stated->cms_id = field(arena, meeting, "meetingid");
    stated->authority = find_host(arena, meeting);
}

static bool read(MnText text, Document *document, ReadError *error)
{
    xmlDoc *answer = xml_parse(text, "the file", error);
    const xmlNode *items;
    xmlNode *meeting;
    bool closed;
    bool done = true;

    if (answer == NULL) {
        return false;
    }
    meeting = find_meeting(xmlDocGetRootElement(answer), 0);
    if (meeting == NULL) {
        xmlFreeDoc(answer);
        error->code = READ_PASSED_OVER;
        snprintf(error->detail, sizeof(error->detail),
                 "is an answer of ModernGov's web service, but not one of GetMeeting, so there are "
                 "no minutes in it; "
                 "load the answers of GetMeeting");
        return false;
    }
    state(document, meeting);
    add_attendees(document, meeting);
    closed = is_false(document->arena, meeting, "isdisplayallowed");
    items = xml_child(meeting, "agendaitems");
    for (const xmlNode *item = items == NULL ? NULL : xml_child(items, "agendaitem");
         item != NULL && done; item = xml_next(item, "agendaitem")) {
        done = add_item(document, item, closed, error);
    }
    xmlFreeDoc(answer);
    return done;
}

const Reader reader_modgov_xml = {"modgov-xml", false, recognises, read};
