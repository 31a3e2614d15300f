-- The version of the library behind the extension.

create function @extschema@.pg_minutes_version()
returns text
as 'MODULE_PATHNAME', 'pg_minutes_version'
language c
immutable
strict
parallel safe;

comment on function @extschema@.pg_minutes_version()
is 'version of the pg_minutes library that is loaded, X.Y.Z';
