select
    d.meeting_id,
    to_char(d.held_on, 'YYYY-MM-DD'),
    to_char(d.held_on, 'FMDD FMMonth YYYY'),
    d.item_id,
    d.code,
    d.title,
    d.outcome,
    d.decision_text
from minutes.decisions d
where d.body_id = $1
order by d.held_on desc nulls last, d.meeting_id desc, d.code_sort nulls first, d.item_id, d.ordinal
