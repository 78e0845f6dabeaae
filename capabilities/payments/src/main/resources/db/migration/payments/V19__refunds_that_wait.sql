-- What a gateway waits for before it can give money back.
alter table refund add column attention text;
alter table refund add constraint refund_waits_while_pending check (attention is null or status = 'pending');
