# Meetings that the site lists no more are marked, never deleted, and come back.
new_store vanished
marked() {
    sql -c "select string_agg(held_on - current_date || '', ' ' order by held_on) from minutes.meetings where vanished_at is not null"
}
site_is
sync >/dev/null
site_is gone=5102
is "one is listed no more" "$(sync)" "0/0/4/0/1/0 exit 0"
is "it is marked, and all of it is there" "$(marked) $(sql -c "select count(*) from minutes.agenda_items where code in ('STP/9/25', 'STP/10/25', 'STP/11/25')")" "-30 3"
ok "status says it" grep -q '1 meeting.*vanished' <(minutes2pgsql status)
is "the mark stays as it is" "$(sync)" "0/0/4/0/0/0 exit 0"
site_is
is "it comes back" "$(sync)" "0/0/5/0/0/1 exit 0"
is "without a mark" "$(marked)" ""
site_is gone=5105
is "other committees' meetings are not looked at" "$(sync --committee 211)" "0/0/3/0/0/0 exit 0"
is "nor those before the window" "$(site_is gone=5101 && sync --since "$(date -d '40 days ago' +%F)")" "0/0/3/0/0/0 exit 0"
site_is status=GetAllMeetingsByDate:503 status=GetMeetings:503
is "nor is anything when the list cannot be had" "$(sync)" "0/0/0/5/0/0 exit 3"
is "and nothing is marked" "$(marked)" ""
site_is moved=5102
is "one that is held on another day now is not gone" "$(sync)" "0/1/4/0/0/0 exit 0"
is "but dated anew" "$(marked) $(sql -c 'select max(held_on) - current_date from minutes.meetings')" " 900"
site_is nothing uncounted
is "a list that is empty without saying so marks nothing" "$(sync)" "0/0/0/0/0/0 exit 0"
site_is nothing
is "a list without any meeting is a list" "$(sync)" "0/0/0/0/4/0 exit 0"
is "old problems of lists are over" "$(open_problems)" ""
