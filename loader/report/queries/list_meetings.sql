select
    m.meeting_id,
    to_char(m.held_on, 'YYYY-MM-DD'),
    to_char(m.held_on, 'FMDD FMMonth YYYY'),
    m.venue,
    m.status,
    m.was_held,
    m.item_count,
    m.restricted_item_count,
    (select count(*) from minutes.percentage_changes c where c.body_id = m.body_id and c.meeting_id = m.meeting_id),
    (select count(*) from minutes.decisions d where d.body_id = m.body_id and d.meeting_id = m.meeting_id)
from minutes.meetings m
where m.body_id = $1
order by m.held_on desc nulls last, m.start_time desc nulls last, m.meeting_id desc
