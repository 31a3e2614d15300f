-- compound_change: changes one after another.
select compound_change(change) from unnest('{10%,10%}'::percent_change[]) as change;
select compound_change(change) from unnest('{10%,-10%}'::percent_change[]) as change;
select compound_change(change) from unnest('{100%,-50%}'::percent_change[]) as change;
select compound_change(change) from unnest('{50%,-100%,20%}'::percent_change[]) as change;
select compound_change(change) from unnest('{7%}'::percent_change[]) as change;
select compound_change(change) from unnest('{NULL,7%,NULL}'::percent_change[]) as change;
select compound_change(change) is null from unnest('{NULL}'::percent_change[]) as change;
select compound_change(change) is null from unnest('{}'::percent_change[]) as change;

-- rounded half away from zero to six places
select compound_change(change) from unnest('{0.05%,0.001%}'::percent_change[]) as change;
select compound_change(change) from unnest('{-0.05%,0.001%}'::percent_change[]) as change;

-- the order does not matter
select count(distinct compound) from (
    select compound_change(change order by hashint8extended(i, seed)) as compound
    from generate_series(1, 20) as seed
    cross join (select i, make.change from generate_series(1, 60) as i
        cross join lateral (select ((i * 7919 % 397 - 180) / 10.0)::text::percent_change as change) as make) as changes
    group by seed
) as runs;

-- errors
select compound_change(change) from unnest('{1%,1pp}'::percent_change[]) as change;
select compound_change(change) from unnest('{99999999999%,99999999999%}'::percent_change[]) as change;
\set VERBOSITY sqlstate
select compound_change(change) from unnest('{1pp}'::percent_change[]) as change;
\set VERBOSITY default

-- out of range on the way, not in the end
select compound_change(change) from unnest('{99999999999%,99999999999%,-100%}'::percent_change[]) as change;

-- ten thousand of them, by workers and without
create table monthly as
select i as id, ((i * 7919 % 397 - 198) / 10.0)::text::percent_change as change from generate_series(1, 20000) as i;
analyze monthly;
set max_parallel_workers_per_gather = 0;
select compound_change(change) as alone from monthly \gset
set max_parallel_workers_per_gather = 2;
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
set min_parallel_table_scan_size = 0;
explain (costs off) select compound_change(change) from monthly;
select compound_change(change) = :'alone'::percent_change as same from monthly;
reset parallel_setup_cost;
reset parallel_tuple_cost;
reset min_parallel_table_scan_size;
reset max_parallel_workers_per_gather;
drop table monthly;

-- The parts of the aggregate, called by hand.
select compound_change_combine('NaN', 1);
select compound_change_combine('Infinity', 1);
