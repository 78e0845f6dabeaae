grant usage on schema vault to ${platform};

-- The keys that values are sealed with, each set wrapped by a master key that is not in the database. The owner is a
-- tenant, or the platform itself (all zeros). A destroyed set leaves its row, so that no other is made in its place.
-- The app has no rights here: whoever gets to say what it asks the database does not get at a key, wrapped or not.
create table data_key (
    owner      uuid        primary key,
    master_id  text        not null,
    keys       bytea,
    revision   int         not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
alter table data_key enable row level security;
alter table data_key force row level security;
create policy key_owner on data_key to ${owner} using (true) with check (true);
create policy key_platform on data_key to ${platform} using (true) with check (true);
grant select, insert, update on data_key to ${platform};
