-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on table entry is 'export: added';
comment on column entry.actor is 'personal: whose person';
comment on column entry.action is 'personal: none';
comment on column entry.subject_kind is 'personal: none';
comment on column entry.subject is 'personal: none';
comment on column entry.before is 'personal: kept by the trail, which takes a person out itself';
comment on column entry.after is 'personal: kept by the trail, which takes a person out itself';
comment on column entry.address is 'personal: kept by the trail, which takes a person out itself';
comment on column entry.agent is 'personal: kept by the trail, which takes a person out itself';
comment on column entry.request is 'personal: none';

comment on table unsealed is 'export: stays here';
comment on table seal is 'export: stays here';
comment on column seal.hash is 'personal: none';
comment on table redaction is 'export: stays here';
comment on column redaction.hash is 'personal: none';
comment on table verification is 'export: stays here';
comment on column verification.hash is 'personal: none';
comment on column verification.fault is 'personal: none';
comment on column chain_key.key is 'personal: secret';
