-- What items say, in twin tables: open content without row security, so that every search uses its indexes; restricted
-- content apart, held to its side by constant columns, with row security (see the policies) and no statistics.

create table minutes_store.item_text_open (
    body_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default false check (not is_restricted),
    meeting_id bigint not null,
    agenda_text text,
    item_text text,
    primary key (body_id, item_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

create table minutes_store.item_text_restricted (
    body_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default true check (is_restricted),
    meeting_id bigint not null,
    agenda_text text,
    item_text text,
    reason text,
    primary key (body_id, item_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

create table minutes_store.decisions_open (
    body_id bigint not null,
    decision_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default false check (not is_restricted),
    ordinal int not null,
    outcome varchar(20) not null,
    decision_text text not null,
    primary key (body_id, decision_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

create table minutes_store.decisions_restricted (
    body_id bigint not null,
    decision_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default true check (is_restricted),
    ordinal int not null,
    outcome varchar(20) not null,
    decision_text text not null,
    primary key (body_id, decision_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

create table minutes_store.changes_open (
    body_id bigint not null,
    change_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default false check (not is_restricted),
    ordinal int not null,
    metric varchar(500) not null,
    change @extschema@.percent_change not null,
    change_percent numeric(18, 6)
        generated always as (case when @extschema@.percent_change_unit(change) = 'percent'
            then @extschema@.percent_change_value(change) end) stored,
    change_points numeric(18, 6)
        generated always as (case when @extschema@.percent_change_unit(change) = 'percentage_points'
            then @extschema@.percent_change_value(change) end) stored,
    basis varchar(20) not null,
    qualifier varchar(20),
    low numeric(18, 6),
    high numeric(18, 6),
    from_level numeric(18, 6),
    to_level numeric(18, 6),
    baseline text,
    matched text not null,
    start_at int not null,
    length int not null,
    sentence text not null,
    primary key (body_id, change_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

create table minutes_store.changes_restricted (
    body_id bigint not null,
    change_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default true check (is_restricted),
    ordinal int not null,
    metric varchar(500) not null,
    change @extschema@.percent_change not null,
    change_percent numeric(18, 6)
        generated always as (case when @extschema@.percent_change_unit(change) = 'percent'
            then @extschema@.percent_change_value(change) end) stored,
    change_points numeric(18, 6)
        generated always as (case when @extschema@.percent_change_unit(change) = 'percentage_points'
            then @extschema@.percent_change_value(change) end) stored,
    basis varchar(20) not null,
    qualifier varchar(20),
    low numeric(18, 6),
    high numeric(18, 6),
    from_level numeric(18, 6),
    to_level numeric(18, 6),
    baseline text,
    matched text not null,
    start_at int not null,
    length int not null,
    sentence text not null,
    primary key (body_id, change_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

-- An open item may have a restricted attachment, a restricted item has no open one.
create table minutes_store.attachments_open (
    body_id bigint not null,
    attachment_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default false check (not is_restricted),
    ordinal int not null,
    title text,
    file_type varchar(20),
    size_as_printed varchar(40),
    size_bytes bigint,
    url text,
    primary key (body_id, attachment_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

create table minutes_store.attachments_restricted (
    body_id bigint not null,
    attachment_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default true check (is_restricted),
    ordinal int not null,
    title text,
    file_type varchar(20),
    size_as_printed varchar(40),
    size_bytes bigint,
    url text,
    primary key (body_id, attachment_id),
    foreign key (body_id, item_id) references minutes_store.agenda_items deferrable
);

-- That there is a doubt about a meeting or item is open, what it is about a restricted item is not.
create table minutes_store.data_doubts (
    body_id bigint not null,
    doubt_id bigint not null,
    meeting_id bigint not null,
    item_id bigint,
    check_name varchar(60) not null,
    severity varchar(10) not null check (severity in ('warning', 'error')),
    source_line int,
    primary key (body_id, doubt_id),
    foreign key (body_id, meeting_id) references minutes_store.meetings deferrable,
    foreign key (body_id, item_id) references minutes_store.agenda_items deferrable
);

create table minutes_store.doubt_detail_open (
    body_id bigint not null,
    doubt_id bigint not null,
    meeting_id bigint not null,
    item_id bigint,
    is_restricted boolean not null default false check (not is_restricted),
    detail text not null,
    primary key (body_id, doubt_id),
    foreign key (body_id, doubt_id) references minutes_store.data_doubts deferrable,
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

create table minutes_store.doubt_detail_restricted (
    body_id bigint not null,
    doubt_id bigint not null,
    meeting_id bigint not null,
    item_id bigint,
    is_restricted boolean not null default true check (is_restricted),
    detail text not null,
    primary key (body_id, doubt_id),
    foreign key (body_id, doubt_id) references minutes_store.data_doubts deferrable
);

create index on minutes_store.item_text_open (item_id);
create index on minutes_store.item_text_restricted (item_id);
create index on minutes_store.decisions_open (decision_id);
create index on minutes_store.decisions_open (body_id, item_id);
create index on minutes_store.decisions_open (outcome);
create index on minutes_store.decisions_restricted (decision_id);
create index on minutes_store.decisions_restricted (body_id, item_id);
create index on minutes_store.changes_open (change_id);
create index on minutes_store.changes_open (body_id, item_id);
create index on minutes_store.changes_open (metric);
create index on minutes_store.changes_open (change_percent);
create index on minutes_store.changes_restricted (change_id);
create index on minutes_store.changes_restricted (body_id, item_id);
create index on minutes_store.attachments_open (attachment_id);
create index on minutes_store.attachments_open (body_id, item_id);
create index on minutes_store.attachments_restricted (attachment_id);
create index on minutes_store.attachments_restricted (body_id, item_id);
create index on minutes_store.data_doubts (doubt_id);
create index on minutes_store.data_doubts (body_id, meeting_id);
create index on minutes_store.data_doubts (body_id, item_id);
create index on minutes_store.data_doubts (check_name);
create index on minutes_store.doubt_detail_open (body_id, item_id);

-- A reader learns values of a table with row security from the planner's row estimates: no statistics, no leak.
do $$
declare
    target record;
begin
    for target in
        select c.oid::regclass as name, a.attname as attribute
        from pg_catalog.pg_class c
        join pg_catalog.pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'minutes_store'::regnamespace
            and c.relkind = 'r'
            and c.relname like '%\_restricted'
            and a.attnum > 0
            and not a.attisdropped
    loop
        execute format('alter table %s alter column %I set statistics 0', target.name, target.attribute);
    end loop;
end
$$;
