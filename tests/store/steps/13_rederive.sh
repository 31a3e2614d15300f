# After an upgrade: what an older version derived is simulated by rows altered by hand; deriving again gives what a fresh load would.
new_store rederived
fresh_documents
board="$work/documents/board-2025-06-04.txt"
sed -i 's,^WSB/6/25 Any,PART 2 - EXEMPT ITEMS\n\nWSB/16/25 Lease of the Depot\n\nThe rent rose by 3%. AGREED that the lease be approved.\n\nWSB/6/25 Any,' "$board"
counts "$work/documents" >/dev/null
derived() {
    sql -c "select 'c', change_id, item_id, ordinal, metric, change_percent, change_points, baseline, sentence, start_at, is_restricted from minutes.percentage_changes
        union all select 'd', decision_id, item_id, ordinal, outcome, null, null, null, decision_text, null, is_restricted from minutes.decisions order by 1, 2"
    sql -c "select item_id, is_restricted, grounds, stated_grounds, restriction_sources, regime, cited_paragraphs from minutes_store.agenda_items order by 1"
}
without_ids() { sed -E 's/^([cd])\|[0-9]+/\1/' | sort; }
derived >"$work/fresh"
versions >"$work/before"
exits "on a fresh load" 0 minutes2pgsql rederive
ok "says so" grep -q 'nothing is different' "$work/out"
versions >"$work/after"
ok "and touches no row" cmp "$work/before" "$work/after"

# An older version missed a change, invented one, took a sign wrongly, missed a decision, and left an item open that is restricted.
restricted=$(sql -c "select item_id from minutes.agenda_items where code = 'WSB/4/25'")
sql -c "delete from minutes_store.changes_open where metric = 'Shoplifting';
    update minutes_store.changes_open set change = '+5.5%' where metric = 'Burglary';
    update minutes_store.changes_open set metric = 'crime' where metric = 'Vehicle crime';
    delete from minutes_store.decisions_open where outcome = 'deferred';
    select minutes_store.open_item(body_id, item_id, 0) from minutes_store.agenda_items where item_id = $restricted;
    update minutes_store.agenda_items set stated_grounds = null, cited_paragraphs = null where item_id = $restricted" >/dev/null
exits "dry run" 0 minutes2pgsql rederive --dry-run
is "writes nothing" "$(sql -c "select is_restricted from minutes.agenda_items where item_id = $restricted")" f
exits "rederive" 0 minutes2pgsql rederive --verbose
ok "counts what is different in a body" grep -qE 'Wexcombe Safety Board: percentage changes 2 added 1 altered 1 removed items restricted 1' "$work/out"
ok "and in an item" grep -qE '^  item [0-9]+ WSB/4/25: restricted' "$work/out"
ok "without a word of what is restricted" sh -c "! grep -qi heron $work/out"
is "gives what a fresh load gives" "$(derived | without_ids | grep -v "^$restricted|")" "$(without_ids <"$work/fresh" | grep -v "^$restricted|")"
is "what stays keeps its id" "$(derived | grep 'Vehicle crime')" "$(grep 'Vehicle crime' "$work/fresh")"
is "the item is closed, with what it says" \
    "$(sql -c "select is_restricted, grounds from minutes_store.agenda_items where item_id = $restricted" -c "select count(*) from minutes_store.item_text_open where item_id = $restricted")" \
    "$(grep "^$restricted|" "$work/fresh" | command cut -d'|' -f 2,3)"$'\n0'
is "a second time nothing is different" "$(minutes2pgsql rederive --summary=json | python3 -c '
import json, sys
s = json.load(sys.stdin)
print(s["bodies_changed"], sum(s["percentage_changes"].values()) + sum(s["decisions"].values()), s["restricted"], s["would_open"])')" "0 0 0 0"

# Restrictions go one way. What only its own words closed, which do not say so any more:
open=$(sql -c "select item_id from minutes.agenda_items where code = 'WSB/5/25'")
sql -c "select minutes_store.close_item(body_id, item_id, '{victim}', 'none', 1) from minutes_store.agenda_items where item_id = $open" >/dev/null
exits "a restriction by own words that are not found" 0 minutes2pgsql rederive
ok "is told" grep -q 'would open 1' "$work/out"
is "and stays" "$(sql -c "select is_restricted from minutes.agenda_items where item_id = $open" -c "select count(*) from minutes.data_quality where check_name = 'would_open' and item_id = $open")" $'t\n1'
ok "is not told twice" sh -c "minutes2pgsql rederive | grep -q 'nothing is different'"
exits "--open" 0 minutes2pgsql rederive --open
is "opens it" "$(derived | without_ids | grep -v "^$restricted|")" "$(without_ids <"$work/fresh" | grep -v "^$restricted|")"
is "and its doubt is over" "$(sql -c "select count(*) from minutes.data_quality where check_name = 'would_open'")" 0

# What a heading, a resolution, a flag or a person closed stays closed, whatever its words say; what a person opened stays open.
lease="select is_restricted, restriction_sources from minutes_store.agenda_items where code_text = 'WSB/16/25'"
is "closed by a heading" "$(sql -c "select restricted_by from minutes.restricted_items where code = 'WSB/16/25'")" heading
for source in 4 8 16 32 64; do
    sql -c "select minutes_store.close_item(body_id, item_id, '{victim}', 'none', $source) from minutes_store.agenda_items where item_id = $open" >/dev/null
    minutes2pgsql rederive --open >/dev/null
    is "closed by source $source" "$(sql -c "select is_restricted, restriction_sources from minutes_store.agenda_items where item_id = $open")" "t|$source"
    sql -c "select minutes_store.open_item(body_id, item_id, 0) from minutes_store.agenda_items where item_id = $open" >/dev/null
done
is "the heading's item too" "$(sql -c "$lease")" "t|4"
exits "what a person lifts" 0 minutes2pgsql lift "$restricted" --reason='over'
exits "is derived again" 0 minutes2pgsql rederive
is "and stays open" "$(sql -c "select is_restricted from minutes.agenda_items where item_id = $restricted")" f
