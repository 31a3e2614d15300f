# Real minutes, where they are beside the checkout.
if [ -d ../shared/minutes ]; then
    new_store real
    mkdir "$work/real"
    cp ../shared/minutes/*.txt "$work/real"
    is "five new documents" "$(counts "$work/real")" 5/0/0/0
    is "their rows" "$(sql -c 'select (select count(*) from minutes.agenda_items), (select count(*) from minutes.percentage_changes), (select count(*) from minutes.restricted_items), (select count(*) from minutes.attendance)')" \
        "54|24|11|75"
    versions >"$work/before"
    is "again: five unchanged" "$(counts "$work/real")" 0/0/5/0
    versions >"$work/after"
    ok "nothing changed" cmp "$work/before" "$work/after"
    sql -c "select item_id, code, title from minutes.agenda_items order by 1" >"$work/before"
    first=$(find "$work/real" -name '*.txt' | sort | head -n 1)
    sed -i 's/Members noted/Members welcomed/' "$first"
    is "an edited copy" "$(counts "$work/real")" 0/1/4/0
    ok "keeps the ids of its items" diff "$work/before" <(sql -c "select item_id, code, title from minutes.agenda_items order by 1")
else
    n=$((n + 1))
    echo "ok $n - $step: real minutes # SKIP they are not here"
fi
