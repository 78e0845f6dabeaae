-- Refunds that Paystack was asked for: it takes no key of ours that would make asking twice harmless.
create table paystack_refund (
    tenant_id uuid        not null,
    id        uuid        not null,
    asked_at  timestamptz not null,
    primary key (tenant_id, id)
);
alter table paystack_refund enable row level security;
alter table paystack_refund force row level security;
create policy tenant_isolation on paystack_refund to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on paystack_refund to ${owner} using (true) with check (true);
create policy tenant_platform on paystack_refund to ${platform} using (true) with check (true);
grant select, insert, update, delete on paystack_refund to ${app};
grant select on paystack_refund to ${platform};
