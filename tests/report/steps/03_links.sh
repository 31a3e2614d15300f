# Every link within a report leads somewhere, and nothing leads where it should not.
ok "every link leads to a file and a place in it" tests/report/links.py "$work/superuser"
is "two clicks: each change on a body's page leads to its marked figure" "$(tests/report/links.py --marked "$work/superuser")" \
    "$(sql -d report_samples -c 'set role minutes_reader' -c 'select count(*) from minutes.percentage_changes')"

# What minutes say stays text, whatever it looks like.
new_store report_hostile --body='Ferrybank <script>window.hacked = 1</script> Board' tests/report/documents
# Names of people are data of a chart; no list of people has such a name, a database may.
sql -c 'set role minutes_loader' -c "update minutes_store.attendance set name = E'</script><script>window.hacked = 1</script>\\u2028&<!--'"
ok "a report of hostile minutes" minutes2pgsql report -q -o "$work/hostile"
ok "its links lead somewhere" tests/report/links.py "$work/hostile"
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
