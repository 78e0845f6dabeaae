-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on table notice is 'personal: rows go';
comment on column notice.member_id is 'personal: whose member';
comment on column notice.kind is 'personal: none';
comment on column notice.key is 'personal: none';
comment on column notice.arguments is 'personal: erased';
comment on column notice.path is 'personal: none';

comment on table receipt is 'personal: rows go';
comment on column receipt.member_id is 'personal: whose member';
comment on column receipt.once is 'personal: none';

comment on table delivery is 'personal: rows go';
comment on column delivery.member_id is 'personal: whose member';
comment on column delivery.channel is 'personal: none';
comment on column delivery.recipient is 'personal: erased';
comment on column delivery.state is 'personal: none';
comment on column delivery.reason is 'personal: none';
comment on column delivery.carrier is 'personal: none';
comment on column delivery.reference is 'personal: erased';
comment on column delivery.detail is 'personal: erased';

comment on table account_mail is 'personal: rows go';
comment on column account_mail.recipient is 'personal: whose email';
comment on column account_mail.key is 'personal: none';
comment on column account_mail.arguments is 'personal: erased';
comment on column account_mail.link is 'personal: secret';
comment on column account_mail.reason is 'personal: erased';
comment on column account_mail.language is 'personal: none';
comment on column account_mail.carrier is 'personal: none';
comment on column account_mail.reference is 'personal: erased';
comment on column account_mail.detail is 'personal: erased';

comment on table reader is 'personal: rows go';
comment on column reader.identity_id is 'personal: whose identity';
comment on column reader.language is 'personal: erased';
comment on column reader.time_zone is 'personal: erased';

comment on table preference is 'personal: rows go';
comment on column preference.member_id is 'personal: whose member';
comment on column preference.digest is 'personal: none';
comment on column preference.choices is 'personal: none';

comment on column house.language is 'personal: none';

comment on column wording.key is 'personal: none';
comment on column wording.language is 'personal: none';
comment on column wording.channel is 'personal: none';
comment on column wording.subject is 'personal: none';
comment on column wording.text is 'personal: none';

-- That nothing is to be sent to an address outlasts the person at this business; it goes with them all the same.
comment on table suppression is 'personal: rows go';
comment on column suppression.channel is 'personal: none';
comment on column suppression.address is 'personal: whose email';
comment on column suppression.reason is 'personal: none';
comment on column suppression.detail is 'personal: erased';

comment on table push_subscription is 'personal: rows go; export: stays here';
comment on column push_subscription.member_id is 'personal: whose member';
comment on column push_subscription.endpoint is 'personal: secret';
comment on column push_subscription.key is 'personal: secret';
comment on column push_subscription.secret is 'personal: secret';
comment on column push_subscription.browser is 'personal: erased';

comment on column sms_spend.country is 'personal: none';

comment on column sms_country_spend.country is 'personal: none';

comment on column platform_key.secret is 'personal: none';

-- Gone within seconds, once it is worked.
comment on column report.source is 'personal: none';
comment on column report.body is 'personal: kept until it is worked, within seconds';
