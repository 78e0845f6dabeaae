-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column last_number.kind is 'personal: none';

comment on column paper.customer is 'personal: whose member';
comment on column paper.number is 'personal: none';
comment on column paper.subject_kind is 'personal: none';
comment on column paper.reference is 'personal: none';
comment on column paper.page is 'personal: none';
comment on column paper.seller is 'personal: none';
comment on column paper.buyer is 'personal: erased to (erased)';
comment on column paper.lines is 'personal: kept as a voucher: what was billed, at which price';
comment on column paper.taxes is 'personal: none';
comment on column paper.reason is 'personal: kept as a voucher';

comment on column standing.currency is 'personal: none';
