-- What holds the sides apart, read from the catalog: every table has its walls, whoever added it.
begin;
select * from no_plan();

create temporary view sides as
    select c.oid, c.relname, c.relname like '%\_restricted' as restricted, c.relrowsecurity
    from pg_class c
    where c.relnamespace = 'minutes_store'::regnamespace and c.relkind in ('r', 'p') and c.relname ~ '_(open|restricted)$';
select set_eq(
    $$select relname::text from sides$$,
    array['approvals_open', 'approvals_restricted', 'attachments_open', 'attachments_restricted', 'attendance_restricted', 'changes_open', 'changes_restricted', 'decisions_open', 'decisions_restricted', 'doubt_detail_open',
        'doubt_detail_restricted', 'item_text_open', 'item_text_restricted', 'listed_documents_restricted', 'load_problem_detail_open', 'load_problem_detail_restricted',
        'override_reason_restricted', 'person_merge_reason_restricted'],
    'the tables of the two sides');

-- The constant column, for every table that an item's side can change: problems' details belong to no item.
select is(
    (select array_agg(k.definition) from (
        select pg_get_constraintdef(k.oid) as definition from pg_constraint k where k.conrelid = s.oid and k.contype = 'c'
            and k.convalidated and pg_get_constraintdef(k.oid) ~ 'is_restricted') k),
    array[case when s.restricted then 'CHECK (is_restricted)' else 'CHECK ((NOT is_restricted))' end],
    s.relname || ' holds its side by a check')
from sides s
where s.relname not like 'load_problem%'
order by s.relname;
select is(
    (select format('%s %s', a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = s.oid and a.attname = 'is_restricted'),
    't ' || s.restricted::text,
    s.relname || ' has its side as a constant that is never null')
from sides s
where s.relname not like 'load_problem%'
order by s.relname;
-- A foreign key to the item's own side.
select is(
    (select count(*)::int from pg_constraint k where k.conrelid = s.oid and k.contype = 'f' and k.convalidated
        and pg_get_constraintdef(k.oid) ~ '\(body_id, item_id, is_restricted\) REFERENCES minutes_store\.agenda_items\(body_id, item_id, is_restricted\)'),
    1,
    s.relname || ' is held to its item''s side by a key')
from sides s
where s.relname ~ '^(item_text|decisions|approvals|changes)_' or s.relname = 'attachments_open'
order by s.relname;

-- Row security on the restricted side: one policy, on the cleared role, for reading.
select is(s.relrowsecurity, s.restricted, s.relname || case when s.restricted then ' has row security' else ' has none' end)
from sides s
order by s.relname;
select is(
    (select string_agg(concat_ws(' ', polname, polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid), polwithcheck is null), '; ')
        from pg_policy where polrelid = s.oid),
    'cleared_readers r t {minutes_reader} pg_has_role(CURRENT_USER, ''minutes_cleared''::name, ''USAGE''::text) t',
    s.relname || ' is read by members of the cleared role, and by no other policy')
from sides s
where s.restricted
order by s.relname;
select is_empty(
    $$select p.polname, p.polrelid::regclass from pg_policy p where p.polrelid not in (select oid from sides where restricted)$$,
    'no other table has a policy');
select is_empty(
    format('select attname from pg_attribute where attrelid = %s and attnum > 0 and not attisdropped and attstattarget <> 0', s.oid),
    s.relname || ' has no statistics')
from sides s
where s.restricted
order by s.relname;

-- Each mention of a restricted table in a view has its own question for the role.
create temporary view mentions as
    select c.relname,
        (select count(*)::int from regexp_matches(pg_get_viewdef(c.oid), 'minutes_store\.\w+_restricted\M', 'g')) as tables,
        (select count(*)::int
            from regexp_matches(pg_get_viewdef(c.oid), 'pg_has_role\(CURRENT_USER, ''minutes_cleared''::name, ''USAGE''::text\)', 'g')) as questions
    from pg_class c
    where c.relnamespace in ('minutes'::regnamespace, 'minutes_store'::regnamespace) and c.relkind = 'v';
select cmp_ok(m.questions, '>=', m.tables, m.relname || ' asks for the cleared role wherever it reads restricted content')
from mentions m
where m.tables > 0
order by m.relname;
select set_eq(
    $$select relname::text from mentions where tables > 0$$,
    array['agenda_items', 'approvals', 'attachments', 'attendance', 'classified_changes', 'data_quality', 'decisions', 'load_problems', 'outcomes_by_year', 'people_merges',
        'percentage_changes', 'restricted_items', 'restriction_history'],
    'the views that read restricted content');

select * from finish();
rollback;
