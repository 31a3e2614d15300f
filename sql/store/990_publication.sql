-- What a public copy may have: the open tables and the listing, named one by one, so that a new table is not public because somebody forgot it. Run
-- by every init as the session's user, where that one may create a publication. Of documents it has neither digest nor size, which would tell whoever guesses
-- at what is restricted in one whether the guess is right.
do $$
declare
    wanted text[] := array['authorities', 'bodies', 'meetings', 'attendance', 'agenda_items', 'item_text_open', 'decisions_open', 'changes_open', 'approvals_open',
        'attachments_open', 'data_doubts', 'doubt_detail_open', 'documents', 'load_runs', 'load_problems', 'load_problem_detail_open', 'overrides', 'person_merges',
        'crime_synonyms'];
    there text[];
    tables text;
    document_columns text := ' (document_id, uri, format, loaded_at, parser_version, run_id, is_latest, superseded_at, superseded_by, superseded_reason)';
begin
    -- Creating it warns where wal_level is not logical yet; docs/public-copy.md says when that matters.
    perform pg_catalog.set_config('client_min_messages', 'error', true);
    select pg_catalog.string_agg(pg_catalog.format('minutes_store.%I', w) || case w when 'documents' then document_columns else '' end, ', ') into tables
    from pg_catalog.unnest(wanted) w;
    if not exists (select from pg_catalog.pg_publication where pubname = 'minutes_public') then
        execute 'create publication minutes_public for table ' || tables;
        comment on publication minutes_public is 'open content and the listing of the store of minutes; nothing restricted';
        if (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
            alter publication minutes_public owner to @loader@;
        end if;
    else
        select pg_catalog.array_agg(c.relname::text) into there
        from pg_catalog.pg_publication_rel r
        join pg_catalog.pg_publication p on p.oid = r.prpubid
        join pg_catalog.pg_class c on c.oid = r.prrelid
        where p.pubname = 'minutes_public' and c.relnamespace = 'minutes_store'::regnamespace;
        if not (coalesce(there, '{}') @> wanted and wanted @> coalesce(there, '{}')) or exists (
            select from pg_catalog.pg_publication_tables t
            where t.pubname = 'minutes_public' and t.tablename = 'documents' and t.attnames && array['sha256', 'byte_count']::name[])
        then
            execute 'alter publication minutes_public set table ' || tables;
        end if;
    end if;
end
$$;
