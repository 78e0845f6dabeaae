-- A job forgets links that are spent, for all tenants at once.
grant delete on invitation to ${platform};
