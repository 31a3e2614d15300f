-- Who sees what: a reader, a cleared reader, a stranger; and that the tables themselves keep the sides apart.
begin;
select * from no_plan();

-- Every text of every view, so that no column is forgotten.
create function everything() returns text language plpgsql as $$
declare
    target record;
    part text;
    result text := '';
begin
    for target in select distinct view_name from minutes.data_dictionary order by 1 loop
        execute format('select string_agg(v::text, chr(10)) from minutes.%I v', target.view_name) into part;
        result := result || coalesce(part, '');
    end loop;
    return result;
end
$$;
grant execute on function everything() to public;

set local role test_reader;
select unalike(everything(), '%heron%', 'a reader finds no restricted word in any view');
select unalike(everything(), '%47.25%', 'nor a restricted figure');
select is((select count(*)::int from minutes.agenda_items), 4, 'a reader sees every item');
select is((select count(*)::int from minutes.restricted_items where grounds <> '' and title <> ''), 2, 'with titles and grounds of restricted ones');
select is((select count(*)::int from minutes.agenda_items where is_restricted and (item_text is not null or agenda_text is not null)), 0,
    'but not their texts');
select is((select count(*)::int from minutes.restricted_items where reason is not null), 0, 'nor the reason');
select is((select count(*)::int from minutes.decisions), 1, 'a reader sees open decisions only');
select is((select count(*)::int from minutes.percentage_changes), 2, 'open changes only');
select is((select count(*)::int from minutes.attachments), 1, 'open attachments only, also of an open item');
select is((select count(*)::int from minutes.data_quality where detail is null), 1, 'a doubt about a restricted item without its detail');
select is((select count(*)::int from minutes.load_problems where detail is null), 1, 'a load problem without a detail that may quote');
reset role;

set local role test_cleared;
select alike(everything(), '%heron%47.25%', 'a cleared reader finds both');
select is((select count(*)::int from minutes.agenda_items where item_text is null), 0, 'and every text');
select is((select count(*)::int from minutes.decisions), 2, 'every decision');
select is((select count(*)::int from minutes.percentage_changes), 3, 'every change');
select is((select count(*)::int from minutes.attachments), 3, 'every attachment');
select is((select count(*)::int from minutes.data_quality where detail is null), 0, 'every doubt''s detail');
reset role;

set local role test_stranger;
select throws_ok('select * from minutes.bodies', '42501', null, 'a stranger sees no view');
select throws_ok('select * from minutes_store.agenda_items', '42501', null, 'and no table');
reset role;

-- The twins: content cannot lie on the wrong side.
set local role minutes_loader;
select throws_ok($$insert into minutes_store.item_text_open (body_id, item_id, meeting_id, item_text) values (7, 31, 10, 'x')$$,
    '23503', null, 'a restricted item has no open text');
select throws_ok($$insert into minutes_store.item_text_open (body_id, item_id, is_restricted, meeting_id, item_text) values (7, 31, true, 10, 'x')$$,
    '23514', null, 'whatever the row says of itself');
select throws_ok($$insert into minutes_store.item_text_restricted (body_id, item_id, meeting_id, item_text) values (7, 30, 10, 'x')$$,
    '23503', null, 'an open item has no restricted text');
select throws_ok($$insert into minutes_store.changes_open (body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, matched, start_at, length, sentence)
    values (7, 99, 10, 31, 1, 'x', '+1%', 'stated', 'x', 1, 1, 'x')$$, '23503', null, 'a restricted item has no open change');
select throws_ok($$insert into minutes_store.decisions_open (body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text)
    values (7, 99, 10, 31, 1, 'noted', 'x')$$, '23503', null, 'a restricted item has no open decision');
select throws_ok($$insert into minutes_store.attachments_open (body_id, attachment_id, meeting_id, item_id, ordinal) values (7, 99, 10, 31, 1)$$,
    '23503', null, 'a restricted item has no open attachment');
select throws_ok($$insert into minutes_store.doubt_detail_open (body_id, doubt_id, meeting_id, item_id, detail) values (7, 71, 10, 31, 'x')$$,
    '23503', null, 'a restricted item has no open doubt');
select throws_ok($$update minutes_store.agenda_items set is_restricted = true, grounds = '{victim}', regime = 'none' where item_id = 30$$,
    '23503', null, 'an item cannot become restricted while its content is open');
reset role;

-- Restricted tables: row security, no statistics, one permissive policy.
create temporary view restricted_tables as
    select oid, relname, relrowsecurity from pg_class
    where relnamespace = 'minutes_store'::regnamespace and relname like '%\_restricted' and relkind = 'r';
select is((select count(*)::int from restricted_tables), 6, 'six tables hold restricted content');
select is_empty('select relname from restricted_tables where not relrowsecurity', 'each has row security');
select is_empty($$select r.relname from restricted_tables r
    where (select count(*) from pg_policy p where p.polrelid = r.oid and p.polpermissive and p.polcmd = 'r') <> 1
    or (select count(*) from pg_policy p where p.polrelid = r.oid) <> 1$$, 'and one permissive policy, for reading');
select is_empty($$select r.relname, a.attname from restricted_tables r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0
    where a.attstattarget <> 0$$, 'and no statistics target');
select is_empty($$select s.starelid::regclass from pg_statistic s where s.starelid in (select oid from restricted_tables)$$,
    'so that analyze leaves nothing behind');
select is_empty($$select relname from pg_class where relnamespace = 'minutes_store'::regnamespace and relname like '%\_open' and relrowsecurity$$,
    'open tables have no row security');
select is_empty($$select c.oid::regclass, g.privilege_type from pg_class c, aclexplode(c.relacl) g
    where c.relnamespace in ('minutes'::regnamespace, 'minutes_store'::regnamespace) and g.grantee <> 'minutes_loader'::regrole
    and (g.privilege_type <> 'SELECT' or g.grantee <> 'minutes_reader'::regrole)$$, 'readers read, and nobody else does anything');

select * from finish();
rollback;
