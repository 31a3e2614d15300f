-- What a minute decides.

create function @extschema@.minute_decisions(
    body text,
    out ordinal integer,
    out outcome text,
    out matched text,
    out start_at integer,
    out length integer
)
returns setof record
as 'MODULE_PATHNAME', 'minute_decisions'
language c
immutable
strict
parallel safe
cost 500
rows 2;

comment on function @extschema@.minute_decisions(text)
is 'operative outcomes of a minute (agreed, noted, approved, ...), in order, each with the words that decide it';
