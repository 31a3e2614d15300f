# status: its first line says whether the last run was all right; --check says it to monitoring.

# first_line: of status
first_line() {
    minutes2pgsql status "$@" 2>&1 | head -n 1 | sed -E 's/[0-9]{4}-[0-9-]+ [0-9:]+/DATE/g'
}

# check: the line of --check without its performance data, and its exit status
check() {
    local line status
    line=$(minutes2pgsql status --check "$@" 2>/dev/null)
    status=$?
    sed -E 's/[0-9]{4}-[0-9-]+ [0-9:]+/DATE/g; s/ \|.*//' <<<"$line exit $status" | tr '\n' ' '
    echo "$line" | grep -q '|' && echo "exit $status" || echo
}

# ran HOURS OUTCOME KIND CODE REJECTED [COMMAND]: a run of that many hours ago, after all others
ran() {
    sql -c "insert into minutes_store.load_runs (run_id, program_version, started_at, finished_at, outcome, read, unchanged, rejected, error_kind, error_code, command)
        values (nextval('minutes_store.id_blocks'), '0', now() - interval '1 hour' * $1, now() - interval '1 hour' * $1, '$2', 100, 100 - $5, $5, nullif('$3', ''), nullif('$4', ''), '${6:-load}')"
}

new_store watched
is "no run yet" "$(first_line)" "Last run: none; needs a look: nothing was ever loaded"
is "monitoring hears it" "$(check)" "MINUTES CRITICAL - nothing was ever loaded exit 2 "
fresh_documents
minutes2pgsql load -q "$work/documents" >/dev/null 2>&1
is "a good run" "$(first_line)" "Last run DATE (load, 0 minutes ago): all right: 3 documents read, 3 inserted, 0 updated, 0 unchanged, none rejected"
is "monitoring" "$(check)" "MINUTES OK - last run DATE (load, 0 minutes ago): 3 documents read, 3 inserted, 0 updated, 0 unchanged, none rejected exit 0"
ok "performance data" bash -c "minutes2pgsql status --check | grep -qE ' \\| age=[0-9]+s;;93600 read=3 inserted=3 updated=0 unchanged=0 rejected=0;0\$'"
createuser watcher
sql -c "grant minutes_reader to watcher"
is "a reader may ask" "$(check -U watcher | grep -o '^MINUTES OK')" "MINUTES OK"
: >"$work/documents/empty.txt"
minutes2pgsql load -q "$work/documents" >/dev/null 2>&1
is "a document was rejected" "$(first_line)" "Last run DATE (load, 0 minutes ago): needs a look: it rejected 1 document: mend the documents that minutes.load_problems lists"
is "is a warning" "$(check)" "MINUTES WARNING - last run DATE (load, 0 minutes ago): it rejected 1 document: mend the documents that minutes.load_problems lists exit 1"
ok "its kind stands with the problem" bash -c "minutes2pgsql status | grep -q 'permanent, empty: is empty'"
minutes2pgsql status --summary=json >"$work/out"
is "JSON says it, too" "$(python3 -c 'import json,sys; s=json.load(open(sys.argv[1])); print(s["verdict"], s["runs"][0]["error_kind"], s["problems"][0]["kind"])' "$work/out")" "needs_a_look permanent permanent"
rm "$work/documents/empty.txt"

