-- Comparisons of agenda_code, which are those of bigint: leakproof, so that a role under row security uses indexes.

create function @extschema@.agenda_code_lt(@extschema@.agenda_code, @extschema@.agenda_code)
returns boolean
as 'int8lt'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_lt(@extschema@.agenda_code, @extschema@.agenda_code)
is 'less than';

create function @extschema@.agenda_code_le(@extschema@.agenda_code, @extschema@.agenda_code)
returns boolean
as 'int8le'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_le(@extschema@.agenda_code, @extschema@.agenda_code)
is 'less than or equal';

create function @extschema@.agenda_code_eq(@extschema@.agenda_code, @extschema@.agenda_code)
returns boolean
as 'int8eq'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_eq(@extschema@.agenda_code, @extschema@.agenda_code)
is 'equal';

create function @extschema@.agenda_code_ne(@extschema@.agenda_code, @extschema@.agenda_code)
returns boolean
as 'int8ne'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_ne(@extschema@.agenda_code, @extschema@.agenda_code)
is 'not equal';

create function @extschema@.agenda_code_ge(@extschema@.agenda_code, @extschema@.agenda_code)
returns boolean
as 'int8ge'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_ge(@extschema@.agenda_code, @extschema@.agenda_code)
is 'greater than or equal';

create function @extschema@.agenda_code_gt(@extschema@.agenda_code, @extschema@.agenda_code)
returns boolean
as 'int8gt'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_gt(@extschema@.agenda_code, @extschema@.agenda_code)
is 'greater than';

create function @extschema@.agenda_code_cmp(@extschema@.agenda_code, @extschema@.agenda_code)
returns integer
as 'btint8cmp'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_cmp(@extschema@.agenda_code, @extschema@.agenda_code)
is 'less than, equal, greater than as -1, 0, 1';

create function @extschema@.agenda_code_sortsupport(internal)
returns void
as 'btint8sortsupport'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_sortsupport(internal)
is 'sort support';

create function @extschema@.agenda_code_hash(@extschema@.agenda_code)
returns integer
as 'hashint8'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_hash(@extschema@.agenda_code)
is 'hash';

create function @extschema@.agenda_code_hash_extended(@extschema@.agenda_code, bigint)
returns bigint
as 'hashint8extended'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_hash_extended(@extschema@.agenda_code, bigint)
is 'hash of 64 bits with a seed';

create operator @extschema@.< (
    function = @extschema@.agenda_code_lt,
    leftarg = @extschema@.agenda_code,
    rightarg = @extschema@.agenda_code,
    commutator = operator(@extschema@.>),
    negator = operator(@extschema@.>=),
    restrict = pg_catalog.scalarltsel,
    join = pg_catalog.scalarltjoinsel
);

comment on operator @extschema@.< (@extschema@.agenda_code, @extschema@.agenda_code)
is 'less than';

create operator @extschema@.<= (
    function = @extschema@.agenda_code_le,
    leftarg = @extschema@.agenda_code,
    rightarg = @extschema@.agenda_code,
    commutator = operator(@extschema@.>=),
    negator = operator(@extschema@.>),
    restrict = pg_catalog.scalarlesel,
    join = pg_catalog.scalarlejoinsel
);

comment on operator @extschema@.<= (@extschema@.agenda_code, @extschema@.agenda_code)
is 'less than or equal';

create operator @extschema@.= (
    function = @extschema@.agenda_code_eq,
    leftarg = @extschema@.agenda_code,
    rightarg = @extschema@.agenda_code,
    commutator = operator(@extschema@.=),
    negator = operator(@extschema@.<>),
    hashes,
    merges,
    restrict = pg_catalog.eqsel,
    join = pg_catalog.eqjoinsel
);

comment on operator @extschema@.= (@extschema@.agenda_code, @extschema@.agenda_code)
is 'equal';

