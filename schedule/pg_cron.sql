-- Jobs for pg_cron: lifts of restrictions whose day has come, and materialised copies that you made. Run by a superuser in the database that pg_cron lives in
-- (cron.database_name); repeating it alters the jobs.
--
--   psql -d postgres -v database=council -v role=minutes_clock -f pg_cron.sql
--   psql -d postgres -v database=council -v role=minutes_clock -v copy=analysts.items -v copy_role=analyst -f pg_cron.sql
--
--   database   the store's
--   role       a login role that is a member of minutes_cleared: as that one lifts are carried out
--   at         when, as cron has it; default: five past midnight (pg_cron's clock is GMT)
--   copy       a materialised view to refresh; copy_role its owner, copy_at when (default: half past five)

\set ON_ERROR_STOP on
\if :{?database}
\else
    \echo 'pg_cron.sql: say which database the store is in: -v database=NAME'
    \quit
\endif
\if :{?role}
\else
    \echo 'pg_cron.sql: say which role carries out lifts: -v role=NAME, a login role that is a member of minutes_cleared'
    \quit
\endif
\if :{?at}
\else
    \set at '5 0 * * *'
\endif
\if :{?copy_at}
\else
    \set copy_at '30 5 * * *'
\endif

create extension if not exists pg_cron;

select cron.schedule_in_database('minutes: lifts that are due in ' || :'database', :'at', 'select minutes.lift_due()', :'database', :'role') as job;

\if :{?copy}
    select cron.schedule_in_database('minutes: refresh ' || :'copy' || ' in ' || :'database', :'copy_at',
        'refresh materialized view '
            || (select string_agg(quote_ident(part), '.' order by place) from unnest(parse_ident(:'copy')) with ordinality p(part, place)),
        :'database', :'copy_role') as job;
\endif

-- What the jobs did: select jobid, start_time, status, return_message from cron.job_run_details order by start_time desc limit 10;
