-- What has just come into a column of the board stands there, however much in it is due before.
create index on_desk_since on on_desk (tenant_id, status, since);
