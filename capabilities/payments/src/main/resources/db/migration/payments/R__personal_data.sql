-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column payment.payer is 'personal: whose member';
comment on column payment.kind is 'personal: none';
comment on column payment.reference is 'personal: none';
comment on column payment.page is 'personal: none';
comment on column payment.key is 'personal: none';
comment on column payment.gateway is 'personal: none';
comment on column payment.continue_at is 'personal: erased';
comment on column payment.failure_code is 'personal: none';
comment on column payment.failure_message is 'personal: erased';

comment on column attempt.key is 'personal: none';
comment on column attempt.method is 'personal: kept as a voucher: the gateway''s token for a means of payment, which is of no use to others';
comment on column payment.capture is 'personal: none';
comment on column attempt.gateway is 'personal: none';
comment on column attempt.gateway_reference is 'personal: kept as a voucher';
comment on column attempt.failure_code is 'personal: none';
comment on column attempt.failure_message is 'personal: erased';

comment on column refund.key is 'personal: none';
comment on column refund.reason is 'personal: erased';
comment on column refund.failure_code is 'personal: none';
comment on column refund.failure_message is 'personal: erased';

comment on column sandbox_charge.token is 'personal: none';
comment on column sandbox_charge.description is 'personal: none';
comment on column sandbox_charge.return_to is 'personal: none';
comment on column sandbox_charge.reason is 'personal: none';

comment on column ledger_account.address is 'personal: none';
comment on column ledger_account.heading is 'personal: none';
comment on column ledger_entry.note is 'personal: kept as a voucher';
comment on column ledger_posting.currency is 'personal: none';
comment on column ledger_posting.debit is 'personal: none';
comment on column ledger_posting.credit is 'personal: none';
comment on column ledger_day.heading is 'personal: none';
comment on column ledger_day.currency is 'personal: none';
comment on table ledger_unsealed is 'export: stays here';
comment on table ledger_seal is 'export: stays here';
comment on column ledger_seal.hash is 'personal: none';
comment on table ledger_verification is 'export: stays here';
comment on column ledger_verification.hash is 'personal: none';
comment on column ledger_verification.fault is 'personal: none';

comment on column refund.gateway_reference is 'personal: kept as a voucher';

comment on column gateway_account.gateway is 'personal: none';
comment on column gateway_account.credentials is 'personal: secret';
comment on column gateway_account.currencies is 'personal: none';
comment on column gateway_account.checked_as is 'personal: none';
comment on column gateway_account.problem is 'personal: none';
comment on column payment_limit.currency is 'personal: none';
comment on table gateway_notice is 'export: stays here';
comment on column gateway_notice.gateway is 'personal: none';
comment on column gateway_notice.notice is 'personal: none';
comment on column gateway_notice.type is 'personal: none';
comment on column gateway_notice.about is 'personal: none';
comment on column gateway_notice.body is 'personal: kept as a voucher: what a vendor has told us of a payment, for a short time';
comment on column gateway_notice.refused is 'personal: none';

comment on table payment_method is 'personal: rows go';
comment on column payment_method.member is 'personal: whose member';
comment on column payment_method.gateway is 'personal: none';
comment on column payment_method.token is 'personal: erased';
comment on column payment_method.hash is 'personal: erased';
comment on column payment_method.brand is 'personal: none';
comment on column payment_method.ending is 'personal: erased';

comment on table method_setup is 'personal: rows go';
comment on column method_setup.member is 'personal: whose member';
comment on column method_setup.gateway is 'personal: none';
comment on column method_setup.reference is 'personal: erased';

comment on column payment_link.kind is 'personal: none';
comment on column payment_link.currency is 'personal: none';

comment on column dispute.gateway is 'personal: none';
comment on column dispute.reference is 'personal: kept as a voucher';
comment on column dispute.reason is 'personal: none';
comment on column dispute.draft is 'personal: kept as a voucher: what a business means to tell a bank about a payment';
comment on column dispute_answer.explanation is 'personal: kept as a voucher: what a business has told a bank about a payment';
comment on column dispute_answer.names is 'personal: kept as a voucher';
comment on column dispute_answer.types is 'personal: none';
comment on column dispute_answer.key is 'personal: none';
comment on table dispute_hearsay is 'export: stays here';
comment on column dispute_hearsay.gateway is 'personal: none';
comment on column dispute_hearsay.reference is 'personal: none';

comment on column sandbox_complaint.reason is 'personal: none';
comment on column sandbox_complaint.explanation is 'personal: kept as a voucher';
comment on column sandbox_complaint.files is 'personal: kept as a voucher';
comment on column sandbox_method.card is 'personal: none';
comment on column sandbox_method.return_to is 'personal: none';
comment on table sandbox_notice is 'export: stays here';
comment on column sandbox_notice.body is 'personal: none';
comment on table sandbox_secret is 'export: stays here';
comment on column sandbox_secret.secret is 'personal: secret';

comment on column reconciliation.gateway is 'personal: none';
comment on column reconciled_day.gateway is 'personal: none';
comment on column movement.gateway is 'personal: none';
comment on column movement.reference is 'personal: kept as a voucher';
comment on column movement.object is 'personal: kept as a voucher';
comment on column difference.gateway is 'personal: none';
comment on column difference.note is 'personal: kept as a voucher';

comment on column paypal_charge.order_id is 'personal: kept as a voucher';
comment on column paypal_charge.stage is 'personal: none';
comment on column paypal_charge.reason is 'personal: none';

comment on column bank_account.gateway is 'personal: none';
comment on column bank_account.currency is 'personal: none';
comment on column bank_account.bank is 'personal: none';
comment on column bank_account.bank_name is 'personal: none';
comment on column bank_account.number is 'personal: secret';
comment on column bank_account.ending is 'personal: none';
comment on column bank_account.holder is 'personal: kept as a voucher: to whom a business had its money paid out';
comment on column paypal_charge.authorization_id is 'personal: kept as a voucher';
comment on column refund.attention is 'personal: none';
