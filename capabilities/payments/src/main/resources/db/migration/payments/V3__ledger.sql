-- Double entry: each posting takes from one account and gives to another, so that no entry can be out of balance.
-- Balances are debits less credits. Nobody who serves may change or remove an entry: what was wrong is reversed.
create table ledger_account (
    tenant_id uuid   not null,
    address   text   not null,
    currency  text   not null check (currency ~ '^[A-Z]{3}$'),
    heading   text   not null,
    debits    bigint not null default 0 check (debits >= 0),
    credits   bigint not null default 0 check (credits >= 0),
    postings  bigint not null default 0,
    primary key (tenant_id, address, currency)
);
create index ledger_account_heading on ledger_account (tenant_id, heading, currency, address);

create table ledger_entry (
    tenant_id uuid        not null,
    id        uuid        not null,
    type      text        not null check (type in ('charge', 'refund', 'dispute', 'dispute_won', 'settlement',
                              'payout', 'platform_fee', 'adjustment', 'reversal')),
    source    uuid        not null,
    payment   uuid,
    reverses  uuid,
    note      text,
    actor     uuid,
    at        timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, reverses) references ledger_entry (tenant_id, id),
    constraint ledger_reversal_names_what_it_reverses check ((type = 'reversal') = (reverses is not null))
);
-- What has happened once is booked once, and reversed once.
create unique index ledger_entry_source on ledger_entry (tenant_id, type, source);
create unique index ledger_entry_reverses on ledger_entry (tenant_id, reverses) where reverses is not null;
create index ledger_entry_payment on ledger_entry (tenant_id, payment) where payment is not null;

-- The number and balance are those that the account has since: its statement is read without adding up.
create table ledger_posting (
    tenant_id      uuid     not null,
    entry          uuid     not null,
    line           smallint not null check (line > 0),
    currency       text     not null,
    debit          text     not null,
    credit         text     not null check (credit <> debit),
    amount         bigint   not null check (amount > 0),
    debit_number   bigint   not null,
    debit_balance  bigint   not null,
    credit_number  bigint   not null,
    credit_balance bigint   not null,
    at             timestamptz not null,
    primary key (tenant_id, entry, line),
    foreign key (tenant_id, entry) references ledger_entry (tenant_id, id),
    foreign key (tenant_id, debit, currency) references ledger_account (tenant_id, address, currency),
    foreign key (tenant_id, credit, currency) references ledger_account (tenant_id, address, currency)
);
create unique index ledger_posting_debit on ledger_posting (tenant_id, debit, currency, debit_number);
create unique index ledger_posting_credit on ledger_posting (tenant_id, credit, currency, credit_number);
create index ledger_posting_at on ledger_posting (tenant_id, at);

-- What each day has added under each heading: a trial balance of any day is a sum of these.
create table ledger_day (
    tenant_id uuid   not null,
    day       date   not null,
    heading   text   not null,
    currency  text   not null,
    debits    bigint not null default 0 check (debits >= 0),
    credits   bigint not null default 0 check (credits >= 0),
    primary key (tenant_id, day, heading, currency)
);

-- The chain of seals, as the trail has it.
create table ledger_unsealed (
    tenant_id uuid not null,
    id        uuid not null,
    primary key (tenant_id, id)
);
create table ledger_seal (
    tenant_id uuid   not null,
    position  bigint not null check (position > 0),
    entry_id  uuid   not null,
    hash      bytea  not null,
    primary key (tenant_id, position)
);
create unique index ledger_seal_entry on ledger_seal (tenant_id, entry_id);
create table ledger_verification (
    tenant_id uuid        not null primary key,
    position  bigint      not null,
    hash      bytea,
    fault     text,
    at        timestamptz not null
);

do $$
declare
    t text;
begin
    foreach t in array array['ledger_account', 'ledger_entry', 'ledger_posting', 'ledger_day', 'ledger_unsealed',
                             'ledger_seal', 'ledger_verification'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy tenant_isolation on %I to ${app}
            using      (tenant_id = (select nullif(current_setting(''gm.tenant_id'', true), '''')::uuid))
            with check (tenant_id = (select nullif(current_setting(''gm.tenant_id'', true), '''')::uuid))', t);
        execute format('create policy tenant_owner on %I to ${owner} using (true) with check (true)', t);
        execute format('create policy tenant_platform on %I to ${platform} using (true) with check (true)', t);
    end loop;
end $$;
grant select, insert on ledger_entry, ledger_posting, ledger_unsealed to ${app};
grant select, insert, update (debits, credits, postings) on ledger_account to ${app};
grant select, insert, update (debits, credits) on ledger_day to ${app};
grant select on ledger_seal, ledger_verification to ${app};
grant select on ledger_account, ledger_entry, ledger_posting, ledger_day to ${platform};
grant select, delete on ledger_unsealed to ${platform};
grant select, insert on ledger_seal to ${platform};
grant select, insert, update on ledger_verification to ${platform};
