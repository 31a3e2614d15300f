-- The ready analyses over the fixture and some more rows: series, attendance, names, outcomes, shares, gaps.
begin;
select * from no_plan();

-- Another body of the same authority: four meetings in two municipal years, one of them cancelled, one without a list of people.
set local role minutes_loader;
insert into minutes_store.bodies (body_id, authority_id, name, name_key, code_prefix) values (8, 6, 'Wexcombe Crime Panel', 'wexcombe crime panel', 'WCP');
insert into minutes_store.meetings (body_id, meeting_id, document_id, ordinal, meeting_key, held_on, status, was_held)
values (8, 101, 4, 2, '2024-04-30', '2024-04-30', 'final', true),
    (8, 102, 4, 3, '2024-05-01', '2024-05-01', 'final', true),
    (8, 103, 4, 4, '2024-09-10', '2024-09-10', 'final', true),
    (8, 104, 4, 5, '2024-10-10', '2024-10-10', 'final', false),
    (8, 105, 4, 6, '2025-01-15', '2025-01-15', 'final', true),
    (8, 106, 4, 7, 'undated', null, 'final', true),
    (8, 107, 4, 8, '2025-03-03', '2025-03-03', 'final', true);
insert into minutes_store.attendance (body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific, organisation)
select 8, 2000 + row_number() over (), v.meeting_id, row_number() over (partition by v.meeting_id), v.capacity, v.name, v.honorific, v.organisation
from (values
    (101, 'present', 'Ivor Dunn', 'Cllr', null), (101, 'present', 'Petra Hallam', 'Ms', 'Wexcombe Police'),
    (102, 'present', 'Ivor Dunn', 'Cllr', null), (102, 'apologies', 'Petra Hallam', 'Ms', null), (102, 'present', 'Robert Marlow', 'Mr', 'WEXCOMBE Police'),
    (103, 'present', 'Petra Halam', null, null), (103, 'apologies', 'Ivor Dunn', 'Cllr', null), (103, 'present', 'Ivor Dunn', 'Cllr', null),
    (103, 'officer', 'Rob Marlow', 'Mr', null),
    (104, 'present', 'Petra Hallam', 'Ms', null), (104, 'apologies', 'Ivor Dunn', 'Cllr', null),
    (105, 'present', 'I Dunn', null, null), (105, 'in_attendance', 'Petra Hallam', 'Ms', null), (105, 'present', 'Marlow', 'Mr', null),
    (106, 'present', 'Ivor Dunn', 'Cllr', null),
    (107, 'apologies', 'Ivor Dunn', 'Cllr', null)
) v(meeting_id, capacity, name, honorific, organisation);

create temporary table code_of (item_id bigint, meeting_id bigint, code text);
insert into code_of values (301, 101, 'WCP/1/24'), (302, 102, 'WCP/2/24'), (303, 103, 'WCP/5/24'), (304, 105, 'WCP/9/24'), (305, 105, 'WCP/12/24');
insert into minutes_store.agenda_items (body_id, item_id, meeting_id, position, code, code_text, code_sort, title, is_truncated, is_restricted, restriction_sources)
select 8, c.item_id, c.meeting_id, c.item_id - 300, c.code::public.agenda_code, c.code, split_part(c.code, '/', 2)::int, 'Item', false, false, 0 from code_of c;
-- The Board has two codes of the Panel's series.
insert into minutes_store.agenda_items (body_id, item_id, meeting_id, position, code, code_text, code_sort, title, is_truncated, is_restricted, restriction_sources)
values (7, 330, 10, 9, 'WCP/10/24', 'WCP/10/24', 10, 'Joint', false, false, 0), (7, 331, 10, 10, 'WCP/11/24', 'WCP/11/24', 11, 'Joint', false, false, 0);

