/*
 * http.h - asking a council's site politely: one request at a time, a pause before each, patience where the site is busy, bounds on everything.
 *
 * TLS is verified, redirects are few and lead to http or https only (from https to https only), compressed answers are taken, proxies are those of
 * libcurl's environment variables. Neither a password nor an answer's content is ever told.
 */
#ifndef MINUTES_HTTP_H
#define MINUTES_HTTP_H

#include "message.h"
#include "read.h"

typedef struct Http Http;

typedef struct HttpSettings {
    double pause;     /* seconds between two requests, 0 or more */
    int timeout;      /* seconds that one request may take, and at most 30 of these to connect */
    const char *user; /* NULL: none */
    const char *password; /* NULL: none */
    bool https_only;      /* redirects must stay with https */
    LogLevel log_level;
} HttpSettings;

typedef enum HttpResult {
    HTTP_ANSWERED, /* status 200 and a whole body */
    HTTP_REFUSED,  /* the site says no, and will say so again: see error */
    HTTP_UNANSWERED, /* it did not answer, or is busy or out of order, however often it was asked: see error */
    HTTP_INTERRUPTED
} HttpResult;

typedef struct HttpAnswer {
    const char *data; /* in the arena; decompressed */
    size_t len;
    int status; /* the last one, 0 where there was none */
    ReadError
        error; /* a fixed word (not_found, refused_by_site, busy, out_of_order, timeout, unreachable, too_large, redirects, insecure), a sentence */
} HttpAnswer;

/* A client; the program ends with a message where there is no memory. The settings' strings must outlive it. */
Http *http_open(const HttpSettings *settings);

/*
 * Asks for an address. Where the site answers 403, 408, 429 or 5xx, breaks off or does not answer in time, it is asked again, HTTP_ATTEMPTS times
 * in all, with longer and longer pauses, or as long as its Retry-After says; a Retry-After of more than HTTP_WAIT_MAX seconds is not waited for.
 * The body may be SOURCE_MAX_BYTES long.
 */
HttpResult http_get(Http *http, Arena *arena, const char *url, HttpAnswer *answer);

#define HTTP_ATTEMPTS 4
#define HTTP_WAIT_MAX 300

/* How many requests were made, attempts again counted. */
int64_t http_requests(const Http *http);

void http_close(Http *http);

#endif
