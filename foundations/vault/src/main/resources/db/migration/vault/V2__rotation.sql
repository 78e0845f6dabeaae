-- When the key that seals was made.
alter table data_key add fresh_since timestamptz;
update data_key set fresh_since = created_at;
alter table data_key alter fresh_since set not null;

-- One at a time is under way; where it stands survives a restart.
create table rotation (
    id           uuid        primary key,
    asked_at     timestamptz not null,
    stage        text        not null default 'keys' check (stage in ('keys', 'settling', 'sealing', 'ending', 'done')),
    stage_since  timestamptz not null,
    settled_past xid8,
    owners       int         not null default 0,
    owners_done  int         not null default 0,
    owner_done   uuid,
    renewed      bigint      not null default 0
);
create unique index rotation_under_way on rotation ((true)) where stage <> 'done';
alter table rotation enable row level security;
alter table rotation force row level security;
create policy rotation_owner on rotation to ${owner} using (true) with check (true);
create policy rotation_platform on rotation to ${platform} using (true) with check (true);
grant select, insert, update on rotation to ${platform};
