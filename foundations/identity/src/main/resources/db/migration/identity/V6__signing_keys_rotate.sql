-- Keys follow each other: one signs from a time on, and its successor is published a day before it does.
drop index signing_key_single;
alter table signing_key
    add column generation int not null default 1,
    add column signs_from timestamptz;
update signing_key set signs_from = created_at;
alter table signing_key alter column signs_from set not null, alter column generation drop default;
-- Of two nodes that make the next, the second finds it made.
create unique index signing_key_generation on signing_key (generation);
grant delete on signing_key to ${app};
