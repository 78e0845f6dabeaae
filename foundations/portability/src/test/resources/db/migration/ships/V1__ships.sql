grant usage on schema ships to ${app}, ${platform};

create table ship (
    tenant_id uuid    not null,
    id        uuid    not null,
    member_id uuid    not null,
    name      text    not null,
    length    numeric(12, 6),
    secret    bytea,
    primary key (tenant_id, id)
) partition by range (id);
alter table ship enable row level security;
alter table ship force row level security;
create policy tenant_isolation on ship to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on ship to ${owner} using (true) with check (true);
create policy tenant_platform on ship to ${platform} using (true) with check (true);
grant select, insert, update on ship to ${app};
grant select on ship to ${platform};
comment on column ship.member_id is 'personal: whose member';
comment on column ship.name is 'personal: erased to unnamed';
comment on column ship.secret is 'personal: erased';

create table voyage (
    tenant_id uuid   not null,
    id        uuid   not null,
    ship_id   uuid   not null,
    log       jsonb  not null,
    ports     text[] not null,
    primary key (tenant_id, id)
);
alter table voyage enable row level security;
alter table voyage force row level security;
create policy tenant_isolation on voyage to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on voyage to ${owner} using (true) with check (true);
create policy tenant_platform on voyage to ${platform} using (true) with check (true);
grant select, insert, update on voyage to ${app};
grant select on voyage to ${platform};
comment on column voyage.ship_id is 'personal: whose ships.ship';
comment on column voyage.log is 'personal: erased';
comment on column voyage.ports is 'personal: kept for the harbour master';
