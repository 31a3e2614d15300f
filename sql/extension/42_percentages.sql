-- What has changed by how many per cent.

create function @extschema@.percentage_changes(
    body text,
    out ordinal integer,
    out metric text,
    out change @extschema@.percent_change,
    out low numeric,
    out high numeric,
    out baseline text,
    out basis text,
    out qualifier text,
    out from_level numeric,
    out to_level numeric,
    out matched text,
    out start_at integer,
    out length integer
)
returns setof record
as 'MODULE_PATHNAME', 'percentage_changes'
language c
immutable
strict
parallel safe
cost 500
rows 2;

comment on function @extschema@.percentage_changes(text)
is 'percentage changes that a text reports, in order, each with who changed, against what, and where it says so';
