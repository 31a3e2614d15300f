-- What analysts see of approvals: which meeting agreed the minutes of which, and with what corrections. The meeting that is meant is one of the store:
-- that of the stated day, or the last one held before; none where there is not exactly one.

create or replace view minutes.approvals
with (security_invoker = true) as
select
    a.approval_id,
    a.body_id,
    a.item_id,
    a.meeting_id,
    b.name as body,
    m.held_on,
    i.code_text as code,
    i.code_sort,
    i.title,
    a.ordinal,
    a.decision,
    a.subject_to,
    coalesce(a.minutes_held_on, p.held_on) as minutes_held_on,
    a.minutes_body,
    p.meeting_id as approved_meeting_id,
    a.basis,
    a.approval_text,
    i.is_restricted
from (
    select body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on, minutes_body, minutes_body_key, approval_text, subject_to
    from minutes_store.approvals_open
    union all
    select body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on, minutes_body, minutes_body_key, approval_text, subject_to
    from minutes_store.approvals_restricted
    where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
) a
join minutes_store.agenda_items i on i.body_id = a.body_id and i.item_id = a.item_id
join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
join minutes_store.bodies b on b.body_id = a.body_id
-- Whose minutes: those of the body of the authority that is named, else the body's own where its name is printed short.
cross join lateral (
    select case when a.minutes_body_key is null then a.body_id
        else coalesce((
            select o.body_id
            from minutes_store.bodies o
            where o.authority_id = b.authority_id
                and o.name_key = a.minutes_body_key
        ), case when pg_catalog.strpos(b.name_key, a.minutes_body_key) > 0 then a.body_id end)
    end as body_id
) w
left join lateral (
    select min(e.meeting_id) as meeting_id, min(e.held_on) as held_on
    from minutes_store.meetings e
    where e.body_id = w.body_id
        and e.meeting_id <> a.meeting_id
        and e.held_on = coalesce(a.minutes_held_on, (
            select max(x.held_on)
            from minutes_store.meetings x
            where x.body_id = a.body_id
                and x.was_held
                and x.held_on < m.held_on
                and x.held_on > m.held_on - 400
        ))
    having count(*) = 1
) p on true;

comment on view minutes.approvals is 'Approvals of the minutes of earlier meetings, one a row for each meeting whose minutes an item approves, defers or does not approve.';
comment on column minutes.approvals.approval_id is 'Key of the approval.';
comment on column minutes.approvals.body_id is 'Key of the body that met.';
comment on column minutes.approvals.item_id is 'Key of the item that approves.';
comment on column minutes.approvals.meeting_id is 'Key of the meeting that approves.';
comment on column minutes.approvals.body is 'Name of the body that met.';
comment on column minutes.approvals.held_on is 'Date of the meeting that approves.';
comment on column minutes.approvals.code is 'Code or number of the item.';
comment on column minutes.approvals.code_sort is 'Orders the codes.';
comment on column minutes.approvals.title is 'Title of the item.';
comment on column minutes.approvals.ordinal is 'Place among the item''s approvals, from 1.';
comment on column minutes.approvals.decision is 'approved, not_approved or deferred.';
comment on column minutes.approvals.subject_to is 'Corrections that it was subject to, as printed; empty for none.';
comment on column minutes.approvals.minutes_held_on is 'Date of the meeting whose minutes they are, as stated, or of the one that is meant by the previous meeting.';
comment on column minutes.approvals.minutes_body is 'Whose meeting, as printed, where another name than the body itself is.';
comment on column minutes.approvals.approved_meeting_id is 'Key of the meeting whose minutes they are; empty where it is not loaded, or where it is not exactly one.';
comment on column minutes.approvals.basis is 'How that meeting is known: date, date_without_year (the last such day before), previous_meeting.';
comment on column minutes.approvals.approval_text is 'The sentence of the minute that approves.';
comment on column minutes.approvals.is_restricted is 'Whether the item is restricted; only cleared readers see rows where it is.';
