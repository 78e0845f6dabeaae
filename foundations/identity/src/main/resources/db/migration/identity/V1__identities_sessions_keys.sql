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
