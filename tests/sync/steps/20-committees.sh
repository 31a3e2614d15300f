# Which committees somebody means, and the window of days.
new_store committees
site_is
is "a name in any case, entities read" "$(sync --committee "children & young people's scrutiny panel")" "2/0/0/0/0/0 exit 0"
is "a number" "$(sync --committee 211)" "3/0/0/0/0/0 exit 0"
is "both, twice" "$(sync --committee 211 --committee 211 --committee 212)" "0/0/5/0/0/0 exit 0"
is "of two with one name the one that is open" "$(sync --committee 'licensing sub committee' --since 2020-01-01)" "1/0/0/0/0/0 exit 0"
is "an unknown one is a problem, the others come all the same" "$(sync --committee 'Licencing Board' --committee 212)" "0/0/2/1/0/0 exit 3"
is "monitoring hears that it is critical" "$(minutes2pgsql status --check | grep -o '^MINUTES [A-Z]*') $(minutes2pgsql status --check >/dev/null; echo $?)" "MINUTES CRITICAL 2"
ok "near ones are named in one sentence" grep -q 'no committee "Licencing Board"; near are .*"Licensing Sub-Committee" (214)' "$work/err"
is "only one line is told" "$(wc -l <"$work/err")" 1
is "it stands among the problems" "$(open_problems)" no_committee
ok "the window ends so many days ahead" grep -q "sToDate=$(date -d '100 days' +%d/%m/%Y)" "$work/log"
is "the window begins where --since says" "$(site_is && sync --since "$(date -d '40 days ago' +%F)")" "0/0/3/0/0/0 exit 0"
ok "and asks the site so" grep -q "sFromDate=$(date -d '40 days ago' +%d/%m/%Y)" "$work/log"
is "all committees are one list" "$(asked GetMeetings)" 0
site_is status=GetAllMeetingsByDate:500
is "or one each where the site does not give that list" "$(sync)" "0/0/5/0/0/0 exit 0"
site_is status=GetMeetings:404
is "or the other way round" "$(sync --committee 211)" "0/0/3/0/0/0 exit 0"
for address in "$site/" "$site/mgWebService.asmx" "$site/ieListDocuments.aspx?CId=211&MId=5101" "$site/(X(1)S(abc))/mgListCommittees.aspx"; do
    site_is
    is "an address of one of its pages will do: ${address#"$site"}" \
        "$(minutes2pgsql sync -q --moderngov "$address" --pause 0 --cache-dir "$cache" 2>&1 | sed 's/ (.*//')" \
        "5 documents read: 0 inserted, 0 updated, 5 unchanged, 0 rejected"
done
for address in ftp://127.0.0.1/ file:///etc/passwd 'http://' ''; do
    minutes2pgsql sync --moderngov "$address" --cache-dir "$cache" >"$work/out" 2>"$work/err"
    is "\"$address\" is no site" "$? $(wc -l <"$work/err")" "1 1"
done
minutes2pgsql sync --cache-dir "$cache" >"$work/out" 2>"$work/err"
is "a site must be named" "$? $(wc -l <"$work/err")" "1 1"
site_is soap
is "answers in envelopes are the same" "$(sync)" "0/0/5/0/0/0 exit 0"
site_is fewer
is "a list with fewer meetings than it counts is none: each committee's is asked for" "$(sync) $(asked GetMeetings)" "0/0/5/0/0/0 exit 0 5"
site_is unnumbered
is "nor is one with a meeting without a number" "$(sync) $(asked GetMeetings)" "0/0/5/0/0/0 exit 0 5"
site_is many
is "nor is one with more than any council has" "$(sync) $(asked GetMeetings)" "0/0/5/0/0/0 exit 0 5"
captured=$(cd .. && pwd)/shared/minutes/moderngov
if [ -e "$captured/GetMeeting.xml" ]; then
    new_store captured
    site_is "captured=$captured"
    is "captured answers of a real service are read" "$(sync --committee 'audit committee' --since 2020-01-01)" "1/0/0/1/0/0 exit 5"
    is "and the meeting it was not asked for refused" "$(open_problems)" other_meeting
    is "the second run writes nothing new" "$(sync --committee 144 --since 2020-01-01)" "0/0/1/1/0/0 exit 5"
else
    n=$((n + 1))
    echo "ok $n - $step: captured answers of a real service # SKIP there are none beside this checkout"
fi
