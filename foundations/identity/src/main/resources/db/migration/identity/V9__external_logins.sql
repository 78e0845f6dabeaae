-- By which accounts elsewhere somebody signs in; "subject" is the other side's name for them, which never changes.
create table external_login (
    provider    text        not null,
    subject     text        not null check (length(subject) <= 255),
    identity_id uuid        not null references identity on delete cascade,
    created_at  timestamptz not null,
    primary key (provider, subject)
);
create unique index external_login_identity on external_login (identity_id, provider);
grant select, insert, delete on external_login to ${app};
