-- Lays in :rows requests of one tenant (:tenant), spread over the last 24 months, straight into the tables as their
-- owner. 97 in a hundred are closed. Of the words, "brakes" stands in three of ten, "flugelhorn" in one.
set timezone = utc;
select setseed(0.42) \g /dev/null

do $$
declare
    parent text;
    first  date;
    part   text;
begin
    foreach parent in array array['requests.request', 'requests.request_history', 'requests.request_search'] loop
        for first in select generate_series(date_trunc('month', now()) - interval '25 months',
                                            date_trunc('month', now()) + interval '3 months', interval '1 month') loop
            part := parent || to_char(first, '_YYYY_MM');
            continue when to_regclass(part) is not null;
            execute format('create table %1$s (like %2$s including all);
                            alter table %1$s enable row level security;
                            alter table %1$s force row level security;
                            alter table %2$s attach partition %1$s for values from (%3$L) to (%4$L)', part, parent,
                lpad(to_hex((extract(epoch from first) * 1000)::bigint), 12, '0') || repeat('0', 20),
                lpad(to_hex((extract(epoch from first + interval '1 month') * 1000)::bigint), 12, '0') || repeat('0', 20));
        end loop;
    end loop;
end
$$;

-- An index is built over all rows in a fraction of the time that it takes row by row.
create temp table index_of_many as
select pg_get_indexdef(i.indexrelid) as definition, i.indexrelid::regclass::text as name
from pg_index i
where i.indrelid in ('requests.request'::regclass, 'requests.request_search'::regclass) and not i.indisprimary;

do $$
declare
    name text;
begin
    for name in select i.name from index_of_many i loop
        execute 'drop index ' || name;
    end loop;
end
$$;

create temp table laid as
with syllables as (select array['ba','ko','mi','ra','tu','le','so','ni','da','fe','gu','ha','jo','ka','lu','ma','no','pe','ri','sa','ta','vo','we','yo','ze'] as s),
numbered as (
    select n, now() - interval '24 months' * ((:rows - n)::float / :rows) as at, md5(n::text) as hash,
           random() as luck, random() as more, random() as kind, (random() * 99999)::int as customer
    from generate_series(1, :rows) n)
