-- percentage_changes(text): shape of its rows, places, what it does with nothing. (What it finds is tested in tests/core.)
\x on
select * from percentage_changes('Burglary had fallen by 13.8% compared with the previous year.');
select * from percentage_changes('Satisfaction rose from 31% to 36%.');
select * from percentage_changes('Noise complaints increased by about 8-11%.');
select * from percentage_changes('Fly-tipping had nearly halved.');
\x off

-- places count characters
select bool_and(substr(body, start_at, length) = matched) as placed, count(*)
from (values (U&'Caf\00E9 \2013 \00A3 5: robbery fell by \22125.9%. \201CTheft\201D rose 3% and arson dropped 4.25 per cent.')) as t (body)
cross join percentage_changes(body);

-- nothing
select count(*) from percentage_changes('');
select count(*) from percentage_changes(null);
select count(*) from percentage_changes('Turnout was 44% and the meeting closed at noon.');

-- as a column, and beside another table
select (percentage_changes('Theft fell by 5%. Arson rose by 7%.')).change;
select t.id, c.ordinal, c.change
from (values (1, 'Theft fell by 5%.'), (2, 'none'), (3, 'Arson rose by 3% and theft fell by 2%.')) as t (id, body)
left join lateral percentage_changes(t.body) as c on true
order by t.id, c.ordinal;

-- figures that do not fit are passed over
select count(*) from percentage_changes('Theft rose by 999999999999999999999%.');

-- texts of every kind are read to their end
select count(*) >= 0 as read
from unnest(array[repeat('%', 20000), repeat('9', 20000), repeat('up ', 20000), repeat('(', 20000), repeat('fell by 1% ', 5000)]) as body
cross join percentage_changes(body);

-- by workers
create table minutes as
select i as id, case when i % 10 = 0 then format('Theft fell by %s%%.', i % 97) else 'Members asked about lighting.' end as body
from generate_series(1, 20000) as i;
analyze minutes;
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
set min_parallel_table_scan_size = 0;
select count(*), min(change), max(change) from minutes, percentage_changes(body);
reset all;
drop table minutes;
