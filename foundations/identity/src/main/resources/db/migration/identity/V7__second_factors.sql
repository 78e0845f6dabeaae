-- An authenticator: the secret that is in use, and the one that nobody has confirmed yet; both sealed.
create table totp (
    identity_id  uuid        primary key references identity on delete cascade,
    secret       bytea,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0,
    drift        smallint    not null default 0 check (drift between -1 and 1),
    pending      bytea,
    pending_at   timestamptz,
    check ((secret is null) = (confirmed_at is null)),
    check ((pending is null) = (pending_at is null))
);
grant select, insert, update, delete on totp to ${app};

-- The first letters of a code find its row, the others are hashed as passwords are.
create table recovery_code (
    identity_id uuid        not null references identity on delete cascade,
    selector    text        not null,
    hash        text        not null,
    used_at     timestamptz,
    primary key (identity_id, selector)
);
grant select, insert, update, delete on recovery_code to ${app};

create table passkey (
    id            uuid        primary key,
    identity_id   uuid        not null references identity on delete cascade,
    credential_id bytea       not null unique,
    credential    bytea       not null,
    sign_count    bigint      not null,
    verified      boolean     not null,
    backup        boolean     not null,
    backed_up     boolean     not null,
    name          text        not null check (length(name) between 1 and 60),
    created_at    timestamptz not null,
    used_at       timestamptz
);
create index passkey_identity on passkey (identity_id);
grant select, insert, update, delete on passkey to ${app};

-- Somebody whose password was right, and who has a second factor to show.
create table sign_in_step (
    token_hash  bytea       primary key,
    identity_id uuid        not null references identity on delete cascade,
    audience    uuid,
    tries       int         not null default 0,
    nonce       bytea,
    expires_at  timestamptz not null
);
create index sign_in_step_identity on sign_in_step (identity_id);
grant select, insert, update, delete on sign_in_step to ${app};

-- Wrong codes since the last right one, and when the next is heard.
create table factor_guess (
    identity_id uuid        primary key references identity on delete cascade,
    wrong       int         not null,
    next_at     timestamptz not null
);
grant select, insert, update, delete on factor_guess to ${app};

-- When whoever holds this family's tokens has last shown a factor after signing in.
alter table refresh_family add proven_at timestamptz;
