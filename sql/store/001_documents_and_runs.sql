-- Documents, runs of the loader and what did not load: local to the store, below no body.

-- Blocks of a thousand ids; every id of the store is below 10^15, which a spreadsheet still shows exactly.
create sequence minutes_store.id_blocks
    as bigint
    increment by 1000
    minvalue 1
    maxvalue 999999999999000
    no cycle;

comment on sequence minutes_store.id_blocks is 'first id of the next block of a thousand ids; no two rows of the store have the same id';

create table minutes_store.load_runs (
    run_id bigint primary key,
    program_version varchar(20) not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    outcome varchar(20) not null
        check (outcome in ('running', 'finished', 'interrupted', 'refused', 'broken_off')),
    read bigint not null default 0,
    inserted bigint not null default 0,
    updated bigint not null default 0,
    unchanged bigint not null default 0,
    rejected bigint not null default 0
);

create index on minutes_store.load_runs (started_at);

comment on table minutes_store.load_runs is 'runs of the loader';
comment on column minutes_store.load_runs.run_id is 'key';
comment on column minutes_store.load_runs.program_version is 'version of minutes2pgsql';
comment on column minutes_store.load_runs.started_at is 'when the run began, by the loader''s clock';
comment on column minutes_store.load_runs.finished_at is 'when it ended; unknown while it runs and where it broke off';
comment on column minutes_store.load_runs.outcome is 'running, finished, interrupted, refused by the server, or broken_off: it ended without a word';
comment on column minutes_store.load_runs.read is 'documents that were looked at';
comment on column minutes_store.load_runs.inserted is 'documents that brought new meetings only';
comment on column minutes_store.load_runs.updated is 'documents that replaced a meeting that was there';
comment on column minutes_store.load_runs.unchanged is 'documents that were there already, or that a better version stands for';
comment on column minutes_store.load_runs.rejected is 'documents that could not be loaded';

create table minutes_store.documents (
    document_id bigint primary key,
    uri text not null,
    sha256 varchar(64) not null,
    format varchar(30) not null,
    byte_count bigint not null,
    loaded_at timestamptz not null,
    parser_version varchar(20) not null,
    run_id bigint not null,
    is_latest boolean not null,
    superseded_at timestamptz,
    superseded_by bigint,
    superseded_reason varchar(20)
        check (superseded_reason in ('changed', 'final', 'newer')),
    constraint documents_latest_uri exclude using hash (uri with =) where (is_latest),
    check ((superseded_at is null) = (superseded_by is null)),
    check ((superseded_at is null) = (superseded_reason is null))
);

create index on minutes_store.documents (superseded_by)
where superseded_by is not null;

comment on table minutes_store.documents is 'source documents, superseded ones too';
comment on column minutes_store.documents.document_id is 'key';
comment on column minutes_store.documents.uri is 'where it was read from';
comment on column minutes_store.documents.sha256 is 'SHA-256 of its bytes, hexadecimal';
comment on column minutes_store.documents.format is 'format it was read as';
comment on column minutes_store.documents.byte_count is 'its size in bytes';
comment on column minutes_store.documents.loaded_at is 'when it was loaded, by the loader''s clock';
comment on column minutes_store.documents.parser_version is 'version of minutes2pgsql that read it';
comment on column minutes_store.documents.run_id is 'run that loaded it';
comment on column minutes_store.documents.is_latest is 'whether it is the latest version seen at its address';
comment on column minutes_store.documents.superseded_at is 'when another document took its place';
comment on column minutes_store.documents.superseded_by is 'the document that took its place';
comment on column minutes_store.documents.superseded_reason is 'why: changed (a new version at its address), final (draft before, final now), newer (another document of the same meeting, loaded later)';

create table minutes_store.load_problems (
    problem_id bigint primary key,
    run_id bigint not null,
    uri text not null,
    reason varchar(60) not null,
    reported_at timestamptz not null,
    resolved_at timestamptz
);

create index on minutes_store.load_problems (run_id);
create index on minutes_store.load_problems using hash (uri);

comment on table minutes_store.load_problems is 'documents that did not load, a row a run';
comment on column minutes_store.load_problems.problem_id is 'key';
comment on column minutes_store.load_problems.run_id is 'run that met it';
comment on column minutes_store.load_problems.uri is 'the document''s address';
comment on column minutes_store.load_problems.reason is 'a fixed word for the reason';
comment on column minutes_store.load_problems.reported_at is 'when it was met, by the loader''s clock';
comment on column minutes_store.load_problems.resolved_at is 'when a later run loaded the document or met the problem again';

create table minutes_store.load_problem_detail_open (
    problem_id bigint primary key references minutes_store.load_problems,
    is_restricted boolean not null default false check (not is_restricted),
    detail text not null
);

create table minutes_store.load_problem_detail_restricted (
    problem_id bigint primary key references minutes_store.load_problems,
    is_restricted boolean not null default true check (is_restricted),
    detail text not null
);

comment on table minutes_store.load_problem_detail_open is 'what was wrong, in a sentence that quotes nothing of the document';
comment on column minutes_store.load_problem_detail_open.problem_id is 'the problem';
comment on column minutes_store.load_problem_detail_open.is_restricted is 'always false: this is the open twin';
comment on column minutes_store.load_problem_detail_open.detail is 'the sentence';
comment on table minutes_store.load_problem_detail_restricted is 'what was wrong, in the server''s words, which may quote the document';
comment on column minutes_store.load_problem_detail_restricted.problem_id is 'the problem';
comment on column minutes_store.load_problem_detail_restricted.is_restricted is 'always true: this is the restricted twin';
comment on column minutes_store.load_problem_detail_restricted.detail is 'the sentence';
