/*
 * model_digest.c - see model_digest.h. Every value goes in with its length before it, so that no two models give the same bytes.
 */
#include "model_digest.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "source.h"

static void put_number(Buffer *out, int64_t number)
{
    char digits[24];

    snprintf(digits, sizeof(digits), "%" PRId64 ";", number);
    buffer_puts(out, digits);
}

static void put_date(Buffer *out, MnDate date)
{
    put_number(out, date.year * 10000 + date.month * 100 + date.day);
}

static void put_span(Buffer *out, MnText text)
{
    put_number(out, (int64_t) text.len);
    buffer_add(out, text.data, text.len);
}

static void put_text(Buffer *out, const char *text)
{
    if (text == NULL) {
        buffer_putc(out, '-');
    } else {
        put_span(out, (MnText){text, strlen(text)});
    }
}

/* An address without the session that the CMS may put into its path, "/(X(1)S(abc))". */
static void put_url(Buffer *out, const char *url)
{
    const char *session = url == NULL ? NULL : strstr(url, "/(");
    const char *end = session == NULL ? NULL : strchr(session + 1, '/');

    if (end == NULL || end[-1] != ')') {
        put_text(out, url);
        return;
    }
    put_span(out, (MnText){url, (size_t) (session - url)});
    put_text(out, end);
}

static void put_person(Buffer *out, const Person *person)
{
    put_number(out, person->capacity);
    put_text(out, person->name);
    put_text(out, person->honorific);
    put_text(out, person->post_nominals);
    put_text(out, person->role);
    put_text(out, person->organisation);
    put_text(out, person->substitute_for);
    put_text(out, person->as_printed);
}

static void put_attachment(Buffer *out, const Attachment *attachment)
{
    put_text(out, attachment->title);
    put_text(out, attachment->type);
    put_text(out, attachment->size);
    put_number(out, attachment->bytes);
    put_url(out, attachment->url);
    put_number(out, attachment->restricted);
}

static void put_item(Buffer *out, const Item *item)
{
    put_number(out, item->position);
    put_text(out, item->number);
    put_text(out, item->code);
    put_number(out, item->has_agenda_code);
    put_text(out, item->title);
    put_text(out, item->section);
    put_text(out, item->agenda_text);
    put_text(out, item->text);
    put_number(out, item->truncated);
    put_number(out, item->restricted);
    put_number(out, item->sources);
    put_number(out, (int64_t) item->grounds);
    put_number(out, (int64_t) item->stated_grounds);
    put_number(out, item->regime);
    put_number(out, (int64_t) item->paragraph_count);
    for (size_t i = 0; i < item->paragraph_count; i++) {
        put_number(out, item->paragraphs[i]);
    }
    put_text(out, item->reason);
    put_number(out, (int64_t) item->attachment_count);
    for (size_t i = 0; i < item->attachment_count; i++) {
        put_attachment(out, &item->attachments[i]);
    }
}

static void put_meeting(Buffer *out, const Meeting *meeting)
{
    put_text(out, meeting->body);
    put_text(out, meeting->authority);
    put_date(out, meeting->date);
    put_number(out, meeting->start_minutes);
    put_text(out, meeting->venue);
    put_text(out, meeting->contact);
    put_number(out, meeting->draft);
    put_number(out, meeting->held);
    put_text(out, meeting->cms_id);
    /* That the page was changed says nothing of the minutes on it. */
    if (meeting->published_basis == PUBLISHED_AS_STATED ||
        meeting->published_basis == PUBLISHED_BY_PAGE) {
        put_number(out, meeting->published_basis);
        put_date(out, meeting->published);
    }
    put_number(out, (int64_t) meeting->people_count);
    for (size_t i = 0; i < meeting->people_count; i++) {
        put_person(out, &meeting->people[i]);
    }
    put_number(out, (int64_t) meeting->item_count);
    for (size_t i = 0; i < meeting->item_count; i++) {
        put_item(out, &meeting->items[i]);
    }
}

void model_digest(const Document *document, char out[65])
{
    Arena *arena = arena_new();
    Buffer all = {.arena = arena};

    put_text(&all, document->authority);
    put_number(&all, document->nation);
    put_number(&all, (int64_t) document->meeting_count);
    for (size_t m = 0; m < document->meeting_count; m++) {
        put_meeting(&all, &document->meetings[m]);
    }
    source_hash(all.data, all.len, out);
    arena_free(arena);
}
