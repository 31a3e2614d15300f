-- How long the public waited for the minutes.

create or replace view minutes.publication_times
with (security_invoker = true) as
select
    m.meeting_id,
    m.body_id,
    b.name as body,
    m.held_on,
    minutes_store.municipal_year(m.held_on)::varchar(7) as municipal_year,
    m.status,
    m.published_on,
    m.published_basis,
    (m.published_on - m.held_on)::int as days_to_publication
from minutes_store.meetings m
join minutes_store.bodies b on b.body_id = m.body_id
where m.held_on is not null;

comment on view minutes.publication_times is 'Dated meetings, one a row, and how long after them their minutes were published, where that is known.';
comment on column minutes.publication_times.meeting_id is 'Key of the meeting.';
comment on column minutes.publication_times.body_id is 'Key of the body that met.';
comment on column minutes.publication_times.body is 'Name of the body that met.';
comment on column minutes.publication_times.held_on is 'Date of the meeting.';
comment on column minutes.publication_times.municipal_year is 'Municipal year of the meeting, such as 2025/26: from May, the month of annual meetings.';
comment on column minutes.publication_times.status is 'draft or final: what was published.';
comment on column minutes.publication_times.published_on is 'When the minutes were published; empty where that is not known.';
comment on column minutes.publication_times.published_basis is 'stated: the minutes say so; page: the page that they are taken from does; page_changed: it was last changed then, so no later.';
comment on column minutes.publication_times.days_to_publication is 'Days from the meeting to the publication; with page_changed at most so many.';
