-- Series of a body's changes of a category, one a row, with the changes compounded where the periods that they state adjoin.

-- Stated periods of a series, one a row, and whether what is said of them can stand in a chain: one figure, given exactly, compared with the period
-- right before. Periods of one length whose beginnings lie whole lengths apart have one phase and count on by one in their tiles.
create or replace view minutes_store.trend_periods
with (security_invoker = true) as
select
    p.body_id,
    p.category,
    p.place,
    p.period_start,
    p.period_end,
    p.months,
    p.change,
    p.change_percent,
    p.figures,
    p.is_exact,
    p.months is not null and p.is_comparable as is_comparable,
    extract(day from p.period_start)::int * 10000 + p.first_month % p.months as phase,
    p.first_month / p.months as tile,
    coalesce(p.period_start <= lag(p.period_end) over (partition by p.body_id, p.category, p.place order by p.period_end, p.period_start), false) as overlaps
from (
    select
        c.body_id,
        c.category,
        coalesce(c.place, '') as place,
        c.period_start,
        c.period_end,
        minutes_store.whole_months(c.period_start, c.period_end) as months,
        (extract(year from c.period_start) * 12 + extract(month from c.period_start))::int as first_month,
        (array_agg(c.change))[1] as change,
        min(c.change_percent) as change_percent,
        count(distinct c.change_percent)::int as figures,
        bool_and(c.qualifier is null and c.basis <> 'midpoint' and c.change_percent between -100 and 1000) as is_exact,
        bool_and(minutes_store.compares_with_period_before(c.baseline, minutes_store.whole_months(c.period_start, c.period_end), c.period_start))
            as is_comparable
    from minutes_store.classified_changes c
    where c.category is not null
        and c.change_percent is not null
        and c.period_start is not null
        and c.period_end is not null
    group by c.body_id, c.category, coalesce(c.place, ''), c.period_start, c.period_end
) p;

comment on view minutes_store.trend_periods is 'stated periods of a body''s series, for the view of trends by category';
grant select on minutes_store.trend_periods to @reader@;

create or replace view minutes.crime_trends_by_category
with (security_invoker = true) as
select
    s.series_id,
    s.body_id,
    b.name as body,
    s.category,
    k.name as category_name,
    k.part_of,
    k.kind,
    k.position as category_position,
    nullif(s.place, '')::varchar(500) as place,
    s.changes,
    s.rises,
    s.falls,
    s.first_held_on,
    s.last_held_on,
    l.change_percent as last_change_percent,
    l.period_start as last_period_start,
    l.period_end as last_period_end,
    l.sentence as last_sentence,
    l.item_id as last_item_id,
    s.last_change_id,
    r.compounded_percent,
    r.compounded_periods,
    r.compounded_from,
    r.compounded_until,
    (case
        when r.compounded_percent is not null then null
        when s.changes = 1 then 'one_change'
        when coalesce(p.periods, 0) < 2 then 'no_period'
        when p.single < 2 then 'two_figures'
        when p.exact < 2 then 'inexact'
        when p.whole < 2 then 'odd_period'
        when p.comparable < 2 then 'other_baseline'
        when p.growth >= 15 then 'too_large'
        when p.overlapping then 'overlap'
        else 'gap'
    end)::varchar(20) as not_compounded_because
