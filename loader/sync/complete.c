/*
 * complete.c - texts that the site cut short ("view the full minutes text") are completed from the items' own pages.
 *
 * What the item's page says is taken only where it has what was printed of the item: a page that says something else, such as that the item is not
 * there, leaves the text as it is.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "sync.h"
#include "texts.h"

/* So much of a cut text must stand in the whole one; where it was cut words may be broken. */
#define COMPARED_MIN 12
#define COMPARED_MAX 400
/* After so many pages in a row without an answer no more are asked for. */
#define PAGES_UNANSWERED_MOST 3

/* So many characters at the end of what was printed are not compared. */
#define CUT_END 24

bool may_go_on(const char *data, size_t len)
{
    MnText text = {data, len};
    static const char *const marks[] = {"view the full", "full item text", "View the full",
                                        "mgAi.aspx", "mgai.aspx"};

    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (text_search(text, 0, marks[i]) < len) {
            return true;
        }
    }
    return false;
}

/* Letters and digits only, ASCII ones in small letters: white space, marks and bullets are set differently on different pages. */
static MnText bare(Arena *arena, const char *a, const char *b)
{
    Buffer out = {.arena = arena};
    const char *parts[] = {a, b};

    buffer_puts(&out, "");
    for (int p = 0; p < 2; p++) {
        for (const char *c = parts[p] == NULL ? "" : parts[p]; *c != '\0'; c++) {
            unsigned char byte = (unsigned char) *c;

            if (isalnum(byte) || byte >= 0xC3) {
                buffer_putc(&out, (char) tolower(byte));
            }
        }
    }
    return (MnText){out.data == NULL ? "" : out.data, out.len};
}

/* Whether what was printed of an item stands in what its page says. */
static bool has_what_was_printed(Arena *arena, const Item *cut, const Item *whole)
{
    MnText printed = bare(arena, cut->text, NULL);
    MnText says = bare(arena, whole->agenda_text, whole->text);
    MnText minute = bare(arena, whole->text, NULL);
    const char *end = cut->text == NULL ? NULL : strrchr(cut->text, '\n');
    MnText last = bare(arena, end == NULL ? cut->text : end, NULL);

    if (cut->text == NULL) {
        /* Only its agenda was cut. */
        printed = bare(arena, cut->agenda_text, NULL);
        last = printed;
    }
    /* Its beginning, and the paragraph that was cut, up to where words may be broken. */
    printed.len = printed.len > COMPARED_MAX             ? COMPARED_MAX
                  : printed.len > CUT_END + COMPARED_MIN ? printed.len - CUT_END
                                                         : printed.len;
    last.len = last.len > COMPARED_MAX             ? COMPARED_MAX
               : last.len > CUT_END + COMPARED_MIN ? last.len - CUT_END
                                                   : 0;
    return (cut->text == NULL || minute.len > 0) &&
           (printed.len == 0 || memmem(says.data, says.len, printed.data, printed.len) != NULL) &&
           (last.len == 0 || memmem(says.data, says.len, last.data, last.len) != NULL);
}

/* The number of the item's own page: from the link where its text was cut, else from the service's answer; NULL unknown. */
static const char *item_id(const Document *document, int meeting, int position)
{
    const char *id = NULL;

    for (size_t i = 0; i < document->blocks.count; i++) {
        const Block *block = &document->blocks.block[i];
        const char *here = NULL;

        if (block->meeting != meeting || block->item != position) {
            continue;
        }
        if (block->truncated || (block->kind == BLOCK_CODE && id == NULL)) {
            here = site_item_id(document->arena, block->url);
        }
        if (here != NULL) {
            id = here;
        }
        if (block->truncated && here != NULL) {
            break;
        }
    }
    return id;
}

