-- The functions that read texts: shape of their rows, places, what they do with nothing. (What they find is tested in tests/core.)
select * from minute_decisions('Members spoke about the budget. AGREED.');
select bool_and(substr(body, start_at, length) = matched) and count(*) > 0 as placed
from (values (U&'Caf\00E9 \2013 members asked questions. AGREED that the report be noted. RESOLVED that the plan be approved.')) as t (body)
cross join minute_decisions(body);
select count(*) from minute_decisions('');
select count(*) from minute_decisions(null);
select count(*) from minute_decisions('Members discussed the weather.');

select
    classify_restriction('RESTRICTED - Update', null) is not null as marked,
    classify_restriction('Update', null) is null as open,
    classify_restriction(null, null) is null as nothing,
    classify_restriction('Non-Exempt Minutes', '') is null as not_exempt,
    classify_restriction(title => 'Update', body => 'Members spoke about restricted parking.') is null as parking;
select classify_restriction('Update', 'Text.', 'france', null);
select classify_restriction('RESTRICTED - Update', null, null, null) = classify_restriction('RESTRICTED - Update', '') as defaults;
select restriction_reason('') is null as nothing, restriction_reason(null) is null as unknown;
select pg_minutes_version() ~ '^\d+\.\d+\.\d+$' as version,
    pg_minutes_version() = extversion as same from pg_extension where extname = 'pg_minutes';
