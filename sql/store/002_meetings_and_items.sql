-- Authorities and bodies; meetings, people and items, every key led by body_id so that the tables can be distributed
-- and partitioned by it.

create table minutes_store.authorities (
    authority_id bigint primary key,
    authority_key varchar(400) not null unique,
    name varchar(300),
    nation varchar(20) not null
        check (nation in ('england', 'wales', 'scotland', 'northern-ireland'))
);

comment on table minutes_store.authorities is 'councils and others whose minutes these are';
comment on column minutes_store.authorities.authority_id is 'key';
comment on column minutes_store.authorities.authority_key is 'normalised name, or the load root that an unknown authority stands for';
comment on column minutes_store.authorities.name is 'name; unknown where neither --authority nor a document says it';
comment on column minutes_store.authorities.nation is 'england, wales, scotland or northern-ireland: whose law holds';

create table minutes_store.bodies (
    body_id bigint primary key,
    authority_id bigint not null references minutes_store.authorities deferrable,
    name varchar(300) not null,
    name_key varchar(300) not null,
    code_prefix varchar(8),
    unique (authority_id, name_key)
);

create index on minutes_store.bodies (name_key);
create index on minutes_store.bodies (name);

comment on table minutes_store.bodies is 'committees, boards and partnerships';
comment on column minutes_store.bodies.body_id is 'key';
comment on column minutes_store.bodies.authority_id is 'its authority';
comment on column minutes_store.bodies.name is 'name as first printed';
comment on column minutes_store.bodies.name_key is 'name normalised: case, punctuation and white space apart';
comment on column minutes_store.bodies.code_prefix is 'prefix of its agenda codes, as first seen';

create table minutes_store.meetings (
    body_id bigint not null references minutes_store.bodies deferrable,
    meeting_id bigint not null,
    document_id bigint not null,
    ordinal int not null,
    meeting_key varchar(100) not null,
    held_on date,
    start_time time,
    venue text,
    contact_name varchar(200),
    status varchar(10) not null check (status in ('draft', 'final')),
    was_held boolean not null,
    cms_id varchar(100),
    source_line int,
    primary key (body_id, meeting_id),
    unique (body_id, meeting_key)
);

create index on minutes_store.meetings (meeting_id);
create index on minutes_store.meetings (body_id, held_on);
create index on minutes_store.meetings (held_on);
create index on minutes_store.meetings (document_id);

comment on table minutes_store.meetings is 'meetings';
comment on column minutes_store.meetings.body_id is 'the body that met';
comment on column minutes_store.meetings.meeting_id is 'key';
comment on column minutes_store.meetings.document_id is 'the document that these minutes are taken from';
comment on column minutes_store.meetings.ordinal is 'its place among the document''s meetings, from 1';
comment on column minutes_store.meetings.meeting_key is 'what identifies it within its body: its date, the start time where two meet on one day, its document where no date is known';
comment on column minutes_store.meetings.held_on is 'date';
comment on column minutes_store.meetings.start_time is 'time it began';
comment on column minutes_store.meetings.venue is 'place as printed';
comment on column minutes_store.meetings.contact_name is 'the officer to ask';
comment on column minutes_store.meetings.status is 'draft or final';
comment on column minutes_store.meetings.was_held is 'false where it was cancelled or abandoned as inquorate';
comment on column minutes_store.meetings.cms_id is 'its number in the council''s content management system';
comment on column minutes_store.meetings.source_line is 'line of the source where it begins';

create table minutes_store.attendance (
    body_id bigint not null,
    attendance_id bigint not null,
    meeting_id bigint not null,
    ordinal int not null,
    capacity varchar(20) not null
        check (capacity in ('present', 'apologies', 'officer', 'in_attendance')),
    name varchar(200) not null,
    honorific varchar(60),
    post_nominals varchar(60),
    role varchar(300),
    organisation varchar(300),
    substitute_for varchar(200),
    as_printed text,
    source_line int,
    primary key (body_id, attendance_id),
    foreign key (body_id, meeting_id) references minutes_store.meetings deferrable
);

create index on minutes_store.attendance (attendance_id);
create index on minutes_store.attendance (body_id, meeting_id);
create index on minutes_store.attendance (name);

