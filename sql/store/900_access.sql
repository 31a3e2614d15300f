-- Who may read what. Run by every init.

grant usage on schema minutes_store, minutes to @reader@;
grant select on all tables in schema minutes_store to @reader@;

-- A row of a restricted table is there for members of the cleared role and for the owner, and for nobody else.
do $$
declare
    target regclass;
begin
    for target in
        select c.oid
        from pg_catalog.pg_class c
        where c.relnamespace = 'minutes_store'::regnamespace
            and c.relkind in ('r', 'p')
            and c.relname like '%\_restricted'
    loop
        execute format('alter table %s enable row level security', target);
        execute format('drop policy if exists cleared_readers on %s', target);
        execute format(
            'create policy cleared_readers on %s as permissive for select to @reader@'
                || ' using (pg_catalog.pg_has_role(current_user, %L, ''USAGE''))',
            target, @cleared_name@);
        execute format('comment on policy cleared_readers on %s is ''members of the cleared role read every row, others none''', target);
    end loop;
end
$$;
