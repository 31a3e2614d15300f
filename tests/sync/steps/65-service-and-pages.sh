# What the web service says comes before what pages say, in whatever order they came: one bad answer of the service spoils nothing.
kind() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["error_kind"])' "$work/out"
}
site_is
new_store undisturbed
sync >/dev/null
contents >"$work/undisturbed"
# same_as_undisturbed WHAT
same_as_undisturbed() {
    contents >"$work/disturbed"
    ok "$1: the store is the undisturbed one" cmp "$work/undisturbed" "$work/disturbed"
}

# STATE KIND: the service has served this store, and fails
new_store served
sync >/dev/null
versions >"$work/before"
while read -r state kind; do
    site_is "$state"
    is "$state: what the service has served is not replaced by pages" "$(sync) $(kind) $(asked aspx)" "0/0/0/1/0/0 exit 3 $kind 0"
    ok "$state: which is told" grep -q 'has served this store before' "$work/err"
    site_is
    is "$state: when it is back nothing is new" "$(sync) $(open_problems)" "0/0/5/0/0/0 exit 0 "
done <<CASES
off critical
status=GetCommittees:500 transient
status=GetCommittees:403 transient
page=GetCommittees transient
CASES
versions | grep -v ^load_problems >"$work/after"
ok "after all that no row is another" cmp <(grep -v ^load_problems "$work/before") "$work/after"
same_as_undisturbed "service, failures, service"

new_store switched_on
site_is off
is "while the service is off its pages are read" "$(sync)" "5/0/0/0/0/0 exit 0"
site_is
is "when it is on its meetings take the places of the pages" "$(sync)" "0/5/0/0/0/0 exit 0"
same_as_undisturbed "pages, service"
is "and the pages are listed as superseded" "$(sql -c "select distinct superseded_reason from minutes.documents where format = 'moderngov'")" newer
is "which is so for good" "$(sync)" "0/0/5/0/0/0 exit 0"

# A store in which pages took the places while nobody ranked them: then the service was taken for another site's.
new_store spoilt
sync >/dev/null
sql -c "update minutes_store.listed_documents_restricted set site = 'elsewhere'"
site_is off
is "pages took the places of what the service had said" "$(sync) $(sql -c "select count(*) from minutes.attendance")" "0/5/0/0/0/0 exit 0 0"
sql -c "update minutes_store.listed_documents_restricted set site = '$site'"
site_is
is "the service's same bytes take them back" "$(sync)" "0/5/0/0/0/0 exit 0"
same_as_undisturbed "service, pages, service"
is "once" "$(sync)" "0/0/5/0/0/0 exit 0"

# Pages that come later than the service: a run that began while the service was off is overtaken by one that found it on.
new_store overtaken
site_is off slow=ieListMeetings:3
minutes2pgsql sync --moderngov "$site" --pause 0 --cache-dir "$cache" >"$work/slow" 2>"$work/err" &
slow=$!
for _ in $(seq 200); do
    [ "$(asked ieListMeetings)" = 0 ] || break
    sleep 0.05
done
site_is
is "the service's meetings are there first" "$(sync)" "5/0/0/0/0/0 exit 0"
wait $slow
is "pages that come later are looked at" "$(sed 's/ (.*//;q' "$work/slow")" "5 documents read: 0 inserted, 0 updated, 5 unchanged, 0 rejected"
same_as_undisturbed "service, then a page of each meeting"
