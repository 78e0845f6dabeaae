-- Of what a customer has been reminded, and of which moment: an appointment that is moved is reminded of anew.
create table reminder (
    tenant_id  uuid        not null,
    request_id uuid        not null,
    what       text        not null,
    at         timestamptz not null,
    primary key (tenant_id, request_id, what, at)
);
alter table reminder enable row level security;
alter table reminder force row level security;
create policy tenant_isolation on reminder to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on reminder to ${owner} using (true) with check (true);
create policy tenant_platform on reminder to ${platform} using (true) with check (true);
grant select, insert on reminder to ${app};
grant select on reminder to ${platform};
