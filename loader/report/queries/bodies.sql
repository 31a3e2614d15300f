-- The bodies of the report, $1 naming one of them or empty for all.
select
    b.body_id,
    b.body,
    coalesce(b.authority, ''),
    b.meeting_count,
    to_char(b.first_held_on, 'FMDD FMMonth YYYY'),
    to_char(b.last_held_on, 'FMDD FMMonth YYYY'),
    to_char(b.last_held_on, 'YYYY-MM-DD')
from minutes.bodies b
where $1 = ''
    or lower(b.body) = lower($1)
order by b.authority nulls last, b.body, b.body_id
