-- Browsers in which somebody has signed in: what others guess from elsewhere does not slow them.
create table known_device (
    token_hash  bytea       not null,
    identity_id uuid        not null references identity on delete cascade,
    expires_at  timestamptz not null,
    primary key (identity_id, token_hash)
);
create index known_device_expiry on known_device (expires_at);
grant select, insert, update, delete on known_device to ${app};
