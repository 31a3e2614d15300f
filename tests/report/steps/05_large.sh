# A body of 2,000 meetings: pages stay small, memory does not grow, and time goes with the number of meetings.
# report_of MEETINGS: seconds and kilobytes that a report of so many takes
report_of() {
    createdb "report_$1"
    export PGDATABASE=report_$1
    minutes2pgsql init -q
    psql -qX -v ON_ERROR_STOP=1 -v meetings="$1" -f tests/report/large.psql >/dev/null
    python3 - "$work/large" <<'PYTHON'
import resource
import subprocess
import sys
import time

began = time.time()
subprocess.run(["minutes2pgsql", "report", "-q", "-o", sys.argv[1]], check=True)
print(f"{time.time() - began:.1f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}")
PYTHON
}
read -r seconds_few kilobytes_few < <(report_of 200)
read -r seconds kilobytes < <(report_of 2000)
echo "# 200 meetings: $seconds_few s, $kilobytes_few kB; 2,000 meetings: $seconds s, $kilobytes kB"
ok "ten times the meetings take no more memory" test "$kilobytes" -lt $((kilobytes_few * 3 / 2))
ok "and not much more than ten times the time" test "$(python3 -c "print(int($seconds < 25 * $seconds_few + 5))")" = 1
ok "every link leads somewhere, and no page is larger than a megabyte" tests/report/links.py "$work/large"
ok "long minutes stand on several pages" test -s "$work"/large/*/minutes/2000-01-04-200001-2.html
ok "nothing restricted is in them" bash -c "! grep -rq 'heron' '$work/large'"
is "lists are divided" "$(find "$work"/large/*/ -maxdepth 1 -name 'changes-*.html' | wc -l)" 20

# Interrupted, it leaves what was there.
export PGDATABASE=report_2000
before=$(cat "$work/large/index.html" | sha256sum)
timeout --preserve-status -s INT 0.5 minutes2pgsql report -q -o "$work/large" >"$work/out" 2>"$work/err"
is "interrupted: exit status" $? 130
is "the earlier report stays" "$(cat "$work/large/index.html" | sha256sum)" "$before"
is "and nothing beside it" "$(find "$work" -maxdepth 1 -name 'large.*' | wc -l)" 0
