/*
 * store_trust.c - whether schemas and functions of a store are the loader's own, before anything of them runs with the rights of whoever is connected.
 *
 * `set role` is no wall: a function that is called in a superuser's session can undo it. So nothing is called, and no table or view read, that
 * somebody else owns or could have put there. In the extension's schema, where others may have things of their own, nothing may bear the name of a
 * function or operator of the extension: one for varchar or for another type would go before the extension's.
 */
#include "store.h"

/*
 * The first reason for not trusting them, as a sentence. $1 is the role that is to own them, "" for the owner of minutes_store, which then has to look
 * like a loader's role: PREFIX_loader, a member of PREFIX_cleared. What belongs to a superuser is no danger.
 */
static const char trust_sql[] =
    "with wanted as (select coalesce(nullif($1, ''), (select pg_get_userbyid(nspowner)::text"
    " from pg_namespace where nspname = 'minutes_store')) as loader),"
    " ours as (select n.oid, n.nspname, pg_get_userbyid(n.nspowner)::text as owner, n.nspowner,"
    " n.nspacl, w.loader from pg_namespace n, wanted w"
    " where n.nspname in ('minutes', 'minutes_store') and w.loader is not null),"
    /* Functions, and operators none of whose operands is a type of their owner's. */
    " named as (select pronamespace as schema, oid, 'pg_proc'::regclass as class,"
    " proname as name, proowner as owner, 'function' as kind from pg_proc union all"
    " select oprnamespace, oid, 'pg_operator'::regclass, oprname, oprowner, 'operator'"
    " from pg_operator where not exists (select from pg_type t"
    " where t.oid in (oprleft, oprright) and t.typowner = oprowner"
    " and oprowner <> (select extowner from pg_extension where extname = 'pg_minutes'))),"
    " found as ("
    "select 1 as ordinal, format('schema %s belongs to \"%s\", which is no loader''s role: what it"
    " holds could act with your rights; rename or drop it, then run minutes2pgsql init',"
    " nspname, owner) as problem from ours"
    " where nspname = 'minutes_store' and $1 = '' and not coalesce(owner like '%\\_loader' and"
    " (select pg_has_role(ours.nspowner, c.oid, 'MEMBER') from pg_roles c"
    " where c.rolname = regexp_replace(owner, '_loader$', '_cleared')), false)"
    " union all "
    "select 2, format('schema %s belongs to \"%s\" and not to the loader''s role \"%s\": what it"
    " holds could act with your rights; rename or drop it, then run minutes2pgsql init',"
    " nspname, owner, loader) from ours where owner <> loader"
    " union all "
    "select 3, format('%s may create in schema %s, which only its owner may: what they put there"
    " could act with your rights; look for what is not yours there, then revoke create on schema"
    " %s from %s', case when a.grantee = 0 then 'all users'"
    " else quote_ident(pg_get_userbyid(a.grantee)) end, nspname, nspname,"
    " case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)"
    " from ours, aclexplode(nspacl) a"
    " where a.privilege_type = 'CREATE' and a.grantee <> nspowner"
    " union all "
    "select 4, format('%s %s.%s belongs to \"%s\" and not to the loader''s role \"%s\": it could"
    " act with your rights; drop it, then run minutes2pgsql init', o.kind, nspname, o.name,"
    " r.rolname, loader) from ours join ("
    "select pronamespace as schema, proname as name, proowner as owner, 'function' as kind"
    " from pg_proc union all "
    "select relnamespace, relname, relowner, 'relation' from pg_class) o on o.schema = ours.oid"
    " join pg_roles r on r.oid = o.owner where o.owner <> nspowner and not r.rolsuper"
    " union all "
    "select 5, format('%s %s.%s belongs to \"%s\" and bears the name of one of the extension''s:"
    " it could be taken for it and act with your rights; drop it, and revoke create on schema %s"
    " from whom you do not trust', o.kind, n.nspname, o.name, r.rolname, n.nspname)"
    " from pg_extension e join pg_namespace n on n.oid = e.extnamespace"
    " join named o on o.schema = n.oid join pg_roles r on r.oid = o.owner"
    " where e.extname = 'pg_minutes' and not r.rolsuper and o.owner <> e.extowner"
    " and exists (select from pg_depend d join named m on m.oid = d.objid and m.class = d.classid"
    " where d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e'"
    " and m.class = o.class and m.name = o.name)"
    " and not exists (select from pg_depend d where d.classid = o.class and d.objid = o.oid"
    " and d.deptype = 'e'))"
    " select problem from found order by ordinal, problem limit 1";

bool store_trusted(PGconn *conn, const char *database, const char *loader)
{
    const char *values[] = {loader};
    PGresult *result = db_query_params(conn, "looking at whose the store is", trust_sql, 1, values);
    bool trusted = result != NULL && PQntuples(result) == 0;

    if (result != NULL && !trusted) {
        message_error("database \"%s\": %s", database, db_text(result, 0, 0));
    }
    PQclear(result);
    return trusted;
}
