-- The series of the trend charts: categories of crime and anti-social behaviour that two meetings or more report, then the eight
-- other metrics that most meetings report, three at least; of each the last forty reports.
with changes as materialized (
    select
        p.change_id,
        p.item_id,
        p.meeting_id,
        p.held_on,
        p.metric,
        p.change_percent is null as in_points,
        coalesce(p.change_percent, p.change_points) as change,
        t.category,
        t.category_name,
        t.category_position,
        coalesce(t.category, 'metric ' || lower(p.metric)) as series,
        row_number() over (
            partition by coalesce(t.category, 'metric ' || lower(p.metric)), p.change_percent is null, p.meeting_id
            order by p.basis <> 'stated', p.code_sort nulls first, p.item_id, p.ordinal
        ) as place
    from minutes.percentage_changes p
    left join minutes.crime_trends t on t.body_id = p.body_id and t.change_id = p.change_id
    where p.body_id = $1
        and p.held_on is not null
),
series as (
    select
        c.series,
        c.in_points,
        min(c.category_position) as position,
        count(*) as reports,
        row_number() over (partition by bool_and(c.category is null) order by count(*) desc, c.series) as rank
    from changes c
    where c.place = 1
    group by c.series, c.in_points
    having count(*) >= case when bool_and(c.category is null) then 3 else 2 end
)
select
    dense_rank() over (order by s.position nulls last, s.rank, s.series, s.in_points) as chart,
    coalesce(c.category_name, c.metric),
    c.in_points,
    c.change_id,
    c.item_id,
    c.meeting_id,
    to_char(c.held_on, 'YYYY-MM-DD'),
    to_char(c.held_on, 'FMDD FMMonth YYYY'),
    sign(c.change)::int,
    trim_scale(round(abs(c.change), 2)),
    c.metric,
    s.reports,
    c.category is not null
from series s
cross join lateral (
    select *
    from changes c
    where c.series = s.series
        and c.in_points = s.in_points
        and c.place = 1
    order by c.held_on desc, c.meeting_id desc
    limit 40
) c
where s.position is not null
    or s.rank <= 8
order by chart, c.held_on, c.meeting_id
