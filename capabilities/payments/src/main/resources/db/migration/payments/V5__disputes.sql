-- What payers complain about at a vendor, as the vendor tells it.
create table dispute (
    tenant_id  uuid        not null,
    id         uuid        not null,
    payment    uuid        not null,
    attempt    uuid        not null,
    gateway    text        not null,
    reference  text        not null,
    currency   text        not null check (currency ~ '^[A-Z]{3}$'),
    amount     bigint      not null check (amount > 0),
    reason     text        not null,
    stage      text        not null check (stage in ('needs_response', 'under_review', 'won', 'lost', 'accepted')),
    due_by     timestamptz,
    draft      text,
    looks      int         not null default 0,
    look_at    timestamptz,
    opened_at  timestamptz not null,
    decided_at timestamptz,
    revision   int         not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, payment) references payment (tenant_id, id),
    foreign key (tenant_id, attempt) references attempt (tenant_id, id),
    -- A word that was lost on its way is found by looking again.
    constraint dispute_is_looked_at_while_open
        check ((look_at is not null) = (stage in ('needs_response', 'under_review'))),
    constraint dispute_says_when_it_was_decided
        check ((decided_at is not null) = (stage in ('won', 'lost', 'accepted')))
);
-- What is told twice is one dispute.
create unique index dispute_reference on dispute (tenant_id, gateway, reference);
create index dispute_payment on dispute (tenant_id, payment, id);
create index dispute_open on dispute (tenant_id, due_by) where look_at is not null;
create index dispute_decided on dispute (tenant_id, id) where look_at is null;
create index dispute_look on dispute (tenant_id, look_at) where look_at is not null;

-- What a business says to it: it contests it, or lets the payer have the money.
create table dispute_answer (
    tenant_id   uuid        not null,
    id          uuid        not null,
    dispute     uuid        not null,
    kind        text        not null check (kind in ('contest', 'accept')),
    explanation text,
    documents   uuid[]      not null,
    names       text[]      not null,
    types       text[]      not null,
    answered_by uuid        not null,
    key         text        not null,
    status      text        not null check (status in ('pending', 'sent', 'failed')),
    tries       int         not null default 0,
    tell_at     timestamptz,
    answered_at timestamptz not null,
    finished_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, dispute) references dispute (tenant_id, id),
    constraint answer_is_told_while_pending check ((tell_at is not null) = (status = 'pending')),
    constraint answer_explains_what_it_contests check ((explanation is not null) = (kind = 'contest'))
);
-- One at a time.
create unique index dispute_answer_pending on dispute_answer (tenant_id, dispute) where status = 'pending';
create unique index dispute_answer_key on dispute_answer (tenant_id, dispute, answered_by, key);
create index dispute_answer_dispute on dispute_answer (tenant_id, dispute, id);
create index dispute_answer_tell on dispute_answer (tenant_id, tell_at) where tell_at is not null;

-- What was said of complaints that is not written down yet, so that nothing is lost that comes before its time.
create table dispute_hearsay (
    tenant_id uuid        not null,
    gateway   text        not null,
    reference text        not null,
    told      int         not null default 1,
    tries     int         not null default 0,
    look_at   timestamptz not null,
    heard_at  timestamptz not null,
    primary key (tenant_id, gateway, reference)
);
create index dispute_hearsay_look on dispute_hearsay (tenant_id, look_at);

-- More of the sandbox's own books.
alter table sandbox_charge add column captured_at timestamptz;
update sandbox_charge set captured_at = created_at where status = 'captured';
alter table sandbox_charge add constraint sandbox_knows_when_it_took check ((captured_at is not null) = (status = 'captured'));
-- What its statement says was taken, where that is not what was.
alter table sandbox_charge add column stated bigint check (stated > 0);
create index sandbox_charge_captured on sandbox_charge (tenant_id, captured_at) where captured_at is not null;
create index sandbox_refund_created on sandbox_refund (tenant_id, created_at) where not refused;

create table sandbox_complaint (
    tenant_id   uuid        not null,
    id          uuid        not null,
    charge      uuid        not null,
    currency    text        not null check (currency ~ '^[A-Z]{3}$'),
    amount      bigint      not null check (amount > 0),
    reason      text        not null,
    stage       text        not null check (stage in ('needs_response', 'under_review', 'won', 'lost', 'accepted')),
    due_by      timestamptz not null,
    explanation text,
    files       text[]      not null default '{}',
    opened_at   timestamptz not null,
    decided_at  timestamptz,
    primary key (tenant_id, id)
);
-- A payer complains once.
create unique index sandbox_complaint_charge on sandbox_complaint (tenant_id, charge);

create table sandbox_method (
    tenant_id  uuid        not null,
    id         uuid        not null,
    card       text,
    return_to  text        not null,
    forgotten  boolean     not null default false,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);

create table sandbox_payout (
    tenant_id uuid        not null,
    id        uuid        not null,
    currency  text        not null check (currency ~ '^[A-Z]{3}$'),
    amount    bigint      not null check (amount > 0),
    at        timestamptz not null,
    primary key (tenant_id, id)
);
create index sandbox_payout_at on sandbox_payout (tenant_id, at);

-- What it has yet to send to the door for vendors' words, and with what it signs that.
create table sandbox_notice (
    tenant_id uuid        not null,
    id        uuid        not null,
    body      text        not null,
    copies    int         not null check (copies > 0),
    tries     int         not null default 0,
    send_at   timestamptz not null,
    primary key (tenant_id, id)
);
create index sandbox_notice_send on sandbox_notice (tenant_id, send_at);

create table sandbox_secret (
    tenant_id uuid  not null,
    id        uuid  not null,
    secret    bytea not null,
    primary key (tenant_id, id)
);
create unique index sandbox_secret_of_tenant on sandbox_secret (tenant_id);

do $$
declare
    t text;
begin
    foreach t in array array['dispute', 'dispute_answer', 'dispute_hearsay', 'sandbox_complaint', 'sandbox_method',
                             'sandbox_payout', 'sandbox_notice', 'sandbox_secret'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy tenant_isolation on %I to ${app}
            using      (tenant_id = (select nullif(current_setting(''gm.tenant_id'', true), '''')::uuid))
            with check (tenant_id = (select nullif(current_setting(''gm.tenant_id'', true), '''')::uuid))', t);
        execute format('create policy tenant_owner on %I to ${owner} using (true) with check (true)', t);
        execute format('create policy tenant_platform on %I to ${platform} using (true) with check (true)', t);
        execute format('grant select on %I to ${platform}', t);
    end loop;
end $$;
grant select, insert, update on dispute, dispute_answer, sandbox_complaint, sandbox_method to ${app};
grant select, insert, update, delete on dispute_hearsay, sandbox_notice to ${app};
grant select, insert on sandbox_payout, sandbox_secret to ${app};
