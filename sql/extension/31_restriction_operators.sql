-- Comparisons of restriction, which are those of integer: leakproof, so that a role under row security uses indexes.

create function @extschema@.restriction_lt(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'int4lt'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_lt(@extschema@.restriction, @extschema@.restriction)
is 'less than';

create function @extschema@.restriction_le(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'int4le'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_le(@extschema@.restriction, @extschema@.restriction)
is 'less than or equal';

create function @extschema@.restriction_eq(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'int4eq'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_eq(@extschema@.restriction, @extschema@.restriction)
is 'equal';

create function @extschema@.restriction_ne(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'int4ne'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_ne(@extschema@.restriction, @extschema@.restriction)
is 'not equal';

create function @extschema@.restriction_ge(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'int4ge'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_ge(@extschema@.restriction, @extschema@.restriction)
is 'greater than or equal';

create function @extschema@.restriction_gt(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'int4gt'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_gt(@extschema@.restriction, @extschema@.restriction)
is 'greater than';

create function @extschema@.restriction_cmp(@extschema@.restriction, @extschema@.restriction)
returns integer
as 'btint4cmp'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_cmp(@extschema@.restriction, @extschema@.restriction)
is 'less than, equal, greater than as -1, 0, 1';

create function @extschema@.restriction_sortsupport(internal)
returns void
as 'btint4sortsupport'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_sortsupport(internal)
is 'sort support';

create function @extschema@.restriction_hash(@extschema@.restriction)
returns integer
as 'hashint4'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_hash(@extschema@.restriction)
is 'hash';

create function @extschema@.restriction_hash_extended(@extschema@.restriction, bigint)
returns bigint
as 'hashint4extended'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_hash_extended(@extschema@.restriction, bigint)
is 'hash of 64 bits with a seed';

create operator @extschema@.< (
    function = @extschema@.restriction_lt,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.>),
    negator = operator(@extschema@.>=),
    restrict = pg_catalog.scalarltsel,
    join = pg_catalog.scalarltjoinsel
);

comment on operator @extschema@.< (@extschema@.restriction, @extschema@.restriction)
is 'less than';

create operator @extschema@.<= (
    function = @extschema@.restriction_le,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.>=),
    negator = operator(@extschema@.>),
    restrict = pg_catalog.scalarlesel,
    join = pg_catalog.scalarlejoinsel
);

comment on operator @extschema@.<= (@extschema@.restriction, @extschema@.restriction)
is 'less than or equal';

create operator @extschema@.= (
    function = @extschema@.restriction_eq,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.=),
    negator = operator(@extschema@.<>),
    hashes,
    merges,
    restrict = pg_catalog.eqsel,
    join = pg_catalog.eqjoinsel
);

comment on operator @extschema@.= (@extschema@.restriction, @extschema@.restriction)
is 'equal';

create operator @extschema@.<> (
    function = @extschema@.restriction_ne,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.<>),
    negator = operator(@extschema@.=),
    restrict = pg_catalog.neqsel,
    join = pg_catalog.neqjoinsel
);

comment on operator @extschema@.<> (@extschema@.restriction, @extschema@.restriction)
is 'not equal';

create operator @extschema@.>= (
    function = @extschema@.restriction_ge,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.<=),
    negator = operator(@extschema@.<),
    restrict = pg_catalog.scalargesel,
    join = pg_catalog.scalargejoinsel
);

comment on operator @extschema@.>= (@extschema@.restriction, @extschema@.restriction)
is 'greater than or equal';

create operator @extschema@.> (
    function = @extschema@.restriction_gt,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.<),
    negator = operator(@extschema@.<=),
    restrict = pg_catalog.scalargtsel,
    join = pg_catalog.scalargtjoinsel
);

comment on operator @extschema@.> (@extschema@.restriction, @extschema@.restriction)
is 'greater than';

create operator class @extschema@.restriction_ops
default for type @extschema@.restriction
using btree as
    operator 1 @extschema@.<,
    operator 2 @extschema@.<=,
    operator 3 @extschema@.=,
    operator 4 @extschema@.>=,
    operator 5 @extschema@.>,
    function 1 @extschema@.restriction_cmp(@extschema@.restriction, @extschema@.restriction),
    function 2 @extschema@.restriction_sortsupport(internal),
    function 4 pg_catalog.btequalimage(oid);

comment on operator class @extschema@.restriction_ops using btree
is 'order of restriction';

comment on operator family @extschema@.restriction_ops using btree
is 'order of restriction';

create operator class @extschema@.restriction_ops
default for type @extschema@.restriction
using hash as
    operator 1 @extschema@.=,
    function 1 @extschema@.restriction_hash(@extschema@.restriction),
    function 2 @extschema@.restriction_hash_extended(@extschema@.restriction, bigint);

comment on operator class @extschema@.restriction_ops using hash
is 'hash of restriction';

comment on operator family @extschema@.restriction_ops using hash
is 'hash of restriction';
