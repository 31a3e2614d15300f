# Bad input on the database's side: each ends in one clear sentence and its exit status, and nothing is half-loaded.
new_store refused
fresh_documents
exits "no server" 2 minutes2pgsql load -h "$work/nowhere" "$work/documents"
exits "no such database" 2 minutes2pgsql load -d nonesuch "$work/documents"
exits "no such path" 3 minutes2pgsql load "$work/nonesuch"
mkdir "$work/empty"
exits "a directory without documents" 3 minutes2pgsql load "$work/empty"
createdb bare
exits "a database without a store" 4 minutes2pgsql load -d bare "$work/documents"
exits "status without a store" 4 minutes2pgsql status -d bare
exits "status without a server" 2 minutes2pgsql status -h "$work/nowhere"
sql -c "create role nobody login"
exits "a user who may not load" 4 minutes2pgsql load -U nobody "$work/documents"
is "none of these loaded anything" "$(sql -c 'select count(*) from minutes.documents')" 0

# A document among others that does not load: it is listed, the others are there; when it is mended the problem is over.
printf 'a\0b' >"$work/documents/nul.txt"
: >"$work/documents/empty.txt"
head -c 3000 /dev/urandom >"$work/documents/noise.txt"
umask 0000
exits "three of six cannot be read" 5 minutes2pgsql load --reject-dir "$work/rejected" "$work/documents"
umask 0022
is "the others are there" "$(sql -c 'select count(*) from minutes.meetings')" 3
is "the three are listed with a reason" "$(sql -c "select count(*) from minutes.load_problems where reason <> '' and detail <> '' and resolved_at is null")" 3
is "and set aside" "$(find "$work/rejected" -type f | wc -l)" 3
is "for nobody else to read, whatever the umask" "$(stat -c %a "$work/rejected") $(find "$work/rejected" -type f -printf '%m\n' | sort -u)" "700 600"
ok "the run counts them" test "$(sql -c 'select read, inserted, rejected from minutes.load_runs order by run_id desc limit 1')" = "6|3|3"
ok "status lists them" bash -c "minutes2pgsql status | grep -q 'Open problems: 3'"
exits "the same again" 5 minutes2pgsql load "$work/documents"
is "is three open problems, not six" "$(sql -c 'select count(*) from minutes.load_problems where resolved_at is null')" 3
sed 's/15th July/1st July/' "$work/documents/committee-2025-07-15.txt" >"$work/documents/nul.txt"
exits "one is mended" 5 minutes2pgsql load "$work/documents"
is "two are open" "$(sql -c 'select count(*) from minutes.load_problems where resolved_at is null')" 2
exits "stop at the first" 5 minutes2pgsql load --on-error=stop "$work/documents/empty.txt" "$work/documents/noise.txt"
is "stops" "$(sql -c 'select rejected from minutes.load_runs order by run_id desc limit 1')" 1

# The server refuses: nothing of the batch is there.
new_store broken
fresh_documents
sql -c "alter table minutes_store.changes_open rename to changes_gone"
exits "a table is missing" 4 minutes2pgsql load "$work/documents"
ok "the message names a file" grep -q 'board-2025-06-04.txt' "$work/err"
is "nothing is half-loaded" "$(sql -c 'select (select count(*) from minutes_store.documents), (select count(*) from minutes_store.meetings), (select count(*) from minutes_store.bodies)')" "0|0|0"
is "the run says so" "$(sql -c 'select outcome from minutes.load_runs order by run_id desc limit 1')" refused
sql -c "alter table minutes_store.changes_gone rename to changes_open"
is "mended, everything loads" "$(counts "$work/documents")" 3/0/0/0

createdb -T template0 -E LATIN1 --locale=C latin
exits "a database of another encoding" 4 minutes2pgsql init -d latin

# Versions.
sql -c "insert into minutes_store.migrations values (899, 'from_the_future', '9.9.9', now())"
exits "a store newer than the program" 4 minutes2pgsql load "$work/documents"
ok "says which is newer" grep -q 'install the newer minutes2pgsql' "$work/err"
exits "init of a newer store" 4 minutes2pgsql init
# The store as the version before comparable series made it.
sql -c "delete from minutes_store.migrations where version = 899 or version = 5;
    drop view minutes_store.classified_changes cascade;
    drop table minutes_store.crime_synonyms, minutes_store.crime_words, minutes_store.crime_categories;
    alter table minutes_store.changes_open drop column period_start, drop column period_end, drop column metric_keys;
    alter table minutes_store.changes_restricted drop column period_start, drop column period_end, drop column metric_keys;
    drop function minutes_store.metric_keys, minutes_store.metric_words"
