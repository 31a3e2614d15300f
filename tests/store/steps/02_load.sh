# What parse understands is what the views show; a second load changes nothing.
new_store loads
fresh_documents
is "three new documents" "$(counts "$work/documents")" 3/0/0/0
is "their meetings" "$(sql -c "select string_agg(held_on || ' ' || body || ' ' || item_count || ' ' || restricted_item_count, ', ' order by held_on) from minutes.meetings")" \
    "2025-06-04 Wexcombe Safety Board 6 1, 2025-07-15 Ambleford Licensing Committee 2 0, 2025-09-03 Wexcombe Safety Board 3 0"
minutes2pgsql parse "$work/documents" >"$work/parsed"
psql -qXAt -c "select coalesce(json_agg(i order by d.uri, i.position), '[]') from minutes.agenda_items i join minutes.meetings m using (body_id, meeting_id) join minutes.documents d using (document_id)" >"$work/items.json"
psql -qXAt -c "select coalesce(json_agg(c order by c.item_id, c.ordinal), '[]') from minutes.percentage_changes c" >"$work/changes.json"
psql -qXAt -c "select coalesce(json_agg(t order by t.meeting_id, t.ordinal), '[]') from minutes.attendance t" >"$work/attendance.json"
psql -qXAt -c "select coalesce(json_agg(t order by t.item_id, t.ordinal), '[]') from minutes.decisions t" >"$work/decisions.json"
psql -qXAt -c "select coalesce(json_agg(t order by t.item_id), '[]') from minutes.restricted_items t" >"$work/restricted.json"
ok "the views show what parse prints" python3 tests/store/compare.py "$work"
versions >"$work/before"
is "loaded again: all unchanged" "$(counts "$work/documents")" 0/0/3/0
versions >"$work/after"
ok "and not a row is another version" cmp "$work/before" "$work/after"
contents >"$work/before"
is "read again by choice: as changed" "$(counts --reparse "$work/documents")" 0/3/0/0
contents | sed -E 's/^documents.*//' >"$work/after"
ok "which changes no view" diff <(sed -E 's/^documents.*//' "$work/before") "$work/after"
is "a dry run" "$(touch "$work/documents/new.txt" && sed 's/15th July/22nd July/;s,ALC/11,ALC/13,;s,ALC/12,ALC/14,' "$work/documents/committee-2025-07-15.txt" >"$work/documents/new.txt" && counts --dry-run "$work/documents")" 1/0/3/0
is "loads nothing" "$(sql -c 'select count(*) from minutes.meetings')" 3
is "two processes load the same" "$(export PGDATABASE=loads2; createdb loads2; minutes2pgsql init -q; counts -j 2 "$work/documents"; sql -c 'select count(*) from minutes.agenda_items')" \
    $'4/0/0/0\n13'
exits "status" 0 minutes2pgsql status
ok "status counts the meetings" grep -q '2 bodies, 3 meetings from 2025-06-04 to 2025-09-03' "$work/out"
ok "status as JSON" bash -c 'minutes2pgsql status --summary=json | python3 -m json.tool'
is "a gap in the codes of a meeting is one doubt" "$(sql -c "select count(*) from minutes.data_quality where check_name = 'code_gap' and doubt_id > 0")" 1
is "every sentence holds what was matched" "$(sql -c 'select count(*) from minutes.percentage_changes where position(matched in sentence) = 0')" 0
