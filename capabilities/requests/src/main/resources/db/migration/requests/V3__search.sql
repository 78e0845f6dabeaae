-- When the response clock runs out: an open request always has it (never, while the clock stands still), a closed one not.
-- And what the board sorts by: an appointment may come before what is due, a quote ends, what is on hold has waited.
alter table request
    add column due_at timestamptz generated always as (
        case when status not in ('pending', 'quoted', 'confirmed', 'in_progress', 'on_hold') then null
             when paused_since is not null then 'infinity'
             when responded_at is null then least(respond_by, resolve_by)
             else resolve_by end) stored,
    add column next_at timestamptz generated always as (
        case when status = 'quoted' then quote_until
             when status = 'on_hold' then since
             when status in ('pending', 'confirmed', 'in_progress') then
                 least(resolve_by, starts_at, case when responded_at is null then respond_by end) end) stored,
    add column owing boolean not null generated always as (
        status in ('confirmed', 'in_progress', 'on_hold', 'completed') and coalesce(price, 0) > paid
        and (paid = 0 or refunded < paid)) stored,
    add column price_order bigint not null generated always as (coalesce(price, -1)) stored;

drop index request_provider;
drop index request_completed;
create index request_provider on request (tenant_id, provider_id, status, id desc) where provider_id is not null;
create index request_completed on request (tenant_id, since desc) include (provider_id) where status = 'completed';
create index request_type on request (tenant_id, service_type, status, id desc);
create index request_due on request (tenant_id, due_at, id) include (status, provider_id) where due_at is not null;
create index request_next on request (tenant_id, status, next_at, id) where next_at is not null;
create index request_owing on request (tenant_id, id desc) where owing;
create index request_unassigned on request (tenant_id, id desc) where provider_id is null and due_at is not null;
create index request_price on request (tenant_id, price_order desc, id desc);

-- What a request is found by. A document that is null has yet to be written.
create table request_search (
    tenant_id     uuid not null,
    id            uuid not null,
    customer_name text collate "C" not null default '',
    document      tsvector,
    primary key (tenant_id, id)
) partition by range (id);
create extension if not exists btree_gin;
create extension if not exists pg_trgm;
create index request_search_customer on request_search (tenant_id, customer_name, id);
create index request_search_unwritten on request_search (tenant_id, id) where document is null;
alter table request_search enable row level security;
alter table request_search force row level security;
create policy tenant_isolation on request_search to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on request_search to ${owner} using (true) with check (true);
create policy tenant_platform on request_search to ${platform} using (true) with check (true);
grant select, insert, update on request_search to ${app};
grant select on request_search to ${platform};

-- Words that documents have, for whoever mistypes one.
create table search_word (
    tenant_id uuid not null,
    word      text not null,
    primary key (tenant_id, word)
);
alter table search_word enable row level security;
alter table search_word force row level security;
create policy tenant_isolation on search_word to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on search_word to ${owner} using (true) with check (true);
create policy tenant_platform on search_word to ${platform} using (true) with check (true);
grant select, insert on search_word to ${app};
grant select on search_word to ${platform};

-- Under a policy, operators that are not leakproof (@@, %) may not use their index. These two functions run with their
-- owner's rights, whose policy lets them, and keep to the tenant of the transaction themselves; without one they find
-- nothing. The operators' schemas are named, for whoever may write into a schema on the path could lend them others.
do $do$
declare
    gin  text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                  where e.extname = 'btree_gin');
    trgm text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                  where e.extname = 'pg_trgm');
begin
    execute format('create index request_search_words on requests.request_search
        using gin (tenant_id %s.uuid_ops, document) with (fastupdate = off)', gin);
    execute format('create index search_word_near on requests.search_word
        using gin (tenant_id %s.uuid_ops, word %s.gin_trgm_ops)', gin, trgm);
    execute format($create$
        create function requests.near_words(typed text[]) returns table (typed_word text, near_word text)
        language sql stable security definer
        set search_path = pg_catalog, pg_temp
        set pg_trgm.similarity_threshold = 0.2
        as $body$
            select t.word, n.word
            from unnest(typed) t (word)
            cross join lateral (
                select w.word from requests.search_word w
                where w.tenant_id = nullif(current_setting('gm.tenant_id', true), '')::uuid
                  and w.word operator(%1$s.%%) t.word
                order by %1$s.similarity(w.word, t.word) desc, w.word limit 30) n
        $body$
        $create$, trgm);
end
$do$;

-- The newest first. Looks at the last month, then at the last quarter, year and all, so that a word which many have
-- is not fetched and sorted to the last row of years ago.
create function find_requests(query tsquery, before uuid, most int) returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
set enable_indexscan = off
set enable_seqscan = off
as $body$
declare
    tenant uuid := nullif(current_setting('gm.tenant_id', true), '')::uuid;
    upper  uuid := before;
    lower  uuid;
    months int;
    found  int;
begin
    foreach months in array array[1, 3, 12, 1200] loop
        exit when tenant is null or most <= 0;
        lower := (lpad(to_hex(greatest(0, extract(epoch from now() - make_interval(months => months)) * 1000)::bigint),
                       12, '0') || repeat('0', 20))::uuid;
        continue when lower >= upper;
        return query
            select s.id from requests.request_search s
            where s.tenant_id = tenant and s.document @@ query and s.id >= lower and s.id < upper
            order by s.id desc limit most;
        get diagnostics found = row_count;
        most := most - found;
        upper := lower;
    end loop;
end
$body$;

revoke all on function find_requests(tsquery, uuid, int), near_words(text[]) from public;
grant execute on function find_requests(tsquery, uuid, int), near_words(text[]) to ${app};

-- Requests that were there before get their documents later; the months that have some need a partition now.
do $$
declare
    month record;
begin
    for month in select c.relname, pg_get_expr(c.relpartbound, c.oid) as bounds
                 from pg_inherits i join pg_class c on c.oid = i.inhrelid
                 where i.inhparent = 'requests.request'::regclass loop
        execute format('create table requests.%1$I partition of requests.request_search %2$s;
                        alter table requests.%1$I enable row level security;
                        alter table requests.%1$I force row level security',
                       replace(month.relname, 'request_', 'request_search_'), month.bounds);
    end loop;
    insert into requests.request_search (tenant_id, id) select tenant_id, id from requests.request;
end
$$;
