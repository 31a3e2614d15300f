# Killed, interrupted, without a pause, without a place: what was committed stays, a rerun completes it.
parts=()
new_store whole
site_is
sync >/dev/null
contents >"$work/whole"
new_store killed
for after in 0.05 0.1 0.15 0.2 0.25; do
    minutes2pgsql sync -q --moderngov "$site" --pause 0.03 --cache-dir "$cache" >/dev/null 2>&1 &
    sleep "$after"
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
done
ok "what was kept is whole, whenever it was killed" sh -c "cd '$cache/answers' && find . -type f | while read -r f; do [ \"\$(sha256sum <\$f)\" = \"\$(basename \$f)  -\" ] || exit 1; done"
sync >/dev/null
contents >"$work/killed"
ok "after a rerun the store is that of an undisturbed run" cmp "$work/whole" "$work/killed"
new_store together
for _ in 1 2 3; do
    minutes2pgsql sync -q --moderngov "$site" --pause 0.02 --cache-dir "$cache" >/dev/null 2>>"$work/err" &
    parts[${#parts[@]}]=$!
done
wait "${parts[@]}"
contents >"$work/together"
ok "three at once leave what one leaves" cmp "$work/whole" "$work/together"
is "each document once" "$(sql -c 'select count(*), count(distinct uri) from minutes.documents')" "5|5"
new_store lost
site_is slow=lMeetingId=5105:1
minutes2pgsql sync --moderngov "$site" --pause 0 --cache-dir "$cache" >"$work/out" 2>"$work/err" &
for _ in $(seq 100); do
    [ "$(asked lMeetingId=5105)" = 0 ] || break
    sleep 0.05
done
sql -d postgres -c "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'lost' and application_name = 'minutes2pgsql'" >/dev/null
wait $!
is "a connection that was cut meanwhile is made again" "$?" 0
contents >"$work/lost"
ok "and all is there" cmp "$work/whole" "$work/lost"
new_store interrupted
site_is slow=lMeetingId=5105:30
minutes2pgsql sync --moderngov "$site" --pause 0 --cache-dir "$cache" >"$work/out" 2>"$work/err" &
for _ in $(seq 100); do
    [ "$(asked lMeetingId=5105)" = 0 ] || break
    sleep 0.05
done
began=$(date +%s%N)
kill -INT $!
wait $!
is "an interrupt ends it" "$?" 130
ok "at once" test $((($(date +%s%N) - began) / 1000000)) -le 2000
is "the run is noted so" "$(sql -c 'select outcome from minutes_store.load_runs')" interrupted
site_is
sync >/dev/null
contents >"$work/interrupted"
ok "a rerun completes it" cmp "$work/whole" "$work/interrupted"
site_is
began=$(date +%s%N)
sync --pause 0.2 >/dev/null
ok "pauses lie between requests" test $((($(date +%s%N) - began) / 1000000)) -ge 1400
cache=/proc/nowhere
is "no place for the cache" "$(sync)" "no summary, exit 3"
is "is said in one sentence" "$(wc -l <"$work/err")" 1
mkdir -m 777 "$work/open"
cache=$work/open
is "a cache that everybody may write into" "$(sync)" "no summary, exit 3"
cache=$work/spoilt
sync >/dev/null
find "$cache/answers" "$cache/addresses" -type f -exec sh -c 'echo rubbish >"$1"' _ {} \;
is "a spoilt cache does no harm" "$(sync)" "0/0/5/0/0/0 exit 0"
unset cache
is "by default it is the user's" "$(minutes2pgsql sync -q --moderngov "$site" --pause 0 | sed 's/ (.*//') $(find "$work/home/minutes2pgsql/answers" -type f | wc -l)" \
    "5 documents read: 0 inserted, 0 updated, 5 unchanged, 0 rejected 8"
is "and nobody else's" "$(stat -c %a "$work/home/minutes2pgsql")" 700
