-- What analysts see of runs of the loader and of doubts about the data.

create or replace view minutes.load_runs
with (security_invoker = true) as
select
    r.run_id,
    r.started_at,
    r.finished_at,
    r.read,
    r.inserted,
    r.updated,
    r.unchanged,
    r.rejected,
    r.outcome,
    r.program_version
from minutes_store.load_runs r;

comment on view minutes.load_runs is 'Runs of the loader, one a row.';
comment on column minutes.load_runs.run_id is 'Key of the run.';
comment on column minutes.load_runs.started_at is 'When it began.';
comment on column minutes.load_runs.finished_at is 'When it ended; empty while it runs and where it broke off.';
comment on column minutes.load_runs.read is 'Documents looked at.';
comment on column minutes.load_runs.inserted is 'Documents that brought new meetings.';
comment on column minutes.load_runs.updated is 'Documents that replaced meetings loaded before.';
comment on column minutes.load_runs.unchanged is 'Documents that changed nothing.';
comment on column minutes.load_runs.rejected is 'Documents that could not be loaded: see load_problems.';
comment on column minutes.load_runs.outcome is 'running, finished, interrupted, refused by the server, or broken_off: it ended without a word, and the next run noticed.';
comment on column minutes.load_runs.program_version is 'Version of minutes2pgsql.';

create or replace view minutes.load_problems
with (security_invoker = true) as
select
    p.problem_id,
    p.run_id,
    p.uri,
    p.reason,
    d.detail,
    p.reported_at,
    p.resolved_at
from minutes_store.load_problems p
left join (
    select problem_id, detail
    from minutes_store.load_problem_detail_open
    union all
    select problem_id, detail
    from minutes_store.load_problem_detail_restricted
    where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
) d on d.problem_id = p.problem_id;

comment on view minutes.load_problems is 'Documents that did not load, one a row and run.';
comment on column minutes.load_problems.problem_id is 'Key of the problem.';
comment on column minutes.load_problems.run_id is 'Key of the run.';
comment on column minutes.load_problems.uri is 'Address of the document.';
comment on column minutes.load_problems.reason is 'A fixed word for the reason: binary, empty, encoding, ...';
comment on column minutes.load_problems.detail is 'What is wrong, in a sentence; empty where it may quote the document and you may not read that.';
comment on column minutes.load_problems.reported_at is 'When it was met.';
comment on column minutes.load_problems.resolved_at is 'When a later run loaded the document, or met the problem again; empty while it is open.';

create or replace view minutes.data_quality
with (security_invoker = true) as
select
    q.doubt_id,
    q.body_id,
    q.meeting_id,
    q.item_id,
    b.name as body,
    m.held_on,
    q.check_name,
    q.detail,
    q.severity
