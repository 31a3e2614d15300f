-- Restricting and lifting by people. Run by every init. The functions run with the owner's rights, under a fixed search_path, and check the session's
-- user themselves: it has to be a member of the cleared role, whoever called them.

create or replace function minutes_store.check_person(reason text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not pg_catalog.pg_has_role(session_user, @cleared_name@, 'MEMBER') then
        raise exception 'user "%" may not restrict or lift items', session_user
            using errcode = 'insufficient_privilege', hint = pg_catalog.format('Members of role %s may.', @cleared_name@);
    end if;
    if pg_catalog.btrim(coalesce(reason, '')) = '' then
        raise exception 'a reason is missing'
            using errcode = 'invalid_parameter_value', hint = 'Say why; cleared readers see it in minutes.restriction_history.';
    end if;
end
$$;

-- The item, behind the lock that a load of its body takes as well.
create or replace function minutes_store.locked_item(wanted bigint)
returns minutes_store.agenda_items
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    item minutes_store.agenda_items;
    body bigint;
begin
    loop
        select i.body_id into body from minutes_store.agenda_items i where i.item_id = wanted;
        if not found then
            raise exception 'there is no item %', coalesce(wanted::text, 'without a number')
                using errcode = 'no_data_found', hint = 'minutes.agenda_items lists them by item_id.';
        end if;
        perform pg_catalog.pg_advisory_xact_lock(5710430000000000 + body);
        select i.* into item from minutes_store.agenda_items i where i.body_id = body and i.item_id = wanted for update;
        if found then
            return item;
        end if;
    end loop;
end
$$;

-- Gives the item its side, grounds and sources, and moves what it says to the twin tables of that side, in one statement: the foreign keys, which are
-- checked at its end, hold before and after.
create or replace function minutes_store.close_item(body bigint, item bigint, new_grounds @extschema@.restriction, new_regime text, new_sources int)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
    with i as (
        update minutes_store.agenda_items
        set is_restricted = true, grounds = new_grounds, regime = new_regime, restriction_sources = new_sources
        where body_id = body and item_id = item
    ), t as (
        delete from minutes_store.item_text_open where body_id = body and item_id = item
        returning body_id, item_id, meeting_id, agenda_text, item_text
    ), t_in as (
        insert into minutes_store.item_text_restricted (body_id, item_id, meeting_id, agenda_text, item_text, reason)
        select body_id, item_id, meeting_id, agenda_text, item_text, @extschema@.restriction_reason(item_text) from t
    ), d as (
        delete from minutes_store.decisions_open where body_id = body and item_id = item
        returning body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text
    ), d_in as (
        insert into minutes_store.decisions_restricted (body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text)
        select body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text from d
    ), v as (
        delete from minutes_store.approvals_open where body_id = body and item_id = item
        returning body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on, minutes_body,
            minutes_body_key, approval_text, subject_to
    ), v_in as (
        insert into minutes_store.approvals_restricted (body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on, minutes_body,
            minutes_body_key, approval_text, subject_to)
        select body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on, minutes_body,
            minutes_body_key, approval_text, subject_to from v
    ), c as (
        delete from minutes_store.changes_open where body_id = body and item_id = item
        returning body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, qualifier, low, high, from_level, to_level, baseline,
            matched, start_at, length, sentence, period_start, period_end
    ), c_in as (
        insert into minutes_store.changes_restricted (body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, qualifier, low, high,
            from_level, to_level, baseline, matched, start_at, length, sentence, period_start, period_end)
        select body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, qualifier, low, high, from_level, to_level, baseline,
            matched, start_at, length, sentence, period_start, period_end from c
    ), a as (
        delete from minutes_store.attachments_open where body_id = body and item_id = item
        returning body_id, attachment_id, meeting_id, item_id, ordinal, title, file_type, size_as_printed, size_bytes, url
    ), a_in as (
        insert into minutes_store.attachments_restricted (body_id, attachment_id, meeting_id, item_id, ordinal, title, file_type, size_as_printed,
            size_bytes, url, of_its_own)
        select body_id, attachment_id, meeting_id, item_id, ordinal, title, file_type, size_as_printed, size_bytes, url, false from a
    ), p as (
        delete from minutes_store.attendance where body_id = body and item_id = item and filled = 0
        returning body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id
    ), p_in as (
        insert into minutes_store.attendance_restricted (body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id)
        select body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id from p
    ), f as (
        -- Whom the header lists stays; what only the item says of them goes.
        select body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id, filled from minutes_store.attendance
        where body_id = body and item_id = item and filled <> 0
    ), f_in as (
        insert into minutes_store.attendance_restricted (body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id, filled, fills)
        select f.body_id, pg_catalog.nextval('minutes_store.id_blocks'), f.meeting_id, f.ordinal, f.capacity, f.name, f.honorific, f.post_nominals, f.role,
            f.organisation, f.substitute_for, f.as_printed, f.source_line, f.item_id, f.filled, f.attendance_id
        from f
    ), f_up as (
        update minutes_store.attendance o
        set honorific = case when o.filled & 1 = 0 then o.honorific end,
            post_nominals = case when o.filled & 2 = 0 then o.post_nominals end,
            role = case when o.filled & 4 = 0 then o.role end,
            organisation = case when o.filled & 8 = 0 then o.organisation end,
            substitute_for = case when o.filled & 16 = 0 then o.substitute_for end,
            item_id = null,
            filled = 0
        where o.body_id = body and o.item_id = item and o.filled <> 0
    ), q as (
        -- That an open item says nearly the same tells what this one says.
        delete from minutes_store.doubt_detail_open o
        using minutes_store.data_doubts l
        where o.body_id = body
            and l.body_id = o.body_id
            and l.doubt_id = o.doubt_id
            and (o.item_id = item or (l.check_name = 'near_duplicate_text'
                and l.meeting_id = (select g.meeting_id from minutes_store.agenda_items g where g.body_id = body and g.item_id = item)))
        returning o.body_id, o.doubt_id, o.meeting_id, o.item_id, o.detail
    )
    insert into minutes_store.doubt_detail_restricted (body_id, doubt_id, meeting_id, item_id, detail)
    select body_id, doubt_id, meeting_id, item_id, detail from q
$$;

create or replace function minutes_store.open_item(body bigint, item bigint, new_sources int)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
    with i as (
        update minutes_store.agenda_items
        set is_restricted = false, grounds = null, regime = null, restriction_sources = new_sources
        where body_id = body and item_id = item
    ), t as (
        delete from minutes_store.item_text_restricted where body_id = body and item_id = item
        returning body_id, item_id, meeting_id, agenda_text, item_text
    ), t_in as (
        insert into minutes_store.item_text_open (body_id, item_id, meeting_id, agenda_text, item_text)
        select body_id, item_id, meeting_id, agenda_text, item_text from t
    ), d as (
        delete from minutes_store.decisions_restricted where body_id = body and item_id = item
        returning body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text
    ), d_in as (
        insert into minutes_store.decisions_open (body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text)
        select body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text from d
    ), v as (
        delete from minutes_store.approvals_restricted where body_id = body and item_id = item
        returning body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on, minutes_body,
            minutes_body_key, approval_text, subject_to
    ), v_in as (
        insert into minutes_store.approvals_open (body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on, minutes_body,
            minutes_body_key, approval_text, subject_to)
        select body_id, approval_id, meeting_id, item_id, ordinal, decision, basis, minutes_held_on, minutes_body,
            minutes_body_key, approval_text, subject_to from v
    ), c as (
        delete from minutes_store.changes_restricted where body_id = body and item_id = item
        returning body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, qualifier, low, high, from_level, to_level, baseline,
            matched, start_at, length, sentence, period_start, period_end
    ), c_in as (
        insert into minutes_store.changes_open (body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, qualifier, low, high,
            from_level, to_level, baseline, matched, start_at, length, sentence, period_start, period_end)
        select body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, qualifier, low, high, from_level, to_level, baseline,
            matched, start_at, length, sentence, period_start, period_end from c
    ), a as (
        delete from minutes_store.attachments_restricted where body_id = body and item_id = item and not of_its_own
        returning body_id, attachment_id, meeting_id, item_id, ordinal, title, file_type, size_as_printed, size_bytes, url
    ), a_in as (
        insert into minutes_store.attachments_open (body_id, attachment_id, meeting_id, item_id, ordinal, title, file_type, size_as_printed,
            size_bytes, url)
        select body_id, attachment_id, meeting_id, item_id, ordinal, title, file_type, size_as_printed, size_bytes, url from a
    ), p as (
        delete from minutes_store.attendance_restricted where body_id = body and item_id = item
        returning body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id, filled, fills
    ), p_in as (
        insert into minutes_store.attendance (body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id)
        select body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id from p where filled = 0
    ), f_up as (
        -- What the item says of whom the header lists, which another item that was opened may have said before.
        update minutes_store.attendance o
        set honorific = p.honorific,
            post_nominals = p.post_nominals,
            role = p.role,
            organisation = p.organisation,
            substitute_for = p.substitute_for,
            item_id = p.item_id,
            filled = p.filled
        from p
        where p.filled <> 0 and o.body_id = p.body_id and o.attendance_id = p.fills and o.filled = 0
    ), f_in as (
        insert into minutes_store.attendance (body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id)
        select body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, post_nominals, role, organisation,
            substitute_for, as_printed, source_line, item_id from p
        where p.filled <> 0 and not exists (
            select from minutes_store.attendance o where o.body_id = p.body_id and o.attendance_id = p.fills and o.filled = 0)
    ), q as (
        -- What compares it with other items stays restricted while another of the meeting is.
        delete from minutes_store.doubt_detail_restricted o
        using minutes_store.data_doubts l
        where o.body_id = body
            and l.body_id = o.body_id
            and l.doubt_id = o.doubt_id
            and o.item_id = item
            and not (l.check_name = 'near_duplicate_text' and exists (
                select from minutes_store.agenda_items g
                where g.body_id = body and g.meeting_id = l.meeting_id and g.item_id <> item and g.is_restricted))
        returning o.body_id, o.doubt_id, o.meeting_id, o.item_id, o.detail
    )
    insert into minutes_store.doubt_detail_open (body_id, doubt_id, meeting_id, item_id, detail)
    select body_id, doubt_id, meeting_id, item_id, detail from q
$$;

-- Notes a decision; earlier ones on the item end, also lifts that are not due yet.
create or replace function minutes_store.note_override(item minutes_store.agenda_items, action text, given_grounds @extschema@.restriction, reason text,
    effect_on date, carried_out boolean)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    id bigint := pg_catalog.nextval('minutes_store.id_blocks');
    now timestamptz := pg_catalog.clock_timestamp();
begin
    update minutes_store.overrides o
    set state = 'ended'
    where o.body_id = item.body_id and o.item_id = item.item_id and (o.state = 'pending' or (o.state = 'in_force' and carried_out));
    insert into minutes_store.overrides (body_id, override_id, meeting_id, item_id, action, grounds, held_on, code_text, title, decided_by, decided_at,
        takes_effect_on, carried_out_at, state, former_grounds, former_regime)
    values (item.body_id, id, item.meeting_id, item.item_id, action, given_grounds,
        (select m.held_on from minutes_store.meetings m where m.body_id = item.body_id and m.meeting_id = item.meeting_id), item.code_text,
        item.title, session_user, now, effect_on, case when carried_out then now end, case when carried_out then 'in_force' else 'pending' end,
        item.grounds, item.regime);
    insert into minutes_store.override_reason_restricted (body_id, override_id, reason)
    values (item.body_id, id, pg_catalog.btrim(reason));
    return id;
end
$$;

-- Whether a lift of a restriction on the grounds of then covers the grounds of now. That none is stated is no new ground.
create or replace function minutes_store.lift_covers(lifted @extschema@.restriction, now @extschema@.restriction)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select array_remove(@extschema@.restriction_grounds(now), 'unstated') <@ coalesce(@extschema@.restriction_grounds(lifted), '{}')
        or now is null
$$;

create or replace function minutes.restrict_item(item_id bigint, grounds text, reason text)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    item minutes_store.agenda_items;
    given @extschema@.restriction;
    former @extschema@.restriction;
    law text;
    id bigint;
begin
    perform minutes_store.check_person(restrict_item.reason);
    if pg_catalog.btrim(coalesce(restrict_item.grounds, ''), '{} ') <> '' then
        given := ('{' || pg_catalog.btrim(restrict_item.grounds, '{} ') || '}')::@extschema@.restriction;
    end if;
    item := minutes_store.locked_item(restrict_item.item_id);
    former := item.grounds;
    law := item.regime;
    if not item.is_restricted then
        -- What was lifted is restricted again under its own law.
        select o.former_grounds, o.former_regime into former, law
        from minutes_store.overrides o
        where o.body_id = item.body_id and o.item_id = item.item_id and o.action = 'lift' and o.state = 'in_force';
    end if;
    id := minutes_store.note_override(item, 'restrict', given, restrict_item.reason, current_date, true);
    perform minutes_store.close_item(item.body_id, item.item_id,
        case
            when given is null then coalesce(former, '{unstated}'::@extschema@.restriction)
            when former is null or former operator(@extschema@.=) '{unstated}'::@extschema@.restriction then given
            else @extschema@.restriction_union(former, given)
        end,
        coalesce(law, 'none'), (item.restriction_sources & ~128) | 64);
    return id;
end
$$;

create or replace function minutes.lift_restriction(item_id bigint, reason text, on_date date default null)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    item minutes_store.agenda_items;
    id bigint;
    at_once boolean := lift_restriction.on_date is null or lift_restriction.on_date <= current_date;
begin
    perform minutes_store.check_person(lift_restriction.reason);
    item := minutes_store.locked_item(lift_restriction.item_id);
    if not item.is_restricted then
        raise exception 'item % is not restricted', item.item_id using errcode = 'object_not_in_prerequisite_state';
    end if;
    id := minutes_store.note_override(item, 'lift', null, lift_restriction.reason,
        case when at_once then current_date else lift_restriction.on_date end, at_once);
    if at_once then
        perform minutes_store.open_item(item.body_id, item.item_id, (item.restriction_sources & ~64) | 128);
    end if;
    return id;
end
$$;

-- Carries out the lifts whose day has come and returns how many. One that the server refuses because of what the item says stays pending, with a
-- warning, and holds up none of the others.
create or replace function minutes.lift_due()
returns int
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    due record;
    item minutes_store.agenda_items;
    count int := 0;
begin
    perform minutes_store.check_person('due');
    -- Bodies are locked in the order in which a load locks them.
    for due in
        select o.body_id, o.override_id, o.item_id
        from minutes_store.overrides o
        where o.state = 'pending' and o.takes_effect_on <= current_date
        order by o.body_id, o.override_id
    loop
        perform pg_catalog.pg_advisory_xact_lock(5710430000000000 + due.body_id);
        continue when not exists (
            select from minutes_store.overrides o
            where o.body_id = due.body_id and o.override_id = due.override_id and o.state = 'pending');
        select i.* into item from minutes_store.agenda_items i where i.body_id = due.body_id and i.item_id = due.item_id for update;
        -- What it was to lift is not what is there any more.
        if not found or not minutes_store.lift_covers((
            select o.former_grounds from minutes_store.overrides o where o.body_id = due.body_id and o.override_id = due.override_id), item.grounds)
        then
            update minutes_store.overrides o set state = 'lost' where o.body_id = due.body_id and o.override_id = due.override_id;
            continue;
        end if;
        begin
            update minutes_store.overrides o
            set state = 'ended'
            where o.body_id = item.body_id and o.item_id = item.item_id and o.state = 'in_force';
            update minutes_store.overrides o
            set state = 'in_force',
                carried_out_at = pg_catalog.clock_timestamp(),
                former_grounds = coalesce(item.grounds, o.former_grounds),
                former_regime = coalesce(item.regime, o.former_regime)
            where o.body_id = due.body_id and o.override_id = due.override_id;
            if item.is_restricted then
                perform minutes_store.open_item(item.body_id, item.item_id, (item.restriction_sources & ~64) | 128);
                count := count + 1;
            end if;
        exception
            when program_limit_exceeded or data_exception or integrity_constraint_violation then
                raise warning 'the lift of item % is due and was refused (SQLSTATE %)', due.item_id, sqlstate;
        end;
    end loop;
    return count;
end
$$;

comment on function minutes_store.check_person(text) is 'refuses whoever is not a member of the cleared role, and decisions without a reason';
comment on function minutes_store.locked_item(bigint) is 'the item, locked together with its body';
comment on function minutes_store.close_item(bigint, bigint, @extschema@.restriction, text, int) is 'moves an item to the restricted side';
comment on function minutes_store.open_item(bigint, bigint, int) is 'moves an item to the open side';
comment on function minutes_store.note_override(minutes_store.agenda_items, text, @extschema@.restriction, text, date, boolean) is 'notes a decision on an item';
comment on function minutes_store.lift_covers(@extschema@.restriction, @extschema@.restriction) is 'whether who lifted the first grounds lifted the second';
comment on function minutes.restrict_item(bigint, text, text) is 'Restricts an item at once, on the grounds given (a comma between them; none is unstated), and returns the decision''s key. For members of the cleared role.';
comment on function minutes.lift_restriction(bigint, text, date) is 'Lifts an item''s restriction, at once or on a later day, and returns the decision''s key. For members of the cleared role.';
comment on function minutes.lift_due() is 'Carries out the lifts whose day has come, as every load does, and returns how many items were opened; one that is refused stays pending, with a warning. For members of the cleared role.';

revoke execute on function minutes_store.check_person(text) from public;
revoke execute on function minutes_store.lift_covers(@extschema@.restriction, @extschema@.restriction) from public;
revoke execute on function minutes_store.locked_item(bigint) from public;
revoke execute on function minutes_store.close_item(bigint, bigint, @extschema@.restriction, text, int) from public;
revoke execute on function minutes_store.open_item(bigint, bigint, int) from public;
revoke execute on function minutes_store.note_override(minutes_store.agenda_items, text, @extschema@.restriction, text, date, boolean) from public;
revoke execute on function minutes.restrict_item(bigint, text, text) from public;
revoke execute on function minutes.lift_restriction(bigint, text, date) from public;
revoke execute on function minutes.lift_due() from public;
grant execute on function minutes.restrict_item(bigint, text, text), minutes.lift_restriction(bigint, text, date), minutes.lift_due() to @cleared@;

create or replace view minutes.restriction_history
with (security_invoker = true) as
select
    o.override_id,
    o.body_id,
    o.item_id,
    o.meeting_id,
    b.name as body,
    o.held_on,
    o.code_text as code,
    o.title,
    o.action,
    pg_catalog.array_to_string(@extschema@.restriction_grounds(o.grounds), ', ')::varchar(250) as grounds,
    o.decided_by,
    o.decided_at,
    o.takes_effect_on,
    o.carried_out_at,
    o.state,
    r.reason
from minutes_store.overrides o
join minutes_store.bodies b on b.body_id = o.body_id
left join minutes_store.override_reason_restricted r
    on r.body_id = o.body_id
    and r.override_id = o.override_id
    and pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE');

comment on view minutes.restriction_history is 'Decisions of people to restrict an item or to lift its restriction, one a row; anybody may see who and when.';
comment on column minutes.restriction_history.override_id is 'Key of the decision.';
comment on column minutes.restriction_history.body_id is 'Key of the body that met.';
comment on column minutes.restriction_history.item_id is 'Key of the item; the item may be gone since.';
comment on column minutes.restriction_history.meeting_id is 'Key of the meeting.';
comment on column minutes.restriction_history.body is 'Name of the body that met.';
comment on column minutes.restriction_history.held_on is 'Date of the meeting.';
comment on column minutes.restriction_history.code is 'Code or number of the item when it was decided.';
comment on column minutes.restriction_history.title is 'Title of the item when it was decided.';
comment on column minutes.restriction_history.action is 'restrict or lift.';
comment on column minutes.restriction_history.grounds is 'Grounds that were given for a restriction, separated by commas.';
comment on column minutes.restriction_history.decided_by is 'Login role of who decided, or of the load that could not match an earlier decision.';
comment on column minutes.restriction_history.decided_at is 'When it was decided.';
comment on column minutes.restriction_history.takes_effect_on is 'Day from which it holds.';
comment on column minutes.restriction_history.carried_out_at is 'When it was carried out; empty while a lift is not due.';
comment on column minutes.restriction_history.state is 'pending: a lift that is not due yet; in_force; ended: a later decision holds; lost: the item could not be matched in a new version of the minutes.';
comment on column minutes.restriction_history.reason is 'Why; empty to those who may not read it.';

grant select on minutes.restriction_history to @reader@;
