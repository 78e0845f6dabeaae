-- PostgreSQL reads the checks of a table anew for each statement that writes to it, and keeps those of a domain. What is
-- given back is not negative and at most what was paid, which says that what was paid is not negative either.
create domain priority as text;
alter table request
    drop constraint request_priority_check,
    drop constraint request_paid_check,
    alter column priority type priority;
alter domain priority add check (value in ('low', 'normal', 'high', 'urgent'));
