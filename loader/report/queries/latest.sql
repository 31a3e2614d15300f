-- What was last reported of each series: a category of crime or anti-social behaviour, or a metric by its own words.
-- A series' first stated figure of a meeting stands for that meeting; a run is of meetings that report one direction.
with changes as materialized (
    select
        p.change_id,
        p.item_id,
        p.meeting_id,
        p.held_on,
        p.code,
        p.metric,
        p.change_percent is null as in_points,
        coalesce(p.change_percent, p.change_points) as change,
        p.basis,
        p.qualifier,
        p.low,
        p.high,
        p.from_level,
        p.to_level,
        p.baseline,
        p.matched,
        p.sentence,
        t.category,
        t.category_name,
        t.period_start,
        t.period_end,
        coalesce(t.category, 'metric ' || lower(p.metric)) as series,
        row_number() over (
            partition by coalesce(t.category, 'metric ' || lower(p.metric)), p.change_percent is null, p.meeting_id
            order by p.basis <> 'stated', p.code_sort nulls first, p.item_id, p.ordinal
        ) as place
    from minutes.percentage_changes p
    left join minutes.crime_trends t on t.body_id = p.body_id and t.change_id = p.change_id
    where p.body_id = $1
),
reports as (
    select
        c.*,
        row_number() over newest as back,
        first_value(sign(c.change)) over newest as latest_sign
    from changes c
    where c.place = 1
    window newest as (partition by c.series, c.in_points order by c.held_on desc nulls last, c.meeting_id desc)
),
runs as (
    select
        r.series,
        r.in_points,
        coalesce(min(r.back) filter (where sign(r.change) <> r.latest_sign) - 1, max(r.back)) as run,
        max(r.back) as reports
    from reports r
    group by r.series, r.in_points
),
latest as (
    select
        l.series,
        l.in_points,
        l.meeting_id,
        l.held_on,
        l.change,
        l.category,
        r.run,
        r.reports,
        s.held_on as run_since,
        b.held_on as before_on,
        b.change as before_change,
        coalesce(l.held_on < max(l.held_on) over () - interval '1 year', true) as is_old,
        row_number() over (partition by l.category is null, sign(l.change) order by l.held_on desc nulls last, abs(l.change) desc, l.change_id) as rank
    from reports l
    join runs r on r.series = l.series and r.in_points = l.in_points
    join reports s on s.series = l.series and s.in_points = l.in_points and s.back = r.run
    left join reports b on b.series = l.series and b.in_points = l.in_points and b.back = r.run + 1
    where l.back = 1
)
select
    c.change_id,
    c.item_id,
    c.meeting_id,
    to_char(c.held_on, 'YYYY-MM-DD'),
    to_char(c.held_on, 'FMDD FMMonth YYYY'),
    c.code,
    c.metric,
    coalesce(c.category_name, ''),
    sign(c.change)::int,
    trim_scale(round(abs(c.change), 2)),
    c.in_points,
    c.basis,
    c.qualifier,
    trim_scale(c.low),
    trim_scale(c.high),
    trim_scale(c.from_level),
    trim_scale(c.to_level),
    c.baseline,
    to_char(c.period_start, 'FMDD FMMonth YYYY'),
    to_char(c.period_end, 'FMDD FMMonth YYYY'),
    c.matched,
    c.sentence,
    c.place,
    l.run,
    l.reports,
    to_char(l.run_since, 'FMDD FMMonth YYYY'),
    to_char(l.before_on, 'FMDD FMMonth YYYY'),
    sign(l.before_change)::int,
    trim_scale(round(abs(l.before_change), 2)),
    l.is_old,
    sign(l.change)::int
from latest l
join changes c on c.series = l.series and c.in_points = l.in_points and c.meeting_id = l.meeting_id
where (l.category is not null or (l.rank <= 12 and not l.is_old))
    and c.place <= 4
order by l.category is null, l.in_points, abs(l.change) desc, l.series, c.place
