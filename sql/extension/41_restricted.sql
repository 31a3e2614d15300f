-- Who may not read an item, by its own words.

create function @extschema@.classify_restriction(
    title text,
    body text,
    nation text default 'england',
    on_date date default null
)
returns @extschema@.restriction
as 'MODULE_PATHNAME', 'classify_restriction'
language c
immutable
parallel safe
cost 500;

comment on function @extschema@.classify_restriction(text, text, text, date)
is 'grounds on which an item is restricted by its own words, NULL for an open item; without a body the title decides';

create function @extschema@.restriction_reason(body text)
returns text
as 'MODULE_PATHNAME', 'restriction_reason'
language c
immutable
strict
parallel safe
cost 500;

comment on function @extschema@.restriction_reason(text)
is 'sentence of a minute that states why it is restricted, NULL without one';
