-- Roles that a business makes for itself, beside the built-in ones.
create table role (
    tenant_id   uuid        not null references tenant,
    id          uuid        not null,
    slug        text        not null
        check (slug ~ '^[a-z0-9](-?[a-z0-9]){0,39}$' and slug not in ('customer', 'staff', 'admin')),
    name        text        not null check (length(name) between 1 and 60),
    permissions text[]      not null,
    revision    int         not null default 1,
    created_at  timestamptz not null,
    primary key (tenant_id, id)
);
create unique index role_slug on role (tenant_id, slug);
create unique index role_name on role (tenant_id, lower(name));
alter table role enable row level security;
alter table role force row level security;
create policy tenant_isolation on role to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on role to ${owner} using (true) with check (true);
create policy tenant_platform on role to ${platform} using (true) with check (true);
grant select, insert, update, delete on role to ${app};
grant select on role to ${platform};

-- A member's roles are built-in codes and ids of the business's own roles: an id that was removed is never given again.
-- Until when one is held stands beside it; without a time it is held until it is taken.
alter table member add column roles_until jsonb not null default '{}';
