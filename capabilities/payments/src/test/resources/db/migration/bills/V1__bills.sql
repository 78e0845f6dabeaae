grant usage on schema bills to ${app};
create table bill (tenant_id uuid not null, id uuid not null, payer uuid not null, due bigint not null, total bigint not null, tax bigint not null, primary key (tenant_id, id));
alter table bill enable row level security;
alter table bill force row level security;
create policy tenant_isolation on bill to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on bill to ${owner} using (true) with check (true);
grant select, insert, update on bill to ${app};
