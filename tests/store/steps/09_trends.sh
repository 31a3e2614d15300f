# Series of the documents' changes, and users' synonyms that stay.
new_store trends
fresh_documents
counts "$work/documents" >/dev/null
series="select category, change_percent::float8, coalesce(period_start::text, '-') from minutes.crime_trends where not is_restricted order by 1, 2"
is "changes by category" "$(sql -c "$series")" $'burglary|-5.5|-\nshoplifting|-8|-\nvehicle_offences|12.3|-'
sed -i 's/Burglary had fallen by 5.5%/Burglary had fallen by 5.5% in April 2025/' "$work/documents/board-2025-06-04.txt"
counts "$work/documents" >/dev/null
is "the period that a sentence states" "$(sql -c "select period_start, period_end from minutes.crime_trends where category = 'burglary'")" "2025-04-01|2025-04-30"
sql -c "insert into minutes_store.crime_synonyms (phrase, category) values ('Complaints', 'asb'), ('shoplifting', null)"
exits "init over it" 0 minutes2pgsql init -q
is "keeps users' synonyms" "$(sql -c 'select phrase, category from minutes_store.crime_synonyms order by 1')" $'Complaints|asb\nshoplifting|'
is "which set a metric aside" "$(sql -c "select why from minutes.crime_trends_unmatched where metric = 'Shoplifting'")" set_aside
sql -c "delete from minutes_store.crime_words where category = 'burglary'; update minutes_store.crime_categories set name = 'x' where category = 'arson'"
exits "init once more" 0 minutes2pgsql init -q
is "renews the shipped words" "$(sql -c "select (select count(*) > 0 from minutes_store.crime_words where category = 'burglary'), (select name from minutes_store.crime_categories where category = 'arson')")" "t|Arson"
