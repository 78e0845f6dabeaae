grant usage on schema events to ${app}, ${platform};

-- Spring Modulith's publication registry, second version of its schema: one row per event and listener.
create table event_publication (
    id                     uuid        primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_completion on event_publication (completion_date);
grant select, insert, update, delete on event_publication to ${app};
grant select on event_publication to ${platform};

create table event_log (
    tenant_id     uuid  not null,
    id            uuid  not null,
    aggregate     uuid  not null,
    aggregate_seq int   not null,
    type          text  not null,
    payload       jsonb not null,
    transaction   xid8  not null default pg_current_xact_id(),
    primary key (tenant_id, id)
) partition by range (id);
create index event_log_aggregate on event_log (tenant_id, aggregate, aggregate_seq);
alter table event_log enable row level security;
alter table event_log force row level security;
create policy tenant_isolation on event_log to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on event_log to ${owner} using (true) with check (true);
create policy tenant_platform on event_log to ${platform} using (true) with check (true);
grant select, insert on event_log to ${app};
grant select on event_log to ${platform};
