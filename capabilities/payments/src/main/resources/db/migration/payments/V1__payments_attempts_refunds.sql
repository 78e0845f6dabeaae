grant usage on schema payments to ${app}, ${platform};

create table payment (
    tenant_id       uuid        not null,
    id              uuid        not null,
    kind            text        not null,
    subject         uuid        not null,
    reference       text        not null,
    page            text        not null,
    payer           uuid        not null,
    started_by      uuid        not null,
    key             text        not null,
    gateway         text        not null,
    currency        text        not null check (currency ~ '^[A-Z]{3}$'),
    amount          bigint      not null check (amount between 1 and 99999999999),
    captured        bigint      not null default 0 check (captured between 0 and amount),
    refunded        bigint      not null default 0 check (refunded >= 0),
    refunding       bigint      not null default 0 check (refunding >= 0),
    status          text        not null check (status in ('requires_payment_method', 'requires_action', 'processing',
                                    'unknown', 'requires_capture', 'succeeded', 'failed', 'canceled')),
    continue_at     text,
    failure_code    text,
    failure_message text,
    revision        int         not null default 1,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    primary key (tenant_id, id),
    constraint payment_gives_back_at_most_what_it_took check (refunded + refunding <= captured)
);
-- A retry finds the payment that its key has started.
create unique index payment_key on payment (tenant_id, started_by, key);
-- Nobody can be paying for the same thing twice at a time.
create unique index payment_open on payment (tenant_id, kind, subject)
    where status in ('requires_payment_method', 'requires_action', 'processing', 'unknown', 'requires_capture');
create index payment_subject on payment (tenant_id, kind, subject, id);
create index payment_payer on payment (tenant_id, payer, id);
create index payment_status on payment (tenant_id, status, id);
alter table payment enable row level security;
alter table payment force row level security;
create policy tenant_isolation on payment to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on payment to ${owner} using (true) with check (true);
create policy tenant_platform on payment to ${platform} using (true) with check (true);
grant select, insert, update on payment to ${app};
grant select on payment to ${platform};

-- One try to take the money. Its id is the key under which the gateway knows it.
create table attempt (
    tenant_id       uuid        not null,
    id              uuid        not null,
    payment         uuid        not null,
    number          int         not null,
    key             text,
    method          text        not null,
    status          text        not null check (status in ('started', 'unknown', 'awaiting_customer', 'captured',
                                    'declined', 'canceled')),
    gateway_reference text,
    failure_code    text,
    failure_message text,
    look_ups        int         not null default 0,
    look_up_at      timestamptz,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, payment) references payment (tenant_id, id),
    -- What is open is looked up one day; what is closed never again.
    constraint attempt_is_looked_up_while_open
        check ((look_up_at is not null) = (status in ('started', 'unknown', 'awaiting_customer')))
);
create unique index attempt_number on attempt (tenant_id, payment, number);
create unique index attempt_key on attempt (tenant_id, payment, key);
create unique index attempt_open on attempt (tenant_id, payment)
    where status in ('started', 'unknown', 'awaiting_customer');
create index attempt_look_up on attempt (tenant_id, look_up_at) where look_up_at is not null;
alter table attempt enable row level security;
alter table attempt force row level security;
create policy tenant_isolation on attempt to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on attempt to ${owner} using (true) with check (true);
create policy tenant_platform on attempt to ${platform} using (true) with check (true);
grant select, insert, update on attempt to ${app};
grant select on attempt to ${platform};

create table refund (
    tenant_id       uuid        not null,
    id              uuid        not null,
    payment         uuid        not null,
    requested_by    uuid        not null,
    key             text        not null,
    currency        text        not null check (currency ~ '^[A-Z]{3}$'),
    amount          bigint      not null check (amount > 0),
    reason          text,
    status          text        not null check (status in ('pending', 'succeeded', 'failed')),
    failure_code    text,
    failure_message text,
    asked           int         not null default 0,
    ask_at          timestamptz,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, payment) references payment (tenant_id, id),
    constraint refund_is_asked_for_while_pending check ((ask_at is not null) = (status = 'pending'))
);
create unique index refund_key on refund (tenant_id, payment, requested_by, key);
create index refund_payment on refund (tenant_id, payment, id);
create index refund_ask on refund (tenant_id, ask_at) where ask_at is not null;
alter table refund enable row level security;
alter table refund force row level security;
create policy tenant_isolation on refund to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on refund to ${owner} using (true) with check (true);
create policy tenant_platform on refund to ${platform} using (true) with check (true);
grant select, insert, update on refund to ${app};
grant select on refund to ${platform};
