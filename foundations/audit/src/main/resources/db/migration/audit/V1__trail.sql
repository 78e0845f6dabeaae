grant usage on schema audit to ${app}, ${platform};

-- Who did what to what. Nobody who serves may change or remove a line; texts, so that what was hashed stays byte for byte.
create table entry (
    tenant_id    uuid        not null,
    id           uuid        not null,
    at           timestamptz not null,
    actor_kind   text        not null check (actor_kind in ('member', 'person', 'operator', 'nobody', 'platform')),
    actor        uuid,
    action       text        not null,
    subject_kind text        not null,
    subject      text        not null,
    before       text,
    after        text,
    address      text,
    agent        text,
    request      text,
    primary key (tenant_id, id)
) partition by range (id);
create index entry_actor on entry (tenant_id, actor, id);
create index entry_action on entry (tenant_id, action, id);
create index entry_subject on entry (tenant_id, subject, id);
alter table entry enable row level security;
alter table entry force row level security;
create policy tenant_isolation on entry to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on entry to ${owner} using (true) with check (true);
create policy tenant_platform on entry to ${platform} using (true) with check (true);
grant select, insert on entry to ${app};
grant select on entry to ${platform};

-- Lines that no seal covers yet, written with them.
create table unsealed (
    tenant_id uuid not null,
    id        uuid not null,
    primary key (tenant_id, id)
);
alter table unsealed enable row level security;
alter table unsealed force row level security;
create policy tenant_isolation on unsealed to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on unsealed to ${owner} using (true) with check (true);
create policy tenant_platform on unsealed to ${platform} using (true) with check (true);
grant select, insert on unsealed to ${app};
grant select, delete on unsealed to ${platform};

-- The chain: each seal covers the line and the seal before it. Written by the sealing job alone, never by who serves.
create table seal (
    tenant_id uuid   not null,
    position  bigint not null check (position > 0),
    entry_id  uuid   not null,
    hash      bytea  not null,
    primary key (tenant_id, position)
);
create unique index seal_entry on seal (tenant_id, entry_id);
alter table seal enable row level security;
alter table seal force row level security;
create policy tenant_isolation on seal to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on seal to ${owner} using (true) with check (true);
create policy tenant_platform on seal to ${platform} using (true) with check (true);
grant select on seal to ${app};
grant select, insert on seal to ${platform};

-- How far the chain went when somebody last went through it; a shorter chain than this was cut.
create table verification (
    tenant_id uuid        not null primary key,
    position  bigint      not null,
    hash      bytea,
    fault     text,
    at        timestamptz not null
);
alter table verification enable row level security;
alter table verification force row level security;
create policy tenant_isolation on verification to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on verification to ${owner} using (true) with check (true);
create policy tenant_platform on verification to ${platform} using (true) with check (true);
grant select on verification to ${app};
grant select, insert, update on verification to ${platform};

-- What seals are keyed with, itself sealed in the vault: whoever can write here still cannot forge a seal.
create table chain_key (
    id  uuid  primary key,
    key bytea not null
);
create unique index chain_key_one on chain_key ((true));
alter table chain_key enable row level security;
alter table chain_key force row level security;
create policy key_owner on chain_key to ${owner} using (true) with check (true);
create policy key_platform on chain_key to ${platform} using (true) with check (true);
grant select, insert, update on chain_key to ${platform};
