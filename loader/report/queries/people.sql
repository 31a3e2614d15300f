select a.meeting_id, a.capacity, a.name, a.honorific, a.post_nominals, a.role, a.organisation, a.substitute_for
from minutes.attendance a
where a.body_id = $1
order by a.meeting_id, array_position(array['present', 'apologies', 'officer', 'in_attendance'], a.capacity::text), a.ordinal
