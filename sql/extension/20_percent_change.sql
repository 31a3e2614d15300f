-- The type percent_change: signed change in percent or percentage points such as -13.8% or +3pp

create type @extschema@.percent_change;

create function @extschema@.percent_change_in(cstring)
returns @extschema@.percent_change
as 'MODULE_PATHNAME', 'percent_change_in'
language c
immutable
strict
parallel safe;

comment on function @extschema@.percent_change_in(cstring)
is 'reads a percentage change from text';

create function @extschema@.percent_change_out(@extschema@.percent_change)
returns cstring
as 'MODULE_PATHNAME', 'percent_change_out'
language c
immutable
strict
parallel safe;

comment on function @extschema@.percent_change_out(@extschema@.percent_change)
is 'writes a percentage change as text';

create function @extschema@.percent_change_recv(internal)
returns @extschema@.percent_change
as 'MODULE_PATHNAME', 'percent_change_recv'
language c
immutable
strict
parallel safe;

comment on function @extschema@.percent_change_recv(internal)
is 'reads a percentage change from binary';

create function @extschema@.percent_change_send(@extschema@.percent_change)
returns bytea
as 'MODULE_PATHNAME', 'percent_change_send'
language c
immutable
strict
parallel safe;

comment on function @extschema@.percent_change_send(@extschema@.percent_change)
is 'writes a percentage change as binary';

create type @extschema@.percent_change (
    input = @extschema@.percent_change_in,
    output = @extschema@.percent_change_out,
    receive = @extschema@.percent_change_recv,
    send = @extschema@.percent_change_send,
    like = pg_catalog.int8
);

comment on type @extschema@.percent_change
is 'signed change in percent or percentage points such as -13.8% or +3pp';

create cast (@extschema@.percent_change as text)
with inout;

comment on cast (@extschema@.percent_change as text)
is 'explicit only';
