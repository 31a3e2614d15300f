-- A restricted text is held to what an open one is: full-text search can take it. Otherwise it could neither be searched nor ever be opened. A store
-- of before may have one that is not; whatever is written from now on is held to it all the same.

alter table minutes_store.item_text_restricted
    add constraint item_text_restricted_is_searchable
        check (item_text is null or pg_catalog.to_tsvector('english', item_text) is not null) not valid;

do $$
begin
    alter table minutes_store.item_text_restricted validate constraint item_text_restricted_is_searchable;
exception
    when program_limit_exceeded then
        null;
end
$$;