select n, at, luck, more, kind, hash,
       (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid as id,
       case when n > :rows * 0.98 or luck < 0.0102 then
                (array['pending','pending','pending','pending','confirmed','confirmed','confirmed','in_progress','in_progress','quoted','quoted','on_hold'])[1 + floor(kind * 12)::int]
            when luck > 0.97 then 'declined' when luck > 0.91 then 'cancelled' else 'completed' end as status,
       'SR-' || extract(year from at) || '-' || lpad(n::text, 6, '0') as reference,
       lpad(to_hex(customer), 12, '0') as customer,
       s[1 + customer % 25] || s[1 + customer / 25 % 25] || s[1 + customer / 7 % 25] as first_name,
       s[1 + customer / 3 % 25] || s[1 + customer / 11 % 25] || s[1 + customer / 625 % 25] || s[1 + customer / 41 % 25] as last_name,
       '+23480' || lpad((30000000 + customer * 7)::text, 8, '0') as phone,
       upper(translate(substr(hash, 1, 3), '0123456789', 'ghjklmnprs')) || '-' || (100 + n % 900) || '-' || upper(translate(substr(hash, 5, 2), '0123456789', 'ghjklmnprs')) as plate,
       case when luck < 0.3 then 'The brakes squeal' else 'It does not start' end
         || ' ' || s[1 + (more * 24)::int] || s[1 + (luck * 24)::int] || s[1 + (n % 23)]
         || case when n = :rows / 2 then ' flugelhorn' else '' end as notes
from numbered, syllables;

insert into tenancy.member (tenant_id, id, name, email, phone, roles, created_at)
select distinct on (customer) :'tenant', ('00000000-0000-7000-8000-' || customer)::uuid, initcap(first_name) || ' ' || initcap(last_name),
       customer || '@bench.example', phone, array['customer'], now() - interval '25 months'
from laid order by customer;

insert into requests.provider (tenant_id, id, name, service_types, created_at)
select :'tenant', ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid, 'Provider ' || n,
       array['maintenance_repair', 'inspection_registration', 'parts_installation', 'roadside_assistance'], now() from generate_series(0, 19) n;

alter table requests.request disable trigger keep_on_desk;
insert into requests.request
    (tenant_id, id, reference, offering_id, service_type, customer_id, site_id, priority, add_ons, notes, details, remarks,
     status, since, currency, price, paid, quote_version, quote_until, provider_id, starts_at, ends_at,
     respond_by, responded_at, resolve_by, paused_since, created_at)
select :'tenant', l.id, reference, o.id, o.service_type, ('00000000-0000-7000-8000-' || customer)::uuid,
       (select s.id from tenancy.site s where s.tenant_id = :'tenant' limit 1),
       (array['low','normal','normal','normal','normal','normal','normal','high','high','urgent'])[1 + floor(more * 10)::int],
       '{}', notes, jsonb_build_object('license_plate', plate, 'make', 'Toyota', 'model', 'Corolla'), '[]', status,
       least(now(), at + interval '3 days' * kind), o.currency,
       case when status in ('pending', 'quoted') then null else 500 + floor(more * 90000)::bigint end,
       case when status = 'completed' and more > 0.02 then 500 + floor(more * 90000)::bigint else 0 end,
       (status = 'quoted')::int, case when status = 'quoted' then now() + interval '5 days' * kind end,
       case when status = 'pending' or luck > 0.99 then null
            else ('00000000-0000-7000-8001-' || lpad((n % 20)::text, 12, '0'))::uuid end,
       case when status = 'confirmed' then now() + interval '3 days' * more end,
       case when status = 'confirmed' then now() + interval '3 days' * more + interval '1 hour' end,
       at + interval '4 hours', case when status <> 'pending' then at + interval '1 hour' end,
       case when n > :rows * 0.98 and luck > 0.1 then now() + interval '4 days' * more else at + interval '3 days' end,
       case when status in ('quoted', 'on_hold') then at + interval '1 hour' end, at
from laid l
join (select id, service_type, currency, row_number() over (order by id) - 1 as place, count(*) over () as all_of_them
      from requests.offering where tenant_id = :'tenant') o on o.place = n % o.all_of_them;

alter table requests.request enable trigger keep_on_desk;

insert into requests.on_desk
select tenant_id, id, reference, revision, status, since, offering_id, service_type, customer_id, provider_id,
       quote_until, starts_at, ends_at, responded_at, due_at, coalesce(next_at, since)
from requests.request
where tenant_id = :'tenant' and (due_at is not null or status = 'completed' and since >= now() - interval '7 days')
on conflict do nothing;

insert into requests.request_reference select :'tenant', reference, id from laid;

insert into requests.request_history (tenant_id, id, request_id, revision, move, status, by_staff, at)
select :'tenant', id, id, 1, 'create', 'pending', false, at from laid;

insert into requests.request_search (tenant_id, id, customer_name, document)
select :'tenant', l.id, first_name || ' ' || last_name,
       array_to_tsvector(array(select distinct word from unnest(
           string_to_array(lower(translate(l.reference, '-', ' ')), ' ') || ltrim(right(l.reference, 6), '0')
           || lower(translate(l.reference, '-', '')) || array['@' || replace(r.offering_id::text, '-', ''), 'toyota', 'corolla',
              first_name, last_name, customer, 'bench', 'example', substr(phone, 2), '<' || reverse(substr(phone, 2))]
           || string_to_array(lower(translate(plate, '-', ' ')), ' ') || lower(translate(plate, '-', ''))
           || string_to_array(lower(l.notes), ' ')) word where word <> ''))
from laid l join requests.request r on r.tenant_id = :'tenant' and r.id = l.id;

insert into requests.search_word (tenant_id, word)
select :'tenant', word
from (select first_name from laid union select last_name from laid union select split_part(notes, ' ', 4) from laid
      union select split_part(notes, ' ', 5) from laid
      union values ('toyota'), ('corolla'), ('brakes'), ('squeal'), ('does'), ('start'), ('flugelhorn')) w (word)
where word ~ '^[a-z]{4,24}$'
on conflict do nothing;

-- What the overview adds up: what came in, where it went, how long it waited and what was paid, day by day.
insert into insights.daily (tenant_id, measure, day, part, count, sum)
select :'tenant', measure, day::date, part, count(*), coalesce(sum(amount), 0)
from laid l
join requests.request r on r.tenant_id = :'tenant' and r.id = l.id
cross join lateral (values
    ('asked',    at,      r.service_type, null),
    ('standing', at,      r.status,       null),
    ('reached',  r.since, r.status,       null),
    ('answered', case when r.responded_at is not null then at end, 'in_time', null),
    ('waited',   case when r.responded_at is not null then at end, (5 + floor(luck * 48) * 5)::int::text, null),
    ('rated',    case when r.status = 'completed' and luck < 0.2 then r.since end, (1 + floor(more * 5))::int::text, null),
    ('paid',     case when r.paid > 0 then r.since end, r.currency, r.paid)
) as seen (measure, day, part, amount)
where day is not null
group by measure, day::date, part
on conflict do nothing;

set maintenance_work_mem = '256MB';
do $$
declare
    definition text;
begin
    for definition in select i.definition from index_of_many i loop
        execute replace(definition, ' ON ONLY ', ' ON ');
    end loop;
end
$$;

vacuum (analyze) requests.request, requests.on_desk, requests.request_search, requests.request_history, requests.search_word, tenancy.member, insights.daily;
