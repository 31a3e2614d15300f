# A reader with every right to try, after what a restricted item says: the word heronry, and 47.25.
new_store attacked
fresh_documents
counts "$work/documents" >/dev/null
printf 'Minutes \x00 of the heronry' >"$work/documents/broken.txt"
minutes2pgsql load -q "$work/documents" 2>"$work/load.err"
sql -c "create role attacker login in role minutes_reader" -c "create role analyst login in role minutes_cleared" \
    -c "grant create on database attacked to attacker" -c "grant create, usage on schema public to attacker" -c "analyze" -c "alter system set log_min_error_statement = error" -c "select pg_reload_conf()" >/dev/null

# People's reasons are secret, too.
minutes2pgsql restrict WSB/6/25 --reason='the heronry reason is 47.25' >/dev/null
minutes2pgsql lift WSB/6/25 --on=2099-01-01 --reason='the heronry flies' >/dev/null
sql -c "select minutes.keep_people_apart(body_id, min(name), max(name), 'the heronry knows both') from minutes.attendance group by body_id" >/dev/null

# Each attack is one statement a line, tried by itself; errors are part of the attack.
attack() {
    psql -X -v VERBOSITY=verbose -U "$1" 2>&1
}
is "the secret is there" "$(sql -c "select count(*) from minutes.agenda_items where item_text like '%heronry%'")" 1
before=$(contents)
attack attacker <tests/store/attacks.psql >"$work/attacker.out"
is "no attack changed what there is" "$(contents)" "$before"
is "nor who may what" "$(sql -c "select pg_has_role('attacker', 'minutes_cleared', 'MEMBER')" -c "select count(*) from pg_publication_tables where tablename ~ 'restricted'")" $'f\n0'
sql -c 'drop schema planted cascade' -c 'alter role attacker reset all' 2>/dev/null
# A cleared reader may lift, and would.
grep -v 'minutes\.\(lift\|restrict\|merge\|keep\|unmerge\)_' tests/store/attacks.psql | attack analyst >"$work/analyst.out"
ok "the attacks ran" test "$(wc -l <"$work/attacker.out")" -gt 60
is "planted functions are not called on the store's behalf" "$(grep -c 'NOTICE.*planted$' "$work/attacker.out")" 0
ok "but told of what is open, so they do run" grep -q 'told: .*Shoplifting' "$work/attacker.out"
ok "a reader gets no restricted word" bash -c "! grep -n -i 'heronry' '$work/attacker.out'"
ok "nor a restricted figure" bash -c "! grep -n '47[.]25' '$work/attacker.out'"
ok "a cleared reader gets both" bash -c "grep -q 'heronry' '$work/analyst.out' && grep -q '47[.]25' '$work/analyst.out'"
ok "and people's reasons" grep -q 'the heronry flies' "$work/analyst.out"
ok "also on names" grep -q 'the heronry knows both' "$work/analyst.out"
ok "and finds it by words" grep -q '«heronry»' "$work/analyst.out"
ok "a reader's dump of the store is refused" bash -c "! pg_dump -U attacker -n minutes_store attacked >'$work/dump' 2>'$work/dump.err'"
ok "and holds nothing" bash -c "! grep -i 'heronry' '$work/dump'"
pg_dump -U attacker --enable-row-security -t minutes_store.agenda_items -t minutes_store.item_text_open -t minutes_store.item_text_restricted attacked >"$work/dump" 2>&1
ok "a dump under row security holds nothing either" bash -c "grep -q Evacuation '$work/dump' && ! grep -i 'heronry' '$work/dump'"
ok "the loader says nothing of it" bash -c "! grep -i 'heronry' '$work/load.err'"

# Row estimates tell a reader nothing: they are the same for a value that is there and one that is not.
estimate() {
    psql -qXAt -U attacker -c "explain (costs on) select * from minutes_store.$1" | grep -oE 'rows=[0-9]+' | tr '\n' ' '
}
is "estimates do not know restricted texts" "$(estimate "item_text_restricted where item_text like '%heronry%'")" "$(estimate "item_text_restricted where item_text like '%xeronry%'")"
is "nor restricted figures" "$(estimate "changes_restricted where change_percent = 47.25")" "$(estimate "changes_restricted where change_percent = 1.23")"
is "for a reader the restricted branch is not run" \
    "$(psql -qXAt -U attacker -c 'explain (analyze, costs off, timing off, summary off) select * from minutes.percentage_changes' | grep -A 3 'One-Time Filter' | grep -c 'never executed')" 1

# What the server logs of a refused row.
sql -c "alter table minutes_store.decisions_restricted add constraint probe check (decision_text not like '%heronry%') not valid"
sed -i 's/stops by the heronry/searches by the heronry/' "$work/documents/board-2025-06-04.txt"
exits "a row that the server refuses" 5 minutes2pgsql load "$work/documents/board-2025-06-04.txt"
ok "the message names the file" grep -q 'board-2025-06-04.txt' "$work/err"
ok "and does not quote the row" bash -c "! grep -i 'heronry' '$work/err'"
ok "nor does the server's log" bash -c "! grep -i 'minutes2pgsql.*heronry' '$CLUSTER_DIR/data/server.log'"
is "a reader sees that it was refused, not the detail" "$(psql -qXAt -U attacker -c "select reason, detail from minutes.load_problems where uri like '%board-2025-06%'")" "refused_by_server|"
sql -c "alter table minutes_store.decisions_restricted drop constraint probe"

# An item that becomes restricted leaves nothing open, and back.
sed -i 's/^WSB\/5\/25 Noise/WSB\/5\/25 RESTRICTED - Noise/' "$work/documents/board-2025-06-04.txt"
is "an item becomes restricted" "$(counts "$work/documents/board-2025-06-04.txt")" 0/1/0/0
is "its text left the open side" "$(sql -c "select count(*) from minutes_store.item_text_open where item_text like '%Complaints%'")" 0
is "and a reader's views" "$(psql -qXAt -U attacker -c "select count(*) from minutes.agenda_items where item_text like '%Complaints%'" -c "select count(*) from minutes.percentage_changes where metric like '%omplaints%'")" $'0\n0'
is "its id is the same" "$(sql -c "select count(*) from minutes_store.item_text_restricted where item_text like '%Complaints%'")" 1
is "the problem is resolved" "$(sql -c "select count(*) from minutes.load_problems where uri like '%board-2025-06%' and resolved_at is null")" 0
