# People whom an item records in its text are as restricted as the item: a reader gets neither them nor what the item says of others.
new_store recorded
mkdir -p "$work/recorded"
cat >"$work/recorded/panel.txt" <<'MINUTES'
Wexcombe Liaison Panel

A meeting of Wexcombe Liaison Panel was held on Thursday 9th October 2025.

Present: Cllr Ada Thorne (Chair), Ben Marsh, Petra Lindqvist.

Apologies: Gita Rao.

WLP/1/25 Minutes

The minutes were agreed.

WLP/2/25 RESTRICTED - Apologies and Substitutes

Apologies were received from DS Harold Informanto (Operation Zebraquux) and Gita Rao. Petra Lindqvist was substituting for Karl Zebraquist. Apologies were also received from Ben Marsh (Zebraquux Trust).

WLP/3/25 Substitutes

Olu Adeyemi substituted for Dan Rooke. Ada Thorne substituted for Mary Holt.
MINUTES
sql -c "create role liaison login in role minutes_reader" -c "create role vetted login in role minutes_cleared"
as() {
    psql -qXAt -U "$1" -c "$2"
}
# seen ROLE: whether anything it may read has a word of the restricted item
seen() {
    local table
    for table in $(sql -c "select c.oid::regclass from pg_class c where c.relnamespace in ('minutes'::regnamespace, 'minutes_store'::regnamespace)
        and c.relkind in ('r', 'v') order by 1"); do
        psql -qXAt -U "$1" -c "select '$table', t::text from $table t" 2>/dev/null
    done | grep -i -E 'Informanto|Zebra|aquux|aquist' | cut -d '|' -f 1 | sort -u | tr '\n' ' '
    psql -qXAt -U "$1" -c "select 'find_people' from minutes.find_people('Harold Informanto') where person ~ 'Informanto'"
}
counts "$work/recorded" >/dev/null
is "parse lists whom a restricted item records" "$(minutes2pgsql parse "$work/recorded/panel.txt" 2>/dev/null | grep -c 'Informanto"')" 1
is "a reader finds them nowhere" "$(seen liaison)" ''
is "a cleared reader finds them" "$(seen vetted | grep -c 'minutes.attendance.*minutes_store.attendance_restricted')" 1
is "by name, too" "$(seen vetted | grep -c 'find_people')" 1
is "whom the header lists stay open, as the header has them" "$(as liaison "select name, capacity, substitute_for, organisation from minutes.attendance order by name")" \
    $'Ada Thorne|present|Mary Holt|\nBen Marsh|present||\nGita Rao|apologies||\nOlu Adeyemi|present|Dan Rooke|\nPetra Lindqvist|present||'
is "a cleared reader sees what the item says of them" "$(as vetted "select name, substitute_for from minutes.attendance where substitute_for ~ 'Zebra'")" 'Petra Lindqvist|Karl Zebraquist'
is "a doubt that quotes them is the item's" "$(as liaison "select count(*) from minutes.data_quality where detail ~ 'Ben Marsh is recorded'")$(as vetted "select count(*) from minutes.data_quality where detail ~ 'Ben Marsh is recorded'")" 01
is "the planner's statistics do not know them" "$(sql -c analyze -c "select count(*) from pg_stats where tablename = 'attendance_restricted'")" 0
is "they are in no public copy" "$(sql -c "select count(*) from pg_publication_tables where pubname = 'minutes_public' and tablename = 'attendance_restricted'")" 0
is "no open row can be a restricted item's" "$(sql -c "update minutes_store.attendance set item_id = (select item_id from minutes_store.agenda_items where is_restricted)" 2>&1 | grep -c 'foreign key')" 1
minutes2pgsql report -q --output="$work/recorded.report" -d "dbname=recorded user=liaison" >"$work/out" 2>"$work/err"
ok "a reader's report is written" grep -r -q 'Petra Lindqvist' "$work/recorded.report"
ok "without them" bash -c "! grep -r -i -l -E 'Informanto|Zebraqu' '$work/recorded.report'"

entries() {
    sql -c "select attendance_id, name, capacity, substitute_for, organisation, ordinal from minutes.attendance order by name, capacity, substitute_for"
}
before=$(entries)
minutes2pgsql load -q --reparse "$work/recorded" >/dev/null 2>&1
is "reading again keeps their ids" "$(entries)" "$before"
minutes2pgsql lift WLP/2/25 --reason='over' >/dev/null
is "a lift opens them" "$(as liaison "select name, substitute_for from minutes.attendance where concat(name, substitute_for) ~ 'Informanto|Zebra' order by 1")" $'Harold Informanto|\nPetra Lindqvist|Karl Zebraquist'
is "each once" "$(sql -c "select count(*) from minutes_store.attendance where name = 'Petra Lindqvist'" -c "select count(*) from minutes_store.attendance_restricted")" $'1\n0'
minutes2pgsql restrict WLP/2/25 --reason='not over' >/dev/null
is "a restriction takes them back" "$(seen liaison)" ''
is "not for a cleared reader" "$(entries | cut -d '|' -f 2-)" "$(cut -d '|' -f 2- <<<"$before")"
minutes2pgsql load -q --reparse "$work/recorded" >/dev/null 2>&1
is "a load keeps to it" "$(seen liaison)" ''
is "the open item's people stay" "$(as liaison "select count(*) from minutes.attendance where substitute_for is not null")" 2
minutes2pgsql restrict WLP/3/25 --reason='this as well' >/dev/null
is "a restricted item leaves the header's people, without its word" "$(as liaison "select name, substitute_for from minutes.attendance order by 1")" $'Ada Thorne|\nBen Marsh|\nGita Rao|\nPetra Lindqvist|'
minutes2pgsql lift WLP/3/25 --reason='this not' >/dev/null
is "and brings them back" "$(as liaison "select name, substitute_for from minutes.attendance where substitute_for is not null order by 1")" $'Ada Thorne|Mary Holt\nOlu Adeyemi|Dan Rooke'

# A document that marks the item only later, and rederive.
new_store recorded_later
sed -i 's/RESTRICTED - Apologies/Apologies/' "$work/recorded/panel.txt"
counts "$work/recorded" >/dev/null
is "an open item's people are open" "$(as liaison "select count(*) from minutes.attendance where name = 'Harold Informanto'")" 1
sed -i 's/Zebraquux Trust)\./&  This item was restricted because it named an informant./' "$work/recorded/panel.txt"
counts "$work/recorded" >/dev/null
is "a new version that restricts the item closes them" "$(seen liaison)" ''
sed -i 's/ *This item was restricted because it named an informant\.//' "$work/recorded/panel.txt"
counts "$work/recorded" >/dev/null
sql -c "update minutes_store.item_text_open set item_text = item_text || ' This item was restricted because it named an informant.' where item_text ~ 'Informanto'"
minutes2pgsql rederive >/dev/null 2>&1
is "rederive closes them with their item" "$(seen liaison)" ''

# A store of before: its rows say of no item.
sql <<'SQL'
with r as (delete from minutes_store.attendance_restricted where filled = 0 returning *)
insert into minutes_store.attendance (body_id, attendance_id, meeting_id, ordinal, capacity, name, organisation, as_printed, source_line)
select body_id, attendance_id, meeting_id, ordinal, capacity, name, organisation, as_printed, source_line from r;
update minutes_store.attendance a set substitute_for = r.substitute_for from minutes_store.attendance_restricted r where r.fills = a.attendance_id;
drop view minutes.attendance cascade;
drop function minutes.find_people cascade;
drop table minutes_store.attendance_restricted cascade;
alter table minutes_store.attendance drop column item_id cascade, drop column is_restricted, drop column filled;
delete from minutes_store.migrations where version = 50;
SQL
minutes2pgsql init -q >"$work/out" 2>"$work/err"
is "init closes what older stores had open" "$(seen liaison)" ''
is "and keeps it for cleared readers" "$(as vetted "select count(*) from minutes.attendance where name = 'Harold Informanto'")" 1
