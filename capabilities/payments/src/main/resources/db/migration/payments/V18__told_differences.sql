-- Administrators are told of what differs, once; and what a gateway has taken back for a dispute may be missing too.
alter table difference add column told_at timestamptz;
create index difference_untold on difference (tenant_id, gateway) where status = 'open' and told_at is null;
create index difference_told on difference (tenant_id, gateway, told_at) where told_at is not null;
alter table difference drop constraint difference_kind_check;
alter table difference add constraint difference_kind_check check (kind in ('unknown_charge', 'not_taken_here',
    'missing_charge', 'unknown_refund', 'not_given_back_here', 'missing_refund', 'unknown_dispute', 'missing_dispute',
    'listed_twice', 'currency_differs', 'amount_differs', 'booked_otherwise'));
