# A dump of a loaded store, restored into an empty database, shows the same rows.
new_store dumped
fresh_documents
counts "$work/documents" >/dev/null
pg_dump dumped >"$work/dump.sql"
createdb restored
ok "the dump restores without an error" psql -qX -v ON_ERROR_STOP=1 -d restored -f "$work/dump.sql"
contents dumped >"$work/before"
contents restored >"$work/after"
ok "every view shows the same rows" cmp "$work/before" "$work/after"
ok "there are rows" test "$(wc -l <"$work/before")" -gt 50
export PGDATABASE=restored
is "the restored store takes loads" "$(counts "$work/documents")" 0/0/3/0
sed -i 's/Quay Kitchen/Key Kitchen/' "$work/documents/committee-2025-07-15.txt"
is "and changes" "$(counts "$work/documents")" 0/1/2/0
is "without an id twice" "$(sql -c 'select count(*) - count(distinct item_id) from minutes.agenda_items')" 0
exits "init of the restored store" 0 minutes2pgsql init
is "restricted rows are still restricted" "$(psql -qXAt -c "set role minutes_reader" -c "select count(*) from minutes_store.item_text_restricted")" 0
