-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column offering.domain is 'personal: none';
comment on column offering.service_type is 'personal: none';
comment on column offering.name is 'personal: none';
comment on column offering.description is 'personal: none';
comment on column offering.currency is 'personal: none';
comment on column offering.tiers is 'personal: none';
comment on column offering.add_ons is 'personal: none';

comment on column provider.name is 'personal: erased to (erased)';
comment on column provider.member_id is 'personal: whose member';
comment on column provider.service_types is 'personal: none';

comment on column request.customer_id is 'personal: whose member';
comment on column request.reference is 'personal: none';
comment on column request.service_type is 'personal: none';
comment on column request.tier is 'personal: none';
comment on column request.add_ons is 'personal: none';
comment on column request.notes is 'personal: erased';
comment on column request.details is 'personal: erased';
comment on column request.remarks is 'personal: erased to []';
comment on column request.status is 'personal: none';
comment on column request.currency is 'personal: none';

comment on column request_reference.request_id is 'personal: whose requests.request';
comment on column request_reference.reference is 'personal: none';

comment on column request_history.request_id is 'personal: whose requests.request';
comment on column request_history.move is 'personal: none';
comment on column request_history.status is 'personal: none';
comment on column request_history.reason is 'personal: erased';

comment on column quote.request_id is 'personal: whose requests.request';
comment on column quote.lines is 'personal: kept as a voucher: what was offered, at which price';
comment on column quote.taxes is 'personal: none';
comment on column quote.currency is 'personal: none';

comment on column review.customer_id is 'personal: whose member';
comment on column review.comment is 'personal: erased';

comment on table request_search is 'personal: derived';
comment on column request_search.id is 'personal: whose requests.request';
comment on column request_search.customer_name is 'personal: erased';
comment on column request_search.document is 'personal: erased';

comment on column search_word.word is 'personal: kept as long as some document has it: SearchWords sees to it';

comment on table on_desk is 'personal: derived; export: stays here';
comment on column on_desk.customer_id is 'personal: whose member';
comment on column on_desk.reference is 'personal: none';
comment on column on_desk.status is 'personal: none';
comment on column on_desk.service_type is 'personal: none';

comment on column reminder.request_id is 'personal: whose requests.request';
comment on column reminder.what is 'personal: none';
