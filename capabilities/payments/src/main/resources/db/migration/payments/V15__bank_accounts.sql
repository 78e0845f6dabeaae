-- Into which bank account of the business a gateway pays out, from when until when.
create table bank_account (
    tenant_id uuid        not null,
    id        uuid        not null,
    gateway   text        not null,
    currency  text        not null check (currency ~ '^[A-Z]{3}$'),
    bank      text        not null,
    bank_name text        not null,
    number    bytea       not null,
    ending    text        not null,
    holder    text        not null,
    since     timestamptz not null,
    until     timestamptz,
    primary key (tenant_id, id),
    constraint bank_account_ends_after_it_begins check (until >= since)
);
create unique index bank_account_in_use on bank_account (tenant_id, gateway, currency) where until is null;
create index bank_account_since on bank_account (tenant_id, gateway, currency, since);
alter table bank_account enable row level security;
alter table bank_account force row level security;
create policy tenant_isolation on bank_account to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on bank_account to ${owner} using (true) with check (true);
create policy tenant_platform on bank_account to ${platform} using (true) with check (true);
grant select, insert, update on bank_account to ${app};
grant select on bank_account to ${platform};
