-- Operator classes: complete, and used by what they are for.
select am.amname, opc.opcname, amvalidate(opc.oid), opc.opcdefault
from pg_opclass as opc
join pg_am as am on am.oid = opc.opcmethod
join pg_depend as d on d.classid = 'pg_opclass'::regclass and d.objid = opc.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
order by 1, 2;

-- commutators and negators are there and agree; equality hashes and merges
select o.oid::regoperator
from pg_operator as o
join pg_depend as d on d.classid = 'pg_operator'::regclass and d.objid = o.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
left join pg_operator as c on c.oid = o.oprcom
left join pg_operator as n on n.oid = o.oprnegate
where o.oprcom = 0
    or c.oprcom <> o.oid
    or (o.oprresult = 'boolean'::regtype and (o.oprrest = 0 or o.oprjoin = 0))
    or (o.oprname in ('=', '<>', '<', '<=', '>', '>=') and (o.oprnegate = 0 or n.oprnegate <> o.oid))
    or (o.oprname = '=' and not (o.oprcanhash and o.oprcanmerge));

-- six comparisons of each type against the order of their integers
select count(*) as pairs, bool_and(
    (a < b) = (i < j) and (a <= b) = (i <= j) and (a = b) = (i = j) and (a <> b) = (i <> j) and (a >= b) = (i >= j) and (a > b) = (i > j)
    and agenda_code_cmp(a, b) = sign(i - j))
from unnest('{1/00,9999Z/99,A/1/25,A/1A/25,A/2/25,A/10/25,A/1/26,AA/1/00,B/1/00}'::agenda_code[]) with ordinality as x (a, i)
cross join unnest('{1/00,9999Z/99,A/1/25,A/1A/25,A/2/25,A/10/25,A/1/26,AA/1/00,B/1/00}'::agenda_code[]) with ordinality as y (b, j);
select count(*) as pairs, bool_and(
    (a < b) = (i < j) and (a <= b) = (i <= j) and (a = b) = (i = j) and (a <> b) = (i <> j) and (a >= b) = (i >= j) and (a > b) = (i > j)
    and percent_change_cmp(a, b) = sign(i - j))
from unnest('{-10%,-1%,-1pp,0%,0pp,0.5%,1%,1pp,10%}'::percent_change[]) with ordinality as x (a, i)
cross join unnest('{-10%,-1%,-1pp,0%,0pp,0.5%,1%,1pp,10%}'::percent_change[]) with ordinality as y (b, j);
select count(*) as pairs, bool_and(
    (a < b) = (i < j) and (a <= b) = (i <= j) and (a = b) = (i = j) and (a <> b) = (i <> j) and (a >= b) = (i >= j) and (a > b) = (i > j)
    and restriction_cmp(a, b) = sign(i - j))
from unnest(array['{}', '{individual}', '{identity}', '{individual,identity}', '{unstated}']::restriction[]) with ordinality as x (a, i)
cross join unnest(array['{}', '{individual}', '{identity}', '{individual,identity}', '{unstated}']::restriction[]) with ordinality as y (b, j);

-- a table of all three
create table items (id int, code agenda_code, change percent_change, grounds restriction);
insert into items
select
    i,
    make_agenda_code(chr(65 + i % 26) || 'BC', 1 + i % 97, 2000 + i % 30),
    ((i % 201 - 100) / 10.0)::text::percent_change,
    (array['{}', '{victim}', '{financial,unstated}', '{identity}']::restriction[])[1 + i % 4]
from generate_series(1, 20000) as i;
create index items_code on items (code) include (id);
create index items_change on items (change);
create index items_grounds on items (grounds);
create index items_code_hash on items using hash (code);
vacuum analyze items;

-- equal keys of an index share their space
select pg_relation_size('items_change') < pg_relation_size('items_code') / 3 as deduplicated;

set enable_seqscan = off;
set enable_bitmapscan = off;
set max_parallel_workers_per_gather = 0;
explain (costs off) select code, id from items where code >= 'ABC/1/25' and code < 'ABC/50/25' order by code;
create function pg_temp.uses(query text, node text) returns boolean
language plpgsql
as $$
declare
    line text;
begin
    for line in execute 'explain (costs off) ' || query loop
        if position(node in line) > 0 then
            return true;
        end if;
    end loop;
    return false;
end
$$;
select pg_temp.uses('select min(code), max(code) from items', 'Index Only Scan using items_code') as least,
    pg_temp.uses('select min(code), max(code) from items', 'Index Only Scan Backward using items_code') as greatest;
explain (costs off) select change from items where change > '9.5%' order by change desc;
select count(*) from items where code = 'ABC/27/26';
select min(code), max(code), min(change), max(change) from items;
reset enable_seqscan;
reset enable_bitmapscan;

-- joins by hash and by merge, grouping, distinct
set enable_nestloop = off;
set enable_mergejoin = off;
explain (costs off) select count(*) from items as a join items as b using (code);
select count(*) from items as a join items as b using (code);
set enable_hashjoin = off;
set enable_mergejoin = on;
select count(*) from items as a join items as b using (code);
reset enable_nestloop;
reset enable_hashjoin;
reset enable_mergejoin;
select count(distinct code), count(distinct change), count(distinct grounds) from items;

-- a sort that must agree with the text's parts
select bool_and(ordered) from (
    select (agenda_code_prefix(code), agenda_code_year(code), agenda_code_number(code))
        >= lag((agenda_code_prefix(code), agenda_code_year(code), agenda_code_number(code))) over (order by code) as ordered
    from items
) as t;

-- workers
set max_parallel_workers_per_gather = 2;
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
set min_parallel_table_scan_size = 0;
set enable_indexscan = off;
set enable_indexonlyscan = off;
explain (costs off) select min(code), max(code), min(change), max(change), count(*) from items;
select min(code), max(code), min(change), max(change), count(*) from items;
reset all;

-- partitions by hash, range and list
create table by_hash (code agenda_code, change percent_change) partition by hash (code);
create table by_hash_0 partition of by_hash for values with (modulus 2, remainder 0);
create table by_hash_1 partition of by_hash for values with (modulus 2, remainder 1);
insert into by_hash select code, change from items;
select count(*) = (select count(*) from items) as all_there from by_hash;
select count(*) > 5000 as spread from by_hash_0;
create table by_change (change percent_change) partition by range (change);
create table fallen partition of by_change for values from (minvalue) to ('0%');
create table risen partition of by_change for values from ('0%') to (maxvalue);
insert into by_change select change from items;
select max(change) from fallen;
create table by_ground (grounds restriction) partition by list (grounds);
create table open_items partition of by_ground for values in ('{}');
create table other_items partition of by_ground default;
insert into by_ground select grounds from items;
select count(*) from open_items;
create table by_ground_hash (grounds restriction) partition by hash (grounds);
create table by_ground_hash_0 partition of by_ground_hash for values with (modulus 1, remainder 0);
insert into by_ground_hash select grounds from items;
explain (costs off) select * from by_change where change > '5%';

-- keys
create table keyed (code agenda_code primary key, change percent_change unique, exclude using hash (code with =));
insert into keyed values ('ABC/1/25', '5.9%');
insert into keyed values ('abc/001/2025', '1%');
insert into keyed values ('ABC/2/25', '5.90 per cent');
insert into keyed values ('ABC/1/25', '1%') on conflict (code) do update set change = excluded.change;
select * from keyed;

drop table items, by_hash, by_change, by_ground, by_ground_hash, keyed;
