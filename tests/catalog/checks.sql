-- the extension has its functions, types, operators, operator classes, aggregates and casts
select 'nothing of ' || class
from unnest(array['pg_proc', 'pg_type', 'pg_operator', 'pg_opclass', 'pg_opfamily', 'pg_cast']) as class
where not exists (
    select from pg_depend as d
    join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes' and d.deptype = 'e'
    where d.classid = class::regclass
);

-- every object of the extension has a comment
select pg_describe_object(d.classid, d.objid, d.objsubid)
from pg_depend as d
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes' and d.deptype = 'e'
left join pg_type as t on d.classid = 'pg_type'::regclass and t.oid = d.objid
where obj_description(d.objid, d.classid::regclass::name) is null
    and coalesce(t.typelem, 0) = 0;

-- the extension itself has a comment
select extname from pg_extension where extname = 'pg_minutes' and obj_description(oid, 'pg_extension') is null;

-- every function is immutable and parallel safe
select p.oid::regprocedure
from pg_proc as p
join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where p.provolatile <> 'i' or p.proparallel <> 's';

-- every function is strict, but for those that say what NULL means to them
select p.oid::regprocedure
from pg_proc as p
join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where p.prokind = 'f'
    and p.proisstrict = (p.proname in ('make_agenda_code', 'classify_restriction', 'compound_change_step'));

-- the aggregates are of workers too
select a.aggfnoid::regprocedure
from pg_aggregate as a
join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = a.aggfnoid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where a.aggcombinefn = 0;

-- every function behind an operator or operator class is leakproof
select p.oid::regprocedure
from pg_proc as p
join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where not p.proleakproof
    and (exists (select from pg_operator as o where o.oprcode = p.oid)
        or exists (select from pg_amproc as a where a.amproc = p.oid));

-- no function that reads text or raises an error is leakproof
select p.oid::regprocedure
from pg_proc as p
join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where p.proleakproof
    and (array['text'::regtype::oid, 'cstring'::regtype::oid, 'numeric'::regtype::oid] && p.proargtypes::oid[]
        or p.proname ~ '_(in|out|recv|send)$');

-- operator classes pass amvalidate
select opc.opcname || ' of ' || am.amname
from pg_opclass as opc
join pg_am as am on am.oid = opc.opcmethod
join pg_depend as d on d.classid = 'pg_opclass'::regclass and d.objid = opc.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where not amvalidate(opc.oid);

-- a btree operator class has comparison, sort support and equalimage; a hash one both hashes
select am.amname || ' ' || opc.opcname || ': ' || string_agg(p.amprocnum::text, ' ' order by p.amprocnum)
from pg_opclass as opc
join pg_am as am on am.oid = opc.opcmethod
join pg_amproc as p on p.amprocfamily = opc.opcfamily
join pg_depend as d on d.classid = 'pg_opclass'::regclass and d.objid = opc.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
group by am.amname, opc.opcname
having array_agg(p.amprocnum::int order by p.amprocnum) <> case am.amname when 'btree' then '{1,2,4}' else '{1,2}' end::int[];

-- every type sends and receives binary, and is passed by value
select t.oid::regtype
from pg_type as t
join pg_depend as d on d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where t.typelem = 0 and (t.typsend = 0 or t.typreceive = 0 or not t.typbyval or t.typlen not in (4, 8));

-- casts are explicit
select pg_describe_object('pg_cast'::regclass, c.oid, 0)
from pg_cast as c
join pg_depend as d on d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where c.castcontext <> 'e';

-- set-returning functions say how many rows to expect
select p.oid::regprocedure
from pg_proc as p
join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where p.proretset and p.prorows = 1000;

-- nothing of the extension runs with its owner's rights or carries settings
select p.oid::regprocedure
from pg_proc as p
join pg_depend as d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes'
where p.prosecdef or p.proconfig is not null;

-- the extension owns no table, view or sequence
select c.oid::regclass
from pg_class as c
join pg_depend as d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
join pg_extension as e on e.oid = d.refobjid and e.extname = 'pg_minutes';
