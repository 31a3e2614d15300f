-- Errors of three kinds: what a run is judged by, and what has to be done about a document that did not load.

alter table minutes_store.load_runs
    add column command varchar(20) not null default 'load',
    add column error_kind varchar(10)
        check (error_kind in ('permanent', 'transient', 'critical')),
    add column error_code varchar(20),
    add column retries bigint not null default 0;

alter table minutes_store.load_problems
    add column kind varchar(10) not null default 'permanent'
        check (kind in ('permanent', 'transient', 'critical'));

comment on column minutes_store.load_runs.command is 'the command that ran: load, or what else brings documents';
comment on column minutes_store.load_runs.error_kind is 'the gravest kind of error that the run ended with: permanent (documents want mending), transient (run it again), critical (an administrator has to act); null where there was none';
comment on column minutes_store.load_runs.error_code is 'SQLSTATE of the refusal that ended the run, or connection_lost; null where it was not ended by the server';
comment on column minutes_store.load_runs.retries is 'batches that were repeated after a transient error';
comment on column minutes_store.load_problems.kind is 'permanent, transient or critical';
