grant usage on schema portability to ${app}, ${platform};

-- A business on its way out of this installation, or into it. The key is made of a passphrase that is kept nowhere; it
-- lies here, sealed, as long as the work takes.
create table transfer (
    tenant_id   uuid        not null,
    id          uuid        not null,
    kind        text        not null check (kind in ('export', 'import')),
    state       text        not null check (state in ('receiving', 'waiting', 'running', 'ready', 'failed')),
    asked_by    uuid        not null,
    asked_at    timestamptz not null,
    salt        bytea       not null,
    key         bytea,
    rows_done   boolean     not null default false,
    done        int         not null default 0,
    total       int         not null default 0,
    bytes       bigint      not null default 0,
    failure     text,
    tries       int         not null default 0,
    finished_at timestamptz,
    expires_at  timestamptz,
    primary key (tenant_id, id)
);
-- One at a time; who asks again is shown the one that is under way.
create unique index transfer_under_way on transfer (tenant_id, kind) where state in ('receiving', 'waiting', 'running');
alter table transfer enable row level security;
alter table transfer force row level security;
create policy tenant_isolation on transfer to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on transfer to ${owner} using (true) with check (true);
create policy tenant_platform on transfer to ${platform} using (true) with check (true);
grant select, insert, update, delete on transfer to ${app};
grant select on transfer to ${platform};

-- The archive, in small pieces that are sealed with the business's key: every node can send it, and with the key it is
-- gone from backups too.
create table part (
    tenant_id   uuid  not null,
    id          uuid  not null,
    transfer_id uuid  not null,
    position    int   not null,
    bytes       bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, transfer_id, position),
    foreign key (tenant_id, transfer_id) references transfer on delete cascade
);
alter table part alter column bytes set storage external;
alter table part enable row level security;
alter table part force row level security;
create policy tenant_isolation on part to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on part to ${owner} using (true) with check (true);
create policy tenant_platform on part to ${platform} using (true) with check (true);
grant select, insert, update (bytes), delete on part to ${app};
grant select on part to ${platform};

-- Somebody who is to be taken out of a business; the row goes when it is done. What they were called is needed until then
-- to find it in the trail. For the platform itself the tenant is all zeros and there is no member.
create table erasure (
    tenant_id   uuid        not null,
    id          uuid        not null,
    member_id   uuid,
    identity_id uuid,
    emails      text[]      not null,
    words       text[]      not null,
    asked_at    timestamptz not null,
    primary key (tenant_id, id)
);
create unique index erasure_member on erasure (tenant_id, member_id) where member_id is not null;
alter table erasure enable row level security;
alter table erasure force row level security;
create policy tenant_isolation on erasure to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on erasure to ${owner} using (true) with check (true);
create policy tenant_platform on erasure to ${platform} using (true) with check (true);
grant select on erasure to ${app}, ${platform};

-- A business that is to be gone at a time. Once it has begun nobody can call it off.
create table closing (
    tenant_id uuid        not null primary key,
    asked_by  uuid        not null,
    asked_at  timestamptz not null,
    due_at    timestamptz not null,
    began_at  timestamptz
);
alter table closing enable row level security;
alter table closing force row level security;
create policy tenant_isolation on closing to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on closing to ${owner} using (true) with check (true);
create policy tenant_platform on closing to ${platform} using (true) with check (true);
grant select, insert, delete on closing to ${app};
grant select, update on closing to ${platform};

-- What is left of a business that is gone: that it is.
create table certificate (
    id            uuid        primary key,
    tenant        uuid        not null unique,
    slug          text        not null,
    asked_by      uuid        not null,
    asked_at      timestamptz not null,
    deleted_at    timestamptz not null,
    tables        int         not null,
    rows          bigint      not null,
    key_destroyed boolean     not null
);
alter table certificate enable row level security;
alter table certificate force row level security;
create policy certificate_owner on certificate to ${owner} using (true) with check (true);
create policy certificate_platform on certificate to ${platform} using (true) with check (true);
grant select on certificate to ${platform};
