-- Meetings that approve the minutes of earlier ones: what the item says, in twin tables as everything that items say. Which meeting of the store is meant
-- is found when the view is read, so that it does not matter which was loaded first.

create table minutes_store.approvals_open (
    body_id bigint not null,
    approval_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default false check (not is_restricted),
    ordinal int not null,
    decision varchar(20) not null check (decision in ('approved', 'not_approved', 'deferred')),
    basis varchar(20) not null check (basis in ('date', 'date_without_year', 'previous_meeting')),
    minutes_held_on date,
    minutes_body varchar(300),
    minutes_body_key varchar(300),
    approval_text text not null,
    subject_to text,
    primary key (body_id, approval_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable,
    check ((minutes_held_on is null) = (basis = 'previous_meeting'))
);

create table minutes_store.approvals_restricted (
    body_id bigint not null,
    approval_id bigint not null,
    meeting_id bigint not null,
    item_id bigint not null,
    is_restricted boolean not null default true check (is_restricted),
    ordinal int not null,
    decision varchar(20) not null check (decision in ('approved', 'not_approved', 'deferred')),
    basis varchar(20) not null check (basis in ('date', 'date_without_year', 'previous_meeting')),
    minutes_held_on date,
    minutes_body varchar(300),
    minutes_body_key varchar(300),
    approval_text text not null,
    subject_to text,
    primary key (body_id, approval_id),
    foreign key (body_id, item_id, is_restricted)
        references minutes_store.agenda_items (body_id, item_id, is_restricted) deferrable,
    check ((minutes_held_on is null) = (basis = 'previous_meeting'))
);

create index on minutes_store.approvals_open (approval_id);
create index on minutes_store.approvals_open (body_id, item_id);
create index on minutes_store.approvals_open (body_id, minutes_held_on);
create index on minutes_store.approvals_restricted (approval_id);
create index on minutes_store.approvals_restricted (body_id, item_id);

-- As for every table of that side: the planner's estimates must not tell a reader what is there.
alter table minutes_store.approvals_restricted
    alter column body_id set statistics 0,
    alter column approval_id set statistics 0,
    alter column meeting_id set statistics 0,
    alter column item_id set statistics 0,
    alter column is_restricted set statistics 0,
    alter column ordinal set statistics 0,
    alter column decision set statistics 0,
    alter column basis set statistics 0,
    alter column minutes_held_on set statistics 0,
    alter column minutes_body set statistics 0,
    alter column minutes_body_key set statistics 0,
    alter column approval_text set statistics 0,
    alter column subject_to set statistics 0;

comment on table minutes_store.approvals_open is 'approvals of earlier meetings'' minutes: open content';
comment on column minutes_store.approvals_open.body_id is 'the body that met';
comment on column minutes_store.approvals_open.approval_id is 'key';
comment on column minutes_store.approvals_open.meeting_id is 'the meeting that approves';
comment on column minutes_store.approvals_open.item_id is 'its item';
comment on column minutes_store.approvals_open.is_restricted is 'always false: this is the open twin';
comment on column minutes_store.approvals_open.ordinal is 'place among the item''s approvals, from 1';
comment on column minutes_store.approvals_open.decision is 'approved, not_approved or deferred';
comment on column minutes_store.approvals_open.basis is 'how it is known which meeting is meant: date, date_without_year (the last such day before), previous_meeting';
comment on column minutes_store.approvals_open.minutes_held_on is 'day of the meeting whose minutes they are, as stated; null for the previous one';
comment on column minutes_store.approvals_open.minutes_body is 'whose meeting, as printed; null where it is the body itself';
comment on column minutes_store.approvals_open.minutes_body_key is 'that name normalised, as bodies are told apart';
comment on column minutes_store.approvals_open.approval_text is 'the sentence that approves';
comment on column minutes_store.approvals_open.subject_to is 'corrections that it is subject to, as printed';
comment on table minutes_store.approvals_restricted is 'approvals of earlier meetings'' minutes: restricted content';
comment on column minutes_store.approvals_restricted.body_id is 'the body that met';
comment on column minutes_store.approvals_restricted.approval_id is 'key';
comment on column minutes_store.approvals_restricted.meeting_id is 'the meeting that approves';
comment on column minutes_store.approvals_restricted.item_id is 'its item';
comment on column minutes_store.approvals_restricted.is_restricted is 'always true: this is the restricted twin';
comment on column minutes_store.approvals_restricted.ordinal is 'place among the item''s approvals, from 1';
comment on column minutes_store.approvals_restricted.decision is 'approved, not_approved or deferred';
comment on column minutes_store.approvals_restricted.basis is 'how it is known which meeting is meant: date, date_without_year (the last such day before), previous_meeting';
comment on column minutes_store.approvals_restricted.minutes_held_on is 'day of the meeting whose minutes they are, as stated; null for the previous one';
comment on column minutes_store.approvals_restricted.minutes_body is 'whose meeting, as printed; null where it is the body itself';
comment on column minutes_store.approvals_restricted.minutes_body_key is 'that name normalised, as bodies are told apart';
comment on column minutes_store.approvals_restricted.approval_text is 'the sentence that approves';
comment on column minutes_store.approvals_restricted.subject_to is 'corrections that it is subject to, as printed';
