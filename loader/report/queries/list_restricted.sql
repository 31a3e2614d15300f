select
    r.meeting_id,
    to_char(r.held_on, 'YYYY-MM-DD'),
    to_char(r.held_on, 'FMDD FMMonth YYYY'),
    r.item_id,
    r.code,
    r.title,
    r.grounds,
    r.cited_paragraphs
from minutes.restricted_items r
where r.body_id = $1
order by r.held_on desc nulls last, r.meeting_id desc, r.code_sort nulls first, r.item_id
