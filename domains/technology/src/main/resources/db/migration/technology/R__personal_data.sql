-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column project.customer_id is 'personal: whose member';
comment on column project.platforms is 'personal: none';
comment on column project.currency is 'personal: none';

comment on column backlog_item.feature is 'personal: erased to -';

comment on column engagement.customer_id is 'personal: whose member';
comment on column engagement.topic is 'personal: erased to -';

comment on column purchase_order.customer_id is 'personal: whose member';
comment on column purchase_order.deliver_to is 'personal: erased to -';
comment on column purchase_order.currency is 'personal: none';

comment on column purchase_order_line.item is 'personal: none';
comment on column purchase_order_line.specification is 'personal: none';

comment on column ticket.customer_id is 'personal: whose member';
comment on column ticket.system is 'personal: erased to -';
comment on column ticket.system_key is 'personal: erased to -';
