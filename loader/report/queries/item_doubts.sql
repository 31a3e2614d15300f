select q.meeting_id, coalesce(q.item_id, 0), q.check_name, q.detail
from minutes.data_quality q
where q.body_id = $1
order by q.meeting_id, coalesce(q.item_id, 0), q.check_name, q.doubt_id
