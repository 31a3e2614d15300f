-- Items of all meetings of a body, each with the page of its meeting's minutes that it stands on.
select
    i.meeting_id,
    i.item_id,
    coalesce(i.code, i.number_as_printed),
    i.title,
    i.section,
    i.is_restricted,
    r.grounds,
    i.is_truncated,
    i.item_text,
    1 + (sum(octet_length(coalesce(i.item_text, ''))) over (partition by i.meeting_id order by i.position, i.item_id)
        - octet_length(coalesce(i.item_text, ''))) / 300000
from minutes.agenda_items i
left join minutes.restricted_items r on r.body_id = i.body_id and r.item_id = i.item_id
where i.body_id = $1
order by i.meeting_id, i.position, i.item_id
