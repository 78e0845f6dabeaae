-- What a business has agreed with the platform; without a row the standard plan holds. Only the operator writes it.
create table plan (
    tenant_id        uuid   not null primary key references tenant,
    name             text   not null check (length(name) between 1 and 40),
    calls_per_minute int    not null check (calls_per_minute > 0),
    calls_burst      int    not null check (calls_burst > 0),
    calls_per_hour   int    not null check (calls_per_hour > 0),
    storage_bytes    bigint not null check (storage_bytes >= 0),
    fee              bigint check (fee >= 0),
    fee_currency     text check (fee_currency ~ '^[A-Z]{3}$'),
    check ((fee is null) = (fee_currency is null))
);
alter table plan enable row level security;
alter table plan force row level security;
create policy tenant_isolation on plan to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on plan to ${owner} using (true) with check (true);
create policy tenant_platform on plan to ${platform} using (true) with check (true);
grant select on plan to ${app};
grant select, insert, update on plan to ${platform};
