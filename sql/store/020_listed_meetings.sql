-- Meetings that a council's own site lists: what a sync remembers of them, and which the site lists no more.

alter table minutes_store.meetings add column vanished_at timestamptz;
comment on column minutes_store.meetings.vanished_at is 'when the site it was fetched from was first found to list it no more; unknown while it is listed, and for what was not fetched from a list';

-- A digest of what a document says would let a reader try out guesses of what is restricted in it: such rows are for cleared readers only.
create table minutes_store.listed_documents_restricted (
    document_id bigint primary key,
    is_restricted boolean not null default true check (is_restricted),
    site text not null,
    committee_id varchar(20),
    meeting_id varchar(20) not null,
    model_sha256 varchar(64) not null
);

create index on minutes_store.listed_documents_restricted (site, committee_id);

alter table minutes_store.listed_documents_restricted alter column document_id set statistics 0;
alter table minutes_store.listed_documents_restricted alter column is_restricted set statistics 0;
alter table minutes_store.listed_documents_restricted alter column site set statistics 0;
alter table minutes_store.listed_documents_restricted alter column committee_id set statistics 0;
alter table minutes_store.listed_documents_restricted alter column meeting_id set statistics 0;
alter table minutes_store.listed_documents_restricted alter column model_sha256 set statistics 0;

comment on table minutes_store.listed_documents_restricted is 'documents that sync fetched: where they were listed, and a digest of what they say';
comment on column minutes_store.listed_documents_restricted.document_id is 'the document';
comment on column minutes_store.listed_documents_restricted.is_restricted is 'always true: the digest covers what is restricted';
comment on column minutes_store.listed_documents_restricted.site is 'the site''s address';
comment on column minutes_store.listed_documents_restricted.committee_id is 'the committee''s number in the content management system';
comment on column minutes_store.listed_documents_restricted.meeting_id is 'the meeting''s number there';
comment on column minutes_store.listed_documents_restricted.model_sha256 is 'SHA-256 of what was understood of the document: the same as long as only its furniture changes';
