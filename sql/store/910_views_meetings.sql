-- What analysts see of bodies, meetings, people and documents. Run by every init; columns are only ever added at the end.

create or replace view minutes.bodies
with (security_invoker = true) as
select
    b.body_id,
    b.name as body,
    a.name as authority,
    a.nation,
    b.code_prefix,
    m.meeting_count,
    m.first_held_on,
    m.last_held_on
from minutes_store.bodies b
join minutes_store.authorities a on a.authority_id = b.authority_id
-- A body all whose meetings turned out to be another's is no longer one.
join (
    select
        body_id,
        count(*)::int as meeting_count,
        min(held_on) as first_held_on,
        max(held_on) as last_held_on
    from minutes_store.meetings
    group by body_id
) m on m.body_id = b.body_id;

comment on view minutes.bodies is 'Committees, boards and partnerships whose minutes are loaded, one a row.';
comment on column minutes.bodies.body_id is 'Key of the body.';
comment on column minutes.bodies.body is 'Name of the body.';
comment on column minutes.bodies.authority is 'Council or other authority whose body it is; empty where nobody has said it.';
comment on column minutes.bodies.nation is 'england, wales, scotland or northern-ireland: whose law on exempt business holds.';
comment on column minutes.bodies.code_prefix is 'Prefix of its agenda codes, such as CSP.';
comment on column minutes.bodies.meeting_count is 'Number of meetings loaded, cancelled ones too.';
comment on column minutes.bodies.first_held_on is 'Date of the earliest meeting loaded.';
comment on column minutes.bodies.last_held_on is 'Date of the latest meeting loaded.';

create or replace view minutes.meetings
with (security_invoker = true) as
select
    m.meeting_id,
    m.body_id,
    b.name as body,
    a.name as authority,
    m.held_on,
    m.start_time,
    m.venue,
    m.contact_name,
    m.status,
    m.was_held,
    (
        select count(*)::int
        from minutes_store.agenda_items i
        where i.body_id = m.body_id
            and i.meeting_id = m.meeting_id
    ) as item_count,
    (
        select count(*)::int
        from minutes_store.agenda_items i
        where i.body_id = m.body_id
            and i.meeting_id = m.meeting_id
            and i.is_restricted
    ) as restricted_item_count,
    m.document_id,
    m.published_on,
    m.published_basis,
    m.vanished_at
from minutes_store.meetings m
join minutes_store.bodies b on b.body_id = m.body_id
join minutes_store.authorities a on a.authority_id = b.authority_id;

comment on view minutes.meetings is 'Meetings, one a row, also those that were cancelled.';
comment on column minutes.meetings.meeting_id is 'Key of the meeting.';
comment on column minutes.meetings.body_id is 'Key of the body that met.';
comment on column minutes.meetings.body is 'Name of the body that met.';
comment on column minutes.meetings.authority is 'Council or other authority; empty where nobody has said it.';
comment on column minutes.meetings.held_on is 'Date of the meeting; empty where the document gives none.';
comment on column minutes.meetings.start_time is 'Time of day it began.';
comment on column minutes.meetings.venue is 'Place as printed.';
comment on column minutes.meetings.contact_name is 'Officer to ask about these minutes.';
comment on column minutes.meetings.status is 'draft or final.';
comment on column minutes.meetings.was_held is 'False where the meeting was cancelled, or abandoned for want of a quorum.';
comment on column minutes.meetings.item_count is 'Number of agenda items.';
comment on column minutes.meetings.restricted_item_count is 'Number of agenda items whose content is restricted.';
comment on column minutes.meetings.document_id is 'Key of the document these minutes are taken from.';
comment on column minutes.meetings.published_on is 'When the minutes were published, where that is known.';
comment on column minutes.meetings.published_basis is 'stated: the minutes say so; page: the page that they are taken from does; page_changed: it was last changed then, so no later. Empty where it is not known.';
comment on column minutes.meetings.vanished_at is 'When the site it was fetched from was found to list it no more; empty while it is listed, and for what was not fetched by sync.';

create or replace view minutes.attendance
with (security_invoker = true) as
select
    t.attendance_id,
    t.body_id,
    t.meeting_id,
    b.name as body,
    m.held_on,
    t.ordinal,
    t.capacity,
    t.name,
    t.honorific,
    t.post_nominals,
    t.role,
    t.organisation,
    t.substitute_for,
    t.as_printed,
    coalesce(g.stands_for, t.name)::varchar(200) as person
from (
    select body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation, substitute_for, as_printed
    from minutes_store.attendance
    union all
    select body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation, substitute_for, as_printed
    from minutes_store.attendance_restricted
    where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
) t
join minutes_store.meetings m on m.body_id = t.body_id and m.meeting_id = t.meeting_id
join minutes_store.bodies b on b.body_id = t.body_id
left join minutes_store.person_merges g on g.body_id = t.body_id and g.name = t.name and g.stands_for is not null;

comment on view minutes.attendance is 'People at meetings, one a row for each list of the minutes a person is in. Whom only a restricted item records, and what only it says of others (in rows of its own), those see who may read it.';
comment on column minutes.attendance.attendance_id is 'Key of the entry.';
comment on column minutes.attendance.body_id is 'Key of the body that met.';
comment on column minutes.attendance.meeting_id is 'Key of the meeting.';
comment on column minutes.attendance.body is 'Name of the body that met.';
comment on column minutes.attendance.held_on is 'Date of the meeting.';
comment on column minutes.attendance.ordinal is 'Place among the people of the meeting, from 1.';
comment on column minutes.attendance.capacity is 'present, apologies, officer or in_attendance.';
comment on column minutes.attendance.name is 'Given and family name as printed.';
comment on column minutes.attendance.honorific is 'Cllr, Dr, Mrs, Rev, Superintendent, ...';
comment on column minutes.attendance.post_nominals is 'OBE, JP, ...';
comment on column minutes.attendance.role is 'Chair, Vice-Chair, or a job title.';
comment on column minutes.attendance.organisation is 'Whom the person stands for.';
comment on column minutes.attendance.substitute_for is 'Name of the person replaced.';
comment on column minutes.attendance.as_printed is 'The entry as printed.';
comment on column minutes.attendance.person is 'The name that the person goes by: the same as name, where nobody has merged it into another (people_merges).';

create or replace view minutes.documents
with (security_invoker = true) as
select
    d.document_id,
    d.uri,
    d.sha256,
    d.format,
    d.byte_count,
    d.loaded_at,
    d.parser_version,
    d.superseded_at,
    d.superseded_by,
    d.superseded_reason
from minutes_store.documents d;

comment on view minutes.documents is 'Source documents, one a row, superseded ones too.';
comment on column minutes.documents.document_id is 'Key of the document.';
comment on column minutes.documents.uri is 'Where it was read from: file:// and the path, or a web address.';
comment on column minutes.documents.sha256 is 'SHA-256 of its bytes, hexadecimal; empty in a public copy.';
comment on column minutes.documents.format is 'Format it was read as: text, markdown, html, ...';
comment on column minutes.documents.byte_count is 'Size in bytes; empty in a public copy.';
comment on column minutes.documents.loaded_at is 'When it was loaded.';
comment on column minutes.documents.parser_version is 'Version of minutes2pgsql that read it.';
comment on column minutes.documents.superseded_at is 'When another document took its place; empty while it is in force.';
comment on column minutes.documents.superseded_by is 'Key of the document that took its place.';
comment on column minutes.documents.superseded_reason is 'Why: changed (new content at its address), final (a draft before), newer (another document of the same meeting), part (a page of one item, or of who attended, where a document says more of the meeting).';
