# Minutes that approve those of earlier meetings: linked whatever was loaded first, with their corrections, and on the item's side.

# board FILE DATE ITEM TEXT...: minutes of that day with one item about minutes
board() {
    printf '%s\n' "${body:-Harrowby Flood Forum}" "$2" '' 'Present: Cllr Ada Rowe (Chair)' '' "$3" '' "$4" '' "${@:5}" >"$work/approvals/$1"
}

# approvals: each row as a line, who asks as psql has it
approvals() {
    sql "$@" -c "select a.held_on, a.decision, a.minutes_held_on, a.basis, coalesce(m.held_on::text, 'none'), coalesce(a.subject_to, '-')
        from minutes.approvals a left join minutes.meetings m on m.meeting_id = a.approved_meeting_id order by a.held_on, a.minutes_held_on"
}

new_store approvals
mkdir "$work/approvals"
board 2025-03.txt 'Tuesday 4th March 2025' HFF/1/24 Welcome 'Members were welcomed.'
board 2025-05.txt 'Tuesday 6th May 2025' HFF/2/25 Minutes 'The minutes of the meeting held on 4 March 2025 were agreed as a true record subject to Mrs Fenn being added to the apologies.'
board 2025-07.txt 'Tuesday 8th July 2025' HFF/9/25 'Minutes of the Previous Meeting' 'AGREED that the minutes be signed as a correct record.'
board 2025-09.txt 'Tuesday 9th September 2025' HFF/14/25 Minutes 'The minutes of the meetings held on 8 July and 5 August 2025 were approved.'
minutes2pgsql load -q "$work/approvals/2025-09.txt" "$work/approvals/2025-05.txt" >/dev/null 2>&1
is "the meeting meant is not loaded yet" "$(approvals)" "2025-05-06|approved|2025-03-04|date|none|subject to Mrs Fenn being added to the apologies
2025-09-09|approved|2025-07-08|date|none|-
2025-09-09|approved|2025-08-05|date|none|-"
minutes2pgsql load -q "$work/approvals" >/dev/null 2>&1
linked="2025-05-06|approved|2025-03-04|date|2025-03-04|subject to Mrs Fenn being added to the apologies
2025-07-08|approved|2025-05-06|previous_meeting|2025-05-06|-
2025-09-09|approved|2025-07-08|date|2025-07-08|-
2025-09-09|approved|2025-08-05|date|none|-"
is "linked when it is, the previous meeting found" "$(approvals)" "$linked"
is "a reader sees the same" "$(approvals -c 'set role minutes_reader')" "$linked"
before=$(sql -c "select approval_id, approval_text from minutes.approvals order by 1")
minutes2pgsql load -q --reparse "$work/approvals" >/dev/null 2>&1
is "keys stay when documents are read again" "$(sql -c "select approval_id, approval_text from minutes.approvals order by 1")" "$before"
is "nothing to derive again" "$(minutes2pgsql rederive --summary=json | grep -o '"bodies_changed":[0-9]*')" '"bodies_changed":0'
sql -c "delete from minutes_store.approvals_open where basis = 'previous_meeting'; update minutes_store.approvals_open set subject_to = 'x' where subject_to <> ''"
ok "derived again from stored text" bash -c "minutes2pgsql rederive | grep -q 'approvals 1 added 1 altered'"
is "as they were" "$(approvals)" "$linked"

# Two meetings on the day before: it is not known which is the previous one.
board 2025-05b.txt 'Tuesday 6th May 2025 at 7.30 pm' HFF/5/25 Welcome 'Members were welcomed to an extraordinary meeting.'
sed -i 's/^Tuesday 6th May 2025$/Tuesday 6th May 2025 at 2.00 pm/' "$work/approvals/2025-05.txt"
minutes2pgsql load -q "$work/approvals" >/dev/null 2>&1
is "two meetings on the day before" "$(approvals | grep previous)" "2025-07-08|approved||previous_meeting|none|-"

# Another body's.
body='Harrowby Flood Forum Works Group' board group.txt 'Monday 2nd June 2025' HFW/1/25 Welcome 'All were welcome.'
board 2025-10.txt 'Tuesday 14th October 2025' HFF/20/25 Minutes 'The minutes of the Drainage Board held on 2 June 2025 were approved.' '' 'The minutes of the Harrowby Flood Forum Works Group held on 2 June 2025 were approved.'
minutes2pgsql load -q --authority 'Harrowby Council' "$work/approvals/group.txt" "$work/approvals/2025-10.txt" >/dev/null 2>&1
is "a body that is not loaded is no meeting of this one" "$(sql -c "select minutes_body, approved_meeting_id is null from minutes.approvals where held_on = '2025-10-14' and minutes_body like 'Drain%'")" "Drainage Board|t"

is "a body that is" "$(sql -c "select m.body from minutes.approvals a join minutes.meetings m on m.meeting_id = a.approved_meeting_id where a.held_on = '2025-10-14'")" "Harrowby Flood Forum Works Group"

# A restricted item's approval is restricted, and changes sides with it.
board 2025-11.txt 'Tuesday 11th November 2025' HFF/30/25 Minutes 'The minutes of the meeting held on 9 September 2025 were agreed subject to the quince report being named.'
minutes2pgsql load -q "$work/approvals" >/dev/null 2>&1
seen() {
    sql "$@" -c "select count(*) from minutes.approvals where subject_to like '%quince%'"
}
is "an open one is open" "$(seen -c 'set role minutes_reader')" 1
sql -c "select minutes.restrict_item((select item_id from minutes.agenda_items where code = 'HFF/30/25'), null, 'a name')" >/dev/null
is "closed with its item" "$(seen -c 'set role minutes_reader')$(seen -c 'set role minutes_cleared')" 01
is "not in the open table" "$(sql -c "select count(*) from minutes_store.approvals_open where approval_text like '%quince%'")" 0
minutes2pgsql load -q --reparse "$work/approvals" >/dev/null 2>&1
is "a reload keeps it there" "$(seen -c 'set role minutes_reader')$(seen -c 'set role minutes_cleared')" 01
sql -c "select minutes.lift_restriction((select item_id from minutes.agenda_items where code = 'HFF/30/25'), 'settled')" >/dev/null
is "opened with its item" "$(seen -c 'set role minutes_reader')" 1
rm -r "$work/approvals"
