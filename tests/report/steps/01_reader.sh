# Whoever runs it gets what a reader sees: nothing of what is restricted is in any file.
new_store report_samples samples/
sql -c 'create role report_reader login; grant minutes_reader to report_reader' \
    -c 'create role report_cleared login; grant minutes_cleared to report_cleared' \
    -c 'create role report_owner login; grant minutes_loader to report_owner' \
    -c 'create role report_stranger login'
ok "a superuser's report" minutes2pgsql report -q -o "$work/superuser"
# Whose memberships give nothing unasked.
sql -c 'create role report_noinherit login noinherit; grant minutes_reader to report_noinherit' \
    -c 'create role report_noinherit_cleared login noinherit; grant minutes_cleared to report_noinherit_cleared' \
    -c 'create role report_noinherit_owner login noinherit; grant minutes_loader to report_noinherit_owner'
for who in reader cleared owner noinherit noinherit_cleared noinherit_owner; do
    ok "a $who's report" minutes2pgsql report -q -U "report_$who" -o "$work/$who"
    ok "a $who's report is the superuser's to the byte" diff -r "$work/superuser" "$work/$who"
done
exits "a stranger" 4 "report_stranger.*minutes_reader" minutes2pgsql report -q -U report_stranger -o "$work/stranger"
ok "and gets no folder" test ! -e "$work/stranger"
ok "titles of restricted items are" grep -rq 'Organised Crime Local Profile' "$work/superuser"

# A reader's role that may read what is restricted makes no report.
sql -c 'create role odd_cleared; grant minutes_loader to odd_cleared' \
    -c "begin; set local role minutes_loader; update minutes_store.settings set value = 'odd_cleared' where name = 'reader_role'; commit"
exits "a reader's role that is cleared" 4 "may read what is restricted" minutes2pgsql report -q -o "$work/odd"
sql -c "begin; set local role minutes_loader; update minutes_store.settings set value = 'minutes_reader' where name = 'reader_role'; commit"

# A person's restriction holds for the next report.
item=$(sql -c "select item_id from minutes.agenda_items where code = 'SCP/38/25'")
ok "before it is restricted its words are there" grep -rq 'Harbour Youth Centre' "$work/superuser"
minutes2pgsql restrict "$item" --reason='it names a child' >/dev/null
ok "a report after a restriction" minutes2pgsql report -q -o "$work/superuser"
ok "has none of its words" bash -c "! grep -rqE 'Harbour Youth Centre|names a child|scout hall' '$work/superuser'"
minutes2pgsql lift "$item" --reason='it does not' >/dev/null
ok "a report after it was lifted" minutes2pgsql report -q -o "$work/superuser"
ok "has them again" grep -rq 'Harbour Youth Centre' "$work/superuser"

# Nothing that only restricted content has, people, sums and places among it, is in a file; and what is there would be found.
new_store report_kept_apart samples/ tests/report/kept-apart
ok "a report of minutes that name people in a restricted item" minutes2pgsql report -q -o "$work/kept"
ok "no phrase, name or number of what is restricted is in a file" tests/report/leaks.py "$work/kept"
# leak KIND WORDS: what stands in a page and is restricted is found
leak() {
    rm -rf "$work/leaky"
    cp -r "$work/kept" "$work/leaky"
    echo "<p>and <b>${2% *}</b> ${2##* }</p>" >"$work/leaky/leak.html"
    is "$1 that leak are found" "$(tests/report/leaks.py "$work/leaky" | sed -n "s/.* restricted $1 looked for, 1 found: //p")" "${3:-$2}"
}
leak phrases 'answered questions and withdrew resolved'
leak names 'Ottoline Brackenbury' 'ottoline brackenbury'
leak names 'Larkrise Homes' 'larkrise homes'
leak numbers 'offered £4,250,750' 4250750
leak numbers 'above 37.5%' 37.5%
sql -c "create table minutes_store.visitors_restricted (name text); insert into minutes_store.visitors_restricted values ('Perpetua')"
leak names 'one Perpetua' perpetua
sql -c 'drop table minutes_store.visitors_restricted'
