-- The type restriction: set of grounds on which an item is kept from the public such as {financial,unstated}

create type @extschema@.restriction;

create function @extschema@.restriction_in(cstring)
returns @extschema@.restriction
as 'MODULE_PATHNAME', 'restriction_in'
language c
immutable
strict
parallel safe;

comment on function @extschema@.restriction_in(cstring)
is 'reads a set of grounds from text';

create function @extschema@.restriction_out(@extschema@.restriction)
returns cstring
as 'MODULE_PATHNAME', 'restriction_out'
language c
immutable
strict
parallel safe;

comment on function @extschema@.restriction_out(@extschema@.restriction)
is 'writes a set of grounds as text';

create function @extschema@.restriction_recv(internal)
returns @extschema@.restriction
as 'MODULE_PATHNAME', 'restriction_recv'
language c
immutable
strict
parallel safe;

comment on function @extschema@.restriction_recv(internal)
is 'reads a set of grounds from binary';

create function @extschema@.restriction_send(@extschema@.restriction)
returns bytea
as 'MODULE_PATHNAME', 'restriction_send'
language c
immutable
strict
parallel safe;

comment on function @extschema@.restriction_send(@extschema@.restriction)
is 'writes a set of grounds as binary';

create type @extschema@.restriction (
    input = @extschema@.restriction_in,
    output = @extschema@.restriction_out,
    receive = @extschema@.restriction_recv,
    send = @extschema@.restriction_send,
    like = pg_catalog.int4
);

comment on type @extschema@.restriction
is 'set of grounds on which an item is kept from the public such as {financial,unstated}';

create cast (@extschema@.restriction as text)
with inout;

comment on cast (@extschema@.restriction as text)
is 'explicit only';
