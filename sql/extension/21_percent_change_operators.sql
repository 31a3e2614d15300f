-- Comparisons of percent_change, which are those of bigint: leakproof, so that a role under row security uses indexes.

create function @extschema@.percent_change_lt(@extschema@.percent_change, @extschema@.percent_change)
returns boolean
as 'int8lt'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_lt(@extschema@.percent_change, @extschema@.percent_change)
is 'less than';

create function @extschema@.percent_change_le(@extschema@.percent_change, @extschema@.percent_change)
returns boolean
as 'int8le'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_le(@extschema@.percent_change, @extschema@.percent_change)
is 'less than or equal';

create function @extschema@.percent_change_eq(@extschema@.percent_change, @extschema@.percent_change)
returns boolean
as 'int8eq'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_eq(@extschema@.percent_change, @extschema@.percent_change)
is 'equal';

create function @extschema@.percent_change_ne(@extschema@.percent_change, @extschema@.percent_change)
returns boolean
as 'int8ne'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_ne(@extschema@.percent_change, @extschema@.percent_change)
is 'not equal';

create function @extschema@.percent_change_ge(@extschema@.percent_change, @extschema@.percent_change)
returns boolean
as 'int8ge'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_ge(@extschema@.percent_change, @extschema@.percent_change)
is 'greater than or equal';

create function @extschema@.percent_change_gt(@extschema@.percent_change, @extschema@.percent_change)
returns boolean
as 'int8gt'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_gt(@extschema@.percent_change, @extschema@.percent_change)
is 'greater than';

create function @extschema@.percent_change_cmp(@extschema@.percent_change, @extschema@.percent_change)
returns integer
as 'btint8cmp'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_cmp(@extschema@.percent_change, @extschema@.percent_change)
is 'less than, equal, greater than as -1, 0, 1';

create function @extschema@.percent_change_sortsupport(internal)
returns void
as 'btint8sortsupport'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_sortsupport(internal)
is 'sort support';

create function @extschema@.percent_change_hash(@extschema@.percent_change)
returns integer
as 'hashint8'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_hash(@extschema@.percent_change)
is 'hash';

create function @extschema@.percent_change_hash_extended(@extschema@.percent_change, bigint)
returns bigint
as 'hashint8extended'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_hash_extended(@extschema@.percent_change, bigint)
is 'hash of 64 bits with a seed';

create operator @extschema@.< (
    function = @extschema@.percent_change_lt,
    leftarg = @extschema@.percent_change,
    rightarg = @extschema@.percent_change,
    commutator = operator(@extschema@.>),
    negator = operator(@extschema@.>=),
    restrict = pg_catalog.scalarltsel,
    join = pg_catalog.scalarltjoinsel
);

comment on operator @extschema@.< (@extschema@.percent_change, @extschema@.percent_change)
is 'less than';

create operator @extschema@.<= (
    function = @extschema@.percent_change_le,
    leftarg = @extschema@.percent_change,
    rightarg = @extschema@.percent_change,
    commutator = operator(@extschema@.>=),
    negator = operator(@extschema@.>),
    restrict = pg_catalog.scalarlesel,
    join = pg_catalog.scalarlejoinsel
);

comment on operator @extschema@.<= (@extschema@.percent_change, @extschema@.percent_change)
is 'less than or equal';

create operator @extschema@.= (
    function = @extschema@.percent_change_eq,
    leftarg = @extschema@.percent_change,
    rightarg = @extschema@.percent_change,
    commutator = operator(@extschema@.=),
    negator = operator(@extschema@.<>),
    hashes,
    merges,
    restrict = pg_catalog.eqsel,
    join = pg_catalog.eqjoinsel
);

comment on operator @extschema@.= (@extschema@.percent_change, @extschema@.percent_change)
is 'equal';

create operator @extschema@.<> (
    function = @extschema@.percent_change_ne,
    leftarg = @extschema@.percent_change,
    rightarg = @extschema@.percent_change,
    commutator = operator(@extschema@.<>),
    negator = operator(@extschema@.=),
    restrict = pg_catalog.neqsel,
    join = pg_catalog.neqjoinsel
);

comment on operator @extschema@.<> (@extschema@.percent_change, @extschema@.percent_change)
is 'not equal';

create operator @extschema@.>= (
    function = @extschema@.percent_change_ge,
    leftarg = @extschema@.percent_change,
    rightarg = @extschema@.percent_change,
    commutator = operator(@extschema@.<=),
    negator = operator(@extschema@.<),
    restrict = pg_catalog.scalargesel,
    join = pg_catalog.scalargejoinsel
);

comment on operator @extschema@.>= (@extschema@.percent_change, @extschema@.percent_change)
is 'greater than or equal';

create operator @extschema@.> (
    function = @extschema@.percent_change_gt,
    leftarg = @extschema@.percent_change,
    rightarg = @extschema@.percent_change,
    commutator = operator(@extschema@.<),
    negator = operator(@extschema@.<=),
    restrict = pg_catalog.scalargtsel,
    join = pg_catalog.scalargtjoinsel
);

comment on operator @extschema@.> (@extschema@.percent_change, @extschema@.percent_change)
is 'greater than';

create operator class @extschema@.percent_change_ops
default for type @extschema@.percent_change
using btree as
    operator 1 @extschema@.<,
    operator 2 @extschema@.<=,
    operator 3 @extschema@.=,
    operator 4 @extschema@.>=,
    operator 5 @extschema@.>,
    function 1 @extschema@.percent_change_cmp(@extschema@.percent_change, @extschema@.percent_change),
    function 2 @extschema@.percent_change_sortsupport(internal),
    function 4 pg_catalog.btequalimage(oid);

comment on operator class @extschema@.percent_change_ops using btree
is 'order of percent_change';

comment on operator family @extschema@.percent_change_ops using btree
is 'order of percent_change';

create operator class @extschema@.percent_change_ops
default for type @extschema@.percent_change
using hash as
    operator 1 @extschema@.=,
    function 1 @extschema@.percent_change_hash(@extschema@.percent_change),
    function 2 @extschema@.percent_change_hash_extended(@extschema@.percent_change, bigint);

comment on operator class @extschema@.percent_change_ops using hash
is 'hash of percent_change';

comment on operator family @extschema@.percent_change_ops using hash
is 'hash of percent_change';

-- min and max of percent_change.

create function @extschema@.percent_change_smaller(@extschema@.percent_change, @extschema@.percent_change)
returns @extschema@.percent_change
as 'int8smaller'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_smaller(@extschema@.percent_change, @extschema@.percent_change)
is 'the smaller of two';

create function @extschema@.percent_change_larger(@extschema@.percent_change, @extschema@.percent_change)
returns @extschema@.percent_change
as 'int8larger'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.percent_change_larger(@extschema@.percent_change, @extschema@.percent_change)
is 'the larger of two';

create aggregate @extschema@.min(@extschema@.percent_change) (
    sfunc = @extschema@.percent_change_smaller,
    stype = @extschema@.percent_change,
    combinefunc = @extschema@.percent_change_smaller,
    sortop = operator(@extschema@.<),
    parallel = safe
);

comment on aggregate @extschema@.min(@extschema@.percent_change)
is 'smallest percent_change';

create aggregate @extschema@.max(@extschema@.percent_change) (
    sfunc = @extschema@.percent_change_larger,
    stype = @extschema@.percent_change,
    combinefunc = @extschema@.percent_change_larger,
    sortop = operator(@extschema@.>),
    parallel = safe
);

comment on aggregate @extschema@.max(@extschema@.percent_change)
is 'largest percent_change';
