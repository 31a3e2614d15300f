# On a large store a reader's queries use indexes, and the restricted side is not executed. MINUTES_ITEMS=1000000 (a multiple of 500) makes the
# store that large instead of 200,000 items; how long each query took is in the comments that the suite prints.
items=${MINUTES_ITEMS:-200000}
new_store large
ok "a large store of $items items" psql -qX -v ON_ERROR_STOP=1 -v items="$items" -f tests/store/many.psql
echo "# $items items: $(sql -c "select pg_size_pretty(pg_database_size('large'))") on disk"
sql -c "create role large_reader login in role minutes_reader" -c "create role large_cleared login in role minutes_cleared"

# Meetings are a twenty-fifth of the items: where the planner expects many rows of a pattern it may well read them into a hash.
# plan WHAT INDEX QUERY: planned as for a disk without moving parts, as docs/store.md advises.
plan() {
    local PGOPTIONS='-c random_page_cost=1.1'
    export PGOPTIONS
    psql -U large_reader -qXAt -c "explain (analyze, costs off, timing off, summary off) $3" >"$work/plan" 2>&1
    ok "$1 uses the index" grep -q "$2" "$work/plan"
    echo "# $1: $(grep -oE 'rows=[0-9]+' "$work/plan" | head -n 1 | cut -d= -f2) rows by $(grep -oE "$2[a-z_]*" "$work/plan" | head -n 1) in $(
        psql -U large_reader -qXAt -c "explain (analyze, costs off, timing off) $3" | sed -n 's/Execution Time: //p')"
    is "$1 reads no big table whole, and nothing restricted" \
        "$(grep -E 'Seq Scan on (agenda_items|attendance|item_text|decisions|changes|attachments)' "$work/plan" | grep -v 'never executed')$(grep -E '_restricted.*actual' "$work/plan" | grep -v 'rows=0')" ""
}
plan "full text" item_text_open_words "select * from minutes.agenda_items where to_tsvector('english', item_text) @@ websearch_to_tsquery('english', 'heron')"
plan "a change above" changes_open_change_percent_idx "select * from minutes.percentage_changes where change_percent > 20"
plan "a metric" changes_open_metric_idx "select * from minutes.percentage_changes where metric = 'metric 16'"
plan "a code" agenda_items_code_text_idx "select * from minutes.agenda_items where code = 'AAB/7/21'"
plan "body and date" meetings_ "select * from minutes.agenda_items where body = 'Board 17' and held_on = '2020-05-02'"
plan "an item" agenda_items_item_id_idx "select * from minutes.agenda_items where item_id = 1005017"
plan "a category of restriction" agenda_items_ "select * from minutes.restricted_items where category = 'financial'"
for view in attendance_by_person attendance_by_organisation people_aliases_suggested crime_trends_by_category outcomes_by_year restricted_share_by_year \
    restricted_share_by_ground code_gaps; do
    plan "a body's $view" bodies_pkey "select * from minutes.$view where body_id = 1017"
done
plan "a part of a name" attendance_name_trigrams "select * from minutes.attendance where name ilike '%lo Thornec%'"
plan "a part of a title" agenda_items_title_trigrams "select * from minutes.agenda_items where title ilike '%itle 777%'"
# What functions do stands in no plan: the index says whether it was asked.
asked() {
    sql -c "select pg_stat_force_next_flush()" -c "select idx_scan from pg_stat_user_indexes where indexrelname = '$1'" | tail -n 1
}
for call in "item_text_open_words search('heron', of_body => 'Board 17')" "attendance_name_trigrams find_people('Thorna')" "agenda_items_title_trigrams find_titles('minuts')"; do
    before=$(asked "${call%% *}")
    ok "${call#* }" psql -U large_reader -qXAt -v ON_ERROR_STOP=1 -c "select * from minutes.${call#* }" -c "select pg_stat_force_next_flush()"
    ok "uses the index" test "$(asked "${call%% *}")" -gt "$before"
done
for query in "agenda_items where to_tsvector('english', item_text) @@ websearch_to_tsquery('english', 'informant')" "percentage_changes where change_percent = 33" \
    "search('informant')"; do
    is "a reader finds nothing restricted in $query" "$(psql -U large_reader -qXAt -c "select count(*) from minutes.$query")" 0
done
is "a cleared reader does" "$(psql -U large_cleared -qXAt -c "select (select count(*) from minutes.percentage_changes where change_percent = 33), (select count(*) from minutes.search('informant', 50))")" "$((items / 50))|50"
is "search is ranked, newest first, with a headline" \
    "$(psql -U large_reader -qXAt -c "select headline like '%«heron»%', is_restricted from minutes.search('heron -parking', 1)")" "t|f"
is "and takes what people type" "$(psql -U large_reader -qXAt -c "select count(*) from minutes.search('\"the heron\" or ((((', 3)")" 3
sql -d postgres -c 'drop database large'
