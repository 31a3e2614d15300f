-- The keys of the views, over the samples, for a cleared reader, who sees every row, and for one who is not.
begin;
select * from no_plan();

-- failing_keys(): keys that are empty or the same in two rows
create function pg_temp.failing_keys()
returns setof text
language plpgsql
as $$
declare
    key record;
    failing bigint;
begin
    for key in select view_name, column_name from minutes.data_dictionary where is_key loop
        execute format('select count(*) - count(distinct %I) from minutes.%I', key.column_name, key.view_name) into failing;
        if failing <> 0 then
            return next format('%s.%s: %s rows', key.view_name, key.column_name, failing);
        end if;
    end loop;
end
$$;

-- inexact_keys(): keys that a program would round which keeps numbers as double precision, as spreadsheets do (they show 15 digits)
create function pg_temp.inexact_keys()
returns setof text
language plpgsql
as $$
declare
    key record;
    found_one boolean;
begin
    for key in
        select view_name, column_name from minutes.data_dictionary
        where data_type = 'bigint' and column_name like '%\_id'
    loop
        execute format('select exists (select from minutes.%I where abs(%I) >= 1000000000000000)', key.view_name, key.column_name) into found_one;
        if found_one then
            return next format('%s.%s', key.view_name, key.column_name);
        end if;
    end loop;
end
$$;

set local role test_cleared;
select is_empty('select pg_temp.failing_keys()', 'to the cleared, every key is there and in one row');
select is_empty('select pg_temp.inexact_keys()', 'every key is exact in a spreadsheet');
select cmp_ok((select count(*) from minutes.restricted_items where reason is not null), '>', 0::bigint, 'the samples hold restricted reasons');
set local role test_reader;
select is_empty('select pg_temp.failing_keys()', 'to a reader, every key is there and in one row');
select is_empty('select code from minutes.agenda_items group by code having count(distinct code_sort) > 1', 'a code has one code_sort, so tools may sort the one by the other');
select is_empty('select body_id from minutes.bodies except select body_id from minutes.meetings', 'every body has its meetings');
select is_empty(
    $$select view_name, column_name from minutes.data_dictionary d
      where not exists (select from information_schema.columns c
          where c.table_schema = 'minutes' and c.table_name = d.view_name and c.column_name = d.column_name)$$,
    'what the dictionary lists a reader finds in information_schema, too');

select * from finish();
rollback;
