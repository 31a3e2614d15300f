-- Comparable series: the words minutes use for categories of crime and anti-social behaviour, and the period of a change.

-- The words of a metric without case, number and marks, and without words such as "recorded" that make it no other series.
create function minutes_store.metric_words(metric text) returns text
    language sql
    immutable
    strict
    parallel safe
    return (
        select btrim(regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(
                        regexp_replace(
                            regexp_replace(
                                regexp_replace(lower(replace(replace(metric, '’', ''''), '&', ' and ')), '''s\M|''', '', 'g'),
                                '[^[:alnum:]]+', ' ', 'g'),
                            -- What the public report is part of all crime: there the word stays.
                            '\mpublicly reported (?!(crime|offence)s?\M)|\m(reported|recorded) (to|by) (the )?police\M'
                                || '|\m(borough|county|force|city|town|district|area) ?wide\M', ' ', 'g'),
                        '\m(the|a|an|our|overall|recorded|reported|police|local|locally|combined)\M', ' ', 'g'),
                    '\m(\w+)ies\M', '\1y', 'g'),
                '(\w[^s\W])s\M', '\1', 'g'),
            '\s+', ' ', 'g'))
    );

comment on function minutes_store.metric_words(text) is 'the words of a metric as they are compared';

-- What a metric is looked up by, the most exact first: its words; those without a place behind them ("in Mill ward"), which says where and
-- not what; then without words such as "number of" before them; then without words such as "offences" behind them. What is left must be a
-- category's words as a whole, so that an "assault course", "burglary detections" or "violence in the home" are none.
create function minutes_store.metric_keys(metric text) returns text[]
    language sql
    immutable
    strict
    parallel safe
    return (
        select array[j.whole, j.placeless, j.bare,
            regexp_replace(j.bare, '( (offence|incident|crime|case|report|figure|level|number|volume|call))+$', '')]
        from (
            select
                i.whole,
                i.placeless,
                regexp_replace(i.placeless,
                    '^((number|level|volume|incident|report|case|instance|offence|figure|call) of |all |total )+', '') as bare
            from (
                select
                    minutes_store.metric_words(metric) as whole,
                    minutes_store.metric_words(regexp_replace(metric,
                        '\s+(in|across|within|throughout|around|near|at)\s+((the|our|this|that|each|every|whole|wider|entire|of)\s+)*'
                            || '((?!(Dwelling|Home|House|Shop|Store|School|Vehicle|Car|Shed|Garage|Park|Public|Private|Licen|Retail|Care|Hospital'
                            || '|Custody|Prison|Business|Church|Outbuilding|Bar|Pub|Night|Work|Sport|Transport|Domestic|Relation)[a-z]*\M)[A-Z]'
                            || '|(borough|count|cit|town|district|ward|area|village|parish|force|region|division|neighbourhood|sector|country|council)'
                            || '(s|y|ies|es)?\M).*$',
                        '')) as placeless
            ) i
        ) j
    );

comment on function minutes_store.metric_keys(text) is 'what a metric is looked up by among the words of categories, the most exact first';

create table minutes_store.crime_categories (
    category varchar(60) primary key,
    name varchar(120) not null,
    part_of varchar(60) references minutes_store.crime_categories deferrable,
    kind varchar(20) not null check (kind in ('total', 'offence', 'asb', 'cross_cutting')),
    position int not null
);

comment on table minutes_store.crime_categories is 'categories of crime and anti-social behaviour, as the Home Office counts them; renewed by every init';
comment on column minutes_store.crime_categories.category is 'key: a fixed word';
comment on column minutes_store.crime_categories.name is 'name for people';
comment on column minutes_store.crime_categories.part_of is 'the category that counts it too';
comment on column minutes_store.crime_categories.kind is 'total, offence, asb, or cross_cutting: a flag on offences that other categories count';
comment on column minutes_store.crime_categories.position is 'order for people';

create table minutes_store.crime_words (
    phrase varchar(200) primary key,
    category varchar(60) not null references minutes_store.crime_categories deferrable,
    phrase_key text generated always as ((minutes_store.metric_keys(phrase))[1]) stored unique
);

comment on table minutes_store.crime_words is 'the words that minutes use for categories; renewed by every init';
comment on column minutes_store.crime_words.phrase is 'the words';
comment on column minutes_store.crime_words.category is 'what they mean';
comment on column minutes_store.crime_words.phrase_key is 'what metrics are compared with';

create table minutes_store.crime_synonyms (
    phrase varchar(200) primary key,
    category varchar(60) references minutes_store.crime_categories deferrable,
    note text,
    phrase_key text generated always as ((minutes_store.metric_keys(phrase))[1]) stored unique
);

comment on table minutes_store.crime_synonyms is 'your own words for categories: yours to fill, never touched by init or load';
comment on column minutes_store.crime_synonyms.phrase is 'the words, as minutes print them';
comment on column minutes_store.crime_synonyms.category is 'what they mean; empty: none of the categories, whatever the shipped words say';
comment on column minutes_store.crime_synonyms.note is 'why, for people';
comment on column minutes_store.crime_synonyms.phrase_key is 'what metrics are compared with; a phrase of yours stands before a shipped one';

alter table minutes_store.changes_open
    add column period_start date,
    add column period_end date,
    add column metric_keys text[] generated always as (minutes_store.metric_keys(metric)) stored;

alter table minutes_store.changes_restricted
    add column period_start date,
    add column period_end date,
    add column metric_keys text[] generated always as (minutes_store.metric_keys(metric)) stored;

-- As for the table's other columns: the planner's estimates must not tell a reader what is there.
alter table minutes_store.changes_restricted
    alter column period_start set statistics 0,
    alter column period_end set statistics 0,
    alter column metric_keys set statistics 0;

comment on column minutes_store.changes_open.period_start is 'first day of the period that the sentence states';
comment on column minutes_store.changes_open.period_end is 'last day of that period';
comment on column minutes_store.changes_open.metric_keys is 'what the metric is looked up by among the words of categories';
comment on column minutes_store.changes_restricted.period_start is 'first day of the period that the sentence states';
comment on column minutes_store.changes_restricted.period_end is 'last day of that period';
comment on column minutes_store.changes_restricted.metric_keys is 'what the metric is looked up by among the words of categories';