comment on table minutes_store.attendance is 'people at meetings, as the minutes list them';
comment on column minutes_store.attendance.body_id is 'the body that met';
comment on column minutes_store.attendance.attendance_id is 'key';
comment on column minutes_store.attendance.meeting_id is 'the meeting';
comment on column minutes_store.attendance.ordinal is 'place among the meeting''s people, from 1';
comment on column minutes_store.attendance.capacity is 'present, apologies, officer or in_attendance';
comment on column minutes_store.attendance.name is 'given and family name';
comment on column minutes_store.attendance.honorific is 'Cllr, Dr, Rev, ...';
comment on column minutes_store.attendance.post_nominals is 'OBE, JP, ...';
comment on column minutes_store.attendance.role is 'Chair, Vice-Chair or a job title';
comment on column minutes_store.attendance.organisation is 'whom the person stands for';
comment on column minutes_store.attendance.substitute_for is 'name of the person replaced';
comment on column minutes_store.attendance.as_printed is 'the entry as printed';
comment on column minutes_store.attendance.source_line is 'line of the source';

create table minutes_store.agenda_items (
    body_id bigint not null,
    item_id bigint not null,
    meeting_id bigint not null,
    position int not null,
    code @extschema@.agenda_code,
    code_text varchar(60),
    code_sort bigint,
    number_as_printed varchar(200),
    title text,
    section text,
    is_truncated boolean not null,
    is_restricted boolean not null,
    grounds @extschema@.restriction,
    stated_grounds @extschema@.restriction,
    restriction_sources int not null,
    regime varchar(20),
    cited_paragraphs int[],
    restriction_category varchar(30)
        generated always as (@extschema@.restriction_category(grounds)::varchar(30)) stored,
    source_line int,
    primary key (body_id, item_id),
    -- What the twin tables point to: an item's content can lie on the item's own side only.
    unique (body_id, item_id, is_restricted),
    foreign key (body_id, meeting_id) references minutes_store.meetings deferrable,
    check (is_restricted = (grounds is not null)),
    check (is_restricted = (regime is not null)),
    check (regime in ('none', 'exempt', 'confidential', 'admission_act'))
);

create index on minutes_store.agenda_items (item_id);
create index on minutes_store.agenda_items (body_id, meeting_id);
create index on minutes_store.agenda_items (meeting_id);
create index on minutes_store.agenda_items (body_id, code_sort);
create index on minutes_store.agenda_items (code);
create index on minutes_store.agenda_items (code_text);
create index on minutes_store.agenda_items (restriction_category)
where is_restricted;
create index on minutes_store.agenda_items (body_id, meeting_id)
where is_restricted;

comment on table minutes_store.agenda_items is 'agenda items: what anybody may know of each, open or restricted';
comment on column minutes_store.agenda_items.body_id is 'the body that met';
comment on column minutes_store.agenda_items.item_id is 'key; kept while the item is in its meeting';
comment on column minutes_store.agenda_items.meeting_id is 'the meeting';
comment on column minutes_store.agenda_items.position is 'place in the meeting, from 1';
comment on column minutes_store.agenda_items.code is 'agenda code, where its number is one';
comment on column minutes_store.agenda_items.code_text is 'canonical code, or the bare number where the document only numbers its items';
comment on column minutes_store.agenda_items.code_sort is 'orders codes as people count: prefix, year, number, suffix';
comment on column minutes_store.agenda_items.number_as_printed is 'its number as printed';
comment on column minutes_store.agenda_items.title is 'title without code and restriction mark';
comment on column minutes_store.agenda_items.section is 'section heading that it stands under';
comment on column minutes_store.agenda_items.is_truncated is 'whether the source cut its text short';
comment on column minutes_store.agenda_items.is_restricted is 'whether its content is kept from the public';
comment on column minutes_store.agenda_items.grounds is 'on what grounds, all sources together';
comment on column minutes_store.agenda_items.stated_grounds is 'those given outside its own words: by heading, resolution or flag; deriving again never removes them';
comment on column minutes_store.agenda_items.restriction_sources is 'bits: 1 its text, 2 its title, 4 a heading, 8 a resolution, 16 a flag of the source, 32 an exclusion whose scope is not settled';
comment on column minutes_store.agenda_items.regime is 'law that the document names: exempt, confidential, admission_act, or none';
comment on column minutes_store.agenda_items.cited_paragraphs is 'paragraphs of the schedule as cited';
comment on column minutes_store.agenda_items.restriction_category is 'first of the grounds, as one word';
comment on column minutes_store.agenda_items.source_line is 'line of the source where it begins';
