# What a bad site does: busy, slow, broken, endless, leading astray. One meeting's trouble is that meeting's.
new_store bad
site_is status=lMeetingId=5101:500:1 status=lMeetingId=5102:429:1:1
began=$(date +%s%N)
is "what fails once is asked for again" "$(sync)" "5/0/0/0/0/0 exit 0"
ok "after as long as the site says" test $((($(date +%s%N) - began) / 1000000)) -ge 1000

# WHAT STATE REASON REQUESTS
while IFS='|' read -r what state reason requests; do
    [ -n "$what" ] || continue
    # shellcheck disable=SC2086
    site_is $state
    # Only who is slow is not waited for.
    timeout=60
    [ "$what" != slow ] || timeout=2
    is "$what: only that meeting is rejected" "$(sync --timeout $timeout)" "0/0/4/1/0/0 exit 5"
    is "$what: the reason" "$(open_problems)" "$reason"
    is "$what: requests" "$(asked lMeetingId=5101)" "$requests"
    is "$what: one sentence" "$(wc -l <"$work/err")" 1
done <<CASES
busy|status=lMeetingId=5101:429|busy|4
busy for a day|status=lMeetingId=5101:429:0:86400|busy|1
refused|status=lMeetingId=5101:403|refused_by_site|4
out of order|status=lMeetingId=5101:503|out_of_order|4
not there|status=lMeetingId=5101:404|not_found|1
breaking off|short=lMeetingId=5101|unreachable|4
slow|slow=lMeetingId=5101:3|timeout|4
endless redirects|loop=lMeetingId=5101|redirects|6
sent to a file|to=lMeetingId=5101:file:///etc/passwd|redirects|1
huge|huge=lMeetingId=5101|too_large|1
a bomb|bomb=lMeetingId=5101|too_large|1
a web page|page=lMeetingId=5101|not_the_service|1
no XML|broken=lMeetingId=5101|malformed|1
another meeting|wrong=lMeetingId=5101|other_meeting|1
CASES
site_is gzip short=lMeetingId=5102:1
is "compressed, and once broken off: all well again" "$(sync)" "0/0/5/0/0/0 exit 0"
is "problems are over when the site gives the document again" "$(open_problems)" ""

site_is status=lMeetingId:503
is "a site that does not answer any more is left alone" "$(sync --pause 0)" "0/0/0/5/0/0 exit 5"
site_is status=asmx:503 status=aspx:503
is "a site that is down" "$(sync)" "0/0/0/1/0/0 exit 3"
is "is one problem" "$(grep -c . "$work/err") $(sql -c "select reason from minutes_store.load_problems where resolved_at is null and uri like '%GetCommittees%'")" "1 out_of_order"
site_is
sync >/dev/null
is "which the next night ends" "$(open_problems)" ""
is "nobody answers there" "$(minutes2pgsql sync --moderngov http://127.0.0.1:1 --pause 0 --cache-dir "$cache" 2>"$work/err" | sed 's/ (.*//;q') $(wc -l <"$work/err")" \
    "1 document read: 0 inserted, 0 updated, 0 unchanged, 1 rejected 1"

site_is
secret=${site/127/clerk:s3cret@127}
minutes2pgsql sync -v --moderngov "$secret" --pause 0 --cache-dir "$cache" >"$work/out" 2>"$work/err"
is "a login is used" "$(grep -c 'Basic Y2xlcms6czNjcmV0' "$work/log" | sed 's/^[1-9].*/yes/')" yes
is "and neither told nor stored nor kept" "$(grep -l s3cret -r "$work/out" "$work/err" "$cache"; sql -c "select count(*) from minutes.documents where uri like '%s3cret%'")" 0
minutes2pgsql sync -v --moderngov "${secret/http/htp}" --cache-dir "$cache" >"$work/out" 2>"$work/err"
is "not where the address is wrong, either" "$? $(grep -c s3cret "$work/err")" "1 0"
is "nothing restricted is told" "$(grep -ci 'Quernmore' "$work/err")" 0

if command -v openssl >/dev/null; then
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key" -out "$work/certificate" -subj /CN=127.0.0.1 -days 1 >/dev/null 2>&1
    cat "$work/key" "$work/certificate" >"$work/both"
    mkdir "$work/https"
    MINUTES_TEST_CERTIFICATE=$work/both tests/sync/server "$work/https" &
    https=$!
    for _ in $(seq 100); do
        [ -e "$work/https/port" ] && break
        sleep 0.05
    done
    minutes2pgsql sync --moderngov "https://127.0.0.1:$(cat "$work/https/port")" --pause 0 --cache-dir "$cache" >"$work/out" 2>"$work/err"
    is "a certificate that nobody vouches for" "$? $(sql -c "select reason || ' ' || kind from minutes_store.load_problems where resolved_at is null and uri like 'https%'")" \
        "3 insecure critical"
    ok "nothing was asked for" test ! -s "$work/https/log"
    kill $https
    wait $https 2>/dev/null
else
    n=$((n + 1))
    echo "ok $n - $step: a certificate that nobody vouches for # SKIP openssl is not installed"
fi
