/*
 * labels.c - see labels.h.
 */
#include "labels.h"

#include <string.h>

#include "texts.h"

static const struct {
    const char *words;
    LabelKind kind;
    bool alone; /* a label even without its colon, where it is the whole text */
} labels[] = {
    {"minutes", LABEL_MINUTES, false},
    {"minute", LABEL_MINUTES, false},
    {"cofnodion", LABEL_MINUTES, false},
    {"cofnod", LABEL_MINUTES, false},
    {"decision", LABEL_DECISION, false},
    {"decisions", LABEL_DECISION, false},
    {"penderfyniad", LABEL_DECISION, false},
    {"additional documents", LABEL_DOCUMENTS, true},
    {"supporting documents", LABEL_DOCUMENTS, true},
    {"dogfennau ychwanegol", LABEL_DOCUMENTS, true},
    {"dogfennau ategol", LABEL_DOCUMENTS, true},
    {"attachments", LABEL_DOCUMENTS, true},
    {"attached documents", LABEL_DOCUMENTS, true},
    {"related documents", LABEL_DOCUMENTS, true},
    {"background papers", LABEL_DOCUMENTS, false},
    {"documents", LABEL_DOCUMENTS, true},
    {"downloads", LABEL_DOCUMENTS, true},
    {"venue", LABEL_VENUE, false},
    {"proposed venue", LABEL_VENUE, false},
    {"location", LABEL_VENUE, false},
    {"place", LABEL_VENUE, false},
    {"meeting venue", LABEL_VENUE, false},
    {"lleoliad", LABEL_VENUE, false},
    {"contact", LABEL_CONTACT, false},
    {"contact officer", LABEL_CONTACT, false},
    {"contact details", LABEL_CONTACT, false},
    {"contact person", LABEL_CONTACT, false},
    {"meeting contact", LABEL_CONTACT, false},
    {"committee contact", LABEL_CONTACT, false},
    {"officer contact", LABEL_CONTACT, false},
    {"contact name", LABEL_CONTACT, false},
    {"cyswllt", LABEL_CONTACT, false},
    {"date", LABEL_DATE, false},
    {"date of meeting", LABEL_DATE, false},
    {"meeting date", LABEL_DATE, false},
    {"date and time", LABEL_DATE, false},
    {"date & time", LABEL_DATE, false},
    {"dyddiad", LABEL_DATE, false},
    {"time", LABEL_TIME, false},
    {"start time", LABEL_TIME, false},
    {"time of meeting", LABEL_TIME, false},
    {"time commenced", LABEL_TIME, false},
    {"commenced", LABEL_TIME, false},
    {"started", LABEL_TIME, false},
    {"meeting started", LABEL_TIME, false},
    {"meeting commenced", LABEL_TIME, false},
    {"amser", LABEL_TIME, false},
    {"committee", LABEL_BODY, false},
    {"meeting of", LABEL_BODY, false},
    {"meeting", LABEL_BODY, false},
    {"name of meeting", LABEL_BODY, false},
    {"body", LABEL_BODY, false},
    {"board", LABEL_BODY, false},
    {"link", LABEL_NOTE, false},
    {"note", LABEL_NOTE, false},
    {"media", LABEL_NOTE, true},
    {"webcast", LABEL_NOTE, true},
    {"present", LABEL_PRESENT, true},
    {"present were", LABEL_PRESENT, true},
    {"members present", LABEL_PRESENT, true},
    {"members of the committee present", LABEL_PRESENT, true},
    {"committee members present", LABEL_PRESENT, true},
    {"board members present", LABEL_PRESENT, true},
    {"councillors present", LABEL_PRESENT, true},
    {"partners present", LABEL_PRESENT, true},
    {"present at the meeting", LABEL_PRESENT, true},
    {"those present", LABEL_PRESENT, true},
    {"attendance", LABEL_PRESENT, true},
    {"attendees", LABEL_PRESENT, true},
    {"attended by", LABEL_PRESENT, true},
    {"members in attendance", LABEL_PRESENT, true},
    {"members attending", LABEL_PRESENT, true},
    {"members", LABEL_PRESENT, true},
    {"councillors", LABEL_PRESENT, true},
    {"committee members", LABEL_PRESENT, true},
    {"members of the committee", LABEL_PRESENT, true},
    {"members of the board", LABEL_PRESENT, true},
    {"members of the partnership", LABEL_PRESENT, true},
    {"board members", LABEL_PRESENT, true},
    {"core members", LABEL_PRESENT, true},
    {"voting members", LABEL_PRESENT, true},
    {"non-voting members", LABEL_PRESENT, true},
    {"co-opted members", LABEL_PRESENT, true},
    {"co-optees", LABEL_PRESENT, true},
    {"co-opted members present", LABEL_PRESENT, true},
    {"independent members", LABEL_PRESENT, true},
    {"substitutes", LABEL_PRESENT, true},
    {"substitute members", LABEL_PRESENT, true},
    {"substitutes present", LABEL_PRESENT, true},
    {"substitute members present", LABEL_PRESENT, true},
    {"partners", LABEL_PRESENT, true},
    {"sederunt", LABEL_PRESENT, true},
    {"yn bresennol", LABEL_PRESENT, true},
    {"presennol", LABEL_PRESENT, true},
    {"aelodau", LABEL_PRESENT, true},
    {"chair", LABEL_CHAIR, false},
    {"chairman", LABEL_CHAIR, false},
    {"chairwoman", LABEL_CHAIR, false},
    {"chairperson", LABEL_CHAIR, false},
    {"in the chair", LABEL_CHAIR, false},
    {"cadeirydd", LABEL_CHAIR, false},
    {"convener", LABEL_CHAIR, false},
    {"convenor", LABEL_CHAIR, false},
    {"depute convener", LABEL_VICE_CHAIR, false},
    {"vice-convener", LABEL_VICE_CHAIR, false},
    {"vice-chair", LABEL_VICE_CHAIR, false},
    {"vice chair", LABEL_VICE_CHAIR, false},
    {"vice-chairman", LABEL_VICE_CHAIR, false},
    {"vice chairman", LABEL_VICE_CHAIR, false},
    {"deputy chair", LABEL_VICE_CHAIR, false},
    {"officers", LABEL_OFFICERS, true},
    {"officer", LABEL_OFFICERS, false},
    {"officers present", LABEL_OFFICERS, true},
    {"officers in attendance", LABEL_OFFICERS, true},
    {"officers attending", LABEL_OFFICERS, true},
    {"officers also in attendance", LABEL_OFFICERS, true},
    {"council officers", LABEL_OFFICERS, true},
    {"council officers present", LABEL_OFFICERS, true},
    {"officers in support", LABEL_OFFICERS, true},
    {"officer support", LABEL_OFFICERS, true},
    {"supporting officers", LABEL_OFFICERS, true},
    {"in attendance (officers)", LABEL_OFFICERS, true},
    {"officers of the council", LABEL_OFFICERS, true},
    {"staff", LABEL_OFFICERS, true},
    {"staff present", LABEL_OFFICERS, true},
    {"staff in attendance", LABEL_OFFICERS, true},
    {"clerk", LABEL_OFFICERS, false},
    {"secretary", LABEL_OFFICERS, false},
    {"minutes taken by", LABEL_OFFICERS, false},
    {"swyddogion", LABEL_OFFICERS, true},
    {"swyddogion yn bresennol", LABEL_OFFICERS, true},
    {"also in attendance", LABEL_IN_ATTENDANCE, true},
    {"also attending", LABEL_IN_ATTENDANCE, true},
    {"also present", LABEL_IN_ATTENDANCE, true},
    {"in attendance", LABEL_IN_ATTENDANCE, true},
    {"others in attendance", LABEL_IN_ATTENDANCE, true},
    {"others present", LABEL_IN_ATTENDANCE, true},
    {"other attendees", LABEL_IN_ATTENDANCE, true},
    {"others", LABEL_IN_ATTENDANCE, true},
    {"observers", LABEL_IN_ATTENDANCE, true},
    {"observer", LABEL_IN_ATTENDANCE, false},
    {"observing", LABEL_IN_ATTENDANCE, true},
    {"guests", LABEL_IN_ATTENDANCE, true},
    {"guest", LABEL_IN_ATTENDANCE, false},
    {"guest speakers", LABEL_IN_ATTENDANCE, true},
    {"visitors", LABEL_IN_ATTENDANCE, true},
    {"invitees", LABEL_IN_ATTENDANCE, true},
    {"by invitation", LABEL_IN_ATTENDANCE, true},
    {"invited", LABEL_IN_ATTENDANCE, true},
    {"advisers", LABEL_IN_ATTENDANCE, true},
    {"advisors", LABEL_IN_ATTENDANCE, true},
    {"cabinet members in attendance", LABEL_IN_ATTENDANCE, true},
    {"other councillors in attendance", LABEL_IN_ATTENDANCE, true},
    {"other members in attendance", LABEL_IN_ATTENDANCE, true},
    {"other members present", LABEL_IN_ATTENDANCE, true},
    {"non-members in attendance", LABEL_IN_ATTENDANCE, true},
    {"representatives in attendance", LABEL_IN_ATTENDANCE, true},
    {"members of the public", LABEL_IN_ATTENDANCE, false},
    {"public", LABEL_IN_ATTENDANCE, false},
    {"press and public", LABEL_IN_ATTENDANCE, false},
    {"applicant", LABEL_IN_ATTENDANCE, false},
    {"applicants", LABEL_IN_ATTENDANCE, false},
    {"for the applicant", LABEL_IN_ATTENDANCE, false},
    {"objectors", LABEL_IN_ATTENDANCE, false},
    {"interested parties", LABEL_IN_ATTENDANCE, false},
    {"public speakers", LABEL_IN_ATTENDANCE, false},
    {"invited guests", LABEL_IN_ATTENDANCE, true},
    {"hefyd yn bresennol", LABEL_IN_ATTENDANCE, true},
    {"apologies", LABEL_APOLOGIES, true},
    {"apology", LABEL_APOLOGIES, true},
    {"apologies for absence", LABEL_APOLOGIES, true},
    {"apologies for non-attendance", LABEL_APOLOGIES, true},
    {"apologies received", LABEL_APOLOGIES, true},
    {"apologies received from", LABEL_APOLOGIES, true},
    {"apologies from", LABEL_APOLOGIES, true},
    {"apologies were received from", LABEL_APOLOGIES, false},
    {"apologies given", LABEL_APOLOGIES, true},
    {"members' apologies", LABEL_APOLOGIES, true},
    {"absent with apologies", LABEL_APOLOGIES, true},
    {"ymddiheuriadau", LABEL_APOLOGIES, true},
    {"ymddiheuriadau am absenoldeb", LABEL_APOLOGIES, true},
    {"absent", LABEL_ABSENT, true},
    {"members absent", LABEL_ABSENT, true},
    {"not present", LABEL_ABSENT, true},
    {"absent without apology", LABEL_ABSENT, true},
};

