-- For the board: what was completed in the last days, however old the request is.
create index request_completed on request (tenant_id, since desc) where status = 'completed';
