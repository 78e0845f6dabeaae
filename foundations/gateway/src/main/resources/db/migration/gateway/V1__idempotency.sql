grant usage on schema gateway to ${app}, ${platform};

-- One row per key that a caller has sent: its answer stands here from the transaction of its effect on.
create table idempotency (
    tenant_id   uuid        not null,
    caller      text        not null,
    route       text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    lease_until timestamptz,
    status      int,
    headers     jsonb,
    body        bytea,
    created_at  timestamptz not null,
    primary key (tenant_id, caller, route, key)
);
create index idempotency_age on idempotency (tenant_id, created_at);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy tenant_isolation on idempotency to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on idempotency to ${owner} using (true) with check (true);
create policy tenant_platform on idempotency to ${platform} using (true) with check (true);
grant select, insert, update, delete on idempotency to ${app};
grant select, delete on idempotency to ${platform};
