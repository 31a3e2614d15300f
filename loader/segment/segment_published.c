/*
 * segment_published.c - when the minutes were published: by their own words outside the business, else by what the page says of itself.
 */
#include <string.h>

#include "segment.h"
#include "texts.h"

/* Minutes are published after their meeting; what lies years behind it is a new system's date. */
#define LONGEST_YEARS 3
/* "Published: 12 June 2025" is a line, what goes on is a sentence about something else. */
#define LONGEST_LINE 120
/* Between the words and the date stand "on", a colon, a weekday. */
#define LONGEST_GAP 20

static bool is_after(MnDate day, const Meeting *meeting)
{
    MnDate latest = meeting->date;

    latest.year += LONGEST_YEARS;
    return mn_date_is_valid(day) && mn_date_is_valid(meeting->date) &&
           mn_date_compare(day, meeting->date) >= 0 && mn_date_compare(day, latest) <= 0;
}

/* The date of "Minutes published on 12 June 2025", "Date of publication: 12/06/2025"; an agenda's is no minutes'. */
static MnDate stated_in(MnText line)
{
    static const char *const openings[] = {"draft minutes published",
                                           "minutes published",
                                           "decisions published",
                                           "minutes issued",
                                           "date published",
                                           "date of publication",
                                           "date of issue",
                                           "publication date",
                                           "published",
                                           NULL};
    MnText text = text_strip(line, " .*-()[]_");
    MnSpan span;
    MnDate date;
    int weekday;

    for (size_t i = 0; text.len <= LONGEST_LINE && openings[i] != NULL; i++) {
        if (text_begins(text, openings[i])) {
            size_t after = strlen(openings[i]);

            return mn_find_date(text, after, &date, &weekday, &span) &&
                           span.start <= after + LONGEST_GAP
                       ? date
                       : MN_NO_DATE;
        }
    }
    return MN_NO_DATE;
}

void segment_published(const Segmenter *segmenter, Meeting *meeting, size_t first, size_t end)
{
    const StatedMeeting *stated = &segmenter->document->blocks.stated;

    meeting->published_basis = PUBLISHED_UNKNOWN;
    for (size_t at = first; at < end; at++) {
        const Unit *unit = &segmenter->units.unit[at];
        BlockPlace place = segmenter->document->blocks.block[unit->block].place;
        MnDate day;

        if (place == PLACE_ITEM_TEXT || place == PLACE_ITEM_AGENDA || place == PLACE_ITEM_TITLE ||
            place == PLACE_ITEM_ATTACHMENT) {
            continue;
        }
        day = stated_in(unit->text);
        if (is_after(day, meeting)) {
            meeting->published = day;
            meeting->published_basis = PUBLISHED_AS_STATED;
            return;
        }
    }
    if (is_after(stated->published, meeting)) {
        meeting->published = stated->published;
        meeting->published_basis = PUBLISHED_BY_PAGE;
    } else if (is_after(stated->changed, meeting)) {
        meeting->published = stated->changed;
        meeting->published_basis = PUBLISHED_BY_CHANGE;
    }
}