from (
    select d.body_id, d.doubt_id, d.meeting_id, d.item_id, d.check_name, t.detail, d.severity
    from minutes_store.data_doubts d
    left join (
        select body_id, doubt_id, detail
        from minutes_store.doubt_detail_open
        union all
        select body_id, doubt_id, detail
        from minutes_store.doubt_detail_restricted
        where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
    ) t on t.body_id = d.body_id and t.doubt_id = d.doubt_id
    union all
    -- Numbers missing between one meeting and the next in a body's series of a municipal year; the item that follows the gap
    -- stands for it. (Gaps within a meeting are doubts about its document.)
    select
        g.body_id,
        -g.item_id,
        g.meeting_id,
        g.item_id,
        'code_gap'::varchar(60),
        case
            when g.number - g.previous_number = 2 then
                pg_catalog.format('There is no %s before %s and after %s, which an earlier meeting had.', @extschema@.make_agenda_code(g.prefix, g.number - 1, g.year)::text,
                    g.code_text, g.previous_code_text)
            else
                pg_catalog.format('There are %s codes missing before %s and after %s, which an earlier meeting had.', g.number - g.previous_number - 1,
                    g.code_text, g.previous_code_text)
        end,
        'warning'::varchar(10)
    from (
        select
            s.body_id,
            s.item_id,
            s.meeting_id,
            s.code_text,
            s.prefix,
            s.year,
            s.number,
            lag(s.number) over series as previous_number,
            lag(s.code_text) over series as previous_code_text,
            lag(s.meeting_id) over series as previous_meeting_id
        from (
            select
                i.body_id,
                i.item_id,
                i.meeting_id,
                i.code_text,
                i.code_sort,
                @extschema@.agenda_code_prefix(i.code) as prefix,
                @extschema@.agenda_code_year(i.code) as year,
                @extschema@.agenda_code_number(i.code) as number
            from minutes_store.agenda_items i
            where i.code is not null
        ) s
        window series as (partition by s.body_id, s.prefix, s.year order by s.code_sort, s.item_id)
    ) g
    where g.number - g.previous_number > 1
        and g.meeting_id <> g.previous_meeting_id
    union all
    -- Decisions of people that a new version of the minutes could not be matched with: items that stay restricted, and lifts that fell.
    select
        o.body_id,
        -o.override_id,
        o.meeting_id,
        case when o.action = 'restrict' then o.item_id end,
        case when o.action = 'restrict' then 'restriction_not_matched' else 'lift_not_matched' end::varchar(60),
        case
            when o.action = 'restrict' then
                pg_catalog.format('Somebody restricted "%s", and which item that is in the new version is not certain: this one counts as restricted until it is lifted.',
                    pg_catalog.concat_ws(' ', l.code_text, l.title))
            else
                pg_catalog.format('The restriction of "%s" was lifted, and which item that is in the new version is not certain: the lift does not hold any more.',
                    pg_catalog.concat_ws(' ', o.code_text, o.title))
        end,
        'warning'::varchar(10)
    from minutes_store.overrides o
    left join minutes_store.overrides l on l.body_id = o.body_id and l.override_id = o.stands_for
    where (o.action = 'restrict' and o.state = 'in_force' and o.stands_for is not null)
        or (o.action = 'lift' and o.state = 'lost' and not exists (
            select from minutes_store.overrides n
            where n.body_id = o.body_id and n.meeting_id = o.meeting_id and n.action = 'lift' and n.override_id > o.override_id))
) q
join minutes_store.meetings m on m.body_id = q.body_id and m.meeting_id = q.meeting_id
join minutes_store.bodies b on b.body_id = q.body_id;

comment on view minutes.data_quality is 'Doubts about what the documents say, one a row; nothing was corrected on account of them.';
comment on column minutes.data_quality.doubt_id is 'Key of the doubt; negative where it is about a series of codes or a person''s decision and not about one document.';
comment on column minutes.data_quality.body_id is 'Key of the body that met.';
comment on column minutes.data_quality.meeting_id is 'Key of the meeting.';
comment on column minutes.data_quality.item_id is 'Key of the item; empty where the doubt is about the meeting.';
comment on column minutes.data_quality.body is 'Name of the body that met.';
comment on column minutes.data_quality.held_on is 'Date of the meeting.';
comment on column minutes.data_quality.check_name is 'A fixed word for the check: code_gap, present_and_apologies, truncated_text, ...';
comment on column minutes.data_quality.detail is 'What is doubtful, in a sentence; empty where it is about a restricted item and you may not read that.';
comment on column minutes.data_quality.severity is 'warning or error.';

create or replace view minutes.data_dictionary
with (security_invoker = true) as
select
    c.relname::varchar(63) as view_name,
    a.attname::varchar(63) as column_name,
    a.attnum::int as position,
    pg_catalog.format_type(a.atttypid, a.atttypmod)::varchar(100) as data_type,
    pg_catalog.col_description(c.oid, a.attnum) as description,
    pg_catalog.obj_description(c.oid, 'pg_class') as view_description
from pg_catalog.pg_class c
join pg_catalog.pg_attribute a on a.attrelid = c.oid
where c.relnamespace = 'minutes'::pg_catalog.regnamespace
    and c.relkind = 'v'
    and a.attnum > 0;

comment on view minutes.data_dictionary is 'Views of this schema and their columns, for tools that do not show comments.';
comment on column minutes.data_dictionary.view_name is 'Name of the view.';
comment on column minutes.data_dictionary.column_name is 'Name of the column.';
comment on column minutes.data_dictionary.position is 'Place of the column, from 1.';
comment on column minutes.data_dictionary.data_type is 'Type of the column.';
comment on column minutes.data_dictionary.description is 'What the column says.';
comment on column minutes.data_dictionary.view_description is 'What a row of the view is.';

-- Only these views: what else somebody puts into the schema is granted by whoever puts it there.
do $$
declare
    target regclass;
begin
    for target in
        select c.oid
        from pg_catalog.pg_class c
        where c.relnamespace = 'minutes'::regnamespace
            and c.relkind = 'v'
            and 'security_invoker=true' = any (c.reloptions)
    loop
        execute format('grant select on %s to @reader@', target);
    end loop;
end
$$;
