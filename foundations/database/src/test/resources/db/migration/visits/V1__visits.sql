create table visit (
    tenant_id uuid not null,
    id        uuid not null,
    berth     text not null references berths.berth,
    primary key (tenant_id, id)
) partition by range (id);
alter table visit enable row level security;
alter table visit force row level security;
create policy app on visit to ${app} using (tenant_id = nullif(current_setting('gm.tenant_id', true), '')::uuid);
create policy owner on visit to ${owner} using (true);
grant usage on schema visits to ${app};
grant select, insert on visit to ${app};
