select d.meeting_id, d.item_id, d.decision_id, d.outcome
from minutes.decisions d
where d.body_id = $1
order by d.meeting_id, d.item_id, d.ordinal
