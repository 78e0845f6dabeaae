-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column vehicle.customer_id is 'personal: whose member';
comment on column vehicle.vin is 'personal: erased';
comment on column vehicle.plate is 'personal: erased to -';
comment on column vehicle.plate_key is 'personal: erased to {id}';
comment on column vehicle.registered_in is 'personal: erased';
comment on column vehicle.make is 'personal: none';
comment on column vehicle.model is 'personal: none';
comment on column vehicle.fuel is 'personal: none';
comment on column vehicle.colour is 'personal: erased';

comment on column roadside_call.problem is 'personal: erased to -';
comment on column roadside_call.safety is 'personal: erased to -';
comment on column roadside_call.place is 'personal: erased to -';
comment on column roadside_call.tow_destination is 'personal: erased';
