-- Categories of metrics, users' own synonyms, and the series that they make.
begin;
select * from no_plan();

create temporary table wanted (metric text, category text);
insert into wanted values
    ('Overall Theft Offences', 'theft'),
    ('publicly reported Residential burglary', 'burglary_residential'),
    ('Robbery overall', 'robbery'),
    ('shop theft', 'shoplifting'),
    ('Anti-social behaviour (reported to the Police)', 'asb'),
    ('ANTISOCIAL BEHAVIOUR', 'asb'),
    ('the number of ASB incidents', 'asb'),
    ('Burglary', 'burglary'),
    ('burglaries in Mill ward', 'burglary'),
    ('Burglary (Dwelling)', 'burglary_residential'),
    ('residential burglaries across the borough', 'burglary_residential'),
    ('Business & Community Burglary', 'burglary_business'),
    ('Violence with injury', 'violence_with_injury'),
    ('violence without injury offences', 'violence_without_injury'),
    ('Violent crime', 'violence_against_the_person'),
    ('Violence Against the Person', 'violence_against_the_person'),
    ('Stalking & Harassment', 'stalking_and_harassment'),
    ('Death or Serious Injury by Unlawful Driving', 'unlawful_driving'),
    ('Rape offences', 'rape'),
    ('Other sexual offences', 'other_sexual_offences'),
    ('sexual offences', 'sexual_offences'),
    ('Robbery (personal)', 'robbery_personal'),
    ('business robberies', 'robbery_business'),
    ('Vehicle-related crime', 'vehicle_offences'),
    ('thefts from vehicles', 'theft_from_vehicle'),
    ('Theft of motor vehicles', 'theft_of_vehicle'),
    ('theft from the person', 'theft_from_the_person'),
    ('Thefts of pedal cycles', 'bicycle_theft'),
    ('Shop-lifting', 'shoplifting'),
    ('All other theft', 'other_theft'),
    ('Criminal damage', 'criminal_damage'),
    ('criminal damage and arson', 'criminal_damage_and_arson'),
    ('Arson', 'arson'),
    ('Trafficking of drugs', 'drug_trafficking'),
    ('possession of drugs', 'drug_possession'),
    ('Drugs offences', 'drug_offences'),
    ('Possession of Weapons', 'possession_of_weapons'),
    ('Public order', 'public_order'),
    ('Miscellaneous Crimes Against Society', 'miscellaneous'),
    ('All recorded crime in the county', 'total_recorded_crime'),
    ('total recorded crime', 'total_recorded_crime'),
    ('crime', 'total_recorded_crime'),
    ('ASB - Nuisance', 'asb_nuisance'),
    ('Environmental ASB', 'asb_environmental'),
    ('personal anti-social behaviour', 'asb_personal'),
    ('Reports of hate crime', 'hate_crime'),
    ('Domestic abuse', 'domestic_abuse'),
    ('Knife crime', 'knife_crime'),
    ('rural crime', 'rural_crime'),
    ('Crime in rural areas', 'rural_crime'),
    -- not the category's own number, or another thing
    ('assault course bookings', null),
    ('Burglary detection rate', null),
    ('arrests for robbery', null),
    ('satisfaction of burglary victims', null),
    ('fear of crime', null),
    ('attempted burglary', null),
    ('violence in the home', null),
    ('Thefts in Shops', null),
    ('Violence in the night-time economy', null),
    ('hate crime awareness sessions', null),
    ('publicly reported crime', null),
    ('police generated crime', null),
    ('vehicles', null),
    ('drug treatment', null),
    ('crimestoppers calls', null),
    ('Overall', null),
    ('', null);

grant select on wanted to public;

set local role minutes_loader;
insert into minutes_store.changes_open (body_id, change_id, meeting_id, item_id, ordinal, metric, change, basis, matched, start_at, length, sentence)
select 7, 1000 + row_number() over (), 10, 30, 10, w.metric, '+1%', 'stated', 'x', 1, 1, 'x' from (table wanted) w;
reset role;

set local role test_cleared;
select is_empty(
    $$select w.metric, w.category, t.category from wanted w left join minutes.crime_trends t using (metric)
      where coalesce(w.category, '-') <> coalesce(t.category, '-') order by 1$$,
    'metrics have the category that their words mean, or none');
select is_empty(
    $$select change_id from minutes.percentage_changes except (select change_id from minutes.crime_trends union all select change_id from minutes.crime_trends_unmatched)$$,
    'every change is in one of the views');
select is_empty($$select change_id from minutes.crime_trends intersect select change_id from minutes.crime_trends_unmatched$$, 'and in one only');
select results_eq(
    $$select metric::text, why::text from minutes.crime_trends_unmatched where change_id between 50 and 52 order by 1$$,
    $$values ('heron stops', 'no_category'), ('robbery', 'percentage_points')$$,
    'what is in none is listed with the reason');
reset role;

set local role test_reader;
select is((select count(*)::int from minutes.crime_trends_unmatched where metric like '%heron%'), 0, 'a reader finds no restricted metric');
select is((select count(*)::int from minutes_store.classified_changes where metric like '%heron%'), 0, 'nor behind the view');
select throws_ok($$insert into minutes_store.crime_synonyms (phrase) values ('x')$$, '42501', null, 'and adds no synonym');
reset role;

-- Users' own words.
set local role minutes_loader;
insert into minutes_store.crime_synonyms (phrase, category) values ('Heron stops', 'knife_crime'), ('vandalism', null), ('attempted burglaries', 'burglary'),
    ('criminal damage', 'arson');
update minutes_store.changes_open set metric = 'Vandalism' where metric = 'Arson';
reset role;
set local role test_cleared;
select results_eq(
    $$select metric::text, category::text from minutes.crime_trends where metric in ('heron stops', 'attempted burglary', 'Criminal damage') order by metric collate "C"$$,
    $$values ('Criminal damage', 'arson'), ('attempted burglary', 'burglary'), ('heron stops', 'knife_crime')$$,
    'users'' synonyms count at once, in any case and number, and before the shipped words');
select is((select why::text from minutes.crime_trends_unmatched where metric = 'Vandalism'), 'set_aside', 'one without a category sets a metric aside');
select ok((select category is not null and period_start is null from minutes.crime_trends where metric = 'Overall Theft Offences'), 'no period without one stated');
reset role;

-- The list itself.
select is_empty(
    $$select c.category from minutes_store.crime_categories c left join minutes_store.crime_words w using (category) where w.category is null$$,
    'every category has words');
select is_empty(
    $$select w.phrase from minutes_store.crime_words w where (minutes_store.metric_keys(w.phrase))[1] = ''$$, 'no word is empty');
select is((select count(*)::int from minutes_store.crime_categories where kind = 'cross_cutting'), 4, 'four categories cut across the others');

select * from finish();
rollback;
