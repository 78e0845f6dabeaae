-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on table idempotency is 'export: stays here';
comment on column idempotency.caller is 'personal: none';
comment on column idempotency.route is 'personal: none';
comment on column idempotency.key is 'personal: none';
comment on column idempotency.fingerprint is 'personal: none';
comment on column idempotency.headers is 'personal: kept for a day at most';
comment on column idempotency.body is 'personal: kept for a day at most, sealed';
