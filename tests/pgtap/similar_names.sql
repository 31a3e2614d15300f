-- Names of a body's people that differ by one letter: which pairs are a doubt, and which are two people.
-- A case is a name to a line and the meetings that list it, of ten in one body; adding cases adds lines.
begin;
select * from no_plan();
set local role minutes_loader;

insert into minutes_store.bodies (body_id, authority_id, name, name_key) values (8, 6, 'Wexcombe Licensing Panel', 'wexcombe licensing panel'),
    (9, 6, 'Wexcombe Arts Forum', 'wexcombe arts forum');
insert into minutes_store.meetings (body_id, meeting_id, document_id, ordinal, meeting_key, held_on, status, was_held)
select b, b * 100 + n, 4, n, n::text, date '2024-01-10' + n * 7, 'final', true
from generate_series(8, 9) b, generate_series(1, 12) n;

create temporary table listed (body_id bigint, name text, meetings int[]) on commit drop;
insert into listed values
    -- a letter left out, put in, exchanged, or two swapped; in the given name or in the family name
    (8, 'Ruth Pennel', '{1}'), (8, 'Ruth Pennell', '{2,3}'),
    (8, 'Sandie Orchard', '{1,2,3}'), (8, 'Sadie Orchard', '{5}'),
    (8, 'Hilda Brayley', '{1,2}'), (8, 'Hilda Brailey', '{4}'),
    (8, 'Owen Thrale', '{2}'), (8, 'Owen Thrlae', '{6}'),
    (8, 'Catrin Eames', '{3}'), (8, 'Katrin Eames', '{4}'),
    (8, 'Mary Ann Follett', '{1}'), (8, 'Mary Anne Follett', '{2}'),
    (8, 'Coombes', '{1,2}'), (8, 'Coombs', '{3}'),
    (8, 'Noel Farrow', '{7}'), (8, 'Noel Garrow', '{8}'),
    -- three spellings: the later ones are doubted, each once, against the one that is listed most
    (8, 'Eliot Marsden', '{1,2,4}'), (8, 'Elliot Marsden', '{5}'), (8, 'Eliott Marsden', '{6}'),
    -- one person all along: the spellings alternate
    (8, 'Ines Calloway', '{1,3,5,7,9}'), (8, 'Ines Caloway', '{2,4,6,8,10}'),
    -- two people: together in a meeting, whatever the list
    (8, 'Jon Hobley', '{1,2,3}'), (8, 'Joan Hobley', '{3,4}'),
    -- each at many meetings, one after the other
    (8, 'Martin Sayer', '{1,2,3,4,5}'), (8, 'Martyn Sayer', '{6,7,8,9,10}'),
    -- more than a letter, rhymes, initials, short words, case and apostrophes, no names
    (8, 'Anna Dorrell', '{1}'), (8, 'Alma Dorrell', '{2}'),
    (8, 'Penny Vosper', '{1}'), (8, 'Jenny Vosper', '{2}'),
    (8, 'A Wyvern', '{1}'), (8, 'B Wyvern', '{2}'),
    (8, 'Jo Tarrant', '{1}'), (8, 'Joe Tarrant', '{2}'),
    (8, 'Tim Lugg', '{1}'), (8, 'Tom Lugg', '{2}'),
    (8, 'Sean O''Dell', '{1}'), (8, 'Sean O’Dell', '{2}'), (8, 'Sean ODell', '{3}'),
    (8, 'IVOR STARK', '{1}'), (8, 'Ivor Stark', '{2}'),
    (8, 'Member of the public', '{1}'), (8, 'Members of the public', '{2}'),
    (8, 'Usher 14', '{1}'), (8, 'Usher 15', '{2}'),
    -- another body's people
    (8, 'Gwen Aldous', '{1}'), (9, 'Gwenn Aldous', '{2}'),
    -- the same day's other meetings do not count, only the body's own
    (9, 'Ruth Pennell', '{1}');
insert into minutes_store.attendance (body_id, attendance_id, meeting_id, ordinal, capacity, name)
select l.body_id, 100000 + row_number() over (order by n, l.name), l.body_id * 100 + n, row_number() over (partition by l.body_id, n order by l.name),
    case when l.name = 'Joan Hobley' then 'apologies' else 'present' end, l.name
from listed l, unnest(l.meetings) n;

set local role test_reader;
select results_eq(
    $$select substring(detail from '^(.*?) \('), substring(detail from ' and (.*?) \('), meeting_id from minutes.data_quality
      where check_name = 'similar_name' order by substring(detail from '^(.*?) \(') collate "C"$$,
    $$values ('Coombs', 'Coombes', 803::bigint), ('Eliott Marsden', 'Eliot Marsden', 806), ('Elliot Marsden', 'Eliot Marsden', 805),
        ('Hilda Brailey', 'Hilda Brayley', 804), ('Ines Caloway', 'Ines Calloway', 802), ('Katrin Eames', 'Catrin Eames', 804),
        ('Mary Anne Follett', 'Mary Ann Follett', 802), ('Noel Garrow', 'Noel Farrow', 808), ('Owen Thrlae', 'Owen Thrale', 806),
        ('Ruth Pennell', 'Ruth Pennel', 802), ('Sadie Orchard', 'Sandie Orchard', 805)$$,
    'names that differ by a letter, at the first meeting with the later spelling');
select is((select detail from minutes.data_quality where check_name = 'similar_name' and detail like 'Ruth%'),
    'Ruth Pennell (2 meetings, 24 January 2024 to 31 January 2024) and Ruth Pennel (17 January 2024) differ by one letter and may be one person.',
    'both spellings and when they were listed');
select is((select count(*) from minutes.data_quality), (select count(distinct doubt_id) from minutes.data_quality), 'the key of a doubt is unique');

select * from finish();
rollback;
