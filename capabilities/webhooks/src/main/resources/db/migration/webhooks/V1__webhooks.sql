grant usage on schema webhooks to ${app}, ${platform};

-- Where a business wants to be told. The secrets and the headers are sealed; an earlier secret signs too until its time
-- is over. Since when it has failed without a success in between decides about warning and disabling.
create table endpoint (
    tenant_id      uuid        not null,
    id             uuid        not null,
    url            text        not null,
    description    text        not null,
    types          text[]      not null,
    format         text        not null check (format in ('standard', 'cloudevents_binary', 'cloudevents_structured')),
    secret         bytea       not null,
    earlier_secret bytea,
    earlier_until  timestamptz,
    headers        bytea,
    header_names   text[]      not null,
    state          text        not null check (state in ('active', 'disabled')),
    disabled_why   text        check (disabled_why in ('by_hand', 'failing', 'gone')),
    failing_since  timestamptz,
    last_failed_at timestamptz,
    warned_at      timestamptz,
    revision       int         not null,
    created_at     timestamptz not null,
    primary key (tenant_id, id)
);
alter table endpoint enable row level security;
alter table endpoint force row level security;
create policy tenant_isolation on endpoint to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on endpoint to ${owner} using (true) with check (true);
create policy tenant_platform on endpoint to ${platform} using (true) with check (true);
grant select, insert, update, delete on endpoint to ${app};
grant select, update on endpoint to ${platform};

-- What is told, once for all endpoints; its id is the event's in the log.
create table message (
    tenant_id uuid        not null,
    id        uuid        not null,
    type      text        not null,
    subject   uuid        not null,
    at        timestamptz not null,
    data      text        not null,
    primary key (tenant_id, id)
) partition by range (id);
alter table message enable row level security;
alter table message force row level security;
create policy tenant_isolation on message to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on message to ${owner} using (true) with check (true);
create policy tenant_platform on message to ${platform} using (true) with check (true);
grant select, insert on message to ${app};
grant select, insert, delete on message to ${platform};

-- What has become of a message at an endpoint: missed is what came while the endpoint was disabled.
create table delivery (
    tenant_id   uuid not null,
    message_id  uuid not null,
    endpoint_id uuid not null,
    state       text not null check (state in ('pending', 'delivered', 'failed', 'missed')),
    attempts    int  not null,
    last_status int,
    last_at     timestamptz,
    primary key (tenant_id, message_id, endpoint_id)
) partition by range (message_id);
create index delivery_of_endpoint on delivery (tenant_id, endpoint_id, message_id);
alter table delivery enable row level security;
alter table delivery force row level security;
create policy tenant_isolation on delivery to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on delivery to ${owner} using (true) with check (true);
create policy tenant_platform on delivery to ${platform} using (true) with check (true);
grant select, insert, update, delete on delivery to ${app};
grant select, insert, update, delete on delivery to ${platform};

-- What is on its way: due when whoever looks may send it. Whoever does holds it until it is due again.
create table outstanding (
    tenant_id   uuid        not null,
    endpoint_id uuid        not null,
    message_id  uuid        not null,
    due_at      timestamptz not null,
    attempts    int         not null,
    primary key (tenant_id, endpoint_id, message_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index outstanding_due on outstanding (endpoint_id, due_at);
alter table outstanding enable row level security;
alter table outstanding force row level security;
create policy tenant_isolation on outstanding to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on outstanding to ${owner} using (true) with check (true);
create policy tenant_platform on outstanding to ${platform} using (true) with check (true);
grant select, insert, update, delete on outstanding to ${app};
grant select, insert, update, delete on outstanding to ${platform};

-- Each try, with the beginning of what was answered.
create table attempt (
    tenant_id   uuid        not null,
    id          uuid        not null,
    message_id  uuid        not null,
    endpoint_id uuid        not null,
    number      int         not null,
    at          timestamptz not null,
    millis      int         not null,
    status      int,
    failure     text,
    answer      text,
    primary key (tenant_id, id)
) partition by range (id);
create index attempt_of_delivery on attempt (tenant_id, message_id, endpoint_id, id);
create index attempt_of_endpoint on attempt (tenant_id, endpoint_id, id);
alter table attempt enable row level security;
alter table attempt force row level security;
create policy tenant_isolation on attempt to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on attempt to ${owner} using (true) with check (true);
create policy tenant_platform on attempt to ${platform} using (true) with check (true);
grant select, delete on attempt to ${app};
grant select, insert, delete on attempt to ${platform};
