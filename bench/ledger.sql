-- Lays in :entries ledger entries of one tenant (:tenant), of 1,00 each and of a thousand customers, straight into the
-- tables as their owner: each takes from a gateway for a customer, and from the customer for the revenue.
set timezone = utc;

insert into payments.ledger_account (tenant_id, address, currency, heading, debits, credits, postings)
select :'tenant'::uuid, 'clearing:many', 'GBP', 'clearing', :entries * 100, 0, :entries
union all
select :'tenant'::uuid, 'revenue', 'GBP', 'revenue', 0, :entries * 100, :entries
union all
select :'tenant'::uuid, 'customer:' || ('00000000-0000-7000-8003-' || lpad(to_hex(c), 12, '0')), 'GBP', 'customer',
       :entries / 1000 * 100, :entries / 1000 * 100, :entries / 1000 * 2
from generate_series(0, 999) c
on conflict (tenant_id, address, currency) do update
set debits = excluded.debits, credits = excluded.credits, postings = excluded.postings;

create temp table many as
select n, ('0190' || lpad(to_hex(n), 4, '0') || '-0000-7000-8004-' || lpad(to_hex(n), 12, '0'))::uuid as id,
       'customer:' || ('00000000-0000-7000-8003-' || lpad(to_hex(n % 1000), 12, '0')) as customer,
       now() - interval '400 days' + n * interval '30 seconds' as at
from generate_series(0, :entries - 1) n;

insert into payments.ledger_entry (tenant_id, id, type, source, payment, at)
select :'tenant'::uuid, id, 'charge', id, null, at from many;

insert into payments.ledger_posting (tenant_id, entry, line, currency, debit, credit, amount,
    debit_number, debit_balance, credit_number, credit_balance, at)
select :'tenant'::uuid, id, 1, 'GBP', 'clearing:many', customer, 100, n + 1, (n + 1) * 100, n / 1000 * 2 + 1, -100, at from many
union all
select :'tenant'::uuid, id, 2, 'GBP', customer, 'revenue', 100, n / 1000 * 2 + 2, 0, n + 1, -(n + 1) * 100, at from many;

insert into payments.ledger_day (tenant_id, day, heading, currency, debits, credits)
select :'tenant'::uuid, at::date, heading, 'GBP', sum(debit), sum(credit)
from many, lateral (values ('clearing', 100, 0), ('customer', 100, 100), ('revenue', 0, 100)) as v (heading, debit, credit)
group by 1, 2, 3, 4;

analyze payments.ledger_account, payments.ledger_entry, payments.ledger_posting, payments.ledger_day;
