-- What analysts see of items. Open and restricted content come from twin tables; the test of the role in each restricted branch is
-- planned as a one-time filter, so that for a reader the branch is not executed, while row security stays the guard.

create or replace view minutes.agenda_items
with (security_invoker = true) as
select
    i.item_id,
    i.body_id,
    i.meeting_id,
    b.name as body,
    m.held_on,
    i.position,
    i.code_text as code,
    i.code_sort,
    @extschema@.agenda_code_prefix(i.code)::varchar(8) as code_prefix,
    @extschema@.agenda_code_number(i.code) as code_number,
    @extschema@.agenda_code_municipal_year(i.code)::varchar(7) as municipal_year,
    i.number_as_printed,
    i.title,
    i.section,
    i.is_restricted,
    i.restriction_category,
    i.is_truncated,
    t.agenda_text,
    t.item_text
from minutes_store.agenda_items i
join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
join minutes_store.bodies b on b.body_id = i.body_id
left join minutes_store.item_text_open t on t.body_id = i.body_id and t.item_id = i.item_id
where not i.is_restricted
union all
select
    i.item_id,
    i.body_id,
    i.meeting_id,
    b.name,
    m.held_on,
    i.position,
    i.code_text,
    i.code_sort,
    @extschema@.agenda_code_prefix(i.code)::varchar(8),
    @extschema@.agenda_code_number(i.code),
    @extschema@.agenda_code_municipal_year(i.code)::varchar(7),
    i.number_as_printed,
    i.title,
    i.section,
    i.is_restricted,
    i.restriction_category,
    i.is_truncated,
    t.agenda_text,
    t.item_text
from minutes_store.agenda_items i
join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
join minutes_store.bodies b on b.body_id = i.body_id
left join minutes_store.item_text_restricted t
    on t.body_id = i.body_id
    and t.item_id = i.item_id
    and pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
where i.is_restricted;

comment on view minutes.agenda_items is 'Agenda items, one a row; the texts of restricted ones are empty to those who may not read them.';
comment on column minutes.agenda_items.item_id is 'Key of the item; kept when its document is loaded again.';
comment on column minutes.agenda_items.body_id is 'Key of the body that met.';
comment on column minutes.agenda_items.meeting_id is 'Key of the meeting.';
comment on column minutes.agenda_items.body is 'Name of the body that met.';
comment on column minutes.agenda_items.held_on is 'Date of the meeting.';
comment on column minutes.agenda_items.position is 'Place in the meeting, from 1.';
comment on column minutes.agenda_items.code is 'Agenda code, or the bare number where the document only numbers its items; code_sort orders it.';
comment on column minutes.agenda_items.code_sort is 'Sort by this to have codes in the order people count them.';
comment on column minutes.agenda_items.code_prefix is 'Prefix of the code.';
comment on column minutes.agenda_items.code_number is 'Number within the municipal year.';
comment on column minutes.agenda_items.municipal_year is 'Municipal year of the code, such as 2025/26.';
comment on column minutes.agenda_items.number_as_printed is 'The number as printed.';
comment on column minutes.agenda_items.title is 'Title without code and without a mark such as RESTRICTED.';
comment on column minutes.agenda_items.section is 'Section heading that the item stands under.';
comment on column minutes.agenda_items.is_restricted is 'Whether the item''s content is kept from the public.';
comment on column minutes.agenda_items.restriction_category is 'First of the grounds as one word; empty for an open item.';
comment on column minutes.agenda_items.is_truncated is 'Whether the source cut the text short.';
comment on column minutes.agenda_items.agenda_text is 'What the agenda said of the item; empty where it is restricted and you may not read it.';
comment on column minutes.agenda_items.item_text is 'What was minuted; empty where it is restricted and you may not read it.';

create or replace view minutes.decisions
with (security_invoker = true) as
select
    d.decision_id,
    d.body_id,
    d.item_id,
    d.meeting_id,
    b.name as body,
    m.held_on,
    i.code_text as code,
    i.code_sort,
    i.title,
    d.ordinal,
    d.outcome,
    d.decision_text,
    i.is_restricted
from (
    select body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text
    from minutes_store.decisions_open
    union all
    select body_id, decision_id, meeting_id, item_id, ordinal, outcome, decision_text
    from minutes_store.decisions_restricted
    where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
) d
join minutes_store.agenda_items i on i.body_id = d.body_id and i.item_id = d.item_id
join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
join minutes_store.bodies b on b.body_id = d.body_id;

