-- What the list of payments is asked for. References are found by how they begin.
create index payment_gateway on payment (tenant_id, gateway, id);
create index payment_created on payment (tenant_id, created_at, id);
create index payment_amount on payment (tenant_id, amount, id);
create index payment_reference on payment (tenant_id, reference collate "C");
