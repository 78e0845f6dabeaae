-- The books of the sandbox, a vendor of our own making: nothing but the sandbox reads or writes them.
create table sandbox_charge (
    tenant_id   uuid        not null,
    id          uuid        not null,
    token       text        not null,
    currency    text        not null check (currency ~ '^[A-Z]{3}$'),
    amount      bigint      not null,
    refunded    bigint      not null default 0,
    description text        not null,
    return_to   text        not null,
    status      text        not null check (status in ('captured', 'declined', 'awaiting_customer', 'canceled')),
    reason      text,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    check (refunded between 0 and case status when 'captured' then amount else 0 end)
);
alter table sandbox_charge enable row level security;
alter table sandbox_charge force row level security;
create policy tenant_isolation on sandbox_charge to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on sandbox_charge to ${owner} using (true) with check (true);
create policy tenant_platform on sandbox_charge to ${platform} using (true) with check (true);
grant select, insert, update on sandbox_charge to ${app};
grant select on sandbox_charge to ${platform};

create table sandbox_refund (
    tenant_id  uuid        not null,
    id         uuid        not null,
    charge     uuid        not null,
    amount     bigint      not null check (amount > 0),
    refused    boolean     not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
alter table sandbox_refund enable row level security;
alter table sandbox_refund force row level security;
create policy tenant_isolation on sandbox_refund to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on sandbox_refund to ${owner} using (true) with check (true);
create policy tenant_platform on sandbox_refund to ${platform} using (true) with check (true);
grant select, insert, update on sandbox_refund to ${app};
grant select on sandbox_refund to ${platform};