comment on view minutes.decisions is 'Outcomes of agenda items, one a row.';
comment on column minutes.decisions.decision_id is 'Key of the outcome.';
comment on column minutes.decisions.body_id is 'Key of the body that met.';
comment on column minutes.decisions.item_id is 'Key of the item.';
comment on column minutes.decisions.meeting_id is 'Key of the meeting.';
comment on column minutes.decisions.body is 'Name of the body that met.';
comment on column minutes.decisions.held_on is 'Date of the meeting.';
comment on column minutes.decisions.code is 'Code or number of the item.';
comment on column minutes.decisions.code_sort is 'Orders the codes.';
comment on column minutes.decisions.title is 'Title of the item.';
comment on column minutes.decisions.ordinal is 'Place among the item''s outcomes, from 1.';
comment on column minutes.decisions.outcome is 'agreed, noted, approved, deferred, received, endorsed, rejected, withdrawn, referred, recommended, confirmed or appointed.';
comment on column minutes.decisions.decision_text is 'The sentence of the minute that decides it.';
comment on column minutes.decisions.is_restricted is 'Whether the item is restricted; only cleared readers see rows where it is.';

create or replace view minutes.percentage_changes
with (security_invoker = true) as
select
    c.change_id,
    c.body_id,
    c.item_id,
    c.meeting_id,
    b.name as body,
    m.held_on,
    i.code_text as code,
    i.code_sort,
    i.title,
    c.ordinal,
    c.metric,
    c.change_percent,
    c.change_points,
    c.basis,
    c.qualifier,
    c.low,
    c.high,
    c.from_level,
    c.to_level,
    c.baseline,
    c.matched,
    c.sentence,
    c.start_at,
    c.length,
    i.is_restricted
from (
    select body_id, change_id, meeting_id, item_id, ordinal, metric, change_percent, change_points, basis, qualifier, low, high,
        from_level, to_level, baseline, matched, sentence, start_at, length
    from minutes_store.changes_open
    union all
    select body_id, change_id, meeting_id, item_id, ordinal, metric, change_percent, change_points, basis, qualifier, low, high,
        from_level, to_level, baseline, matched, sentence, start_at, length
    from minutes_store.changes_restricted
    where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
) c
join minutes_store.agenda_items i on i.body_id = c.body_id and i.item_id = c.item_id
join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
join minutes_store.bodies b on b.body_id = c.body_id;

comment on view minutes.percentage_changes is 'Percentage changes that the minutes report, one a row, each with the sentence that says it.';
comment on column minutes.percentage_changes.change_id is 'Key of the change.';
comment on column minutes.percentage_changes.body_id is 'Key of the body that met.';
comment on column minutes.percentage_changes.item_id is 'Key of the item.';
comment on column minutes.percentage_changes.meeting_id is 'Key of the meeting.';
comment on column minutes.percentage_changes.body is 'Name of the body that met.';
comment on column minutes.percentage_changes.held_on is 'Date of the meeting.';
comment on column minutes.percentage_changes.code is 'Code or number of the item.';
comment on column minutes.percentage_changes.code_sort is 'Orders the codes.';
comment on column minutes.percentage_changes.title is 'Title of the item.';
comment on column minutes.percentage_changes.ordinal is 'Place among the item''s changes, from 1.';
comment on column minutes.percentage_changes.metric is 'What changed, in the words of the minutes.';
comment on column minutes.percentage_changes.change_percent is 'The change in percent, negative for a fall; empty where the change is in percentage points.';
comment on column minutes.percentage_changes.change_points is 'The change in percentage points, negative for a fall; empty where the change is in percent.';
comment on column minutes.percentage_changes.basis is 'stated: the figure stands in the minutes; from_levels, ratio_words, midpoint: it follows from what stands there.';
comment on column minutes.percentage_changes.qualifier is 'about, over, under or up_to: how exact the minutes say it is; empty for none.';
comment on column minutes.percentage_changes.low is 'Lower end where a range is reported.';
comment on column minutes.percentage_changes.high is 'Upper end where a range is reported.';
comment on column minutes.percentage_changes.from_level is 'Level before the change, in percent, where it is reported.';
comment on column minutes.percentage_changes.to_level is 'Level after the change, in percent, where it is reported.';
comment on column minutes.percentage_changes.baseline is 'What it is compared with, as printed.';
comment on column minutes.percentage_changes.matched is 'The shortest stretch of the minute with figure, sign or direction, and unit.';
comment on column minutes.percentage_changes.sentence is 'The sentence of the minute that reports it.';
comment on column minutes.percentage_changes.start_at is 'Where matched begins in the item''s text, in characters from 1.';
comment on column minutes.percentage_changes.length is 'Length of matched in characters.';
comment on column minutes.percentage_changes.is_restricted is 'Whether the item is restricted; only cleared readers see rows where it is.';