#define LABELS (sizeof(labels) / sizeof(labels[0]))

/* No label's words are longer than this. */
#define LABEL_MAX 60

/* What ends a label behind its words: ":", " :-", " -", perhaps after a short bracket; 0 where nothing does. */
static size_t label_end(MnText rest)
{
    size_t at = 0;

    while (at < rest.len && rest.data[at] == ' ') {
        at++;
    }
    if (at < rest.len && rest.data[at] == '(') {
        size_t close = text_search(rest, at, ")");

        if (close == rest.len || close - at > 40) {
            return 0;
        }
        at = close + 1;
        while (at < rest.len && rest.data[at] == ' ') {
            at++;
        }
        if (at < rest.len && rest.data[at] != ':') {
            return 0;
        }
    }
    if (at < rest.len && rest.data[at] == ':') {
        at++;
        while (at < rest.len && strchr("-| ", rest.data[at]) != NULL) {
            at++;
        }
        return at;
    }
    if (at > 0 && at < rest.len) {
        MnText dash = text_after(rest, at);

        if (mn_begins(dash, MN_TEXT("- "))) {
            return at + 2;
        }
        if (mn_begins(dash, MN_TEXT("\xE2\x80\x93 ")) ||
            mn_begins(dash, MN_TEXT("\xE2\x80\x94 "))) {
            return at + 4;
        }
        if (mn_begins(dash, MN_TEXT("| "))) {
            return at + 2;
        }
    }
    return 0;
}

