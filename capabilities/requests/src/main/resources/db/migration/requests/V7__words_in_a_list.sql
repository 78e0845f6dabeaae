-- Thirty words of a new request cost more, put one by one into the index of words, than all else that is written with
-- it. They wait in a list, which searches read too and which is kept short for them.
drop index request_search_words;
do $do$
declare
    gin text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                 where e.extname = 'btree_gin');
begin
    execute format('create index request_search_words on requests.request_search
        using gin (tenant_id %s.uuid_ops, document) with (fastupdate = on, gin_pending_list_limit = 128)', gin);
end
$do$;
