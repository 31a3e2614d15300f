# A second server receives the open part of a store, and nothing else.
new_store published
fresh_documents
counts "$work/documents" >/dev/null
sql -c "create role copier login replication in role minutes_reader"
psql -qXAt -U copier -c "select 1" >/dev/null
for view in bodies meetings agenda_items attendance decisions percentage_changes restricted_items attachments data_quality restriction_history crime_trends crime_trends_by_category attendance_by_person attendance_by_organisation people_merges outcomes_by_year restricted_share_by_year restricted_share_by_ground code_gaps; do
    psql -qXAt -U copier -c "select '$view', v::text from minutes.$view v order by 2"
done >"$work/there"
sql -c "select document_id, uri, format, loaded_at from minutes.documents order by 1" >"$work/documents_there"
mkdir "$work/copy"
chmod 755 "$work"
PUBLISHER=$PGHOST scripts/with-cluster tests/store/copy.sh "$work/copy" "$work/documents" >"$work/copy/out" 2>"$work/copy/err" || sed 's/^/# /' "$work/copy/err"
is "every item is listed there" "$(cat "$work/copy/items")" "$(sql -c 'select count(*) from minutes.agenda_items')"
is "every table has come" "$(cat "$work/copy/tables")" 0
ok "a superuser there sees what a reader sees here" diff "$work/there" "$work/copy/here"
ok "the documents are listed there" diff "$work/documents_there" "$work/copy/documents"
is "without digest or size, which would confirm a guess at what is restricted" "$(cat "$work/copy/digests")" 0
is "not one restricted row is there" "$(cat "$work/copy/restricted")" ""
is "a load arrives" "$(cat "$work/copy/load")" "There was other business at last."
is "an item that is restricted loses its open rows there" "$(cat "$work/copy/restrict")" "t||0|0"
is "the decision arrives, its reason does not" "$(cat "$work/copy/history")" "restrict|"
is "an item that is lifted arrives" "$(cat "$work/copy/lift")" "f|t|1"
is "and still not one restricted row" "$(cat "$work/copy/restricted.later")" ""
is "the role that copies reads nothing restricted" "$(cat "$work/copy/copier")" 0
is "the store loads on" "$(counts "$work/documents")" 0/0/3/0
is "init with the publication there" "$(minutes2pgsql init -q && sql -c "select count(*) from pg_publication")" 1
# The publication of a store of before had them.
sql -c "alter publication minutes_public set table minutes_store.documents"
minutes2pgsql init -q
is "init takes digests out of a publication of before" "$(sql -c "select count(*), bool_or(attnames && array['sha256', 'byte_count']::name[]) from pg_publication_tables where pubname = 'minutes_public'")" "19|f"
sql -c "alter publication minutes_public add table minutes_store.item_text_restricted"
sql -c "alter publication minutes_public drop table minutes_store.documents" -c "alter publication minutes_public add table minutes_store.documents"
minutes2pgsql init -q
is "and nothing else in" "$(sql -c "select count(*), bool_or(attnames && array['sha256', 'byte_count']::name[]), bool_or(tablename ~ 'restricted') from pg_publication_tables where pubname = 'minutes_public'")" "19|f|f"
