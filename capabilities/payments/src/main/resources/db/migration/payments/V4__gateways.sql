-- With what each business is known to the vendors, and what it wants to be paid through them.
create table gateway_account (
    tenant_id   uuid        not null,
    id          uuid        not null,
    gateway     text        not null,
    live        boolean     not null,
    enabled     boolean     not null,
    credentials bytea,
    currencies  text[]      not null,
    place       int         not null,
    checked_at  timestamptz,
    checked_as  text,
    problem     text,
    revision    int         not null default 1,
    changed_at  timestamptz not null,
    primary key (tenant_id, id)
);
create unique index gateway_account_gateway on gateway_account (tenant_id, gateway);
alter table gateway_account enable row level security;
alter table gateway_account force row level security;
create policy tenant_isolation on gateway_account to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on gateway_account to ${owner} using (true) with check (true);
create policy tenant_platform on gateway_account to ${platform} using (true) with check (true);
grant select, insert, update on gateway_account to ${app};
grant select on gateway_account to ${platform};

-- The least and the most of one payment, where a business wants less than what the platform allows.
create table payment_limit (
    tenant_id uuid   not null,
    currency  text   not null check (currency ~ '^[A-Z]{3}$'),
    least     bigint not null check (least >= 1),
    most      bigint not null check (most between least and 99999999999),
    primary key (tenant_id, currency)
);
alter table payment_limit enable row level security;
alter table payment_limit force row level security;
create policy tenant_isolation on payment_limit to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on payment_limit to ${owner} using (true) with check (true);
create policy tenant_platform on payment_limit to ${platform} using (true) with check (true);
grant select, insert, update, delete on payment_limit to ${app};
grant select on payment_limit to ${platform};

-- What vendors have sent, raw, and what we made of it.
create table gateway_notice (
    tenant_id   uuid        not null,
    id          uuid        not null,
    gateway     text        not null,
    notice      text,
    type        text,
    about       jsonb,
    body        bytea       not null,
    refused     text,
    received_at timestamptz not null,
    worked_at   timestamptz,
    primary key (tenant_id, id),
    constraint notice_is_named_or_refused check ((notice is null) = (refused is not null))
);
-- The same happening told again is the same notice.
create unique index gateway_notice_notice on gateway_notice (tenant_id, gateway, notice) where notice is not null;
create index gateway_notice_received on gateway_notice (tenant_id, received_at);
alter table gateway_notice enable row level security;
alter table gateway_notice force row level security;
create policy tenant_isolation on gateway_notice to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on gateway_notice to ${owner} using (true) with check (true);
create policy tenant_platform on gateway_notice to ${platform} using (true) with check (true);
grant select, insert, update on gateway_notice to ${app};
grant select, delete on gateway_notice to ${platform};

alter table payment add column capture text not null default 'automatic' check (capture in ('automatic', 'manual'));
alter table payment add column reserved_until timestamptz;

-- A payment may be tried at another gateway, so that each try says at which one it was made.
alter table attempt add column gateway text;
update attempt set gateway = (select p.gateway from payment p where p.tenant_id = attempt.tenant_id and p.id = attempt.payment);
alter table attempt alter column gateway set not null;
alter table attempt add column saved uuid;
alter table attempt add column keep boolean not null default false;
alter table attempt add column capturing bigint check (capturing > 0);
alter table attempt drop constraint attempt_status_check;
alter table attempt add constraint attempt_status_check check (status in
    ('started', 'unknown', 'awaiting_customer', 'reserved', 'capturing', 'captured', 'declined', 'canceled'));
alter table attempt drop constraint attempt_is_looked_up_while_open;
alter table attempt add constraint attempt_is_looked_up_while_open
    check ((look_up_at is not null) = (status in ('started', 'unknown', 'awaiting_customer', 'reserved', 'capturing')));
alter table attempt add constraint attempt_knows_what_it_captures check (status <> 'capturing' or capturing is not null);
drop index attempt_open;
create unique index attempt_open on attempt (tenant_id, payment)
    where status in ('started', 'unknown', 'awaiting_customer', 'reserved', 'capturing');
create index attempt_reference on attempt (tenant_id, gateway, gateway_reference) where gateway_reference is not null;

alter table refund add column gateway_reference text;
create index refund_reference on refund (tenant_id, gateway_reference) where gateway_reference is not null;

alter table sandbox_charge add column reserve boolean not null default false;
alter table sandbox_charge add column captured bigint;
alter table sandbox_charge drop constraint sandbox_charge_status_check;
alter table sandbox_charge add constraint sandbox_charge_status_check
    check (status in ('captured', 'declined', 'awaiting_customer', 'reserved', 'canceled'));
update sandbox_charge set captured = amount where status = 'captured';
alter table sandbox_charge drop constraint sandbox_charge_check;
alter table sandbox_charge add constraint sandbox_gives_back_at_most_what_it_took
    check (refunded between 0 and case status when 'captured' then captured else 0 end);

-- Means of payment that members have left with a gateway for later.
create table payment_method (
    tenant_id  uuid        not null,
    id         uuid        not null,
    member     uuid        not null,
    gateway    text        not null,
    token      bytea       not null,
    hash       bytea       not null,
    brand      text        not null,
    ending     text        not null,
    expires    date,
    preferred  boolean     not null default false,
    consent_at timestamptz not null,
    removed_at timestamptz,
    primary key (tenant_id, id)
);
-- One that is kept twice is kept once.
create unique index payment_method_hash on payment_method (tenant_id, member, gateway, hash) where removed_at is null;
create unique index payment_method_preferred on payment_method (tenant_id, member) where preferred;
create index payment_method_member on payment_method (tenant_id, member, id) where removed_at is null;
alter table payment_method enable row level security;
alter table payment_method force row level security;
create policy tenant_isolation on payment_method to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on payment_method to ${owner} using (true) with check (true);
create policy tenant_platform on payment_method to ${platform} using (true) with check (true);
grant select, insert, update on payment_method to ${app};
grant select on payment_method to ${platform};
