select
    c.meeting_id,
    to_char(c.held_on, 'YYYY-MM-DD'),
    to_char(c.held_on, 'FMDD FMMonth YYYY'),
    c.item_id,
    c.code,
    c.change_id,
    c.metric,
    sign(coalesce(c.change_percent, c.change_points))::int,
    trim_scale(round(abs(coalesce(c.change_percent, c.change_points)), 2)),
    c.change_percent is null,
    c.basis,
    c.baseline,
    c.sentence,
    c.matched
from minutes.percentage_changes c
where c.body_id = $1
order by c.held_on desc nulls last, c.meeting_id desc, c.code_sort nulls first, c.item_id, c.ordinal