create operator @extschema@.<> (
    function = @extschema@.agenda_code_ne,
    leftarg = @extschema@.agenda_code,
    rightarg = @extschema@.agenda_code,
    commutator = operator(@extschema@.<>),
    negator = operator(@extschema@.=),
    restrict = pg_catalog.neqsel,
    join = pg_catalog.neqjoinsel
);

comment on operator @extschema@.<> (@extschema@.agenda_code, @extschema@.agenda_code)
is 'not equal';

create operator @extschema@.>= (
    function = @extschema@.agenda_code_ge,
    leftarg = @extschema@.agenda_code,
    rightarg = @extschema@.agenda_code,
    commutator = operator(@extschema@.<=),
    negator = operator(@extschema@.<),
    restrict = pg_catalog.scalargesel,
    join = pg_catalog.scalargejoinsel
);

comment on operator @extschema@.>= (@extschema@.agenda_code, @extschema@.agenda_code)
is 'greater than or equal';

create operator @extschema@.> (
    function = @extschema@.agenda_code_gt,
    leftarg = @extschema@.agenda_code,
    rightarg = @extschema@.agenda_code,
    commutator = operator(@extschema@.<),
    negator = operator(@extschema@.<=),
    restrict = pg_catalog.scalargtsel,
    join = pg_catalog.scalargtjoinsel
);

comment on operator @extschema@.> (@extschema@.agenda_code, @extschema@.agenda_code)
is 'greater than';

create operator class @extschema@.agenda_code_ops
default for type @extschema@.agenda_code
using btree as
    operator 1 @extschema@.<,
    operator 2 @extschema@.<=,
    operator 3 @extschema@.=,
    operator 4 @extschema@.>=,
    operator 5 @extschema@.>,
    function 1 @extschema@.agenda_code_cmp(@extschema@.agenda_code, @extschema@.agenda_code),
    function 2 @extschema@.agenda_code_sortsupport(internal),
    function 4 pg_catalog.btequalimage(oid);

comment on operator class @extschema@.agenda_code_ops using btree
is 'order of agenda_code';

comment on operator family @extschema@.agenda_code_ops using btree
is 'order of agenda_code';

create operator class @extschema@.agenda_code_ops
default for type @extschema@.agenda_code
using hash as
    operator 1 @extschema@.=,
    function 1 @extschema@.agenda_code_hash(@extschema@.agenda_code),
    function 2 @extschema@.agenda_code_hash_extended(@extschema@.agenda_code, bigint);

comment on operator class @extschema@.agenda_code_ops using hash
is 'hash of agenda_code';

comment on operator family @extschema@.agenda_code_ops using hash
is 'hash of agenda_code';

-- min and max of agenda_code.

create function @extschema@.agenda_code_smaller(@extschema@.agenda_code, @extschema@.agenda_code)
returns @extschema@.agenda_code
as 'int8smaller'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_smaller(@extschema@.agenda_code, @extschema@.agenda_code)
is 'the smaller of two';

create function @extschema@.agenda_code_larger(@extschema@.agenda_code, @extschema@.agenda_code)
returns @extschema@.agenda_code
as 'int8larger'
language internal
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.agenda_code_larger(@extschema@.agenda_code, @extschema@.agenda_code)
is 'the larger of two';

create aggregate @extschema@.min(@extschema@.agenda_code) (
    sfunc = @extschema@.agenda_code_smaller,
    stype = @extschema@.agenda_code,
    combinefunc = @extschema@.agenda_code_smaller,
    sortop = operator(@extschema@.<),
    parallel = safe
);

comment on aggregate @extschema@.min(@extschema@.agenda_code)
is 'smallest agenda_code';

create aggregate @extschema@.max(@extschema@.agenda_code) (
    sfunc = @extschema@.agenda_code_larger,
    stype = @extschema@.agenda_code,
    combinefunc = @extschema@.agenda_code_larger,
    sortop = operator(@extschema@.>),
    parallel = safe
);

comment on aggregate @extschema@.max(@extschema@.agenda_code)
is 'largest agenda_code';
