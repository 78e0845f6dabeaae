-- Whose time has come today, of what is still open.
create index request_appointment on request (tenant_id, starts_at, id) where starts_at is not null and due_at is not null;
