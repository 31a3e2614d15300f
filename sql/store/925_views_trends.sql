-- Comparable series of crime and anti-social behaviour: percentage changes by category.

-- Every change with its category, for the views below. A phrase of the users' own stands before a shipped one, a longer one before a
-- shorter one: the keys of a metric lead from its whole words to fewer.
create or replace view minutes_store.classified_changes
with (security_invoker = true) as
with words as (
    select phrase_key, category
    from minutes_store.crime_synonyms
    union all
    select w.phrase_key, w.category
    from minutes_store.crime_words w
    where not exists (select from minutes_store.crime_synonyms s where s.phrase_key = w.phrase_key)
)
select
    c.body_id,
    c.change_id,
    c.item_id,
    c.meeting_id,
    c.ordinal,
    c.metric,
    c.metric_keys[2] as metric_words,
    case
        when w1.phrase_key is not null then w1.category
        when w2.phrase_key is not null then w2.category
        when w3.phrase_key is not null then w3.category
        else w4.category
    end as category,
    coalesce(w1.phrase_key, w2.phrase_key, w3.phrase_key, w4.phrase_key) is not null as is_known,
    c.change_percent,
    c.change_points,
    c.period_start,
    c.period_end,
    c.basis,
    c.qualifier,
    c.baseline,
    c.matched,
    c.sentence,
    -- Where, if the words of the category do not say it themselves: what stands behind them.
    case
        when w1.phrase_key is null and c.metric_keys[1] <> c.metric_keys[2] then
            case
                when starts_with(c.metric_keys[1], c.metric_keys[2] || ' ') then pg_catalog.substr(c.metric_keys[1], pg_catalog.length(c.metric_keys[2]) + 2)
                else c.metric_keys[1]
            end
    end as place,
    c.change
from (
    select body_id, change_id, meeting_id, item_id, ordinal, metric, metric_keys, change, change_percent, change_points, period_start, period_end, basis,
        qualifier, baseline, matched, sentence
    from minutes_store.changes_open
    union all
    select body_id, change_id, meeting_id, item_id, ordinal, metric, metric_keys, change, change_percent, change_points, period_start, period_end, basis,
        qualifier, baseline, matched, sentence
    from minutes_store.changes_restricted
    where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
) c
left join words w1 on w1.phrase_key = c.metric_keys[1]
left join words w2 on w2.phrase_key = c.metric_keys[2]
left join words w3 on w3.phrase_key = c.metric_keys[3]
left join words w4 on w4.phrase_key = c.metric_keys[4];

comment on view minutes_store.classified_changes is 'percentage changes with the category that their metric means, for the views of trends';
grant select on minutes_store.classified_changes to @reader@;

create or replace view minutes.crime_trends
with (security_invoker = true) as
select
    c.change_id,
    c.body_id,
    c.item_id,
    c.meeting_id,
    b.name as body,
    c.category,
    k.name as category_name,
    k.part_of,
    k.kind,
    k.position as category_position,
    m.held_on,
    c.change_percent,
    c.period_start,
    c.period_end,
    c.metric,
    c.baseline,
    c.basis,
    c.qualifier,
    i.code_text as code,
    i.code_sort,
    i.title,
    c.ordinal,
    c.matched,
    c.sentence,
    i.is_restricted,
    c.place::varchar(500) as place
from minutes_store.classified_changes c
join minutes_store.crime_categories k on k.category = c.category
join minutes_store.agenda_items i on i.body_id = c.body_id and i.item_id = c.item_id
join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
join minutes_store.bodies b on b.body_id = c.body_id
where c.change_percent is not null;

