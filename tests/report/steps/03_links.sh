# Every link within a report leads somewhere, and nothing leads where it should not.
ok "every link leads to a file and a place in it" tests/report/links.py "$work/superuser"
is "two clicks: each change on a body's page leads to its marked figure" "$(tests/report/links.py --marked "$work/superuser")" \
    "$(sql -d report_samples -c 'set role minutes_reader' -c 'select count(*) from minutes.percentage_changes')"

# What minutes say stays text, whatever it looks like.
new_store report_hostile --body='Ferrybank <script>window.hacked = 1</script> Board' tests/report/documents
# Names of people are data of a chart; no list of people has such a name, a database may.
sql -c 'set role minutes_loader' -c "update minutes_store.attendance set name = E'</script><script>window.hacked = 1</script>\\u2028&<!--'"
# Addresses that a browser would run; and minutes without a date.
sql -c 'set role minutes_loader' -c "insert into minutes_store.attachments_open (body_id, attachment_id, meeting_id, item_id, ordinal, title, url)
    select body_id, 700 + n, meeting_id, item_id, n, 'Paper ' || n, u
    from (select body_id, meeting_id, item_id from minutes_store.agenda_items where not is_restricted order by item_id limit 1) i,
        (values (1, 'javascript:window.hacked = 1'), (2, 'https://council.example/a?b=1&c=\"><script>'), (3, 'data:text/html,x')) a(n, u)" \
    -c "update minutes_store.documents set uri = 'JavaScript:window.hacked = 1//' || document_id where document_id = (select max(document_id) from minutes_store.meetings)" \
    -c "update minutes_store.meetings set held_on = null where meeting_id = (select min(meeting_id) from minutes_store.meetings)"
ok "a report of hostile minutes" minutes2pgsql report -q -o "$work/hostile"
ok "its links lead somewhere" tests/report/links.py "$work/hostile"
is "an address is a link where it is one of the web" "$(grep -rhoE '<a href="[^"]*"[^>]*>Paper [0-9]' "$work/hostile")" \
    '<a href="https://council.example/a?b=1&amp;c=&quot;&gt;&lt;script&gt;" rel="noreferrer">Paper 2'
ok "undated minutes have a page" ls "$work"/hostile/*/minutes/undated-*.html
ok "it has their changes" test "$(sql -c 'set role minutes_reader' -c 'select count(*) from minutes.percentage_changes')" -ge 8
ok "no page has markup of theirs" bash -c "! grep -rhoiE '<(script>|img|svg|i>|b>|/body></main|noted)' '$work/hostile' --include=*.html | grep ."
ok "their words are there" grep -rqF 'Figures &lt;/script&gt;&lt;script&gt;window.hacked = 1&lt;/script&gt;' "$work/hostile"
if [ -e build/share/minutes2pgsql/echarts.min.js ]; then
    library='<script src="assets/echarts.min.js" defer>
<script src="assets/report.js" defer>
'
else
    library=
fi
is "each page has the scripts of its own" "$(grep -rhoE '<script[^>]*>' "$work/hostile" --include=*.html | sed 's/"[.\/]*assets/"assets/' | sort -u)" \
    "$library"'<script type="application/json">'