create temporary table said (category_words text, change text, first date, last date, baseline text, qualifier text);
insert into said values
    -- three years that adjoin, told out of order and one of them twice, among rolling years that overlap
    ('burglary', '-10%', '2022-04-01', '2023-03-31', null, null),
    ('burglary', '+20%', '2024-04-01', '2025-03-31', 'than the year before', null),
    ('burglary', '-50%', '2023-04-01', '2024-03-31', 'on 2022/23', null),
    ('burglary', '-50%', '2023-04-01', '2024-03-31', 'on the previous year', null),
    ('burglary', '+7%', '2023-07-01', '2024-06-30', null, null),
    -- a ward's figure is no part of the series
    ('burglary in Mill Ward', '+80%', '2021-04-01', '2022-03-31', null, null),
    ('robbery', '+5%', '2023-04-01', '2024-03-31', null, null),
    ('robbery', '+6%', '2023-10-01', '2024-09-30', null, null),
    ('shoplifting', '+5%', '2022-04-01', '2023-03-31', null, null),
    ('shoplifting', '+6%', '2024-04-01', '2025-03-31', null, null),
    -- quarters compared with the same ones of the year before adjoin and still do not multiply
    ('arson', '+5%', '2024-04-01', '2024-06-30', 'on the same quarter of last year', null),
    ('arson', '+6%', '2024-07-01', '2024-09-30', 'on the same quarter of last year', null),
    ('homicide', '+10%', '2024-04-01', '2024-06-30', 'on the previous quarter', null),
    ('homicide', '+10%', '2024-07-01', '2024-09-30', 'on the previous quarter', null),
    ('rape', '+5%', '2023-04-01', '2024-03-31', 'on 2019/20', null),
    ('rape', '+5%', '2024-04-01', '2025-03-31', 'on 2019/20', null),
    ('hate crime', '+5%', '2023-04-01', '2024-03-31', null, 'over'),
    ('hate crime', '+5%', '2024-04-01', '2025-03-31', null, null),
    ('knife crime', '+5%', '2023-04-01', '2024-03-31', null, null),
    ('knife crime', '+6%', '2023-04-01', '2024-03-31', null, null),
    ('knife crime', '+6%', '2024-04-01', '2025-03-31', null, null),
    ('drug offences', '+6%', null, null, null, null),
    ('drug offences', '+6%', null, null, null, null),
    ('theft', '+6%', '2024-04-01', '2025-03-31', null, null),
    ('other theft', '+5%', '2023-04-01', '2024-03-20', null, null),
    ('other theft', '+5%', '2024-03-21', '2025-03-31', null, null),
    -- from any day of the month, and to nothing
    ('criminal damage', '-100%', '2023-04-05', '2024-04-04', null, null),
    ('criminal damage', '+50%', '2024-04-05', '2025-04-04', null, null),
    -- more than a figure can hold
    ('rural crime', '+1000%', '2023-04-01', '2024-03-31', null, null),
    ('rural crime', '+1001%', '2024-04-01', '2025-03-31', null, null);
insert into minutes_store.changes_open (body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, qualifier, baseline, matched, start_at, length, sentence,
    period_start, period_end)
select 8, 5000 + row_number() over (), 103, 303, 1, s.category_words, s.change::public.percent_change, 'stated', s.qualifier, s.baseline, 'x', 1, 1, 'x', s.first, s.last
from said s;
insert into minutes_store.changes_open (body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, matched, start_at, length, sentence, period_start, period_end)
select 8, 6000 + n, 103, 303, 1, 'bicycle theft', '+1000%', 'stated', 'x', 1, 1, 'x', make_date(2000 + n, 4, 1), make_date(2001 + n, 3, 31) from generate_series(1, 20) n;
reset role;
grant select on said, code_of to public;

set local role test_reader;
select results_eq(
    $$select category::text, coalesce(place::text, '-'), changes, compounded_percent::float8, compounded_periods, compounded_from, compounded_until, not_compounded_because::text
      from minutes.crime_trends_by_category where body_id = 8 order by category, place nulls first$$,
    $$values ('arson', '-', 2, null::float8, null::int, null::date, null::date, 'other_baseline'),
        ('bicycle_theft', '-', 20, null, null, null, null, 'too_large'),
        ('burglary', '-', 5, -46, 3, '2022-04-01', '2025-03-31', null),
        ('burglary', 'in mill ward', 1, null, null, null, null, 'one_change'),
        ('criminal_damage', '-', 2, -100, 2, '2023-04-05', '2025-04-04', null),
        ('drug_offences', '-', 2, null, null, null, null, 'no_period'),
        ('hate_crime', '-', 2, null, null, null, null, 'inexact'),
        ('homicide', '-', 2, 21, 2, '2024-04-01', '2024-09-30', null),
        ('knife_crime', '-', 3, null, null, null, null, 'two_figures'),
        ('other_theft', '-', 2, null, null, null, null, 'odd_period'),
        ('rape', '-', 2, null, null, null, null, 'other_baseline'),
        ('robbery', '-', 2, null, null, null, null, 'overlap'),
        ('rural_crime', '-', 2, null, null, null, null, 'inexact'),
        ('shoplifting', '-', 2, null, null, null, null, 'gap'),
        ('theft', '-', 1, null, null, null, null, 'one_change')$$,
    'changes are compounded where their periods adjoin, and else the view says why not');
