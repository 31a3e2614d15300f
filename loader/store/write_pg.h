/*
 * write_pg.h - documents into the store, a batch a transaction.
 *
 * write_bodies.c finds whose documents these are, write_match.c which meetings and items are there already, write_overrides.c what people decided
 * on them, write_items.c makes the rows, write_pg.c runs the batch.
 */
#ifndef MINUTES_WRITE_PG_H
#define MINUTES_WRITE_PG_H

#include "keys.h"
#include "model.h"
#include "write_rows.h"

/* An advisory lock a body: this and its id. */
#define BODY_LOCKS "5710430000000000"

/* A body of the store, as the writer remembers it between batches. */
typedef struct StoreBody {
    struct StoreBody *next;
    int64_t body_id;
    int64_t authority_id;
    char *authority_key;
    char *name_key;
    char code_prefix[9]; /* "" while none was seen */
} StoreBody;

typedef struct Writer {
    PGconn *conn;
    const Options *options;
    int64_t run_id;
    int64_t next_id; /* the rest of the block of ids that was allotted last */
    int64_t ids_left;
    StoreBody *bodies;
    bool bodies_known;
    Rows rows[STORE_TABLES];
    Arena *arena; /* of the batch */
    PGresult
        *refused; /* what the server said where a batch failed; NULL where it was told already */
} Writer;

/* A meeting that was in the store when the batch began. */
typedef struct OldMeeting {
    int64_t body_id;
    int64_t meeting_id;
    int64_t document_id;
    const char *held_on; /* YYYY-MM-DD, "" unknown */
    int start_minutes;   /* -1 unknown */
    const char *key;
    const char *cms_id;
    bool draft;
    const char *uri; /* of its document */
    const char *format;
    const char *site;      /* whose list named the document, "" none */
    const char *listed_id; /* the meeting's number there */
    bool of_this_load;     /* no run has finished since it was loaded */
    bool taken;            /* a meeting of the batch stands for it */
    bool stays;            /* that meeting is a draft of it, and it stays */
    struct OldItem *items;
    size_t item_count;
} OldMeeting;

typedef struct OldItem {
    int64_t item_id;
    const char *code; /* "" none */
    bool has_agenda_code;
    const char *title_key;
    const char *digest; /* of its text */
    const char *said;   /* said_digest() of all that it says */
    bool taken;
} OldItem;

/* What becomes of one meeting of a document. */
typedef struct MeetingPlan {
    const Meeting *meeting;
    int ordinal; /* in the document, from 1 */
    StoreBody *body;
    int64_t meeting_id;
    const char *held_on; /* YYYY-MM-DD, "" unknown */
    const char *key;
    OldMeeting *replaces; /* NULL: new */
    bool left_out;        /* a better version is in force */
    int64_t *item_ids;
} MeetingPlan;

/* A meeting's answer of a site's web service, and its page, as formats of documents. */
#define FORMAT_SERVICE "modgov-xml"
#define FORMAT_PAGE "moderngov"

/* What is known of a document that a site's own list named (see sync/). Strings are the caller's. */
typedef struct Listed {
    const char *site;
    const char *committee_id; /* NULL unknown */
    const char *meeting_id;
    const ReadOptions *read; /* how to read it */
    bool
        may_go_on; /* its texts may go on elsewhere: known bytes do not say that nothing has changed */
    bool cut;      /* set when it is read: what goes on elsewhere could not be had */
    char model_sha256[65]; /* set when it is read: model_digest() */
    char known_sha256[65]; /* that of the latest version in the store, "" unknown */
    bool
        displaced; /* that version is the service's, and the page of the same meeting stands in its place */
} Listed;

