-- Web sites whose scripts may call the API for a business. A browser asks beforehand without saying for which, so that all
-- businesses are looked through.
alter table tenant add allowed_origins text[] not null default '{}';
grant update (allowed_origins) on tenant to ${app};
create index tenant_allowed_origins on tenant using gin (allowed_origins);
