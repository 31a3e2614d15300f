-- The last twelve meetings and the forty people who were most often at them; of each pair the capacity.
with meetings as (
    select m.meeting_id, m.held_on
    from minutes.meetings m
    where m.body_id = $1
        and m.was_held
        and exists (select from minutes.attendance a where a.body_id = m.body_id and a.meeting_id = m.meeting_id)
    order by m.held_on desc nulls last, m.meeting_id desc
    limit 12
),
seen as (
    select
        a.person as name,
        a.meeting_id,
        min(case a.capacity when 'present' then 1 when 'officer' then 2 when 'in_attendance' then 3 else 4 end) as capacity
    from minutes.attendance a
    join meetings m on m.meeting_id = a.meeting_id
    where a.body_id = $1
    group by a.person, a.meeting_id
),
people as (
    select
        s.name,
        row_number() over (order by bool_or(s.capacity in (1, 4)) desc, count(*) filter (where s.capacity < 4) desc, count(*) desc, s.name) as place
    from seen s
    group by s.name
    order by place
    limit 40
)
select
    p.place,
    p.name,
    m.meeting_id,
    to_char(m.held_on, 'YYYY-MM-DD'),
    to_char(m.held_on, 'FMDD FMMonth YYYY'),
    to_char(m.held_on, 'FMDD Mon YY'),
    coalesce(s.capacity, 0)
from people p
cross join meetings m
left join seen s on s.name = p.name and s.meeting_id = m.meeting_id
order by p.place, m.held_on nulls first, m.meeting_id
