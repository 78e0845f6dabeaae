-- What lies on the desk: every request that is open and, for a week, every one that was completed. The requests of years
-- lie in a partition for each month, and whoever looks for the few that are open would look into all of them. Kept by
-- a trigger, so that it is right whoever writes a request.
create table on_desk (
    tenant_id    uuid        not null,
    id           uuid        not null,
    reference    text        not null,
    revision     int         not null,
    status       text        not null,
    since        timestamptz not null,
    offering_id  uuid        not null,
    service_type text        not null,
    customer_id  uuid        not null,
    provider_id  uuid,
    quote_until  timestamptz,
    starts_at    timestamptz,
    ends_at      timestamptz,
    responded_at timestamptz,
    -- Null once it is completed.
    due_at       timestamptz,
    next_at      timestamptz not null,
    primary key (tenant_id, id)
);
create index on_desk_next on on_desk (tenant_id, status, next_at, id) include (due_at, provider_id);
create index on_desk_appointment on on_desk (tenant_id, starts_at, id) where starts_at is not null and due_at is not null;
create index on_desk_provider on on_desk (tenant_id, provider_id) where provider_id is not null and due_at is not null;
alter table on_desk enable row level security;
alter table on_desk force row level security;
create policy tenant_isolation on on_desk to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on on_desk to ${owner} using (true) with check (true);
create policy tenant_platform on on_desk to ${platform} using (true) with check (true);
grant select, insert, update, delete on on_desk to ${app};
grant select, delete on on_desk to ${platform};

create function keep_on_desk() returns trigger language plpgsql as $body$
begin
    if tg_op = 'DELETE' then
        delete from requests.on_desk where tenant_id = old.tenant_id and id = old.id;
    elsif new.due_at is null and new.status <> 'completed' then
        delete from requests.on_desk where tenant_id = new.tenant_id and id = new.id;
    else
        insert into requests.on_desk
            (tenant_id, id, reference, revision, status, since, offering_id, service_type, customer_id, provider_id,
             quote_until, starts_at, ends_at, responded_at, due_at, next_at)
        values (new.tenant_id, new.id, new.reference, new.revision, new.status, new.since, new.offering_id,
                new.service_type, new.customer_id, new.provider_id, new.quote_until, new.starts_at, new.ends_at,
                new.responded_at, new.due_at, coalesce(new.next_at, new.since))
        on conflict (tenant_id, id) do update
        set revision = excluded.revision, status = excluded.status, since = excluded.since,
            provider_id = excluded.provider_id, quote_until = excluded.quote_until, starts_at = excluded.starts_at,
            ends_at = excluded.ends_at, responded_at = excluded.responded_at, due_at = excluded.due_at,
            next_at = excluded.next_at;
    end if;
    return null;
end
$body$;
create trigger keep_on_desk after insert or update of revision or delete on request
    for each row execute function keep_on_desk();

insert into on_desk
select tenant_id, id, reference, revision, status, since, offering_id, service_type, customer_id, provider_id,
       quote_until, starts_at, ends_at, responded_at, due_at, coalesce(next_at, since)
from request
where due_at is not null or status = 'completed' and since >= now() - interval '8 days';

drop index request_next;
drop index request_completed;
drop index request_appointment;
drop index request_quote_until;
