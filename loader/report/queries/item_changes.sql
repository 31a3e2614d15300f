select c.meeting_id, c.item_id, c.change_id, c.start_at, c.length, c.sentence
from minutes.percentage_changes c
where c.body_id = $1
order by c.meeting_id, c.item_id, c.start_at, c.change_id
