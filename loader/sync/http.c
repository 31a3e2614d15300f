/*
 * http.c - see http.h.
 */
#include "http.h"

#include <curl/curl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "clock.h"
#include "connect.h"
#include "source.h"

#define REDIRECTS_MAX 5
#define CONNECT_SECONDS 30
/* The first pause before asking again, in pauses between requests; each further one is twice as long. */
#define FIRST_WAIT 4

struct Http {
    HttpSettings settings;
    CURL *curl;
    char curl_says[CURL_ERROR_SIZE];
    struct timespec last; /* when the last request ended */
    int64_t requests;
    /* the body that is coming in */
    char *data;
    size_t len;
    size_t size;
    bool too_large;
};

/* ---- waiting ---- */

/* Waits until so many seconds have passed since the last request; false where an interrupt came. */
static bool wait_since_last(const Http *http, double seconds)
{
    while (!interrupted()) {
        double left = seconds - seconds_since(&http->last);
        struct timespec nap = {0, 100 * 1000 * 1000};

        if (left <= 0) {
            return true;
        }
        if (left < 0.1) {
            nap.tv_nsec = (long) (left * 1e9);
        }
        nanosleep(&nap, NULL);
    }
    return false;
}

/* ---- libcurl ---- */

static size_t take_body(char *data, size_t size, size_t count, void *of)
{
    Http *http = of;
    size_t len = size * count;

    if (http->len + len > SOURCE_MAX_BYTES) {
        http->too_large = true;
        return 0;
    }
    if (http->len + len > http->size) {
        size_t wanted = http->size == 0 ? 65536 : http->size;
        char *moved;

        while (wanted < http->len + len) {
            wanted *= 2;
        }
        moved = realloc(http->data, wanted);
        if (moved == NULL) {
            return 0;
        }
        http->data = moved;
        http->size = wanted;
    }
    memcpy(http->data + http->len, data, len);
    http->len += len;
    return len;
}

static int watch_interrupt(void *unused, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
    (void) unused;
    (void) a;
    (void) b;
    (void) c;
    (void) d;
    return interrupted() ? 1 : 0;
}

Http *http_open(const HttpSettings *settings)
{
    Http *http = calloc(1, sizeof(Http));
    CURL *curl = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_easy_init() : NULL;

    if (http == NULL || curl == NULL) {
        message_error("out of memory");
        abort();
    }
    http->settings = *settings;
    http->curl = curl;
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "minutes2pgsql/" PG_MINUTES_VERSION " (pg_minutes)");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, http->curl_says);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR,
                     settings->https_only ? "https" : "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, (long) REDIRECTS_MAX);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    /* The CMS may give a session by a cookie and ask again for those who do not return it. */
    curl_easy_setopt(curl, CURLOPT_COOKIEFILE, "");
    curl_easy_setopt(
        curl, CURLOPT_CONNECTTIMEOUT,
        (long) (settings->timeout < CONNECT_SECONDS ? settings->timeout : CONNECT_SECONDS));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long) settings->timeout);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, http);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watch_interrupt);
    /* A login that need not stand on a command line. */
    curl_easy_setopt(curl, CURLOPT_NETRC, (long) CURL_NETRC_OPTIONAL);
    if (settings->user != NULL) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD,
                         settings->password == NULL ? "" : settings->password);
    }
    return http;
}

/* ---- what became of a request ---- */

/* What the site may do better the next time is transient; what it refuses somebody has to see to; the rest is the document's affair. */
static ErrorKind kind_of(HttpResult result, const char *code)
{
    if (strcmp(code, "refused_by_site") == 0 || strcmp(code, "insecure") == 0) {
        return ERROR_CRITICAL;
    }
    return result == HTTP_UNANSWERED ? ERROR_TRANSIENT : ERROR_PERMANENT;
}

static HttpResult fail(HttpAnswer *answer, HttpResult result, const char *code, const char *what)
{
    answer->error.code = code;
    answer->error.kind = kind_of(result, code);
    snprintf(answer->error.detail, sizeof(answer->error.detail), "%s", what);
    return result;
}

static HttpResult fail_status(HttpAnswer *answer, HttpResult result, const char *code,
                              const char *what)
{
    char sentence[256];

    snprintf(sentence, sizeof(sentence), "the site answers %d: %s", answer->status, what);
    return fail(answer, result, code, sentence);
}

static HttpResult of_status(HttpAnswer *answer)
{
    switch (answer->status) {
    case 200:
        return HTTP_ANSWERED;
    case 401:
    case 407:
        return fail_status(answer, HTTP_REFUSED, "refused_by_site", "it wants a login");
    case 403:
        return fail_status(answer, HTTP_UNANSWERED, "refused_by_site",
                           "it refuses programs, or this address; ask the council's web team");
    case 404:
    case 410:
        return fail_status(answer, HTTP_REFUSED, "not_found", "there is no such page");
    case 408:
    case 429:
        return fail_status(answer, HTTP_UNANSWERED, "busy", "it is asked too often; try later");
    default:
        return answer->status >= 500 ? fail_status(answer, HTTP_UNANSWERED, "out_of_order",
                                                   "it is out of order; try later")
                                     : fail_status(answer, HTTP_REFUSED, "refused_by_site",
                                                   "it does not serve this address");
    }
}

