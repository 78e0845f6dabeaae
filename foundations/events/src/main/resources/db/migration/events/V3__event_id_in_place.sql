-- The same ids from one expression, which is put in place of the call: a function with more than that runs as a query of
-- its own for each line of the log. Thirteen digits of the time in milliseconds with three of their fraction, and the
-- version between them.
create or replace function event_id() returns uuid language sql volatile parallel safe as $$
    select overlay(lpad(to_hex((extract(epoch from clock_timestamp()) * 4096000)::bigint), 15, '0')
                   || substr(gen_random_uuid()::text, 20) placing '7' from 13 for 0)::uuid
$$;
