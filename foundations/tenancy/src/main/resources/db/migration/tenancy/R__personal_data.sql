-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column tenant.id is 'tenant: whose';
comment on column tenant.slug is 'export: stays here; personal: none';
comment on column tenant.status is 'export: stays here';
comment on column tenant.revision is 'export: stays here';
comment on column tenant.created_at is 'export: stays here';
comment on column tenant.closes_at is 'export: stays here';
comment on column tenant.name is 'personal: none';
comment on column tenant.accent is 'personal: none';
comment on column tenant.time_zone is 'personal: none';
comment on column tenant.tax_number is 'personal: none';
comment on column tenant.tax_rates is 'personal: none';
comment on column tenant.allowed_origins is 'personal: none';
comment on column tenant.domains is 'personal: none';

comment on table site is 'export: replaced';
comment on column site.name is 'personal: none';
comment on column site.address is 'personal: none';
comment on column site.time_zone is 'personal: none';
comment on column site.opening_hours is 'personal: none';
comment on column site.special_days is 'personal: none';

comment on table member is 'export: replaced';
comment on column member.id is 'personal: whose member';
comment on column member.identity_id is 'personal: whose identity, erased';
comment on column member.name is 'personal: erased to (erased)';
comment on column member.email is 'personal: erased';
comment on column member.phone is 'personal: erased';
comment on column member.roles is 'personal: erased to {customer}';
comment on column member.roles_until is 'personal: erased';
comment on column member.active is 'personal: erased to false';
comment on column member.erased_at is 'personal: erased to now';

comment on table plan is 'export: stays here';
comment on column plan.name is 'personal: none';

comment on column role.slug is 'personal: none';
comment on column role.name is 'personal: none';
comment on column role.permissions is 'personal: none';
