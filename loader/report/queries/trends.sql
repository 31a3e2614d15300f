-- The series of the trend charts: categories of crime and anti-social behaviour that two meetings or more report, then the eight
-- other metrics that most meetings report, three at least; of each the last forty reports. A series' first stated figure of a
-- meeting stands for that meeting.
with changes as (
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
reports as (
    select
        c.*,
        count(*) over series as reports,
        row_number() over (partition by c.series, c.in_points order by c.held_on desc, c.meeting_id desc) as back
    from changes c
    where c.place = 1
    window series as (partition by c.series, c.in_points)
),
charts as (
    select
        r.*,
        dense_rank() over (order by r.category_position nulls last, r.category is not null, r.reports desc, r.series, r.in_points) as chart,
        dense_rank() over (partition by r.category is null order by r.reports desc, r.series, r.in_points) as rank
    from reports r
    where r.reports >= case when r.category is null then 3 else 2 end
        and r.back <= 40
)
select
    c.chart,
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
    c.reports,
    to_char(min(c.held_on) over (), 'YYYY-MM-DD'),
    to_char(max(c.held_on) over (), 'YYYY-MM-DD')
from charts c
where c.category is not null
    or c.rank <= 8
order by c.chart, c.held_on, c.meeting_id
