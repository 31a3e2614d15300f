# Pages that hold a part of a meeting, and answers of the web service that hold none.
new_store parts
mkdir -p "$work/of_parts"
cat >"$work/of_parts/b-minutes.txt" <<'X'
Housing Board

Minutes of a meeting of the Housing Board held on Tuesday 13 January 2026 at 6.00 pm in Committee Room B

Present: Councillor Ada Quill (Chair), Councillor Di Twigg

1. Apologies

From Councillor Bob Rennie.

2. Rents

Arrears fell by 4%. RESOLVED that the report be noted.
X
attendance='<html><head><title>Attendance</title></head><body><div id="modgov"><h1 class="mgMainTitleTxt">Attendance details</h1>
<h2 class="mgSubTitleTxt">Housing Board - Tuesday 13 January 2026 6.00 pm</h2><table summary="Table of meeting attendance">
<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr><tr><td>Councillor Ada Quill</td><td>Chair</td><td>Present</td></tr></table></div></body></html>'
item='<html><head><title>Agenda item</title></head><body><div id="modgov"><h1 class="mgMainTitleTxt">Agenda item</h1>
<h2 class="mgSubTitleTxt">Rents</h2><ul><li><a href="ieListDocuments.aspx?MId=9">Meeting of Housing Board, Tuesday 13 January 2026 6.00 pm (Item 2)</a></li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p><p>RESOLVED that the report be noted.</p></div></body></html>'
for name in a c; do
    printf '%s' "$attendance" >"$work/of_parts/$name-attendance.html"
    printf '%s' "$item" >"$work/of_parts/$name-item.html"
done
printf '<committees><committeescount> 1</committeescount><committee><committeeid>1</committeeid><committeetitle>Housing Board</committeetitle></committee></committees>' \
    >"$work/of_parts/committees.xml"
exits "a directory with pages of parts and a list of committees" 0 minutes2pgsql load --authority Marl "$work/of_parts"
ok "the list is passed over in a line" grep -q 'committees.xml: passed over' "$work/err"
is "the whole minutes are in force" "$(sql -c 'select item_count from minutes.meetings')" 2
is "pages of a part are kept as such" "$(sql -c "select count(*) from minutes.documents where superseded_reason = 'part'")" 2
exits "the same again" 0 minutes2pgsql load --authority Marl "$work/of_parts"
is "changes nothing" "$(sql -c 'select item_count from minutes.meetings')" 2
exits "a list of committees that is named outright" 5 minutes2pgsql load "$work/of_parts/committees.xml"
