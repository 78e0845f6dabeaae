-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on table identity is 'personal: rows go';
comment on column identity.id is 'personal: whose identity';
comment on column identity.email is 'personal: erased';
comment on column identity.password_hash is 'personal: secret';
comment on column identity.first_name is 'personal: erased';
comment on column identity.last_name is 'personal: erased';
comment on column identity.phone is 'personal: erased';

comment on table session is 'personal: rows go';
comment on column session.principal_name is 'personal: whose identity';
comment on column session.primary_id is 'personal: secret';
comment on column session.session_id is 'personal: secret';
comment on column session_attributes.session_primary_id is 'personal: secret';
comment on column session_attributes.attribute_name is 'personal: secret';
comment on column session_attributes.attribute_bytes is 'personal: secret';

comment on column signing_key.key is 'personal: secret';

comment on table refresh_family is 'personal: rows go';
comment on column refresh_family.identity_id is 'personal: whose identity';
comment on column refresh_family.audience is 'tenant: whose';
comment on column refresh_family.user_agent is 'personal: erased';
comment on column refresh_family.address is 'personal: erased';
comment on column refresh_token.hash is 'personal: secret';

comment on table invitation is 'personal: rows go; export: stays here';
comment on column invitation.email is 'personal: whose email';
comment on column invitation.role is 'personal: none';
comment on column invitation.token_hash is 'personal: secret';

comment on table operator_claim is 'personal: rows go';
comment on column operator_claim.token_hash is 'personal: secret';
comment on column operator_claim.email is 'personal: whose email';

comment on table mailed_link is 'personal: rows go';
comment on column mailed_link.identity_id is 'personal: whose identity';
comment on column mailed_link.token_hash is 'personal: secret';

comment on table known_device is 'personal: rows go';
comment on column known_device.identity_id is 'personal: whose identity';
comment on column known_device.token_hash is 'personal: secret';

comment on table totp is 'personal: rows go';
comment on column totp.identity_id is 'personal: whose identity';
comment on column totp.secret is 'personal: secret';
comment on column totp.pending is 'personal: secret';

comment on table recovery_code is 'personal: rows go';
comment on column recovery_code.identity_id is 'personal: whose identity';
comment on column recovery_code.selector is 'personal: secret';
comment on column recovery_code.hash is 'personal: secret';

comment on table passkey is 'personal: rows go';
comment on column passkey.identity_id is 'personal: whose identity';
comment on column passkey.credential_id is 'personal: secret';
comment on column passkey.credential is 'personal: secret';
comment on column passkey.name is 'personal: erased';

comment on table sign_in_step is 'personal: rows go';
comment on column sign_in_step.identity_id is 'personal: whose identity';
comment on column sign_in_step.audience is 'tenant: whose';
comment on column sign_in_step.token_hash is 'personal: secret';
comment on column sign_in_step.shown is 'personal: none';
comment on column sign_in_step.nonce is 'personal: secret';

comment on table factor_guess is 'personal: rows go';
comment on column factor_guess.identity_id is 'personal: whose identity';

comment on table api_key is 'personal: rows go; export: stays here';
comment on column api_key.identity_id is 'of a personal key; none for a key of the business; personal: whose identity';
comment on column api_key.member_id is 'personal: none';
comment on column api_key.name is 'personal: erased';
comment on column api_key.prefix is 'personal: none';
comment on column api_key.last_four is 'personal: none';
comment on column api_key.hash is 'personal: secret';
comment on column api_key.scopes is 'personal: none';

comment on table external_login is 'personal: rows go';
comment on column external_login.identity_id is 'personal: whose identity';
comment on column external_login.provider is 'personal: erased';
comment on column external_login.subject is 'personal: erased';
