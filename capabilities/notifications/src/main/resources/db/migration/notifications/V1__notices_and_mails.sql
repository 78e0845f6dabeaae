grant usage on schema notifications to ${app}, ${platform};

-- What was said. Never changed; a month can be taken away when it has grown old.
create table notice (
    tenant_id  uuid        not null,
    id         uuid        not null,
    member_id  uuid        not null,
    key        text        not null,
    arguments  text[]      not null,
    path       text        not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
) partition by range (id);
alter table notice enable row level security;
alter table notice force row level security;
create policy tenant_isolation on notice to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on notice to ${owner} using (true) with check (true);
create policy tenant_platform on notice to ${platform} using (true) with check (true);
grant select, insert on notice to ${app};
grant select on notice to ${platform};

-- Who was told, once, and who has read it: beside the notice, as neither could be kept or counted over partitions.
create table receipt (
    tenant_id uuid not null,
    member_id uuid not null,
    id        uuid not null,
    once      text not null,
    read_at   timestamptz,
    primary key (tenant_id, member_id, id),
    unique (tenant_id, member_id, once)
);
create index receipt_unread on receipt (tenant_id, member_id, id) where read_at is null;
alter table receipt enable row level security;
alter table receipt force row level security;
create policy tenant_isolation on receipt to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on receipt to ${owner} using (true) with check (true);
create policy tenant_platform on receipt to ${platform} using (true) with check (true);
grant select, insert on receipt to ${app};
grant update (read_at) on receipt to ${app};
grant select on receipt to ${platform};

-- A notice on its way by mail: its id is the notice's, where the words stand.
create table mail (
    tenant_id     uuid        not null,
    id            uuid        not null,
    recipient     text        not null,
    state         text        not null check (state in ('kept', 'waiting', 'sent', 'failed')),
    attempts      int         not null default 0,
    claimed_until timestamptz,
    reason        text,
    created_at    timestamptz not null,
    sent_at       timestamptz,
    primary key (tenant_id, id)
) partition by range (id);
alter table mail enable row level security;
alter table mail force row level security;
create policy tenant_isolation on mail to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on mail to ${owner} using (true) with check (true);
create policy tenant_platform on mail to ${platform} using (true) with check (true);
grant select, insert on mail to ${app};
grant update (state, attempts, claimed_until, reason, sent_at) on mail to ${app};
grant select on mail to ${platform};

-- Mails about somebody's account belong to no tenant. The link is a secret, which is forgotten once the mail has left.
create table account_mail (
    id            uuid        primary key,
    recipient     text        not null,
    key           text        not null,
    arguments     text[]      not null,
    link          text,
    state         text        not null check (state in ('kept', 'waiting', 'sent', 'failed')),
    attempts      int         not null default 0,
    claimed_until timestamptz,
    reason        text,
    created_at    timestamptz not null,
    sent_at       timestamptz
);
grant select, insert on account_mail to ${app};
grant update (link, state, attempts, claimed_until, reason, sent_at) on account_mail to ${app};
grant select on account_mail to ${platform};
