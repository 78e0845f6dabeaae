-- Charges that PayPal was asked for: under which name it knows them, and which are not to be taken any more.
create table paypal_charge (
    tenant_id uuid        not null,
    id        uuid        not null,
    order_id  text,
    stage     text        not null check (stage in ('asked', 'taking', 'declined', 'called_off')),
    reason    text        check ((reason is not null) = (stage = 'declined')),
    asked_at  timestamptz not null,
    primary key (tenant_id, id)
);
alter table paypal_charge enable row level security;
alter table paypal_charge force row level security;
create policy tenant_isolation on paypal_charge to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on paypal_charge to ${owner} using (true) with check (true);
create policy tenant_platform on paypal_charge to ${platform} using (true) with check (true);
grant select, insert, update on paypal_charge to ${app};
grant select on paypal_charge to ${platform};
