# What changes replaces its own meeting and keeps the ids of what is still there.
new_store reloads
fresh_documents
counts "$work/documents" >/dev/null
june=board-2025-06-04.txt
items="select i.item_id, i.code, i.title from minutes.agenda_items i where held_on = '2025-06-04' order by position"
others="select xmin, item_id from minutes_store.agenda_items where meeting_id not in (select meeting_id from minutes.meetings where held_on = '2025-06-04') order by 2"
sql -c "$items" >"$work/items"
sql -c "$others" >"$work/others"
parts="select 'p', attendance_id, name from minutes.attendance union all select 'd', decision_id, decision_text from minutes.decisions
    union all select 'c', change_id, matched from minutes.percentage_changes order by 1, 2"
sql -c "$parts" >"$work/parts"

sed -i 's/Noise in Mill Lane/Noise in Mill Lane and Quay Street/; s/The Board thanked the wardens/The Board thanked the police/; s/, Gita Rao\././' "$work/documents/$june"
is "an edited copy updates one document" "$(counts "$work/documents")" 0/1/2/0
is "items keep their ids, the edited one too" "$(sql -c "$items")" "$(sed 's/Mill Lane/Mill Lane and Quay Street/' "$work/items")"
is "other meetings' rows are the same versions" "$(sql -c "$others")" "$(cat "$work/others")"
sql -c "$parts" >"$work/parts.now"
is "people, decisions and changes that are still there keep their ids" "$(comm -13 <(sort "$work/parts") <(sort "$work/parts.now"))" ""
is "only who is gone is gone" "$(comm -23 <(sort "$work/parts") <(sort "$work/parts.now") | cut -d'|' -f 3)" "Gita Rao"
is "the old version stays listed" \
    "$(sql -c "select count(*) || ' ' || max(superseded_reason) || ' ' || count(superseded_by) from minutes.documents where uri like '%$june'")" "2 changed 1"
is "the new text is in the view" "$(sql -c "select item_text from minutes.agenda_items where code = 'WSB/5/25'")" \
    "Complaints rose from 20% to 24% of all calls. The Board thanked the police."

sed -i '/^WSB\/2\/25/,/^The minutes of/d; s,WSB/6/25 Any,WSB/16/25 Young People\n\nNothing was said.\n\nWSB/6/25 Any,' "$work/documents/$june"
is "an item goes and another comes" "$(counts "$work/documents")" 0/1/2/0
is "the rest keep their ids" \
    "$(sql -c "$items" | grep -v Young)" "$(sed 's/Mill Lane/Mill Lane and Quay Street/' "$work/items" | grep -v '|Minutes$')"

mkdir "$work/elsewhere"
sed 's/There was no other business/The next meeting is in September/' "$work/documents/$june" >"$work/elsewhere/corrected.txt"
is "an edited copy elsewhere is the same meeting" "$(counts "$work/elsewhere")" 0/1/0/0
is "no body and no meeting is new" "$(sql -c 'select (select count(*) from minutes.bodies), (select count(*) from minutes.meetings)')" "2|3"
is "what it replaces is superseded as a whole" "$(sql -c "select superseded_reason from minutes.documents where uri like '%/documents/$june' order by document_id")" $'changed\nchanged\nnewer'
is "and both are unchanged from then on" "$(counts "$work/documents" "$work/elsewhere")" 0/0/4/0

sed -i 's/4th June 2025/5th June 2025/; s/Wednesday/Thursday/' "$work/elsewhere/corrected.txt"
is "a date put right" "$(counts "$work/elsewhere")" 0/1/0/0
is "moves the meeting and leaves no other" "$(sql -c "select string_agg(held_on::text, ' ' order by held_on) from minutes.meetings where body like 'Wex%'")" \
    "2025-06-05 2025-09-03"

# Draft and final, whichever comes first.
mkdir "$work/drafts"
sed '1s/$/\n\nDRAFT MINUTES - subject to approval/; s/15th July/29th July/' "$work/documents/committee-2025-07-15.txt" >"$work/drafts/draft.txt"
sed 's/15th July/29th July/; s/deferred/granted/' "$work/documents/committee-2025-07-15.txt" >"$work/drafts/final.txt"
is "the draft" "$(counts "$work/drafts/draft.txt")" 1/0/0/0
is "is a draft" "$(sql -c "select status from minutes.meetings where held_on = '2025-07-29'")" draft
is "the final version takes its place" "$(counts "$work/drafts/final.txt") $(sql -c "select status from minutes.meetings where held_on = '2025-07-29'")" "0/1/0/0 final"
is "and says why" "$(sql -c "select superseded_reason from minutes.documents where uri like '%draft.txt'")" final
sed -i 's/Quay Kitchen/Quay Kitchens/' "$work/drafts/draft.txt"
is "a later draft does not take the final's place" \
    "$(counts "$work/drafts/draft.txt") $(sql -c "select status from minutes.meetings where held_on = '2025-07-29'")" "0/0/1/0 final"

# Two meetings on one day, told apart by the time.
mkdir "$work/twice"
for hour in 10 14; do
    sed "s/2025\.\$/2025 at $hour.00./; s/15th July/16th July/; s/Tuesday/Wednesday/; s,ALC/11/25,ALC/2$hour/25,; s,ALC/12/25,ALC/3$hour/25," "$work/documents/committee-2025-07-15.txt" >"$work/twice/$hour.txt"
done
is "two meetings on one day" "$(counts "$work/twice")" 2/0/0/0
is "are two" "$(sql -c "select string_agg(start_time::text, ' ' order by start_time) from minutes.meetings where held_on = '2025-07-16'")" "10:00:00 14:00:00"
is "an authority that was named keeps its bodies apart" "$(counts --authority 'Ambleford Council' "$work/twice/10.txt") $(sed -i 's/Quay/Key/' "$work/twice/10.txt"; counts --authority 'Otherham Council' "$work/twice/10.txt") $(sql -c "select count(*) from minutes.bodies")" "0/0/1/0 0/1/0/0 3"

# A meeting without a date is known by its document, and reported.
mkdir "$work/undated"
sed 's/ was held on .*/ was held./; s,WSB/\([0-9]*\)/25,WSB/5\1/25,' "$work/documents/board-2025-09-03.txt" >"$work/undated/undated.txt"
is "a document without a date" "$(counts "$work/undated") $(sql -c 'select count(*) from minutes.meetings where held_on is null')" "1/0/0/0 1"
is "is a doubt" "$(sql -c 'select count(*) > 0 from minutes.data_quality where held_on is null and check_name like '"'%date%'")" t
undated=$(sql -c 'select string_agg(item_id::text, $$ $$ order by item_id) from minutes.agenda_items where held_on is null')
sed -i 's/down 8%/down 9%/' "$work/undated/undated.txt"
is "changed, it is the same meeting" \
    "$(counts "$work/undated") $(sql -c 'select string_agg(item_id::text, $$ $$ order by item_id) from minutes.agenda_items where held_on is null')" "0/1/0/0 $undated"

# Who finds out later whose minutes these are reads them again.
new_store adopted
counts "$work/twice" >/dev/null
is "read again under an authority's name" "$(counts --reparse --authority 'Ambleford Council' "$work/twice")" 0/2/0/0
is "the bodies are that authority's, and no other is left" "$(sql -c "select string_agg(authority || ' ' || meeting_count, ',') from minutes.bodies")" "Ambleford Council 2"
