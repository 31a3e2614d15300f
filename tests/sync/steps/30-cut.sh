# Texts that the site cuts short are completed from the items' own pages, or stay marked.
whole='The Partnership heard that robbery had fallen by 9.1% in the year.

Shop theft was up 6.4% over the same twelve months.

AGREED that the report be noted.'
truncated() {
    sql -c "select is_truncated from minutes_store.agenda_items where code_text = 'STP/10/25'"
}
figures() {
    sql -c "select string_agg(change_percent::float::text, ' ' order by ordinal) from minutes.percentage_changes where code = 'STP/10/25'"
}

new_store cut
site_is status=mgAi.aspx:404
is "a page that is not there" "$(sync)" "5/0/0/0/0/0 exit 0"
is "leaves the item marked" "$(truncated) $(figures)" "t -9.1"
ok "and is told" grep -q 'item 2 goes on at .*mgAi.aspx?ID=7004' "$work/err"
site_is page=mgAi.aspx
is "a page that says something else" "$(sync)" "0/0/5/0/0/0 exit 0"
is "leaves it so" "$(truncated) $(figures)" "t -9.1"
site_is
is "the next night it is completed, though the meeting's answer is the same" "$(sync)" "0/1/4/0/0/0 exit 0"
is "whole" "$(text_of STP/10/25)" "$whole"
is "with what follows from it" "$(truncated) $(figures)" "f -9.1 6.4"
site_is status=mgAi.aspx:500 furniture=3
is "when the page is out of order later" "$(sync)" "0/0/5/0/0/0 exit 0"
is "the text stays whole by the cache" "$(truncated) $(figures)" "f -9.1 6.4"
rm -rf "$cache"
site_is status=mgAi.aspx:500
is "without a cache and with the same answer" "$(sync)" "0/0/5/0/0/0 exit 0"
is "it stays whole, too" "$(truncated) $(figures)" "f -9.1 6.4"
new_store unlinked
site_is unlinked
is "where the answer has no link, the item's number in it leads on" "$(sync) $(truncated) $(figures)" "5/0/0/0/0/0 exit 0 f -9.1 6.4"
