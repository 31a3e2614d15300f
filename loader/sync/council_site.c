/*
 * council_site.c - the addresses of a site; see council_site.h.
 */
#include "council_site.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "message.h"

#define SERVICE "/mgWebService.asmx"

/* A part of an address in the arena; NULL where it has none. */
static const char *part(Arena *arena, CURLU *url, CURLUPart which, unsigned flags)
{
    char *value = NULL;
    const char *copy;

    if (curl_url_get(url, which, &value, flags) != CURLUE_OK) {
        return NULL;
    }
    copy = arena_string(arena, value);
    curl_free(value);
    return copy;
}

/* Whether a piece of a path is a page or the service, and no folder. */
static bool is_page(MnText piece)
{
    return memmem(piece.data, piece.len, ".as", 3) != NULL &&
           (strncasecmp(piece.data + piece.len - (piece.len < 5 ? piece.len : 5), ".aspx", 5) ==
                0 ||
            strncasecmp(piece.data + piece.len - (piece.len < 5 ? piece.len : 5), ".asmx", 5) == 0);
}

/* Whether it is a session that the CMS puts into its addresses: "(X(1)S(abc))". */
static bool is_session(MnText piece)
{
    return piece.len > 2 && piece.data[0] == '(' && piece.data[piece.len - 1] == ')';
}

/* The folders of a path, up to the first page; sessions left out. */
static const char *folders_of(Arena *arena, const char *path)
{
    Buffer out = {.arena = arena};

    buffer_puts(&out, "");
    while (*path != '\0') {
        size_t len;

        path += strspn(path, "/");
        len = strcspn(path, "/");
        if (len == 0 || is_page((MnText){path, len})) {
            break;
        }
        if (!is_session((MnText){path, len})) {
            buffer_putc(&out, '/');
            buffer_add(&out, path, len);
        }
        path += len;
    }
    return out.data == NULL ? "" : out.data;
}

bool site_read(Arena *arena, const char *given, Site *site)
{
    CURLU *url = curl_url();
    const char *scheme = NULL;
    const char *port;
    bool read = url != NULL &&
                curl_url_set(url, CURLUPART_URL,
                             strstr(given, "://") == NULL ? arena_printf(arena, "https://%s", given)
                                                          : given,
                             0) == CURLUE_OK;

    *site = (Site){0};
    if (read) {
        scheme = part(arena, url, CURLUPART_SCHEME, 0);
        site->host = part(arena, url, CURLUPART_HOST, 0);
        site->user = part(arena, url, CURLUPART_USER, CURLU_URLDECODE);
        site->password = part(arena, url, CURLUPART_PASSWORD, CURLU_URLDECODE);
        port = part(arena, url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
        read = scheme != NULL && site->host != NULL && *site->host != '\0' &&
               (strcasecmp(scheme, "https") == 0 || strcasecmp(scheme, "http") == 0);
    }
    if (read) {
        const char *path = part(arena, url, CURLUPART_PATH, 0);
        char *host = arena_string(arena, site->host);

        for (char *c = host; *c != '\0'; c++) {
            *c = (char) mn_lower((unsigned char) *c);
        }
        site->host = host;
        site->https = strcasecmp(scheme, "https") == 0;
        site->base = arena_printf(arena, "%s://%s%s%s%s", site->https ? "https" : "http", host,
                                  port == NULL ? "" : ":", port == NULL ? "" : port,
                                  folders_of(arena, path == NULL ? "" : path));
    } else {
        message_error("--moderngov takes the address of a council's ModernGov site, such as "
                      "https://democracy.anyshire.gov.uk; what was given is none");
    }
    curl_url_cleanup(url);
    return read;
}

/* ---- addresses ---- */

static const char *day(Arena *arena, MnDate date)
{
    return arena_printf(arena, "%02d/%02d/%04d", date.day, date.month, date.year);
}

const char *site_committees_url(Arena *arena, const Site *site)
{
    return arena_printf(arena, "%s" SERVICE "/GetCommittees?lDummy=0", site->base);
}

const char *site_meetings_url(Arena *arena, const Site *site, const char *committee_id, MnDate from,
                              MnDate to)
{
    return arena_printf(arena, "%s" SERVICE "/GetMeetings?lCommitteeId=%s&sFromDate=%s&sToDate=%s",
                        site->base, committee_id, day(arena, from), day(arena, to));
}

const char *site_meetings_by_date_url(Arena *arena, const Site *site, const char *committee_id,
                                      MnDate from, MnDate to)
{
    return arena_printf(arena,
                        "%s" SERVICE "/GetAllMeetingsByDate?lCommitteeId=%s&sFromDate=%s&sToDate=%s"
                        "&bIsAscendingDateOrder=true",
                        site->base, committee_id == NULL ? "-1" : committee_id, day(arena, from),
                        day(arena, to));
}

const char *site_meeting_url(Arena *arena, const Site *site, const char *meeting_id)
{
    return arena_printf(arena, "%s" SERVICE "/GetMeeting?lMeetingId=%s", site->base, meeting_id);
}

const char *site_committees_page_url(Arena *arena, const Site *site)
{
    return arena_printf(arena, "%s/mgListCommittees.aspx?bcr=1", site->base);
}

const char *site_meetings_page_url(Arena *arena, const Site *site, const char *committee_id)
{
    return arena_printf(arena, "%s/ieListMeetings.aspx?CId=%s&Year=0", site->base, committee_id);
}

const char *site_meeting_page_url(Arena *arena, const Site *site, const char *committee_id,
                                  const char *meeting_id)
{
    return arena_printf(arena, "%s/ieListDocuments.aspx?CId=%s&MId=%s&Ver=4", site->base,
                        committee_id, meeting_id);
}

const char *site_item_page_url(Arena *arena, const Site *site, const char *item_id)
{
    return arena_printf(arena, "%s/mgAi.aspx?ID=%s", site->base, item_id);
}

const char *site_item_id(Arena *arena, const char *url)
{
    const char *page = url == NULL ? NULL : strcasestr(url, "mgAi.aspx");
    const char *id = page == NULL ? NULL : strcasestr(page, "ID=");
    size_t len = id == NULL ? 0 : strspn(id + 3, "0123456789");

    return len == 0 || len > 15 ? NULL : arena_text(arena, (MnText){id + 3, len});
}
