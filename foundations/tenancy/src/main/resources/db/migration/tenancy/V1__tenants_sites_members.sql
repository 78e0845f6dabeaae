grant usage on schema tenancy to ${app}, ${platform};

create table tenant (
    id         uuid        primary key,
    slug       text        not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]){1,39}$'),
    name       text        not null check (length(name) between 1 and 120),
    accent     text        not null check (accent ~ '^#[0-9a-f]{6}$'),
    currency   text        not null check (currency ~ '^[A-Z]{3}$'),
    time_zone  text        not null,
    tax_number text,
    tax_rates  jsonb       not null default '[]',
    domains    text[]      not null,
    status     text        not null check (status in ('active', 'suspended')),
    revision   int         not null default 1,
    created_at timestamptz not null
);
-- Everybody may find a business; only it itself may change, and never its own status.
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_read on tenant for select to ${app} using (true);
create policy tenant_sign_up on tenant for insert to ${app} with check (status = 'active');
create policy tenant_change on tenant for update to ${app}
    using (id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on tenant to ${owner} using (true) with check (true);
create policy tenant_platform on tenant to ${platform} using (true) with check (true);
grant select, insert on tenant to ${app};
grant update (name, accent, currency, time_zone, tax_number, tax_rates, domains, revision) on tenant to ${app};
grant select, update on tenant to ${platform};

create table site (
    tenant_id     uuid not null references tenant,
    id            uuid not null,
    name          text not null check (length(name) between 1 and 120),
    address       jsonb not null,
    time_zone     text not null,
    opening_hours jsonb not null,
    revision      int  not null default 1,
    primary key (tenant_id, id)
);
alter table site enable row level security;
alter table site force row level security;
create policy tenant_isolation on site to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on site to ${owner} using (true) with check (true);
create policy tenant_platform on site to ${platform} using (true) with check (true);
grant select, insert, update on site to ${app};
grant select on site to ${platform};

create table member (
    tenant_id   uuid        not null references tenant,
    id          uuid        not null,
    identity_id uuid,
    name        text        not null check (length(name) between 1 and 160),
    email       text,
    phone       text,
    roles       text[]      not null,
    owner       boolean     not null default false,
    active      boolean     not null default true,
    revision    int         not null default 1,
    created_at  timestamptz not null,
    primary key (tenant_id, id)
);
create unique index member_identity on member (tenant_id, identity_id);
-- The one index that does not begin with the tenant: a person's businesses are found across tenants.
create index member_businesses on member (identity_id) where identity_id is not null;
create unique index member_owner on member (tenant_id) where owner;
alter table member enable row level security;
alter table member force row level security;
create policy tenant_isolation on member to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
-- "My businesses": a person who has signed in sees their own memberships, in whatever tenant.
create policy own_memberships on member for select to ${app}
    using (identity_id = (select nullif(current_setting('gm.identity_id', true), '')::uuid));
create policy tenant_owner on member to ${owner} using (true) with check (true);
create policy tenant_platform on member to ${platform} using (true) with check (true);
grant select, insert, update on member to ${app};
grant select on member to ${platform};
