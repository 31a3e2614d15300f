-- A public copy gets neither digests nor sizes of documents: they are of all the bytes, restricted ones too. There these columns are empty.

alter table minutes_store.documents
    alter column sha256 drop not null,
    alter column byte_count drop not null;

comment on column minutes_store.documents.sha256 is 'SHA-256 of its bytes, hexadecimal; empty in a public copy';
comment on column minutes_store.documents.byte_count is 'its size in bytes; empty in a public copy';
