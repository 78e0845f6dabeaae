grant usage on schema technology to ${app}, ${platform};

-- What stands in the books has the id of the request that it came from. Budgets are in minor units.
create table project (
    tenant_id     uuid        not null,
    id            uuid        not null,
    customer_id   uuid        not null,
    kind          text        not null check (kind in ('something_new', 'extension', 'replacement', 'connection')),
    platforms     text[]      not null,
    personal_data boolean,
    budget_from   bigint      check (budget_from > 0),
    budget_up_to  bigint      check (budget_up_to > 0),
    currency      text,
    deadline      date,
    stage         text        not null
        check (stage in ('enquiry', 'proposed', 'contracted', 'in_development', 'paused', 'delivered', 'declined',
                         'cancelled')),
    opened_at     timestamptz not null,
    stage_since   timestamptz not null,
    primary key (tenant_id, id),
    check (budget_from <= budget_up_to),
    check ((currency is null) = (budget_up_to is null))
);
alter table project enable row level security;
alter table project force row level security;
create policy tenant_isolation on project to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on project to ${owner} using (true) with check (true);
create policy tenant_platform on project to ${platform} using (true) with check (true);
grant select, insert, update on project to ${app};
grant select on project to ${platform};

create table backlog_item (
    tenant_id  uuid not null,
    project_id uuid not null,
    position   int  not null,
    feature    text not null,
    primary key (tenant_id, project_id, position),
    foreign key (tenant_id, project_id) references project
);
alter table backlog_item enable row level security;
alter table backlog_item force row level security;
create policy tenant_isolation on backlog_item to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on backlog_item to ${owner} using (true) with check (true);
create policy tenant_platform on backlog_item to ${platform} using (true) with check (true);
grant select, insert on backlog_item to ${app};
grant select on backlog_item to ${platform};

create table engagement (
    tenant_id    uuid        not null,
    id           uuid        not null,
    customer_id  uuid        not null,
    topic        text        not null,
    meeting      text        not null check (meeting in ('video', 'phone', 'at_the_firm', 'at_the_customer')),
    people       int         check (people > 0),
    answer_by    date,
    confidential boolean     not null,
    stage        text        not null
        check (stage in ('enquiry', 'proposed', 'agreed', 'advising', 'paused', 'concluded', 'declined', 'cancelled')),
    opened_at    timestamptz not null,
    stage_since  timestamptz not null,
    primary key (tenant_id, id)
);
alter table engagement enable row level security;
alter table engagement force row level security;
create policy tenant_isolation on engagement to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on engagement to ${owner} using (true) with check (true);
create policy tenant_platform on engagement to ${platform} using (true) with check (true);
grant select, insert, update on engagement to ${app};
grant select on engagement to ${platform};

create table purchase_order (
    tenant_id    uuid        not null,
    id           uuid        not null,
    customer_id  uuid        not null,
    condition    text        check (condition in ('new', 'refurbished', 'either')),
    handover     text        not null check (handover in ('delivery', 'collection')),
    deliver_to   text,
    installation text        not null check (installation in ('none', 'set_up', 'set_up_and_move_data')),
    warranty     text        check (warranty in ('makers', 'extended', 'on_site')),
    needed_by    date,
    budget_from  bigint      check (budget_from > 0),
    budget_up_to bigint      check (budget_up_to > 0),
    currency     text,
    stage        text        not null
        check (stage in ('requisition', 'quoted', 'approved', 'ordered', 'backordered', 'delivered', 'declined',
                         'cancelled')),
    opened_at    timestamptz not null,
    stage_since  timestamptz not null,
    primary key (tenant_id, id),
    check (budget_from <= budget_up_to),
    check ((currency is null) = (budget_up_to is null)),
    check (handover <> 'delivery' or deliver_to is not null)
);
alter table purchase_order enable row level security;
alter table purchase_order force row level security;
create policy tenant_isolation on purchase_order to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on purchase_order to ${owner} using (true) with check (true);
create policy tenant_platform on purchase_order to ${platform} using (true) with check (true);
grant select, insert, update on purchase_order to ${app};
grant select on purchase_order to ${platform};

create table purchase_order_line (
    tenant_id         uuid not null,
    purchase_order_id uuid not null,
    position          int  not null,
    item              text not null,
    specification     text,
    quantity          int  not null check (quantity > 0),
    primary key (tenant_id, purchase_order_id, position),
    foreign key (tenant_id, purchase_order_id) references purchase_order
);
alter table purchase_order_line enable row level security;
alter table purchase_order_line force row level security;
create policy tenant_isolation on purchase_order_line to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on purchase_order_line to ${owner} using (true) with check (true);
create policy tenant_platform on purchase_order_line to ${platform} using (true) with check (true);
grant select, insert on purchase_order_line to ${app};
grant select on purchase_order_line to ${platform};

-- Priority is what ITIL's matrix made of impact and urgency when the ticket was opened: 1 comes first.
create table ticket (
    tenant_id      uuid        not null,
    id             uuid        not null,
    customer_id    uuid        not null,
    kind           text        not null check (kind in ('incident', 'planned')),
    system         text        not null,
    system_key     text        not null,
    impact         text        not null check (impact in ('high', 'medium', 'low')),
    urgency        text        not null check (urgency in ('high', 'medium', 'low')),
    priority       int         not null check (priority between 1 and 5),
    affected_users int         check (affected_users >= 0),
    access         text        not null check (access in ('remote', 'on_site', 'arranged')),
    window_start   timestamptz,
    window_end     timestamptz,
    stage          text        not null
        check (stage in ('new', 'awaiting_approval', 'accepted', 'in_progress', 'on_hold', 'resolved', 'closed',
                         'declined', 'cancelled')),
    opened_at      timestamptz not null,
    stage_since    timestamptz not null,
    primary key (tenant_id, id),
    check (window_start < window_end),
    check ((window_start is null) = (window_end is null)),
    check (kind <> 'planned' or window_start is not null)
);
create index ticket_system on ticket (tenant_id, customer_id, system_key, opened_at);
alter table ticket enable row level security;
alter table ticket force row level security;
create policy tenant_isolation on ticket to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on ticket to ${owner} using (true) with check (true);
create policy tenant_platform on ticket to ${platform} using (true) with check (true);
grant select, insert, update on ticket to ${app};
grant select on ticket to ${platform};
