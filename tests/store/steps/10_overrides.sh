# People's decisions survive what is loaded after them, and where that is not certain more stays restricted, never less.
new_store decided
fresh_documents
counts "$work/documents" >/dev/null
board="$work/documents/board-2025-06-04.txt"
sql -c "create role secretary login in role minutes_cleared" -c "create role visitor login in role minutes_reader" -c "create role nobody_at_all login"

sides() {
    sql -c "select string_agg(code || case when is_restricted then ' closed' else ' open' end, ', ' order by code_sort, item_id) from minutes.agenda_items where held_on = '2025-06-04' and body like 'Wex%'"
}
# of WSB/1 to WSB/6
all="WSB/1/25 open, WSB/2/25 open, WSB/3/25 open, WSB/4/25 closed, WSB/5/25 open, WSB/6/25 open"
is "what the document says" "$(sides)" "$all"
exits "a cleared reader restricts" 0 minutes2pgsql restrict -U secretary 'wexcombe safety board/2025-06-04/wsb/5/25' --grounds=victim,intelligence --reason='names the house of heron'
is "and is told which item" "$(sed 's/decision.*/decision/' "$work/out")" "WSB/5/25 of Wexcombe Safety Board on 2025-06-04: restricted (decision"
exits "by its code" 0 minutes2pgsql lift -U secretary WSB/4/25 --reason='the operation is over'
now="WSB/1/25 open, WSB/2/25 open, WSB/3/25 open, WSB/4/25 open, WSB/5/25 closed, WSB/6/25 open"
is "the sides" "$(sides)" "$now"
is "who and what" "$(sql -c "select string_agg(concat_ws(' ', action, code, grounds, decided_by, state, reason), '; ' order by override_id) from minutes.restriction_history")" \
    "restrict WSB/5/25 victim, intelligence secretary in_force names the house of heron; lift WSB/4/25 secretary in_force the operation is over"
exits "a reader may not" 4 minutes2pgsql restrict -U visitor WSB/6/25 --reason=x
exits "nor lift" 4 minutes2pgsql lift -U visitor WSB/5/25 --reason=x
exits "nor a stranger" 4 minutes2pgsql restrict -U nobody_at_all WSB/6/25 --reason=x
exits "an item that is not there" 1 minutes2pgsql restrict WSB/99/25 --reason=x
exits "an id that is not there" 1 minutes2pgsql restrict 424242 --reason=x
exits "an item that is not restricted" 4 minutes2pgsql lift WSB/6/25 --reason=x
is "by its id" "$(minutes2pgsql restrict "$(sql -c "select item_id from minutes.agenda_items where code = 'ALC/12/25'")" --reason=x | sed 's/(.*//')" "ALC/12/25 of Ambleford Licensing Committee on 2025-07-15: restricted "
ok "the server's log has nobody's reasons" bash -c "! grep 'names the house\|operation is over' '$CLUSTER_DIR/data/server.log'"

# Loads after it.
is "an edit elsewhere" "$(sed -i 's/no other business/no further business/' "$board"; counts "$work/documents") $(sides)" "0/1/2/0 $now"
is "an edit of what is restricted" "$(sed -i 's/The Board thanked/The Board warmly thanked/' "$board"; counts "$work/documents") $(sides)" "0/1/2/0 $now"
is "read again" "$(counts --reparse "$work/documents") $(sides)" "0/3/0/0 $now"
is "init again" "$(minutes2pgsql init -q && sides)" "$now"
is "a new title of what is restricted" "$(sed -i 's/Noise in Mill Lane/Noise in Mill Lane and elsewhere/; s/warmly thanked/thanked/' "$board"; counts "$work/documents") $(sides)" "0/1/2/0 $now"
is "whose minutes these are, said later" "$(counts --reparse --authority 'Wexcombe Council' "$work/documents") $(sides) $(sql -c "select count(*) from minutes.restriction_history h join minutes.agenda_items i using (body_id, item_id)")" "0/3/0/0 $now 3"
is "the dump keeps them" "$(pg_dump decided >"$work/dump.sql"; createdb decided2; psql -qX -d decided2 -f "$work/dump.sql" >/dev/null 2>&1; PGDATABASE=decided2; export PGDATABASE; counts --authority 'Wexcombe Council' --reparse "$work/documents"; sides)" $'0/3/0/0\n'"$now"
export PGDATABASE=decided

# A lift falls where the item has another title and text; a restriction that cannot be told closes what is not certainly something else.
cp "$board" "$work/board.kept"
is "another title and text under the lifted code" \
    "$(sed -i 's/RESTRICTED - Operation Heron/RESTRICTED - Operation Egret/; s/Members heard that stops/Stops/' "$board"; counts --authority 'Wexcombe Council' "$work/documents") $(sides)" \
    "0/1/2/0 WSB/1/25 open, WSB/2/25 open, WSB/3/25 open, WSB/4/25 closed, WSB/5/25 closed, WSB/6/25 open"
is "which is a doubt" "$(sql -c "select string_agg(check_name, ' ') from minutes.data_quality where check_name like '%not_matched'")" lift_not_matched
sed -i 's,^WSB/6/25,WSB/7/25,; s,^WSB/5/25,WSB/6/25,; s,^WSB/4/25,WSB/5/25,' "$board"
sed -i 's,^WSB/5/25,WSB/4/25 New Business\n\nNothing came of it.\n\nWSB/5/25,' "$board"
is "items numbered anew" "$(counts --authority 'Wexcombe Council' "$work/documents") $(sides)" \
    "0/1/2/0 WSB/1/25 open, WSB/2/25 open, WSB/3/25 open, WSB/4/25 closed, WSB/5/25 closed, WSB/6/25 closed, WSB/7/25 closed"
