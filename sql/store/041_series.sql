-- Whether changes may be applied one after another: what they are compared with.

-- Whether a change over so many months from that day on is one from the period of the same length right before it. A year's change without a word on it
-- is; a month's or a quarter's is only where it says so, since most compare with the same months of the year before. A year that is named must be
-- one of the period before.
create function minutes_store.compares_with_period_before(baseline text, months int, period_start date) returns boolean
    language sql
    immutable
    parallel safe
    return (
        select case
            when baseline is null then months = 12
            when baseline ~* '\m(average|target|pandemic|covid|peak|baseline)' then false
            when baseline ~ '\m(19|20)[0-9][0-9]\M' then not exists (
                select
                from pg_catalog.regexp_matches(baseline, '\m((?:19|20)[0-9][0-9])\M', 'g') y(named)
                where y.named[1]::int not in (
                    extract(year from period_start - pg_catalog.make_interval(months => months))::int, extract(year from period_start - 1)::int))
            when months = 12 then
                baseline ~* ('\m(last|previous|preceding|prior|past) ([a-z]+ )?(year|twelve|12)|\myear (before|earlier|ago|previously)|\myear[- ]on[- ]year'
                    || '|\msame (period|time)|\mcorresponding|\mover the year|\m(12|twelve) months (before|earlier|ago)')
            else baseline ~* '\m(last|previous|preceding|prior) ([a-z0-9]+ )?(month|quarter|period|half)'
                and baseline !~* '\m(year|same|corresponding)\M'
        end
    );

comment on function minutes_store.compares_with_period_before(text, int, date) is 'whether a change over a period is one from the period of the same length right before it';

-- The length of a period in whole months, null where it is none: 1 April to 31 March, or 5 April to 4 April, is 12.
create function minutes_store.whole_months(first date, last date) returns int
    language sql
    immutable
    strict
    parallel safe
    return (
        select case when extract(day from first) = extract(day from last + 1) and n.months > 0 then n.months end
        from (
            select ((extract(year from last + 1) - extract(year from first)) * 12 + extract(month from last + 1) - extract(month from first))::int as months
        ) n
    );

comment on function minutes_store.whole_months(date, date) is 'the length of a period in whole months, null where it is none';