static HttpResult of_failure(const Http *http, CURLcode code, HttpAnswer *answer)
{
    char sentence[400];

    if (http->too_large) {
        snprintf(sentence, sizeof(sentence),
                 "the answer is larger than %zu MB, so it is no set of minutes",
                 SOURCE_MAX_BYTES / 1024 / 1024);
        return fail(answer, HTTP_REFUSED, "too_large", sentence);
    }
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return HTTP_INTERRUPTED;
    case CURLE_TOO_MANY_REDIRECTS:
        return fail(answer, HTTP_REFUSED, "redirects",
                    "the site sends from one address to the next without end");
    case CURLE_UNSUPPORTED_PROTOCOL:
        return fail(answer, HTTP_REFUSED, "redirects",
                    http->settings.https_only ? "the site sends to an address that is not https"
                                              : "the site sends to an address of no web page");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
        return fail(answer, HTTP_REFUSED, "insecure",
                    "the site's certificate cannot be verified, so nothing is taken from it");
    case CURLE_URL_MALFORMAT:
        return fail(answer, HTTP_REFUSED, "redirects", "the address is none");
    case CURLE_OPERATION_TIMEDOUT:
        snprintf(sentence, sizeof(sentence), "the site did not answer within %d s",
                 http->settings.timeout);
        return fail(answer, HTTP_UNANSWERED, "timeout", sentence);
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_BAD_CONTENT_ENCODING:
        return fail(answer, HTTP_UNANSWERED, "unreachable", "the answer broke off");
    default:
        /* libcurl's words name host and port, never a password. */
        snprintf(sentence, sizeof(sentence), "no connection: %.300s",
                 *http->curl_says != '\0' ? http->curl_says : curl_easy_strerror(code));
        return fail(answer, HTTP_UNANSWERED, "unreachable", sentence);
    }
}

static HttpResult get_once(Http *http, const char *url, HttpAnswer *answer)
{
    long status = 0;
    CURLcode code;

    http->len = 0;
    http->too_large = false;
    *http->curl_says = '\0';
    curl_easy_setopt(http->curl, CURLOPT_URL, url);
    http->requests++;
    code = curl_easy_perform(http->curl);
    clock_gettime(CLOCK_MONOTONIC, &http->last);
    if (code != CURLE_OK) {
        answer->status = 0;
        return of_failure(http, code, answer);
    }
    curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &status);
    answer->status = (int) status;
    return of_status(answer);
}

/* Seconds until the site may be asked again; -1 where it wants to be left alone for longer than is waited. */
static double wait_before_next(const Http *http, const HttpAnswer *answer, int attempt)
{
    double wait = http->settings.pause * FIRST_WAIT * (double) (1 << (attempt - 1));
    curl_off_t asked = 0;

    if (answer->status == 0 ||
        curl_easy_getinfo(http->curl, CURLINFO_RETRY_AFTER, &asked) != CURLE_OK) {
        asked = 0;
    }
    if (asked > HTTP_WAIT_MAX) {
        return -1;
    }
    wait = wait < (double) asked ? (double) asked : wait;
    return wait < HTTP_WAIT_MAX ? wait : HTTP_WAIT_MAX;
}

HttpResult http_get(Http *http, Arena *arena, const char *url, HttpAnswer *answer)
{
    double wait = http->requests == 0 ? 0 : http->settings.pause;
    HttpResult result = HTTP_UNANSWERED;

    *answer = (HttpAnswer){0};
    for (int attempt = 1; attempt <= HTTP_ATTEMPTS; attempt++) {
        if (!wait_since_last(http, wait)) {
            return HTTP_INTERRUPTED;
        }
        result = get_once(http, url, answer);
        message(http->settings.log_level, LOG_DEBUG, "%s: %s (%zu bytes)", url,
                result == HTTP_ANSWERED      ? "answered"
                : result == HTTP_INTERRUPTED ? "interrupted"
                                             : answer->error.detail,
                http->len);
        if (result != HTTP_UNANSWERED) {
            break;
        }
        wait = wait_before_next(http, answer, attempt);
        if (wait < 0) {
            return fail_status(answer, HTTP_UNANSWERED, "busy",
                               "it asks to be left alone for longer than five minutes");
        }
    }
    if (result == HTTP_ANSWERED) {
        answer->data = arena_text(arena, (MnText){http->len == 0 ? "" : http->data, http->len});
        answer->len = http->len;
    }
    return result;
}

int64_t http_requests(const Http *http)
{
    return http->requests;
}

void http_close(Http *http)
{
    if (http == NULL) {
        return;
    }
    curl_easy_cleanup(http->curl);
    curl_global_cleanup();
    free(http->data);
    free(http);
}
