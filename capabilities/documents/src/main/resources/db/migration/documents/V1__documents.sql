grant usage on schema documents to ${app}, ${platform};

-- A file and how far it has come. The store keeps it under stored_key and a small picture of it under thumbnail_key,
-- both encrypted under the file's own key, which the vault has sealed. Until it is checked it lies, in plain, where
-- incoming says: on a node's disk or under that key of the store.
create table document (
    tenant_id     uuid        not null,
    id            uuid        not null,
    subject_kind  text        not null,
    subject_id    uuid        not null,
    internal      boolean     not null,
    name          text        not null,
    media_type    text        not null,
    size          bigint      not null check (size >= 0),
    sha256        bytea       not null,
    state         text        not null
        check (state in ('arriving', 'quarantined', 'clean', 'skipped', 'infected', 'refused')),
    reason        text,
    incoming      text,
    stored_key    text,
    thumbnail_key text,
    key           bytea       not null,
    width         int,
    height        int,
    owner_id      uuid,
    uploaded_by   uuid,
    once          text,
    due_at        timestamptz,
    attempts      int         not null default 0,
    revision      int         not null default 1,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    check (state not in ('clean', 'skipped') or (stored_key is not null and incoming is null))
);
create index document_subject on document (tenant_id, subject_kind, subject_id, id);
create unique index document_once on document (tenant_id, uploaded_by, once) where once is not null;
create index document_due on document (tenant_id, due_at) where due_at is not null;
alter table document enable row level security;
alter table document force row level security;
create policy tenant_isolation on document to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on document to ${owner} using (true) with check (true);
create policy tenant_platform on document to ${platform} using (true) with check (true);
grant select, insert, update, delete on document to ${app};
grant select on document to ${platform};

-- What a business keeps in all, counted as files come and go: two at once wait here for each other. It may keep files
-- for ever or for so many months.
create table holding (
    tenant_id   uuid   primary key,
    bytes       bigint not null default 0 check (bytes >= 0),
    files       int    not null default 0 check (files >= 0),
    keep_months int    check (keep_months between 1 and 600),
    swept_at    timestamptz
);
alter table holding enable row level security;
alter table holding force row level security;
create policy tenant_isolation on holding to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on holding to ${owner} using (true) with check (true);
create policy tenant_platform on holding to ${platform} using (true) with check (true);
grant select, insert, update on holding to ${app};
grant select on holding to ${platform};
