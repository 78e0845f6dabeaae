-- A line out of which a person was taken: what stands there now, sealed in its turn together with the seal of what stood
-- there before. Whoever goes through the chain takes that seal as it is, and tells how many such lines there are.
create table redaction (
    tenant_id uuid        not null,
    entry_id  uuid        not null,
    hash      bytea       not null,
    at        timestamptz not null,
    primary key (tenant_id, entry_id)
);
alter table redaction enable row level security;
alter table redaction force row level security;
create policy tenant_isolation on redaction to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on redaction to ${owner} using (true) with check (true);
create policy tenant_platform on redaction to ${platform} using (true) with check (true);
grant select on redaction to ${app};
grant select, insert, update on redaction to ${platform};

grant update (before, after, address, agent) on entry to ${platform};
