grant usage on schema automotive to ${app}, ${platform};

-- A customer's car: whoever buys it next is another customer, with a history of their own.
create table vehicle (
    tenant_id     uuid        not null,
    id            uuid        not null,
    customer_id   uuid        not null,
    vin           text        check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
    plate         text        not null,
    plate_key     text        not null,
    registered_in text,
    make          text        not null,
    model         text,
    model_year    int,
    fuel          text,
    colour        text,
    first_seen    timestamptz not null,
    last_seen     timestamptz not null,
    primary key (tenant_id, id)
);
-- A plate moves from car to car, a VIN does not: plates are unique only among cars known by nothing else.
create unique index vehicle_vin on vehicle (tenant_id, customer_id, vin) where vin is not null;
create unique index vehicle_plate on vehicle (tenant_id, customer_id, plate_key) where vin is null;
create index vehicle_plate_key on vehicle (tenant_id, customer_id, plate_key);
alter table vehicle enable row level security;
alter table vehicle force row level security;
create policy tenant_isolation on vehicle to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on vehicle to ${owner} using (true) with check (true);
create policy tenant_platform on vehicle to ${platform} using (true) with check (true);
grant select, insert, update on vehicle to ${app};
grant select on vehicle to ${platform};

-- Its id is that of the request that it came from.
create table repair_order (
    tenant_id   uuid        not null,
    id          uuid        not null,
    vehicle_id  uuid        not null,
    kind        text        not null
        check (kind in ('maintenance_repair', 'inspection_registration', 'parts_installation')),
    stage       text        not null
        check (stage in ('estimate', 'awaiting_authorization', 'authorized', 'in_progress', 'waiting', 'completed',
                         'declined', 'cancelled')),
    opened_at   timestamptz not null,
    stage_since timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, vehicle_id) references vehicle
);
create index repair_order_vehicle on repair_order (tenant_id, vehicle_id, id);
alter table repair_order enable row level security;
alter table repair_order force row level security;
create policy tenant_isolation on repair_order to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on repair_order to ${owner} using (true) with check (true);
create policy tenant_platform on repair_order to ${platform} using (true) with check (true);
grant select, insert, update on repair_order to ${app};
grant select on repair_order to ${platform};

create table odometer_reading (
    tenant_id       uuid not null,
    id              uuid not null,
    vehicle_id      uuid not null,
    repair_order_id uuid not null,
    reading         int  not null check (reading >= 0),
    unit            text not null check (unit in ('km', 'mi')),
    read_on         date not null,
    primary key (tenant_id, id),
    unique (tenant_id, repair_order_id),
    foreign key (tenant_id, vehicle_id) references vehicle,
    foreign key (tenant_id, repair_order_id) references repair_order
);
create index odometer_reading_vehicle on odometer_reading (tenant_id, vehicle_id, id);
alter table odometer_reading enable row level security;
alter table odometer_reading force row level security;
create policy tenant_isolation on odometer_reading to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on odometer_reading to ${owner} using (true) with check (true);
create policy tenant_platform on odometer_reading to ${platform} using (true) with check (true);
grant select, insert on odometer_reading to ${app};
grant select on odometer_reading to ${platform};

create table roadside_call (
    tenant_id       uuid        not null,
    id              uuid        not null,
    vehicle_id      uuid        not null,
    problem         text        not null,
    safety          text        not null,
    place           text        not null,
    tow_destination text,
    stage           text        not null
        check (stage in ('requested', 'offered', 'accepted', 'en_route', 'delayed', 'completed', 'declined',
                         'cancelled')),
    opened_at       timestamptz not null,
    stage_since     timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, vehicle_id) references vehicle
);
create index roadside_call_vehicle on roadside_call (tenant_id, vehicle_id, id);
alter table roadside_call enable row level security;
alter table roadside_call force row level security;
create policy tenant_isolation on roadside_call to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on roadside_call to ${owner} using (true) with check (true);
create policy tenant_platform on roadside_call to ${platform} using (true) with check (true);
grant select, insert, update on roadside_call to ${app};
grant select on roadside_call to ${platform};
