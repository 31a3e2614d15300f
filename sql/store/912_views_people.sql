-- What analysts see of people over time: attendance by municipal year, names that may be one person's, and what people decided of them.

-- Meetings that say who came, each with its place in the body's series: what attendance is a share of.
create or replace view minutes_store.meetings_held
with (security_invoker = true) as
select
    m.body_id,
    m.meeting_id,
    m.held_on,
    minutes_store.municipal_year(m.held_on) as municipal_year,
    row_number() over (partition by m.body_id order by m.held_on, m.meeting_id)::int as place
from minutes_store.meetings m
where m.was_held
    and m.held_on is not null
    and exists (
        select
        from minutes_store.attendance a
        where a.body_id = m.body_id
            and a.meeting_id = m.meeting_id
            and a.capacity <> 'apologies'
    );

comment on view minutes_store.meetings_held is 'dated meetings that were held and whose minutes say who came, in their order, for the views of attendance';
grant select on minutes_store.meetings_held to @reader@;

create or replace view minutes.attendance_by_person
with (security_invoker = true) as
select
    y.person_year_id,
    y.body_id,
    b.name as body,
    y.municipal_year::varchar(7) as municipal_year,
    y.person,
    y.honorific,
    y.role,
    y.organisation,
    y.mostly_as,
    h.meetings_held,
    (least(y.last_place, h.last_place) - greatest(y.first_place, h.first_place) + 1)::int as meetings_while_listed,
    y.attended,
    y.apologies,
    (h.meetings_held - y.attended - y.apologies)::int as not_listed,
    round(y.attended::numeric / h.meetings_held, 4)::numeric(5, 4) as attended_share,
    y.first_listed_on,
    y.last_listed_on
from (
    -- A person's year; where they stand in the body's series of meetings over all years says how long they have been listed.
    select
        p.body_id,
        p.municipal_year,
        p.person,
        min(p.attendance_id) as person_year_id,
        (array_agg(p.honorific order by p.place desc) filter (where p.honorific is not null))[1] as honorific,
        (array_agg(p.role order by p.place desc) filter (where p.role is not null))[1] as role,
        (array_agg(p.organisation order by p.place desc) filter (where p.organisation is not null))[1] as organisation,
        coalesce(mode() within group (order by p.capacity) filter (where p.attended), 'apologies')::varchar(20) as mostly_as,
        count(*) filter (where p.attended)::int as attended,
        count(*) filter (where not p.attended)::int as apologies,
        min(p.first_place) as first_place,
        max(p.last_place) as last_place,
        min(p.held_on) as first_listed_on,
        max(p.held_on) as last_listed_on
    from (
        -- A person at a meeting, whatever number of lists has them: who came has attended.
        select
            m.body_id,
            m.municipal_year,
            m.held_on,
            m.place,
            coalesce(g.stands_for, a.name)::varchar(200) as person,
            min(a.attendance_id) as attendance_id,
            bool_or(a.capacity <> 'apologies') as attended,
            min(a.capacity) filter (where a.capacity <> 'apologies') as capacity,
            max(a.honorific) as honorific,
            max(a.role) as role,
            max(a.organisation) as organisation,
            min(m.place) over (partition by m.body_id, coalesce(g.stands_for, a.name)) as first_place,
            max(m.place) over (partition by m.body_id, coalesce(g.stands_for, a.name)) as last_place
        from minutes_store.meetings_held m
        join minutes_store.attendance a on a.body_id = m.body_id and a.meeting_id = m.meeting_id
        left join minutes_store.person_merges g on g.body_id = a.body_id and g.name = a.name and g.stands_for is not null
        group by m.body_id, m.municipal_year, m.held_on, m.place, coalesce(g.stands_for, a.name)
    ) p
    group by p.body_id, p.municipal_year, p.person
) y
join (
    select body_id, municipal_year, count(*)::int as meetings_held, min(place) as first_place, max(place) as last_place
    from minutes_store.meetings_held
    group by body_id, municipal_year
) h on h.body_id = y.body_id and h.municipal_year = y.municipal_year
join minutes_store.bodies b on b.body_id = y.body_id;

