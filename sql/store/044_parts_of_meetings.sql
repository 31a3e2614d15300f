-- A page that holds a part of a meeting (one item, or who attended) does not stand for a document that holds more of it.

alter table minutes_store.documents
    drop constraint documents_superseded_reason_check,
    add constraint documents_superseded_reason_check
        check (superseded_reason in ('changed', 'final', 'newer', 'part'));

comment on column minutes_store.documents.superseded_reason is 'why: changed (a new version at its address), final (draft before, final now), newer (another document of the same meeting, loaded later), part (a page of one item, or of who attended, where a document says more of the meeting)';
