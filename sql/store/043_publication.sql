-- When minutes were published, where they or their page say so. What was loaded before has it when it is read again.

alter table minutes_store.meetings
    add column published_on date,
    add column published_basis varchar(20) check (published_basis in ('stated', 'page', 'page_changed')),
    add check ((published_on is null) = (published_basis is null));

comment on column minutes_store.meetings.published_on is 'when the minutes were published, where that is known';
comment on column minutes_store.meetings.published_basis is 'how it is known: stated (by the minutes), page (by the page they are on), page_changed (the page was last changed then)';