select is(
    (select count(*)::int from minutes.crime_trends),
    (select sum(changes)::int from minutes.crime_trends_by_category),
    'every change of a category is in one series');
select is_empty($$select from minutes.crime_trends_by_category where last_sentence like '%heron%' or category = 'knife_crime' and body_id = 7$$,
    'a reader finds no restricted figure in a series');
reset role;

set local role test_reader;
select results_eq(
    $$select municipal_year::text, person::text, meetings_held, meetings_while_listed, attended, apologies, not_listed, attended_share::float8, mostly_as::text
      from minutes.attendance_by_person where body_id = 8 order by 1, 2$$,
    $$values ('2023/24', 'Ivor Dunn', 1, 1, 1, 0, 0, 1::float8, 'present'), ('2023/24', 'Petra Hallam', 1, 1, 1, 0, 0, 1, 'present'),
        ('2024/25', 'I Dunn', 3, 1, 1, 0, 2, 0.3333, 'present'), ('2024/25', 'Ivor Dunn', 3, 2, 2, 0, 1, 0.6667, 'present'),
        ('2024/25', 'Marlow', 3, 1, 1, 0, 2, 0.3333, 'present'),
        ('2024/25', 'Petra Halam', 3, 1, 1, 0, 2, 0.3333, 'present'), ('2024/25', 'Petra Hallam', 3, 3, 1, 1, 1, 0.3333, 'in_attendance'),
        ('2024/25', 'Rob Marlow', 3, 1, 1, 0, 2, 0.3333, 'officer'), ('2024/25', 'Robert Marlow', 3, 1, 1, 0, 2, 0.3333, 'present')$$,
    'attendance counts meetings that were held and say who came, who is in two lists has come');
select results_eq(
    $$select municipal_year::text, lower(organisation), meetings_held, represented, represented_share::float8, people, attendances
      from minutes.attendance_by_organisation where body_id = 8 order by 1$$,
    $$values ('2023/24', 'wexcombe police', 1, 1, 1::float8, 1, 1), ('2024/25', 'wexcombe police', 3, 1, 0.3333, 1, 1)$$,
    'an organisation is the same in any case, and is there where somebody of it is');
select results_eq(
    $$select alias::text, person::text, reason::text from minutes.people_aliases_suggested where body_id = 8 order by 1$$,
    $$values ('I Dunn', 'Ivor Dunn', 'initial'), ('Petra Halam', 'Petra Hallam', 'one_letter'), ('Rob Marlow', 'Robert Marlow', 'short_name')$$,
    'names that differ by a letter, an initial or a short form may be one person''s; a family name that two have is nobody''s');
select throws_ok($$select minutes.merge_people(8, 'I Dunn', 'Ivor Dunn', 'x')$$, '42501', null, 'a reader merges nobody');
select throws_ok($$select minutes.keep_people_apart(8, 'I Dunn', 'Ivor Dunn', 'x')$$, '42501', null, 'keeps nobody apart');
select throws_ok($$select minutes.unmerge_people(1, 'x')$$, '42501', null, 'and unmerges nobody');
select throws_ok($$select minutes_store.note_people(8, 'merge', 'I Dunn', 'Ivor Dunn', 'x')$$, '42501', null, 'nor by the functions below');
reset role;

