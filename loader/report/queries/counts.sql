-- How much there is of a body, for the pages that are divided.
select
    (select count(*) from minutes.meetings where body_id = $1),
    (select count(*) from minutes.percentage_changes where body_id = $1),
    (select count(*) from minutes.decisions where body_id = $1),
    (select count(distinct person) from minutes.attendance where body_id = $1),
    (select count(*) from minutes.restricted_items where body_id = $1),
    (select count(*) from minutes.data_quality where body_id = $1)
