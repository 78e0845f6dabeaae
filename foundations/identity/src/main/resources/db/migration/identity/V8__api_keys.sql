-- Keys by which programs call for a member, or for the business as a member of their own. Only the hash is kept.
create table api_key (
    tenant_id    uuid        not null,
    id           uuid        not null,
    member_id    uuid        not null,
    identity_id  uuid,
    name         text        not null check (length(name) between 1 and 80),
    prefix       text        not null,
    last_four    text        not null,
    hash         bytea       not null,
    scopes       text[]      not null,
    made_by      uuid        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   uuid,
    primary key (tenant_id, id)
);
comment on column api_key.identity_id is 'whose personal key it is; none for a key of the business';
create unique index api_key_hash on api_key (tenant_id, hash);
create index api_key_identity on api_key (tenant_id, identity_id);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant_isolation on api_key to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on api_key to ${owner} using (true) with check (true);
create policy tenant_platform on api_key to ${platform} using (true) with check (true);
grant select, insert, update (last_used_at, revoked_at, revoked_by) on api_key to ${app};
grant select on api_key to ${platform};
