-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column endpoint.url is 'personal: none';
comment on column endpoint.description is 'personal: none';
comment on column endpoint.types is 'personal: none';
comment on column endpoint.format is 'personal: none';
comment on column endpoint.secret is 'personal: secret';
comment on column endpoint.earlier_secret is 'personal: secret';
comment on column endpoint.headers is 'personal: secret';
comment on column endpoint.header_names is 'personal: none';
comment on column endpoint.state is 'personal: none';
comment on column endpoint.disabled_why is 'personal: none';

comment on column message.type is 'personal: none';
comment on column message.data is 'personal: none';

comment on column delivery.state is 'personal: none';

-- What is on its way does not move house: the copy of a business tells nobody twice.
comment on table outstanding is 'export: stays here';

comment on column attempt.failure is 'personal: none';
comment on column attempt.answer is 'personal: none';
