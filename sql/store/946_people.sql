-- Names that are one person's: decided by people, kept whatever is loaded later. Run by every init. The functions run with the owner's rights, under a
-- fixed search_path, and ask as those of restrictions do whether the session's user is a member of the cleared role.

create or replace function minutes_store.check_who_names(reason text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not pg_catalog.pg_has_role(session_user, @cleared_name@, 'MEMBER') then
        raise exception 'user "%" may not say which names are one person''s', session_user
            using errcode = 'insufficient_privilege', hint = pg_catalog.format('Members of role %s may.', @cleared_name@);
    end if;
    if pg_catalog.btrim(coalesce(reason, '')) = '' then
        raise exception 'a reason is missing'
            using errcode = 'invalid_parameter_value', hint = 'Say why; cleared readers see it in minutes.people_merges.';
    end if;
end
$$;

-- Renews what each merged name of a body stands for: the end of its chain of merges.
create or replace function minutes_store.renew_people(body bigint)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
    update minutes_store.person_merges g
    set stands_for = g.other_name
    where g.body_id = body and g.stands_for <> g.other_name;
    with recursive chain as (
        select g.merge_id, g.other_name as stands_for
        from minutes_store.person_merges g
        where g.body_id = body and g.action = 'merge' and g.state = 'in_force'
        union all
        select c.merge_id, g.other_name
        from chain c
        join minutes_store.person_merges g
            on g.body_id = body and g.action = 'merge' and g.state = 'in_force' and g.name = c.stands_for
    )
    update minutes_store.person_merges g
    set stands_for = c.stands_for
    from chain c
    where g.body_id = body
        and g.merge_id = c.merge_id
        and not exists (
            select from minutes_store.person_merges n
            where n.body_id = body and n.action = 'merge' and n.state = 'in_force' and n.name = c.stands_for)
        and g.stands_for <> c.stands_for
$$;

create or replace function minutes_store.end_people(body bigint, merge bigint, reason text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    update minutes_store.person_merges g
    set state = 'ended', stands_for = null, ended_by = session_user, ended_at = pg_catalog.clock_timestamp()
    where g.body_id = body and g.merge_id = merge;
    update minutes_store.person_merge_reason_restricted r
    set ended_reason = pg_catalog.btrim(end_people.reason)
    where r.body_id = body and r.merge_id = merge;
end
$$;

-- Notes a decision on two names and returns its key.
create or replace function minutes_store.note_people(body bigint, action text, name text, other_name text, reason text)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    id bigint := pg_catalog.nextval('minutes_store.id_blocks');
    earlier bigint;
    missing text;
begin
    perform minutes_store.check_who_names(note_people.reason);
    perform pg_catalog.pg_advisory_xact_lock(5710430000000000 + note_people.body);
    select n.name into missing
    from (values (1, note_people.name), (2, note_people.other_name)) n(place, name)
    where not exists (select from minutes_store.attendance a where a.body_id = note_people.body and a.name = n.name)
    order by n.place
    limit 1;
    if found then
        raise exception 'no minutes of body % list "%"', coalesce(note_people.body::text, 'without a number'), coalesce(missing, '')
            using errcode = 'no_data_found', hint = 'minutes.attendance has the names as they are listed, by body_id.';
    end if;
    if note_people.name = note_people.other_name then
        raise exception '"%" is one name already', note_people.name using errcode = 'invalid_parameter_value';
    end if;
    -- It takes the place of one on the same two names, and a merge that of another merge of the name.
    for earlier in
        select g.merge_id
        from minutes_store.person_merges g
        where g.body_id = note_people.body
            and g.state = 'in_force'
            and ((g.name = note_people.name and g.other_name = note_people.other_name)
                or (g.name = note_people.other_name and g.other_name = note_people.name)
                or (g.name = note_people.name and g.action = 'merge' and note_people.action = 'merge'))
    loop
        perform minutes_store.end_people(note_people.body, earlier, note_people.reason);
    end loop;
    insert into minutes_store.person_merges (body_id, merge_id, action, name, other_name, stands_for, decided_by, decided_at, state)
    values (note_people.body, id, note_people.action, note_people.name, note_people.other_name,
        case when note_people.action = 'merge' then note_people.other_name end, session_user, pg_catalog.clock_timestamp(), 'in_force');
    insert into minutes_store.person_merge_reason_restricted (body_id, merge_id, reason)
    values (note_people.body, id, pg_catalog.btrim(note_people.reason));
    return id;
end
$$;

create or replace function minutes.merge_people(body_id bigint, name text, into_name text, reason text)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    id bigint;
begin
    id := minutes_store.note_people(merge_people.body_id, 'merge', merge_people.name, merge_people.into_name, merge_people.reason);
    -- The name it is merged into may itself be merged into this one, by way of others.
    if exists (
        with recursive chain as (
            select merge_people.into_name::varchar(200) as name, 1 as depth
            union all
            select g.other_name, c.depth + 1
            from chain c
            join minutes_store.person_merges g
                on g.body_id = merge_people.body_id and g.action = 'merge' and g.state = 'in_force' and g.name = c.name
            where c.name <> merge_people.name
        )
        select from chain c where c.name = merge_people.name)
    then
        raise exception '"%" is merged into "%" already', merge_people.into_name, merge_people.name
            using errcode = 'object_not_in_prerequisite_state', hint = 'minutes.unmerge_people() ends that merge: minutes.people_merges has its merge_id.';
    end if;
    perform minutes_store.renew_people(merge_people.body_id);
    return id;
end
$$;

create or replace function minutes.keep_people_apart(body_id bigint, name text, other_name text, reason text)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    id bigint;
begin
    id := minutes_store.note_people(keep_people_apart.body_id, 'keep_apart', keep_people_apart.name, keep_people_apart.other_name,
        keep_people_apart.reason);
    perform minutes_store.renew_people(keep_people_apart.body_id);
    return id;
end
$$;

create or replace function minutes.unmerge_people(merge_id bigint, reason text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    body bigint;
begin
    perform minutes_store.check_who_names(unmerge_people.reason);
    select g.body_id into body
    from minutes_store.person_merges g
    where g.merge_id = unmerge_people.merge_id and g.state = 'in_force';
    if not found then
        raise exception 'no decision % on names is in force', coalesce(unmerge_people.merge_id::text, 'without a number')
            using errcode = 'no_data_found', hint = 'minutes.people_merges lists them by merge_id.';
    end if;
    perform pg_catalog.pg_advisory_xact_lock(5710430000000000 + body);
    perform minutes_store.end_people(body, unmerge_people.merge_id, unmerge_people.reason);
    perform minutes_store.renew_people(body);
end
$$;

comment on function minutes_store.check_who_names(text) is 'refuses whoever is not a member of the cleared role, and decisions without a reason';
comment on function minutes_store.renew_people(bigint) is 'renews what each merged name of a body stands for';
comment on function minutes_store.end_people(bigint, bigint, text) is 'ends a decision on names';
comment on function minutes_store.note_people(bigint, text, text, text, text) is 'notes a decision on two names of a body';
comment on function minutes.merge_people(bigint, text, text, text) is 'Says that two names in a body''s minutes are one person, who then goes by the second, and why; returns the decision''s key. For members of the cleared role.';
comment on function minutes.keep_people_apart(bigint, text, text, text) is 'Says that two names in a body''s minutes are two people, so that they are suggested no more, and why; returns the decision''s key. For members of the cleared role.';
comment on function minutes.unmerge_people(bigint, text) is 'Ends a decision on names, by its key in minutes.people_merges, and says why. For members of the cleared role.';

revoke execute on function minutes_store.check_who_names(text) from public;
revoke execute on function minutes_store.renew_people(bigint) from public;
revoke execute on function minutes_store.end_people(bigint, bigint, text) from public;
revoke execute on function minutes_store.note_people(bigint, text, text, text, text) from public;
revoke execute on function minutes.merge_people(bigint, text, text, text) from public;
revoke execute on function minutes.keep_people_apart(bigint, text, text, text) from public;
revoke execute on function minutes.unmerge_people(bigint, text) from public;
grant execute on function minutes.merge_people(bigint, text, text, text), minutes.keep_people_apart(bigint, text, text, text),
    minutes.unmerge_people(bigint, text) to @cleared@;
