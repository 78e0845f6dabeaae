-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column reservation.customer_id is 'personal: whose member';

comment on column event_order.customer_id is 'personal: whose member';
comment on column event_order.kind is 'personal: none';
comment on column event_order.catering is 'personal: none';

comment on column catering_order.customer_id is 'personal: whose member';
comment on column catering_order.menu is 'personal: none';
comment on column catering_order.service is 'personal: none';
comment on column catering_order.place is 'personal: erased';

comment on column dietary_need.need is 'personal: erased to {id}';

comment on column guest_ticket.customer_id is 'personal: whose member';
comment on column guest_ticket.room is 'personal: erased to -';
comment on column guest_ticket.need is 'personal: none';