from (
    select
        c.body_id,
        c.category,
        coalesce(c.place, '') as place,
        min(c.change_id) as series_id,
        count(*)::int as changes,
        count(*) filter (where c.change_percent > 0)::int as rises,
        count(*) filter (where c.change_percent < 0)::int as falls,
        min(m.held_on) as first_held_on,
        max(m.held_on) as last_held_on,
        (array_agg(c.change_id order by m.held_on desc nulls last, c.period_end desc nulls last, c.change_id desc))[1] as last_change_id
    from minutes_store.classified_changes c
    join minutes_store.meetings m on m.body_id = c.body_id and m.meeting_id = c.meeting_id
    where c.category is not null
        and c.change_percent is not null
    group by c.body_id, c.category, coalesce(c.place, '')
) s
join minutes_store.bodies b on b.body_id = s.body_id
join minutes_store.crime_categories k on k.category = s.category
join minutes_store.classified_changes l on l.body_id = s.body_id and l.change_id = s.last_change_id
left join (
    -- How far what is said of its periods can stand in a chain.
    select
        q.body_id,
        q.category,
        q.place,
        count(*) as periods,
        count(*) filter (where q.figures = 1) as single,
        count(*) filter (where q.figures = 1 and q.is_exact) as exact,
        count(*) filter (where q.figures = 1 and q.is_exact and q.months is not null) as whole,
        count(*) filter (where q.figures = 1 and q.is_exact and q.is_comparable) as comparable,
        bool_or(q.overlaps) as overlapping,
        sum(ln(greatest(1 + q.change_percent / 100, 1))) filter (where q.figures = 1 and q.is_exact and q.is_comparable) as growth
    from minutes_store.trend_periods q
    group by q.body_id, q.category, q.place
) p on p.body_id = s.body_id and p.category = s.category and p.place = s.place
left join (
    -- The run of adjoining periods of one length that ends last; of several such runs the longest.
    select distinct on (t.body_id, t.category, t.place)
        t.body_id,
        t.category,
        t.place,
        round(@extschema@.percent_change_value(@extschema@.compound_change(t.change)), 4)::numeric(18, 6) as compounded_percent,
        count(*)::int as compounded_periods,
        min(t.period_start) as compounded_from,
        max(t.period_end) as compounded_until
    from (
        select
            q.body_id,
            q.category,
            q.place,
            q.months,
            q.phase,
            q.tile - row_number() over (partition by q.body_id, q.category, q.place, q.months, q.phase order by q.tile) as run,
            q.change,
            q.period_start,
            q.period_end,
            -- What would multiply beyond what a change can hold comes of misprints.
            sum(ln(greatest(1 + q.change_percent / 100, 1))) over (partition by q.body_id, q.category, q.place, q.months, q.phase) as growth
        from minutes_store.trend_periods q
        where q.figures = 1
            and q.is_exact
            and q.is_comparable
    ) t
    where t.growth < 15
    group by t.body_id, t.category, t.place, t.months, t.phase, t.run
    having count(*) > 1
    order by t.body_id, t.category, t.place, max(t.period_end) desc, count(*) desc, t.months
) r on r.body_id = s.body_id and r.category = s.category and r.place = s.place;

comment on view minutes.crime_trends_by_category is 'A body''s series of changes of a category of crime or anti-social behaviour, one a row; changes are compounded only where the periods that they state adjoin.';
comment on column minutes.crime_trends_by_category.series_id is 'Key of the series: that of its first change.';
comment on column minutes.crime_trends_by_category.body_id is 'Key of the body that met.';
comment on column minutes.crime_trends_by_category.body is 'Name of the body that met.';
comment on column minutes.crime_trends_by_category.category is 'Category as a fixed word, such as burglary_residential.';
comment on column minutes.crime_trends_by_category.category_name is 'Name of the category.';
comment on column minutes.crime_trends_by_category.part_of is 'The category that counts these offences too; empty for the outermost ones.';
comment on column minutes.crime_trends_by_category.kind is 'total, offence, asb, or cross_cutting: offences that other categories count too.';
comment on column minutes.crime_trends_by_category.category_position is 'Sort by this to have categories in the Home Office''s order.';
comment on column minutes.crime_trends_by_category.place is 'Words of the place that the minutes name with the metric: a ward''s figures are a series of their own; empty for the body''s area.';
comment on column minutes.crime_trends_by_category.changes is 'Changes reported: crime_trends has them one by one.';
comment on column minutes.crime_trends_by_category.rises is 'Of these, rises.';
comment on column minutes.crime_trends_by_category.falls is 'Of these, falls.';
comment on column minutes.crime_trends_by_category.first_held_on is 'Date of the first meeting that reports one.';
comment on column minutes.crime_trends_by_category.last_held_on is 'Date of the latest meeting that does.';
comment on column minutes.crime_trends_by_category.last_change_percent is 'The latest change in percent, negative for a fall.';
comment on column minutes.crime_trends_by_category.last_period_start is 'First day of the period that its sentence states; empty where it states none.';
comment on column minutes.crime_trends_by_category.last_period_end is 'Last day of that period.';
comment on column minutes.crime_trends_by_category.last_sentence is 'The sentence that reports it.';
comment on column minutes.crime_trends_by_category.last_item_id is 'Key of the item that says so.';
comment on column minutes.crime_trends_by_category.last_change_id is 'Key of the latest change.';
comment on column minutes.crime_trends_by_category.compounded_percent is 'The changes of the latest run of adjoining periods applied one after another, in percent; empty where not_compounded_because says why.';
comment on column minutes.crime_trends_by_category.compounded_periods is 'Number of periods in that run.';
comment on column minutes.crime_trends_by_category.compounded_from is 'First day of its first period; the change is from the period of the same length before that.';
comment on column minutes.crime_trends_by_category.compounded_until is 'Last day of its last period.';
comment on column minutes.crime_trends_by_category.not_compounded_because is 'one_change; no_period: fewer than two periods are stated; two_figures for one period; inexact: "over", "about" or a range; odd_period: no whole months; other_baseline: not compared with the period right before, or not said; overlap or gap between the periods; too_large: misprints, no change can hold the product.';
