-- People's decisions on names: that two names of a body's minutes are one person, or are not. As for restrictions the listing is open and the
-- reasons are restricted content. Rows go by names and stand by themselves, so that loads keep them.

create table minutes_store.person_merges (
    body_id bigint not null,
    merge_id bigint not null,
    action varchar(10) not null check (action in ('merge', 'keep_apart')),
    name varchar(200) not null,
    other_name varchar(200) not null,
    stands_for varchar(200),
    decided_by varchar(63) not null,
    decided_at timestamptz not null,
    state varchar(10) not null check (state in ('in_force', 'ended')),
    ended_by varchar(63),
    ended_at timestamptz,
    primary key (body_id, merge_id),
    check (name <> other_name),
    check ((state = 'ended') = (ended_at is not null)),
    check ((stands_for is not null) = (action = 'merge' and state = 'in_force'))
);

create table minutes_store.person_merge_reason_restricted (
    body_id bigint not null,
    merge_id bigint not null,
    is_restricted boolean not null default true check (is_restricted),
    reason text not null,
    ended_reason text,
    primary key (body_id, merge_id),
    foreign key (body_id, merge_id) references minutes_store.person_merges deferrable
);

create index on minutes_store.person_merges (merge_id);
create index on minutes_store.person_merge_reason_restricted (merge_id);
-- A name stands for one person at a time.
create unique index on minutes_store.person_merges (body_id, name)
where stands_for is not null;

alter table minutes_store.person_merge_reason_restricted
    alter column body_id set statistics 0,
    alter column merge_id set statistics 0,
    alter column is_restricted set statistics 0,
    alter column reason set statistics 0,
    alter column ended_reason set statistics 0;

comment on table minutes_store.person_merges is 'decisions of people on whether two names are one person, the ended ones too';
comment on column minutes_store.person_merges.body_id is 'the body whose minutes have the names';
comment on column minutes_store.person_merges.merge_id is 'key';
comment on column minutes_store.person_merges.action is 'merge or keep_apart';
comment on column minutes_store.person_merges.name is 'the name that was merged or kept apart, as the minutes list it';
comment on column minutes_store.person_merges.other_name is 'the name that it was merged into or kept apart from';
comment on column minutes_store.person_merges.stands_for is 'the name that the person goes by, at the end of all merges in force; empty where none is';
comment on column minutes_store.person_merges.decided_by is 'the login role that decided';
comment on column minutes_store.person_merges.decided_at is 'when';
comment on column minutes_store.person_merges.state is 'in_force or ended';
comment on column minutes_store.person_merges.ended_by is 'the login role that ended it';
comment on column minutes_store.person_merges.ended_at is 'when it ended';
comment on table minutes_store.person_merge_reason_restricted is 'reasons that people gave for decisions on names: restricted content, for members of the cleared role only';
comment on column minutes_store.person_merge_reason_restricted.body_id is 'the body whose minutes have the names';
comment on column minutes_store.person_merge_reason_restricted.merge_id is 'the decision; key';
comment on column minutes_store.person_merge_reason_restricted.is_restricted is 'always true: reasons are restricted';
comment on column minutes_store.person_merge_reason_restricted.reason is 'why it was decided';
comment on column minutes_store.person_merge_reason_restricted.ended_reason is 'why it was ended';

-- The municipal year of a day: from the annual meeting, which is in May.
create function minutes_store.municipal_year(day date) returns varchar(7)
    language sql
    immutable
    strict
    parallel safe
    return (
        select (pg_catalog.to_char(y.first, 'FM0000') || '/' || pg_catalog.to_char((y.first + 1) % 100, 'FM00'))::varchar(7)
        from (select (extract(year from day) - case when extract(month from day) < 5 then 1 else 0 end)::int as first) y
    );

comment on function minutes_store.municipal_year(date) is 'the municipal year of a day, such as 2025/26; it begins with May, the month of the annual meeting';

-- What a name is compared by: its letters and digits, without case.
create function minutes_store.name_letters(name text) returns text
    language sql
    immutable
    strict
    parallel safe
    return pg_catalog.regexp_replace(pg_catalog.lower(name), '[^[:alnum:]]+', '', 'g');

comment on function minutes_store.name_letters(text) is 'the letters and digits of a name, without case';

-- Whether two names of as many words have all words but one in common, and that one, of three letters or more, differs by a letter that is missing,
-- exchanged, or swapped with its neighbour. First names that only rhyme are two names: their first letters agree, C and K, J and G being one.
create function minutes_store.one_letter_apart(a text[], b text[]) returns boolean
    language sql
    immutable
    strict
    parallel safe
    return (
        select count(*) = 1 and bool_and(
            least(w.la, w.lb) >= 3
            and abs(w.la - w.lb) <= 1
            and (
                pg_catalog.translate(pg_catalog.left(w.a, 1), 'cj', 'kg') = pg_catalog.translate(pg_catalog.left(w.b, 1), 'cj', 'kg')
                or (w.place > 1 and least(w.la, w.lb) >= 5)
            )
            and exists (
                select
                from pg_catalog.generate_series(1, greatest(w.la, w.lb)) at
                where case w.la - w.lb
                    when 0 then
                        pg_catalog.left(w.a, at - 1) = pg_catalog.left(w.b, at - 1)
                        and (
                            (w.la >= 4 and pg_catalog.substr(w.a, at + 1) = pg_catalog.substr(w.b, at + 1))
                            or pg_catalog.substr(w.a, at) =
                                pg_catalog.substr(w.b, at + 1, 1) || pg_catalog.substr(w.b, at, 1) || pg_catalog.substr(w.b, at + 2)
                        )
                    when 1 then pg_catalog.left(w.a, at - 1) || pg_catalog.substr(w.a, at + 1) = w.b
                    else pg_catalog.left(w.b, at - 1) || pg_catalog.substr(w.b, at + 1) = w.a
                end
            ))
        from (
            select x.a, x.b, x.place, pg_catalog.length(x.a) as la, pg_catalog.length(x.b) as lb
            from rows from (pg_catalog.unnest(a), pg_catalog.unnest(b)) with ordinality x(a, b, place)
            where x.a <> x.b
        ) w
    );

comment on function minutes_store.one_letter_apart(text[], text[]) is 'whether two names, given as their words, differ by one letter in one word';