exits "a store older than the program" 4 minutes2pgsql load "$work/documents"
ok "says what to do" grep -q 'run minutes2pgsql init' "$work/err"
exits "init brings it up to date" 0 minutes2pgsql init
exits "then it loads" 0 minutes2pgsql load "$work/documents"
sql -c "update pg_extension set extversion = '0.0.1' where extname = 'pg_minutes'"
exits "an extension older than the program" 4 minutes2pgsql load "$work/documents"
ok "says which versions" grep -q '0\.0\.1' "$work/err"
sql -c "update pg_extension set extversion = '9.9.9' where extname = 'pg_minutes'"
exits "an extension newer than the program" 4 minutes2pgsql load "$work/documents"
# A real older version, whose script knows nothing of ours.
directory=$(dirname "$(find "$CLUSTER_DIR/stage" -name pg_minutes.control)")
echo "create function public.pg_minutes_version() returns text language sql return '0.0.9'::text;" >"$directory/pg_minutes--0.0.9.sql"
createdb ancient
sql -d ancient -c "create extension pg_minutes version '0.0.9'"
exits "load with an older extension" 4 minutes2pgsql load -d ancient "$work/documents"
exits "init with an older extension that has no way up" 4 minutes2pgsql init -d ancient
ok "says what to install" grep -q 'of another version' "$work/err"
echo "drop function public.pg_minutes_version();" | cat - "$(find "$directory" -name 'pg_minutes--[0-9].[0-9].[0-9].sql' ! -name '*0.0.9*')" |
    sed 's/^\\echo.*//; s/@extschema@/public/g' >"$directory/pg_minutes--0.0.9--$(minutes2pgsql --version | grep -oE '[0-9.]+$').sql"
exits "init updates an older extension" 0 minutes2pgsql init -d ancient
exits "then it loads" 0 minutes2pgsql load -d ancient "$work/documents"
rm "$directory"/pg_minutes--0.0.9*

# The extension's files, moved away for a moment.
control=$(find "$CLUSTER_DIR/stage" -name pg_minutes.control)
mv "$control" "$control.away"
createdb unfurnished
exits "a server without the extension's files" 4 minutes2pgsql init -d unfurnished
ok "says what to install" grep -q 'no files of the extension pg_minutes' "$work/err"
mv "$control.away" "$control"

# Interrupted: what was committed stays, the rest is not there, a rerun completes.
new_store interrupts
mkdir "$work/many"
for i in $(seq 1 600); do
    sed "s/15th July 2025/15th July $((1900 + i % 100))/; s/Ambleford Licensing/Ambleford Ward $((i / 100))/" "$work/documents/committee-2025-07-15.txt" >"$work/many/$i.txt"
done
# A lock that somebody else holds keeps the load in the middle of a batch.
psql -qX -c "begin" -c "lock table minutes_store.decisions_open" -c "select pg_sleep(2)" &
sleep 0.3
minutes2pgsql load -q "$work/many" >"$work/out" 2>"$work/err" &
loader=$!
sleep 0.7
kill -INT $loader
wait $loader
is "SIGINT ends it with its exit status" $? 130
is "nothing of the batch is there" "$(sql -c 'select count(*) from minutes_store.documents')" 0
is "the run says so" "$(sql -c 'select outcome from minutes.load_runs order by run_id desc limit 1')" interrupted
wait
minutes2pgsql load -q "$work/many" >"$work/one" 2>&1 &
minutes2pgsql load -q -j 2 "$work/many" >"$work/two" 2>&1
wait
is "two loaders on the same files: each document once" "$(sql -c 'select count(*), count(distinct uri) from minutes_store.documents')" "600|600"
is "each meeting once" "$(sql -c 'select count(*) from minutes_store.meetings')" "600"
is "nothing was rejected" "$(sql -c 'select count(*) from minutes_store.load_problems')" 0

# Cut off from the server, and killed: the next run completes the work and says what became of the last.
load_many() {
    psql -qX -c "begin" -c "lock table minutes_store.decisions_open" -c "select pg_sleep(1.5)" >/dev/null &
    sleep 0.3
    minutes2pgsql load -q --retries=0 "$work/many" >"$work/out" 2>"$work/err" &
    loader=$!
    sleep 0.7
}
new_store cuts
load_many
sql -c "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'minutes2pgsql' and datname = 'cuts'" >/dev/null
wait $loader
is "cut off from the server" $? 2
ok "which is told in a sentence" test "$(grep -c . "$work/err")" = 1
wait
load_many
kill -9 $loader
wait $loader 2>/dev/null
is "killed" $? 137
wait
is "nothing is half-loaded after both" "$(sql -c 'select (select count(*) from minutes_store.documents), (select count(*) from minutes_store.meetings)')" "0|0"
is "the next run loads everything" "$(counts "$work/many")" 600/0/0/0
is "and says that those broke off" "$(sql -c "select string_agg(outcome, ' ' order by run_id) from minutes.load_runs")" "broken_off broken_off finished"