/* What a page says of its one item, put in the place of what was cut. False where it is no such page. */
static bool take_page(Sync *sync, Document *document, Item *item, const char *url, const char *data,
                      size_t len)
{
    Arena *scratch = arena_new();
    Source source = {.name = "mgAi.aspx", .uri = url, .data = data, .len = len};
    ReadOptions options = {.format = FORMAT_PAGE,
                           .nation = sync->options->read.nation,
                           .authority = sync->options->read.authority};
    ReadError error = {0};
    Document *page;
    const Item *whole = NULL;
    bool taken = false;

    if (read_document(&source, &options, scratch, &page, &error) && page->meeting_count > 0 &&
        page->meetings[0].item_count > 0) {
        whole = &page->meetings[0].items[0];
    }
    if (whole != NULL && !whole->truncated && has_what_was_printed(scratch, item, whole)) {
        if (whole->text != NULL) {
            item->text = arena_string(document->arena, whole->text);
        }
        if (whole->agenda_text != NULL) {
            item->agenda_text = arena_string(document->arena, whole->agenda_text);
        }
        item->sources |= whole->sources & RESTRICTED_BY_FLAG;
        item->truncated = false;
        taken = true;
    }
    arena_free(scratch);
    return taken;
}

/* Asks for an item's page, but not again and again where the site gives none. */
static HttpResult get_page(Sync *sync, Arena *arena, const char *url, HttpAnswer *answer)
{
    HttpResult result;

    if (sync->items_unanswered >= PAGES_UNANSWERED_MOST) {
        *answer = (HttpAnswer){.error = {.detail = "the site gives no such pages tonight"}};
        return HTTP_UNANSWERED;
    }
    result = http_get(sync->http, arena, url, answer);
    sync->items_unanswered = result == HTTP_UNANSWERED ? sync->items_unanswered + 1 : 0;
    return result;
}

/* Completes one item; false where its page cannot be had or says something else. */
static bool complete_item(Sync *sync, Document *document, Item *item, const char *id)
{
    Arena *scratch = arena_new();
    const char *url = site_item_page_url(scratch, &sync->site, id);
    const char *data;
    HttpAnswer answer;
    char sha256[65];
    size_t len;
    bool done = false;

    switch (get_page(sync, scratch, url, &answer)) {
    case HTTP_ANSWERED:
        done = take_page(sync, document, item, url, answer.data, answer.len);
        if (done) {
            source_hash(answer.data, answer.len, sha256);
            cache_keep(sync->cache, url, answer.data, answer.len, sha256);
        }
        snprintf(answer.error.detail, sizeof(answer.error.detail),
                 "it does not have what the meeting's page prints of it");
        break;
    case HTTP_INTERRUPTED:
        arena_free(scratch);
        return false;
    default:
        break;
    }
    if (!done && cache_find(sync->cache, scratch, url, &data, &len)) {
        /* What it said last time, if the meeting's page still prints the same of it. */
        done = take_page(sync, document, item, url, data, len);
    }
    if (!done) {
        message(sync->options->log_level, LOG_WARNINGS,
                "%s: the text of item %d goes on at %s, which cannot be read: %s; it stays marked "
                "as cut short",
                document->uri, item->position, url, answer.error.detail);
    }
    arena_free(scratch);
    return done;
}

bool complete_texts(void *context, Document *document, ReadError *error)
{
    Completion *completion = context;
    const char *stated = document->blocks.stated.cms_id;

    if (stated != NULL && strcmp(stated, completion->listed->meeting_id) != 0) {
        error->code = "other_meeting";
        snprintf(error->detail, sizeof(error->detail),
                 "the site answers with another meeting than it was asked for");
        return false;
    }
    for (size_t m = 0; m < document->meeting_count; m++) {
        Meeting *meeting = &document->meetings[m];

        for (size_t i = 0; i < meeting->item_count; i++) {
            Item *item = &meeting->items[i];
            const char *id = item->truncated ? item_id(document, (int) m, item->position) : NULL;

            if (interrupted()) {
                return false;
            }
            if (item->truncated &&
                (id == NULL || !complete_item(completion->sync, document, item, id))) {
                completion->listed->cut = true;
            }
        }
    }
    return !interrupted();
}
