-- Access tokens live for ten minutes: nobody misses the keys that lay here in the open.
delete from signing_key;
alter table signing_key drop column key;
alter table signing_key
    alter column kid type uuid using kid::uuid,
    add column key bytea not null;
-- When the vault's keys are renewed, the same pair is sealed anew.
grant update (key) on signing_key to ${app};
