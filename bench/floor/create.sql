-- Ids are made of one of the last request's, so that they lie in this month's partitions. Cars and customer are known.
\set n random(0, 281474976710655)
\set car random(1, 200)
begin;
select set_config('gm.tenant_id', :tenant, true);
select * from requests.offering where tenant_id = :tenant and id = :offering;
select id as site from tenancy.site where tenant_id = :tenant order by id limit 1 \gset
select id as vehicle from automotive.vehicle
where tenant_id = :tenant and customer_id = :customer
  and (vin = null::text or plate_key = '1' || :car and (vin is null or null::text is null))
order by vin = null::text desc nulls last, last_seen desc
limit 1 \gset
select r.reading, r.unit, r.read_on
from automotive.odometer_reading r
join automotive.repair_order o on o.tenant_id = r.tenant_id and o.id = r.repair_order_id
where r.tenant_id = :tenant and r.vehicle_id = :vehicle and o.stage not in ('declined', 'cancelled')
order by r.id desc
limit 1;
with taken as (
    insert into requests.request_reference (tenant_id, reference, request_id)
    values (:tenant, 'F' || :n, (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid))
insert into requests.request
    (tenant_id, id, reference, offering_id, service_type, customer_id, site_id, priority, tier, add_ons,
     notes, preferred_at, details, remarks, status, since, currency, price, paid, refunded,
     quote_version, quote_until, provider_id, starts_at, ends_at, respond_by, responded_at, resolve_by,
     paused_since, reviewed, revision, created_at)
values (:tenant, (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid, 'F' || :n, :offering, 'maintenance_repair',
        :customer, :site, 'normal', null, '{}', null, null,
        '{"vehicle": {"make": "Honda","model": "Accord","year": 2003,"plate": "T1-1","registered_in": "Lagos","vin": null,"odometer": 184200,"odometer_unit": "km","fuel": "petrol"},"concern": "Grinding noise from the front left wheel when braking, worse in the morning.","since": "this_week","warning_lights": ["abs"],"drivable": "with_care","handover": "drop_off","whereabouts": null}',
        '[]', 'pending', now(), 'GBP', 14900, 0, 0, 0, null, null, null, null, now(), null, now(), null, false, 1, now());
insert into requests.request_history
    (tenant_id, id, request_id, revision, move, status, by_member, by_staff, reason, at)
values (:tenant, (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid,
        (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid, 1, 'create', 'pending', :customer, false, null, now());
insert into events.event_publication
    (id, event_type, listener_id, published_at, serialized_event, due_at, attempts)
values (gen_random_uuid(), 'floor', 'floor', now(),
        '{"tenant": "01a20434-9ea4-7e29-a0ae-f4f841c20e71","request": "01a20436-70ed-76cf-9516-c74400b51add","revision": 1,"reference": "SR-2026-000004","customer": "01a20434-a34a-7596-aa93-ae8e73b1d636","service_type": "maintenance_repair","by_staff": false}',
        null, 1);
insert into events.event_log (tenant_id, id, aggregate, aggregate_seq, type, payload)
values (:tenant, (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid,
        (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid, 1, 'RequestCreated',
        '{"tenant": "01a20434-9ea4-7e29-a0ae-f4f841c20e71","request": "01a20436-70ed-76cf-9516-c74400b51add","revision": 1,"reference": "SR-2026-000004","customer": "01a20434-a34a-7596-aa93-ae8e73b1d636","service_type": "maintenance_repair","by_staff": false}');
select id from automotive.vehicle
where tenant_id = :tenant and customer_id = :customer
  and (vin = null::text or plate_key = '1' || :car and (vin is null or null::text is null))
order by vin = null::text desc nulls last, last_seen desc
limit 1;
update automotive.vehicle
set vin = coalesce(null, vin), plate = '1-' || :car, plate_key = '1' || :car,
    registered_in = coalesce('Lagos', registered_in), make = 'Honda', model = coalesce('Accord', model),
    model_year = coalesce(2003, model_year), fuel = coalesce('petrol', fuel), colour = coalesce(null, colour),
    last_seen = now()
where tenant_id = :tenant and id = :vehicle;
insert into automotive.repair_order (tenant_id, id, vehicle_id, kind, stage, opened_at, stage_since)
values (:tenant, (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid, :vehicle, 'maintenance_repair', 'estimate',
        now(), now())
on conflict (tenant_id, id) do nothing;
insert into automotive.odometer_reading
    (tenant_id, id, vehicle_id, repair_order_id, reading, unit, read_on)
values (:tenant, (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid, :vehicle,
        (:prefix || lpad(to_hex(:n::bigint), 12, '0'))::uuid, 184200, 'km', current_date)
on conflict (tenant_id, repair_order_id) do nothing;
commit;
begin read only;
select set_config('gm.tenant_id', :tenant, true);
select * from tenancy.member where tenant_id = :tenant and id = :customer;
select * from requests.offering where tenant_id = :tenant and id = :offering;
commit;
