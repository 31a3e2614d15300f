-- Sets of grounds: operators, names, and the paragraphs of the Acts.

create function @extschema@.restriction_overlaps(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'MODULE_PATHNAME', 'restriction_overlaps'
language c
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_overlaps(@extschema@.restriction, @extschema@.restriction)
is 'have a ground in common';

create operator @extschema@.&& (
    function = @extschema@.restriction_overlaps,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.&&),
    restrict = pg_catalog.contsel,
    join = pg_catalog.contjoinsel
);

comment on operator @extschema@.&& (@extschema@.restriction, @extschema@.restriction)
is 'have a ground in common';

create function @extschema@.restriction_contains(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'MODULE_PATHNAME', 'restriction_contains'
language c
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_contains(@extschema@.restriction, @extschema@.restriction)
is 'has every ground of';

create operator @extschema@.@> (
    function = @extschema@.restriction_contains,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.<@),
    restrict = pg_catalog.contsel,
    join = pg_catalog.contjoinsel
);

comment on operator @extschema@.@> (@extschema@.restriction, @extschema@.restriction)
is 'has every ground of';

create function @extschema@.restriction_contained(@extschema@.restriction, @extschema@.restriction)
returns boolean
as 'MODULE_PATHNAME', 'restriction_contained'
language c
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_contained(@extschema@.restriction, @extschema@.restriction)
is 'has no ground but those of';

create operator @extschema@.<@ (
    function = @extschema@.restriction_contained,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.@>),
    restrict = pg_catalog.contsel,
    join = pg_catalog.contjoinsel
);

comment on operator @extschema@.<@ (@extschema@.restriction, @extschema@.restriction)
is 'has no ground but those of';

create function @extschema@.restriction_union(@extschema@.restriction, @extschema@.restriction)
returns @extschema@.restriction
as 'MODULE_PATHNAME', 'restriction_union'
language c
immutable
strict
leakproof
parallel safe;

comment on function @extschema@.restriction_union(@extschema@.restriction, @extschema@.restriction)
is 'grounds of either';

create operator @extschema@.| (
    function = @extschema@.restriction_union,
    leftarg = @extschema@.restriction,
    rightarg = @extschema@.restriction,
    commutator = operator(@extschema@.|)
);

comment on operator @extschema@.| (@extschema@.restriction, @extschema@.restriction)
is 'grounds of either';

create function @extschema@.restriction_grounds(@extschema@.restriction)
returns text[]
as 'MODULE_PATHNAME', 'restriction_grounds'
language c
immutable
strict
parallel safe;

comment on function @extschema@.restriction_grounds(@extschema@.restriction)
is 'names of the grounds in the order of precedence';

create function @extschema@.restriction_category(@extschema@.restriction)
returns text
as 'MODULE_PATHNAME', 'restriction_category'
language c
immutable
strict
parallel safe;

comment on function @extschema@.restriction_category(@extschema@.restriction)
is 'first ground in the order of precedence, identity as individual; NULL for the empty set';

create function @extschema@.statutory_paragraphs(grounds @extschema@.restriction, nation text, on_date date)
returns integer[]
as 'MODULE_PATHNAME', 'statutory_paragraphs'
language c
immutable
strict
parallel safe;

comment on function @extschema@.statutory_paragraphs(grounds @extschema@.restriction, nation text, on_date date)
is 'paragraphs of the nation''s schedule of exempt information that cover such grounds on that day';

create function @extschema@.paragraph_grounds(paragraphs integer[], nation text, on_date date)
returns @extschema@.restriction
as 'MODULE_PATHNAME', 'paragraph_grounds'
language c
immutable
strict
parallel safe;

comment on function @extschema@.paragraph_grounds(paragraphs integer[], nation text, on_date date)
is 'grounds that cited paragraphs of the nation''s schedule meant on that day';
