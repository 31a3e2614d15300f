-- percent_change: input, output, parts, errors, casts.
select input, input::percent_change
from unnest(array[
    '5.9%', '+5.90 %', '-13.8 per cent', '3 percentage points', '+3pp', '-2 p.p.', '5.9', '0', '-0.0%', '.7%', '2,400%',
    U&'\22125%', U&'\20135%', '1.0000005%', '-1.0000005%', '99999999999.999999%', '12 pc', '0 ppts'
]) as input;

select ''::percent_change;
select 'five %'::percent_change;
select '5%%'::percent_change;
select '5,9%'::percent_change;
select '5.9.1%'::percent_change;
select '5 points'::percent_change;
select '--5%'::percent_change;
select 'NaN'::percent_change;
select '1e3%'::percent_change;
select '5% of calls'::percent_change;
select '100000000000%'::percent_change;
select '-100000000000pp'::percent_change;
\set VERBOSITY sqlstate
select '5%%'::percent_change;
select '100000000000%'::percent_change;
\set VERBOSITY default

-- parts and casts
select change, percent_change_value(change), percent_change_unit(change), change::numeric, change::float8, change::text
from unnest('{+5.9%,-13.8pp,0%,99999999999.999999%}'::percent_change[]) as change;
select '5%'::percent_change + 1;
select '5%'::percent_change || 'x'::text;

-- 5.9 and 5.90 are one value
select '5.9%'::percent_change = '5.90 per cent' as same, percent_change_send('5.9') = percent_change_send('5.90%') as same_bits;

-- a figure and what a change makes of it
select apply_change(base, change::percent_change)
from (values (1000, '5.9%'), (1000, '-100%'), (1000, '0%'), (200.00, '-13.8%'), (0, '5%'), (-10, '10%'), ('NaN', '1%'),
    ('-Infinity', '1%'), (1e30, '0.000001%')) as t (base, change);
select apply_change(10, '1pp');
select apply_change(null, '1%') is null;

-- order
select change from unnest('{1pp,1%,0pp,-1pp,0%,-1%,10%,-10%,9pp}'::percent_change[]) as change order by change;
select min(change), max(change) from unnest('{1pp,1%,-1pp,-1%}'::percent_change[]) as change;
