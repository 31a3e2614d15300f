-- What analysts see by municipal year: outcomes, what was kept from the public, and codes that are missing.

create or replace view minutes.outcomes_by_year
with (security_invoker = true) as
select
    min(d.decision_id) as outcome_year_id,
    d.body_id,
    b.name as body,
    d.municipal_year::varchar(7) as municipal_year,
    d.outcome,
    count(*)::int as decisions,
    count(distinct d.item_id)::int as items,
    count(distinct d.meeting_id)::int as meetings,
    min(d.held_on) as first_held_on,
    max(d.held_on) as last_held_on
from (
    select d.body_id, d.decision_id, d.item_id, d.meeting_id, d.outcome, m.held_on, minutes_store.municipal_year(m.held_on) as municipal_year
    from (
        select body_id, decision_id, item_id, meeting_id, outcome
        from minutes_store.decisions_open
        union all
        select body_id, decision_id, item_id, meeting_id, outcome
        from minutes_store.decisions_restricted
        where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
    ) d
    join minutes_store.meetings m on m.body_id = d.body_id and m.meeting_id = d.meeting_id
) d
join minutes_store.bodies b on b.body_id = d.body_id
group by d.body_id, b.name, d.municipal_year, d.outcome;

comment on view minutes.outcomes_by_year is 'An outcome in a body''s municipal year, one a row: how often it was decided so; cleared readers see what restricted items decided, too.';
comment on column minutes.outcomes_by_year.outcome_year_id is 'Key of the row: that of the first such outcome of the year.';
comment on column minutes.outcomes_by_year.body_id is 'Key of the body that met.';
comment on column minutes.outcomes_by_year.body is 'Name of the body that met.';
comment on column minutes.outcomes_by_year.municipal_year is 'Municipal year, such as 2025/26: from May, the month of annual meetings; empty for meetings without a date.';
comment on column minutes.outcomes_by_year.outcome is 'agreed, noted, approved, deferred, received, endorsed, rejected, withdrawn, referred, recommended, confirmed or appointed.';
comment on column minutes.outcomes_by_year.decisions is 'Number of such outcomes.';
comment on column minutes.outcomes_by_year.items is 'Items that have one.';
comment on column minutes.outcomes_by_year.meetings is 'Meetings that have one.';
comment on column minutes.outcomes_by_year.first_held_on is 'Date of the first of these meetings.';
comment on column minutes.outcomes_by_year.last_held_on is 'Date of the last of them.';

create or replace view minutes.restricted_share_by_year
with (security_invoker = true) as
select
    y.body_year_id,
    y.body_id,
    b.name as body,
    y.municipal_year::varchar(7) as municipal_year,
    y.meetings,
    y.items,
    y.restricted_items,
    round(y.restricted_items::numeric / y.items, 4)::numeric(5, 4) as restricted_share,
    y.meetings_with_restricted
from (
    select
        i.body_id,
        minutes_store.municipal_year(m.held_on) as municipal_year,
        min(i.item_id) as body_year_id,
        count(*)::int as meetings,
        sum(i.items)::int as items,
        sum(i.restricted_items)::int as restricted_items,
        count(*) filter (where i.restricted_items > 0)::int as meetings_with_restricted
    from (
        select body_id, meeting_id, min(item_id) as item_id, count(*) as items, count(*) filter (where is_restricted) as restricted_items
        from minutes_store.agenda_items
        group by body_id, meeting_id
    ) i
    join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
    group by i.body_id, minutes_store.municipal_year(m.held_on)
) y
join minutes_store.bodies b on b.body_id = y.body_id;

comment on view minutes.restricted_share_by_year is 'A body''s municipal year, one a row: how many of its items were kept from the public; anybody may see the numbers.';
comment on column minutes.restricted_share_by_year.body_year_id is 'Key of the row: that of the year''s first item.';
comment on column minutes.restricted_share_by_year.body_id is 'Key of the body that met.';
comment on column minutes.restricted_share_by_year.body is 'Name of the body that met.';
comment on column minutes.restricted_share_by_year.municipal_year is 'Municipal year, such as 2025/26: from May, the month of annual meetings; empty for meetings without a date.';
comment on column minutes.restricted_share_by_year.meetings is 'Meetings with items.';
comment on column minutes.restricted_share_by_year.items is 'Agenda items.';
comment on column minutes.restricted_share_by_year.restricted_items is 'Of these, items whose content is kept from the public.';
comment on column minutes.restricted_share_by_year.restricted_share is 'restricted_items as a part of items, from 0 to 1.';
comment on column minutes.restricted_share_by_year.meetings_with_restricted is 'Meetings that have such items.';

