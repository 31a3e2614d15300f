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
select results_eq('select action::text, grounds::text, decided_by::text, state::text, reason from minutes.restriction_history',
    $$values ('restrict', 'victim', 'somebody', 'in_force', null::text)$$, 'a decision with its author, without its reason');
select throws_ok($$select minutes.restrict_item(30, 'victim', 'x')$$, '42501', null, 'a reader restricts nothing');
select throws_ok($$select minutes.lift_restriction(31, 'x')$$, '42501', null, 'lifts nothing');
select throws_ok($$select minutes.lift_due()$$, '42501', null, 'not even what is due');
select throws_ok($$select minutes_store.open_item(7, 31, 0)$$, '42501', null, 'nor by the functions below');
reset role;

set local role test_cleared;
select alike(everything(), '%heron%47.25%', 'a cleared reader finds both');
select is((select count(*)::int from minutes.agenda_items where item_text is null), 0, 'and every text');
select is((select count(*)::int from minutes.decisions), 2, 'every decision');
select is((select count(*)::int from minutes.percentage_changes), 3, 'every change');
select is((select count(*)::int from minutes.attachments), 3, 'every attachment');
select is((select count(*)::int from minutes.data_quality where detail is null), 0, 'every doubt''s detail');
select is((select reason from minutes.restriction_history), 'said by heron', 'every decision''s reason');
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

-- People decide: the item's rows change sides and come back as they were, with their keys.
create temporary table before as
    select (select string_agg(t::text, chr(10) order by t.item_id) from minutes.agenda_items t where t.item_id = 30) as items,
        (select string_agg(t::text, chr(10) order by t.change_id) from minutes.percentage_changes t where t.item_id = 30) as changes,
        (select string_agg(t::text, chr(10) order by t.decision_id) from minutes.decisions t where t.item_id = 30) as decisions,
        (select string_agg(t::text, chr(10) order by t.attachment_id) from minutes.attachments t where t.item_id = 30) as attachments,
        (select string_agg(t::text, chr(10) order by t.doubt_id) from minutes.data_quality t where t.item_id = 30) as doubts;
set local session authorization test_cleared;
select throws_ok($$select minutes.restrict_item(30, 'victim', ' ')$$, '22023', 'a reason is missing', 'a decision needs a reason');
select throws_ok($$select minutes.restrict_item(30, 'gossip', 'x')$$, '22P02', null, 'and grounds that are some');
select throws_ok($$select minutes.restrict_item(999, 'victim', 'x')$$, 'P0002', 'there is no item 999', 'and an item');
select throws_ok($$select minutes.lift_restriction(30, 'x')$$, '55000', 'item 30 is not restricted', 'an open item cannot be lifted');
select lives_ok($$select minutes.restrict_item(30, ' victim,intelligence ', 'names heron')$$, 'a cleared reader restricts an item');
select throws_ok($$select minutes_store.open_item(7, 30, 0)$$, '42501', null, 'but does not reach the functions below');
reset session authorization;
set local role test_reader;
select results_eq($$select is_restricted, restriction_category::text, item_text from minutes.agenda_items where item_id = 30$$,
    $$values (true, 'victim', null::text)$$, 'it is restricted for a reader');
select is_empty($$select from minutes.percentage_changes where item_id = 30 union all select from minutes.decisions where item_id = 30
    union all select from minutes.attachments where item_id = 30$$, 'with all that belongs to it');
select is_empty($$select from minutes.data_quality where item_id = 30 and detail is not null$$, 'and what is doubted');
select results_eq($$select grounds::text, regime::text, restricted_by::text from minutes.restricted_items where item_id = 30$$,
    $$values ('victim, intelligence', 'none', 'person')$$, 'the listing says that a person did it');
reset role;
select is_empty($$select item_id from minutes_store.item_text_open where item_id = 30 union all select item_id from minutes_store.decisions_open where item_id = 30
    union all select item_id from minutes_store.changes_open where item_id = 30 union all select item_id from minutes_store.attachments_open where item_id = 30
    union all select item_id from minutes_store.doubt_detail_open where item_id = 30$$, 'nothing is left on the open side');
set local session authorization test_cleared;
select lives_ok($$select minutes.lift_restriction(30, 'not heron', current_date + 30)$$, 'a lift may lie in the future');
select is((select count(*)::int from minutes.agenda_items where item_id = 30 and is_restricted), 1, 'and changes nothing yet');
select is(minutes.lift_due(), 0, 'nothing is due');
select lives_ok($$select minutes.lift_restriction(30, 'not heron at all')$$, 'a lift at once');
select lives_ok($$select minutes.lift_restriction(31, 'over')$$, 'of what the document restricts, too');
reset session authorization;
select results_eq($$select (select string_agg(t::text, chr(10) order by t.item_id) from minutes.agenda_items t where t.item_id = 30),
        (select string_agg(t::text, chr(10) order by t.change_id) from minutes.percentage_changes t where t.item_id = 30),
        (select string_agg(t::text, chr(10) order by t.decision_id) from minutes.decisions t where t.item_id = 30),
        (select string_agg(t::text, chr(10) order by t.attachment_id) from minutes.attachments t where t.item_id = 30),
        (select string_agg(t::text, chr(10) order by t.doubt_id) from minutes.data_quality t where t.item_id = 30)$$,
    'select items, changes, decisions, attachments, doubts from before', 'it is as it was');
