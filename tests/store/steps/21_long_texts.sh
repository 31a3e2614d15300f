# Texts that full-text search cannot take are refused on both sides alike; a lift that the server refuses holds up nothing else.
new_store long
sql -c "create role registrar login in role minutes_cleared"
mkdir "$work/long"

# committee CODE RESTRICTED WORDS: minutes whose second item has that many different words
committee() {
    python3 - "$@" <<'PY'
import sys
code, restricted, words = sys.argv[1], sys.argv[2] == "restricted", int(sys.argv[3])
print(f"Otherham {code} Committee\n\nMinutes of the meeting held on 4th June 2025.\n\nPresent: Cllr A. Bird\n\n{code}/1/25 Welcome\n\nAll were welcomed.\n\n{code}/2/25 Deeds\n")
if restricted:
    print("This item is restricted due to commercial sensitivity.")
for start in range(0, words, 12):
    print("Deeds " + " ".join(f"d{n:06x}parcel" for n in range(start, min(start + 12, words))) + ".")
print(f"\n{code}/3/25 Close\n\nThe meeting was closed.")
PY
}
found() {
    sql -U registrar -c "select count(*) from minutes.search('commercial') where is_restricted" 2>&1
}

for side in open restricted; do
    rm -f "$work"/long/*
    committee "$([ $side = open ] && echo OPC || echo OSC)" $side 150000 >"$work/long/a-long.txt"
    committee "$([ $side = open ] && echo OPS || echo OSS)" $side 50 >"$work/long/$side-short.txt"
    is "$side: a text with too many words is rejected, the other loads" "$(counts "$work/long")" 1/0/0/1
    is "$side: why" "$(sql -c "select reason, kind, detail like 'an item has more words than full-text search takes%' from minutes.load_problems where uri like '%a-long.txt' and resolved_at is null")" "too_many_words|permanent|t"
    ok "$side: told in a sentence" grep -q 'a-long.txt: an item has more words than full-text search takes' "$work/err"
done
is "restricted texts are found by who may" "$(found)" 1

# A store of before has one: due lifts of others are carried out, the run loads, and it is told which was not.
sql -c "alter table minutes_store.item_text_restricted drop constraint item_text_restricted_is_searchable"
rm -f "$work"/long/*
committee OSC restricted 150000 >"$work/long/a-long.txt"
is "without the constraint" "$(counts "$work/long")" 1/0/0/0
for code in OSC OSS; do
    minutes2pgsql lift "$code/2/25" --reason=sold --on=2099-12-31 >/dev/null
done
sql -c "update minutes_store.overrides set takes_effect_on = current_date"
committee ONC open 5 >"$work/long/c-new.txt"
sides() {
    sql -c "select string_agg(code || ' ' || is_restricted, ', ' order by code) from minutes.agenda_items where code in ('OSC/2/25', 'OSS/2/25')"
}
exits "a load with a lift that is refused" 0 minutes2pgsql load -q "$work/long"
is "carries out the others and loads" "$(sides) $(sql -c "select count(*) from minutes.meetings where body like '%ONC%'")" "OSC/2/25 true, OSS/2/25 false 1"
ok "tells which" grep -q 'OSC/2/25.*is due and the server refuses it' "$work/err"
is "lists it" "$(sql -c "select reason, kind from minutes.load_problems where uri like '%a-long.txt' and resolved_at is null")" "lift_refused|permanent"
is "the run has the error" "$(sql -c "select outcome, error_kind from minutes.load_runs order by run_id desc limit 1")" "finished|permanent"
is "monitoring warns" "$(minutes2pgsql status --check | sed -E 's/.*ago\): //; s/ \|.*//')" "it met a permanent error: mend the documents that minutes.load_problems lists"
is "it is pending still" "$(sql -c "select state from minutes.restriction_history where code = 'OSC/2/25'")" pending
exits "lift-due" 5 minutes2pgsql lift-due
ok "tells it, too" grep -q 'OSC/2/25.*is due and the server refuses it' "$work/err"
is "and says how many it opened" "$(cat "$work/out")" "0 items opened"
# Such a row does not keep init from bringing the store up to date; whatever is written from then on is held to it.
sql -c "delete from minutes_store.migrations where name like '%searchable%'"
exits "init with such a text" 0 minutes2pgsql init
is "holds new ones to it" "$(sql -c "update minutes_store.item_text_restricted set reason = reason" 2>&1 | grep -c 'too long for tsvector')" 1
sql -c "update minutes_store.overrides set state = 'ended' where state = 'pending'"
minutes2pgsql load -q "$work/long" >/dev/null 2>&1
is "the problem ends when nothing is refused" "$(sql -c "select count(*) from minutes.load_problems where reason = 'lift_refused' and resolved_at is null")" 0