comment on view minutes.crime_trends is 'Percentage changes of categories of crime and anti-social behaviour, one a row, comparable over bodies and meetings.';
comment on column minutes.crime_trends.change_id is 'Key of the change.';
comment on column minutes.crime_trends.body_id is 'Key of the body that met.';
comment on column minutes.crime_trends.item_id is 'Key of the item.';
comment on column minutes.crime_trends.meeting_id is 'Key of the meeting.';
comment on column minutes.crime_trends.body is 'Name of the body that met.';
comment on column minutes.crime_trends.category is 'Category as a fixed word, such as burglary_residential.';
comment on column minutes.crime_trends.category_name is 'Name of the category.';
comment on column minutes.crime_trends.part_of is 'The category that counts these offences too; empty for the outermost ones.';
comment on column minutes.crime_trends.kind is 'total, offence, asb, or cross_cutting: domestic abuse, hate, knife and rural crime are offences that other categories count too.';
comment on column minutes.crime_trends.category_position is 'Sort by this to have categories in the Home Office''s order.';
comment on column minutes.crime_trends.held_on is 'Date of the meeting.';
comment on column minutes.crime_trends.change_percent is 'The change in percent, negative for a fall.';
comment on column minutes.crime_trends.period_start is 'First day of the period that the sentence states; empty where it states none.';
comment on column minutes.crime_trends.period_end is 'Last day of that period; empty where none or only its beginning is stated.';
comment on column minutes.crime_trends.metric is 'What changed, in the words of the minutes; a place in it says where.';
comment on column minutes.crime_trends.baseline is 'What it is compared with, as printed.';
comment on column minutes.crime_trends.basis is 'stated: the figure stands in the minutes; from_levels, ratio_words, midpoint: it follows from what stands there.';
comment on column minutes.crime_trends.qualifier is 'about, over, under or up_to: how exact the minutes say it is; empty for none.';
comment on column minutes.crime_trends.code is 'Code or number of the item.';
comment on column minutes.crime_trends.code_sort is 'Orders the codes.';
comment on column minutes.crime_trends.title is 'Title of the item.';
comment on column minutes.crime_trends.ordinal is 'Place among the item''s changes, from 1.';
comment on column minutes.crime_trends.matched is 'The shortest stretch of the minute with figure, sign or direction, and unit.';
comment on column minutes.crime_trends.sentence is 'The sentence of the minute that reports it.';
comment on column minutes.crime_trends.is_restricted is 'Whether the item is restricted; only cleared readers see rows where it is.';
comment on column minutes.crime_trends.place is 'Words of the place that the minutes name with the metric, such as a ward; empty for the body''s area.';

create or replace view minutes.crime_trends_unmatched
with (security_invoker = true) as
select
    c.change_id,
    c.body_id,
    c.item_id,
    c.meeting_id,
    b.name as body,
    m.held_on,
    c.metric,
    c.metric_words,
    (case
        when c.category is not null then 'percentage_points'
        when c.is_known then 'set_aside'
        else 'no_category'
    end)::varchar(20) as why,
    c.change_percent,
    c.change_points,
    i.code_text as code,
    i.code_sort,
    i.title,
    c.sentence,
    i.is_restricted
from minutes_store.classified_changes c
join minutes_store.agenda_items i on i.body_id = c.body_id and i.item_id = c.item_id
join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
join minutes_store.bodies b on b.body_id = c.body_id
where c.category is null
    or c.change_percent is null;

comment on view minutes.crime_trends_unmatched is 'Percentage changes that are in no series of crime_trends, one a row: every change is in one view or the other.';
comment on column minutes.crime_trends_unmatched.change_id is 'Key of the change.';
comment on column minutes.crime_trends_unmatched.body_id is 'Key of the body that met.';
comment on column minutes.crime_trends_unmatched.item_id is 'Key of the item.';
comment on column minutes.crime_trends_unmatched.meeting_id is 'Key of the meeting.';
comment on column minutes.crime_trends_unmatched.body is 'Name of the body that met.';
comment on column minutes.crime_trends_unmatched.held_on is 'Date of the meeting.';
comment on column minutes.crime_trends_unmatched.metric is 'What changed, in the words of the minutes.';
comment on column minutes.crime_trends_unmatched.metric_words is 'Its words as they are compared: a synonym of these words puts it into a series.';
comment on column minutes.crime_trends_unmatched.why is 'no_category: its words are no category''s; set_aside: a synonym of your own says that it is none; percentage_points: a share changed, not a number.';
comment on column minutes.crime_trends_unmatched.change_percent is 'The change in percent, negative for a fall; empty where the change is in percentage points.';
comment on column minutes.crime_trends_unmatched.change_points is 'The change in percentage points, negative for a fall; empty where the change is in percent.';
comment on column minutes.crime_trends_unmatched.code is 'Code or number of the item.';
comment on column minutes.crime_trends_unmatched.code_sort is 'Orders the codes.';
comment on column minutes.crime_trends_unmatched.title is 'Title of the item.';
comment on column minutes.crime_trends_unmatched.sentence is 'The sentence of the minute that reports it.';
comment on column minutes.crime_trends_unmatched.is_restricted is 'Whether the item is restricted; only cleared readers see rows where it is.';
