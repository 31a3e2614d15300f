-- The parts of agenda codes, and codes in texts and lists.

create function @extschema@.agenda_code_prefix(@extschema@.agenda_code)
returns text
as 'MODULE_PATHNAME', 'agenda_code_prefix'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_prefix(@extschema@.agenda_code)
is 'prefix in upper case, NULL without one';

create function @extschema@.agenda_code_number(@extschema@.agenda_code)
returns integer
as 'MODULE_PATHNAME', 'agenda_code_number'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_number(@extschema@.agenda_code)
is 'number, 1 to 9999';

create function @extschema@.agenda_code_suffix(@extschema@.agenda_code)
returns text
as 'MODULE_PATHNAME', 'agenda_code_suffix'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_suffix(@extschema@.agenda_code)
is 'letter behind the number in upper case, NULL without one';

create function @extschema@.agenda_code_year(@extschema@.agenda_code)
returns integer
as 'MODULE_PATHNAME', 'agenda_code_year'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_year(@extschema@.agenda_code)
is 'year in full in which the municipal year starts';

create function @extschema@.agenda_code_municipal_year(@extschema@.agenda_code)
returns text
as 'MODULE_PATHNAME', 'agenda_code_municipal_year'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_municipal_year(@extschema@.agenda_code)
is 'municipal year such as 2025/26';

create function @extschema@.make_agenda_code(prefix text, number integer, year integer, suffix text default null)
returns @extschema@.agenda_code
as 'MODULE_PATHNAME', 'make_agenda_code'
language c
immutable
parallel safe;

comment on function @extschema@.make_agenda_code(prefix text, number integer, year integer, suffix text)
is 'agenda code of its parts, the prefix NULL or empty for none, the year in full';

create function @extschema@.try_agenda_code(text)
returns @extschema@.agenda_code
as 'MODULE_PATHNAME', 'try_agenda_code'
language c
immutable
strict
parallel safe;

comment on function @extschema@.try_agenda_code(text)
is 'agenda code that a whole text is, NULL where it is none';

create function @extschema@.agenda_codes(
    body text,
    out ordinal integer,
    out code @extschema@.agenda_code,
    out matched text,
    out start_at integer,
    out length integer
)
returns setof record
as 'MODULE_PATHNAME', 'agenda_codes'
language c
immutable
strict
parallel safe
cost 100
rows 2;

comment on function @extschema@.agenda_codes(text)
is 'agenda codes with a prefix in running text, in order, each with where it stands';

create function @extschema@.agenda_code_gaps(@extschema@.agenda_code[])
returns setof @extschema@.agenda_code
as 'MODULE_PATHNAME', 'agenda_code_gaps'
language c
immutable
strict
parallel safe
cost 10
rows 10;

comment on function @extschema@.agenda_code_gaps(@extschema@.agenda_code[])
is 'numbers missing between the first and the last of each prefix and year';
