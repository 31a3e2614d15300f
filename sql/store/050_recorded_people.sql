-- People whom the text of an item records: each such entry has its item, and lies on the item's side. Of a person in the header's lists the open row
-- has what is said in the open, and a restricted row what a restricted item says beside that.

alter table minutes_store.attendance
    add column item_id bigint,
    add column is_restricted boolean not null default false check (not is_restricted),
    add column filled int not null default 0,
    add foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable;

create index on minutes_store.attendance (body_id, item_id)
where item_id is not null;

create table minutes_store.attendance_restricted (
    body_id bigint not null,
    attendance_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default true check (is_restricted),
    filled int not null default 0,
    fills bigint,
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
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable
);

create index on minutes_store.attendance_restricted (attendance_id);
create index on minutes_store.attendance_restricted (body_id, item_id);
create index on minutes_store.attendance_restricted (body_id, meeting_id);

-- As for every table of that side: the planner's estimates must not tell a reader what is there.
alter table minutes_store.attendance_restricted
    alter column body_id set statistics 0,
    alter column attendance_id set statistics 0,
    alter column meeting_id set statistics 0,
    alter column item_id set statistics 0,
    alter column is_restricted set statistics 0,
    alter column filled set statistics 0,
    alter column fills set statistics 0,
    alter column ordinal set statistics 0,
    alter column capacity set statistics 0,
    alter column name set statistics 0,
    alter column honorific set statistics 0,
    alter column post_nominals set statistics 0,
    alter column role set statistics 0,
    alter column organisation set statistics 0,
    alter column substitute_for set statistics 0,
    alter column as_printed set statistics 0,
    alter column source_line set statistics 0;

comment on column minutes_store.attendance.item_id is 'the item whose text records the person, or says more of them (filled); null where the header''s lists do';
comment on column minutes_store.attendance.is_restricted is 'always false: this is the open twin';
comment on column minutes_store.attendance.filled is 'bits of what only the item says of a person in the header''s lists: 1 honorific, 2 post_nominals, 4 role, 8 organisation, 16 substitute_for; 0 where the whole entry is the item''s, or the header''s';
comment on table minutes_store.attendance_restricted is 'people whom restricted items record';
comment on column minutes_store.attendance_restricted.body_id is 'the body that met';
comment on column minutes_store.attendance_restricted.attendance_id is 'key';
comment on column minutes_store.attendance_restricted.meeting_id is 'the meeting';
comment on column minutes_store.attendance_restricted.item_id is 'the item whose text records the person';
comment on column minutes_store.attendance_restricted.is_restricted is 'always true: this is the restricted twin';
comment on column minutes_store.attendance_restricted.filled is 'bits of what only the item says of a person in the header''s lists, as in attendance; 0 where the whole entry is the item''s';
comment on column minutes_store.attendance_restricted.fills is 'the open entry of that person, where filled is not 0';
comment on column minutes_store.attendance_restricted.ordinal is 'place among the meeting''s people, from 1';
comment on column minutes_store.attendance_restricted.capacity is 'present, apologies, officer or in_attendance';
comment on column minutes_store.attendance_restricted.name is 'given and family name';
comment on column minutes_store.attendance_restricted.honorific is 'Cllr, Dr, Rev, ...';
comment on column minutes_store.attendance_restricted.post_nominals is 'OBE, JP, ...';
comment on column minutes_store.attendance_restricted.role is 'Chair, Vice-Chair or a job title';
comment on column minutes_store.attendance_restricted.organisation is 'whom the person stands for';
comment on column minutes_store.attendance_restricted.substitute_for is 'name of the person replaced';
comment on column minutes_store.attendance_restricted.as_printed is 'the entry as printed';
comment on column minutes_store.attendance_restricted.source_line is 'line of the source';

-- Rows of before: an entry that was taken from an item has the line on which the item begins, the header's have lines before that.
update minutes_store.attendance a
set item_id = i.item_id
from minutes_store.agenda_items i
where i.body_id = a.body_id
    and i.meeting_id = a.meeting_id
    and i.source_line = a.source_line
    and not i.is_restricted;
with gone as (
    delete from minutes_store.attendance a
    using minutes_store.agenda_items i
    where i.body_id = a.body_id
        and i.meeting_id = a.meeting_id
        and i.source_line = a.source_line
        and i.is_restricted
    returning a.body_id, a.attendance_id, a.meeting_id, i.item_id, a.ordinal, a.capacity, a.name, a.honorific, a.post_nominals, a.role, a.organisation,
        a.substitute_for, a.as_printed, a.source_line
)
insert into minutes_store.attendance_restricted (body_id, attendance_id, meeting_id, item_id, ordinal, capacity, name, honorific, post_nominals, role,
    organisation, substitute_for, as_printed, source_line)
select body_id, attendance_id, meeting_id, pg_catalog.min(item_id), ordinal, capacity, name, honorific, post_nominals, role, organisation, substitute_for, as_printed,
    source_line
from gone
group by body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation, substitute_for, as_printed, source_line;

-- A doubt that quotes one of them goes with them.
with gone as (
    delete from minutes_store.doubt_detail_open o
    using minutes_store.data_doubts l
    where l.body_id = o.body_id
        and l.doubt_id = o.doubt_id
        and l.check_name = 'present_and_apologies'
        and exists (select from minutes_store.attendance_restricted r where r.body_id = l.body_id and r.meeting_id = l.meeting_id)
    returning o.body_id, o.doubt_id, o.meeting_id, o.item_id, o.detail
)
insert into minutes_store.doubt_detail_restricted (body_id, doubt_id, meeting_id, item_id, detail)
select body_id, doubt_id, meeting_id, item_id, detail from gone;

-- What stands in a restricted item and not in the person's own entry may be that item's word: reading the document again says.
update minutes_store.attendance a
set substitute_for = case when not p.of_substitute then a.substitute_for end,
    organisation = case when not p.of_organisation then a.organisation end,
    role = case when not p.of_role then a.role end
from (
    select
        h.body_id,
        h.attendance_id,
        coalesce(bool_or(strpos(t.said, lower(substring(h.substitute_for from '\S+$'))) > 0), false)
            and strpos(lower(coalesce(h.as_printed, '')), lower(h.substitute_for)) = 0 as of_substitute,
        coalesce(bool_or(strpos(t.said, lower(h.organisation)) > 0), false)
            and strpos(lower(coalesce(h.as_printed, '')), lower(h.organisation)) = 0 as of_organisation,
        coalesce(bool_or(strpos(t.said, lower(h.role)) > 0), false)
            and strpos(lower(coalesce(h.as_printed, '')), lower(h.role)) = 0 as of_role
    from minutes_store.attendance h
    join (
        select r.body_id, r.meeting_id, lower(r.item_text) as said
        from minutes_store.item_text_restricted r
    ) t on t.body_id = h.body_id and t.meeting_id = h.meeting_id
    group by h.body_id, h.attendance_id
) p
where p.body_id = a.body_id
    and p.attendance_id = a.attendance_id
    and (p.of_substitute or p.of_organisation or p.of_role);
