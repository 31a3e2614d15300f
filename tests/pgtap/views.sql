-- What the views say of the fixture, as a cleared reader.
begin;
select * from no_plan();
set local role test_cleared;

select results_eq(
    $$select body, authority, nation, code_prefix, meeting_count, first_held_on, last_held_on from minutes.bodies$$,
    $$values ('Wexcombe Safety Board'::varchar, 'Wexcombe Council'::varchar, 'england'::varchar, 'WSB'::varchar, 2, date '2025-06-04', date '2025-09-03')$$,
    'bodies count their meetings');
select results_eq(
    $$select meeting_id, item_count, restricted_item_count, status::text from minutes.meetings order by 1$$,
    $$values (10::bigint, 2, 1, 'final'), (11, 2, 1, 'draft')$$,
    'meetings count their items');
select results_eq(
    $$select item_id, code::text, code_prefix::text, code_number, municipal_year::text, is_restricted, restriction_category::text
      from minutes.agenda_items order by code_sort, item_id$$,
    $$values (30::bigint, 'WSB/1/25', 'WSB', 1, '2025/26', false, null), (31, 'WSB/2/25', 'WSB', 2, '2025/26', true, 'crime_prevention'),
        (32, 'WSB/5/25', 'WSB', 5, '2025/26', false, null), (33, 'WSB/6/25', 'WSB', 6, '2025/26', true, 'intelligence')$$,
    'items have their codes'' parts and category');
select results_eq(
    $$select metric::text, change_percent, change_points from minutes.percentage_changes order by change_id$$,
    $$values ('Burglary', -5.5::numeric, null::numeric), ('robbery', null, 4), ('heron stops', 47.25, null)$$,
    'a change is in percent or in points');
select results_eq(
    $$select item_id, category::text, grounds::text, regime::text, cited_paragraphs::text, restricted_by::text, reason from minutes.restricted_items order by 1$$,
    $$values (31::bigint, 'crime_prevention', 'crime_prevention, victim', 'exempt', '7', 'text, resolution', 'Restricted because of heron.'),
        (33, 'intelligence', 'intelligence', 'none', null, 'text, resolution', null)$$,
    'restricted items have grounds, regime and paragraphs');
select results_eq(
    $$select check_name::text, item_id, detail from minutes.data_quality where doubt_id < 0$$,
    $$values ('code_gap', 32::bigint, 'There are 2 codes missing before WSB/5/25 and after WSB/2/25, which an earlier meeting had.')$$,
    'a gap in a series of codes is a doubt about what follows it');
select results_eq(
    $$select capacity::text, name::text, role::text from minutes.attendance order by ordinal$$,
    $$values ('present', 'Ada Thorne', 'Chair'), ('apologies', 'Ben Marsh', null)$$,
    'attendance lists people by capacity');
select results_eq(
    $$select substr(i.item_text, c.start_at, c.length) from minutes.percentage_changes c join minutes.agenda_items i using (body_id, item_id)
      where not c.is_restricted order by c.change_id$$,
    $$select matched from minutes.percentage_changes where not is_restricted order by change_id$$,
    'a change says where it stands');
select results_eq($$select detail from minutes.load_problems order by problem_id$$,
    $$values ('not UTF-8 as it says'), ('value too long: "heron"')$$, 'load problems have their details');

select * from finish();
rollback;