is "nothing of what was restricted is open" "$(psql -U visitor -qXAt -c "select count(*) from minutes.agenda_items where item_text like '%omplaints%'")" 0
is "each is a doubt, and a decision that may be lifted" "$(sql -c "select count(*) from minutes.data_quality where check_name = 'restriction_not_matched'")" 4
is "which holds from then on" "$(sed -i 's/New Business/Quite New Business/' "$board"; counts --authority 'Wexcombe Council' "$work/documents") $(sides | grep -o closed | wc -l)" "0/1/2/0 4"
for code in WSB/4/25 WSB/7/25; do minutes2pgsql lift "Wexcombe Safety Board/2025-06-04/$code" --reason='not the one' >/dev/null; done
is "and is lifted one by one" "$(sides | grep -o closed | wc -l) $(sql -c "select count(*) from minutes.data_quality where check_name = 'restriction_not_matched'")" "2 2"

# A lift in the future.
exits "a lift in the future" 0 minutes2pgsql lift WSB/6/25 --on=2099-12-31 --reason='published by then'
ok "says when" grep -q 'will be lifted on 2099-12-31' "$work/out"
is "changes nothing yet" "$(minutes2pgsql lift-due) $(sides | grep -o closed | wc -l)" "0 items opened 2"
is "survives a load" "$(sed -i 's/further business/other business/' "$board"; counts --authority 'Wexcombe Council' "$work/documents") $(sql -c "select state from minutes.restriction_history order by override_id desc limit 1")" "0/1/2/0 pending"
sql -c "update minutes_store.overrides set takes_effect_on = current_date where state = 'pending'"
exits "a reader carries out none" 4 minutes2pgsql lift-due -U visitor
is "is carried out by the next load" "$(counts --authority 'Wexcombe Council' "$work/documents") $(sides | grep -o closed | wc -l)" "0/0/3/0 1"
exits "another lift in the future" 0 minutes2pgsql lift WSB/5/25 --on=2099-12-31 --reason='published by then'
sql -c "update minutes_store.overrides set takes_effect_on = current_date where state = 'pending'"
is "or by itself" "$(minutes2pgsql lift-due -U secretary) $(sides | grep -o closed | wc -l)" "1 item opened 0"
minutes2pgsql restrict WSB/5/25 --reason=y >/dev/null
minutes2pgsql lift WSB/5/25 --on=2099-12-31 --reason=y >/dev/null
minutes2pgsql restrict WSB/5/25 --reason='for good' >/dev/null
is "a later restriction ends a lift that is not due" "$(sql -c "select string_agg(state, ' ' order by override_id) from (select * from minutes.restriction_history order by override_id desc limit 3) h")" "ended ended in_force"

# A code that several bodies have, and items without one.
is "a code that is not one item's" "$(sed 's/Ambleford/Otherham/; s/15th/22nd/' "$work/documents/committee-2025-07-15.txt" >"$work/other.txt"; counts "$work/other.txt"; minutes2pgsql restrict ALC/11/25 --reason=x 2>&1 | sed 's/[0-9]* (/(/g')" \
    $'1/0/0/0\nminutes2pgsql: "ALC/11/25" may be any of several items: (Ambleford Licensing Committee, 2025-07-15); (Otherham Licensing Committee, 2025-07-22); name it by its item_id'
for weir in 1 2; do
    printf 'Otherham Parish Council\n\nMinutes of the meeting held on 1st May 202%s.\n\nPresent: Cllr A. Bird\n\n1. Welcome\n\nAll were welcomed.\n\n2. The Heron\n\nThe bird was seen by the %s weir.\n\n3. Close\n\nThe meeting was closed.\n' 4 "$weir" >"$work/parish.$weir"
done
cp "$work/parish.1" "$work/parish.txt"
counts "$work/parish.txt" >/dev/null
minutes2pgsql restrict 'Otherham Parish Council/2024-05-01/2' --reason=x >"$work/out" 2>&1
parish() {
    sql -c "select string_agg(coalesce(title, '') || case when is_restricted then ' closed' else ' open' end, ', ' order by position) from minutes.agenda_items where held_on = '2024-05-01'"
}
is "an item with a bare number" "$(parish)" "Welcome open, The Heron closed, Close open"
is "is known by its title" "$(cp "$work/parish.2" "$work/parish.txt"; sed -i 's/^3\. /4. /; s/^2\. /3. /; s/^1\. Welcome/1. Prayers\n\nPrayers were said.\n\n2. Welcome/' "$work/parish.txt"; counts "$work/parish.txt"; parish)" \
    $'0/1/0/0\nPrayers open, Welcome open, The Heron closed, Close open'
is "with another title and text what is new is closed" "$(sed -i 's/The Heron/The Egret/; s/The bird was/It was/' "$work/parish.txt"; counts "$work/parish.txt"; parish)" \
    $'0/1/0/0\nPrayers open, Welcome open, The Egret closed, Close open'

# An older store is brought up to date with what is in it.
new_store older
counts tests/store/documents >/dev/null
sql -q <<'SQL'
set role minutes_loader;
drop publication minutes_public;
drop view minutes.restriction_history;
drop view minutes.data_quality;
drop function minutes_store.note_override;
drop table minutes_store.override_reason_restricted, minutes_store.overrides;
alter table minutes_store.attachments_restricted drop column of_its_own;
drop index minutes_store.item_text_open_words;
delete from minutes_store.migrations where version in (10, 11);
SQL
exits "a load into an older store" 4 minutes2pgsql load tests/store/documents
exits "init of an older store" 0 minutes2pgsql init
is "keeps what is in it" "$(counts tests/store/documents)" 0/0/3/0
exits "and takes decisions" 0 minutes2pgsql restrict WSB/5/25 --reason=x
