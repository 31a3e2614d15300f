select
    m.meeting_id,
    to_char(m.held_on, 'YYYY-MM-DD'),
    to_char(m.held_on, 'FMDD FMMonth YYYY'),
    m.venue,
    m.status,
    m.was_held,
    m.item_count,
    m.restricted_item_count,
    coalesce(c.changes, 0),
    coalesce(d.decisions, 0)
from minutes.meetings m
left join (
    select p.meeting_id, count(*) as changes
    from minutes.percentage_changes p
    where p.body_id = $1
    group by p.meeting_id
) c on c.meeting_id = m.meeting_id
left join (
    select o.meeting_id, count(*) as decisions
    from minutes.decisions o
    where o.body_id = $1
    group by o.meeting_id
) d on d.meeting_id = m.meeting_id
where m.body_id = $1
order by m.held_on desc nulls last, m.start_time desc nulls last, m.meeting_id desc
