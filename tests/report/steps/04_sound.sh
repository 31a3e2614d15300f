# Sound HTML, and a browser's word on it: see tests/report/browser.mjs.
tools=build/tests/report-tools
fetch_tools() {
    mkdir -p "$tools"
    cmp -s tests/report/package-lock.json "$tools/package-lock.json" && [ -e "$tools/complete" ] && return
    rm -f "$tools/complete"
    cp tests/report/package.json tests/report/package-lock.json "$tools"
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) && touch "$tools/complete"
}
# missing WHY: a user's machine may lack what these tests need, but CI that draws no chart has not looked at one.
missing() {
    if [ "${CI:-}" = true ]; then
        is "sound HTML and a browser" "$1" "tested, as CI=true says"
    else
        skip "sound HTML and a browser" "$1"
    fi
}
if ! command -v npm >/dev/null || ! command -v chromium >/dev/null; then
    missing "npm or chromium is not installed"
elif [ ! -e build/share/minutes2pgsql/echarts.min.js ]; then
    missing "Apache ECharts is not there: make charts fetches it"
elif ! fetch_tools >"$work/npm.log" 2>&1; then
    missing "npm does not get what these tests need"
else
    ok "sound HTML" "$tools/node_modules/.bin/html-validate" --config tests/report/html-validate.json "$work/superuser/**/*.html" "$work/hostile/**/*.html"
    echo '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p><div>unsound</div></body></html>' >"$work/unsound.html"
    ok "unsound HTML is found" bash -c "! '$tools/node_modules/.bin/html-validate' --config tests/report/html-validate.json '$work/unsound.html'"
    cp tests/report/browser.mjs "$tools/browser.mjs"
    while IFS= read -r line; do
        case $line in
        'ok - '* | 'not ok - '*)
            n=$((n + 1))
            echo "${line%% - *} $n - browser: ${line#* - }"
            ;;
        *) echo "# $line" ;;
        esac
    done < <(node "$tools/browser.mjs" "$work/superuser" "$work/hostile" "${SCREENSHOTS:-}" 2>&1 || echo "not ok - the browser's tests ended early")
fi
