# A store is made once, and made again without harm.
createdb inits
export PGDATABASE=inits
exits "init of an empty database" 0 minutes2pgsql init
before=$(sql -c "select string_agg(c.oid::text || c.relname, ',' order by c.oid) from pg_class c where relnamespace in ('minutes'::regnamespace, 'minutes_store'::regnamespace)")
exits "init again" 0 minutes2pgsql init
is "a second init makes nothing new" \
    "$(sql -c "select string_agg(c.oid::text || c.relname, ',' order by c.oid) from pg_class c where relnamespace in ('minutes'::regnamespace, 'minutes_store'::regnamespace)")" \
    "$before"
is "the roles are there" \
    "$(sql -c "select string_agg(rolname, ' ' order by rolname) from pg_roles where rolname like 'minutes\_%' and not rolcanlogin and not rolsuper")" \
    "minutes_cleared minutes_loader minutes_reader"
is "cleared readers are readers" "$(sql -c "select pg_has_role('minutes_cleared', 'minutes_reader', 'MEMBER')")" t

createdb prefixed
exits "init with roles and a schema of its own" 0 minutes2pgsql init -d prefixed --role-prefix=acme --extension-schema=tools
is "the second store on a server has its own roles" \
    "$(sql -d prefixed -c "select string_agg(distinct tableowner, ' ') from pg_tables where schemaname = 'minutes_store'")" acme_loader
is "and its extension where it was told" "$(sql -d prefixed -c "select extnamespace::regnamespace from pg_extension where extname = 'pg_minutes'")" tools
exits "init with another prefix than the store has" 4 minutes2pgsql init -d prefixed
exits "a role prefix that is no name" 1 minutes2pgsql init -d prefixed --role-prefix="a'b"
exits "load into the second store" 0 minutes2pgsql load -d prefixed tests/store/documents

createuser ordinary
createdb unprepared
exits "init by a user who may not" 4 minutes2pgsql init -d unprepared -U ordinary
ok "prints the statements for an administrator" grep -q '^create extension pg_minutes' "$work/out"
is "leaves nothing behind" "$(sql -d unprepared -c "select count(*) from pg_namespace where nspname like 'minutes%'")" 0
ok "the administrator runs them" sql -d unprepared -f "$work/out"
exits "then init does the rest" 0 minutes2pgsql init -d unprepared -U ordinary
exits "and that user loads" 0 minutes2pgsql load -d unprepared -U ordinary tests/store/documents
sql -d unprepared -c "create role noninheriting login noinherit in role minutes_loader"
exits "a member that does not inherit loads, too" 0 minutes2pgsql load -d unprepared -U noninheriting tests/store/documents
exits "and repeats init" 0 minutes2pgsql init -d unprepared -U noninheriting
