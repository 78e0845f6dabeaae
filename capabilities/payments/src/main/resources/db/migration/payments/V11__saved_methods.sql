-- Means of payment that a member is about to leave with a gateway, at its page.
create table method_setup (
    tenant_id  uuid        not null,
    id         uuid        not null,
    member     uuid        not null,
    gateway    text        not null,
    reference  text        not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    primary key (tenant_id, id)
);
create index method_setup_member on method_setup (tenant_id, member, id);
alter table method_setup enable row level security;
alter table method_setup force row level security;
create policy tenant_isolation on method_setup to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on method_setup to ${owner} using (true) with check (true);
create policy tenant_platform on method_setup to ${platform} using (true) with check (true);
grant select, insert, update on method_setup to ${app};
grant select on method_setup to ${platform};