/* "Members of the Sub-Committee:", "Authority Members present:": lists of people under labels that name the body; LABEL_NONE. */
static LabelKind phrased_label(MnText text, size_t *len)
{
    size_t colon = text_search(text_upto(text, LABEL_MAX), 0, ":");
    MnText words = mn_trim(text_upto(text, colon));
    LabelKind kind;

    if (colon >= text.len || colon >= LABEL_MAX || text_words(words) < 2 ||
        text_words(words) > 10 || text_search(words, 0, ",") < words.len) {
        return LABEL_NONE;
    }
    if (text_begins(words, "apologies")) {
        kind = LABEL_APOLOGIES;
    } else if (text_has(words, "officers") &&
               (text_ends(words, "officers") || text_has(words, "present") ||
                text_has(words, "attendance") || text_has(words, "attending"))) {
        kind = LABEL_OFFICERS;
    } else if (text_has(words, "in attendance") || text_has(words, "also present")) {
        kind = text_begins(words, "members") ? LABEL_PRESENT : LABEL_IN_ATTENDANCE;
    } else if (text_begins(words, "members of the") || text_ends(words, "members present") ||
               text_ends(words, "councillors present") ||
               text_ends(words, "representatives present") ||
               text_ends(words, "substitute members") || text_ends(words, "voting members")) {
        kind = text_has(words, "public") || text_has(words, "press") ? LABEL_NONE : LABEL_PRESENT;
    } else {
        return LABEL_NONE;
    }
    *len = colon + label_end(text_after(text, colon));
    return kind;
}