comment on view minutes.attendance_by_person is 'A person''s municipal year with a body, one a row: how many meetings the person attended, of those that were held and say who came.';
comment on column minutes.attendance_by_person.person_year_id is 'Key of the row: that of the person''s first entry of the year.';
comment on column minutes.attendance_by_person.body_id is 'Key of the body that met.';
comment on column minutes.attendance_by_person.body is 'Name of the body that met.';
comment on column minutes.attendance_by_person.municipal_year is 'Municipal year, such as 2025/26: from May, the month of annual meetings.';
comment on column minutes.attendance_by_person.person is 'The name that the person goes by, after merges (people_merges).';
comment on column minutes.attendance_by_person.honorific is 'Cllr, Dr, ...: the latest of the year.';
comment on column minutes.attendance_by_person.role is 'Chair, Vice-Chair or a job title: the latest of the year.';
comment on column minutes.attendance_by_person.organisation is 'Whom the person stands for: the latest of the year.';
comment on column minutes.attendance_by_person.mostly_as is 'How the person mostly attended: present, officer or in_attendance; apologies where the person never came.';
comment on column minutes.attendance_by_person.meetings_held is 'Meetings of the body in the year that were held and say who came.';
comment on column minutes.attendance_by_person.meetings_while_listed is 'Of these, the meetings between the first and the last that list the person at all, over all years: who joined in November did not miss June.';
comment on column minutes.attendance_by_person.attended is 'Meetings that the person attended, in whatever capacity.';
comment on column minutes.attendance_by_person.apologies is 'Meetings that the person did not attend but sent apologies to.';
comment on column minutes.attendance_by_person.not_listed is 'Meetings whose minutes do not list the person at all.';
comment on column minutes.attendance_by_person.attended_share is 'attended as a part of meetings_held, from 0 to 1.';
comment on column minutes.attendance_by_person.first_listed_on is 'Date of the first meeting of the year that lists the person.';
comment on column minutes.attendance_by_person.last_listed_on is 'Date of the last meeting of the year that lists the person.';

create or replace view minutes.attendance_by_organisation
with (security_invoker = true) as
select
    y.organisation_year_id,
    y.body_id,
    b.name as body,
    y.municipal_year::varchar(7) as municipal_year,
    y.organisation,
    h.meetings_held,
    y.represented,
    (h.meetings_held - y.represented)::int as not_represented,
    round(y.represented::numeric / h.meetings_held, 4)::numeric(5, 4) as represented_share,
    y.people,
    y.attendances
from (
    select
        e.body_id,
        e.municipal_year,
        min(e.attendance_id) as organisation_year_id,
        (mode() within group (order by e.organisation))::varchar(300) as organisation,
        count(distinct e.meeting_id) filter (where e.attended)::int as represented,
        count(distinct e.person) filter (where e.attended)::int as people,
        count(distinct (e.meeting_id, e.person)) filter (where e.attended)::int as attendances
    from (
        -- Many minutes print a person's organisation once and then the name alone.
        select
            m.body_id,
            m.municipal_year,
            m.meeting_id,
            a.attendance_id,
            coalesce(g.stands_for, a.name) as person,
            a.capacity <> 'apologies' as attended,
            coalesce(a.organisation, max(a.organisation) over (partition by m.body_id, m.municipal_year, coalesce(g.stands_for, a.name))) as organisation
        from minutes_store.meetings_held m
        join minutes_store.attendance a on a.body_id = m.body_id and a.meeting_id = m.meeting_id
        left join minutes_store.person_merges g on g.body_id = a.body_id and g.name = a.name and g.stands_for is not null
    ) e
    where e.organisation is not null
    group by e.body_id, e.municipal_year, minutes_store.name_letters(e.organisation)
) y
join (
    select body_id, municipal_year, count(*)::int as meetings_held
    from minutes_store.meetings_held
    group by body_id, municipal_year
) h on h.body_id = y.body_id and h.municipal_year = y.municipal_year
join minutes_store.bodies b on b.body_id = y.body_id;

comment on view minutes.attendance_by_organisation is 'An organisation''s municipal year with a body, one a row: at how many of the meetings that were held and say who came anybody stood for it.';
comment on column minutes.attendance_by_organisation.organisation_year_id is 'Key of the row: that of the organisation''s first entry of the year.';
comment on column minutes.attendance_by_organisation.body_id is 'Key of the body that met.';
comment on column minutes.attendance_by_organisation.body is 'Name of the body that met.';
comment on column minutes.attendance_by_organisation.municipal_year is 'Municipal year, such as 2025/26: from May, the month of annual meetings.';
comment on column minutes.attendance_by_organisation.organisation is 'Organisation as mostly printed, case and punctuation apart; who is listed without one counts for that of the person''s other meetings of the year.';
comment on column minutes.attendance_by_organisation.meetings_held is 'Meetings of the body in the year that were held and say who came.';
comment on column minutes.attendance_by_organisation.represented is 'Meetings that somebody of the organisation attended.';
comment on column minutes.attendance_by_organisation.not_represented is 'Meetings that nobody of the organisation attended.';
comment on column minutes.attendance_by_organisation.represented_share is 'represented as a part of meetings_held, from 0 to 1.';
comment on column minutes.attendance_by_organisation.people is 'People who attended for it.';
comment on column minutes.attendance_by_organisation.attendances is 'Times that somebody attended for it: two people at one meeting are two.';

