-- Search and look-up over the fixture: who finds what, by which parameters.
begin;
select * from no_plan();

set local role minutes_loader;
insert into minutes_store.attendance (body_id, attendance_id, meeting_id, ordinal, capacity, name, honorific)
values (7, 2101, 11, 1, 'present', 'Ada Thorn', 'Ms'), (7, 2102, 11, 2, 'present', 'Benedict Marsham', null);
reset role;

set local role test_reader;
select results_eq($$select item_id, is_restricted, headline from minutes.search('burglary')$$,
    $$values (30::bigint, false, '«Burglary» fell by 5.5% and robbery rose from 20% to 24%. AGREED that the report be noted')$$, 'an item is found by a word, with a headline');
select set_eq($$select item_id from minutes.search('burglary or report')$$, array[30, 32]::bigint[], 'by one of two');
select set_eq($$select item_id from minutes.search('report -burglary')$$, array[32]::bigint[], 'without another');
select set_eq($$select item_id from minutes.search('"report be noted"')$$, array[30]::bigint[], 'by a phrase');
select set_eq($$select item_id from minutes.search('reported')$$, array[30, 32]::bigint[], 'by another form of the word');
select set_eq($$select item_id from minutes.search('report', held_from => '2025-06-05')$$, array[32]::bigint[], 'from a day on');
select set_eq($$select item_id from minutes.search('report', held_until => '2025-06-04')$$, array[30]::bigint[], 'until a day, with it');
select set_eq($$select item_id from minutes.search('report', of_body => 'WEXCOMBE safety board')$$, array[30, 32]::bigint[], 'of a body, in any case');
select set_eq($$select item_id from minutes.search('report', of_body => 'Wexcombe')$$, array[]::bigint[], 'by its whole name');
select is((select count(*)::int from minutes.search('report', 1)), 1, 'no more than wanted');
select is_empty($$select from minutes.search('heron')$$, 'a reader finds nothing by restricted words');
select is_empty($$select from minutes.search('')$$, 'nothing by no words');
select is_empty($$select from minutes.search(null)$$, 'nothing by nothing');
select results_eq($$select person::text, listed_as, meetings, first_held_on from minutes.find_people('Thorne')$$,
    $$values ('Ada Thorne', 'Cllr Ada Thorne', 1, date '2025-06-04'), ('Ada Thorn', 'Ms Ada Thorn', 1, '2025-09-03')$$, 'people are found by a part of the name, the likest first');
select set_eq($$select person::text from minutes.find_people('Councillor Torne')$$, array['Ada Thorne'], 'misspelt, and with a title');
select set_eq($$select person::text from minutes.find_people('MARSH')$$, array['Ben Marsh', 'Benedict Marsham'], 'in any case');
select is((select count(*)::int from minutes.find_people('MARSH', 1)), 1, 'no more than wanted');
select is_empty($$select from minutes.find_people('marsh', of_body => 'Another Board')$$, 'of a body');
select is_empty($$select from minutes.find_people('Zebedee')$$, 'nobody, where nobody is like it');
select results_eq($$select item_id, item_title, is_restricted from minutes.find_titles('informent')$$, $$values (33::bigint, 'Informants', true)$$,
    'a title is found misspelt, a restricted item''s, too: titles are open');
select is_empty($$select from minutes.find_titles('informants', held_until => '2025-09-02')$$, 'before a day');
select is_empty($$select from minutes.find_titles('informants', of_body => 'Another Board')$$, 'of a body');
select is_empty($$select from minutes.find_titles('heron')$$, 'texts are no titles');
reset role;
set local role test_cleared;
select set_eq($$select item_id from minutes.search('heron')$$, array[31, 33]::bigint[], 'a cleared reader finds restricted words');
select is((select headline from minutes.search('"heron team"')), '«heron» «team» made 47.25% more stops. AGREED to support «heron»', 'with their headline');
reset role;
set local session authorization test_cleared;
select lives_ok($$select minutes.merge_people(7, 'Ada Thorn', 'Ada Thorne', 'a letter lost')$$, 'names are merged');
reset session authorization;
set local role test_reader;
select results_eq($$select person::text, listed_as, meetings from minutes.find_people('thorn')$$, $$values ('Ada Thorne', 'Cllr Ada Thorne, Ms Ada Thorn', 2)$$,
    'who is merged is one, with the spellings there are');
reset role;
set local role test_stranger;
select throws_ok($$select * from minutes.search('report')$$, '42501', null, 'a stranger searches nothing');
select throws_ok($$select * from minutes.find_people('marsh')$$, '42501', null, 'finds nobody');
select throws_ok($$select * from minutes.find_titles('noise')$$, '42501', null, 'and no title');
reset role;

select * from finish();
rollback;
