-- Full-text search and look-up by names and titles over the views, with the rights of who asks. Run by every init.

create or replace function minutes.search(query text, max_rows int default 100, of_body text default null, held_from date default null,
    held_until date default null)
returns table (
    item_id bigint,
    body_id bigint,
    meeting_id bigint,
    body varchar(300),
    held_on date,
    code varchar(60),
    title text,
    is_restricted boolean,
    rank real,
    headline text
)
language sql
stable
parallel safe
set search_path = pg_catalog, pg_temp
rows 100
begin atomic
    -- Headlines are made of what is shown, not of all that is found.
    select
        f.item_id,
        f.body_id,
        f.meeting_id,
        f.body,
        f.held_on,
        f.code,
        f.title,
        f.is_restricted,
        f.rank,
        pg_catalog.ts_headline('english', f.item_text, pg_catalog.websearch_to_tsquery('english', search.query),
            'StartSel="«", StopSel="»", MaxFragments=2, MaxWords=30, MinWords=10')
    from (
        select
            i.item_id,
            i.body_id,
            i.meeting_id,
            i.body,
            i.held_on,
            i.code,
            i.title,
            i.is_restricted,
            i.item_text,
            pg_catalog.ts_rank(pg_catalog.to_tsvector('english', i.item_text), pg_catalog.websearch_to_tsquery('english', search.query)) as rank
        from minutes.agenda_items i
        where pg_catalog.to_tsvector('english', i.item_text) @@ pg_catalog.websearch_to_tsquery('english', search.query)
            and (search.of_body is null or pg_catalog.lower(i.body) = pg_catalog.lower(search.of_body))
            and (search.held_from is null or i.held_on >= search.held_from)
            and (search.held_until is null or i.held_on <= search.held_until)
        order by rank desc, i.held_on desc nulls last, i.item_id
        limit search.max_rows
    ) f
    order by f.rank desc, f.held_on desc nulls last, f.item_id;
end;

comment on function minutes.search(text, int, text, date, date) is 'Items whose minutes have the words of a web search ("a phrase", or, -not), the best first, with a headline; of a body, from one day on and until another, if given; of restricted items what you may read.';

-- Loads pg_trgm: before, its settings are unknown to the server, and only a superuser may have a function set them.
do $$
begin
    perform @trigrams@.show_limit();
end
$$;

create or replace function minutes.find_people(name text, max_rows int default 20, of_body text default null)
returns table (
    body_id bigint,
    body varchar(300),
    person varchar(200),
    listed_as text,
    meetings int,
    first_held_on date,
    last_held_on date,
    likeness real
)
language sql
stable
parallel safe
set search_path = pg_catalog, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
-- The names are not known when this is planned: the trigrams' index serves whatever they are.
set enable_seqscan = off
rows 20
begin atomic
    with wanted as materialized (
        -- How somebody is addressed is no part of the name.
        select pg_catalog.regexp_replace(find_people.name, '^\s*((cllr|councillor|mr|mrs|ms|miss|dr|sir|dame)\M\.?\s+)+', '', 'i') as name
    ), hits as materialized (
        select a.body_id, a.meeting_id, a.name, a.honorific
        from minutes_store.attendance a
        where a.name operator(@trigrams@.%>) (select w.name from wanted w)
        union all
        select r.body_id, r.meeting_id, r.name, r.honorific
        from minutes_store.attendance_restricted r
        where r.name operator(@trigrams@.%>) (select w.name from wanted w)
            and pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
    )
    select
        b.body_id,
        b.name,
        p.person,
        p.listed_as,
        p.meetings,
        p.first_held_on,
        p.last_held_on,
        p.likeness
    from (
        select
            h.body_id,
            coalesce(g.stands_for, h.name)::varchar(200) as person,
            pg_catalog.string_agg(distinct pg_catalog.concat_ws(' ', h.honorific, h.name), ', ') as listed_as,
            count(distinct h.meeting_id)::int as meetings,
            min(m.held_on) as first_held_on,
            max(m.held_on) as last_held_on,
            -- The whole name counts beside its likest part, so that of two that have the word the shorter is first.
            max((@trigrams@.word_similarity(w.name, h.name) + @trigrams@.similarity(w.name, h.name)) / 2)::real as likeness
        from hits h
        cross join wanted w
        join minutes_store.meetings m on m.body_id = h.body_id and m.meeting_id = h.meeting_id
        left join minutes_store.person_merges g on g.body_id = h.body_id and g.name = h.name and g.stands_for is not null
        group by h.body_id, coalesce(g.stands_for, h.name)
    ) p
    join minutes_store.bodies b on b.body_id = p.body_id
    where find_people.of_body is null or pg_catalog.lower(b.name) = pg_catalog.lower(find_people.of_body)
    order by p.likeness desc, p.meetings desc, p.person, b.body_id
    limit find_people.max_rows;
end;

comment on function minutes.find_people(text, int, text) is 'People whose name is like the one given, the likest first, with the spellings that the minutes have and the meetings that list them; of a body, if given.';

create or replace function minutes.find_titles(title text, max_rows int default 20, of_body text default null, held_from date default null,
    held_until date default null)
returns table (
    item_id bigint,
    body_id bigint,
    meeting_id bigint,
    body varchar(300),
    held_on date,
    code varchar(60),
    item_title text,
    is_restricted boolean,
    likeness real
)
language sql
stable
parallel safe
set search_path = pg_catalog, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
-- The title is not known when this is planned: the trigrams' index serves whatever it is.
set enable_seqscan = off
rows 20
begin atomic
    with hits as materialized (
        select i.item_id, i.body_id, i.meeting_id, i.code_text, i.title, i.is_restricted
        from minutes_store.agenda_items i
        where i.title operator(@trigrams@.%>) find_titles.title
    )
    select
        h.item_id,
        h.body_id,
        h.meeting_id,
        b.name,
        m.held_on,
        h.code_text,
        h.title,
        h.is_restricted,
        ((@trigrams@.word_similarity(find_titles.title, h.title) + @trigrams@.similarity(find_titles.title, h.title)) / 2)::real as likeness
    from hits h
    join minutes_store.meetings m on m.body_id = h.body_id and m.meeting_id = h.meeting_id
    join minutes_store.bodies b on b.body_id = h.body_id
    where (find_titles.of_body is null or pg_catalog.lower(b.name) = pg_catalog.lower(find_titles.of_body))
        and (find_titles.held_from is null or m.held_on >= find_titles.held_from)
        and (find_titles.held_until is null or m.held_on <= find_titles.held_until)
    order by likeness desc, m.held_on desc nulls last, h.item_id
    limit find_titles.max_rows;
end;

comment on function minutes.find_titles(text, int, text, date, date) is 'Items whose title is like the one given, the likest and latest first; of a body, from one day on and until another, if given. Titles of restricted items are open.';

revoke execute on function minutes.search(text, int, text, date, date), minutes.find_people(text, int, text), minutes.find_titles(text, int, text, date, date)
    from public;
grant execute on function minutes.search(text, int, text, date, date), minutes.find_people(text, int, text), minutes.find_titles(text, int, text, date, date)
    to @reader@;