-- Names that may be one person's. Words are compared without case, dots and apostrophes; no meeting lists both names, and titles do not contradict each other.
create or replace view minutes.people_aliases_suggested
with (security_invoker = true) as
select distinct on (c.body_id, c.alias)
    c.alias_id,
    c.body_id,
    b.name as body,
    c.alias,
    c.person,
    c.reason,
    c.alias_meetings,
    c.alias_first_on,
    c.alias_last_on,
    c.person_meetings,
    c.person_first_on,
    c.person_last_on
from (
    with names as not materialized (
        select
            n.body_id,
            n.name,
            n.attendance_id,
            n.meetings,
            n.meeting_ids,
            n.first_on,
            n.last_on,
            n.titled_mr,
            n.titled_ms,
            n.words,
            n.letters,
            pg_catalog.cardinality(n.words) as count,
            n.words[pg_catalog.cardinality(n.words)] as family_name,
            count(*) over (partition by n.body_id, n.words[pg_catalog.cardinality(n.words)]) as namesakes
        from (
            select
                a.body_id,
                coalesce(g.stands_for, a.name)::varchar(200) as name,
                min(a.attendance_id) as attendance_id,
                count(distinct a.meeting_id)::int as meetings,
                array_agg(a.meeting_id) as meeting_ids,
                min(m.held_on) as first_on,
                max(m.held_on) as last_on,
                coalesce(bool_or(a.honorific = 'Mr'), false) as titled_mr,
                coalesce(bool_or(a.honorific in ('Mrs', 'Ms', 'Miss', 'Dame', 'Lady')), false) as titled_ms,
                -- The same for every row of the group: as aggregates they are computed once and not for each pair.
                min(pg_catalog.string_to_array(pg_catalog.translate(pg_catalog.lower(coalesce(g.stands_for, a.name)), '.''’`', ''), ' ')) as words,
                min(minutes_store.name_letters(coalesce(g.stands_for, a.name))) as letters
            from minutes_store.attendance a
            join minutes_store.meetings m on m.body_id = a.body_id and m.meeting_id = a.meeting_id
            left join minutes_store.person_merges g on g.body_id = a.body_id and g.name = a.name and g.stands_for is not null
            -- "2 members of the public" has no name.
            where a.name !~ '[0-9]| of | the '
            group by a.body_id, coalesce(g.stands_for, a.name)
        ) n
    )
    select
        r.attendance_id as alias_id,
        r.body_id,
        r.name as alias,
        p.name as person,
        w.reason,
        r.meetings as alias_meetings,
        r.first_on as alias_first_on,
        r.last_on as alias_last_on,
        p.meetings as person_meetings,
        p.first_on as person_first_on,
        p.last_on as person_last_on
    from names r
    join names p
        on p.body_id = r.body_id
            -- The name of more meetings is the one to keep.
            and (p.meetings, -p.attendance_id) > (r.meetings, -r.attendance_id)
    cross join lateral (
        select
            case
                when p.letters = r.letters then 'spelling'
                when p.count = r.count and p.count >= 2 and (p.words[1] = r.words[1] or p.family_name = r.family_name)
                    and minutes_store.one_letter_apart(p.words, r.words) then 'one_letter'
                when p.family_name = r.family_name and p.count >= 2 and r.count >= 2 and (
                    -- J Marsh, John Marsh; John A Marsh, John Marsh
                    (pg_catalog.length(p.words[1]) = 1) <> (pg_catalog.length(r.words[1]) = 1) and pg_catalog.left(p.words[1], 1) = pg_catalog.left(r.words[1], 1)
                    or p.words[1] = r.words[1] and p.count <> r.count and least(p.count, r.count) = 2)
                    then 'initial'
                when p.family_name = r.family_name and p.count >= 2 and r.count >= 2 and p.words[1] <> r.words[1]
                    and least(pg_catalog.length(p.words[1]), pg_catalog.length(r.words[1])) >= 3
                    and (pg_catalog.starts_with(p.words[1], r.words[1]) or pg_catalog.starts_with(r.words[1], p.words[1]))
                    then 'short_name'
                when least(p.count, r.count) >= 2 and (p.words[2:] = r.words or r.words[2:] = p.words) then 'title_or_first_name'
                when p.family_name = r.family_name and least(p.count, r.count) = 1 and r.namesakes = 2 then 'family_name_only'
            end::varchar(20) as reason
    ) w
    where w.reason is not null
        and not p.meeting_ids && r.meeting_ids
        and not (p.titled_mr and r.titled_ms or p.titled_ms and r.titled_mr)
        and not exists (
            select from minutes_store.person_merges g
            where g.body_id = r.body_id
                and g.action = 'keep_apart'
                and g.state = 'in_force'
                and ((g.name = r.name and g.other_name = p.name) or (g.name = p.name and g.other_name = r.name)))
) c
join minutes_store.bodies b on b.body_id = c.body_id
order by c.body_id, c.alias, pg_catalog.array_position(array['spelling', 'one_letter', 'initial', 'short_name', 'title_or_first_name', 'family_name_only'], c.reason::text),
    c.person_meetings desc, c.person;

