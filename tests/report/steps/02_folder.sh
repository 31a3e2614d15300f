# Where a report goes: a new or empty folder, or an earlier report, which is replaced whole; nothing else is touched.
export PGDATABASE=report_samples
ok "a new folder" minutes2pgsql report -q -o "$work/folder/"
ok "has an index" test -s "$work/folder/index.html"
ok "others may read it" test "$(stat -c %a "$work/folder")" = "$(printf %o $((0777 & ~$(umask))))"
mkdir "$work/empty"
ok "an empty folder" minutes2pgsql report -q -o "$work/empty"
(cd "$work" && minutes2pgsql report -q -o relative) && ok "a folder named from here" test -s "$work/relative/index.html"
ln -s folder "$work/link"
ok "a link to an earlier report" minutes2pgsql report -q -o "$work/link"
ok "stays a link" test -L "$work/link"

before=$(stat -c %i "$work/folder/index.html")
ok "one body's report in place of all" minutes2pgsql report -q -o "$work/folder" --body='tarnbeck PARISH council'
is "has that body alone" "$(find "$work/folder" -mindepth 2 -name index.html | wc -l)" 1
ok "is another folder" test "$before" != "$(stat -c %i "$work/folder/index.html")"

exits "a body that is not there" 1 'there is no body "Nowhere"; there is "Cabinet"' minutes2pgsql report -o "$work/folder" --body=Nowhere
is "leaves the earlier report" "$(find "$work/folder" -mindepth 2 -name index.html | wc -l)" 1
mkdir -p "$work/full/sub"
echo mine >"$work/full/sub/notes.txt"
exits "a folder with something in it" 1 'is not empty and no earlier report' minutes2pgsql report -o "$work/full"
ok "is left alone" test "$(cat "$work/full/sub/notes.txt")" = mine
echo mine >"$work/folder/assets/notes.txt"
exits "a report with a file of somebody's" 1 'assets/notes.txt is no part of the earlier report' minutes2pgsql report -o "$work/folder"
ok "is left alone, too" test "$(cat "$work/folder/assets/notes.txt")" = mine
echo mine >"$work/file"
exits "a file" 1 'is no folder' minutes2pgsql report -o "$work/file"
exits "a folder in one that is not there" 1 'cannot be made' minutes2pgsql report -o "$work/nowhere/report"
exits "no folder" 1 'needs a folder to write: -o DIR' minutes2pgsql report
(new_store report_empty && minutes2pgsql report -q -o "$work/nothing")
ok "a store without minutes has an index that says so" grep -q 'Nothing is loaded yet' "$work/nothing/index.html"
createdb report_none
exits "a database without a store" 4 'has no store yet' minutes2pgsql report -d report_none -o "$work/none"
is "nothing is left beside them" "$(find "$work" -maxdepth 1 -name '*.??????' | wc -l)" 0
if [ "$(id -u)" = 0 ]; then
    mkdir "$work/small" && mount -t tmpfs -o size=300k tmpfs "$work/small" 2>/dev/null && {
        exits "a disk that is full" 1 'cannot be written: No space left' minutes2pgsql report -o "$work/small/report"
        is "leaves nothing" "$(find "$work/small" -mindepth 1 | wc -l)" 0
        umount "$work/small"
    }
fi

# Without the chart library the tables are the report.
mkdir "$work/bare"
cp build/minutes2pgsql "$work/bare/minutes2pgsql"
"$work/bare/minutes2pgsql" report -o "$work/bare/site" >"$work/out" 2>"$work/err"
is "without the chart library: exit status" $? 0
is "says so in one sentence" "$(grep -c 'Apache ECharts is not installed .* make charts' "$work/err") of $(wc -l <"$work/err")" "1 of 1"
ok "and has the tables" grep -rq '<details open><summary>Figures as a table' "$work/bare/site"
ok "and names no script that is not there" bash -c "! grep -rq 'echarts' '$work/bare/site' --include=*.html"
is "the summary counts" "$(minutes2pgsql report -o "$work/relative" | sed 's| in /.*||')" "11 bodies, 22 meetings: 58 pages"
