-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on table daily is 'export: replaced';
comment on column daily.measure is 'personal: none';
comment on column daily.part is 'personal: none';
comment on table tally is 'export: replaced';
comment on column tally.measure is 'personal: none';
comment on column tally.part is 'personal: none';
comment on table zone is 'export: replaced';
comment on column zone.zone is 'personal: none';
comment on table mark is 'export: replaced';
comment on column mark.name is 'personal: none';
