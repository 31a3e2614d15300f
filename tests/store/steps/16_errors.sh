# Errors in three kinds: which is which, what is tried again, and where it is told: summary, exit status, runs, problems.

# told: the kinds that a load's summary counts, its gravest kind, code and retries, and its exit status; the arguments are load's
told() {
    local status
    PATH=${path:-$PATH} minutes2pgsql load -q --summary=json "$@" >"$work/out" 2>"$work/err"
    status=$?
    python3 - "$work/out" "$status" <<'PY'
import json, sys
s = json.load(open(sys.argv[1]))
e = s["errors"]
print(e["permanent"], e["transient"], e["critical"], s["error_kind"], s["error_code"], s["retries"], "exit", sys.argv[2])
PY
}

# last_run: what the store remembers of it
last_run() {
    sql -c "select outcome, error_kind, error_code, retries, command from minutes.load_runs order by run_id desc limit 1"
}

path= # where the loader looks for programs; empty: as ever
new_store errors
fresh_documents
is "nothing wrong" "$(told "$work/documents")" "0 0 0 None None 0 exit 0"
is "nothing noted" "$(last_run)" "finished|||0|load"

# Documents: permanent.
: >"$work/documents/empty.txt"
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >"$work/documents/picture.txt"
is "documents that cannot be read" "$(told "$work/documents")" "2 0 0 permanent None 0 exit 5"
is "the run says so" "$(last_run)" "finished|permanent||0|load"
is "and the problems" "$(sql -c "select distinct kind from minutes.load_problems where resolved_at is null")" permanent
minutes2pgsql load -q "$work/documents" >"$work/out" 2>"$work/err"
ok "the text summary says how many and what to do" grep -qx '2 permanent errors: mend the documents that minutes.load_problems lists' "$work/out"
rm "$work/documents/empty.txt" "$work/documents/picture.txt"

# A program that is missing: critical, though a document shows it.
printf '%%PDF-1.4\n%%%%EOF\n' >"$work/documents/minutes.pdf"
mkdir "$work/bare"
ln -s "$(command -v minutes2pgsql)" "$work/bare"
is "a PDF without pdftotext" "$(path=$work/bare told "$work/documents")" "0 0 1 critical None 0 exit 5"
is "its problem" "$(sql -c "select kind from minutes.load_problems where uri like '%.pdf' and resolved_at is null")" critical
rm "$work/documents/minutes.pdf"
is "a path that is not there" "$(told "$work/not-there")" "0 0 1 critical None 0 exit 3"

# No connection: the network's fault passes, a wrong name does not.
is "no server" "$(told -h "$work" "$work/documents")" "0 1 0 transient None 0 exit 2"
is "no such database" "$(told -d not_there "$work/documents")" "0 0 1 critical None 0 exit 2"
is "a server that is full" "$(sql -c "alter database errors connection limit 0" && createuser nightly && sql -c "grant minutes_loader to nightly" &&
    told -U nightly "$work/documents" | sed 's/ exit.*//'; sql -d postgres -c "alter database errors connection limit -1")" "0 1 0 transient None 0"

# What the server refuses. fails STATE TIMES: the next TIMES batches fail with that SQLSTATE (a sequence counts on when a batch is rolled back).
fails() {
    sql -c "set client_min_messages = warning" -c "create sequence if not exists public.failures" -c "alter sequence public.failures restart" -c "
        create or replace function public.fail() returns trigger language plpgsql as \$f\$
        begin
            if nextval('public.failures') <= $2 then
                raise exception 'no batch today' using errcode = '$1';
            end if;
            return new;
        end \$f\$" -c "grant usage on sequence public.failures to minutes_loader" -c "
        create or replace trigger fail before insert on minutes_store.documents for each statement execute function public.fail()"
}
for state in 40P01 40001 53100 53200 55P03 57014; do
    fails $state 1
    is "$state once: the batch is done again" "$(told --reparse "$work/documents")" "0 0 0 None None 1 exit 0"
done
fails 40P01 2
is "twice: again and again" "$(told --reparse "$work/documents")" "0 0 0 None None 2 exit 0"
is "the run says how often" "$(last_run)" "finished|||2|load"
fails 53100 100
is "disk full for longer than that" "$(told --reparse --retries=1 "$work/documents")" "0 1 0 transient 53100 1 exit 4"
is "the run says so" "$(last_run)" "refused|transient|53100|1|load"
minutes2pgsql load -q --reparse --retries=0 "$work/documents" >"$work/out" 2>"$work/err"
ok "the text summary says what to do" grep -qx '1 transient error: run it again' "$work/out"
fails 42501 100
is "a right is missing: not tried again" "$(told --reparse "$work/documents")" "0 0 1 critical 42501 0 exit 4"
is "the run says so" "$(last_run)" "refused|critical|42501|0|load"
fails 22003 100
is "a value: each document by itself" "$(told --reparse "$work/documents")" "3 0 0 permanent None 0 exit 5"
sql -c "drop trigger fail on minutes_store.documents"
is "afterwards all is right" "$(told --reparse "$work/documents")" "0 0 0 None None 0 exit 0"

# Cut off in the middle of a batch: connected again, done again, and the run is the same one.
psql -qX -c "begin" -c "lock table minutes_store.decisions_open" -c "select pg_sleep(1.5)" >/dev/null &
sleep 0.3
told --reparse "$work/documents" >"$work/told" &
loader=$!
sleep 0.7
sql -c "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'minutes2pgsql' and datname = 'errors'" >/dev/null
wait $loader
is "cut off once" "$(cat "$work/told")" "0 0 0 None None 1 exit 0"
is "the run is whole" "$(last_run)" "finished|||1|load"
wait
# Before the first document: the lifts that are due meet a lock that somebody holds.
sql -c "alter role postgres set lock_timeout = '300ms'"
held() {
    psql -qX -c "begin" -c "lock table minutes_store.overrides" -c "select pg_sleep($1)" >/dev/null &
    sleep 0.3
}
held 1.2
is "a lock for a moment: tried again" "$(told --reparse "$work/documents" | sed 's/ [12] exit/ again exit/')" "0 0 0 None None again exit 0"
wait
held 2
is "a lock for longer than that" "$(told --reparse --retries=0 "$work/documents")" "0 1 0 transient 55P03 0 exit 4"
is "the run says so" "$(last_run)" "refused|transient|55P03|0|load"
wait
minutes2pgsql sync -q --moderngov http://127.0.0.1:9 --retries=0 --pause=0 --cache-dir="$work/cache" >/dev/null 2>&1
held 2
minutes2pgsql sync -q --moderngov http://127.0.0.1:9 --retries=0 --pause=0 --cache-dir="$work/cache" >/dev/null 2>&1
is "sync: a lock for too long" "$? $(last_run)" "4 refused|transient|55P03|0|sync"
wait
sql -c "alter role postgres reset lock_timeout"
for command in "load $work/documents" "sync --moderngov http://127.0.0.1:9 --pause=0 --cache-dir=$work/cache"; do
    held 2
    # shellcheck disable=SC2086
    minutes2pgsql $command >/dev/null 2>&1 &
    loader=$!
    sleep 0.5
    kill -INT $loader
    wait $loader
    is "${command%% *}: interrupted there" "$? $(last_run | cut -d'|' -f1,5)" "130 interrupted|${command%% *}"
    wait
done

# A store of another version.
sql -c "insert into minutes_store.migrations values (899, 'from_the_future', '9.9.9', now())"
is "a store newer than the program" "$(told "$work/documents")" "0 0 1 critical None 0 exit 4"
sql -c "delete from minutes_store.migrations where version = 899"