set local role test_reader;
select is((select count(*)::int from minutes.percentage_changes), 3, 'a lifted item shows its figures');
select set_eq('select attachment_id from minutes.attachments', array[60, 61]::bigint[], 'an attachment that is restricted of its own stays so');
select results_eq($$select action::text, decided_by::text, state::text from minutes.restriction_history where item_id in (30, 31) order by override_id desc$$,
    $$values ('lift', 'test_cleared', 'in_force'), ('lift', 'test_cleared', 'in_force'), ('lift', 'test_cleared', 'ended'), ('restrict', 'test_cleared', 'ended')$$,
    'the history says who and what');
reset role;
set local session authorization test_cleared;
select lives_ok($$select minutes.restrict_item(31, null, 'again')$$, 'restricted again');
select results_eq($$select grounds::text, regime::text, cited_paragraphs::text from minutes.restricted_items where item_id = 31$$,
    $$values ('crime_prevention, victim', 'exempt', '7')$$, 'it has its own grounds and law again');
reset session authorization;

select is_empty($$select f.f, c.relname, a.attname from unnest(array['close_item', 'open_item']) f
    join pg_proc p on p.proname = f and p.pronamespace = 'minutes_store'::regnamespace
    join pg_class c on c.relnamespace = 'minutes_store'::regnamespace and c.relname in ('item_text_open', 'decisions_open', 'changes_open', 'attachments_open', 'doubt_detail_open')
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'is_restricted'
    where (select count(*) from regexp_matches(p.prosrc, '\m' || a.attname || '\M', 'g')) < 3$$, 'moving an item moves every column');

-- A reader who lends somebody else's rights gets no further: the session's user decides.
set local role test_cleared;
create function pg_temp.borrowed(bigint) returns bigint language sql security definer as $$select minutes.lift_restriction($1, 'x')$$;
reset role;
set local session authorization test_reader;
select throws_like($$select pg_temp.borrowed(31)$$, '%may not restrict or lift items', 'the session''s user has to be cleared');
reset session authorization;

-- Functions: only these may be called, and those that run as the owner fix their search_path.
select set_eq($$select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace in ('minutes'::regnamespace, 'minutes_store'::regnamespace) and has_function_privilege('test_cleared', p.oid, 'EXECUTE')
    and not has_function_privilege('test_reader', p.oid, 'EXECUTE')$$,
    array['minutes.restrict_item(bigint,text,text)', 'minutes.lift_restriction(bigint,text,date)', 'minutes.lift_due()',
        'minutes.merge_people(bigint,text,text,text)', 'minutes.keep_people_apart(bigint,text,text,text)', 'minutes.unmerge_people(bigint,text)'], 'what cleared readers may call');
select is_empty($$select p.oid::regprocedure from pg_proc p where p.pronamespace = 'minutes_store'::regnamespace
    and p.provolatile <> 'i' and has_function_privilege('test_stranger', p.oid, 'EXECUTE')$$, 'nobody calls the store''s own functions but those that only compute');
select is_empty($$select p.oid::regprocedure from pg_proc p where p.pronamespace in ('minutes'::regnamespace, 'minutes_store'::regnamespace)
    and (p.prosecdef or p.provolatile <> 'i') and not 'search_path=pg_catalog, pg_temp' = any (coalesce(p.proconfig, '{}'))$$, 'every function has a fixed search_path');

-- The publication: open content and the listing.
select is_empty($$select tablename from pg_publication_tables where pubname = 'minutes_public' and tablename like '%\_restricted'$$,
    'nothing restricted is published');
select set_eq($$select relname::text from pg_class where relnamespace = 'minutes_store'::regnamespace and relkind = 'r' and relname not like '%\_restricted'
    and oid not in (select prrelid from pg_publication_rel)$$, array['migrations', 'settings', 'crime_categories', 'crime_words'], 'all the rest is, but what every init fills');
select is_empty($$select r.prrelid::regclass from pg_publication_rel r where not exists (select from pg_index i where i.indrelid = r.prrelid and i.indisprimary)$$,
    'every published table has the key that updates need');

-- Restricted tables: row security, no statistics, one permissive policy.
create temporary view restricted_tables as
    select oid, relname, relrowsecurity from pg_class
    where relnamespace = 'minutes_store'::regnamespace and relname like '%\_restricted' and relkind = 'r';
select is((select count(*)::int from restricted_tables), 11, 'eleven tables hold restricted content');
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
