-- Meetings in the order of their keys, as the feeds of what belongs to them are, with the one before and after in time.
select
    m.meeting_id,
    to_char(m.held_on, 'YYYY-MM-DD'),
    to_char(m.held_on, 'FMDay FMDD FMMonth YYYY'),
    to_char(m.start_time, 'HH24:MI'),
    m.venue,
    m.contact_name,
    m.status,
    m.was_held,
    m.item_count,
    m.restricted_item_count,
    d.uri,
    lag(m.meeting_id) over in_time,
    to_char(lag(m.held_on) over in_time, 'YYYY-MM-DD'),
    to_char(lag(m.held_on) over in_time, 'FMDD FMMonth YYYY'),
    lead(m.meeting_id) over in_time,
    to_char(lead(m.held_on) over in_time, 'YYYY-MM-DD'),
    to_char(lead(m.held_on) over in_time, 'FMDD FMMonth YYYY'),
    to_char(m.held_on, 'FMDD FMMonth YYYY')
from minutes.meetings m
left join minutes.documents d on d.document_id = m.document_id
where m.body_id = $1
window in_time as (order by m.held_on nulls first, m.start_time nulls first, m.meeting_id)
order by m.meeting_id
