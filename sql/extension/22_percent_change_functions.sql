-- The parts of changes, and what changes do to a figure.

create function @extschema@.percent_change_value(@extschema@.percent_change)
returns numeric
as 'MODULE_PATHNAME', 'percent_change_value'
language c
immutable
strict
parallel safe;

comment on function @extschema@.percent_change_value(@extschema@.percent_change)
is 'value of a change, signed, without its unit';

create function @extschema@.percent_change_float8(@extschema@.percent_change)
returns double precision
as 'MODULE_PATHNAME', 'percent_change_float8'
language c
immutable
strict
parallel safe;

comment on function @extschema@.percent_change_float8(@extschema@.percent_change)
is 'value of a change as the nearest double, without its unit';

create function @extschema@.percent_change_unit(@extschema@.percent_change)
returns text
as 'MODULE_PATHNAME', 'percent_change_unit'
language c
immutable
strict
parallel safe;

comment on function @extschema@.percent_change_unit(@extschema@.percent_change)
is 'unit of a change, percent or percentage_points';

create cast (@extschema@.percent_change as numeric)
with function @extschema@.percent_change_value(@extschema@.percent_change);

comment on cast (@extschema@.percent_change as numeric)
is 'explicit only, since the unit is lost';

create cast (@extschema@.percent_change as double precision)
with function @extschema@.percent_change_float8(@extschema@.percent_change);

comment on cast (@extschema@.percent_change as double precision)
is 'explicit only, since the unit is lost';

create function @extschema@.apply_change(base numeric, change @extschema@.percent_change)
returns numeric
as 'MODULE_PATHNAME', 'apply_change'
language c
immutable
strict
parallel safe;

comment on function @extschema@.apply_change(base numeric, change @extschema@.percent_change)
is 'base after a change in percent; an error for percentage points';

create function @extschema@.compound_change_step(numeric, @extschema@.percent_change)
returns numeric
as 'MODULE_PATHNAME', 'compound_change_step'
language c
immutable
parallel safe;

comment on function @extschema@.compound_change_step(numeric, @extschema@.percent_change)
is 'transition of compound_change';

create function @extschema@.compound_change_combine(numeric, numeric)
returns numeric
as 'MODULE_PATHNAME', 'compound_change_combine'
language c
immutable
strict
parallel safe;

comment on function @extschema@.compound_change_combine(numeric, numeric)
is 'combination of two workers of compound_change';

create function @extschema@.compound_change_final(numeric)
returns @extschema@.percent_change
as 'MODULE_PATHNAME', 'compound_change_final'
language c
immutable
strict
parallel safe;

comment on function @extschema@.compound_change_final(numeric)
is 'end of compound_change';

create aggregate @extschema@.compound_change(@extschema@.percent_change) (
    sfunc = @extschema@.compound_change_step,
    stype = numeric,
    finalfunc = @extschema@.compound_change_final,
    combinefunc = @extschema@.compound_change_combine,
    parallel = safe
);

comment on aggregate @extschema@.compound_change(@extschema@.percent_change)
is 'changes in percent applied one after another, rounded to 6 places; an error for percentage points';