set local session authorization test_cleared;
select throws_ok($$select minutes.merge_people(8, 'I Dunn', 'Ivor Dunn', ' ')$$, '22023', 'a reason is missing', 'a decision on names needs a reason');
select throws_ok($$select minutes.merge_people(8, 'I Dun', 'Ivor Dunn', 'x')$$, 'P0002', 'no minutes of body 8 list "I Dun"', 'names that are there');
select throws_ok($$select minutes.merge_people(null, null, null, 'x')$$, 'P0002', null, 'and no nothing');
select throws_ok($$select minutes.merge_people(8, 'I Dunn', 'I Dunn', 'x')$$, '22023', '"I Dunn" is one name already', 'two of them');
select lives_ok($$select minutes.merge_people(8, 'Petra Halam', 'Petra Hallam', 'the heron knows her')$$, 'one name is merged into another');
select lives_ok($$select minutes.merge_people(8, 'Marlow', 'Rob Marlow', 'same seat')$$, 'a second');
select lives_ok($$select minutes.merge_people(8, 'Rob Marlow', 'Robert Marlow', 'same seat')$$, 'and on to a third');
select throws_ok($$select minutes.merge_people(8, 'Robert Marlow', 'Marlow', 'x')$$, '55000', '"Marlow" is merged into "Robert Marlow" already', 'but not in a circle');
select lives_ok($$select minutes.keep_people_apart(8, 'I Dunn', 'Ivor Dunn', 'his sister')$$, 'two names are two people');
select is((select count(*)::int from minutes.people_merges where reason is not null), 4, 'a cleared reader sees why');
reset session authorization;

set local role test_reader;
select results_eq(
    $$select municipal_year::text, person::text, attended, apologies, not_listed from minutes.attendance_by_person
      where body_id = 8 and municipal_year = '2024/25' order by 2$$,
    $$values ('2024/25', 'I Dunn', 1, 0, 2), ('2024/25', 'Ivor Dunn', 2, 0, 1), ('2024/25', 'Petra Hallam', 2, 1, 0), ('2024/25', 'Robert Marlow', 3, 0, 0)$$,
    'merged names count as one person');
select set_eq($$select distinct person::text from minutes.attendance where body_id = 8$$, array['Ivor Dunn', 'I Dunn', 'Petra Hallam', 'Robert Marlow'],
    'the list of attendance says who a name stands for');
select is_empty($$select from minutes.people_aliases_suggested where body_id = 8$$, 'what is decided is suggested no more');
select is_empty($$select from minutes.data_quality where body_id = 8 and check_name = 'similar_name'$$, 'nor doubted');
select results_eq(
    $$select action::text, name::text, other_name::text, stands_for::text, decided_by::text, state::text, reason from minutes.people_merges order by merge_id$$,
    $$values ('merge', 'Petra Halam', 'Petra Hallam', 'Petra Hallam', 'test_cleared', 'in_force', null::text),
        ('merge', 'Marlow', 'Rob Marlow', 'Robert Marlow', 'test_cleared', 'in_force', null),
        ('merge', 'Rob Marlow', 'Robert Marlow', 'Robert Marlow', 'test_cleared', 'in_force', null),
        ('keep_apart', 'I Dunn', 'Ivor Dunn', null, 'test_cleared', 'in_force', null)$$,
    'a reader sees who decided what, and no reason');
reset role;

set local session authorization test_cleared;
select lives_ok($$select minutes.unmerge_people((select merge_id from minutes.people_merges where name = 'Rob Marlow'), 'two men')$$, 'a merge is undone');
select throws_ok($$select minutes.unmerge_people((select merge_id from minutes.people_merges where name = 'Rob Marlow'), 'two men')$$, 'P0002', null, 'once');
select lives_ok($$select minutes.merge_people(8, 'I Dunn', 'Ivor Dunn', 'no sister')$$, 'the later decision holds');
reset session authorization;
set local role test_reader;
select results_eq(
    $$select name::text, stands_for::text, state::text, ended_by::text from minutes.people_merges order by merge_id$$,
    $$values ('Petra Halam', 'Petra Hallam', 'in_force', null::text), ('Marlow', 'Rob Marlow', 'in_force', null), ('Rob Marlow', null, 'ended', 'test_cleared'),
        ('I Dunn', null, 'ended', 'test_cleared'), ('I Dunn', 'Ivor Dunn', 'in_force', null)$$,
    'what was merged into the undone name stays with that name; the history stays');
reset role;
set local session authorization test_reader;
set local role test_reader;
create function pg_temp.borrowed() returns bigint language sql as $$select minutes.merge_people(8, 'Marlow', 'Robert Marlow', 'x')$$;
select throws_ok('select pg_temp.borrowed()', '42501', null, 'a function of a reader''s own merges nobody');
reset session authorization;

