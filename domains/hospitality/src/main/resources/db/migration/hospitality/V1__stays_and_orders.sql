grant usage on schema hospitality to ${app}, ${platform};

-- Each order's id is that of the request that it came from.

-- A stay. The day of departure is not slept for, so that the next guest may arrive on it.
create table reservation (
    tenant_id      uuid        not null,
    id             uuid        not null,
    site_id        uuid        not null,
    customer_id    uuid        not null,
    arrival        date        not null,
    departure      date        not null,
    room_kind      text        not null check (room_kind in ('single', 'double', 'twin', 'triple', 'family', 'suite')),
    rooms          int         not null check (rooms > 0),
    adults         int         not null check (adults > 0),
    children       int         not null check (children >= 0),
    infants        int         not null check (infants >= 0),
    meals          text        check (meals in ('room_only', 'breakfast', 'half_board', 'full_board')),
    arrival_time   time,
    stage          text        not null
        check (stage in ('inquired', 'optional', 'confirmed', 'checked_in', 'interrupted', 'checked_out', 'declined',
                         'cancelled', 'no_show')),
    opened_at      timestamptz not null,
    stage_since    timestamptz not null,
    checked_in_at  timestamptz,
    checked_out_at timestamptz,
    primary key (tenant_id, id),
    check (departure > arrival)
);
create index reservation_guest on reservation (tenant_id, customer_id, arrival);
alter table reservation enable row level security;
alter table reservation force row level security;
create policy tenant_isolation on reservation to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on reservation to ${owner} using (true) with check (true);
create policy tenant_platform on reservation to ${platform} using (true) with check (true);
grant select, insert, update on reservation to ${app};
grant select on reservation to ${platform};

-- A function holds its space from set_up_from to clear_by, on all its days.
create table event_order (
    tenant_id   uuid        not null,
    id          uuid        not null,
    site_id     uuid        not null,
    customer_id uuid        not null,
    kind        text        not null,
    seating     text        not null
        check (seating in ('theatre', 'classroom', 'boardroom', 'u_shape', 'cabaret', 'banquet', 'standing')),
    guests      int         not null check (guests > 0),
    floor_area  int         not null check (floor_area > 0),
    set_up_from timestamptz not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    clear_by    timestamptz not null,
    catering    text,
    stage       text        not null
        check (stage in ('inquiry', 'tentative', 'definite', 'running', 'paused', 'closed', 'lost', 'cancelled')),
    opened_at   timestamptz not null,
    stage_since timestamptz not null,
    primary key (tenant_id, id),
    check (set_up_from <= starts_at and starts_at < ends_at and ends_at <= clear_by)
);
create index event_order_held on event_order (tenant_id, site_id, clear_by)
    where stage in ('tentative', 'definite', 'running', 'paused');
alter table event_order enable row level security;
alter table event_order force row level security;
create policy tenant_isolation on event_order to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on event_order to ${owner} using (true) with check (true);
create policy tenant_platform on event_order to ${platform} using (true) with check (true);
grant select, insert, update on event_order to ${app};
grant select on event_order to ${platform};

-- What is paid for is the greater of guests_guaranteed and those who came; until guarantee_due it may be changed.
create table catering_order (
    tenant_id         uuid        not null,
    id                uuid        not null,
    site_id           uuid        not null,
    customer_id       uuid        not null,
    menu              text        not null,
    service           text        not null,
    guests_expected   int         not null check (guests_expected > 0),
    guests_guaranteed int         check (guests_guaranteed between 1 and guests_expected),
    serve_at          timestamptz not null,
    guarantee_due     timestamptz not null check (guarantee_due <= serve_at),
    place             text,
    stage             text        not null
        check (stage in ('inquiry', 'proposed', 'ordered', 'in_preparation', 'waiting', 'served', 'lost',
                         'cancelled')),
    opened_at         timestamptz not null,
    stage_since       timestamptz not null,
    primary key (tenant_id, id)
);
alter table catering_order enable row level security;
alter table catering_order force row level security;
create policy tenant_isolation on catering_order to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on catering_order to ${owner} using (true) with check (true);
create policy tenant_platform on catering_order to ${platform} using (true) with check (true);
grant select, insert, update on catering_order to ${app};
grant select on catering_order to ${platform};

create table dietary_need (
    tenant_id         uuid not null,
    id                uuid not null,
    catering_order_id uuid not null,
    need              text not null,
    guests            int  not null check (guests > 0),
    primary key (tenant_id, id),
    unique (tenant_id, catering_order_id, need),
    foreign key (tenant_id, catering_order_id) references catering_order
);
alter table dietary_need enable row level security;
alter table dietary_need force row level security;
create policy tenant_isolation on dietary_need to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on dietary_need to ${owner} using (true) with check (true);
create policy tenant_platform on dietary_need to ${platform} using (true) with check (true);
grant select, insert on dietary_need to ${app};
grant select on dietary_need to ${platform};

create table guest_ticket (
    tenant_id   uuid        not null,
    id          uuid        not null,
    site_id     uuid        not null,
    customer_id uuid        not null,
    room        text        not null,
    need        text        not null,
    urgency     text        not null check (urgency in ('emergency', 'at_once', 'today', 'no_hurry')),
    wanted_at   timestamptz,
    stage       text        not null
        check (stage in ('logged', 'offered', 'accepted', 'under_way', 'waiting', 'done', 'declined', 'cancelled')),
    opened_at   timestamptz not null,
    stage_since timestamptz not null,
    primary key (tenant_id, id)
);
create index guest_ticket_open on guest_ticket (tenant_id, site_id, room, need, id)
    where stage in ('logged', 'offered', 'accepted', 'under_way', 'waiting');
alter table guest_ticket enable row level security;
alter table guest_ticket force row level security;
create policy tenant_isolation on guest_ticket to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on guest_ticket to ${owner} using (true) with check (true);
create policy tenant_platform on guest_ticket to ${platform} using (true) with check (true);
grant select, insert, update on guest_ticket to ${app};
grant select on guest_ticket to ${platform};
