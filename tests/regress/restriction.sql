-- restriction: sets of grounds.
select input, input::restriction
from unnest(array['{}', '{victim}', ' { Intelligence , victim } ', '{unstated,individual,identity}', '{victim,victim}']) as input;

select ''::restriction;
select 'victim'::restriction;
select '{victim'::restriction;
select '{victim,}'::restriction;
select '{crime}'::restriction;
select '{7}'::restriction;
\set VERBOSITY sqlstate
select '{crime}'::restriction;
\set VERBOSITY default

-- names and category
select grounds, restriction_grounds(grounds), restriction_category(grounds)
from unnest(array['{}', '{identity}', '{individual,financial}', '{crime_prevention,victim}', '{victim,intelligence}',
    '{unstated}']::restriction[]) as grounds;
select '{victim}'::restriction::text;
select '{victim}'::restriction || 'x'::text;

-- sets
select a, b, a && b as overlaps, a @> b as contains, a <@ b as contained, a | b as either, a = b as equal
from (values ('{victim,intelligence}'::restriction, '{victim}'::restriction), ('{victim}', '{intelligence}'), ('{victim}', '{}'),
    ('{}', '{}'), ('{financial}', '{financial}')) as t (a, b);

-- the Acts' paragraphs: the same number, another meaning
select nation, day, paragraph_grounds('{7}', nation, day)
from (values ('england', date '2006-02-28'), ('england', '2006-03-01'), ('wales', '2007-04-20'), ('wales', '2007-04-21'),
    ('scotland', '2024-01-01'), ('northern-ireland', '2024-01-01'), ('Northern Ireland', 'infinity'), ('england', '-infinity'),
    ('england', '0044-03-15 BC'), ('england', 'infinity')) as t (nation, day);
select paragraph_grounds('{12,13,14,15,16,17,18}', 'wales', '2024-01-01');
select paragraph_grounds('{1,NULL,3}', 'england', '2024-01-01'), paragraph_grounds('{}', 'england', '2024-01-01'),
    paragraph_grounds('{99}', 'england', '2024-01-01');
select nation, statutory_paragraphs('{crime_prevention,financial}', nation, '2024-01-01')
from unnest(array['england', 'wales', 'scotland', 'northern-ireland']) as nation;
select statutory_paragraphs('{crime_prevention}', 'england', '2005-01-01'), statutory_paragraphs('{victim}', 'england', '2024-01-01'),
    statutory_paragraphs('{}', 'england', '2024-01-01');
select statutory_paragraphs('{victim}', 'ireland', '2024-01-01');
select paragraph_grounds('{1}', '', '2024-01-01');
\set VERBOSITY sqlstate
select paragraph_grounds('{1}', 'france', '2024-01-01');
\set VERBOSITY default
select restriction_send('{}'), restriction_send('{unstated,individual}');