/* A document of the batch: what the caller gives, and what becomes of it. */
typedef struct DocumentPlan {
    const Document *document;
    const char *root;      /* the load root that an unknown authority stands for */
    int64_t previous_id;   /* the latest version at its address, 0 none */
    bool same_bytes;       /* that version has the same bytes: it is read again by a newer parser */
    const Listed *listed;  /* NULL: no site listed it */
    int64_t document_id;   /* from here on the writer's */
    int64_t superseded_by; /* a better version is in force already */
    const char *superseded_reason;
    MeetingPlan *meetings;
    bool loaded_meanwhile; /* by another loader, with the same bytes */
    size_t inserted;       /* meetings */
    size_t updated;

} DocumentPlan;

typedef struct LoadCounts {
    int64_t read;
    int64_t inserted;
    int64_t updated;
    int64_t unchanged;
    int64_t rejected;
} LoadCounts;

typedef enum WriteResult {
    WRITE_DONE,
    WRITE_REFUSED, /* nothing of the batch is loaded; writer->refused, or it was told */
    WRITE_BAD_DATA /* the same, and because of a value in a document: others of the batch may do */
} WriteResult;

Writer *writer_new(PGconn *conn, const Options *options, int64_t run_id);
void writer_free(Writer *writer);

/* Writes the documents in one transaction and adds to counts. The plans and all they point to are the caller's; arena is for the batch. */
WriteResult writer_write(Writer *writer, Arena *arena, const DocumentPlan *plans, size_t count,
                         LoadCounts *counts);

/* The moment by this machine's clock, as the server reads it. */
void moment(char out[64]);

/* ---- between the writer's parts ---- */

/* A new id; 0 where the server refuses (told). */
int64_t writer_id(Writer *writer);

/* "{1,2}" for an array parameter, growing. */
void list_add(Buffer *list, const char *value);
void list_add_number(Buffer *list, int64_t value);
const char *list_end(Buffer *list);

/* Finds or makes the body of every meeting of the plans and takes their locks, in one order for everybody. False where the server refuses (told). */
bool plan_bodies(Writer *writer, DocumentPlan *plans, size_t count);
void forget_bodies(Writer *writer);

/*
 * Plans the documents from `from` on: what each meeting replaces and which ids it keeps. Stops before a document that would meet a meeting that an
 * earlier one of these brings. Returns the index behind the last planned one; 0 where the server refuses (told).
 */
size_t plan_meetings(Writer *writer, DocumentPlan *plans, size_t from, size_t count);

/*
 * Lays people's decisions over what the documents say, once plan_meetings() has planned them: an item that is certainly the one that somebody
 * restricted or lifted is so again. Where that is not certain, the meeting's other items that are not certainly the same as before are restricted, and
 * a lift falls. False where the server refuses (told).
 */
bool apply_overrides(Writer *writer, DocumentPlan *plans, size_t from, size_t to);

/* Meetings that go: those that are replaced, and those that a document read again no longer has. */
bool delete_meetings(Writer *writer, const DocumentPlan *plans, size_t from, size_t to);

/* Ids of what lies below the meetings that are replaced, by content, for write_items.c. */
bool fetch_old_ids(Writer *writer, const DocumentPlan *plans, size_t from, size_t to, KeyMap *ids);

/* Notes where the documents were listed and what they say as a digest. False where the server refuses (told). */
bool write_listed(Writer *writer, const DocumentPlan *plans, size_t from, size_t to);

/*
 * Finds the digests that the store has of the latest versions at these addresses, in the order of `uris`, and whether pages stand in their place. False
 * where the server refuses (told).
 */
bool fetch_listed(PGconn *conn, Arena *arena, const char *const *uris, Listed *const *listed,
                  size_t count);

/* The rows of a document's meetings. False without ids (told). */
bool meeting_rows(Writer *writer, const DocumentPlan *plan, KeyMap *old_ids);

/* The rows that follow from the item's text, decisions and changes, with the ids that old_ids has for the same ones. False without ids (told). */
bool derived_rows(Writer *writer, const MeetingPlan *meeting, const Item *item, int64_t item_id,
                  KeyMap *old_ids);

/* The key under which fetch_old_ids() puts an id: a kind, what it belongs to, and its content. */
const char *item_part_key(Arena *arena, char kind, int64_t owner, const char *content);

#endif
