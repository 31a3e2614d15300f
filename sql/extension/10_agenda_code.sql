-- The type agenda_code: code of an agenda item such as ABC/67/25: prefix, number, suffix, year

create type @extschema@.agenda_code;

create function @extschema@.agenda_code_in(cstring)
returns @extschema@.agenda_code
as 'MODULE_PATHNAME', 'agenda_code_in'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_in(cstring)
is 'reads an agenda code from text';

create function @extschema@.agenda_code_out(@extschema@.agenda_code)
returns cstring
as 'MODULE_PATHNAME', 'agenda_code_out'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_out(@extschema@.agenda_code)
is 'writes an agenda code as text';

create function @extschema@.agenda_code_recv(internal)
returns @extschema@.agenda_code
as 'MODULE_PATHNAME', 'agenda_code_recv'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_recv(internal)
is 'reads an agenda code from binary';

create function @extschema@.agenda_code_send(@extschema@.agenda_code)
returns bytea
as 'MODULE_PATHNAME', 'agenda_code_send'
language c
immutable
strict
parallel safe;

comment on function @extschema@.agenda_code_send(@extschema@.agenda_code)
is 'writes an agenda code as binary';

create type @extschema@.agenda_code (
    input = @extschema@.agenda_code_in,
    output = @extschema@.agenda_code_out,
    receive = @extschema@.agenda_code_recv,
    send = @extschema@.agenda_code_send,
    like = pg_catalog.int8
);

comment on type @extschema@.agenda_code
is 'code of an agenda item such as ABC/67/25: prefix, number, suffix, year';

create cast (@extschema@.agenda_code as text)
with inout;

comment on cast (@extschema@.agenda_code as text)
is 'explicit only';
