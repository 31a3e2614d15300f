-- Look-up of people and titles by names that need not be spelt right, with PostgreSQL's own pg_trgm. Both are open, those of restricted items too.

create index attendance_name_trigrams on minutes_store.attendance
using gin (name @trigrams@.gin_trgm_ops);

create index agenda_items_title_trigrams on minutes_store.agenda_items
using gin (title @trigrams@.gin_trgm_ops);

comment on index minutes_store.attendance_name_trigrams is 'serves minutes.find_people() and name ilike ''%...%''';
comment on index minutes_store.agenda_items_title_trigrams is 'serves minutes.find_titles() and title ilike ''%...%''';

-- The first form of the search had fewer parameters.
drop function if exists minutes.search(text, int);