static LabelKind label_in(MnText text, size_t *len)
{
    LabelKind found = LABEL_NONE;
    size_t best = 0;
    MnText whole = text_strip(text_upto(text, LABEL_MAX + 20), ".-:");

    if (!is_letter(text_first(text))) {
        return LABEL_NONE;
    }
    for (size_t i = 0; i < LABELS; i++) {
        MnText words;
        size_t end;

        if (!text_begins(text, labels[i].words)) {
            continue;
        }
        words = text_of(labels[i].words);
        if (words.len <= best) {
            continue;
        }
        end = label_end(text_after(text, words.len));
        if (end > 0) {
            best = words.len;
            *len = words.len + end;
            found = labels[i].kind;
        } else if (labels[i].alone && text.len <= LABEL_MAX && mn_same(whole, words)) {
            best = words.len;
            *len = text.len;
            found = labels[i].kind;
        }
    }
    return found != LABEL_NONE ? found : phrased_label(text, len);
}

/* "Yn bresennol / Present:", "Ymddiheuriadau/Apologies": a label in both languages of Wales; the bytes of its first half, 0 for none. */
static size_t first_language(MnText text)
{
    size_t slash = text_search(text_upto(text, LABEL_MAX), 0, "/");

    if (slash >= text.len || slash >= LABEL_MAX || slash < 3) {
        return 0;
    }
    for (size_t i = 0; i < LABELS; i++) {
        if (mn_same(mn_trim(text_upto(text, slash)), text_of(labels[i].words))) {
            while (slash + 1 < text.len && text.data[slash + 1] == ' ') {
                slash++;
            }
            return slash + 1;
        }
    }
    return 0;
}

LabelKind label_at(MnText text, size_t *len)
{
    size_t half = first_language(text);
    LabelKind kind;

    if (half > 0 && (kind = label_in(text_after(text, half), len)) != LABEL_NONE) {
        *len += half;
        return kind;
    }
    return label_in(text, len);
}

bool label_is_of_people(LabelKind kind)
{
    return kind >= LABEL_PRESENT;
}
