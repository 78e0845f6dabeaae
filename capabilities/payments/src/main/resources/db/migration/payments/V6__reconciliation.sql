-- How far each gateway's account of what it has moved was compared with ours, and what is being worked on: the day from
-- which on and up to which it is asked for, and the next one.
create table reconciliation (
    tenant_id   uuid        not null,
    gateway     text        not null,
    since       date        not null,
    until       date,
    work_from   date,
    work_to     date,
    work_next   date,
    due_at      timestamptz not null,
    failed_at   timestamptz,
    finished_at timestamptz,
    primary key (tenant_id, gateway),
    constraint reconciliation_works_from_day_to_day check (
        (work_from is null) = (work_to is null) and (work_from is null) = (work_next is null)
        and work_from <= work_to and work_next between work_from and work_to + 1)
);
create index reconciliation_due on reconciliation (tenant_id, due_at);

create table reconciled_day (
    tenant_id uuid        not null,
    gateway   text        not null,
    day       date        not null,
    movements int         not null check (movements >= 0),
    asked_at  timestamptz not null,
    primary key (tenant_id, gateway, day)
);
create index reconciled_day_day on reconciled_day (tenant_id, day, gateway);

-- What a gateway says that it has moved: each line once, however often it is told. Ids sort by the gateway's time.
create table movement (
    tenant_id uuid        not null,
    id        uuid        not null,
    gateway   text        not null,
    reference text        not null,
    kind      text        not null check (kind in ('charge', 'refund', 'dispute', 'dispute_won', 'fee', 'payout')),
    key       uuid,
    object    text,
    currency  text        not null check (currency ~ '^[A-Z]{3}$'),
    gross     bigint      not null check (gross > 0),
    fee       bigint      not null check (fee >= 0),
    at        timestamptz not null,
    day       date        not null,
    state     text        not null default 'new' check (state in ('new', 'unknown', 'known')),
    about     uuid,
    payment   uuid,
    primary key (tenant_id, id),
    constraint movement_is_about_something_once_it_is_known check (about is null or state = 'known')
);
create unique index movement_reference on movement (tenant_id, gateway, reference);
-- What we took or gave back once is in the gateway's account once.
create unique index movement_about on movement (tenant_id, kind, about) where about is not null;
create index movement_day on movement (tenant_id, day, gateway);
create index movement_new on movement (tenant_id, gateway, id) where state = 'new';
create index movement_payout on movement (tenant_id, id) where kind = 'payout';

-- Where both sides do not agree. What was found once is not found again, whatever has become of it.
create table difference (
    tenant_id       uuid        not null,
    id              uuid        not null,
    gateway         text        not null,
    day             date        not null,
    kind            text        not null check (kind in ('unknown_charge', 'not_taken_here', 'missing_charge',
                                    'unknown_refund', 'not_given_back_here', 'missing_refund', 'unknown_dispute',
                                    'listed_twice', 'currency_differs', 'amount_differs', 'booked_otherwise')),
    subject         uuid        not null,
    movement        uuid,
    about           uuid,
    payment         uuid,
    theirs          bigint,
    theirs_currency text check (theirs_currency ~ '^[A-Z]{3}$'),
    ours            bigint,
    ours_currency   text check (ours_currency ~ '^[A-Z]{3}$'),
    status          text        not null default 'open' check (status in ('open', 'resolved', 'vanished')),
    note            text,
    resolved_by     uuid,
    revision        int         not null default 1,
    found_at        timestamptz not null,
    closed_at       timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, movement) references movement (tenant_id, id),
    constraint difference_has_amounts_with_currencies check (
        (theirs is null) = (theirs_currency is null) and (ours is null) = (ours_currency is null)),
    constraint difference_is_closed_by_somebody_with_a_note_or_by_itself check (
        (closed_at is not null) = (status <> 'open')
        and (note is not null) = (status = 'resolved') and (resolved_by is not null) = (status = 'resolved'))
);
create unique index difference_subject on difference (tenant_id, kind, subject);
create index difference_open on difference (tenant_id, id) where status = 'open';
create index difference_day on difference (tenant_id, day, gateway);
create index difference_movement on difference (tenant_id, movement) where status = 'open';
create index difference_gateway on difference (tenant_id, gateway, id);

do $$
declare
    t text;
begin
    foreach t in array array['reconciliation', 'reconciled_day', 'movement', 'difference'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy tenant_isolation on %I to ${app}
            using      (tenant_id = (select nullif(current_setting(''gm.tenant_id'', true), '''')::uuid))
            with check (tenant_id = (select nullif(current_setting(''gm.tenant_id'', true), '''')::uuid))', t);
        execute format('create policy tenant_owner on %I to ${owner} using (true) with check (true)', t);
        execute format('create policy tenant_platform on %I to ${platform} using (true) with check (true)', t);
        execute format('grant select, insert, update on %I to ${app}', t);
        execute format('grant select on %I to ${platform}', t);
    end loop;
end $$;

-- What a gateway keeps for its work has a name of its own in the books.
alter table ledger_entry drop constraint ledger_entry_type_check;
alter table ledger_entry add constraint ledger_entry_type_check check (type in ('charge', 'refund', 'dispute',
    'dispute_won', 'settlement', 'fee', 'payout', 'platform_fee', 'adjustment', 'reversal'));
-- Which businesses have money at which gateways.
create index ledger_account_clearing on ledger_account (tenant_id, address) where heading = 'clearing';

-- What we say we have moved and the gateway does not.
create index attempt_captured on attempt (tenant_id, gateway, finished_at) where status = 'captured';
create index refund_succeeded on refund (tenant_id, finished_at) where status = 'succeeded';
