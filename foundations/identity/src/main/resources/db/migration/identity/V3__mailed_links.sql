-- Null as long as nobody has shown that the address is theirs.
alter table identity add column email_verified_at timestamptz;

-- Secrets that were mailed to somebody: to choose a new password, to confirm the address, to sign in. Each works once.
create table mailed_link (
    token_hash  bytea       primary key,
    identity_id uuid        not null references identity on delete cascade,
    purpose     text        not null check (purpose in ('password', 'address', 'sign-in')),
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index mailed_link_identity on mailed_link (identity_id, purpose);
grant select, insert, delete on mailed_link to ${app};
