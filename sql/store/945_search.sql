-- Full-text search over the views, with the rights of who asks. Run by every init.

create or replace function minutes.search(query text, max_rows int default 100)
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
        order by rank desc, i.held_on desc nulls last, i.item_id
        limit search.max_rows
    ) f
    order by f.rank desc, f.held_on desc nulls last, f.item_id;
end;

comment on function minutes.search(text, int) is 'Items whose minutes have the words of a web search ("a phrase", or, -not), the best first, with a headline; of restricted items what you may read.';

revoke execute on function minutes.search(text, int) from public;
grant execute on function minutes.search(text, int) to @reader@;
