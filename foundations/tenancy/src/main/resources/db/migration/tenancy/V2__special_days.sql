-- Dates on which a site is open at other hours than on that day of the week, or closed.
alter table site add column special_days jsonb not null default '[]';
