select
    a.person,
    (array_agg(a.organisation order by a.held_on desc nulls last, a.attendance_id desc) filter (where a.organisation is not null))[1],
    (array_agg(a.role order by a.held_on desc nulls last, a.attendance_id desc) filter (where a.role is not null))[1],
    count(distinct a.meeting_id) filter (where a.capacity <> 'apologies'),
    count(distinct a.meeting_id) filter (where a.capacity = 'apologies'),
    to_char(min(a.held_on), 'FMDD FMMonth YYYY'),
    to_char(max(a.held_on), 'FMDD FMMonth YYYY')
from minutes.attendance a
where a.body_id = $1
group by a.person
order by count(distinct a.meeting_id) filter (where a.capacity <> 'apologies') desc, a.person
