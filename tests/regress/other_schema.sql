-- The extension in a schema of its own, with nothing of it on the path.
create database regress_minutes_schema template template0;
\c regress_minutes_schema
create schema minute_types;
-- what an install must not pick up
create function public.agenda_code_in(cstring) returns integer language internal strict as 'int4in';
create extension pg_minutes schema minute_types;
select n.nspname, count(*) > 50 as many
from pg_depend as d
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes' and d.deptype = 'e'
join pg_proc as p on d.classid = 'pg_proc'::regclass and p.oid = d.objid
join pg_namespace as n on n.oid = p.pronamespace
group by 1;
create table t (code minute_types.agenda_code primary key, change minute_types.percent_change, grounds minute_types.restriction);
insert into t values ('abc/67/2025', '5.9 per cent', '{victim}'), ('ABC/9/25', '-1pp', '{}');
select * from t order by code;
select code::text, change::numeric from t where code operator(minute_types.>) 'ABC/10/25';
select * from minute_types.agenda_codes('see ABC/1/25');
select minute_types.max(code), minute_types.min(change) from t;
alter extension pg_minutes set schema public;
drop extension pg_minutes;
drop table t;
drop extension pg_minutes;
select count(*) from pg_proc where probin like '%pg_minutes%';
-- and back, but not by an ordinary role
drop function public.agenda_code_in(cstring);
create role regress_minutes_plain;
grant create on schema public to regress_minutes_plain;
grant create on database regress_minutes_schema to regress_minutes_plain;
set role regress_minutes_plain;
create extension pg_minutes;
reset role;
create extension pg_minutes;
select 'ABC/1/25'::agenda_code;
\c regress_minutes
drop database regress_minutes_schema;
drop role regress_minutes_plain;