ran 30 finished '' '' 0
is "a run of 30 hours ago" "$(check)" "MINUTES CRITICAL - last run DATE (load, 30 hours ago): the last run is 30 hours old, more than the 26 hours allowed exit 2"
is "more hours allowed" "$(check --max-age=31 | sed 's/: 100.*exit/ exit/')" "MINUTES OK - last run DATE (load, 30 hours ago) exit 0"
is "people ask whenever they like" "$(first_line | cut -d: -f1-2)" "Last run DATE (load, 30 hours ago): all right"
ran 2 refused critical 42501 0
is "a right was missing" "$(check)" "MINUTES CRITICAL - last run DATE (load, 2 hours ago): it was stopped by the server (SQLSTATE 42501): an administrator has to act before a rerun can help exit 2"
ran 2 refused transient connection_lost 0
is "the connection was lost" "$(check)" "MINUTES CRITICAL - last run DATE (load, 2 hours ago): it lost its connection: run it again exit 2"
ran 2 finished critical '' 1
is "a critical error beside a rejected document" "$(check)" "MINUTES CRITICAL - last run DATE (load, 2 hours ago): it met a critical error: an administrator has to act before a rerun can help; it rejected 1 document exit 2"
ran 2 finished '' '' 0
ran 2 finished transient '' 1 sync
is "a site that is down" "$(check)" "MINUTES WARNING - last run DATE (sync, 2 hours ago): it met a transient error: run it again; it could not have 1 document or list of the site exit 1"
ran 2 finished permanent '' 2 sync
is "a site's documents that do not load" "$(check)" "MINUTES WARNING - last run DATE (sync, 2 hours ago): it rejected 2 documents or lists of the site: mend the documents that minutes.load_problems lists exit 1"
ran 2 finished '' '' 0 sync
ran 2 interrupted '' '' 0
is "interrupted" "$(check)" "MINUTES CRITICAL - last run DATE (load, 2 hours ago): it was interrupted: run it again exit 2"
ran 2 running '' '' 0
is "a run that is gone broke off, though no later run has noted it" "$(check)" "MINUTES CRITICAL - last run DATE (load, 2 hours ago): it broke off without a word: run it again exit 2"
ran 1 finished '' '' 0
is "a good run makes it right again" "$(check | cut -d- -f1)" "MINUTES OK "
ran 1 refused transient 53100 0 other
ran 0 finished '' '' 0
is "but not another command's" "$(check)" "MINUTES CRITICAL - last run DATE (load, 0 minutes ago): the other of DATE was stopped by the server (SQLSTATE 53100): run it again exit 2"
ran 1 finished '' '' 0 other
is "until that is made good" "$(check | cut -d- -f1)" "MINUTES OK "
ran -5 finished '' '' 0
is "a clock was wrong" "$(check)" "MINUTES WARNING - last run DATE (load, 0 minutes ago): it began in the future: look at the clocks exit 1"

minutes2pgsql sync --moderngov http://127.0.0.1:9 --retries=0 --pause=0 --timeout=1 --cache-dir="$work/cache" >/dev/null 2>&1
is "a site where nobody answers" "$(check)" "MINUTES WARNING - last run DATE (sync, 0 minutes ago): it met a transient error: run it again; it could not have 1 document or list of the site exit 1"
ran 0 finished '' '' 0 sync
ran 0 finished '' '' 0

# A run that is going on.
psql -qX -c "begin" -c "lock table minutes_store.decisions_open" -c "select pg_sleep(1.5)" >/dev/null &
sleep 0.2
minutes2pgsql load -q --reparse "$work/documents" >/dev/null 2>&1 &
sleep 0.6
is "a run that is going on" "$(check)" "MINUTES OK - last run DATE (load, 0 minutes ago): it is still running exit 0"
sql -c "update minutes_store.load_runs set started_at = started_at - interval '40 hours' where outcome = 'running' and run_id = (select max(run_id) from minutes_store.load_runs)"
is "too long" "$(check | grep -o 'it is still running after [0-9]* hours')" "it is still running after 40 hours"
wait
# Who may only read.
minutes2pgsql status -U watcher >"$work/out" 2>"$work/err"
is "status as a reader" "$? $(cat "$work/err")" "4 minutes2pgsql: user \"watcher\" is no member of the store's owner, which this command needs: an administrator has to run grant \"minutes_loader\" to \"watcher\" (status --check asks for \"minutes_reader\" alone)"
is "no server" "$(check -h "$work/nowhere")" "MINUTES CRITICAL - no connection to the server exit 2 "
is "no store" "$(check -d postgres)" "MINUTES UNKNOWN - the store cannot be asked: stderr says why exit 3 "
