-- Binary COPY: there and back, and what is no value is refused.
create table source (code agenda_code, change percent_change, grounds restriction);
insert into source values
    ('1/00', '0%', '{}'),
    ('ZZZZZZZZ/9999Z/99', '99999999999.999999pp', '{individual,unstated}'),
    ('ABC/67/25', '-99999999999.999999%', '{victim}'),
    (null, null, null);
create table target (like source);
select format('copy source to program %L with (format binary)', 'cat > /tmp/pg_minutes_regress_' || pg_backend_pid()) as put,
    format('copy target from program %L with (format binary)', 'cat /tmp/pg_minutes_regress_' || pg_backend_pid()) as get,
    format('copy target from program %L with (format text)', 'rm /tmp/pg_minutes_regress_' || pg_backend_pid()) as remove \gset
:put;
:get;
:remove;
table target;
select count(*) as same from (table source except all table target) as t;

-- integers that no text gives; a copy of bigints read as our types
create table bad (value bigint);
create function pg_temp.try(value bigint, type text) returns text
language plpgsql
as $$
declare
    path text := '/tmp/pg_minutes_regress_bad_' || pg_backend_pid();
begin
    execute format('copy (select (%s)::%s) to program %L with (format binary)', value,
        case type when 'restriction' then 'integer' else 'bigint' end, 'cat > ' || path);
    execute format('create temporary table wanted (value %s) on commit drop', type);
    begin
        execute format('copy wanted from program %L with (format binary)', 'cat ' || path);
    exception when others then
        execute format('copy wanted from program %L', 'rm ' || path);
        drop table wanted;
        return sqlstate || ' ' || sqlerrm;
    end;
    execute format('copy wanted from program %L', 'rm ' || path);
    drop table wanted;
    return 'taken';
end
$$;
select value, pg_temp.try(value, 'agenda_code')
from unnest(array[-1, 0, 26, 27, 27 * 10000, 9223372036854775807, -9223372036854775808, 387420489::bigint * 27000000 + 27, 596484]) as value;
select value, pg_temp.try(value, 'percent_change')
from unnest(array[0, 200000000000000000, 199999999999999999, -199999999999999998, -199999999999999999, -9223372036854775808]) as value;
select value, pg_temp.try(value, 'restriction') from unnest(array[0, 8191, 8192, -1]) as value;
drop table source, target, bad;
