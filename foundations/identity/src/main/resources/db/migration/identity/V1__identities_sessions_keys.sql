grant usage on schema identity to ${app}, ${platform};

-- People belong to no tenant: one who has signed in may be a member of many.
create table identity (
    id            uuid        primary key,
    email         text        not null check (length(email) between 3 and 254),
    password_hash text        not null,
    first_name    text        not null check (length(first_name) <= 80),
    last_name     text        not null check (length(last_name) <= 80),
    phone         text        check (length(phone) <= 40),
    operator      boolean     not null default false,
    revision      int         not null default 1,
    created_at    timestamptz not null
);
create unique index identity_email on identity (lower(email));
grant select, insert, update on identity to ${app};

-- Spring Session's tables under names of our own. A session is of a person, or of nobody yet.
create table session (
    primary_id            char(36)     primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create index session_expiry on session (expiry_time);
create index session_principal on session (principal_name);
create table session_attributes (
    session_primary_id char(36)     not null references session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on session, session_attributes to ${app};

create table signing_key (
    kid        text        primary key,
    key        jsonb       not null,
    created_at timestamptz not null
);
-- One at a time: of two nodes that make the first, the second finds it made.
create unique index signing_key_single on signing_key ((true));
grant select, insert on signing_key to ${app};

-- A chain of refresh tokens, from signing in on; "audience" is the tenant for which it was, if any.
create table refresh_family (
    id          uuid        primary key,
    identity_id uuid        not null references identity on delete cascade,
    audience    uuid,
    created_at  timestamptz not null
);
create index refresh_family_identity on refresh_family (identity_id);
create table refresh_token (
    hash       bytea       primary key,
    family     uuid        not null references refresh_family on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index refresh_token_family on refresh_token (family);
grant select, insert, update, delete on refresh_family, refresh_token to ${app};

create table invitation (
    tenant_id   uuid        not null,
    id          uuid        not null,
    email       text        not null,
    role        text        not null check (role in ('staff', 'admin')),
    token_hash  bytea       not null,
    invited_by  uuid        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    primary key (tenant_id, id)
);
create unique index invitation_token on invitation (tenant_id, token_hash);
create index invitation_email on invitation (tenant_id, lower(email));
alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant_isolation on invitation to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on invitation to ${owner} using (true) with check (true);
create policy tenant_platform on invitation to ${platform} using (true) with check (true);
grant select, insert, update, delete on invitation to ${app};
grant select on invitation to ${platform};

create table operator_claim (
    token_hash bytea       primary key,
    email      text        not null,
    expires_at timestamptz not null
);
grant select, insert, delete on operator_claim to ${app};
