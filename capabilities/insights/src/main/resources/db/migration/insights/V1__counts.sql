grant usage on schema insights to ${app}, ${platform};

-- What was counted, day by day in the business's zone: one row for each thing that is told apart.
create table daily (
    tenant_id uuid   not null,
    measure   text   not null,
    day       date   not null,
    part      text   not null,
    count     bigint not null,
    sum       bigint not null,
    primary key (tenant_id, measure, day, part) include (count, sum)
);
alter table daily enable row level security;
alter table daily force row level security;
create policy tenant_isolation on daily to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on daily to ${owner} using (true) with check (true);
create policy tenant_platform on daily to ${platform} using (true) with check (true);
grant select, insert, update, delete on daily to ${app};
grant select on daily to ${platform};

-- What was counted a moment ago. Written beside the work itself, so that nobody waits for another's row of the same day.
create table tally (
    tenant_id uuid   not null,
    id        uuid   not null,
    measure   text   not null,
    day       date   not null,
    part      text   not null,
    count     bigint not null,
    sum       bigint not null,
    primary key (tenant_id, id)
);
alter table tally enable row level security;
alter table tally force row level security;
create policy tenant_isolation on tally to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on tally to ${owner} using (true) with check (true);
create policy tenant_platform on tally to ${platform} using (true) with check (true);
grant select, insert, delete on tally to ${app};
grant select on tally to ${platform};

-- In which zone a business's days were counted.
create table zone (
    tenant_id uuid not null,
    zone      text not null,
    primary key (tenant_id)
);
alter table zone enable row level security;
alter table zone force row level security;
create policy tenant_isolation on zone to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on zone to ${owner} using (true) with check (true);
create policy tenant_platform on zone to ${platform} using (true) with check (true);
grant select, insert, update on zone to ${app};
grant select on zone to ${platform};

-- Steps of a new business that no other fact tells: it works alone, it has shown its page, it needs no list.
create table mark (
    tenant_id uuid        not null,
    name      text        not null,
    by_member uuid        not null,
    at        timestamptz not null,
    primary key (tenant_id, name)
);
alter table mark enable row level security;
alter table mark force row level security;
create policy tenant_isolation on mark to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on mark to ${owner} using (true) with check (true);
create policy tenant_platform on mark to ${platform} using (true) with check (true);
grant select, insert, delete on mark to ${app};
grant select on mark to ${platform};
