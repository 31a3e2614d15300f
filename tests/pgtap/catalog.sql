-- The contract that the catalog shows: views, their columns, types, comments, keys; tables' keys.
begin;
select * from no_plan();

select set_eq(
    $$select view_name::text from minutes.data_dictionary$$,
    array['agenda_items', 'approvals', 'attachments', 'attendance', 'attendance_by_organisation', 'attendance_by_person', 'bodies', 'code_gaps', 'crime_trends',
        'crime_trends_by_category', 'crime_trends_unmatched', 'data_dictionary', 'data_quality', 'decisions', 'documents', 'load_problems', 'load_runs', 'meetings',
        'outcomes_by_year', 'people_aliases_suggested', 'people_merges', 'percentage_changes', 'publication_times', 'restricted_items', 'restricted_share_by_ground',
        'restricted_share_by_year', 'restriction_history'],
    'the views are these');

create temporary table promised (view_name text, columns text[], key text);
insert into promised values
    ('bodies', '{body_id,body,authority,nation,code_prefix,meeting_count,first_held_on,last_held_on}', 'body_id'),
    ('meetings', '{meeting_id,body_id,body,authority,held_on,start_time,venue,contact_name,status,was_held,item_count,restricted_item_count,document_id}', 'meeting_id'),
    ('agenda_items', '{item_id,body_id,meeting_id,body,held_on,position,code,code_sort,code_prefix,code_number,municipal_year,number_as_printed,title,is_restricted,restriction_category,item_text}', 'item_id'),
    ('attendance', '{attendance_id,body_id,meeting_id,body,held_on,capacity,name,honorific,post_nominals,role,organisation,substitute_for}', 'attendance_id'),
    ('decisions', '{decision_id,body_id,item_id,meeting_id,body,held_on,code,title,ordinal,outcome,decision_text}', 'decision_id'),
    ('approvals', '{approval_id,body_id,item_id,meeting_id,body,held_on,code,title,decision,subject_to,minutes_held_on,approved_meeting_id,basis}', 'approval_id'),
    ('percentage_changes', '{change_id,body_id,item_id,meeting_id,body,held_on,code,title,ordinal,metric,change_percent,change_points,basis,qualifier,low,high,from_level,to_level,baseline,matched,sentence}', 'change_id'),
    ('crime_trends', '{change_id,body_id,item_id,meeting_id,body,category,held_on,change_percent,period_start,period_end,metric,code,sentence}', 'change_id'),
    ('crime_trends_unmatched', '{change_id,body_id,item_id,meeting_id,body,held_on,metric,change_percent,change_points,code,sentence}', 'change_id'),
    ('restricted_items', '{item_id,body_id,meeting_id,body,held_on,code,title,category,grounds,regime,cited_paragraphs,reason}', 'item_id'),
    ('attachments', '{attachment_id,body_id,item_id,meeting_id,title,file_type,size_bytes,url}', 'attachment_id'),
    ('documents', '{document_id,uri,sha256,format,byte_count,loaded_at,parser_version}', 'document_id'),
    ('load_runs', '{run_id,started_at,finished_at,read,inserted,updated,unchanged,rejected}', 'run_id'),
    ('load_problems', '{problem_id,run_id,uri,reason,detail}', 'problem_id'),
    ('restriction_history', '{override_id,body_id,item_id,meeting_id,body,held_on,code,title,action,grounds,decided_by,decided_at,takes_effect_on,carried_out_at,state,reason}', 'override_id'),
    ('crime_trends_by_category', '{series_id,body_id,body,category,place,changes,last_change_percent,last_sentence,last_item_id,compounded_percent,compounded_from,compounded_until,not_compounded_because}', 'series_id'),
    ('attendance_by_person', '{person_year_id,body_id,body,municipal_year,person,meetings_held,meetings_while_listed,attended,apologies,attended_share}', 'person_year_id'),
    ('attendance_by_organisation', '{organisation_year_id,body_id,body,municipal_year,organisation,meetings_held,represented,represented_share,people}', 'organisation_year_id'),
    ('outcomes_by_year', '{outcome_year_id,body_id,body,municipal_year,outcome,decisions,items,meetings}', 'outcome_year_id'),
    ('restricted_share_by_year', '{body_year_id,body_id,body,municipal_year,items,restricted_items,restricted_share}', 'body_year_id'),
    ('restricted_share_by_ground', '{ground_year_id,body_id,body,municipal_year,ground,restricted_items,share_of_restricted,share_of_items}', 'ground_year_id'),
    ('publication_times', '{meeting_id,body_id,body,held_on,published_on,published_basis,days_to_publication}', 'meeting_id'),
    ('code_gaps', '{gap_id,body_id,body,code_prefix,municipal_year,missing_codes,first_missing,last_missing,code_before,held_on_before,code_after,held_on_after}', 'gap_id'),
    ('people_aliases_suggested', '{alias_id,body_id,body,alias,person,reason,alias_meetings,person_meetings}', 'alias_id'),
    ('people_merges', '{merge_id,body_id,body,action,name,other_name,decided_by,decided_at,state,reason}', 'merge_id'),
    ('data_quality', '{doubt_id,body_id,meeting_id,item_id,check_name,detail}', 'doubt_id'),
    ('data_dictionary', '{view_name,column_name,position,data_type,description,view_description,is_key,column_key}', null);

select is_empty(
    $$select p.view_name, c from promised p, unnest(p.columns) c
      where not exists (select from minutes.data_dictionary d where d.view_name = p.view_name and d.column_name = c)$$,
    'every promised column is there');
select is_empty(
    $$select p.view_name, d.data_type from promised p
      join minutes.data_dictionary d on d.view_name = p.view_name and d.column_name = p.key
      where d.data_type <> 'bigint'$$,
    'every key is a bigint');
