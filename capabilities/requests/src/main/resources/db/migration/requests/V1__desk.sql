grant usage on schema requests to ${app}, ${platform};

create table offering (
    tenant_id        uuid        not null,
    id               uuid        not null,
    domain           text        not null,
    service_type     text        not null,
    name             text        not null check (length(name) between 1 and 120),
    description      text        not null check (length(description) <= 2000),
    pricing          text        not null check (pricing in ('fixed', 'from', 'quote')),
    price            bigint      check (price >= 0),
    currency         text        not null,
    tiers            jsonb       not null default '[]',
    add_ons          jsonb       not null default '[]',
    duration_minutes int         check (duration_minutes between 1 and 525600),
    rating_sum       bigint      not null default 0,
    rating_count     int         not null default 0,
    active           boolean     not null default true,
    revision         int         not null default 1,
    created_at       timestamptz not null,
    primary key (tenant_id, id),
    check ((pricing = 'quote') = (price is null))
);
create index offering_shown on offering (tenant_id, active, domain, id);
alter table offering enable row level security;
alter table offering force row level security;
create policy tenant_isolation on offering to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on offering to ${owner} using (true) with check (true);
create policy tenant_platform on offering to ${platform} using (true) with check (true);
grant select, insert, update on offering to ${app};
grant select on offering to ${platform};

create table provider (
    tenant_id     uuid        not null,
    id            uuid        not null,
    name          text        not null check (length(name) between 1 and 120),
    member_id     uuid,
    service_types text[]      not null,
    rating_sum    bigint      not null default 0,
    rating_count  int         not null default 0,
    active        boolean     not null default true,
    revision      int         not null default 1,
    created_at    timestamptz not null,
    primary key (tenant_id, id)
);
alter table provider enable row level security;
alter table provider force row level security;
create policy tenant_isolation on provider to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on provider to ${owner} using (true) with check (true);
create policy tenant_platform on provider to ${platform} using (true) with check (true);
grant select, insert, update on provider to ${app};
grant select on provider to ${platform};

-- Numbers of references are taken from here in blocks, so that two who create at once never wait for each other long.
create table reference_block (
    tenant_id uuid   not null,
    year      int    not null,
    next      bigint not null,
    primary key (tenant_id, year)
);
alter table reference_block enable row level security;
alter table reference_block force row level security;
create policy tenant_isolation on reference_block to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on reference_block to ${owner} using (true) with check (true);
create policy tenant_platform on reference_block to ${platform} using (true) with check (true);
grant select on reference_block to ${app};
grant select, insert, update on reference_block to ${platform};

create table request (
    tenant_id      uuid        not null,
    id             uuid        not null,
    reference      text        not null,
    offering_id    uuid        not null,
    service_type   text        not null,
    customer_id    uuid        not null,
    site_id        uuid        not null,
    priority       text        not null check (priority in ('low', 'normal', 'high', 'urgent')),
    tier           text,
    add_ons        text[]      not null,
    notes          text,
    preferred_at   timestamptz,
    details        jsonb       not null,
    remarks        jsonb       not null,
    status         text        not null,
    since          timestamptz not null,
    currency       text        not null,
    price          bigint      check (price >= 0),
    paid           bigint      not null default 0 check (paid >= 0),
    refunded       bigint      not null default 0 check (refunded between 0 and paid),
    quote_version  int         not null default 0,
    quote_until    timestamptz,
    provider_id    uuid,
    starts_at      timestamptz,
    ends_at        timestamptz,
    respond_by     timestamptz not null,
    responded_at   timestamptz,
    resolve_by     timestamptz not null,
    paused_since   timestamptz,
    reviewed       boolean     not null default false,
    revision       int         not null default 1,
    created_at     timestamptz not null,
    primary key (tenant_id, id),
    check (starts_at < ends_at)
) partition by range (id);
create index request_status on request (tenant_id, status, id desc);
create index request_customer on request (tenant_id, customer_id, id desc);
create index request_provider on request (tenant_id, provider_id, status) where provider_id is not null;
create index request_quote_until on request (tenant_id, quote_until) where status = 'quoted';
alter table request enable row level security;
alter table request force row level security;
create policy tenant_isolation on request to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on request to ${owner} using (true) with check (true);
create policy tenant_platform on request to ${platform} using (true) with check (true);
grant select, insert, update on request to ${app};
grant select on request to ${platform};

-- What must be unique beside the id of a partitioned table.
create table request_reference (
    tenant_id  uuid not null,
    reference  text not null,
    request_id uuid not null,
    primary key (tenant_id, reference)
);
alter table request_reference enable row level security;
alter table request_reference force row level security;
create policy tenant_isolation on request_reference to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on request_reference to ${owner} using (true) with check (true);
create policy tenant_platform on request_reference to ${platform} using (true) with check (true);
grant select, insert on request_reference to ${app};
grant select on request_reference to ${platform};

create table request_history (
    tenant_id  uuid        not null,
    id         uuid        not null,
    request_id uuid        not null,
    revision   int         not null,
    move       text        not null,
    status     text        not null,
    by_member  uuid,
    by_staff   boolean     not null,
    reason     text,
    at         timestamptz not null,
    primary key (tenant_id, id)
) partition by range (id);
create index request_history_request on request_history (tenant_id, request_id, id);
alter table request_history enable row level security;
alter table request_history force row level security;
create policy tenant_isolation on request_history to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on request_history to ${owner} using (true) with check (true);
create policy tenant_platform on request_history to ${platform} using (true) with check (true);
grant select, insert on request_history to ${app};
grant select on request_history to ${platform};

create table quote (
    tenant_id   uuid        not null,
    request_id  uuid        not null,
    version     int         not null,
    lines       jsonb       not null,
    taxes       jsonb       not null,
    net         bigint      not null check (net >= 0),
    total       bigint      not null check (total >= net),
    currency    text        not null,
    valid_until timestamptz not null,
    created_at  timestamptz not null,
    primary key (tenant_id, request_id, version)
);
alter table quote enable row level security;
alter table quote force row level security;
create policy tenant_isolation on quote to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on quote to ${owner} using (true) with check (true);
create policy tenant_platform on quote to ${platform} using (true) with check (true);
grant select, insert on quote to ${app};
grant select on quote to ${platform};

create table review (
    tenant_id   uuid        not null,
    request_id  uuid        not null,
    offering_id uuid        not null,
    provider_id uuid,
    customer_id uuid        not null,
    rating      int         not null check (rating between 1 and 5),
    comment     text,
    created_at  timestamptz not null,
    primary key (tenant_id, request_id)
);
create index review_offering on review (tenant_id, offering_id, created_at desc);
alter table review enable row level security;
alter table review force row level security;
create policy tenant_isolation on review to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on review to ${owner} using (true) with check (true);
create policy tenant_platform on review to ${platform} using (true) with check (true);
grant select, insert on review to ${app};
grant select on review to ${platform};
