-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column data_key.master_id is 'personal: none';
comment on column data_key.keys is 'personal: secret';
