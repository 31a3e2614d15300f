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
    r.program_version,
    r.error_kind,
    r.error_code,
    r.retries,
    r.command
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
comment on column minutes.load_runs.error_kind is 'Gravest kind of error it ended with: permanent (documents want mending), transient (run it again), critical (an administrator has to act); empty where there was none.';
comment on column minutes.load_runs.error_code is 'SQLSTATE of the refusal that ended it, or connection_lost; empty where the server did not end it.';
comment on column minutes.load_runs.retries is 'Batches repeated after a transient error, such as a deadlock or a connection that was cut.';
comment on column minutes.load_runs.command is 'Command that ran: load, or what else brings documents.';

create or replace view minutes.load_problems
with (security_invoker = true) as
select
    p.problem_id,
    p.run_id,
    p.uri,
    p.reason,
    d.detail,
    p.reported_at,
    p.resolved_at,
    p.kind
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
comment on column minutes.load_problems.kind is 'permanent: the document wants mending; transient: the next run will do; critical: an administrator has to act.';

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
    -- Codes missing between one meeting and the next: those of code_gaps. (Gaps within a meeting are doubts about its document.)
    select
        g.body_id,
        -g.gap_id,
        g.meeting_id_after,
        g.item_id_after,
        'code_gap'::varchar(60),
        case
            when g.missing_codes = 1 then
                pg_catalog.format('There is no %s before %s and after %s, which an earlier meeting had.', g.first_missing, g.code_after, g.code_before)
            else
                pg_catalog.format('There are %s codes missing before %s and after %s, which an earlier meeting had.', g.missing_codes, g.code_after, g.code_before)
        end,
        'warning'::varchar(10)
    from minutes.code_gaps g
    where not g.within_meeting
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
                pg_catalog.format('The restriction of "%s" was lifted, and it is not certain that the item still is what it was then, in its words and grounds: the lift does not hold any more.',
                    pg_catalog.concat_ws(' ', o.code_text, o.title))
        end,
        'warning'::varchar(10)
    from minutes_store.overrides o
    left join minutes_store.overrides l on l.body_id = o.body_id and l.override_id = o.stands_for
    where (o.action = 'restrict' and o.state = 'in_force' and o.stands_for is not null)
        or (o.action = 'lift' and o.state = 'lost' and not exists (
            select from minutes_store.overrides n
            where n.body_id = o.body_id and n.meeting_id = o.meeting_id and n.action = 'lift' and n.override_id > o.override_id))
    union all
    -- Names of a body's people that differ by one letter, missing, added, exchanged or swapped, in one of their words, and that no meeting
    -- lists together. The later spelling stands for the pair, at the first meeting that has it. Words are compared where all the others are the same.
    select
        n.body_id,
        -n.attendance_id,
        n.meeting_id,
        null::bigint,
        'similar_name'::varchar(60),
        pg_catalog.format('%s (%s) and %s (%s) differ by one letter and may be one person.', n.name, n.seen, n.earlier_name, n.earlier_seen),
        'warning'::varchar(10)
    from (
        select distinct on (p.body_id, later.attendance_id)
            p.body_id,
            later.attendance_id,
            later.meeting_id,
            o.later_name as name,
            later.seen,
            o.earlier_name,
            earlier.seen as earlier_seen
        from (
            with words as not materialized (
                select
                    k.body_id,
                    k.name,
                    w.word,
                    w.place = 1 and pg_catalog.cardinality(k.words) > 1 as is_given_name,
                    pg_catalog.translate(pg_catalog.left(w.word, 1), 'cj', 'kg') as initial,
                    pg_catalog.array_to_string(k.words[:w.place - 1] || '*'::text || k.words[w.place + 1:], ' ') collate "C" as other_words
                from (
                    select
                        d.body_id,
                        d.name,
                        -- Case, dots and apostrophes are no letters.
                        pg_catalog.string_to_array(pg_catalog.translate(pg_catalog.lower(d.name), '.''’`', '') collate "C", ' ') as words
                    from (
                        select distinct a.body_id, a.name::text as name
                        from minutes_store.attendance a
                        -- "2 members of the public" has no name.
                        where a.name !~ '[0-9]| of | the '
                    ) d
                ) k
                cross join lateral pg_catalog.unnest(k.words) with ordinality w(word, place)
                -- Initials and short words are too like each other to tell.
                where w.place <= 6
                    and pg_catalog.length(w.word) >= 3
            )
            select x.body_id, x.name, y.name as other_name
            from words x
            join words y
                on y.body_id = x.body_id
                    and y.other_words = x.other_words
                    and y.is_given_name = x.is_given_name
                    and x.word < y.word
            where pg_catalog.abs(pg_catalog.length(x.word) - pg_catalog.length(y.word)) <= 1
                -- Given names that only rhyme are two names.
                and (
                    x.initial = y.initial
                    or (not x.is_given_name and x.other_words <> '*' and pg_catalog.length(x.word) >= 5)
                )
                and exists (
                    select
                    from pg_catalog.generate_series(1, greatest(pg_catalog.length(x.word), pg_catalog.length(y.word))) at
                    where case pg_catalog.length(x.word) - pg_catalog.length(y.word)
                        when 0 then
                            pg_catalog.left(x.word, at - 1) = pg_catalog.left(y.word, at - 1)
                            and (
                                (pg_catalog.length(x.word) >= 4 and pg_catalog.substr(x.word, at + 1) = pg_catalog.substr(y.word, at + 1))
                                or pg_catalog.substr(x.word, at) =
                                    pg_catalog.substr(y.word, at + 1, 1) || pg_catalog.substr(y.word, at, 1) || pg_catalog.substr(y.word, at + 2)
                            )
                        when 1 then pg_catalog.left(x.word, at - 1) || pg_catalog.substr(x.word, at + 1) = y.word
                        else pg_catalog.left(y.word, at - 1) || pg_catalog.substr(y.word, at + 1) = x.word
                    end
                )
        ) p
        cross join lateral (values (p.name, p.other_name), (p.other_name, p.name)) o(later_name, earlier_name)
        cross join lateral (
            select
                (pg_catalog.array_agg(a.attendance_id order by m.held_on, a.attendance_id))[1] as attendance_id,
                (pg_catalog.array_agg(a.meeting_id order by m.held_on, a.attendance_id))[1] as meeting_id,
                coalesce(pg_catalog.min(m.held_on), 'infinity') as first_held_on,
                coalesce(pg_catalog.max(m.held_on), 'infinity') as last_held_on,
                pg_catalog.array_agg(a.meeting_id) as meetings,
                case
                    when pg_catalog.min(m.held_on) is null then 'undated'
                    when pg_catalog.min(a.meeting_id) = pg_catalog.max(a.meeting_id) then pg_catalog.to_char(pg_catalog.min(m.held_on), 'FMDD FMMonth YYYY')
                    else pg_catalog.format('%s meetings, %s to %s', pg_catalog.count(distinct a.meeting_id),
                        pg_catalog.to_char(pg_catalog.min(m.held_on), 'FMDD FMMonth YYYY'),
                        pg_catalog.to_char(pg_catalog.max(m.held_on), 'FMDD FMMonth YYYY'))
                end as seen
            from minutes_store.attendance a
            join minutes_store.meetings m on m.body_id = a.body_id and m.meeting_id = a.meeting_id
            where a.body_id = p.body_id
                and a.name = o.later_name
        ) later
        cross join lateral (
            select
                (pg_catalog.array_agg(a.attendance_id order by m.held_on, a.attendance_id))[1] as attendance_id,
                (pg_catalog.array_agg(a.meeting_id order by m.held_on, a.attendance_id))[1] as meeting_id,
                coalesce(pg_catalog.min(m.held_on), 'infinity') as first_held_on,
                coalesce(pg_catalog.max(m.held_on), 'infinity') as last_held_on,
                pg_catalog.array_agg(a.meeting_id) as meetings,
                case
                    when pg_catalog.min(m.held_on) is null then 'undated'
                    when pg_catalog.min(a.meeting_id) = pg_catalog.max(a.meeting_id) then pg_catalog.to_char(pg_catalog.min(m.held_on), 'FMDD FMMonth YYYY')
                    else pg_catalog.format('%s meetings, %s to %s', pg_catalog.count(distinct a.meeting_id),
                        pg_catalog.to_char(pg_catalog.min(m.held_on), 'FMDD FMMonth YYYY'),
                        pg_catalog.to_char(pg_catalog.max(m.held_on), 'FMDD FMMonth YYYY'))
                end as seen
            from minutes_store.attendance a
            join minutes_store.meetings m on m.body_id = a.body_id and m.meeting_id = a.meeting_id
            where a.body_id = p.body_id
                and a.name = o.earlier_name
        ) earlier
        where (later.first_held_on, later.attendance_id) > (earlier.first_held_on, earlier.attendance_id)
            and not later.meetings && earlier.meetings
            -- Each at many meetings, one after the other: two people.
            and not (
                pg_catalog.cardinality(later.meetings) >= 5
                and pg_catalog.cardinality(earlier.meetings) >= 5
                and earlier.last_held_on < later.first_held_on
            )
            -- Somebody has said whether they are one.
            and not exists (
                select
                from minutes_store.person_merges g
                where g.body_id = p.body_id
                    and g.state = 'in_force'
                    and ((g.name = o.later_name and g.other_name = o.earlier_name) or (g.name = o.earlier_name and g.other_name = o.later_name))
            )
        order by p.body_id, later.attendance_id, pg_catalog.cardinality(earlier.meetings) desc, earlier.attendance_id
    ) n
) q
join minutes_store.meetings m on m.body_id = q.body_id and m.meeting_id = q.meeting_id
join minutes_store.bodies b on b.body_id = q.body_id;

