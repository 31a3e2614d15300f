-- Full-text search of open minutes: by this expression, which queries have to use.

create index item_text_open_words on minutes_store.item_text_open
using gin (pg_catalog.to_tsvector('english', item_text));

comment on index minutes_store.item_text_open_words is 'serves to_tsvector(''english'', item_text) @@ websearch_to_tsquery(''english'', ...)';
