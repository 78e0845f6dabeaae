-- The registry is the platform's own: a row stands for one event and one listener until it has been heard. Whoever works
-- on it holds it until it is due again and holds it longer while it lasts, so that nobody takes it from a process that
-- lives and everybody may take it from one that died. A row that is not due any more waits for an operator.
delete from event_publication where completion_date is not null;
alter table event_publication
    drop column completion_date,
    drop column status,
    drop column last_resubmission_date,
    add column due_at timestamptz,
    add column failure text;
alter table event_publication rename column publication_date to published_at;
alter table event_publication rename column completion_attempts to attempts;
update event_publication set due_at = now(), attempts = coalesce(attempts, 1);
alter table event_publication alter column attempts set not null;
drop index event_publication_serialized_event;
create index event_publication_due on event_publication (listener_id, due_at);
create index event_publication_untold on event_publication (id) where due_at is null;

-- The log's ids come from the one clock of the database, to the microsecond. An event follows another one of its
-- aggregate only after that was committed, so that its id is the greater one, whichever machine it happened on.
create function event_id() returns uuid language sql volatile parallel safe as $$
    select (lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000 * 4096 / 1000), 3, '0')
            || substr(gen_random_uuid()::text, 20))::uuid
    from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros) at
$$;

-- For followers, who ask for what their last look did not show.
create index event_log_transaction on event_log (transaction);

-- Up to where somebody has followed the log: all that the snapshot shows, and when it was taken. While a look is not
-- read to its end, up to which snapshot it goes and how far it has come.
create table log_cursor (
    reader  text        primary key,
    mark    text        not null,
    since   timestamptz not null,
    until   text,
    last_id uuid,
    failure text,
    failing_since timestamptz
);
grant select, insert, update on log_cursor to ${platform};
grant select on log_cursor to ${app};
