#!/usr/bin/env bash
# The other server of steps/11_public_copy.sh, which runs this in a cluster of its own: subscribes to the store at $PUBLISHER, and writes what
# arrives into $1 as changes happen there. $2 is the directory of documents.
set -uo pipefail
results=$1 documents=$2

here() {
    psql -qXAt -v ON_ERROR_STOP=1 -d copy "$@"
}
# there COMMAND...: at the publisher
there() {
    PGHOST=$PUBLISHER PGDATABASE=published "$@"
}
# arrives WANTED QUERY: waits until the query says what is wanted, and prints what it says after ten seconds at most
arrives() {
    local got=''
    for _ in $(seq 100); do
        got=$(here -c "$2")
        [ "$got" = "$1" ] && break
        sleep 0.1
    done
    echo "$got"
}
rows() {
    local table
    for table in $(here -c "select relname from pg_class where relnamespace = 'minutes_store'::regnamespace and relkind = 'r' and relname like '%\\_restricted' order by 1"); do
        here -c "select '$table', count(*) from minutes_store.$table having count(*) > 0"
    done
}

createdb copy
minutes2pgsql init -q -d copy
here -c "create subscription minutes_copy connection 'host=$PUBLISHER port=$PGPORT user=copier dbname=published' publication minutes_public"
items=$(there psql -qXAt -c 'select count(*) from minutes.agenda_items')
arrives "$items" 'select count(*) from minutes.agenda_items' >"$results/items"
arrives 0 "select count(*) from pg_subscription_rel where srsubstate not in ('r', 's')" >"$results/tables"
rows >"$results/restricted"
for view in bodies meetings agenda_items attendance decisions percentage_changes restricted_items attachments data_quality restriction_history crime_trends crime_trends_by_category attendance_by_person attendance_by_organisation people_merges outcomes_by_year restricted_share_by_year restricted_share_by_ground code_gaps; do
    here -c "select '$view', v::text from minutes.$view v order by 2"
done >"$results/here"
here -c "select document_id, uri, format, loaded_at from minutes.documents order by 1" >"$results/documents"
here -c "select count(*) from minutes_store.documents where sha256 is not null or byte_count is not null" >"$results/digests"

# A load there.
sed -i 's/no other business/other business at last/' "$documents/board-2025-06-04.txt"
there minutes2pgsql load -q "$documents" >/dev/null 2>&1
arrives 'There was other business at last.' "select item_text from minutes.agenda_items where code = 'WSB/6/25'" >"$results/load"
# A restriction there, and a lift.
there minutes2pgsql restrict WSB/5/25 --reason='names a house' >/dev/null
arrives 't||0|0' "select is_restricted, item_text, (select count(*) from minutes.percentage_changes c where c.item_id = i.item_id),
    (select count(*) from minutes_store.item_text_open t where t.item_id = i.item_id) from minutes.agenda_items i where code = 'WSB/5/25'" >"$results/restrict"
here -c "select action, reason from minutes.restriction_history" >"$results/history"
there minutes2pgsql lift WSB/4/25 --reason='over' >/dev/null
arrives 'f|t|1' "select is_restricted, item_text is not null, (select count(*) from minutes.percentage_changes c where c.item_id = i.item_id)
    from minutes.agenda_items i where code = 'WSB/4/25'" >"$results/lift"
rows >"$results/restricted.later"
# The role that copies reads no more than a reader.
there psql -qXAt -U copier -c 'select count(*) from minutes_store.item_text_restricted' >"$results/copier"
here -c 'drop subscription minutes_copy'
