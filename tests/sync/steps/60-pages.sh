# A site whose web service is switched off, or given to nobody: its pages say the same.
for why in off status=asmx:403 status=asmx:500 page=asmx; do
    new_store "pages_${why//[^a-z0-9]/_}"
    site_is "$why"
    is "$why: the pages are read" "$(sync)" "5/0/0/0/0/0 exit 0"
    ok "$why: which is told" grep -q 'its pages are read instead' "$work/err"
done
is "as pages" "$(sql -c "select distinct format from minutes.documents")" moderngov
is "of their own addresses" "$(sql -c "select count(*) from minutes.documents where uri like '$site/ieListDocuments.aspx?CId=21_&MId=510_&Ver=4'")" 5
is "with texts completed" "$(sql -c "select string_agg(change_percent::float::text, ' ' order by ordinal) from minutes.percentage_changes where code = 'STP/10/25'")" "-9.1 6.4"
is "and what is restricted" "$(sql -c "select is_restricted from minutes.agenda_items where code = 'STP/11/25'")" t
versions >"$work/before"
site_is off furniture=4
is "their navigation is no change" "$(sync)" "0/0/5/0/0/0 exit 0"
versions >"$work/after"
ok "no row is another" cmp "$work/before" "$work/after"
site_is off gone=5105
is "what a page does not list is not marked: pages list a part" "$(sync)" "0/0/4/0/0/0 exit 0"
