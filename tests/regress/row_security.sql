-- Under row security: comparisons are leakproof, so a role that may not see every row still uses the indexes; and a role
-- cannot plant anything that our operators would call.
create role regress_minutes_reader;
create table secured (id int, owner_name name, code agenda_code, change percent_change, grounds restriction);
insert into secured
select i, case when i % 10 = 0 then 'regress_minutes_reader' else 'nobody' end, make_agenda_code('ABC', 1 + i % 9999, 2000 + i % 90),
    (i % 1000)::text::percent_change, case when i % 500 = 0 then '{victim}' else '{}' end::restriction
from generate_series(1, 20000) as i;
create index secured_code on secured (code);
create index secured_change on secured (change);
create index secured_grounds on secured (grounds);
analyze secured;
alter table secured enable row level security;
create policy own on secured using (owner_name = current_user);
grant select on secured to regress_minutes_reader;

set role regress_minutes_reader;
explain (costs off) select id from secured where code = 'ABC/41/40';
explain (costs off) select id from secured where change between '500%' and '501%';
explain (costs off) select id from secured where grounds = '{victim}';
select count(*) from secured where code > 'ABC/1/89';

-- what a view with a barrier lets through
reset role;
create view barrier with (security_barrier) as select code, change from secured where owner_name = current_user;
grant select on barrier to regress_minutes_reader;
set role regress_minutes_reader;
explain (costs off) select * from barrier where code = 'ABC/41/40';

-- an ordinary role cannot declare anything leakproof
create function pg_temp.peek(agenda_code) returns boolean leakproof cost 0.001 language plpgsql as $$begin raise notice '%', $1; return true; end$$;
reset role;

-- planted: operators and functions of a role of its own, first on the path
create schema regress_hostile authorization regress_minutes_reader;
set role regress_minutes_reader;
set search_path = regress_hostile, public;
create function regress_hostile.trap(public.agenda_code, public.agenda_code) returns boolean
language plpgsql as $$begin raise exception 'trapped'; end$$;
create operator regress_hostile.= (function = regress_hostile.trap, leftarg = public.agenda_code, rightarg = public.agenda_code);
create function regress_hostile.agenda_code_eq(public.agenda_code, public.agenda_code) returns boolean
language plpgsql as $$begin raise exception 'trapped'; end$$;
create function regress_hostile.agenda_code_cmp(public.agenda_code, public.agenda_code) returns integer
language plpgsql as $$begin raise exception 'trapped'; end$$;
create function regress_hostile.numeric_mul(numeric, numeric) returns numeric
language plpgsql as $$begin raise exception 'trapped'; end$$;
reset role;
set search_path = regress_hostile, public;
select count(distinct code), min(code) from public.secured;
select compound_change(change) from unnest('{10%,10%}'::percent_change[]) as change;
select code from public.secured group by code order by code limit 1;
reset search_path;

set client_min_messages = warning;
drop schema regress_hostile cascade;
reset client_min_messages;
drop view barrier;
drop table secured;
drop role regress_minutes_reader;
