grant usage on schema logistics to ${app}, ${platform};

-- Of all books: a line's id is that of the request that it came from. Phones are kept as E.164.
create table consignment (
    tenant_id            uuid          not null,
    id                   uuid          not null,
    customer_id          uuid          not null,
    stage                text          not null
        check (stage in ('requested', 'offered', 'booked', 'in_transit', 'held', 'delivered', 'declined',
                         'cancelled')),
    consignor_name       text          not null,
    consignor_phone      text          not null check (consignor_phone ~ '^\+[1-9][0-9]{6,14}$'),
    consignor_street     text          not null,
    consignor_town       text          not null,
    consignor_directions text,
    consignor_country    text          check (consignor_country ~ '^[A-Z]{2}$'),
    consignee_name       text          not null,
    consignee_phone      text          not null check (consignee_phone ~ '^\+[1-9][0-9]{6,14}$'),
    consignee_street     text          not null,
    consignee_town       text          not null,
    consignee_directions text,
    consignee_country    text          check (consignee_country ~ '^[A-Z]{2}$'),
    pick_up_on           date          not null,
    pick_up_from         time,
    pick_up_until        time,
    deliver_on           date,
    deliver_from         time,
    deliver_until        time,
    billable_kg          numeric(9, 1) not null check (billable_kg > 0),
    currency             text          not null,
    opened_at            timestamptz   not null,
    stage_since          timestamptz   not null,
    primary key (tenant_id, id),
    check (pick_up_from < pick_up_until),
    check (deliver_from < deliver_until),
    check (deliver_on >= pick_up_on)
);
alter table consignment enable row level security;
alter table consignment force row level security;
create policy tenant_isolation on consignment to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on consignment to ${owner} using (true) with check (true);
create policy tenant_platform on consignment to ${platform} using (true) with check (true);
grant select, insert, update on consignment to ${app};
grant select on consignment to ${platform};

-- What is billed is kept as it was weighed on the day: the divisor may change. Values in minor units.
create table parcel (
    tenant_id      uuid          not null,
    id             uuid          not null,
    consignment_id uuid          not null,
    position       int           not null check (position > 0),
    contents       text          not null,
    weight_kg      numeric(7, 3) not null check (weight_kg > 0),
    length_cm      numeric(5, 1) not null check (length_cm > 0),
    width_cm       numeric(5, 1) not null check (width_cm > 0),
    height_cm      numeric(5, 1) not null check (height_cm > 0),
    billable_kg    numeric(8, 1) not null check (billable_kg >= weight_kg),
    fragile        boolean       not null,
    declared_value bigint        check (declared_value >= 0),
    primary key (tenant_id, id),
    unique (tenant_id, consignment_id, position),
    foreign key (tenant_id, consignment_id) references consignment
);
alter table parcel enable row level security;
alter table parcel force row level security;
create policy tenant_isolation on parcel to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on parcel to ${owner} using (true) with check (true);
create policy tenant_platform on parcel to ${platform} using (true) with check (true);
grant select, insert on parcel to ${app};
grant select on parcel to ${platform};

create table inbound_order (
    tenant_id           uuid        not null,
    id                  uuid        not null,
    customer_id         uuid        not null,
    stage               text        not null
        check (stage in ('announced', 'offered', 'expected', 'in_transit', 'held', 'received', 'declined',
                         'cancelled')),
    movement            text        not null check (movement in ('inbound', 'replenishment')),
    supplier_name       text        not null,
    supplier_phone      text        not null check (supplier_phone ~ '^\+[1-9][0-9]{6,14}$'),
    supplier_street     text        not null,
    supplier_town       text        not null,
    supplier_directions text,
    supplier_country    text        check (supplier_country ~ '^[A-Z]{2}$'),
    destination_name    text        not null,
    destination_street  text        not null,
    destination_town    text        not null,
    destination_country text        check (destination_country ~ '^[A-Z]{2}$'),
    ready_on            date        not null,
    needed_by           date,
    temperature         text,
    incoterm            text,
    opened_at           timestamptz not null,
    stage_since         timestamptz not null,
    primary key (tenant_id, id),
    check (needed_by >= ready_on)
);
alter table inbound_order enable row level security;
alter table inbound_order force row level security;
create policy tenant_isolation on inbound_order to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on inbound_order to ${owner} using (true) with check (true);
create policy tenant_platform on inbound_order to ${platform} using (true) with check (true);
grant select, insert, update on inbound_order to ${app};
grant select on inbound_order to ${platform};