create or replace view minutes.restricted_share_by_ground
with (security_invoker = true) as
select
    g.item_id * 16 + g.place as ground_year_id,
    g.body_id,
    b.name as body,
    g.municipal_year::varchar(7) as municipal_year,
    g.ground,
    g.restricted_items,
    g.only_ground,
    y.restricted_items as restricted_items_of_year,
    y.items as items_of_year,
    round(g.restricted_items::numeric / y.restricted_items, 4)::numeric(5, 4) as share_of_restricted,
    round(g.restricted_items::numeric / y.items, 4)::numeric(5, 4) as share_of_items,
    g.first_held_on,
    g.last_held_on
from (
    select
        i.body_id,
        minutes_store.municipal_year(m.held_on) as municipal_year,
        r.ground::varchar(30) as ground,
        min(i.item_id) as item_id,
        pg_catalog.array_position(array['individual', 'identity', 'financial', 'labour_relations', 'legal_privilege', 'notice_or_order', 'crime_prevention',
            'confidential', 'police_investigation', 'embargoed_statistics', 'victim', 'intelligence', 'unstated'], r.ground) as place,
        count(*)::int as restricted_items,
        count(*) filter (where pg_catalog.cardinality(i.all_grounds) = 1)::int as only_ground,
        min(m.held_on) as first_held_on,
        max(m.held_on) as last_held_on
    from (
        select body_id, item_id, meeting_id, @extschema@.restriction_grounds(grounds) as all_grounds
        from minutes_store.agenda_items
        where is_restricted
    ) i
    join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
    cross join lateral pg_catalog.unnest(i.all_grounds) r(ground)
    group by i.body_id, minutes_store.municipal_year(m.held_on), r.ground
) g
join (
    select
        i.body_id,
        minutes_store.municipal_year(m.held_on) as municipal_year,
        sum(i.items)::int as items,
        sum(i.restricted_items)::int as restricted_items
    from (
        select body_id, meeting_id, count(*) as items, count(*) filter (where is_restricted) as restricted_items
        from minutes_store.agenda_items
        group by body_id, meeting_id
    ) i
    join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
    group by i.body_id, minutes_store.municipal_year(m.held_on)
) y on y.body_id = g.body_id and coalesce(y.municipal_year, '') = coalesce(g.municipal_year, '')
join minutes_store.bodies b on b.body_id = g.body_id;

comment on view minutes.restricted_share_by_ground is 'A ground of restriction in a body''s municipal year, one a row; an item on two grounds counts for both, so the rows of a year do not add up.';
comment on column minutes.restricted_share_by_ground.ground_year_id is 'Key of the row, in this view alone.';
comment on column minutes.restricted_share_by_ground.body_id is 'Key of the body that met.';
comment on column minutes.restricted_share_by_ground.body is 'Name of the body that met.';
comment on column minutes.restricted_share_by_ground.municipal_year is 'Municipal year, such as 2025/26: from May, the month of annual meetings; empty for meetings without a date.';
comment on column minutes.restricted_share_by_ground.ground is 'The ground: individual, identity, financial, labour_relations, legal_privilege, notice_or_order, crime_prevention, confidential, police_investigation, embargoed_statistics, victim, intelligence or unstated.';
comment on column minutes.restricted_share_by_ground.restricted_items is 'Items kept from the public on this ground, alone or with others.';
comment on column minutes.restricted_share_by_ground.only_ground is 'Of these, items that have no other ground.';
comment on column minutes.restricted_share_by_ground.restricted_items_of_year is 'Items of the year that were kept from the public on whatever ground.';
comment on column minutes.restricted_share_by_ground.items_of_year is 'All items of the year.';
comment on column minutes.restricted_share_by_ground.share_of_restricted is 'restricted_items as a part of restricted_items_of_year, from 0 to 1.';
comment on column minutes.restricted_share_by_ground.share_of_items is 'restricted_items as a part of items_of_year, from 0 to 1.';
comment on column minutes.restricted_share_by_ground.first_held_on is 'Date of the first meeting with such an item.';
comment on column minutes.restricted_share_by_ground.last_held_on is 'Date of the last one.';

