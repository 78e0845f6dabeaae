-- Links under which something can be paid without signing in. Whoever has one may pay, and sees an amount and a reference.
create table payment_link (
    tenant_id  uuid        not null,
    id         uuid        not null,
    kind       text        not null,
    subject    uuid        not null,
    currency   text        check (currency ~ '^[A-Z]{3}$'),
    amount     bigint      check (amount > 0),
    created_by uuid        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    check ((amount is null) = (currency is null))
);
create index payment_link_subject on payment_link (tenant_id, kind, subject, created_at);
alter table payment_link enable row level security;
alter table payment_link force row level security;
create policy tenant_isolation on payment_link to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on payment_link to ${owner} using (true) with check (true);
create policy tenant_platform on payment_link to ${platform} using (true) with check (true);
grant select, insert, update on payment_link to ${app};
grant select on payment_link to ${platform};

alter table payment add column link uuid;
create index payment_of_link on payment (tenant_id, link, id) where link is not null;