create table inbound_line (
    tenant_id        uuid           not null,
    id               uuid           not null,
    inbound_order_id uuid           not null,
    position         int            not null check (position > 0),
    item             text           not null,
    sku              text,
    quantity         numeric(12, 3) not null check (quantity > 0),
    unit             text           not null,
    primary key (tenant_id, id),
    unique (tenant_id, inbound_order_id, position),
    unique (tenant_id, inbound_order_id, sku),
    foreign key (tenant_id, inbound_order_id) references inbound_order
);
alter table inbound_line enable row level security;
alter table inbound_line force row level security;
create policy tenant_isolation on inbound_line to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on inbound_line to ${owner} using (true) with check (true);
create policy tenant_platform on inbound_line to ${platform} using (true) with check (true);
grant select, insert on inbound_line to ${app};
grant select on inbound_line to ${platform};

create table stock_count (
    tenant_id       uuid        not null,
    id              uuid        not null,
    customer_id     uuid        not null,
    stage           text        not null
        check (stage in ('requested', 'offered', 'planned', 'counting', 'interrupted', 'reconciled', 'declined',
                         'cancelled')),
    kind            text        not null check (kind in ('cycle', 'full', 'spot')),
    store_name      text        not null,
    store_street    text        not null,
    store_town      text        not null,
    store_area      text,
    different_items int         check (different_items > 0),
    count_on        date        not null,
    count_from      time,
    open_meanwhile  boolean     not null,
    discrepancies   text        not null check (discrepancies in ('report', 'recount', 'adjust')),
    opened_at       timestamptz not null,
    stage_since     timestamptz not null,
    primary key (tenant_id, id)
);
alter table stock_count enable row level security;
alter table stock_count force row level security;
create policy tenant_isolation on stock_count to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on stock_count to ${owner} using (true) with check (true);
create policy tenant_platform on stock_count to ${platform} using (true) with check (true);
grant select, insert, update on stock_count to ${app};
grant select on stock_count to ${platform};

create table count_line (
    tenant_id      uuid           not null,
    id             uuid           not null,
    stock_count_id uuid           not null,
    position       int            not null check (position > 0),
    sku            text           not null,
    item           text,
    expected       numeric(13, 3) check (expected >= 0),
    primary key (tenant_id, id),
    unique (tenant_id, stock_count_id, position),
    unique (tenant_id, stock_count_id, sku),
    foreign key (tenant_id, stock_count_id) references stock_count
);
alter table count_line enable row level security;
alter table count_line force row level security;
create policy tenant_isolation on count_line to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on count_line to ${owner} using (true) with check (true);
create policy tenant_platform on count_line to ${platform} using (true) with check (true);
grant select, insert on count_line to ${app};
grant select on count_line to ${platform};

create table route_plan (
    tenant_id    uuid        not null,
    id           uuid        not null,
    customer_id  uuid        not null,
    stage        text        not null
        check (stage in ('requested', 'offered', 'ordered', 'planning', 'waiting', 'published', 'declined',
                         'cancelled')),
    depot_street text        not null,
    depot_town   text        not null,
    drive_on     date        not null,
    day_starts   time        not null,
    day_ends     time        not null,
    loads_in     text        not null,
    opened_at    timestamptz not null,
    stage_since  timestamptz not null,
    primary key (tenant_id, id),
    check (day_starts < day_ends)
);
alter table route_plan enable row level security;
alter table route_plan force row level security;
create policy tenant_isolation on route_plan to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on route_plan to ${owner} using (true) with check (true);
create policy tenant_platform on route_plan to ${platform} using (true) with check (true);
grant select, insert, update on route_plan to ${app};
grant select on route_plan to ${platform};

create table route_vehicle (
    tenant_id     uuid           not null,
    id            uuid           not null,
    route_plan_id uuid           not null,
    position      int            not null check (position > 0),
    name          text           not null,
    capacity      numeric(12, 3) not null check (capacity > 0),
    primary key (tenant_id, id),
    unique (tenant_id, route_plan_id, position),
    foreign key (tenant_id, route_plan_id) references route_plan
);
alter table route_vehicle enable row level security;
alter table route_vehicle force row level security;
create policy tenant_isolation on route_vehicle to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on route_vehicle to ${owner} using (true) with check (true);
create policy tenant_platform on route_vehicle to ${platform} using (true) with check (true);
grant select, insert on route_vehicle to ${app};
grant select on route_vehicle to ${platform};

create table route_stop (
    tenant_id       uuid           not null,
    id              uuid           not null,
    route_plan_id   uuid           not null,
    position        int            not null check (position > 0),
    name            text,
    street          text           not null,
    town            text           not null,
    load            numeric(12, 3) not null check (load >= 0),
    arrive_from     time,
    arrive_until    time,
    service_minutes int            not null check (service_minutes >= 0),
    primary key (tenant_id, id),
    unique (tenant_id, route_plan_id, position),
    foreign key (tenant_id, route_plan_id) references route_plan,
    check (arrive_from < arrive_until)
);
alter table route_stop enable row level security;
alter table route_stop force row level security;
create policy tenant_isolation on route_stop to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on route_stop to ${owner} using (true) with check (true);
create policy tenant_platform on route_stop to ${platform} using (true) with check (true);
grant select, insert on route_stop to ${app};
grant select on route_stop to ${platform};