create or replace view minutes.restricted_items
with (security_invoker = true) as
select
    i.item_id,
    i.body_id,
    i.meeting_id,
    b.name as body,
    m.held_on,
    i.code_text as code,
    i.code_sort,
    i.title,
    i.restriction_category as category,
    pg_catalog.array_to_string(@extschema@.restriction_grounds(i.grounds), ', ')::varchar(250) as grounds,
    i.regime,
    pg_catalog.array_to_string(i.cited_paragraphs, ', ')::varchar(100) as cited_paragraphs,
    pg_catalog.concat_ws(', ',
        case when i.restriction_sources & 1 <> 0 then 'text' end,
        case when i.restriction_sources & 2 <> 0 then 'title' end,
        case when i.restriction_sources & 4 <> 0 then 'heading' end,
        case when i.restriction_sources & 8 <> 0 then 'resolution' end,
        case when i.restriction_sources & 16 <> 0 then 'flag' end,
        case when i.restriction_sources & 32 <> 0 then 'unsettled' end,
        case when i.restriction_sources & 64 <> 0 then 'person' end)::varchar(100) as restricted_by,
    t.reason
from minutes_store.agenda_items i
join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
join minutes_store.bodies b on b.body_id = i.body_id
left join minutes_store.item_text_restricted t
    on t.body_id = i.body_id
    and t.item_id = i.item_id
    and pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
where i.is_restricted;

comment on view minutes.restricted_items is 'Agenda items whose content is kept from the public, one a row, with the grounds; anybody may see this list.';
comment on column minutes.restricted_items.item_id is 'Key of the item.';
comment on column minutes.restricted_items.body_id is 'Key of the body that met.';
comment on column minutes.restricted_items.meeting_id is 'Key of the meeting.';
comment on column minutes.restricted_items.body is 'Name of the body that met.';
comment on column minutes.restricted_items.held_on is 'Date of the meeting.';
comment on column minutes.restricted_items.code is 'Code or number of the item.';
comment on column minutes.restricted_items.code_sort is 'Orders the codes.';
comment on column minutes.restricted_items.title is 'Title of the item.';
comment on column minutes.restricted_items.category is 'First of the grounds as one word.';
comment on column minutes.restricted_items.grounds is 'All the grounds, separated by commas.';
comment on column minutes.restricted_items.regime is 'Law that the document names: exempt, confidential, admission_act; none for a partnership''s own wording.';
comment on column minutes.restricted_items.cited_paragraphs is 'Paragraphs of the schedule as the document cites them; empty where it cites none.';
comment on column minutes.restricted_items.restricted_by is 'What restricts it: text, title, heading, resolution, flag, person; unsettled where the scope of an exclusion is not clear.';
comment on column minutes.restricted_items.reason is 'The sentence that gives the reason; empty to those who may not read it.';

create or replace view minutes.attachments
with (security_invoker = true) as
select
    t.attachment_id,
    t.body_id,
    t.item_id,
    t.meeting_id,
    t.ordinal,
    t.title,
    t.file_type,
    t.size_as_printed,
    t.size_bytes,
    t.url,
    t.is_restricted
from (
    select body_id, attachment_id, meeting_id, item_id, ordinal, title, file_type, size_as_printed, size_bytes, url, is_restricted
    from minutes_store.attachments_open
    union all
    select body_id, attachment_id, meeting_id, item_id, ordinal, title, file_type, size_as_printed, size_bytes, url, is_restricted
    from minutes_store.attachments_restricted
    where pg_catalog.pg_has_role(current_user, @cleared_name@, 'USAGE')
) t;

comment on view minutes.attachments is 'Documents attached to agenda items, one a row.';
comment on column minutes.attachments.attachment_id is 'Key of the attachment.';
comment on column minutes.attachments.body_id is 'Key of the body that met.';
comment on column minutes.attachments.item_id is 'Key of the item.';
comment on column minutes.attachments.meeting_id is 'Key of the meeting.';
comment on column minutes.attachments.ordinal is 'Place among the item''s attachments, from 1.';
comment on column minutes.attachments.title is 'Title as printed.';
comment on column minutes.attachments.file_type is 'PDF, DOCX, ...';
comment on column minutes.attachments.size_as_printed is 'Size as printed, such as 112 KB.';
comment on column minutes.attachments.size_bytes is 'Size in bytes, as far as the print tells.';
comment on column minutes.attachments.url is 'Address, where the source gives one.';
comment on column minutes.attachments.is_restricted is 'Whether it is restricted; only cleared readers see rows where it is.';