set local role test_reader;
select results_eq(
    $$select municipal_year::text, outcome::text, decisions, items, meetings from minutes.outcomes_by_year where body_id = 7$$,
    $$values ('2025/26', 'noted', 1, 1, 1)$$, 'a reader counts open outcomes');
select results_eq(
    $$select municipal_year::text, items, restricted_items, restricted_share::float8, meetings, meetings_with_restricted from minutes.restricted_share_by_year order by body_id, 1$$,
    $$values ('2025/26', 6, 2, 0.3333::float8, 2, 2), ('2023/24', 1, 0, 0, 1, 0), ('2024/25', 4, 0, 0, 3, 0)$$, 'the share that was kept from the public is no secret');
select results_eq(
    $$select ground::text, restricted_items, only_ground, share_of_restricted::float8, share_of_items::float8 from minutes.restricted_share_by_ground order by 1$$,
    $$values ('crime_prevention', 1, 0, 0.5::float8, 0.1667::float8), ('intelligence', 1, 1, 0.5, 0.1667), ('victim', 1, 0, 0.5, 0.1667)$$,
    'an item on two grounds counts for both');
select is_empty($$select ground_year_id from minutes.restricted_share_by_ground group by 1 having count(*) > 1$$, 'and has two keys');
select results_eq(
    $$select code_prefix::text, municipal_year::text, missing_codes, first_missing::text, last_missing::text, with_other_bodies, code_before::text, held_on_before, code_after::text,
        held_on_after, within_meeting from minutes.code_gaps order by body_id, gap_id$$,
    $$values ('WSB', '2025/26', 2, 'WSB/3/25', 'WSB/4/25', 0, 'WSB/2/25', date '2025-06-04', 'WSB/5/25', date '2025-09-03', false),
        ('WCP', '2024/25', 2, 'WCP/3/24', 'WCP/4/24', 0, 'WCP/2/24', '2024-05-01', 'WCP/5/24', '2024-09-10', false),
        ('WCP', '2024/25', 3, 'WCP/6/24', 'WCP/8/24', 0, 'WCP/5/24', '2024-09-10', 'WCP/9/24', '2025-01-15', false)$$,
    'gaps have their neighbours; what another body of the authority has is not missing');
select is(
    (select sum(missing_codes + with_other_bodies)::int from minutes.code_gaps where body_id = 8) + 2,
    (select count(*)::int from public.agenda_code_gaps((select array_agg(code::public.agenda_code) from code_of))),
    'they are the gaps that agenda_code_gaps() tells, but for one that another body fills');
reset role;

-- Another body fills one gap in part and one whole.
insert into minutes_store.agenda_items (body_id, item_id, meeting_id, position, code, code_text, code_sort, title, is_truncated, is_restricted, restriction_sources)
select 7, 340 + n, 10, 20 + n, format('WCP/%s/24', n)::public.agenda_code, format('WCP/%s/24', n), n, 'Joint', false, false, 0 from unnest(array[3, 6, 7, 8]) n;
set local role test_reader;
select results_eq(
    $$select missing_codes, first_missing::text, last_missing::text, with_other_bodies from minutes.code_gaps where body_id = 8 order by gap_id$$,
    $$values (1, 'WCP/4/24', 'WCP/4/24', 1)$$, 'the first and the last missing code are missing');
select results_eq(
    $$select doubt_id, meeting_id, item_id, detail from minutes.data_quality where body_id = 8 and check_name = 'code_gap' and doubt_id < 0$$,
    $$values (-303::bigint, 103::bigint, 303::bigint, 'There is no WCP/4/24 before WCP/5/24 and after WCP/2/24, which an earlier meeting had.')$$,
    'the gaps between meetings are doubts, and what another body has is none');
reset role;
set local role test_cleared;
select results_eq(
    $$select outcome::text, decisions from minutes.outcomes_by_year where body_id = 7 order by 1$$,
    $$values ('agreed', 1), ('noted', 1)$$, 'a cleared reader counts restricted ones, too');
reset role;

select results_eq(
    $$select d::text, minutes_store.municipal_year(d)::text from unnest('{2024-04-30,2024-05-01,1999-12-31,2000-01-01}'::date[]) d$$,
    $$values ('2024-04-30', '2023/24'), ('2024-05-01', '2024/25'), ('1999-12-31', '1999/00'), ('2000-01-01', '1999/00')$$, 'the municipal year begins with May');

select * from finish();
rollback;
