select
    q.meeting_id,
    to_char(q.held_on, 'YYYY-MM-DD'),
    to_char(q.held_on, 'FMDD FMMonth YYYY'),
    q.item_id,
    coalesce(i.code, i.number_as_printed),
    q.check_name,
    q.detail
from minutes.data_quality q
left join minutes.agenda_items i on i.body_id = q.body_id and i.item_id = q.item_id
where q.body_id = $1
order by q.held_on desc nulls last, q.meeting_id desc, q.check_name, q.doubt_id
