/*
 * write_listed.c - what the store remembers of documents that a site's own list named: where, and a digest of what they say.
 */
#include <string.h>

#include "write_pg.h"

bool write_listed(Writer *writer, const DocumentPlan *plans, size_t from, size_t to)
{
    for (size_t d = from; d < to; d++) {
        const Listed *listed = plans[d].listed;
        const char *values[5];

        if (listed == NULL) {
            continue;
        }
        values[0] = arena_printf(writer->arena, "%lld", (long long) plans[d].document_id);
        values[1] = listed->site;
        values[2] = listed->committee_id;
        values[3] = listed->meeting_id;
        values[4] = listed->model_sha256;
        if (!db_run_params(writer->conn, "noting where a document was listed",
                           "insert into minutes_store.listed_documents_restricted"
                           " (document_id, site, committee_id, meeting_id, model_sha256)"
                           " values ($1::bigint, $2, $3, $4, $5)"
                           " on conflict (document_id) do update set"
                           " site = excluded.site, committee_id = excluded.committee_id,"
                           " meeting_id = excluded.meeting_id,"
                           " model_sha256 = excluded.model_sha256",
                           5, values)) {
            return false;
        }
    }
    return true;
}

bool fetch_listed(PGconn *conn, Arena *arena, const char *const *uris, Listed *const *listed,
                  size_t count)
{
    Buffer list = {.arena = arena};
    const char *values[1];
    PGresult *result;

    for (size_t i = 0; i < count; i++) {
        list_add(&list, uris[i]);
    }
    values[0] = list_end(&list);
    result = db_query_params(conn, "looking for what documents said",
                             "select k.i, l.model_sha256,"
                             " d.format = '" FORMAT_SERVICE "' and exists (select"
                             " from minutes_store.documents p"
                             " join minutes_store.listed_documents_restricted pl"
                             " on pl.document_id = p.document_id"
                             " join minutes_store.documents n"
                             " on n.uri = p.uri and n.is_latest and n.superseded_at is null"
                             " where p.document_id = d.superseded_by"
                             " and p.format = '" FORMAT_PAGE "'"
                             " and pl.site = l.site and pl.meeting_id = l.meeting_id)"
                             " from unnest($1::text[]) with ordinality k(uri, i)"
                             " join minutes_store.documents d on d.uri = k.uri and d.is_latest"
                             " join minutes_store.listed_documents_restricted l"
                             " on l.document_id = d.document_id",
                             1, values);
    if (result == NULL) {
        return false;
    }
    for (int row = 0; row < PQntuples(result); row++) {
        Listed *one = listed[db_number(result, row, 0) - 1];
        const char *digest = db_text(result, row, 1);

        if (one != NULL && strlen(digest) < sizeof(one->known_sha256)) {
            memcpy(one->known_sha256, digest, strlen(digest) + 1);
            one->displaced = db_true(result, row, 2);
        }
    }
    PQclear(result);
    return true;
}
