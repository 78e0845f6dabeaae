-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column consignment.customer_id is 'personal: whose member';
comment on column consignment.consignor_name is 'personal: erased to (erased)';
comment on column consignment.consignor_phone is 'personal: erased to +1000000';
comment on column consignment.consignor_street is 'personal: erased to -';
comment on column consignment.consignor_town is 'personal: erased to -';
comment on column consignment.consignor_directions is 'personal: erased';
comment on column consignment.consignee_name is 'personal: erased to (erased)';
comment on column consignment.consignee_phone is 'personal: erased to +1000000';
comment on column consignment.consignee_street is 'personal: erased to -';
comment on column consignment.consignee_town is 'personal: erased to -';
comment on column consignment.consignee_directions is 'personal: erased';
comment on column consignment.currency is 'personal: none';

comment on column parcel.contents is 'personal: erased to -';

comment on column inbound_order.customer_id is 'personal: whose member';
comment on column inbound_order.supplier_name is 'personal: erased to (erased)';
comment on column inbound_order.supplier_phone is 'personal: erased to +1000000';
comment on column inbound_order.supplier_street is 'personal: erased to -';
comment on column inbound_order.supplier_town is 'personal: erased to -';
comment on column inbound_order.supplier_directions is 'personal: erased';
comment on column inbound_order.destination_name is 'personal: erased to (erased)';
comment on column inbound_order.destination_street is 'personal: erased to -';
comment on column inbound_order.destination_town is 'personal: erased to -';
comment on column inbound_order.temperature is 'personal: none';
comment on column inbound_order.incoterm is 'personal: none';

comment on column inbound_line.item is 'personal: none';
comment on column inbound_line.sku is 'personal: none';
comment on column inbound_line.unit is 'personal: none';

comment on column stock_count.customer_id is 'personal: whose member';
comment on column stock_count.store_name is 'personal: erased to (erased)';
comment on column stock_count.store_street is 'personal: erased to -';
comment on column stock_count.store_town is 'personal: erased to -';
comment on column stock_count.store_area is 'personal: erased';

comment on column count_line.sku is 'personal: none';
comment on column count_line.item is 'personal: none';

comment on column route_plan.customer_id is 'personal: whose member';
comment on column route_plan.depot_street is 'personal: erased to -';
comment on column route_plan.depot_town is 'personal: erased to -';
comment on column route_plan.loads_in is 'personal: none';

comment on column route_vehicle.name is 'personal: erased to -';

comment on column route_stop.name is 'personal: erased';
comment on column route_stop.street is 'personal: erased to -';
comment on column route_stop.town is 'personal: erased to -';
