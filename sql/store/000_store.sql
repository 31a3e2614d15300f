-- What the store knows of itself. Run by every init, before the migrations.

create table if not exists minutes_store.migrations (
    version int primary key,
    name varchar(100) not null,
    program_version varchar(20) not null,
    applied_at timestamptz not null
);

comment on table minutes_store.migrations is 'steps that made this store, each run once; the highest version is the store''s version';
comment on column minutes_store.migrations.version is 'number of the step';
comment on column minutes_store.migrations.name is 'name of the step''s script';
comment on column minutes_store.migrations.program_version is 'version of minutes2pgsql that ran it';
comment on column minutes_store.migrations.applied_at is 'when it ran';

create table if not exists minutes_store.settings (
    name varchar(50) primary key,
    value varchar(200) not null
);

comment on table minutes_store.settings is 'what init was told: names of the roles';
comment on column minutes_store.settings.name is 'reader_role, cleared_role or loader_role';
comment on column minutes_store.settings.value is 'the role''s name';