comment on view minutes.people_aliases_suggested is 'Names in a body''s minutes that may be another name''s person, one a row: for people to confirm with minutes.merge_people() or to refuse with minutes.keep_people_apart().';
comment on column minutes.people_aliases_suggested.alias_id is 'Key of the row: that of the first entry of the rarer name.';
comment on column minutes.people_aliases_suggested.body_id is 'Key of the body that met.';
comment on column minutes.people_aliases_suggested.body is 'Name of the body that met.';
comment on column minutes.people_aliases_suggested.alias is 'The rarer name.';
comment on column minutes.people_aliases_suggested.person is 'The name that it may be another spelling of.';
comment on column minutes.people_aliases_suggested.reason is 'Why: spelling (the same letters), one_letter, initial (J Marsh, John Marsh), short_name (Chris, Christopher), title_or_first_name (a word before), family_name_only.';
comment on column minutes.people_aliases_suggested.alias_meetings is 'Meetings that list the rarer name; none lists both.';
comment on column minutes.people_aliases_suggested.alias_first_on is 'Date of the first of them.';
comment on column minutes.people_aliases_suggested.alias_last_on is 'Date of the last of them.';
comment on column minutes.people_aliases_suggested.person_meetings is 'Meetings that list the other name.';
comment on column minutes.people_aliases_suggested.person_first_on is 'Date of the first of them.';
comment on column minutes.people_aliases_suggested.person_last_on is 'Date of the last of them.';

create or replace view minutes.people_merges
with (security_invoker = true) as
select
    g.merge_id,
    g.body_id,
    b.name as body,
    g.action,
    g.name,
    g.other_name,
    g.stands_for,
    g.decided_by,
    g.decided_at,
    g.state,
    g.ended_by,
    g.ended_at,
    r.reason,
    r.ended_reason
from minutes_store.person_merges g
join minutes_store.bodies b on b.body_id = g.body_id
left join minutes_store.person_merge_reason_restricted r
    on r.body_id = g.body_id
    and r.merge_id = g.merge_id
    and pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE');

comment on view minutes.people_merges is 'Decisions of people that two names are one person''s, or two people''s, one a row; loads keep them, and anybody may see who and when.';
comment on column minutes.people_merges.merge_id is 'Key of the decision.';
comment on column minutes.people_merges.body_id is 'Key of the body whose minutes have the names.';
comment on column minutes.people_merges.body is 'Name of that body.';
comment on column minutes.people_merges.action is 'merge or keep_apart.';
comment on column minutes.people_merges.name is 'The name that was merged or kept apart.';
comment on column minutes.people_merges.other_name is 'The name that it was merged into or kept apart from.';
comment on column minutes.people_merges.stands_for is 'The name that the person now goes by, at the end of all merges; empty where none is in force.';
comment on column minutes.people_merges.decided_by is 'Login role of who decided.';
comment on column minutes.people_merges.decided_at is 'When it was decided.';
comment on column minutes.people_merges.state is 'in_force or ended.';
comment on column minutes.people_merges.ended_by is 'Login role of who ended it, or decided otherwise.';
comment on column minutes.people_merges.ended_at is 'When it ended; empty while it is in force.';
comment on column minutes.people_merges.reason is 'Why it was decided; empty to those who may not read it.';
comment on column minutes.people_merges.ended_reason is 'Why it was ended; empty to those who may not read it.';
