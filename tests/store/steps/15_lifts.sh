# A lift is one of what the item said and of the grounds it had: other words or other grounds end it, before its day or after.
new_store lifts
sql -c "create role passer_by login in role minutes_reader"
mkdir "$work/lifts"
price() {
    printf 'Otherham Estates Committee\n\nMinutes of the meeting held on 4th June 2025.\n\nPresent: Cllr A. Bird\n\nOEC/1/25 Welcome\n\nAll were welcomed.\n\nOEC/2/25 The Old Mill\n\n%s\n\nOEC/3/25 Close\n\nThe meeting was closed.\n' "$1" >"$work/lifts/a.txt"
}
mill() {
    sql -c "select case when is_restricted then 'closed' else 'open' end || ' ' || coalesce((select o.state from minutes.restriction_history o where o.item_id = i.item_id order by override_id desc limit 1), 'none')
        || ' ' || (select count(*) from minutes.data_quality q where q.check_name = 'lift_not_matched') from minutes.agenda_items i where code = 'OEC/2/25'"
}
read_by_all() {
    psql -U passer_by -qXAt -c "select count(*) from minutes.agenda_items where item_text ~ 'price|victim|lane'"
}
sold='This item is restricted due to commercial sensitivity. The price is 4m.'
hurt='This item is restricted due to sensitive victim information. The victim lives by the mill.'

for when in now later; do
    PGDATABASE=postgres dropdb --if-exists lifts 2>/dev/null
    new_store lifts
    price "$sold"
    counts "$work/lifts" >/dev/null
    is "$when: restricted" "$(mill)" "closed none 0"
    if [ $when = now ]; then
        minutes2pgsql lift OEC/2/25 --reason=sold >/dev/null
        held="open in_force 0" gone="closed lost 1"
    else
        minutes2pgsql lift OEC/2/25 --reason=sold --on=2099-12-31 >/dev/null
        held="closed pending 0" gone="closed lost 1"
    fi
    is "$when: lifted" "$(mill)" "$held"
    sed -i 's/All were welcomed/Everybody was welcomed/' "$work/lifts/a.txt"
    is "$when: a word elsewhere changes nothing" "$(counts "$work/lifts") $(mill)" "0/1/0/0 $held"
    is "$when: nor does reading again" "$(counts --reparse "$work/lifts") $(mill)" "0/1/0/0 $held"
    is "$when: nor deriving again" "$(minutes2pgsql rederive >/dev/null; mill)" "$held"
    price "$hurt"
    is "$when: other words and other grounds" "$(counts "$work/lifts") $(mill) $(read_by_all)" "0/1/0/0 $gone 0"
    sql -c "update minutes_store.overrides set takes_effect_on = current_date"
    is "$when: nothing is due" "$(minutes2pgsql lift-due) $(mill) $(read_by_all)" "0 items opened $gone 0"
    is "$when: the old words do not bring the lift back" "$(price "$sold"; counts "$work/lifts") $(mill)" "0/1/0/0 $gone"
done

# Other words on the same grounds.
minutes2pgsql lift OEC/2/25 --reason=sold >/dev/null
price "${sold/4m/5m to the owner of the lane}"
is "other words on the same grounds" "$(counts "$work/lifts") $(mill) $(read_by_all)" "0/1/0/0 closed lost 1 0"

# The same words, of which the version that loaded them found other grounds: the decision was on those.
price "$hurt"
counts "$work/lifts" >/dev/null
then_grounds() {
    sql -c "update minutes_store.overrides set former_grounds = '{unstated}' where state in ('in_force', 'pending')"
}
for how in "rederive" "load -q --reparse $work/lifts"; do
    minutes2pgsql lift OEC/2/25 --reason=sold >/dev/null
    then_grounds
    is "$how: open before" "$(mill)" "open in_force 0"
    # shellcheck disable=SC2086
    minutes2pgsql $how >/dev/null 2>&1
    is "$how: grounds that were not lifted" "$(mill) $(read_by_all)" "closed lost 1 0"
    is "$how: and they are the item's" "$(sql -c "select grounds from minutes.restricted_items where code = 'OEC/2/25'")" victim
    minutes2pgsql lift OEC/2/25 --reason=sold --on=2099-12-31 >/dev/null
    then_grounds
    # shellcheck disable=SC2086
    minutes2pgsql $how >/dev/null 2>&1
    is "$how: grounds of a lift to come" "$(mill)" "closed lost 1"
done
minutes2pgsql lift OEC/2/25 --reason=sold --on=2099-12-31 >/dev/null
then_grounds
sql -c "update minutes_store.overrides set takes_effect_on = current_date where state = 'pending'"
is "lift-due looks, too" "$(minutes2pgsql lift-due) $(mill)" "0 items opened closed lost 1"
minutes2pgsql lift OEC/2/25 --reason=sold --on=2099-12-31 >/dev/null
sql -c "update minutes_store.overrides set takes_effect_on = current_date where state = 'pending'"
is "and carries out what covers it" "$(minutes2pgsql lift-due) $(mill)" "1 item opened open in_force 0"

# What only a person restricted is open again once a person lifted that: then the document's words hold, whatever becomes of them.
price 'The repairs to the wheel were noted.'
counts "$work/lifts" >/dev/null
minutes2pgsql restrict OEC/2/25 --reason='a claim is near' >/dev/null
is "a person restricts what the document does not" "$(mill | cut -d" " -f1,2)" "closed in_force"
minutes2pgsql lift OEC/2/25 --reason='the claim is settled' >/dev/null
is "a person lifts it" "$(mill | cut -d" " -f1,2)" "open in_force"
price 'The repairs to the wheel and to the lane were noted.'
counts "$work/lifts" >/dev/null
is "edited, it is as the document says: open" "$(mill | cut -d' ' -f1) $(read_by_all)" "open 1"
price 'The repairs to the wheel and the lane were noted. This item was restricted as it named a victim.'
counts "$work/lifts" >/dev/null
is "and closed as soon as the document restricts it" "$(mill | cut -d' ' -f1) $(read_by_all)" "closed 0"