select is_empty(
    $$select view_name, column_name, data_type from minutes.data_dictionary
      where data_type !~ '^(integer|bigint|numeric\(\d+,\d+\)|date|time without time zone|timestamp with time zone|boolean|character varying\(\d+\)|text)$'$$,
    'every column is of a plain type');
select is_empty(
    $$select oid::regclass from pg_class where relnamespace = 'minutes'::regnamespace and relkind not in ('v', 'i', 'S')$$,
    'nothing but views is shown: no table, no materialised copy');
select is_empty(
    $$with recursive reads (copy, what) as (
          select oid, oid from pg_class where relkind = 'm'
          union
          select reads.copy, d.refobjid from reads
          join pg_rewrite r on r.ev_class = reads.what
          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass)
      select reads.copy::regclass, c.relname from reads join pg_class c on c.oid = reads.what
      where c.relnamespace = 'minutes_store'::regnamespace and c.relname like '%\_restricted'$$,
    'no materialised copy reads restricted content');
select set_eq(
    $$select format('%s.%s', view_name, column_name) from minutes.data_dictionary where is_key$$,
    $$select format('%s.%s', v.view_name, coalesce(p.key, 'column_key')) from (select distinct view_name from minutes.data_dictionary) v
      left join promised p on p.view_name = v.view_name$$,
    'every view has one column that is its key');
select set_eq(
    $$select distinct view_name::text from minutes.data_dictionary
      except select view_name::text from minutes.data_dictionary where column_name = 'body_id'$$,
    array['documents', 'load_runs', 'load_problems', 'data_dictionary'],
    'every view has body_id, but for those that belong to no body');
select is_empty($$select view_name, column_name from minutes.data_dictionary where column_name like '%\_pct'$$, 'no name ends in _pct');
select is_empty(
    $$select view_name, column_name from minutes.data_dictionary where coalesce(description, '') = '' or coalesce(view_description, '') = ''$$,
    'every view and column has a comment');
select is_empty(
    $$select oid::regclass from pg_class where relnamespace = 'minutes'::regnamespace and relkind = 'v'
      and not 'security_invoker=true' = any (coalesce(reloptions, '{}'))$$,
    'every view runs with the rights of who asks');
select is_empty(
    $$select oid::regclass from pg_class where relnamespace in ('minutes'::regnamespace, 'minutes_store'::regnamespace)
      and pg_get_userbyid(relowner) <> 'minutes_loader'$$,
    'everything belongs to the loader''s role');
select is_empty(
    $$select c.oid::regclass, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'minutes_store'::regnamespace and c.relkind = 'r'
      and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)$$,
    'every table and column of the store has a comment');

-- Keys: what lies below bodies leads with body_id, and has a plain index on its id.
create temporary view below_bodies as
    select c.oid, c.relname from pg_class c
    where c.relnamespace = 'minutes_store'::regnamespace and c.relkind = 'r' and c.relname <> 'bodies'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'body_id');
select is((select count(*)::int from below_bodies), 21, 'twenty-one tables lie below bodies');
select is_empty(
    $$select b.relname, i.indexrelid::regclass from below_bodies b join pg_index i on i.indrelid = b.oid and i.indisunique
      where (select attname from pg_attribute where attrelid = b.oid and attnum = i.indkey[0]) <> 'body_id'$$,
    'body_id leads every unique key');
select is_empty(
    $$select k.conname from pg_constraint k join below_bodies b on b.oid = k.conrelid
      where k.contype = 'f' and ((select attname from pg_attribute where attrelid = b.oid and attnum = k.conkey[1]) <> 'body_id'
        or not k.condeferrable)$$,
    'every foreign key leads with body_id and is deferrable');
select is_empty(
    $$select b.relname from below_bodies b join pg_index p on p.indrelid = b.oid and p.indisprimary
      where b.relname not in ('doubt_detail_open', 'doubt_detail_restricted')
      and not exists (select from pg_index i where i.indrelid = b.oid and i.indnatts = 1 and i.indkey[0] = p.indkey[1])$$,
    'every id has a plain index');
select is_empty(
    $$select tgname from pg_trigger where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'minutes_store'::regnamespace)$$,
    'there are no triggers');
select is_empty(
    $$select conname from pg_constraint where connamespace = 'minutes_store'::regnamespace and contype = 'f' and confupdtype = 'c'$$,
    'no key cascades an update');
select ok((select max_value < 1000000000000000 from pg_sequences where schemaname = 'minutes_store'), 'ids stay below 10^15');

-- The same definitions hold where the tables are partitioned by body_id.
create schema partitioned;
do $$
declare
    target record;
begin
    for target in select relname, oid from below_bodies loop
        execute format('create table partitioned.%1$I (like minutes_store.%1$I including defaults including constraints including generated)'
            || ' partition by hash (body_id)', target.relname);
        execute format('create table partitioned.%1$I partition of partitioned.%2$I for values with (modulus 2, remainder 0)',
            target.relname || '_0', target.relname);
        execute format('create table partitioned.%1$I partition of partitioned.%2$I for values with (modulus 2, remainder 1)',
            target.relname || '_1', target.relname);
    end loop;
    for target in
        select c.conrelid::regclass::text as name, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c join below_bodies b on b.oid = c.conrelid
        where c.contype in ('p', 'u', 'f')
        order by array_position(array['p', 'u', 'f'], c.contype::text)
    loop
        execute format('alter table %s add %s', replace(target.name, 'minutes_store.', 'partitioned.'),
            replace(replace(target.definition, 'minutes_store.', 'partitioned.'), 'partitioned.bodies', 'minutes_store.bodies'));
    end loop;
end
$$;
select pass('the keys hold for hash partitions by body_id');

select * from finish();
rollback;
