# Nothing that somebody else put into the store's schemas runs with the rights of whoever is connected.
sql -d postgres -c "create role squatter login"
is_plain() { is "$1: the login has gained nothing" "$(sql -c "select rolsuper from pg_roles where rolname = 'squatter'")" f; }

# The function that the next load would call.
trap_sql="create function minutes.lift_due() returns int language plpgsql as \$\$ begin
    execute 'reset role'; execute 'alter role squatter superuser'; return 0; end \$\$"

# A schema that was there before the store.
for schema in minutes minutes_store; do
    createdb "squatted_$schema"
    export PGDATABASE=squatted_$schema
    sql -c "grant create on database $PGDATABASE to squatter"
    sql -U squatter -c "create schema $schema" -c "grant all on schema $schema to public"
    exits "init where schema $schema is somebody's" 4 minutes2pgsql init
    is "is one sentence with schema $schema" "$(grep -c . "$work/err") $(grep -c "schema $schema belongs to \"squatter\".*rename or drop it" "$work/err")" "1 1"
    is "and nothing of $schema is made" "$(sql -c "select count(*) from pg_namespace where nspname in ('minutes', 'minutes_store')")" 1
    sql -c "drop schema $schema"
    exits "init without schema $schema" 0 minutes2pgsql init
done

# A table of the store's that is somebody else's tells nothing.
createdb squatted_tables
export PGDATABASE=squatted_tables
sql -c "grant create on database $PGDATABASE to squatter" -c "create extension pg_minutes"
sql -U squatter -c "create schema minutes_store" -c "create table minutes_store.migrations (x int)"
for command in "init" "load $work/documents" "status" "rederive" "lift-due" "lift 1 --reason=x" "restrict 1 --reason=x"; do
    # shellcheck disable=SC2086
    exits "$command with somebody's table" 4 minutes2pgsql $command
    ok "$command tells whose it is" grep -q 'schema minutes_store belongs to "squatter"' "$work/err"
done

# A store that was made over somebody's schema, its functions exchanged since.
new_store squatted
fresh_documents
every_command() {
    for command in "init" "load $work/documents" "status" "rederive" "lift-due" "lift WSB/4/25 --reason=x" "restrict WSB/5/25 --reason=x"; do
        # shellcheck disable=SC2086
        exits "$1: $command" 4 minutes2pgsql $command
        ok "$1: $command names it" grep -q "$2" "$work/err"
    done
    is_plain "$1"
}
sql -c "alter schema minutes owner to squatter"
sql -U squatter -c "drop function minutes.lift_due()" -c "$trap_sql"
every_command "somebody's schema minutes" 'schema minutes belongs to "squatter"'
sql -c "alter schema minutes owner to minutes_loader"
every_command "somebody's function" 'function minutes.lift_due belongs to "squatter"'
sql -c "drop function minutes.lift_due()"
exits "without it init mends the store" 0 minutes2pgsql init
for schema in minutes minutes_store; do
    sql -c "grant create on schema $schema to public"
    every_command "anybody may create in $schema" "revoke create on schema $schema from public"
    sql -c "revoke create on schema $schema from public" -c "grant create on schema $schema to squatter"
    every_command "somebody may create in $schema" "revoke create on schema $schema from squatter"
    sql -c "revoke create on schema $schema from squatter"
done
sql -c "alter table minutes_store.bodies owner to squatter"
every_command "somebody's table" 'relation minutes_store.bodies belongs to "squatter"'
sql -c "alter table minutes_store.bodies owner to minutes_loader"
exits "then it loads" 0 minutes2pgsql load "$work/documents"

# In the extension's schema others may have things of their own, but none that could be taken for the extension's.
sql -c "grant create on schema public to squatter"
sql -U squatter -c "create function public.own_affairs(text) returns int language sql as 'select 1'"
exits "somebody's own function beside the extension's" 0 minutes2pgsql load "$work/documents"
sql -U squatter -c "create function public.percentage_changes(varchar) returns int language plpgsql as \$\$ begin
    execute 'reset role'; execute 'alter role squatter superuser'; return 0; end \$\$"
every_command "somebody's overload of the extension's function" 'function public.percentage_changes belongs to "squatter"'
sql -c "drop function public.percentage_changes(varchar)"
sql -U squatter -c "create function public.same(text, varchar) returns boolean language plpgsql as \$\$ begin
    execute 'reset role'; execute 'alter role squatter superuser'; return true; end \$\$" \
    -c "create operator public.= (leftarg = text, rightarg = varchar, function = public.same)"
every_command "somebody's operator in the extension's schema" 'operator public.= belongs to "squatter"'
sql -c "drop operator public.= (text, varchar)"
exits "then it loads again" 0 minutes2pgsql load "$work/documents"
