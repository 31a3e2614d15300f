select a.meeting_id, a.item_id, a.title, a.file_type, a.size_as_printed, a.url
from minutes.attachments a
where a.body_id = $1
order by a.meeting_id, a.item_id, a.ordinal
