# What a site lists is loaded once; what stays the same is not written again, whatever changes around it.
new_store unchanged
site_is
is "what lies within the window is loaded" "$(sync)" "5/0/0/0/0/0 exit 0"
ok "the program says who it is" grep -q 'minutes2pgsql/[0-9.]* (pg_minutes)' "$work/log"
is "each meeting's address is that of the service" \
    "$(sql -c "select count(*) from minutes.documents where uri like '$site/mgWebService.asmx/GetMeeting?lMeetingId=510_' and format = 'modgov-xml'")" 5
is "a body is called as its committee, entities read" "$(sql -c "select string_agg(body, '; ' order by body) from minutes.bodies")" \
    "Children & Young People's Scrutiny Panel; Safer Tarrowby Partnership"
is "a cancelled meeting was not held" "$(sql -c "select was_held from minutes.meetings where body like 'Children%' order by held_on limit 1")" f
is "what only the agenda says is not minuted" "$(sql -c "select item_text is null from minutes.agenda_items where code = 'STP/12/25'")" t
is "the host stands for the authority" "$(sql -c 'select distinct authority from minutes.meetings')" 127.0.0.1

versions >"$work/before"
is "the second run writes nothing" "$(sync)" "0/0/5/0/0/0 exit 0"
versions >"$work/after"
ok "no row is another" cmp "$work/before" "$work/after"
site_is furniture=7
is "sessions, counters and white space are no change" "$(sync)" "0/0/5/0/0/0 exit 0"
versions >"$work/after"
ok "and no row is another" cmp "$work/before" "$work/after"
rm -rf "$cache"
site_is furniture=8
is "nor on a machine without the cache" "$(sync)" "0/0/5/0/0/0 exit 0"
versions >"$work/after"
ok "where no row is another, either" cmp "$work/before" "$work/after"
site_is edit=5101 furniture=9
is "one figure is a change" "$(sync)" "0/1/4/0/0/0 exit 0"
is "the new figure is there" "$(sql -c "select change_percent::float from minutes.percentage_changes where code = 'STP/2/24'")" -13.1
is "the old version stays listed" "$(sql -c "select count(*) from minutes.documents where superseded_reason = 'changed'")" 1
is "a dry run says what it would do" "$(site_is && sync --dry-run)" "0/1/4/0/0/0 exit 0"
is "and does not do it" "$(sql -c "select change_percent::float from minutes.percentage_changes where code = 'STP/2/24'")" -13.1

minutes2pgsql lift STP/11/25 --reason='told in public' --on="$(date -d tomorrow +%F)" >/dev/null 2>&1
sql -c "update minutes_store.overrides set takes_effect_on = current_date" >/dev/null
sync >/dev/null
is "a lift that is due is carried out" "$(sql -c "select is_restricted from minutes.agenda_items where code = 'STP/11/25'")" f