comment on view minutes.data_quality is 'Doubts about what the documents say, one a row; nothing was corrected on account of them.';
comment on column minutes.data_quality.doubt_id is 'Key of the doubt; negative where it is about a series of codes, the names of a body''s people or a person''s decision and not about one document.';
comment on column minutes.data_quality.body_id is 'Key of the body that met.';
comment on column minutes.data_quality.meeting_id is 'Key of the meeting.';
comment on column minutes.data_quality.item_id is 'Key of the item; empty where the doubt is about the meeting.';
comment on column minutes.data_quality.body is 'Name of the body that met.';
comment on column minutes.data_quality.held_on is 'Date of the meeting.';
comment on column minutes.data_quality.check_name is 'A fixed word for the check: code_gap, present_and_apologies, similar_name, truncated_text, ...';
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
    pg_catalog.obj_description(c.oid, 'pg_class') as view_description,
    -- The first column of a view is its key. Here it is the last one, which came later.
    case c.relname
        when 'data_dictionary' then a.attname = 'column_key'
        else a.attnum = 1
    end as is_key,
    (c.relname || '.' || a.attname)::varchar(127) as column_key
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
comment on column minutes.data_dictionary.is_key is 'Whether the column alone is the key of its view: never empty, and no two rows have the same.';
comment on column minutes.data_dictionary.column_key is 'Key of the row: view and column, such as meetings.meeting_id.';

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
