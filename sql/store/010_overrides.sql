-- People overrule what the documents say: an item is restricted or lifted by somebody, with a reason, on a date. The listing is open, the reasons
-- are restricted content. Rows stand by themselves, without a key to the item: a decision outlives the version of the minutes that it was made on.

create table minutes_store.overrides (
    body_id bigint not null,
    override_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    action varchar(10) not null check (action in ('restrict', 'lift')),
    grounds @extschema@.restriction,
    held_on date,
    code_text varchar(60),
    title text,
    decided_by varchar(63) not null,
    decided_at timestamptz not null,
    takes_effect_on date not null,
    carried_out_at timestamptz,
    state varchar(10) not null check (state in ('pending', 'in_force', 'ended', 'lost')),
    stands_for bigint,
    former_grounds @extschema@.restriction,
    former_regime varchar(20),
    primary key (body_id, override_id),
    check (action = 'restrict' or grounds is null),
    check (state <> 'pending' or action = 'lift'),
    check ((carried_out_at is not null) or state <> 'in_force')
);

create table minutes_store.override_reason_restricted (
    body_id bigint not null,
    override_id bigint not null,
    is_restricted boolean not null default true check (is_restricted),
    reason text not null,
    primary key (body_id, override_id),
    foreign key (body_id, override_id) references minutes_store.overrides deferrable
);

create index on minutes_store.overrides (override_id);
create index on minutes_store.overrides (body_id, item_id);
create index on minutes_store.overrides (item_id);
create index on minutes_store.overrides (meeting_id);
create index on minutes_store.overrides (takes_effect_on)
where state = 'pending';
create index on minutes_store.override_reason_restricted (override_id);
-- One decision at a time holds for an item.
create unique index on minutes_store.overrides (body_id, item_id)
where state = 'in_force';

alter table minutes_store.override_reason_restricted alter column body_id set statistics 0;
alter table minutes_store.override_reason_restricted alter column override_id set statistics 0;
alter table minutes_store.override_reason_restricted alter column is_restricted set statistics 0;
alter table minutes_store.override_reason_restricted alter column reason set statistics 0;

-- An attachment may be restricted of its own, and then stays so when its item is lifted. What was loaded before counts as such where that is not
-- known: reading the document again settles it.
alter table minutes_store.attachments_restricted add column of_its_own boolean not null default true;
alter table minutes_store.attachments_restricted alter column of_its_own set statistics 0;
comment on column minutes_store.attachments_restricted.of_its_own is 'whether it is restricted whatever its item is, and stays so when the item is lifted';

comment on column minutes_store.agenda_items.restriction_sources is 'bits: 1 its text, 2 its title, 4 a heading, 8 a resolution, 16 a flag of the source, 32 an exclusion whose scope is not settled, 64 a person; 128 lifted by a person, whatever else';

comment on table minutes_store.overrides is 'decisions of people on what is restricted, the superseded ones too';
comment on column minutes_store.overrides.body_id is 'the body that met';
comment on column minutes_store.overrides.override_id is 'key';
comment on column minutes_store.overrides.meeting_id is 'the meeting';
comment on column minutes_store.overrides.item_id is 'the item; it may be gone since';
comment on column minutes_store.overrides.action is 'restrict or lift';
comment on column minutes_store.overrides.grounds is 'grounds that the person gave for a restriction';
comment on column minutes_store.overrides.held_on is 'the meeting''s date when it was decided';
comment on column minutes_store.overrides.code_text is 'the item''s code or number when it was decided';
comment on column minutes_store.overrides.title is 'the item''s title when it was decided';
comment on column minutes_store.overrides.decided_by is 'the login role that decided';
comment on column minutes_store.overrides.decided_at is 'when';
comment on column minutes_store.overrides.takes_effect_on is 'from which day it holds';
comment on column minutes_store.overrides.carried_out_at is 'when the rows were moved; unknown while it is pending or where it never was';
comment on column minutes_store.overrides.state is 'pending: a lift that is not due yet; in_force; ended: a later decision holds; lost: the item cannot be matched with certainty any more';
comment on column minutes_store.overrides.stands_for is 'the lost restriction that this one was made for by the loader; unknown for a person''s decision';
comment on column minutes_store.overrides.former_grounds is 'grounds that the item had before it was carried out';
comment on column minutes_store.overrides.former_regime is 'regime that the item had before it was carried out';
comment on table minutes_store.override_reason_restricted is 'reasons that people gave: restricted content, for members of the cleared role only';
comment on column minutes_store.override_reason_restricted.body_id is 'the body that met';
comment on column minutes_store.override_reason_restricted.override_id is 'the decision; key';
comment on column minutes_store.override_reason_restricted.is_restricted is 'always true: reasons are restricted';
comment on column minutes_store.override_reason_restricted.reason is 'why';
