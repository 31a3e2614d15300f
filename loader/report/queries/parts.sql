-- Items that do not stand on the first page of their meeting's minutes, since a page holds about 300,000 bytes of them.
select p.item_id, p.part
from (
    select
        i.item_id,
        1 + (sum(octet_length(coalesce(i.item_text, ''))) over (partition by i.meeting_id order by i.position, i.item_id)
            - octet_length(coalesce(i.item_text, ''))) / 300000 as part
    from minutes.agenda_items i
    where i.body_id = $1
) p
where p.part > 1
order by p.item_id