-- The numbers that lie between two that follow one another in a body's series. What another body of the authority has of the same series is not missing.
create or replace view minutes.code_gaps
with (security_invoker = true) as
select
    g.gap_id,
    g.body_id,
    b.name as body,
    g.prefix::varchar(8) as code_prefix,
    @extschema@.agenda_code_municipal_year(g.code)::varchar(7) as municipal_year,
    (g.number - g.previous_number - 1 - e.count)::int as missing_codes,
    @extschema@.make_agenda_code(g.prefix, coalesce(x.first, g.previous_number + 1), g.year)::text::varchar(60) as first_missing,
    @extschema@.make_agenda_code(g.prefix, coalesce(x.last, g.number - 1), g.year)::text::varchar(60) as last_missing,
    e.count::int as with_other_bodies,
    g.previous_code::text::varchar(60) as code_before,
    p.held_on as held_on_before,
    g.previous_item_id as item_id_before,
    g.code::text::varchar(60) as code_after,
    n.held_on as held_on_after,
    g.gap_id as item_id_after,
    n.meeting_id as meeting_id_after,
    p.meeting_id = n.meeting_id as within_meeting
from (
    select
        s.body_id,
        s.item_id as gap_id,
        s.meeting_id,
        s.code,
        s.prefix,
        s.year,
        s.number,
        lag(s.number) over series as previous_number,
        lag(s.code) over series as previous_code,
        lag(s.item_id) over series as previous_item_id,
        lag(s.meeting_id) over series as previous_meeting_id
    from (
        select
            i.body_id,
            i.item_id,
            i.meeting_id,
            i.code,
            i.code_sort,
            @extschema@.agenda_code_prefix(i.code) as prefix,
            @extschema@.agenda_code_year(i.code) as year,
            @extschema@.agenda_code_number(i.code) as number
        from minutes_store.agenda_items i
        where i.code is not null
    ) s
    window series as (partition by s.body_id, s.prefix, s.year order by s.code_sort, s.item_id)
) g
join minutes_store.bodies b on b.body_id = g.body_id
join minutes_store.meetings n on n.body_id = g.body_id and n.meeting_id = g.meeting_id
join minutes_store.meetings p on p.body_id = g.body_id and p.meeting_id = g.previous_meeting_id
cross join lateral (
    select
        count(distinct @extschema@.agenda_code_number(o.code)) as count,
        pg_catalog.array_agg(distinct @extschema@.agenda_code_number(o.code)) as numbers
    from minutes_store.agenda_items o
    join minutes_store.bodies ob on ob.body_id = o.body_id and ob.authority_id = b.authority_id
    where o.code operator(@extschema@.>) g.previous_code
        and o.code operator(@extschema@.<) g.code
        and o.body_id <> g.body_id
        and @extschema@.agenda_code_number(o.code) between g.previous_number + 1 and g.number - 1
) e
-- Without the other bodies' codes a gap is missing from end to end, and need not be counted through.
left join lateral (
    select min(m.number) as first, max(m.number) as last
    from (
        select pg_catalog.generate_series(g.previous_number + 1, g.number - 1) as number
        except
        select pg_catalog.unnest(e.numbers)
    ) m
) x on e.count > 0
where g.number - g.previous_number > 1
    and g.number - g.previous_number - 1 > e.count;

comment on view minutes.code_gaps is 'Gaps in a body''s series of agenda codes, one a row: numbers of a prefix and municipal year that no minutes have, between two that follow one another.';
comment on column minutes.code_gaps.gap_id is 'Key of the gap: that of the item after it.';
comment on column minutes.code_gaps.body_id is 'Key of the body that met.';
comment on column minutes.code_gaps.body is 'Name of the body that met.';
comment on column minutes.code_gaps.code_prefix is 'Prefix of the series; empty for codes without one.';
comment on column minutes.code_gaps.municipal_year is 'Municipal year of the codes, such as 2025/26.';
comment on column minutes.code_gaps.missing_codes is 'Number of codes that are missing.';
comment on column minutes.code_gaps.first_missing is 'The first code that is missing.';
comment on column minutes.code_gaps.last_missing is 'The last code that is missing.';
comment on column minutes.code_gaps.with_other_bodies is 'Codes of the gap that other bodies of the authority have: these are not missing.';
comment on column minutes.code_gaps.code_before is 'The code before the gap.';
comment on column minutes.code_gaps.held_on_before is 'Date of the meeting that has it.';
comment on column minutes.code_gaps.item_id_before is 'Key of the item that has it.';
comment on column minutes.code_gaps.code_after is 'The code after the gap.';
comment on column minutes.code_gaps.held_on_after is 'Date of the meeting that has it.';
comment on column minutes.code_gaps.item_id_after is 'Key of the item that has it.';
comment on column minutes.code_gaps.meeting_id_after is 'Key of the meeting that has it.';
comment on column minutes.code_gaps.within_meeting is 'Whether both stand in the minutes of one meeting; else whole meetings may be missing.';
