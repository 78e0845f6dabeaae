-- What the columns that are written with each payment may hold. PostgreSQL reads and plans the checks of a table anew for
-- each statement that writes to it, which took longer than the writing; those of a domain are kept by the session. So a
-- table checks only what ties its columns together. A column becomes one of a domain without checks first, as its rows
-- are then looked at and not written again.
create domain currency as text;
create domain payment_status as text;
create domain attempt_status as text;
create domain capture_method as text;
create domain fact_type as text;
create domain sandbox_status as text;
create domain charged_amount as bigint;
create domain moved_amount as bigint;
create domain total_amount as bigint;
create domain line_number as smallint;

alter table payment
    drop constraint payment_currency_check,
    drop constraint payment_status_check,
    drop constraint payment_capture_check,
    drop constraint payment_amount_check,
    drop constraint payment_refunded_check,
    drop constraint payment_refunding_check,
    drop constraint payment_check,
    alter column currency type currency,
    alter column status type payment_status,
    alter column capture type capture_method,
    alter column amount type charged_amount,
    alter column captured type total_amount,
    alter column refunded type total_amount,
    alter column refunding type total_amount,
    add constraint payment_takes_at_most_its_amount check (captured <= amount);

alter table attempt
    drop constraint attempt_status_check,
    drop constraint attempt_capturing_check,
    drop constraint attempt_is_looked_up_while_open,
    alter column status type attempt_status,
    alter column capturing type moved_amount,
    add constraint attempt_is_looked_up_while_open
        check ((look_up_at is null) = (status in ('captured', 'declined', 'canceled')));

alter table ledger_entry
    drop constraint ledger_entry_type_check,
    alter column type type fact_type;

alter table ledger_account
    drop constraint ledger_account_currency_check,
    drop constraint ledger_account_debits_check,
    drop constraint ledger_account_credits_check,
    alter column currency type currency,
    alter column debits type total_amount,
    alter column credits type total_amount;

alter table ledger_posting
    drop constraint ledger_posting_line_check,
    drop constraint ledger_posting_amount_check,
    alter column line type line_number,
    alter column currency type currency,
    alter column amount type moved_amount;

alter table ledger_day
    drop constraint ledger_day_debits_check,
    drop constraint ledger_day_credits_check,
    alter column currency type currency,
    alter column debits type total_amount,
    alter column credits type total_amount;

alter table sandbox_charge
    drop constraint sandbox_charge_currency_check,
    drop constraint sandbox_charge_status_check,
    drop constraint sandbox_charge_stated_check,
    alter column currency type currency,
    alter column status type sandbox_status,
    alter column stated type moved_amount;

alter domain currency add check (value ~ '^[A-Z]{3}$');
alter domain payment_status add check (value in ('requires_payment_method', 'requires_action', 'processing', 'unknown',
    'requires_capture', 'succeeded', 'failed', 'canceled'));
alter domain attempt_status add check (value in ('started', 'unknown', 'awaiting_customer', 'reserved', 'capturing',
    'captured', 'declined', 'canceled'));
alter domain capture_method add check (value in ('automatic', 'manual'));
alter domain fact_type add check (value in ('charge', 'refund', 'dispute', 'dispute_won', 'settlement', 'fee', 'payout',
    'platform_fee', 'adjustment', 'reversal'));
alter domain sandbox_status add check (value in ('captured', 'declined', 'awaiting_customer', 'reserved', 'canceled'));
alter domain charged_amount add check (value between 1 and 99999999999);
alter domain moved_amount add check (value > 0);
alter domain total_amount add check (value >= 0);
alter domain line_number add check (value > 0);
